#include "app/kube/api/kube_error.h"
#include "manifests.h"
#include "site.h"

using namespace kaptan;
using namespace kaptan::kube;
using namespace Qt::StringLiterals;
using genuine::wait;
using genuine::wordsOf;
using kaptan::test::slow;

namespace
{

using Kind = ChangePreview::Kind;

/// A step into an object: a field, or of a list the item with that name.
void change(QJsonValue& value, const QStringList& path, const QJsonValue& wanted)
{
    if (path.isEmpty()) {
        value = wanted;
        return;
    }
    if (value.isArray()) {
        QJsonArray list = value.toArray();
        for (qsizetype i = 0; i < list.size(); ++i) {
            if (list[i].toObject()["name"_L1].toString() != path.first())
                continue;
            QJsonValue item = list[i];
            change(item, path.mid(1), wanted);
            if (item.isUndefined())
                list.removeAt(i);
            else
                list.replace(i, item);
            break;
        }
        value = list;
        return;
    }
    QJsonObject object = value.toObject();
    QJsonValue member = object.value(path.first());
    change(member, path.mid(1), wanted);
    if (member.isUndefined())
        object.remove(path.first());
    else
        object.insert(path.first(), member);
    value = object;
}

QJsonObject edited(const QJsonObject& live, const char* path, const QJsonValue& wanted)
{
    QJsonValue root = editable(live);
    change(root, QString::fromLatin1(path).split(u'/'), wanted);
    return root.toObject();
}

QJsonObject objectOf(const char* manifest)
{
    const Manifest read = parseManifest(QString::fromUtf8(manifest));
    return read.objects.isEmpty() ? QJsonObject() : read.objects.first().object;
}

const QJsonValue kNothing = QJsonValue::Undefined;

} // namespace

/// One object changed on a genuine server, beside kubectl, who manages it too.
class TestChange : public QObject
{
    Q_OBJECT

    Site m_site;

    ObjectChange of(const char* kind, const QString& name, const QJsonObject& wanted,
                    const QJsonObject& base = {}) const
    {
        const ApiResource& resource = m_site.kind(kind);
        return {resource, resource.namespaced ? m_site.nameSpace : QString(), name, wanted, base};
    }

    QByteArray field(const char* object, const char* path) const
    {
        return m_site
            .kubectl(
                {u"get"_s, QString::fromLatin1(object), u"-o"_s, u"jsonpath="_s + QString::fromLatin1(path)})
            .out;
    }

private Q_SLOTS:

    void initTestCase()
    {
        if (const QString why = m_site.open(u"one"_s); !why.isEmpty())
            QSKIP(qPrintable(why));
        const QByteArray words = m_site.makeNamespace() + m_site.connectToCluster();
        QVERIFY2(words.isEmpty(), words.constData());
    }

    void cleanupTestCase() { m_site.close({u"validatingwebhookconfiguration/"_s + m_site.nameSpace}); }

    void init()
    {
        if (!m_site.api)
            QSKIP("no cluster");
    }

    void createdChangedAndTheSame()
    {
        const QJsonObject wanted = objectOf("{apiVersion: v1, kind: ConfigMap, metadata: {name: a}, "
                                            "data: {x: '1'}}");
        const auto fresh = wait(previewChange(*m_site.api, of("configmaps", u"a"_s, wanted), false));
        QVERIFY2(fresh && fresh->kind == Kind::Create, wordsOf(fresh).constData());
        QVERIFY(m_site.live("configmaps", u"a"_s).isEmpty());
        const auto made = wait(commitChange(*m_site.api, of("configmaps", u"a"_s, wanted), false));
        QVERIFY2(made && made->created, wordsOf(made).constData());
        const auto same = wait(previewChange(*m_site.api, of("configmaps", u"a"_s, wanted), false));
        QVERIFY2(same && same->kind == Kind::Nothing, wordsOf(same).constData());
        const QJsonObject base = m_site.live("configmaps", u"a"_s);
        const auto other = of("configmaps", u"a"_s, edited(base, "data/x", u"2"_s), base);
        const auto seen = wait(previewChange(*m_site.api, other, false));
        QVERIFY2(seen && seen->kind == Kind::Change && !seen->needsForce(), wordsOf(seen).constData());
        QCOMPARE(seen->wouldBe["data"_L1]["x"_L1].toString(), u"2"_s);
        QCOMPARE(field("configmap/a", "{.data.x}"), QByteArray("1"));
        QVERIFY(wait(commitChange(*m_site.api, other, false)));
        QCOMPARE(field("configmap/a", "{.data.x}"), QByteArray("2"));
        // What is only ours goes by being left out.
        const QJsonObject now = m_site.live("configmaps", u"a"_s);
        const auto gone = of("configmaps", u"a"_s, edited(now, "data/x", kNothing), now);
        QVERIFY(wait(commitChange(*m_site.api, gone, false)));
        QCOMPARE(field("configmap/a", "{.data}"), QByteArray());
    }

