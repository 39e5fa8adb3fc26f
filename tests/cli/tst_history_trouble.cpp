#include "history_rig.h"

#include <unistd.h>

using namespace kaptan;
using namespace kaptan::history;
using namespace Qt::StringLiterals;
using namespace rig;

/// The same, where there is nothing, or where words and files are wrong.
class TestHistoryTrouble : public HistoryCase
{
    Q_OBJECT
private Q_SLOTS:

    void nothingInThePeriod()
    {
        const QStringList past{u"--from"_s, u"2020-01-01"_s, u"--to"_s, u"2020-01-02"_s};
        for (const QString& word : {u"metrics"_s, u"events"_s, u"history"_s}) {
            const Ended ended = run(QStringList{word} + past);
            QCOMPARE(ended.code, 0);
            QVERIFY2(
                ended.err.startsWith(u"Nothing was recorded of “Shop” in this period: 2020-01-01 00:00:00"_s),
                qPrintable(ended.err));
            QVERIFY(ended.out.isEmpty());
            QVERIFY(json(run(QStringList{word, u"-o"_s, u"json"_s} + past)).contains(u"connection"_s));
        }
    }

    void namesThatAreWrong()
    {
        const Ended near = run({u"metrics"_s, u"shop/wbe"_s});
        QCOMPARE(near.code, 1);
        QVERIFY2(near.err.contains(u"Did you mean: “shop/web”"_s), qPrintable(near.err));
        QVERIFY(run({u"history"_s, u"entirely-else"_s}).err.contains(u"There are: “shop/web”"_s));
        const Ended several = run({u"history"_s, u"web"_s});
        QCOMPARE(several.code, 1);
        QVERIFY2(several.err.contains(u"“shop/web”, “test/web”"_s), qPrintable(several.err));
        const Ended connection = run({u"events"_s, u"--connection"_s, u"Shpo"_s});
        QCOMPARE(connection.code, 2);
        QVERIFY2(connection.err.contains(u"Did you mean: “Shop”"_s), qPrintable(connection.err));
        QVERIFY(run({u"events"_s, u"--connection"_s, u"Laptop"_s}).err.contains(u"“Laptop”"_s));
        QCOMPARE(run({u"events"_s, u"-c"_s, cluster}).code, 0);
    }

    void wordsThatAreWrong_data()
    {
        QTest::addColumn<QStringList>("words");
        const auto row = [](const char* name, const QStringList& words) { QTest::newRow(name) << words; };
        row("no metric", {u"metrics"_s, u"--metric"_s, u"heat"_s});
        row("no span", {u"metrics"_s, u"--since"_s, u"yesterday"_s});
        row("a span of nothing", {u"metrics"_s, u"--since"_s, u"0s"_s});
        row("a span for ever", {u"metrics"_s, u"--since"_s, u"999999999w"_s});
        row("no time", {u"events"_s, u"--from"_s, u"2026-13-01"_s});
        row("ends first", {u"events"_s, u"--from"_s, u"2026-03-02"_s, u"--to"_s, u"2026-03-01"_s});
        row("two beginnings", {u"events"_s, u"--since"_s, u"1h"_s, u"--from"_s, u"2026-03-02"_s});
        row("no format", {u"history"_s, u"-o"_s, u"yaml"_s});
        row("no severity", {u"events"_s, u"--severity"_s, u"bad"_s});
        row("no limit", {u"events"_s, u"--limit"_s, u"0"_s});
        row("a step of a table", {u"metrics"_s, u"--step"_s, u"5m"_s});
        row("a word too many", {u"events"_s, u"web"_s});
        row("two workloads", {u"history"_s, u"a"_s, u"b"_s});
        row("an empty connection", {u"history"_s, u"-c"_s, QString()});
    }

    void wordsThatAreWrong()
    {
        QFETCH(QStringList, words);
        const Ended ended = run(words);
        QCOMPARE(ended.code, 2);
        QVERIFY(ended.out.isEmpty());
        QVERIFY2(ended.err.startsWith(u"kaptanctl: "_s) && ended.err.count(u'\n') >= 2,
                 qPrintable(ended.err));
    }

    void filesThatAreNone()
    {
        const QString gone = m_home.filePath(u"gone/history.db"_s);
        const auto check = [this](const QString& file, const QString& why) {
            for (const QString& word : {u"metrics"_s, u"events"_s, u"history"_s}) {
                const Ended ended = run({word}, file);
                QVERIFY2(ended.code == 1, qPrintable(ended.err));
                QVERIFY2(ended.out.isEmpty() && ended.err.contains(file) && ended.err.contains(why) &&
                             ended.err.count(u'\n') >= 2,
                         qPrintable(ended.err));
            }
        };
        check(gone, u"there is no such file"_s);
        QVERIFY(!QFile::exists(gone) && !QFile::exists(m_home.filePath(u"gone"_s)));
        check(m_home.path(), u"it is a folder"_s);
        check(place(u"zero"_s, {}), u"it is empty"_s);
        check(place(u"text"_s, "hello"), u"it is no history of Kaptan"_s);
        // Kaptan's own place, where nothing is yet.
        const Ended own = run({u"events"_s}, QString());
        QVERIFY(own.code == 1 && own.err.contains(m_home.filePath(u"data/history.db"_s)));
        QVERIFY(!QFile::exists(m_home.filePath(u"data"_s)));

        const auto changed = [this](const QString& name, const QString& sql) {
            const QString file = m_home.filePath(name);
            QFile::copy(m_file, file);
            const auto database = Database::open(file, Database::Access::Write);
            if (!database || !(*database)->script(sql))
                qFatal("no database");
            return file;
        };
        check(changed(u"newer"_s, u"PRAGMA user_version = 99"_s), u"it was written by a newer Kaptan"_s);
        check(changed(u"older"_s, u"PRAGMA user_version = 1"_s), u"it was written by an older Kaptan"_s);
        check(changed(u"other"_s, u"PRAGMA application_id = 7"_s),
              u"it is the database of another program"_s);

        QFile whole(m_file);
        QVERIFY(whole.open(QIODevice::ReadOnly));
        QByteArray bytes = whole.readAll();
        const QByteArray before = bytes;
        bytes.replace(100, bytes.size() - 100, QByteArray(bytes.size() - 100, '\x5a'));
        const QString damaged = place(u"damaged"_s, bytes);
        check(damaged, u"it is damaged"_s);
        QFile still(damaged);
        QVERIFY(still.open(QIODevice::ReadOnly) && still.readAll() == bytes);

        if (geteuid() != 0) {
            const QString closed = place(u"closed"_s, before);
            QFile::setPermissions(closed, {});
            check(closed, u"it cannot be read"_s);
        }
        // None of all this has changed the history itself.
        whole.seek(0);
        QCOMPARE(whole.readAll(), before);
    }
};

QTEST_GUILESS_MAIN(TestHistoryTrouble)
#include "tst_history_trouble.moc"
