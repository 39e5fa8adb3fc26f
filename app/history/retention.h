#pragma once

#include "app/history/database.h"
#include "app/history/history.h"
#include "app/history/metric_store.h"

namespace kaptan::history
{

/// Removes one slice of what is older than it is to be kept, and gives free pages back to the disk: small
/// transactions, between which others write. False where nothing is left to do. StorageError.
Result<bool> forgetSome(Database& database, MetricStore& metrics, const Retention& retention,
                        const QDateTime& now);

} // namespace kaptan::history
