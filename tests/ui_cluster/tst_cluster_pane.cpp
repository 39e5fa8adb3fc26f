#include "pane_host.h"
#include "tests/support/fake_session.h"
#include "ui/cluster/cluster_pane.h"
#include "ui/cluster/figure_card.h"
#include "ui/common/pane_frame.h"

#include <QLabel>
#include <QSignalSpy>
#include <QTest>
#include <QTranslator>

using namespace kaptan;
using namespace kaptan::ui;
using namespace Qt::StringLiterals;
using session::Phase;

/// The pane's faces and what it asks for, with a session in memory; numbers are tested on genuine engines.
class TestClusterPane : public QObject
{
    Q_OBJECT
private Q_SLOTS:

    void initTestCase() { Style::instance().apply(Theme::Light, Density::Normal); }

    void init()
    {
        m_session = std::make_unique<test::FakeSession>();
        m_pane = std::make_unique<ClusterPane>(m_host);
        m_pane->resize(1169, 640);
        m_frame = m_pane->findChild<PaneFrame*>();
    }

    void cleanup()
    {
        m_pane.reset();
        m_session.reset();
    }

    void withoutConnectionItOffersOne()
    {
        show();
        QSignalSpy asked(m_pane.get(), &ClusterPane::connectionsRequested);
        QCOMPARE(m_frame->face(), PaneFrame::Face::Empty);
        Q_EMIT m_frame->connectionsRequested();
        QCOMPARE(asked.size(), 1);
    }

    void failureIsAnErrorFaceWithRetry()
    {
        show();
        m_pane->setSession(m_session.get());
        QCOMPARE(m_frame->face(), PaneFrame::Face::Empty); // live, but no engine behind it
        m_session->setPhase(Phase::Connecting);
        QCOMPARE(m_frame->face(), PaneFrame::Face::Loading);
        m_session->setPhase(Phase::Failed,
                            Error(TransportError{TransportError::Kind::Refused, u"/run/docker.sock"_s, {}}));
        QVERIFY(m_frame->face() == PaneFrame::Face::Error || m_frame->face() == PaneFrame::Face::Stale);
        QVERIFY(!action("pullImage")->isEnabled());
        QVERIFY(!action("pullImage")->toolTip().isEmpty());
    }

    void watchesOnlyWhatRunsAndOnlyWhileSeen()
    {
        m_session->setWorkloads({test::makeWorkload(u"web"_s, 3, 2)});
        m_pane->setSession(m_session.get());
        QVERIFY(m_session->metricSource().watched().isEmpty());
        show();
        QCOMPARE(m_session->metricSource().watched().size(), 2);
        m_session->put(test::makeWorkload(u"db"_s, 1));
        QTRY_COMPARE(m_session->metricSource().watched().size(), 3);
        m_pane->hide();
        QVERIFY(m_session->metricSource().watched().isEmpty());
        m_session->put(test::makeWorkload(u"more"_s, 1));
        m_pane->show();
        QTRY_COMPARE(m_session->metricSource().watched().size(), 4);
        m_session->setPhase(Phase::Reconnecting);
        QVERIFY(m_session->metricSource().watched().isEmpty());
        m_session->setPhase(Phase::Live);
        QCOMPARE(m_session->metricSource().watched().size(), 4);
        m_pane.reset();
        QVERIFY(m_session->metricSource().watched().isEmpty());
    }

    void countsFollowTheWorkloads()
    {
        m_session->setWorkloads({test::makeWorkload(u"web"_s, 3, 2)});
        m_pane->setSession(m_session.get());
        show();
        auto* card = m_pane->findChild<FigureCard*>(u"containersCard"_s);
        QCOMPARE(card->figure(), u"2"_s);
        QVERIFY2(card->caption().contains(u'3'), qPrintable(card->caption()));
        workload::Workload lost = test::makeWorkload(u"lost"_s, 1);
        lost.instances[0].state = workload::InstanceState::Missing;
        m_session->put({lost, test::makeWorkload(u"db"_s, 1)});
        QTRY_COMPARE(card->figure(), u"3"_s);
        QVERIFY2(card->caption().contains(u'4'), qPrintable(card->caption())); // a missing one is none
    }

    void anotherSessionForgetsTheFirst()
    {
        test::FakeSession other;
        m_session->setWorkloads({test::makeWorkload(u"web"_s, 2)});
        m_pane->setSession(m_session.get());
        show();
        QCOMPARE(m_session->metricSource().watched().size(), 2);
        m_pane->setSession(&other);
        QVERIFY(m_session->metricSource().watched().isEmpty());
        QCOMPARE(m_pane->findChild<FigureCard*>(u"containersCard"_s)->figure(), u"0"_s);
        m_pane->setSession(nullptr);
    }

    void turkishAtRunTime()
    {
        show();
        m_pane->setSession(m_session.get());
        QTranslator turkish;
        QVERIFY(turkish.load(u":/i18n/kaptan_tr.qm"_s));
        QCoreApplication::installTranslator(&turkish);
        QTRY_COMPARE(action("refresh")->text(), u"Yenile"_s);
        QCOMPARE(m_pane->title(), u"Küme"_s);
        QCOMPARE(m_pane->findChild<QTabBar*>(u"clusterTabs"_s)->tabText(1), u"İmajlar"_s);
        QCoreApplication::removeTranslator(&turkish);
        QTRY_COMPARE(action("refresh")->text(), u"Refresh"_s);
    }

    void everyActionIsInThePaletteWithAName()
    {
        m_pane->setSession(m_session.get());
        show();
        m_pane->showTarget({{u"tab"_s, u"volumes"_s}});
        QStringList names;
        for (const QAction* each : m_pane->paletteActions()) {
            QVERIFY(!each->text().isEmpty());
            names << each->objectName();
        }
        for (const QString& name :
             {u"pullImage"_s, u"createVolume"_s, u"remove"_s, u"refresh"_s, u"measureDiskUse"_s})
            QVERIFY2(names.contains(name), qPrintable(name));
    }

private:
    void show()
    {
        m_pane->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_pane.get()));
    }

    QAction* action(const char* name) const { return m_pane->findChild<QAction*>(QString::fromLatin1(name)); }

    test::PaneHostLog m_host;
    std::unique_ptr<test::FakeSession> m_session;
    std::unique_ptr<ClusterPane> m_pane;
    PaneFrame* m_frame = nullptr;
};

QTEST_MAIN(TestClusterPane)
#include "tst_cluster_pane.moc"
