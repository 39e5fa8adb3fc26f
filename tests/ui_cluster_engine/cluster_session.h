#pragma once

#include "app/kube/config/credentials.h"
#include "app/kube/watch/cluster.h"
#include "tests/support/fake_session.h"

namespace kaptan::test
{

/// A session in memory with a genuine cluster behind it.
class ClusterSession : public FakeSession
{
public:
    kube::Cluster* cluster() override { return m_cluster; }

    void setCluster(kube::Cluster* cluster) { m_cluster = cluster; }

private:
    kube::Cluster* m_cluster = nullptr;
};

/// Of the current context of a kubeconfig; null where it cannot be read. `nameSpaces` are looked at where the
/// user may not list them all.
inline std::unique_ptr<kube::Cluster> clusterOf(const QString& file, const QStringList& nameSpaces = {})
{
    const auto config = kube::loadKubeconfig(kube::KubeconfigPlaces::find({}, {}, file));
    if (!config)
        return nullptr;
    const auto context = kube::resolveContext(*config, config->currentContext, {});
    if (!context)
        return nullptr;
    kube::Cluster::Options options;
    options.nameSpaces = nameSpaces;
    return std::make_unique<kube::Cluster>(context->endpoint, kube::makeCredentials(*context, {}), options);
}

} // namespace kaptan::test
