#include "ui/cluster/kube_feeds.h"

namespace kaptan::ui
{

using kube::WatchState;

KubeFeeds::KubeFeeds(QObject* parent) : QObject(parent) {}

KubeFeeds::~KubeFeeds()
{
    end();
}

void KubeFeeds::watch(kube::Cluster* cluster, const kube::ApiResource& resource,
                      const QStringList& nameSpaces)
{
    end();
    m_cluster = cluster;
    for (const QString& nameSpace : nameSpaces) {
        kube::TableFeed* raw = kube::TableFeed::make(*cluster, resource, nameSpace);
        const qsizetype place = m_feeds.size();
        m_feeds.append({raw, false});
        connect(raw, &kube::Reflector::changed, this,
                [this, place, run = m_run](const kube::RowDelta& delta) {
                    if (run != m_run)
                        return;
                    m_feeds[place].loaded = true;
                    QVector<QString> removed;
                    removed.reserve(delta.removed.size());
                    for (const kube::Text& uid : delta.removed)
                        removed.append(uid.toString());
                    Q_EMIT changed(kube::TableFeed::rowsOf(delta), removed);
                });
        connect(raw, &kube::Reflector::stateChanged, this, [this, run = m_run] {
            if (run == m_run)
                Q_EMIT stateChanged();
        });
        if (m_active)
            QMetaObject::invokeMethod(raw, [raw] { raw->start(); });
    }
}

void KubeFeeds::end()
{
    ++m_run;
    // With the cluster its thread went, and with that its feeds.
    if (m_cluster) {
        for (const Feed& each : std::as_const(m_feeds)) {
            each.feed->disconnect(this);
            kube::TableFeed::dismiss(*m_cluster, each.feed);
        }
    }
    m_feeds.clear();
    m_cluster.clear();
}

void KubeFeeds::setActive(bool active)
{
    if (active == m_active)
        return;
    m_active = active;
    if (!m_cluster)
        return;
    for (const Feed& each : std::as_const(m_feeds))
        QMetaObject::invokeMethod(each.feed,
                                  [feed = each.feed, active] { active ? feed->start() : feed->stop(); });
}

void KubeFeeds::retryNow()
{
    if (!m_cluster)
        return;
    for (const Feed& each : std::as_const(m_feeds))
        QMetaObject::invokeMethod(each.feed, [feed = each.feed] { feed->retryNow(); });
}

KubeFeeds::State KubeFeeds::state() const
{
    State whole;
    if (!m_cluster)
        return whole;
    whole.loaded = !m_feeds.isEmpty();
    for (const Feed& each : m_feeds) {
        whole.loaded = whole.loaded && each.loaded;
        add(each.feed->state(), whole);
    }
    return whole;
}

void KubeFeeds::add(const WatchState& state, State& whole)
{
    if (state.phase == WatchState::Phase::Listing) {
        whole.listing = true;
        if (state.remaining > 0)
            whole.remaining = std::max<qint64>(whole.remaining, 0) + state.remaining;
    }
    if (state.phase != WatchState::Phase::Reconnecting && state.phase != WatchState::Phase::Failed)
        return;
    if (state.error && !whole.error)
        whole.error = state.error;
    if (state.error && state.lastLive.isValid() &&
        (!whole.lastLive.isValid() || state.lastLive < whole.lastLive))
        whole.lastLive = state.lastLive;
}

QVector<kube::TableColumn> KubeFeeds::columns() const
{
    if (m_cluster)
        for (const Feed& each : m_feeds)
            if (const auto columns = each.feed->columns(); !columns.isEmpty())
                return columns;
    return {};
}

} // namespace kaptan::ui
