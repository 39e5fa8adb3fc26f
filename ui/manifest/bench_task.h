#pragma once

#include "app/kube/api/resource.h"
#include "app/kube/change/drafts.h"
#include "app/kube/manifest/manifest.h"

#include <optional>

namespace kaptan::ui
{

/// What is worked on in a workbench.
struct BenchTask {
    enum class Kind {
        Edit, ///< of one live object
        New,  ///< object, from a template
        Apply ///< of a text with any number of objects
    };
    Kind kind = Kind::Apply;
    QString title; ///< "Deployment shop/web", "3 files of shop"; untrusted
    QString text;
    std::optional<kube::ApiResource> resource; ///< of Edit
    QString nameSpace, name;                   ///< of Edit; of New and Apply: where objects without one go
    QJsonObject base;                          ///< of Edit: the live object as it was read
    QString draftId;                           ///< of a draft that is opened again; empty: none yet
    bool applying = false;                     ///< an apply of the draft was broken off
};

/// One object of the text, and what it is on this cluster.
struct BenchObject {
    kube::ManifestObject manifest;
    std::optional<kube::ApiResource> resource; ///< none: the cluster lacks the kind
    QString nameSpace;                         ///< where it goes; empty: its kind has none
    QJsonObject base;                          ///< the live object when the edit began, where it is this one
};

/// Finds the kinds of the objects; `task` tells base and namespace.
QVector<BenchObject> resolveObjects(const QVector<kube::ManifestObject>& objects, const BenchTask& task,
                                    const kube::Discovery& discovery, const QString& nameSpace);

/// Null where the server lacks it.
const kube::ApiResource* resourceOf(const kube::Discovery& discovery, const QString& apiVersion,
                                    const QString& kind);

/// A new text that makes `object` (as parsed) into `wanted`, with its comments; whole where that cannot be.
QString carriedText(const QString& text, int document, const QJsonObject& object, const QJsonObject& wanted);

kube::Draft draftOf(const BenchTask& task, const QString& connectionId);
/// The draft as a task again. `discovery` may be null: the kind is then only known by name.
BenchTask taskOf(const kube::Draft& draft, const kube::Discovery* discovery);

} // namespace kaptan::ui
