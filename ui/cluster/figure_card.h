#pragma once

#include "ui/common/widgets.h"

namespace kaptan::ui
{

/// A big number with its bar and, where it has one, its line of the last minutes.
class FigureCard : public Card
{
    Q_OBJECT
public:
    explicit FigureCard(const QString& name, bool withLine, QWidget* parent = nullptr);

    /// `part` of the whole, 0 to 1; negative: unknown. `caption` stands behind the figure.
    void set(const QString& figure, const QString& caption, double part, Tone tone = Tone::Accent);
    /// A second line below both; empty: none.
    void setNote(const QString& note);
    void setLine(const Series& series, int color);

    QString figure() const;

    QString caption() const { return m_caption->fullText(); }

    QString note() const { return m_note->fullText(); }

private:
    QLabel* m_figure;
    ElidedLabel* m_caption;
    ElidedLabel* m_note;
    MeterBar* m_bar;
    SparklineWidget* m_line = nullptr;
};

} // namespace kaptan::ui
