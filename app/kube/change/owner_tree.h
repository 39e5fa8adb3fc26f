#pragma once

#include "app/kube/api/resource.h"

#include <QJsonObject>
#include <QSet>
#include <QString>
#include <QStringList>
#include <QVector>

/// What a deletion takes along: no calls here. delete_preview.h asks the server.
/// https://kubernetes.io/docs/concepts/architecture/garbage-collection/
namespace kaptan::kube
{

/// An object by its metadata.
struct MetaObject {
    ApiResource resource;
    QString nameSpace, name, uid;
    QStringList owners; ///< uids
    QStringList finalizers;
    QJsonObject labels;
    bool deleting = false;
};

MetaObject metaObjectOf(const ApiResource& resource, const QJsonObject& object);

/// Of `all` those that the garbage collector removes when these are gone, transitively; in the order of
/// `all`, the roots themselves left out. What has an owner beside them stays.
QVector<MetaObject> goesAlong(const QVector<MetaObject>& all, const QSet<QString>& rootUids);

/// The kinds in which what an object of this kind owns is looked for: qualified names; empty where it owns
/// nothing. Of a kind that others defined, those that controllers usually make.
QStringList ownedKinds(const ApiResource& resource);

/// Who clears this finalizer and when, a translated clause; of an unknown one, whose name tells it.
QString finalizerWords(const QString& finalizer);

/// Names of claims that the pods of a workload (or a pod) use: they stay, with their data.
QStringList claimsOf(const QJsonObject& object);
/// Whether the claim was made of a template of this StatefulSet: "data-db-0".
bool isClaimOf(const QString& claim, const QJsonObject& statefulSet);

/// What is said of a deletion before it is done.
struct DeletePreview {
    struct Group {
        ApiResource resource;
        qsizetype count = 0;
        bool atLeast = false; ///< there may be more
        QStringList names;    ///< the first of them, "shop/web-1"; untrusted

        bool operator==(const Group&) const = default;
    };

    /// What holds an object in Terminating.
    struct Hold {
        QString object;        ///< "shop/data"; untrusted
        QString finalizer;     ///< untrusted; empty: `words` says it all
        QString words;         ///< finalizerWords(), or the server's own
        bool deleting = false; ///< is being deleted already, and waits for this now
    };

    QVector<Group> goes; ///< beside the objects themselves
    QVector<Group> stays;
    QVector<Hold> holds;
    QStringList unread; ///< kinds that could not be looked through: there may be more
};

inline constexpr qsizetype kNamesKept = 200;

/// Groups by kind, in the order in which they come.
QVector<DeletePreview::Group> grouped(const QVector<MetaObject>& objects);
/// What holds this object up, or will.
QVector<DeletePreview::Hold> holdsOf(const ApiResource& resource, const QJsonObject& object);

} // namespace kaptan::kube
