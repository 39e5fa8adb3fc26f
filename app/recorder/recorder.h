#pragma once

#include "app/core/clock.h"
#include "app/history/history.h"
#include "app/session/session.h"
#include "app/settings/settings.h"

#include <QFuture>
#include <QObject>
#include <QStringList>
#include <QThread>

#include <functional>
#include <map>
#include <memory>

namespace kaptan::recorder
{

/// How long each is kept, as the settings say.
history::Retention retentionOf(const settings::Settings& settings);

/// Hands on what the settings say whenever they change, as long as `context` is there; it goes before the
/// history.
void followRetention(history::History& history, settings::Settings& settings, QObject* context);

/// Samples connections into the history, whether or not a pane shows them: those that are marked (setting
/// history/recorded), and those that the window shows. Each is locked, so that window and service never
/// record one twice; who does not get the lock tries again every minute.
///
/// A sample is taken at each whole multiple of the interval. One that is missed is missing: nothing is made
/// up, also after the machine slept. A connection that is closed by hand is not opened again by itself. Main
/// thread.
class Recorder : public QObject
{
    Q_OBJECT
public:
    enum class State {
        Waiting, ///< the connection is not there (yet)
        Recording,
        Elsewhere, ///< another process records it
    };

    struct Options {
        QString lockFolder;     ///< of this user; made where it is missing
        Clock* clock = nullptr; ///< null: the machine's
        bool onlyAlso = false;  ///< not what the settings mark
        /// The session of a connection's id, not opened; null where there is none.
        std::function<session::Session*(const QString& id)> session;
    };

    Recorder(history::History& history, settings::Settings& settings, Options options,
             QObject* parent = nullptr);
    ~Recorder() override;

    /// What the window shows: recorded while it does, where the settings say so. Not opened, as the window
    /// does.
    void setShown(const QStringList& ids);
    /// Beside those that the settings mark, in this run.
    void setAlso(const QStringList& ids);

    bool isMarked(const QString& id) const;
    void setMarked(const QString& id, bool marked);

    /// Those that are recorded now or would be.
    QStringList connections() const;
    State state(const QString& id) const;
    /// Whether it must stay open when the window shows another.
    bool keepsOpen(const QString& id) const;
    /// Its session ends soon: let go of it.
    void forget(const QString& id);

    /// All that was told before has been handed to the history when it is done.
    QFuture<void> caughtUp();

Q_SIGNALS:
    void stateChanged(const QString& id);
    void marksChanged();

private:
    struct One;
    void refresh();
    void begin(One& one);
    void end(One& one);
    void look(One& one);
    void attach(One& one);
    void detach(One& one);
    bool lock(One& one);
    void set(One& one, State state);
    void schedule();
    void pulseAll();
    void pulse(One& one);
    void tick();
    std::chrono::milliseconds interval() const;

    history::History& m_history;
    settings::Settings& m_settings;
    Options m_options;
    Clock& m_clock;
    QThread m_thread; ///< of the samplers
    std::map<QString, std::unique_ptr<One>> m_all;
    QStringList m_shown, m_also;
    quint64 m_schedule = 0; ///< only the newest scheduled tick counts
    qint64 m_lastTick = 0;  ///< seconds since 1970
};

} // namespace kaptan::recorder
