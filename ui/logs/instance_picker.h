#pragma once

#include "app/session/session.h"
#include "ui/logs/instance_search.h"

#include <QFrame>
#include <QLineEdit>
#include <QListWidget>
#include <QPointer>
#include <QTimer>

namespace kaptan::ui
{

/// A popup with all instances of a session, by workload; typing narrows it, arrows and Enter choose. Follows
/// what comes and goes while it is open.
class InstancePicker : public QFrame
{
    Q_OBJECT
public:
    explicit InstancePicker(QWidget* parent = nullptr);

    /// Below the widget, with `current` selected.
    void popUp(session::Session* session, const LogTarget& current, QWidget* below);

    QLineEdit* filterEdit() const { return m_filter; }

    QListWidget* list() const { return m_list; }

Q_SIGNALS:
    void chosen(const kaptan::ui::LogTarget& target);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void fill();
    void show(const InstanceHits& found);
    void choose(QListWidgetItem* item);
    void retranslate();

    QLineEdit* m_filter;
    QListWidget* m_list;
    QTimer m_refill;
    QPointer<session::Session> m_session;
    QString m_currentId;
    QVector<LogTarget> m_targets; ///< by row
    int m_run = 0;                ///< the search that is waited for; a worker looks
    int m_filled = 0;             ///< the one whose hits are in the list
    bool m_chooseWhenFilled = false;
};

} // namespace kaptan::ui
