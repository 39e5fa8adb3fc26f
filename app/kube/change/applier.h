#pragma once

#include "app/kube/api/kube_api.h"
#include "app/kube/manifest/manifest.h"

#include <QObject>

#include <memory>
#include <optional>

namespace kaptan::kube
{

/// What became of one object of an apply.
struct ApplyOutcome {
    enum class State {
        Waiting,
        Sent, ///< no answer yet; after a crash: nobody knows
        Created,
        Changed,
        Unchanged,
        Failed,
        Skipped ///< cancelled before it was sent
    };
    State state = State::Waiting;
    QStringList warnings; ///< the server's own words; untrusted
    std::optional<Error> error;
    /// Of a dry run: what it needs (its namespace, the definition of its kind) is made in the same run, so
    /// that the server could not look at it yet.
    bool unchecked = false;

    bool isEnd() const { return state >= State::Created; }

    /// It is on the server as it was written.
    bool isGood() const
    {
        return state == State::Created || state == State::Changed || state == State::Unchanged;
    }
};

/// What `unchecked` means, as a translated sentence; empty for every other outcome.
QString noteOf(const ApplyOutcome& outcome);

/// Applies many objects (server-side apply), in the order of their dependencies, those of one rank at the
/// same time. CRDs are waited for until they are established, then their kinds can be applied in the same
/// run; a kind that the server lacks otherwise is looked up once more. What breaks on the way is sent again
/// after a while; what fails does not stop the others, unless the server does not answer at all any more.
/// Objects that only have a generateName are created, once.
///
/// Lives in the thread that makes it (with an event loop), and works in the API's. Deleted on the way, what
/// was sent is still waited for and noted in the journal. When the API goes first, it ends with what is
/// known.
class Applier : public QObject
{
    Q_OBJECT
public:
    struct Options {
        QString nameSpace;   ///< of objects that name none
        bool dryRun = false; ///< on the server
        bool force = false;  ///< take fields from other managers
        int atOnce = 16;     ///< calls under way; fewer while the server says 429
        QString journal;     ///< file that says what was sent and answered, line by line; empty: none
        QVector<int> only;   ///< indexes to apply, the others stay as `before` says; empty: all
        QVector<ApplyOutcome> before; ///< see resume() in drafts.h
    };

    Applier(KubeApi& api, std::shared_ptr<const Discovery> discovery, QVector<ManifestObject> objects,
            Options options, QObject* parent = nullptr, Clock& clock = Clock::system());
    ~Applier() override;

    void start();
    /// Nothing more is sent; what is under way is waited for.
    void cancel();

    const QVector<ManifestObject>& objects() const;
    const QVector<ApplyOutcome>& outcomes() const; ///< in the order of objects()
    int ended() const;
    bool isFinished() const;

Q_SIGNALS:
    void changed(int index); ///< of objects()
    void finished();

    /// For the run.
    void cancelled();

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace kaptan::kube
