#pragma once

#include "app/core/result.h"

#include <QByteArray>

namespace kaptan::kube
{

/// A certificate, key or token: an ordinary file of at most 1 MiB (a pipe might never end). StorageError.
/// Blocks on the disk.
Result<QByteArray> readSmallFile(const QString& path);

} // namespace kaptan::kube
