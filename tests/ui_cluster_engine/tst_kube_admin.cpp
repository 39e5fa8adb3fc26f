#include "cluster_session.h"
#include "tests/kube_change_engine/pretended.h"
#include "tests/support/patience.h"
#include "tests/ui_cluster/pane_host.h"
#include "ui/cluster/cluster_pane.h"
#include "ui/cluster/drain_dialog.h"
#include "ui/common/confirm_dialog.h"
#include "ui/common/table_view.h"

#include <QAction>
#include <QComboBox>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTest>
#include <QTreeWidget>

using namespace kaptan;
using namespace kaptan::ui;
using namespace Qt::StringLiterals;
using genuine::kubectl;
using kaptan::test::slow;

namespace
{

const QString ours = u"admin-pane"_s;

} // namespace

/// What an administrator does in the pane, on the genuine cluster.
class TestKubeAdmin : public QObject
{
    Q_OBJECT

    std::unique_ptr<kube::Cluster> m_cluster;
    std::unique_ptr<test::ClusterSession> m_session;
    test::PaneHostLog m_host;
    std::unique_ptr<ClusterPane> m_pane;

    QAction* action(const char* name) const { return m_pane->findChild<QAction*>(QString::fromLatin1(name)); }

    TableView* table() const { return m_pane->findChild<TableView*>(u"kubeTable"_s); }

    void open(const QString& file, const QStringList& nameSpaces = {})
    {
        m_cluster = test::clusterOf(file, nameSpaces);
        QVERIFY(m_cluster);
        m_cluster->open();
        QTRY_VERIFY_WITH_TIMEOUT(m_cluster->state().phase == kube::Cluster::Phase::Live, slow);
        m_session = std::make_unique<test::ClusterSession>();
        m_session->setCluster(m_cluster.get());
        m_pane = std::make_unique<ClusterPane>(m_host);
        m_pane->resize(1169, 640);
        m_pane->setSession(m_session.get());
        m_pane->show();
        QVERIFY(QTest::qWaitForWindowActive(m_pane.get(), slow));
    }

    /// Shows the kind and chooses the object.
    void choose(const QString& kind, const QString& nameSpace, const QString& name)
    {
        QStringList arguments{u"get"_s, kind, name, u"-o"_s, u"jsonpath={.metadata.uid}"_s};
        if (!nameSpace.isEmpty())
            arguments << u"-n"_s << nameSpace;
        const QString uid = QString::fromUtf8(kubectl(arguments).out);
        QVERIFY(!uid.isEmpty());
        m_pane->showTarget({{u"kind"_s, kind}});
        QTRY_VERIFY_WITH_TIMEOUT(table() && table()->rowModel()->rowOf(uid) >= 0, slow);
        table()->selectKey(uid);
        QTRY_COMPARE_WITH_TIMEOUT(table()->currentKey(), uid, slow);
    }

private Q_SLOTS:

