#include "app/kube/manifest/policy_traffic.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace kaptan::kube;

namespace
{

QJsonObject json(const char* text)
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(QByteArray(text).replace('\'', '"'), &error);
    if (error.error != QJsonParseError::NoError)
        qFatal("%s in %s", qPrintable(error.errorString()), text);
    return document.object();
}

NetworkPolicy policy(const QString& name, const char* spec, const QString& nameSpace = u"shop"_s)
{
    QJsonObject object{{u"metadata"_s, QJsonObject{{u"name"_s, name}, {u"namespace"_s, nameSpace}}},
                       {u"spec"_s, json(spec)}};
    return NetworkPolicy::read(object);
}

PolicyPod pod(const QString& nameSpace, const Labels& labels, const QString& address = {})
{
    PolicyPod made{nameSpace, labels.value(u"app"_s), labels};
    made.address = address;
    made.ports = {{u"http"_s, u"TCP"_s, 8080}, {u"dns"_s, u"UDP"_s, 53}};
    return made;
}

} // namespace

class TestNetworkPolicy : public QObject
{
    Q_OBJECT
private Q_SLOTS:

    void selectors_data()
    {
        QTest::addColumn<QByteArray>("selector");
        QTest::addColumn<bool>("matches");
        QTest::newRow("empty: all") << QByteArray("{}") << true;
        QTest::newRow("label") << QByteArray("{'matchLabels':{'app':'web'}}") << true;
        QTest::newRow("other value") << QByteArray("{'matchLabels':{'app':'db'}}") << false;
        QTest::newRow("missing label") << QByteArray("{'matchLabels':{'app':'web','x':''}}") << false;
        const auto need = [](const char* op, const char* key, const char* values) {
            return QByteArray("{'matchExpressions':[{'key':'") + key + "','operator':'" + op +
                   "','values':[" + values + "]}]}";
        };
        QTest::newRow("in") << need("In", "app", "'a','web'") << true;
        QTest::newRow("in, not there") << need("In", "tier", "'a'") << false;
        QTest::newRow("not in") << need("NotIn", "app", "'web'") << false;
        QTest::newRow("not in, not there") << need("NotIn", "tier", "'web'") << true;
        QTest::newRow("exists") << need("Exists", "app", "") << true;
        QTest::newRow("exists, not there") << need("Exists", "tier", "") << false;
        QTest::newRow("does not exist") << need("DoesNotExist", "tier", "") << true;
        QTest::newRow("does not exist, there") << need("DoesNotExist", "app", "") << false;
        QTest::newRow("unknown operator") << need("Like", "app", "'web'") << false;
        QTest::newRow("both must hold")
            << QByteArray("{'matchLabels':{'app':'web'},'matchExpressions':[{'key':'app','operator':"
                          "'NotIn','values':['web']}]}")
            << false;
    }

    void selectors()
    {
        QFETCH(QByteArray, selector);
        QFETCH(bool, matches);
        const QJsonObject text = json(selector.constData());
        QCOMPARE(LabelSelector::read(text).matches({{u"app"_s, u"web"_s}}), matches);
    }

    /// What is read is written again, unknown things included.
    void nothingIsLost()
    {
        const QJsonObject object = json(
            "{'apiVersion':'networking.k8s.io/v1','kind':'NetworkPolicy','metadata':{'name':'p','namespace':"
            "'shop','annotations':{'a':'b'}},'spec':{'podSelector':{'matchLabels':{'app':'web'},"
            "'matchExpressions':[{'key':'tier','operator':'In','values':['a','b'],'x':1}],'new':2},"
            "'policyTypes':['Ingress','Egress'],'ingress':[{},{'from':[],'ports':[]},{'from':[{'podSelector':"
            "{}},{'namespaceSelector':{'matchLabels':{'n':'m'}},'podSelector':{}},{'ipBlock':{'cidr':"
            "'10.0.0.0/8','except':['10.1.0.0/16'],'later':true}},{'unknown':{}}],'ports':[{'port':80},"
            "{'protocol':'UDP','port':'dns'},{'port':8000,'endPort':8100},{'protocol':'SCTP'},{}],'more':1}],"
            "'egress':[{'to':[{'podSelector':{}}]}],'future':{'a':1}},'status':{'x':1}}");
        const NetworkPolicy read = NetworkPolicy::read(object);
        QCOMPARE(read.toJson(), object);
        QCOMPARE(NetworkPolicy::read(read.toJson()), read);
    }

