#include "ui/shell/tasks.h"

#include <algorithm>

namespace kaptan::ui
{

/// Ended ones that are kept.
static constexpr int mostKept = 50;

TaskList::TaskList(Clock& clock, QObject* parent) : QObject(parent), m_clock(clock) {}

Task* TaskList::find(int id)
{
    const auto task =
        std::find_if(m_tasks.begin(), m_tasks.end(), [id](const Task& t) { return t.id == id; });
    return task == m_tasks.end() ? nullptr : &*task;
}

int TaskList::add(const QString& title, const QString& doneText, const QFuture<Result<void>>& future,
                  const QString& paneId, const QVariantMap& target)
{
    Task task;
    task.id = ++m_lastId;
    task.title = title;
    task.doneText = doneText;
    task.started = m_clock.now();
    task.paneId = paneId;
    task.target = target;
    m_tasks.prepend(task);

    auto* watcher = new QFutureWatcher<Result<void>>(this);
    m_watchers.insert(task.id, watcher);
    const int id = task.id;
    connect(watcher, &QFutureWatcherBase::progressRangeChanged, this, [this, id](int least, int most) {
        if (Task* t = find(id)) {
            t->minimum = least;
            t->maximum = most;
            Q_EMIT changed();
        }
    });
    connect(watcher, &QFutureWatcherBase::progressValueChanged, this, [this, id](int value) {
        if (Task* t = find(id)) {
            t->value = value;
            Q_EMIT changed();
        }
    });
    connect(watcher, &QFutureWatcherBase::progressTextChanged, this, [this, id](const QString& text) {
        if (Task* t = find(id)) {
            t->progress = text;
            Q_EMIT changed();
        }
    });
    connect(watcher, &QFutureWatcherBase::finished, this, [this, id, watcher] {
        watcher->deleteLater();
        m_watchers.remove(id);
        const QFuture<Result<void>> done = watcher->future();
        // A promise that was dropped or cancelled without an answer was cancelled.
        finish(id, done.resultCount() > 0 ? done.result() : Result<void>(failure(Cancelled{})));
    });
    Q_EMIT changed();
    watcher->setFuture(future);
    return id;
}

void TaskList::cancel(int id)
{
    Task* task = find(id);
    if (!task || task->state != Task::State::Running)
        return;
    task->state = Task::State::Cancelling;
    Q_EMIT changed();
    if (auto* watcher = m_watchers.value(id))
        watcher->cancel();
}

void TaskList::cancelAll()
{
    QVector<int> ids;
    for (const Task& task : std::as_const(m_tasks))
        if (task.isActive())
            ids.append(task.id);
    for (const int id : ids)
        cancel(id);
}

void TaskList::finish(int id, const Result<void>& result)
{
    Task* task = find(id);
    if (!task)
        return;
    task->ended = m_clock.now();
    if (result) {
        task->state = Task::State::Done;
    } else {
        task->error = result.error();
        task->state = result.error().isCancelled() ? Task::State::Cancelled : Task::State::Failed;
    }
    const Task copy = *task;
    int kept = 0;
    m_tasks.removeIf([&kept](const Task& t) { return !t.isActive() && ++kept > mostKept; });
    Q_EMIT changed();
    Q_EMIT ended(copy);
}

void TaskList::clearEnded()
{
    m_tasks.removeIf([](const Task& t) { return !t.isActive(); });
    Q_EMIT changed();
}

int TaskList::active() const
{
    return int(std::count_if(m_tasks.cbegin(), m_tasks.cend(), [](const Task& t) { return t.isActive(); }));
}

const Task* TaskList::newestActive() const
{
    const auto task =
        std::find_if(m_tasks.cbegin(), m_tasks.cend(), [](const Task& t) { return t.isActive(); });
    return task == m_tasks.cend() ? nullptr : &*task;
}

} // namespace kaptan::ui
