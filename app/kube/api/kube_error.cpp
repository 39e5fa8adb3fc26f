#include "app/kube/api/kube_error.h"

#include "app/json/json_reader.h"

#include <QRegularExpression>

namespace kaptan::kube
{

namespace
{

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(KubeAnswer)
};

constexpr qsizetype keptBody = 2000;

/// Servers tell a value of the wrong type as they hold it, "&value.valueUnstructured{Value:12345}": nobody
/// needs it, and in a Secret it is one. To the last brace: a value may hold some itself.
QString withoutValues(const QString& message)
{
    static const QRegularExpression held(QStringLiteral("got &?[\\w.]*\\{Value:.*\\}"),
                                         QRegularExpression::DotMatchesEverythingOption);
    return QString(message).replace(held, QStringLiteral("got a value of another type"));
}

/// "FieldValueInvalid: spec.replicas: must not be negative"; what is empty is left out.
QStringList causesOf(const json::Value& details)
{
    QStringList causes;
    details["causes"].forEach([&causes](const json::Value& cause) {
        QStringList parts{cause["reason"].string(), cause["field"].string(),
                          withoutValues(cause["message"].string())};
        parts.removeAll(QString());
        if (!parts.isEmpty() && causes.size() < 100)
            causes.append(parts.join(QStringLiteral(": ")));
    });
    return causes;
}

/// False where the body is no Status.
bool readStatus(const QByteArray& body, KubeError& error)
{
    if (!body.trimmed().startsWith('{'))
        return false;
    const Result<bool> read =
        json::read(body, json::Shape::Object, {}, {}, [&error](const json::Value& root) -> Result<bool> {
            if (root["kind"].view() != "Status")
                return false;
            error.code = int(root["code"].integer(error.code));
            error.reason = root["reason"].string();
            error.message = withoutValues(root["message"].string());
            error.causes = causesOf(root["details"]);
            error.retryAfterSeconds =
                int(root["details"]["retryAfterSeconds"].integer(error.retryAfterSeconds));
            return true;
        });
    return read.value_or(false);
}

} // namespace

Error kubeError(int status, const QByteArray& retryAfter, const QByteArray& body, const QString& where)
{
    KubeError error;
    error.code = status;
    error.where = where;
    error.retryAfterSeconds = retryAfter.toInt(); // a date reads as 0
    const QByteArray plain = body.trimmed();
    if (!readStatus(body, error) && !plain.startsWith('<') && !plain.startsWith('{'))
        error.message = QString::fromUtf8(plain.left(keptBody));
    return Error(std::move(error));
}

Error kubeError(const net::Response& response, const QString& where)
{
    return kubeError(response.status, response.header("Retry-After"), response.body, where);
}

Error statusError(const QByteArray& status, const QString& where)
{
    return kubeError(500, {}, status, where);
}

QVector<FieldConflict> conflictsOf(const Error& error)
{
    QVector<FieldConflict> conflicts;
    const auto* status = error.as<KubeError>();
    if (!status || status->code != 409)
        return conflicts;
    // "FieldManagerConflict: .spec.replicas: conflict with "kubectl" using apps/v1"; a field may hold
    // anything.
    const QLatin1String head("FieldManagerConflict: "), middle(": conflict with ");
    for (const QString& cause : status->causes) {
        const qsizetype at = cause.lastIndexOf(middle);
        if (!cause.startsWith(head) || at < head.size())
            continue;
        QString manager = cause.mid(at + middle.size());
        if (manager.startsWith(u'"'))
            manager = manager.mid(1, manager.indexOf(u'"', 1) - 1);
        conflicts.append({cause.mid(head.size(), at - head.size()), manager});
    }
    return conflicts;
}

QString whereOf(const net::Request& request)
{
    return QString::fromLatin1(request.method) + u' ' + request.path;
}

Result<net::Response> checked(Result<net::Response> response, const QString& where)
{
    if (!response)
        return response;
    const bool good = (response->status >= 200 && response->status < 300) || response->status == 304;
    if (!good)
        return failure(kubeError(*response, where));
    // A web server or a login page in between answers 200 to everything.
    if (response->header("Content-Type").contains("text/html"))
        return failure(json::parseError(Tr::tr("answer"), where, "<", {}));
    return response;
}

QStringList warnings(const net::Headers& headers)
{
    QStringList all;
    for (const auto& [name, value] : headers) {
        if (name.compare("Warning", Qt::CaseInsensitive) != 0)
            continue;
        QByteArray text;
        bool quoted = false;
        for (qsizetype i = 0; i < value.size() && all.size() < 100; ++i) {
            const char c = value[i];
            if (!quoted) {
                quoted = c == '"';
            } else if (c == '\\' && i + 1 < value.size()) {
                text += value[++i];
            } else if (c == '"') {
                quoted = false;
                // A date may follow, quoted too.
                if (!text.isEmpty() && !text.endsWith(" GMT"))
                    all.append(QString::fromUtf8(text));
                text.clear();
            } else {
                text += c;
            }
        }
    }
    return all;
}

bool isNotFound(const Error& error)
{
    return error.httpStatus() == 404;
}

bool isForbidden(const Error& error)
{
    return error.httpStatus() == 403;
}

bool isExpired(const Error& error)
{
    return error.httpStatus() == 410;
}

} // namespace kaptan::kube
