#include "app/session/sample.h"
#include "rig.h"
#include "ui/common/pane_frame.h"
#include "ui/common/table_view.h"
#include "ui/shell/developer_panel.h"
#include "ui/shell/key_list.h"
#include "ui/shell/list_popup.h"
#include "ui/shell/sidebar.h"
#include "ui/shell/status_bar.h"
#include "ui/shell/top_bar.h"
#include "ui/shell/welcome.h"

#include <QComboBox>
#include <QLabel>
#include <QSignalSpy>
#include <QTest>

using namespace kaptan;
using namespace kaptan::ui;
using session::Phase;

class TestMainWindow : public QObject
{
    Q_OBJECT
private Q_SLOTS:

    void withoutAnEngineItWelcomes()
    {
        Rig rig;
        rig.app->start();
        MainWindow& window = rig.window();
        QVERIFY(window.showsWelcome());
        rig.shot("welcome");
        auto* add = window.findChild<QPushButton*>(QStringLiteral("welcomeAdd"));
        add->click();
        QCOMPARE(window.currentPane(), QStringLiteral("connections"));
        QVERIFY(!window.showsWelcome());
        for (QWidget* top : QApplication::topLevelWidgets())
            if (top != &window && top->isVisible())
                top->close(); // the form
        window.openPane(QStringLiteral("logs"));
        QVERIFY(window.showsWelcome());
        window.openPane(QStringLiteral("settings"));
        QVERIFY(!window.showsWelcome());
        rig.shot("settings");
    }

    void everyPaneOpensByItsKeyAndByTheSidebar()
    {
        Rig rig;
        rig.session.setWorkloads({test::makeWorkload(QStringLiteral("web"), 3)});
        rig.show();
        MainWindow& window = rig.window();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        const QStringList panes{QStringLiteral("overview"),    QStringLiteral("cluster"),
                                QStringLiteral("deployments"), QStringLiteral("logs"),
                                QStringLiteral("events"),      QStringLiteral("reports"),
                                QStringLiteral("connections"), QStringLiteral("settings")};
        for (int i = 0; i < panes.size(); ++i) {
            QTest::keyClick(&window, Qt::Key(Qt::Key_1 + i), Qt::ControlModifier);
            QCOMPARE(window.currentPane(), panes[i]);
            QVERIFY2(window.pane(panes[i])->isVisible(), qPrintable(panes[i]));
            QVERIFY(window.sidebar()->button(panes[i])->isChecked());
            QVERIFY(!window.pane(panes[i])->title().isEmpty());
        }
        for (const QString& id : panes) {
            QTest::mouseClick(window.sidebar()->button(id), Qt::LeftButton);
            QCOMPARE(window.currentPane(), id);
        }
        window.openPane(QStringLiteral("no such pane"));
        QCOMPARE(window.currentPane(), QStringLiteral("settings"));
    }

    void everyShortcutIsUnambiguousInEveryPane()
    {
        Rig rig;
        rig.show();
        MainWindow& window = rig.window();
        QHash<QKeySequence, QString> taken;
        for (const QAction* action : window.actions())
            for (const QKeySequence& keys : action->shortcuts())
                taken.insert(keys, action->objectName());
        for (const char* id : {"cluster", "deployments", "logs", "events", "connections", "settings"}) {
            const Pane* pane = window.pane(QString::fromLatin1(id));
            for (const QAction* action : pane->findChildren<QAction*>())
                for (const QKeySequence& keys : action->shortcuts())
                    QVERIFY2(!taken.contains(keys),
                             qPrintable(QLatin1String(id) + u' ' + action->text() + u' ' + keys.toString()));
        }
    }

    void theTableHasTheFocusAsSoonAsItIsThere()
    {
        Rig rig;
        rig.session.setPhase(Phase::Connecting);
        rig.show();
        MainWindow& window = rig.window();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        QVERIFY(!qobject_cast<QPushButton*>(window.focusWidget()));
        rig.session.setWorkloads({test::makeWorkload(QStringLiteral("web"), 3)});
        rig.session.setPhase(Phase::Live);
        QTRY_VERIFY(qobject_cast<TableView*>(window.focusWidget()));
        // what somebody types is not taken away by data
        QTest::keyClick(&window, Qt::Key_Slash);
        rig.session.setPhase(Phase::Reconnecting);
        rig.session.setPhase(Phase::Live);
        QVERIFY(qobject_cast<QLineEdit*>(window.focusWidget()));
    }

