#include "app/kube/change/edit_plan.h"
#include "json.h"

#include <QJsonArray>

using namespace kaptan::kube;
using namespace Qt::StringLiterals;

namespace
{

/// A Deployment that kubectl applied, the controller scaled and this program once gave an annotation.
QJsonObject deployment()
{
    return json("{'apiVersion':'apps/v1','kind':'Deployment','metadata':{'name':'web','namespace':'shop',"
                "'uid':'u1','resourceVersion':'7','generation':3,'creationTimestamp':'2026-01-01T00:00:00Z',"
                "'labels':{'app':'web','tier':'front'},'annotations':{'note':'hello',"
                "'kubectl.kubernetes.io/last-applied-configuration':'{}'},"
                "'managedFields':["
                "{'manager':'kubectl','operation':'Apply','apiVersion':'apps/v1','fieldsType':'FieldsV1',"
                "'fieldsV1':{'f:metadata':{'f:labels':{'f:app':{},'f:tier':{}}},"
                "'f:spec':{'f:selector':{},'f:template':{'f:metadata':{'f:labels':{'f:app':{}}},"
                "'f:spec':{'f:containers':{'k:{\\'name\\':\\'web\\'}':{'.':{},'f:name':{},'f:image':{},"
                "'f:args':{},'f:env':{'k:{\\'name\\':\\'A\\'}':{'.':{},'f:name':{},'f:value':{}},"
                "'k:{\\'name\\':\\'B\\'}':{'.':{},'f:name':{},'f:value':{}}},"
                "'f:ports':{'k:{\\'containerPort\\':80,\\'protocol\\':\\'TCP\\'}':{'.':{},"
                "'f:containerPort':{}}}},"
                "'k:{\\'name\\':\\'log\\'}':{'.':{},'f:name':{},'f:image':{}}}}}}}},"
                "{'manager':'autoscaler','operation':'Update','apiVersion':'apps/v1','fieldsType':'FieldsV1',"
                "'fieldsV1':{'f:spec':{'f:replicas':{}}}},"
                "{'manager':'kaptan','operation':'Apply','apiVersion':'apps/v1','fieldsType':'FieldsV1',"
                "'fieldsV1':{'f:metadata':{'f:annotations':{'f:note':{}}}}},"
                "{'manager':'finalizer','operation':'Update','apiVersion':'apps/v1','fieldsType':'FieldsV1',"
                "'fieldsV1':{'f:metadata':{'f:finalizers':{'.':{},'v:\\'a/x\\'':{},'v:\\'a/y\\'':{}}}}}],"
                "'finalizers':['a/x','a/y']},"
                "'spec':{'replicas':2,'selector':{'matchLabels':{'app':'web'}},"
                "'strategy':{'type':'RollingUpdate','rollingUpdate':{'maxSurge':'25%'}},"
                "'template':{'metadata':{'creationTimestamp':null,'labels':{'app':'web'}},"
                "'spec':{'dnsPolicy':'ClusterFirst','containers':["
                "{'name':'web','image':'web:1','args':['a','b'],'imagePullPolicy':'Always',"
                "'env':[{'name':'A','value':'1'},{'name':'B','value':'2'}],"
                "'ports':[{'containerPort':80,'protocol':'TCP'}]},"
                "{'name':'log','image':'log:1'}]}}},"
                "'status':{'replicas':2}}");
}

/// The value at a way of keys and indexes, changed by `fn`.
void change(QJsonValue& value, const QStringList& path, const std::function<void(QJsonValue&)>& fn)
{
    if (path.isEmpty())
        return fn(value);
    bool isIndex = false;
    const int index = path.first().toInt(&isIndex);
    if (isIndex && value.isArray()) {
        QJsonArray list = value.toArray();
        QJsonValue item = index < list.size() ? list[index] : QJsonValue(QJsonValue::Undefined);
        change(item, path.mid(1), fn);
        if (item.isUndefined())
            index < list.size() ? list.removeAt(index) : void();
        else
            index < list.size() ? list.replace(index, item) : list.append(item);
        value = list;
        return;
    }
    QJsonObject object = value.toObject();
    QJsonValue member = object.value(path.first());
    change(member, path.mid(1), fn);
    if (member.isUndefined())
        object.remove(path.first());
    else
        object.insert(path.first(), member);
    value = object;
}

/// "spec/replicas" set to a value of JSON ("-": taken out).
QJsonObject edited(const QJsonObject& object, const char* path, const char* value)
{
    QJsonValue root = editable(object);
    const QJsonValue wanted = qstrcmp(value, "-") == 0
                                  ? QJsonValue(QJsonValue::Undefined)
                                  : json(QByteArray("{'v':").append(value).append('}').constData())["v"_L1];
    change(root, QString::fromLatin1(path).split(u'/'), [&](QJsonValue& v) { v = wanted; });
    return root.toObject();
}

/// What every plan of deployment() applies: who it is, and what this program owns.
QJsonObject withIdentity(const char* rest)
{
    QJsonObject object = json(rest);
    object.insert(u"apiVersion"_s, u"apps/v1"_s);
    object.insert(u"kind"_s, u"Deployment"_s);
    QJsonObject metadata = object["metadata"_L1].toObject();
    metadata.insert(u"name"_s, u"web"_s);
    metadata.insert(u"namespace"_s, u"shop"_s);
    if (!metadata.contains(u"annotations"_s))
        metadata.insert(u"annotations"_s, QJsonObject{{u"note"_s, u"hello"_s}});
    object.insert(u"metadata"_s, metadata);
    return object;
}

const char* const kContainers = "spec/template/spec/containers";

QByteArray in(const char* path)
{
    return QByteArray(kContainers) + '/' + path;
}

} // namespace

