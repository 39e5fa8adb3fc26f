#pragma once

#include "ui/common/style.h"

#include <QMetaType>
#include <QString>
#include <QVector>

#include <memory>

namespace kaptan::ui
{

/// How a column is painted.
enum class CellKind {
    Text,
    Muted,
    Mono,      ///< names of objects
    MonoMuted, ///< images, namespaces
    Chip,      ///< icon + word + tone
    Number,    ///< right-aligned, tabular figures, unit lighter
    Sparkline,
};

/// A short series for a sparkline, oldest first; NaN where there is no sample.
using Series = std::shared_ptr<const QVector<double>>;

/// What one place of a table shows. Texts may come from an engine as they are: the model makes them safe.
struct Cell {
    QString text;
    QString unit;              ///< behind the text, lighter ("Gi")
    Tone tone = Tone::Neutral; ///< of a chip; of the text elsewhere where not Neutral
    QString icon;              ///< of a chip, and before the text elsewhere; may be empty
    QString toolTip;           ///< plain text; empty: the text where it was elided
    QString copy;              ///< for the clipboard and screen readers; empty: text and unit
    Series series;
    int seriesColor = 0; ///< index of Style::series()
    bool dim = false;    ///< drawn in Muted

    bool isNull() const { return text.isEmpty() && icon.isEmpty() && !series; }
};

} // namespace kaptan::ui

Q_DECLARE_METATYPE(kaptan::ui::Cell)
