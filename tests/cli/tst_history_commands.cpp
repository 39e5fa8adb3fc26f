#include "app/history/history.h"
#include "app/history/queries.h"
#include "tests/support/patience.h"
#include "tests/support/place/place.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include <unistd.h>

using namespace kaptan;
using namespace kaptan::history;
using namespace Qt::StringLiterals;
using kaptan::test::slow;

namespace
{

struct Ended {
    int code = -1;
    QString out, err;
};

const QString cluster = u"cluster-1"_s;
const QStringList hour{u"--from"_s, u"2026-03-01T10:00Z"_s, u"--to"_s, u"2026-03-01T11:00Z"_s};
/// Text that a terminal, a spreadsheet or a reader of lines would act on.
const QString hostile = u"=1+1\x1b[31m\nx,\"y\""_s;

QDateTime at(int hours, int minutes, int seconds = 0)
{
    return {QDate(2026, 3, 1), QTime(hours, minutes, seconds), Qt::UTC};
}

Subject subject(const QString& kind, const QString& nameSpace, const QString& name)
{
    return {cluster, kind + u':' + nameSpace + u'/' + name, kind, nameSpace, name};
}

/// The words of each line, whatever is between them.
QVector<QStringList> cells(const QString& text)
{
    static const QRegularExpression blanks(u" {2,}"_s);
    QVector<QStringList> rows;
    for (const QString& line : text.split(u'\n', Qt::SkipEmptyParts))
        rows.append(line.trimmed().split(blanks));
    return rows;
}

} // namespace

/// kaptanctl metrics, events, history and report, on a file that was filled as Kaptan fills it.
class TestHistoryCommands : public QObject
{
    Q_OBJECT

    QTemporaryDir m_home;
    QString m_file;
    qint64 m_deployment = 0;

    Ended run(const QStringList& arguments, const QString& file, const QString& language = u"en"_s) const
    {
        QProcess process;
        QProcessEnvironment environment;
        environment.insert(u"PATH"_s, qEnvironmentVariable("PATH"));
        environment.insert(u"HOME"_s, m_home.path());
        environment.insert(u"XDG_RUNTIME_DIR"_s, m_home.path());
        environment.insert(u"KAPTAN_CONFIG_DIR"_s, m_home.filePath(u"config"_s));
        environment.insert(u"KAPTAN_DATA_DIR"_s, m_home.filePath(u"data"_s));
        environment.insert(u"LC_ALL"_s, u"C.UTF-8"_s);
        environment.insert(u"TZ"_s, u"Europe/Istanbul"_s);
        process.setProcessEnvironment(environment);
        QStringList all = arguments;
        if (!file.isEmpty())
            all << u"--history"_s << file;
        process.start(kaptan::test::kaptanctl(), all + QStringList{u"--language"_s, language});
        if (!process.waitForFinished(slow) || process.exitStatus() != QProcess::NormalExit)
            return {-1, {}, process.errorString()};
        return {process.exitCode(), QString::fromUtf8(process.readAllStandardOutput()),
                QString::fromUtf8(process.readAllStandardError())};
    }

    Ended run(const QStringList& arguments) const { return run(arguments, m_file); }

    static QJsonObject json(const Ended& ended)
    {
        return QJsonDocument::fromJson(ended.out.toUtf8()).object();
    }

    QString place(const QString& name, const QByteArray& bytes) const
    {
        QFile file(m_home.filePath(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("no file");
        return file.fileName();
    }

    void fill()
    {
        ManualClock earlier(at(8, 0));
        {
            History history({m_file, &earlier, {}, {}});
            history.see({u"docker-1"_s, u"Laptop"_s, workload::Platform::Docker, true});
            QVERIFY(history.flush().result());
        }
        ManualClock clock(at(11, 0));
        History history({m_file, &clock, {}, {}});
        history.see({cluster, u"Shop"_s, workload::Platform::Kubernetes, true});
        const Subject web = subject(u"deployment"_s, u"shop"_s, u"web"_s);
        const Subject other = subject(u"deployment"_s, u"test"_s, u"web"_s);
        for (int i = 0; i < 40; ++i) {
            QVector<Measurement> values{{nodeSubject(u"worker-1"_s), Metric::Cpu, 1'500'000},
                                        {other.key, Metric::Cpu, 0}};
            if (i < 20 || i >= 24) // four were missed
                values += {{web.key, Metric::Cpu, (i + 1) * 10'000}, {web.key, Metric::Memory, 100 << 20}};
            history.measure(cluster, at(10, 0).toSecsSinceEpoch() + i * 15, values);
        }
        history.add(Revision{0, web, 1, at(9, 0), {u"web:1"_s}, u"kind: Deployment\nimage: web:1\n"_s, {}});
        history.add(
            Revision{0, web, 2, at(10, 5), {u"web:2"_s}, u"kind: Deployment\nimage: web:2\n"_s, hostile});
        history.add(Revision{0, web, 3, at(10, 6), {u"web:3"_s}, {}, {}});
        QVERIFY(history.flush().result());
        const auto revisions =
            history
                .read<QVector<Revision>>([](Database& database) { return history::revisions(database, {}); })
                .result();
        QVERIFY(revisions && revisions->size() == 3);
        Deployment deployment;
        deployment.subject = web;
        deployment.revisionId = revisions->at(1).id;
        deployment.outcome = Outcome::Succeeded;
        deployment.actor = u"ayse@laptop"_s;
        deployment.reason = hostile;
        deployment.startedAt = at(10, 5);
        deployment.endedAt = at(10, 5, 30);
        m_deployment = *history.addDeployment(deployment).result();
        deployment.outcome = Outcome::Failed;
        deployment.message = u"image not found"_s;
        deployment.startedAt = at(10, 20);
        deployment.endedAt = at(10, 21);
        QVERIFY(history.addDeployment(deployment).result());
        history.add(ScalingEvent{0, web, at(10, 10), 2, 5, u"kubectl"_s, u"sale"_s});
        history.store(cluster, {{u"1-2-3-4"_s,
                                 at(10, 30),
                                 workload::EventSeverity::Warning,
                                 u"Pod"_s,
                                 u"BackOff"_s,
                                 u"web-1"_s,
                                 {},
                                 {},
                                 hostile,
                                 {}},
                                {u"1-2-4-1"_s,
                                 at(10, 31),
                                 workload::EventSeverity::Normal,
                                 u"Node"_s,
                                 u"Ready"_s,
                                 u"worker-1"_s,
                                 {},
                                 {},
                                 u"web-1 is gone"_s,
                                 {}}});
        QVERIFY(history.flush().result());
    }

private Q_SLOTS:

    void initTestCase()
    {
        QVERIFY(m_home.isValid());
        m_file = m_home.filePath(u"history.db"_s);
        fill();
    }

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
