#pragma once

#include "app/docker/api/engine_error.h"

#include <QCoreApplication>
#include <QFuture>
#include <QFutureWatcher>
#include <QThreadPool>

/// How a call becomes a typed future; for this room's own sources only.
namespace kaptan::docker
{

/// What a call is called: an operation for the sentence and the object's name.
struct Operation {
    const char* text; ///< marked with QT_TRANSLATE_NOOP("Operation", ...)
    QString subject;
};

/// "GET /containers/json": without the version, for sentences.
QString whereOf(const net::Request& request);

/// A 2xx answer or 304, or the error in it.
Result<net::Response> checked(Result<net::Response> response, const QString& where);

template <class T>
Result<T> named(Result<T> result, const Operation& operation)
{
    if (!result)
        result.error().during(operation.text, operation.subject);
    return result;
}

/// Sends and decodes in the thread pool. `decode(const net::Response&, const QString& where) -> Result<T>`
/// must not hold on to anything that may be gone by then.
template <class T, class Decode>
QFuture<Result<T>> call(net::Client& client, const net::Request& request, Operation operation, Decode decode)
{
    const QString where = whereOf(request);
    return client.send(request).then(
        QThreadPool::globalInstance(), [where, operation = std::move(operation),
                                        decode = std::move(decode)](Result<net::Response> response) {
            Result<net::Response> good = checked(std::move(response), where);
            if (!good)
                return named(Result<T>(tl::unexpected<Error>(good.error())), operation);
            return named(Result<T>(decode(*good, where)), operation);
        });
}

/// A call whose answer says nothing more than that it succeeded.
inline QFuture<Result<void>> voidCall(net::Client& client, const net::Request& request, Operation operation)
{
    return call<void>(client, request, std::move(operation),
                      [](const net::Response&, const QString&) { return Result<void>(); });
}

/// Cancelling `outer` breaks off `inner` too, which Qt does not do along then(). `context` lives in a thread
/// with an event loop.
template <class T>
void cancelWith(QObject* context, const QFuture<Result<T>>& outer,
                const QFuture<Result<net::Response>>& inner)
{
    QMetaObject::invokeMethod(context, [context, outer, inner] {
        auto* watcher = new QFutureWatcher<Result<T>>(context);
        QObject::connect(watcher, &QFutureWatcherBase::canceled, watcher,
                         [inner = inner]() mutable { inner.cancel(); });
        QObject::connect(watcher, &QFutureWatcherBase::finished, watcher, &QObject::deleteLater);
        watcher->setFuture(outer);
    });
}

} // namespace kaptan::docker
