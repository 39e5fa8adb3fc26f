#include "genuine.h"
#include "tests/support/patience.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSignalSpy>

using namespace kaptan;
using namespace kaptan::kube;
using namespace Qt::StringLiterals;
using genuine::kubectl;
using genuine::wait;
using genuine::wordsOf;
using kaptan::test::slow;

namespace
{

/// What the tests change, in a namespace of their own.
constexpr auto kObjects = R"(
apiVersion: apps/v1
kind: Deployment
metadata: {name: web, labels: {app: web}}
spec:
  replicas: 2
  selector: {matchLabels: {app: web}}
  template:
    metadata: {labels: {app: web}}
    spec: {containers: [{name: web, image: test/busybox:1, command: [sleep, "3600"]}]}
---
apiVersion: v1
kind: Pod
metadata: {name: talker}
spec:
  terminationGracePeriodSeconds: 0
  containers:
  - {name: talk, image: test/busybox:1, command: [sh, -c, 'i=0; while :; do i=$((i+1)); echo line $i; sleep 1; done']}
---
apiVersion: v1
kind: ConfigMap
metadata: {name: kept}
data: {a: "1"}
)";

int codeOf(const Error& error)
{
    return error.httpStatus();
}

} // namespace

/// The API of a genuine server, as its administrator and as somebody who may less.
class TestApi : public QObject
{
    Q_OBJECT

    QString m_namespace = u"kaptan-api-%1"_s.arg(QCoreApplication::applicationPid());
    std::unique_ptr<KubeApi> m_api;
    Discovery m_discovery;

    const ApiResource& kind(const QString& word) const
    {
        const ApiResource* found = m_discovery.find(word);
        if (!found)
            qFatal("no such kind");
        return *found;
    }

    QByteArray field(const QString& object, const QString& path) const
    {
        return kubectl({u"-n"_s, m_namespace, u"get"_s, object, u"-o"_s, u"jsonpath="_s + path}).out;
    }

    std::unique_ptr<KubeApi> apiOf(const char* name)
    {
        const auto context = genuine::contextOf(genuine::variable(name));
        return context ? genuine::apiOf(*context) : nullptr;
    }

private Q_SLOTS:

    void initTestCase()
    {
        const QString why = genuine::missing({u"KAPTAN_TEST_KUBECONFIG"_s, u"KAPTAN_TEST_KUBECONFIG_VIEWER"_s,
                                              u"KAPTAN_TEST_KUBECONFIG_TOKEN"_s, u"KAPTAN_TEST_KUBECTL"_s});
        if (!why.isEmpty())
            QSKIP(qPrintable(why));
        const auto made = kubectl({u"create"_s, u"namespace"_s, m_namespace});
        QVERIFY2(made.code == 0, made.err.constData());
        QTRY_COMPARE_WITH_TIMEOUT(
            kubectl({u"-n"_s, m_namespace, u"get"_s, u"serviceaccount"_s, u"default"_s}).code, 0, slow);
        const auto applied =
            kubectl({u"-n"_s, m_namespace, u"apply"_s, u"-f"_s, u"-"_s}, QByteArray(kObjects));
        QVERIFY2(applied.code == 0, applied.err.constData());
        m_api = apiOf("KAPTAN_TEST_KUBECONFIG");
        QVERIFY(m_api);
        // The metrics are of a server of their own, which a busy machine may leave without an answer for a
        // while.
        QByteArray words;
        const bool whole = QTest::qWaitFor(
            [&] {
                const auto found = wait(m_api->discover());
                words = wordsOf(found);
                m_discovery = found.value_or(Discovery());
                return found && found->staleGroups.isEmpty();
            },
            slow);
        words += ' ' + m_discovery.staleGroups.join(u' ').toUtf8();
        QVERIFY2(whole, words.constData());
    }

    void cleanupTestCase()
    {
        m_api.reset();
        if (!genuine::variable("KAPTAN_TEST_KUBECTL").isEmpty())
            kubectl({u"delete"_s, u"namespace"_s, m_namespace, u"--wait=false"_s});
    }

