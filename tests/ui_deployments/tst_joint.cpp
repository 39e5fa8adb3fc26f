#include "app/session/joint_id.h"
#include "app/session/joint_session.h"
#include "tests/ui_deployments/rig.h"
#include "ui/common/confirm_dialog.h"
#include "ui/common/drawer.h"
#include "ui/common/faces.h"
#include "ui/common/pane_frame.h"
#include "ui/common/table_view.h"
#include "ui/common/widgets.h"
#include "ui/deployments/deployments_pane.h"

#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTest>

using namespace kaptan;
using namespace kaptan::test;
using namespace kaptan::ui;
using namespace Qt::StringLiterals;
using session::Phase;

namespace
{

void name(FakeSession& session, const QString& id, const QString& word)
{
    session::ConnectionSpec spec = session.spec();
    spec.id = id;
    spec.name = word;
    session.setSpec(spec);
}

/// The pane over two sessions shown together, both with a "web".
struct Rig {
    Rig()
    {
        name(a, u"a"_s, u"alpha"_s);
        name(b, u"b"_s, u"staging <b>x</b>"_s);
        a.setWorkloads({makeWorkload(u"web"_s, 2)});
        b.setWorkloads({makeWorkload(u"web"_s, 3), makeWorkload(u"db"_s, 1)});
        joint = std::make_unique<session::JointSession>(QVector<session::Session*>{&a, &b}, Clock::system());
        pane.resize(1169, 692);
        table = pane.findChild<TableView*>(u"deploymentsTable"_s);
        frame = pane.findChild<PaneFrame*>();
        drawer = pane.findChild<Drawer*>();
        joint->open();
        pane.setSession(joint.get());
        pane.show();
    }

    ~Rig() { pane.setSession(nullptr); }

    QAction* action(const char* id) const { return pane.findChild<QAction*>(QLatin1String(id)); }

    int rows() const { return table->rowModel()->rowCount(); }

    void select(const QStringList& ids)
    {
        table->clearSelection();
        for (const QString& id : ids)
            table->selectionModel()->select(table->rowModel()->index(table->rowModel()->rowOf(id), 0),
                                            QItemSelectionModel::Select | QItemSelectionModel::Rows);
        QCoreApplication::processEvents();
    }

    QString cell(const QString& id) const
    {
        return table->rowModel()->cellAt(table->rowModel()->rowOf(id), DeploymentsModel::Connection).text;
    }

    FakeHost host;
    FakeSession a, b;
    std::unique_ptr<session::JointSession> joint;
    DeploymentsPane pane{host};
    TableView* table = nullptr;
    PaneFrame* frame = nullptr;
    Drawer* drawer = nullptr;
};

ConfirmDialog* question()
{
    for (QWidget* widget : QApplication::topLevelWidgets())
        if (auto* dialog = qobject_cast<ConfirmDialog*>(widget); dialog && dialog->isVisible())
            return dialog;
    return nullptr;
}

QString wordsOf(const QWidget* widget)
{
    QString all;
    for (const QLabel* label : widget->findChildren<QLabel*>())
        all += label->text() + u'\n';
    for (const QPlainTextEdit* names : widget->findChildren<QPlainTextEdit*>())
        all += names->toPlainText() + u'\n';
    return all;
}

const QString webOfA = session::jointId(u"a"_s, u"deployment:web"_s);
const QString webOfB = session::jointId(u"b"_s, u"deployment:web"_s);
const QString dbOfB = session::jointId(u"b"_s, u"deployment:db"_s);

} // namespace

/// The deployments of several connections in one table.
class TestJoint : public QObject
{
    Q_OBJECT
private Q_SLOTS:

    void initTestCase() { Style::instance().apply(Theme::Light, Density::Normal); }

    void theColumnIsThereForSeveralOnly()
    {
        Rig rig;
        QTRY_COMPARE(rig.rows(), 3);
        QVERIFY(!rig.table->isColumnHidden(DeploymentsModel::Connection));
        QCOMPARE(rig.cell(webOfA), u"alpha"_s);
        QCOMPARE(rig.cell(webOfB), u"staging <b>x</b>"_s); // plain, as it is called

        // It sorts.
        rig.table->sortByColumn(DeploymentsModel::Connection, Qt::DescendingOrder);
        QCOMPARE(rig.table->rowModel()->keyAt(2), webOfA);
        // The filter finds it, and what comes to it.
        rig.frame->filterEdit()->setText(u"staging"_s);
        QTRY_COMPARE(rig.rows(), 2);
        rig.b.put(makeWorkload(u"new"_s, 1));
        QTRY_COMPARE(rig.rows(), 3);
        rig.frame->filterEdit()->clear();
        QTRY_COMPARE(rig.rows(), 4);

        // One alone needs none, and is not sorted by what nobody sees.
        rig.pane.setSession(&rig.b);
        QTRY_COMPARE(rig.rows(), 3);
        QVERIFY(rig.table->isColumnHidden(DeploymentsModel::Connection));
        QCOMPARE(rig.table->rowModel()->sortColumn(), int(DeploymentsModel::Name));
        QVERIFY(!rig.table->isColumnHidden(DeploymentsModel::Group));
        rig.pane.setSession(rig.joint.get());
        QVERIFY(!rig.table->isColumnHidden(DeploymentsModel::Connection));
    }

