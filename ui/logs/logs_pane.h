#pragma once

#include "app/core/clock.h"
#include "ui/common/pane.h"
#include "ui/common/pane_frame.h"
#include "ui/logs/log_feed.h"
#include "ui/logs/log_view.h"

#include <QBasicTimer>
#include <QToolButton>

#include <memory>

namespace kaptan::ui
{

class InstancePicker;

/// The log of one instance: follow, pause, search, wrap, timestamps, save. See LogFeed for how it is kept
/// flowing and LogView for how it is painted.
class LogsPane : public Pane
{
    Q_OBJECT
public:
    explicit LogsPane(PaneHost& host, QWidget* parent = nullptr, Clock& clock = Clock::system());
    ~LogsPane() override;

    QString paneId() const override { return QStringLiteral("logs"); }

    QString title() const override;

    QString iconName() const override { return QStringLiteral("logs"); }

    void setSession(session::Session* session) override;
    /// {"instanceId", "name", "workloadId"}; the first one decides, the others help when it is replaced. With
    /// "workloadId" alone its first instance is shown.
    void showTarget(const QVariantMap& target) override;
    void focusFilter() override;
    QList<QAction*> paletteActions() const override;

    /// What the shell may keep between runs; see displayOptionsChanged().
    bool showsTimestamps() const { return m_view->showsTimestamps(); }

    void setTimestamps(bool shown);

    bool wraps() const { return m_view->wraps(); }

    void setWrap(bool wrap);

    int zoom() const { return m_view->zoom(); }

    void setZoom(int steps) { m_view->setZoom(steps); }

    /// The most bytes of a log that are kept; 256 Mi at first.
    void setBufferBytes(qint64 bytes);

    LogView* view() const { return m_view; }

    LogFeed* feed() const { return m_feed; }

    InstancePicker* picker() const { return m_picker; }

    /// Of the id "follow", "pause", "wrap", "timestamps", "clear", "save", "copy", "next", "previous",
    /// "matchesOnly", "expression", "case", "choose", "find"; null where there is none.
    QAction* action(const QString& id) const;
    /// Writes what is shown (all lines, or the matching ones) as text; a task of the host.
    void saveTo(const QString& path);

Q_SIGNALS:
    /// Timestamps, wrap or zoom changed.
    void displayOptionsChanged();

protected:
    void timerEvent(QTimerEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;
    void changeEvent(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QAction* add(const QString& id, const QString& icon, const QList<QKeySequence>& shortcuts, bool checkable,
                 void (LogsPane::*slot)());
    QToolButton* addTool(const QString& id);
    void makeActions();
    void makeFilterBar();
    void retranslate();
    void restyle();
    void chooseInstance();
    void askWhereToSave();
    void updateSearch();
    void enable(const QString& id, const QString& reason);
    void updateState();
    void updateCounts();
    void updateChips();

    PaneFrame* m_frame;
    std::shared_ptr<workload::LogStore> m_store;
    LogView* m_view;
    LogFeed* m_feed;
    InstancePicker* m_picker;
    QPushButton* m_chooser;
    QLabel* m_matchLabel;
    QHash<QString, QAction*> m_actions;
    QHash<QString, QString> m_icons; ///< of actions
    QHash<QString, QString> m_toolTips;
    QPointer<session::Session> m_session;
    QBasicTimer m_timer;
    qint64 m_pausedAtLine = 0;
    bool m_wasPaused = false;
    QString m_chipsKey;
};

} // namespace kaptan::ui
