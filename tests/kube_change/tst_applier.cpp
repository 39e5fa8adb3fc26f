#include "app/kube/change/applier.h"
#include "app/kube/change/apply_decisions.h"
#include "app/kube/change/drafts.h"
#include "json.h"
#include "tests/kube_api/fake_api.h"
#include "tests/support/patience.h"

#include <QSignalSpy>
#include <QTemporaryDir>

using namespace kaptan;
using namespace kaptan::kube;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;
using kaptan::test::slow;

namespace
{

using State = ApplyOutcome::State;

ApiResource resource(const char* group, const char* name, const char* kind, bool namespaced = true)
{
    ApiResource made;
    made.group = QString::fromLatin1(group);
    made.version = u"v1"_s;
    made.name = QString::fromLatin1(name);
    made.kind = QString::fromLatin1(kind);
    made.namespaced = namespaced;
    made.verbs = QStringList{u"get"_s, u"patch"_s};
    return made;
}

std::shared_ptr<const Discovery> discovery()
{
    auto made = std::make_shared<Discovery>();
    made->resources = {
        resource("", "namespaces", "Namespace", false), resource("", "configmaps", "ConfigMap"),
        resource("apps", "deployments", "Deployment"), resource("", "pods", "Pod"),
        resource("apiextensions.k8s.io", "customresourcedefinitions", "CustomResourceDefinition", false)};
    return made;
}

ManifestObject object(const char* apiVersion, const char* kind, const QString& name,
                      const QString& nameSpace = {}, const QJsonObject& more = {})
{
    ManifestObject made;
    made.apiVersion = QString::fromLatin1(apiVersion);
    made.kind = QString::fromLatin1(kind);
    made.name = name;
    made.nameSpace = nameSpace;
    made.object = more;
    QJsonObject metadata;
    if (!name.isEmpty())
        metadata.insert(u"name"_s, name);
    if (!nameSpace.isEmpty())
        metadata.insert(u"namespace"_s, nameSpace);
    made.object.insert(u"apiVersion"_s, made.apiVersion);
    made.object.insert(u"kind"_s, made.kind);
    made.object.insert(u"metadata"_s, metadata);
    return made;
}

ManifestObject map(const QString& name, const char* value = "1")
{
    return object("v1", "ConfigMap", name, u"shop"_s,
                  {{u"data"_s, QJsonObject{{u"a"_s, QString::fromLatin1(value)}}}});
}

/// An object that says only its version.
QByteArray at(const char* version)
{
    return QByteArray(R"({"metadata":{"resourceVersion":")") + version + R"("}})";
}

QByteArray created(const char* version = "1")
{
    return FakeApi::answer("201 Created", at(version));
}

const QByteArray kNotFound = FakeApi::refusal(404, "NotFound", "not found");
constexpr auto kMaps = "/api/v1/namespaces/shop/configmaps";

} // namespace

/// Many objects on a server that does what it is told.
class TestApplier : public QObject
{
    Q_OBJECT

    std::unique_ptr<FakeSite> m_site;
    std::unique_ptr<Applier> m_applier;
    std::unique_ptr<QTemporaryDir> m_folder;

    void make(QVector<ManifestObject> objects, const Applier::Options& options = {})
    {
        m_applier = std::make_unique<Applier>(*m_site->api, discovery(), std::move(objects), options, nullptr,
                                              m_site->clock);
        m_applier->start();
    }

    /// To the end, with as much time as it asks for.
    void finish()
    {
        QTRY_VERIFY_WITH_TIMEOUT(
            (m_site->clock.advance(m_site->clock.pauses() ? 1s : 0s), m_applier->isFinished()), slow);
    }

    QVector<State> states() const
    {
        QVector<State> all;
        for (const ApplyOutcome& outcome : m_applier->outcomes())
            all << outcome.state;
        return all;
    }

    /// Where something was written, in order.
    QStringList writes() const
    {
        QStringList all;
        for (const auto& call : m_site->server.calls) {
            if (call.method != "GET")
                all << call.path().section(u'/', -1);
        }
        return all;
    }

    void script(const QString& path, std::vector<QByteArray> answers)
    {
        m_site->server.script(path.toLatin1().constData(), std::move(answers));
    }

    QString journal() const { return m_folder->filePath(u"x/a.journal"_s); }

private Q_SLOTS:

