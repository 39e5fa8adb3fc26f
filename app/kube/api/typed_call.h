#pragma once

#include "app/kube/api/api_call.h"
#include "app/kube/api/kube_error.h"

#include <QCoreApplication>
#include <QThreadPool>

/// How a call becomes a typed future; for this room's own sources only.
namespace kaptan::kube
{

/// What a call is called: an operation for the sentence and the object's name.
struct Operation {
    const char* text; ///< marked with QT_TRANSLATE_NOOP("Operation", ...)
    QString subject;
};

template <class T>
Result<T> named(Result<T> result, const Operation& operation)
{
    if (!result)
        result.error().during(operation.text, operation.subject);
    return result;
}

/// Cancelling `outer` breaks off `inner` too, which Qt does not do along then(). `context` lives in a thread
/// with an event loop.
template <class T>
void cancelWith(QObject* context, const QFuture<Result<T>>& outer,
                const QFuture<Result<net::Response>>& inner)
{
    QMetaObject::invokeMethod(
        context,
        [context, outer, inner] {
            auto* watcher = new QFutureWatcher<Result<T>>(context);
            QObject::connect(watcher, &QFutureWatcherBase::canceled, watcher,
                             [inner = inner]() mutable { inner.cancel(); });
            QObject::connect(watcher, &QFutureWatcherBase::finished, watcher, &QObject::deleteLater);
            watcher->setFuture(outer);
        },
        Qt::QueuedConnection);
}

/// Sends and decodes in the thread pool. `decode(const net::Response&, const QString& where) -> Result<T>`
/// must not hold on to anything that may be gone by then.
template <class T, class Decode>
QFuture<Result<T>> typedCall(Wire& wire, const net::Request& request, Operation operation, Decode decode)
{
    const QString where = whereOf(request);
    const QFuture<Result<net::Response>> sent = wire.send(request);
    const QFuture<Result<T>> outer = QFuture<Result<net::Response>>(sent).then(
        QThreadPool::globalInstance(), [where, operation = std::move(operation),
                                        decode = std::move(decode)](Result<net::Response> response) {
            Result<net::Response> good = checked(std::move(response), where);
            if (!good)
                return named(Result<T>(tl::unexpected<Error>(good.error())), operation);
            return named(Result<T>(decode(*good, where)), operation);
        });
    cancelWith(&wire, outer, sent);
    return outer;
}

/// A call whose answer says nothing more than that it succeeded.
inline QFuture<Result<void>> voidCall(Wire& wire, const net::Request& request, Operation operation)
{
    return typedCall<void>(wire, request, std::move(operation),
                           [](const net::Response&, const QString&) { return Result<void>(); });
}

} // namespace kaptan::kube
