#pragma once

#include "app/kube/watch/cluster.h"
#include "app/kube/watch/table_feed.h"

#include <QPointer>

namespace kaptan::ui
{

/// One kind of a cluster, live, in all namespaces or in some. Its feeds live in the cluster's thread; what
/// they tell arrives here, in the thread of the pane.
class KubeFeeds : public QObject
{
    Q_OBJECT
public:
    explicit KubeFeeds(QObject* parent = nullptr);
    ~KubeFeeds() override;

    /// Ends what was watched before. Empty namespaces in the list mean all of them.
    void watch(kube::Cluster* cluster, const kube::ApiResource& resource, const QStringList& nameSpaces);
    void end();
    /// Nobody looks: the server is left in peace; the difference comes when somebody looks again.
    void setActive(bool active);
    void retryNow();

    bool isWatching() const { return !m_feeds.isEmpty(); }

    struct State {
        bool loaded = false;        ///< the first rows came from everywhere
        bool listing = false;       ///< more rows are on their way
        qint64 remaining = -1;      ///< how many; -1: not said
        std::optional<Error> error; ///< why some of it is not live
        QDateTime lastLive;         ///< UTC; of the one that is stale for longest; invalid: live or never was
    };

    State state() const;

    /// Of reflectors that live; `loaded` is not said.
    template <class R>
    static State stateOf(const QVector<R*>& reflectors)
    {
        State whole;
        for (const R* each : reflectors)
            add(each->state(), whole);
        return whole;
    }

    QVector<kube::TableColumn> columns() const;

Q_SIGNALS:
    void changed(const QVector<std::shared_ptr<const kaptan::kube::CellsRow>>& upserted,
                 const QVector<QString>& removed);
    void stateChanged();

private:
    static void add(const kube::WatchState& state, State& whole);

    struct Feed {
        kube::TableFeed* feed;
        bool loaded = false;
    };

    QPointer<kube::Cluster> m_cluster;
    QVector<Feed> m_feeds;
    int m_run = 0; ///< what comes of an earlier one is not looked at
    bool m_active = true;
};

} // namespace kaptan::ui
