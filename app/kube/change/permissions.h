#pragma once

#include "app/kube/api/kube_api.h"

#include <QHash>
#include <QObject>

namespace kaptan::kube
{

/// What this user may do, asked for once and remembered for a while (SelfSubjectAccessReview,
/// /apis/authorization.k8s.io/v1). Lives in the UI's thread; the API outlives it.
class Permissions : public QObject
{
    Q_OBJECT
public:
    static constexpr qint64 kRememberedMs = 60000;
    static constexpr qsizetype kMostAnswers = 2000;

    explicit Permissions(KubeApi& api, QObject* parent = nullptr, Clock& clock = Clock::system());

    /// Empty: allowed, or not yet known (the question is under way, changed() will tell; the server has the
    /// last word anyway). Else a translated sentence that names the verb and the resource that are missing:
    /// "You may not patch deployments.apps in shop." No `nameSpace`: in all of them, or of a kind without.
    QString whyNot(const QString& verb, const ApiResource& resource, const QString& nameSpace = {},
                   const QString& name = {}, const QString& subresource = {});
    /// The answer is there: whyNot() is no guess.
    bool isKnown(const QString& verb, const ApiResource& resource, const QString& nameSpace = {},
                 const QString& name = {}, const QString& subresource = {}) const;
    /// Forgets all answers: another user, or rights that were changed.
    void forget();

Q_SIGNALS:
    /// One answer or several that came together.
    void changed();

private:
    struct Answer {
        bool allowed = true;
        bool known = false;    ///< answered at least once
        bool underWay = false; ///< asked, not answered
        qint64 askedAtMs = 0;
    };

    void ask(const QString& key, const QString& verb, const ApiResource& resource, const QString& nameSpace,
             const QString& name, const QString& subresource);
    void tell();

    KubeApi& m_api;
    Clock& m_clock;
    QHash<QString, Answer> m_answers;
    int m_generation = 0; ///< what was asked before forget() is not listened to
    bool m_telling = false;
};

} // namespace kaptan::kube
