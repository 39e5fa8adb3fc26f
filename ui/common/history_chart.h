#pragma once

#include "app/chart/chart.h"

#include <QWidget>

namespace kaptan::ui
{

/// Curves over time, painted in the window's colours. The mouse, or the arrow keys where it has the focus,
/// shows the values of a moment.
class HistoryChart : public QWidget
{
    Q_OBJECT
public:
    explicit HistoryChart(QWidget* parent = nullptr);

    void set(const chart::Spec& spec);

    const chart::Spec& spec() const { return m_spec; }

    /// What stands at that moment, a line each: the time, then each curve's name and value; empty where
    /// nothing was measured about then.
    QStringList valuesAt(qint64 atMs) const;

    /// The moment that is looked at; 0: none.
    qint64 lookedAt() const { return m_at; }

    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    void lookAt(qint64 atMs);
    QVector<qint64> moments() const;

    chart::Spec m_spec;
    qint64 m_at = 0;
};

} // namespace kaptan::ui
