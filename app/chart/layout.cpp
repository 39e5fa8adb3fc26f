#include "app/chart/layout.h"

#include "app/core/plain_line.h"

#include <QCoreApplication>
#include <QFontMetricsF>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace kaptan::chart
{

namespace
{

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Chart)
};

/// Names longer than this are no names.
constexpr int nameLimit = 200;
constexpr int legendRows = 3;

QFont sized(const Theme& theme, double size)
{
    QFont font = theme.font;
    font.setPixelSize(std::max(1, int(std::lround(size))));
    font.setHintingPreference(QFont::PreferNoHinting);
    return font;
}

QColor colourOf(const Spec& spec, qsizetype series)
{
    const QColor own = spec.series.at(series).colour;
    return own.isValid() ? own : seriesColour(series);
}

class Builder
{
public:
    Builder(const QRectF& rect, const Spec& spec, const Theme& theme)
        : m_rect(rect), m_spec(spec), m_theme(theme), m_metrics(textFont(theme)),
          m_line(m_metrics.height() * 1.15), m_space(theme.textSize * 0.5)
    {
    }

    Layout build()
    {
        double top = m_rect.top(), bottom = m_rect.bottom();
        placeTitle(top);
        if (m_spec.hasLegend)
            placeLegend(bottom, top);
        if (!m_spec.markers.isEmpty())
            top += m_line;
        else
            top += m_line / 2; // half of the uppermost value's text
        bottom -= m_line + m_space / 2;
        placePlot(top, bottom);
        if (!m_layout.plot.isNull()) {
            placeTimes();
            placeMarkers(top);
        }
        return m_layout;
    }

private:
    void add(Label::Role role, const QRectF& rect, const QString& text, Qt::Alignment alignment,
             const QColor& colour)
    {
        m_layout.labels.append({role, rect, text, alignment | Qt::AlignVCenter, colour});
    }

    QString cut(const QString& text, double width) const
    {
        return m_metrics.elidedText(plainLine(text, nameLimit), Qt::ElideMiddle, width);
    }

    void placeTitle(double& top)
    {
        if (m_spec.title.isEmpty())
            return;
        const QFontMetricsF metrics(titleFont(m_theme));
        const double height = metrics.height() * 1.25;
        if (height > m_rect.height())
            return;
        add(Label::Role::Title, QRectF(m_rect.left(), top, m_rect.width(), height),
            metrics.elidedText(plainLine(m_spec.title, nameLimit), Qt::ElideRight, m_rect.width()),
            Qt::AlignLeft, m_theme.text);
        top += height;
    }

    struct Key {
        QString name;
        QColor colour;
        bool isDashed = false;
    };

    /// Rows of names from the left, at the lower end; what finds no place is counted.
    void placeLegend(double& bottom, double top)
    {
        QVector<Key> keys;
        for (qsizetype i = 0; i < m_spec.series.size(); ++i)
            if (!m_spec.series.at(i).name.isEmpty())
                keys.append({m_spec.series.at(i).name, colourOf(m_spec, i), false});
        for (const MarkerKey& key : m_spec.markerKeys)
            keys.append({key.name, key.colour, true});
        const double swatch = m_theme.textSize * 1.4, between = m_theme.textSize * 1.2;
        const double widest = std::min(m_rect.width() - swatch - m_space, m_rect.width() / 2);
        if (keys.isEmpty() || widest < m_theme.textSize * 3)
            return;

        struct Place {
            double x = 0, width = 0;
            int row = 0;
            QString text;
        };

        QVector<Place> places;
        double x = 0;
        int row = 0;
        for (const Key& key : keys) {
            const QString text = cut(key.name, widest);
            const double width = std::ceil(m_metrics.horizontalAdvance(text));
            const double reserved = row == legendRows - 1 ? m_theme.textSize * 3 : 0; // "+12"
            if (x > 0 && x + swatch + m_space + width > m_rect.width() - reserved) {
                x = 0;
                ++row;
            }
            if (row == legendRows)
                break;
            places.append({x, width, row, text});
            x += swatch + m_space + width + between;
        }
        const int rows = places.last().row + 1;
        const double height = rows * m_line + m_space;
        if (bottom - height - top < m_line * 5) // a chart without a legend says more than a legend alone
            return;
        bottom -= height;
        for (qsizetype i = 0; i < places.size(); ++i) {
            const Place& place = places[i];
            const double y = bottom + m_space + place.row * m_line;
            const double left = m_rect.left() + place.x;
            m_layout.swatches.append({QRectF(left, y, swatch, m_line), keys[i].colour, keys[i].isDashed});
            add(Label::Role::Legend, QRectF(left + swatch + m_space, y, place.width, m_line), place.text,
                Qt::AlignLeft, m_theme.text);
        }
        if (places.size() < keys.size()) {
            const QString more = u'+' + m_spec.locale.toString(keys.size() - places.size());
            const Place& last = places.last();
            const double left = m_rect.left() + last.x + swatch + m_space + last.width + between;
            const double width = std::ceil(m_metrics.horizontalAdvance(more));
            if (left + width <= m_rect.right())
                add(Label::Role::Legend, QRectF(left, bottom + m_space + last.row * m_line, width, m_line),
                    more, Qt::AlignLeft, m_theme.muted);
        }
    }

