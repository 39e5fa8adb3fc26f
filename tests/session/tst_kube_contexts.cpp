#include "app/core/when_done.h"
#include "app/session/connections.h"
#include "app/session/kube_session.h"
#include "app/settings/settings.h"
#include "tests/session/made_up_machine.h"

#include <QScopeGuard>
#include <QSignalSpy>
#include <QTest>
#include <QThreadPool>

using namespace kaptan;
using namespace kaptan::session;
using namespace Qt::StringLiterals;

namespace
{

const QByteArray two = "apiVersion: v1\n"
                       "kind: Config\n"
                       "current-context: prod\n"
                       "clusters:\n"
                       "- name: c\n"
                       "  cluster: {server: \"https://127.0.0.1:1\", insecure-skip-tls-verify: true}\n"
                       "users:\n"
                       "- name: u\n"
                       "  user: {token: sesame}\n"
                       "contexts:\n"
                       "- name: dev\n"
                       "  context: {cluster: c, user: u, namespace: shop}\n"
                       "- name: prod\n"
                       "  context: {cluster: c, user: u}\n"
                       "- name: broken\n"
                       "  context: {cluster: nowhere, user: u}\n";

} // namespace

class TestKubeContexts : public QObject
{
    Q_OBJECT

    std::unique_ptr<test::MadeUpMachine> m;
    std::unique_ptr<settings::Settings> m_settings;
    QTemporaryDir m_dir;

private Q_SLOTS:

    void init()
    {
        m = std::make_unique<test::MadeUpMachine>();
        m_settings = std::make_unique<settings::Settings>(m_dir.path());
        m->write(m->home(u".kube/config"_s), two);
    }

    void contextsAreConnections()
    {
        const Discovery found = discover(m->surroundings);
        QCOMPARE(found.found.size(), 3);
        const ConnectionSpec& current = found.found.first();
        QCOMPARE(current.name, u"prod"_s); // the current one first
        QVERIFY(current.isCluster());
        QCOMPARE(current.origin, Origin::Kubeconfig);
        QCOMPARE(current.address, u"https://127.0.0.1:1"_s);
        QCOMPARE(current.source, m->home(u".kube/config"_s));
        QVERIFY(current.insecureSkipVerify);
        QVERIFY(current.isSupported());
        // Two contexts of one server are two connections.
        QCOMPARE(found.found.at(1).name, u"dev"_s);
        QCOMPARE(found.found.at(1).nameSpace, u"shop"_s);
        QVERIFY(found.found.at(1).id != current.id);
        QVERIFY(found.found.at(2).whyUnsupported.contains(u"nowhere"_s));
    }

    void aContextSaysWhatIsBroken()
    {
        QByteArray text = two;
        text.replace("token: sesame", "token: [sesame]");
        m->write(m->home(u".kube/config"_s), text);
        const Discovery found = discover(m->surroundings);
        QCOMPARE(found.found.size(), 3);
        const QString why = found.found.first().whyUnsupported;
        QVERIFY2(why.contains(m->home(u".kube/config"_s) + u":9"_s) && why.contains(u"token"_s),
                 qPrintable(why));
        QVERIFY(!why.contains(u"sesame"_s));
    }

    /// Opened, closed and opened again before the file is read: one backend, which stays.
    void anOlderReadingMakesNothing()
    {
        QThreadPool& pool = *QThreadPool::globalInstance();
        const int threads = pool.maxThreadCount();
        const auto restore = qScopeGuard([&] { pool.setMaxThreadCount(threads); });
        pool.setMaxThreadCount(1); // in the order of asking
        KubeSession session(discover(m->surroundings).found.first(), *m_settings, m->surroundings,
                            Clock::system());
        QVector<kube::Cluster*> seen;
        connect(&session, &Session::stateChanged, this, [&] {
            if (auto* cluster = session.cluster(); cluster && !seen.contains(cluster))
                seen.append(cluster);
        });
        session.open();
        session.close();
        QCOMPARE(session.state().phase, Phase::Idle);
        session.open();
        QCOMPARE(session.state().phase, Phase::Connecting);
        bool later = false;
        whenDone(resolveCluster(session.spec(), m->surroundings), this, [&](const auto&) { later = true; });
        QTRY_VERIFY(later);
        QTRY_VERIFY(session.cluster());
        QCOMPARE(seen, QVector<kube::Cluster*>{session.cluster()});
        session.close();
        QCOMPARE(session.state().phase, Phase::Idle);
    }

