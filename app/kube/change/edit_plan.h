#pragma once

#include <QJsonObject>
#include <QString>
#include <QStringList>
#include <QVector>

namespace kaptan::kube
{

/// The name under which everything that Kaptan applies is kept in managedFields. Never changes.
inline constexpr QLatin1String fieldManager("kaptan");

/// A field that somebody else manages.
struct HeldField {
    QString field;        ///< ".spec.template.spec.containers[name=\"web\"].image", as the server writes it
    QStringList managers; ///< untrusted
    bool operator==(const HeldField&) const = default;
};

/// A live object as an operator edits it: without what the server keeps (status, managedFields, uid,
/// resourceVersion, generation, creationTimestamp, selfLink, the annotation of kubectl's last apply).
QJsonObject editable(const QJsonObject& live);

/// An object of a file as it can be applied: without what would stop it where it was copied from a cluster
/// (managedFields, uid, resourceVersion and the like, the annotation of kubectl's last apply).
QJsonObject applicable(const QJsonObject& written);

/// How an edit of a live object becomes a server-side apply that takes over no more than the user touched.
struct EditPlan {
    /// What is applied: identity, what this manager applied before (as edited), and every field that was
    /// changed or added. Items of lists that merge carry their keys; other lists are whole.
    QJsonObject applied;
    /// Removed by the user, but others manage them too: leaving them out of an apply does not remove them.
    /// They need a replacement of the object (PUT with its resourceVersion), which takes them from their
    /// managers.
    QVector<HeldField> held;
    bool changesNothing = false;

    bool needsReplace() const { return !held.isEmpty(); }
};

/// `live` with managedFields, as the server sent it when the edit began; `edited` as parsed from the user's
/// text. Which lists merge and by which keys is read from managedFields (FieldsV1,
/// https://kubernetes.io/docs/reference/using-api/server-side-apply/). Without any, every field counts as
/// held by "before-first-apply", as the server then calls it, and lists are whole but for those whose items
/// have a `name`. Removing what nobody manages (a default) changes nothing.
EditPlan planEdit(const QJsonObject& live, const QJsonObject& edited, const QString& manager = fieldManager);

/// `edited` as the body of a replacement of `live` (PUT): what the server keeps is as it is there, and its
/// resourceVersion is the condition.
QJsonObject replacement(const QJsonObject& live, const QJsonObject& edited);

/// `edited` against `base`, carried over to `newer`: somebody changed the object meanwhile. `clashes` names
/// the fields (paths) that both changed differently; there the user's value is in `merged`, which is
/// editable(). With their managedFields the lists that merge are known; else items with a `name` are told
/// apart by it.
struct Rebase {
    QJsonObject merged;
    QStringList clashes;
};

Rebase rebase(const QJsonObject& base, const QJsonObject& edited, const QJsonObject& newer);

} // namespace kaptan::kube
