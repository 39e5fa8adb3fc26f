#pragma once

#include "app/kube/api/kube_api.h"

#include <QDateTime>
#include <QHash>
#include <QObject>

#include <functional>
#include <optional>

namespace kaptan::kube
{

/// Which resource versions objects had before an apply; for this room's own sources. One list of each kind
/// and namespace, without the objects' contents, costs far less than a call for each object: it is how a
/// change is told from an apply that changed nothing, since the server answers both alike. Others change
/// objects meanwhile (their status): whose last apply is older than asOf() was not changed by this one.
class FormerVersions : public QObject
{
    Q_OBJECT
public:
    static constexpr int kFewest = 3;    ///< objects that a list is worth
    static constexpr int kMostPages = 8; ///< of 500; who has more is asked for one by one

    FormerVersions(KubeApi& api, QObject* parent);

    /// Where objects will be applied; a name for each.
    void expect(const ApiResource& resource, const QString& nameSpace);
    /// Lists; calls `done` once. Lists that fail are as if they were not asked for.
    void learn(std::function<void()> done);

    /// The version; empty: it is not there; nothing: nobody knows.
    std::optional<QString> of(const ApiResource& resource, const QString& nameSpace,
                              const QString& name) const;

    /// The server's time before anything was applied, as far as it said so; to the second.
    QDateTime asOf() const { return m_asOf; }

    /// A single answer says it too.
    void noteTime(const net::Response& response);

private:
    struct Group {
        ApiResource resource;
        QString nameSpace;
        int objects = 0;
        int pages = 0;
        bool complete = false;
        QHash<QString, QString> versions;
    };

    struct Page {
        QHash<QString, QString> versions;
        QString next;
    };

    static QString keyOf(const ApiResource& resource, const QString& nameSpace);
    static Result<Page> read(const Result<net::Response>& response);
    void ask(const QString& key, const QString& next);
    void take(const QString& key, const Result<Page>& page);

    KubeApi& m_api;
    QHash<QString, Group> m_groups;
    std::function<void()> m_done;
    QDateTime m_asOf;
    int m_waiting = 0;
};

/// GET of the object's metadata alone.
net::Request metadataRequest(const ApiResource& resource, const QString& nameSpace, const QString& name);

/// What an object says of its last change.
struct ObjectMark {
    QString version;   ///< metadata.resourceVersion
    QDateTime applied; ///< when the manager's last apply changed anything; to the second
};

ObjectMark markOf(const QByteArray& object, const QString& manager);

} // namespace kaptan::kube
