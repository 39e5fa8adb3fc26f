#include "app/docker/adapter/deployment_flow.h"

#include "app/docker/adapter/grouping.h"
#include "app/docker/api/engine_error.h"

#include <QCoreApplication>

#include <optional>

namespace kaptan::docker
{

namespace
{

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(EngineFlow)
};

namespace key = labels::key;

/// What was decided is looked at again until nothing is left; somebody who keeps removing containers wins.
constexpr int mostRounds = 4;
/// Creating is disk work for the engine, stopping is mostly waiting.
constexpr int createWidth = 4;
constexpr int stopWidth = 16;

QFuture<Result<void>> forgetValue(QFuture<Result<CreatedContainer>> future)
{
    return future.then(QtFuture::Launch::Sync, [](const QFuture<Result<CreatedContainer>>& done) {
        if (done.resultCount() == 0)
            return Result<void>(failure(Cancelled{}));
        const Result<CreatedContainer> result = done.result();
        return result ? Result<void>() : Result<void>(failure(result.error()));
    });
}

} // namespace

DeploymentFlow::DeploymentFlow(EngineApi& api, Flow& flow, const QString& name)
    : m_api(api), m_flow(flow), m_name(name)
{
}

void DeploymentFlow::setSpec(const workload::DeploySpec& spec, bool ownNetwork)
{
    m_kept = {spec, ownNetwork};
}

Result<void> DeploymentFlow::readFacts()
{
    const Filters filters{{QStringLiteral("label"), {key::deployment + QLatin1String("=") + m_name}}};
    const auto found = m_flow.await(m_api.containers(true, filters));
    if (!found)
        return failure(found.error());
    m_facts = {};
    m_templateId.clear();
    int newest = -1;
    for (const ContainerSummary& summary : *found) {
        const QHash<QString, QString>& all = summary.labels;
        const bool marker = isMarker(all);
        if (marker) {
            m_facts.markerId = summary.id;
            m_facts.marker = labels::parseMarkerName(m_name, summary.name).value_or(labels::MarkerState{});
            m_facts.markerLabel = all.value(key::desired).toInt();
        } else {
            m_facts.replicas.append(
                {summary.id, all.value(key::replica).toInt(), summary.state, summary.exitCode.value_or(0)});
        }
        // The marker's is the truth; without it the newest revision's.
        const int weight = marker ? std::numeric_limits<int>::max() : all.value(key::revision).toInt();
        if (weight > newest && all.contains(key::spec)) {
            newest = weight;
            m_templateId = summary.id;
            m_templateSpec = all.value(key::spec);
            m_revision = all.value(key::revision).toInt();
        }
    }
    return {};
}

Result<void> DeploymentFlow::loadSpec()
{
    if (const auto read = readFacts(); !read)
        return read;
    if (m_templateId.isEmpty())
        return failure(NotAllowed{
            NotAllowed::Kind::Unsupported, m_name, Tr::tr("there is no such deployment any more"), {}});
    auto kept = decodeSpec(m_templateSpec);
    if (!kept)
        return failure(kept.error());
    m_kept = std::move(*kept);
    m_kept.spec.name = m_name;
    if (m_kept.spec.environment.isEmpty())
        return {};
    const auto details = m_flow.await(m_api.inspectContainer(m_templateId));
    if (!details)
        return failure(details.error());
    fillEnvironment(m_kept.spec, details->config.environment);
    return {};
}

Result<void> DeploymentFlow::converge(const DeploymentPlan& plan)
{
    m_plan = plan;
    m_kept.spec.replicas = plan.desired;
    for (int round = 0; round < mostRounds; ++round) {
        if (const auto read = readFacts(); !read)
            return read;
        const QVector<DeploymentAction> actions = decide(plan, m_facts);
        if (actions.isEmpty())
            return {};
        if (round == 0)
            m_flow.setRange(int(actions.size()));
        if (const auto done = execute(actions); !done)
            return done;
    }
    return {};
}

Result<void> DeploymentFlow::execute(const QVector<DeploymentAction>& actions)
{
    using Kind = DeploymentAction::Kind;
    for (qsizetype from = 0; from < actions.size();) {
        qsizetype to = from;
        while (to < actions.size() && actions.at(to).kind == actions.at(from).kind)
            ++to;
        const Kind kind = actions.at(from).kind;
        if (kind == Kind::Create && m_kept.ownNetwork) {
            if (const auto network = ensureNetwork(); !network)
                return network;
        }
        const auto done = m_flow.forEach(
            int(to - from), kind == Kind::Stop ? stopWidth : createWidth,
            [this, &actions, from](int i) {
                m_flow.setProgress(m_done, words(actions.at(from + i)));
                return call(actions.at(from + i), m_plan);
            },
            [this, &actions, from](int i) { m_flow.setProgress(++m_done, words(actions.at(from + i))); });
        if (!done)
            return done;
        from = to;
    }
    return {};
}

