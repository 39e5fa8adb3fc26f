#include "rig.h"
#include "ui/common/confirm_dialog.h"
#include "ui/common/error_box.h"
#include "ui/common/widgets.h"
#include "ui/connections/connection_dialog.h"
#include "ui/connections/namespaces_dialog.h"

#include <QCheckBox>
#include <QClipboard>
#include <QFileDialog>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QTranslator>

using namespace kaptan;
using namespace kaptan::ui;
using namespace Qt::StringLiterals;
using test::ConnectionsRig;

static const QByteArray kubeconfig =
    "apiVersion: v1\nkind: Config\ncurrent-context: customer\n"
    "clusters:\n- name: c\n  cluster: {server: \"https://127.0.0.1:1\", insecure-skip-tls-verify: true}\n"
    "users:\n- name: u\n  user: {token: sesame}\n"
    "contexts:\n- name: customer\n  context: {cluster: c, user: u, namespace: shop}\n";

/// The list of connections, driven as an operator does. Nothing is contacted but sockets that do not exist.
class TestConnectionsPane : public QObject
{
    Q_OBJECT
private Q_SLOTS:

    void initTestCase() { Style::instance().apply(Theme::Light, Density::Normal); }

    void nothingFoundOffersTheEmbeddedEngine()
    {
        ConnectionsRig rig;
        show(rig);
        QCOMPARE(rig.frame->face(), PaneFrame::Face::Empty);
        bool offered = false;
        for (const auto* button : rig.frame->findChildren<ActionButton*>())
            offered =
                offered || (button->isVisible() && button->text() == rig.action("startEmbedded")->text());
        QVERIFY(offered);
    }

    void foundOnesSayWhereAndAreNotContacted()
    {
        ConnectionsRig rig({{u"DOCKER_HOST"_s, u"unix:///nowhere/docker.sock"_s}});
        show(rig);
        QCOMPARE(rig.frame->face(), PaneFrame::Face::Data);
        const auto spec = rig.connections->all().first();
        QVERIFY(rig.cell(spec.id, ConnectionsModel::Source).contains(u"DOCKER_HOST"_s));
        QCOMPARE(rig.cell(spec.id, ConnectionsModel::State), u"Not connected"_s);
        QVERIFY(rig.connections->sessions().isEmpty());
        rig.table->selectKey(spec.id);
        QTRY_VERIFY(rig.action("connect")->isEnabled());
        QVERIFY(!rig.action("remove")->isEnabled());
        QVERIFY(rig.action("remove")->toolTip().contains(u"DOCKER_HOST"_s));
        QVERIFY(!rig.action("disconnect")->isEnabled());
        QVERIFY(rig.connections->sessions().isEmpty()); // looking at it is no contact
    }

    void enterAndDoubleClickConnect()
    {
        ConnectionsRig rig;
        const auto spec = rig.add(u"one"_s, u"unix:///nowhere/one.sock"_s);
        show(rig);
        QSignalSpy asked(rig.pane.get(), &ConnectionsPane::connectRequested);
        rig.table->selectKey(spec.id);
        rig.table->setFocus();
        QTRY_VERIFY(rig.action("connect")->isEnabled());
        QTest::keyClick(rig.table, Qt::Key_Return);
        QCOMPARE(asked.size(), 1);
        QCOMPARE(asked.first().first().toString(), spec.id);
        const QRect row = rig.table->visualRect(rig.table->currentIndex());
        QTest::mouseClick(rig.table->viewport(), Qt::LeftButton, {}, row.center());
        QTest::mouseDClick(rig.table->viewport(), Qt::LeftButton, {}, row.center());
        QCOMPARE(asked.size(), 2);
    }