    void init()
    {
        m_site = std::make_unique<FakeSite>();
        m_folder = std::make_unique<QTemporaryDir>();
    }

    void cleanup()
    {
        m_applier.reset();
        m_site.reset();
    }

    void inTheOrderOfDependencies()
    {
        script(u"/api/v1/namespaces/shop"_s, {kNotFound, created()});
        script(u"/apis/apps/v1/namespaces/shop/deployments/web"_s, {created()});
        script(u"/api/v1/namespaces/shop/configmaps/conf"_s,
               {FakeApi::answer("201 Created", at("1"), "Warning: 299 - \"old\"\r\n")});
        make(
            {object("apps/v1", "Deployment", u"web"_s), map(u"conf"_s), object("v1", "Namespace", u"shop"_s)},
            {u"shop"_s, false, false, 16, {}, {}, {}});
        QSignalSpy changes(m_applier.get(), &Applier::changed);
        finish();
        QCOMPARE(states(), (QVector<State>{State::Created, State::Created, State::Created}));
        QCOMPARE(writes(), (QStringList{u"shop"_s, u"conf"_s, u"web"_s}));
        QCOMPARE(m_applier->outcomes()[1].warnings, QStringList{u"old"_s});
        QCOMPARE(m_applier->ended(), 3);
        QCOMPARE(changes.size(), 6); // sent, ended
        // Into a namespace that was just made nobody has to look first.
        QCOMPARE(m_site->server.calls.size(), size_t(4));
        const auto& call = m_site->server.calls.back();
        QCOMPARE(call.query(u"fieldManager"_s), u"kaptan"_s);
        QCOMPARE(call.query(u"dryRun"_s) + call.query(u"force"_s), QString());
    }

    void whatChangedIsToldFromWhatDidNot()
    {
        m_site->server.script(
            kMaps, {FakeApi::ok(quoted("{'items':[{'metadata':{'name':'a','resourceVersion':'5'}},"
                                       "{'metadata':{'name':'b','resourceVersion':'6'}}],"
                                       "'metadata':{'continue':'more'}}")),
                    FakeApi::ok(quoted("{'items':[{'metadata':{'name':'c','resourceVersion':'7'}}]}"))});
        script(u"/api/v1/namespaces/shop/configmaps/a"_s, {FakeApi::ok(at("5"))});
        script(u"/api/v1/namespaces/shop/configmaps/b"_s, {FakeApi::ok(at("9"))});
        script(u"/api/v1/namespaces/shop/configmaps/c"_s, {FakeApi::ok(at("7"))});
        script(u"/api/v1/namespaces/shop/configmaps/d"_s, {created()});
        make({map(u"a"_s), map(u"b"_s), map(u"c"_s), map(u"d"_s)});
        finish();
        QCOMPARE(states(),
                 (QVector<State>{State::Unchanged, State::Changed, State::Unchanged, State::Created}));
        QCOMPARE(m_site->server.calls.size(), size_t(6));
        QVERIFY(m_site->server.calls[0].header("Accept").contains("PartialObjectMetadataList"));
        QCOMPARE(m_site->server.calls[1].query(u"continue"_s), u"more"_s);
    }

    /// Its status is written all the time; the last apply is older than this run.
    void whatOthersWroteMeanwhileIsNoChangeOfOurs()
    {
        const auto applied = [](const char* time) {
            return FakeApi::ok(QByteArray("{\"metadata\":{\"resourceVersion\":\"9\",\"managedFields\":[{"
                                          "\"manager\":\"kaptan\",\"operation\":\"Apply\",\"time\":\"") +
                               time + "\"}]}}");
        };
        const QByteArray before = FakeApi::ok(at("5"), "Date: Thu, 01 Jan 2026 10:00:00 GMT\r\n");
        script(u"/api/v1/namespaces/shop/configmaps/a"_s, {before, applied("2026-01-01T09:59:59Z")});
        script(u"/api/v1/namespaces/shop/configmaps/b"_s, {before, applied("2026-01-01T10:00:00Z")});
        make({map(u"a"_s), map(u"b"_s)});
        finish();
        QCOMPARE(states(), (QVector<State>{State::Unchanged, State::Changed}));
    }

