#include "ui/settings/settings_pane.h"

#include "ui/common/pane_frame.h"
#include "ui/common/plain_text.h"

#include <QCheckBox>
#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QScrollArea>
#include <QSpinBox>
#include <QWheelEvent>

namespace kaptan::ui
{

using settings::Definition;
using settings::Type;

namespace
{

/// A wheel over a page scrolls the page and changes no value on its way.
class CalmWheel : public QObject
{
public:
    using QObject::QObject;

    bool eventFilter(QObject* watched, QEvent* event) override
    {
        if (event->type() == QEvent::Wheel && !static_cast<QWidget*>(watched)->hasFocus()) {
            event->ignore();
            return true;
        }
        return false;
    }
};

} // namespace

SettingsPane::SettingsPane(PaneHost& host, settings::Settings& settings, QWidget* parent)
    : Pane(host, parent), m_settings(settings)
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    m_frame = new PaneFrame(this);
    layout->addWidget(m_frame);
    m_frame->filterEdit();
    connect(m_frame, &PaneFrame::filterChanged, this, &SettingsPane::applyFilter);

    m_defaults = new QAction(this);
    m_defaults->setObjectName(QStringLiteral("restoreDefaults"));
    addAction(m_defaults);
    m_frame->addHeaderAction(m_defaults);
    connect(m_defaults, &QAction::triggered, this, [this] {
        for (const Field& field : std::as_const(m_fields))
            m_settings.reset(field.definition->key);
    });
    connect(&settings, &settings::Settings::changed, this, [this](const QString& key) {
        for (const Field& field : std::as_const(m_fields))
            if (field.definition->key == key)
                load(field);
    });
    connect(&settings, &settings::Settings::warningsChanged, this, &SettingsPane::showWarnings);
    connect(&settings, &settings::Settings::writeFailed, this, [this](const Error& error) {
        m_frame->setNotice(error.message() + u' ' + error.advice(), Tone::Error);
    });
    build();
    retranslate();
    showWarnings();
    m_frame->setContentState(PaneFrame::ContentState::Data);
}

QString SettingsPane::title() const
{
    return tr("Settings");
}

void SettingsPane::build()
{
    auto* area = new QScrollArea(this);
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setFocusPolicy(Qt::NoFocus);
    auto* page = new QWidget;
    auto* outer = new QHBoxLayout(page);
    outer->setContentsMargins(space::l, space::l, space::l, space::l);
    auto* column = new QWidget(page);
    column->setMaximumWidth(760);
    auto* cards = new QVBoxLayout(column);
    cards->setContentsMargins(0, 0, 0, 0);
    cards->setSpacing(space::m);
    outer->addWidget(column, 1);
    outer->addStretch(0);

    auto* calm = new CalmWheel(this);
    for (const Definition& definition : settings::definitions()) {
        if (!definition.isShown())
            continue;
        const QString group = QString::fromLatin1(definition.groupName);
        Card*& card = m_cards[group];
        if (!card) {
            card = new Card({}, column);
            card->body()->setSpacing(space::m);
            cards->addWidget(card);
        }
        Field field;
        field.definition = &definition;
        field.card = card;
        field.row = new QWidget(card);
        auto* row = new QHBoxLayout(field.row);
        row->setContentsMargins(0, 0, 0, 0);
        row->setSpacing(space::l);
        auto* words = new QVBoxLayout;
        words->setSpacing(1);
        field.title = new QLabel(field.row);
        field.text = new QLabel(field.row);
        field.text->setTextFormat(Qt::PlainText);
        field.text->setWordWrap(true);
        setLook(field.text, Look::Caption);
        words->addWidget(field.title);
        words->addWidget(field.text);
        row->addLayout(words, 1);
        field.editor = makeEditor(definition);
        field.editor->installEventFilter(calm);
        row->addWidget(field.editor, 0, Qt::AlignVCenter);
        card->body()->addWidget(field.row);
        m_fields.append(field);
    }
    cards->addStretch(1);
    area->setWidget(page);
    page->setAutoFillBackground(false);
    area->viewport()->setAutoFillBackground(false);
    m_frame->setContent(area);
}

