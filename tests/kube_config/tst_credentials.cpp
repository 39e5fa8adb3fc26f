#include "app/kube/config/credentials.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QPromise>
#include <QTemporaryDir>
#include <QTest>

#include <atomic>
#include <csignal>

using namespace kaptan;
using namespace kaptan::kube;
using namespace Qt::StringLiterals;

Q_DECLARE_METATYPE(kaptan::kube::NamedUser)

/// Genuine programs (shell scripts), a clock that is moved by hand.
class TestCredentials : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<ManualClock> m_clock;

    QString path(const QString& name) const { return m_dir->filePath(name); }

    QString write(const QString& name, const QByteArray& text, bool program = false)
    {
        QFile file(path(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
            qFatal("cannot write");
        if (program)
            file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        return file.fileName();
    }

    QByteArray read(const QString& name) const
    {
        QFile file(path(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    /// A context whose user has a plugin with this script, which notes each of its runs.
    ResolvedContext plugin(const QByteArray& script)
    {
        ResolvedContext context;
        context.user.name = u"u"_s;
        context.user.exec = ExecPlugin{};
        context.user.exec->apiVersion = u"client.authentication.k8s.io/v1"_s;
        context.user.exec->command = write(
            u"plugin"_s, "#!/bin/sh\necho run >>" + path(u"runs"_s).toUtf8() + "\n" + script + "\n", true);
        return context;
    }

    static QByteArray answer(const QByteArray& status, const QByteArray& version = "v1")
    {
        return "echo '{\"kind\":\"ExecCredential\",\"apiVersion\":\"client.authentication.k8s.io/" + version +
               "\",\"status\":" + status + "}'";
    }

    int runs() const { return int(read(u"runs"_s).count('\n')); }

    static ExecEnvironment environment()
    {
        ExecEnvironment e;
        e.environment = {{u"PATH"_s, u"/usr/bin:/bin"_s}};
        return e;
    }

    std::unique_ptr<Credentials> make(const ResolvedContext& context,
                                      const ExecEnvironment& e = environment())
    {
        return makeCredentials(context, e, *m_clock);
    }

    static Result<Identity> wait(const QFuture<Result<Identity>>& future)
    {
        if (!QTest::qWaitFor([&] { return future.isFinished(); }, 20000) || future.resultCount() == 0)
            return failure(Cancelled{});
        return future.result();
    }

    static QByteArray header(const Result<Identity>& identity, const QByteArray& name)
    {
        QByteArrayList values;
        if (identity) {
            for (const auto& [key, value] : identity->headers) {
                if (key == name)
                    values << value;
            }
        }
        return values.join('|');
    }

    static QByteArray bearer(const Result<Identity>& identity) { return header(identity, "Authorization"); }

private Q_SLOTS:

    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        m_clock = std::make_unique<ManualClock>();
    }

    void nothingIsAnonymous()
    {
        const auto identity = wait(make({})->identity());
        QVERIFY(identity && identity->headers.isEmpty() && identity->clientCertPem.isEmpty());
    }

    void tokensBasicAndImpersonation()
    {
        ResolvedContext context;
        context.user.token = u"t"_s;
        context.user.username = u"ignored"_s;
        context.user.impersonate = u"boss"_s;
        context.user.impersonateUid = u"7"_s;
        context.user.impersonateGroups = {u"a"_s, u"b"_s};
        context.user.impersonateExtra = {{u"x/y"_s, {u"1"_s, u"2"_s}}};
        const auto identity = wait(make(context)->identity());
        QCOMPARE(bearer(identity), "Bearer t");
        QCOMPARE(header(identity, "Impersonate-User"), "boss");
        QCOMPARE(header(identity, "Impersonate-Uid"), "7");
        QCOMPARE(header(identity, "Impersonate-Group"), "a|b");
        QCOMPARE(header(identity, "Impersonate-Extra-x%2Fy"), "1|2");
        context.user.token.clear();
        context.user.username = u"u"_s;
        context.user.password = u"p:q"_s;
        QCOMPARE(bearer(wait(make(context)->identity())), "Basic " + QByteArray("u:p:q").toBase64());
    }

    void whatIsWrongIsSaidWithoutTheSecret_data()
    {
        QTest::addColumn<NamedUser>("user");
        const auto row = [](const char* name, const std::function<void(NamedUser&)>& change) {
            NamedUser user;
            user.name = u"u"_s;
            user.place = {u"/k"_s, 7};
            change(user);
            QTest::newRow(name) << user;
        };
        row("token", [](NamedUser& u) { u.token = u"geheim\r\nX: y"_s; });
        row("colon", [](NamedUser& u) { u.username = u"geheim:x"_s; });
        row("groups", [](NamedUser& u) { u.impersonateGroups = QStringList{u"geheim"_s}; });
        row("as", [](NamedUser& u) { u.impersonate = u"geheim\n"_s; });
        row("key", [](NamedUser& u) { u.clientKeyData = "geheim"; });
        row("cert", [](NamedUser& u) { u.clientCertificateData = "geheim"; });
        row("PEM", [](NamedUser& u) {
            u.clientKeyData = "geheim";
            u.clientCertificateData = "-----BEGIN CERTIFICATE-----";
        });
    }

    void whatIsWrongIsSaidWithoutTheSecret()
    {
        QFETCH(NamedUser, user);
        ResolvedContext context;
        context.user = user;
        const auto identity = wait(make(context)->identity());
        QVERIFY(!identity);
        const QString said =
            identity.error().message() + identity.error().advice() + identity.error().details();
        QVERIFY2(said.contains(u"/k:7"_s) && !said.contains(u"geheim"_s), qPrintable(said));
    }

    void legacyProvidersAreRefused()
    {
        ResolvedContext context;
        context.user.authProvider = u"gcp"_s;
        const auto identity = wait(make(context)->identity());
        QVERIFY(!identity && identity.error().as<NotAllowed>());
    }

    void filesAreReadAgainEachMinute()
    {
        ResolvedContext context;
        context.user.token = u"beside"_s;
        context.user.tokenFile = write(u"token"_s, "one\n");
        context.user.clientCertificate = write(u"cert"_s, "-----BEGIN CERTIFICATE-----");
        context.user.clientKey = write(u"key"_s, "-----BEGIN PRIVATE KEY-----");
        const auto credentials = make(context);
        const auto identity = wait(credentials->identity());
        QCOMPARE(bearer(identity), "Bearer one");
        QCOMPARE(identity->clientKeyPem, "-----BEGIN PRIVATE KEY-----");
        write(u"token"_s, "two");
        m_clock->advance(std::chrono::seconds(59));
        QCOMPARE(bearer(wait(credentials->identity())), "Bearer one");
        m_clock->advance(std::chrono::seconds(1));
        QCOMPARE(bearer(wait(credentials->identity())), "Bearer two");
        write(u"token"_s, "three");
        credentials->reject(*wait(credentials->identity()));
        QCOMPARE(bearer(wait(credentials->identity())), "Bearer three");
        QFile::remove(path(u"token"_s));
        credentials->reject(*wait(credentials->identity()));
        QCOMPARE(bearer(wait(credentials->identity())), "Bearer beside");
        QFile::remove(path(u"key"_s));
        credentials->reject(*wait(credentials->identity()));
        const auto missing = wait(credentials->identity());
        QVERIFY(!missing && missing.error().as<StorageError>());
    }

    void aPluginRunsOnceUntilItsAnswerExpires()
    {
        const auto credentials =
            make(plugin(answer(R"({"token":"t","expirationTimestamp":"2026-01-01T02:10:00+02:00"})")));
        const auto first = credentials->identity();
        const auto second = credentials->identity();
        QCOMPARE(bearer(wait(first)), "Bearer t");
        QCOMPARE(bearer(wait(second)), "Bearer t");
        QCOMPARE(first.result()->expires, QDateTime(QDate(2026, 1, 1), QTime(0, 10), Qt::UTC));
        QCOMPARE(runs(), 1);
        m_clock->advance(std::chrono::seconds(569)); // 31 s before
        wait(credentials->identity());
        QCOMPARE(runs(), 1);
        m_clock->advance(std::chrono::seconds(1));
        wait(credentials->identity());
        QCOMPARE(runs(), 2);
    }

    /// Of two calls that were refused the second may hear it when the first has a new identity already.
    void aLateRefusalLeavesTheNewIdentity()
    {
        const auto credentials =
            make(plugin("t=$(wc -l <" + path(u"runs"_s).toUtf8() + ")\n" + answer("{\"token\":\"t'$t'\"}")));
        const auto first = wait(credentials->identity());
        credentials->reject(*first);
        QCOMPARE(bearer(wait(credentials->identity())), "Bearer t2");
        credentials->reject(*first);
        QCOMPARE(bearer(wait(credentials->identity())), "Bearer t2");
        QCOMPARE(runs(), 2);
    }

    void withoutAnEndItCountsUntilItIsRejected()
    {
        const auto credentials = make(plugin(answer(R"({"clientCertificateData":"C","clientKeyData":"K"})")));
        const auto identity = wait(credentials->identity());
        QVERIFY(identity.has_value());
        QCOMPARE(identity->clientCertPem + identity->clientKeyPem, "CK");
        QVERIFY(!identity->expires.isValid());
        m_clock->advance(std::chrono::hours(1000));
        wait(credentials->identity());
        QCOMPARE(runs(), 1);
        credentials->reject(*wait(credentials->identity()));
        wait(credentials->identity());
        QCOMPARE(runs(), 2);
    }

    void aTokenBesideAPluginSparesIt()
    {
        ResolvedContext context = plugin(answer(R"({"token":"p"})"));
        context.user.token = u"t"_s;
        QCOMPARE(bearer(wait(make(context)->identity())), "Bearer t");
        QCOMPARE(runs(), 0);
    }

    void whatAPluginIsTold()
    {
        ResolvedContext context =
            plugin("printf '%s|%s|%s' \"$1\" \"$A\" \"$B\" >" + path(u"told"_s).toUtf8() +
                   "; printf %s \"$KUBERNETES_EXEC_INFO\" >" + path(u"info"_s).toUtf8() + "; cat >" +
                   path(u"stdin"_s).toUtf8() + "\n" + answer(R"({"token":"t"})", "v1beta1"));
        context.user.exec->apiVersion = u"client.authentication.k8s.io/v1beta1"_s;
        context.user.exec->args = {u"a b"_s};
        context.user.exec->env = {{u"A"_s, u"plugin"_s}};
        context.user.exec->provideClusterInfo = true;
        context.cluster.server = u"https://h"_s;
        context.cluster.tlsServerName = u"t"_s;
        context.cluster.execExtension = R"({"audience":"x"})";
        context.endpoint.caPem = "ca";
        ExecEnvironment e = environment();
        e.environment.insert(u"A"_s, u"mine"_s);
        e.environment.insert(u"B"_s, u"mine"_s);
        QCOMPARE(bearer(wait(make(context, e)->identity())), "Bearer t");
        QCOMPARE(read(u"told"_s), "a b|plugin|mine");
        QVERIFY(read(u"stdin"_s).isEmpty());
        const QJsonObject info = QJsonDocument::fromJson(read(u"info"_s)).object();
        QCOMPARE(info.value(u"apiVersion"_s).toString(), u"client.authentication.k8s.io/v1beta1"_s);
        QCOMPARE(info.value(u"kind"_s).toString(), u"ExecCredential"_s);
        const QJsonObject spec = info.value(u"spec"_s).toObject();
        QCOMPARE(spec.value(u"interactive"_s), QJsonValue(false));
        const QJsonObject cluster = spec.value(u"cluster"_s).toObject();
        QCOMPARE(cluster.value(u"server"_s).toString(), u"https://h"_s);
        QCOMPARE(cluster.value(u"tls-server-name"_s).toString(), u"t"_s);
        QCOMPARE(cluster.value(u"certificate-authority-data"_s).toString(), u"Y2E="_s);
        QCOMPARE(cluster.value(u"config"_s).toObject().value(u"audience"_s).toString(), u"x"_s);
        context.user.exec->provideClusterInfo = false;
        wait(make(context, e)->identity());
        QVERIFY(!read(u"info"_s).contains("cluster\""));
    }

    void thePathOfTheLoginShellCounts()
    {
        ResolvedContext context = plugin(answer(R"({"token":"t"})"));
        context.user.exec->command = u"plugin"_s;
        const auto missing = wait(make(context)->identity());
        QVERIFY(!missing && missing.error().message().contains(u"no such program"_s));
        ExecEnvironment e = environment();
        std::atomic<int> asked = 0;
        e.loginShellPath = [folder = m_dir->path(), &asked] {
            ++asked;
            return folder;
        };
        const auto credentials = make(context, e);
        QCOMPARE(bearer(wait(credentials->identity())), "Bearer t");
        credentials->reject(*wait(credentials->identity()));
        QCOMPARE(bearer(wait(credentials->identity())), "Bearer t");
        QCOMPARE(runs(), 2);
        QCOMPARE(asked, 1);
    }

    void pluginsThatFail_data()
    {
        QTest::addColumn<QByteArray>("script");
        QTest::addColumn<QString>("says");
        QTest::newRow("code") << QByteArray("echo geheim; echo 'log in first' >&2; exit 3") << u"code 3"_s;
        QTest::newRow("signal") << QByteArray("kill -9 $$") << u"signal"_s;
        QTest::newRow("nonsense") << QByteArray("echo geheim") << u"no JSON"_s;
        QTest::newRow("nothing") << QByteArray() << u"no JSON"_s;
        QTest::newRow("kind") << QByteArray("echo '{\"kind\":\"geheim\"}'") << u"no ExecCredential"_s;
        QTest::newRow("version") << answer(R"({"token":"geheim"})", "v1beta1") << u"another version"_s;
        QTest::newRow("no status") << answer("null") << u"no status"_s;
        QTest::newRow("empty") << answer("{}") << u"neither"_s;
        QTest::newRow("half") << answer(R"({"clientKeyData":"geheim"})") << u"without its"_s;
        QTest::newRow("type") << answer(R"({"token":["geheim"]})") << u"wrong type"_s;
        QTest::newRow("header") << answer(R"({"token":"geheim\nX: y"})") << u"no header"_s;
        QTest::newRow("time") << answer(R"({"token":"geheim","expirationTimestamp":"soon"})") << u"no time"_s;
        QTest::newRow("endless") << QByteArray("yes geheim") << u"1 MiB"_s;
    }

    void pluginsThatFail()
    {
        QFETCH(QByteArray, script);
        QFETCH(QString, says);
        const auto credentials = make(plugin(script));
        const auto identity = wait(credentials->identity());
        QVERIFY(!identity);
        const QString said =
            identity.error().message() + identity.error().advice() + identity.error().details();
        QVERIFY2(said.contains(says) && !said.contains(u"geheim"_s), qPrintable(said));
        QVERIFY(identity.error().as<ProcessError>());
        m_clock->advance(std::chrono::seconds(15));
        wait(credentials->identity()); // an error is not kept for long
        QCOMPARE(runs(), 2);
    }

    /// Nine lists and watches ask again and again, and each run may open a browser.
    void aFailureIsHeldForAGrowingPause()
    {
        const QByteArray good = path(u"good"_s).toUtf8();
        const auto credentials = make(plugin("[ -e " + good + " ] || exit 3\n" + answer(R"({"token":"t"})")));
        int expected = 0;
        for (const int pause : {15, 30, 60, 120, 240, 300, 300}) {
            const auto first = wait(credentials->identity());
            QVERIFY(!first && first.error().as<ProcessError>());
            QCOMPARE(runs(), ++expected);
            m_clock->advance(std::chrono::seconds(pause) - std::chrono::milliseconds(1));
            const auto held = wait(credentials->identity());
            QVERIFY(!held);
            QCOMPARE(held.error().message(), first.error().message());
            QCOMPARE(runs(), expected);
            m_clock->advance(std::chrono::milliseconds(1));
        }
        QVERIFY(!wait(credentials->identity()));
        QCOMPARE(runs(), ++expected);
        write(u"good"_s, "x");
        QVERIFY(!wait(credentials->identity())); // nobody said that it is mended
        credentials->retry();
        QCOMPARE(bearer(wait(credentials->identity())), "Bearer t");
        // And the pauses begin anew.
        QFile::remove(path(u"good"_s));
        credentials->reject(*wait(credentials->identity()));
        QVERIFY(!wait(credentials->identity()));
        expected = runs();
        m_clock->advance(std::chrono::seconds(15));
        QVERIFY(!wait(credentials->identity()));
        QCOMPARE(runs(), expected + 1);
    }

    void theHintAndTheComplaintsAreShown()
    {
        ResolvedContext context = plugin("echo 'log in first' >&2; exit 3");
        context.user.exec->installHint = u"install it so"_s;
        const auto identity = wait(make(context)->identity());
        const auto* error = identity.error().as<ProcessError>();
        QVERIFY(error);
        QCOMPARE(error->stderrText, u"log in first"_s);
        QCOMPARE(error->fix, u"install it so"_s);
    }

    void aPluginThatHangsIsKilledWithWhatItStarted()
    {
        const auto credentials = make(plugin("sleep 1000 & echo $! >" + path(u"child"_s).toUtf8() +
                                             "; echo >" + path(u"up"_s).toUtf8() + "; wait"));
        const auto future = credentials->identity();
        QTRY_VERIFY(!read(u"up"_s).isEmpty());
        const pid_t child = read(u"child"_s).trimmed().toInt();
        QVERIFY(child > 1 && ::kill(child, 0) == 0);
        m_clock->advance(std::chrono::seconds(60));
        const auto identity = wait(future);
        QVERIFY(!identity && identity.error().message().contains(u"60 s"_s));
        // Gone, or a zombie whose new parent has not looked yet.
        const auto gone = [child] {
            QFile stat(u"/proc/%1/stat"_s.arg(child));
            return !stat.open(QIODevice::ReadOnly) || stat.readAll().contains(") Z");
        };
        QTRY_VERIFY(gone());
    }

    void goneCredentialsEndTheirPlugin()
    {
        auto credentials = make(plugin("echo $$ >" + path(u"pid"_s).toUtf8() + "; exec sleep 1000"));
        const auto future = credentials->identity();
        QTRY_VERIFY(read(u"pid"_s).endsWith('\n'));
        const pid_t pid = read(u"pid"_s).trimmed().toInt();
        credentials.reset();
        QVERIFY(future.isFinished() && future.resultCount() == 0);
        QTRY_VERIFY(::kill(pid, 0) != 0);
    }

    void aTerminalCannotBeHad()
    {
        ResolvedContext context = plugin(answer(R"({"token":"t"})"));
        context.user.exec->interactive = ExecPlugin::Interactive::Always;
        auto identity = wait(make(context)->identity());
        QVERIFY(!identity && identity.error().as<NotAllowed>());
        context.user.exec->interactive = ExecPlugin::Interactive::Never;
        context.user.exec->apiVersion = u"client.authentication.k8s.io/v1alpha1"_s;
        identity = wait(make(context)->identity());
        QVERIFY(!identity && identity.error().message().contains(u"v1alpha1"_s));
        QCOMPARE(runs(), 0);
    }

    void foreignPluginsAreAskedAboutOnce()
    {
        ResolvedContext context = plugin(answer(R"({"token":"t"})"));
        context.asksBeforeExec = true;
        const auto refused = wait(make(context)->identity());
        QVERIFY(!refused && refused.error().as<NotAllowed>());
        QCOMPARE(runs(), 0);
        int questions = 0;
        bool say = true;
        ExecEnvironment e = environment();
        e.confirm = [&](const ResolvedContext&) {
            ++questions;
            QPromise<bool> promise;
            promise.start();
            promise.addResult(say);
            promise.finish();
            return promise.future();
        };
        const auto credentials = make(context, e);
        QCOMPARE(bearer(wait(credentials->identity())), "Bearer t");
        credentials->reject(*wait(credentials->identity()));
        QCOMPARE(bearer(wait(credentials->identity())), "Bearer t");
        QCOMPARE(questions, 1);
        QCOMPARE(runs(), 2);
        say = false;
        const auto others = make(context, e);
        QVERIFY(!wait(others->identity()));
        QVERIFY(!wait(others->identity()));
        QCOMPARE(questions, 2);
        QCOMPARE(runs(), 2);
        // "Connect again and allow it."
        say = true;
        others->retry();
        QCOMPARE(bearer(wait(others->identity())), "Bearer t");
        QCOMPARE(questions, 3);
        QCOMPARE(runs(), 3);
    }

    /// Nobody may be there to answer: others sign in all the same.
    void aQuestionWithoutAnAnswerHoldsUpNobodyElse()
    {
        ResolvedContext context = plugin(answer(R"({"token":"t"})"));
        const auto free = make(context);
        context.asksBeforeExec = true;
        QPromise<bool> promise;
        promise.start();
        int questions = 0;
        ExecEnvironment e = environment();
        e.confirm = [&](const ResolvedContext&) {
            ++questions;
            return promise.future();
        };
        const auto asking = make(context, e);
        const auto unanswered = asking->identity();
        QTRY_COMPARE(questions, 1);
        QCOMPARE(bearer(wait(free->identity())), "Bearer t");
        const auto second = asking->identity(); // one question at a time
        QCOMPARE(questions, 1);
        promise.addResult(true);
        promise.finish();
        QCOMPARE(bearer(wait(unanswered)), "Bearer t");
        QCOMPARE(bearer(wait(second)), "Bearer t");
        QCOMPARE(questions, 1);
    }

    void onePluginAtATime()
    {
        // The second may begin only when the first has ended: neither ever sees the other's mark.
        const QByteArray mark = path(u"mark"_s).toUtf8();
        const ResolvedContext context =
            plugin("mkdir " + mark + " || exit 9\nwhile [ ! -e " + path(u"go"_s).toUtf8() +
                   " ]; do sleep 0.02; done\nrmdir " + mark + "\n" + answer(R"({"token":"t"})"));
        const auto a = make(context);
        const auto b = make(context);
        auto c = make(context);
        const auto first = a->identity();
        QTRY_COMPARE(runs(), 1);
        const auto third = c->identity();
        const auto second = b->identity();
        c.reset(); // leaves the queue, or never comes to it
        write(u"go"_s, "go");
        wait(first);
        QCOMPARE(bearer(wait(second)), "Bearer t");
        if (first.resultCount() > 0)
            QCOMPARE(bearer(first.result()), "Bearer t");
    }
};

QTEST_GUILESS_MAIN(TestCredentials)
#include "tst_credentials.moc"
