#include "app/history/history.h"
#include "app/history/queries.h"
#include "app/report/pages.h"
#include "tests/report/sample.h"
#include "tests/support/patience.h"

#include <QTemporaryDir>
#include <QTest>

using namespace kaptan;
using namespace kaptan::report;
using namespace kaptan::report::test;
using namespace kaptan::history;
using namespace Qt::StringLiterals;

namespace
{

Subject subject(const QString& name)
{
    return {u"c1"_s, u"deployment:shop/"_s + name, u"deployment"_s, u"shop"_s, name};
}

QString text(const Table& table, qsizetype row, qsizetype column)
{
    return cellText(table.rows.value(row).value(column), table.columns.value(column).type,
                    QLocale(QLocale::English, QLocale::UnitedKingdom), QTimeZone::utc());
}

} // namespace

/// Out of a genuine history.
class TestCollect : public QObject
{
    Q_OBJECT
private Q_SLOTS:

    void initTestCase()
    {
        QVERIFY(m_folder.isValid());
        History::Options options;
        options.file = m_folder.filePath(u"history.db"_s);
        options.clock = &m_clock;
        options.gather = std::chrono::milliseconds(20);
        History history(options);
        history.see({u"c1"_s, u"üretim"_s, workload::Platform::Kubernetes, true});
        history.see({u"c2"_s, u"other"_s, workload::Platform::Docker, true});

        // Six hours of two workloads, four samples a minute, the third hour missing.
        const qint64 from = monday.toSecsSinceEpoch();
        for (qint64 at = from; at < from + 6 * 3600; at += 15) {
            if (at >= from + 2 * 3600 && at < from + 3 * 3600)
                continue;
            if (at >= from + 15'300 && at < from + 15'375) // and a minute of the fifth
                continue;
            QVector<Measurement> values;
            for (const QString& name : {u"web"_s, u"cart"_s}) {
                const qint64 factor = name == u"web" ? 2 : 1;
                values.append({subject(name).key, Metric::Cpu, factor * 250'000});
                values.append({subject(name).key, Metric::Memory, factor * 100 * 1024 * 1024});
                values.append({subject(name).key, Metric::NetworkRx, factor * 1000});
                values.append({subject(name).key, Metric::Replicas, factor});
            }
            values.append({nodeSubject(u"node-1"_s), Metric::Cpu, 8'000'000});
            history.measure(u"c1"_s, at, values);
        }
        // A single moment at which one of them took much.
        history.measure(u"c1"_s, from + 6 * 3600, {{subject(u"cart"_s).key, Metric::Cpu, 3'000'000}});

        for (int i = 0; i < 4; ++i) {
            Deployment one;
            one.subject = subject(i % 2 ? u"cart"_s : u"web"_s);
            one.outcome = i == 2 ? Outcome::Failed : Outcome::Succeeded;
            one.actor = u"ayşe"_s;
            one.reason = u"image web:%1"_s.arg(i);
            one.message = i == 2 ? u"=cmd"_s : QString();
            one.startedAt = monday.addSecs(3600 * (i + 1));
            one.endedAt = one.startedAt.addSecs(30 + 10 * i);
            auto stored = history.addDeployment(one);
            QTRY_VERIFY_WITH_TIMEOUT(stored.isFinished(), kaptan::test::slow);
            QVERIFY(stored.result());
        }
        ScalingEvent scaled;
        scaled.subject = subject(u"web"_s);
        scaled.at = monday.addSecs(5000);
        scaled.from = 2;
        scaled.to = 5;
        scaled.actor = u"hpa"_s;
        scaled.reason = u"cpu above target"_s;
        history.add(scaled);
        QVector<history::HealthCheck> checks;
        for (int i = 0; i < 10; ++i) {
            history::HealthCheck check;
            check.subject = subject(u"web"_s);
            check.at = monday.addSecs(60 * i);
            check.state = i == 9 ? CheckState::Unhealthy : CheckState::Healthy;
            check.responseMs = 10 * (i + 1);
            checks.append(check);
        }
        history.add(checks);
        for (int i = 0; i < 5; ++i)
            history.note(subject(u"web"_s),
                         i < 3 ? workload::EventSeverity::Warning : workload::EventSeverity::Error,
                         i < 3 ? u"BackOff"_s : u"Failed"_s, u"message %1"_s.arg(i), u"ayşe"_s);
        auto flushed = history.flush();
        QTRY_VERIFY_WITH_TIMEOUT(flushed.isFinished(), kaptan::test::slow);
        QVERIFY(flushed.result());
        auto opened = Database::open(options.file, Database::Access::Read);
        QVERIFY(opened);
        m_database = std::move(*opened);
    }

    void aConnectionsReport()
    {
        const auto data = collect(*m_database, request());
        QVERIFY2(data, data ? "" : qPrintable(data.error().message()));
        QCOMPARE(data->connection, u"üretim"_s);
        QCOMPARE(data->platform, u"Kubernetes"_s);
        QCOMPARE(data->workload, QString());
        QCOMPARE(figure(*data, 0), u"4"_s);
        QCOMPARE(figure(*data, 1), u"75%"_s);
        QCOMPARE(figure(*data, 2), u"43 s"_s); // 30, 40 and 60
        QCOMPARE(figure(*data, 3), u"1 min 0 s"_s);
        QCOMPARE(figure(*data, 5), u"90%"_s);
        QCOMPARE(figure(*data, 6), u"55 ms"_s);
        QCOMPARE(figure(*data, 7), u"100 ms"_s);

        QCOMPARE(data->tables.size(), 4);
        const Table& use = data->tables[0];
        QCOMPARE(use.rows.size(), 2); // nodes are no workloads
        QCOMPARE(text(use, 0, 0), u"shop/web"_s);
        QCOMPARE(text(use, 0, 1), u"500m"_s);
        QCOMPARE(text(use, 0, 2), u"500m"_s);
        QCOMPARE(text(use, 0, 3), u"200 Mi"_s);
        QCOMPARE(text(use, 1, 0), u"shop/cart"_s);
        QCOMPARE(text(use, 1, 2), u"3"_s);
        // Two thousand bytes a second for five hours: the missing one counts for nothing.
        const double received = std::get<double>(use.rows[0][5].value);
        QVERIFY2(qAbs(received - 2000.0 * 5 * 3600) < 2000 * 200, qPrintable(QString::number(received)));
        QVERIFY(use.rows[0][6].isEmpty());

        const Table& deployments = data->tables[1];
        QCOMPARE(deployments.rows.size(), 4);
        QCOMPARE(text(deployments, 0, 0), u"4"_s); // the newest first
        QCOMPARE(text(deployments, 0, 1), u"23 Nov 2026 01:00"_s);
        QCOMPARE(text(deployments, 1, 6), u"Failed"_s);
        QCOMPARE(deployments.rows[1][6].tone, Tone::Bad);
        QCOMPARE(text(deployments, 3, 4), u"ayşe"_s);

        QCOMPARE(text(data->tables[2], 0, 3), u"5"_s);

        const Table& events = data->tables[3];
        QVERIFY(events.rows.size() >= 2);
        QCOMPARE(text(events, 0, 0), u"Error"_s); // the worst first
        QCOMPARE(text(events, 0, 1), u"2"_s);
        QCOMPARE(text(events, 1, 2), u"BackOff"_s);
        QCOMPARE(text(events, 1, 1), u"3"_s);
    }

    void chartsHaveGapsAndMarkers()
    {
        const auto data = collect(*m_database, request());
        QVERIFY(data);
        QCOMPARE(data->charts.size(), 5);
        const chart::Spec& cpu = data->charts[0];
        QCOMPARE(cpu.series.size(), 2);
        QCOMPARE(cpu.series[0].name, u"shop/web"_s);
        QCOMPARE(cpu.markers.size(), 5);
        QCOMPARE(cpu.unit, chart::Unit::Cores);
        double highest = 0;
        for (const chart::Point& point : cpu.series[1].points)
            highest = std::max(highest, point.max);
        QCOMPARE(highest, 3.0);

        // The sum: three thousand bytes a second wherever both were measured, never a zero.
        const chart::Series& received = data->charts[2].series.first();
        QVERIFY(received.points.size() > 50);
        int gaps = 0;
        for (qsizetype i = 0; i < received.points.size(); ++i) {
            QCOMPARE(received.points[i].mean, 3000.0);
            gaps += i > 0 && received.points[i].atMs - received.points[i - 1].atMs > received.gapMs ? 1 : 0;
        }
        QCOMPARE(gaps, 1);
        QVERIFY(data->charts[3].series.isEmpty());
    }

    void aShortGapIsSeenInASumToo()
    {
        ReportRequest asked = request();
        asked.from = monday.addSecs(4 * 3600);
        asked.to = monday.addSecs(4 * 3600 + 1800);
        const auto data = collect(*m_database, asked);
        QVERIFY(data);
        const chart::Series& received = data->charts[2].series.first();
        int gaps = 0;
        for (qsizetype i = 1; i < received.points.size(); ++i)
            gaps += received.points[i].atMs - received.points[i - 1].atMs > received.gapMs ? 1 : 0;
        QCOMPARE(gaps, 1);
    }

    void aWorkloadsReport()
    {
        ReportRequest asked = request();
        asked.workload = subject(u"cart"_s).key;
        const auto data = collect(*m_database, asked);
        QVERIFY(data);
        QCOMPARE(data->workload, u"shop/cart"_s);
        QCOMPARE(data->tables[0].rows.size(), 1);
        QCOMPARE(data->tables[1].rows.size(), 2);
        QCOMPARE(data->tables[2].rows.size(), 0);
        QCOMPARE(data->charts[0].series.size(), 1);
        QCOMPARE(data->charts[2].series.first().points.first().mean, 1000.0);
        QVERIFY(pageTexts(pdf(*data)).join(u'\n').contains(u"üretim · shop/cart · Kubernetes"_s));
    }

    void alsoALongTime()
    {
        ReportRequest asked = request();
        asked.from = monday.addDays(-30);
        asked.to = monday.addDays(30);
        const auto data = collect(*m_database, asked);
        QVERIFY(data);
        QCOMPARE(text(data->tables[0], 0, 1), u"500m"_s);
        const double received = std::get<double>(data->tables[0].rows[0][5].value);
        QVERIFY2(qAbs(received - 2000.0 * 5 * 3600) < 2000 * 400, qPrintable(QString::number(received)));
        QVERIFY(Pages(*data).count() >= 2);
    }

    void nothingWasRecorded()
    {
        for (const QString& connection : {u"c2"_s, u"unknown"_s}) {
            ReportRequest asked = request();
            asked.connection = connection;
            asked.connectionName = u"as it is called"_s;
            const auto data = collect(*m_database, asked);
            QVERIFY(data);
            QCOMPARE(data->connection, connection == u"c2" ? u"other"_s : u"as it is called"_s);
            for (const Table& table : data->tables) {
                QVERIFY(table.rows.isEmpty());
                QCOMPARE(table.emptyText, u"Nothing was recorded in this period."_s);
            }
            const QStringList pages = pageTexts(pdf(*data));
            QCOMPARE(pages.join(u'\n').count(u"Nothing was recorded in this period."_s), 9);
        }
    }

    /// For a person's eyes, in the folder that KAPTAN_REPORTS names.
    void aReportToLookAt()
    {
        const QTemporaryDir temporary;
        const QString folder = qEnvironmentVariable("KAPTAN_REPORTS", temporary.path());
        const Language language(u"tr"_s);
        QVERIFY(language.isThere());
        ReportRequest asked = request();
        asked.locale = QLocale(u"tr_TR"_s);
        const auto data = collect(*m_database, asked);
        QVERIFY(data);
        QVERIFY(writePdf(*data, folder + u"/collected.pdf"_s));
    }

    void aPeriodHasALength()
    {
        ReportRequest asked = request();
        asked.to = asked.from;
        auto data = collect(*m_database, asked);
        QVERIFY(!data);
        QVERIFY(data.error().as<InvalidInput>());
        asked.from = QDateTime();
        QVERIFY(!collect(*m_database, asked));
    }

    void aBoundIsSaid()
    {
        ReportRequest asked = request();
        asked.rows = 3;
        const auto data = collect(*m_database, asked);
        QVERIFY(data);
        QCOMPARE(data->tables[1].rows.size(), 3);
        QCOMPARE(data->tables[1].note, u"Only the newest 3 were looked at."_s);
        QCOMPARE(figure(*data, 0), u"4"_s); // figures are of all
    }

private:
    static ReportRequest request()
    {
        ReportRequest asked;
        asked.connection = u"c1"_s;
        asked.from = monday;
        asked.to = monday.addDays(1);
        asked.madeAt = monday.addDays(1);
        asked.locale = QLocale(QLocale::English, QLocale::UnitedKingdom);
        asked.zone = QTimeZone("Europe/Istanbul");
        return asked;
    }

    static QString figure(const ReportData& data, qsizetype i)
    {
        return cellText(data.figures.value(i).value, data.figures.value(i).type, data.locale, data.zone);
    }

    QTemporaryDir m_folder;
    ManualClock m_clock{monday.addSecs(7 * 3600)};
    std::unique_ptr<Database> m_database;
};

QTEST_MAIN(TestCollect)
#include "tst_collect.moc"
