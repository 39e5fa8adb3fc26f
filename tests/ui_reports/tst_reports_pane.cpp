#include "app/history/history.h"
#include "tests/support/patience.h"
#include "tests/support/recording_host.h"
#include "ui/common/style.h"
#include "ui/reports/reports_pane.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace kaptan;
using namespace kaptan::test;
using namespace kaptan::ui;
using namespace Qt::StringLiterals;

namespace
{
const QDateTime now(QDate(2026, 11, 24), QTime(12, 0), Qt::UTC);

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
    std::unique_ptr<ReportsPane> pane;

    explicit Rig(bool recorded)
    {
        host.kept = std::make_unique<history::History>(history::History::Options{
            folder.filePath(u"history.db"_s), &clock, {}, std::chrono::milliseconds(10)});
        if (recorded) {
            host.kept->see({u"c1"_s, u"shop"_s, workload::Platform::Docker, true});
            const history::Subject web{u"c1"_s, u"deployment:shop/web"_s, u"deployment"_s, u"shop"_s,
                                       u"web"_s};
            host.kept->note(web, workload::EventSeverity::Normal, u"scaled"_s, u"from 1 to 3"_s,
                            u"ayşe@desk"_s);
            history::ScalingEvent scaled;
            scaled.subject = web;
            scaled.at = now.addSecs(-3600);
            scaled.from = 1;
            scaled.to = 3;
            host.kept->add(scaled);
            QVector<history::Measurement> values{{web.key, history::Metric::Cpu, 250'000},
                                                 {web.key, history::Metric::Memory, 64'000'000}};
            for (int i = 0; i < 100; ++i)
                host.kept->measure(u"c1"_s, now.toSecsSinceEpoch() - 7200 + i * 15, values);
        }
        const auto done = host.kept->flush();
        QTRY_VERIFY_WITH_TIMEOUT(done.isFinished(), slow);
    }

    void open()
    {
        pane = std::make_unique<ReportsPane>(host, nullptr, clock);
        pane->resize(1169, 692);
        pane->show();
    }

    Result<void> saved() const
    {
        const auto task = host.lastTask;
        return QTest::qWaitFor([&] { return task.isFinished(); }, slow) ? task.result()
                                                                        : failure(Cancelled{});
    }
};
} // namespace

class TestReportsPane : public QObject
{
    Q_OBJECT
private Q_SLOTS:

    void withoutRecordsItSaysWhatToDo()
    {
        Rig rig(false);
        rig.open();
        QTRY_VERIFY_WITH_TIMEOUT(rig.pane->frame()->face() == PaneFrame::Face::Empty, slow);
        QVERIFY(!rig.pane->action(u"pdf"_s)->isEnabled());
        RecordingHost none;
        ReportsPane pane(none, nullptr, rig.clock);
        pane.show();
        QVERIFY(pane.frame()->face() == PaneFrame::Face::Empty);
    }

    void chooseLookAndSave()
    {
        Style::instance().apply(Theme::Light, Density::Normal);
        Rig rig(true);
        rig.open();
        ReportsPane& pane = *rig.pane;
        QTRY_VERIFY_WITH_TIMEOUT(pane.hasReport(), slow);
        QCOMPARE(pane.connectionBox()->currentText(), u"shop"_s);
        QTRY_VERIFY_WITH_TIMEOUT(pane.pages()->painted() > 0, slow);
        QCOMPARE(pane.workloadBox()->count(), 2);
        QVERIFY(pane.action(u"pdf"_s)->isEnabled());
        const QString folder = qEnvironmentVariable("KAPTAN_SHOTS");
        if (!folder.isEmpty())
            QVERIFY(pane.grab().save(QDir(folder).filePath(u"reports.png"_s)));

        QTemporaryDir out;
        pane.savePdf(out.filePath(u"r.pdf"_s));
        QVERIFY(rig.saved());
        QFile pdf(out.filePath(u"r.pdf"_s));
        QVERIFY(pdf.open(QIODevice::ReadOnly));
        QVERIFY(pdf.read(5) == "%PDF-");
        pane.saveCsv(out.path());
        QVERIFY(rig.saved());
        QVERIFY(!QDir(out.path()).entryList({u"*.csv"_s}).isEmpty());
        QCOMPARE(rig.host.tasks.size(), 2);

        const int before = pane.made();
        pane.workloadBox()->setCurrentIndex(1);
        QTRY_VERIFY_WITH_TIMEOUT(pane.made() > before, slow);
        QVERIFY(pane.action(u"pdf"_s)->isEnabled());
    }

    void whyItCouldNotBeSavedIsTold()
    {
        Rig rig(true);
        rig.open();
        QTRY_VERIFY_WITH_TIMEOUT(rig.pane->hasReport(), slow);
        // No folder of that name: as with one that may not be written, also for an administrator.
        const QString nowhere = rig.folder.filePath(u"not there"_s);
        rig.pane->saveCsv(nowhere);
        const Result<void> tables = rig.saved();
        QVERIFY(!tables);
        QVERIFY(tables.error().message().contains(u"not there"_s));
        rig.pane->savePdf(nowhere + u"/r.pdf"_s);
        QVERIFY(!rig.saved());
    }
};

QTEST_MAIN(TestReportsPane)
#include "tst_reports_pane.moc"
