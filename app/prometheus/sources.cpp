#include "app/prometheus/sources.h"

#include "app/net/io_thread.h"
#include "app/prometheus/promql.h"
#include "app/settings/history_keys.h"

#include <QCoreApplication>
#include <QPromise>

#include <mutex>

using namespace Qt::StringLiterals;

namespace kaptan::prometheus
{

namespace
{

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Prometheus)
};

constexpr std::chrono::seconds patience{20};
constexpr qint64 mostBody = 16 * 1024 * 1024;
/// Scrapes are a minute apart where nobody says otherwise; a rate wants some of them.
constexpr qint64 shortestRate = 240;

net::Request get(const QString& path)
{
    net::Request request;
    request.path = path;
    request.timeout = patience;
    request.maxBody = mostBody;
    return request;
}

QString whereOf(const net::Endpoint& endpoint, const QString& path)
{
    return u"GET "_s + endpoint.displayName() + path;
}

/// What several answers make together; the first that fails counts.
struct Gathered {
    std::mutex mutex;
    QVector<history::Curve> curves;
    std::optional<Error> error;
    qsizetype open = 0;
    QPromise<Result<QVector<history::Curve>>> promise;
};

} // namespace

class Source::Private
{
public:
    explicit Private(const net::Endpoint& where) : endpoint(where), thread(u"prometheus"_s)
    {
        client = thread.adopt(std::make_unique<net::Client>(where));
    }

    net::Endpoint endpoint;
    net::Client* client = nullptr;
    net::IoThread thread; ///< last: what lives in it ends first
};

Source::Source(const net::Endpoint& endpoint) : d(std::make_unique<Private>(endpoint)) {}

Source::~Source() = default;

QString Source::name() const
{
    //: %1 is a host and its port
    return Tr::tr("Prometheus at %1").arg(d->endpoint.displayName());
}

QFuture<Result<QVector<history::Curve>>> Source::curves(const history::Subject& subject,
                                                        const history::CurveQuery& query)
{
    const qint64 step = stepOf(query.from, query.to, query.points);
    const qint64 rate = std::max(shortestRate, step);
    QVector<QPair<history::Metric, QString>> questions;
    for (const history::Metric metric : history::allMetrics) {
        const QString text = promql(subject, metric, rate);
        if (!text.isEmpty() && (query.metrics.isEmpty() || query.metrics.contains(metric)))
            questions.append({metric, text});
    }
    auto gathered = std::make_shared<Gathered>();
    gathered->open = questions.size();
    gathered->promise.start();
    const auto future = gathered->promise.future();
    if (questions.isEmpty()) {
        gathered->promise.addResult(QVector<history::Curve>());
        gathered->promise.finish();
    }
    const QString path = u"/api/v1/query_range"_s;
    for (const auto& [metric, text] : questions) {
        net::Request request = get(path);
        net::addQuery(request.query, u"query"_s, text);
        net::addQuery(request.query, u"start"_s, QString::number(query.from));
        net::addQuery(request.query, u"end"_s, QString::number(query.to));
        net::addQuery(request.query, u"step"_s, QString::number(step));
        d->client->send(request).then(
            [gathered, metric = metric, step, subject = subject.key,
             where = whereOf(d->endpoint, path)](const Result<net::Response>& answer) {
                auto curve = answer ? curveOf(answer->body, answer->status, metric, step, where)
                                    : Result<history::Curve>(failure(answer.error()));
                const std::lock_guard lock(gathered->mutex);
                if (!curve && !gathered->error)
                    gathered->error = curve.error();
                if (curve && !curve->points.isEmpty()) {
                    curve->subject = subject;
                    gathered->curves.append(std::move(*curve));
                }
                if (--gathered->open > 0)
                    return;
                gathered->promise.addResult(gathered->error
                                                ? Result<QVector<history::Curve>>(failure(*gathered->error))
                                                : Result<QVector<history::Curve>>(gathered->curves));
                gathered->promise.finish();
            });
    }
    return future;
}

QFuture<Result<QString>> Source::version()
{
    const QString path = u"/api/v1/status/buildinfo"_s;
    return d->client->send(get(path)).then(
        [where = whereOf(d->endpoint, path)](const Result<net::Response>& answer) -> Result<QString> {
            if (!answer)
                return failure(answer.error());
            return versionOf(answer->body, answer->status, where);
        });
}

Sources::Sources(settings::Settings& settings, QObject* parent) : QObject(parent), m_settings(settings) {}

Sources::~Sources() = default;

/// Lines of an id, a blank and an address; ids hold no blank.
QMap<QString, QString> Sources::all() const
{
    QMap<QString, QString> found;
    const QStringList lines = m_settings.get(settings::key::prometheus).split(u'\n', Qt::SkipEmptyParts);
    for (const QString& line : lines)
        found.insert(line.section(u' ', 0, -2), line.section(u' ', -1));
    return found;
}

QString Sources::address(const QString& connectionId) const
{
    return all().value(connectionId);
}

Result<net::Endpoint> Sources::check(const QString& text)
{
    const QUrl url(text.trimmed(), QUrl::StrictMode);
    const auto wrong = [](const QString& why) {
        return failure(
            InvalidInput{Tr::tr("Address"), why, Tr::tr("Write it as “http://monitoring.example:9090”.")});
    };
    if (!url.isValid() || url.host().isEmpty() || (url.scheme() != u"http" && url.scheme() != u"https"))
        return wrong(Tr::tr("this is no address of a web server"));
    if (!url.userInfo().isEmpty())
        return wrong(Tr::tr("it holds a user or a password, which would be kept in the open"));
    if (url.hasQuery() || url.hasFragment())
        return wrong(Tr::tr("an address ends with its path: no “?” and no “#”"));
    return net::Endpoint::parse(url.toString(QUrl::StripTrailingSlash));
}

Result<void> Sources::setAddress(const QString& connectionId, const QString& text)
{
    QMap<QString, QString> now = all();
    if (text.trimmed().isEmpty()) {
        now.remove(connectionId);
    } else {
        const auto endpoint = check(text);
        if (!endpoint)
            return failure(endpoint.error());
        now.insert(connectionId,
                   QUrl(text.trimmed()).toString(QUrl::StripTrailingSlash | QUrl::FullyEncoded));
    }
    QStringList lines;
    for (auto it = now.cbegin(); it != now.cend(); ++it)
        lines << it.key() + u' ' + it.value();
    if (auto kept = m_settings.set(settings::key::prometheus, lines.join(u'\n')); !kept)
        return kept;
    m_sources.erase(connectionId);
    Q_EMIT changed(connectionId);
    return {};
}

Source* Sources::source(const QString& connectionId)
{
    const auto known = m_sources.find(connectionId);
    if (known != m_sources.end())
        return known->second.get();
    const QString text = address(connectionId);
    if (text.isEmpty())
        return nullptr;
    const auto endpoint = check(text);
    if (!endpoint)
        return nullptr; // somebody wrote it into the file by hand
    return m_sources.emplace(connectionId, std::make_unique<Source>(*endpoint)).first->second.get();
}

QFuture<Result<QString>> Sources::test(const QString& text)
{
    const auto endpoint = check(text);
    if (!endpoint)
        return readyFuture(Result<QString>(failure(endpoint.error())));
    m_tested = std::make_unique<Source>(*endpoint);
    return m_tested->version();
}

} // namespace kaptan::prometheus