    void anEmptyEngineIsOfferedASample()
    {
        if (session::Sample::whyUnavailable())
            QSKIP("there is no static busybox on this machine to make the sample from");
        Rig rig;
        rig.session.setWorkloads({test::makeWorkload(QStringLiteral("web"), 3)});
        rig.show();
        MainWindow& window = rig.window();
        auto* offer = window.findChild<OfferBar*>();
        QVERIFY(!offer->isVisible());
        rig.session.take(QStringLiteral("deployment:web"));
        QTRY_VERIFY(offer->isVisible());
        window.openPane(QStringLiteral("events"));
        QVERIFY(!offer->isVisible());
        window.openPane(QStringLiteral("deployments"));
        QVERIFY(offer->isVisible());
        rig.session.put(test::makeWorkload(QStringLiteral("db")));
        QTRY_VERIFY(!offer->isVisible());
        rig.session.take(QStringLiteral("deployment:db"));
        QTRY_VERIFY(offer->isVisible());
        offer->findChild<QPushButton*>(QStringLiteral("offerDecline"))->click();
        QVERIFY(!offer->isVisible());
        rig.session.setPhase(Phase::Reconnecting);
        rig.session.setPhase(Phase::Live);
        QVERIFY(!offer->isVisible());
    }

    void slashGoesToTheFilter()
    {
        Rig rig;
        rig.session.setWorkloads({test::makeWorkload(QStringLiteral("web"), 3)});
        rig.show();
        MainWindow& window = rig.window();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        window.openPane(QStringLiteral("deployments"));
        QTest::keyClick(&window, Qt::Key_Slash);
        auto* filter = qobject_cast<QLineEdit*>(QApplication::focusWidget());
        QVERIFY(filter && window.pane(QStringLiteral("deployments"))->isAncestorOf(filter));
        QTest::keyClick(filter, Qt::Key_Slash);
        QCOMPARE(filter->text(), QStringLiteral("/")); // typed, not a shortcut
    }

    void theStatusBarSaysTheTruth()
    {
        Rig rig;
        rig.session.setWorkloads(
            {test::makeWorkload(QStringLiteral("web"), 3), test::makeWorkload(QStringLiteral("db"))});
        rig.show();
        StatusBar* status = rig.window().statusBar();
        QCOMPARE(status->stateText(), QStringLiteral("live"));
        QCOMPARE(status->engineText(), QStringLiteral("Docker 20.10.24 · 2 deployments · 4 containers"));
        rig.session.put(test::makeWorkload(QStringLiteral("cart"), 2));
        QTRY_COMPARE(status->engineText(), QStringLiteral("Docker 20.10.24 · 3 deployments · 6 containers"));
        rig.session.setPhase(
            Phase::Reconnecting,
            Error(TransportError{TransportError::Kind::Refused, QStringLiteral("/run/x.sock"), {}}));
        QVERIFY(status->stateText().startsWith(QStringLiteral("reconnecting, stale since")));
        rig.shot("stale");
        QTest::keyClick(&rig.window(), Qt::Key_F5);
        QVERIFY(rig.session.actions.contains(QStringLiteral("retry")));
        rig.session.setPhase(Phase::Failed, Error(TransportError{}));
        QVERIFY(status->stateText().startsWith(QStringLiteral("failed")));
        rig.window().setSession(nullptr);
        QCOMPARE(status->stateText(), QStringLiteral("no connection"));
    }

    void productionAndReadOnlyAreSeen()
    {
        Rig rig;
        session::ConnectionSpec spec = rig.session.spec();
        spec.name = QStringLiteral("shop-prod & <b>bold</b>");
        spec.production = true;
        rig.session.setSpec(spec);
        rig.show();
        rig.window().resize(1366, 768);
        QCoreApplication::processEvents();
        const QImage picture = rig.window().grab().toImage();
        QCOMPARE(picture.pixelColor(700, 1), Style::instance().tone(Tone::Error).fg);
        rig.shot("production");
    }

