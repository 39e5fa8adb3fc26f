#include "ui/cluster/kube_details.h"
#include "ui/cluster/kube_figures.h"
#include "ui/cluster/kube_status.h"
#include "ui/cluster/kube_table_model.h"

#include <QJsonDocument>
#include <QTest>

using namespace kaptan;
using namespace kaptan::ui;
using namespace Qt::StringLiterals;

namespace
{

KubeRow makeRow(const QString& name, const QStringList& cells, qint64 createdMs = 0,
                const QString& nameSpace = u"shop"_s)
{
    auto row = std::make_shared<kube::CellsRow>();
    row->uid = kube::Text(u"uid-"_s + name);
    row->name = kube::Text(name);
    row->nameSpace = kube::Text(nameSpace);
    row->createdMs = createdMs;
    for (const QString& cell : cells)
        row->cells.push_back(kube::Text(cell));
    return row;
}

KubeTableModel::Layout podColumns()
{
    KubeTableModel::Layout layout;
    layout.columns = {{u"Name"_s, u"string"_s, u"the name"_s, 0},
                      {u"Ready"_s, u"string"_s, {}, 0},
                      {u"Status"_s, u"string"_s, {}, 0},
                      {u"Restarts"_s, u"integer"_s, {}, 0},
                      {u"Age"_s, u"string"_s, {}, 0},
                      {u"Node"_s, u"string"_s, {}, 1}};
    return layout;
}

QStringList titles(const KubeTableModel& model)
{
    QStringList list;
    for (int i = 0; i < model.columnCount(); ++i)
        list.append(model.columnTitle(i));
    return list;
}

QJsonObject object(const char* json)
{
    QByteArray text(json);
    text.replace('\'', "\x22");
    const QJsonDocument document = QJsonDocument::fromJson(text);
    if (!document.isObject())
        qFatal("a test's own JSON is broken");
    return document.object();
}

QString fact(const QJsonObject& of, const char* id)
{
    for (const ObjectFact& each : objectFacts(of))
        if (each.id == QLatin1String(id))
            return each.value;
    return {};
}

QString everyFact(const QJsonObject& of)
{
    QString all;
    for (const ObjectFact& each : objectFacts(of))
        all += each.name + each.value;
    return all;
}

} // namespace

class TestKubeModels : public QObject
{
    Q_OBJECT
private Q_SLOTS:

    void columnsAreTheServersWithoutTheWideOnes()
    {
        KubeTableModel::Layout layout = podColumns();
        QCOMPARE(titles(KubeTableModel(layout)),
                 (QStringList{u"Name"_s, u"Ready"_s, u"State"_s, u"Restarts"_s, u"Age"_s}));
        layout.wide = true;
        layout.withNameSpace = true;
        KubeTableModel model(layout);
        QCOMPARE(titles(model), (QStringList{u"Name"_s, u"Namespace"_s, u"Ready"_s, u"State"_s, u"Restarts"_s,
                                             u"Age"_s, u"Node"_s}));
        model.apply({makeRow(u"web"_s, {u"web"_s, u"1/1"_s, u"Running"_s, u"0"_s, u"5d"_s, u"n1"_s})});
        QCOMPARE(model.cellAt(0, 1).text, u"shop"_s);
        QCOMPARE(model.cellAt(0, 3).tone, Tone::Ok);
        QCOMPARE(model.cellAt(0, 6).text, u"n1"_s);
    }

    void agesAreOurOwn()
    {
        KubeTableModel model(podColumns());
        const qint64 old = QDateTime::currentMSecsSinceEpoch() - 3 * 3600 * 1000;
        model.apply({makeRow(u"a"_s, {u"a"_s, u"1/1"_s, u"Running"_s, u"0"_s, u"16s"_s}, old),
                     makeRow(u"b"_s, {u"b"_s, u"1/1"_s, u"Running"_s, u"0"_s, u"99d"_s}, old - 1000)});
        QVERIFY(model.cellAt(0, 4).text != u"16s"_s); // rendered when it was listed: wrong ever since
        QVERIFY(!model.cellAt(0, 4).toolTip.isEmpty());
        model.sort(4);
        QCOMPARE(model.keyAt(0), u"uid-a"_s); // the youngest first
    }

    void numbersSortAsNumbers()
    {
        KubeTableModel model(podColumns());
        model.apply({makeRow(u"a"_s, {u"a"_s, {}, {}, u"9"_s}), makeRow(u"b"_s, {u"b"_s, {}, {}, u"10"_s}),
                     makeRow(u"c"_s, {u"c"_s})}); // fewer cells than columns
        model.sort(3, Qt::DescendingOrder);
        QCOMPARE(model.keyAt(0), u"uid-b"_s);
        QCOMPARE(model.keyAt(2), u"uid-c"_s);
        QCOMPARE(model.cellAt(2, 3).text, QString());
    }

