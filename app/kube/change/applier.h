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
    QStringList warnings;
    std::optional<Error> error;

    bool isEnd() const { return state >= State::Created; }
};

/// Applies many objects (server-side apply), in the order of their dependencies, those of one rank at the
/// same time. A kind that the server lacks is asked for once more after the CRDs of the same run are
/// established. What fails does not stop the others.
///
/// Lives in the thread that makes it (with an event loop); the API outlives it.
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
        QVector<ApplyOutcome> before;
    };

    Applier(KubeApi& api, std::shared_ptr<const Discovery> discovery, QVector<ManifestObject> objects,
            Options options, QObject* parent = nullptr);
    ~Applier() override;

    void start();
    /// Nothing more is sent; what is under way is waited for.
    void cancel();

    const QVector<ManifestObject>& objects() const;
    const QVector<ApplyOutcome>& outcomes() const; ///< in the order of objects()
    int ended() const;

Q_SIGNALS:
    void changed(int index); ///< of objects()
    void finished();

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace kaptan::kube
