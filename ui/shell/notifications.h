#pragma once

#include "app/core/clock.h"
#include "ui/common/pane.h"
#include "ui/common/widgets.h"

#include <QTimer>

namespace kaptan::ui
{

struct Notification {
    int id = 0;
    PaneHost::Severity severity = PaneHost::Severity::Info;
    QString title, text;
    QString paneId;
    QVariantMap target;
    QDateTime at; ///< UTC
    bool read = false;
};

Tone toneOf(PaneHost::Severity severity);
QString iconOf(PaneHost::Severity severity);

/// What was told to the operator, newest first; bounded.
class NotificationList : public QObject
{
    Q_OBJECT
public:
    explicit NotificationList(Clock& clock, QObject* parent = nullptr);

    void add(Notification notification);

    const QVector<Notification>& all() const { return m_all; }

    int unread() const;
    void markRead();
    void clear();

Q_SIGNALS:
    void changed();
    void added(const kaptan::ui::Notification& notification);

private:
    Clock& m_clock;
    QVector<Notification> m_all;
    int m_lastId = 0;
};

/// Shows the newest notification for some seconds in a corner of the window; takes no focus.
class Toast : public QFrame
{
    Q_OBJECT
public:
    explicit Toast(QWidget* window);
    void present(const Notification& notification);
    /// Into the corner again, `bottom` pixels above the window's lower edge.
    void place(int bottom);

Q_SIGNALS:
    void activated(const kaptan::ui::Notification& notification);

protected:
    bool event(QEvent* event) override;
    void changeEvent(QEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;

private:
    void retranslate();
    Notification m_shown;
    QVBoxLayout* m_words;
    IconLabel* m_icon;
    QLabel* m_title;
    QLabel* m_text;
    QPushButton* m_open;
    QPushButton* m_close;
    QTimer m_timer;
    int m_bottom = 0;
};

} // namespace kaptan::ui
