#include "ui/cluster/marks_dialog.h"

#include "app/kube/change/admin_calls.h"
#include "app/kube/change/selector.h"
#include "ui/common/plain_text.h"
#include "ui/common/style.h"

#include <QComboBox>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace kaptan::ui
{

namespace
{

constexpr qsizetype longestLine = 4000; ///< a longer value is no matter of a field

QString titleOf(MarksDialog::Kind kind, const QString& object)
{
    const QString name = plainLine(object, 120);
    switch (kind) {
    case MarksDialog::Kind::Labels:
        //: %1 is an object
        return MarksDialog::tr("Labels of %1").arg(name);
    case MarksDialog::Kind::Annotations:
        return MarksDialog::tr("Annotations of %1").arg(name);
    case MarksDialog::Kind::Taints:
        break;
    }
    //: %1 is a node
    return MarksDialog::tr("Taints of %1").arg(name);
}

QString wordsOf(MarksDialog::Kind kind)
{
    switch (kind) {
    case MarksDialog::Kind::Labels:
        return MarksDialog::tr("Services and controllers select objects by them.");
    case MarksDialog::Kind::Annotations:
        return MarksDialog::tr("Notes of people and programs.");
    case MarksDialog::Kind::Taints:
        break;
    }
    return MarksDialog::tr("They keep pods away that do not tolerate them: NoSchedule new ones, "
                           "PreferNoSchedule where there is another place, NoExecute those that run too.");
}

} // namespace

MarksDialog::MarksDialog(Kind kind, const QString& object, const QVector<Mark>& marks, QWidget* parent)
    : QDialog(parent), m_kind(kind)
{
    setObjectName(u"marksDialog"_s);
    setWindowTitle(titleOf(kind, object));
    resize(680, 420);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(space::xl, space::xl, space::xl, space::l);
    layout->setSpacing(space::m);
    auto* title = new QLabel(this);
    title->setTextFormat(Qt::PlainText);
    title->setText(windowTitle());
    title->setWordWrap(true);
    setLook(title, Look::Title);
    layout->addWidget(title);
    auto* words = new QLabel(wordsOf(kind), this);
    words->setTextFormat(Qt::PlainText);
    words->setWordWrap(true);
    setLook(words, Look::Muted);
    layout->addWidget(words);

    auto* inner = new QWidget;
    auto* column = new QVBoxLayout(inner);
    column->setContentsMargins(0, 0, space::s, 0);
    m_grid = new QGridLayout;
    m_grid->setHorizontalSpacing(space::s);
    m_grid->setVerticalSpacing(space::xs);
    m_grid->setColumnStretch(0, 3);
    m_grid->setColumnStretch(1, 3);
    column->addLayout(m_grid);
    column->addStretch();
    auto* scroll = new QScrollArea(this);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setWidget(inner);
    layout->addWidget(scroll, 1);
    const auto heading = [this](const QString& text, int at) {
        auto* label = new QLabel(text);
        setLook(label, Look::Caption);
        m_grid->addWidget(label, m_next, at);
        m_headings.append(label);
    };
    heading(tr("Key"), 0);
    heading(tr("Value"), 1);
    if (kind == Kind::Taints)
        heading(tr("Effect"), 2);
    ++m_next;
    m_none = new QLabel(inner);
    setLook(m_none, Look::Muted);
    m_none->setText(kind == Kind::Taints   ? tr("This node has no taints: every pod may run on it.")
                    : kind == Kind::Labels ? tr("It has no labels.")
                                           : tr("It has no annotations."));
    column->insertWidget(1, m_none);

    m_hint = new QLabel(this);
    m_hint->setObjectName(u"marksHint"_s);
    m_hint->setTextFormat(Qt::PlainText);
    m_hint->setWordWrap(true);
    m_hint->setFont(Style::instance().font(TextSize::Small));
    QPalette palette = m_hint->palette();
    palette.setColor(QPalette::WindowText, Style::instance().tone(Tone::Error).fg);
    m_hint->setPalette(palette);
    layout->addWidget(m_hint);

    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(space::s);
    auto* more = new QPushButton(tr("Add"), this);
    more->setObjectName(u"marksAdd"_s);
    more->setAutoDefault(false);
    auto* no = new QPushButton(tr("Cancel"), this);
    no->setAutoDefault(false);
    m_save = new QPushButton(tr("Save"), this);
    m_save->setObjectName(u"marksSave"_s);
    m_save->setDefault(true);
    setLook(m_save, Look::Primary);
    buttons->addWidget(more);
    buttons->addStretch();
    buttons->addWidget(no);
    buttons->addWidget(m_save);
    layout->addLayout(buttons);
    connect(more, &QPushButton::clicked, this, [this] {
        add({{}, {}, m_kind == Kind::Taints ? kube::taintEffects().first() : QString()});
        m_rows.last().key->setFocus();
    });
    connect(no, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_save, &QPushButton::clicked, this, &QDialog::accept);
    for (const Mark& mark : marks)
        add(mark);
    validate();
    more->setFocus();
}

void MarksDialog::add(const Mark& mark)
{
    const QString number = QString::number(m_next - 1);
    Row row{new QLineEdit, new QLineEdit, nullptr, new QPushButton, {}, false};
    row.key->setObjectName(u"key"_s + number);
    row.key->setAccessibleName(tr("Key"));
    row.key->setText(mark.key);
    setLook(row.key, Look::Mono);
    row.value->setObjectName(u"value"_s + number);
    row.value->setAccessibleName(tr("Value"));
    row.value->setMaxLength(32767);
    if (mark.value.size() > longestLine || mark.value.contains(u'\n') || mark.value.contains(u'\r')) {
        row.kept = mark.value;
        row.isKept = true;
        row.value->setText(plainLine(mark.value, 200));
        row.value->setReadOnly(true);
        row.value->setToolTip(tr("It has several lines or is very long: edit it as YAML."));
    } else {
        row.value->setText(mark.value);
    }
    row.value->setCursorPosition(0);
    setLook(row.value, Look::Mono);
    row.remove->setObjectName(u"remove"_s + number);
    row.remove->setIcon(Style::instance().icon(u"trash"_s));
    row.remove->setToolTip(tr("Remove"));
    row.remove->setAccessibleName(tr("Remove"));
    row.remove->setAutoDefault(false);
    setLook(row.remove, Look::Quiet);
    m_grid->addWidget(row.key, m_next, 0);
    m_grid->addWidget(row.value, m_next, 1);
    if (m_kind == Kind::Taints) {
        row.effect = new QComboBox;
        row.effect->setObjectName(u"effect"_s + number);
        row.effect->setAccessibleName(tr("Effect"));
        row.effect->addItems(kube::taintEffects());
        if (row.effect->findText(mark.effect) < 0)
            row.effect->addItem(mark.effect); // of a newer server
        row.effect->setCurrentText(mark.effect);
        m_grid->addWidget(row.effect, m_next, 2);
        connect(row.effect, &QComboBox::currentTextChanged, this, &MarksDialog::validate);
    }
    m_grid->addWidget(row.remove, m_next, 3);
    ++m_next;
    connect(row.key, &QLineEdit::textChanged, this, &MarksDialog::validate);
    connect(row.value, &QLineEdit::textChanged, this, &MarksDialog::validate);
    connect(row.remove, &QPushButton::clicked, this, [this, key = row.key] { remove(key); });
    m_rows.append(row);
    validate();
}

void MarksDialog::remove(const QLineEdit* key)
{
    for (qsizetype i = 0; i < m_rows.size(); ++i) {
        if (m_rows[i].key != key)
            continue;
        const Row row = m_rows.takeAt(i);
        row.key->deleteLater();
        row.value->deleteLater();
        row.remove->deleteLater();
        if (row.effect)
            row.effect->deleteLater();
        for (QWidget* widget : {static_cast<QWidget*>(row.key), static_cast<QWidget*>(row.value),
                                static_cast<QWidget*>(row.remove), static_cast<QWidget*>(row.effect)})
            if (widget)
                widget->hide();
        break;
    }
    validate();
}

QVector<MarksDialog::Mark> MarksDialog::marks() const
{
    QVector<Mark> all;
    for (const Row& row : m_rows)
        all.append({row.key->text().trimmed(), row.isKept ? row.kept : row.value->text(),
                    row.effect ? row.effect->currentText() : QString()});
    return all;
}

QString MarksDialog::problem(int index) const
{
    const QVector<Mark> all = marks();
    const Mark& mark = all.at(index);
    if (m_kind == Kind::Taints) {
        QVector<kube::Taint> taints;
        for (const Mark& one : all)
            taints.append({one.key, one.value, one.effect, {}});
        return kube::problemOf(taints, index);
    }
    if (const QString wrong = kube::problemOfKey(mark.key); !wrong.isEmpty())
        return wrong;
    for (int i = 0; i < index; ++i)
        if (all.at(i).key == mark.key)
            return tr("This key is there twice.");
    return m_kind == Kind::Labels ? kube::problemOfLabelValue(mark.value) : QString();
}

void MarksDialog::validate()
{
    for (QLabel* heading : std::as_const(m_headings))
        heading->setVisible(!m_rows.isEmpty());
    m_none->setVisible(m_rows.isEmpty());
    QString first;
    for (int i = 0; i < int(m_rows.size()); ++i) {
        const QString wrong = problem(i);
        setLook(m_rows[i].key, wrong.isEmpty() ? Look::Mono : Look::Invalid);
        m_rows[i].key->setAccessibleDescription(wrong);
        if (first.isEmpty() && !wrong.isEmpty())
            //: %1 is a key, %2 a sentence that says what is wrong with it
            first = m_rows[i].key->text().isEmpty()
                        ? wrong
                        : tr("%1: %2").arg(plainLine(m_rows[i].key->text(), 80), wrong);
    }
    m_hint->setText(first);
    m_save->setEnabled(first.isEmpty());
    m_save->setToolTip(plainToolTip(first));
}

} // namespace kaptan::ui
