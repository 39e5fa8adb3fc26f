#pragma once

#include "app/core/result.h"
#include "app/workload/log_store.h"

#include <memory>
#include <optional>
#include <vector>

namespace kaptan::ui
{

/// A part of a log as text: what copying and saving are made of.
struct LogTextJob {
    qint64 first = 0;                        ///< line
    qint64 end = 0;                          ///< one past the last line
    int firstColumn = 0;                     ///< characters of the first line left out
    int lastColumn = -1;                     ///< characters of the last line taken; -1: all
    bool timestamps = false;                 ///< as they were received, in front of each whole line
    std::optional<std::vector<qint64>> only; ///< these lines alone, ascending
};

/// The text as it is shown: colours and control characters gone, cut lines joined again. InvalidInput where
/// it is longer than 64 Mi characters. Any thread.
Result<QString> logText(const workload::LogStore& store, const LogTextJob& job);
/// The same by a worker.
QFuture<Result<QString>> logTextLater(std::shared_ptr<const workload::LogStore> store, const LogTextJob& job);
/// Writes it as UTF-8, whole or not at all, by a worker; of any length. Progress in lines; can be cancelled.
QFuture<Result<void>> saveLog(std::shared_ptr<const workload::LogStore> store, const LogTextJob& job,
                              const QString& path);

} // namespace kaptan::ui
