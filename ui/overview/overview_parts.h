#pragma once

#include "ui/common/style.h"

#include <QAbstractButton>

namespace kaptan::ui
{

/// How many workloads are in a state: a number with icon and word. A click leads to them.
class StateTile : public QAbstractButton
{
    Q_OBJECT
public:
    using QAbstractButton::QAbstractButton;

    void set(int count, const QString& icon, const QString& word, Tone tone);

    int count() const { return m_count; }

    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    int m_count = 0;
    QString m_icon, m_word;
    Tone m_tone = Tone::Neutral;
};

/// A row of a card that leads somewhere: icon, name, and what is said of it at the right. Plain text.
class LinkRow : public QAbstractButton
{
    Q_OBJECT
public:
    using QAbstractButton::QAbstractButton;

    void set(const QString& icon, Tone tone, const QString& name, const QString& detail);

    QString name() const { return m_name; }

    QString detail() const { return m_detail; }

    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QString m_icon, m_name, m_detail;
    Tone m_tone = Tone::Neutral;
};

} // namespace kaptan::ui
