#include "app/kube/change/admin_calls.h"
#include "app/kube/change/delete_preview.h"
#include "app/kube/change/drain.h"
#include "app/kube/change/permissions.h"
#include "pretended.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QSignalSpy>

using namespace kaptan;
using namespace kaptan::kube;
using namespace Qt::StringLiterals;
using genuine::kubectl;
using genuine::wait;
using kaptan::test::slow;

using State = DrainProgress::State;

namespace
{

const QString ours = u"admin-drain"_s;

QByteArray get(const QStringList& arguments)
{
    return kubectl(QStringList{u"get"_s} + arguments).out;
}

} // namespace

/// Administration on the genuine cluster. Drained are nodes that only seem to be ones: others run there too.
class TestDrainGenuine : public QObject
{
    Q_OBJECT

    std::unique_ptr<KubeApi> m_api;
    std::shared_ptr<const Discovery> m_discovery;

    const ApiResource& kind(const QString& name) const { return *m_discovery->find(name); }

    /// Of the pods of a deployment, how far they are.
    static QVector<DrainProgress> progressOf(const Drain& drain, const QString& deployment)
    {
        QVector<DrainProgress> all;
        for (const DrainPod& pod : drain.leavers())
            if (pod.nameSpace == ours && pod.name.startsWith(deployment + u'-'))
                all.append(drain.state().progress.value(pod.uid));
        return all;
    }

    static bool areGone(const QVector<DrainProgress>& all)
    {
        return !all.isEmpty() && std::all_of(all.cbegin(), all.cend(), [](const DrainProgress& one) {
            return one.state == State::Gone;
        });
    }

private Q_SLOTS:

