#pragma once

#include "app/workload/model.h"
#include "tests/support/patience.h"
#include "ui/common/table_view.h"
#include "ui/shell/application.h"

#include <QApplication>
#include <QComboBox>
#include <QDialog>
#include <QLineEdit>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

/// The whole program in this process, on one engine and on a configuration of its own, with what a test needs
/// to work its window. Used by the end-to-end tests, the screenshots and the bench.
class WindowDriver
{
public:
    /// Shows the window and connects to `address`; without one it finds nothing.
    explicit WindowDriver(const QString& address, const QString& name = QStringLiteral("testbed"))
        : WindowDriver(address, name, {})
    {
    }

    /// Shows the window and connects to the current context of a kubeconfig file.
    static std::unique_ptr<WindowDriver> onCluster(const QString& kubeconfig)
    {
        return std::unique_ptr<WindowDriver>(new WindowDriver({}, {}, kubeconfig));
    }

private:
    WindowDriver(const QString& address, const QString& name, const QString& kubeconfig)
    {
        kaptan::ui::Application::Options options;
        options.settingsDirectory = m_folder.filePath(QStringLiteral("config"));
        options.dataDirectory = m_folder.filePath(QStringLiteral("data"));
        kaptan::session::Surroundings nothing;
        nothing.home = m_folder.filePath(QStringLiteral("home"));
        nothing.configHome = m_folder.filePath(QStringLiteral("home/.config"));
        nothing.runtimeDir = m_folder.filePath(QStringLiteral("run"));
        nothing.root = m_folder.filePath(QStringLiteral("root"));
        if (!kubeconfig.isEmpty())
            nothing.environment.insert(QStringLiteral("KUBECONFIG"), kubeconfig);
        options.surroundings = nothing;
        m_app = std::make_unique<kaptan::ui::Application>(options);
        QString id;
        if (!address.isEmpty()) {
            kaptan::session::ConnectionSpec spec;
            spec.name = name;
            spec.address = address;
            const auto added = m_app->connections().add(spec);
            if (!added)
                qFatal("%s", qPrintable(added.error().message()));
            id = added->id;
        }
        for (const auto& spec : m_app->connections().all())
            if (id.isEmpty() && spec.isCluster())
                id = spec.id;
        m_app->start(id);
    }

public:
    kaptan::ui::Application& app() { return *m_app; }

    kaptan::ui::MainWindow* window() { return &m_app->window(); }

    kaptan::session::Session* session() { return window()->session(); }

    bool isLive() { return session() && session()->state().phase == kaptan::session::Phase::Live; }

    kaptan::ui::Pane* openPane(const QString& id)
    {
        window()->activateWindow(); // a dialog that closes leaves no active window offscreen
        if (!QTest::qWaitForWindowActive(window(), kaptan::test::slow))
            qFatal("the window does not become active");
        window()->openPane(id);
        return window()->pane(id);
    }

    kaptan::ui::TableView* table(const QString& name)
    {
        auto* found = window()->findChild<kaptan::ui::TableView*>(name);
        if (!found)
            qFatal("no table %s", qPrintable(name));
        return found;
    }

    /// A dialog that is open and visible; null otherwise.
    QDialog* dialog(const QString& name)
    {
        const auto tops = QApplication::topLevelWidgets();
        for (auto* top : tops) {
            auto* dialog = qobject_cast<QDialog*>(top);
            if (dialog && dialog->isVisible() && dialog->objectName() == name)
                return dialog;
        }
        return nullptr;
    }

    /// No long action is under way and no dialog is open.
    bool isIdle() { return QApplication::activeModalWidget() == nullptr && window()->tasks().active() == 0; }

    /// The action of the deployments pane can be done to what is selected.
    bool isEnabled(const QString& name)
    {
        const auto* action = window()->pane(QStringLiteral("deployments"))->findChild<QAction*>(name);
        return action && action->isEnabled();
    }

    /// Replaces what a field holds, by keys.
    static void type(QLineEdit* field, const QString& text)
    {
        if (!field)
            qFatal("no such field for %s", qPrintable(text));
        field->setFocus();
        field->selectAll();
        QTest::keyClicks(field, text);
    }

    void select(const QString& workloadId)
    {
        openPane(QStringLiteral("deployments"));
        table(QStringLiteral("deploymentsTable"))->selectKey(workloadId);
        table(QStringLiteral("deploymentsTable"))->setFocus();
    }

    /// What the window's table shows in the column of that id ("ready", "state"); empty where there is no
    /// such row.
    QString shown(const QString& workloadId, const QString& column)
    {
        auto* model = table(QStringLiteral("deploymentsTable"))->rowModel();
        const int row = model->rowOf(workloadId);
        for (int i = 0; row >= 0 && i < model->columns().size(); ++i) {
            if (model->columns()[i].id == column)
                return model->index(row, i).data().toString();
        }
        return {};
    }

    QString ready(const QString& workloadId) { return shown(workloadId, QStringLiteral("ready")); }

    kaptan::workload::WorkloadPtr workload(const QString& workloadId)
    {
        const auto all = session()->workloads()->workloads();
        const auto it =
            std::find_if(all.begin(), all.end(), [&](const auto& one) { return one->id == workloadId; });
        return it == all.end() ? nullptr : *it;
    }

    int restarts(const QString& workloadId)
    {
        const auto found = workload(workloadId);
        return found ? found->restarts : -1;
    }

    int missing(const QString& workloadId)
    {
        const auto found = workload(workloadId);
        return found ? found->missing() : -1;
    }

    int healthy(const QString& workloadId)
    {
        const auto found = workload(workloadId);
        return !found
                   ? -1
                   : int(std::count_if(found->instances.begin(), found->instances.end(), [](const auto& one) {
                         return one.health == kaptan::workload::Health::Healthy;
                     }));
    }

    /// What the window told its operator, and how each workload stands; for the words of a failed test.
    QString problems()
    {
        QStringList words;
        for (const auto& note : window()->notifications().all())
            words << note.title + QStringLiteral(": ") + note.text;
        for (const auto& task : window()->tasks().tasks())
            words << QStringLiteral("task %1: state %2, %3 of %4 %5")
                         .arg(task.title)
                         .arg(int(task.state))
                         .arg(task.value)
                         .arg(task.maximum)
                         .arg(task.progress);
        const auto all = session() && session()->workloads() ? session()->workloads()->workloads()
                                                             : QVector<kaptan::workload::WorkloadPtr>();
        for (const auto& one : all) {
            QString line = QStringLiteral("%1 %2/%3 state %4 %5:")
                               .arg(one->id)
                               .arg(one->ready)
                               .arg(one->desired)
                               .arg(int(one->state))
                               .arg(one->reason);
            for (const auto& instance : one->instances)
                line += QStringLiteral(" %1(state %2 health %3 restarts %4 %5)")
                            .arg(instance.name)
                            .arg(int(instance.state))
                            .arg(int(instance.health))
                            .arg(instance.restarts)
                            .arg(instance.lastHealthOutput.left(80));
            words << line;
        }
        return words.join(u'\n');
    }

private:
    QTemporaryDir m_folder;
    std::unique_ptr<kaptan::ui::Application> m_app;
};
