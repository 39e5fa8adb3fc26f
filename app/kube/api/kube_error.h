#pragma once

#include "app/core/result.h"
#include "app/net/http.h"

namespace kaptan::kube
{

/// The error of an answer with an error status: a Status, plain text, a web page. `where` is method and path.
Error kubeError(const net::Response& response, const QString& where);
/// The same of its parts, for answers that were read as a stream.
Error kubeError(int status, const QByteArray& retryAfter, const QByteArray& body, const QString& where);
/// Of a Status by itself: an ERROR event of a watch, an answer to an eviction.
Error statusError(const QByteArray& status, const QString& where);

/// A field of an apply that another manager owns.
struct FieldConflict {
    QString field;   ///< ".spec.replicas"
    QString manager; ///< "kubectl"; untrusted
    bool operator==(const FieldConflict&) const = default;
};

/// Of the error of a server-side apply; empty for every other one.
QVector<FieldConflict> conflictsOf(const Error& error);

/// "GET /api/v1/pods", for sentences.
QString whereOf(const net::Request& request);

/// A 2xx answer or 304, or the error in it.
Result<net::Response> checked(Result<net::Response> response, const QString& where);

/// The texts of Warning headers: `299 - "v1 Endpoints is deprecated"`, several with commas between them.
QStringList warnings(const net::Headers& headers);

/// The object is not there (any more).
bool isNotFound(const Error& error);
/// This user may not.
bool isForbidden(const Error& error);
/// The resource version or continue token is too old: list again.
bool isExpired(const Error& error);

} // namespace kaptan::kube
