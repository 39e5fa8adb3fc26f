#include "app/kube/api/jobs.h"

#include "app/core/when_done.h"
#include "app/json/json_reader.h"

namespace kaptan::kube
{

using namespace Qt::StringLiterals;

namespace
{

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(KubeAnswer)
};

/// The trouble of one group alone: the aggregated server behind it is down, slow or talks nonsense. Otherwise
/// the cluster itself is gone, and what it still had to say is no list of its kinds.
bool isOneGroups(const Error& error)
{
    if (const auto* transport = error.as<TransportError>())
        return transport->kind == TransportError::Kind::Timeout;
    return error.as<ParseError>() || (error.as<KubeError>() && error.httpStatus() != 401);
}

} // namespace

TableJob::TableJob(Wire& wire, net::Request list, Operation operation, std::shared_ptr<Ticket<Table>> ticket)
    : QObject(&wire), m_wire(wire), m_list(std::move(list)), m_operation(std::move(operation)),
      m_ticket(std::move(ticket))
{
    m_list.headers.emplaceBack("Accept", "application/json;as=Table;v=v1;g=meta.k8s.io,application/json");
    net::addQuery(m_list.query, u"limit"_s, QString::number(kPage));
    net::addQuery(m_list.query, u"includeObject"_s, u"Metadata"_s);
}

void TableJob::begin()
{
    connect(&m_outer, &QFutureWatcherBase::canceled, this, [this] {
        m_inner.cancel();
        end(failure(Cancelled{}));
    });
    m_outer.setFuture(m_ticket->future());
    ask({});
}

void TableJob::ask(const QString& continueToken)
{
    m_token = continueToken;
    net::Request page = m_list;
    if (!continueToken.isEmpty())
        net::addQuery(page.query, u"continue"_s, continueToken);
    m_inner = m_wire.send(page);
    whenDone(m_inner, this, [this](Result<net::Response> response) { onPage(std::move(response)); });
}

void TableJob::onPage(Result<net::Response> response)
{
    if (m_over)
        return;
    if (response && response->status == 410 && m_restarts < kRestarts) {
        // The token has expired. The Status may have one that goes on at the newest version.
        ++m_restarts;
        const QString token = decode::continueToken(response->body);
        if (token.isEmpty())
            m_table = {};
        ask(token);
        return;
    }
    const QString where = whereOf(m_list);
    const Result<net::Response> good = checked(std::move(response), where);
    if (!good) {
        end(tl::unexpected<Error>(good.error()));
        return;
    }
    QFuture<Result<Table>> decoded = readyFuture<net::Response>(*good).then(
        QThreadPool::globalInstance(),
        [where](const Result<net::Response>& page) { return decodeTable(page->body, where); });
    whenDone(decoded, this, [this](Result<Table> page) { take(std::move(page)); });
}

void TableJob::take(Result<Table> page)
{
    if (m_over)
        return;
    if (!page) {
        end(std::move(page));
        return;
    }
    if (m_table.columns.isEmpty())
        m_table.columns = page->columns;
    m_table.rows += page->rows;
    m_table.resourceVersion = page->resourceVersion;
    if (page->continueToken.isEmpty())
        end(std::move(m_table));
    else if (page->continueToken == m_token) // it would go on for ever
        end(failure(json::shapeError(Tr::tr("list"), whereOf(m_list))));
    else
        ask(page->continueToken);
}

void TableJob::end(Result<Table> result)
{
    if (m_over)
        return;
    m_over = true;
    m_ticket->keep(named(std::move(result), m_operation));
    deleteLater();
}

DiscoveryJob::DiscoveryJob(Wire& wire, std::shared_ptr<Ticket<Discovery>> ticket)
    : QObject(&wire), m_wire(wire), m_ticket(std::move(ticket))
{
}

void DiscoveryJob::begin()
{
    connect(&m_outer, &QFutureWatcherBase::canceled, this, [this] { end(failure(Cancelled{})); });
    m_outer.setFuture(m_ticket->future());
    for (const bool core : {true, false}) {
        net::Request request;
        request.path = core ? u"/api"_s : u"/apis"_s;
        request.headers.emplaceBack(
            "Accept", "application/json;g=apidiscovery.k8s.io;v=v2;as=APIGroupDiscoveryList,"
                      "application/json;g=apidiscovery.k8s.io;v=v2beta1;as=APIGroupDiscoveryList,"
                      "application/json");
        const auto groups = typedCall<decode::Groups>(
            m_wire, request, {QT_TRANSLATE_NOOP("Operation", "ask which kinds the cluster has"), {}},
            [](const net::Response& response, const QString& where) {
                return decode::groups(response, where);
            });
        m_cancel.push_back([call = groups]() mutable { call.cancel(); });
        whenDone(groups, this,
                 [this, core](Result<decode::Groups> found) { onRoot(core, std::move(found)); });
    }
}

void DiscoveryJob::onRoot(bool core, Result<decode::Groups> groups)
{
    if (m_over)
        return;
    if (!groups) {
        end(tl::unexpected<Error>(groups.error()));
        return;
    }
    (core ? m_core : m_named) = *std::move(groups);
    if (m_core && m_named)
        askResources();
}

void DiscoveryJob::askResources()
{
    for (decode::Groups* groups : {&*m_core, &*m_named}) {
        m_stale += groups->discovery.staleGroups;
        m_parts.push_back({{}, std::move(groups->discovery.resources)});
        for (const QString& groupVersion : std::as_const(groups->groupVersions))
            m_parts.push_back({groupVersion, {}});
    }
    m_waiting = 1;
    for (size_t i = 0; i < m_parts.size(); ++i) {
        const QString groupVersion = m_parts[i].groupVersion;
        if (groupVersion.isEmpty())
            continue;
        ++m_waiting;
        net::Request request;
        request.path = (groupVersion.contains(u'/') ? u"/apis/"_s : u"/api/"_s) + groupVersion;
        const auto list = typedCall<QVector<ApiResource>>(
            m_wire, request,
            {QT_TRANSLATE_NOOP("Operation", "ask which kinds the cluster has"), groupVersion},
            [groupVersion](const net::Response& response, const QString& where) {
                return decode::resources(response.body, groupVersion, where);
            });
        m_cancel.push_back([call = list]() mutable { call.cancel(); });
        whenDone(list, this,
                 [this, i](Result<QVector<ApiResource>> resources) { onResources(i, std::move(resources)); });
    }
    finishOne();
}

void DiscoveryJob::onResources(size_t part, Result<QVector<ApiResource>> resources)
{
    if (m_over)
        return;
    if (!resources && !isOneGroups(resources.error())) {
        end(tl::unexpected<Error>(resources.error()));
        return;
    }
    if (resources)
        m_parts[part].resources = *std::move(resources);
    else
        m_stale.append(m_parts[part].groupVersion);
    finishOne();
}

void DiscoveryJob::finishOne()
{
    if (--m_waiting > 0)
        return;
    Discovery discovery;
    for (Part& part : m_parts)
        discovery.resources += std::move(part.resources);
    m_stale.sort();
    discovery.staleGroups = m_stale;
    end(std::move(discovery));
}

void DiscoveryJob::end(Result<Discovery> result)
{
    if (m_over)
        return;
    m_over = true;
    m_ticket->keep(std::move(result));
    for (const auto& cancel : m_cancel)
        cancel();
    deleteLater();
}

} // namespace kaptan::kube
