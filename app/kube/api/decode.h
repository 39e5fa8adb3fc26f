#pragma once

#include "app/kube/api/kube_api.h"

/// From the bytes of an answer to what it says; for this room's own sources and their tests. `where` is the
/// call. ParseError where it says something else.
namespace kaptan::kube::decode
{

Result<ServerVersion> version(const QByteArray& body, const QString& where);

/// What one of /api and /apis says: resources, or the group versions whose resources have to be asked for.
struct Groups {
    Discovery discovery;
    QStringList groupVersions; ///< "apps/v1", the preferred one of each group first
};

/// By the Content-Type: aggregated (v2, v2beta1) or classic.
Result<Groups> groups(const net::Response& response, const QString& where);
/// An APIResourceList.
Result<QVector<ApiResource>> resources(const QByteArray& body, const QString& groupVersion,
                                       const QString& where);

/// A SelfSubjectAccessReview.
Result<Access> access(const QByteArray& body, const QString& where);
/// A SelfSubjectRulesReview.
Result<AccessRules> rules(const QByteArray& body, const QString& where);

/// A list of NodeMetrics or PodMetrics.
Result<QVector<MetricsItem>> metrics(const QByteArray& body, const QString& where);
Result<QVector<SummaryItem>> summary(const QByteArray& body, const QString& where);

/// The token with which an expired list goes on, out of the Status; empty where there is none.
QString continueToken(const QByteArray& status);

} // namespace kaptan::kube::decode