    void severalAreShownTogether()
    {
        ConnectionsRig rig({{u"DOCKER_HOST"_s, u"ssh://me@far"_s}});
        const QString far = rig.connections->all().first().id;
        QVERIFY(!rig.connections->all().first().isSupported());
        const QString one = rig.add(u"one"_s, u"unix:///nowhere/one.sock"_s).id;
        const QString two = rig.add(u"two"_s, u"unix:///nowhere/two.sock"_s).id;
        show(rig);
        QSignalSpy asked(rig.pane.get(), &ConnectionsPane::togetherRequested);
        QSignalSpy alone(rig.pane.get(), &ConnectionsPane::connectRequested);
        ActionButton* button = nullptr;
        for (auto* each : rig.frame->findChildren<ActionButton*>())
            button = each->text() == rig.action("together")->text() ? each : button;
        QVERIFY(button);
        const auto select = [&](const QStringList& ids) {
            rig.table->clearSelection();
            for (const QString& id : ids)
                rig.table->selectionModel()->select(
                    rig.table->rowModel()->index(rig.table->rowModel()->rowOf(id), 0),
                    QItemSelectionModel::Select | QItemSelectionModel::Rows);
        };
        select({one});
        QVERIFY(!rig.action("together")->isEnabled());
        QVERIFY(rig.action("together")->toolTip().contains(u"two or more"_s));
        QVERIFY(!button->isVisible());
        QVERIFY(rig.pane->paletteActions().contains(rig.action("together")));

        select({one, two});
        QTRY_VERIFY(button->isVisible() && button->isEnabled());
        for (const char* name : {"connect", "disconnect", "test", "edit", "remove", "copyAddress"})
            QVERIFY2(!rig.action(name)->isEnabled(), name); // of which?
        QTest::mouseClick(button, Qt::LeftButton);
        QCOMPARE(asked.size(), 1);
        const QStringList ids = asked.first().first().toStringList();
        QCOMPARE(QSet<QString>(ids.cbegin(), ids.cend()), (QSet<QString>{one, two}));
        rig.table->setFocus();
        QTest::keyClick(rig.table, Qt::Key_Return);
        QCOMPARE(asked.size(), 2);
        QVERIFY(alone.isEmpty());

        // A row that Ctrl+click takes away again is the current one, and is not what is acted on.
        rig.table->selectionModel()->setCurrentIndex(
            rig.table->rowModel()->index(rig.table->rowModel()->rowOf(two), 0),
            QItemSelectionModel::Deselect | QItemSelectionModel::Rows);
        QCOMPARE(rig.table->currentKey(), two);
        QTRY_VERIFY(rig.action("copyAddress")->isEnabled());
        rig.action("copyAddress")->trigger();
        QCOMPARE(QGuiApplication::clipboard()->text(), u"unix:///nowhere/one.sock"_s);

        select({one, far});
        QVERIFY(!rig.action("together")->isEnabled());
        QVERIFY(rig.action("together")->toolTip().contains(u"ssh"_s));
        QVERIFY(rig.connections->sessions().isEmpty()); // whoever shows them opens them
    }

    void aSessionsStateIsShown()
    {
        ConnectionsRig rig;
        const auto spec = rig.add(u"one"_s, u"unix:///nowhere/one.sock"_s);
        show(rig);
        connect(rig.pane.get(), &ConnectionsPane::connectRequested, rig.pane.get(), [&](const QString& id) {
            session::Session* session = rig.connections->session(id);
            session->open();
            rig.pane->setSession(session);
        });
        rig.table->selectKey(spec.id);
        QTRY_VERIFY(rig.action("connect")->isEnabled());
        rig.action("connect")->trigger();
        QTRY_COMPARE(rig.cell(spec.id, ConnectionsModel::State), u"Failed"_s);
        QCOMPARE(rig.pane->badge(), 1);
        rig.table->setFocus();
        QTest::keyClick(rig.table, Qt::Key_Space);
        auto* error = rig.pane->findChild<ErrorBox*>(u"connectionError"_s);
        QTRY_VERIFY(error->isVisible());
        QVERIFY2(error->text().contains(u"/nowhere/one.sock"_s), qPrintable(error->text()));
        rig.action("disconnect")->trigger();
        QTRY_COMPARE(rig.cell(spec.id, ConnectionsModel::State), u"Not connected"_s);
        QCOMPARE(rig.pane->badge(), 0);
        rig.pane->setSession(nullptr);
    }