QFuture<Result<void>> DeploymentFlow::call(const DeploymentAction& action, const DeploymentPlan& plan)
{
    using Kind = DeploymentAction::Kind;
    switch (action.kind) {
    case Kind::CreateMarker:
        return forgetValue(
            m_api.createContainer(markerRequest(m_kept.spec, m_kept.ownNetwork, plan.desired, m_revision)));
    case Kind::RenameMarker:
        return m_api.renameContainer(action.id.isEmpty() ? labels::markerName(m_name) : action.id,
                                     labels::markerName(m_name, plan.desired, plan.stopped));
    case Kind::Stop:
        return m_api.stopContainer(action.id);
    case Kind::Remove:
        return m_api.removeContainer(action.id, true, true);
    case Kind::Create:
        return forgetValue(m_api.createContainer(
            replicaRequest(m_kept.spec, m_kept.ownNetwork, action.replica, m_revision)));
    case Kind::Start:
        return m_api.startContainer(action.id.isEmpty() ? labels::replicaName(m_name, action.replica)
                                                        : action.id);
    case Kind::Unpause:
        return m_api.unpauseContainer(action.id);
    }
    return readyFuture<void>({});
}

QString DeploymentFlow::words(const DeploymentAction& action) const
{
    using Kind = DeploymentAction::Kind;
    const QString name = labels::replicaName(m_name, action.replica);
    switch (action.kind) {
    case Kind::CreateMarker:
    case Kind::RenameMarker:
        return Tr::tr("Writing down the plan");
    case Kind::Stop:
        return Tr::tr("Stopping %1").arg(name);
    case Kind::Remove:
        return Tr::tr("Removing %1").arg(name);
    case Kind::Create:
        return Tr::tr("Creating %1").arg(name);
    case Kind::Start:
        return Tr::tr("Starting %1").arg(name);
    case Kind::Unpause:
        return Tr::tr("Resuming %1").arg(name);
    }
    return {};
}

Result<void> DeploymentFlow::ensureNetwork(bool* made)
{
    const auto found = m_flow.await(m_api.inspectNetwork(m_kept.spec.network));
    if (found)
        return {};
    if (!isNotFound(found.error()))
        return failure(found.error());
    if (!m_kept.ownNetwork)
        return failure(
            InvalidInput{Tr::tr("Network"), Tr::tr("the engine has no network “%1”").arg(m_kept.spec.network),
                         Tr::tr("Choose one from the list, or leave it empty for one of its own.")});
    NetworkCreateRequest request;
    request.name = m_kept.spec.network;
    request.labels = {{key::network, m_name}, {key::managedBy, key::managedByKaptan}};
    const auto created = m_flow.await(m_api.createNetwork(request));
    if (!created)
        return failure(created.error());
    if (made)
        *made = true;
    return {};
}

Result<void> DeploymentFlow::removeAll(bool withNetwork)
{
    if (const auto read = readFacts(); !read)
        return read;
    const int count = int(m_facts.replicas.size());
    m_flow.setRange(count + 2);
    m_done = 0;
    std::optional<Error> first;
    const auto note = [&first](const Result<void>& result) {
        if (!result && !isNotFound(result.error()) && !first)
            first = result.error();
    };
    note(m_flow.forEach(
        count, createWidth,
        [this](int i) { return m_api.removeContainer(m_facts.replicas.at(i).id, true, true); },
        [this](int i) {
            m_flow.setProgress(
                ++m_done,
                Tr::tr("Removing %1").arg(labels::replicaName(m_name, m_facts.replicas.at(i).replica)));
        }));
    // The marker goes last: while it is there, what is left of it can be seen, and removed again.
    if (!first && !m_facts.markerId.isEmpty())
        note(m_flow.await(m_api.removeContainer(m_facts.markerId, true, true)));
    m_flow.setProgress(++m_done, Tr::tr("Removing the network"));
    if (!first && withNetwork) {
        const QString own = labels::networkName(m_name);
        const auto network = m_flow.await(m_api.inspectNetwork(own));
        // Stopped containers of others are no members of it, but would not start without it.
        const auto users = m_flow.await(m_api.containers(true, {{QStringLiteral("network"), {own}}}));
        if (network && users && users->isEmpty() && network->summary.labels.value(key::network) == m_name)
            note(m_flow.await(m_api.removeNetwork(own)));
    }
    m_flow.setProgress(++m_done, {});
    return first ? Result<void>(failure(*first)) : Result<void>();
}

} // namespace kaptan::docker
