#pragma once

#include "app/kube/api/decode.h"
#include "app/kube/api/typed_call.h"

/// Flows of several calls. Children of the wire; each deletes itself once its ticket is kept.
namespace kaptan::kube
{

/// Every page of a list as the server renders it.
class TableJob : public QObject
{
    Q_OBJECT
public:
    static constexpr int kPage = 500;
    static constexpr int kRestarts = 3; ///< of a list that expires on the way, from its start or its middle

    TableJob(Wire& wire, net::Request list, Operation operation, std::shared_ptr<Ticket<Table>> ticket);
    void begin();

private:
    void ask(const QString& continueToken);
    void onPage(Result<net::Response> response);
    void take(Result<Table> page);
    void end(Result<Table> result);

    Wire& m_wire;
    net::Request m_list;
    Operation m_operation;
    std::shared_ptr<Ticket<Table>> m_ticket;
    QFutureWatcher<Result<Table>> m_outer;
    QFuture<Result<net::Response>> m_inner;
    Table m_table;
    QString m_token; ///< of the page that was asked for
    int m_restarts = 0;
    bool m_over = false;
};

/// /api and /apis, and where those are classic one call for each group version.
class DiscoveryJob : public QObject
{
    Q_OBJECT
public:
    DiscoveryJob(Wire& wire, std::shared_ptr<Ticket<Discovery>> ticket);
    void begin();

private:
    void onRoot(bool core, Result<decode::Groups> groups);
    void askResources();
    void onResources(size_t part, Result<QVector<ApiResource>> resources);
    void finishOne();
    void end(Result<Discovery> result);

    /// One group version and what it holds, in the order in which the server named them.
    struct Part {
        QString groupVersion; ///< empty: has all its resources already
        QVector<ApiResource> resources;
    };

    Wire& m_wire;
    std::shared_ptr<Ticket<Discovery>> m_ticket;
    QFutureWatcher<Result<Discovery>> m_outer;
    std::vector<std::function<void()>> m_cancel; ///< each call under way, or over
    std::optional<decode::Groups> m_core, m_named;
    std::vector<Part> m_parts;
    QStringList m_stale;
    int m_waiting = 0;
    bool m_over = false;
};

} // namespace kaptan::kube
