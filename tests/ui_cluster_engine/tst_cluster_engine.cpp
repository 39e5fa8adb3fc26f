#include "app/core/quantity.h"
#include "app/docker/api/engine_api.h"
#include "app/net/io_thread.h"
#include "tests/support/fake_session.h"
#include "tests/support/patience.h"
#include "tests/ui_cluster/pane_host.h"
#include "ui/cluster/cluster_pane.h"
#include "ui/cluster/figure_card.h"
#include "ui/cluster/resource_models.h"
#include "ui/common/confirm_dialog.h"
#include "ui/common/error_box.h"
#include "ui/common/pane_frame.h"
#include "ui/common/table_view.h"

#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTabBar>
#include <QTest>

using namespace kaptan;
using namespace kaptan::ui;
using namespace Qt::StringLiterals;
using kaptan::test::slow;
using session::Phase;

namespace
{

const QString prefix = u"panes-"_s;

/// One empty file in a tar archive: enough to be an image.
QByteArray smallTar()
{
    QByteArray head(512, '\0');
    head.replace(0, 5, "empty");
    head.replace(100, 7, "0000644");
    head.replace(108, 7, "0000000");
    head.replace(116, 7, "0000000");
    head.replace(124, 11, "00000000000");
    head.replace(136, 11, "00000000000");
    head.replace(148, 8, "        ");
    head[156] = '0';
    head.replace(257, 5, "ustar");
    head.replace(263, 2, "00");
    int sum = 0;
    for (const char c : std::as_const(head))
        sum += static_cast<unsigned char>(c);
    const QByteArray octal = QByteArray::number(sum, 8).rightJustified(6, '0');
    head.replace(148, 6, octal);
    head[154] = '\0';
    head[155] = ' ';
    return head + QByteArray(1024, '\0');
}

} // namespace

/// The pane's numbers against what the API says, and what it does to images, volumes and networks.
class TestClusterEngine : public QObject
{
    Q_OBJECT
private Q_SLOTS:

    void initTestCase_data()
    {
        QTest::addColumn<QByteArray>("variable");
        QTest::newRow("docker") << QByteArray("KAPTAN_TEST_DOCKER");
        QTest::newRow("podman") << QByteArray("KAPTAN_TEST_PODMAN");
    }

    void init()
    {
        QFETCH_GLOBAL(QByteArray, variable);
        const QString socket = qEnvironmentVariable(variable.constData());
        if (socket.isEmpty())
            QSKIP(qPrintable(u"%1 names no engine"_s.arg(QString::fromLatin1(variable))));
        Style::instance().apply(Theme::Light, Density::Normal);
        m_io = std::make_unique<net::IoThread>(u"test"_s);
        auto* client = m_io->adopt(std::make_unique<net::Client>(net::Endpoint::unixSocket(socket)));
        m_api = m_io->adopt(std::make_unique<docker::EngineApi>(*client));
        const auto info = wait(m_api->negotiate());
        QVERIFY(info);
        m_info = *info;
        m_session = std::make_unique<test::FakeSession>();
        m_session->setEngine(m_api);
        m_pane = std::make_unique<ClusterPane>(m_host);
        m_pane->resize(1169, 640);
        m_pane->setSession(m_session.get());
        m_pane->show();
        QVERIFY(QTest::qWaitForWindowActive(m_pane.get(), slow));
        m_frame = m_pane->findChild<PaneFrame*>();
        QCOMPARE(m_frame->face(), PaneFrame::Face::Data);
    }

    void cleanup()
    {
        m_pane.reset();
        m_session.reset();
        if (m_io) {
            wait(m_api->removeContainer(prefix + u"user"_s, true));
            wait(m_api->removeImage(u"panes/throwaway:1"_s));
            wait(m_api->removeVolume(prefix + u"data"_s));
            wait(m_api->removeVolume(prefix + u"labels"_s));
            wait(m_api->removeNetwork(prefix + u"net"_s));
        }
        m_io.reset();
    }

