#include "app/kube/watch/list_run.h"

#include <QCoreApplication>
#include <QPointer>

#include <algorithm>

namespace kaptan::kube
{

namespace
{

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(ClusterAnswer)
};

constexpr std::chrono::seconds headTimeout{60}; ///< a busy server collects a page for a while
constexpr std::chrono::seconds longestSilence{60};
constexpr qsizetype peekedBytes = 64 * 1024; ///< a token that comes later is read with its page
constexpr int mostExpirations = 3;           ///< of one page in a row
constexpr qsizetype keptRefusal = 64 * 1024; ///< of the body of an error status

} // namespace

/// One page on its way.
struct ListRun::Fetch {
    QByteArray token;
    int limit = 0;
    std::unique_ptr<net::Stream> stream; ///< null while it waits for again()
    std::unique_ptr<SilenceGuard> guard;
    QByteArray body;
    QByteArray next;     ///< token of the page behind this
    bool peeked = false; ///< `next` is known
    bool complete = false, decoding = false;
    int expirations = 0;
};

ListRun::ListRun(StreamOpener& opener, const WatchTarget& target, const RowSchema& schema, Clock& clock,
                 const ReflectorOptions& options)
    : m_opener(opener), m_target(target), m_schema(schema), m_clock(clock), m_options(options),
      m_queue(options.pool)
{
}

ListRun::~ListRun() = default;

void ListRun::start()
{
    ask({}, m_options.firstPage);
}

void ListRun::cancel()
{
    disconnect();
    m_queue.clear();
    m_fetches.clear();
}

void ListRun::again()
{
    for (const std::unique_ptr<Fetch>& fetch : m_fetches) {
        if (!fetch->stream && !fetch->complete)
            open(*fetch);
    }
}

void ListRun::ask(const QByteArray& token, int limit)
{
    m_fetches.push_back(std::make_unique<Fetch>());
    m_fetches.back()->token = token;
    m_fetches.back()->limit = limit;
    open(*m_fetches.back());
}

void ListRun::open(Fetch& fetch)
{
    net::Request request;
    request.path = m_target.path;
    request.headers = {{"Accept", m_target.accept}};
    request.timeout = headTimeout;
    net::addQuery(request.query, QStringLiteral("limit"), QString::number(fetch.limit));
    if (!fetch.token.isEmpty())
        net::addQuery(request.query, QStringLiteral("continue"), QString::fromLatin1(fetch.token));
    if (!m_target.labelSelector.isEmpty())
        net::addQuery(request.query, QStringLiteral("labelSelector"), m_target.labelSelector);
    if (!m_target.fieldSelector.isEmpty())
        net::addQuery(request.query, QStringLiteral("fieldSelector"), m_target.fieldSelector);
    fetch.body.clear();
    fetch.stream = m_opener.open(request);
    fetch.guard = std::make_unique<SilenceGuard>(m_clock, longestSilence, [this, &fetch] {
        const Error silent(TransportError{TransportError::Kind::Timeout, m_target.path, {}});
        stumble(fetch, {Trouble::Kind::Slept, silent, {}});
    });
    connect(fetch.stream.get(), &net::Stream::readyRead, this, [this, &fetch] { (void)onBytes(fetch); });
    connect(fetch.stream.get(), &net::Stream::finished, this,
            [this, &fetch](const std::optional<Error>& error) { onEnd(fetch, error); });
}

bool ListRun::onBytes(Fetch& fetch)
{
    fetch.guard->touch();
    while (fetch.stream->bytesAvailable() > 0) {
        const QByteArray bytes = fetch.stream->read(fetch.stream->bytesAvailable());
        if (bytes.isEmpty())
            break;
        if (fetch.stream->status() != 200) {
            fetch.body += bytes.left(keptRefusal - fetch.body.size());
            continue;
        }
        if (fetch.body.size() + bytes.size() > m_options.largestPage) {
            // No trouble that passes: asked for again at once it would be as large.
            const qsizetype most = m_options.largestPage / (1024 * 1024);
            stumble(fetch, {Trouble::Kind::Refused,
                            Error(Unfinished{m_target.path,
                                             Tr::tr("a page of the list is larger than %1 MiB").arg(most),
                                             Tr::tr("Look for objects of this kind that are very large, or "
                                                    "look at fewer namespaces.")}),
                            {}});
            return false;
        }
        fetch.body += bytes;
    }
    if (fetch.peeked || fetch.stream->status() != 200 || fetch.body.size() > 4 * peekedBytes)
        return true;
    const auto head =
        peekListHead(QByteArrayView(fetch.body).first(std::min(fetch.body.size(), peekedBytes)));
    if (!head)
        return true;
    fetch.peeked = true;
    fetch.next = head->continueToken;
    askNext();
    return true;
}