    void aTestThatFailsSaysWhyAndWhatHelps()
    {
        ConnectionsRig rig;
        const auto spec = rig.add(u"one"_s, u"unix:///nowhere/one.sock"_s);
        show(rig);
        rig.table->selectKey(spec.id);
        QTRY_VERIFY(rig.action("test")->isEnabled());
        QTest::keyClick(rig.pane.get(), Qt::Key_T, Qt::ControlModifier);
        auto* error = rig.pane->findChild<ErrorBox*>(u"testError"_s);
        QTRY_VERIFY(error->isVisible());
        QVERIFY2(error->text().contains(u"/nowhere/one.sock"_s), qPrintable(error->text()));
        QVERIFY(!error->error()->advice().isEmpty());
        QVERIFY(rig.connections->sessions().isEmpty());
    }

    void addIsCheckedWhileTyped()
    {
        ConnectionsRig rig;
        show(rig);
        QTest::keyClick(rig.pane.get(), Qt::Key_N, Qt::ControlModifier);
        auto* dialog = rig.pane->findChild<ConnectionDialog*>();
        QVERIFY(dialog);
        auto* name = dialog->findChild<QLineEdit*>(u"connectionName"_s);
        auto* address = dialog->findChild<QLineEdit*>(u"connectionAddress"_s);
        auto* hint = dialog->findChild<QLabel*>(u"addressHint"_s);
        auto* save = dialog->findChild<QPushButton*>(u"dialogSave"_s);
        auto* ca = dialog->findChild<QLineEdit*>(u"caFile"_s);
        QVERIFY(!save->isEnabled());
        QVERIFY(hint->text().contains(u"unix:///"_s));
        QVERIFY(!ca->isVisible());
        QTest::keyClicks(address, u"what is this"_s);
        QVERIFY(!hint->text().contains(u"Examples"_s));
        QVERIFY(!save->isEnabled());
        address->clear();
        QTest::keyClicks(address, u"tcp://192.0.2.1:2376"_s);
        QVERIFY(ca->isVisible());
        QVERIFY(!save->isEnabled()); // no name yet
        QTest::keyClicks(name, u"rack"_s);
        QVERIFY(save->isEnabled());
        QTest::keyClicks(ca, u"/no/such/ca.pem"_s);
        QVERIFY(!save->isEnabled());
        QVERIFY(dialog->findChild<QLabel*>(u"tlsHint"_s)->text().contains(u"/no/such/ca.pem"_s));
        ca->clear();
        address->clear();
        QTest::keyClicks(address, u"/run/other.sock"_s);
        QVERIFY(!ca->isVisible());
        QTest::mouseClick(dialog->findChild<QCheckBox*>(u"markReadOnly"_s), Qt::LeftButton, {}, QPoint(8, 8));
        QVERIFY(QTest::qWaitForWindowActive(dialog));
        QTest::keyClick(name, Qt::Key_Return);
        QTRY_COMPARE(rig.connections->all().size(), qsizetype(1));
        const auto spec = rig.connections->all().first();
        QCOMPARE(spec.name, u"rack"_s);
        QCOMPARE(spec.address, u"unix:///run/other.sock"_s);
        QVERIFY(spec.readOnly);
        QCOMPARE(rig.cell(spec.id, ConnectionsModel::Marks), u"Read-only"_s);
        QTRY_COMPARE(rig.table->currentKey(), spec.id);
    }

    void aTakenNameIsSaidBesideTheName()
    {
        ConnectionsRig rig;
        rig.add(u"one"_s, u"unix:///nowhere/one.sock"_s);
        show(rig);
        rig.action("add")->trigger();
        auto* dialog = rig.pane->findChild<ConnectionDialog*>();
        dialog->findChild<QLineEdit*>(u"connectionAddress"_s)->setText(u"/run/b.sock"_s);
        dialog->findChild<QLineEdit*>(u"connectionName"_s)->setText(u"one"_s);
        const QString before = dialog->findChild<QLabel*>(u"addressHint"_s)->text();
        QVERIFY(!dialog->findChild<QPushButton*>(u"dialogSave"_s)->isEnabled());
        QVERIFY(dialog->findChild<QLabel*>(u"nameHint"_s)->text().contains(u"has it"_s));
        QVERIFY(before.contains(u"socket"_s));
        dialog->reject();
    }