    void aClosedSessionMakesNothing()
    {
        KubeSession session(discover(m->surroundings).found.first(), *m_settings, m->surroundings,
                            Clock::system());
        QThreadPool::globalInstance()->waitForDone();
        session.open();
        session.close();
        QThreadPool::globalInstance()->waitForDone();
        bool later = false;
        whenDone(resolveCluster(session.spec(), m->surroundings), this, [&](const auto&) { later = true; });
        QTRY_VERIFY(later);
        QVERIFY(!session.cluster());
    }

    void whatMayNotBeReadIsANote()
    {
        const Error no(KubeError{403, u"Forbidden"_s, {}, {}, {}, 0});
        QVERIFY(refusalNotes({}).isEmpty());
        const QStringList notes = refusalNotes({{u"/a"_s, u"Job"_s, {}, no},
                                                {u"/b"_s, u"Deployment"_s, {}, no},
                                                {u"/c"_s, u"Pod"_s, u"shop"_s, no},
                                                {u"/d"_s, u"Pod"_s, u"blog"_s, no}});
        QCOMPARE(notes.size(), 2);
        QVERIFY2(notes.first().contains(u"Deployment, Job"_s), qPrintable(notes.first()));
        QVERIFY2(notes.last().contains(u"blog, shop"_s) && notes.last().contains(u"Pod"_s),
                 qPrintable(notes.last()));
    }

    void brokenFilesAreNoted()
    {
        m->write(m->home(u".kube/config"_s), "{[");
        const Discovery found = discover(m->surroundings);
        QVERIFY(found.found.isEmpty());
        QCOMPARE(found.notes.size(), 1);
        QVERIFY(found.notes.first().where.startsWith(m->home(u".kube/config"_s)));
    }

    void secretsAreInNoConnection()
    {
        for (const ConnectionSpec& one : discover(m->surroundings).found) {
            for (const QString& text :
                 {one.id, one.name, one.address, one.source, one.context, one.kubeconfig})
                QVERIFY(!text.contains(u"sesame"_s));
            QVERIFY(!one.fingerprint.contains("sesame"));
        }
    }

    /// kubectl, an editor or a login tool changes the file: the list follows, and a session with other
    /// credentials is another session.
    void filesAreReadAgain()
    {
        Connections list(*m_settings, m->surroundings);
        const QString id = list.all().first().id;
        QVERIFY(list.session(id));
        QSignalSpy changed(&list, &Connections::changed);
        QSignalSpy ended(&list, &Connections::aboutToRemove);
        QByteArray other = two;
        other.replace("sesame", "another");
        // As most tools do: another file in its place.
        m->write(m->home(u".kube/config.new"_s), other);
        QVERIFY(QFile::remove(m->home(u".kube/config"_s)));
        QVERIFY(QFile::rename(m->home(u".kube/config.new"_s), m->home(u".kube/config"_s)));
        QTRY_VERIFY(!changed.isEmpty());
        QTRY_COMPARE(ended.size(), 1);
        QCOMPARE(list.all().first().id, id);
        QVERIFY(list.session(id));
    }