    void missingTypes()
    {
        QVERIFY(policy(u"a"_s, "{'podSelector':{}}").isolates(Direction::Ingress));
        QVERIFY(!policy(u"a"_s, "{'podSelector':{}}").isolates(Direction::Egress));
        QVERIFY(!policy(u"a"_s, "{'podSelector':{},'egress':[]}").isolates(Direction::Egress));
        QVERIFY(policy(u"a"_s, "{'podSelector':{},'egress':[{}]}").isolates(Direction::Egress));
        QVERIFY(!policy(u"a"_s, "{'podSelector':{},'policyTypes':['Egress']}").isolates(Direction::Ingress));
    }

    void traffic_data()
    {
        QTest::addColumn<QByteArray>("spec");
        QTest::addColumn<QString>("ports"); ///< "*": every one, empty: none
        const auto in = [](const QByteArray& rule) { return "{'podSelector':{},'ingress':[" + rule + "]}"; };
        QTest::newRow("no rule") << QByteArray("{'podSelector':{}}") << u""_s;
        QTest::newRow("another pod is selected")
            << QByteArray("{'podSelector':{'matchLabels':{'app':'other'}}}") << u"*"_s;
        QTest::newRow("empty rule") << in("{}") << u"*"_s;
        QTest::newRow("empty from") << in("{'from':[]}") << u"*"_s;
        QTest::newRow("same namespace") << in("{'from':[{'podSelector':{}}]}") << u""_s;
        QTest::newRow("all namespaces") << in("{'from':[{'namespaceSelector':{}}]}") << u"*"_s;
        QTest::newRow("the namespace")
            << in("{'from':[{'namespaceSelector':{'matchLabels':{'team':'front'}}}]}") << u"*"_s;
        QTest::newRow("another namespace")
            << in("{'from':[{'namespaceSelector':{'matchLabels':{'team':'x'}}}]}") << u""_s;
        QTest::newRow("namespace and pod")
            << in("{'from':[{'namespaceSelector':{},'podSelector':{'matchLabels':{'app':'proxy'}}}]}")
            << u"*"_s;
        QTest::newRow("namespace and another pod")
            << in("{'from':[{'namespaceSelector':{},'podSelector':{'matchLabels':{'app':'x'}}}]}") << u""_s;
        // Two items of the list are two ways in; one item with both is a narrower one.
        QTest::newRow("namespace or pod")
            << in("{'from':[{'namespaceSelector':{}},{'podSelector':{'matchLabels':{'app':'x'}}}]}")
            << u"*"_s;
        QTest::newRow("addresses") << in("{'from':[{'ipBlock':{'cidr':'10.2.0.0/16'}}]}") << u"*"_s;
        QTest::newRow("other addresses") << in("{'from':[{'ipBlock':{'cidr':'10.3.0.0/16'}}]}") << u""_s;
        QTest::newRow("all but these addresses")
            << in("{'from':[{'ipBlock':{'cidr':'0.0.0.0/0','except':['10.2.0.0/24']}}]}") << u""_s;
        QTest::newRow("port") << in("{'ports':[{'port':80}]}") << u"TCP 80"_s;
        QTest::newRow("UDP") << in("{'ports':[{'protocol':'UDP','port':53}]}") << u"UDP 53"_s;
        QTest::newRow("named port") << in("{'ports':[{'port':'http'}]}") << u"TCP 8080"_s;
        QTest::newRow("named port of another protocol") << in("{'ports':[{'port':'dns'}]}") << u""_s;
        QTest::newRow("unknown name") << in("{'ports':[{'port':'nope'}]}") << u""_s;
        QTest::newRow("to an end") << in("{'ports':[{'port':8000,'endPort':8100}]}") << u"TCP 8000-8100"_s;
        QTest::newRow("all of a protocol") << in("{'ports':[{'protocol':'SCTP'}]}") << u"SCTP"_s;
        QTest::newRow("joined") << in("{'ports':[{'port':80},{'port':81},{'port':443}]}")
                                << u"TCP 80-81, TCP 443"_s;
        QTest::newRow("two rules") << in("{'ports':[{'port':80}]},{'from':[{'podSelector':{}}]}")
                                   << u"TCP 80"_s;
        QTest::newRow("an end that nobody knows") << in("{'from':[{'other':{}}]}") << u""_s;
        QTest::newRow("only egress") << QByteArray("{'podSelector':{},'policyTypes':['Egress'],'egress':[]}")
                                     << u"*"_s;
    }

