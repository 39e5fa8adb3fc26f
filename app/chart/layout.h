#pragma once

#include "app/chart/decimate.h"
#include "app/chart/scale.h"

namespace kaptan::chart
{

/// A piece of text and its place; no two of one chart touch each other.
struct Label {
    enum class Role { Title, Value, Time, Marker, Legend, Empty };
    Role role = Role::Title;
    QRectF rect;
    QString text; ///< already cut to fit
    Qt::Alignment alignment = Qt::AlignLeft | Qt::AlignVCenter;
    QColor colour;
};

/// A short line before a name of the legend.
struct Swatch {
    QRectF rect;
    QColor colour;
    bool isDashed = false; ///< of markers
};

/// Where everything of a chart goes. Pure: the same spec and place give the same layout.
struct Layout {
    QRectF plot; ///< null where there is no room for one
    ValueScale scale;
    QVector<TimeTick> times;          ///< with a line each; their texts are among the labels
    QVector<QVector<Column>> columns; ///< a series each
    QVector<Label> labels;
    QVector<Swatch> swatches;

    double x(qint64 atMs, const Spec& spec) const;
    double y(double value) const;
};

Layout layOut(const QRectF& rect, const Spec& spec, const Theme& theme);

QFont textFont(const Theme& theme);
QFont titleFont(const Theme& theme);

} // namespace kaptan::chart
