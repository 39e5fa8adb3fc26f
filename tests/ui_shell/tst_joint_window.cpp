#include "app/session/joint_session.h"
#include "rig.h"
#include "ui/common/pane_frame.h"
#include "ui/common/table_view.h"
#include "ui/common/widgets.h"
#include "ui/events/events_model.h"
#include "ui/shell/top_bar.h"

#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QTest>

using namespace kaptan;
using namespace kaptan::ui;
using namespace Qt::StringLiterals;
using session::Phase;

/// Several connections shown together, from the list of connections to every pane.
class TestJointWindow : public QObject
{
    Q_OBJECT

    static QString add(Rig& rig, const QString& name)
    {
        session::ConnectionSpec spec;
        spec.name = name;
        spec.address = u"unix:///nowhere/"_s + name;
        return rig.app->connections().add(spec)->id;
    }

    static void select(TableView* table, const QStringList& ids)
    {
        table->clearSelection();
        for (const QString& id : ids)
            table->selectionModel()->select(table->rowModel()->index(table->rowModel()->rowOf(id), 0),
                                            QItemSelectionModel::Select | QItemSelectionModel::Rows);
    }

    static Phase phase(Rig& rig, const QString& id)
    {
        return rig.app->connections().session(id)->state().phase;
    }

private Q_SLOTS:

    void chosenInTheListTheyAreShownTogether()
    {
        Rig rig;
        const QString one = add(rig, u"one"_s), two = add(rig, u"two"_s), three = add(rig, u"three"_s);
        MainWindow& window = rig.window();
        window.show();
        window.openPane(u"connections"_s);
        auto* table = window.findChild<TableView*>(u"connectionsTable"_s);
        auto* together = window.findChild<QAction*>(u"together"_s);
        select(table, {one});
        QVERIFY(!together->isEnabled());
        QTRY_VERIFY(window.findChild<QAction*>(u"connect"_s)->isEnabled());
        select(table, {one, two});
        QVERIFY(together->isEnabled());
        QVERIFY(!window.findChild<QAction*>(u"connect"_s)->isEnabled()); // which one?
        QVERIFY(rig.app->connections().sessions().isEmpty());            // none is contacted before
        together->trigger();
        QVERIFY(window.session() && window.session()->isJoint());
        QCOMPARE(window.session()->members().size(), 2);
        QCOMPARE(window.currentPane(), u"deployments"_s);
        QVERIFY(window.windowTitle().contains(u"one + two"_s));
        QTRY_COMPARE(phase(rig, one), Phase::Failed);
        QTRY_COMPARE(phase(rig, two), Phase::Failed);
        QCOMPARE(phase(rig, three), Phase::Idle);

        // One of them alone next: it stays open, the other one is let go.
        window.connectTo(two);
        QVERIFY(!window.session()->isJoint());
        QTRY_COMPARE(phase(rig, one), Phase::Idle);
        QCOMPARE(phase(rig, two), Phase::Failed);
        // And back, by another pair.
        window.connectTogether({two, three});
        QTRY_COMPARE(phase(rig, three), Phase::Failed);
        QCOMPARE(phase(rig, two), Phase::Failed);
        QCOMPARE(phase(rig, one), Phase::Idle);
        window.connectTogether({one, three});
        QTRY_COMPARE(phase(rig, two), Phase::Idle);
        QTRY_COMPARE(phase(rig, one), Phase::Failed);
        QCOMPARE(phase(rig, three), Phase::Failed);

        // The first member that goes takes it along.
        QVERIFY(rig.app->connections().remove(three));
        QVERIFY(!window.session());
        QTRY_COMPARE(phase(rig, one), Phase::Idle);
    }