    void traffic()
    {
        QFETCH(QByteArray, spec);
        QFETCH(QString, ports);
        PolicyWorld world;
        world.nameSpaces = {{u"front"_s, {{u"team"_s, u"front"_s}}}};
        world.policies = {policy(u"p"_s, spec.constData())};
        const PolicyPod from = pod(u"front"_s, {{u"app"_s, u"proxy"_s}}, u"10.2.0.7"_s);
        const PolicyPod to = pod(u"shop"_s, {{u"app"_s, u"web"_s}}, u"10.2.0.8"_s);
        const PolicyVerdict verdict = mayTalk(from, to, world);
        QCOMPARE(verdict.ports.isEverything() ? u"*"_s : verdict.ports.toText(), ports);
        QCOMPARE(verdict.allowed(), !ports.isEmpty());
    }

    void bothEndsMustAllow()
    {
        PolicyWorld world;
        world.policies = {
            policy(u"out"_s, "{'podSelector':{'matchLabels':{'app':'a'}},'policyTypes':['Egress'],'egress':"
                             "[{'to':[{'podSelector':{}}],'ports':[{'port':80},{'port':443}]}]}"),
            policy(u"in"_s, "{'podSelector':{'matchLabels':{'app':'b'}},'ingress':[{'from':[{'podSelector':"
                            "{}}],'ports':[{'port':443},{'port':5432}]}]}"),
            policy(u"deny"_s, "{'podSelector':{}}"),
            policy(u"elsewhere"_s, "{'podSelector':{},'ingress':[{}]}", u"other"_s)};
        const PolicyPod a = pod(u"shop"_s, {{u"app"_s, u"a"_s}}), b = pod(u"shop"_s, {{u"app"_s, u"b"_s}});
        PolicyVerdict verdict = mayTalk(a, b, world);
        QCOMPARE(verdict.ports.toText(), u"TCP 443"_s);
        QVERIFY(verdict.partly());
        QCOMPARE(verdict.egress.allowing, QStringList{u"out"_s});
        QCOMPARE(verdict.ingress.selecting, (QStringList{u"in"_s, u"deny"_s}));
        QCOMPARE(verdict.ingress.allowing, QStringList{u"in"_s});
        verdict = mayTalk(b, a, world); // b's egress is open, a's ingress denied
        QVERIFY(!verdict.allowed());
        QVERIFY(!verdict.egress.isolated);
        QVERIFY(verdict.ingress.isolated);
        QVERIFY(verdict.ingress.allowing.isEmpty());
    }

    void hostNetworkIsNotReached()
    {
        PolicyWorld world;
        world.policies = {policy(u"deny"_s, "{'podSelector':{}}")};
        PolicyPod a = pod(u"shop"_s, {{u"app"_s, u"a"_s}}), b = a;
        QVERIFY(!mayTalk(a, b, world).allowed());
        b.hostNetwork = true;
        QVERIFY(mayTalk(a, b, world).allowed());
    }