    void hostAndEngineAsTheApiSays()
    {
        const auto* host = m_pane->findChild<FactList*>(u"hostFacts"_s);
        QCOMPARE(host->value(u"name"_s), m_info.hostName);
        QCOMPARE(host->value(u"kernel"_s), m_info.kernelVersion);
        QCOMPARE(host->value(u"cores"_s), QString::number(m_info.cpus));
        QCOMPARE(host->value(u"memory"_s), quantity::formatBytes(m_info.memoryBytes));
        const auto* engine = m_pane->findChild<FactList*>(u"engineFacts"_s);
        QCOMPARE(engine->value(u"flavor"_s), m_info.displayName());
        QVERIFY(engine->value(u"api"_s).startsWith(m_info.apiVersion.toString()));
        QCOMPARE(engine->value(u"storage"_s), m_info.storageDriver);
        auto* warnings = m_pane->findChild<QWidget*>(u"engineWarnings"_s);
        QCOMPARE(!warnings->isHidden(),
                 !m_info.runsHealthChecks || m_info.limitsIgnored || !m_info.warnings.isEmpty());
    }

    void listsAsTheApiSays()
    {
        // Others may use the engines at the same time: until both agree.
        const auto agrees = [this](const QString& table, auto listed) {
            return QTest::qWaitFor(
                [&] {
                    const auto all = wait(listed());
                    return (all && rowsOf(table) == all->size()) || refreshed();
                },
                slow);
        };
        QVERIFY(agrees(u"imagesTable"_s, [this] { return m_api->images(); }));
        QVERIFY(agrees(u"volumesTable"_s, [this] { return m_api->volumes(); }));
        QVERIFY(agrees(u"networksTable"_s, [this] { return m_api->networks(); }));
        const auto images = wait(m_api->images());
        QVERIFY(images);
        auto* table = openTab(u"images"_s, u"imagesTable"_s);
        for (const docker::ImageSummary& image : *images) {
            if (!image.tags.contains(u"test/busybox:1"_s))
                continue;
            const int row = table->rowModel()->rowOf(image.id);
            QVERIFY(row >= 0);
            QCOMPARE(table->rowModel()->cellAt(row, ImagesModel::Size).copy,
                     quantity::formatBytes(image.size));
            return;
        }
        QFAIL("test/busybox:1 is not listed");
    }

    void diskUseIsMeasuredOnceAndOnDemand()
    {
        auto* age = m_pane->findChild<QLabel*>(u"diskAge"_s);
        QTRY_VERIFY_WITH_TIMEOUT(age->toolTip().size() > 0, slow);
        auto* size = m_pane->findChild<QLabel*>(u"diskSize0"_s);
        // Measured again by hand until it agrees with a measurement of the test's own.
        QVERIFY(QTest::qWaitFor(
            [&] {
                const auto usage = wait(m_api->diskUsage());
                if (usage && size->text() == quantity::formatBytes(usage->imagesBytes))
                    return true;
                action("measureDiskUse")->trigger();
                return false;
            },
            slow));
        QVERIFY(m_pane->findChild<FigureCard*>(u"diskCard"_s)->figure() != u"–"_s);
    }

    void usageIsSummed()
    {
        m_session->setWorkloads({test::makeWorkload(u"web"_s, 2)});
        QTRY_COMPARE_WITH_TIMEOUT(m_session->metricSource().watched().size(), 2, slow);
        QVector<workload::Usage> batch;
        for (const QString& id : m_session->metricSource().watched()) {
            workload::Usage usage;
            usage.instanceId = id;
            usage.cpuMillicores = m_info.cpus * 1000.0 / 8; // an eighth of the host each
            usage.memoryBytes = m_info.memoryBytes / 4;
            batch.append(usage);
        }
        m_session->sample(batch);
        QTRY_COMPARE_WITH_TIMEOUT(m_pane->findChild<FigureCard*>(u"cpuCard"_s)->figure(), u"25 %"_s, slow);
        auto* memory = m_pane->findChild<FigureCard*>(u"memoryCard"_s);
        QCOMPARE(memory->figure(), u"50 %"_s);
        QVERIFY(memory->caption().endsWith(quantity::formatBytes(m_info.memoryBytes)));
    }