    void whatFailsDoesNotStopTheOthers()
    {
        script(u"/api/v1/namespaces/shop/configmaps/a"_s,
               {FakeApi::ok(at("1")), FakeApi::refusal(422, "Invalid", "data: too long")});
        script(u"/api/v1/namespaces/shop/configmaps/b"_s, {FakeApi::ok(at("1")), FakeApi::ok(at("2"))});
        script(u"/apis/apps/v1/namespaces/shop/deployments/web"_s, {kNotFound, created()});
        make({object("apps/v1", "Deployment", u"web"_s, u"shop"_s), map(u"a"_s), map(u"b"_s)});
        finish();
        QCOMPARE(states(), (QVector<State>{State::Created, State::Failed, State::Changed}));
        QCOMPARE(m_applier->outcomes()[1].error->as<KubeError>()->message, u"data: too long"_s);
    }

    void whatBreaksIsSentAgain()
    {
        const QByteArray busy = FakeApi::refusal(503, "ServiceUnavailable", "starting");
        script(u"/api/v1/namespaces/shop/configmaps/a"_s, {kNotFound, busy, busy, busy, busy, created()});
        make({map(u"a"_s)});
        finish();
        QCOMPARE(states(), QVector<State>{State::Created});
    }

    void nobodyThere()
    {
        const QByteArray busy = FakeApi::refusal(503, "ServiceUnavailable", "starting");
        QVector<ManifestObject> objects;
        for (int i = 0; i < 100; ++i) {
            objects << map(QString::number(i));
            script(u"/api/v1/namespaces/shop/configmaps/%1"_s.arg(i), {busy});
        }
        m_site->server.script(kMaps, {FakeApi::ok("{}")});
        make(objects, {{}, false, false, 4, {}, {}, {}});
        finish();
        QCOMPARE(states(), QVector<State>(100, State::Failed));
        QCOMPARE(m_applier->outcomes()[99].error->httpStatus(), 503);
        QSet<QString> tried;
        for (const auto& call : m_site->server.calls)
            tried << call.path();
        QVERIFY2(tried.size() < 20, QByteArray::number(tried.size()).constData());
    }

    void anUnknownKindIsLookedUpOnceMore()
    {
        m_site->server.script("/api", {FakeApi::ok(quoted("{'kind':'APIVersions','versions':['v1']}"))});
        m_site->server.script("/api/v1", {FakeApi::ok(quoted("{'kind':'APIResourceList','groupVersion':'v1',"
                                                             "'resources':[]}"))});
        m_site->server.script(
            "/apis", {FakeApi::ok(quoted("{'kind':'APIGroupList','groups':[{'name':'x.io','versions':[{"
                                         "'groupVersion':'x.io/v1','version':'v1'}],'preferredVersion':"
                                         "{'groupVersion':'x.io/v1','version':'v1'}}]}"))});
        m_site->server.script(
            "/apis/x.io/v1",
            {FakeApi::ok(quoted("{'kind':'APIResourceList','groupVersion':'x.io/v1','resources':[{'name':"
                                "'things','kind':'Thing','namespaced':true,'verbs':['get','patch']}]}"))});
        script(u"/apis/x.io/v1/namespaces/shop/things/a"_s, {kNotFound, created()});
        make({object("x.io/v1", "Thing", u"a"_s, u"shop"_s), object("x.io/v1", "Other", u"b"_s, u"shop"_s)});
        finish();
        QCOMPARE(states(), (QVector<State>{State::Created, State::Failed}));
        QVERIFY(m_applier->outcomes()[1].error->as<NotAllowed>());
    }

    void aKindThatTheSameRunDefines_data()
    {
        QTest::addColumn<bool>("dryRun");
        QTest::newRow("for good") << false;
        QTest::newRow("dry run") << true;
    }

