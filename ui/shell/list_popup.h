#pragma once

#include "ui/shell/notifications.h"
#include "ui/shell/tasks.h"

#include <QFrame>
#include <QScrollArea>

namespace kaptan::ui
{

/// A list that opens at a button and closes by Esc or a click elsewhere.
class ListPopup : public QFrame
{
    Q_OBJECT
public:
    explicit ListPopup(QWidget* parent);
    /// Its corner at `anchor` (global), above or below it as there is room.
    void openAt(QWidget* anchor);

protected:
    void setHeading(const QString& heading, const QString& buttonText);
    /// Empties the list for new rows.
    void beginRows();
    void addRow(QWidget* row);
    void endRows(const QString& emptyText);
    virtual void rebuild() = 0;
    virtual void cleared() = 0;
    void changeEvent(QEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    void fit();
    QLabel* m_heading;
    QPushButton* m_clear;
    QScrollArea* m_area;
    QWidget* m_rows = nullptr;
    QVBoxLayout* m_rowLayout = nullptr;
    QPointer<QWidget> m_anchor;
};

/// Running tasks with progress and cancel, and how the last ones ended.
class TaskPopup : public ListPopup
{
    Q_OBJECT
public:
    TaskPopup(TaskList& tasks, QWidget* parent);

Q_SIGNALS:
    void openRequested(const QString& paneId, const QVariantMap& target);

protected:
    void rebuild() override;
    void cleared() override;

private:
    void updateRows();
    QWidget* makeRow(const Task& task);
    TaskList& m_tasks;
    QHash<int, QWidget*> m_byId;
    QVector<QPair<int, Task::State>> m_shown;
};

/// What was notified, newest first; opening it reads them all.
class NotificationPopup : public ListPopup
{
    Q_OBJECT
public:
    NotificationPopup(NotificationList& notifications, QWidget* parent);

Q_SIGNALS:
    void openRequested(const QString& paneId, const QVariantMap& target);

protected:
    void rebuild() override;
    void cleared() override;

private:
    NotificationList& m_notifications;
};

} // namespace kaptan::ui
