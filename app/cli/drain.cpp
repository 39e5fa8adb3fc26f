#include "app/kube/change/drain.h"
#include "app/cli/cluster_commands.h"
#include "app/cli/cluster_job.h"
#include "app/cli/text.h"
#include "app/core/when_done.h"

#include <QCoreApplication>
#include <QHash>
#include <QSet>

#include <optional>

using namespace Qt::StringLiterals;

namespace kaptan::cli
{

namespace
{

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Cli)
};

/// What a drain would do with a pod; a line of the dry run.
QString fateOf(const kube::DrainPod& pod, const kube::DrainOptions& options)
{
    using Class = kube::DrainClass;
    switch (kube::drainClassOf(pod, options)) {
    case Class::Evict:
        return Tr::tr("would be evicted");
    case Class::Leaving:
        return Tr::tr("is leaving already");
    case Class::Mirror:
        return Tr::tr("stays: it is of a file on the node");
    case Class::DaemonSet:
        return Tr::tr("stays: a DaemonSet would make it again");
    case Class::Finished:
        return Tr::tr("stays: it has finished");
    case Class::BlockedDaemonSet:
        return Tr::tr("is in the way: a DaemonSet's, see --ignore-daemonsets");
    case Class::BlockedEmptyDir:
        return Tr::tr("is in the way: it would lose its emptyDir, see --delete-emptydir-data");
    case Class::BlockedBare:
        return Tr::tr("is in the way: nobody would make it again, see --force");
    }
    return {};
}

class DrainJob : public ClusterJob
{
public:
    DrainJob(ClusterChoice choice, QString node, kube::DrainOptions options, bool dryRun,
             const Context& context, QObject* parent)
        : ClusterJob(std::move(choice), context, parent), m_node(std::move(node)), m_options(options),
          m_dryRun(dryRun)
    {
    }

    bool interrupt() override
    {
        if (!m_drain)
            return false;
        m_drain->cancel();
        return true;
    }

protected:
    void begin() override
    {
        if (m_dryRun)
            return preview();
        allowed({Tr::tr("drain the node %1").arg(m_node)}, [this] {
            m_drain = new kube::Drain(api(), discovery(), m_node, m_options, Clock::system(), this);
            connect(m_drain, &kube::Drain::changed, this, [this] { tell(); });
            connect(m_drain, &kube::Drain::finished, this, [this] { finish(); });
            m_drain->start();
        });
    }

private:
    void preview()
    {
        const auto nodes = kind(u"nodes"_s);
        if (!nodes) {
            context().complain(nodes.error());
            return end(Failed);
        }
        // A node that is not there has no pods either: that would look like one that is drained.
        whenDone(api().get(*nodes, {}, m_node), this, [this](const Result<QByteArray>& node) {
            if (!node) {
                context().complain(node.error());
                return end(Failed);
            }
            whenDone(kube::podsOfNode(api(), m_node), this,
                     [this](const Result<QVector<kube::DrainPod>>& pods) {
                         if (!pods) {
                             context().complain(pods.error());
                             return end(Failed);
                         }
                         show(*pods);
                     });
        });
    }

    void show(const QVector<kube::DrainPod>& pods)
    {
        //: heads of columns, in capitals
        QVector<QStringList> rows{{Tr::tr("POD"), Tr::tr("FATE")}};
        bool blocked = false;
        for (const kube::DrainPod& pod : pods) {
            blocked = blocked || kube::isBlocking(kube::drainClassOf(pod, m_options));
            rows.append({plain(pod.title(), 300), fateOf(pod, m_options)});
        }
        context().out(pods.isEmpty() ? Tr::tr("No pod is on the node.") + u'\n' : table(rows));
        end(blocked ? Failed : Success);
    }

    /// What became of each pod since it was last told.
    void tell(bool last = false)
    {
        using State = kube::DrainProgress::State;
        for (const kube::DrainPod& pod : m_drain->leavers()) {
            const kube::DrainProgress now = m_drain->state().progress.value(pod.uid);
            if (now.state == State::Blocked) {
                tellBlocked(pod, now, last);
                continue;
            }
            if (now.state == m_told.value(pod.uid, State::Waiting))
                continue;
            // It is asked for again and again: said once.
            const bool again = now.state == State::Asked || now.state == State::Waiting;
            if (!again)
                m_told.insert(pod.uid, now.state);
            const QString title = plain(pod.title(), 300);
            if (now.state == State::Evicted)
                say(Tr::tr("%1: evicted, shutting down").arg(title));
            else if (now.state == State::Gone)
                say(Tr::tr("%1: gone").arg(title));
            else if (now.state == State::Failed && now.error)
                context().complain(pod.title() + u": "_s, *now.error);
        }
    }