    void marksAndNamespacesAreKept()
    {
        Connections list(*m_settings, m->surroundings);
        const QString id = list.all().first().id;
        QVERIFY(list.setMarks(id, true, true));
        QVERIFY(list.setNameSpaces(id, {u"shop"_s, u"blog"_s}));
        QVERIFY(!list.setNameSpaces(id, {u"Not A Name"_s}));
        QVERIFY(list.find(id)->production && list.find(id)->readOnly);
        QCOMPARE(list.find(id)->nameSpaces, QStringList({u"shop"_s, u"blog"_s}));
        QVERIFY(m_settings->flush());
        settings::Settings again(m_dir.path());
        QCOMPARE(again.marks(id).nameSpaces, QStringList({u"shop"_s, u"blog"_s}));
        QVERIFY(list.setMarks(id, false, false));
        QCOMPARE(list.find(id)->nameSpaces.size(), 2);
    }

    /// One more file, from anywhere; it is read, watched and forgotten, and never written.
    void filesFromElsewhere()
    {
        Connections list(*m_settings, m->surroundings);
        const qsizetype before = list.all().size();
        const QString file = m->home(u"downloads/customer.yaml"_s);
        QVERIFY(!list.addKubeconfig(file)); // is not there
        m->write(file, "{[");
        const auto broken = list.addKubeconfig(file);
        QVERIFY(!broken);
        QVERIFY2(broken.error().message().contains(u"customer.yaml"_s), qPrintable(broken.error().message()));
        QVERIFY(!list.addKubeconfig(m->home(u".kube/config"_s))); // is in the list already
        m->write(file, two);
        const auto added = list.addKubeconfig(file);
        QVERIFY(added);
        QCOMPARE(*added, 3);
        QCOMPARE(list.all().size(), before + 3);
        QVERIFY(!list.addKubeconfig(file)); // twice
        QCOMPARE(list.kubeconfigFiles(), QStringList{file});
        const ConnectionSpec theirs = list.all().last();
        QCOMPARE(theirs.kubeconfig, file);
        QVERIFY(theirs.id != list.all().first().id); // the same names, another connection

        // Kept over a restart, and watched.
        QVERIFY(m_settings->flush());
        settings::Settings again(m_dir.path());
        Connections later(again, m->surroundings);
        QCOMPARE(later.all().size(), before + 3);
        QByteArray fewer = two;
        fewer.truncate(fewer.indexOf("- name: prod"));
        m->write(file, fewer);
        QTRY_COMPARE(later.all().size(), before + 1);

        list.removeKubeconfig(file);
        QCOMPARE(list.all().size(), before);
        QVERIFY(QFile::exists(file));
    }

    /// Nobody listens there: the session says so, and goes on trying by itself.
    void aServerThatIsNotThere()
    {
        Connections list(*m_settings, m->surroundings);
        Session* session = list.session(list.all().first().id);
        QVERIFY(session);
        QVERIFY(!session->workloads());
        session->open();
        QTRY_COMPARE(session->state().phase, Phase::Failed);
        QVERIFY(session->state().error);
        QVERIFY(session->state().error->as<TransportError>());
        QVERIFY(session->workloads());
        QCOMPARE(session->platform(), workload::Platform::Kubernetes);
        QVERIFY(!session->engine());
        QVERIFY(session->cluster());
        session->close();
        QCOMPARE(session->state().phase, Phase::Idle);
        QVERIFY(!session->state().error);
    }

    void aReadOnlyMarkTakesThePortsAway()
    {
        Connections list(*m_settings, m->surroundings);
        const QString id = list.all().first().id;
        Session* session = list.session(id);
        session->open();
        QTRY_VERIFY(session->workloads());
        QVERIFY(session->scaling());
        QVERIFY(list.setMarks(id, false, true));
        QVERIFY(!session->scaling());
        QVERIFY(!session->lifecycle());
        QVERIFY(session->whyNotWritable().contains(u"prod"_s));
    }
};

QTEST_GUILESS_MAIN(TestKubeContexts)
#include "tst_kube_contexts.moc"
