#include "app/kube/change/admin_calls.h"
#include "tests/kube_api/fake_api.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace kaptan;
using namespace kaptan::kube;
using namespace Qt::StringLiterals;

namespace
{

constexpr auto kWeb = "/apis/apps/v1/namespaces/shop/deployments/web";

QJsonObject parsed(const QByteArray& text)
{
    return QJsonDocument::fromJson(QByteArray(text).replace('\'', '"')).object();
}

ApiResource cronJobs()
{
    ApiResource resource;
    resource.group = u"batch"_s;
    resource.version = u"v1beta1"_s;
    resource.name = u"cronjobs"_s;
    resource.kind = u"CronJob"_s;
    return resource;
}

ApiResource nodes()
{
    ApiResource resource;
    resource.version = u"v1"_s;
    resource.name = u"nodes"_s;
    resource.kind = u"Node"_s;
    resource.namespaced = false;
    return resource;
}

} // namespace

/// What an administrator's single calls send.
class TestAdminCalls : public QObject
{
    Q_OBJECT

    std::unique_ptr<FakeSite> m_site;

    QJsonObject sent() const { return QJsonDocument::fromJson(m_site->server.calls.back().body).object(); }

private Q_SLOTS:

    void init() { m_site = std::make_unique<FakeSite>(); }

    void cleanup() { m_site.reset(); }

    void cordonAndUncordon()
    {
        m_site->server.script("/api/v1/nodes/n1", {FakeApi::ok("{}")});
        QVERIFY(waitFor(setCordoned(*m_site->api, nodes(), u"n1"_s, true)));
        QCOMPARE(m_site->server.calls.back().header("Content-Type"),
                 QByteArray("application/merge-patch+json"));
        QCOMPARE(sent(), parsed("{'spec':{'unschedulable':true}}"));
        QVERIFY(waitFor(setCordoned(*m_site->api, nodes(), u"n1"_s, false)));
        QCOMPARE(sent(), parsed("{'spec':{'unschedulable':null}}"));
    }

    void taintsAreReplacedUnderACondition()
    {
        m_site->server.script("/api/v1/nodes/n1", {FakeApi::ok("{}")});
        QVector<Taint> taints = taintsOf(parsed("{'spec':{'taints':[{'key':'gpu','value':'yes','effect':"
                                                "'NoExecute','timeAdded':'2026-01-01T00:00:00Z'}]}}"));
        QCOMPARE(taints.size(), 1);
        taints.append({u"example.com/old"_s, {}, u"NoSchedule"_s});
        QVERIFY(waitFor(setTaints(*m_site->api, nodes(), u"n1"_s, taints, u"42"_s)));
        QCOMPARE(sent(),
                 parsed("{'metadata':{'resourceVersion':'42'},'spec':{'taints':[{'key':'gpu','value':'yes',"
                        "'effect':'NoExecute','timeAdded':'2026-01-01T00:00:00Z'},"
                        "{'key':'example.com/old','effect':'NoSchedule'}]}}"));
        QVERIFY(waitFor(setTaints(*m_site->api, nodes(), u"n1"_s, {}, {})));
        QCOMPARE(sent(), parsed("{'spec':{'taints':null}}"));
    }

    void taintsAreChecked()
    {
        const Taint good{u"gpu"_s, u"yes"_s, u"NoSchedule"_s};
        const Taint other{u"gpu"_s, u"yes"_s, u"NoExecute"_s};
        QCOMPARE(problemOf({good, other}, 1), QString());
        QVERIFY(!problemOf({good, good}, 1).isEmpty());
        QVERIFY(!problemOf({{u"gpu"_s, {}, u"Sometimes"_s}}, 0).isEmpty());
        QVERIFY(!problemOf({{{}, u"yes"_s, u"NoExecute"_s}}, 0).isEmpty());
        QVERIFY(!problemOf({{u"gpu"_s, u"a b"_s, u"NoExecute"_s}}, 0).isEmpty());
    }

    void marksAreChangedByTheirDifference()
    {
        const MarkChanges changes = markChanges({{u"a"_s, u"1"_s}, {u"b"_s, u"2"_s}, {u"c"_s, u"3"_s}},
                                                {{u"a"_s, u"1"_s}, {u"b"_s, u"9"_s}, {u"d"_s, {}}});
        QCOMPARE(changes.keys(), (QStringList{u"b"_s, u"c"_s, u"d"_s}));
        m_site->server.script(kWeb, {FakeApi::ok("{}")});
        QVERIFY(
            waitFor(changeMarks(*m_site->api, deployments(), u"shop"_s, u"web"_s, Marks::Labels, changes)));
        QCOMPARE(sent(), parsed("{'metadata':{'labels':{'b':'9','c':null,'d':''}}}"));
        QVERIFY(waitFor(
            changeMarks(*m_site->api, deployments(), u"shop"_s, u"web"_s, Marks::Annotations, changes)));
        QVERIFY(sent().value("metadata"_L1).toObject().contains("annotations"_L1));
        QVERIFY(waitFor(changeMarks(*m_site->api, deployments(), u"shop"_s, u"web"_s, Marks::Labels,
                                    {{u"a"_s, u"1"_s}}, u"u1"_s)));
        QCOMPARE(sent(), parsed("{'metadata':{'uid':'u1','labels':{'a':'1'}}}"));
    }