    void removingAsksAndProductionWantsTheName()
    {
        ConnectionsRig rig;
        const auto spec = rig.add(u"one"_s, u"unix:///nowhere/one.sock"_s);
        show(rig);
        rig.table->selectKey(spec.id);
        QTRY_VERIFY(rig.action("remove")->isEnabled());
        rig.action("markProduction")->trigger();
        QVERIFY(rig.connections->find(spec.id)->production);
        rig.action("remove")->trigger();
        auto* question = rig.pane->findChild<ConfirmDialog*>();
        QVERIFY(question);
        auto* yes = question->findChild<QPushButton*>(u"confirmYes"_s);
        QVERIFY(!yes->isEnabled());
        QTest::keyClicks(question->findChild<QLineEdit*>(u"confirmName"_s), u"one"_s);
        QTest::mouseClick(yes, Qt::LeftButton);
        QTRY_VERIFY(!rig.connections->find(spec.id));
        QTRY_COMPARE(rig.frame->face(), PaneFrame::Face::Empty);
    }

    void ofFoundOnesOnlyTheMarksChange()
    {
        ConnectionsRig rig({{u"DOCKER_HOST"_s, u"unix:///nowhere/docker.sock"_s}});
        const auto spec = rig.connections->all().first();
        show(rig);
        rig.table->selectKey(spec.id);
        QTRY_VERIFY(rig.action("edit")->isEnabled());
        rig.action("edit")->trigger();
        auto* dialog = rig.pane->findChild<ConnectionDialog*>();
        QVERIFY(!dialog->findChild<QLineEdit*>(u"connectionAddress"_s)->isEnabled());
        dialog->findChild<QCheckBox*>(u"markProduction"_s)->setChecked(true);
        QTest::mouseClick(dialog->findChild<QPushButton*>(u"dialogSave"_s), Qt::LeftButton);
        QTRY_VERIFY(rig.connections->find(spec.id)->production);
        QCOMPARE(rig.connections->find(spec.id)->address, spec.address);
    }

    void recordingIsSwitchedAndShown()
    {
        ConnectionsRig rig({{u"DOCKER_HOST"_s, u"unix:///nowhere/docker.sock"_s}});
        const QString id = rig.connections->all().first().id;
        show(rig);
        rig.table->selectKey(id);
        QTRY_VERIFY(rig.action("recordAlways")->isEnabled());
        QVERIFY(!rig.action("recordAlways")->isChecked());
        QVERIFY(rig.pane->paletteActions().contains(rig.action("recordAlways")));
        QVERIFY(rig.cell(id, ConnectionsModel::Recorded).isEmpty());

        rig.action("recordAlways")->trigger();
        QVERIFY(rig.host.kept->isMarked(id));
        QTRY_COMPARE(rig.cell(id, ConnectionsModel::Recorded), u"Waiting"_s);
        QVERIFY(rig.action("recordAlways")->isChecked());

        // Whoever changes it, the table follows.
        rig.host.kept->setMarked(id, false);
        QTRY_VERIFY(rig.cell(id, ConnectionsModel::Recorded).isEmpty());
        QVERIFY(!rig.action("recordAlways")->isChecked());
    }

    void brokenFilesAreNamed()
    {
        ConnectionsRig rig({{u"DOCKER_HOST"_s, u"unix:///nowhere/docker.sock"_s}},
                           {{u".docker/config.json"_s, "{ this is <b>no</b> JSON"}});
        show(rig);
        QVERIFY(!rig.connections->notes().isEmpty());
        auto* card = rig.pane->findChild<QWidget*>(u"notesCard"_s);
        QVERIFY(card->isVisible());
        bool named = false;
        for (const auto* label : card->findChildren<ElidedLabel*>())
            named = named || label->fullText().contains(u"config.json"_s);
        QVERIFY(named);
    }