    void outside()
    {
        PolicyPod world;
        world.address = u"203.0.113.10"_s;
        PolicyWorld all;
        all.policies = {policy(u"web"_s, "{'podSelector':{},'policyTypes':['Ingress','Egress'],'ingress':"
                                         "[{'from':[{'ipBlock':{'cidr':'0.0.0.0/0'}}]}]}")};
        const PolicyPod web = pod(u"shop"_s, {{u"app"_s, u"web"_s}}, u"10.0.0.1"_s);
        QVERIFY(mayTalk(world, web, all).allowed());
        QVERIFY(!mayTalk(web, world, all).allowed());
    }

    /// Together the four templates are what they say.
    void templates()
    {
        PolicyWorld world;
        world.nameSpaces = {{u"ingress-nginx"_s, {{u"kubernetes.io/metadata.name"_s, u"ingress-nginx"_s}}}};
        const PolicyPod a = pod(u"shop"_s, {{u"app"_s, u"a"_s}}), b = pod(u"shop"_s, {{u"app"_s, u"b"_s}});
        const PolicyPod other = pod(u"other"_s, {{u"app"_s, u"o"_s}});
        const PolicyPod proxy = pod(u"ingress-nginx"_s, {{u"app"_s, u"nginx"_s}});
        const PolicyPod dns = pod(u"kube-system"_s, {{u"k8s-app"_s, u"kube-dns"_s}});
        QVERIFY(mayTalk(other, a, world).allowed());
        const auto add = [&](PolicyTemplate one) {
            world.policies.append(policyFromTemplate(one, u"shop"_s, ingressNamespace()));
        };
        add(PolicyTemplate::DenyAll);
        QVERIFY(!mayTalk(a, b, world).allowed());
        QVERIFY(!mayTalk(a, dns, world).allowed());
        add(PolicyTemplate::AllowSameNamespace);
        QVERIFY(mayTalk(a, b, world).ports.isEverything());
        QVERIFY(!mayTalk(other, a, world).allowed());
        add(PolicyTemplate::AllowDns);
        QCOMPARE(mayTalk(a, dns, world).ports.toText(), u"TCP 53, UDP 53"_s);
        QVERIFY(!mayTalk(a, other, world).allowed());
        QVERIFY(!mayTalk(proxy, a, world).allowed());
        add(PolicyTemplate::AllowFromIngress);
        QVERIFY(mayTalk(proxy, a, world).ports.isEverything());
        QVERIFY(!mayTalk(other, a, world).allowed());
    }

    /// The templates are what one would write by hand.
    void templatesAreAsHandWritten_data()
    {
        QTest::addColumn<int>("which");
        QTest::addColumn<QByteArray>("spec");
        QTest::newRow("deny") << int(PolicyTemplate::DenyAll)
                              << QByteArray("{'podSelector':{},'policyTypes':['Ingress','Egress']}");
        QTest::newRow("same")
            << int(PolicyTemplate::AllowSameNamespace)
            << QByteArray("{'podSelector':{},'policyTypes':['Ingress','Egress'],'ingress':[{'from':[{"
                          "'podSelector':{}}]}],'egress':[{'to':[{'podSelector':{}}]}]}");
        QTest::newRow("ingress") << int(PolicyTemplate::AllowFromIngress)
                                 << QByteArray(
                                        "{'podSelector':{},'policyTypes':['Ingress'],'ingress':[{'from':[{"
                                        "'namespaceSelector':{'matchLabels':{'kubernetes.io/metadata.name':"
                                        "'ingress-nginx'}}}]}]}");
        QTest::newRow("dns")
            << int(PolicyTemplate::AllowDns)
            << QByteArray("{'podSelector':{},'policyTypes':['Egress'],'egress':[{'to':[{'namespaceSelector':"
                          "{},'podSelector':{'matchLabels':{'k8s-app':'kube-dns'}}}],'ports':[{'protocol':"
                          "'UDP','port':53},{'protocol':'TCP','port':53}]}]}");
    }