    void aRestartTellsItsCause()
    {
        m_site->server.script(kWeb, {FakeApi::ok(quoted("{'spec':{}}")), FakeApi::ok("{}")});
        QVERIFY(waitFor(restartRollout(*m_site->api, deployments(), u"shop"_s, u"web"_s, u"new certificate"_s,
                                       m_site->clock)));
        QCOMPARE(sent(),
                 parsed("{'metadata':{'annotations':{'kubernetes.io/change-cause':'new certificate'}},"
                        "'spec':{'template':{'metadata':{'annotations':{"
                        "'kubectl.kubernetes.io/restartedAt':'2026-01-01T00:00:00Z'}}}}}"));
        QVERIFY(!restartPatch(m_site->clock.now(), {}).contains("metadata"_L1));
    }

    void aRestartIsOfTheObjectThatWasAskedAbout()
    {
        const auto uid = [this] { return sent().value("metadata"_L1).toObject().value("uid"_L1).toString(); };
        m_site->server.script(kWeb, {FakeApi::ok(quoted("{'metadata':{'uid':'u2'},'spec':{}}"))});
        QVERIFY(waitFor(
            restartRollout(*m_site->api, deployments(), u"shop"_s, u"web"_s, {}, m_site->clock, u"u1"_s)));
        QCOMPARE(uid(), u"u1"_s);
        QVERIFY(waitFor(restartRollout(*m_site->api, deployments(), u"shop"_s, u"web"_s, {}, m_site->clock)));
        QCOMPARE(uid(), u"u2"_s);
    }

    void whatIsPausedIsNotRestarted()
    {
        m_site->server.script(kWeb, {FakeApi::ok(quoted("{'spec':{'paused':true}}"))});
        const auto done =
            waitFor(restartRollout(*m_site->api, deployments(), u"shop"_s, u"web"_s, {}, m_site->clock));
        QVERIFY(!done && done.error().as<NotAllowed>());
        QCOMPARE(m_site->server.count(kWeb), 1);
    }

    void aCronJobIsRunNow()
    {
        ApiResource jobs;
        jobs.group = u"batch"_s;
        jobs.version = u"v1"_s;
        jobs.name = u"jobs"_s;
        jobs.kind = u"Job"_s;
        Discovery discovery;
        discovery.resources = {jobs, cronJobs()};
        m_site->server.script(
            "/apis/batch/v1beta1/namespaces/shop/cronjobs/backup",
            {FakeApi::ok(
                quoted("{'metadata':{'name':'backup','namespace':'shop','uid':'u1'},'spec':{'suspend':true,"
                       "'jobTemplate':{'metadata':{'labels':{'app':'backup'},'annotations':{'note':'x'}},"
                       "'spec':{'backoffLimit':1}}}}"))});
        m_site->server.script("/apis/batch/v1/namespaces/shop/jobs", {FakeApi::answer("201 Created", "{}")});
        const auto name = waitFor(runCronJob(*m_site->api, discovery, u"shop"_s, u"backup"_s));
        QVERIFY(name);
        QVERIFY(name->startsWith(u"backup-manual-"_s));
        QJsonObject job = sent();
        QJsonObject meta = job.value("metadata"_L1).toObject();
        QCOMPARE(meta.take("name"_L1).toString(), *name);
        QCOMPARE(meta, parsed("{'namespace':'shop','labels':{'app':'backup'},'annotations':{'note':'x',"
                              "'cronjob.kubernetes.io/instantiate':'manual'},'ownerReferences':[{"
                              "'apiVersion':'batch/v1beta1','kind':'CronJob','name':'backup','uid':'u1',"
                              "'controller':true}]}"));
        QCOMPARE(job.value("spec"_L1).toObject(), parsed("{'backoffLimit':1}"));
    }

    void namesOfJobsFit()
    {
        QCOMPARE(manualJobName(u"backup"_s, u"abcde"_s), u"backup-manual-abcde"_s);
        const QString longest = manualJobName(QString(49, u'a') + u"-b"_s, u"abcde"_s);
        QVERIFY(longest.size() <= 63);
        QVERIFY(longest.startsWith(QString(49, u'a') + u"-manual"_s));
    }

    void suspendAndResume()
    {
        m_site->server.script("/apis/batch/v1beta1/namespaces/shop/cronjobs/backup", {FakeApi::ok("{}")});
        QVERIFY(waitFor(setSuspended(*m_site->api, cronJobs(), u"shop"_s, u"backup"_s, true)));
        QCOMPARE(sent(), parsed("{'spec':{'suspend':true}}"));
        QVERIFY(waitFor(setSuspended(*m_site->api, cronJobs(), u"shop"_s, u"backup"_s, false)));
        QCOMPARE(sent(), parsed("{'spec':{'suspend':false}}"));
        QVERIFY(waitFor(setSuspended(*m_site->api, cronJobs(), u"shop"_s, u"backup"_s, true, u"u1"_s)));
        QCOMPARE(sent(), parsed("{'metadata':{'uid':'u1'},'spec':{'suspend':true}}"));
    }
};

QTEST_GUILESS_MAIN(TestAdminCalls)
#include "tst_admin_calls.moc"
