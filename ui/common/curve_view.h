#pragma once

#include "app/chart/chart.h"

#include <QChartView>
#include <QPointer>

#include <optional>

class QCategoryAxis;

namespace kaptan::ui
{

/// Curves over time that can be worked with: the mouse, or the arrow keys where it has the focus, shows the
/// values of a moment; dragging over a span, Ctrl and the wheel, + and - ask for another span; Shift and the
/// arrows for the span beside it; 0 for the whole again. What was not measured is not drawn. All names are
/// untrusted.
class CurveView : public QChartView
{
    Q_OBJECT
public:
    explicit CurveView(QWidget* parent = nullptr);

    /// `before`: the period before, moved by its length to here; drawn dashed. The markers' texts are shown
    /// beside the values.
    void set(const chart::Spec& spec, const QVector<chart::Series>& before = {});

    const chart::Spec& spec() const { return m_spec; }

    const QVector<chart::Series>& before() const { return m_before; }

    /// What stands at that moment, a line each: the time, each curve's name and value, what happened then;
    /// empty where nothing was measured about then.
    QStringList valuesAt(qint64 atMs) const;

    /// The moment that is looked at; 0: none.
    qint64 lookedAt() const { return m_at; }

    void lookAt(qint64 atMs);

    /// As it is seen, without the crosshair.
    QImage picture();

    QSize sizeHint() const override;

Q_SIGNALS:
    /// Somebody wants to see this span.
    void spanChosen(qint64 fromMs, qint64 toMs);
    void wholeChosen();
    void looked(qint64 atMs);

protected:
    void drawForeground(QPainter* painter, const QRectF& rect) override;
    void resizeEvent(QResizeEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    void restyle();
    void draw();
    void drawSeries(const chart::Series& series, const QColor& colour, bool dashed, int columns);
    void drawAxes();
    void paintLegend(QPainter& painter) const;
    void paintMarkers(QPainter& painter) const;
    void paintCrosshair(QPainter& painter) const;
    QVector<qint64> moments() const;
    double xOf(qint64 atMs) const;
    qint64 momentAt(double x) const;
    void zoom(double factor, qint64 aroundMs);
    void move(double part);

    chart::Spec m_spec;
    QVector<chart::Series> m_before;
    QCategoryAxis *m_times, *m_values;
    qint64 m_at = 0;
    std::optional<double> m_dragFrom; ///< x where the button was pressed
    double m_dragTo = 0;
    int m_columns = 0; ///< that were drawn
};

} // namespace kaptan::ui
