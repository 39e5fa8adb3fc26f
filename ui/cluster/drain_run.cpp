#include "ui/cluster/drain_run.h"

#include "ui/common/plain_text.h"

using namespace Qt::StringLiterals;

namespace kaptan::ui
{

DrainRun::DrainRun(session::Session* session, kube::Cluster* cluster, PaneHost& host, QWidget* face,
                   const QString& paneId, const QString& node, const kube::DrainOptions& options)
    : QObject(cluster), m_host(host), m_face(face), m_paneId(paneId),
      m_drain(*cluster->api(), cluster->discovery(), node, options)
{
    m_promise.start();
    connect(&m_drain, &kube::Drain::changed, this, &DrainRun::follow);
    connect(&m_drain, &kube::Drain::finished, this, &DrainRun::finish);
    connect(&m_watcher, &QFutureWatcherBase::canceled, &m_drain, &kube::Drain::cancel);
    m_watcher.setFuture(m_promise.future());
    // What was marked read-only meanwhile is not written to any more.
    if (session)
        connect(session, &session::Session::stateChanged, this, [this, session] {
            if (!m_drain.end() && !session->whyNotWritable().isEmpty())
                m_drain.cancel();
        });
}

DrainRun::~DrainRun()
{
    if (m_drain.end())
        return;
    // The connection was closed in mid-drain: the cluster takes it along, but the node is not as it was.
    const Error error = m_drain.brokenOff();
    if (m_promise.isCanceled() && m_face)
        m_host.notify(PaneHost::Severity::Warning, error.message(), error.advice(), m_paneId,
                      {{u"kind"_s, u"nodes"_s}, {u"group"_s, QString()}});
    m_promise.addResult(Result<void>(failure(error)));
    m_promise.finish();
    Q_EMIT brokenOff(error);
}

void DrainRun::begin()
{
    const QString name = plainLine(m_drain.node(), 80);
    if (m_face)
        //: %1 is a node
        m_host.runTask(tr("Drain %1").arg(name), tr("%1 is drained; it stays cordoned.").arg(name),
                       m_promise.future(), m_paneId, {{u"kind"_s, u"nodes"_s}, {u"group"_s, QString()}});
    m_drain.start();
}

void DrainRun::follow()
{
    m_promise.setProgressRange(0, int(m_drain.leavers().size()));
    m_promise.setProgressValue(m_drain.gone());
}

void DrainRun::finish()
{
    const Result<void> result = m_drain.result();
    // A task that was cancelled is silent: the node is not as it was before.
    if (m_promise.isCanceled() && m_face && !result)
        m_host.notify(PaneHost::Severity::Warning, result.error().message(), result.error().advice(),
                      m_paneId, {{u"kind"_s, u"nodes"_s}, {u"group"_s, QString()}});
    m_promise.addResult(result);
    m_promise.finish();
    if (m_released)
        deleteLater();
}

void DrainRun::release()
{
    m_released = true;
    if (m_drain.end())
        deleteLater();
}

} // namespace kaptan::ui
