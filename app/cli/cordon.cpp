#include "app/cli/cluster_commands.h"
#include "app/cli/cluster_job.h"
#include "app/cli/text.h"
#include "app/core/when_done.h"
#include "app/kube/change/admin_calls.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace kaptan::cli
{

namespace
{

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Cli)
};

class CordonJob : public ClusterJob
{
public:
    CordonJob(ClusterChoice choice, QStringList nodes, bool cordoned, const Context& context, QObject* parent)
        : ClusterJob(std::move(choice), context, parent), m_nodes(std::move(nodes)), m_cordoned(cordoned)
    {
    }

protected:
    void begin() override
    {
        const auto resource = kind(u"nodes"_s);
        if (!resource) {
            context().complain(resource.error());
            return end(Failed);
        }
        m_resource = *resource;
        QStringList what;
        for (const QString& node : std::as_const(m_nodes))
            what << (m_cordoned ? Tr::tr("cordon the node %1") : Tr::tr("uncordon the node %1")).arg(node);
        allowed(what, [this] { next(); });
    }

private:
    void next()
    {
        if (m_nodes.isEmpty())
            return end(m_failed ? Failed : Success);
        const QString node = m_nodes.takeFirst();
        whenDone(kube::setCordoned(api(), m_resource, node, m_cordoned), this,
                 [this, node](const Result<void>& done) {
                     m_failed = m_failed || !done;
                     if (!done)
                         context().complain(done.error());
                     else
                         context().out(
                             (m_cordoned ? Tr::tr("%1: closed to new pods") : Tr::tr("%1: open to new pods"))
                                 .arg(plain(node)) +
                             u'\n');
                     next();
                 });
    }

    QStringList m_nodes;
    bool m_cordoned;
    bool m_failed = false;
    kube::ApiResource m_resource;
};

Result<Job*> start(const QString& command, bool cordoned, const QCommandLineParser& parser,
                   const Context& context, QObject* parent)
{
    const QStringList nodes = wordsOf(parser);
    if (nodes.isEmpty())
        return failure(InvalidInput{Tr::tr("NODE"), Tr::tr("it is missing"), Tr::tr("Name a node.")});
    for (const QString& node : nodes)
        if (const auto good = checkName(node, node); !good)
            return failure(good.error());
    const auto cluster = chooseCluster(parser, context, command, Purpose::Change);
    if (!cluster)
        return failure(cluster.error());
    return opened(new CordonJob(*cluster, nodes, cordoned, context, parent));
}

} // namespace

void describeCordon(QCommandLineParser& parser)
{
    describeCluster(parser);
    describeConfirm(parser);
}

Result<Job*> startCordon(const QCommandLineParser& parser, const Context& context, QObject* parent)
{
    return start(u"cordon"_s, true, parser, context, parent);
}

Result<Job*> startUncordon(const QCommandLineParser& parser, const Context& context, QObject* parent)
{
    return start(u"uncordon"_s, false, parser, context, parent);
}

} // namespace kaptan::cli
