#pragma once

#include "app/history/history.h"
#include "app/history/records.h"
#include "app/session/session.h"
#include "ui/deployments/workload_verbs.h"

#include <QFuture>
#include <QObject>
#include <QPointer>

namespace kaptan::ui
{

/// Writes into the history what was done in this pane: by whom, how it ended, how long it took. Outlives the
/// action where the pane lives; what never ends is not written.
class ActionRecord : public QObject
{
    Q_OBJECT
public:
    /// `history` may be null: nothing is written.
    explicit ActionRecord(history::History* history, QObject* parent = nullptr);

    /// Start, stop, restart, repair, delete of a workload.
    void follow(Verb verb, session::Session& session, const workload::WorkloadPtr& workload,
                const QFuture<Result<void>>& future);
    void followScale(session::Session& session, const workload::WorkloadPtr& workload, int replicas,
                     const QFuture<Result<void>>& future);
    void followDeploy(session::Session& session, const workload::DeploySpec& spec,
                      const QFuture<Result<QString>>& future);

    /// "ayse@laptop"
    static QString actor();

private:
    void note(const history::Subject& subject, const QString& done, const QString& what,
              const Result<void>& result, qint64 milliseconds);

    QPointer<history::History> m_history;
};

} // namespace kaptan::ui
