#include "ui/shell/command_palette.h"

#include "ui/common/plain_text.h"
#include "ui/common/style.h"

#include <QApplication>
#include <QEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

#include <algorithm>

namespace kaptan::ui
{

namespace
{

constexpr int paletteWidth = 560;
constexpr int mostShown = 200; ///< more than a person reads

enum ItemRole { IndexRole = Qt::UserRole + 1 };

class CommandDelegate : public QStyledItemDelegate
{
public:
    CommandDelegate(const QVector<Command>& commands, QObject* parent)
        : QStyledItemDelegate(parent), m_commands(commands)
    {
    }

    QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const override
    {
        return {100, Style::instance().rowHeight() + 4};
    }

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        const qsizetype at = index.data(IndexRole).toInt();
        if (at >= m_commands.size())
            return;
        const Command& command = m_commands[at];
        const Style& style = Style::instance();
        const bool can = command.whyNot.isEmpty();
        painter->save();
        if (option.state & QStyle::State_Selected) {
            painter->setRenderHint(QPainter::Antialiasing);
            painter->setPen(style.isHighContrast() ? QPen(style.tone(Tone::Accent).border) : QPen(Qt::NoPen));
            painter->setBrush(style.color(ColorRole::Selection));
            painter->drawRoundedRect(QRectF(option.rect).adjusted(6, 0, -6, 0), radius, radius);
        }
        const QColor muted = style.color(ColorRole::Muted);
        const QColor color = can ? style.color(ColorRole::Text) : muted;
        QRect rect = option.rect.adjusted(16, 0, -16, 0);
        painter->drawPixmap(rect.left(), rect.top() + (rect.height() - 16) / 2,
                            style.pixmap(command.icon, 16, muted, painter->device()->devicePixelRatioF()));
        rect.setLeft(rect.left() + 26);
        if (!command.shortcut.isEmpty()) {
            const QFont small = style.font(TextSize::Small);
            painter->setFont(small);
            painter->setPen(muted);
            painter->drawText(rect, Qt::AlignVCenter | Qt::AlignRight, command.shortcut);
            rect.setRight(rect.right() - QFontMetrics(small).horizontalAdvance(command.shortcut) - 12);
        }
        const QFont font = style.font();
        const QFontMetrics metrics(font);
        painter->setFont(font);
        painter->setPen(color);
        const QString title = metrics.elidedText(command.title, Qt::ElideRight, rect.width());
        painter->drawText(rect, Qt::AlignVCenter | Qt::AlignLeft, title);
        rect.setLeft(rect.left() + metrics.horizontalAdvance(title) + 10);
        painter->setFont(style.font(TextSize::Small));
        painter->setPen(muted);
        if (rect.width() > 30)
            painter->drawText(rect, Qt::AlignVCenter | Qt::AlignLeft,
                              painter->fontMetrics().elidedText(command.group, Qt::ElideRight, rect.width()));
        painter->restore();
    }

private:
    const QVector<Command>& m_commands;
};

int wordScore(const QString& typed, const QString& title)
{
    const qsizetype whole = title.indexOf(typed);
    if (whole >= 0)
        return 1000 - int(qMin<qsizetype>(whole, 200)) +
               (whole == 0 || !title[whole - 1].isLetterOrNumber() ? 500 : 0);
    int score = 0;
    qsizetype from = 0;
    qsizetype last = -2;
    for (const QChar c : typed) {
        qsizetype at = title.indexOf(c, from);
        if (at < 0)
            return -1;
        // The beginning of a later word is what is meant more often than a letter in between.
        if (at != last + 1)
            for (qsizetype i = at; i >= 0; i = title.indexOf(c, i + 1))
                if (i == 0 || !title[i - 1].isLetterOrNumber()) {
                    at = i;
                    break;
                }
        const bool begins = at == 0 || !title[at - 1].isLetterOrNumber();
        score += begins ? 30 : at == last + 1 ? 20 : 1;
        last = at;
        from = at + 1;
    }
    return score;
}

} // namespace

int fuzzyScore(const QString& typed, const QString& title)
{
    const QString folded = foldForSearch(title);
    int score = 0;
    for (const QString& word : foldForSearch(typed).split(u' ', Qt::SkipEmptyParts)) {
        const int one = wordScore(word, folded);
        // Letters strewn over the title are no match for a person.
        if (one < 0 || (one < 1000 && one < 12 * int(word.size())))
            return -1;
        score += one;
    }
    return score;
}