    void hostileTextsStayPlainAndShort()
    {
        KubeTableModel::Layout layout = podColumns();
        layout.columns[1].name = u"<b>Ready</b>\n"_s + QString(10000, u'x');
        layout.columns[1].description = u"<img src=x>"_s;
        layout.withNameSpace = true;
        const QString html = u"<b>web</b>\n<script>"_s;
        const QString turned = u"\u202Egnp.exe"_s;
        const QString longest(10000, u'n');
        layout.sample = {makeRow(html, {html, longest})};
        KubeTableModel model(layout);
        model.apply({makeRow(html, {html, longest, u"<i>Running</i>"_s}, 0, turned),
                     makeRow(longest, {longest}), makeRow(turned, {turned, turned, turned})});
        QCOMPARE(model.total(), 3);
        QVERIFY(model.columnTitle(2).size() < 50 && !model.columnTitle(2).contains(u'\n'));
        QVERIFY(!model.headerData(2, Qt::Horizontal, Qt::ToolTipRole).toString().contains(u"<img"_s));
        for (const Column& column : model.columns())
            QVERIFY(column.width < 300);
        for (int row = 0; row < 3; ++row) {
            for (int column = 0; column < model.columnCount(); ++column) {
                const QString text = model.cellAt(row, column).text;
                QVERIFY(text.size() <= 420);
                QVERIFY(!text.contains(u'\n') && !text.contains(u'\u202E'));
                const QString tip = model.index(row, column).data(Qt::ToolTipRole).toString();
                QVERIFY(!tip.contains(u"<b"_s) && !tip.contains(u"<s"_s));
            }
        }
        QVERIFY(model.cellAt(model.rowOf(u"uid-"_s + html), 0).text.startsWith(u"<b>web"_s)); // as written
        model.setFilter(u"script"_s);
        QCOMPARE(model.shown(), 1);
    }

    void statesHaveTones()
    {
        QCOMPARE(statusLook(u"Running"_s).tone, Tone::Ok);
        QCOMPARE(statusLook(u"Bound"_s).tone, Tone::Ok);
        QCOMPARE(statusLook(u"ContainerCreating"_s).tone, Tone::Progress);
        QCOMPARE(statusLook(u"Init:0/2"_s).tone, Tone::Progress);
        QCOMPARE(statusLook(u"Init:CrashLoopBackOff"_s).tone, Tone::Error);
        QCOMPARE(statusLook(u"ErrImagePull"_s).tone, Tone::Error);
        QCOMPARE(statusLook(u"Ready"_s).tone, Tone::Ok);
        QCOMPARE(statusLook(u"NotReady,SchedulingDisabled"_s).tone, Tone::Error);
        QCOMPARE(statusLook(u"Ready,SchedulingDisabled"_s).tone, Tone::Warning);
        QCOMPARE(statusLook(u"SomethingNew"_s).tone, Tone::Neutral);
    }

    void conditionsInWords()
    {
        const auto lines = conditionWords(object(
            "{'kind':'Node','status':{'conditions':[{'type':'Ready','status':'True','reason':'KubeletReady',"
            "'message':'kubelet is posting ready status'},{'type':'MemoryPressure','status':'True'},"
            "{'type':'DiskPressure','status':'False'},{'type':'Odd','status':'Unknown'},{'status':'True'}]}"
            "}"));
        QCOMPARE(lines.size(), 4);
        QCOMPARE(lines[0].tone, Tone::Ok);
        QVERIFY(lines[0].words.contains(u"kubelet is healthy"_s));
        QVERIFY(lines[0].words.endsWith(u"KubeletReady: kubelet is posting ready status"_s));
        QCOMPARE(lines[1].tone, Tone::Error); // bad when true
        QCOMPARE(lines[2].tone, Tone::Ok);
        QCOMPARE(lines[3].tone, Tone::Warning);
        QVERIFY(conditionWords(object("{'status':{'conditions':null}}")).isEmpty());
        const auto done = conditionWords(object("{'kind':'Pod','status':{'conditions':[{'type':'Ready','"
                                                "status':'False','reason':'PodCompleted'}]}}"));
        QCOMPARE(done[0].tone, Tone::Neutral);
    }

