#include "app/docker/adapter/deploy_target.h"

#include "app/docker/adapter/deployment_flow.h"
#include "app/docker/adapter/spec_check.h"
#include "app/docker/api/engine_error.h"

#include <QCoreApplication>

#include <algorithm>

namespace kaptan::docker
{

namespace
{

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(EngineDeploy)
};

/// The events of what was made are on their way when the calls have returned.
constexpr int echoMs = 5'000;

/// One deployment on its way, and how to take it back.
class Deployment
{
public:
    Deployment(EngineApi& api, Flow& flow, const workload::DeploySpec& spec)
        : m_api(api), m_flow(flow), m_spec(spec), m_ours(api, flow, spec.name)
    {
        const bool ownNetwork = m_spec.network.isEmpty();
        if (ownNetwork)
            m_spec.network = labels::networkName(m_spec.name);
        m_ours.setSpec(m_spec, ownNetwork);
    }

    Result<QString> run()
    {
        if (const auto free = nameIsFree(); !free)
            return failure(free.error());
        if (const auto image = ensureImage(); !image)
            return failure(image.error());
        if (const auto made = make(); !made) {
            takeBack();
            return failure(made.error());
        }
        return QLatin1String("deployment:") + m_spec.name;
    }

private:
    Result<void> nameIsFree()
    {
        if (const auto read = m_ours.readFacts(); !read)
            return read;
        if (m_ours.exists())
            return taken(Tr::tr("there is a deployment “%1” already").arg(m_spec.name));
        return {};
    }

    static Result<void> taken(const QString& why)
    {
        return failure(InvalidInput{Tr::tr("Name"), why, Tr::tr("Choose another name.")});
    }

    Result<void> ensureImage()
    {
        m_flow.setProgress(0, Tr::tr("Looking for the image %1").arg(m_spec.image));
        const auto found = m_flow.await(m_api.inspectImage(m_spec.image));
        if (found)
            return {};
        if (!isNotFound(found.error()) && !isNoSuchImage(found.error()))
            return failure(found.error());
        if (!m_spec.pullIfMissing)
            return failure(InvalidInput{Tr::tr("Image"),
                                        Tr::tr("the engine has no image “%1”").arg(m_spec.image),
                                        Tr::tr("Let it be pulled, or choose one from the list.")});
        return m_flow.awaitWithProgress(m_api.pull(m_spec.image), 0, Tr::tr("Pulling %1:").arg(m_spec.image));
    }

    Result<void> make()
    {
        // The marker is also the lock: from here on nobody else can deploy this name.
        DeploymentPlan plan{m_spec.replicas, false, StartWhich::None, false};
        if (const auto marker = m_ours.converge(plan); !marker) {
            if (!isNameConflict(marker.error()))
                return marker;
            m_lockLost = true;
            return taken(Tr::tr("a container “%1” is there already").arg(labels::markerName(m_spec.name)));
        }
        if (const auto network = m_ours.ensureNetwork(&m_madeNetwork); !network)
            return network;
        if (const auto volumes = createVolumes(); !volumes)
            return volumes;
        plan.createMissing = true;
        plan.start = StartWhich::New;
        const auto made = m_ours.converge(plan);
        if (!made && isNameConflict(made.error()))
            return taken(Tr::tr("a container of that name, with a number behind it, is there already"));
        return made;
    }

    /// Made by us, so that they carry a label and can be taken back; the engine would make them silently.
    Result<void> createVolumes()
    {
        const auto existing = m_flow.await(m_api.volumes());
        if (!existing)
            return failure(existing.error());
        for (const workload::VolumeMount& mount : std::as_const(m_spec.volumes)) {
            if (mount.kind != workload::VolumeMount::Kind::Volume || m_madeVolumes.contains(mount.source) ||
                std::any_of(existing->cbegin(), existing->cend(),
                            [&mount](const VolumeSummary& v) { return v.name == mount.source; }))
                continue;
            VolumeCreateRequest request;
            request.name = mount.source;
            request.labels = {{labels::key::managedBy, labels::key::managedByKaptan}};
            const auto created = m_flow.await(m_api.createVolume(request));
            if (!created)
                return failure(created.error());
            m_madeVolumes.append(mount.source);
        }
        return {};
    }

    void takeBack()
    {
        if (m_lockLost)
            return; // what is there is somebody else's
        m_flow.beginUndo();
        m_flow.setProgress(0, Tr::tr("Taking back what was made"));
        // Errors here would hide the one that matters; what stays can be removed like any deployment.
        (void)m_ours.removeAll(m_madeNetwork);
        for (const QString& volume : std::as_const(m_madeVolumes))
            (void)m_flow.await(m_api.removeVolume(volume));
    }

    EngineApi& m_api;
    Flow& m_flow;
    workload::DeploySpec m_spec;
    DeploymentFlow m_ours;
    bool m_lockLost = false;
    bool m_madeNetwork = false;
    QStringList m_madeVolumes;
};

template <class T, class Fn>
QFuture<Result<QStringList>> namesOf(QFuture<Result<QVector<T>>> future, Fn add)
{
    return future.then(QtFuture::Launch::Sync, [add](const QFuture<Result<QVector<T>>>& done) {
        if (done.resultCount() == 0)
            return Result<QStringList>(failure(Cancelled{}));
        const Result<QVector<T>> found = done.result();
        if (!found)
            return Result<QStringList>(failure(found.error()));
        QStringList names;
        for (const T& item : *found)
            add(names, item);
        names.removeDuplicates();
        names.sort(Qt::CaseInsensitive);
        return Result<QStringList>(names);
    });
}

} // namespace

EngineDeploy::EngineDeploy(EngineApi& api, EngineWorkloads& workloads, FlowRunner& runner)
    : m_api(api), m_workloads(workloads), m_runner(runner)
{
}

Result<void> EngineDeploy::check(const workload::DeploySpec& spec) const
{
    return checkSpec(spec);
}

QFuture<Result<QString>> EngineDeploy::deploy(const workload::DeploySpec& spec)
{
    if (const auto ok = checkSpec(spec); !ok)
        return readyFuture<QString>(failure(ok.error()));
    return m_runner.run<QString>(QLatin1String("deployment:") + spec.name, [this, spec](Flow& flow) {
        auto result = Deployment(m_api, flow, spec).run();
        if (!result) {
            result.error().during(QT_TRANSLATE_NOOP("Operation", "deploy"), spec.name);
            return result;
        }
        // Whoever gets the id may look it up at once.
        m_workloads.waitUntil(
            *result, echoMs, [](const workload::WorkloadPtr& now) { return now != nullptr; },
            [&flow] { return flow.cancelled(); });
        return result;
    });
}

QFuture<Result<QStringList>> EngineDeploy::imageNames()
{
    return namesOf<ImageSummary>(
        m_api.images(), [](QStringList& names, const ImageSummary& image) { names.append(image.tags); });
}

QFuture<Result<QStringList>> EngineDeploy::networkNames()
{
    return namesOf<NetworkSummary>(m_api.networks(), [](QStringList& names, const NetworkSummary& network) {
        names.append(network.name);
    });
}

QFuture<Result<QStringList>> EngineDeploy::volumeNames()
{
    return namesOf<VolumeSummary>(m_api.volumes(), [](QStringList& names, const VolumeSummary& volume) {
        if (!volume.isAnonymous())
            names.append(volume.name);
    });
}

} // namespace kaptan::docker
