#pragma once

#include "app/kube/change/applier.h"
#include "app/kube/change/apply_decisions.h"
#include "app/kube/change/former_versions.h"
#include "app/kube/change/journal.h"

#include <deque>

namespace kaptan::kube
{

/// The work of an Applier; for this room's own sources. Child of the API, in whose thread it lives; deletes
/// itself at its end.
class ApplyRun : public QObject
{
    Q_OBJECT
public:
    static constexpr int kAttempts = 6; ///< of one object
    static constexpr int kPauses = 7;   ///< one after the other without any success: nobody is there

    ApplyRun(KubeApi& api, std::shared_ptr<const Discovery> discovery, QVector<ManifestObject> objects,
             Applier::Options options, Clock& clock);
    ~ApplyRun() override;

    void begin();
    void cancel();

Q_SIGNALS:
    void changed(int index, const kaptan::kube::ApplyOutcome& outcome);
    void finished();

private:
    /// What an answer says, read in a worker.
    struct Answer {
        bool created = false;
        ObjectMark mark;
        bool same = false; ///< dry run: it is so already
        QStringList warnings;
    };

    void openJournal();
    void findKinds();
    void learnVersions();
    void nextRank();
    void pump();
    void launch(int index);
    void askBefore(int index);
    void send(int index, const QString& before, const QByteArray& live);
    void onAnswer(int index, const QString& before, const Result<Answer>& answer);
    void retry(int index, Retry how, const Error& error);
    void pause(Retry how, const Error& error);
    void endOfRank();
    void awaitDefinitions(const QStringList& names, qint64 since);
    void set(int index, ApplyOutcome outcome);

    void set(int index, ApplyOutcome::State state) { set(index, ApplyOutcome{state, {}, {}, false}); }

    void fail(int index, const Error& error);
    void finish();

    QString namespaceOf(int index, const ApiResource& resource) const;
    QString identityOf(int index) const;
    bool isFresh(int index) const; ///< its namespace or kind was made by this run

    KubeApi& m_api;
    std::shared_ptr<const Discovery> m_discovery;
    QVector<ManifestObject> m_objects;
    Applier::Options m_options;
    Clock& m_clock;
    KindTable m_kinds;
    FormerVersions m_former;
    Journal m_journal;
    QVector<ApplyOutcome> m_outcomes;
    QVector<int> m_attempts;
    QVector<QVector<int>> m_ranks; ///< those that are yet to come, in order
    std::deque<int> m_queue;       ///< of the rank that is under way
    QSet<QString> m_underWay;
    ApplyWindow m_window;
    Backoff m_backoff{std::chrono::milliseconds(250), std::chrono::seconds(10)};
    QSet<QString> m_newNamespaces; ///< made, or to be made, by this run
    QSet<QString> m_newKinds;      ///< "group/kind"
    std::optional<Error> m_hopeless;
    bool m_definitionsAwaited = false;
    bool m_paused = false, m_cancelled = false, m_over = false;
};

} // namespace kaptan::kube
