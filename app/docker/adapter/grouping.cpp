#include "app/docker/adapter/grouping.h"

#include "app/docker/adapter/create_request.h"

#include <QCoreApplication>
#include <QSet>

#include <algorithm>

namespace kaptan::docker
{

namespace
{

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(EngineWorkloads)
};

namespace key = labels::key;

QString composeProject(const QHash<QString, QString>& all)
{
    const QString project = all.value(key::composeProject);
    return project.isEmpty() ? all.value(key::podmanComposeProject) : project;
}

QString composeService(const QHash<QString, QString>& all)
{
    const QString service = all.value(key::composeService);
    return service.isEmpty() ? all.value(key::podmanComposeService) : service;
}

int replicaOf(const QHash<QString, QString>& all)
{
    if (all.contains(key::deployment))
        return all.value(key::replica).toInt();
    return all.value(key::composeNumber).toInt();
}

QVector<workload::PortMapping> publishedPorts(const QVector<Port>& ports)
{
    QVector<workload::PortMapping> mappings;
    for (const Port& port : ports) {
        if (!port.published)
            continue;
        workload::PortMapping mapping;
        mapping.hostIp = port.hostIp;
        mapping.hostPort = port.hostPort;
        mapping.containerPort = port.containerPort;
        mapping.protocol = port.protocol;
        mappings.append(mapping);
    }
    return mappings;
}

workload::Health healthOf(const CachedContainer& container)
{
    switch (container.health()) {
    case HealthState::None:
        return workload::Health::None;
    case HealthState::Starting:
        return workload::Health::Starting;
    case HealthState::Healthy:
        return workload::Health::Healthy;
    case HealthState::Unhealthy:
        return workload::Health::Unhealthy;
    case HealthState::NotReported:
        break;
    }
    // Podman's list does not say. Until the inspection came, only our own label knows of a check.
    const QString json = container.summary.labels.value(key::spec);
    if (!json.isEmpty()) {
        const auto kept = decodeSpec(json);
        if (kept && kept->spec.healthCheck.kind == workload::HealthCheck::Kind::None)
            return workload::Health::None;
        return workload::Health::Starting;
    }
    return container.details ? workload::Health::Unknown : workload::Health::None;
}

bool hasCheck(const CachedContainer& container)
{
    if (container.details)
        return container.details->config.healthcheck.isSet();
    return container.health() != HealthState::None && container.health() != HealthState::NotReported;
}

/// An engine starts such a container again whatever its exit code; if it is down, then on purpose.
bool wasStoppedByHand(const CachedContainer& container)
{
    if (!container.details || container.state() != ContainerState::Exited)
        return false;
    const ContainerDetails& details = *container.details;
    const QString policy = details.host.restartPolicy.name;
    return (policy == u"always" || policy == u"unless-stopped") && details.error.isEmpty() &&
           !details.oomKilled;
}

struct Group {
    workload::Workload w;
    ContainerPtr marker;
    bool allStoppedByHand = true;
};

void addContainers(Group& group, const QVector<ContainerPtr>& containers)
{
    workload::Workload& w = group.w;
    QSet<QString> networks;
    for (const ContainerPtr& container : containers) {
        if (isMarker(container->summary.labels)) {
            group.marker = container;
            continue;
        }
        const workload::Instance instance = toInstance(*container);
        w.instances.append(instance);
        w.hasHealthCheck = w.hasHealthCheck || hasCheck(*container);
        group.allStoppedByHand = group.allStoppedByHand && wasStoppedByHand(*container);
        for (const workload::PortMapping& port : instance.ports) {
            if (!w.ports.contains(port))
                w.ports.append(port);
        }
        for (const NetworkAttachment& attachment : container->summary.networks)
            networks.insert(attachment.network);
    }
    w.networks = QStringList(networks.cbegin(), networks.cend());
    w.networks.sort();
}

void addMissing(Group& group)
{
    workload::Workload& w = group.w;
    QSet<int> present;
    for (const workload::Instance& instance : std::as_const(w.instances))
        present.insert(instance.replica);
    for (int replica = 1; replica <= w.desired; ++replica) {
        if (present.contains(replica))
            continue;
        workload::Instance missing;
        missing.name = labels::replicaName(w.name, replica);
        missing.replica = replica;
        missing.state = workload::InstanceState::Missing;
        w.instances.append(missing);
    }
}

void fillDeployment(Group& group)
{
    workload::Workload& w = group.w;
    w.kind = workload::WorkloadKind::Deployment;
    w.desired = 0;
    for (const workload::Instance& instance : std::as_const(w.instances))
        w.desired = std::max(w.desired, instance.replica);
    if (group.marker) {
        const ContainerSummary& marker = group.marker->summary;
        const auto state = labels::parseMarkerName(w.name, marker.name).value_or(labels::MarkerState{});
        w.desired = state.desired.value_or(marker.labels.value(key::desired).toInt());
        w.stopped = state.stopped;
    }
    w.revision = w.labels.value(key::revision).toInt();
    w.scalable = true;
    const auto kept = decodeSpec(w.labels.value(key::spec));
    if (!kept) {
        w.scalable = false;
        w.notScalableBecause = Tr::tr("What it was made from cannot be read any more.");
    } else {
        w.hasHealthCheck = kept->spec.healthCheck.kind != workload::HealthCheck::Kind::None;
        const ReplicaBound bound = replicaBound(kept->spec.ports);
        if (bound.most <= 1) {
            w.scalable = false;
            w.notScalableBecause = Tr::tr("It publishes the host port %1, which only one instance can hold.")
                                       .arg(bound.port.hostPort);
        }
    }
    addMissing(group);
}

void fillCompose(Group& group, const QString& id)
{
    workload::Workload& w = group.w;
    w.kind = workload::WorkloadKind::ComposeService;
    const QString path = id.section(u':', 1);
    w.group = path.section(u'/', 0, 0);
    w.name = path.section(u'/', 1);
    w.desired = int(w.instances.size());
    w.notScalableBecause =
        Tr::tr("Compose keeps the number of its replicas: docker compose up --scale %1=3").arg(w.name);
}

void fillContainer(Group& group)
{
    workload::Workload& w = group.w;
    w.kind = workload::WorkloadKind::Container;
    w.name = w.instances.constFirst().name;
    w.desired = 1;
    w.notScalableBecause = Tr::tr("It is a single container. Deploy its image to run several of it.");
}

} // namespace