    void anEditLeavesOthersWhatTheyManage()
    {
        QVERIFY(m_site.kubectlApply(manifests::web).code == 0);
        const QJsonObject base = m_site.live("deployments", u"web"_s);
        const char* const image = "spec/template/spec/containers/web/image";
        const auto wanted = of("deployments", u"web"_s, edited(base, image, u"test/busybox:2"_s), base);

        const auto seen = wait(previewChange(*m_site.api, wanted, false));
        QVERIFY2(seen && seen->kind == Kind::Change, wordsOf(seen).constData());
        QCOMPARE(
            seen->conflicts,
            (QVector<HeldField>{{u".spec.template.spec.containers[name=\"web\"].image"_s, {u"kubectl"_s}}}));
        const auto refused = wait(commitChange(*m_site.api, wanted, false));
        QVERIFY(!refused && conflictsOf(refused.error()).size() == 1);
        const auto done = wait(commitChange(*m_site.api, wanted, true));
        QVERIFY2(done, wordsOf(done).constData());
        QCOMPARE(field("deployment/web", "{.spec.template.spec.containers[0].image}"),
                 QByteArray("test/busybox:2"));

        // kubectl goes on with everything else, and is not asked to force anything.
        const auto theirs = m_site.kubectlApply(manifests::webLater);
        QVERIFY2(theirs.code == 0, theirs.err.constData());
        QCOMPARE(field("deployment/web", "{.spec.template.spec.containers[*].command[1]}"),
                 QByteArray("3600 60"));
        QCOMPARE(field("deployment/web", "{.spec.template.spec.containers[0].image}"),
                 QByteArray("test/busybox:2"));
        QVERIFY(m_site.kubectlApply(manifests::web).code != 0); // but the image is ours now
    }

    void removingWhatOthersManage()
    {
        QVERIFY(m_site.kubectl({u"delete"_s, u"deployment"_s, u"--all"_s}).code == 0);
        QVERIFY(m_site.kubectlApply(manifests::web).code == 0);
        const QJsonObject base = m_site.live("deployments", u"web"_s);
        const auto wanted =
            of("deployments", u"web"_s, edited(base, "spec/template/spec/containers/log", kNothing), base);
        const auto seen = wait(previewChange(*m_site.api, wanted, false));
        QVERIFY2(seen && seen->replaces && seen->needsForce(), wordsOf(seen).constData());
        QCOMPARE(seen->conflicts,
                 (QVector<HeldField>{{u".spec.template.spec.containers[name=\"log\"]"_s, {u"kubectl"_s}}}));
        QCOMPARE(seen->wouldBe["spec"_L1]["template"_L1]["spec"_L1]["containers"_L1].toArray().size(), 1);
        QVERIFY(!wait(commitChange(*m_site.api, wanted, false)));
        const auto done = wait(commitChange(*m_site.api, wanted, true));
        QVERIFY2(done, wordsOf(done).constData());
        QCOMPARE(field("deployment/web", "{.spec.template.spec.containers[*].name}"), QByteArray("web"));
        QCOMPARE(field("deployment/web", "{.metadata.labels.tier}"), QByteArray("front"));
    }

    void somebodyElseWasThereMeanwhile()
    {
        QVERIFY(m_site.kubectl({u"delete"_s, u"deployment"_s, u"--all"_s}).code == 0);
        QVERIFY(m_site.kubectlApply(manifests::web).code == 0);
        const QJsonObject base = m_site.live("deployments", u"web"_s);
        const auto wanted = of("deployments", u"web"_s,
                               edited(base, "spec/template/spec/containers/web/env/B", kNothing), base);
        QVERIFY(m_site.kubectl({u"label"_s, u"deployment"_s, u"web"_s, u"late=yes"_s}).code == 0);
        const auto seen = wait(previewChange(*m_site.api, wanted, true));
        QVERIFY2(seen && seen->movedOn && seen->clashes.isEmpty(), wordsOf(seen).constData());
        QVERIFY(wait(commitChange(*m_site.api, wanted, true)));
        QCOMPARE(field("deployment/web", "{.metadata.labels.late}"), QByteArray("yes"));
        QCOMPARE(field("deployment/web", "{.spec.template.spec.containers[0].env[*].name}"), QByteArray("A"));
        // Gone meanwhile: made again, whole.
        QVERIFY(m_site.kubectl({u"delete"_s, u"deployment"_s, u"web"_s}).code == 0);
        const auto gone = wait(previewChange(*m_site.api, wanted, false));
        QVERIFY2(gone && gone->kind == Kind::Create && gone->movedOn, wordsOf(gone).constData());
    }

