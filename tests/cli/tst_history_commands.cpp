#include "history_rig.h"

using namespace kaptan;
using namespace kaptan::history;
using namespace Qt::StringLiterals;
using namespace rig;

/// kaptanctl metrics, events, history and report.
class TestHistoryCommands : public HistoryCase
{
    Q_OBJECT
private Q_SLOTS:

    void metricsAsATable()
    {
        const Ended ended = run(QStringList{u"metrics"_s, u"shop/web"_s} + hour);
        QCOMPARE(ended.code, 0);
        const auto rows = cells(ended.out);
        QCOMPARE(rows.at(0), (QStringList{u"Connection:"_s, u"Shop"_s})); // the one that was used last
        QCOMPARE(rows.at(1).at(1), u"2026-03-01 13:00:00 – 2026-03-01 14:00:00 (UTC+03:00)"_s);
        QCOMPARE(rows.at(2), (QStringList{u"NAME"_s, u"METRIC"_s, u"MEAN"_s, u"MIN"_s, u"MAX"_s, u"LAST"_s}));
        // 10 to 200 and 250 to 400 millicores.
        QCOMPARE(rows.at(3),
                 (QStringList{u"shop/web"_s, u"cpu"_s, u"203m"_s, u"10m"_s, u"400m"_s, u"400m"_s}));
        QCOMPARE(rows.at(4).mid(0, 3), (QStringList{u"shop/web"_s, u"memory"_s, u"100 Mi"_s}));
        QCOMPARE(rows.size(), 5);
        QVERIFY(ended.err.isEmpty());
    }

    void metricsOfNodesAndOfAName()
    {
        QCOMPARE(cells(run(QStringList{u"metrics"_s, u"node/worker-1"_s} + hour).out).at(3),
                 (QStringList{u"node/worker-1"_s, u"cpu"_s, u"1.5"_s, u"1.5"_s, u"1.5"_s, u"1.5"_s}));
        // Both workloads of this name, and everything without one.
        QCOMPARE(cells(run(QStringList{u"metrics"_s, u"web"_s, u"--metric"_s, u"cpu"_s} + hour).out).size(),
                 5);
        QCOMPARE(cells(run(QStringList{u"metrics"_s} + hour).out).size(), 7);
    }

    void metricsForPrograms()
    {
        const QJsonObject root = json(run(
            QStringList{u"metrics"_s, u"shop/web"_s, u"--metric"_s, u"cpu"_s, u"-o"_s, u"json"_s} + hour));
        QCOMPARE(root.value(u"connection"_s).toObject().value(u"id"_s).toString(), cluster);
        QCOMPARE(root.value(u"from"_s).toString(), u"2026-03-01T10:00:00Z"_s);
        const QJsonArray series = root.value(u"series"_s).toArray();
        QCOMPARE(series.size(), 1);
        const QJsonObject one = series.at(0).toObject();
        QCOMPARE(one.value(u"id"_s).toString(), u"deployment:shop/web"_s);
        QCOMPARE(one.value(u"unit"_s).toString(), u"cores"_s);
        QCOMPARE(one.value(u"max"_s).toDouble(), 0.4);
        const QJsonArray points = one.value(u"points"_s).toArray();
        QCOMPARE(points.size(), 36); // none for what was missed
        QCOMPARE(points.at(19).toObject(),
                 (QJsonObject{{u"at"_s, u"2026-03-01T10:04:45Z"_s}, {u"value"_s, 0.2}}));
        QCOMPARE(points.at(20).toObject().value(u"at"_s).toString(), u"2026-03-01T10:06:00Z"_s);

        const Ended csv = run(QStringList{u"metrics"_s, u"shop/web"_s, u"--metric"_s, u"cpu"_s, u"--step"_s,
                                          u"5m"_s, u"-o"_s, u"csv"_s} +
                              hour);
        const QStringList lines = csv.out.split(u"\r\n"_s);
        QCOMPARE(lines.at(0), u"at,id,name,metric,unit,value,min,max,samples"_s);
        QCOMPARE(lines.at(1),
                 u"2026-03-01T10:00:00.000Z,deployment:shop/web,shop/web,cpu,cores,0.105,0.01,0.2,20"_s);
        QCOMPARE(lines.size(), 4); // and the end of the last one
    }

