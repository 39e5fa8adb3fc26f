#include "cluster_session.h"
#include "tests/kube_engine/genuine.h"
#include "tests/support/patience.h"
#include "tests/ui_cluster/pane_host.h"
#include "ui/cluster/cluster_pane.h"
#include "ui/cluster/pods_model.h"
#include "ui/common/confirm_dialog.h"
#include "ui/common/faces.h"
#include "ui/common/pane_frame.h"
#include "ui/common/table_view.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace kaptan;
using namespace kaptan::ui;
using namespace Qt::StringLiterals;
using kaptan::test::slow;

namespace
{

const QString ours = u"kaptan-pane-test"_s;

} // namespace

/// The pane against the genuine cluster with its shop (kube.sh demo).
class TestKubeCluster : public QObject
{
    Q_OBJECT
private Q_SLOTS:

    void initTestCase()
    {
        const QString why = genuine::missing({u"KAPTAN_TEST_KUBECONFIG"_s, u"KAPTAN_TEST_KUBECTL"_s});
        if (!why.isEmpty())
            QSKIP(qPrintable(why));
        const auto applied = genuine::applyDemo(); // first: its own kinds are among those that are browsed
        QVERIFY2(applied.code == 0, applied.err.constData());
        const auto runs = [] {
            return genuine::kubectl({u"-n"_s, u"shop"_s, u"wait"_s, u"--for=condition=Available"_s,
                                     u"--timeout=10s"_s, u"deployment/web"_s})
                       .code == 0;
        };
        QVERIFY(QTest::qWaitFor(runs, 2 * slow));
        Style::instance().apply(Theme::Light, Density::Normal);
        m_cluster = test::clusterOf(qEnvironmentVariable("KAPTAN_TEST_KUBECONFIG"));
        QVERIFY(m_cluster);
        m_cluster->open();
        QTRY_VERIFY_WITH_TIMEOUT(m_cluster->state().phase == kube::Cluster::Phase::Live, slow);
        removeOurs();
    }

    void cleanupTestCase()
    {
        if (m_cluster)
            removeOurs();
        m_cluster.reset();
    }

    void init()
    {
        m_session = std::make_unique<test::ClusterSession>();
        m_session->setCluster(m_cluster.get());
        m_pane = std::make_unique<ClusterPane>(m_host);
        m_pane->resize(1169, 640);
        m_pane->setSession(m_session.get());
        m_pane->show();
        QVERIFY(QTest::qWaitForWindowActive(m_pane.get(), slow));
        m_frame = visible<PaneFrame>({});
        QVERIFY(m_frame);
        QCOMPARE(m_frame->face(), PaneFrame::Face::Data);
    }

    void cleanup()
    {
        m_pane.reset();
        m_session.reset();
    }

    void overviewSaysWhatTheClusterIs()
    {
        auto* facts = m_pane->findChild<FactList*>(u"kubeFacts"_s);
        QCOMPARE(facts->value(u"version"_s), u"Kubernetes "_s + m_cluster->version()->gitVersion);
        QTRY_VERIFY_WITH_TIMEOUT(facts->value(u"health"_s).contains(u"ready"_s), slow);
        auto* nodes = m_pane->findChild<TableView*>(u"kubeNodesTable"_s);
        QCOMPARE(difference([&] { return nodes->rowModel()->total(); }, [&] { return countOf(u"nodes"_s); }),
                 QString());
        QVERIFY(nodes->rowModel()->total() > 0);
        // What the pods of the shop ask for: never nothing.
        QTRY_VERIFY_WITH_TIMEOUT(!nodes->rowModel()->cellAt(0, 2).text.startsWith(u"0 /"_s), slow);
        QCOMPARE(difference([&] { return facts->value(u"namespaces"_s); },
                            [&] { return countOf(u"namespaces"_s); }),
                 QString());
    }

    void everyKindIsBrowsed_data()
    {
        QTest::addColumn<QString>("kind");
        for (const char* kind :
             {"nodes", "namespaces", "pods", "deployments", "services", "endpoints",
              "ingresses.networking.k8s.io", "networkpolicies", "configmaps", "secrets",
              "persistentvolumeclaims", "persistentvolumes", "storageclasses", "resourcequotas",
              "limitranges", "clusterroles", "coupons", "componentstatuses"})
            QTest::newRow(kind) << QString::fromLatin1(kind);
    }

