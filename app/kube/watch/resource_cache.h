#pragma once

#include "app/kube/watch/reflector.h"

namespace kaptan::kube
{

/// A Reflector whose rows are of one type: PodRow, WorkloadRow, NodeRow or EventRow. Signals are those of the
/// Reflector; rowsOf() gives a delta's rows their type back.
template <class R>
class ResourceCache : public Reflector
{
public:
    using Pointer = std::shared_ptr<const R>;

    ResourceCache(StreamOpener& opener, WatchTarget target, Clock& clock, ReflectorOptions options = {},
                  QObject* parent = nullptr)
        : Reflector(opener, std::move(target), R::kKind, clock, std::move(options), parent)
    {
    }

    QVector<Pointer> snapshot() const { return typed(rows()); } ///< any thread

    Pointer find(const Text& uid) const
    {
        return std::static_pointer_cast<const R>(row(uid));
    } ///< any thread

    static QVector<Pointer> rowsOf(const RowDelta& delta) { return typed(delta.upserted); }

private:
    static QVector<Pointer> typed(const QVector<RowPtr>& rows)
    {
        QVector<Pointer> result;
        result.reserve(rows.size());
        for (const RowPtr& row : rows)
            result.append(std::static_pointer_cast<const R>(row));
        return result;
    }
};

using PodCache = ResourceCache<PodRow>;
using WorkloadCache = ResourceCache<WorkloadRow>;
using NodeCache = ResourceCache<NodeRow>;
using EventCache = ResourceCache<EventRow>;

} // namespace kaptan::kube