    void initTestCase()
    {
        const QString why = genuine::missing({u"KAPTAN_TEST_KUBECONFIG"_s, u"KAPTAN_TEST_KUBECTL"_s});
        if (!why.isEmpty())
            QSKIP(qPrintable(why));
        const auto context = genuine::contextOf(genuine::variable("KAPTAN_TEST_KUBECONFIG"));
        QVERIFY(context);
        m_api = genuine::apiOf(*context);
        const auto kinds = wait(m_api->discover());
        QVERIFY2(kinds, genuine::wordsOf(kinds).constData());
        m_discovery = std::make_shared<const Discovery>(*kinds);
        kubectl({u"delete"_s, u"namespace"_s, ours, u"--ignore-not-found"_s, u"--timeout=80s"_s});
        const QString wrong = pretended::prepare();
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong));
    }

    void cleanupTestCase()
    {
        if (m_api)
            pretended::tidy(ours);
        m_api.reset();
    }

    void oneBudgetBlocksAndOneLetsThrough()
    {
        const QString wrong = pretended::fill(ours, pretended::workload("free", 2, 1) + "---\n" +
                                                        pretended::workload("kept", 1, 1));
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong));
        QTRY_COMPARE_WITH_TIMEOUT(
            get({u"-n"_s, ours, u"pdb"_s, u"free"_s, u"-o"_s, u"jsonpath={.status.disruptionsAllowed}"_s}),
            QByteArray("1"), slow);

        DrainOptions options;
        options.ignoreDaemonSets = true; // the shop's is everywhere
        Drain drain(*m_api, m_discovery, pretended::node(1), options);
        QSignalSpy finished(&drain, &Drain::finished);
        drain.start();
        // The one is named while the others go, each as the budget allows.
        QTRY_VERIFY_WITH_TIMEOUT(areGone(progressOf(drain, u"free"_s)), slow);
        QCOMPARE(progressOf(drain, u"free"_s).size(), 2);
        QTRY_COMPARE_WITH_TIMEOUT(progressOf(drain, u"kept"_s).value(0).budgets,
                                  QStringList{ours + u"/kept"_s}, slow);
        QCOMPARE(progressOf(drain, u"kept"_s).first().state, State::Blocked);
        QVERIFY(finished.isEmpty());
        QCOMPARE(get({u"node"_s, pretended::node(1), u"-o"_s, u"jsonpath={.spec.unschedulable}"_s}),
                 QByteArray("true"));
        QCOMPARE(get({u"-n"_s, ours, u"pods"_s, u"-l"_s, u"app=kept"_s, u"-o"_s,
                      u"jsonpath={.items[*].spec.nodeName}"_s}),
                 pretended::node(1).toUtf8());

        // Somebody relents.
        QCOMPARE(kubectl({u"-n"_s, ours, u"patch"_s, u"pdb"_s, u"kept"_s, u"--type=merge"_s, u"-p"_s,
                          u"{\"spec\":{\"minAvailable\":0}}"_s})
                     .code,
                 0);
        QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 1, slow);
        QCOMPARE(drain.end(), DrainEnd::Drained);
        QVERIFY(drain.result());
        QCOMPARE(drain.gone(), drain.leavers().size());
        const auto left = wait(podsOfNode(*m_api, pretended::node(1)));
        QVERIFY(left);
        for (const DrainPod& pod : *left)
            QVERIFY2(pod.nameSpace != ours, qPrintable(pod.title()));

        QVERIFY(wait(setCordoned(*m_api, kind(u"nodes"_s), pretended::node(1), false)));
        QCOMPARE(get({u"node"_s, pretended::node(1), u"-o"_s, u"jsonpath={.spec.unschedulable}"_s}),
                 QByteArray());
    }

    void taintsAreSetAndTakenAway()
    {
        const auto node = [this] {
            return QJsonDocument::fromJson(
                       wait(m_api->get(kind(u"nodes"_s), {}, pretended::node(2))).value_or(QByteArray()))
                .object();
        };
        const QJsonObject before = node();
        QVector<Taint> taints = taintsOf(before);
        taints.append({u"admin.test/busy"_s, u"yes"_s, u"PreferNoSchedule"_s});
        const QString version = before.value("metadata"_L1).toObject().value("resourceVersion"_L1).toString();
        QVERIFY(wait(setTaints(*m_api, kind(u"nodes"_s), pretended::node(2), taints, version)));
        QVERIFY(taintsOf(node()).contains(taints.last()));
        // The node that was read is another by now.
        const auto again = wait(setTaints(*m_api, kind(u"nodes"_s), pretended::node(2), {}, version));
        QVERIFY(!again);
        QCOMPARE(again.error().httpStatus(), 409);
        QVERIFY(wait(setTaints(*m_api, kind(u"nodes"_s), pretended::node(2), taintsOf(before), {})));
        QCOMPARE(taintsOf(node()), taintsOf(before));
    }

    void aRestartIsInTheHistory()
    {
        QVERIFY(wait(
            restartRollout(*m_api, kind(u"deployments.apps"_s), ours, u"free"_s, u"a new certificate"_s)));
        QTRY_VERIFY_WITH_TIMEOUT(kubectl({u"-n"_s, ours, u"rollout"_s, u"history"_s, u"deployment/free"_s})
                                     .out.contains("a new certificate"),
                                 slow);
    }

    void labelsAndAnnotations()
    {
        const ApiResource& deployments = kind(u"deployments.apps"_s);
        QVERIFY(wait(
            changeMarks(*m_api, deployments, ours, u"free"_s, Marks::Labels, {{u"tier"_s, u"front"_s}})));
        QCOMPARE(get({u"-n"_s, ours, u"deployment"_s, u"free"_s, u"-o"_s, u"jsonpath={.metadata.labels}"_s}),
                 QByteArray(R"({"tier":"front"})"));
        QVERIFY(wait(
            changeMarks(*m_api, deployments, ours, u"free"_s, Marks::Labels, {{u"tier"_s, std::nullopt}})));
        QCOMPARE(get({u"-n"_s, ours, u"deployment"_s, u"free"_s, u"-o"_s, u"jsonpath={.metadata.labels}"_s}),
                 QByteArray());
    }

    void aCronJobIsSuspendedAndRunNow()
    {
        const QByteArray cronJob =
            "apiVersion: batch/v1beta1\nkind: CronJob\nmetadata: {name: backup}\nspec:\n"
            "  schedule: '0 0 1 1 *'\n  jobTemplate:\n    spec:\n      template:\n        spec:\n"
            "          restartPolicy: Never\n"
            "          tolerations: [{key: kaptan.test/pretended, operator: Exists}]\n"
            "          containers: [{name: main, image: 'test/busybox:1', command: ['true']}]\n";
        QCOMPARE(kubectl({u"-n"_s, ours, u"apply"_s, u"-f"_s, u"-"_s}, cronJob).code, 0);
        QVERIFY(wait(setSuspended(*m_api, kind(u"cronjobs.batch"_s), ours, u"backup"_s, true)));
        QCOMPARE(get({u"-n"_s, ours, u"cronjob"_s, u"backup"_s, u"-o"_s, u"jsonpath={.spec.suspend}"_s}),
                 QByteArray("true"));
        const auto job = wait(runCronJob(*m_api, *m_discovery, ours, u"backup"_s));
        QVERIFY2(job, genuine::wordsOf(job).constData());
        QCOMPARE(
            get({u"-n"_s, ours, u"job"_s, *job, u"-o"_s, u"jsonpath={.metadata.ownerReferences[0].name}"_s}),
            QByteArray("backup"));
        // The collector takes it for the cron job's: it is in the tree, and goes with it.
        const auto preview =
            wait(previewDelete(*m_api, m_discovery, kind(u"cronjobs.batch"_s),
                               {{ours, u"backup"_s,
                                 QString::fromUtf8(get({u"-n"_s, ours, u"cronjob"_s, u"backup"_s, u"-o"_s,
                                                        u"jsonpath={.metadata.uid}"_s}))}}));
        QVERIFY(preview);
        QStringList jobs; // its pod may be there already, in a group of its own
        for (const auto& group : preview->goes)
            if (group.resource.kind == u"Job"_s)
                jobs << group.names;
        QCOMPARE(jobs, QStringList{ours + u'/' + *job});
        QCOMPARE(preview->unread, QStringList());
    }

    void aDeploymentsCompanyIsKnownBefore()
    {
        const QString uid = QString::fromUtf8(
            get({u"-n"_s, ours, u"deployment"_s, u"kept"_s, u"-o"_s, u"jsonpath={.metadata.uid}"_s}));
        const auto preview =
            wait(previewDelete(*m_api, m_discovery, kind(u"deployments.apps"_s), {{ours, u"kept"_s, uid}}));
        QVERIFY(preview);
        QStringList kinds;
        for (const auto& group : preview->goes)
            kinds << group.resource.kind;
        kinds.sort();
        QCOMPARE(kinds, (QStringList{u"Pod"_s, u"ReplicaSet"_s}));
        QCOMPARE(preview->unread, QStringList());

        const auto nameSpace =
            wait(previewDelete(*m_api, m_discovery, kind(u"namespaces"_s), {{{}, ours, {}}}));
        QVERIFY(nameSpace);
        int deployments = 0;
        for (const auto& group : nameSpace->goes)
            if (group.resource.kind == u"Deployment"_s)
                deployments = int(group.count);
        QCOMPARE(deployments, 2);
    }

    void theViewerIsToldBefore()
    {
        const QString file = genuine::variable("KAPTAN_TEST_KUBECONFIG_VIEWER");
        if (file.isEmpty())
            QSKIP("no viewer");
        const auto context = genuine::contextOf(file);
        QVERIFY(context);
        const auto api = genuine::apiOf(*context);
        Permissions permissions(*api);
        permissions.whyNot(u"patch"_s, kind(u"nodes"_s));
        permissions.whyNot(u"list"_s, kind(u"pods"_s), u"demo"_s);
        QTRY_VERIFY_WITH_TIMEOUT(permissions.isKnown(u"patch"_s, kind(u"nodes"_s)) &&
                                     permissions.isKnown(u"list"_s, kind(u"pods"_s), u"demo"_s),
                                 slow);
        QCOMPARE(permissions.whyNot(u"patch"_s, kind(u"nodes"_s)), u"You may not patch nodes."_s);
        QCOMPARE(permissions.whyNot(u"list"_s, kind(u"pods"_s), u"demo"_s), QString());
    }
};

QTEST_GUILESS_MAIN(TestDrainGenuine)
#include "tst_drain.moc"
