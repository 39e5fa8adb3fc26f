#include "app/history/history.h"
#include "tests/support/fake_session.h"
#include "tests/support/patience.h"
#include "tests/support/recording_host.h"
#include "ui/events/events_pane.h"

#include <QDir>
#include <QScrollBar>
#include <QTemporaryDir>
#include <QTest>

using namespace kaptan;
using namespace kaptan::test;
using namespace kaptan::ui;
using namespace kaptan::workload;
using namespace Qt::StringLiterals;

namespace
{
const QDateTime now(QDate(2026, 11, 24), QTime(12, 0), Qt::UTC);
const QString uid = u"0f0f0f0f-aaaa-bbbb-cccc-"_s;

Event makeEvent(int number, int count, qint64 secondsAgo, EventSeverity severity = EventSeverity::Normal)
{
    Event made;
    made.id = uid + QString::number(number) + u'-' + QString::number(count);
    made.at = now.addSecs(-secondsAgo);
    made.severity = severity;
    made.kind = u"Pod"_s;
    made.action = severity == EventSeverity::Normal ? u"Pulled"_s : u"BackOff"_s;
    made.object = u"shop/web-%1"_s.arg(number);
    made.objectId = u"id-%1"_s.arg(number);
    made.message = count > 1 ? u"it is so (×%1)"_s.arg(count) : u"it is so"_s;
    return made;
}

class KeptHost : public RecordingHost
{
public:
    history::History* history() override { return kept.get(); }

    std::unique_ptr<history::History> kept;
};

struct Rig {
    QTemporaryDir folder;
    ManualClock clock{now};
    KeptHost host;
    FakeSession session;
    std::unique_ptr<EventsPane> pane;

    explicit Rig(const QVector<Event>& before = {})
    {
        host.kept = std::make_unique<history::History>(history::History::Options{
            folder.filePath(u"history.db"_s), &clock, {}, std::chrono::milliseconds(10)});
        session::ConnectionSpec spec = session.spec();
        spec.id = u"c1"_s;
        session.setSpec(spec);
        host.kept->see({u"c1"_s, u"shop"_s, Platform::Kubernetes, true});
        host.kept->store(u"c1"_s, before);
        flush();
    }

    void flush()
    {
        const auto done = host.kept->flush();
        QTRY_VERIFY_WITH_TIMEOUT(done.isFinished(), slow);
    }

    void open()
    {
        pane = std::make_unique<EventsPane>(host, nullptr, clock);
        pane->resize(1100, 600);
        pane->setSession(&session);
        pane->show();
    }
};
} // namespace

class TestStoredEvents : public QObject
{
    Q_OBJECT
private Q_SLOTS:

    void liveAndStoredAreOneList()
    {
        Rig rig({makeEvent(1, 3, 600, EventSeverity::Warning), makeEvent(2, 1, 7200)});
        rig.open();
        QTRY_COMPARE_WITH_TIMEOUT(rig.pane->model()->total(), 2, slow);
        // The same one, once more, and another one.
        rig.session.addEvents({makeEvent(1, 4, 5, EventSeverity::Warning), makeEvent(3, 1, 1)});
        QTRY_COMPARE_WITH_TIMEOUT(rig.pane->model()->total(), 3, slow);
        const EventRow* row = rig.pane->model()->find(uid + u'1');
        QVERIFY(row);
        QCOMPARE(row->count, 4);
        QVERIFY(row->isLive);
        QCOMPARE(row->event.message, u"it is so"_s);
        QCOMPARE(row->firstAt, now.addSecs(-600));
    }

    void kaptansOwnComeWhenTheyAreStored()
    {
        Rig rig({makeEvent(1, 1, 60)});
        rig.open();
        QTRY_COMPARE_WITH_TIMEOUT(rig.pane->model()->total(), 1, slow);
        rig.host.kept->note({u"c1"_s, u"deployment:shop/web"_s, u"deployment"_s, u"shop"_s, u"web"_s},
                            EventSeverity::Normal, u"scaled"_s, u"from 1 to 3"_s, u"ayşe@desk"_s);
        QTRY_COMPARE_WITH_TIMEOUT(rig.pane->model()->total(), 2, slow);
        const EventRow* row = rig.pane->model()->rowAt(0);
        QCOMPARE(row->source, u"kaptan"_s);
        QCOMPARE(row->event.action, u"scaled"_s);
    }

    void whatWasKeptIsShownWithoutTheConnection()
    {
        Rig rig({makeEvent(1, 1, 60)});
        rig.session.setState({session::Phase::Failed, now, {}, Error(TransportError{}), false, {}});
        rig.open();
        QTRY_COMPARE_WITH_TIMEOUT(rig.pane->model()->shown(), 1, slow);
        QVERIFY(rig.pane->frame()->face() == PaneFrame::Face::Data);
    }

