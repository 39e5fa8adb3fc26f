#include "ui/manifest/form_kit.h"

#include "ui/common/plain_text.h"
#include "ui/common/style.h"

#include <QEvent>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace kaptan::ui
{

using kube::YamlPath;

QLabel* formLabel(Look look, QWidget* parent)
{
    auto* label = new QLabel(parent);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    setLook(label, look);
    return label;
}

QPushButton* formButton(const QString& icon, const QString& text, QWidget* parent)
{
    auto* button = new QPushButton(text, parent);
    button->setAutoDefault(false);
    setLook(button, Look::Quiet);
    const auto tint = [button, icon] { button->setIcon(Style::instance().icon(icon)); };
    QObject::connect(&Style::instance(), &Style::changed, button, tint);
    tint();
    return button;
}

// ---- FormField

FormField::FormField(const QString& label, const QString& path, QWidget* parent)
    : QWidget(parent), m_path(YamlPath::of(path)), m_label(formLabel(Look::Muted, this)),
      m_problem(formLabel(Look::Plain, this)), m_hint(formLabel(Look::Caption, this)),
      m_note(formLabel(Look::Caption, this)), m_column(new QVBoxLayout(this))
{
    setObjectName(path);
    m_label->setText(label);
    m_problem->setObjectName(u"problem"_s);
    m_note->setObjectName(u"leftToYaml"_s);
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(space::xs);
    m_column->addWidget(m_label);
    m_column->addWidget(m_problem);
    m_column->addWidget(m_note);
    m_column->addWidget(m_hint);
    m_problem->hide();
    m_note->hide();
    m_hint->hide();
}

void FormField::setEditor(QWidget* editor, QWidget* buddy)
{
    m_editor = editor;
    m_column->insertWidget(1, editor);
    QWidget* target = buddy ? buddy : editor;
    m_label->setBuddy(target);
    target->setAccessibleName(m_label->text());
    setFocusProxy(target);
}

void FormField::setPrefix(const YamlPath& prefix)
{
    m_prefix = prefix;
}

YamlPath FormField::path() const
{
    YamlPath whole = m_prefix;
    whole.steps += m_path.steps;
    return whole;
}

void FormField::showIn(const QJsonObject& object)
{
    m_object = object;
    const bool wanted = !m_when || m_when(object, m_prefix);
    setVisible(wanted);
    if (!wanted)
        return;
    m_leftWords.clear();
    m_left = !showValue(kube::valueAt(object, path()));
    present();
}

void FormField::setNew(bool isNew)
{
    m_new = isNew;
    present();
}

void FormField::setNewOnly()
{
    m_newOnly = true;
    present();
}

void FormField::setHint(const QString& hint)
{
    m_hint->setText(hint);
    m_hint->setVisible(!hint.isEmpty());
}

void FormField::setWhen(std::function<bool(const QJsonObject&, const YamlPath&)> when)
{
    m_when = std::move(when);
}

void FormField::setAlso(std::function<void(const QJsonObject&, FormChanges&)> also)
{
    m_also = std::move(also);
}

QString FormField::problemText() const
{
    return m_problem->isHidden() ? QString() : m_problem->text();
}

void FormField::present()
{
    const auto bad = m_left ? std::nullopt : problem();
    m_problem->setText(bad ? plainBlock(problemLine(*bad), 400) : QString());
    m_problem->setVisible(bad.has_value());
    const QColor red = Style::instance().tone(Tone::Error).fg;
    if (QPalette palette = m_problem->palette(); palette.color(QPalette::WindowText) != red) {
        palette.setColor(QPalette::WindowText, red);
        m_problem->setPalette(palette);
    }
    const bool fixed = m_newOnly && !m_new;
    if (m_editor) {
        m_editor->setVisible(!m_left);
        setLocked(fixed);
        QWidget* target = focusProxy() ? focusProxy() : m_editor;
        target->setAccessibleDescription(m_problem->text());
        m_editor->setToolTip(fixed ? tr("This cannot be changed any more once the object is there")
                                   : QString());
    }
    m_note->setText(m_leftWords.isEmpty()
                        ? tr("This is more than the form can show. It is edited in the YAML.")
                        //: %1: what stands there, in words
                        : tr("%1. This is edited in the YAML.").arg(plainLine(m_leftWords, 200)));
    m_note->setVisible(m_left);
}

void FormField::change(FormChanges changes)
{
    if (changes.isEmpty())
        return;
    if (m_also)
        m_also(m_object, changes);
    Q_EMIT edited(changes);
}

void FormField::changeTo(const QJsonValue& value)
{
    change(minimalChanges(path(), kube::valueAt(m_object, path()), value));
}

void FormField::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::StyleChange && m_editor)
        present();
}

// ---- TextField

TextField::TextField(const QString& label, const QString& path, Codec codec, QWidget* parent)
    : FormField(label, path, parent), m_line(new ValueEdit(std::move(codec), this))
{
    setEditor(m_line);
    connect(m_line, &ValueEdit::typed, this, &TextField::changeTo);
    connect(m_line, &ValueEdit::touched, this, [this] {
        m_touched = true;
        present();
    });
}