    void theColumnStaysWhereThereIsLittleRoom()
    {
        Rig rig;
        QTRY_COMPARE(rig.rows(), 3);
        rig.pane.resize(640, 500);
        QTRY_VERIFY(rig.table->isColumnHidden(DeploymentsModel::Image));
        QVERIFY(!rig.table->isColumnHidden(DeploymentsModel::Connection));
    }

    void theDetailsSayOfWhichItIs()
    {
        Rig rig;
        QTRY_COMPARE(rig.rows(), 3);
        rig.pane.showTarget({{u"workloadId"_s, webOfB}});
        QTRY_VERIFY(rig.drawer->isOpen());
        QString shown;
        for (const FactList* facts : rig.drawer->findChildren<FactList*>())
            shown += facts->value(u"connection"_s);
        QCOMPARE(shown, u"staging <b>x</b>"_s);
    }

    void anActionAsksTheOwnerAlone()
    {
        Rig rig;
        QTRY_COMPARE(rig.rows(), 3);
        rig.a.actions.clear();
        rig.b.actions.clear();
        rig.select({dbOfB});
        rig.action("stop")->trigger();
        QTRY_COMPARE(rig.b.actions, QStringList{u"stop deployment:db"_s});
        QVERIFY(rig.a.actions.isEmpty());
        QVERIFY(!rig.action("deploy")->isEnabled());
        QVERIFY(rig.action("deploy")->toolTip().contains(u"Choose one of them"_s));
    }

    void whatOneMemberCannotDoTheOtherCan()
    {
        Rig rig;
        QTRY_COMPARE(rig.rows(), 3);
        rig.b.setReadOnly(u"Staging is read-only."_s);
        rig.select({webOfB});
        QVERIFY(!rig.action("stop")->isEnabled());
        QVERIFY(rig.action("stop")->toolTip().contains(u"Staging is read-only."_s));
        rig.select({webOfA});
        QVERIFY(rig.action("stop")->isEnabled());
        rig.select({webOfA, webOfB});
        QVERIFY(!rig.action("stop")->isEnabled());
    }

    void aBrokenMemberLeavesTheOthersAtWork()
    {
        Rig rig;
        QTRY_COMPARE(rig.rows(), 3);
        rig.b.setPhase(Phase::Reconnecting,
                       Error(TransportError{TransportError::Kind::Refused, u"/run/b.sock"_s, {}}));
        QCOMPARE(rig.rows(), 3);
        QVERIFY(rig.table->isVisible());
        auto* banner = rig.pane.findChild<StaleBanner*>();
        QVERIFY(banner->isVisible());
        QVERIFY2(banner->accessibleName().contains(u"staging"_s), qPrintable(banner->accessibleName()));
        QVERIFY(!banner->accessibleName().contains(u"Stale since"_s)); // alpha's rows are not
        rig.select({webOfA});
        QVERIFY(rig.action("stop")->isEnabled());
        QVERIFY(rig.action("logs")->isEnabled());
        rig.select({webOfB});
        QVERIFY(!rig.action("stop")->isEnabled());
        rig.b.setPhase(Phase::Live);
        QVERIFY(!banner->isVisible());
        QVERIFY(rig.action("stop")->isEnabled());
    }

    void deletionOfProductionWantsItsConnectionsName()
    {
        Rig rig;
        QTRY_COMPARE(rig.rows(), 3);
        session::ConnectionSpec spec = rig.b.spec();
        spec.production = true;
        spec.name = u"prod"_s;
        rig.b.setSpec(spec);
        QTRY_COMPARE(rig.cell(webOfB), u"prod"_s);

        rig.select({webOfA, webOfB});
        rig.action("delete")->trigger();
        QTRY_VERIFY(question());
        QVERIFY2(wordsOf(question()).contains(u"web · alpha"_s), qPrintable(wordsOf(question())));
        QVERIFY(wordsOf(question()).contains(u"web · prod"_s));
        auto* yes = question()->findChild<QPushButton*>(u"confirmYes"_s);
        auto* typed = question()->findChild<QLineEdit*>(u"confirmName"_s);
        typed->setText(u"alpha + prod"_s);
        QVERIFY(!yes->isEnabled());
        typed->setText(u"prod"_s);
        QVERIFY(yes->isEnabled());
        QTest::mouseClick(yes, Qt::LeftButton);
        QTRY_VERIFY(rig.b.actions.contains(u"remove deployment:web"_s));
        QVERIFY(rig.a.actions.contains(u"remove deployment:web"_s));
        QVERIFY(!rig.b.actions.contains(u"remove deployment:db"_s));

        // One of the other connection needs no name.
        QTRY_VERIFY(!question());
        rig.select({webOfA});
        QTRY_VERIFY(rig.action("delete")->isEnabled());
        rig.action("delete")->trigger();
        QTRY_VERIFY(question());
        QVERIFY(question()->findChild<QPushButton*>(u"confirmYes"_s)->isEnabled());
        question()->reject();
        QTRY_VERIFY(!question());
        // Nor is its restart asked for, and that of production is.
        rig.action("restart")->trigger();
        QVERIFY(!question());
        rig.select({webOfB});
        QTRY_VERIFY(rig.action("restart")->isEnabled());
        rig.action("restart")->trigger();
        QTRY_VERIFY(question());
        question()->reject();
        QTRY_VERIFY(!question());
    }
};

QTEST_MAIN(TestJoint)
#include "tst_joint.moc"
