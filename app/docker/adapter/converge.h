#pragma once

#include "app/docker/adapter/labels.h"
#include "app/docker/api/container.h"

#include <QVector>

#include <optional>

/// What to do next with a deployment: a pure function of what is wanted and what is there, so that a crash, a
/// second operator and an abort are ordinary inputs.
namespace kaptan::docker
{

/// Which of the containers that do not run are to be started.
enum class StartWhich {
    None,   ///< the deployment is or shall be stopped
    New,    ///< those never started: a scale leaves ended jobs in peace
    Failed, ///< and those that ended with an error: repair
    All,    ///< and those that ended well, and paused ones: start
};

struct DeploymentPlan {
    int desired = 1;
    bool stopped = false;
    StartWhich start = StartWhich::New;
    bool createMissing = true;
};

struct ReplicaFact {
    QString id;
    int replica = 0;
    ContainerState state = ContainerState::Unknown;
    int exitCode = 0;
};

struct DeploymentFacts {
    QString markerId; ///< empty: there is none
    labels::MarkerState marker;
    int markerLabel = 0; ///< io.kaptan.desired on the marker
    QVector<ReplicaFact> replicas;
};

struct DeploymentAction {
    enum class Kind {
        CreateMarker, ///< lost to a prune, or never made
        RenameMarker, ///< to the plan's number and intent
        Stop,
        Remove, ///< too many, or dead: such a one cannot be started
        Create,
        Start, ///< an empty id: of the one just created
        Unpause,
    };
    Kind kind = Kind::Start;
    int replica = 0;
    QString id;

    bool operator==(const DeploymentAction&) const = default;
};

/// All that is to be done from here, in order; of neighbours of one kind the order does not matter. The
/// marker comes first, so that what is intended is known whatever happens after. Empty: it is as planned.
QVector<DeploymentAction> decide(const DeploymentPlan& plan, const DeploymentFacts& facts);

/// The plan that the engine keeps: of the marker, or, where it is lost, of the replicas.
DeploymentPlan keptPlan(const DeploymentFacts& facts);

} // namespace kaptan::docker