    void everyKindIsBrowsed()
    {
        QFETCH(QString, kind);
        const kube::ApiResource* resource = m_cluster->discovery()->find(kind);
        QVERIFY2(resource, qPrintable(kind));
        m_pane->showTarget({{u"kind"_s, kind}});
        QCOMPARE(difference([&] { return table()->rowModel()->total(); }, [&] { return countOf(kind); }),
                 QString());
        const auto oracle = wait(m_cluster->api()->table(*resource, {}));
        QVERIFY(oracle);
        if (oracle->rows.isEmpty())
            return;
        QStringList titles;
        for (int i = 0; i < table()->rowModel()->columnCount(); ++i)
            if (table()->rowModel()->hasColumn(i)) // the others wait for “More columns”
                titles << table()->rowModel()->columnTitle(i);
        for (const kube::TableColumn& column : oracle->columns) {
            // A state has one word of ours in all tables.
            const QString title =
                column.name == u"Status"_s || column.name == u"Phase"_s ? u"State"_s : column.name;
            if (kind != u"pods"_s || column.priority == 0) // the pods' table is ours, and wider
                QCOMPARE(titles.contains(title), column.priority == 0);
        }
        QCOMPARE(titles.contains(u"Namespace"_s), resource->namespaced);
    }

    void aSecretsValuesAreHiddenUntilAskedFor()
    {
        const QString value = QString::fromLatin1(QByteArray("not-a-real-password").toBase64());
        auto* text = m_pane->findChild<QPlainTextEdit*>(u"objectYaml"_s);
        auto* values = m_pane->findChild<QPushButton*>(u"showValues"_s);
        auto* facts = m_pane->findChild<FactList*>(u"objectFacts"_s);
        openObject(u"secrets"_s, u"database-login"_s);
        QTRY_VERIFY_WITH_TIMEOUT(facts->value(u"keys"_s).contains(u"password"_s), slow);
        action("yaml")->trigger();
        QTRY_VERIFY_WITH_TIMEOUT(text->toPlainText().contains(u"password:"_s), slow);
        QVERIFY(!text->toPlainText().contains(value));
        QVERIFY(!text->toPlainText().contains(u"managedFields"_s));
        QVERIFY(values->isVisible());
        values->click();
        QVERIFY(text->toPlainText().contains(value));
        values->click();
        QVERIFY(!text->toPlainText().contains(value));
        values->click();
        // Another look at it begins hidden again.
        QTest::keyClick(table(), Qt::Key_Escape);
        QVERIFY(!text->toPlainText().contains(value));
        openObject(u"configmaps"_s, u"web-settings"_s);
        QTRY_VERIFY_WITH_TIMEOUT(facts->value(u"keys"_s).contains(u"greeting"_s), slow);
        QVERIFY(values->isHidden());
    }

    void summariesTellWhatMatters()
    {
        auto* facts = m_pane->findChild<FactList*>(u"objectFacts"_s);
        openObject(u"services"_s, u"web"_s);
        QTRY_VERIFY_WITH_TIMEOUT(facts->value(u"endpoints"_s).contains(u":8080 → web-"_s), slow);
        openObject(u"resourcequotas"_s, u"budget"_s);
        QTRY_VERIFY_WITH_TIMEOUT(facts->value(u"quota"_s).contains(u" of 30"_s), slow);
        openObject(u"persistentvolumeclaims"_s, u"database-data"_s);
        QTRY_COMPARE_WITH_TIMEOUT(facts->value(u"volume"_s), u"shop-disk"_s, slow);
        openObject(u"pods"_s, u"homeless"_s);
        auto* conditions = m_pane->findChild<QWidget*>(u"objectConditions"_s);
        QTRY_VERIFY_WITH_TIMEOUT(conditions->isVisible(), slow);
        QTRY_VERIFY_WITH_TIMEOUT(wordsOf(conditions).contains(u"No node fits."_s), slow);
        visible<Drawer>({})->setCurrentTab(u"events"_s);
        auto* events = m_pane->findChild<TableView*>(u"objectEvents"_s);
        QTRY_VERIFY_WITH_TIMEOUT(events->rowModel()->total() > 0, slow);
    }

