#include "app/session/cluster_link.h"

#include "app/session/discovery.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace kaptan::session
{

namespace
{

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Discovery)
};

} // namespace

ClusterLink::ClusterLink(const kube::ResolvedContext& context, const kube::ExecEnvironment& environment,
                         Clock& clock)
    : m_nameSpace(context.context.nameSpace.isEmpty() ? u"default"_s : context.context.nameSpace),
      m_thread(u"kaptan-cluster"_s),
      m_api(m_thread.adopt(std::make_unique<kube::KubeApi>(
          context.endpoint, kube::makeCredentials(context, environment, clock), clock)))
{
}

ClusterLink::~ClusterLink() = default;

Result<ConnectionSpec> currentContext(const Surroundings& surroundings, const QString& file)
{
    const auto config =
        kube::loadKubeconfig(kube::KubeconfigPlaces::find(surroundings.environment, surroundings.home, file));
    if (!config)
        return failure(config.error());
    const Discovery found = discoverContexts(surroundings, file);
    if (found.found.isEmpty())
        return failure(InvalidInput{u"kubeconfig"_s,
                                    found.notes.isEmpty()
                                        ? Tr::tr("no file defines a context")
                                        : found.notes.first().where + u": "_s + found.notes.first().why,
                                    Tr::tr("Name one with --kubeconfig, or a cluster with --connection.")});
    for (const ConnectionSpec& one : found.found)
        if (one.context == config->currentContext)
            return one;
    return failure(
        InvalidInput{u"kubeconfig"_s,
                     config->currentContext.isEmpty()
                         ? Tr::tr("no current context is set")
                         : Tr::tr("the current context “%1” is not defined").arg(config->currentContext),
                     Tr::tr("Name the cluster with --context or --connection.")});
}

} // namespace kaptan::session