    void refusalsAreToldWhole()
    {
        const auto refusal = [this](const ObjectChange& wanted) {
            const auto seen = wait(previewChange(*m_site.api, wanted, true));
            return seen && seen->kind == Kind::Refused ? seen->error->details() : QString();
        };
        const auto made =
            wait(commitChange(*m_site.api, of("services", u"web"_s, objectOf(manifests::service)), false));
        QVERIFY2(made, wordsOf(made).constData());
        const QJsonObject service = m_site.live("services", u"web"_s);
        const QString fixed =
            refusal(of("services", u"web"_s, edited(service, "spec/clusterIP", u"10.207.3.3"_s), service));
        QVERIFY2(fixed.contains(u"spec.clusterIP"_s), qPrintable(fixed));
        QVERIFY(m_site.kubectlApply(manifests::job).code == 0);
        const QJsonObject job = m_site.live("jobs", u"once"_s);
        const QString immutable =
            refusal(of("jobs", u"once"_s,
                       edited(job, "spec/template/spec/containers/once/image", u"test/busybox:2"_s), job));
        QVERIFY2(immutable.contains(u"field is immutable"_s), qPrintable(immutable));

        QVERIFY(m_site.kubectlApply(manifests::quota).code == 0);
        const QJsonObject secret = objectOf("{apiVersion: v1, kind: Secret, metadata: {name: s}}");
        QString full;
        QTRY_VERIFY_WITH_TIMEOUT((full = refusal(of("secrets", u"s"_s, secret))).contains(u"few"_s), slow);
        QVERIFY2(full.contains(u"403"_s), qPrintable(full));
        QVERIFY(m_site.kubectl({u"delete"_s, u"quota"_s, u"few"_s}).code == 0);

        const auto hook =
            m_site.kubectlApply(QString::fromUtf8(manifests::hook).arg(m_site.nameSpace).toUtf8());
        QVERIFY2(hook.code == 0, hook.err.constData());
        const QJsonObject hooked =
            objectOf(u"{apiVersion: v1, kind: ConfigMap, metadata: {name: h, labels: {hooked: %1}}}"_s
                         .arg(m_site.nameSpace)
                         .toUtf8()
                         .constData());
        QString dead;
        QTRY_VERIFY_WITH_TIMEOUT(
            (dead = refusal(of("configmaps", u"h"_s, hooked))).contains(u"nobody.example.com"_s), slow);
        QVERIFY2(dead.contains(u"127.0.0.1:1"_s), qPrintable(dead));
    }

    void aNamespaceThatGoes()
    {
        const QString name = m_site.nameSpace + u"-goes"_s;
        QVERIFY(genuine::kubectl({u"create"_s, u"namespace"_s, name}).code == 0);
        // Something in it holds it until it is let go.
        const QByteArray held = "apiVersion: v1\nkind: ConfigMap\n"
                                "metadata: {name: held, finalizers: [example.com/hold]}\n";
        QVERIFY(genuine::kubectl({u"-n"_s, name, u"apply"_s, u"-f"_s, u"-"_s}, held).code == 0);
        QVERIFY(genuine::kubectl({u"delete"_s, u"namespace"_s, name, u"--wait=false"_s}).code == 0);
        ObjectChange wanted = of("configmaps", u"late"_s,
                                 objectOf("{apiVersion: v1, kind: ConfigMap, metadata: {name: late}}"));
        wanted.nameSpace = name;
        const auto seen = wait(previewChange(*m_site.api, wanted, false));
        const auto freed =
            genuine::kubectl({u"-n"_s, name, u"patch"_s, u"configmap"_s, u"held"_s, u"--type=merge"_s,
                              u"-p"_s, u"{\"metadata\":{\"finalizers\":null}}"_s});
        QVERIFY2(seen && seen->kind == Kind::Refused, wordsOf(seen).constData());
        QVERIFY2(seen->error->details().contains(u"being terminated"_s), qPrintable(seen->error->details()));
        QVERIFY(!seen->error->advice().isEmpty());
        QVERIFY2(freed.code == 0, freed.err.constData());
    }
};

QTEST_GUILESS_MAIN(TestChange)
#include "tst_change.moc"