QWidget* SettingsPane::makeEditor(const Definition& definition)
{
    const QString key = definition.key;
    const auto store = [this, key](const QVariant& value) {
        if (m_loading)
            return;
        const Result<void> stored = m_settings.setValue(key, value);
        if (!stored)
            m_frame->setNotice(stored.error().message(), Tone::Error);
    };
    QWidget* editor = nullptr;
    switch (definition.type) {
    case Type::Bool: {
        auto* box = new QCheckBox(this);
        connect(box, &QCheckBox::toggled, this, store);
        editor = box;
        break;
    }
    case Type::Choice: {
        auto* box = new QComboBox(this);
        for (const settings::Option& option : definition.options)
            box->addItem(option.text(), option.value);
        connect(box, &QComboBox::currentIndexChanged, this,
                [box, store](int index) { store(box->itemData(index)); });
        editor = box;
        break;
    }
    case Type::Int: {
        auto* box = new QSpinBox(this);
        box->setRange(definition.least, definition.most);
        box->setGroupSeparatorShown(true);
        box->setKeyboardTracking(false);
        connect(box, &QSpinBox::valueChanged, this, store);
        editor = box;
        break;
    }
    case Type::Text:
    case Type::Bytes: {
        auto* line = new QLineEdit(this);
        connect(line, &QLineEdit::editingFinished, this, [line, store] { store(line->text()); });
        editor = line;
        break;
    }
    }
    if (definition.type != Type::Bool)
        editor->setFixedWidth(180);
    editor->setFocusPolicy(Qt::StrongFocus);
    editor->setObjectName(key);
    return editor;
}

void SettingsPane::load(const Field& field)
{
    m_loading = true;
    const QVariant value = m_settings.value(field.definition->key);
    if (auto* check = qobject_cast<QCheckBox*>(field.editor))
        check->setChecked(value.toBool());
    else if (auto* combo = qobject_cast<QComboBox*>(field.editor))
        combo->setCurrentIndex(combo->findData(value));
    else if (auto* spin = qobject_cast<QSpinBox*>(field.editor))
        spin->setValue(value.toInt());
    else if (auto* line = qobject_cast<QLineEdit*>(field.editor))
        line->setText(value.toString());
    m_loading = false;
}

void SettingsPane::retranslate()
{
    m_frame->setTitle(title());
    m_defaults->setText(tr("Restore defaults"));
    m_defaults->setToolTip(tr("Sets everything on this page as it was at first; connections stay."));
    for (const Field& field : std::as_const(m_fields)) {
        const Definition& definition = *field.definition;
        field.card->setHeading(definition.group());
        field.title->setText(definition.title());
        field.text->setText(definition.text());
        field.editor->setAccessibleName(definition.title());
        field.editor->setAccessibleDescription(definition.text());
        if (auto* combo = qobject_cast<QComboBox*>(field.editor))
            for (int i = 0; i < combo->count(); ++i)
                combo->setItemText(i, definition.options[i].text());
        if (auto* spin = qobject_cast<QSpinBox*>(field.editor)) {
            spin->setLocale(QLocale());
            spin->setSuffix(definition.unitText ? u' ' + definition.unit() : QString());
        }
        load(field);
    }
    applyFilter(m_frame->filterEdit()->text());
}

void SettingsPane::applyFilter(const QString& text)
{
    const QStringList words = foldForSearch(text).split(u' ', Qt::SkipEmptyParts);
    QSet<Card*> seen;
    bool any = false;
    for (const Field& field : std::as_const(m_fields)) {
        const QString haystack = foldForSearch(field.definition->group() + u' ' + field.definition->title() +
                                               u' ' + field.definition->text());
        const bool shown = std::all_of(words.cbegin(), words.cend(),
                                       [&](const QString& word) { return haystack.contains(word); });
        field.row->setVisible(shown);
        if (shown)
            seen.insert(field.card);
        any = any || shown;
    }
    for (Card* card : std::as_const(m_cards))
        card->setVisible(seen.contains(card));
    m_frame->setContentState(any ? PaneFrame::ContentState::Data : PaneFrame::ContentState::NoMatch);
}

void SettingsPane::showWarnings()
{
    m_frame->setNotice(m_settings.warnings().join(u'\n'));
}

void SettingsPane::showTarget(const QVariantMap& target)
{
    const QString key = target.value(QStringLiteral("key")).toString();
    for (const Field& field : std::as_const(m_fields))
        if (field.definition->key == key)
            field.editor->setFocus();
}

void SettingsPane::focusFilter()
{
    m_frame->focusFilter();
}

void SettingsPane::changeEvent(QEvent* event)
{
    Pane::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

} // namespace kaptan::ui
