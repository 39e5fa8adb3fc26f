#pragma once

#include "app/core/result.h"

#include <QSaveFile>

namespace kaptan::report
{

/// The file holds all of the bytes, or is as it was before: a full disk leaves no half of a report.
inline Result<void> writeWhole(const QString& path, const QByteArray& bytes)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
        return failure(StorageError{path, file.errorString()});
    return {};
}

} // namespace kaptan::report