    void aNewObjectArrivesAndIsDeleted()
    {
        m_pane->showTarget({{u"kind"_s, u"configmaps"_s}});
        QTRY_VERIFY_WITH_TIMEOUT(table()->rowModel()->total() > 0, slow);
        const QString uid = createOurs();
        QTRY_VERIFY_WITH_TIMEOUT(table()->rowModel()->rowOf(uid) >= 0, slow);
        table()->selectKey(uid);
        QTRY_VERIFY_WITH_TIMEOUT(action("kubeRemove")->isEnabled(), slow);
        action("kubeRemove")->trigger();
        QTRY_VERIFY_WITH_TIMEOUT(m_pane->window()->findChild<ConfirmDialog*>(), slow);
        auto* question = m_pane->window()->findChild<ConfirmDialog*>();
        QVERIFY(question);
        QVERIFY(question->findChild<QPushButton*>(u"confirmNo"_s)->isDefault());
        QTest::mouseClick(question->findChild<QPushButton*>(u"confirmYes"_s), Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(table()->rowModel()->rowOf(uid) < 0, slow);
        QVERIFY(!wait(m_cluster->api()->get(configMaps(), u"default"_s, ours)));
        QCOMPARE(m_host.tasks.size(), 1);
    }

    void productionAsksForTheNameAndReadOnlyRefuses()
    {
        session::ConnectionSpec spec = m_session->spec();
        spec.production = true;
        spec.name = u"shop-prod"_s;
        m_session->setSpec(spec);
        openRow(u"configmaps"_s, u"shop"_s, u"web-settings"_s);
        QTRY_VERIFY_WITH_TIMEOUT(action("kubeRemove")->isEnabled(), slow);
        action("kubeRemove")->trigger();
        QTRY_VERIFY_WITH_TIMEOUT(m_pane->window()->findChild<ConfirmDialog*>(), slow);
        auto* question = m_pane->window()->findChild<ConfirmDialog*>();
        QVERIFY(question);
        QVERIFY(!question->findChild<QPushButton*>(u"confirmYes"_s)->isEnabled());
        QTest::keyClicks(question->findChild<QLineEdit*>(u"confirmName"_s), u"shop-prod"_s);
        QVERIFY(question->findChild<QPushButton*>(u"confirmYes"_s)->isEnabled());
        question->reject();
        m_session->setReadOnly(u"It is read-only."_s);
        Q_EMIT m_session->stateChanged();
        QVERIFY(!action("kubeRemove")->isEnabled());
        QCOMPARE(action("kubeRemove")->toolTip(), u"It is read-only."_s);
    }

    void jumpsByAnyName()
    {
        QTest::keyClick(m_frame->content()->focusProxy(), Qt::Key_Colon);
        auto* edit = m_pane->findChild<QLineEdit*>(u"jumpEdit"_s);
        QTRY_VERIFY_WITH_TIMEOUT(edit->isVisible(), slow);
        QTest::keyClicks(edit, u"cpn"_s);
        QTest::keyClick(edit, Qt::Key_Return);
        QVERIFY(edit->isHidden() || !edit->isVisible());
        QCOMPARE(
            difference([&] { return table()->rowModel()->total(); }, [&] { return countOf(u"coupons"_s); }),
            QString());
        QVERIFY(table()->rowModel()->total() > 0);
        QCOMPARE(m_pane->findChild<QListWidget*>(u"kindList"_s)->currentItem()->text(), u"Coupon"_s);
    }

    void oneNamespaceAndTheFilter()
    {
        m_pane->showTarget({{u"kind"_s, u"pods"_s}});
        auto* box = m_pane->findChild<QComboBox*>(u"namespaceBox"_s);
        QTRY_VERIFY_WITH_TIMEOUT(box->findData(u"shop"_s) > 0, slow);
        box->setCurrentIndex(box->findData(u"shop"_s));
        Q_EMIT box->activated(box->currentIndex());
        QTRY_VERIFY_WITH_TIMEOUT(table()->rowModel()->total() > 5, slow);
        const auto* model = table()->rowModel();
        // It scales itself, and one of it crashes.
        QCOMPARE(difference([&] { return model->total(); }, [&] { return countOf(u"pods"_s, u"shop"_s); }),
                 QString());
        for (int row = 0; row < model->shown(); ++row)
            QCOMPARE(model->cellAt(row, PodsModel::Namespace).text, u"shop"_s);
        m_pane->focusFilter();
        auto* filter = visible<QLineEdit>(u"filterEdit"_s);
        QTest::keyClicks(filter, u"homeless"_s);
        QTRY_COMPARE_WITH_TIMEOUT(table()->rowModel()->shown(), 1, slow);
        // The way to its log.
        table()->selectKey(table()->rowModel()->keyAt(0));
        QTRY_VERIFY_WITH_TIMEOUT(action("kubeLogs")->isEnabled(), slow);
        action("kubeLogs")->trigger();
        QCOMPARE(m_host.opened.last(), u"logs"_s);
        QCOMPARE(m_host.targets.last().value(u"instanceId"_s).toString(), table()->rowModel()->keyAt(0));
    }

    /// A user who may see one namespace, and no nodes.
    void whatIsForbiddenSaysWhatIsMissing()
    {
        const QString file = qEnvironmentVariable("KAPTAN_TEST_KUBECONFIG_VIEWER");
        if (file.isEmpty())
            QSKIP("KAPTAN_TEST_KUBECONFIG_VIEWER names no user");
        auto cluster = test::clusterOf(file, {u"demo"_s});
        QVERIFY(cluster);
        cluster->open();
        QTRY_VERIFY_WITH_TIMEOUT(cluster->state().phase == kube::Cluster::Phase::Live, slow);
        test::ClusterSession session;
        session.setCluster(cluster.get());
        m_pane->setSession(&session);
        m_pane->showTarget({{u"kind"_s, u"persistentvolumes"_s}});
        QTRY_VERIFY_WITH_TIMEOUT(visible<FaceWidget>({}) &&
                                     visible<FaceWidget>({})->text().contains(u"persistentvolumes"_s),
                                 slow);
        QVERIFY(visible<FaceWidget>({})->text().contains(u"list"_s));
        m_pane->showTarget({{u"kind"_s, u"configmaps"_s}});
        const auto mine = [&] {
            const auto listed = wait(cluster->api()->table(configMaps(), u"demo"_s));
            return listed ? int(listed->rows.size()) : -1;
        };
        QCOMPARE(difference([&] { return table()->rowModel()->total(); }, mine), QString());
        m_pane->setSession(nullptr);
        m_pane.reset();
    }

    void anEngineBehindTheSessionHasItsOwnFace()
    {
        test::FakeSession engine;
        QVERIFY(visible<QWidget>(u"kindList"_s));
        m_pane->setSession(&engine);
        QVERIFY(!visible<QWidget>(u"kindList"_s));
        m_pane->setSession(m_session.get());
        QVERIFY(visible<QWidget>(u"kindList"_s));
    }

private:
    template <class T>
    T* visible(const QString& name) const
    {
        for (T* each : m_pane->findChildren<T*>(name))
            if (each->isVisible())
                return each;
        return nullptr;
    }

    template <class T>
    static Result<T> wait(const QFuture<Result<T>>& future)
    {
        if (!QTest::qWaitFor([&] { return future.isFinished(); }, slow) || future.resultCount() == 0)
            return failure(Cancelled{});
        return future.result();
    }

    /// Of the kind that was opened last; behind a face where it has no rows.
    TableView* table() const
    {
        const auto all = m_pane->findChildren<TableView*>(u"kubeTable"_s);
        return all.isEmpty() ? nullptr : all.last();
    }

    QAction* action(const char* name) const { return m_pane->findChild<QAction*>(QString::fromLatin1(name)); }

    kube::ApiResource configMaps() const { return *m_cluster->discovery()->find({}, u"configmaps"_s); }

    int countOf(const QString& kind, const QString& nameSpace = {}) const
    {
        const auto listed = wait(m_cluster->api()->table(*m_cluster->discovery()->find(kind), nameSpace));
        return listed ? int(listed->rows.size()) : -1;
    }

    /// Empty where both said the same at some look, else what they said last. The cluster never rests: both
    /// are asked anew at each.
    template <class Ours, class Theirs>
    static QString difference(const Ours& ours, const Theirs& theirs)
    {
        QString we, they;
        const auto look = [&] {
            they = QVariant(theirs()).toString();
            we = QVariant(ours()).toString();
            return we == they;
        };
        return QTest::qWaitFor(look, slow) ? QString() : u"ours %1, the server's %2"_s.arg(we, they);
    }

    void openRow(const QString& kind, const QString& nameSpace, const QString& name)
    {
        m_pane->showTarget({{u"kind"_s, kind}, {u"namespace"_s, nameSpace}, {u"name"_s, name}});
        QTRY_VERIFY_WITH_TIMEOUT(table() && !table()->currentKey().isEmpty(), slow);
    }

    void openObject(const QString& kind, const QString& name)
    {
        openRow(kind, u"shop"_s, name);
        QTest::keyClick(table(), Qt::Key_Return);
        QTRY_VERIFY_WITH_TIMEOUT(visible<Drawer>({}), slow);
    }

    static QString wordsOf(const QWidget* widget)
    {
        QString all;
        for (const QLabel* label : widget->findChildren<QLabel*>())
            all += label->text() + u'\n';
        return all;
    }

    QString createOurs()
    {
        net::Request request;
        request.method = "POST";
        request.path = u"/api/v1/namespaces/default/configmaps"_s;
        request.headers = {{"Content-Type", "application/json"}};
        request.body =
            QByteArray("{\"metadata\":{\"name\":\"") + ours.toLatin1() + "\"},\"data\":{\"a\":\"1\"}}";
        wait(m_cluster->api()->call(request));
        const auto json = wait(m_cluster->api()->get(configMaps(), u"default"_s, ours));
        if (!json)
            return {};
        const qsizetype at = json->indexOf("\"uid\":\"") + 7;
        return QString::fromLatin1(json->mid(at, json->indexOf('"', at) - at));
    }

    void removeOurs() { wait(m_cluster->api()->remove(configMaps(), u"default"_s, ours)); }

    test::PaneHostLog m_host;
    std::unique_ptr<kube::Cluster> m_cluster;
    std::unique_ptr<test::ClusterSession> m_session;
    std::unique_ptr<ClusterPane> m_pane;
    PaneFrame* m_frame = nullptr;
};

QTEST_MAIN(TestKubeCluster)
#include "tst_kube_cluster.moc"