    void olderOnesComeByPages()
    {
        QVector<Event> many;
        for (int i = 0; i < 1300; ++i)
            many << makeEvent(i, 1, i * 60);
        Rig rig(many);
        rig.open();
        QTRY_COMPARE_WITH_TIMEOUT(rig.pane->model()->total(), StoredEvents::pageSize, slow);
        QScrollBar* bar = rig.pane->table()->verticalScrollBar();
        QTRY_VERIFY_WITH_TIMEOUT(bar->maximum() > 0, slow);
        for (int turn = 0; turn < 3; ++turn) {
            const int before = rig.pane->model()->total();
            bar->setValue(bar->maximum());
            QTRY_VERIFY_WITH_TIMEOUT(rig.pane->model()->total() > before || !rig.pane->stored()->hasMore(),
                                     slow);
        }
        QTRY_COMPARE_WITH_TIMEOUT(rig.pane->model()->total(), 1300, slow);
        // What the first pages did not hold is found.
        rig.pane->setSession(nullptr);
        rig.pane->setSession(&rig.session);
        QTRY_COMPARE_WITH_TIMEOUT(rig.pane->model()->total(), StoredEvents::pageSize, slow);
        rig.pane->frame()->filterEdit()->setText(u"web-1299"_s);
        QTRY_COMPARE_WITH_TIMEOUT(rig.pane->model()->shown(), 1, slow);
    }

    void theLineOfTimeChoosesATime()
    {
        Rig rig(
            {makeEvent(1, 1, 60), makeEvent(2, 1, 3000, EventSeverity::Warning), makeEvent(3, 1, 86'000)});
        rig.open();
        TimeLine* line = rig.pane->timeLine();
        rig.pane->timeRange()->setKind(TimeRange::Kind::Hour);
        QTRY_COMPARE_WITH_TIMEOUT(rig.pane->model()->shown(), 2, slow);
        const auto bad = [&] {
            for (int i = 0; i < line->bars().size(); ++i)
                if (line->bars()[i].warning > 0)
                    return i;
            return -1;
        };
        QTRY_VERIFY_WITH_TIMEOUT(bad() >= 0 && bad() < 40, slow);
        const int bar = bad();
        QVERIFY(line->toolTipOf(bar).contains(u'1'));
        const int y = line->height() / 3;
        QTest::mousePress(line, Qt::LeftButton, {}, {line->xOf(bar - 1) + 2, y});
        QTest::mouseMove(line, {line->xOf(bar + 1) + 2, y});
        QTest::mouseRelease(line, Qt::LeftButton, {}, {line->xOf(bar + 1) + 2, y});
        QTRY_COMPARE_WITH_TIMEOUT(rig.pane->model()->shown(), 1, slow);
        QCOMPARE(rig.pane->model()->rowAt(0)->event.action, u"BackOff"_s);
        QVERIFY(rig.pane->timeRange()->kind() == TimeRange::Kind::FromTo);
        QTest::mouseDClick(line, Qt::LeftButton, {}, {line->xOf(3), y});
        QTRY_COMPARE_WITH_TIMEOUT(rig.pane->model()->shown(), 3, slow);
    }

    void looks_data()
    {
        QTest::addColumn<int>("theme");
        QTest::addColumn<QSize>("size");
        QTest::newRow("light") << int(Theme::Light) << QSize(1169, 692);
        QTest::newRow("dark-small") << int(Theme::Dark) << QSize(760, 480);
    }

    void looks()
    {
        QFETCH(int, theme);
        QFETCH(QSize, size);
        Style::instance().apply(Theme(theme), Density::Normal);
        QVector<Event> many;
        for (int i = 0; i < 400; ++i)
            many << makeEvent(i, i % 7 + 1, i * (i % 13) * 20,
                              i % 9 == 0 ? EventSeverity::Warning : EventSeverity::Normal);
        Rig rig(many);
        rig.open();
        rig.pane->resize(size);
        QTRY_VERIFY_WITH_TIMEOUT(rig.pane->model()->total() == 400 && !rig.pane->timeLine()->bars().isEmpty(),
                                 slow);
        // Pictures go where KAPTAN_SHOTS points; without it nothing is written.
        const QString folder = qEnvironmentVariable("KAPTAN_SHOTS");
        if (!folder.isEmpty())
            QVERIFY(rig.pane->grab().save(
                QDir(folder).filePath(u"events-"_s + QLatin1String(QTest::currentDataTag()) + u".png"_s)));
    }
};

QTEST_MAIN(TestStoredEvents)
#include "tst_stored_events.moc"
