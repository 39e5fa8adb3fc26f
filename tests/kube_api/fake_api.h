#pragma once

#include "app/kube/api/kube_api.h"
#include "evil_server.h"

#include <QHash>
#include <QPointer>
#include <QPromise>
#include <QUrl>

#include <vector>

/// JSON written with ' for ": moc loses its way among raw strings.
inline QByteArray quoted(const char* text)
{
    return QByteArray(text).replace('\'', '"');
}

/// An API server that says what a genuine one will not say on demand. Each path has answers, given one after
/// the other; the last one stays. Over TCP, as genuine ones are.
class FakeApi
{
public:
    struct Call {
        QByteArray method, target, head, body;
        QPointer<QIODevice> socket;

        QString path() const { return QUrl::fromEncoded(target).path(); }

        QString query(const QString& name) const
        {
            return QUrlQuery(QUrl::fromEncoded(target)).queryItemValue(name, QUrl::FullyDecoded);
        }

        /// Of the first header of that name.
        QByteArray header(const QByteArray& name) const
        {
            const qsizetype at = head.toLower().indexOf("\r\n" + name.toLower() + ": ");
            const qsizetype from = at + name.size() + 4;
            return at < 0 ? QByteArray() : head.mid(from, head.indexOf('\r', from) - from);
        }
    };

    FakeApi()
        : m_server([this](QIODevice* socket, const QByteArray& request, int) { take(socket, request); },
                   EvilServer::Tcp)
    {
    }

    kaptan::net::Endpoint endpoint() const
    {
        kaptan::net::Endpoint endpoint = m_server.endpoint();
        endpoint.proxy = QUrl(); // whatever the environment has
        return endpoint;
    }

    static QByteArray answer(const QByteArray& status, const QByteArray& body, const QByteArray& headers = {},
                             const QByteArray& type = "application/json")
    {
        return "HTTP/1.1 " + status +
               "\r\nAudit-Id: 0\r\nCache-Control: no-cache, private\r\nContent-Type: " + type + "\r\n" +
               headers + "Content-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body;
    }

    static QByteArray ok(const QByteArray& body, const QByteArray& headers = {})
    {
        return answer("200 OK", body, headers);
    }

    static QByteArray text(const QByteArray& status, const QByteArray& body, const QByteArray& headers = {})
    {
        return answer(status, body, headers, "text/plain; charset=utf-8");
    }

    static QByteArray refusal(int code, const QByteArray& reason, const QByteArray& message,
                              const QByteArray& more = {})
    {
        return answer(QByteArray::number(code) + " Word",
                      R"({"kind":"Status","apiVersion":"v1","metadata":{},"status":"Failure","message":")" +
                          message + R"(","reason":")" + reason + R"(",)" + more + R"("code":)" +
                          QByteArray::number(code) + "}\n");
    }

    static QByteArray unauthorized() { return refusal(401, "Unauthorized", "Unauthorized"); }

    static QByteArray overloaded(int seconds)
    {
        return text("429 Too Many Requests", "Too many requests, please try again later.\n",
                    "Retry-After: " + QByteArray::number(seconds) + "\r\n");
    }

    /// What `path` gives: one after the other, the last one for ever. An empty answer is silence.
    void script(const char* path, std::vector<QByteArray> answers)
    {
        m_scripts[QString::fromLatin1(path)] = {std::move(answers), 0};
    }

    int count(const char* path) const
    {
        return int(std::count_if(calls.begin(), calls.end(),
                                 [path](const Call& call) { return call.path() == QLatin1String(path); }));
    }

    int open() const { return m_server.open; }

    std::vector<Call> calls;