    void aKindThatTheSameRunDefines()
    {
        QFETCH(bool, dryRun);
        const QJsonObject definition =
            json("{'spec':{'group':'x.io','scope':'Namespaced','names':{'plural':'things','kind':'Thing'},"
                 "'versions':[{'name':'v1','served':true}]}}");
        const auto condition = [](const char* status) {
            return FakeApi::ok(quoted("{'status':{'conditions':[{'type':'Established','status':'") + status +
                               "\"}]}}");
        };
        script(u"/apis/apiextensions.k8s.io/v1/customresourcedefinitions/things.x.io"_s,
               {kNotFound, created(), condition("False"), condition("True")});
        script(u"/apis/x.io/v1/namespaces/shop/things/a"_s,
               {FakeApi::text("404 Not Found", "404 page not found\n"), created()});
        make(
            {object("x.io/v1", "Thing", u"a"_s, u"shop"_s),
             object("apiextensions.k8s.io/v1", "CustomResourceDefinition", u"things.x.io"_s, {}, definition)},
            {{}, dryRun, false, 16, {}, {}, {}});
        finish();
        QCOMPARE(states(), (QVector<State>{State::Created, State::Created}));
        QCOMPARE(m_applier->outcomes()[0].unchecked, dryRun);
        QCOMPARE(noteOf(m_applier->outcomes()[0]).isEmpty(), !dryRun);
        QCOMPARE(m_site->server.count("/apis/x.io/v1/namespaces/shop/things/a"), dryRun ? 0 : 2);
        QCOMPARE(m_site->server.count("/apis/apiextensions.k8s.io/v1/customresourcedefinitions/things.x.io"),
                 dryRun ? 2 : 4);
    }

    void aDryRun()
    {
        script(u"/api/v1/namespaces/shop"_s, {kNotFound, created()});
        script(u"/api/v1/namespaces/old/configmaps/a"_s,
               {FakeApi::ok(quoted("{'metadata':{'resourceVersion':'1'},'data':{'a':'1'}}")),
                FakeApi::ok(quoted("{'metadata':{'resourceVersion':'1'},'data':{'a':'2'}}"))});
        script(u"/api/v1/namespaces/old/configmaps/b"_s,
               {FakeApi::ok(quoted("{'metadata':{'resourceVersion':'1'},'data':{'a':'1'}}")),
                FakeApi::ok(quoted("{'metadata':{'resourceVersion':'1','generation':3},'data':{'a':'1'}}"))});
        make({map(u"new"_s), object("v1", "ConfigMap", u"a"_s, u"old"_s),
              object("v1", "ConfigMap", u"b"_s, u"old"_s), object("v1", "Namespace", u"shop"_s)},
             {{}, true, false, 16, journal(), {}, {}});
        finish();
        QCOMPARE(states(),
                 (QVector<State>{State::Created, State::Changed, State::Unchanged, State::Created}));
        QVERIFY(m_applier->outcomes()[0].unchecked && !m_applier->outcomes()[3].unchecked);
        for (const auto& call : m_site->server.calls)
            QVERIFY(call.method == "GET" || call.query(u"dryRun"_s) == u"All"_s);
        QVERIFY(!QFile::exists(journal()));
    }

    void anObjectWithoutANameIsMadeOnce()
    {
        ManifestObject made = object("v1", "ConfigMap", {}, u"shop"_s);
        made.generateName = u"a-"_s;
        m_site->server.script(kMaps, {created()});
        make({made, made});
        finish();
        QCOMPARE(states(), (QVector<State>{State::Created, State::Created}));
        QCOMPARE(m_site->server.calls.size(), size_t(2));
        QCOMPARE(m_site->server.calls[0].method, QByteArray("POST"));
    }

    void theSameObjectTwice()
    {
        script(u"/api/v1/namespaces/shop/configmaps/a"_s,
               {kNotFound, QByteArray(), FakeApi::ok(at("1")), FakeApi::ok(at("2"))});
        make({map(u"a"_s, "1"), map(u"a"_s, "2")});
        QTRY_COMPARE(m_site->server.calls.size(), size_t(2));
        QCOMPARE(states(), (QVector<State>{State::Sent, State::Waiting}));
        m_site->server.calls[1].socket->write(created());
        finish();
        QCOMPARE(states(), (QVector<State>{State::Created, State::Changed}));
        QVERIFY(m_site->server.calls.back().body.contains("\"2\""));
    }

    void cancelled()
    {
        script(u"/api/v1/namespaces/shop/configmaps/a"_s, {kNotFound, QByteArray()});
        make({map(u"a"_s), map(u"b"_s), object("apps/v1", "Deployment", u"web"_s, u"shop"_s)},
             {{}, false, false, 1, {}, {}, {}});
        m_site->server.script(kMaps, {FakeApi::ok("{}")});
        QTRY_COMPARE(m_site->server.count("/api/v1/namespaces/shop/configmaps/a"), 2);
        m_applier->cancel();
        QTRY_COMPARE(states(), (QVector<State>{State::Sent, State::Skipped, State::Skipped}));
        QVERIFY(!m_applier->isFinished()); // what is under way is waited for
        m_site->server.calls.back().socket->write(created());
        finish();
        QCOMPARE(states(), (QVector<State>{State::Created, State::Skipped, State::Skipped}));
    }

