#include "ui/shell/list_popup.h"

#include "ui/common/format.h"
#include "ui/common/plain_text.h"

#include <QApplication>
#include <QEvent>
#include <QScreen>

namespace kaptan::ui
{

namespace
{

constexpr int popupWidth = 400;

QLabel* wordsLabel(const QString& text, Look look, QWidget* parent)
{
    auto* label = new QLabel(plainBlock(text, 600), parent);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    setLook(label, look);
    return label;
}

} // namespace

ListPopup::ListPopup(QWidget* parent) : QFrame(parent, Qt::Popup)
{
    setLook(this, Look::Card);
    setFixedWidth(popupWidth);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(1, 1, 1, space::s);
    layout->setSpacing(0);
    auto* head = new QHBoxLayout;
    head->setContentsMargins(space::m, space::s, space::s, space::xs);
    m_heading = new QLabel(this);
    ui::setLook(m_heading, Look::Heading);
    m_clear = new QPushButton(this);
    ui::setLook(m_clear, Look::Quiet);
    head->addWidget(m_heading, 1);
    head->addWidget(m_clear);
    layout->addLayout(head);
    m_area = new QScrollArea(this);
    m_area->setWidgetResizable(true);
    m_area->setFrameShape(QFrame::NoFrame);
    m_area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    layout->addWidget(m_area, 1);
    connect(m_clear, &QPushButton::clicked, this, [this] { cleared(); });
}

void ListPopup::setHeading(const QString& heading, const QString& buttonText)
{
    m_heading->setText(heading);
    m_clear->setText(buttonText);
    setAccessibleName(heading);
}

void ListPopup::beginRows()
{
    m_rows = new QWidget;
    m_rowLayout = new QVBoxLayout(m_rows);
    m_rowLayout->setContentsMargins(space::m, 0, space::s, 0);
    m_rowLayout->setSpacing(space::m);
}

void ListPopup::addRow(QWidget* row)
{
    m_rowLayout->addWidget(row);
}

void ListPopup::endRows(const QString& emptyText)
{
    if (m_rowLayout->count() == 0)
        m_rowLayout->addWidget(wordsLabel(emptyText, Look::Muted, m_rows));
    m_rowLayout->addStretch(1);
    m_area->setWidget(m_rows);
    m_rows->setAutoFillBackground(false);
    m_area->viewport()->setAutoFillBackground(false);
    fit();
}

void ListPopup::fit()
{
    if (!m_rows)
        return;
    const int wanted = m_rowLayout->hasHeightForWidth() ? m_rowLayout->totalHeightForWidth(popupWidth - 14)
                                                        : m_rows->sizeHint().height();
    setFixedHeight(qBound(96, wanted + 60, 420));
    if (!m_anchor)
        return;
    const QRect anchor(m_anchor->mapToGlobal(QPoint(0, 0)), m_anchor->size());
    const QRect window(m_anchor->window()->mapToGlobal(QPoint(0, 0)), m_anchor->window()->size());
    const int y =
        anchor.bottom() + height() + 4 <= window.bottom() ? anchor.bottom() + 4 : anchor.top() - height() - 4;
    move(qBound(window.left() + 4, anchor.right() - width(), window.right() - width() - 4), y);
}

void ListPopup::openAt(QWidget* anchor)
{
    m_anchor = anchor;
    rebuild();
    show();
}

void ListPopup::showEvent(QShowEvent* event)
{
    QFrame::showEvent(event);
    fit();
}

void ListPopup::changeEvent(QEvent* event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::LanguageChange && isVisible())
        rebuild();
}

// ---- tasks

TaskPopup::TaskPopup(TaskList& tasks, QWidget* parent) : ListPopup(parent), m_tasks(tasks)
{
    setObjectName(QStringLiteral("taskPopup"));
    connect(&tasks, &TaskList::changed, this, [this] {
        if (isVisible())
            updateRows();
    });
}

void TaskPopup::updateRows()
{
    QVector<QPair<int, Task::State>> now;
    for (const Task& task : m_tasks.tasks())
        now.append({task.id, task.state});
    if (now != m_shown) {
        rebuild();
        return;
    }
    // Only progress moved: rows stay, so that a button is not pulled away from under the pointer.
    for (const Task& task : m_tasks.tasks())
        if (QWidget* row = m_byId.value(task.id)) {
            if (auto* bar = row->findChild<MeterBar*>())
                bar->setValue(task.part());
            if (auto* words = row->findChild<QLabel*>(QStringLiteral("progress")))
                words->setText(plainLine(task.progress, 200));
        }
}

