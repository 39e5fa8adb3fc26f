#include "app/history/queries.h"
#include "tests/support/patience.h"
#include "tests/ui_deployments/pane_rig.h"
#include "ui/common/diff_view.h"
#include "ui/deployments/action_record.h"
#include "ui/deployments/history_tab.h"

#include <QDir>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTest>

using namespace kaptan;
using namespace kaptan::test;
using namespace kaptan::ui;
using namespace Qt::StringLiterals;

namespace
{

struct Kept {
    QTemporaryDir folder;
    std::unique_ptr<history::History> history = std::make_unique<history::History>(history::History::Options{
        folder.filePath(u"history.db"_s), nullptr, {}, std::chrono::milliseconds(10)});
    FakeSession session;
    workload::Workload web = makeWorkload(u"web"_s, 2);

    Kept()
    {
        session::ConnectionSpec spec = session.spec();
        spec.id = u"c1"_s;
        session.setSpec(spec);
        history->see({u"c1"_s, u"shop"_s, workload::Platform::Docker, true});
    }

    history::Subject subject() const { return history::subjectOf(u"c1"_s, web); }

    void flush() const
    {
        const auto done = history->flush();
        QTRY_VERIFY_WITH_TIMEOUT(done.isFinished(), slow);
    }

    template <class T>
    T ask(Result<T> (*question)(history::Database&, const history::RecordFilter&)) const
    {
        history::RecordFilter filter;
        filter.connection = u"c1"_s;
        filter.workload = subject().key;
        const auto answer = history->read<T>(
            [question, filter](history::Database& database) { return question(database, filter); });
        if (!QTest::qWaitFor([&] { return answer.isFinished(); }, slow))
            return {};
        return answer.result().value_or(T());
    }
};

bool tells(const HistoryTab& tab, const QString& what, const QString& words)
{
    bool found = false;
    tab.model()->forEach(
        [&](const PastRow& row) { found = found || (row.what == what && row.message.contains(words)); });
    return found;
}

} // namespace

class TestHistoryTab : public QObject
{
    Q_OBJECT
private Q_SLOTS:

    void whatWasDoneIsRecordedWithItsEnd()
    {
        Kept kept;
        ActionRecord record(kept.history.get());
        const auto web = std::make_shared<const workload::Workload>(kept.web);
        record.followScale(kept.session, web, 5, kept.session.scale(web->id, 5));
        kept.session.answer(u"restart"_s, failure(Unfinished{u"web-1"_s, u"not ready after 60 seconds"_s}));
        record.follow(Verb::Restart, kept.session, web, kept.session.restart(web->id));
        workload::DeploySpec spec;
        spec.name = u"web"_s;
        spec.image = u"web:2"_s;
        spec.environment = {{u"TOKEN"_s, u"verysecret"_s}};
        record.followDeploy(kept.session, spec, kept.session.deploy(spec));

        HistoryTab tab;
        tab.resize(420, 500);
        tab.show(kept.history.get(), kept.subject());
        static_cast<QWidget&>(tab).show();
        QTRY_VERIFY_WITH_TIMEOUT(tells(tab, u"scaled"_s, u"2 → 5"_s), slow);
        QTRY_VERIFY_WITH_TIMEOUT(tells(tab, u"restarted-failed"_s, u"not ready after 60 seconds"_s), slow);
        QTRY_VERIFY_WITH_TIMEOUT(tells(tab, u"Deployment"_s, u"image web:2"_s), slow);
        QTRY_VERIFY_WITH_TIMEOUT(tells(tab, u"Deployment"_s, u"succeeded"_s), slow);
        QVERIFY(tells(tab, u"Scaling"_s, u"2 → 5"_s));
        QVERIFY(!tells(tab, u"Deployment"_s, u"verysecret"_s));
        const auto scalings = kept.ask(&history::scalingEvents);
        QCOMPARE(scalings.size(), 1);
        QCOMPARE(scalings.first().actor, ActionRecord::actor());
    }

    void twoRevisionsAreCompared()
    {
        Kept kept;
        for (int number = 1; number <= 2; ++number) {
            history::Revision revision;
            revision.subject = kept.subject();
            revision.number = number;
            revision.at = QDateTime::currentDateTimeUtc().addSecs(number - 100);
            revision.images = {u"web:%1"_s.arg(number)};
            revision.manifest = u"kind: Deployment\nspec:\n  replicas: %1\n"_s.arg(number);
            kept.history->add(revision);
        }
        kept.flush();
        HistoryTab tab;
        tab.resize(420, 500);
        tab.show(kept.history.get(), kept.subject());
        static_cast<QWidget&>(tab).show();
        QTRY_VERIFY_WITH_TIMEOUT(tells(tab, u"Revision 2"_s, u"web:2"_s), slow);
        auto* compare = tab.findChild<QPushButton*>(u"compareRevisions"_s);
        QVERIFY(compare);
        QVERIFY(compare->isVisible());
        compare->click();
        const auto* diff = tab.findChild<DiffView*>();
        QTRY_VERIFY_WITH_TIMEOUT(diff->compared() != nullptr, slow);
        QVERIFY(diff->unified().contains(u"-  replicas: 1"_s));
        QVERIFY(diff->unified().contains(u"+  replicas: 2"_s));
        const QString folder = qEnvironmentVariable("KAPTAN_SHOTS");
        if (!folder.isEmpty())
            QVERIFY(tab.grab().save(QDir(folder).filePath(u"history-diff.png"_s)));
        compare->click();
        if (!folder.isEmpty())
            QVERIFY(tab.grab().save(QDir(folder).filePath(u"history.png"_s)));
    }

    void withoutRecordsItSaysSo()
    {
        Kept kept;
        HistoryTab tab;
        tab.show(kept.history.get(), kept.subject());
        static_cast<QWidget&>(tab).show();
        QCOMPARE(tab.model()->total(), 0);
        tab.show(nullptr, {});
        // The drawer offers no history where there is none.
        PaneRig rig({makeWorkload(u"web"_s, 1)});
        QVERIFY(rig.pane.findChild<HistoryTab*>());
    }
};

QTEST_MAIN(TestHistoryTab)
#include "tst_history_tab.moc"
