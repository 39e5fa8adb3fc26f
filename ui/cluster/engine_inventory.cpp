#include "ui/cluster/engine_inventory.h"

#include "app/core/when_done.h"

namespace kaptan::ui
{

namespace
{

/// So many events of one moment are one reading.
constexpr int soonMs = 400;

} // namespace

EngineInventory::EngineInventory(QObject* parent) : QObject(parent)
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(soonMs);
    connect(&m_soon, &QTimer::timeout, this, &EngineInventory::loadOld);
}

void EngineInventory::setSession(session::Session* session)
{
    m_session = session;
    ++m_run;
    m_parts = {};
    m_parts[Disk].old = false;
    m_images.clear();
    m_volumes.clear();
    m_networks.clear();
    m_containers.clear();
    m_disk = {};
    for (int kind = 0; kind < kinds; ++kind)
        Q_EMIT changed(kind);
}

void EngineInventory::setActive(bool active)
{
    if (m_active == active)
        return;
    m_active = active;
    if (active)
        loadOld();
}

void EngineInventory::touch(Kind kind, bool now)
{
    m_parts[kind].old = true;
    if (!m_active)
        return;
    if (now)
        loadOld();
    else if (!m_soon.isActive())
        m_soon.start();
}

void EngineInventory::touchAll()
{
    for (const Kind kind : {Images, Volumes, Networks, Containers})
        m_parts[kind].old = true;
    if (m_active)
        loadOld();
}

void EngineInventory::measureDisk()
{
    touch(Disk, true);
}

void EngineInventory::take(const QVector<workload::Event>& events)
{
    for (const workload::Event& event : events) {
        const QString& action = event.action;
        if (event.kind == QLatin1String("image")) {
            touch(Images);
        } else if (event.kind == QLatin1String("volume")) {
            // A container that starts and ends mounts and unmounts; nothing listed changes by it.
            if (action != QLatin1String("mount") && action != QLatin1String("unmount"))
                touch(Volumes);
        } else if (event.kind == QLatin1String("network")) {
            if (action == QLatin1String("connect") || action == QLatin1String("disconnect"))
                touch(Containers);
            else
                touch(Networks);
        } else if (event.kind == QLatin1String("container")) {
            // Who uses what changes only with these.
            if (action == QLatin1String("create") || action == QLatin1String("destroy") ||
                action == QLatin1String("remove") || action == QLatin1String("rename"))
                touch(Containers);
        }
    }
}

void EngineInventory::loadOld()
{
    for (int kind = 0; kind < kinds; ++kind)
        if (m_parts[size_t(kind)].old)
            load(Kind(kind));
}

template <class T>
void EngineInventory::loadInto(Kind kind, const QFuture<Result<T>>& future, T EngineInventory::*target)
{
    const int run = m_run;
    whenDone(future, this, [this, kind, run, target](const Result<T>& result) {
        if (run != m_run)
            return;
        Part& part = m_parts[kind];
        part.loading = false;
        if (result) {
            this->*target = *result;
            part.loaded = true;
            part.at = QDateTime::currentDateTimeUtc();
            part.error.reset();
        } else if (!result.error().isCancelled()) {
            part.error = result.error();
        }
        Q_EMIT changed(kind);
        // It changed again while it was read.
        if (part.old && m_active && !m_soon.isActive())
            m_soon.start();
    });
}

void EngineInventory::load(Kind kind)
{
    Part& part = m_parts[kind];
    docker::EngineApi* engine = m_session ? m_session->engine() : nullptr;
    if (!engine || !m_active || part.loading)
        return;
    part.old = false;
    part.loading = true;
    switch (kind) {
    case Images:
        loadInto(kind, engine->images(), &EngineInventory::m_images);
        break;
    case Volumes:
        loadInto(kind, engine->volumes(), &EngineInventory::m_volumes);
        break;
    case Networks:
        loadInto(kind, engine->networks(), &EngineInventory::m_networks);
        break;
    case Containers:
        loadInto(kind, engine->containers(true), &EngineInventory::m_containers);
        break;
    case Disk:
        loadInto(kind, engine->diskUsage(), &EngineInventory::m_disk);
        break;
    }
    Q_EMIT changed(kind);
}

} // namespace kaptan::ui
