#include "tests/kube_engine/genuine.h"
#include "tests/support/patience.h"
#include "tests/support/recording_host.h"
#include "tests/ui_cluster_engine/cluster_session.h"
#include "ui/common/style.h"
#include "ui/manifest/bench_edit_page.h"
#include "ui/manifest/bench_outcome_page.h"
#include "ui/manifest/bench_review_page.h"
#include "ui/manifest/form_page.h"
#include "ui/manifest/tenancy_dialog.h"
#include "ui/manifest/workbench.h"

#include <QCheckBox>
#include <QJsonArray>
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

const QString ours = u"policies-test"_s;
const QString tenant = u"policies-tenant"_s;

/// What an operator writes by hand for each template, and one of his own.
struct Written {
    const char* name;
    const char* spec;
};

const Written byHand[] = {
    {"deny-all", "podSelector: {}\n  policyTypes: [Ingress, Egress]\n"},
    {"allow-same-namespace",
     "podSelector: {}\n  policyTypes: [Ingress, Egress]\n  ingress:\n  - from:\n    - podSelector: {}\n"
     "  egress:\n  - to:\n    - podSelector: {}\n"},
    {"allow-from-ingress",
     "podSelector: {}\n  policyTypes: [Ingress]\n  ingress:\n  - from:\n    - namespaceSelector:\n"
     "        matchLabels: {kubernetes.io/metadata.name: ingress-nginx}\n"},
    {"allow-dns",
     "podSelector: {}\n  policyTypes: [Egress]\n  egress:\n  - to:\n    - namespaceSelector: {}\n"
     "      podSelector: {matchLabels: {k8s-app: kube-dns}}\n"
     "    ports: [{protocol: UDP, port: 53}, {protocol: TCP, port: 53}]\n"},
    {"clicked", "podSelector: {matchLabels: {app: web}}\n  policyTypes: [Ingress]\n  ingress:\n  - from:\n"
                "    - podSelector: {matchLabels: {app: proxy, tier: front}}\n"
                "    - namespaceSelector: {matchLabels: {team: ops}}\n      podSelector: {}\n"
                "    - ipBlock: {cidr: 10.0.0.0/8, except: [10.1.0.0/16]}\n    ports: [{port: 8080}]\n"},
};

QPushButton* next(Workbench* bench)
{
    return bench->findChild<QPushButton*>(u"benchNext"_s);
}

void choose(ChoiceBox* box, int index)
{
    box->setCurrentIndex(index);
    Q_EMIT box->activated(index);
}

} // namespace

/// Network policies of the editor and of a tenant on the genuine cluster, beside those of somebody who writes
/// them by hand.
class TestPolicies : public QObject
{
    Q_OBJECT
private Q_SLOTS:

    void initTestCase()
    {
        const QString why = genuine::missing({u"KAPTAN_TEST_KUBECONFIG"_s, u"KAPTAN_TEST_KUBECTL"_s});
        if (!why.isEmpty())
            QSKIP(qPrintable(why));
        QVERIFY(m_data.isValid());
        qputenv("KAPTAN_DATA_DIR", m_data.path().toLocal8Bit());
        Style::instance().apply(Theme::Light, Density::Normal);
        for (const QString& space : {ours, tenant})
            genuine::kubectl({u"delete"_s, u"namespace"_s, space, u"--ignore-not-found"_s, u"--wait"_s});
        QCOMPARE(genuine::kubectl({u"create"_s, u"namespace"_s, ours}).code, 0);
        QByteArray manifest;
        for (const Written& one : byHand)
            manifest += "---\napiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: {name: hand-" +
                        QByteArray(one.name) + "}\nspec:\n  " + one.spec;
        const auto applied = genuine::kubectl({u"-n"_s, ours, u"apply"_s, u"-f"_s, u"-"_s}, manifest);
        QVERIFY2(applied.code == 0, applied.err.constData());
        m_cluster = test::clusterOf(qEnvironmentVariable("KAPTAN_TEST_KUBECONFIG"));
        QVERIFY(m_cluster);
        m_cluster->open();
        QTRY_VERIFY_WITH_TIMEOUT(m_cluster->state().phase == kube::Cluster::Phase::Live, slow);
        m_session.setCluster(m_cluster.get());
        m_window.resize(1200, 740);
        m_window.show();
    }

    void cleanupTestCase()
    {
        if (!m_cluster)
            return;
        for (const QString& space : {ours, tenant})
            genuine::kubectl(
                {u"delete"_s, u"namespace"_s, space, u"--ignore-not-found"_s, u"--wait=false"_s});
    }