    void aSecretTellsKeysOnly()
    {
        const QJsonObject secret =
            object("{'kind':'Secret','type':'Opaque','metadata':{'name':'s','annotations':{"
                   "'kubectl.kubernetes.io/last-applied-configuration':'hunter2','note':'n'}},"
                   "'data':{'password':'aHVudGVyMg==','user':'YWJj'}}");
        QVERIFY(fact(secret, "keys").contains(u"password (7"_s));
        QVERIFY(fact(secret, "keys").contains(u"user (3"_s));
        const QString all = everyFact(secret);
        QVERIFY(!all.contains(u"hunter2"_s) && !all.contains(u"aHVudGVyMg"_s) && !all.contains(u"YWJj"_s));
        QCOMPARE(fact(secret, "annotations"), u"note=n"_s);
        // Others keep the whole object too, or a value of it.
        const QJsonObject kept =
            object("{'kind':'Secret','metadata':{'name':'s','annotations':{'kapp.k14s.io/original':'{}',"
                   "'hint':'it is hunter2','note':'n'}},'data':{'password':'aHVudGVyMg=='}}");
        QCOMPARE(fact(kept, "annotations"), u"hint=***\nkapp.k14s.io/original=***\nnote=n"_s);
        const QJsonObject plain =
            object("{'kind':'ConfigMap','metadata':{'name':'c','annotations':{'a':'{}'}},'data':{}}");
        QCOMPARE(fact(plain, "annotations"), u"a={}"_s);
    }

    void whatMattersOfAKind()
    {
        const QJsonObject quota = object(
            "{'kind':'ResourceQuota','spec':{'hard':{'pods':'30','requests.cpu':'1'}},"
            "'status':{'hard':{'pods':'30','requests.cpu':'1'},'used':{'pods':'12','requests.cpu':'250m'}}}");
        QCOMPARE(fact(quota, "quota"), u"pods: 12 of 30 (40 %)\nrequests.cpu: 250m of 1 (25 %)"_s);
        const QJsonObject service = object(
            "{'kind':'Service','spec':{'type':'NodePort','clusterIP':'10.0.0.5','selector':{'app':'web'},"
            "'ports':[{'port':80,'targetPort':'http','nodePort':30080},{'port':53,'targetPort':53,"
            "'protocol':'UDP'}]}}");
        QCOMPARE(fact(service, "ports"), u"80 → http, node port 30080\n53 → 53 UDP"_s);
        QCOMPARE(fact(service, "selector"), u"app=web"_s);
        const QJsonObject policy = object("{'kind':'NetworkPolicy','spec':{'podSelector':{'matchLabels':{'"
                                          "app':'db'}},'policyTypes':['Ingress'],"
                                          "'ingress':[{'from':[{'podSelector':{'matchLabels':{'app':'worker'}"
                                          "}}],'ports':[{'port':5432}]}]}}");
        QCOMPARE(fact(policy, "pods"), u"app=db"_s);
        QCOMPARE(fact(policy, "ingress"), u"pods app=worker :5432"_s);
        QCOMPARE(fact(policy, "egress"), QString());
        const QJsonObject ingress = object(
            "{'kind':'Ingress','spec':{'rules':[{'host':'shop.example.com','http':{'paths':[{'path':'/',"
            "'backend':{'service':{'name':'web','port':{'name':'http'}}}}]}}]}}");
        QCOMPARE(fact(ingress, "rules"), u"shop.example.com/ → web:http"_s);
        QCOMPARE(fact(object("{'kind':'Deployment','spec':{'replicas':3,'template':{'spec':{'containers':["
                             "{'name':'c','image':'i:1'}]}}},'status':{}}"),
                      "replicas"),
                 u"0 of 3 ready"_s);
    }

    void hostileObjects()
    {
        // Fields of another type than anybody expects, and very long ones.
        QJsonObject odd = object("{'kind':'Service','metadata':[],'spec':'x','status':7}");
        QVERIFY(!everyFact(odd).contains(u"Object"_s));
        odd = object("{'kind':'ConfigMap','metadata':{'labels':{'a':'<b>'}}}");
        QCOMPARE(fact(odd, "labels"), u"a=<b>"_s); // plain: whoever shows it shows it as written
        QJsonObject annotations;
        annotations.insert(u"long"_s, QString(10000, u'x'));
        annotations.insert(u"turned"_s, u"\u202Egnp"_s);
        odd =
            QJsonObject{{u"kind"_s, u"Pod"_s}, {u"metadata"_s, QJsonObject{{u"annotations"_s, annotations}}}};
        QVERIFY(fact(odd, "annotations").size() < 300);
        QVERIFY(!fact(odd, "annotations").contains(u'\u202E'));
    }

