#pragma once

#include "ui/common/pane.h"
#include "ui/deployments/action_record.h"
#include "ui/deployments/deployments_model.h"
#include "ui/deployments/workload_verbs.h"

#include <QHash>
#include <QPointer>
#include <QSet>

namespace kaptan::ui
{

/// The actions of the pane: their texts, shortcuts and reasons, and what happens when they are triggered.
/// They act on the selection; questions open over `window`.
class WorkloadActions : public QObject
{
    Q_OBJECT
public:
    WorkloadActions(PaneHost& host, DeploymentsModel& model, QWidget* window);

    void setSession(session::Session* session);
    void setSelection(const QStringList& workloadIds);
    /// The session's state changed.
    void refresh();
    /// Looks at the selection again where these are of it.
    void rowsChanged(const workload::WorkloadDelta& delta);
    void retranslate();

    QAction* action(Verb verb) const { return m_actions.value(int(verb)); }

    QAction* deploy() const { return m_deploy; }

    /// In the order of menus.
    QList<QAction*> all() const;

    /// Of the row menu, separators among them.
    QList<QAction*> rowMenu() const { return m_menu; }

    void openLogs(const workload::Workload& workload, const workload::Instance& instance);
    /// Asks first where it is of a production connection, and where the replica is a pod: that is deleted.
    void restartInstance(const workload::WorkloadPtr& workload, const workload::Instance& instance);
    /// Empty where it can be done now.
    QString whyNotInstance() const;

Q_SIGNALS:
    void deployRequested();

private:
    void make(Verb verb, const QString& icon, const QKeySequence& keys);
    void edit();
    bool isCluster() const;
    void trigger(Verb verb);
    void askAndRun(Verb verb, const Workloads& those);
    void run(Verb verb, const Workloads& those);
    void scale(const workload::WorkloadPtr& workload);
    void runScale(const workload::WorkloadPtr& workload, int replicas);
    void remove(const Workloads& those);
    Workloads selection() const;
    QString pendingOfSelection() const;
    void track(const QString& workloadId, const QString& word, const QFuture<Result<void>>& future);

    PaneHost& m_host;
    DeploymentsModel& m_model;
    QWidget* m_window;
    QPointer<session::Session> m_session;
    QStringList m_ids;
    QSet<QString> m_idSet;
    QHash<int, QAction*> m_actions;
    QHash<int, QString> m_icons;
    QAction* m_deploy;
    QAction* m_edit; ///< of clusters only
    QList<QAction*> m_menu;
    QPointer<QDialog> m_scaleDialog;
    ActionRecord* m_record;
};

} // namespace kaptan::ui