    /// Each budget once. Their names come after the refusal: it is told without them only where they have not
    /// come by the next one, or it is the last word.
    void tellBlocked(const kube::DrainPod& pod, const kube::DrainProgress& now, bool last)
    {
        Blocked& known = m_blocked[pod.uid];
        const QString title = plain(pod.title(), 300);
        if (now.budgets.isEmpty()) {
            if (!known.nextMs)
                known.nextMs = now.nextMs;
            if (known.told || (!last && known.nextMs == now.nextMs))
                return;
            known.told = true;
            say(Tr::tr("%1: a disruption budget does not let it go yet").arg(title));
            return;
        }
        bool news = false;
        for (const QString& budget : now.budgets) {
            news = news || !known.budgets.contains(budget);
            known.budgets.insert(budget);
        }
        if (!news)
            return;
        known.told = true;
        //: %2 are names of budgets
        say(Tr::tr("%1: the disruption budget %2 does not let it go yet")
                .arg(title, plain(now.budgets.join(u", "_s), 300)));
    }

    void finish()
    {
        tell(true);
        const Result<void> result = m_drain->result();
        if (result) {
            say(Tr::tr("%1: drained, and closed to new pods").arg(plain(m_node, 300)));
            return end(Success);
        }
        context().complain(result.error());
        if (m_drain->isCordoned())
            context().err(
                Tr::tr("No new pods come to the node until: kaptanctl uncordon %1").arg(plain(m_node)) +
                u'\n');
        end(Failed);
    }

    void say(const QString& line) { context().out(line + u'\n'); }

    QString m_node;
    kube::DrainOptions m_options;
    bool m_dryRun;
    kube::Drain* m_drain = nullptr;
    QHash<QString, kube::DrainProgress::State> m_told;

    /// What was told of a pod that budgets block.
    struct Blocked {
        std::optional<qint64> nextMs; ///< of the first refusal: another one is a later refusal's
        bool told = false;
        QSet<QString> budgets;
    };

    QHash<QString, Blocked> m_blocked; ///< by uid
};

/// 0 is none.
Result<int> wholeNumber(const QCommandLineParser& parser, const QString& option, int least, int most)
{
    bool good = false;
    const QString word = parser.value(option);
    const int number = word.toInt(&good);
    if (!good || number < least || number > most)
        return failure(InvalidInput{u"--"_s + option, Tr::tr("“%1” cannot be used").arg(word),
                                    Tr::tr("Use a whole number from %1 to %2.").arg(least).arg(most)});
    return number;
}

} // namespace

void describeDrain(QCommandLineParser& parser)
{
    describeCluster(parser);
    describeConfirm(parser);
    parser.addOption({u"dry-run"_s, Tr::tr("Shows what would become of each pod; changes nothing.")});
    parser.addOption({u"force"_s, Tr::tr("Evicts pods that nobody makes again, too.")});
    parser.addOption({u"delete-emptydir-data"_s,
                      Tr::tr("Evicts pods whose data in emptyDir volumes is lost with them, too.")});
    parser.addOption({u"ignore-daemonsets"_s,
                      Tr::tr("Leaves pods of DaemonSets where they are; else they are in the way.")});
    parser.addOption({u"grace-period"_s, Tr::tr("How long a pod may take to end. Default: its own time."),
                      //: the name of a value in the help, in capitals
                      Tr::tr("SECONDS"), u"-1"_s});
    parser.addOption({u"drain-timeout"_s, Tr::tr("How long to go on; 0 (default): without end."),
                      //: the name of a value in the help, in capitals
                      Tr::tr("SECONDS"), u"0"_s});
}

Result<Job*> startDrain(const QCommandLineParser& parser, const Context& context, QObject* parent)
{
    const QStringList words = wordsOf(parser);
    if (words.size() != 1)
        return failure(
            InvalidInput{words.isEmpty() ? Tr::tr("NODE") : quoted(words.at(1)),
                         words.isEmpty() ? Tr::tr("it is missing") : Tr::tr("it is one word too many"),
                         Tr::tr("Name one node.")});
    if (const auto good = checkName(words.first(), words.first()); !good)
        return failure(good.error());
    const auto grace = wholeNumber(parser, u"grace-period"_s, -1, 86400);
    if (!grace)
        return failure(grace.error());
    const auto most = wholeNumber(parser, u"drain-timeout"_s, 0, 7 * 86400);
    if (!most)
        return failure(most.error());
    kube::DrainOptions options;
    options.ignoreDaemonSets = parser.isSet(u"ignore-daemonsets"_s);
    options.deleteEmptyDirData = parser.isSet(u"delete-emptydir-data"_s);
    options.force = parser.isSet(u"force"_s);
    options.gracePeriodSeconds = *grace;
    options.timeout = std::chrono::seconds(*most);
    const bool dryRun = parser.isSet(u"dry-run"_s);
    const auto cluster = chooseCluster(parser, context, u"drain"_s, dryRun ? Purpose::Read : Purpose::Change);
    if (!cluster)
        return failure(cluster.error());
    return opened(new DrainJob(*cluster, words.first(), options, dryRun, context, parent));
}

} // namespace kaptan::cli
