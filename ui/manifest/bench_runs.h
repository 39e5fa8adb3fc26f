#pragma once

#include "app/kube/change/applier.h"
#include "app/kube/change/change_preview.h"
#include "app/kube/watch/cluster.h"
#include "ui/manifest/bench_task.h"

#include <QFuture>
#include <QPointer>
#include <QSet>

#include <memory>

namespace kaptan::ui
{

/// What the dry run made of one object.
struct ReviewItem {
    enum class State {
        Waiting,
        New,
        Changed,
        Unchanged,
        Refused, ///< `error` says why
        Later    ///< what it needs is made by the same apply: it can only be checked then
    };
    State state = State::Waiting;
    kube::ChangePreview preview;
    std::optional<Error> error;
    bool force = false; ///< the preview was made so

    /// It would be sent.
    bool goes() const
    {
        return (state == State::New || state == State::Changed || state == State::Later) &&
               (force || !preview.needsForce());
    }
};

/// Asks the server what it would make of each object; several at once.
class ReviewRun : public QObject
{
    Q_OBJECT
public:
    ReviewRun(kube::Cluster& cluster, QVector<BenchObject> objects, QObject* parent);

    void start();
    /// One again, with or without force.
    void again(int index, bool force);

    const QVector<BenchObject>& objects() const { return m_objects; }

    const ReviewItem& item(int index) const { return m_items[index]; }

    int count() const { return int(m_items.size()); }

    int ended() const { return m_ended; }

    bool isFinished() const { return m_ended == m_items.size(); }

Q_SIGNALS:
    void changed(int index);
    void finished(); ///< nothing waits any more; again after again()

private:
    void next();
    void ask(int index, bool force);
    void answered(int index, bool force, const Result<kube::ChangePreview>& result);
    bool isMadeHere(const BenchObject& object) const;
    void set(int index, ReviewItem item);

    QPointer<kube::Cluster> m_cluster;
    QVector<BenchObject> m_objects;
    QVector<ReviewItem> m_items;
    QVector<int> m_turns; ///< answers to earlier questions do not count
    QSet<QString> m_nameSpacesMade, m_kindsMade;
    int m_next = 0, m_underWay = 0, m_ended = 0;
};

/// Applies the objects for good.
class ApplyRun : public QObject
{
    Q_OBJECT
public:
    struct Options {
        QString nameSpace;
        QSet<int> force;                          ///< objects whose fields are taken over
        QHash<int, kube::ReviewedState> reviewed; ///< edits: what the review was of
        QVector<int> only;                        ///< objects that are sent
        QVector<kube::ApplyOutcome> before;
        QString journal;
        bool edits = false; ///< objects with a base are applied as edits, one after another
    };

    ApplyRun(kube::Cluster& cluster, QVector<BenchObject> objects, Options options, QObject* parent);
    ~ApplyRun() override;

    void start();
    /// Nothing more is sent.
    void cancel();

    const QVector<BenchObject>& objects() const { return m_objects; }

    const QVector<kube::ApplyOutcome>& outcomes() const { return m_outcomes; }

    bool isFinished() const { return m_finished; }

    int failed() const;

    /// For the task list: with progress, and with the first error where something failed.
    QFuture<Result<void>> future() { return m_promise.future(); }

Q_SIGNALS:
    void changed(int index);
    void finished();

private:
    void nextPass();
    void startPass(const QVector<int>& only, bool force);
    void commitNext();
    void report();
    void finish();

    QPointer<kube::Cluster> m_cluster;
    QVector<BenchObject> m_objects;
    Options m_options;
    QVector<kube::ApplyOutcome> m_outcomes;
    QVector<int> m_commits; ///< edits that wait
    QVector<QPair<QVector<int>, bool>> m_passes;
    std::unique_ptr<kube::Applier> m_applier;
    QPromise<Result<void>> m_promise;
    QFutureWatcher<Result<void>> m_watcher;
    bool m_cancelled = false, m_finished = false;
};

} // namespace kaptan::ui