    void aPullThatFailsSaysWhy()
    {
        openTab(u"images"_s, u"imagesTable"_s);
        action("pullImage")->trigger();
        auto* dialog = m_pane->findChild<QDialog*>(u"nameDialog"_s);
        QVERIFY(dialog);
        QVERIFY(QTest::qWaitForWindowActive(dialog, slow)); // until then Return is the table's shortcut
        auto* yes = dialog->findChild<QPushButton*>(u"nameYes"_s);
        auto* name = dialog->findChild<QLineEdit*>(u"name"_s);
        QVERIFY(!yes->isEnabled());
        QTest::keyClicks(name, u"https://x"_s);
        QVERIFY(!yes->isEnabled());
        QVERIFY(dialog->findChild<QLabel*>(u"hint"_s)->text().contains(u"https"_s));
        name->clear();
        QTest::keyClicks(name, u"127.0.0.1:1/none:1"_s);
        QVERIFY(yes->isEnabled());
        pressReturn(dialog, name);
        QTRY_VERIFY_WITH_TIMEOUT(!m_host.tasks.isEmpty(), slow);
        QCOMPARE(m_host.tasks.last(), u"Pull 127.0.0.1:1/none:1"_s);
        auto* error = m_pane->findChild<ErrorBox*>(u"imagesTableActionError"_s);
        QTRY_VERIFY_WITH_TIMEOUT(error->isVisible(), slow);
        QVERIFY2(error->text().contains(u"127.0.0.1:1"_s), qPrintable(error->text()));
        QVERIFY(m_host.futures.last().isFinished());
        QVERIFY(!m_host.futures.last().result());
        QTest::mouseClick(error->findChild<QPushButton*>(u"errorClose"_s), Qt::LeftButton);
        QVERIFY(!error->isVisible());
    }

    void aVolumeIsCreatedAndRemoved()
    {
        auto* table = openTab(u"volumes"_s, u"volumesTable"_s);
        const QString name = prefix + u"data"_s;
        QTest::keyClick(m_pane.get(), Qt::Key_N, Qt::ControlModifier);
        auto* dialog = m_pane->findChild<QDialog*>(u"nameDialog"_s);
        QVERIFY(dialog);
        QVERIFY(QTest::qWaitForWindowActive(dialog, slow)); // until then Return is the table's shortcut
        auto* field = dialog->findChild<QLineEdit*>(u"name"_s);
        QTest::keyClicks(field, u"-"_s);
        QVERIFY(!dialog->findChild<QPushButton*>(u"nameYes"_s)->isEnabled());
        field->clear();
        QTest::keyClicks(field, name);
        pressReturn(dialog, field);
        QTRY_COMPARE_WITH_TIMEOUT(table->currentKey(), name, slow);
        QVERIFY(hasVolume(name));

        table->setFocus();
        QTest::keyClick(table, Qt::Key_Return);
        QTRY_COMPARE_WITH_TIMEOUT(m_pane->findChild<FactList*>(u"resourceFacts"_s)->value(u"name"_s), name,
                                  slow);
        removeSelected(name);
        QTRY_COMPARE_WITH_TIMEOUT(table->rowModel()->rowOf(name), -1, slow);
        QVERIFY(!hasVolume(name));
        QVERIFY(m_host.futures.last().result());
    }

