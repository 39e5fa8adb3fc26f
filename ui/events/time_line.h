#pragma once

#include "app/history/queries.h"

#include <QWidget>

#include <optional>

namespace kaptan::ui
{

/// How many events there were when: slim bars above the table, in the colours of their severity. To drag
/// over them chooses a time, a double click all of it again.
class TimeLine : public QWidget
{
    Q_OBJECT
public:
    explicit TimeLine(QWidget* parent = nullptr);

    /// UTC; all bars are equally long.
    void set(const QVector<history::EventBar>& bars, const QDateTime& from, const QDateTime& to);

    const QVector<history::EventBar>& bars() const { return m_bars; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

    /// The bar at this place; -1 where none.
    int barAt(int x) const;
    /// Its left edge.
    int xOf(int bar) const;
    QString toolTipOf(int bar) const;

Q_SIGNALS:
    /// UTC, whole bars.
    void chosen(const QDateTime& from, const QDateTime& to);
    void resetRequested();

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void leaveEvent(QEvent* event) override;

private:
    QRectF plot() const;
    QDateTime timeOf(int bar) const;
    QString momentText(const QDateTime& at) const;
    void describe();

    QVector<history::EventBar> m_bars;
    QDateTime m_from, m_to;
    int m_most = 0;
    int m_hovered = -1;
    std::optional<int> m_pressed;
    int m_dragged = -1;
};

} // namespace kaptan::ui