    void theTopBarSaysWhichAndWhetherOneIsProduction()
    {
        Rig rig;
        test::FakeSession other;
        session::ConnectionSpec spec = other.spec();
        spec.id = u"other"_s;
        spec.name = QString(90, u'x');
        spec.production = true;
        other.setSpec(spec);
        session::JointSession joint({&rig.session, &other}, Clock::system());
        joint.open();
        MainWindow& window = rig.window();
        window.setSession(&joint);
        window.resize(900, 560);
        window.show();
        auto* switcher = window.findChild<QPushButton*>(u"switcher"_s);
        QVERIFY2(switcher->accessibleName().contains(u"fake-engine + xxx"_s),
                 qPrintable(switcher->accessibleName()));
        QTRY_VERIFY(switcher->width() <= 420); // the rest of the bar keeps its place
        bool marked = false;
        for (const ChipLabel* chip : switcher->findChildren<ChipLabel*>())
            marked = marked || (chip->isVisible() && chip->text() == u"production"_s &&
                                chip->geometry().right() <= switcher->width());
        QVERIFY(marked);
        rig.shot("joint");
        window.setSession(nullptr);
    }

    void theClusterPaneAsksToChooseOne()
    {
        Rig rig;
        test::FakeSession other;
        session::ConnectionSpec spec = other.spec();
        spec.id = u"other"_s;
        other.setSpec(spec);
        session::JointSession joint({&rig.session, &other}, Clock::system());
        joint.open();
        MainWindow& window = rig.window();
        window.setSession(&joint);
        window.show();
        window.openPane(u"cluster"_s);
        const auto words = [&] {
            QString all;
            for (const QLabel* label : window.pane(u"cluster"_s)->findChildren<QLabel*>())
                if (label->isVisible())
                    all += label->text() + u'\n';
            return all;
        };
        QTRY_VERIFY2(words().contains(u"Several connections are shown together"_s), qPrintable(words()));
        QVERIFY(words().contains(u"Ctrl+O"_s));
        QVERIFY(rig.session.metricSource().watched().isEmpty()); // nothing is sampled for an empty face
        // Also while one of them is away.
        other.setPhase(Phase::Failed);
        QVERIFY(words().contains(u"Several connections are shown together"_s));
        QVERIFY(rig.app->settings().set(settings::key::language, u"tr_TR"_s));
        QTRY_VERIFY2(words().contains(u"Birkaç bağlantı birlikte gösteriliyor"_s), qPrintable(words()));
        window.setSession(nullptr);
    }

    void eventsSayOfWhichTheyAre()
    {
        Rig rig;
        test::FakeSession other;
        session::ConnectionSpec spec = other.spec();
        spec.id = u"other"_s;
        spec.name = u"staging"_s;
        other.setSpec(spec);
        session::JointSession joint({&rig.session, &other}, Clock::system());
        joint.open();
        MainWindow& window = rig.window();
        window.setSession(&joint);
        window.show();
        window.openPane(u"events"_s);
        workload::Event event;
        event.id = u"1"_s;
        event.at = QDateTime::currentDateTimeUtc();
        event.objectId = u"0123456789abcdef"_s;
        other.addEvents({event});
        TableView* table = nullptr;
        for (auto* view : window.pane(u"events"_s)->findChildren<TableView*>())
            table =
                view->rowModel() && view->rowModel()->columns().value(1).id == u"connection"_s ? view : table;
        QVERIFY(table);
        QTRY_COMPARE(table->rowModel()->rowCount(), 1);
        QVERIFY(!table->isColumnHidden(1));
        QCOMPARE(table->rowModel()->cellAt(0, 1).text, u"staging"_s);
        QCOMPARE(table->rowModel()->cellAt(0, EventsModel::Object).text,
                 u"0123456789ab"_s); // the engine's own id
        window.setSession(&other);
        QTRY_COMPARE(table->rowModel()->rowCount(), 1);
        QVERIFY(table->isColumnHidden(1));
        window.setSession(nullptr);
    }
};

int main(int argc, char** argv)
{
    QApplication app(argc, argv);
    TestJointWindow test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_joint_window.moc"
