#pragma once

#include "app/kube/manifest/policy_traffic.h"

#include <QWidget>

namespace kaptan::ui
{

/// Who may talk to whom: groups of pods as rows (who asks) and columns (who is asked), a mark in each cell,
/// told by its shape as well as its colour. A click, or the arrow keys, choose a cell; what decides it is
/// said below.
class PolicyPicture : public QWidget
{
    Q_OBJECT
public:
    explicit PolicyPicture(QWidget* parent = nullptr);

    void set(const QVector<kube::PolicyGroup>& groups, const kube::PolicyWorld& world);

    int groups() const { return int(m_groups.size()); }

    const kube::PolicyVerdict* verdict(int from, int to) const;
    void choose(int from, int to);
    /// Why the chosen cell is as it is; empty where none is.
    QString explanation() const;
    QRect cellRect(int from, int to) const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void chosen();

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    bool event(QEvent* event) override;

private:
    QString nameOf(int at) const;
    QString explain(int from, int to) const;
    int headWidth() const;
    int headHeight() const;
    int cellSize() const;

    QVector<kube::PolicyGroup> m_groups;
    QVector<kube::PolicyVerdict> m_verdicts;
    int m_from = -1, m_to = -1;
};

} // namespace kaptan::ui
