#pragma once

#include "app/core/when_done.h"
#include "app/kube/api/api_call.h"
#include "app/kube/change/change_preview.h"

#include <functional>

/// How one object is changed; for this room's own sources.
namespace kaptan::kube
{

/// Reads the live object, makes the plan and sends it, as a dry run or for good. Child of the API, in whose
/// thread it works; deletes itself once its ticket is kept.
class ChangeFlow : public QObject
{
    Q_OBJECT
public:
    using Preview = std::shared_ptr<Ticket<ChangePreview>>;
    using Commit = std::shared_ptr<Ticket<ApplyAnswer>>;

    ChangeFlow(KubeApi& api, ObjectChange change, bool force, Preview ticket);
    ChangeFlow(KubeApi& api, ObjectChange change, bool force, Commit ticket);
    void begin();

private:
    void onLive(Result<QByteArray> live);
    void plan();
    void send(bool force);
    void onApplied(bool force, Result<ApplyAnswer> answer);
    void sendReplacement();
    void onEnd(Result<ApplyAnswer> answer);
    void refuse(const Error& error);
    void end();

    bool isPreview() const { return m_previewTicket != nullptr; }

    WriteOptions options(bool force) const;

    /// Goes on with the answer, unless it is all over by then.
    template <class T, class Fn>
    void await(const QFuture<Result<T>>& future, Fn fn)
    {
        m_cancel = [running = QFuture<Result<T>>(future)]() mutable { running.cancel(); };
        whenDone(future, this, [this, fn = std::move(fn)](Result<T> result) {
            if (!m_over)
                fn(std::move(result));
        });
    }

    template <class T>
    void watch(const std::shared_ptr<Ticket<T>>& ticket);

    KubeApi& m_api;
    ObjectChange m_change;
    bool m_force;
    Preview m_previewTicket;
    Commit m_commitTicket;
    ChangePreview m_preview;
    QByteArray m_liveBytes;
    QJsonObject m_edited; ///< carried over to the live object
    QJsonObject m_body;   ///< what is applied
    QVector<HeldField> m_held;
    std::function<void()> m_cancel;
    bool m_over = false;
};

} // namespace kaptan::kube