    void versionAndKinds()
    {
        const auto version = wait(m_api->version());
        QVERIFY2(version, wordsOf(version).constData());
        QCOMPARE(version->major, 1);
        QVERIFY(version->minor >= 20 && version->gitVersion.startsWith(u"v1."_s));
        QCOMPARE(m_discovery.staleGroups, QStringList());
        QSet<QString> ours;
        for (const ApiResource& resource : m_discovery.resources) {
            if (!resource.verbs.isEmpty())
                ours.insert(resource.qualifiedName());
        }
        genuine::Output theirs;
        const bool answered = QTest::qWaitFor(
            [&] {
                theirs = kubectl({u"api-resources"_s, u"-o"_s, u"name"_s, u"--no-headers"_s});
                return theirs.code == 0;
            },
            slow);
        QVERIFY2(answered, theirs.err.constData());
        QSet<QString> names;
        for (const QByteArray& line : theirs.out.split('\n')) {
            if (!line.isEmpty())
                names.insert(QString::fromUtf8(line));
        }
        QVERIFY(names.size() > 40);
        QCOMPARE(ours, names);
        QCOMPARE(kind(u"hpa"_s).version, u"v1"_s); // the preferred one comes first
        QVERIFY(kind(u"deploy"_s).subresources.contains(u"scale"_s));
        QVERIFY(kind(u"pods"_s).subresources.contains(u"log"_s));
        QVERIFY(!kind(u"nodes"_s).namespaced);
    }

    void getIsWhatKubectlGets()
    {
        const auto got = wait(m_api->get(kind(u"configmaps"_s), m_namespace, u"kept"_s));
        QVERIFY2(got, wordsOf(got).constData());
        const QJsonObject object = QJsonDocument::fromJson(*got).object();
        QCOMPARE(object.value("kind"_L1).toString(), u"ConfigMap"_s);
        const auto theirs = kubectl({u"-n"_s, m_namespace, u"get"_s, u"cm"_s, u"kept"_s, u"-o"_s, u"json"_s});
        QCOMPARE(object, QJsonDocument::fromJson(theirs.out).object());
        const auto nothing = wait(m_api->get(kind(u"configmaps"_s), m_namespace, u"no-such"_s));
        QVERIFY(!nothing && codeOf(nothing.error()) == 404);
    }

    void scaleAndPatch()
    {
        const ApiResource& deploy = kind(u"deployments"_s);
        const auto scaled = wait(m_api->scale(deploy, m_namespace, u"web"_s, 1));
        QVERIFY2(scaled, wordsOf(scaled).constData());
        QCOMPARE(field(u"deployment/web"_s, u"{.spec.replicas}"_s), QByteArray("1"));
        const auto patched = wait(m_api->patch(deploy, m_namespace, u"web"_s, "application/merge-patch+json",
                                               R"({"metadata":{"annotations":{"note":"ah, \u00fc"}}})"));
        QVERIFY2(patched, wordsOf(patched).constData());
        QVERIFY(patched->contains("\"kind\":\"Deployment\""));
        QCOMPARE(field(u"deployment/web"_s, u"{.metadata.annotations.note}"_s), QByteArray("ah, \u00fc"));
        const auto invalid = wait(m_api->scale(deploy, m_namespace, u"web"_s, -1));
        QVERIFY(!invalid && codeOf(invalid.error()) == 422);
        QVERIFY(!invalid.error().as<KubeError>()->causes.isEmpty());
        const auto media = wait(m_api->patch(deploy, m_namespace, u"web"_s, "application/json", "{}"));
        QVERIFY(!media && codeOf(media.error()) == 415);
    }

    void removeOnlyWhatWasSeen()
    {
        const ApiResource& maps = kind(u"configmaps"_s);
        QCOMPARE(kubectl({u"-n"_s, m_namespace, u"create"_s, u"configmap"_s, u"gone"_s}).code, 0);
        const auto wrong =
            wait(m_api->remove(maps, m_namespace, u"gone"_s, u"00000000-0000-0000-0000-000000000000"_s));
        QVERIFY(!wrong && codeOf(wrong.error()) == 409);
        const QString uid = QString::fromUtf8(field(u"cm/gone"_s, u"{.metadata.uid}"_s));
        QVERIFY(!uid.isEmpty());
        const auto removed = wait(m_api->remove(maps, m_namespace, u"gone"_s, uid));
        QVERIFY2(removed, wordsOf(removed).constData());
        const auto again = wait(m_api->remove(maps, m_namespace, u"gone"_s, uid));
        QVERIFY(!again && codeOf(again.error()) == 404);
    }

    void foregroundKeepsTheOwnerUntilItsOwnAreGone()
    {
        // Else there are no pods which keep it.
        QVERIFY(QTest::qWaitFor(
            [&] { return field(u"deployment/web"_s, u"{.status.readyReplicas}"_s).toInt() > 0; }, slow));
        const auto removed = wait(m_api->remove(kind(u"deployments"_s), m_namespace, u"web"_s, {},
                                                KubeApi::Propagation::Foreground));
        QVERIFY2(removed, wordsOf(removed).constData());
        // Its pods take their grace period; until then it is there, and says that it goes.
        const QByteArray finalizers = field(u"deployment/web"_s, u"{.metadata.finalizers}"_s);
        QVERIFY2(finalizers.contains("foregroundDeletion"), finalizers.constData());
    }

