// A manifest from the web.
#include "app/core/when_done.h"
#include "app/net/http.h"
#include "app/net/io_thread.h"
#include "ui/manifest/manifest_source.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QStringDecoder>

#include <memory>

using namespace Qt::StringLiterals;

namespace kaptan::ui
{

namespace
{

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(ManifestSource)
};

constexpr qint64 mostBytes = 16 * 1024 * 1024;
constexpr int mostRedirects = 5;

QString schemeProblem(const QUrl& url)
{
    if (!url.isValid() || url.host().isEmpty())
        return Tr::tr("this is no address");
    if (url.scheme() != u"https"_s && url.scheme() != u"http"_s)
        return Tr::tr("only http and https addresses are fetched");
    if (!url.userInfo().isEmpty())
        return Tr::tr("an address with a user name or password is not fetched");
    return {};
}

Error badAddress(const QString& why)
{
    return Error(InvalidInput{Tr::tr("Address"), why, Tr::tr("Write it as https://example.org/web.yaml.")});
}

/// One fetch with its redirects. Ends itself.
class Fetch : public QObject
{
public:
    Fetch() : m_thread(u"manifest"_s) { m_promise.start(); }

    QFuture<Result<SourceText>> future() { return m_promise.future(); }

    void begin(const QUrl& url)
    {
        m_url = url;
        if (const QString why = schemeProblem(url); !why.isEmpty())
            return end(failure(badAddress(why)));
        QUrl server;
        server.setScheme(url.scheme());
        server.setHost(url.host());
        server.setPort(url.port());
        const Result<net::Endpoint> endpoint = net::Endpoint::parse(server.toString());
        if (!endpoint)
            return end(failure(endpoint.error()));
        net::Client* client = m_thread.adopt(std::make_unique<net::Client>(*endpoint));
        net::Request request;
        request.path = url.path().isEmpty() ? u"/"_s : url.path(QUrl::FullyDecoded);
        request.query = QUrlQuery(url);
        request.headers = {
            {"Accept", "application/yaml, text/yaml, text/plain, application/json, */*;q=0.5"}};
        request.idempotent = true;
        request.maxBody = mostBytes;
        whenDone(client->send(request), this,
                 [this](const Result<net::Response>& response) { answered(response); });
    }

private:
    void answered(const Result<net::Response>& response)
    {
        if (!response)
            return end(failure(response.error()));
        const QString where = m_url.toString(QUrl::RemoveQuery);
        if (response->status >= 300 && response->status < 400 && response->status != 304) {
            const QUrl next =
                m_url.resolved(QUrl(QString::fromUtf8(response->header("Location")), QUrl::StrictMode));
            if (++m_redirects > mostRedirects)
                return end(failure(badAddress(Tr::tr("it leads on to others without an end"))));
            if (m_url.scheme() == u"https"_s && next.scheme() != u"https"_s)
                return end(failure(badAddress(Tr::tr("it leads away from https, which is not followed"))));
            return begin(next);
        }
        if (response->status != 200)
            return end(failure(
                HttpError{response->status, u"GET "_s + where, QString::fromUtf8(response->body.left(500))}));
        QStringDecoder decode(QStringDecoder::Utf8);
        SourceText source;
        source.text = decode(response->body);
        source.text.replace(u"\r\n"_s, u"\n"_s);
        if (decode.hasError() || response->body.contains('\0'))
            return end(failure(ParseError{u"manifest"_s, where, Tr::tr("it is no text in UTF-8")}));
        const QString start = source.text.left(200).trimmed();
        if (start.startsWith(u"<!doctype"_s, Qt::CaseInsensitive) ||
            start.startsWith(u"<html"_s, Qt::CaseInsensitive))
            return end(failure(ParseError{u"manifest"_s, where,
                                          Tr::tr("it is a web page; take the address of the file itself")}));
        source.title = m_url.fileName().isEmpty() ? m_url.host() : m_url.fileName();
        end(source);
    }

    void end(Result<SourceText> result)
    {
        m_promise.addResult(std::move(result));
        m_promise.finish();
        deleteLater();
    }

    net::IoThread m_thread;
    QPromise<Result<SourceText>> m_promise;
    QUrl m_url;
    int m_redirects = 0;
};

} // namespace

QFuture<Result<SourceText>> fetchManifest(const QUrl& url)
{
    auto* fetch = new Fetch;
    const auto future = fetch->future();
    fetch->begin(url);
    return future;
}

} // namespace kaptan::ui
