#pragma once

#include "app/cli/manifests.h"
#include "app/kube/change/applier.h"

#include <QJsonObject>

namespace kaptan::cli
{

/// One line an object, in the order of the manifests.
QString applyTable(const LoadedManifests& manifests, const QVector<kube::ApplyOutcome>& outcomes,
                   bool dryRun);
/// Stable keys. {"dryRun", "objects": [{"place", "apiVersion", "kind", "namespace", "name", "state",
/// "warnings", "error"}]}
QJsonObject applyJson(const LoadedManifests& manifests, const QVector<kube::ApplyOutcome>& outcomes,
                      bool dryRun);
/// The server's warnings, and why objects failed; a conflict with the field and who manages it.
QString applyTroubles(const LoadedManifests& manifests, const QVector<kube::ApplyOutcome>& outcomes);
/// "error": its words for a script.
QJsonObject errorJson(const Error& error);

} // namespace kaptan::cli
