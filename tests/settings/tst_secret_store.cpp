#include "app/settings/secret_store.h"

#include <QTest>

using namespace kaptan;
using namespace kaptan::settings;
using namespace Qt::StringLiterals;

class TestSecretStore : public QObject
{
    Q_OBJECT
private Q_SLOTS:

    void memoryBehavesAsAKeychain()
    {
        MemoryStore store;
        QVERIFY(!store.read(u"k"_s).result());
        QVERIFY(store.write(u"k"_s, u"v"_s).result());
        QCOMPARE(*store.read(u"k"_s).result(), u"v"_s);
        QVERIFY(store.remove(u"k"_s).result());
        QVERIFY(!store.remove(u"k"_s).result());
    }

    /// On a machine without a session bus: a sentence and what to do, at once, and nothing written elsewhere.
    void withoutAKeychainItSaysWhatToDo()
    {
        qunsetenv("DBUS_SESSION_BUS_ADDRESS");
        qunsetenv("DISPLAY");
        qputenv("XDG_RUNTIME_DIR", "/nonexistent");
        qputenv("XDG_CURRENT_DESKTOP", "GNOME");
        KeychainStore store(u"kaptan-test"_s);
        const auto check = [](const auto& future) {
            QTRY_VERIFY_WITH_TIMEOUT(future.isFinished(), 30000);
            QCOMPARE(future.resultCount(), 1);
            const auto result = future.result();
            QVERIFY(!result);
            const auto* why = result.error().template as<NotAllowed>();
            QVERIFY(why);
            QVERIFY2(why->kind == NotAllowed::Kind::Unsupported, qPrintable(result.error().message()));
            QVERIFY(result.error().advice().contains(u"apt install gnome-keyring"_s));
            QVERIFY(!result.error().message().contains(u"hidden"_s));
        };
        check(store.read(u"k"_s));
        check(store.write(u"k"_s, u"hidden"_s));
    }
};

QTEST_GUILESS_MAIN(TestSecretStore)
#include "tst_secret_store.moc"
