#include "ui/deployments/environment_table.h"

#include "ui/common/plain_text.h"
#include "ui/common/style.h"

#include <QApplication>
#include <QClipboard>
#include <QFrame>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLineEdit>
#include <QSet>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

#include <algorithm>

namespace kaptan::ui
{

namespace
{

/// Edits a hidden value behind dots.
class EnvironmentDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QWidget* createEditor(QWidget* parent, const QStyleOptionViewItem&,
                          const QModelIndex& index) const override
    {
        auto* edit = new QLineEdit(parent);
        edit->setFrame(false);
        edit->setFont(Style::instance().mono());
        const auto* model = qobject_cast<const EnvironmentModel*>(index.model());
        if (model && index.column() == EnvironmentModel::Value && model->isHidden(index.row()))
            edit->setEchoMode(QLineEdit::Password);
        return edit;
    }
};

} // namespace

void EnvironmentModel::set(const spec_text::Pairs& pairs)
{
    beginResetModel();
    m_pairs = pairs;
    endResetModel();
    Q_EMIT edited();
}

void EnvironmentModel::append(const spec_text::Pairs& pairs)
{
    spec_text::Pairs all = m_pairs;
    for (const auto& pair : pairs) {
        // A name that is there already takes the new value: a block pasted twice is no error.
        const auto known =
            std::find_if(all.begin(), all.end(), [&](const auto& one) { return one.first == pair.first; });
        if (known == all.end())
            all.append(pair);
        else
            known->second = pair.second;
    }
    set(all);
}

void EnvironmentModel::removeAt(QList<int> rows)
{
    std::sort(rows.begin(), rows.end(), std::greater<>());
    spec_text::Pairs all = m_pairs;
    for (const int row : rows)
        if (row >= 0 && row < all.size())
            all.removeAt(row);
    set(all);
}

void EnvironmentModel::setRevealed(bool revealed)
{
    m_revealed = revealed;
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0, Value), index(rowCount() - 1, Value));
}

void EnvironmentModel::retranslate()
{
    Q_EMIT headerDataChanged(Qt::Horizontal, Key, Value);
}

bool EnvironmentModel::isHidden(int row) const
{
    return !m_revealed && row >= 0 && row < m_pairs.size() && spec_text::looksSecret(m_pairs.at(row).first);
}

int EnvironmentModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_pairs.size()) + 1;
}

int EnvironmentModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : 2;
}

QVariant EnvironmentModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || index.row() >= m_pairs.size())
        return {};
    const auto& pair = m_pairs.at(index.row());
    if (role == Qt::EditRole)
        return index.column() == Key ? pair.first : pair.second;
    if (role == Qt::FontRole)
        return Style::instance().mono();
    if (role == Qt::AccessibleTextRole || role == Qt::DisplayRole) {
        if (index.column() == Key)
            return plainLine(pair.first, 300);
        if (isHidden(index.row()) && !pair.second.isEmpty())
            return role == Qt::DisplayRole ? QString(8, u'•') : tr("hidden");
        return plainLine(pair.second, 1000);
    }
    return {};
}

bool EnvironmentModel::setData(const QModelIndex& index, const QVariant& value, int role)
{
    if (role != Qt::EditRole || !index.isValid())
        return false;
    const QString text = value.toString();
    if (index.row() == m_pairs.size()) {
        if (text.isEmpty())
            return false;
        // KEY=VALUE typed into the name of a new row fills both.
        QPair<QString, QString> pair;
        if (index.column() == Key && text.contains(u'='))
            pair = {text.section(u'=', 0, 0).trimmed(), text.section(u'=', 1)};
        else
            (index.column() == Key ? pair.first : pair.second) = text;
        beginInsertRows({}, int(m_pairs.size()) + 1, int(m_pairs.size()) + 1);
        m_pairs.append(pair);
        endInsertRows();
        Q_EMIT dataChanged(this->index(index.row(), Key), this->index(index.row(), Value));
    } else {
        auto& pair = m_pairs[index.row()];
        (index.column() == Key ? pair.first : pair.second) = index.column() == Key ? text.trimmed() : text;
        Q_EMIT dataChanged(this->index(index.row(), Key), this->index(index.row(), Value));
    }
    Q_EMIT edited();
    return true;
}

QVariant EnvironmentModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    //: name and value of an environment variable
    return section == Key ? tr("Name") : tr("Value");
}

Qt::ItemFlags EnvironmentModel::flags(const QModelIndex& index) const
{
    return QAbstractTableModel::flags(index) | Qt::ItemIsEditable;
}

