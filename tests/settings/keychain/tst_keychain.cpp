#include "app/settings/secret_store.h"

#include <QProcess>
#include <QTest>

using namespace kaptan;
using namespace kaptan::settings;
using namespace Qt::StringLiterals;

namespace
{

template <class T>
Result<T> wait(const QFuture<Result<T>>& future)
{
    if (!QTest::qWaitFor([&] { return future.isFinished(); }, 30000) || future.resultCount() == 0)
        return failure(Cancelled{});
    return future.result();
}

} // namespace

/// The genuine GNOME keyring; tests/settings/keychain/in_keyring starts it.
class TestKeychain : public QObject
{
    Q_OBJECT
private Q_SLOTS:

    void keepsReadsAndForgets()
    {
        KeychainStore store(u"kaptan-test"_s);
        const QString secret = u"pâss wörd\n\"quoted\" ✓"_s;
        const auto written = wait(store.write(u"registry/a"_s, secret));
        QVERIFY2(written, qPrintable(written ? QString() : written.error().message()));
        const auto back = wait(store.read(u"registry/a"_s));
        QVERIFY2(back, qPrintable(back ? QString() : back.error().message()));
        QCOMPARE(*back, secret);

        KeychainStore other(u"kaptan-other"_s);
        QVERIFY(!wait(other.read(u"registry/a"_s)));

        QVERIFY(wait(store.remove(u"registry/a"_s)));
        QVERIFY(!wait(store.read(u"registry/a"_s)));
    }

    void absentIsNotSilentlyNothing()
    {
        KeychainStore store(u"kaptan-test"_s);
        const auto read = wait(store.read(u"never/written"_s));
        QVERIFY(!read);
        const auto* why = read.error().as<NotAllowed>();
        QVERIFY(why);
        QVERIFY(why->kind == NotAllowed::Kind::MissingPermission);
        QVERIFY(read.error().message().contains(u"never/written"_s));
        QVERIFY(read.error().advice().contains(u"Unlock"_s));
    }

    /// Last: nothing unlocks it again.
    void lockedSaysSo()
    {
        KeychainStore store(u"kaptan-test"_s);
        QVERIFY(wait(store.write(u"registry/b"_s, u"hidden"_s)));
        QCOMPARE(QProcess::execute(u"dbus-send"_s,
                                   {u"--session"_s, u"--print-reply"_s, u"--dest=org.freedesktop.secrets"_s,
                                    u"/org/freedesktop/secrets"_s, u"org.freedesktop.Secret.Service.Lock"_s,
                                    u"array:objpath:/org/freedesktop/secrets/collection/login"_s}),
                 0);
        const auto read = wait(store.read(u"registry/b"_s));
        QVERIFY(!read);
        QVERIFY2(read.error().advice().contains(u"Unlock"_s), qPrintable(read.error().advice()));
        QVERIFY(!read.error().message().contains(u"hidden"_s));
    }
};

QTEST_GUILESS_MAIN(TestKeychain)
#include "tst_keychain.moc"