    void cancelledBeforeItBegins()
    {
        m_applier = std::make_unique<Applier>(*m_site->api, discovery(), QVector<ManifestObject>{map(u"a"_s)},
                                              Applier::Options());
        QSignalSpy finished(m_applier.get(), &Applier::finished);
        m_applier->cancel();
        QCOMPARE(finished.size(), 1);
        QCOMPARE(states(), QVector<State>{State::Skipped});
        m_applier->start();
        QVERIFY(m_applier->isFinished());
    }

    void nothingToApply()
    {
        make({});
        finish();
    }

    void theApiGoesFirst()
    {
        script(u"/api/v1/namespaces/shop/configmaps/a"_s, {kNotFound, QByteArray()});
        make({map(u"a"_s)});
        QTRY_COMPARE(m_site->server.calls.size(), size_t(2));
        m_site->api.reset();
        QTRY_VERIFY(m_applier->isFinished());
        QVERIFY(!m_applier->outcomes()[0].isEnd() || m_applier->outcomes()[0].error);
    }

    void theJournalSaysWhatWasSent()
    {
        script(u"/api/v1/namespaces/shop/configmaps/a"_s, {kNotFound, created()});
        script(u"/api/v1/namespaces/shop/configmaps/b"_s,
               {kNotFound, FakeApi::refusal(422, "Invalid", "no",
                                            quoted("'details':{'causes':[{'reason':'R',"
                                                   "'field':'f','message':'m'}]},"))});
        script(u"/apis/apps/v1/namespaces/shop/deployments/web"_s, {kNotFound, QByteArray()});
        const QVector<ManifestObject> objects{map(u"a"_s), map(u"b"_s),
                                              object("apps/v1", "Deployment", u"web"_s, u"shop"_s),
                                              object("v1", "Pod", u"x"_s, u"shop"_s)};
        make(objects, {{}, false, false, 1, journal(), {}, {}});
        QTRY_COMPARE(m_site->server.count("/apis/apps/v1/namespaces/shop/deployments/web"), 2);
        // As it would be found were the program killed now.
        const auto report = readJournal(journal());
        QVERIFY(report && !report->finished);
        QCOMPARE(report->titles.size(), 4);
        QVERIFY(report->outcomes[0].state == State::Created);
        QVERIFY(report->outcomes[1].state == State::Failed);
        QCOMPARE(report->outcomes[1].error->details(), m_applier->outcomes()[1].error->details());
        QVERIFY(report->outcomes[2].state == State::Sent);
        QVERIFY(report->outcomes[3].state == State::Waiting);
        QVERIFY(!(QFile::permissions(journal()) & (QFile::ReadGroup | QFile::ReadOther)));

        // Cut in the middle of its last line.
        QFile file(journal());
        QVERIFY(file.open(QIODevice::ReadWrite));
        file.resize(file.size() - 5);
        const auto cut = readJournal(journal());
        QVERIFY(cut && cut->outcomes[2].state == State::Waiting);

        m_applier.reset(); // goes on on its own until the answer is there
        m_site->server.calls.back().socket->write(created());
        QTRY_VERIFY(readJournal(journal())->finished);
        const auto ended = readJournal(journal());
        QVERIFY(ended->outcomes[3].state == State::Skipped);

        // Only what is not there is applied, and what was written differently since.
        QVector<ManifestObject> now = objects;
        Resumption rest = resume(*ended, now);
        QCOMPARE(rest.only, (QVector<int>{1, 3}));
        QVERIFY(rest.before[0].state == State::Created && rest.before[1].state == State::Waiting);
        now[0] = map(u"a"_s, "2");
        now.removeAt(1);
        rest = resume(*ended, now);
        QCOMPARE(rest.only, (QVector<int>{0, 2}));

        const size_t calls = m_site->server.calls.size();
        script(u"/api/v1/namespaces/shop/configmaps/a"_s, {FakeApi::ok(at("1")), FakeApi::ok(at("2"))});
        script(u"/api/v1/namespaces/shop/pods/x"_s, {kNotFound, created()});
        make(now, {{}, false, false, 1, journal(), rest.only, rest.before});
        QCOMPARE(m_applier->ended(), 1);
        finish();
        QCOMPARE(states(), (QVector<State>{State::Changed, State::Created, State::Created}));
        QCOMPARE(m_site->server.calls.size(), calls + 4);
        QVERIFY(resume(*readJournal(journal()), now).only.isEmpty());
    }