private:
    struct Script {
        std::vector<QByteArray> answers;
        size_t next = 0;
    };

    void take(QIODevice* socket, const QByteArray& request)
    {
        const qsizetype end = request.indexOf("\r\n\r\n");
        const QByteArrayList line = request.left(request.indexOf('\r')).split(' ');
        calls.push_back({line.value(0), line.value(1), request.left(end + 2), request.mid(end + 4), socket});
        const auto it = m_scripts.find(calls.back().path());
        if (it == m_scripts.end()) {
            socket->write(text("404 Not Found", "404 page not found\n"));
            return;
        }
        const QByteArray bytes = it->answers.at(it->next);
        it->next = std::min(it->next + 1, it->answers.size() - 1);
        socket->write(bytes);
    }

    QHash<QString, Script> m_scripts;
    EvilServer m_server;
};

/// Tokens t1, t2, ... : the next one after each refusal.
class FakeCredentials : public kaptan::kube::Credentials
{
public:
    QFuture<kaptan::Result<kaptan::kube::Identity>> identity() override
    {
        ++asked;
        if (held) {
            m_waiting.emplace_back();
            m_waiting.back().start();
            return m_waiting.back().future();
        }
        return kaptan::readyFuture<kaptan::kube::Identity>(now());
    }

    void reject(const kaptan::kube::Identity& refused) override
    {
        rejected << refused.headers.value(0).second;
        ++m_number;
    }

    void release()
    {
        held = false;
        for (auto& promise : m_waiting) {
            promise.addResult(now());
            promise.finish();
        }
        m_waiting.clear();
    }

    int asked = 0;
    QByteArrayList rejected;
    bool held = false; ///< answers come with release()
    std::optional<kaptan::Error> failing;

private:
    kaptan::Result<kaptan::kube::Identity> now() const
    {
        if (failing)
            return kaptan::failure(*failing);
        kaptan::kube::Identity identity;
        identity.headers = {{"Authorization", "Bearer t" + QByteArray::number(m_number)}};
        return identity;
    }

    int m_number = 1;
    std::vector<QPromise<kaptan::Result<kaptan::kube::Identity>>> m_waiting;
};

/// A clock that is moved by hand and tells the pauses between attempts from the time limits of calls: how
/// many calls are under way besides depends on the machine.
class PauseClock : public kaptan::ManualClock
{
public:
    void callLater(std::chrono::milliseconds delay, QObject* context, std::function<void()> fn) override
    {
        if (delay >= kShortestLimit)
            return ManualClock::callLater(delay, context, std::move(fn));
        const auto over = std::make_shared<bool>(false);
        m_pauses.push_back({context, over});
        ManualClock::callLater(delay, context, [over, fn = std::move(fn)] {
            *over = true;
            fn();
        });
    }

    /// Those who wait for their next attempt.
    int pauses() const
    {
        return int(std::count_if(m_pauses.begin(), m_pauses.end(),
                                 [](const Pause& pause) { return pause.context && !*pause.over; }));
    }

private:
    static constexpr std::chrono::seconds kShortestLimit{20}; ///< no pause is as long, no limit shorter

    struct Pause {
        QPointer<QObject> context;
        std::shared_ptr<bool> over;
    };

    std::vector<Pause> m_pauses;
};

/// A server, somebody who asks it, and a clock that is moved by hand.
struct FakeSite {
    FakeApi server;
    PauseClock clock;
    FakeCredentials* credentials = nullptr;
    std::unique_ptr<kaptan::kube::KubeApi> api;

    FakeSite()
    {
        auto made = std::make_unique<FakeCredentials>();
        credentials = made.get();
        api = std::make_unique<kaptan::kube::KubeApi>(server.endpoint(), std::move(made), clock);
    }
};

inline kaptan::kube::ApiResource pods()
{
    kaptan::kube::ApiResource resource;
    resource.version = QStringLiteral("v1");
    resource.name = QStringLiteral("pods");
    resource.kind = QStringLiteral("Pod");
    return resource;
}

inline kaptan::kube::ApiResource deployments()
{
    kaptan::kube::ApiResource resource;
    resource.group = QStringLiteral("apps");
    resource.version = QStringLiteral("v1");
    resource.name = QStringLiteral("deployments");
    resource.kind = QStringLiteral("Deployment");
    return resource;
}

template <class T>
int codeOf(const kaptan::Result<T>& result)
{
    return result ? 0 : result.error().httpStatus();
}
