#include "app/session/web_text.h"

#include "app/core/when_done.h"
#include "app/net/http.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace kaptan::session
{

namespace
{

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(WebText)
};

constexpr auto operation = QT_TRANSLATE_NOOP("Operation", "fetch");
constexpr int mostRedirects = 10;

/// One fetch under way; deletes itself at its end.
class Fetch : public QObject
{
public:
    explicit Fetch(qint64 most) : m_most(most) { m_promise.start(); }

    QFuture<Result<QString>> begin(const QUrl& url)
    {
        const auto future = m_promise.future();
        ask(url);
        return future;
    }

private:
    void ask(const QUrl& url)
    {
        m_url = url;
        const bool web = url.scheme() == u"http"_s || url.scheme() == u"https"_s;
        if (!web || !url.isValid() || url.host().isEmpty())
            return end(
                failure(InvalidInput{Tr::tr("Address"), Tr::tr("“%1” is no address of the web").arg(shown()),
                                     Tr::tr("Write https://host/path.")}));
        net::Endpoint endpoint;
        endpoint.url.setScheme(url.scheme());
        endpoint.url.setHost(url.host());
        endpoint.url.setPort(url.port());
        net::Request request;
        request.path = url.path(QUrl::FullyDecoded);
        if (request.path.isEmpty())
            request.path = u"/"_s;
        request.query = QUrlQuery(url.query(QUrl::FullyEncoded));
        request.maxBody = m_most;
        if (!url.userName().isEmpty())
            request.headers.emplaceBack("Authorization",
                                        "Basic " + url.userInfo(QUrl::FullyDecoded).toUtf8().toBase64());
        // One for each server; it goes with this, when its answer is no longer in its hands.
        auto* client = new net::Client(endpoint, this);
        whenDone(client->send(request), this,
                 [this](const Result<net::Response>& response) { take(response); });
    }

    void take(const Result<net::Response>& response)
    {
        if (!response)
            return end(failure(response.error()));
        const int status = response->status;
        if (status == 301 || status == 302 || status == 303 || status == 307 || status == 308) {
            const QUrl next =
                m_url.resolved(QUrl(QString::fromUtf8(response->header("Location")), QUrl::StrictMode));
            if (++m_redirects > mostRedirects)
                return end(failure(InvalidInput{shown(), Tr::tr("it redirects without end"), {}}));
            if (m_url.scheme() == u"https"_s && next.scheme() != u"https"_s)
                return end(failure(
                    InvalidInput{shown(), Tr::tr("it redirects to an address without encryption"), {}}));
            return ask(next);
        }
        if (status < 200 || status > 299)
            return end(failure(HttpError{status, u"GET "_s + shown(), {}}));
        end(QString::fromUtf8(response->body));
    }

    /// Without a password or a token: signed addresses have them in the query.
    QString shown() const { return m_url.toDisplayString(QUrl::RemoveUserInfo | QUrl::RemoveQuery); }

    void end(Result<QString> result)
    {
        if (!result && !result.error().as<InvalidInput>())
            result.error().during(operation, shown());
        m_promise.addResult(std::move(result));
        m_promise.finish();
        deleteLater();
    }

    qint64 m_most;
    QUrl m_url;
    int m_redirects = 0;
    QPromise<Result<QString>> m_promise;
};

} // namespace

QFuture<Result<QString>> fetchText(const QUrl& url, qint64 most)
{
    return (new Fetch(most))->begin(url);
}

} // namespace kaptan::session
