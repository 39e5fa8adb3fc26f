#include "app/cli/cluster_commands.h"
#include "app/cli/cluster_job.h"
#include "app/cli/get_output.h"
#include "app/cli/object_reader.h"
#include "app/cli/rollout.h"
#include "app/cli/targets.h"
#include "app/cli/text.h"
#include "app/core/clock.h"
#include "app/core/when_done.h"
#include "app/kube/change/admin_calls.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace kaptan::cli
{

namespace
{

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Cli)
};

constexpr auto lookAgain = 500ms;

struct RestartOptions {
    QVector<TargetWord> targets;
    QString cause;
    bool wait = false;
    std::chrono::seconds waitFor{300};
};

/// One object after the other, so that not all of a service is new at once.
class RestartJob : public ClusterJob
{
public:
    RestartJob(ClusterChoice choice, RestartOptions options, const Context& context, QObject* parent)
        : ClusterJob(std::move(choice), context, parent), m_options(std::move(options))
    {
    }

protected:
    void begin() override
    {
        QStringList what;
        for (const TargetWord& target : std::as_const(m_options.targets)) {
            const auto found = kind(target.kind);
            if (!found) {
                context().complain(found.error());
                return end(Failed);
            }
            if (!kube::isRestartable(*found)) {
                context().complain(Error(
                    NotAllowed{NotAllowed::Kind::Unsupported, Tr::tr("a restart of %1").arg(found->kind),
                               Tr::tr("it has no template that could be rolled out again"),
                               Tr::tr("Deployments, StatefulSets and DaemonSets have one.")}));
                return end(Failed);
            }
            m_resources.append(*found);
            what << Tr::tr("restart %1 in %2").arg(shortTitle(*found, target.name), nameSpace());
        }
        allowed(what, [this] { next(); });
    }

private:
    void next()
    {
        if (m_at == m_resources.size())
            return end(m_failed ? Failed : Success);
        const kube::ApiResource& resource = m_resources.at(m_at);
        const QString name = m_options.targets.at(m_at).name;
        const QString cause = m_options.cause.isEmpty() ? u"kaptanctl restart "_s + shortTitle(resource, name)
                                                        : m_options.cause;
        whenDone(kube::restartRollout(api(), resource, nameSpace(), name, cause), this,
                 [this](const Result<void>& done) {
                     if (!done)
                         return failed(done.error());
                     say(Tr::tr("%1: restarted").arg(title()));
                     if (!m_options.wait)
                         return goOn();
                     m_deadline =
                         Clock::system().monotonicMs() + std::chrono::milliseconds(m_options.waitFor).count();
                     watch();
                 });
    }

    void watch()
    {
        readObject(api(), m_resources.at(m_at), nameSpace(), m_options.targets.at(m_at).name, this,
                   [this](Result<QJsonObject> object) {
                       if (!object && !object.error().isTransient())
                           return failed(object.error());
                       if (!object)
                           return later(object.error().message());
                       const Rollout now = rolloutOf(*object);
                       switch (now.state) {
                       case Rollout::State::Done:
                           say(Tr::tr("%1: all pods are new").arg(title()));
                           return goOn();
                       case Rollout::State::Manual:
                           say(title() + u": "_s + plain(now.why));
                           return goOn();
                       case Rollout::State::Stuck:
                           return failed(Error(Unfinished{title(), now.why, {}}));
                       case Rollout::State::Going:
                           return later(now.why);
                       }
                   });
    }

    void later(const QString& why)
    {
        if (Clock::system().monotonicMs() >= m_deadline)
            return failed(Error(
                Unfinished{title(),
                           //: %1 says what is missing
                           Tr::tr("%1 after %2 s").arg(why).arg(m_options.waitFor.count()),
                           Tr::tr("The rollout goes on; look again later, or give --wait-timeout more.")}));
        Clock::system().callLater(lookAgain, this, [this] { watch(); });
    }

    QString title() const { return plain(shortTitle(m_resources.at(m_at), m_options.targets.at(m_at).name)); }

    void say(const QString& line) { context().out(line + u'\n'); }

    void failed(const Error& error)
    {
        m_failed = true;
        context().complain(error);
        goOn();
    }

    void goOn()
    {
        ++m_at;
        next();
    }

    RestartOptions m_options;
    QVector<kube::ApiResource> m_resources; ///< of the targets
    qsizetype m_at = 0;
    qint64 m_deadline = 0;
    bool m_failed = false;
};

} // namespace

void describeRestart(QCommandLineParser& parser)
{
    describeCluster(parser);
    describeConfirm(parser);
    parser.addOption(
        {u"cause"_s,
         Tr::tr("Why, for the history of the rollout (kubernetes.io/change-cause). Default: this "
                "command."),
         //: the name of a value in the help, in capitals
         Tr::tr("TEXT")});
    describeWait(parser, Tr::tr("Waits until all pods are new and ready."));
}

Result<Job*> startRestart(const QCommandLineParser& parser, const Context& context, QObject* parent)
{
    RestartOptions options;
    const auto targets = readTargets(wordsOf(parser), TargetForm::Objects);
    if (!targets)
        return failure(targets.error());
    options.targets = *targets;
    options.cause = parser.value(u"cause"_s);
    options.wait = parser.isSet(u"wait"_s);
    const auto wait = waitOf(parser);
    if (!wait)
        return failure(wait.error());
    options.waitFor = *wait;
    const auto cluster = chooseCluster(parser, context, u"restart"_s, Purpose::Change);
    if (!cluster)
        return failure(cluster.error());
    return opened(new RestartJob(*cluster, options, context, parent));
}

} // namespace kaptan::cli
