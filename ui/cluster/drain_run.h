#pragma once

#include "app/kube/change/drain.h"
#include "app/kube/watch/cluster.h"
#include "ui/common/pane.h"

#include <QFutureWatcher>
#include <QPointer>
#include <QPromise>

namespace kaptan::ui
{

/// A drain as a task of the window. The cluster's child: it ends with it, and not with who began it; where
/// that is before its own end it says so. Deletes itself a while after its end, so that a dialog can still
/// read it: see release(). Cancelled where the session may not be written to any more.
class DrainRun : public QObject
{
    Q_OBJECT
public:
    /// `face` is whose host it is: nothing is told when it is gone.
    DrainRun(session::Session* session, kube::Cluster* cluster, PaneHost& host, QWidget* face,
             const QString& paneId, const QString& node, const kube::DrainOptions& options);
    ~DrainRun() override;

    void begin();
    /// Who looked at it does not any more.
    void release();

    kube::Drain& drain() { return m_drain; }

Q_SIGNALS:
    /// It goes in mid-drain, and is not there any more when this returns.
    void brokenOff(const kaptan::Error& error);

private:
    void follow();
    void finish();

    PaneHost& m_host;
    QPointer<QWidget> m_face;
    QString m_paneId;
    kube::Drain m_drain;
    QPromise<Result<void>> m_promise;
    QFutureWatcher<Result<void>> m_watcher;
    bool m_released = false;
};

} // namespace kaptan::ui
