#include "tests/support/patience.h"
#include "tests/ui_connections/rig.h"
#include "ui/common/error_box.h"

#include <QLabel>
#include <QSignalSpy>
#include <QTest>

using namespace kaptan;
using namespace kaptan::ui;
using namespace Qt::StringLiterals;
using kaptan::test::slow;
using test::ConnectionsRig;

/// Testing, connecting and disconnecting genuine engines from the list.
class TestConnectionsEngine : public QObject
{
    Q_OBJECT
private Q_SLOTS:

    void initTestCase_data()
    {
        QTest::addColumn<QByteArray>("variable");
        QTest::addColumn<QString>("flavor");
        QTest::newRow("docker") << QByteArray("KAPTAN_TEST_DOCKER") << u"Docker"_s;
        QTest::newRow("podman") << QByteArray("KAPTAN_TEST_PODMAN") << u"Podman"_s;
    }

    void init()
    {
        QFETCH_GLOBAL(QByteArray, variable);
        m_socket = qEnvironmentVariable(variable.constData());
        if (m_socket.isEmpty())
            QSKIP(qPrintable(u"%1 names no engine"_s.arg(QString::fromLatin1(variable))));
        Style::instance().apply(Theme::Light, Density::Normal);
        m_rig = std::make_unique<ConnectionsRig>();
        m_id = m_rig->add(u"genuine"_s, u"unix://"_s + m_socket).id;
        m_rig->pane->show();
        QVERIFY(QTest::qWaitForWindowActive(m_rig->pane.get(), slow));
        m_rig->table->selectKey(m_id);
        QTRY_VERIFY_WITH_TIMEOUT(m_rig->action("test")->isEnabled(), slow);
    }

    void cleanup() { m_rig.reset(); }

    void aTestTellsWhoAnswers()
    {
        QFETCH_GLOBAL(QString, flavor);
        m_rig->action("test")->trigger();
        auto* facts = m_rig->pane->findChild<FactList*>(u"testFacts"_s);
        QTRY_COMPARE_WITH_TIMEOUT(facts->value(u"engine"_s), flavor, slow);
        QVERIFY(facts->value(u"version"_s).startsWith(flavor));
        QVERIFY(!facts->value(u"api"_s).isEmpty());
        QVERIFY(!facts->value(u"latency"_s).isEmpty());
        QVERIFY(!m_rig->pane->findChild<QLabel*>(u"testLimits"_s)->text().isEmpty());
        QVERIFY(!m_rig->pane->findChild<ErrorBox*>(u"testError"_s)->isVisible());
        QVERIFY(m_rig->cell(m_id, ConnectionsModel::Kind).startsWith(flavor));
        QVERIFY(m_rig->connections->sessions().isEmpty()); // no session is made for it
        QCOMPARE(m_rig->cell(m_id, ConnectionsModel::State), u"Not connected"_s);
    }

    void connectingIsShownLiveAndCanBeEnded()
    {
        QFETCH_GLOBAL(QString, flavor);
        connect(m_rig->pane.get(), &ConnectionsPane::connectRequested, m_rig->pane.get(),
                [this](const QString& id) {
                    session::Session* session = m_rig->connections->session(id);
                    session->open();
                    m_rig->pane->setSession(session);
                });
        m_rig->table->setFocus();
        QTest::keyClick(m_rig->table, Qt::Key_Return);
        QTRY_COMPARE_WITH_TIMEOUT(m_rig->cell(m_id, ConnectionsModel::State), u"Live"_s, slow);
        QVERIFY(m_rig->cell(m_id, ConnectionsModel::Kind).startsWith(flavor));
        QVERIFY(!m_rig->action("connect")->isEnabled());
        QVERIFY(!m_rig->action("connect")->toolTip().isEmpty());
        QTest::keyClick(m_rig->pane.get(), Qt::Key_D, Qt::ControlModifier);
        QTRY_COMPARE_WITH_TIMEOUT(m_rig->cell(m_id, ConnectionsModel::State), u"Not connected"_s, slow);
        m_rig->pane->setSession(nullptr);
    }

private:
    QString m_socket, m_id;
    std::unique_ptr<ConnectionsRig> m_rig;
};

QTEST_MAIN(TestConnectionsEngine)
#include "tst_connections_engine.moc"
