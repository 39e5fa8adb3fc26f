#pragma once

#include "app/kube/api/kube_api.h"
#include "app/kube/manifest/manifest.h"

#include <QHash>
#include <QSet>

#include <memory>
#include <optional>

/// What an apply of many objects decides; for this room's own sources.
namespace kaptan::kube
{

/// How many calls are under way: one more for each round that went well, half as many when the server asks to
/// slow down.
class ApplyWindow
{
public:
    explicit ApplyWindow(int most) : m_most(std::max(most, 1)), m_size(m_most) {}

    int size() const { return int(m_size); }

    void succeeded() { m_size = std::min(double(m_most), m_size + 1 / m_size); }

    void overloaded() { m_size = std::max(1.0, m_size / 2); }

private:
    int m_most;
    double m_size;
};

/// Which resource an object's kind is: as discovery says, or a CRD of the same run.
class KindTable
{
public:
    void take(const Discovery& discovery);
    /// The kinds that a CustomResourceDefinition (v1 or v1beta1) defines.
    static QVector<ApiResource> definedBy(const QJsonObject& definition);
    void take(const QVector<ApiResource>& resources);

    const ApiResource* find(const ManifestObject& object) const;

private:
    QHash<QString, ApiResource> m_kinds;
};

bool isDefinition(const ManifestObject& object);
bool isNamespace(const ManifestObject& object);

/// What to do with a call that failed.
enum class Retry {
    No,
    Soon, ///< what it needs is there in a moment
    Later ///< the server or the way to it has trouble: everything waits
};

/// `fresh`: its namespace or its kind was made by this run.
Retry retryOf(const Error& error, bool fresh);

} // namespace kaptan::kube