TextField::TextField(const QString& label, const QString& path, Codec codec, int leastLines, int mostLines,
                     QWidget* parent)
    : FormField(label, path, parent), m_lines(new ValueText(std::move(codec), leastLines, mostLines, this))
{
    setEditor(m_lines);
    connect(m_lines, &ValueText::typed, this, &TextField::changeTo);
    connect(m_lines, &ValueText::touched, this, [this] {
        m_touched = true;
        present();
    });
}

void TextField::setPlaceholder(const QString& text)
{
    if (m_line)
        m_line->setPlaceholderText(text);
    else
        m_lines->setPlaceholderText(text);
}

void TextField::setSecret()
{
    m_line->setEchoMode(QLineEdit::Password);
}

void TextField::setNeeded(const QString& why, const QString& fix)
{
    m_needed = InvalidInput{label(), why, fix};
}

QString TextField::text() const
{
    return m_line ? m_line->text() : m_lines->text();
}

bool TextField::showValue(const QJsonValue& value)
{
    return m_line ? m_line->show(value) : m_lines->show(value);
}

std::optional<InvalidInput> TextField::problem() const
{
    std::optional<InvalidInput> bad;
    if (text().trimmed().isEmpty())
        bad = m_needed && m_touched ? m_needed : std::nullopt;
    else
        bad = m_line ? m_line->problem() : m_lines->problem();
    QWidget* editor = m_line ? static_cast<QWidget*>(m_line) : m_lines;
    setLook(editor, bad ? Look::Invalid : Look::Mono);
    return bad;
}

void TextField::setLocked(bool locked)
{
    if (m_line)
        m_line->setReadOnly(locked);
    else
        m_lines->setReadOnly(locked);
}

// ---- ChoiceField

ChoiceField::ChoiceField(const QString& label, const QString& path, QVector<FormChoice> choices,
                         QWidget* parent)
    : FormField(label, path, parent), m_box(new ChoiceBox(std::move(choices), this))
{
    setEditor(m_box);
    connect(m_box, &ChoiceBox::chosen, this, [this](const QString& value) {
        changeTo(value.isEmpty() ? QJsonValue(QJsonValue::Undefined) : QJsonValue(value));
    });
}

bool ChoiceField::showValue(const QJsonValue& value)
{
    return m_box->show(value);
}

void ChoiceField::setLocked(bool locked)
{
    m_box->setEnabled(!locked);
}

// ---- CheckField

CheckField::CheckField(const QString& label, const QString& path, bool fallback, QWidget* parent)
    : FormField(label, path, parent), m_box(new QCheckBox(label, this)), m_fallback(fallback)
{
    setEditor(m_box);
    hideLabel();
    connect(m_box, &QCheckBox::clicked, this, [this](bool on) {
        changeTo(on == m_fallback ? QJsonValue(QJsonValue::Undefined) : QJsonValue(on));
    });
}

bool CheckField::showValue(const QJsonValue& value)
{
    m_leftWords = label();
    m_box->setChecked(value.toBool(m_fallback));
    return value.isBool() || value.isUndefined() || value.isNull();
}

void CheckField::setLocked(bool locked)
{
    m_box->setEnabled(!locked);
}

// ---- VariantField

VariantField::VariantField(const QString& label, const QString& path, const QString& none,
                           QVector<Variant> variants, QWidget* parent)
    : FormField(label, path, parent), m_variants(std::move(variants))
{
    QVector<FormChoice> choices{{{}, none}};
    for (const Variant& variant : std::as_const(m_variants))
        choices.append({variant.key, variant.title});
    m_box = new ChoiceBox(choices, this);
    setEditor(m_box);
    connect(m_box, &ChoiceBox::chosen, this, [this](const QString& key) {
        if (key == m_shown)
            return;
        if (key.isEmpty())
            return change({{this->path(), QJsonValue(QJsonValue::Undefined)}});
        FormChanges changes;
        for (const Variant& variant : std::as_const(m_variants))
            if (variant.key == key)
                changes.append({this->path() / key, variant.start});
        // The new one first: a mapping that is empty for a moment would go.
        if (!m_shown.isEmpty())
            changes.append({this->path() / m_shown, QJsonValue(QJsonValue::Undefined)});
        change(changes);
    });
}

bool VariantField::showValue(const QJsonValue& value)
{
    m_shown.clear();
    m_there = !value.isUndefined() && !value.isNull();
    if (!m_there)
        return m_box->show(QString());
    if (!value.isObject())
        return false;
    int known = 0;
    for (const Variant& variant : std::as_const(m_variants))
        if (value.toObject().contains(variant.key)) {
            m_shown = variant.key;
            ++known;
        }
    return known == 1 && m_box->show(m_shown);
}

void VariantField::setLocked(bool locked)
{
    m_box->setEnabled(!locked);
}

} // namespace kaptan::ui
