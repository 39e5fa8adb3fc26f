#include "app/kube/manifest/yaml_edit.h"
#include "tests/kube_engine/genuine.h"
#include "tests/support/patience.h"
#include "tests/support/recording_host.h"
#include "tests/ui_cluster_engine/cluster_session.h"
#include "ui/cluster/cluster_pane.h"
#include "ui/common/confirm_dialog.h"
#include "ui/common/diff_view.h"
#include "ui/common/row_model.h"
#include "ui/common/style.h"
#include "ui/common/table_view.h"
#include "ui/manifest/bench_edit_page.h"
#include "ui/manifest/bench_outcome_page.h"
#include "ui/manifest/bench_review_page.h"
#include "ui/manifest/form_kit.h"
#include "ui/manifest/workbench.h"

#include <QCheckBox>
#include <QJsonDocument>
#include <QLineEdit>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTest>

using namespace kaptan;
using namespace kaptan::ui;
using namespace Qt::StringLiterals;
using kaptan::test::slow;

namespace
{

const QString ours = u"forms-test"_s;

struct Kind {
    const char* resource; ///< as discovery finds it
    const char* kind;
    bool pods = false; ///< it makes some: their image has to be one that is there
};

const Kind kinds[] = {{"deployments", "Deployment", true},
                      {"statefulsets", "StatefulSet", true},
                      {"daemonsets", "DaemonSet", true},
                      {"jobs", "Job", true},
                      {"cronjobs", "CronJob", true},
                      {"services", "Service"},
                      {"ingresses.networking.k8s.io", "Ingress"},
                      {"configmaps", "ConfigMap"},
                      {"secrets", "Secret"},
                      {"persistentvolumeclaims", "PersistentVolumeClaim"},
                      {"resourcequotas", "ResourceQuota"},
                      {"limitranges", "LimitRange"},
                      {"networkpolicies", "NetworkPolicy"},
                      {"serviceaccounts", "ServiceAccount"},
                      {"rolebindings", "RoleBinding"}};

QPushButton* next(Workbench* bench)
{
    return bench->findChild<QPushButton*>(u"benchNext"_s);
}

} // namespace

/// Each kind in the cluster pane on the genuine cluster: made by its form, edited with a diff, deleted; and
/// by a user who may not.
class TestKubeForms : public QObject
{
    Q_OBJECT
private Q_SLOTS:

    void initTestCase()
    {
        const QString why = genuine::missing(
            {u"KAPTAN_TEST_KUBECONFIG"_s, u"KAPTAN_TEST_KUBECONFIG_VIEWER"_s, u"KAPTAN_TEST_KUBECTL"_s});
        if (!why.isEmpty())
            QSKIP(qPrintable(why));
        QVERIFY(m_data.isValid());
        qputenv("KAPTAN_DATA_DIR", m_data.path().toLocal8Bit());
        Style::instance().apply(Theme::Light, Density::Normal);
        genuine::kubectl({u"delete"_s, u"namespace"_s, ours, u"--ignore-not-found"_s, u"--timeout=120s"_s});
        const auto made = genuine::kubectl({u"create"_s, u"namespace"_s, ours});
        QVERIFY2(made.code == 0, made.err.constData());
        m_admin = connected(u"KAPTAN_TEST_KUBECONFIG"_s, {});
        m_viewer = connected(u"KAPTAN_TEST_KUBECONFIG_VIEWER"_s, {u"demo"_s});
        QVERIFY(m_admin && m_viewer);
    }

    void cleanupTestCase()
    {
        m_admin.reset();
        m_viewer.reset();
        if (!qEnvironmentVariable("KAPTAN_TEST_KUBECTL").isEmpty())
            genuine::kubectl({u"delete"_s, u"namespace"_s, ours, u"--ignore-not-found"_s, u"--wait=false"_s});
    }

    void cleanup()
    {
        m_pane.reset();
        m_session.reset();
        m_host = {};
    }

    void madeEditedAndDeleted_data() { rows(); }