    void aTaskIsShownCancelledAndTold()
    {
        Rig rig;
        rig.show();
        MainWindow& window = rig.window();
        QPromise<Result<void>> promise;
        promise.start();
        promise.setProgressRange(0, 23);
        window.runTask(QStringLiteral("Restart web"), QStringLiteral("web was restarted"), promise.future(),
                       QStringLiteral("deployments"), {});
        promise.setProgressValueAndText(11, QStringLiteral("web-11"));
        auto* button = window.findChild<QPushButton*>(QStringLiteral("statusTask"));
        QTRY_VERIFY(button->text().contains(QStringLiteral("11 of 23")));
        QTest::mouseClick(button, Qt::LeftButton);
        auto* popup = window.findChild<TaskPopup*>();
        QVERIFY(popup->isVisible());
        auto* cancel = popup->findChild<QPushButton*>(QStringLiteral("cancelTask"));
        QVERIFY(cancel);
        cancel->click();
        QCOMPARE(window.tasks().tasks().first().state, Task::State::Cancelling);
        QVERIFY(promise.isCanceled());
        promise.addResult(Result<void>(failure(Cancelled{})));
        promise.finish();
        QTRY_COMPARE(window.tasks().tasks().first().state, Task::State::Cancelled);
        QCOMPARE(window.notifications().all().size(), 1);
        QVERIFY(window.notifications().all().first().title.contains(QStringLiteral("Restart web")));
        popup->close();

        window.runTask(QStringLiteral("Scale"), QStringLiteral("done"),
                       readyFuture(Result<void>(failure(EngineError{500, QStringLiteral("no room"), {}}))));
        QTRY_COMPARE(window.notifications().all().size(), 2);
        QVERIFY(window.notifications().all().first().title.contains(QStringLiteral("no room")));
        QCOMPARE(window.notifications().all().first().severity, PaneHost::Severity::Error);
    }

    void aDroppedPromiseEndsItsTask()
    {
        Rig rig;
        rig.show();
        {
            QPromise<Result<void>> promise;
            promise.start();
            rig.window().runTask(QStringLiteral("x"), QStringLiteral("y"), promise.future());
        }
        QTRY_COMPARE(rig.window().tasks().active(), 0);
    }

    void notificationsLeadToTheirResult()
    {
        Rig rig;
        rig.show();
        MainWindow& window = rig.window();
        window.openPane(QStringLiteral("events"));
        window.notify(PaneHost::Severity::Success, QStringLiteral("<b>web</b> was deployed"),
                      QStringLiteral("3 of 3 ready"), QStringLiteral("deployments"));
        auto* toast = window.findChild<Toast*>();
        QVERIFY(toast->isVisible());
        rig.shot("toast");
        QCOMPARE(window.notifications().unread(), 1);
        QTest::mouseClick(toast, Qt::LeftButton, {}, QPoint(100, 20));
        QCOMPARE(window.currentPane(), QStringLiteral("deployments"));
        QVERIFY(!toast->isVisible());
        auto* bell = window.findChild<QPushButton*>(QStringLiteral("bell"));
        bell->click();
        auto* popup = window.findChild<NotificationPopup*>();
        QVERIFY(popup->isVisible());
        QCOMPARE(window.notifications().unread(), 0);
        const QString shots = qEnvironmentVariable("KAPTAN_SHOTS");
        if (!shots.isEmpty())
            popup->grab().save(shots + QStringLiteral("/shell-notifications.png"));
        popup->close();
    }

    void quittingAsksWhileTasksRun()
    {
        Rig rig;
        rig.show();
        MainWindow& window = rig.window();
        QPromise<Result<void>> promise;
        promise.start();
        window.runTask(QStringLiteral("Long"), QStringLiteral("done"), promise.future());
        window.close();
        QVERIFY(window.isVisible());
        auto* dialog = window.findChild<QDialog*>(QStringLiteral("confirmDialog"));
        QVERIFY(dialog && dialog->isVisible());
        dialog->findChild<QPushButton*>(QStringLiteral("confirmYes"))->click();
        QVERIFY(!window.isVisible());
        QVERIFY(promise.isCanceled());
        promise.finish();
    }

