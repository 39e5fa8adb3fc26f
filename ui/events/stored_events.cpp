#include "ui/events/stored_events.h"

#include "app/core/when_done.h"

#include <algorithm>
#include <utility>

namespace kaptan::ui
{

using history::Database;
using history::EventBar;
using history::EventFilter;
using history::StoredEvent;

namespace
{

constexpr int longestDays = 730;

/// What the history looks for: the longest plain word. It finds more than is shown, never less; the list
/// looks for all words, by the rules of the language.
QString wordOf(const QString& text)
{
    QString longest;
    for (const QString& word : text.split(u' ', Qt::SkipEmptyParts)) {
        const bool plain =
            std::all_of(word.cbegin(), word.cend(), [](QChar one) { return one.unicode() < 128; });
        if (plain && word.size() > longest.size())
            longest = word;
    }
    return longest;
}

/// Of several connections, joined: the newest first.
Result<QVector<StoredEvent>> read(Database& database, const QVector<EventFilter>& filters)
{
    QVector<StoredEvent> all;
    for (const EventFilter& filter : filters) {
        const auto some = history::events(database, filter);
        if (!some)
            return failure(some.error());
        all += *some;
    }
    std::stable_sort(all.begin(), all.end(),
                     [](const StoredEvent& a, const StoredEvent& b) { return a.lastAt > b.lastAt; });
    return all;
}

Result<QVector<EventBar>> readBars(Database& database, const QVector<EventFilter>& filters, int bars)
{
    QVector<EventBar> sum;
    for (const EventFilter& filter : filters) {
        const auto some = history::eventBars(database, filter, bars);
        if (!some)
            return failure(some.error());
        if (sum.isEmpty()) {
            sum = *some;
            continue;
        }
        for (qsizetype i = 0; i < std::min(sum.size(), some->size()); ++i) {
            sum[i].normal += some->at(i).normal;
            sum[i].warning += some->at(i).warning;
            sum[i].error += some->at(i).error;
        }
    }
    return sum;
}

} // namespace

StoredEvents::StoredEvents(Clock& clock, QObject* parent) : QObject(parent), m_clock(clock) {}

void StoredEvents::setSource(history::History* history, const QStringList& connectionKeys)
{
    m_history = history;
    m_connections = connectionKeys;
    ++m_turn;
    m_busy = m_more = m_newsBusy = false;
    m_words = {};
}

QVector<EventFilter> StoredEvents::filters(const EventChoice& choice) const
{
    EventFilter filter;
    filter.from = choice.from;
    filter.to = choice.to;
    filter.least = choice.least;
    if (!choice.kind.isEmpty())
        filter.kinds << choice.kind;
    if (!choice.reason.isEmpty())
        filter.reasons << choice.reason;
    filter.text = wordOf(choice.text);
    filter.limit = pageSize;
    QVector<EventFilter> all;
    for (const QString& connection : m_connections) {
        filter.connection = connection;
        all.append(filter);
    }
    return all;
}

void StoredEvents::ask(const EventChoice& choice)
{
    ++m_turn;
    m_choice = choice;
    m_before = {};
    m_busy = m_more = m_newsBusy = false;
    m_limit = pageSize;
    if (!isThere())
        return;
    askPage(true, m_limit);
    askBars();
    askWords();
}

void StoredEvents::askMore()
{
    if (isThere() && !m_busy && m_more)
        askPage(false, m_limit);
}

void StoredEvents::askPage(bool anew, int limit)
{
    m_busy = true;
    QVector<EventFilter> asked = filters(m_choice);
    for (EventFilter& filter : asked) {
        filter.limit = limit;
        if (m_before.isValid())
            filter.to = m_before;
    }
    const auto future = m_history->read<Page>([asked, limit](Database& database) -> Result<Page> {
        auto all = read(database, asked);
        if (!all)
            return failure(all.error());
        Page page;
        page.more = all->size() >= limit;
        page.events = all->mid(0, limit);
        return page;
    });
    whenDone(future, this, [this, anew, turn = m_turn](const Result<Page>& found) {
        if (turn != m_turn)
            return;
        m_busy = false;
        if (!found) {
            m_more = false;
            if (!found.error().isCancelled())
                Q_EMIT failed(found.error());
            return;
        }
        m_more = found->more;
        if (!found->events.isEmpty()) {
            const QDateTime last = found->events.last().lastAt;
            // More of one instant than a page holds: the next one is to reach beyond it.
            m_limit = last == m_before ? std::min(m_limit * 2, 100'000) : pageSize;
            m_before = last;
            m_newest = std::max(anew ? QDateTime() : m_newest, found->events.first().lastAt);
        }
        if (anew && found->events.isEmpty())
            m_newest = m_choice.from;
        Q_EMIT page(found->events, anew);
    });
}

void StoredEvents::askNews()
{
    if (!isThere() || m_newsBusy || m_busy)
        return;
    askBars();
    if (m_choice.to.isValid())
        return;
    m_newsBusy = true;
    QVector<EventFilter> asked = filters(m_choice);
    for (EventFilter& filter : asked)
        filter.from = std::max(m_newest, m_choice.from);
    const auto future =
        m_history->read<QVector<StoredEvent>>([asked](Database& database) { return read(database, asked); });
    whenDone(future, this, [this, turn = m_turn](const Result<QVector<StoredEvent>>& found) {
        if (turn != m_turn)
            return;
        m_newsBusy = false;
        if (!found || found->isEmpty())
            return;
        m_newest = std::max(m_newest, found->first().lastAt);
        Q_EMIT page(*found, false);
    });
}

void StoredEvents::askBars()
{
    if (m_barsBusy) {
        m_barsAgain = true;
        return;
    }
    m_barsBusy = true;

    struct Answer {
        QVector<EventBar> bars;
        QDateTime from, to;
    };

    QVector<EventFilter> asked = filters(m_choice);
    const QDateTime now = m_clock.now();
    const auto future = m_history->read<Answer>(
        [asked, now, choice = m_choice](Database& database) mutable -> Result<Answer> {
            Answer answer{{}, choice.from, choice.to.isValid() ? choice.to : now};
            const auto bound = [&] {
                for (EventFilter& filter : asked) {
                    filter.from = answer.from;
                    filter.to = answer.to;
                }
            };
            if (!answer.from.isValid()) {
                // The first day on which there was one.
                answer.from = answer.to.addDays(-longestDays);
                bound();
                const auto days = readBars(database, asked, longestDays);
                if (!days)
                    return failure(days.error());
                const auto first = std::find_if(days->cbegin(), days->cend(), [](const EventBar& bar) {
                    return bar.normal + bar.warning + bar.error > 0;
                });
                answer.from = first == days->cend() ? answer.to.addDays(-1)
                                                    : QDateTime::fromMSecsSinceEpoch(first->atMs, Qt::UTC);
            }
            bound();
            const auto found = readBars(database, asked, bars);
            if (!found)
                return failure(found.error());
            answer.bars = *found;
            return answer;
        });
    whenDone(future, this, [this, turn = m_turn](const Result<Answer>& answer) {
        m_barsBusy = false;
        if (std::exchange(m_barsAgain, false) && isThere())
            askBars();
        if (turn == m_turn && answer)
            Q_EMIT barsChanged(answer->bars, answer->from, answer->to);
    });
}

void StoredEvents::askWords()
{
    const auto future = m_history->read<history::EventWords>(
        [connections = m_connections](Database& database) -> Result<history::EventWords> {
            history::EventWords all;
            for (const QString& connection : connections) {
                const auto some = history::eventWords(database, connection);
                if (!some)
                    return failure(some.error());
                all.kinds += some->kinds;
                all.reasons += some->reasons;
            }
            return all;
        });
    whenDone(future, this, [this, turn = m_turn](const Result<history::EventWords>& words) {
        if (turn == m_turn && words)
            m_words = *words;
    });
}

} // namespace kaptan::ui
