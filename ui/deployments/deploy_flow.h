#pragma once

#include "app/session/session.h"
#include "ui/common/pane.h"
#include "ui/deployments/action_record.h"
#include "ui/deployments/deploy_dialog.h"
#include "ui/deployments/deployments_model.h"

#include <QPointer>

namespace kaptan::ui
{

/// From "Deploy …" to the new workload: the form, the task, and the form again with everything that was typed
/// when the engine refuses.
class DeployFlow : public QObject
{
    Q_OBJECT
public:
    DeployFlow(PaneHost& host, DeploymentsModel& model, QWidget* window);

    void setSession(session::Session* session);
    /// Opens the form: empty, or what was refused last.
    void begin();
    /// Opens the form with what was refused; false where nothing was.
    bool reopen();
    /// Names that are taken may have changed.
    void refresh();

    DeployDialog* dialog() const { return m_dialog; }

Q_SIGNALS:
    void deployed(const QString& workloadId);

private:
    void ensureDialog();
    void loadNames();
    void start(const workload::DeploySpec& spec);

    PaneHost& m_host;
    DeploymentsModel& m_model;
    QWidget* m_window;
    QPointer<session::Session> m_session;
    QPointer<DeployDialog> m_dialog;
    ActionRecord* m_record;
    bool m_refused = false; ///< the dialog holds what an engine did not accept
};

} // namespace kaptan::ui