    void eventsAreFiltered()
    {
        const auto rows = cells(run(QStringList{u"events"_s} + hour).out);
        QCOMPARE(rows.size(), 5);
        QCOMPARE(rows.at(3).mid(0, 4),
                 (QStringList{u"2026-03-01 13:31:00"_s, u"Normal"_s, u"Node/worker-1"_s, u"Ready"_s}));
        QCOMPARE(rows.at(4), (QStringList{u"2026-03-01 13:30:00"_s, u"Warning"_s, u"Pod/web-1"_s,
                                          u"BackOff"_s, u"4"_s, u"=1+1\\u{1b}[31m\\u{a}x,\"y\""_s}));
        const auto count = [this](const QStringList& words) {
            return json(run(QStringList{u"events"_s, u"-o"_s, u"json"_s} + words + hour))
                .value(u"events"_s)
                .toArray()
                .size();
        };
        QCOMPARE(count({u"--severity"_s, u"warning"_s}), 1);
        QCOMPARE(count({u"--severity"_s, u"error"_s}), 0);
        QCOMPARE(count({u"--kind"_s, u"pod,node"_s}), 2); // as a person writes them
        QCOMPARE(count({u"--reason"_s, u"backoff"_s}), 1);
        QCOMPARE(count({u"--object"_s, u"WEB"_s}), 1); // not the message of the other one
        QCOMPARE(count({u"--limit"_s, u"1"_s}), 1);
        QVERIFY(run(QStringList{u"events"_s, u"--limit"_s, u"1"_s} + hour).err.contains(u"newest 1 "_s));
        const Ended none = run(QStringList{u"events"_s, u"--severity"_s, u"error"_s} + hour);
        QCOMPARE(none.code, 0);
        QVERIFY(none.err.startsWith(u"No such event was recorded"_s) && none.out.isEmpty());
    }

    void csvIsNoFormula()
    {
        const QString text = run(QStringList{u"events"_s, u"-o"_s, u"csv"_s} + hour).out;
        QVERIFY2(text.contains(u",\"'=1+1\x1b[31m\nx,\"\"y\"\"\","_s), qPrintable(text));
        QVERIFY(text.startsWith(u"last_at,first_at,count,severity,"_s));
        QVERIFY(run(QStringList{u"history"_s, u"-o"_s, u"csv"_s} + hour).out.contains(u"\"'=1+1"_s));
    }