QString workloadIdOf(const QHash<QString, QString>& all, const QString& containerId)
{
    const QString deployment = all.value(key::deployment);
    if (!deployment.isEmpty())
        return QLatin1String("deployment:") + deployment;
    const QString project = composeProject(all), service = composeService(all);
    if (!project.isEmpty() && !service.isEmpty() &&
        all.value(key::composeOneOff).compare(u"true", Qt::CaseInsensitive) != 0)
        return QLatin1String("compose:") + project + u'/' + service;
    return QLatin1String("container:") + containerId;
}

bool isMarker(const QHash<QString, QString>& all)
{
    return all.value(key::marker) == u"true";
}

workload::InstanceState instanceState(ContainerState state)
{
    using I = workload::InstanceState;
    switch (state) {
    case ContainerState::Created:
        return I::Created;
    case ContainerState::Running:
        return I::Running;
    case ContainerState::Paused:
        return I::Paused;
    case ContainerState::Restarting:
        return I::Restarting;
    case ContainerState::Stopping:
    case ContainerState::Removing:
        return I::Stopping;
    case ContainerState::Exited:
        return I::Exited;
    case ContainerState::Dead:
        return I::Dead;
    case ContainerState::Unknown:
        break;
    }
    return I::Unknown;
}

workload::Instance toInstance(const CachedContainer& container)
{
    const ContainerSummary& summary = container.summary;
    workload::Instance i;
    i.id = summary.id;
    i.name = summary.name;
    i.image = summary.image;
    i.replica = replicaOf(summary.labels);
    i.state = instanceState(summary.state);
    const bool alive = i.state == workload::InstanceState::Running;
    i.health = alive ? healthOf(container) : workload::Health::None;
    i.exitCode = summary.exitCode;
    i.created = summary.created;
    i.ports = publishedPorts(summary.ports);
    for (const NetworkAttachment& attachment : summary.networks) {
        if (i.address.isEmpty())
            i.address = attachment.ipAddress;
    }
    if (!container.details)
        return i;
    const ContainerDetails& details = *container.details;
    i.restarts = details.restartCount;
    i.oomKilled = details.oomKilled;
    i.created = details.created;
    i.started = details.startedAt;
    // The list says nothing about the last end while it runs or restarts.
    if (!i.exitCode && details.finishedAt.isValid())
        i.exitCode = details.exitCode;
    if (!alive)
        i.finished = details.finishedAt;
    i.reason = details.error;
    i.lastHealthOutput = details.lastHealthOutput();
    return i;
}

workload::WorkloadPtr buildWorkload(const QString& id, const QVector<ContainerPtr>& containers,
                                    const QDateTime& now)
{
    Group group;
    workload::Workload& w = group.w;
    w.id = id;
    addContainers(group, containers);
    if (!group.marker && w.instances.isEmpty())
        return nullptr;
    const ContainerPtr& named = group.marker ? group.marker : containers.constFirst();
    for (auto label = named->summary.labels.cbegin(); label != named->summary.labels.cend(); ++label)
        w.labels.insert(label.key(), label.value());
    if (id.startsWith(u"deployment:")) {
        w.name = id.section(u':', 1);
        fillDeployment(group);
    } else if (id.startsWith(u"compose:")) {
        fillCompose(group, id);
    } else {
        fillContainer(group);
    }
    const bool anyThere = std::any_of(w.instances.cbegin(), w.instances.cend(),
                                      [](const workload::Instance& i) { return !i.id.isEmpty(); });
    w.stopped = w.stopped || (anyThere && group.allStoppedByHand);
    std::sort(w.instances.begin(), w.instances.end(),
              [](const workload::Instance& a, const workload::Instance& b) {
                  return a.replica != b.replica ? a.replica < b.replica : a.name < b.name;
              });
    workload::summarize(w, now);
    if (group.marker && (!w.created.isValid() || group.marker->summary.created < w.created))
        w.created = group.marker->summary.created;
    return std::make_shared<const workload::Workload>(std::move(w));
}

} // namespace kaptan::docker
