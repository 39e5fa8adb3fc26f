#pragma once

#include "app/history/history.h"
#include "app/history/queries.h"
#include "tests/support/patience.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

namespace kaptan::history::test
{

using namespace Qt::StringLiterals;
using kaptan::test::slow;

inline const QDateTime start(QDate(2026, 11, 2), QTime(8, 0), Qt::UTC);

inline Subject web()
{
    return {u"c1"_s, u"deployment:shop/web"_s, u"deployment"_s, u"shop"_s, u"web"_s};
}

inline Deployment deployment(int minute, Outcome outcome, int seconds)
{
    Deployment one;
    one.subject = web();
    one.outcome = outcome;
    one.actor = u"ayşe"_s;
    one.reason = u"image web:%1"_s.arg(minute);
    one.startedAt = start.addSecs(60 * minute);
    if (outcome != Outcome::Running)
        one.endedAt = one.startedAt.addSecs(seconds);
    return one;
}

/// A history in a folder of its own, with a clock that moves only when told.
class HistoryCase : public QObject
{
    Q_OBJECT
private Q_SLOTS:

    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_clock = std::make_unique<ManualClock>(start);
        open();
    }

    void cleanup() { m_history.reset(); }

protected:
    void open()
    {
        m_history = std::make_unique<History>(
            History::Options{file(), m_clock.get(), {}, std::chrono::milliseconds(20)});
    }

    QString file() const { return m_folder->filePath(u"history.db"_s); }

    template <class T>
    static Result<T> wait(QFuture<Result<T>> future)
    {
        if (!QTest::qWaitFor([&] { return future.isFinished(); }, slow) || future.resultCount() == 0)
            return failure(Cancelled{});
        return future.result();
    }

    static qint64 done(QFuture<Result<qint64>> future)
    {
        const auto result = wait(std::move(future));
        return result ? *result : -1;
    }

    template <class T>
    T ask(std::function<Result<T>(Database&)> question)
    {
        const auto result = wait(m_history->read<T>(std::move(question)));
        if (!result)
            qWarning().noquote() << result.error().message();
        return result.value_or(T());
    }

    template <class T>
    T ask(Result<T> (*question)(Database&, const RecordFilter&), const RecordFilter& filter)
    {
        return ask<T>([question, filter](Database& database) { return question(database, filter); });
    }

    QVector<StoredEvent> ask(Result<QVector<StoredEvent>> (*question)(Database&, const EventFilter&),
                             const EventFilter& filter)
    {
        return ask<QVector<StoredEvent>>(
            [question, filter](Database& database) { return question(database, filter); });
    }

    QVector<Curve> curvesOf(const CurveQuery& query)
    {
        return ask<QVector<Curve>>([query](Database& database) { return curves(database, query); });
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<ManualClock> m_clock;
    std::unique_ptr<History> m_history;
};

} // namespace kaptan::history::test
