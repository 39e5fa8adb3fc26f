#include "app/session/connections.h"
#include "app/session/engine_session.h"
#include "app/settings/settings.h"
#include "tests/session/made_up_machine.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace kaptan;
using namespace kaptan::session;
using namespace Qt::StringLiterals;

namespace
{

ConnectionSpec spec(const QString& name, const QString& address)
{
    ConnectionSpec one;
    one.name = name;
    one.address = address;
    return one;
}

} // namespace

class TestConnections : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<test::MadeUpMachine> m;
    std::unique_ptr<settings::Settings> m_settings;

    std::unique_ptr<Connections> connections()
    {
        return std::make_unique<Connections>(*m_settings, m->surroundings);
    }

private Q_SLOTS:

    void init()
    {
        m_settings.reset();
        m_dir = std::make_unique<QTemporaryDir>();
        m = std::make_unique<test::MadeUpMachine>();
        m_settings = std::make_unique<settings::Settings>(m_dir->path());
    }

    void addEditRemove()
    {
        const auto list = connections();
        QSignalSpy changed(list.get(), &Connections::changed);
        ConnectionSpec wanted = spec(u" far "_s, u"tcp://far:2375"_s);
        wanted.production = true;
        const auto added = list->add(wanted);
        QVERIFY(added);
        QCOMPARE(added->name, u"far"_s);
        QVERIFY(added->production && !added->readOnly);
        QVERIFY(added->origin == Origin::Added);
        QVERIFY(changed.count() >= 1);
        QCOMPARE(list->all().size(), 1);
        QVERIFY(m_settings->flush());
        { // another run knows it
            settings::Settings other(m_dir->path());
            const Connections again(other, m->surroundings);
            QCOMPARE(again.all(), QVector<ConnectionSpec>{*added});
        }
        ConnectionSpec edited = *added;
        edited.name = u"near"_s;
        edited.readOnly = true;
        QVERIFY(list->edit(edited));
        QCOMPARE(list->find(added->id)->name, u"near"_s);
        QVERIFY(list->find(added->id)->readOnly);
        QVERIFY(list->remove(added->id));
        QVERIFY(list->all().isEmpty());
        QVERIFY(!m_settings->marks(added->id).production);
    }

    void refusesWithTheField_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("address");
        QTest::addColumn<QString>("cert");
        QTest::addColumn<QString>("key");
        QTest::newRow("no name") << u"  "_s << u"/a"_s << QString() << QString();
        QTest::newRow("long name") << QString(101, u'x') << u"/a"_s << QString() << QString();
        QTest::newRow("taken name") << u"taken"_s << u"/a"_s << QString() << QString();
        QTest::newRow("no address") << u"a"_s << QString() << QString() << QString();
        QTest::newRow("nonsense") << u"a"_s << u"ftp://x"_s << QString() << QString();
        QTest::newRow("ssh") << u"a"_s << u"ssh://x"_s << QString() << QString();
        QTest::newRow("certificate alone") << u"a"_s << u"tcp://x:2376"_s << u"/etc/hostname"_s << QString();
        QTest::newRow("no such files") << u"a"_s << u"tcp://x:2376"_s << u"/no/c"_s << u"/no/k"_s;
        QTest::newRow("TLS on a socket") << u"a"_s << u"/a"_s << u"/etc/hostname"_s << u"/etc/hostname"_s;
    }

    void refusesWithTheField()
    {
        QFETCH(QString, name);
        QFETCH(QString, address);
        const auto list = connections();
        QVERIFY(list->add(spec(u"taken"_s, u"/taken"_s)));
        ConnectionSpec one = spec(name, address);
        QFETCH(QString, cert);
        QFETCH(QString, key);
        one.certFile = cert;
        one.keyFile = key;
        const auto added = list->add(one);
        QVERIFY(!added);
        QVERIFY(added.error().as<InvalidInput>() || added.error().as<NotAllowed>());
        QCOMPARE(list->all().size(), 1);
    }

    void foundOnesKeepTheirMarksOnly()
    {
        m->write(m->root(u"run/docker.sock"_s), {});
        const auto list = connections();
        ConnectionSpec found = list->all().first();
        QVERIFY(list->setMarks(found.id, true, true));
        QVERIFY(list->all().first().production && list->all().first().readOnly);
        QVERIFY(connections()->all().first().production); // kept
        found = list->all().first();
        found.name = u"other"_s;
        QVERIFY(!list->edit(found));
        QVERIFY(!list->remove(found.id));
        QVERIFY(!list->setMarks(u"gone"_s, true, true));
    }

    void sessionsHeedMarksAtOnce()
    {
        m->write(m->root(u"run/docker.sock"_s), {});
        const auto list = connections();
        const QString id = list->all().first().id;
        Session* session = list->session(id);
        QVERIFY(session);
        QCOMPARE(list->session(id), session);
        QVERIFY(session->state().phase == Phase::Idle);
        QVERIFY(!session->workloads());
        QVERIFY(!session->whyNotWritable().isEmpty()); // not open
        session->open();
        QVERIFY(session->lifecycle() && session->deploying() && session->scaling());
        QVERIFY(session->whyNotWritable().isEmpty());
        QSignalSpy changed(session, &Session::stateChanged);
        QVERIFY(list->setMarks(id, false, true));
        QVERIFY(changed.count() >= 1);
        QVERIFY(!session->lifecycle() && !session->deploying() && !session->scaling());
        QVERIFY(session->whyNotWritable().contains(u"read-only"_s));
        QVERIFY(session->workloads());
        QVERIFY(list->setMarks(id, false, false));
        QVERIFY(session->lifecycle());
    }

    void aStaleSocketFailsAndSaysSo()
    {
        m->write(m->root(u"run/docker.sock"_s), {}); // a plain file: nobody listens
        const auto list = connections();
        Session* session = list->session(list->all().first().id);
        session->open();
        QTRY_VERIFY(session->state().phase == Phase::Failed);
        const auto error = session->state().error;
        QVERIFY(error);
        QVERIFY2(error->message().contains(m->root(u"run/docker.sock"_s)), qPrintable(error->message()));
        QVERIFY(!error->advice().isEmpty());
        QVERIFY(!session->state().lastLive.isValid());
        session->close();
        QTRY_VERIFY(session->state().phase == Phase::Idle);
    }

    void aMissingTlsFileFailsAndSaysSo()
    {
        m->write(m->home(u"c.pem"_s), "x");
        const auto list = connections();
        ConnectionSpec one = spec(u"far"_s, u"tcp://127.0.0.1:1"_s);
        one.caFile = m->home(u"c.pem"_s);
        const auto added = list->add(one);
        QVERIFY(added);
        QVERIFY(QFile::remove(m->home(u"c.pem"_s)));
        Session* session = list->session(added->id);
        session->open();
        QVERIFY(session->state().phase == Phase::Failed);
        QVERIFY(session->state().error->message().contains(u"c.pem"_s));
        QVERIFY(!session->workloads());
    }

    void anotherAddressIsAnotherSession()
    {
        const auto list = connections();
        const auto added = list->add(spec(u"a"_s, u"/a"_s));
        QPointer<Session> session = list->session(added->id);
        QSignalSpy removed(list.get(), &Connections::aboutToRemove);
        ConnectionSpec edited = *added;
        edited.name = u"b"_s;
        QVERIFY(list->edit(edited));
        QCOMPARE(removed.count(), 0);
        QCOMPARE(session->spec().name, u"b"_s);
        edited.address = u"/b"_s;
        QVERIFY(list->edit(edited));
        QCOMPARE(removed.count(), 1);
        QVERIFY(list->session(added->id) != session);
        QTRY_VERIFY(!session);
        QVERIFY(list->remove(added->id));
        QCOMPARE(removed.count(), 2);
        QVERIFY(!list->session(added->id));
    }

    void watchedOnesStayWhenTheirSocketVanishes()
    {
        const QString socket = m->root(u"run/docker.sock"_s);
        m->write(socket, {});
        const auto list = connections();
        const QString id = list->all().first().id;
        list->session(id)->open();
        QTRY_VERIFY(list->session(id)->state().phase != Phase::Idle);
        QVERIFY(QFile::remove(socket));
        list->refresh();
        QCOMPARE(list->all().size(), 1);
        list->session(id)->close();
        QTRY_VERIFY(list->session(id)->state().phase == Phase::Idle);
        list->refresh();
        QVERIFY(list->all().isEmpty());
    }

    void best()
    {
        QVERIFY(!connections()->best());
        m->context(u"remote"_s, u"ssh://far"_s);
        m->surroundings.environment = {{u"DOCKER_HOST"_s, u"unix:///nowhere.sock"_s}};
        QVERIFY(!connections()->best()); // neither can be opened
        m->write(m->run(u"podman/podman.sock"_s), {});
        const auto list = connections();
        QCOMPARE(list->best()->name, u"Podman"_s);
        m->write(m->root(u"run/docker.sock"_s), {});
        list->refresh();
        QCOMPARE(list->best()->name, u"Docker"_s);
        list->setLastUsed(list->findByWord(u"Podman"_s)->id);
        QCOMPARE(list->best()->name, u"Podman"_s);
        QVERIFY(QFile::remove(m->run(u"podman/podman.sock"_s)));
        list->refresh();
        QCOMPARE(list->best()->name, u"Docker"_s);
    }

    void wordsOfAPerson()
    {
        m->write(m->root(u"run/docker.sock"_s), {});
        const auto list = connections();
        const QString path = m->root(u"run/docker.sock"_s);
        QVERIFY(list->findByWord(u"Docker"_s));
        QVERIFY(list->findByWord(path));
        QVERIFY(list->findByWord(u"unix://"_s + path));
        QVERIFY(list->findByWord(list->all().first().id));
        QVERIFY(!list->findByWord(u"docker"_s));
        QVERIFY(!list->findByWord(QString()));
    }

    void testOfNothingSaysWhy()
    {
        const auto list = connections();
        const auto future = list->test(spec(u"x"_s, u"unix:///no/such.sock"_s));
        QTRY_VERIFY_WITH_TIMEOUT(future.isFinished(), 20000);
        QVERIFY(!future.result());
        QVERIFY(future.result().error().message().contains(u"/no/such.sock"_s));
        QVERIFY(!list->test(spec(u"x"_s, u"nonsense"_s)).result());
    }
};

QTEST_GUILESS_MAIN(TestConnections)
#include "tst_connections.moc"