/// How an edit becomes an apply.
class TestEditPlan : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void whatTheServerKeepsIsNotShown()
    {
        const QJsonObject shown = editable(deployment());
        QVERIFY(!shown.contains(u"status"_s));
        const QJsonObject metadata = shown["metadata"_L1].toObject();
        QCOMPARE(metadata.keys(),
                 (QStringList{u"annotations"_s, u"finalizers"_s, u"labels"_s, u"name"_s, u"namespace"_s}));
        QCOMPARE(metadata["annotations"_L1].toObject().keys(), QStringList{u"note"_s});
        QCOMPARE(editable(json("{'metadata':{'annotations':{"
                               "'kubectl.kubernetes.io/last-applied-configuration':'{}'}}}")),
                 json("{'metadata':{}}"));
        QCOMPARE(applicable(json("{'metadata':{'uid':'1','name':'a'},'status':{'a':1}}")),
                 json("{'metadata':{'name':'a'},'status':{'a':1}}"));
    }

    void portsGetTheirKeys_data()
    {
        QTest::addColumn<QByteArray>("written");
        QTest::addColumn<QByteArray>("applied");
        const auto row = [](const char* name, const char* written, const char* applied) {
            QTest::newRow(name) << words(json(written)) << words(json(applied));
        };
        row("service",
            "{'apiVersion':'v1','kind':'Service','spec':{'ports':[{'port':1},{'protocol':'UDP'}]}}",
            "{'apiVersion':'v1','kind':'Service','spec':{'ports':[{'port':1,'protocol':'TCP'},"
            "{'protocol':'UDP'}]}}");
        row("template",
            "{'apiVersion':'apps/v1','kind':'Deployment','spec':{'template':{'spec':{'containers':[{'ports':"
            "[{'containerPort':1}]},{'name':'x'}],'initContainers':[{'ports':[{}]}]}}}}",
            "{'apiVersion':'apps/v1','kind':'Deployment','spec':{'template':{'spec':{'containers':[{'ports':"
            "[{'containerPort':1,'protocol':'TCP'}]},{'name':'x'}],'initContainers':[{'ports':[{'protocol':"
            "'TCP'}]}]}}}}");
        row("deep",
            "{'apiVersion':'batch/"
            "v1beta1','kind':'CronJob','spec':{'jobTemplate':{'spec':{'template':{'spec':"
            "{'containers':[{'ports':[{'containerPort':1}]}]}}}}}}",
            "{'apiVersion':'batch/"
            "v1beta1','kind':'CronJob','spec':{'jobTemplate':{'spec':{'template':{'spec':"
            "{'containers':[{'ports':[{'containerPort':1,'protocol':'TCP'}]}]}}}}}}");
        for (const char* same :
             {"{'apiVersion':'serving.x.dev/v1','kind':'Service','spec':{'ports':[{'port':1}]}}",
              "{'apiVersion':'v1','kind':'Service','spec':{'ports':7}}",
              "{'apiVersion':'v1','kind':'Service','spec':[]}", "{'apiVersion':'v1','kind':'Pod','spec':{}}"})
            row(same, same, same);
    }

    void portsGetTheirKeys()
    {
        QFETCH(QByteArray, written);
        QFETCH(QByteArray, applied);
        QCOMPARE(words(applicable(QJsonDocument::fromJson(written).object())), applied);
    }

    void onlyWhatChangedIsApplied_data()
    {
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<QByteArray>("value");
        QTest::addColumn<QByteArray>("applied");
        const auto row = [](const char* name, const QByteArray& path, const char* value, const char* rest) {
            QTest::newRow(name) << path << QByteArray(value) << words(withIdentity(rest));
        };
        row("a scalar", "spec/replicas", "5", "{'spec':{'replicas':5}}");
        row("a new label", "metadata/labels/new", "'x'", "{'metadata':{'labels':{'new':'x'}}}");
        row("a new map", "metadata/ours", "{'a':'b'}", "{'metadata':{'ours':{'a':'b'}}}");
        row("an own field", "metadata/annotations/note", "'bye'",
            "{'metadata':{'annotations':{'note':'bye'}}}");
        row("in an item", in("0/image"), "'web:2'",
            "{'spec':{'template':{'spec':{'containers':[{'name':'web','image':'web:2'}]}}}}");
        row("an atomic list is whole", in("0/args"), "['a','b','c']",
            "{'spec':{'template':{'spec':{'containers':[{'name':'web','args':['a','b','c']}]}}}}");
        row("an item in an item", in("0/env/1/value"), "'3'",
            "{'spec':{'template':{'spec':{'containers':[{'name':'web','env':[{'name':'B','value':'3'}]}]}}}"
            "}");
        row("a new item is whole", in("2"), "{'name':'x','image':'x:1','env':[{'name':'A','value':'1'}]}",
            "{'spec':{'template':{'spec':{'containers':[{'name':'x','image':'x:1','env':[{'name':'A',"
            "'value':'1'}]}]}}}}");
        row("two keys", in("0/ports/0/name"), "'http'",
            "{'spec':{'template':{'spec':{'containers':[{'name':'web','ports':[{'containerPort':80,"
            "'protocol':'TCP','name':'http'}]}]}}}}");
        row("a key that the server filled in", in("0/ports/0"), "{'containerPort':80,'name':'http'}",
            "{'spec':{'template':{'spec':{'containers':[{'name':'web','ports':[{'containerPort':80,"
            "'protocol':'TCP','name':'http'}]}]}}}}");
        row("an item by another key", in("0/ports/1"), "{'containerPort':81,'protocol':'TCP'}",
            "{'spec':{'template':{'spec':{'containers':[{'name':'web','ports':[{'containerPort':81,"
            "'protocol':'TCP'}]}]}}}}");
        row("a new list is whole", "spec/template/spec/volumes", "[{'name':'v','emptyDir':{}}]",
            "{'spec':{'template':{'spec':{'volumes':[{'name':'v','emptyDir':{}}]}}}}");
        row("an atomic map is whole", "spec/selector/matchLabels/more", "'x'",
            "{'spec':{'selector':{'matchLabels':{'app':'web','more':'x'}}}}");
        row("in what nobody manages", "spec/strategy/rollingUpdate/maxSurge", "1",
            "{'spec':{'strategy':{'rollingUpdate':{'maxSurge':1}}}}");
        row("a set grows", "metadata/finalizers/2", "'a/z'", "{'metadata':{'finalizers':['a/z']}}");
        row("the order of items", in("0/env"), "[{'name':'B','value':'2'},{'name':'A','value':'1'}]",
            "{'spec':{'template':{'spec':{'containers':[{'name':'web','env':[{'name':'B'},{'name':'A'}]}]}}}"
            "}");
        row("twice the same key: whole", in("0/env"), "[{'name':'A','value':'1'},{'name':'A','value':'2'}]",
            "{'spec':{'template':{'spec':{'containers':[{'name':'web','env':[{'name':'A','value':'1'},"
            "{'name':'A','value':'2'}]}]}}}}");
        row("a map becomes a scalar", "spec/strategy", "'x'", "{'spec':{'strategy':'x'}}");
    }

    void onlyWhatChangedIsApplied()
    {
        QFETCH(QByteArray, path);
        QFETCH(QByteArray, value);
        QFETCH(QByteArray, applied);
        // A place behind the end of a list appends.
        QJsonObject live = deployment();
        QJsonObject wanted = edited(live, path.constData(), value.constData());
        const EditPlan plan = planEdit(live, wanted);
        QCOMPARE(words(plan.applied), applied);
        QVERIFY(!plan.changesNothing && !plan.needsReplace());
    }

    void whatIsAsItWasChangesNothing_data()
    {
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<QByteArray>("value");
        QTest::newRow("same") << QByteArray("spec/replicas") << QByteArray("2");
        QTest::newRow("the same number") << QByteArray("spec/replicas") << QByteArray("2.0");
        QTest::newRow("a default removed") << QByteArray("spec/strategy") << QByteArray("-");
        QTest::newRow("a default in an item removed") << in("0/imagePullPolicy") << QByteArray("-");
        QTest::newRow("null for nothing") << QByteArray("metadata/labels/x") << QByteArray("null");
        QTest::newRow("nothing for null")
            << QByteArray("spec/template/metadata/creationTimestamp") << QByteArray("-");
        QTest::newRow("the server's own") << QByteArray("metadata/resourceVersion") << QByteArray("'1'");
        QTest::newRow("status") << QByteArray("status/replicas") << QByteArray("9");
        QTest::newRow("order of a set") << QByteArray("metadata/finalizers") << QByteArray("['a/y','a/x']");
    }

    void whatIsAsItWasChangesNothing()
    {
        QFETCH(QByteArray, path);
        QFETCH(QByteArray, value);
        const EditPlan plan =
            planEdit(deployment(), edited(deployment(), path.constData(), value.constData()));
        QVERIFY2(plan.changesNothing, words(plan.applied).constData());
        QVERIFY(!plan.needsReplace());
        QCOMPARE(plan.applied, withIdentity("{}"));
    }

    void whatOthersManageIsHeld_data()
    {
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<QString>("field");
        QTest::addColumn<QString>("manager");
        QTest::newRow("field") << QByteArray("spec/replicas") << u".spec.replicas"_s << u"autoscaler"_s;
        QTest::newRow("map") << QByteArray("metadata/labels") << u".metadata.labels"_s << u"kubectl"_s;
        QTest::newRow("in a map") << QByteArray("metadata/labels/tier") << u".metadata.labels.tier"_s
                                  << u"kubectl"_s;
        QTest::newRow("item") << in("1") << u".spec.template.spec.containers[name=\"log\"]"_s << u"kubectl"_s;
        QTest::newRow("in an item") << in("0/args") << u".spec.template.spec.containers[name=\"web\"].args"_s
                                    << u"kubectl"_s;
        QTest::newRow("item of two keys")
            << in("0/ports/0")
            << u".spec.template.spec.containers[name=\"web\"].ports[containerPort=80,protocol=\"TCP\"]"_s
            << u"kubectl"_s;
        QTest::newRow("of a set") << QByteArray("metadata/finalizers/0")
                                  << u".metadata.finalizers[=\"a/x\"]"_s << u"finalizer"_s;
    }

    void whatOthersManageIsHeld()
    {
        QFETCH(QByteArray, path);
        QFETCH(QString, field);
        QFETCH(QString, manager);
        const EditPlan plan = planEdit(deployment(), edited(deployment(), path.constData(), "-"));
        QCOMPARE(plan.held, (QVector<HeldField>{{field, {manager}}}));
        QVERIFY(plan.needsReplace() && !plan.changesNothing);
    }

    void whatIsOnlyOursIsLeftOut()
    {
        const EditPlan plan = planEdit(deployment(), edited(deployment(), "metadata/annotations", "-"));
        QVERIFY(!plan.changesNothing && !plan.needsReplace());
        QCOMPARE(plan.applied["metadata"_L1].toObject().keys(), (QStringList{u"name"_s, u"namespace"_s}));
    }

    /// A replacement wrote under the same name: leaving out does not remove that.
    void whatWeWroteOtherwiseIsHeldByUs()
    {
        QJsonValue live = deployment();
        change(live, {u"metadata"_s, u"managedFields"_s, u"1"_s, u"manager"_s},
               [](QJsonValue& v) { v = u"kaptan"_s; });
        const EditPlan plan = planEdit(live.toObject(), edited(live.toObject(), "spec/replicas", "-"));
        QCOMPARE(plan.held, (QVector<HeldField>{{u".spec.replicas"_s, {u"kaptan"_s}}}));
    }

    void managedTogether()
    {
        QJsonValue live = deployment();
        change(live, {u"metadata"_s, u"managedFields"_s, u"1"_s, u"fieldsV1"_s}, [](QJsonValue& v) {
            v = json("{'f:metadata':{'f:annotations':{'f:note':{}},'f:labels':{'f:tier':{}}}}");
        });
        const EditPlan note = planEdit(live.toObject(), edited(live.toObject(), "metadata/annotations", "-"));
        QCOMPARE(note.held, (QVector<HeldField>{{u".metadata.annotations"_s, {u"autoscaler"_s}}}));
        const EditPlan tier = planEdit(live.toObject(), edited(live.toObject(), "metadata/labels/tier", "-"));
        QCOMPARE(tier.held,
                 (QVector<HeldField>{{u".metadata.labels.tier"_s, {u"kubectl"_s, u"autoscaler"_s}}}));
    }

    /// Everything of ours is sent again, or the server would take it away.
    void ownItemsAreKept()
    {
        QJsonValue live = deployment();
        change(live, {u"metadata"_s, u"managedFields"_s, u"2"_s, u"fieldsV1"_s}, [](QJsonValue& v) {
            v = json("{'f:metadata':{'f:finalizers':{'v:\\'a/x\\'':{}}},"
                     "'f:spec':{'f:template':{'f:spec':{'f:containers':{'k:{\\'name\\':\\'log\\'}':{'.':{},"
                     "'f:name':{}}}}}}}");
        });
        const EditPlan plan = planEdit(live.toObject(), edited(live.toObject(), "spec/replicas", "5"));
        QJsonObject expected = withIdentity("{'metadata':{'finalizers':['a/x'],'annotations':{}},"
                                            "'spec':{'replicas':5,'template':{'spec':{'containers':"
                                            "[{'name':'log'}]}}}}");
        QJsonObject metadata = expected["metadata"_L1].toObject();
        metadata.remove(u"annotations"_s);
        expected.insert(u"metadata"_s, metadata);
        QCOMPARE(words(plan.applied), words(expected));
    }

    void withoutManagedFields()
    {
        QJsonValue live = deployment();
        change(live, {u"metadata"_s, u"managedFields"_s}, [](QJsonValue& v) { v = QJsonValue::Undefined; });
        const QJsonObject object = live.toObject();
        const EditPlan image = planEdit(object, edited(object, in("0/image").constData(), "'web:2'"));
        QCOMPARE(words(image.applied["spec"_L1].toObject()),
                 words(json("{'template':{'spec':{'containers':[{'name':'web','image':'web:2'}]}}}")));
        QVERIFY(!image.needsReplace());
        const EditPlan port = planEdit(object, edited(object, in("0/ports/0/hostPort").constData(), "9"));
        QCOMPARE(words(port.applied["spec"_L1].toObject()),
                 words(json("{'template':{'spec':{'containers':[{'name':'web','ports':[{'containerPort':80,"
                            "'protocol':'TCP','hostPort':9}]}]}}}")));
        const EditPlan gone = planEdit(object, edited(object, "metadata/labels/tier", "-"));
        QCOMPARE(gone.held, (QVector<HeldField>{{u".metadata.labels.tier"_s, {u"before-first-apply"_s}}}));
    }

    void aReplacementKeepsWhatTheServerKeeps()
    {
        const QJsonObject whole =
            replacement(deployment(), edited(deployment(), "metadata/labels/tier", "-"));
        QCOMPARE(whole["status"_L1], deployment()["status"_L1]);
        const QJsonObject metadata = whole["metadata"_L1].toObject();
        QCOMPARE(metadata["resourceVersion"_L1].toString(), u"7"_s);
        QCOMPARE(metadata["uid"_L1].toString(), u"u1"_s);
        QVERIFY(!metadata.contains(u"managedFields"_s));
        QCOMPARE(metadata["labels"_L1].toObject().keys(), QStringList{u"app"_s});
        QCOMPARE(metadata["annotations"_L1].toObject().size(), 2);
    }

    void brokenManagedFieldsAreSurvived()
    {
        QJsonValue live = deployment();
        change(live, {u"metadata"_s, u"managedFields"_s}, [](QJsonValue& v) {
            v = QJsonArray{1,
                           json("{'manager':'m','operation':'Apply','fieldsV1':{'k:{':{},'v:':{},'k:[]':{},"
                                "'f:spec':7,'i:3':{},'f:metadata':{'f:labels':{'f:tier':{}}}}}")};
        });
        const EditPlan plan = planEdit(live.toObject(), edited(live.toObject(), "metadata/labels/tier", "-"));
        QCOMPARE(plan.held, (QVector<HeldField>{{u".metadata.labels.tier"_s, {u"m"_s}}}));
    }

    void rebased_data()
    {
        QTest::addColumn<QByteArray>("mine");
        QTest::addColumn<QByteArray>("mineValue");
        QTest::addColumn<QByteArray>("theirs");
        QTest::addColumn<QByteArray>("theirsValue");
        QTest::addColumn<QByteArray>("at"); ///< of the merged one
        QTest::addColumn<QByteArray>("value");
        QTest::addColumn<QStringList>("clashes");
        const auto row = [](const char* name, const QByteArray& mine, const char* mineValue,
                            const QByteArray& theirs, const char* theirsValue, const QByteArray& at,
                            const char* value, const QStringList& clashes = {}) {
            QTest::newRow(name) << mine << QByteArray(mineValue) << theirs << QByteArray(theirsValue) << at
                                << QByteArray(value).replace('\'', '"') << clashes;
        };
        row("theirs comes in", "metadata/labels/a", "'1'", "spec/replicas", "9", "spec/replicas", "9");
        row("mine stays", "spec/replicas", "5", "metadata/labels/a", "'1'", "spec/replicas", "5");
        row("both the same", "spec/replicas", "5", "spec/replicas", "5", "spec/replicas", "5");
        row("both differently", "spec/replicas", "5", "spec/replicas", "9", "spec/replicas", "5",
            {u".spec.replicas"_s});
        row("in one item", in("0/image"), "'w:2'", in("0/args"), "['z']", in("0"),
            "{'args':['z'],'env':[{'name':'A','value':'1'},{'name':'B','value':'2'}],'image':'w:2',"
            "'imagePullPolicy':'Always','name':'web','ports':[{'containerPort':80,'protocol':'TCP'}]}");
        row("items by both", in("0/env/2"), "{'name':'C'}", in("0/env/2"), "{'name':'D'}", in("0/env"),
            "[{'name':'A','value':'1'},{'name':'B','value':'2'},{'name':'C'},{'name':'D'}]");
        row("theirs removed an item", in("0/env/0/value"), "'7'", in("0/env/1"), "-", in("0/env"),
            "[{'name':'A','value':'7'}]");
        row("mine removed what they changed", in("0/env/0"), "-", in("0/env/0/value"), "'7'", in("0/env"),
            "[{'name':'B','value':'2'}]",
            {u".spec.template.spec.containers[name=\"web\"].env[name=\"A\"]"_s});
        row("sets", "metadata/finalizers/0", "-", "metadata/finalizers/2", "'a/z'", "metadata/finalizers",
            "['a/y','a/z']");
        row("atomic lists clash", in("0/args/2"), "'c'", in("0/args/2"), "'d'", in("0/args"), "['a','b','c']",
            {u".spec.template.spec.containers[name=\"web\"].args"_s});
    }

    void rebased()
    {
        QFETCH(QByteArray, mine);
        QFETCH(QByteArray, mineValue);
        QFETCH(QByteArray, theirs);
        QFETCH(QByteArray, theirsValue);
        QFETCH(QByteArray, at);
        QFETCH(QByteArray, value);
        QFETCH(QStringList, clashes);
        const QJsonObject base = deployment();
        const Rebase result = rebase(base, edited(base, mine.constData(), mineValue.constData()),
                                     edited(base, theirs.constData(), theirsValue.constData()));
        QJsonValue root = result.merged, found;
        change(root, QString::fromLatin1(at).split(u'/'), [&found](QJsonValue& v) { found = v; });
        QByteArray text = QJsonDocument(QJsonArray{found}).toJson(QJsonDocument::Compact);
        QCOMPARE(text.mid(1, text.size() - 2), value);
        QCOMPARE(result.clashes, clashes);
    }

    /// A list of thousands is no square of thousands.
    void longLists()
    {
        QJsonArray items;
        QJsonObject fields;
        for (int i = 0; i < 5'000; ++i) {
            const QString name = QString::number(i);
            items.append(QJsonObject{{u"name"_s, name}, {u"value"_s, i}});
            fields.insert(u"k:{\"name\":\"%1\"}"_s.arg(name), QJsonObject{{u"f:value"_s, QJsonObject()}});
        }
        QJsonObject live{
            {u"metadata"_s,
             QJsonObject{{u"managedFields"_s,
                          QJsonArray{QJsonObject{{u"manager"_s, u"m"_s},
                                                 {u"fieldsV1"_s, QJsonObject{{u"f:list"_s, fields}}}}}}}},
            {u"list"_s, items}};
        QJsonArray shorter = items;
        shorter.removeFirst();
        QJsonObject wanted = editable(live);
        wanted.insert(u"list"_s, shorter);
        const EditPlan plan = planEdit(live, wanted);
        QCOMPARE(plan.held, (QVector<HeldField>{{u".list[name=\"0\"]"_s, {u"m"_s}}}));
    }
};

QTEST_GUILESS_MAIN(TestEditPlan)
#include "tst_edit_plan.moc"
