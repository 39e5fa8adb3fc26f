#include "ui/logs/log_text_job.h"

#include "ui/logs/log_layout.h"

#include <QCoreApplication>
#include <QSaveFile>
#include <QThreadPool>

#include <algorithm>
#include <functional>

namespace kaptan::ui
{

using namespace workload;

namespace
{
constexpr qsizetype mostCopied = 64 << 20; // characters
constexpr int batch = 512;                 // lines read at once

/// Calls `take` with the text of a batch of lines until that returns false.
void forEachBatch(const LogStore& store, const LogTextJob& job,
                  const std::function<bool(const QString& text, qint64 lines)>& take)
{
    const qint64 count = job.only ? static_cast<qint64>(job.only->size()) : job.end - job.first;
    std::optional<LogSink::Stream> last;
    for (qint64 done = 0; done < count;) {
        QString text;
        const auto add = [&](const LogLine& line) {
            const LogLayout layout(line);
            const bool isFirst = line.number == job.first;
            const bool isLast = line.number + 1 == job.end;
            // Lines of one stream that were cut for display are one line again, unless others came between.
            if (last && (!layout.isContinued() || *last != layout.stream()))
                text += u'\n';
            last = layout.stream();
            if (job.timestamps && layout.stamp() && !(isFirst && job.firstColumn > 0))
                text += layout.stampText() + u' ';
            const qsizetype to = isLast && job.lastColumn >= 0 ? job.lastColumn : layout.text().size();
            const qsizetype from = isFirst ? job.firstColumn : 0;
            text += QStringView(layout.text()).mid(from, std::max<qsizetype>(0, to - from));
        };
        const qint64 step = std::min<qint64>(batch, count - done);
        if (job.only) {
            for (qint64 i = done; i < done + step; ++i) {
                for (const LogLine& line : store.read((*job.only)[static_cast<size_t>(i)], 1)) {
                    if (line.number == (*job.only)[static_cast<size_t>(i)])
                        add(line);
                }
            }
        } else {
            for (const LogLine& line : store.read(job.first + done, static_cast<int>(step))) {
                if (line.number < job.first + done + step)
                    add(line); // else the lines asked for are dropped already
            }
        }
        done += step;
        if (!take(text, done))
            return;
    }
}
} // namespace

Result<QString> logText(const LogStore& store, const LogTextJob& job)
{
    QString all;
    forEachBatch(store, job, [&](const QString& text, qint64) {
        all += text;
        return all.size() <= mostCopied;
    });
    if (all.size() > mostCopied)
        return failure(
            InvalidInput{QCoreApplication::translate("LogTextJob", "Selection"),
                         QCoreApplication::translate("LogTextJob", "It is too large for the clipboard."),
                         QCoreApplication::translate("LogTextJob", "Save the log to a file instead.")});
    return all;
}

QFuture<Result<QString>> logTextLater(std::shared_ptr<const LogStore> store, const LogTextJob& job)
{
    auto promise = std::make_shared<QPromise<Result<QString>>>();
    promise->start();
    QThreadPool::globalInstance()->start([promise, store = std::move(store), job] {
        promise->addResult(logText(*store, job));
        promise->finish();
    });
    return promise->future();
}

QFuture<Result<void>> saveLog(std::shared_ptr<const LogStore> store, const LogTextJob& job,
                              const QString& path)
{
    auto promise = std::make_shared<QPromise<Result<void>>>();
    promise->start();
    QThreadPool::globalInstance()->start([promise, store = std::move(store), job, path] {
        const qint64 count = job.only ? static_cast<qint64>(job.only->size()) : job.end - job.first;
        promise->setProgressRange(0, static_cast<int>(std::min<qint64>(count, INT_MAX)));
        QSaveFile file(path);
        bool good = file.open(QIODevice::WriteOnly);
        if (good) {
            forEachBatch(*store, job, [&](const QString& text, qint64 lines) {
                promise->setProgressValue(static_cast<int>(std::min<qint64>(lines, INT_MAX)));
                good = file.write(text.toUtf8()) >= 0;
                return good && !promise->isCanceled();
            });
            good = good && (count == 0 || file.write("\n") == 1);
        }
        if (promise->isCanceled()) {
            file.cancelWriting();
            promise->addResult(failure(Cancelled{}));
        } else if (!good || !file.commit()) {
            promise->addResult(failure(StorageError{path, file.errorString()}));
        } else {
            promise->addResult(Result<void>());
        }
        promise->finish();
    });
    return promise->future();
}

} // namespace kaptan::ui
