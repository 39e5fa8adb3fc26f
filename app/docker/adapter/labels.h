#pragma once

#include <QString>

#include <optional>

/// How a deployment is kept on an engine, which knows only containers.
///
/// A deployment "web" of 3 is the containers web-1, web-2 and web-3, and a marker: a container that is
/// created and never started, named "kaptan-web". Labels cannot change after creation; names can, in one
/// atomic call. So what may change stands in the marker's name:
///
///     kaptan-web              as many replicas as the label io.kaptan.desired says
///     kaptan-web.5            scaled to 5
///     kaptan-web.5.stopped    scaled to 5 and stopped on purpose
///
/// and what does not stands in its labels and its configuration: io.kaptan.spec is the whole specification
/// but the values of the environment, which stand in the marker's own Env. A lost replica, or all of them,
/// can therefore be made again as they were. There is no moment at which the marker does not exist, so a
/// crash between any two calls leaves either the old number or the new one, and the containers that differ
/// from it show as missing or too many until somebody presses repair. Creating "kaptan-web" is also the lock:
/// of two that deploy the same name at once the engine refuses one. Should a "container prune" take the
/// marker along, the number is that of the highest replica, and the next action makes the marker again from a
/// replica, which carries the same labels.
namespace kaptan::docker::labels
{

namespace key
{
inline constexpr QLatin1String deployment{"io.kaptan.deployment"}; ///< name; on replicas and marker
inline constexpr QLatin1String replica{"io.kaptan.replica"};       ///< 1..; on replicas only
inline constexpr QLatin1String revision{"io.kaptan.revision"};     ///< 1..; counts changes of the spec
inline constexpr QLatin1String desired{"io.kaptan.desired"};       ///< replicas when it was made
inline constexpr QLatin1String spec{"io.kaptan.spec"};             ///< JSON, see create_body.h
inline constexpr QLatin1String marker{"io.kaptan.marker"};         ///< "true" on the marker only
/// On networks that Kaptan made: the deployment it was made for.
inline constexpr QLatin1String network{"io.kaptan.network"};

// https://kubernetes.io/docs/concepts/overview/working-with-objects/common-labels/
inline constexpr QLatin1String appName{"app.kubernetes.io/name"};
inline constexpr QLatin1String managedBy{"app.kubernetes.io/managed-by"};
inline constexpr QLatin1String managedByKaptan{"kaptan"};

// https://github.com/compose-spec/compose-go, and podman-compose
inline constexpr QLatin1String composeProject{"com.docker.compose.project"};
inline constexpr QLatin1String composeService{"com.docker.compose.service"};
inline constexpr QLatin1String composeNumber{"com.docker.compose.container-number"};
inline constexpr QLatin1String composeOneOff{"com.docker.compose.oneoff"};
inline constexpr QLatin1String podmanComposeProject{"io.podman.compose.project"};
inline constexpr QLatin1String podmanComposeService{"io.podman.compose.service"};

} // namespace key

/// What the marker's name says.
struct MarkerState {
    std::optional<int> desired; ///< none: as the label says
    bool stopped = false;

    bool operator==(const MarkerState&) const = default;
};

/// "kaptan-web", the name under which a marker is made.
QString markerName(const QString& deployment);
/// "kaptan-web.5" or "kaptan-web.5.stopped".
QString markerName(const QString& deployment, int desired, bool stopped);
/// None where the name is not that of a marker of this deployment.
std::optional<MarkerState> parseMarkerName(const QString& deployment, const QString& name);
/// "web-3"
QString replicaName(const QString& deployment, int replica);
/// "kaptan-web", the deployment's own network where none was given.
QString networkName(const QString& deployment);

} // namespace kaptan::docker::labels
