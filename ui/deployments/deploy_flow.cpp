#include "ui/deployments/deploy_flow.h"

#include "app/core/when_done.h"
#include "ui/common/plain_text.h"
#include "ui/deployments/deploy_form.h"

namespace kaptan::ui
{

using workload::DeploySpec;

namespace
{

/// The same task without its value, for the task list: progress and cancel go through.
QFuture<Result<void>> withoutValue(const QFuture<Result<QString>>& named)
{
    auto promise = std::make_shared<QPromise<Result<void>>>();
    promise->start();
    auto* inner = new QFutureWatcher<Result<QString>>;
    auto* outer = new QFutureWatcher<Result<void>>(inner);
    const QFuture<Result<void>> plain = promise->future();
    QObject::connect(inner, &QFutureWatcherBase::progressRangeChanged, inner,
                     [promise](int from, int to) { promise->setProgressRange(from, to); });
    QObject::connect(inner, &QFutureWatcherBase::progressValueChanged, inner, [promise, inner](int value) {
        promise->setProgressValueAndText(value, inner->progressText());
    });
    QObject::connect(outer, &QFutureWatcherBase::canceled, inner, [inner] { inner->cancel(); });
    QObject::connect(inner, &QFutureWatcherBase::finished, inner, [promise, inner] {
        const QFuture<Result<QString>> done = inner->future();
        if (done.resultCount() == 0)
            promise->addResult(failure(Cancelled{}));
        else if (const Result<QString> result = done.result(); result)
            promise->addResult(Result<void>());
        else
            promise->addResult(failure(result.error()));
        promise->finish();
        inner->deleteLater();
    });
    outer->setFuture(plain);
    inner->setFuture(named);
    return plain;
}

} // namespace

DeployFlow::DeployFlow(PaneHost& host, DeploymentsModel& model, QWidget* window)
    : QObject(window), m_host(host), m_model(model), m_window(window),
      m_record(new ActionRecord(host.history(), this))
{
}

void DeployFlow::setSession(session::Session* session)
{
    m_session = session;
    m_refused = false;
    delete m_dialog; // what was typed belongs to the other connection
}

void DeployFlow::ensureDialog()
{
    if (m_dialog)
        return;
    m_dialog = new DeployDialog(m_window);
    m_dialog->setChecker([this](const DeploySpec& spec) -> Result<void> {
        auto* target = m_session ? m_session->deploying() : nullptr;
        return target ? target->check(spec) : Result<void>();
    });
    connect(m_dialog, &DeployDialog::deployRequested, this, &DeployFlow::start);
    connect(m_dialog, &QDialog::rejected, this, [this] { m_refused = false; });
}

void DeployFlow::begin()
{
    if (!m_session || !m_session->deploying())
        return;
    ensureDialog();
    if (!m_refused && !m_dialog->isBusy() && !m_dialog->isVisible()) {
        m_dialog->clearError();
        m_dialog->form()->setSpec({});
    }
    loadNames();
    m_dialog->show();
    refresh();
    m_dialog->raise();
}

bool DeployFlow::reopen()
{
    if (!m_refused || !m_dialog)
        return false;
    begin();
    return true;
}

void DeployFlow::refresh()
{
    if (!m_dialog || !m_dialog->isVisible() || m_dialog->isBusy())
        return;
    QSet<QString> taken;
    m_model.forEach([&](const WorkloadRow& row) {
        if (row.workload->kind == workload::WorkloadKind::Deployment)
            taken.insert(row.workload->name);
    });
    m_dialog->form()->setTaken(taken);
}

void DeployFlow::loadNames()
{
    // Lists for choosing from: without them the names can still be typed, so a failure is silent.
    auto* target = m_session->deploying();
    whenDone(target->imageNames(), m_dialog.data(),
             [dialog = m_dialog.data()](const Result<QStringList>& names) {
                 if (names)
                     dialog->form()->setImages(*names);
             });
    whenDone(target->networkNames(), m_dialog.data(),
             [dialog = m_dialog.data()](const Result<QStringList>& names) {
                 if (names)
                     dialog->form()->setNetworks(*names);
             });
}

void DeployFlow::start(const DeploySpec& spec)
{
    auto* target = m_session ? m_session->deploying() : nullptr;
    if (!target)
        return;
    m_dialog->setBusy(true);
    const QFuture<Result<QString>> future = target->deploy(spec);
    const QString name = plainLine(spec.name, 60);
    const QPointer<session::Session> asked = m_session;
    m_record->followDeploy(*m_session, spec, future);

    auto* watcher = new QFutureWatcher<Result<QString>>(m_dialog);
    const auto report = [this, watcher] {
        if (m_dialog)
            m_dialog->setProgress(watcher->progressValue() - watcher->progressMinimum(),
                                  watcher->progressMaximum() - watcher->progressMinimum(),
                                  watcher->progressText());
    };
    connect(watcher, &QFutureWatcherBase::progressValueChanged, this, report);
    connect(watcher, &QFutureWatcherBase::progressTextChanged, this, report);
    connect(watcher, &QFutureWatcherBase::finished, watcher, &QObject::deleteLater);
    watcher->setFuture(future);

    m_host.runTask(tr("Deploy %1").arg(name), tr("%1 was deployed").arg(name), withoutValue(future),
                   QStringLiteral("deployments"), {{QStringLiteral("deploy"), spec.name}});
    whenDone(future, m_dialog.data(), [this, asked](const Result<QString>& id) {
        m_dialog->setBusy(false);
        if (asked != m_session)
            return;
        if (id) {
            m_refused = false;
            m_dialog->clearError();
            m_dialog->accept();
            Q_EMIT deployed(*id);
            return;
        }
        m_refused = true;
        m_dialog->showError(id.error());
        m_dialog->setBusy(false);
    });
}

} // namespace kaptan::ui
