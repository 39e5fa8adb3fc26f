#pragma once

#include "app/core/error.h"

#include <QFuture>
#include <QPromise>

#include <tl/expected.hpp>

namespace kaptan
{

/// A value, or why there is none. Every fallible call returns one, remote calls a QFuture of one.
template <class T>
using Result = tl::expected<T, Error>;

/// Short for returning an error from a function that returns a Result.
inline tl::unexpected<Error> failure(ErrorCause cause)
{
    return tl::unexpected<Error>(Error(std::move(cause)));
}

inline tl::unexpected<Error> failure(Error error)
{
    return tl::unexpected<Error>(std::move(error));
}

/// A future that is finished already.
template <class T>
QFuture<Result<T>> readyFuture(Result<T> result)
{
    QPromise<Result<T>> promise;
    promise.start();
    promise.addResult(std::move(result));
    promise.finish();
    return promise.future();
}

} // namespace kaptan
