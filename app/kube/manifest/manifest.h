#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <QString>
#include <QVector>

/// Manifests: YAML (or JSON) as people keep it, with one or many objects.
/// https://kubernetes.io/docs/concepts/overview/working-with-objects/
namespace kaptan::kube
{

/// What is wrong in a text, or only unwise (a warning), at its place.
struct ManifestProblem {
    int line = 1;   ///< of the whole text, from 1
    int column = 1; ///< from 1, in characters
    QString why;    ///< translated, a sentence without its full stop
    QString fix;    ///< translated advice; may be empty
    bool warning = false;
};

/// One object of a manifest. An item of a `kind: List` is one of its own.
struct ManifestObject {
    qsizetype start = 0,
              length = 0; ///< of its document in the text, in UTF-16 units, without the "---" lines
    int line = 1;         ///< where it begins, from 1
    int document = 0;     ///< which document of the text, from 0
    QString apiVersion, kind, nameSpace, name, generateName;
    QJsonObject object; ///< aliases and merge keys resolved

    QString group() const;   ///< "apps"; empty: core
    QString version() const; ///< "v1"
    /// "Deployment shop/web", for sentences; untrusted.
    QString title() const;
};

struct ManifestLimits {
    qsizetype bytes = 64 * 1024 * 1024; ///< of the text
    int documents = 20'000;
    int depth = 64;
    qint64 nodes = 4'000'000; ///< after aliases: a small text can be a tree without end
};

struct Manifest {
    QVector<ManifestObject> objects;   ///< those that can be used, in the order of the text
    QVector<ManifestObject> unnamed;   ///< those that lack a name alone, which a form may give them
    QVector<ManifestProblem> problems; ///< in the order of the text
    bool hasErrors() const;
};

/// Reads a text with one or many documents. Never throws. Reported at their line: tabs in the indentation,
/// what is no YAML, keys that stand twice in a mapping (the server would silently take one), a document that
/// is no mapping, a missing apiVersion, kind or name, unknown aliases, limits that are broken. Empty
/// documents are skipped. YAML 1.2's core schema as kubectl reads it (YAML 1.1's "yes", "on" and the like are
/// strings only where quoted: a warning says what is meant).
Manifest parseManifest(const QString& text, const ManifestLimits& limits = {});

/// The order in which objects depend on each other, as indexes into `objects`: namespaces, CRDs, then quotas,
/// accounts, roles, configuration and claims, services, workloads, then autoscalers, ingresses and what is
/// unknown. Stable within a rank.
QVector<int> applyOrder(const QVector<ManifestObject>& objects);
/// The rank that applyOrder() sorts by. Objects of one rank do not wait for one another.
int applyRank(const ManifestObject& object);

} // namespace kaptan::kube
