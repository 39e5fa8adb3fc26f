#include "ui/manifest/form_values.h"

#include "ui/common/plain_text.h"
#include "ui/common/style.h"

#include <QEvent>
#include <QWheelEvent>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace kaptan::ui
{

// ---- ValueEdit

ValueEdit::ValueEdit(Codec codec, QWidget* parent) : QLineEdit(parent), m_codec(std::move(codec))
{
    setLook(this, Look::Mono);
    setMaxLength(longestValue);
    connect(this, &QLineEdit::textEdited, this, [this](const QString& text) {
        const auto value = m_codec.value(text);
        if (value && *value != m_shown) {
            m_shown = *value;
            Q_EMIT typed(*value);
        }
        Q_EMIT touched();
    });
}

bool ValueEdit::show(const QJsonValue& value)
{
    const auto text = m_codec.text(value);
    // What was typed and has no meaning yet stays, as long as nobody else changed the value.
    const auto typed = m_codec.value(this->text());
    const bool same = text && !m_first && (typed ? *typed == value : m_shown == value);
    m_shown = value;
    m_first = false;
    if (!same)
        setText(text.value_or(QString()));
    return text.has_value();
}

std::optional<InvalidInput> ValueEdit::problem() const
{
    return m_codec.check ? m_codec.check(text().trimmed()) : std::nullopt;
}

// ---- ValueText

ValueText::ValueText(Codec codec, int leastLines, int mostLines, QWidget* parent)
    : QPlainTextEdit(parent), m_codec(std::move(codec)), m_least(leastLines), m_most(mostLines)
{
    setLook(this, Look::Mono);
    setTabChangesFocus(true);
    setLineWrapMode(QPlainTextEdit::NoWrap);
    connect(this, &QPlainTextEdit::textChanged, this, [this] {
        fit();
        if (m_setting)
            return;
        const auto value = m_codec.value(text());
        if (value && *value != m_shown) {
            m_shown = *value;
            Q_EMIT typed(*value);
        }
        Q_EMIT touched();
    });
    fit();
}

bool ValueText::show(const QJsonValue& value)
{
    const auto text = m_codec.text(value);
    const auto typed = m_codec.value(this->text());
    const bool same = text && !m_first && (typed ? *typed == value : m_shown == value);
    m_shown = value;
    m_first = false;
    if (!same) {
        m_setting = true;
        setPlainText(text.value_or(QString()));
        m_setting = false;
        fit();
    }
    return text.has_value();
}

std::optional<InvalidInput> ValueText::problem() const
{
    return m_codec.check ? m_codec.check(text()) : std::nullopt;
}

/// Not toPlainText(), which makes common blanks of those that keep words together.
QString ValueText::text() const
{
    QString raw = document()->toRawText();
    raw.replace(QChar::ParagraphSeparator, u'\n');
    return raw;
}

void ValueText::fit()
{
    const int lines = std::clamp(blockCount(), m_least, m_most);
    const int height = QFontMetrics(Style::instance().mono()).lineSpacing() * lines + 2 * space::s + 6;
    if (height != minimumHeight() || height != maximumHeight())
        setFixedHeight(height);
}

void ValueText::changeEvent(QEvent* event)
{
    QPlainTextEdit::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        fit();
}

// ---- ChoiceBox

ChoiceBox::ChoiceBox(QVector<FormChoice> choices, QWidget* parent)
    : QComboBox(parent), m_choices(std::move(choices))
{
    setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    setMinimumContentsLength(6);
    setFocusPolicy(Qt::StrongFocus);
    for (const FormChoice& choice : std::as_const(m_choices))
        addItem(choice.title, choice.value);
    connect(this, &QComboBox::activated, this,
            [this](int index) { Q_EMIT chosen(itemData(index).toString()); });
}

bool ChoiceBox::show(const QJsonValue& value)
{
    const auto text = textCodec().text(value);
    if (!text)
        return false;
    int at = findData(*text);
    if (at < 0) {
        addItem(plainLine(*text, 60), *text);
        at = count() - 1;
    }
    setCurrentIndex(at);
    return true;
}

void ChoiceBox::wheelEvent(QWheelEvent* event)
{
    event->ignore(); // scrolling the form must not change it
}

} // namespace kaptan::ui