EnvironmentTable::EnvironmentTable(QWidget* parent)
    : QWidget(parent), m_model(new EnvironmentModel(this)), m_view(new QTableView(this)),
      m_reveal(new QCheckBox(this)), m_paste(new QPushButton(this)), m_remove(new QPushButton(this))
{
    m_view->setObjectName(QStringLiteral("environment"));
    m_view->setModel(m_model);
    m_view->setItemDelegate(new EnvironmentDelegate(m_view));
    m_view->verticalHeader()->hide();
    m_view->verticalHeader()->setDefaultSectionSize(Style::instance().rowHeight());
    m_view->horizontalHeader()->setStretchLastSection(true);
    m_view->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_view->setColumnWidth(EnvironmentModel::Key, 230);
    m_view->setEditTriggers(QAbstractItemView::DoubleClicked | QAbstractItemView::EditKeyPressed |
                            QAbstractItemView::AnyKeyPressed | QAbstractItemView::SelectedClicked);
    m_view->setTabKeyNavigation(false);
    m_view->setShowGrid(true);
    m_view->setMinimumHeight(Style::instance().rowHeight() * 4 + 8);
    m_view->installEventFilter(this);
    m_reveal->setObjectName(QStringLiteral("revealValues"));
    m_paste->setObjectName(QStringLiteral("pasteEnv"));
    m_remove->setObjectName(QStringLiteral("removeEnv"));
    m_paste->setAutoDefault(false);
    m_remove->setAutoDefault(false);
    setLook(m_paste, Look::Quiet);
    setLook(m_remove, Look::Quiet);

    auto* buttons = new QHBoxLayout;
    buttons->addWidget(m_reveal);
    buttons->addStretch();
    buttons->addWidget(m_paste);
    buttons->addWidget(m_remove);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::xs);
    auto* frame = new QFrame(this);
    setLook(frame, Look::Card);
    auto* framed = new QVBoxLayout(frame);
    framed->setContentsMargins(1, 1, 1, 1);
    framed->addWidget(m_view);
    column->addWidget(frame, 1);
    column->addLayout(buttons);

    connect(m_model, &EnvironmentModel::edited, this, &EnvironmentTable::edited);
    connect(m_reveal, &QCheckBox::toggled, m_model, &EnvironmentModel::setRevealed);
    connect(m_paste, &QPushButton::clicked, this, [this] { paste(QApplication::clipboard()->text()); });
    connect(m_remove, &QPushButton::clicked, this, &EnvironmentTable::removeSelected);
    retranslate();
}

void EnvironmentTable::retranslate()
{
    m_view->setAccessibleName(tr("Environment variables"));
    m_reveal->setText(tr("Show &hidden values"));
    m_reveal->setToolTip(tr("Values of names such as PASSWORD, TOKEN or KEY are shown as dots"));
    m_paste->setText(tr("Paste .&env"));
    m_paste->setToolTip(tr("Adds the NAME=value lines of the clipboard (Ctrl+V in the table)"));
    m_remove->setText(tr("Re&move"));
    m_remove->setToolTip(tr("Removes the selected variables (Ctrl+Del)"));
    m_model->retranslate();
}

bool EnvironmentTable::paste(const QString& text)
{
    const auto pairs = spec_text::parseEnvironment(text);
    if (!pairs) {
        Q_EMIT pasteFailed(pairs.error());
        return false;
    }
    m_model->append(*pairs);
    return true;
}

Result<spec_text::Pairs> EnvironmentTable::pairs() const
{
    spec_text::Pairs all;
    QSet<QString> seen;
    for (const auto& pair : m_model->pairs()) {
        if (pair.first.isEmpty() && pair.second.isEmpty())
            continue;
        const auto bad = [&](const QString& why, const QString& fix) {
            return failure(InvalidInput{tr("Environment"), why, fix});
        };
        if (const QString problem = spec_text::environmentKeyProblem(pair.first); !problem.isEmpty())
            return bad(problem, tr("Write a name without blanks, such as DB_HOST."));
        if (seen.contains(pair.first))
            return bad(tr("“%1” is there twice").arg(plainLine(pair.first, 40)),
                       tr("Remove one of the two."));
        seen.insert(pair.first);
        all.append(pair);
    }
    return all;
}

void EnvironmentTable::removeSelected()
{
    QSet<int> rows;
    for (const QModelIndex& index : m_view->selectionModel()->selectedIndexes())
        rows.insert(index.row());
    if (rows.isEmpty() && m_view->currentIndex().isValid())
        rows.insert(m_view->currentIndex().row());
    m_model->removeAt(rows.values());
}

bool EnvironmentTable::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::KeyPress) {
        auto* key = static_cast<QKeyEvent*>(event);
        if (key->matches(QKeySequence::Paste)) {
            paste(QApplication::clipboard()->text());
            return true;
        }
        if (key->key() == Qt::Key_Delete && key->modifiers() == Qt::ControlModifier) {
            removeSelected();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace kaptan::ui