    void languageChangesWhileItRuns()
    {
        Rig rig;
        rig.session.setWorkloads({test::makeWorkload(QStringLiteral("web"), 3, 2)});
        rig.show();
        MainWindow& window = rig.window();
        window.resize(1366, 768);
        window.openPane(QStringLiteral("deployments"));
        QCOMPARE(window.sidebar()->button(QStringLiteral("settings"))->text(), QStringLiteral("Settings"));
        QVERIFY(rig.app->settings().set(settings::key::language, QStringLiteral("tr_TR")));
        QTRY_COMPARE(window.sidebar()->button(QStringLiteral("settings"))->text(), QStringLiteral("Ayarlar"));
        QCOMPARE(window.statusBar()->stateText(), QStringLiteral("canlı"));
        for (const char* id : {"cluster", "deployments", "logs", "events", "connections", "settings"}) {
            const Pane* pane = window.pane(QString::fromLatin1(id));
            const auto* frame = pane->findChild<PaneFrame*>();
            QVERIFY2(frame, id);
            QTRY_COMPARE(frame->accessibleName(), pane->title());
        }
        TableView* table = nullptr; // not the ones in the closed drawer
        for (auto* view : window.pane(QStringLiteral("deployments"))->findChildren<TableView*>())
            table = view->isVisible() ? view : table;
        QVERIFY(table);
        QCOMPARE(table->model()->headerData(0, Qt::Horizontal).toString(), QStringLiteral("Ad"));
        rig.shot("turkish");
        QVERIFY(rig.app->settings().set(settings::key::language, QStringLiteral("en")));
        QTRY_COMPARE(window.sidebar()->button(QStringLiteral("settings"))->text(),
                     QStringLiteral("Settings"));
    }

    void nothingIsCutOff_data()
    {
        QTest::addColumn<QSize>("size");
        QTest::addColumn<QString>("language");
        for (const char* language : {"en", "tr_TR"}) {
            QTest::addRow("1366 %s", language) << QSize(1366, 768) << QString::fromLatin1(language);
            QTest::addRow("900 %s", language) << QSize(900, 560) << QString::fromLatin1(language);
        }
    }

    void nothingIsCutOff()
    {
        QFETCH(QSize, size);
        QFETCH(QString, language);
        Rig rig;
        QVERIFY(rig.app->settings().set(settings::key::language, language));
        QVector<workload::Workload> workloads;
        for (int i = 0; i < 30; ++i)
            workloads << test::makeWorkload(QStringLiteral("workload-number-%1").arg(i), 3, 3 - i % 4);
        rig.session.setWorkloads(workloads);
        rig.show();
        MainWindow& window = rig.window();
        window.resize(size);
        QCOMPARE(window.size(), size); // no pane's minimum is larger
        for (const char* id : {"deployments", "cluster", "logs", "events", "connections", "settings"}) {
            window.openPane(QString::fromLatin1(id));
            QCoreApplication::processEvents();
            QCOMPARE(window.size(), size);
            for (const QPushButton* button : window.findChildren<QPushButton*>())
                if (button->isVisible() && !button->text().isEmpty() && button->parentWidget())
                    QVERIFY2(button->width() + 1 >= button->fontMetrics().horizontalAdvance(
                                                        QString(button->text()).remove(u'&')) ||
                                 button->objectName() == QLatin1String("paletteField"),
                             qPrintable(QLatin1String(id) + u' ' + button->text()));
            rig.shot(qPrintable(
                QStringLiteral("%1-%2-%3").arg(QLatin1String(id)).arg(size.width()).arg(language)));
        }
    }

    void everythingThatTakesFocusHasAName()
    {
        Rig rig;
        rig.session.setWorkloads({test::makeWorkload(QStringLiteral("web"), 3)});
        rig.show();
        QStringList nameless;
        for (const char* id : {"deployments", "cluster", "logs", "events", "connections", "settings"}) {
            rig.window().openPane(QString::fromLatin1(id));
            QCoreApplication::processEvents();
            for (const QWidget* widget : rig.window().findChildren<QWidget*>()) {
                if (!widget->isVisible() || !(widget->focusPolicy() & Qt::TabFocus) ||
                    widget->objectName().startsWith(QLatin1String("qt_")))
                    continue;
                const auto* button = qobject_cast<const QAbstractButton*>(widget);
                if (widget->accessibleName().isEmpty() && !(button && !button->text().isEmpty()) &&
                    !widget->inherits("QTabBar") && !widget->inherits("QHeaderView") &&
                    !widget->inherits("QScrollBar") && !widget->inherits("QScrollArea"))
                    nameless << QLatin1String(id) + u' ' + QLatin1String(widget->metaObject()->className()) +
                                    u' ' + widget->objectName();
            }
        }
        nameless.removeDuplicates();
        QVERIFY2(nameless.isEmpty(), qPrintable(nameless.join(u'\n')));
    }

