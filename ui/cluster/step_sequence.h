#pragma once

#include "app/core/result.h"

#include <QVector>

#include <functional>

class QObject;

namespace kaptan::session
{
class Session;
}

namespace kaptan::ui
{

using Step = std::function<QFuture<Result<void>>()>;

/// The step, refused where the connection is gone or may not be written to (any more) when its turn comes:
/// minutes may lie before it.
Step writingTo(session::Session* session, Step step);

/// Takes the steps one after another and reports how far it came; the first error counts, the others go on.
/// Cancelled between two steps. `receiver` holds it: nothing more is begun when it is gone.
QFuture<Result<void>> runInOrder(const QVector<Step>& steps, QObject* receiver);

} // namespace kaptan::ui