    void anImageIsRemovedUnlessItIsUsed()
    {
        auto* table = openTab(u"images"_s, u"imagesTable"_s);
        const auto id = wait(m_api->importImage(smallTar(), u"panes/throwaway:1"_s));
        QVERIFY(id);
        // As the engine's event would say it.
        const auto tell = [this](const QString& kind, const QString& what) {
            workload::Event event;
            event.kind = kind;
            event.action = what;
            m_session->addEvents({event});
        };
        tell(u"image"_s, u"import"_s);
        QTRY_VERIFY_WITH_TIMEOUT(!keyOf(table, u"panes/throwaway:1"_s).isEmpty(), slow);
        const QString key = keyOf(table, u"panes/throwaway:1"_s);
        table->selectKey(key);
        QTRY_VERIFY_WITH_TIMEOUT(action("remove")->isEnabled(), slow);

        docker::CreateRequest request;
        request.name = prefix + u"user"_s;
        request.config.image = u"panes/throwaway:1"_s;
        request.config.command = {u"/empty"_s};
        QVERIFY(wait(m_api->createContainer(request)));
        tell(u"container"_s, u"create"_s);
        QTRY_VERIFY_WITH_TIMEOUT(!action("remove")->isEnabled(), slow);
        QVERIFY2(action("remove")->toolTip().contains(request.name), qPrintable(action("remove")->toolTip()));
        QVERIFY(wait(m_api->removeContainer(request.name, true)));
        tell(u"container"_s, u"destroy"_s);
        QTRY_VERIFY_WITH_TIMEOUT(action("remove")->isEnabled(), slow);
        removeSelected(u"panes/throwaway:1"_s);
        QTRY_VERIFY_WITH_TIMEOUT(keyOf(table, u"panes/throwaway:1"_s).isEmpty(), slow);
    }

    void networksOfTheEngineStay()
    {
        auto* table = openTab(u"networks"_s, u"networksTable"_s);
        docker::NetworkCreateRequest request;
        request.name = prefix + u"net"_s;
        QVERIFY(wait(m_api->createNetwork(request)));
        // Podman tells nobody: read by hand.
        QTest::keyClick(m_pane.get(), Qt::Key_F5);
        QTRY_VERIFY_WITH_TIMEOUT(!keyOf(table, request.name).isEmpty(), slow);
        QTRY_VERIFY_WITH_TIMEOUT(!keyOf(table, u"bridge"_s).isEmpty() || !keyOf(table, u"podman"_s).isEmpty(),
                                 slow);
        const QString builtIn = keyOf(table, u"bridge"_s);
        table->selectKey(builtIn.isEmpty() ? keyOf(table, u"podman"_s) : builtIn);
        QTRY_VERIFY_WITH_TIMEOUT(!action("remove")->isEnabled(), slow);
        table->selectKey(keyOf(table, request.name));
        QTRY_VERIFY_WITH_TIMEOUT(action("remove")->isEnabled(), slow);
        removeSelected(request.name);
        QTRY_VERIFY_WITH_TIMEOUT(keyOf(table, request.name).isEmpty(), slow);
    }

    void readOnlySaysWhy()
    {
        openTab(u"volumes"_s, u"volumesTable"_s);
        m_session->setReadOnly(u"It is marked read-only."_s);
        for (const char* name : {"pullImage", "createVolume", "remove"}) {
            QVERIFY(!action(name)->isEnabled());
            QCOMPARE(action(name)->toolTip(), u"It is marked read-only."_s);
        }
        QVERIFY(action("refresh")->isEnabled());
        m_session->setReadOnly({});
        QVERIFY(action("createVolume")->isEnabled());
    }

    void staleKeepsTheLastNumbers()
    {
        QTRY_VERIFY_WITH_TIMEOUT(rowsOf(u"imagesTable"_s) > 0, slow);
        const int before = rowsOf(u"imagesTable"_s);
        m_session->setPhase(Phase::Reconnecting,
                            Error(TransportError{TransportError::Kind::Refused, u"/run/x.sock"_s, {}}));
        QCOMPARE(m_frame->face(), PaneFrame::Face::Stale);
        QCOMPARE(rowsOf(u"imagesTable"_s), before);
        QVERIFY(!action("refresh")->isEnabled());
        m_session->setPhase(Phase::Live);
        QCOMPARE(m_frame->face(), PaneFrame::Face::Data);
        QVERIFY(action("refresh")->isEnabled());
    }

