#include "app/history/history.h"
#include "tests/support/fake_session.h"
#include "tests/support/patience.h"
#include "tests/support/recording_host.h"
#include "ui/common/style.h"
#include "ui/overview/overview_pane.h"

#include <QTemporaryDir>
#include <QTest>

using namespace kaptan;
using namespace kaptan::test;
using namespace kaptan::ui;
using namespace Qt::StringLiterals;
using workload::WorkloadState;

namespace
{

const QDateTime now(QDate(2026, 11, 24), QTime(12, 0), Qt::UTC);

class KeptHost : public RecordingHost
{
public:
    history::History* history() override { return kept.get(); }

    std::unique_ptr<history::History> kept;
};

} // namespace

class TestOverviewPane : public QObject
{
    Q_OBJECT
private Q_SLOTS:

    void init()
    {
        Style::instance().apply(Theme::Light, Density::Normal);
        m_folder = std::make_unique<QTemporaryDir>();
        m_clock = std::make_unique<ManualClock>(now);
        m_host = std::make_unique<KeptHost>();
        m_host->kept = std::make_unique<history::History>(history::History::Options{
            m_folder->filePath(u"history.db"_s), m_clock.get(), {}, std::chrono::milliseconds(10)});
        m_session = std::make_unique<FakeSession>();
        session::ConnectionSpec spec;
        spec.id = u"c1"_s;
        spec.name = u"shop"_s;
        m_session->setSpec(spec);
        m_pane = std::make_unique<OverviewPane>(*m_host, nullptr, *m_clock);
        m_pane->resize(1170, 690);
    }

    void cleanup()
    {
        m_pane.reset();
        m_session.reset();
        m_host.reset();
    }

    void itCountsAndLeadsToWhatItCounts()
    {
        m_session->setWorkloads({makeWorkload(u"web"_s, 3), makeWorkload(u"api"_s, 2, 0),
                                 makeWorkload(u"db"_s, 3, 1), makeWorkload(u"idle"_s, 0)});
        open();
        QTRY_COMPARE_WITH_TIMEOUT(m_pane->tile(WorkloadState::Running)->count(), 1, slow);
        QCOMPARE(m_pane->tile(WorkloadState::Failing)->count(), 1);
        QCOMPARE(m_pane->tile(WorkloadState::Degraded)->count(), 1);
        QCOMPARE(m_pane->tile(WorkloadState::Stopped)->count(), 1);
        QVERIFY(m_pane->tile(WorkloadState::Stopped)->isVisible());
        QVERIFY(!m_pane->tile(WorkloadState::Paused)->isVisible());
        QCOMPARE(m_pane->frame()->face(), PaneFrame::Face::Data);

        const auto unwell = shown(u"unwell"_s);
        QCOMPARE(unwell.size(), 2);
        QCOMPARE(unwell[0]->name(), u"api"_s); // the worst first
        QTest::mouseClick(unwell[0], Qt::LeftButton);
        QCOMPARE(m_host->panes, QStringList{u"deployments"_s});
        QCOMPARE(m_host->lastTarget.value(u"workloadId"_s).toString(), u"deployment:api"_s);
        QTest::mouseClick(m_pane->tile(WorkloadState::Failing), Qt::LeftButton);
        QCOMPARE(m_host->panes.size(), 2);
        QVERIFY(!m_host->lastTarget.value(u"filter"_s).toString().isEmpty());

        m_session->put(makeWorkload(u"api"_s, 2));
        QTRY_COMPARE_WITH_TIMEOUT(m_pane->tile(WorkloadState::Failing)->count(), 0, slow);
        QCOMPARE(shown(u"unwell"_s).size(), 1);
    }