    void hostileNamesArePlain()
    {
        ConnectionsRig rig;
        const QString name = u"<b>x</b>\u202Eevil"_s + QString(60, u'n');
        const auto spec = rig.add(name, u"unix:///nowhere/<i>a</i>.sock"_s);
        QVERIFY(!spec.id.isEmpty());
        show(rig);
        QVERIFY(rig.cell(spec.id, ConnectionsModel::Name).startsWith(u"<b>x</b>"_s));
        QVERIFY(!rig.cell(spec.id, ConnectionsModel::Name).contains(QChar(0x202E)));
        rig.table->selectKey(spec.id);
        rig.table->setFocus();
        QTRY_VERIFY(rig.action("showDetails")->isEnabled());
        QTest::keyClick(rig.table, Qt::Key_Space);
        auto* facts = rig.pane->findChild<FactList*>(u"connectionFacts"_s);
        QTRY_COMPARE(facts->value(u"address"_s), spec.address);
        for (const auto* label : rig.pane->findChildren<QLabel*>())
            QVERIFY(label->textFormat() == Qt::PlainText || !label->text().contains(u'<'));
        rig.action("copyAddress")->trigger();
        QCOMPARE(QGuiApplication::clipboard()->text(), spec.address);
    }

    void filterAndPalette()
    {
        ConnectionsRig rig;
        rig.add(u"one"_s, u"unix:///nowhere/one.sock"_s);
        rig.add(u"two"_s, u"tcp://192.0.2.7:2376"_s);
        show(rig);
        rig.pane->focusFilter();
        QTest::keyClicks(rig.frame->filterEdit(), u"192.0"_s);
        QTRY_COMPARE(rig.table->rowModel()->shown(), 1);
        rig.frame->filterEdit()->setText(u"nothing like it"_s);
        QTRY_COMPARE(rig.frame->face(), PaneFrame::Face::Empty);
        QTest::keyClick(rig.frame->filterEdit(), Qt::Key_Escape);
        QTRY_COMPARE(rig.table->rowModel()->shown(), 2);
        for (const QAction* each : rig.pane->paletteActions())
            QVERIFY(!each->text().isEmpty());
    }

    void keepRunningIsASetting()
    {
        ConnectionsRig rig({{u"DOCKER_HOST"_s, u"unix:///nowhere/docker.sock"_s}});
        show(rig);
        auto* keep = rig.pane->findChild<QCheckBox*>(u"keepEmbedded"_s);
        QVERIFY(keep->isVisible());
        const bool before = rig.embedded->keepsRunning();
        keep->click();
        QCOMPARE(rig.embedded->keepsRunning(), !before);
        QCOMPARE(rig.settings->get(settings::key::keepEmbedded), !before);
    }

    void withoutPodmanItSaysWhichPackage()
    {
        const QByteArray path = qgetenv("PATH");
        qputenv("PATH", "/nonexistent");
        {
            ConnectionsRig rig({{u"DOCKER_HOST"_s, u"unix:///nowhere/docker.sock"_s}});
            show(rig);
            QVERIFY(!rig.action("startEmbedded")->isEnabled());
            QVERIFY2(rig.action("startEmbedded")->toolTip().contains(u"podman"_s),
                     qPrintable(rig.action("startEmbedded")->toolTip()));
            auto* error = rig.pane->findChild<ErrorBox*>(u"embeddedError"_s);
            QVERIFY(error->isVisible());
            QVERIFY2(error->text().contains(u"apt"_s), qPrintable(error->text()));
        }
        qputenv("PATH", path);
    }