    void historyIsMerged()
    {
        const Ended ended = run(QStringList{u"history"_s, u"shop/web"_s} + hour);
        const auto rows = cells(ended.out);
        QStringList what;
        for (qsizetype i = 3; i < 8; ++i)
            what << rows.at(i).value(2);
        QCOMPARE(what, (QStringList{u"deployment %1"_s.arg(m_deployment + 1), u"scaled 2 → 5"_s,
                                    u"revision 3"_s, u"deployment %1"_s.arg(m_deployment), u"revision 2"_s}));
        QCOMPARE(rows.at(4).mid(3), (QStringList{u"kubectl"_s, u"sale"_s}));
        QVERIFY(ended.out.contains(u"succeeded (30 s)"_s));
        QVERIFY(!ended.out.contains(u'\x1b'));
        const QJsonObject figures =
            json(run(QStringList{u"history"_s, u"--statistics"_s, u"-o"_s, u"json"_s} + hour))
                .value(u"statistics"_s)
                .toObject();
        QCOMPARE(figures.value(u"deployments"_s).toInt(), 2);
        QCOMPARE(figures.value(u"successRate"_s).toDouble(), 0.5);
        QCOMPARE(figures.value(u"meanDeployMs"_s).toDouble(), 30'000.0);
        QVERIFY(figures.value(u"availability"_s).isNull());
        const auto alone = cells(run(QStringList{u"history"_s, u"--statistics"_s} + hour).out);
        QCOMPARE(alone.size(), 14); // two heads and twelve figures
    }

    void oneDeployment()
    {
        const QString number = QString::number(m_deployment);
        const QString text = run({u"history"_s, u"show"_s, number}).out;
        QVERIFY2(text.contains(u"shop/web (deployment)"_s) && text.contains(u"web:2"_s), qPrintable(text));
        QVERIFY(!text.contains(u'\x1b'));
        const QJsonObject root = json(run({u"history"_s, u"show"_s, number, u"-o"_s, u"json"_s}));
        QCOMPARE(root.value(u"actor"_s).toString(), u"ayse@laptop"_s);
        QCOMPARE(root.value(u"revision"_s).toObject().value(u"number"_s).toInt(), 2);
        const Ended none = run({u"history"_s, u"show"_s, u"4711"_s});
        QCOMPARE(none.code, 1);
        QVERIFY(none.err.contains(u"4711"_s));
        QCOMPARE(run({u"history"_s, u"show"_s, u"x"_s}).code, 2);
    }

    void twoManifests()
    {
        const QString text = run({u"history"_s, u"shop/web"_s, u"--diff"_s, u"1"_s, u"2"_s}).out;
        QVERIFY2(text.contains(u"-image: web:1\n+image: web:2\n"_s), qPrintable(text));
        QCOMPARE(run({u"history"_s, u"--diff"_s, u"1"_s, u"2"_s, u"shop/web"_s}).out, text);
        const Ended unknown = run({u"history"_s, u"shop/web"_s, u"--diff"_s, u"1"_s, u"7"_s});
        QCOMPARE(unknown.code, 1);
        QVERIFY2(unknown.err.contains(u"There are: 1, 2, 3"_s), qPrintable(unknown.err));
        const Ended bare = run({u"history"_s, u"shop/web"_s, u"--diff"_s, u"1"_s, u"3"_s});
        QVERIFY(bare.code == 1 && bare.err.contains(u"manifest was not recorded"_s));
        QCOMPARE(run({u"history"_s, u"shop/web"_s, u"--diff"_s, u"1"_s}).code, 2);
        QCOMPARE(run({u"history"_s, u"shop/web"_s, u"--diff"_s, u"one"_s, u"2"_s}).code, 2);
    }

    void reportsAreWritten()
    {
        const QString pdf = m_home.filePath(u"out.pdf"_s);
        const Ended one = run(QStringList{u"report"_s, u"--out"_s, pdf} + hour);
        QVERIFY2(one.code == 0, qPrintable(one.err));
        QCOMPARE(one.out, pdf + u'\n');
        QFile file(pdf);
        QVERIFY(file.open(QIODevice::ReadOnly) && file.read(5) == "%PDF-");
        const QString folder = m_home.filePath(u"reports"_s);
        const Ended all = run(
            QStringList{u"report"_s, u"--out"_s, folder, u"--csv"_s, u"--workload"_s, u"shop/web"_s} + hour,
            m_file, u"tr"_s);
        QCOMPARE(all.code, 0);
        const QStringList paths = all.out.split(u'\n', Qt::SkipEmptyParts);
        QVERIFY(paths.size() > 3);
        for (const QString& path : paths)
            QVERIFY2(QFile(path).size() > 0 && path.startsWith(folder), qPrintable(path));
        QCOMPARE(run({u"report"_s}).code, 2);
        QCOMPARE(run({u"report"_s, u"--out"_s, m_home.filePath(u"none/out.pdf"_s)}).code, 2);
        QCOMPARE(run({u"report"_s, u"--out"_s, m_home.filePath(u"out.txt"_s)}).code, 2);
        const QString kept = m_home.filePath(u"empty.pdf"_s);
        const Ended nothing = run({u"report"_s, u"--out"_s, kept, u"--to"_s, u"2020-01-01"_s});
        QVERIFY(nothing.code == 0 && nothing.err.startsWith(u"Nothing was recorded"_s) &&
                QFile::exists(kept));
    }

    void helpInBothLanguages()
    {
        for (const QString& word : {u"metrics"_s, u"events"_s, u"history"_s, u"report"_s}) {
            const Ended english = run({word, u"--help"_s}),
                        turkish = run({word, u"--help"_s}, m_file, u"tr"_s);
            QCOMPARE(english.code, 0);
            QCOMPARE(turkish.code, 0);
            QVERIFY(english.out.startsWith(u"Usage: kaptanctl "_s + word));
            QVERIFY(turkish.out.startsWith(u"Kullanım: kaptanctl "_s + word));
            for (const QString& option : {u"--history"_s, u"--since"_s, u"--from"_s, u"--connection"_s})
                QVERIFY(english.out.contains(option) && turkish.out.contains(option));
            QVERIFY(!english.out.contains(u"%1"_s) && !turkish.out.contains(u"%1"_s));
            QVERIFY(run({u"--help"_s}, QString(), u"tr"_s).out.contains(u"  "_s + word + u' '));
        }
        QVERIFY(run({u"metrics"_s, u"nobody"_s}, m_file, u"tr"_s).err !=
                run({u"metrics"_s, u"nobody"_s}).err);
    }
};

QTEST_GUILESS_MAIN(TestHistoryCommands)
#include "tst_history_commands.moc"
