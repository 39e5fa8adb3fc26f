#include "app/docker/adapter/converge.h"

#include <QSet>

#include <algorithm>

namespace kaptan::docker
{

namespace
{

bool isAlive(ContainerState state)
{
    return state == ContainerState::Running || state == ContainerState::Restarting ||
           state == ContainerState::Paused;
}

bool shallStart(StartWhich which, const ReplicaFact& fact)
{
    switch (fact.state) {
    case ContainerState::Created:
        return which != StartWhich::None;
    case ContainerState::Exited:
        return which == StartWhich::All || (which == StartWhich::Failed && fact.exitCode != 0);
    default:
        return false;
    }
}

bool markerFits(const DeploymentPlan& plan, const DeploymentFacts& facts)
{
    return facts.marker.desired.value_or(facts.markerLabel) == plan.desired &&
           facts.marker.stopped == plan.stopped;
}

} // namespace

QVector<DeploymentAction> decide(const DeploymentPlan& plan, const DeploymentFacts& facts)
{
    using Kind = DeploymentAction::Kind;
    QVector<DeploymentAction> actions, stops, removals, creations, starts, unpauses;
    if (facts.markerId.isEmpty())
        actions.append({Kind::CreateMarker, 0, {}});
    if (facts.markerId.isEmpty() ? plan.stopped : !markerFits(plan, facts))
        actions.append({Kind::RenameMarker, 0, facts.markerId});

    QVector<ReplicaFact> replicas = facts.replicas;
    std::stable_sort(replicas.begin(), replicas.end(),
                     [](const ReplicaFact& a, const ReplicaFact& b) { return a.replica > b.replica; });
    QSet<int> present;
    for (const ReplicaFact& fact : std::as_const(replicas)) {
        const bool tooMany =
            fact.replica < 1 || fact.replica > plan.desired || present.contains(fact.replica);
        const bool dead = fact.state == ContainerState::Dead;
        if (tooMany || dead) {
            if (isAlive(fact.state))
                stops.append({Kind::Stop, fact.replica, fact.id});
            removals.append({Kind::Remove, fact.replica, fact.id});
            continue;
        }
        present.insert(fact.replica);
        if (plan.stopped) {
            if (isAlive(fact.state))
                stops.append({Kind::Stop, fact.replica, fact.id});
        } else if (fact.state == ContainerState::Paused && plan.start == StartWhich::All) {
            unpauses.append({Kind::Unpause, fact.replica, fact.id});
        } else if (shallStart(plan.start, fact)) {
            starts.append({Kind::Start, fact.replica, fact.id});
        }
    }
    for (int replica = 1; replica <= plan.desired; ++replica) {
        if (!plan.createMissing || present.contains(replica))
            continue;
        creations.append({Kind::Create, replica, {}});
        if (!plan.stopped && plan.start != StartWhich::None)
            starts.append({Kind::Start, replica, {}});
    }
    std::stable_sort(starts.begin(), starts.end(), [](const DeploymentAction& a, const DeploymentAction& b) {
        return a.replica < b.replica;
    });
    return actions + stops + removals + creations + starts + unpauses;
}

DeploymentPlan keptPlan(const DeploymentFacts& facts)
{
    DeploymentPlan plan;
    plan.desired = facts.marker.desired.value_or(facts.markerLabel);
    plan.stopped = facts.marker.stopped;
    if (facts.markerId.isEmpty()) {
        plan.desired = 0;
        for (const ReplicaFact& fact : facts.replicas)
            plan.desired = std::max(plan.desired, fact.replica);
        plan.stopped = false;
    }
    return plan;
}

} // namespace kaptan::docker