QWidget* TaskPopup::makeRow(const Task& task)
{
    auto* row = new QWidget;
    auto* layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space::s);
    auto* icon = new IconLabel({}, 16, row);
    auto* words = new QVBoxLayout;
    words->setSpacing(3);
    words->addWidget(wordsLabel(task.title, Look::Plain, row));
    layout->addWidget(icon, 0, Qt::AlignTop);
    layout->addLayout(words, 1);
    switch (task.state) {
    case Task::State::Running:
    case Task::State::Cancelling: {
        icon->setIcon(QStringLiteral("progress"), Tone::Progress);
        auto* bar = new MeterBar(row);
        bar->setValue(task.part());
        words->addWidget(bar);
        auto* progress = wordsLabel(task.progress, Look::Caption, row);
        progress->setObjectName(QStringLiteral("progress"));
        words->addWidget(progress);
        auto* cancel =
            new QPushButton(task.state == Task::State::Running ? tr("Cancel") : tr("Cancelling …"), row);
        cancel->setObjectName(QStringLiteral("cancelTask"));
        cancel->setEnabled(task.state == Task::State::Running);
        connect(cancel, &QPushButton::clicked, this, [this, id = task.id] { m_tasks.cancel(id); });
        layout->addWidget(cancel, 0, Qt::AlignTop);
        return row;
    }
    case Task::State::Done:
        icon->setIcon(QStringLiteral("ok"), Tone::Ok);
        words->addWidget(wordsLabel(task.doneText, Look::Caption, row));
        break;
    case Task::State::Failed:
        icon->setIcon(QStringLiteral("error"), Tone::Error);
        words->addWidget(wordsLabel(task.error ? task.error->message() : QString(), Look::Caption, row));
        break;
    case Task::State::Cancelled:
        icon->setIcon(QStringLiteral("skip"));
        words->addWidget(wordsLabel(tr("Cancelled"), Look::Caption, row));
        break;
    }
    auto* age = wordsLabel(relativeTime(task.ended), Look::Caption, row);
    age->setWordWrap(false);
    age->setToolTip(absoluteTime(task.ended));
    layout->addWidget(age, 0, Qt::AlignTop);
    if (!task.paneId.isEmpty()) {
        auto* open = new QPushButton(tr("Show"), row);
        setLook(open, Look::Quiet);
        connect(open, &QPushButton::clicked, this, [this, task] {
            hide();
            Q_EMIT openRequested(task.paneId, task.target);
        });
        layout->addWidget(open, 0, Qt::AlignTop);
    }
    return row;
}

void TaskPopup::rebuild()
{
    m_byId.clear();
    m_shown.clear();
    //: button that takes ended tasks out of the list
    setHeading(tr("Tasks"), tr("Clear ended"));
    beginRows();
    for (const Task& task : m_tasks.tasks()) {
        QWidget* row = makeRow(task);
        m_byId.insert(task.id, row);
        m_shown.append({task.id, task.state});
        addRow(row);
    }
    endRows(tr("Nothing is under way. Long actions show their progress here."));
}

void TaskPopup::cleared()
{
    m_tasks.clearEnded();
}

// ---- notifications

NotificationPopup::NotificationPopup(NotificationList& notifications, QWidget* parent)
    : ListPopup(parent), m_notifications(notifications)
{
    setObjectName(QStringLiteral("notificationPopup"));
}

void NotificationPopup::rebuild()
{
    //: button that empties the list of notifications
    setHeading(tr("Notifications"), tr("Clear"));
    beginRows();
    for (const Notification& notification : m_notifications.all()) {
        auto* row = new QWidget;
        auto* layout = new QHBoxLayout(row);
        layout->setContentsMargins(0, 0, 0, 0);
        layout->setSpacing(space::s);
        auto* icon = new IconLabel({}, 16, row);
        icon->setIcon(iconOf(notification.severity), toneOf(notification.severity));
        layout->addWidget(icon, 0, Qt::AlignTop);
        auto* words = new QVBoxLayout;
        words->setSpacing(3);
        words->addWidget(
            wordsLabel(notification.title, notification.read ? Look::Plain : Look::Heading, row));
        if (!notification.text.isEmpty())
            words->addWidget(wordsLabel(notification.text, Look::Caption, row));
        layout->addLayout(words, 1);
        auto* age = wordsLabel(relativeTime(notification.at), Look::Caption, row);
        age->setWordWrap(false);
        age->setToolTip(absoluteTime(notification.at));
        layout->addWidget(age, 0, Qt::AlignTop);
        if (!notification.paneId.isEmpty()) {
            auto* open = new QPushButton(tr("Show"), row);
            setLook(open, Look::Quiet);
            connect(open, &QPushButton::clicked, this, [this, notification] {
                hide();
                Q_EMIT openRequested(notification.paneId, notification.target);
            });
            layout->addWidget(open, 0, Qt::AlignTop);
        }
        addRow(row);
    }
    endRows(tr("No notifications."));
    if (m_notifications.unread() > 0)
        m_notifications.markRead();
}

void NotificationPopup::cleared()
{
    m_notifications.clear();
    hide();
}

} // namespace kaptan::ui