    void ofTheEditor_data()
    {
        QTest::addColumn<int>("which");
        for (int i = 0; i < int(std::size(byHand)); ++i)
            QTest::newRow(byHand[i].name) << i;
    }

    void ofTheEditor()
    {
        QFETCH(int, which);
        const QString name = u"made-"_s + QString::fromLatin1(byHand[which].name);
        QPointer<Workbench> bench = Workbench::newObject(&m_window, m_host, m_session,
                                                         u"networking.k8s.io/v1"_s, u"NetworkPolicy"_s, ours);
        QTRY_VERIFY_WITH_TIMEOUT(bench->editPage()->form(), slow);
        type(bench, editor(bench, u"metadata.name"_s), name);
        if (which < 4) {
            choose(bench->findChild<ChoiceBox*>(u"policyTemplate"_s), which + 1);
            QTRY_VERIFY_WITH_TIMEOUT(bench->editPage()->manifest(), slow);
        } else {
            click(bench);
        }
        apply(bench);
        bench->close();
        QTRY_VERIFY_WITH_TIMEOUT(!bench, slow);
        const QJsonObject made = specOf(ours, name);
        QVERIFY(!made.isEmpty());
        QCOMPARE(
            QString::fromUtf8(QJsonDocument(made).toJson()),
            QString::fromUtf8(
                QJsonDocument(specOf(ours, u"hand-"_s + QString::fromLatin1(byHand[which].name))).toJson()));
    }

    void ofATenant()
    {
        auto* dialog = new TenancyDialog(&m_window);
        QString text, title;
        connect(dialog, &TenancyDialog::manifestReady, this, [&](const QString& made, const QString& called) {
            text = made;
            title = called;
        });
        dialog->show();
        const auto field = [dialog](const QString& path) { return dialog->findChild<FormField*>(path); };
        const auto write = [&field](const QString& path, const QString& words) {
            auto* edit = field(path)->findChild<QLineEdit*>();
            edit->setFocus();
            edit->selectAll();
            QTest::keyClicks(edit, words);
        };
        write(u"name"_s, tenant);
        write(u"serviceAccount"_s, u"runner"_s);
        for (auto* box : dialog->findChildren<QCheckBox*>())
            if (box->parent()->objectName().startsWith("policies."_L1))
                box->isChecked() ? void() : box->click();
        QTest::mouseClick(field(u"bindings"_s)->findChild<QPushButton*>(u"add"_s), Qt::LeftButton);
        auto* name = field(u"bindings"_s)->findChild<QWidget*>(u"row0"_s)->findChild<QLineEdit*>(u"name"_s);
        name->setFocus();
        QTest::keyClicks(name, u"ayse"_s);
        write(u"login.registry"_s, u"registry.example.com"_s);
        write(u"login.user"_s, u"puller"_s);
        write(u"login.password"_s, u"pull-secret"_s);
        dialog->findChild<QPushButton*>(u"tenancyYes"_s)->click();
        QTRY_VERIFY(!text.isEmpty());

        QPointer<Workbench> bench = Workbench::applyText(&m_window, m_host, m_session, text, title);
        QTRY_VERIFY_WITH_TIMEOUT(bench->editPage()->manifest(), slow);
        apply(bench);
        bench->close();
        QTRY_VERIFY_WITH_TIMEOUT(!bench, slow);
        for (int i = 0; i < 4; ++i) {
            const QString policy = QString::fromLatin1(byHand[i].name);
            QVERIFY2(!specOf(tenant, policy).isEmpty(), byHand[i].name);
            QCOMPARE(specOf(tenant, policy), specOf(ours, u"hand-"_s + policy));
        }
        const auto has = [](const QString& kind, const QString& path) {
            return QString::fromUtf8(genuine::kubectl({u"-n"_s, tenant, u"get"_s, kind, u"-o"_s,
                                                       u"jsonpath={.items[*]"_s + path + u'}'})
                                         .out);
        };
        QVERIFY(has(u"resourcequota"_s, u".spec.hard.pods"_s).contains(u"50"_s));
        QVERIFY(has(u"limitrange"_s, u".spec.limits[*].defaultRequest.memory"_s).contains(u"128Mi"_s));
        QVERIFY(has(u"rolebinding"_s, u".subjects[*].name"_s).contains(u"ayse"_s));
        QVERIFY(has(u"secret"_s, u".type"_s).contains(u"kubernetes.io/dockerconfigjson"_s));
        QVERIFY(has(u"serviceaccount"_s, u".metadata.name"_s).contains(u"runner"_s));
        QVERIFY(!has(u"serviceaccount"_s, u".imagePullSecrets[*].name"_s).isEmpty());
    }

private:
    static QLineEdit* editor(Workbench* bench, const QString& path)
    {
        for (auto* field : bench->findChildren<FormField*>(path))
            if (!field->isHidden())
                return field->findChild<QLineEdit*>();
        return nullptr;
    }

