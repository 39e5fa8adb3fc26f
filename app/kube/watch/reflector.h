#pragma once

#include "app/core/clock.h"
#include "app/core/result.h"
#include "app/kube/api/kube_api.h"
#include "app/kube/watch/rows.h"

#include <QObject>
#include <QThreadPool>
#include <QVector>

#include <functional>
#include <memory>
#include <optional>

namespace kaptan::kube
{

/// What is watched.
struct WatchTarget {
    QString path; ///< "/api/v1/pods", "/apis/apps/v1/namespaces/shop/deployments"
    QString kind; ///< "Pod", "Deployment"; written into WorkloadRow
    QString labelSelector, fieldSelector;
    QByteArray accept = QByteArrayLiteral("application/json");
    bool watchable = true; ///< false: listed again and again (ReflectorOptions::pollEvery)

    /// An empty namespace: all.
    static WatchTarget of(const ApiResource& resource, const QString& nameSpace = {})
    {
        return {resource.path(nameSpace), resource.kind, {}, {}};
    }
};

/// How true the rows are.
struct WatchState {
    enum class Phase {
        Stopped,
        Listing,      ///< the first list is being read: some rows are missing
        Live,         ///< the watch is open
        Reconnecting, ///< rows are those of `lastLive`, or the first list broke off
        /// The server refuses (not allowed, no such resource), or its list has no measure: tried again each
        /// minute only.
        Failed,
    };
    Phase phase = Phase::Stopped;
    QDateTime since;            ///< UTC, when the phase began
    QDateTime lastLive;         ///< UTC, when the rows were last known to be true; invalid where never
    std::optional<Error> error; ///< why it is not live; absent while the first attempt runs
    qint64 listed = 0;          ///< rows that the list under way (or the last one) has brought
    qint64 remaining = -1;      ///< how many are still to come; -1: the server does not say
    qint64 skipped = 0;         ///< objects without metadata or uid, since start()
};

/// What changed since the last one. `reset`: `upserted` is all there is. A uid stands in one of both only.
struct RowDelta {
    bool reset = false;
    QVector<RowPtr> upserted;
    QVector<Text> removed; ///< uids

    bool isEmpty() const { return !reset && upserted.isEmpty() && removed.isEmpty(); }
};

struct ReflectorOptions {
    int firstPage = 100;                    ///< few, so that something is on the screen at once
    int furtherPages = 1000;                ///< bigger ones cost memory, smaller ones round trips
    int pagesInFlight = 2;                  ///< asked for or waiting for their decoding
    std::chrono::seconds watchTimeout{300}; ///< asked of the server, up to twice as long by jitter
    std::chrono::seconds stallGrace{30};    ///< silence beyond the timeout that means a dead connection
    /// Silence after which the server is asked for something small; 0: never. Bookmarks come each minute, but
    /// not from every server.
    std::chrono::seconds probeAfter{90};
    std::chrono::seconds probeTimeout{15};                       ///< no answer to that: the watch is dead too
    std::chrono::seconds refusedPause{60};                       ///< between attempts while Failed
    std::chrono::seconds pollEvery{15};                          ///< of what cannot be watched
    qsizetype longestLine = 64 * 1024 * 1024;                    ///< bytes
    qsizetype largestPage = 256 * 1024 * 1024;                   ///< bytes; a thousand objects are a few MiB
    std::chrono::milliseconds firstDelay{250}, mostDelay{15000}; ///< of the backoff
    Backoff::Random random;                                      ///< in [0, 1); empty: the machine's
    QThreadPool* pool = nullptr;                                 ///< decodes; null: the global one
};

/// One resource in one scope, kept true by list and watch. Comes back by itself from everything but a
/// refusal; what it knew stays meanwhile, and a list after a break brings only what differs.
///
/// Lives in the opener's thread, as do its signals; rows() and state() may be called from any thread.
/// Clock, opener and pool must outlive it.
class Reflector : public QObject
{
    Q_OBJECT
public:
    Reflector(StreamOpener& opener, WatchTarget target, RowKind rowKind, Clock& clock,
              ReflectorOptions options = {}, QObject* parent = nullptr);
    ~Reflector() override;

    const WatchTarget& target() const;

    void start();
    /// Ends what is under way; what is known stays, start() brings the difference.
    void stop();
    /// Tries again now instead of at the end of the pause. Nothing where nothing waits.
    void retryNow();

    WatchState state() const;     ///< any thread
    QVector<RowPtr> rows() const; ///< any thread; in no order. May already hold what changed() tells next.
    RowPtr row(const Text& uid) const; ///< any thread; null where unknown
    qsizetype count() const;           ///< any thread
    /// Of RowKind::Cells, known with the first rows; any thread.
    QVector<TableColumn> columns() const;

Q_SIGNALS:
    /// At most one a frame (16 ms). The first one after the first start() is a reset.
    void changed(const kaptan::kube::RowDelta& delta);
    /// Phase, error or the progress of the list; the latter with each page.
    void stateChanged();

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace kaptan::kube

Q_DECLARE_METATYPE(kaptan::kube::RowDelta)
Q_DECLARE_METATYPE(kaptan::kube::WatchState)
