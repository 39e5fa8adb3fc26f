#pragma once

#include "app/chart/chart.h"

namespace kaptan::chart
{

/// The points of one column of pixels: the extremes are exact, whatever was left out between them.
struct Column {
    qint64 atMs = 0; ///< the middle between its first and last point
    double min = 0, max = 0, mean = 0;
    bool isAfterGap = false; ///< no line leads here from the column before; true for the first one

    bool operator==(const Column&) const = default;
};

/// What is drawn of a series within fromMs..toMs on `columns` columns; columns without a point are not there.
/// Points that are no numbers or lie outside are left out.
QVector<Column> decimate(const Series& series, qint64 fromMs, qint64 toMs, int columns);

} // namespace kaptan::chart