    void whatTheAdministratorMay()
    {
        const auto access = wait(m_api->access(u"delete"_s, kind(u"nodes"_s), {}));
        QVERIFY2(access, wordsOf(access).constData());
        QVERIFY(access->allowed);
        const auto rules = wait(m_api->rules(m_namespace));
        QVERIFY2(rules, wordsOf(rules).constData());
        QVERIFY(rules->allows(u"delete"_s, u"apps"_s, u"deployments"_s));
    }

    void logsAreFollowed()
    {
        QTRY_COMPARE_WITH_TIMEOUT(field(u"pod/talker"_s, u"{.status.phase}"_s), QByteArray("Running"), 90000);
        PodLogOptions options;
        const auto stream = m_api->open(podLogRequest(m_namespace, u"talker"_s, options));
        QSignalSpy finished(stream.get(), &net::Stream::finished);
        QByteArray all;
        const auto lines = [&] {
            all += stream->read(stream->bytesAvailable());
            return all.count('\n');
        };
        QTRY_VERIFY_WITH_TIMEOUT(lines() >= 3, slow);
        QCOMPARE(stream->status(), 200);
        QVERIFY(finished.isEmpty());
        // "2026-11-23T15:00:05.000000000Z line 1"
        const QByteArrayList first = all.left(all.indexOf('\n')).split(' ');
        const QDateTime at = QDateTime::fromString(QString::fromLatin1(first.at(0)), Qt::ISODateWithMs);
        QVERIFY2(at.isValid() && first.at(0).endsWith('Z'), first.at(0).constData());
        QCOMPARE(first.mid(1), (QByteArrayList{"line", "1"}));
        stream->abort();

        options.follow = false;
        options.sinceTime = at.addDays(1); // with fractions of a second
        const auto later = m_api->open(podLogRequest(m_namespace, u"talker"_s, options));
        QSignalSpy ended(later.get(), &net::Stream::finished);
        QTRY_COMPARE_WITH_TIMEOUT(ended.size(), 1, slow);
        QCOMPARE(later->status(), 200);
        QCOMPARE(later->bytesAvailable(), 0ll);

        options.sinceTime = {};
        options.tailLines = 1;
        options.timestamps = false;
        const auto last = m_api->open(podLogRequest(m_namespace, u"talker"_s, options));
        QSignalSpy lastEnded(last.get(), &net::Stream::finished);
        QTRY_COMPARE_WITH_TIMEOUT(lastEnded.size(), 1, slow);
        const QByteArray line = last->read(1000);
        QVERIFY2(line.startsWith("line ") && line.count('\n') == 1, line.constData());

        options.container = u"nobody"_s;
        const auto wrong = m_api->open(podLogRequest(m_namespace, u"talker"_s, options));
        QSignalSpy wrongEnded(wrong.get(), &net::Stream::finished);
        QTRY_COMPARE_WITH_TIMEOUT(wrongEnded.size(), 1, slow);
        QCOMPARE(wrong->status(), 400);
        QVERIFY(wrong->read(2000).contains("nobody"));
    }

    void usageOfNodesAndPods()
    {
        const auto nodes = wait(m_api->metrics(u"nodes"_s));
        QVERIFY2(nodes, wordsOf(nodes).constData());
        QVERIFY(!nodes->isEmpty());
        QVERIFY(nodes->at(0).containers.at(0).memoryBytes > 0 && nodes->at(0).at.isValid());
        const auto talker = [this] {
            const auto pods = wait(m_api->metrics(u"pods"_s, m_namespace));
            return pods && std::any_of(pods->begin(), pods->end(), [](const MetricsItem& item) {
                       return item.name == u"talker"_s && item.containers.value(0).memoryBytes > 0;
                   });
        };
        QVERIFY(QTest::qWaitFor(talker, slow));
        // The kubelet measures now and then.
        Result<QVector<SummaryItem>> summary = failure(Cancelled{});
        const bool measured = QTest::qWaitFor(
            [&] {
                summary = wait(m_api->summary(nodes->at(0).name));
                return summary && !summary->isEmpty() && summary->at(0).networkRxBytes > 0 &&
                       summary->at(0).diskUsedBytes > 0 &&
                       std::any_of(summary->begin(), summary->end(),
                                   [](const SummaryItem& item) { return item.name == u"talker"_s; });
            },
            slow);
        QVERIFY2(measured, wordsOf(summary).constData());
        QCOMPARE(summary->at(0).name, nodes->at(0).name);
    }

