#include "app/kube/change/drafts.h"
#include "tests/support/patience.h"

#include <QDir>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace kaptan;
using namespace kaptan::kube;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace
{

Draft draft(const QString& id, const QString& text, int second = 0)
{
    Draft made;
    made.id = id;
    made.connectionId = u"c1"_s;
    made.title = u"Deployment shop/web"_s;
    made.text = text;
    made.group = u"apps"_s;
    made.version = u"v1"_s;
    made.resource = u"deployments"_s;
    made.nameSpace = u"shop"_s;
    made.name = u"web"_s;
    made.base = {{u"kind"_s, u"Deployment"_s}};
    made.changed = QDateTime(QDate(2026, 1, 1), QTime(0, 0, second), Qt::UTC);
    return made;
}

} // namespace

/// What somebody works on outlives the program, and is nobody else's to read.
class TestDrafts : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;

    QString path(const QString& name = {}) const { return m_folder->filePath(u"a/drafts"_s) + name; }

private Q_SLOTS:

    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void comesBackAsItWas()
    {
        const DraftStore store(path());
        QVERIFY(store.all().isEmpty());
        Draft one = draft(u"one"_s, u"a: ü\n\tb"_s, 1);
        one.applying = true;
        QVERIFY(store.save(one));
        QVERIFY(store.save(draft(u"two"_s, u"b"_s, 2)));
        const QVector<Draft> all = store.all();
        QCOMPARE(all.size(), 2);
        QCOMPARE(all[0].id, u"two"_s); // newest first
        const Draft& back = all[1];
        QCOMPARE(back.id, one.id);
        QCOMPARE(back.text, one.text);
        QCOMPARE(back.title, one.title);
        QCOMPARE(back.connectionId, one.connectionId);
        QCOMPARE(back.group + back.version + back.resource + back.nameSpace + back.name,
                 u"appsv1deploymentsshopweb"_s);
        QCOMPARE(back.base, one.base);
        QCOMPARE(back.changed, one.changed);
        QVERIFY(back.applying && !all[0].applying);
        QVERIFY(store.remove(u"two"_s));
        QVERIFY(store.remove(u"two"_s)); // gone is gone
        QCOMPARE(store.all().size(), 1);
        QVERIFY(DraftStore::newId() != DraftStore::newId());
        QVERIFY(store.save(draft(DraftStore::newId(), {})));
    }

    void isForThisUserAlone()
    {
        const DraftStore store(path());
        QVERIFY(store.save(draft(u"one"_s, u"secret"_s)));
        const auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup | QFile::ReadOther |
                            QFile::WriteOther | QFile::ExeOther;
        QVERIFY(!(QFile::permissions(path(u"/one.json"_s)) & others));
        QVERIFY(!(QFile::permissions(path()) & others));
        QFile::setPermissions(path(), QFile::permissions(path()) | QFile::ReadOther);
        QVERIFY(store.save(draft(u"one"_s, u"again"_s)));
        QVERIFY(!(QFile::permissions(path()) & others));
    }

    void idsAreNoPaths()
    {
        const DraftStore store(path());
        for (const QString& id : {u"../x"_s, u"a/b"_s, u""_s, u"a.b"_s, u"a\n"_s}) {
            QVERIFY2(!store.save(draft(id, {})), qPrintable(id));
            QVERIFY2(!store.remove(id), qPrintable(id));
            QVERIFY(!store.journalFile(id).contains(u".."_s));
        }
    }

    void whatCannotBeReadIsNamedAndStays()
    {
        const DraftStore store(path());
        QVERIFY(store.save(draft(u"one"_s, u"a"_s)));
        QFile broken(path(u"/two.json"_s));
        QVERIFY(broken.open(QIODevice::WriteOnly));
        broken.write("{\"draft\":1,\"te");
        broken.close();
        QStringList unreadable;
        QCOMPARE(store.all(&unreadable).size(), 1);
        QCOMPARE(unreadable, QStringList{path(u"/two.json"_s)});
        QVERIFY(broken.exists());
    }

    void noFolderIsAnError()
    {
        QFile file(m_folder->filePath(u"a"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        const auto saved = DraftStore(path()).save(draft(u"one"_s, {}));
        QVERIFY(!saved && saved.error().as<StorageError>());
    }

    void theLatestTextIsSavedAfterAWhile()
    {
        ManualClock clock;
        DraftWriter writer(DraftStore(path()), clock);
        QSignalSpy saved(&writer, &DraftWriter::saved);
        writer.put(draft(u"one"_s, u"a"_s));
        clock.advance(200ms);
        writer.put(draft(u"one"_s, u"ab"_s));
        writer.put(draft(u"two"_s, u"x"_s));
        clock.advance(99ms);
        QVERIFY(!QDir(path()).exists());
        clock.advance(1ms); // counted from the first change
        QTRY_COMPARE_WITH_TIMEOUT(saved.size(), 2, test::slow);
        QCOMPARE(writer.store().all().size(), 2);
        const QVector<Draft> all = writer.store().all();
        QCOMPARE(all[all[0].id == u"one"_s ? 0 : 1].text, u"ab"_s);
        writer.put(draft(u"one"_s, u"abc"_s));
        clock.advance(300ms);
        QTRY_COMPARE_WITH_TIMEOUT(saved.size(), 3, test::slow);
    }

    void atOnceOnRequestAndAtTheEnd()
    {
        ManualClock clock;
        {
            DraftWriter writer(DraftStore(path()), clock);
            QSignalSpy saved(&writer, &DraftWriter::saved);
            writer.put(draft(u"one"_s, u"a"_s));
            writer.saveNow();
            QTRY_COMPARE_WITH_TIMEOUT(saved.size(), 1, test::slow);
            writer.put(draft(u"two"_s, u"a"_s));
            writer.put(draft(u"three"_s, u"a"_s));
            writer.saveNow();
            writer.remove(u"three"_s);
            writer.put(draft(u"four"_s, u"a"_s));
            writer.remove(u"four"_s);
            writer.put(draft(u"five"_s, u"a"_s));
        }
        QStringList ids;
        for (const Draft& each : DraftStore(path()).all())
            ids << each.id;
        ids.sort();
        QCOMPARE(ids, (QStringList{u"five"_s, u"one"_s, u"two"_s}));
    }

    void failuresAreTold()
    {
        ManualClock clock;
        DraftWriter writer(DraftStore(path()), clock);
        QSignalSpy failed(&writer, &DraftWriter::failed);
        writer.put(draft(u"../x"_s, u"a"_s));
        writer.saveNow();
        QTRY_COMPARE_WITH_TIMEOUT(failed.size(), 1, test::slow);
        QCOMPARE(failed[0][0].toString(), u"../x"_s);
    }
};

QTEST_GUILESS_MAIN(TestDrafts)
#include "tst_drafts.moc"
