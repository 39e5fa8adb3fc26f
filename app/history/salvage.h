#pragma once

#include "app/core/result.h"

namespace kaptan::history
{

/// Copies what can still be read of the damaged file into the new one, table by table, those first that
/// others lean on; rows that break a rule are left out. The number of rows. The damaged file stays as it is.
Result<qint64> salvage(const QString& damaged, const QString& into);

} // namespace kaptan::history
