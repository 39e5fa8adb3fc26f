#include "ui/deployments/action_record.h"

#include "app/core/when_done.h"
#include "ui/common/format.h"

#include <QDateTime>
#include <QElapsedTimer>
#include <QSysInfo>

using namespace Qt::StringLiterals;

namespace kaptan::ui
{

namespace
{

/// The history's words: they are looked for, so they are of no language.
QString wordOf(Verb verb)
{
    switch (verb) {
    case Verb::Start:
        return u"started"_s;
    case Verb::Stop:
        return u"stopped"_s;
    case Verb::Restart:
        return u"restarted"_s;
    case Verb::Repair:
        return u"repaired"_s;
    case Verb::Delete:
        return u"deleted"_s;
    default:
        return {};
    }
}

history::Outcome outcomeOf(const Error* error)
{
    if (!error)
        return history::Outcome::Succeeded;
    return error->isCancelled() ? history::Outcome::Aborted : history::Outcome::Failed;
}

} // namespace

ActionRecord::ActionRecord(history::History* history, QObject* parent) : QObject(parent), m_history(history)
{
}

QString ActionRecord::actor()
{
    QString user = qEnvironmentVariable("USER");
    if (user.isEmpty())
        user = qEnvironmentVariable("LOGNAME");
    const QString machine = QSysInfo::machineHostName();
    return user.isEmpty() ? machine : user + u'@' + machine;
}

void ActionRecord::note(const history::Subject& subject, const QString& done, const QString& what,
                        const Result<void>& result, qint64 milliseconds)
{
    if (!m_history)
        return;
    QStringList parts;
    if (!what.isEmpty())
        parts << what;
    if (!result)
        parts << result.error().message();
    parts << durationText(milliseconds);
    const bool failed = !result && !result.error().isCancelled();
    m_history->note(subject, failed ? workload::EventSeverity::Error : workload::EventSeverity::Normal,
                    result ? done : done + (failed ? u"-failed"_s : u"-cancelled"_s), parts.join(u", "_s),
                    actor());
}

void ActionRecord::follow(Verb verb, session::Session& session, const workload::WorkloadPtr& workload,
                          const QFuture<Result<void>>& future)
{
    const QString word = wordOf(verb);
    if (!m_history || word.isEmpty())
        return;
    const history::Subject subject = history::subjectOf(session.specOf(workload->id).id, *workload);
    QElapsedTimer timer;
    timer.start();
    whenDone(future, this, [this, subject, word, timer](const Result<void>& result) {
        note(subject, word, {}, result, timer.elapsed());
    });
}

void ActionRecord::followScale(session::Session& session, const workload::WorkloadPtr& workload, int replicas,
                               const QFuture<Result<void>>& future)
{
    if (!m_history)
        return;
    const history::Subject subject = history::subjectOf(session.specOf(workload->id).id, *workload);
    QElapsedTimer timer;
    timer.start();
    const QDateTime at = QDateTime::currentDateTimeUtc();
    whenDone(future, this,
             [this, subject, from = workload->desired, replicas, at, timer](const Result<void>& result) {
                 if (result && m_history) {
                     history::ScalingEvent event;
                     event.subject = subject;
                     event.at = at;
                     event.from = from;
                     event.to = replicas;
                     event.actor = actor();
                     event.reason = u"by hand"_s;
                     m_history->add(event);
                 }
                 note(subject, u"scaled"_s, u"%1 → %2"_s.arg(from).arg(replicas), result, timer.elapsed());
             });
}

void ActionRecord::followDeploy(session::Session& session, const workload::DeploySpec& spec,
                                const QFuture<Result<QString>>& future)
{
    if (!m_history)
        return;
    workload::Workload made;
    made.kind = workload::WorkloadKind::Deployment;
    made.name = spec.name;
    history::Deployment deployment;
    deployment.subject = history::subjectOf(session.spec().id, made);
    deployment.actor = actor();
    deployment.reason = u"image "_s + spec.image; // never the environment
    deployment.startedAt = QDateTime::currentDateTimeUtc();
    const QFuture<Result<qint64>> id = m_history->addDeployment(deployment);
    QElapsedTimer timer;
    timer.start();
    whenDone(future, this, [this, deployment, id, timer](const Result<QString>& result) mutable {
        const Result<void> plain = result ? Result<void>() : Result<void>(failure(result.error()));
        deployment.outcome = outcomeOf(result ? nullptr : &result.error());
        deployment.endedAt = QDateTime::currentDateTimeUtc();
        if (!result)
            deployment.message = result.error().message();
        note(deployment.subject, u"deployed"_s, deployment.reason, plain, timer.elapsed());
        whenDone(id, this, [this, deployment](const Result<qint64>& stored) mutable {
            if (!stored || !m_history)
                return;
            deployment.id = *stored;
            (void)m_history->updateDeployment(deployment);
        });
    });
}

} // namespace kaptan::ui
