#include "app/kube/change/delete_preview.h"

#include "app/core/when_done.h"
#include "app/kube/api/kube_error.h"
#include "app/kube/change/selector.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QPointer>
#include <QPromise>
#include <QThreadPool>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace kaptan::kube
{

namespace
{

constexpr auto metadataOnly = "application/json;as=PartialObjectMetadataList;g=meta.k8s.io;v=v1,"
                              "application/json";
constexpr int pageSize = 500;

struct Page {
    QVector<QJsonObject> objects;
    QString next;
    qsizetype remaining = 0;
};

QFuture<Result<Page>> pageOf(KubeApi& api, const net::Request& request)
{
    return api.call(request).then(
        QThreadPool::globalInstance(), [](const Result<net::Response>& response) -> Result<Page> {
            if (!response)
                return failure(response.error());
            const QJsonObject list = QJsonDocument::fromJson(response->body).object();
            const QJsonObject meta = list.value("metadata"_L1).toObject();
            Page page;
            page.next = meta.value("continue"_L1).toString();
            page.remaining = meta.value("remainingItemCount"_L1).toInt();
            const QJsonArray items = list.value("items"_L1).toArray();
            page.objects.reserve(items.size());
            for (const QJsonValue& item : items)
                page.objects.append(item.toObject());
            return page;
        });
}

/// One look at the server; deletes itself, at the latest with the API.
class PreviewJob : public QObject
{
public:
    PreviewJob(KubeApi& api, std::shared_ptr<const Discovery> discovery, ApiResource resource,
               const QVector<DeleteRoot>& roots, const DeletePreviewLimits& limits)
        : m_api(&api), m_discovery(std::move(discovery)), m_resource(std::move(resource)), m_roots(roots),
          m_limits(limits)
    {
        m_promise.start();
        connect(&api, &QObject::destroyed, this, [this] { finish(); });
    }

    QFuture<Result<DeletePreview>> future() const { return m_promise.future(); }

    void begin(Clock& clock)
    {
        clock.callLater(m_limits.time, this, [this] { finish(); });
        ++m_calls; // until all were begun
        for (const DeleteRoot& root : std::as_const(m_roots)) {
            m_uids.insert(root.uid);
            if (!m_nameSpaces.contains(root.nameSpace))
                m_nameSpaces.append(root.nameSpace);
        }
        if (m_nameSpaces.size() > m_limits.nameSpaces) {
            m_nameSpaces.resize(m_limits.nameSpaces);
            m_cut = true;
        }
        // What those beyond hold, and what holds them, is not known.
        m_cut = m_cut || m_roots.size() > m_limits.roots;
        for (const DeleteRoot& root : m_roots.mid(0, m_limits.roots))
            readRoot(root);
        const QString kind = m_resource.qualifiedName();
        if (kind == "namespaces"_L1)
            lookThroughNameSpaces();
        else if (kind == "customresourcedefinitions.apiextensions.k8s.io"_L1)
            lookThroughKinds();
        else if (kind == "nodes"_L1)
            lookThroughNodes();
        else
            lookThroughOwned();
        done();
    }

private:
    struct Look {
        ApiResource resource;
        QString nameSpace;
        QString field; ///< selector
        bool whole = false;
        bool counts = false; ///< all of it goes: its number is enough
    };

    void readRoot(const DeleteRoot& root)
    {
        if (!m_api)
            return;
        ++m_calls;
        const QString kind = m_resource.qualifiedName();
        m_waiting.append(kind);
        whenDone(m_api->get(m_resource, root.nameSpace, root.name), this,
                 [this, kind](const Result<QByteArray>& body) {
                     m_waiting.removeOne(kind);
                     if (body)
                         m_read.append(QJsonDocument::fromJson(*body).object());
                     else if (!isNotFound(body.error())) // what is gone by now takes nothing along
                         unread(kind);
                     done();
                 });
    }

    void unread(const QString& kind)
    {
        if (!m_unread.contains(kind))
            m_unread.append(kind);
    }

    void lookThroughNameSpaces()
    {
        for (const DeleteRoot& root : m_roots.mid(0, m_limits.nameSpaces))
            for (const ApiResource& kind : m_discovery->resources)
                if (kind.namespaced && kind.can(u"list"_s) && kind.can(u"delete"_s) &&
                    kind.name != "events"_L1 && *m_discovery->find(kind.group, kind.name) == kind)
                    look({kind, root.name, {}, false, true});
        m_cut = m_cut || m_roots.size() > m_limits.nameSpaces;
    }

    void lookThroughKinds()
    {
        for (const DeleteRoot& root : m_roots.mid(0, m_limits.roots))
            // Its name is "<plural>.<group>", always.
            if (const ApiResource* kind =
                    m_discovery->find(root.name.section(u'.', 1), root.name.section(u'.', 0, 0)))
                look({*kind, {}, {}, false, true});
            else // its objects go too, though the server does not tell of them now
                unread(root.name);
    }

    void lookThroughNodes()
    {
        if (const ApiResource* pods = m_discovery->find(QString(), u"pods"_s))
            for (const DeleteRoot& root : m_roots.mid(0, m_limits.roots))
                look({*pods, {}, u"spec.nodeName="_s + root.name, false, true});
    }

    void lookThroughOwned()
    {
        const QStringList kinds = ownedKinds(m_resource);
        for (const QString& nameSpace : std::as_const(m_nameSpaces)) {
            for (const QString& kind : kinds)
                if (const ApiResource* known = m_discovery->find(kind); known && known->can(u"list"_s))
                    look({*known, nameSpace, {}, false, false});
            const ApiResource* services = m_discovery->find(QString(), u"services"_s);
            if (services && (kinds.contains(u"pods"_s) || m_resource.qualifiedName() == "pods"_L1))
                look({*services, nameSpace, {}, true, false});
        }
    }

    void look(const Look& what, const QString& token = {}, int page = 1)
    {
        const QString kind = what.resource.qualifiedName();
        if (!m_api) {
            unread(kind);
            return;
        }
        ++m_calls;
        if (page == 1)
            m_waiting.append(kind); // once for each look: several may be of one kind
        if (!m_asked.contains(kind))
            m_asked.append(kind);
        net::Request request;
        request.path = what.resource.path(what.nameSpace);
        request.headers = {{"Accept", what.whole ? "application/json" : metadataOnly}};
        net::addQuery(request.query, u"limit"_s, QString::number(pageSize));
        if (!what.field.isEmpty())
            net::addQuery(request.query, u"fieldSelector"_s, what.field);
        if (!token.isEmpty())
            net::addQuery(request.query, u"continue"_s, token);
        whenDone(pageOf(*m_api, request), this, [this, what, page, kind](const Result<Page>& got) {
            if (got)
                take(what, *got, page);
            else
                unread(kind);
            if (!got || got->next.isEmpty() || what.counts || what.whole || page >= m_limits.pages)
                m_waiting.removeOne(kind);
            done();
        });
    }

    void take(const Look& what, const Page& got, int page)
    {
        if (what.whole) {
            m_services += got.objects;
            if (!got.next.isEmpty())
                unread(what.resource.qualifiedName());
            return;
        }
        if (what.counts) {
            if (got.objects.isEmpty())
                return;
            QVector<MetaObject> some;
            for (const QJsonObject& object : got.objects)
                some.append(metaObjectOf(what.resource, object));
            DeletePreview::Group group = grouped(some).first();
            group.count += got.remaining;
            group.atLeast = got.remaining == 0 && !got.next.isEmpty();
            const auto same = std::find_if(m_counted.begin(), m_counted.end(),
                                           [&](const auto& one) { return one.resource == group.resource; });
            if (same == m_counted.end()) {
                m_counted.append(group);
                return;
            }
            same->count += group.count;
            same->atLeast = same->atLeast || group.atLeast;
            same->names = (same->names + group.names).mid(0, kNamesKept);
            return;
        }
        for (const QJsonObject& object : got.objects)
            m_all.append(metaObjectOf(what.resource, object));
        if (got.next.isEmpty())
            return;
        if (page < m_limits.pages)
            look(what, got.next, page + 1);
        else
            unread(what.resource.qualifiedName());
    }

    void done()
    {
        if (--m_calls == 0)
            finish();
    }

    /// Services whose selector finds a pod that goes, and claims that are left.
    QVector<MetaObject> staying(const QVector<MetaObject>& goes) const
    {
        QVector<MetaObject> stays;
        QVector<MetaObject> pods;
        for (const MetaObject& one : goes)
            if (one.resource.kind == "Pod"_L1)
                pods.append(one);
        QSet<QString> gone = m_uids;
        for (const MetaObject& one : goes)
            gone.insert(one.uid);
        QStringList claims;
        for (const QJsonObject& root : m_read) {
            const MetaObject meta = metaObjectOf(m_resource, root);
            if (m_resource.kind == "Pod"_L1)
                pods.append(meta);
            for (const QString& claim : claimsOf(root))
                claims.append(meta.nameSpace + u'/' + claim);
            for (const MetaObject& one : m_all)
                if (one.resource.kind == "PersistentVolumeClaim"_L1 && one.nameSpace == meta.nameSpace &&
                    isClaimOf(one.name, root))
                    claims.append(one.nameSpace + u'/' + one.name);
        }
        for (const QJsonObject& service : m_services) {
            const MetaObject meta = metaObjectOf(resourceOf(u"services"_s), service);
            const QJsonObject wanted = service.value("spec"_L1).toObject().value("selector"_L1).toObject();
            if (!gone.contains(meta.uid) && !wanted.isEmpty() &&
                std::any_of(pods.cbegin(), pods.cend(), [&](const MetaObject& pod) {
                    return pod.nameSpace == meta.nameSpace &&
                           selects({{u"matchLabels"_s, wanted}}, pod.labels);
                }))
                stays.append(meta);
        }
        claims.removeDuplicates();
        for (const QString& claim : std::as_const(claims)) {
            MetaObject one;
            one.resource = resourceOf(u"persistentvolumeclaims"_s);
            one.nameSpace = claim.section(u'/', 0, 0);
            one.name = claim.section(u'/', 1);
            const bool goesToo = std::any_of(goes.cbegin(), goes.cend(), [&one](const MetaObject& other) {
                return other.resource.kind == one.resource.kind && other.nameSpace == one.nameSpace &&
                       other.name == one.name;
            });
            if (!goesToo)
                stays.append(one);
        }
        return stays;
    }

    ApiResource resourceOf(const QString& name) const
    {
        const ApiResource* found = m_discovery->find(QString(), name);
        return found ? *found : ApiResource();
    }

    void finish()
    {
        if (m_over)
            return;
        m_over = true;
        for (const QString& kind : std::as_const(m_waiting))
            unread(kind);
        if (m_cut)
            unread(m_resource.qualifiedName());
        DeletePreview preview;
        preview.unread = m_unread;
        const QVector<MetaObject> goes = goesAlong(m_all, m_uids);
        preview.goes = m_counted + grouped(goes);
        preview.stays = grouped(staying(goes));
        // As they were asked for, owners before what they own: answers come in any order.
        for (auto* groups : {&preview.goes, &preview.stays})
            std::stable_sort(groups->begin(), groups->end(), [this](const auto& a, const auto& b) {
                return m_asked.indexOf(a.resource.qualifiedName()) <
                       m_asked.indexOf(b.resource.qualifiedName());
            });
        for (const QJsonObject& root : std::as_const(m_read))
            preview.holds += holdsOf(m_resource, root);
        for (const MetaObject& one : goes)
            for (const QString& finalizer : one.finalizers)
                if (preview.holds.size() < kNamesKept)
                    preview.holds.append({one.nameSpace + u'/' + one.name, finalizer,
                                          finalizerWords(finalizer), one.deleting});
        m_promise.addResult(preview);
        m_promise.finish();
        deleteLater();
    }

    QPointer<KubeApi> m_api;
    std::shared_ptr<const Discovery> m_discovery;
    ApiResource m_resource;
    QVector<DeleteRoot> m_roots;
    DeletePreviewLimits m_limits;
    QPromise<Result<DeletePreview>> m_promise;
    QSet<QString> m_uids;
    QStringList m_nameSpaces;
    QVector<QJsonObject> m_read, m_services;
    QVector<MetaObject> m_all;
    QVector<DeletePreview::Group> m_counted;
    QStringList m_asked, m_waiting, m_unread; ///< kinds
    int m_calls = 0;
    bool m_cut = false, m_over = false;
};

} // namespace

QFuture<Result<DeletePreview>> previewDelete(KubeApi& api, std::shared_ptr<const Discovery> discovery,
                                             const ApiResource& resource, const QVector<DeleteRoot>& roots,
                                             Clock& clock, const DeletePreviewLimits& limits)
{
    auto* job = new PreviewJob(api, std::move(discovery), resource, roots, limits);
    const auto future = job->future();
    job->begin(clock);
    return future;
}

} // namespace kaptan::kube