    void initTestCase()
    {
        const QString why = genuine::missing(
            {u"KAPTAN_TEST_KUBECONFIG"_s, u"KAPTAN_TEST_KUBECONFIG_VIEWER"_s, u"KAPTAN_TEST_KUBECTL"_s});
        if (!why.isEmpty())
            QSKIP(qPrintable(why));
        Style::instance().apply(Theme::Light, Density::Normal);
        kubectl({u"delete"_s, u"namespace"_s, ours, u"--ignore-not-found"_s, u"--timeout=80s"_s});
        const QString wrong = pretended::prepare();
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong));
    }

    void cleanupTestCase()
    {
        if (!qEnvironmentVariable("KAPTAN_TEST_KUBECTL").isEmpty()) {
            pretended::tidy(ours);
            kubectl({u"-n"_s, u"demo"_s, u"delete"_s, u"deployment"_s, ours, u"--ignore-not-found"_s});
        }
    }

    void cleanup()
    {
        m_pane.reset();
        m_session.reset();
        m_cluster.reset();
        m_host = {};
    }

    void aDrainNamesTheBudgetThatBlocksIt()
    {
        const QString wrong = pretended::fill(ours, pretended::workload("kept", 1, 1));
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong));
        open(genuine::variable("KAPTAN_TEST_KUBECONFIG"));
        choose(u"nodes"_s, {}, pretended::node(1));
        QTRY_VERIFY_WITH_TIMEOUT(action("kubeDrain")->isEnabled(), slow);
        action("kubeDrain")->trigger();
        auto* dialog = m_pane->window()->findChild<DrainDialog*>();
        QVERIFY(dialog);
        auto* yes = dialog->findChild<QPushButton*>(u"drainYes"_s);
        QTRY_VERIFY_WITH_TIMEOUT(yes->isEnabled(), slow);
        auto* tree = dialog->findChild<QTreeWidget*>(u"drainPods"_s);
        const auto words = [tree] {
            for (int i = 0; i < tree->topLevelItemCount(); ++i)
                if (tree->topLevelItem(i)->text(0).startsWith(ours + u"/kept-"_s))
                    return tree->topLevelItem(i)->text(2);
            return QString();
        };
        QCOMPARE(words(), u"is evicted"_s);
        QTest::mouseClick(yes, Qt::LeftButton);
        QTRY_COMPARE_WITH_TIMEOUT(words(), u"blocked by the budget "_s + ours + u"/kept"_s, slow);
        QVERIFY(!m_host.futures.first().isFinished());

        // Lifted, it goes.
        QCOMPARE(kubectl({u"-n"_s, ours, u"delete"_s, u"pdb"_s, u"kept"_s}).code, 0);
        auto* summary = dialog->findChild<QLabel*>(u"drainSummary"_s);
        QTRY_COMPARE_WITH_TIMEOUT(summary->text(), u"pretended-1 is drained; it stays cordoned."_s, slow);
        QCOMPARE(words(), u"gone"_s);
        QVERIFY(m_host.futures.first().isFinished() && m_host.futures.first().result());
        QTest::mouseClick(dialog->findChild<QPushButton*>(u"drainClose"_s), Qt::LeftButton);

        action("kubeUncordon")->trigger();
        QTRY_COMPARE_WITH_TIMEOUT(
            kubectl({u"get"_s, u"node"_s, pretended::node(1), u"-o"_s, u"jsonpath={.spec.unschedulable}"_s})
                .out,
            QByteArray(), slow);
    }

    void aDeletionNamesItsCompany()
    {
        open(genuine::variable("KAPTAN_TEST_KUBECONFIG"));
        choose(u"deployments"_s, ours, u"kept"_s);
        QTRY_VERIFY_WITH_TIMEOUT(action("kubeRemove")->isEnabled(), slow);
        action("kubeRemove")->trigger();
        QTRY_VERIFY_WITH_TIMEOUT(m_pane->window()->findChild<ConfirmDialog*>(), slow);
        auto* question = m_pane->window()->findChild<ConfirmDialog*>();
        QStringList lists;
        for (const auto* list : question->findChildren<QPlainTextEdit*>())
            lists << list->accessibleName();
        QVERIFY2(lists.contains(u"1 × ReplicaSets"_s), qPrintable(lists.join(u'\n')));
        QVERIFY2(lists.contains(u"1 × Pods"_s), qPrintable(lists.join(u'\n')));
        question->reject();
    }

    void theViewerIsRefusedBeforeSending()
    {
        QCOMPARE(kubectl({u"-n"_s, u"demo"_s, u"create"_s, u"deployment"_s, ours, u"--replicas=0"_s,
                          u"--image=test/busybox:1"_s})
                     .code,
                 0);
        open(genuine::variable("KAPTAN_TEST_KUBECONFIG_VIEWER"), {u"demo"_s});
        choose(u"deployments"_s, u"demo"_s, ours);
        QTRY_COMPARE_WITH_TIMEOUT(action("kubeRestart")->toolTip(),
                                  u"You may not patch deployments.apps in demo."_s, slow);
        QVERIFY(!action("kubeRestart")->isEnabled());
        QVERIFY(!action("kubeLabels")->isEnabled());
        QTRY_COMPARE_WITH_TIMEOUT(action("kubeRemove")->toolTip(),
                                  u"You may not delete deployments.apps in demo."_s, slow);
        action("kubeRestart")->trigger();
        QVERIFY(!m_pane->window()->findChild<QDialog*>());
        QVERIFY(m_host.tasks.isEmpty());
    }
};

QTEST_MAIN(TestKubeAdmin)
#include "tst_kube_admin.moc"
