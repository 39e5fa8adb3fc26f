#include "app/docker/adapter/event_source.h"

#include "app/docker/adapter/grouping.h"

#include <QCoreApplication>
#include <QSet>

namespace kaptan::docker
{

namespace
{

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(EngineEvents)
};

constexpr QLatin1String health{"health_status"};

bool isNoise(const DockerEvent& event)
{
    static const QSet<QString> noise{
        QStringLiteral("exec_create"),  QStringLiteral("exec_start"),    QStringLiteral("exec_die"),
        QStringLiteral("exec_detach"),  QStringLiteral("exec_died"),     QStringLiteral("exec"),
        QStringLiteral("top"),          QStringLiteral("attach"),        QStringLiteral("detach"),
        QStringLiteral("resize"),       QStringLiteral("init"),          QStringLiteral("cleanup"),
        QStringLiteral("archive-path"), QStringLiteral("extract-to-dir")};
    return noise.contains(event.action) || isMarker(event.attributes);
}

workload::EventSeverity severityOf(const DockerEvent& event)
{
    using S = workload::EventSeverity;
    if (event.action == u"oom")
        return S::Error;
    if (event.action == health)
        return event.detail == u"unhealthy" ? S::Warning : S::Normal;
    if (event.action != u"die")
        return S::Normal;
    // 143 and 137 are what a stop leads to.
    const int code = event.exitCode.value_or(0);
    return code == 0 || code == 143 || code == 137 ? S::Normal : S::Error;
}

QString messageOf(const DockerEvent& event)
{
    if (event.action == u"die" && event.exitCode)
        return Tr::tr("exit code %1").arg(*event.exitCode);
    if (event.action == u"oom")
        return Tr::tr("it needed more memory than it may have");
    if (event.action == u"kill" && event.attributes.contains(QStringLiteral("signal")))
        return Tr::tr("signal %1").arg(event.attributes.value(QStringLiteral("signal")));
    if (event.action == u"rename" && event.attributes.contains(QStringLiteral("oldName")))
        return Tr::tr("it was called %1").arg(event.attributes.value(QStringLiteral("oldName")).mid(1));
    return event.detail;
}

} // namespace

std::optional<workload::Event> toEvent(const DockerEvent& event)
{
    if (isNoise(event))
        return std::nullopt;
    workload::Event result;
    result.at = event.at;
    result.kind = event.type;
    result.action = event.action;
    result.object = event.name.isEmpty() ? event.id.left(12) : event.name;
    result.objectId = event.id;
    result.severity = event.type == u"container" ? severityOf(event) : workload::EventSeverity::Normal;
    result.message = messageOf(event);
    if (event.type == u"container")
        result.workloadId = workloadIdOf(event.attributes, event.id);
    return result;
}

EngineEvents::EngineEvents(ContainerCache& cache, int keep, QObject* parent)
    : EventSource(parent), m_keep(qMax(1, keep))
{
    connect(&cache, &ContainerCache::happened, this, &EngineEvents::take);
}

QVector<workload::Event> EngineEvents::recent() const
{
    const QMutexLocker lock(&m_mutex);
    return m_ring.mid(m_oldest) + m_ring.first(m_oldest);
}

/// Podman reports each run of a check, not only its changes.
bool EngineEvents::repeats(const workload::Event& event, const QString& detail)
{
    if (event.action == u"destroy" || event.action == u"start")
        m_lastHealth.remove(event.objectId);
    if (event.action != health)
        return false;
    QString& last = m_lastHealth[event.objectId];
    if (last == detail)
        return true;
    last = detail;
    return false;
}

void EngineEvents::take(const QVector<DockerEvent>& batch)
{
    QVector<workload::Event> events;
    for (const DockerEvent& event : batch) {
        std::optional<workload::Event> mapped = toEvent(event);
        if (!mapped || repeats(*mapped, event.detail))
            continue;
        mapped->id = QStringLiteral("%1-%2").arg(event.timeNano).arg(++m_number);
        events.append(std::move(*mapped));
    }
    if (events.isEmpty())
        return;
    {
        const QMutexLocker lock(&m_mutex);
        for (const workload::Event& event : std::as_const(events)) {
            if (m_ring.size() < m_keep) {
                m_ring.append(event);
            } else {
                m_ring[m_oldest] = event;
                m_oldest = (m_oldest + 1) % m_keep;
            }
        }
    }
    Q_EMIT happened(events);
}

} // namespace kaptan::docker