    void placePlot(double top, double bottom)
    {
        if (bottom - top < m_line * 2 || m_rect.width() < m_theme.textSize * 6)
            return;
        m_layout.plot = QRectF(m_rect.left(), top, m_rect.width(), bottom - top);
        // How high the values reach does not depend on how they are spread over columns.
        double low = 0, high = 0;
        bool isEmpty = true;
        for (const Series& series : m_spec.series)
            for (const Column& column : decimate(series, m_spec.fromMs, m_spec.toMs, 1)) {
                low = std::min(low, column.min);
                high = std::max(high, column.max);
                isEmpty = false;
            }
        const int most = std::clamp(int((bottom - top) / (m_line * 1.6)), 1, 6);
        // A line at the very top would be half a line.
        const double headroom = m_spec.unit == Unit::Percent ? 1 : 1.03;
        m_layout.scale = valueScale(low, high * headroom, m_spec.unit, most);
        if (isEmpty) {
            const QString text = m_spec.emptyText.isEmpty() ? Tr::tr("No data") : m_spec.emptyText;
            add(Label::Role::Empty,
                QRectF(m_rect.left(), (top + bottom - m_line) / 2, m_rect.width(), m_line),
                cut(text, m_rect.width() - 2 * m_space), Qt::AlignHCenter, m_theme.muted);
            return;
        }
        QStringList texts;
        double width = 0;
        for (const double tick : m_layout.scale.ticks) {
            texts << cut(valueText(tick, m_spec.unit, m_spec.locale), m_rect.width() * 0.4);
            width = std::max(width, std::ceil(m_metrics.horizontalAdvance(texts.last())));
        }
        m_layout.plot.setLeft(m_rect.left() + width + m_space);
        for (qsizetype i = 0; i < texts.size(); ++i)
            add(Label::Role::Value,
                QRectF(m_rect.left(), m_layout.y(m_layout.scale.ticks[i]) - m_line / 2, width, m_line),
                texts[i], Qt::AlignRight, m_theme.muted);
        const int columns = std::max(1, int(m_layout.plot.width() / std::max(1.0, m_theme.lineWidth / 2)));
        for (const Series& series : m_spec.series)
            m_layout.columns.append(decimate(series, m_spec.fromMs, m_spec.toMs, columns));
    }

    /// As many ticks as fit beside each other.
    void placeTimes()
    {
        const QRectF& plot = m_layout.plot;
        for (int most = 12; most >= 1; --most) {
            const auto ticks = timeTicks(m_spec.fromMs, m_spec.toMs, m_spec.zone, m_spec.locale, most);
            QVector<QRectF> rects;
            double free = plot.left(); // the lowest value's text reaches below the plot on the left of it
            bool fits = true;
            for (const TimeTick& tick : ticks) {
                const double width = std::ceil(m_metrics.horizontalAdvance(tick.text));
                const double left = std::clamp(m_layout.x(tick.atMs, m_spec) - width / 2, plot.left(),
                                               std::max(plot.left(), m_rect.right() - width));
                fits = fits && left >= free && left + width <= m_rect.right() + 0.01;
                rects.append(QRectF(left, plot.bottom() + m_space / 2, width, m_line));
                free = left + width + m_theme.textSize;
            }
            if (!fits)
                continue;
            m_layout.times = ticks;
            for (qsizetype i = 0; i < ticks.size(); ++i)
                add(Label::Role::Time, rects[i], ticks[i].text, Qt::AlignHCenter,
                    ticks[i].isMajor ? m_theme.text : m_theme.muted);
            return;
        }
    }

    /// Above their lines; one that would touch its neighbour stays away, its line does not.
    void placeMarkers(double top)
    {
        QVector<Marker> markers = m_spec.markers;
        std::stable_sort(markers.begin(), markers.end(),
                         [](const Marker& a, const Marker& b) { return a.atMs < b.atMs; });
        double free = m_rect.left();
        for (const Marker& marker : markers) {
            if (marker.text.isEmpty() || marker.atMs < m_spec.fromMs || marker.atMs > m_spec.toMs)
                continue;
            const QString text = cut(marker.text, m_theme.textSize * 8);
            const double width = std::ceil(m_metrics.horizontalAdvance(text));
            const double left = std::clamp(m_layout.x(marker.atMs, m_spec) - width / 2, m_rect.left(),
                                           std::max(m_rect.left(), m_rect.right() - width));
            // The uppermost value's text reaches half a line into this one.
            const bool isOverValues = left < m_layout.plot.left();
            if (left < free || isOverValues || left + width > m_rect.right() + 0.01)
                continue;
            add(Label::Role::Marker, QRectF(left, top - m_line, width, m_line), text, Qt::AlignHCenter,
                marker.colour.isValid() ? marker.colour : m_theme.muted);
            free = left + width + m_space / 2;
        }
    }

    QRectF m_rect;
    const Spec& m_spec;
    const Theme& m_theme;
    QFontMetricsF m_metrics;
    double m_line, m_space;
    Layout m_layout;
};

} // namespace

double Layout::x(qint64 atMs, const Spec& spec) const
{
    const double span = double(std::max<qint64>(1, spec.toMs - spec.fromMs));
    return plot.left() + plot.width() * double(atMs - spec.fromMs) / span;
}

double Layout::y(double value) const
{
    const double span = scale.high > scale.low ? scale.high - scale.low : 1;
    return plot.bottom() - plot.height() * (std::clamp(value, scale.low, scale.high) - scale.low) / span;
}

Layout layOut(const QRectF& rect, const Spec& spec, const Theme& theme)
{
    return Builder(rect, spec, theme).build();
}

QFont textFont(const Theme& theme)
{
    return sized(theme, theme.textSize);
}

QFont titleFont(const Theme& theme)
{
    QFont font = sized(theme, theme.titleSize);
    font.setWeight(QFont::DemiBold);
    return font;
}

} // namespace kaptan::chart