    /// Bound to the namespace `demo`.
    void aViewerSeesItsNamespace()
    {
        const auto viewer = apiOf("KAPTAN_TEST_KUBECONFIG_VIEWER");
        QVERIFY(viewer);
        qsizetype kinds = -1;
        (void)QTest::qWaitFor(
            [&] {
                const auto found = wait(viewer->discover());
                kinds = found ? found->resources.size() : -1;
                return kinds == m_discovery.resources.size();
            },
            slow);
        QCOMPARE(kinds, m_discovery.resources.size());
        const auto own = wait(viewer->table(kind(u"pods"_s), u"demo"_s));
        QVERIFY2(own, wordsOf(own).constData());
        for (const QString& other : {m_namespace, QString()}) {
            const auto foreign = wait(viewer->table(kind(u"pods"_s), other));
            QVERIFY(!foreign && codeOf(foreign.error()) == 403);
            QVERIFY2(foreign.error().advice().contains(u"list"_s), qPrintable(foreign.error().advice()));
        }
        const auto namespaces = wait(viewer->table(kind(u"namespaces"_s), {}));
        QVERIFY(!namespaces && codeOf(namespaces.error()) == 403);
        const auto may = wait(viewer->access(u"list"_s, kind(u"pods"_s), u"demo"_s));
        QVERIFY(may && may->allowed);
        const auto mayNot = wait(viewer->access(u"delete"_s, kind(u"pods"_s), u"demo"_s));
        QVERIFY(mayNot && !mayNot->allowed);
        const auto rules = wait(viewer->rules(u"demo"_s));
        QVERIFY(rules);
        QVERIFY(rules->allows(u"get"_s, {}, u"pods/log"_s));
        QVERIFY(rules->allows(u"list"_s, u"apps"_s, u"deployments"_s));
        QVERIFY(!rules->allows(u"get"_s, {}, u"secrets"_s));
        const auto elsewhere = wait(viewer->rules(m_namespace));
        QVERIFY(elsewhere && !elsewhere->allows(u"get"_s, {}, u"pods"_s));
        const auto refused = wait(viewer->scale(kind(u"deployments"_s), u"demo"_s, u"x"_s, 1));
        QVERIFY(!refused && codeOf(refused.error()) == 403);
    }

    void tokenUsers()
    {
        const auto context = genuine::contextOf(genuine::variable("KAPTAN_TEST_KUBECONFIG_TOKEN"));
        QVERIFY(context && !context->user.token.isEmpty());
        const auto api = genuine::apiOf(*context);
        const auto nodes = wait(api->table(kind(u"nodes"_s), {}));
        QVERIFY2(nodes && !nodes->rows.isEmpty(), wordsOf(nodes).constData());
        ResolvedContext wrong = *context;
        wrong.user.token = u"not-the-token"_s;
        const auto refused = wait(genuine::apiOf(wrong)->table(kind(u"nodes"_s), {}));
        QVERIFY(!refused && codeOf(refused.error()) == 401);
        QVERIFY(!wordsOf(refused).contains("not-the-token"));
        // Nobody is somebody here, but may nothing.
        ResolvedContext nobody = *context;
        nobody.user = {};
        const auto anonymous = wait(genuine::apiOf(nobody)->table(kind(u"nodes"_s), {}));
        QVERIFY(!anonymous && codeOf(anonymous.error()) == 403);
        // As somebody else, whom the administrator of the token may be.
        ResolvedContext other = *context;
        other.user.impersonate = u"viewer"_s;
        const auto as = genuine::apiOf(other);
        const auto denied = wait(as->table(kind(u"nodes"_s), {}));
        QVERIFY(!denied && codeOf(denied.error()) == 403);
        QVERIFY(wait(as->table(kind(u"pods"_s), u"demo"_s)));
    }

    void manyAtOnce()
    {
        QList<QFuture<Result<Table>>> all;
        for (int i = 0; i < 40; ++i)
            all << m_api->table(kind(i % 2 ? u"pods"_s : u"configmaps"_s), {});
        for (const auto& future : std::as_const(all)) {
            const auto got = wait(future);
            QVERIFY2(got, wordsOf(got).constData());
            QVERIFY(!got->rows.isEmpty());
        }
    }
};

QTEST_GUILESS_MAIN(TestApi)
#include "tst_api.moc"
