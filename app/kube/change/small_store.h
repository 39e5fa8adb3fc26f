#pragma once

#include "app/core/result.h"

#include <QByteArray>
#include <QString>

/// Files for this user alone; for this room's own sources.
namespace kaptan::kube
{

/// Makes the folder with 0700 where it is missing.
Result<void> makePrivateFolder(const QString& folder);
/// Whole or not at all, with 0600, on disk when it returns.
Result<void> writePrivateFile(const QString& file, const QByteArray& bytes);
/// At most `most` bytes.
Result<QByteArray> readPrivateFile(const QString& file, qint64 most);

} // namespace kaptan::kube