    /// A cell of a row; null while there is none.
    template <class T>
    static T* cell(Workbench* bench, const QString& path, int row, const QString& column)
    {
        for (auto* field : bench->findChildren<FormField*>(path))
            if (!field->isHidden())
                if (auto* line = field->findChild<QWidget*>(u"row%1"_s.arg(row)))
                    return line->findChild<T*>(column);
        return nullptr;
    }

    static void type(Workbench* bench, QLineEdit* edit, const QString& words)
    {
        QVERIFY(edit);
        edit->setFocus();
        edit->selectAll();
        QTest::keyClicks(edit, words);
        QTRY_VERIFY_WITH_TIMEOUT(bench->editPage()->manifest() &&
                                     bench->editPage()->text().contains(words.section(u'=', -1)),
                                 slow);
    }

    /// The last one of byHand, with the mouse and the keyboard.
    static void click(Workbench* bench)
    {
        const auto add = [bench](const QString& path) {
            for (auto* field : bench->findChildren<FormField*>(path))
                if (!field->isHidden())
                    field->findChild<QPushButton*>(u"add"_s)->click();
        };
        const auto kind = [bench](int row, const QString& key) {
            ChoiceBox* box = nullptr;
            QTRY_VERIFY_WITH_TIMEOUT((box = cell<ChoiceBox>(bench, u"from"_s, row, u"peer"_s)), slow);
            choose(box, box->findData(key));
        };
        const auto write = [bench](const QString& path, int row, const QString& column,
                                   const QString& words) {
            QTRY_VERIFY_WITH_TIMEOUT(cell<QLineEdit>(bench, path, row, column), slow);
            type(bench, cell<QLineEdit>(bench, path, row, column), words);
        };
        type(bench, editor(bench, u"spec.podSelector"_s), u"app=web"_s);
        write(u"from"_s, 0, u"podSelector"_s, u"app=proxy,tier=front"_s);
        add(u"from"_s);
        kind(1, u"both"_s);
        write(u"from"_s, 1, u"namespaceSelector"_s, u"team=ops"_s);
        add(u"from"_s);
        kind(2, u"addresses"_s);
        write(u"from"_s, 2, u"ipBlock.cidr"_s, u"10.0.0.0/8"_s);
        write(u"from"_s, 2, u"ipBlock.except"_s, u"10.1.0.0/16"_s);
        add(u"ports"_s);
        write(u"ports"_s, 0, u"port"_s, u"8080"_s);
    }

    static void apply(Workbench* bench)
    {
        QTRY_VERIFY2_WITH_TIMEOUT(next(bench)->isEnabled(), qPrintable(bench->whyNotNext()), slow);
        next(bench)->click();
        QTRY_VERIFY_WITH_TIMEOUT(bench->reviewRun() && bench->reviewRun()->isFinished(), slow);
        QTRY_VERIFY2_WITH_TIMEOUT(next(bench)->isEnabled(), qPrintable(bench->whyNotNext()), slow);
        next(bench)->click();
        QTRY_VERIFY_WITH_TIMEOUT(bench->step() == Workbench::Step::Outcome && next(bench)->isEnabled(), slow);
        for (const kube::ApplyOutcome& outcome : bench->outcomePage()->outcomes())
            QVERIFY2(!outcome.error, outcome.error ? qPrintable(outcome.error->message()) : "");
    }

    static QJsonObject specOf(const QString& nameSpace, const QString& name)
    {
        const auto got =
            genuine::kubectl({u"-n"_s, nameSpace, u"get"_s, u"networkpolicy"_s, name, u"-o"_s, u"json"_s});
        return QJsonDocument::fromJson(got.out).object().value("spec"_L1).toObject();
    }

    QTemporaryDir m_data;
    std::unique_ptr<kube::Cluster> m_cluster;
    test::ClusterSession m_session;
    test::RecordingHost m_host;
    QWidget m_window;
};

QTEST_MAIN(TestPolicies)
#include "tst_policies.moc"