    void aKubeconfigFromElsewhere()
    {
        ConnectionsRig rig({}, {{u"customer.yaml"_s, kubeconfig}});
        show(rig);
        rig.action("addKubeconfig")->trigger();
        auto* files = rig.pane->findChild<QFileDialog*>(u"kubeconfigFiles"_s);
        QVERIFY(files);
        const QString path = rig.dir.filePath(u"customer.yaml"_s);
        Q_EMIT files->fileSelected(path);
        files->close();
        QCOMPARE(rig.connections->all().size(), 1);
        const auto spec = rig.connections->all().first();
        QTRY_COMPARE(rig.table->currentKey(), spec.id);
        auto* access = rig.pane->findChild<FactList*>(u"connectionAccess"_s);
        rig.pane->activateWindow(); // offscreen, a dialog that closes leaves none active
        QVERIFY(QTest::qWaitForWindowActive(rig.pane.get()));
        rig.table->setFocus();
        QTRY_VERIFY(rig.action("showDetails")->isEnabled());
        QTest::keyClick(rig.table, Qt::Key_Space);
        QTRY_VERIFY(access->isVisible());
        QVERIFY2(access->value(u"tls"_s).contains(u"not checked"_s), qPrintable(access->value(u"tls"_s)));

        // The namespaces to look at, by hand.
        QTRY_VERIFY(rig.action("nameSpaces")->isEnabled());
        rig.action("nameSpaces")->trigger();
        auto* dialog = rig.pane->findChild<NamespacesDialog*>();
        QVERIFY(dialog);
        auto* names = dialog->findChild<QPlainTextEdit*>(u"namespaceNames"_s);
        auto* save = dialog->findChild<QPushButton*>(u"namespacesSave"_s);
        names->setPlainText(u"Not_A_Name"_s);
        save->click();
        QVERIFY(dialog->isVisible());
        QVERIFY(dialog->findChild<ErrorBox*>()->text().contains(u"Not_A_Name"_s));
        names->setPlainText(u" shop\n\nblog, shop"_s);
        save->click();
        QVERIFY(!dialog->isVisible());
        QCOMPARE(rig.connections->find(spec.id)->nameSpaces, QStringList({u"shop"_s, u"blog"_s}));

        // And it is forgotten, with a question.
        QTRY_VERIFY(rig.action("remove")->isEnabled());
        rig.action("remove")->trigger();
        auto* question = rig.pane->findChild<ConfirmDialog*>();
        QVERIFY(question);
        question->findChild<QPushButton*>(u"confirmYes"_s)->click();
        QVERIFY(rig.connections->all().isEmpty());
        QVERIFY(QFile::exists(path));
    }

    void aFileThatIsNoKubeconfigSaysWhy()
    {
        ConnectionsRig rig({}, {{u"notes.txt"_s, "just words"}});
        show(rig);
        rig.action("addKubeconfig")->trigger();
        auto* files = rig.pane->findChild<QFileDialog*>(u"kubeconfigFiles"_s);
        Q_EMIT files->fileSelected(rig.dir.filePath(u"notes.txt"_s));
        files->close();
        QVERIFY(rig.connections->all().isEmpty());
        QCOMPARE(rig.host.notices.size(), 1);
        QVERIFY2(rig.host.notices.first().contains(u"notes.txt"_s), qPrintable(rig.host.notices.first()));
    }

    void turkishAtRunTime()
    {
        ConnectionsRig rig({{u"DOCKER_HOST"_s, u"unix:///nowhere/docker.sock"_s}});
        show(rig);
        QTranslator turkish;
        QVERIFY(turkish.load(u":/i18n/kaptan_tr.qm"_s));
        QCoreApplication::installTranslator(&turkish);
        QTRY_COMPARE(rig.action("add")->text(), u"Ekle …"_s);
        QCOMPARE(rig.cell(rig.connections->all().first().id, ConnectionsModel::State), u"Bağlı değil"_s);
        QCoreApplication::removeTranslator(&turkish);
        QTRY_COMPARE(rig.action("add")->text(), u"Add …"_s);
    }

private:
    void show(ConnectionsRig& rig)
    {
        rig.pane->show();
        QVERIFY(QTest::qWaitForWindowActive(rig.pane.get()));
    }
};

QTEST_MAIN(TestConnectionsPane)
#include "tst_connections_pane.moc"
