#include "ui/cluster/figure_card.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

namespace kaptan::ui
{

FigureCard::FigureCard(const QString& name, bool withLine, QWidget* parent) : Card({}, parent)
{
    setObjectName(name);
    auto* row = new QHBoxLayout;
    row->setSpacing(space::s);
    m_figure = new QLabel(this);
    m_figure->setTextFormat(Qt::PlainText);
    setLook(m_figure, Look::Figure);
    m_caption = new ElidedLabel(this);
    setLook(m_caption, Look::Muted);
    row->addWidget(m_figure);
    row->addWidget(m_caption, 1, Qt::AlignBottom);
    m_note = new ElidedLabel(this);
    setLook(m_note, Look::Caption);
    m_note->hide();
    m_bar = new MeterBar(this);
    body()->addLayout(row);
    body()->addWidget(m_note);
    if (withLine) {
        m_line = new SparklineWidget(this);
        m_line->setFixedHeight(32);
        body()->addWidget(m_line);
    } else {
        body()->addStretch();
    }
    body()->addWidget(m_bar);
}

QString FigureCard::figure() const
{
    return m_figure->text();
}

void FigureCard::set(const QString& figure, const QString& caption, double part, Tone tone)
{
    m_figure->setText(figure);
    m_caption->setFullText(caption);
    m_bar->setValue(part, tone);
    m_bar->setAccessibleName(figure + u' ' + caption);
}

void FigureCard::setNote(const QString& note)
{
    m_note->setFullText(note);
    m_note->setVisible(!note.isEmpty());
}

void FigureCard::setLine(const Series& series, int color)
{
    if (m_line)
        m_line->set(series, color);
}

} // namespace kaptan::ui
