#pragma once

#include "app/core/result.h"

#include <QLocale>
#include <QString>

namespace kaptan
{

/// Amounts of CPU and memory, read and written as operators write them. Units: thousandths of a core; bytes.
/// https://kubernetes.io/docs/reference/kubernetes-api/common-definitions/quantity/
namespace quantity
{

/// "250m" -> 250, "1.5" -> 1500, "0,5" -> 500. Negative, empty and non-numbers are InvalidInput.
Result<qint64> parseCpu(const QString& text);
/// "512Mi", "1.5Gi", "100M", "64k", "1e3", "1024". Units of 1024 (Ki Mi Gi Ti) and of 1000 (k M G T); "512MB"
/// and "512m" as Docker writes them are refused with advice, since a lower-case m would mean thousandths.
Result<qint64> parseBytes(const QString& text);

/// Any quantity as a server writes it, in whole units (cores, bytes, pieces): "1234567n", "250m", "16Gi",
/// "128e6", "-1"; NaN where it is none.
double number(QStringView text);

/// 250 -> "250m", 1500 -> "1.5", 2000 -> "2"; NaN -> "–".
QString formatCpu(double millicores, const QLocale& locale = QLocale());
/// 536870912 -> "512 Mi"; at most one decimal; negative -> "–".
QString formatBytes(qint64 bytes, const QLocale& locale = QLocale());
/// As formatBytes, with "/s" behind.
QString formatRate(double bytesPerSecond, const QLocale& locale = QLocale());
/// What parseBytes reads back exactly: 536870912 -> "512Mi".
QString exactBytes(qint64 bytes);

} // namespace quantity
} // namespace kaptan