void ListRun::onEnd(Fetch& fetch, const std::optional<Error>& error)
{
    if (!onBytes(fetch))
        return;
    if (error)
        return stumble(fetch, {Trouble::Kind::Broken, *error, {}});
    if (fetch.stream->status() != 200)
        return onErrorStatus(fetch);
    fetch.complete = true;
    fetch.guard.reset();
    fetch.stream->disconnect(this);
    fetch.stream.release()->deleteLater(); // we are in its signal
    decodeReady();
}

void ListRun::onErrorStatus(Fetch& fetch)
{
    const int status = fetch.stream->status();
    Trouble trouble = troubleOf(status, fetch.body, fetch.stream->header("Retry-After"), m_target.path);
    if (fetch.token.isEmpty())
        return stumble(fetch, trouble);
    const std::optional<StatusAnswer> answer = decodeStatus(fetch.body);
    if (status == 410 && answer && !answer->continueToken.isEmpty() &&
        ++fetch.expirations <= mostExpirations) {
        // The list goes on at the newest version. It is watched from the version of its first page, which
        // brings what changed between.
        fetch.token = answer->continueToken;
        fetch.stream->disconnect(this);
        fetch.stream.release()->deleteLater();
        return open(fetch);
    }
    if (status == 400)
        trouble.kind = Trouble::Kind::Expired; // the server cannot read its own token any more
    stumble(fetch, trouble);
}

void ListRun::stumble(Fetch& fetch, const Trouble& trouble)
{
    if (fetch.guard)
        fetch.guard.release()->deleteLater(); // we may be in its call
    if (fetch.stream) {
        fetch.stream->disconnect(this);
        fetch.stream->abort();
        fetch.stream.release()->deleteLater();
    }
    fetch.body.clear();
    fetch.complete = false;
    Q_EMIT stumbled(trouble);
}

void ListRun::decodeReady()
{
    for (const std::unique_ptr<Fetch>& fetch : m_fetches) {
        if (fetch->decoding)
            continue;
        if (!fetch->complete)
            return;
        fetch->decoding = true;
        m_queue.run([body = std::move(fetch->body), schema = m_schema,
                     where = m_target.path]() mutable { return decodePage(std::move(body), schema, where); },
                    [this](Result<DecodedPage> result) { onDecoded(std::move(result)); });
        fetch->body = {};
    }
}

void ListRun::onDecoded(Result<DecodedPage> result)
{
    Fetch& fetch = *m_fetches.front(); // pages are decoded in their order
    if (!result) {
        // What was asked for by the token of a page that cannot be read goes too.
        m_queue.clear();
        for (const std::unique_ptr<Fetch>& other : m_fetches)
            other->decoding = false;
        m_fetches.resize(1);
        fetch.peeked = false;
        fetch.next.clear();
        return stumble(fetch, {Trouble::Kind::Broken, result.error(), {}});
    }
    if (m_version.isEmpty())
        m_version = result->head.resourceVersion;
    fetch.next = result->head.continueToken;
    fetch.peeked = true;
    if (isRepeated(fetch)) // it would go on for ever
        return stumble(fetch, {Trouble::Kind::Refused,
                               Error(ParseError{Tr::tr("list"), m_target.path,
                                                Tr::tr("it goes on with a page that was there already"), -1}),
                               {}});
    const bool isLast = fetch.next.isEmpty();
    m_tokens.insert(fetch.next);
    const bool isAsked = m_fetches.size() > 1;
    const QByteArray next = fetch.next;
    m_fetches.pop_front();
    if (!isLast && !isAsked)
        ask(next, m_options.furtherPages);
    else
        askNext();
    const QPointer<ListRun> self(this);
    Q_EMIT page(std::make_shared<DecodedPage>(*std::move(result)));
    if (self && isLast)
        Q_EMIT finished();
}

bool ListRun::isRepeated(const Fetch& fetch) const
{
    return !fetch.next.isEmpty() && (fetch.next == fetch.token || m_tokens.contains(fetch.next));
}

void ListRun::askNext()
{
    if (m_fetches.empty() || int(m_fetches.size()) >= m_options.pagesInFlight)
        return;
    const Fetch& last = *m_fetches.back();
    if (last.peeked && !last.next.isEmpty() && !isRepeated(last))
        ask(last.next, m_options.furtherPages);
}

} // namespace kaptan::kube