    void templatesAreAsHandWritten()
    {
        QFETCH(int, which);
        QFETCH(QByteArray, spec);
        const QJsonObject made =
            policyFromTemplate(PolicyTemplate(which), u"shop"_s, ingressNamespace()).toJson();
        QCOMPARE(made.value("spec"_L1).toObject(), json(spec.constData()));
        QCOMPARE(made.value("kind"_L1).toString(), u"NetworkPolicy"_s);
        QCOMPARE(made.value("metadata"_L1).toObject().value("namespace"_L1).toString(), u"shop"_s);
    }

    void ranges_data()
    {
        QTest::addColumn<QString>("address");
        QTest::addColumn<QString>("range");
        QTest::addColumn<bool>("in");
        QTest::newRow("in") << u"10.1.2.3"_s << u"10.0.0.0/8"_s << true;
        QTest::newRow("out") << u"11.1.2.3"_s << u"10.0.0.0/8"_s << false;
        QTest::newRow("odd bits") << u"10.0.0.130"_s << u"10.0.0.128/25"_s << true;
        QTest::newRow("odd bits, out") << u"10.0.0.127"_s << u"10.0.0.128/25"_s << false;
        QTest::newRow("all") << u"1.2.3.4"_s << u"0.0.0.0/0"_s << true;
        QTest::newRow("one") << u"1.2.3.4"_s << u"1.2.3.4/32"_s << true;
        QTest::newRow("six") << u"fd00::12"_s << u"fd00::/8"_s << true;
        QTest::newRow("six, out") << u"fe80::1"_s << u"fd00::/8"_s << false;
        QTest::newRow("six is not four") << u"::1"_s << u"0.0.0.0/0"_s << false;
        QTest::newRow("whole six") << u"1:2:3:4:5:6:7:8"_s << u"1:2:3:4:5:6:7:8/128"_s << true;
        for (const auto* bad : {"", "10.0.0.0", "10.0.0/8", "10.0.0.0/33", "10.0.0.256/8", "a/8", "1::2::3/8",
                                "1:2:3:4:5:6:7:8:9/8", "10.0.0.0/-1", "/8", "12345::/16"})
            QTest::addRow("bad %s", bad) << u"10.0.0.1"_s << QString::fromLatin1(bad) << false;
    }

    void ranges()
    {
        QFETCH(QString, address);
        QFETCH(QString, range);
        QFETCH(bool, in);
        QCOMPARE(addressInRange(address, range), in);
        QCOMPARE(isAddressRange(range), !QByteArray(QTest::currentDataTag()).startsWith("bad"));
    }

    void groups()
    {
        QVector<PolicyPod> pods;
        for (int i = 0; i < 3; ++i)
            pods.append(pod(u"shop"_s, {{u"app"_s, u"web"_s}, {u"pod-template-hash"_s, QString::number(i)}}));
        pods.append(pod(u"shop"_s, {{u"app"_s, u"db"_s}}));
        const auto found = policyGroups(pods);
        QCOMPARE(found.size(), 2);
        QCOMPARE(found.at(0).name, u"db"_s);
        QCOMPARE(found.at(1).name, u"web"_s);
        QCOMPARE(found.at(1).count, 3);
        QCOMPARE(policyMatrix(found, {}).size(), 4);
    }

    void words()
    {
        const NetworkPolicy one = policy(
            u"p"_s, "{'podSelector':{},'ingress':[{'from':[{'podSelector':{'matchLabels':{'app':'a'}}}],"
                    "'ports':[{'port':80}]},{}]}");
        QCOMPARE(ruleText(one.ingress->at(0), Direction::Ingress), u"from pods with app=a, on TCP 80"_s);
        QCOMPARE(ruleText(one.ingress->at(1), Direction::Ingress), u"from everybody, on every port"_s);
    }
};

QTEST_GUILESS_MAIN(TestNetworkPolicy)
#include "tst_network_policy.moc"