    void withoutAJournalNothingIsSent()
    {
        QFile file(m_folder->filePath(u"x"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        make({map(u"a"_s)}, {{}, false, false, 1, journal(), {}, {}});
        finish();
        QCOMPARE(states(), QVector<State>{State::Failed});
        QVERIFY(m_applier->outcomes()[0].error->as<StorageError>());
        QVERIFY(m_site->server.calls.empty());
        QVERIFY(!readJournal(journal()));
        file.write("{}");
        file.close();
        QVERIFY(!readJournal(file.fileName()));
    }

    void howManyAtOnce()
    {
        ApplyWindow window(16);
        QCOMPARE(window.size(), 16);
        window.overloaded();
        QCOMPARE(window.size(), 8);
        for (int i = 0; i < 10; ++i)
            window.overloaded();
        QCOMPARE(window.size(), 1);
        window.succeeded();
        QCOMPARE(window.size(), 2);
        for (int i = 0; i < 1000; ++i)
            window.succeeded();
        QCOMPARE(window.size(), 16);
        QCOMPARE(ApplyWindow(0).size(), 1);
    }

    void whatIsTriedAgain_data()
    {
        QTest::addColumn<int>("code");
        QTest::addColumn<QString>("reason");
        QTest::addColumn<QString>("message");
        QTest::addColumn<bool>("fresh");
        QTest::addColumn<int>("how");
        const auto row = [](const char* name, int code, const QString& reason, const QString& message,
                            bool fresh, Retry how) {
            QTest::newRow(name) << code << reason << message << fresh << int(how);
        };
        row("busy", 429, {}, {}, false, Retry::Later);
        row("down", 503, {}, {}, false, Retry::Later);
        row("no", 403, u"Forbidden"_s, u"no"_s, true, Retry::No);
        row("webhook", 500, u"InternalError"_s, u"failed calling webhook"_s, true, Retry::No);
        row("no kind", 404, {}, u"404 page not found"_s, false, Retry::No);
        row("no kind yet", 404, {}, u"404 page not found"_s, true, Retry::Soon);
        row("no account yet", 403, u"Forbidden"_s,
            u"pods \"x\" is forbidden: error looking up service account a/default: serviceaccount "
            u"\"default\" "
            "not found"_s,
            true, Retry::Soon);
        row("race", 409, u"Conflict"_s,
            u"Operation cannot be fulfilled on x: the object has been modified; please apply"_s, false,
            Retry::Soon);
        row("conflict", 409, u"Conflict"_s, u"Apply failed with 1 conflict"_s, false, Retry::No);
    }

    void whatIsTriedAgain()
    {
        QFETCH(int, code);
        QFETCH(QString, reason);
        QFETCH(QString, message);
        QFETCH(bool, fresh);
        QFETCH(int, how);
        QCOMPARE(int(retryOf(Error(KubeError{code, reason, message, {}, {}, 0}), fresh)), how);
    }

    void whatADefinitionDefines()
    {
        const QVector<ApiResource> kinds = KindTable::definedBy(
            json("{'spec':{'group':'x.io','scope':'Cluster','names':{'plural':'things','kind':'Thing'},"
                 "'version':'v1','versions':[{'name':'v1','served':true},{'name':'v2','served':false},"
                 "{'name':'v3','served':true}]}}"));
        QCOMPARE(kinds.size(), 2);
        QCOMPARE(kinds[1].path({}, u"a"_s), u"/apis/x.io/v3/things/a"_s);
        QVERIFY(!kinds[0].namespaced);
        QCOMPARE(KindTable::definedBy(json("{'spec':{'group':'x.io','names':{'plural':'things','kind':"
                                           "'Thing'},'version':'v1beta1'}}"))
                     .value(0)
                     .groupVersion(),
                 u"x.io/v1beta1"_s);
        QVERIFY(KindTable::definedBy({}).isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestApplier)
#include "tst_applier.moc"
