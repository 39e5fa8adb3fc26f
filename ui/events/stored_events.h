#pragma once

#include "app/core/clock.h"
#include "app/history/history.h"
#include "app/history/queries.h"
#include "ui/events/events_model.h"

#include <QObject>
#include <QPointer>

namespace kaptan::ui
{

/// Events that are kept, page by page, the newest first, with their line of time. Asks the history in its
/// readers' threads; answers to a choice that is another one by now are dropped.
class StoredEvents : public QObject
{
    Q_OBJECT
public:
    explicit StoredEvents(Clock& clock, QObject* parent = nullptr);

    static constexpr int pageSize = 500;
    static constexpr int bars = 120;

    /// Null, or no connections: nothing is asked.
    void setSource(history::History* history, const QStringList& connectionKeys);

    bool isThere() const { return m_history && !m_connections.isEmpty(); }

    /// The first page of these, the bars and the words. `from` and `to` of the choice bound all.
    void ask(const EventChoice& choice);
    /// The page after the last one, unless one is under way or there is none.
    void askMore();
    /// What was stored since the last look.
    void askNews();

    bool isBusy() const { return m_busy; }

    bool hasMore() const { return m_more; }

    history::EventWords words() const { return m_words; }

Q_SIGNALS:
    /// `anew`: the first page.
    void page(const QVector<kaptan::history::StoredEvent>& events, bool anew);
    void barsChanged(const QVector<kaptan::history::EventBar>& bars, const QDateTime& from,
                     const QDateTime& to);
    void failed(const kaptan::Error& error);

private:
    struct Page {
        QVector<history::StoredEvent> events;
        bool more = false;
    };

    void askPage(bool anew, int limit);
    void askBars();
    void askWords();
    QVector<history::EventFilter> filters(const EventChoice& choice) const;

    Clock& m_clock;
    QPointer<history::History> m_history;
    QStringList m_connections;
    EventChoice m_choice;
    QDateTime m_before; ///< the next page ends here
    QDateTime m_newest; ///< of what was answered
    int m_turn = 0;     ///< answers of an older one are dropped
    int m_limit = pageSize;
    bool m_busy = false;
    bool m_more = false;
    bool m_barsBusy = false, m_barsAgain = false;
    bool m_newsBusy = false;
    history::EventWords m_words;
};

} // namespace kaptan::ui