CommandPalette::CommandPalette(QWidget* window) : QFrame(window)
{
    setObjectName(QStringLiteral("commandPalette"));
    setLook(this, Look::Card);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(1, 1, 1, space::s);
    layout->setSpacing(0);
    m_field = new QLineEdit(this);
    m_field->setObjectName(QStringLiteral("paletteEdit"));
    m_field->setFrame(false);
    m_field->setTextMargins(8, 0, 8, 0);
    setLook(m_field, Look::Bare);
    auto* line = new QFrame(this);
    line->setFixedHeight(1);
    setLook(line, Look::Line);
    m_list = new QListWidget(this);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setItemDelegate(new CommandDelegate(m_commands, m_list));
    m_list->setUniformItemSizes(true);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_reason = new QLabel(this);
    m_reason->setTextFormat(Qt::PlainText);
    m_reason->setWordWrap(true);
    m_reason->setContentsMargins(space::l, space::xs, space::l, 0);
    setLook(m_reason, Look::Caption);
    layout->addWidget(m_field);
    layout->addWidget(line);
    layout->addSpacing(space::xs);
    layout->addWidget(m_list, 1);
    layout->addWidget(m_reason);
    hide();

    m_field->installEventFilter(this);
    window->installEventFilter(this);
    connect(m_field, &QLineEdit::textChanged, this, &CommandPalette::filter);
    connect(m_list, &QListWidget::itemClicked, this, &CommandPalette::runCurrent);
    connect(m_list, &QListWidget::currentRowChanged, this, [this](int row) {
        const QListWidgetItem* item = m_list->item(row);
        const int at = item ? item->data(IndexRole).toInt() : -1;
        const QString why = at >= 0 && at < m_commands.size() ? m_commands[at].whyNot : QString();
        m_reason->setText(plainBlock(why, 300));
        m_reason->setVisible(!why.isEmpty());
    });
    retranslate();
}

void CommandPalette::retranslate()
{
    m_field->setPlaceholderText(tr("Go to, do, find …"));
    m_field->setAccessibleName(tr("Command palette"));
    m_list->setAccessibleName(tr("Commands"));
}

void CommandPalette::changeEvent(QEvent* event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void CommandPalette::open(QVector<Command> commands)
{
    if (isHidden())
        m_before = QApplication::focusWidget();
    m_commands = std::move(commands);
    m_field->clear();
    filter({});
    place();
    show();
    raise();
    m_field->setFocus(Qt::ShortcutFocusReason);
}

void CommandPalette::dismiss()
{
    if (isHidden())
        return;
    hide();
    if (m_before)
        m_before->setFocus();
}

void CommandPalette::place()
{
    const QSize window = parentWidget()->size();
    const int wide = qMin(paletteWidth, window.width() - 2 * space::l);
    setGeometry((window.width() - wide) / 2, 56, wide, qMin(420, window.height() - 120));
}

void CommandPalette::filter(const QString& typed)
{
    struct Hit {
        int score;
        int index;
    };

    std::vector<Hit> hits;
    for (int i = 0; i < m_commands.size(); ++i) {
        const Command& command = m_commands[i];
        // The group can be typed too ("go logs"), but counts less than the title.
        int score = fuzzyScore(typed, command.title) * 2;
        if (score < 0)
            score = fuzzyScore(typed, command.group + u' ' + command.title);
        if (score >= 0)
            hits.push_back({command.whyNot.isEmpty() ? score : score / 2, i});
    }
    std::stable_sort(hits.begin(), hits.end(), [this](const Hit& a, const Hit& b) {
        const bool can = m_commands[a.index].whyNot.isEmpty();
        const bool other = m_commands[b.index].whyNot.isEmpty();
        // While nothing is typed, what can be done comes first.
        return a.score != b.score ? a.score > b.score : can && !other;
    });
    m_list->clear();
    for (size_t i = 0; i < hits.size() && i < mostShown; ++i) {
        auto* item = new QListWidgetItem(m_commands[hits[i].index].title, m_list);
        item->setData(IndexRole, hits[i].index);
    }
    m_list->setCurrentRow(hits.empty() ? -1 : 0);
    if (hits.empty()) {
        m_reason->setText(tr("Nothing of that name."));
        m_reason->show();
    }
}

QStringList CommandPalette::listed() const
{
    QStringList titles;
    for (int i = 0; i < m_list->count(); ++i)
        titles.append(m_list->item(i)->text());
    return titles;
}

void CommandPalette::runCurrent()
{
    const QListWidgetItem* item = m_list->currentItem();
    const int at = item ? item->data(IndexRole).toInt() : -1;
    if (at < 0 || at >= m_commands.size() || !m_commands[at].whyNot.isEmpty())
        return;
    const auto run = m_commands[at].run;
    dismiss();
    if (run)
        run();
}

bool CommandPalette::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == parentWidget() && event->type() == QEvent::Resize && isVisible())
        place();
    if (watched != m_field)
        return QFrame::eventFilter(watched, event);
    if (event->type() == QEvent::FocusOut) {
        // A click elsewhere closes it; another window in front does not.
        if (static_cast<QFocusEvent*>(event)->reason() != Qt::ActiveWindowFocusReason)
            hide();
        return false;
    }
    if (event->type() != QEvent::KeyPress)
        return QFrame::eventFilter(watched, event);
    const int rows = m_list->count();
    const int row = m_list->currentRow();
    switch (static_cast<QKeyEvent*>(event)->key()) {
    case Qt::Key_Escape:
        dismiss();
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        runCurrent();
        return true;
    case Qt::Key_Down:
        if (rows > 0)
            m_list->setCurrentRow((row + 1) % rows);
        return true;
    case Qt::Key_Up:
        if (rows > 0)
            m_list->setCurrentRow((row + rows - 1) % rows);
        return true;
    case Qt::Key_PageDown:
        m_list->setCurrentRow(qMin(rows - 1, row + 8));
        return true;
    case Qt::Key_PageUp:
        m_list->setCurrentRow(qMax(0, row - 8));
        return true;
    case Qt::Key_Tab:
    case Qt::Key_Backtab:
        return true; // there is nowhere else to go in here
    default:
        return false;
    }
}

} // namespace kaptan::ui
