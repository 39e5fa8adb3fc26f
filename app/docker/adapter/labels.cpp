#include "app/docker/adapter/labels.h"

namespace kaptan::docker::labels
{

namespace
{
constexpr QLatin1String prefix{"kaptan-"};
constexpr QLatin1String stoppedSuffix{".stopped"};
} // namespace

QString markerName(const QString& deployment)
{
    return prefix + deployment;
}

QString markerName(const QString& deployment, int desired, bool stopped)
{
    QString name = prefix + deployment + u'.' + QString::number(desired);
    if (stopped)
        name += stoppedSuffix;
    return name;
}

std::optional<MarkerState> parseMarkerName(const QString& deployment, const QString& name)
{
    const QString base = markerName(deployment);
    if (!name.startsWith(base))
        return std::nullopt;
    QString rest = name.mid(base.size());
    MarkerState state;
    if (rest.isEmpty())
        return state;
    if (rest.endsWith(stoppedSuffix)) {
        state.stopped = true;
        rest.chop(stoppedSuffix.size());
    }
    bool ok = false;
    const int desired = rest.startsWith(u'.') ? rest.mid(1).toInt(&ok) : -1;
    if (!ok || desired < 0)
        return std::nullopt;
    state.desired = desired;
    return state;
}

QString replicaName(const QString& deployment, int replica)
{
    return deployment + u'-' + QString::number(replica);
}

QString networkName(const QString& deployment)
{
    return prefix + deployment;
}

} // namespace kaptan::docker::labels
