// The connection that the window shows, and what it offers on an empty engine.
#include "app/core/when_done.h"
#include "app/recorder/recorder.h"
#include "app/session/sample.h"
#include "ui/common/plain_text.h"
#include "ui/shell/main_window.h"
#include "ui/shell/status_bar.h"
#include "ui/shell/top_bar.h"
#include "ui/shell/welcome.h"

#include <QFutureWatcher>
#include <QPromise>

namespace kaptan::ui
{

void MainWindow::connectTo(const QString& connectionId)
{
    session::Session* session = m_parts.connections.session(connectionId);
    if (!session) {
        const auto spec = m_parts.connections.find(connectionId);
        notify(Severity::Error, tr("This connection cannot be opened"),
               spec ? spec->whyUnsupported : tr("It is not in the list any more."),
               QStringLiteral("connections"));
        return;
    }
    openAndShow(*session);
    m_parts.connections.setLastUsed(connectionId);
}

void MainWindow::connectTogether(const QStringList& connectionIds)
{
    // What is used next time stays the one that was used last: several are for a look.
    if (session::Session* session = m_parts.connections.joint(connectionIds))
        openAndShow(*session);
}

void MainWindow::openAndShow(session::Session& session)
{
    session::Session* before = m_session;
    session.open();
    setSession(&session);
    // Nothing is asked of an engine that is not shown, unless it is recorded always.
    const recorder::Recorder* recorder = m_parts.recorder;
    if (before && before != &session) {
        if (!recorder || before->isJoint() || !recorder->keepsOpen(before->spec().id))
            before->closeFor(session);
        if (recorder && before->isJoint()) {
            for (session::Session* member : before->members())
                if (recorder->keepsOpen(member->spec().id) && member->state().phase == session::Phase::Idle)
                    member->open();
        }
    }
    if (m_current == QLatin1String("connections"))
        openPane(QStringLiteral("deployments"));
}

void MainWindow::setSession(session::Session* session)
{
    if (m_session)
        m_session->disconnect(this);
    if (m_source)
        m_source->disconnect(this);
    m_source = nullptr;
    m_session = session;
    for (const QString& id : std::as_const(m_order))
        m_panes.value(id)->setSession(session);
    m_top->setSession(session);
    m_status->setSession(session);
    if (session)
        connect(session, &session::Session::stateChanged, this, [this] {
            updateOffer();
            updateTitle();
        });
    if (m_parts.recorder) {
        QStringList ids;
        const QVector<session::Session*> members =
            session ? session->members() : QVector<session::Session*>();
        for (const session::Session* member : members)
            ids << member->spec().id;
        m_parts.recorder->setShown(ids);
    }
    updateWelcome();
    updateTitle();
    updateOffer();
    Q_EMIT sessionChanged();
}

void MainWindow::updateTitle()
{
    const Pane* pane = m_panes.value(m_current);
    QStringList parts;
    if (pane)
        parts.append(pane->title());
    if (m_session)
        parts.append(plainLine(m_session->spec().name, 60));
    parts.append(QStringLiteral("Kaptan"));
    setWindowTitle(parts.join(QStringLiteral(" — ")));
}

void MainWindow::updateOffer()
{
    using session::Phase;
    // Ports exist from open() on; their source is followed until there is something.
    workload::WorkloadSource* source = m_session ? m_session->workloads() : nullptr;
    if (source != m_source) {
        if (m_source)
            m_source->disconnect(this);
        m_source = source;
        if (source)
            connect(source, &workload::WorkloadSource::changed, this, [this] {
                if (!m_offerSoon.isActive())
                    m_offerSoon.start();
            });
    }
    const bool wanted = source && m_session->state().phase == Phase::Live && m_session->deploying() &&
                        m_session->spec().id != m_offerDeclined && !m_session->spec().production &&
                        m_current == QLatin1String("deployments") && !m_sampleRunning &&
                        source->workloads().isEmpty() && !session::Sample::whyUnavailable();
    m_offer->setVisible(wanted);
}

void MainWindow::deploySample()
{
    if (!m_session)
        return;
    m_sampleRunning = true;
    updateOffer();
    QFuture<Result<QString>> deployed = session::Sample::deploy(*m_session);
    // The task list takes a future without a value; cancelling it cancels the deployment.
    auto promise = std::make_shared<QPromise<Result<void>>>();
    promise->start();
    auto* watcher = new QFutureWatcher<Result<void>>(this);
    connect(watcher, &QFutureWatcherBase::canceled, this, [deployed]() mutable { deployed.cancel(); });
    watcher->setFuture(promise->future());
    whenDone(deployed, this, [this, promise, watcher](const Result<QString>& result) {
        m_sampleRunning = false;
        promise->addResult(result ? Result<void>() : Result<void>(tl::unexpected<Error>(result.error())));
        promise->finish();
        watcher->deleteLater();
        updateOffer();
    });
    runTask(tr("Deploy the sample"), tr("The sample “%1” runs.").arg(session::Sample::deploymentName()),
            promise->future(), QStringLiteral("deployments"),
            {{QStringLiteral("name"), session::Sample::deploymentName()}});
}

} // namespace kaptan::ui
