#pragma once

#include "app/core/result.h"

#include <QFutureWatcher>
#include <QObject>

namespace kaptan
{

/// Calls `fn(Result<T>)` once in the receiver's thread when the future ends. Silent when the receiver is gone
/// before. A dropped or cancelled promise arrives as Cancelled, so that no busy indicator turns for ever.
/// Must be called in the receiver's thread.
template <class T, class Receiver, class Fn>
void whenDone(const QFuture<Result<T>>& future, Receiver* receiver, Fn fn)
{
    auto* watcher = new QFutureWatcher<Result<T>>(receiver);
    QObject::connect(watcher, &QFutureWatcherBase::finished, receiver,
                     [watcher, fn = std::move(fn)]() mutable {
                         watcher->deleteLater();
                         const QFuture<Result<T>> done = watcher->future();
                         if (done.resultCount() > 0)
                             fn(done.result());
                         else
                             fn(Result<T>(tl::unexpected<Error>(Error(Cancelled{}))));
                     });
    watcher->setFuture(future);
}

} // namespace kaptan