    void curvesAreOfTheWhole()
    {
        const qint64 at = now.toSecsSinceEpoch();
        const QString web = history::subjectOf(u"c1"_s, makeWorkload(u"web"_s)).key;
        const QString api = history::subjectOf(u"c1"_s, makeWorkload(u"api"_s)).key;
        for (int i = 1; i <= 20; ++i)
            m_host->kept->measure(u"c1"_s, at - i * 15,
                                  {{history::nodeSubject(u"a"_s), history::Metric::Cpu, 500'000},
                                   {history::nodeSubject(u"b"_s), history::Metric::Cpu, 250'000},
                                   {web, history::Metric::Cpu, 700'000},
                                   {web, history::Metric::Replicas, 3},
                                   {api, history::Metric::Cpu, 50'000},
                                   {api, history::Metric::Replicas, 2}});
        const auto stored = m_host->kept->flush();
        QTRY_VERIFY_WITH_TIMEOUT(stored.isFinished(), slow);
        m_session->setWorkloads({makeWorkload(u"web"_s, 3)});
        open();
        QTRY_COMPARE_WITH_TIMEOUT(shown(u"consumers"_s).size(), 2, slow);
        QCOMPARE(shown(u"consumers"_s)[0]->name(), u"web"_s);
        const chart::Spec& cpu = m_pane->charts()[0]->spec();
        QCOMPARE(cpu.series.size(), 1);
        QCOMPARE(cpu.series[0].points.size(), 20);
        QCOMPARE(cpu.series[0].points[5].mean, 0.75); // both machines; workloads are not counted again
        QCOMPARE(m_pane->charts()[4]->spec().series[0].points.last().mean, 5.0);
        const QStringList words = m_pane->charts()[0]->valuesAt((at - 150) * 1000);
        QCOMPARE(words.size(), 2);
        QVERIFY2(words[1].contains(u"750m"_s), qPrintable(words[1]));
        QVERIFY(m_pane->charts()[0]->valuesAt((at - 3000) * 1000).isEmpty()); // not recorded then
        QTest::keyClick(m_pane->charts()[0], Qt::Key_Left);
        QCOMPARE(m_pane->charts()[0]->lookedAt(), (at - 15) * 1000);
        QTest::keyClick(m_pane->charts()[0], Qt::Key_Left);
        QCOMPARE(m_pane->charts()[0]->lookedAt(), (at - 30) * 1000);
        QVERIFY(!m_pane->grab().isNull());
    }

    void eventsLead()
    {
        workload::Event event;
        event.id = u"1"_s;
        event.at = now.addSecs(-60);
        event.action = u"die"_s;
        event.object = u"<b>web-1</b>"_s;
        m_session->addEvents({event});
        m_session->setWorkloads({makeWorkload(u"web"_s)});
        open();
        QTRY_COMPARE_WITH_TIMEOUT(shown(u"events"_s).size(), 1, slow);
        QCOMPARE(shown(u"events"_s)[0]->name(), u"die <b>web-1</b>"_s); // as it is written
        QTest::mouseClick(shown(u"events"_s)[0], Qt::LeftButton);
        QCOMPARE(m_host->panes, QStringList{u"events"_s});
    }

    void facesFollowTheSession()
    {
        m_session->setPhase(session::Phase::Failed, Error(Cancelled{}));
        open();
        QTRY_COMPARE_WITH_TIMEOUT(m_pane->frame()->face(), PaneFrame::Face::Error, slow);
        m_session->setPhase(session::Phase::Live);
        QTRY_COMPARE_WITH_TIMEOUT(m_pane->frame()->face(), PaneFrame::Face::Empty, slow);
        m_session->setWorkloads({makeWorkload(u"web"_s)});
        QTRY_COMPARE_WITH_TIMEOUT(m_pane->frame()->face(), PaneFrame::Face::Data, slow);
        m_session->setPhase(session::Phase::Reconnecting, Error(Cancelled{}));
        QTRY_COMPARE_WITH_TIMEOUT(m_pane->frame()->face(), PaneFrame::Face::Stale, slow);
    }

    void itFitsASmallWindow()
    {
        m_session->setWorkloads({makeWorkload(u"web"_s)});
        open();
        QTRY_COMPARE_WITH_TIMEOUT(m_pane->frame()->face(), PaneFrame::Face::Data, slow);
        m_pane->resize(560, 400);
        QVERIFY(QTest::qWaitForWindowExposed(m_pane.get()));
        QTRY_VERIFY_WITH_TIMEOUT(m_pane->charts()[1]->mapTo(m_pane.get(), QPoint()).y() >
                                     m_pane->charts()[0]->mapTo(m_pane.get(), QPoint()).y() + 100,
                                 slow); // below one another
    }

    void tenThousandAreCountedElsewhere()
    {
        QVector<workload::Workload> all;
        for (int i = 0; i < 10'000; ++i)
            all << makeWorkload(u"web-%1"_s.arg(i), 2, i % 100 == 0 ? 0 : 2);
        m_session->setWorkloads(all);
        open();
        QTRY_COMPARE_WITH_TIMEOUT(m_pane->tile(WorkloadState::Failing)->count(), 100, slow);
        const int before = m_pane->counted();
        for (int i = 0; i < 200; ++i)
            m_session->put(makeWorkload(u"web-%1"_s.arg(i), 2));
        QTRY_COMPARE_WITH_TIMEOUT(m_pane->tile(WorkloadState::Failing)->count(), 98, slow);
        QVERIFY(m_pane->counted() - before < 20); // many changes are one count
    }

private:
    void open()
    {
        m_pane->setSession(m_session.get());
        m_pane->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_pane.get()));
    }

    QVector<LinkRow*> shown(const QString& card) const
    {
        QVector<LinkRow*> rows = m_pane->rows(card);
        rows.removeIf([](const LinkRow* row) { return !row->isVisible(); });
        return rows;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<ManualClock> m_clock;
    std::unique_ptr<KeptHost> m_host;
    std::unique_ptr<FakeSession> m_session;
    std::unique_ptr<OverviewPane> m_pane;
};

QTEST_MAIN(TestOverviewPane)
#include "tst_overview_pane.moc"
