#pragma once

#include "ui/deployments/usage_history.h"

#include <QWidget>

#include <functional>

namespace kaptan::ui
{

/// One or two series over time, painted by hand: title, current values with their units, the largest value,
/// the span of time, and the value under the pointer.
class ChartWidget : public QWidget
{
    Q_OBJECT
public:
    struct Line {
        QString name; ///< translated; empty where there is only one
        double current = 0;
        UsageHistory::Span span;
        int color = 0; ///< of Style::series()
    };

    using Format = std::function<QString(double)>;

    explicit ChartWidget(QWidget* parent = nullptr);

    void set(const QString& title, const QVector<Line>& lines, Format format);
    /// "CPU 250m, largest 1.2" for screen readers and copies.
    QString summary() const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;

private:
    QRectF plot() const;
    void paintLine(QPainter& painter, const Line& line, double top) const;

    QString m_title;
    QVector<Line> m_lines;
    Format m_format;
    int m_hover = -1; ///< index of a value
};

} // namespace kaptan::ui
