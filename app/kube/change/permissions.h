#pragma once

#include "app/kube/api/kube_api.h"

#include <QHash>
#include <QObject>
#include <QPointer>

namespace kaptan::kube
{

/// What this user may do, asked for once and remembered for a while (SelfSubjectAccessReview,
/// /apis/authorization.k8s.io/v1). Lives in the UI's thread; the API outlives it.
class Permissions : public QObject
{
    Q_OBJECT
public:
    explicit Permissions(KubeApi& api, QObject* parent = nullptr);

    /// Empty: allowed, or not yet known (the question is under way, changed() will tell; the server has the
    /// last word anyway). Else a translated sentence that names the verb and the resource that are missing:
    /// "You may not patch deployments.apps in shop." No `nameSpace`: in all of them, or of a kind without.
    QString whyNot(const QString& verb, const ApiResource& resource, const QString& nameSpace = {},
                   const QString& name = {}, const QString& subresource = {});
    /// Forgets all answers: another user, or rights that were changed.
    void forget();

Q_SIGNALS:
    void changed();

private:
    struct Answer {
        bool allowed = true;
        qint64 askedAtMs = 0;
    };

    KubeApi& m_api;
    QHash<QString, Answer> m_answers;
};

} // namespace kaptan::kube
