#include "app/cli/status.h"
#include "app/cli/text.h"

#include <QJsonArray>
#include <QTest>

using namespace kaptan;
using namespace kaptan::cli;
using namespace Qt::StringLiterals;

class TestOutput : public QObject
{
    Q_OBJECT

    static StatusReport report(const QString& name)
    {
        auto workload = std::make_shared<workload::Workload>();
        workload->id = u"deployment:x"_s;
        workload->name = name;
        workload->state = workload::WorkloadState::Degraded;
        workload->desired = 3;
        workload->ready = 2;
        workload->restarts = 7;
        workload->images = {u"test/busybox:1"_s};
        workload::Instance instance;
        instance.name = name;
        instance.state = workload::InstanceState::Exited;
        instance.exitCode = 137;
        workload->instances = {instance};
        StatusReport one;
        one.connection.name = u"Docker"_s;
        one.connection.address = u"unix:///run/docker.sock"_s;
        one.connection.production = true;
        one.engine.emplace();
        one.engine->version = u"20.10.24"_s;
        one.engine->cpus = 2;
        one.engine->memoryBytes = 4LL * 1024 * 1024 * 1024;
        one.workloads = {workload};
        one.at = QDateTime(QDate(2026, 1, 1), QTime(12, 0), Qt::UTC);
        workload->created = one.at.addSecs(-200);
        return one;
    }

private Q_SLOTS:

    void controlCharactersDoNotReachTheTerminal()
    {
        QCOMPARE(plain(u"a\x1b[31mb\n\tc"_s), u"a\\u{1b}[31mb\\u{a}\\u{9}c"_s);
        QCOMPARE(plain(u"x\u202Ey\u200Bz\u2028"_s), u"x\\u{202e}y\\u{200b}z\\u{2028}"_s);
        QCOMPARE(plain(u"\u009b31m"_s), u"\\u{9b}31m"_s);
        QCOMPARE(plain(u"İstanbul ✓ 😀"_s), u"İstanbul ✓ 😀"_s);
        QCOMPARE(plain(QString(10000, u'x'), 10), QString(10, u'x') + u'…');
        QCOMPARE(plain(u"<b>"_s), u"<b>"_s);
    }

    void whatIsMissingIsSaid()
    {
        StatusReport some = report(u"web"_s);
        QVERIFY(!statusTable(some).contains(u"Note:"_s));
        some.notes = {u"no Jobs\x1b[31m"_s};
        const QString text = statusTable(some);
        QVERIFY2(text.contains(u"Note:"_s) && text.contains(u"no Jobs\\u{1b}[31m"_s), qPrintable(text));
        QCOMPARE(statusJson(some).value(u"notes"_s).toArray().size(), 1);
        QVERIFY(!statusJson(report(u"web"_s)).contains(u"notes"_s));
    }

    void columnsAlign()
    {
        QCOMPARE(table({{u"A"_s, u"B"_s}, {u"long"_s, u"x"_s}, {u"e\u0301"_s, u"y"_s}}),
                 u"A     B\nlong  x\ne\u0301     y\n"_s);
        QCOMPARE(table({}), QString());
    }

    void ages()
    {
        const QDateTime now(QDate(2026, 1, 1), QTime(12, 0), Qt::UTC);
        QCOMPARE(age({}, now), u"–"_s);
        QCOMPARE(age(now.addSecs(60), now), u"now"_s); // the engine's clock is ahead
        QCOMPARE(age(now.addSecs(-40), now), u"40 s"_s);
        QCOMPARE(age(now.addSecs(-180), now), u"3 min"_s);
        QCOMPARE(age(now.addDays(-6), now), u"6 d"_s);
        QCOMPARE(age(now.addDays(-1000), now), u"2 y"_s);
    }

    void tableOfAHostileEngine()
    {
        const QString text =
            statusTable(report(u"web\x1b]0;owned\x07\nFAKE  Running"_s + QString(10000, u'y')));
        QVERIFY(!text.contains(u'\x1b') && !text.contains(u'\x07'));
        QCOMPARE(text.count(u'\n'), 7); // four lines of heads, a blank one, the heads, one workload
        for (const QString& line : text.split(u'\n'))
            QVERIFY(line.size() < 250);
        QVERIFY(text.contains(u"[production]"_s));
        QVERIFY(text.contains(u"2/3"_s));
        QVERIFY(text.contains(u"Degraded"_s));
        QVERIFY(text.contains(u"3 min"_s));
    }

    void jsonIsCompleteAndRaw()
    {
        const QString name = u"we\x1b\"b\n<i>"_s + QString(10000, u'y');
        const QJsonObject root = statusJson(report(name));
        QCOMPARE(root.keys(),
                 (QStringList{u"at"_s, u"connection"_s, u"engine"_s, u"host"_s, u"state"_s, u"workloads"_s}));
        const QJsonObject one = root.value(u"workloads"_s).toArray().at(0).toObject();
        QCOMPARE(one.value(u"name"_s).toString(), name);
        QCOMPARE(one.value(u"state"_s).toString(), u"degraded"_s);
        QCOMPARE(one.value(u"ready"_s).toInt(), 2);
        QCOMPARE(one.value(u"created"_s).toString(), u"2026-01-01T11:56:40Z"_s);
        const QJsonObject instance = one.value(u"instances"_s).toArray().at(0).toObject();
        QCOMPARE(instance.value(u"state"_s).toString(), u"exited"_s);
        QCOMPARE(instance.value(u"exitCode"_s).toInt(), 137);
        QVERIFY(instance.value(u"started"_s).isNull());
        QCOMPARE(instance.keys(),
                 (QStringList{u"address"_s, u"created"_s, u"exitCode"_s, u"finished"_s, u"health"_s, u"id"_s,
                              u"image"_s, u"name"_s, u"node"_s, u"oomKilled"_s, u"ports"_s, u"ready"_s,
                              u"reason"_s, u"replica"_s, u"restarts"_s, u"started"_s, u"state"_s}));
    }

    void commandsAreDeclaredWhole()
    {
        for (const Command& one : commands()) {
            QVERIFY(!one.text().isEmpty());
            QVERIFY(one.describe && one.start);
            QCOMPARE(command(one.word), &one);
        }
        QVERIFY(!command(u"frob"_s));
    }
};

QTEST_GUILESS_MAIN(TestOutput)
#include "tst_output.moc"
