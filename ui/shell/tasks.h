#pragma once

#include "app/core/clock.h"
#include "app/core/result.h"

#include <QDateTime>
#include <QFuture>
#include <QFutureWatcher>
#include <QHash>
#include <QObject>
#include <QVariantMap>

namespace kaptan::ui
{

/// A long action as the task list shows it.
struct Task {
    enum class State { Running, Cancelling, Done, Failed, Cancelled };

    int id = 0;
    QString title;
    QString doneText;
    State state = State::Running;
    int value = 0;
    int minimum = 0;
    int maximum = 0;  ///< equal to minimum: no count is known
    QString progress; ///< the future's own words
    QDateTime started, ended;
    std::optional<Error> error;
    QString paneId;
    QVariantMap target;

    bool isActive() const { return state == State::Running || state == State::Cancelling; }

    /// 0 to 1; negative where unknown.
    double part() const { return maximum > minimum ? double(value - minimum) / (maximum - minimum) : -1; }
};

/// The running actions and the last ones that ended, newest first.
class TaskList : public QObject
{
    Q_OBJECT
public:
    explicit TaskList(Clock& clock, QObject* parent = nullptr);

    int add(const QString& title, const QString& doneText, const QFuture<Result<void>>& future,
            const QString& paneId, const QVariantMap& target);
    /// Asks it to stop; it stays active until it has.
    void cancel(int id);
    void cancelAll();
    void clearEnded();

    const QVector<Task>& tasks() const { return m_tasks; }

    int active() const;
    const Task* newestActive() const; ///< null where none

Q_SIGNALS:
    void changed();
    void ended(const kaptan::ui::Task& task);

private:
    Task* find(int id);
    void finish(int id, const Result<void>& result);

    Clock& m_clock;
    QVector<Task> m_tasks;
    QHash<int, QFutureWatcher<Result<void>>*> m_watchers;
    int m_lastId = 0;
};

} // namespace kaptan::ui
