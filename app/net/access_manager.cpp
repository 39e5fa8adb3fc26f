#include "app/net/access_manager.h"

#include "app/net/connection_pool.h"
#include "app/net/local_reply.h"

namespace kaptan::net
{

AccessManager::AccessManager(Clock& clock, QObject* parent)
    : QNetworkAccessManager(parent), m_pool(new ConnectionPool(clock, this))
{
    setRedirectPolicy(QNetworkRequest::ManualRedirectPolicy);
    setAutoDeleteReplies(false);
}

QNetworkRequest AccessManager::prepared(const QUrl& url)
{
    QNetworkRequest request(url);
    request.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
    request.setAttribute(QNetworkRequest::CacheSaveControlAttribute, false);
    return request;
}

QNetworkReply* AccessManager::createRequest(Operation operation, const QNetworkRequest& request,
                                            QIODevice* outgoing)
{
    if (request.url().scheme() == QLatin1String("unix+http"))
        return new LocalReply(*m_pool, operation, request, outgoing, this);
    return QNetworkAccessManager::createRequest(operation, request, outgoing);
}

} // namespace kaptan::net