    void endpointsSayWhoIsNotReady()
    {
        QCOMPARE(
            endpointsText(object("{'subsets':[{'addresses':[{'ip':'10.1.0.4','targetRef':{'name':'web-1'}}],"
                                 "'notReadyAddresses':[{'ip':'10.1.0.5'}],'ports':[{'port':8080}]}]}")),
            u"10.1.0.4:8080 → web-1\n10.1.0.5:8080 (not ready)"_s);
        QCOMPARE(endpointsText(object("{'subsets':null}")), QString());
    }

    void podsAreSummedByNode()
    {
        using Phase = kube::PodRow::Phase;
        QVector<std::shared_ptr<const kube::PodRow>> pods;
        const auto add = [&pods](const char* node, Phase phase, int cpu, qint64 memory) {
            auto pod = std::make_shared<kube::PodRow>();
            pod->node = kube::Text(std::string_view(node));
            pod->phase = phase;
            pod->requestCpuMilli = cpu;
            pod->requestMemory = memory;
            pods.append(pod);
        };
        add("n1", Phase::Running, 100, 1000);
        add("n1", Phase::Running, 50, 500);
        add("n2", Phase::Pending, 10, 10);
        add("n2", Phase::Succeeded, 999, 999); // has ended: takes no room
        add("n1", Phase::Failed, 999, 999);
        add("", Phase::Pending, 5, 5); // on no node yet
        const PodLoads loads = sumPods(pods);
        QCOMPARE(loads.total, 6);
        QCOMPARE(loads.running, 2);
        QCOMPARE(loads.pending, 2);
        QCOMPARE(loads.failed, 1);
        QCOMPARE(loads.byNode.value(u"n1"_s).cpuMilli, 150);
        QCOMPARE(loads.byNode.value(u"n1"_s).memory, 1500);
        QCOMPARE(loads.byNode.value(u"n2"_s).pods, 1);
        QCOMPARE(loads.all.cpuMilli, 160);
    }

    void readinessChecks()
    {
        const auto checks =
            healthChecks("[+]ping ok\n[-]etcd failed: reason withheld\nreadyz check failed\n");
        QCOMPARE(checks.size(), 2);
        QCOMPARE(checks[0].name, u"ping"_s);
        QVERIFY(checks[0].ok);
        QCOMPARE(checks[1].name, u"etcd"_s);
        QVERIFY(!checks[1].ok);
        QVERIFY(healthChecks("<html>").isEmpty());
    }

    void nodesSayWhatIsWrong()
    {
        using Status = kube::ConditionRow::Status;
        kube::NodeRow node;
        const auto condition = [](const char* type, Status status) {
            kube::ConditionRow row;
            row.type = kube::Text(std::string_view(type));
            row.status = status;
            return row;
        };
        QCOMPARE(nodeLook(node).tone, Tone::Error); // says nothing
        node.conditions = {condition("Ready", Status::True), condition("DiskPressure", Status::False)};
        QCOMPARE(nodeLook(node).tone, Tone::Ok);
        QVERIFY(nodeProblems(node).isEmpty());
        node.isUnschedulable = true;
        QCOMPARE(nodeLook(node).tone, Tone::Warning);
        node.conditions[1].status = Status::True;
        QVERIFY(nodeProblems(node).contains(u"DiskPressure"_s));
        node.conditions[0].status = Status::False;
        QCOMPARE(nodeLook(node).tone, Tone::Error);
    }

    void eventsByTheirLastTime()
    {
        QByteArray json =
            "{'items':[{'metadata':{'uid':'1','creationTimestamp':'2026-01-01T00:00:00Z'},'type':'Warning',"
            "'reason':'BackOff','message':'m','count':4,'lastTimestamp':'2026-01-02T00:00:00Z'},"
            "{'metadata':{'uid':'2'},'eventTime':'2026-01-03T00:00:00.123456Z','lastTimestamp':null},"
            "{'metadata':{}}]}";
        json.replace('\'', "\x22");
        const auto events = objectEvents(json);
        QCOMPARE(events.size(), 2);
        ObjectEventsModel model;
        model.sort(ObjectEventsModel::Last);
        model.setRows(events);
        QCOMPARE(model.keyAt(0), u"2"_s); // the newest first
        QCOMPARE(model.cellAt(1, ObjectEventsModel::Reason).tone, Tone::Warning);
        QCOMPARE(model.cellAt(1, ObjectEventsModel::Count).text, u"4"_s);
    }
};

QTEST_MAIN(TestKubeModels)
#include "tst_kube_models.moc"
