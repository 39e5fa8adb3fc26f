#pragma once

#include "app/core/clock.h"
#include "app/history/history.h"
#include "app/recorder/observed.h"
#include "app/workload/ports.h"

#include <QHash>
#include <QObject>
#include <QPointer>
#include <QSet>

#include <array>

namespace kaptan::recorder
{

/// What is known of one connection, and what becomes of it in the history. Lives in a thread of the
/// recorder's, where its slots are called; owned by it.
class Sampler : public QObject
{
    Q_OBJECT
public:
    Sampler(history::History& history, Clock& clock, QString connection);

    /// Its name now: of the machine, where an engine's instances name no node.
    void setName(const QString& name);
    void apply(const workload::WorkloadDelta& delta);
    void take(const QVector<workload::Usage>& batch);
    void keep(const QVector<workload::Event>& events);
    /// Measures: what is known now is that moment's. Values older than `stale` are left out.
    void tick(qint64 atSeconds, std::chrono::milliseconds stale);
    /// The connection is not there: nothing is known, and the first look comes again.
    void reset();

Q_SIGNALS:
    /// The instances whose usage is wanted, from this thread.
    void wanted(const QSet<QString>& instanceIds);

private:
    struct Row {
        history::Subject subject;
        workload::WorkloadPtr workload;
        QVector<QPair<QString, QString>> running; ///< id and node of each instance that runs
    };

    /// What an instance said last, and the mean of the rates that it said since the last sample: those
    /// between two samples count too.
    struct Newest {
        workload::Usage usage;
        qint64 monotonicMs = 0; ///< when it came
        std::array<double, 5> sums{};
        std::array<int, 5> counts{};

        void add(const workload::Usage& next, qint64 now);
        workload::Usage mean() const;
        void begin();
    };

    struct Rollout {
        QFuture<Result<qint64>> id;
        history::Deployment deployment;
    };

    void put(const workload::WorkloadPtr& workload);
    void drop(const QString& id);
    void follow(const QString& id, const workload::Workload& workload);
    void finish(Rollout rollout, history::Outcome outcome, const QString& message);
    void wantSoon();

    history::History& m_history;
    Clock& m_clock;
    const QString m_connection;
    QString m_name;
    QHash<QString, Row> m_rows;
    QHash<QString, Newest> m_newest;             ///< by instance
    QHash<QString, history::Subject> m_subjects; ///< by workload, also of those that are gone a while
    QHash<QString, Rollout> m_rollouts;
    bool m_firstLook = true;
    bool m_wanting = false;
};

} // namespace kaptan::recorder