    void madeEditedAndDeleted()
    {
        QFETCH(QString, resource);
        QFETCH(QString, kind);
        QFETCH(bool, pods);
        open(*m_admin);
        const QString name = u"made-"_s + kind.toLower();

        Workbench* bench = startNew(kind);
        QVERIFY(bench);
        type(bench, u"metadata.namespace"_s, ours);
        type(bench, u"metadata.name"_s, name);
        if (pods)
            type(bench, u"image"_s, u"test/busybox:1"_s);
        review(bench);
        QCOMPARE(bench->reviewRun()->count(), 1);
        QVERIFY2(bench->reviewRun()->item(0).state == ReviewItem::State::New, wordsOf(bench).constData());
        QVERIFY(read(resource, name).isEmpty()); // nothing was sent for good
        apply(bench);
        const QString uid = read(resource, name).value("metadata"_L1)["uid"_L1].toString();
        QVERIFY(!uid.isEmpty());
        bench->close();
        QTRY_VERIFY_WITH_TIMEOUT(!m_pane->window()->findChild<Workbench*>(), slow);

        m_pane->showTarget({{u"kind"_s, resource}});
        QTRY_VERIFY_WITH_TIMEOUT(table() && table()->rowModel()->rowOf(uid) >= 0, slow);
        table()->selectKey(uid);
        QTRY_COMPARE_WITH_TIMEOUT(table()->currentKey(), uid, slow);
        QTRY_VERIFY_WITH_TIMEOUT(action("kubeEdit")->isEnabled(), slow);
        action("kubeEdit")->trigger();
        bench = m_pane->window()->findChild<Workbench*>();
        QVERIFY(bench);
        QTRY_VERIFY_WITH_TIMEOUT(bench->editPage()->manifest(), slow);
        auto edit = kube::YamlEdit::open(bench->editPage()->text());
        QVERIFY(edit);
        const auto set =
            edit->set(kube::YamlPath::of(u"metadata.annotations[\"kaptan.test/edited\"]"_s), u"by-hand"_s);
        QVERIFY2(set.has_value(), set ? "" : qPrintable(set.error().message()));
        bench->editPage()->editor()->selectAll();
        bench->editPage()->editor()->insertPlainText(edit->text());
        review(bench);
        QVERIFY2(bench->reviewRun()->item(0).state == ReviewItem::State::Changed, wordsOf(bench).constData());
        QTRY_VERIFY_WITH_TIMEOUT(
            bench->reviewPage()->diff()->unified().contains(u"kaptan.test/edited: by-hand"_s), slow);
        apply(bench);
        QCOMPARE(
            read(resource, name).value("metadata"_L1)["annotations"_L1]["kaptan.test/edited"_L1].toString(),
            u"by-hand"_s);
        bench->close();
        QTRY_VERIFY_WITH_TIMEOUT(!m_pane->window()->findChild<Workbench*>(), slow);

        table()->selectKey(uid);
        QTRY_VERIFY_WITH_TIMEOUT(action("kubeRemove")->isEnabled(), slow);
        action("kubeRemove")->trigger();
        QTRY_VERIFY_WITH_TIMEOUT(m_pane->window()->findChild<ConfirmDialog*>(), slow);
        QTest::mouseClick(
            m_pane->window()->findChild<ConfirmDialog*>()->findChild<QPushButton*>(u"confirmYes"_s),
            Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(read(resource, name).isEmpty(), slow);
        QTRY_VERIFY_WITH_TIMEOUT(table()->rowModel()->rowOf(uid) < 0, slow);
    }

    void theViewerIsRefusedBeforeSending_data() { rows(); }

    void theViewerIsRefusedBeforeSending()
    {
        QFETCH(QString, resource);
        QFETCH(QString, kind);
        open(*m_viewer);
        Workbench* bench = startNew(kind);
        QVERIFY(bench);
        type(bench, u"metadata.namespace"_s, u"demo"_s);
        type(bench, u"metadata.name"_s, u"never-"_s + kind.toLower());
        const kube::ApiResource* known = m_viewer->discovery()->find(resource);
        QVERIFY(known);
        const QString why = u"You may not patch %1 in demo."_s.arg(known->qualifiedName());
        QTRY_COMPARE_WITH_TIMEOUT(bench->whyNotNext(), why, slow);
        QTRY_VERIFY_WITH_TIMEOUT(!next(bench)->isEnabled() && next(bench)->toolTip().contains(why), slow);
        next(bench)->click();
        QCOMPARE(bench->step(), Workbench::Step::Edit);
        QVERIFY(!bench->reviewRun());
    }

private:
    static void rows()
    {
        QTest::addColumn<QString>("resource");
        QTest::addColumn<QString>("kind");
        QTest::addColumn<bool>("pods");
        for (const Kind& one : kinds)
            QTest::newRow(one.kind) << QString::fromLatin1(one.resource) << QString::fromLatin1(one.kind)
                                    << one.pods;
    }

    static std::unique_ptr<kube::Cluster> connected(const QString& variable, const QStringList& nameSpaces)
    {
        auto cluster = test::clusterOf(genuine::variable(variable.toLatin1().constData()), nameSpaces);
        if (!cluster)
            return nullptr;
        cluster->open();
        return QTest::qWaitFor([&] { return cluster->state().phase == kube::Cluster::Phase::Live; }, slow)
                   ? std::move(cluster)
                   : nullptr;
    }

    void open(kube::Cluster& cluster)
    {
        m_session = std::make_unique<test::ClusterSession>();
        m_session->setCluster(&cluster);
        m_pane = std::make_unique<ClusterPane>(m_host);
        m_pane->resize(1169, 640);
        m_pane->setSession(m_session.get());
        m_pane->show();
        QVERIFY(QTest::qWaitForWindowActive(m_pane.get(), slow));
    }

    QAction* action(const char* name) const { return m_pane->findChild<QAction*>(QString::fromLatin1(name)); }

    TableView* table() const
    {
        const auto all = m_pane->findChildren<TableView*>(u"kubeTable"_s);
        return all.isEmpty() ? nullptr : all.last();
    }

    Workbench* startNew(const QString& kind)
    {
        QAction* create = m_pane->findChild<QAction*>(u"kubeNew"_s + kind);
        if (!create || !QTest::qWaitFor([&] { return create->isEnabled(); }, slow))
            return nullptr;
        create->trigger();
        auto* bench = m_pane->window()->findChild<Workbench*>();
        return bench && QTest::qWaitFor([&] { return bench->editPage()->manifest() != nullptr; }, slow)
                   ? bench
                   : nullptr;
    }

    /// Into the form's field, letter by letter; the text has it then.
    static void type(Workbench* bench, const QString& path, const QString& text)
    {
        QLineEdit* edit = nullptr;
        const auto find = [&] {
            for (auto* field : bench->findChildren<FormField*>(path))
                if (!field->isHidden() && (edit = field->findChild<QLineEdit*>()))
                    return true;
            return false;
        };
        QVERIFY2(QTest::qWaitFor(find, slow), qPrintable(path));
        edit->setFocus();
        edit->selectAll();
        QTest::keyClicks(edit, text);
        QTRY_VERIFY_WITH_TIMEOUT(bench->editPage()->text().contains(text), slow);
    }

    static QByteArray wordsOf(Workbench* bench)
    {
        const auto& item = bench->reviewRun()->item(0);
        return item.preview.error ? item.preview.error->message().toUtf8()
                                  : QByteArray::number(int(item.state));
    }

    static void review(Workbench* bench)
    {
        QTRY_VERIFY2_WITH_TIMEOUT(next(bench)->isEnabled(), qPrintable(bench->whyNotNext()), slow);
        next(bench)->click();
        QTRY_VERIFY_WITH_TIMEOUT(bench->reviewRun() && bench->reviewRun()->isFinished(), slow);
    }

    static void apply(Workbench* bench)
    {
        QTRY_VERIFY_WITH_TIMEOUT(next(bench)->isEnabled(), slow);
        next(bench)->click();
        QTRY_VERIFY_WITH_TIMEOUT(bench->step() == Workbench::Step::Outcome && next(bench)->isEnabled(), slow);
        for (const kube::ApplyOutcome& outcome : bench->outcomePage()->outcomes())
            QVERIFY2(!outcome.error, outcome.error ? qPrintable(outcome.error->message()) : "");
    }

    static QJsonObject read(const QString& resource, const QString& name)
    {
        const auto got = genuine::kubectl({u"-n"_s, ours, u"get"_s, resource, name, u"-o"_s, u"json"_s});
        return QJsonDocument::fromJson(got.out).object();
    }

    QTemporaryDir m_data;
    test::RecordingHost m_host;
    std::unique_ptr<kube::Cluster> m_admin, m_viewer;
    std::unique_ptr<test::ClusterSession> m_session;
    std::unique_ptr<ClusterPane> m_pane;
};

QTEST_MAIN(TestKubeForms)
#include "tst_kube_forms.moc"
