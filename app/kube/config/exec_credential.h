#pragma once

#include "app/core/result.h"
#include "app/kube/config/kubeconfig.h"

#include <QDateTime>

namespace kaptan::kube
{

/// What a plugin gave. Secret.
struct PluginAnswer {
    QByteArray token;
    QByteArray clientCertPem, clientKeyPem;
    QDateTime expires; ///< UTC; invalid: never
};

/// Why this plugin cannot be run by us, before it is: its version, or that it needs a terminal.
std::optional<Error> pluginRefusal(const ExecPlugin& plugin);

/// KUBERNETES_EXEC_INFO. The authority is that of the endpoint, whether it came from a file or not.
QByteArray execInfo(const ExecPlugin& plugin, const NamedCluster& cluster, const QByteArray& caPem);

/// Reads a plugin's output. The ProcessError says what is wrong with it, and never repeats any of it.
Result<PluginAnswer> readExecCredential(const QByteArray& output, const ExecPlugin& plugin);

} // namespace kaptan::kube
