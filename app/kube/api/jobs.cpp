#include "app/kube/api/jobs.h"

#include "app/core/when_done.h"

namespace kaptan::kube
{

using namespace Qt::StringLiterals;

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
    if (response && response->status == 410) {
        // The token has expired. The Status has one that goes on at the newest version.
        const QString token = decode::continueToken(response->body);
        if (!token.isEmpty() || m_restarts < kRestarts) {
            ++m_restarts;
            if (token.isEmpty())
                m_table = {};
            ask(token);
            return;
        }
    }
    const Result<net::Response> good = checked(std::move(response), whereOf(m_list));
    if (!good) {
        end(tl::unexpected<Error>(good.error()));
        return;
    }
    QFuture<Result<Table>> decoded = readyFuture<net::Response>(*good).then(
        QThreadPool::globalInstance(),
        [](const Result<net::Response>& page) { return decodeTable(page->body); });
    whenDone(decoded, this, [this](Result<Table> page) {
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
        else
            ask(page->continueToken);
    });
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
        whenDone(groups, this,
                 [this, core](Result<decode::Groups> found) { onRoot(core, std::move(found)); });
    }
}

void DiscoveryJob::onRoot(bool core, Result<decode::Groups> groups)
{
    if (!groups) {
        end(tl::unexpected<Error>(groups.error()));
        return;
    }
    (core ? m_core : m_named) = *std::move(groups);
    if (m_core && m_named && !m_over)
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
        whenDone(list, this, [this, i](Result<QVector<ApiResource>> resources) {
            if (resources)
                m_parts[i].resources = *std::move(resources);
            else
                m_stale.append(m_parts[i].groupVersion); // an aggregated server is down: the others count
            finishOne();
        });
    }
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
    deleteLater();
}

} // namespace kaptan::kube