    void theSidebarShrinks()
    {
        Rig rig;
        rig.show();
        MainWindow& window = rig.window();
        window.resize(1366, 768);
        QVERIFY(QTest::qWaitForWindowActive(&window));
        QVERIFY(!window.sidebar()->isCollapsed());
        QTest::keyClick(&window, Qt::Key_B, Qt::ControlModifier);
        QVERIFY(window.sidebar()->isCollapsed());
        QVERIFY(rig.app->settings().get(settings::key::sidebarCollapsed));
        rig.shot("collapsed");
        QTest::keyClick(&window, Qt::Key_B, Qt::ControlModifier);
        QVERIFY(!window.sidebar()->isCollapsed());
        window.resize(920, 600); // too narrow for words
        QTRY_VERIFY(window.sidebar()->isCollapsed());
    }

    void theThemeChangesWhileItRuns()
    {
        Rig rig;
        rig.session.setWorkloads(
            {test::makeWorkload(QStringLiteral("web"), 3), test::makeWorkload(QStringLiteral("db"), 2, 0)});
        rig.show();
        rig.window().resize(1366, 768);
        rig.window().openPane(QStringLiteral("deployments"));
        for (const char* theme : {"dark", "high-contrast", "light"}) {
            QVERIFY(rig.app->settings().set(settings::key::theme, QString::fromLatin1(theme)));
            rig.shot(theme);
            const QImage picture = rig.window().grab().toImage();
            QCOMPARE(picture.pixelColor(10, 400), Style::instance().color(ColorRole::Surface)); // the sidebar
        }
    }

    void keysAreListed()
    {
        Rig rig;
        rig.show();
        QVERIFY(QTest::qWaitForWindowActive(&rig.window()));
        QTest::keyClick(&rig.window(), Qt::Key_F1);
        auto* list = rig.window().findChild<KeyList*>();
        QVERIFY(list && list->isVisible());
        const QString shots = qEnvironmentVariable("KAPTAN_SHOTS");
        if (!shots.isEmpty())
            list->grab().save(shots + QStringLiteral("/shell-keys.png"));
        list->close();
    }

    void theDeveloperPanelIsHiddenUntilAskedFor()
    {
        Rig rig;
        rig.show();
        QVERIFY(QTest::qWaitForWindowActive(&rig.window()));
        DeveloperPanel* panel = rig.window().developerPanel();
        QVERIFY(!panel->isVisible());
        QVERIFY(!panel->meter());
        QTest::keyClick(&rig.window(), Qt::Key_F12, Qt::ControlModifier | Qt::ShiftModifier);
        QVERIFY(panel->isVisible());
        QVERIFY(panel->meter());
    }

    void settingsHoldAtOnce()
    {
        Rig rig;
        rig.show();
        rig.window().openPane(QStringLiteral("settings"));
        auto* theme = rig.window().findChild<QComboBox*>(QStringLiteral("appearance/theme"));
        QVERIFY(theme);
        theme->setCurrentIndex(theme->findData(QStringLiteral("dark")));
        QVERIFY(Style::instance().isDark());
        auto* density = rig.window().findChild<QComboBox*>(QStringLiteral("appearance/density"));
        density->setCurrentIndex(density->findData(QStringLiteral("compact")));
        QCOMPARE(Style::instance().rowHeight(), 24);
        // what changes elsewhere is shown
        QVERIFY(rig.app->settings().set(settings::key::theme, QStringLiteral("light")));
        QCOMPARE(theme->currentData().toString(), QStringLiteral("light"));
        auto* filter = rig.window()
                           .pane(QStringLiteral("settings"))
                           ->findChild<QLineEdit*>(QStringLiteral("filterEdit"));
        filter->setText(QStringLiteral("LANGUAGE"));
        QVERIFY(!theme->isVisible());
        QVERIFY(rig.window().findChild<QComboBox*>(QStringLiteral("appearance/language"))->isVisible());
    }

    void anUnknownConnectionIsTold()
    {
        Rig rig;
        rig.app->start(QStringLiteral("nowhere"));
        QCOMPARE(rig.window().notifications().all().size(), 1);
        QVERIFY(rig.window().notifications().all().first().title.contains(QStringLiteral("nowhere")));
    }

    void aBrokenSettingsFileIsTold()
    {
        Rig rig("{ this is no JSON");
        rig.app->start();
        QVERIFY(rig.window().notifications().all().size() >= 1);
    }
};

int main(int argc, char** argv)
{
    QApplication app(argc, argv);
    TestMainWindow test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_main_window.moc"
