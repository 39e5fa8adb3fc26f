#pragma once

#include "app/kube/api/kube_api.h"
#include "app/kube/config/credentials.h"
#include "app/net/io_thread.h"
#include "app/session/session.h"

#include <memory>

namespace kaptan::session
{

struct Surroundings;

/// A cluster for a program that asks a few things and ends: its API in a thread of its own, nothing is
/// watched. Belongs to the thread that makes it; ends what is under way as Cancelled when it goes.
class ClusterLink
{
public:
    /// `environment` as execEnvironment() makes it.
    ClusterLink(const kube::ResolvedContext& context, const kube::ExecEnvironment& environment, Clock& clock);
    ~ClusterLink();

    kube::KubeApi& api() const { return *m_api; }

    /// The context's own; "default" where it names none.
    QString nameSpace() const { return m_nameSpace; }

private:
    QString m_nameSpace;
    net::IoThread m_thread;
    kube::KubeApi* m_api;
};

/// The context that kubectl would use: `file`'s, or where that is empty that of kubectl's own places.
/// InvalidInput where no file says which.
Result<ConnectionSpec> currentContext(const Surroundings& surroundings, const QString& file = {});

} // namespace kaptan::session
