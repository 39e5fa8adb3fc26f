#pragma once

#include "app/core/result.h"
#include "app/session/session.h"

#include <QAction>
#include <QFuture>
#include <QList>
#include <QVariantMap>
#include <QWidget>

namespace kaptan::history
{
class CurveSource;
class History;
} // namespace kaptan::history

namespace kaptan::recorder
{
class Recorder;
}

namespace kaptan::ui
{

/// What a pane asks of the shell. Panes never include one another; only the shell wires.
class PaneHost
{
public:
    enum class Severity { Info, Success, Warning, Error };

    virtual ~PaneHost() = default;
    /// Shows another pane ("logs") at a target ({"instanceId": ..., "name": ...}). Unknown panes are ignored.
    virtual void openPane(const QString& paneId, const QVariantMap& target = {}) = 0;
    /// A notification that stays in the list; `paneId` and `target` lead to the result.
    virtual void notify(Severity severity, const QString& title, const QString& text,
                        const QString& paneId = {}, const QVariantMap& target = {}) = 0;
    /// Puts a long action into the task list (progress from the future, cancel through it) and notifies at
    /// its end: `doneText` on success, the error's sentence and advice otherwise.
    virtual void runTask(const QString& title, const QString& doneText, const QFuture<Result<void>>& future,
                         const QString& paneId = {}, const QVariantMap& target = {}) = 0;

    /// What was kept of all connections; null where there is none (some tests).
    virtual history::History* history() { return nullptr; }

    /// What keeps it; null where nothing is recorded (some tests).
    virtual recorder::Recorder* recorder() { return nullptr; }

    /// A further source of curves, which the user named for that connection; null where none.
    virtual history::CurveSource* curveSource(const QString& connectionId)
    {
        Q_UNUSED(connectionId)
        return nullptr;
    }
};

/// One pane of the window: a header (title, counts, actions), a filter bar, content, and where it has one a
/// drawer.
class Pane : public QWidget
{
    Q_OBJECT
public:
    explicit Pane(PaneHost& host, QWidget* parent = nullptr) : QWidget(parent), m_host(host) {}

    virtual QString paneId() const = 0;   ///< "deployments"; never translated
    virtual QString title() const = 0;    ///< translated at call time
    virtual QString iconName() const = 0; ///< of resources/icons, without ".svg"

    /// The connection shown from now on; null where none. The session outlives the pane's use of it.
    virtual void setSession(session::Session* session) = 0;

    /// Called by openPane().
    virtual void showTarget(const QVariantMap& target) { Q_UNUSED(target) }

    /// "/" pressed.
    virtual void focusFilter() {}

    /// Entries for the command palette that make sense now (with text, shortcut, enabled, toolTip as the
    /// reason).
    virtual QList<QAction*> paletteActions() const { return actions(); }

    /// Something that needs a person: shown in the sidebar; 0 hides it.
    virtual int badge() const { return 0; }

Q_SIGNALS:
    void badgeChanged();

protected:
    PaneHost& host() const { return m_host; }

private:
    PaneHost& m_host;
};

} // namespace kaptan::ui
