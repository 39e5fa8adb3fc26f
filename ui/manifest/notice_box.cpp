#include "ui/manifest/notice_box.h"

#include "ui/common/plain_text.h"

#include <QHBoxLayout>

using namespace Qt::StringLiterals;

namespace kaptan::ui
{

namespace
{

constexpr int mostLines = 200;

} // namespace

NoticeBox::NoticeBox(Tone tone, QWidget* parent)
    : QFrame(parent), m_tone(tone), m_icon(new IconLabel({}, 16, this)), m_heading(new QLabel(this)),
      m_lines(new QLabel(this)), m_column(new QVBoxLayout)
{
    setObjectName(u"noticeBox"_s);
    for (QLabel* label : {m_heading, m_lines}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
        label->setFocusPolicy(Qt::NoFocus);
    }
    setLook(m_heading, Look::Heading);
    m_column->setSpacing(2);
    m_column->addWidget(m_heading);
    m_column->addWidget(m_lines);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(space::m, space::s, space::m, space::s);
    row->setSpacing(space::s);
    row->addWidget(m_icon, 0, Qt::AlignTop);
    row->addLayout(m_column, 1);
    connect(&Style::instance(), &Style::changed, this, &NoticeBox::restyle);
    restyle();
    hide();
}

void NoticeBox::set(const QString& heading, const QStringList& lines)
{
    m_heading->setText(plainBlock(heading, 1000));
    QStringList plain;
    for (const QString& line : lines.mid(0, mostLines))
        plain.append(plainLine(line, 2000));
    if (lines.size() > mostLines)
        plain.append(u"…"_s);
    m_lines->setText(plain.join(u'\n'));
    m_lines->setVisible(!plain.isEmpty());
}

void NoticeBox::addControl(QWidget* widget)
{
    if (!m_controls) { // an empty layout would keep the lines from the room beside them
        m_controls = new QHBoxLayout;
        m_controls->setContentsMargins(0, space::xs, 0, 0);
        m_controls->setSpacing(space::s);
        m_column->addLayout(m_controls);
    }
    m_controls->addWidget(widget, 0, Qt::AlignLeft);
}

QString NoticeBox::text() const
{
    return m_heading->text() + u'\n' + m_lines->text();
}

void NoticeBox::restyle()
{
    const Style& style = Style::instance();
    const ToneColors tone = style.tone(m_tone);
    m_icon->setIcon(m_tone == Tone::Warning ? u"warning"_s
                    : m_tone == Tone::Error ? u"error"_s
                                            : u"info"_s,
                    m_tone);
    m_icon->setMuted(false);
    setStyleSheet(QStringLiteral("#noticeBox { background: %1; border: 1px solid %2; border-radius: %3px; }")
                      .arg(tone.soft.name(), tone.border.name(), QString::number(radius)));
}

} // namespace kaptan::ui
