#include "ui/manifest/form_rows.h"

#include "ui/common/plain_text.h"
#include "ui/common/style.h"

#include <QHBoxLayout>
#include <QJsonArray>
#include <QPushButton>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace kaptan::ui
{

using kube::YamlPath;

namespace
{

constexpr int mostRows = 100;

const QJsonValue nothing{QJsonValue::Undefined};

YamlPath below(const YamlPath& path, const YamlPath& more)
{
    YamlPath whole = path;
    whole.steps += more.steps;
    return whole;
}

} // namespace

RowsField::RowsField(const QString& label, const QString& path, QVector<RowColumn> columns,
                     const QString& addText, QJsonObject start, bool addNow, QWidget* parent)
    : FormField(label, path, parent), m_columns(std::move(columns)), m_start(std::move(start)),
      m_addNow(addNow), m_body(new QWidget(this)), m_column(new QVBoxLayout(m_body)),
      m_add(formButton(u"add"_s, addText, m_body))
{
    m_tall = std::any_of(m_columns.begin(), m_columns.end(),
                         [](const RowColumn& column) { return column.newLine; });
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(m_tall ? space::m : space::xs);
    m_column->addWidget(m_add, 0, Qt::AlignLeft);
    m_add->setObjectName(u"add"_s);
    setEditor(m_body, m_add);
    connect(m_add, &QPushButton::clicked, this, [this] {
        if (m_addNow)
            return change({{this->path() / int(m_items.size()), m_start}});
        m_pending = true;
        makeRow();
        showRow(int(m_items.size()), m_start);
        m_add->setEnabled(false);
        for (const Cell& cell : std::as_const(m_rows.last().cells))
            if (cell.edit)
                return cell.edit->setFocus();
    });
}

QString RowsField::pathIn(const RowColumn& column, const QJsonObject& item) const
{
    return column.where ? column.where(item) : column.path;
}

void RowsField::makeRow()
{
    const int at = int(m_rows.size());
    Row row;
    row.widget = new QWidget(m_body);
    row.widget->setObjectName(u"row%1"_s.arg(at));
    auto* lines = new QVBoxLayout(row.widget);
    lines->setContentsMargins(0, 0, 0, 0);
    lines->setSpacing(space::xs);
    QHBoxLayout* line = nullptr;
    row.remove = formButton(u"close"_s, {}, row.widget);
    row.remove->setObjectName(u"remove"_s);
    row.remove->setToolTip(tr("Remove"));
    row.remove->setAccessibleName(tr("Remove line %1").arg(at + 1));
    connect(row.remove, &QPushButton::clicked, this, [this, at] { remove(at); });
    for (const RowColumn& column : std::as_const(m_columns)) {
        if (!line || column.newLine) {
            if (line && lines->count() == 1)
                line->addWidget(row.remove, 0, Qt::AlignBottom);
            line = new QHBoxLayout;
            line->setSpacing(space::xs);
            lines->addLayout(line);
        }
        Cell cell;
        cell.box = new QWidget(row.widget);
        auto* box = new QVBoxLayout(cell.box);
        box->setContentsMargins(0, 0, 0, 0);
        box->setSpacing(2);
        QWidget* editor = nullptr;
        if (column.kind == RowColumn::Kind::Check) {
            editor = cell.check = new QCheckBox(column.title, cell.box);
            connect(cell.check, &QCheckBox::clicked, this,
                    [this, at, column](bool on) { write(at, column, on ? QJsonValue(true) : nothing); });
        } else {
            // One line of captions is enough where rows are one line.
            if (m_tall || at == 0) {
                auto* caption = formLabel(Look::Caption, cell.box);
                caption->setText(column.title);
                caption->setWordWrap(false);
                caption->setMinimumWidth(10);
                box->addWidget(caption);
            }
            if (column.kind == RowColumn::Kind::Choice) {
                editor = cell.choice = new ChoiceBox(column.choices, cell.box);
                connect(cell.choice, &ChoiceBox::chosen, this, [this, at, column](const QString& value) {
                    if (!column.choose || at >= m_items.size())
                        return write(at, column, value.isEmpty() ? nothing : QJsonValue(value));
                    FormChanges changes = column.choose(m_items.at(at), value);
                    for (auto& [way, what] : changes)
                        way = below(path() / at, way);
                    change(changes);
                });
            } else {
                editor = cell.edit = new ValueEdit(column.codec, cell.box);
                cell.edit->setMinimumWidth(44);
                connect(cell.edit, &ValueEdit::typed, this,
                        [this, at, column](const QJsonValue& value) { write(at, column, value); });
                connect(cell.edit, &ValueEdit::touched, this, [this] { present(); });
            }
        }
        editor->setObjectName(column.path);
        editor->setAccessibleName(column.title);
        box->addStretch();
        box->addWidget(editor);
        line->addWidget(cell.box, column.stretch);
        row.cells.append(cell);
    }
    if (lines->count() == 1)
        line->addWidget(row.remove, 0, Qt::AlignBottom);
    row.note = formLabel(Look::Caption, row.widget);
    row.note->setObjectName(u"rowNote"_s);
    row.note->hide();
    lines->addWidget(row.note);
    m_column->insertWidget(at, row.widget);
    m_rows.append(row);
}

void RowsField::dropRow()
{
    QWidget* gone = m_rows.takeLast().widget;
    gone->hide();
    gone->deleteLater();
}

void RowsField::write(int at, const RowColumn& column, const QJsonValue& value)
{
    if (at < m_items.size()) {
        const YamlPath place = YamlPath::of(pathIn(column, m_items.at(at)));
        const QJsonObject then = withChanges(m_items.at(at), {{place, value}});
        if (then.isEmpty())
            return remove(at);
        const QJsonValue old = kube::valueAt(m_items.at(at), place);
        m_items[at] = then;
        return change(minimalChanges(below(path() / at, place), old, value));
    }
    if (value.isUndefined())
        return;
    const YamlPath place = YamlPath::of(pathIn(column, m_start));
    const QJsonObject item = withChanges(m_start, {{place, value}});
    m_pending = false;
    m_items.append(item);
    m_add->setEnabled(m_rows.size() < mostRows);
    change({{path() / at, item}});
}

void RowsField::remove(int at)
{
    if (at >= m_items.size()) { // not in the YAML yet
        m_pending = false;
        dropRow();
        m_add->setEnabled(true);
        return present();
    }
    m_items.removeAt(at);
    change({{m_items.isEmpty() ? path() : path() / at, nothing}});
}

void RowsField::showRow(int at, const QJsonObject& item)
{
    const Row& row = m_rows.at(at);
    QString note;
    bool left = false;
    for (int i = 0; i < m_columns.size() && !left; ++i) {
        const RowColumn& column = m_columns.at(i);
        if (column.instead)
            if (note = column.instead(item); !note.isEmpty())
                left = true;
    }
    for (int i = 0; i < m_columns.size(); ++i) {
        const RowColumn& column = m_columns.at(i);
        const Cell& cell = row.cells.at(i);
        const QJsonValue value = kube::valueAt(item, YamlPath::of(pathIn(column, item)));
        bool good = true;
        if (cell.edit)
            good = cell.edit->show(value);
        else if (cell.choice)
            good = cell.choice->show(column.current ? QJsonValue(column.current(item)) : value);
        else
            cell.check->setChecked(value.toBool());
        if (cell.check && !value.isBool() && !value.isUndefined())
            good = false;
        const bool wanted = !column.when || column.when(item);
        // What is left to the YAML shows what is simple, and lets nothing be typed.
        const bool says = good && !(cell.choice && cell.choice->currentText().isEmpty());
        cell.box->setVisible(wanted && (says || !left));
        if (cell.edit)
            cell.edit->setReadOnly(m_locked || left || !good);
        if (cell.choice)
            cell.choice->setEnabled(!m_locked && !left);
        if (cell.check)
            cell.check->setEnabled(!m_locked && !left && good);
        if (wanted && !good && note.isEmpty())
            note = tr("%1 is more than the form can show").arg(column.title);
    }
    //: %1: what stands there, in words
    row.note->setText(note.isEmpty() ? QString()
                                     : tr("%1. This is edited in the YAML.").arg(plainLine(note, 200)));
    row.note->setVisible(!note.isEmpty());
    row.remove->setVisible(!m_locked);
}

bool RowsField::showValue(const QJsonValue& value)
{
    const bool there = !value.isUndefined() && !value.isNull();
    const QJsonArray list = value.toArray();
    if ((there && !value.isArray()) || list.size() > mostRows ||
        std::any_of(list.begin(), list.end(), [](const QJsonValue& one) { return !one.isObject(); }))
        return false;
    m_items.clear();
    for (const QJsonValue& one : list)
        m_items.append(one.toObject());
    const int wanted = int(m_items.size()) + (m_pending ? 1 : 0);
    while (m_rows.size() > wanted)
        dropRow();
    while (m_rows.size() < wanted)
        makeRow();
    for (int i = 0; i < m_items.size(); ++i)
        showRow(i, m_items.at(i));
    m_add->setEnabled(!m_pending && wanted < mostRows);
    m_add->setVisible(!m_locked);
    return true;
}

std::optional<InvalidInput> RowsField::problem() const
{
    std::optional<InvalidInput> first;
    for (int at = 0; at < m_rows.size(); ++at)
        for (int i = 0; i < m_columns.size(); ++i) {
            ValueEdit* edit = m_rows.at(at).cells.at(i).edit;
            if (!edit)
                continue;
            const auto bad = edit->isReadOnly() || edit->text().isEmpty() ? std::nullopt : edit->problem();
            setLook(edit, bad ? Look::Invalid : Look::Mono);
            if (bad && !first) {
                first = bad;
                //: %1: number of a line, %2: its column, %3: why it cannot be used
                first->why = tr("Line %1, %2: %3").arg(at + 1).arg(m_columns.at(i).title, bad->why);
            }
        }
    return first;
}

void RowsField::setLocked(bool locked)
{
    if (m_locked == locked)
        return;
    m_locked = locked;
    for (int i = 0; i < m_items.size(); ++i)
        showRow(i, m_items.at(i));
    m_add->setVisible(!locked);
}

} // namespace kaptan::ui