    void hostileLabelsArePlain()
    {
        docker::VolumeCreateRequest request;
        request.name = prefix + u"labels"_s;
        request.labels.insert(u"note"_s, u"<img src=x>\n\u202Edlo"_s + QString(3000, u'z'));
        QVERIFY(wait(m_api->createVolume(request)));
        auto* table = openTab(u"volumes"_s, u"volumesTable"_s);
        QTest::keyClick(m_pane.get(), Qt::Key_F5);
        QTRY_VERIFY_WITH_TIMEOUT(table->rowModel()->rowOf(request.name) >= 0, slow);
        table->selectKey(request.name);
        table->setFocus();
        QTest::keyClick(table, Qt::Key_Return);
        auto* facts = m_pane->findChild<FactList*>(u"resourceFacts"_s);
        QTRY_COMPARE_WITH_TIMEOUT(facts->value(u"name"_s), request.name, slow);
        const QString shown = facts->value(u"labels"_s);
        QVERIFY(shown.startsWith(u"note=<img src=x> "_s));
        QVERIFY(!shown.contains(QChar(0x202E)));
        const auto labels = facts->findChildren<QLabel*>();
        for (const QLabel* label : labels)
            QCOMPARE(label->textFormat(), Qt::PlainText);
        QVERIFY(m_pane->width() <= 1169); // a long label does not push the window wide
    }

private:
    /// A busy machine may tell late that another window became active; Return is then the table's.
    static void pressReturn(QDialog* dialog, QWidget* field)
    {
        QCoreApplication::processEvents();
        dialog->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(dialog, slow));
        QTest::keyClick(field, Qt::Key_Return);
    }

    template <class T>
    Result<T> wait(const QFuture<Result<T>>& future)
    {
        [&] { QTRY_VERIFY_WITH_TIMEOUT(future.isFinished(), slow); }();
        return future.resultCount() > 0 ? future.result() : Result<T>(failure(Cancelled{}));
    }

    QAction* action(const char* name) const { return m_pane->findChild<QAction*>(QString::fromLatin1(name)); }

    TableView* openTab(const QString& tab, const QString& table)
    {
        m_pane->showTarget({{u"tab"_s, tab}});
        return m_pane->findChild<TableView*>(table);
    }

    int rowsOf(const QString& table) const
    {
        return m_pane->findChild<TableView*>(table)->rowModel()->total();
    }

    bool refreshed()
    {
        action("refresh")->trigger();
        return false;
    }

    bool hasVolume(const QString& name)
    {
        const auto volumes = wait(m_api->volumes());
        return volumes &&
               std::any_of(volumes->begin(), volumes->end(),
                           [&](const docker::VolumeSummary& volume) { return volume.name == name; });
    }

    /// The key of the row whose first cell is this.
    static QString keyOf(const TableView* table, const QString& text)
    {
        for (int row = 0; row < table->rowModel()->shown(); ++row)
            if (table->rowModel()->cellAt(row, 0).text == text)
                return table->rowModel()->keyAt(row);
        return {};
    }

    /// Delete, read the question, yes.
    void removeSelected(const QString& name)
    {
        action("remove")->trigger();
        auto* question = m_pane->findChild<ConfirmDialog*>();
        QVERIFY(question);
        QTRY_VERIFY_WITH_TIMEOUT(question->isVisible(), slow);
        bool named = false;
        for (const auto* list : question->findChildren<QPlainTextEdit*>())
            named = named || list->toPlainText().contains(name);
        QVERIFY(named);
        QVERIFY(question->findChild<QPushButton*>(u"confirmNo"_s)->isDefault());
        QTest::mouseClick(question->findChild<QPushButton*>(u"confirmYes"_s), Qt::LeftButton);
    }

    test::PaneHostLog m_host;
    std::unique_ptr<net::IoThread> m_io;
    docker::EngineApi* m_api = nullptr;
    docker::EngineInfo m_info;
    std::unique_ptr<test::FakeSession> m_session;
    std::unique_ptr<ClusterPane> m_pane;
    PaneFrame* m_frame = nullptr;
};

QTEST_MAIN(TestClusterEngine)
#include "tst_cluster_engine.moc"
