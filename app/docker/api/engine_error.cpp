#include "app/docker/api/engine_error.h"

#include "app/json/json_reader.h"

namespace kaptan::docker
{

namespace
{

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(EngineError)
};

constexpr qsizetype keptBody = 2000;

/// {"message"} of Docker, {"cause", "message", "response"} of Podman, {"errors": [...]} of nobody here.
QString engineWords(const QByteArray& body)
{
    if (!body.trimmed().startsWith('{'))
        return {};
    const Result<QString> words =
        json::read(body, json::Shape::Object, {}, {}, [](const json::Value& root) -> Result<QString> {
            const QString message = root["message"].string();
            return message.isEmpty() ? root["cause"].string() : message;
        });
    return words.value_or(QString());
}

bool says(const Error& error, const char* words)
{
    const auto* engine = error.as<EngineError>();
    return engine && engine->engineMessage.contains(QLatin1String(words), Qt::CaseInsensitive);
}

/// Podman answers 500 to what is the caller's mistake, so there only the words tell.
bool podmanSays(const Error& error, const char* words)
{
    return error.httpStatus() == 500 && says(error, words);
}

} // namespace

Error engineError(const net::Response& response, const QString& where)
{
    return engineError(response.status, response.header("Content-Type"), response.body, where);
}

Error engineError(int status, const QByteArray& contentType, const QByteArray& body, const QString& where)
{
    const QString words = engineWords(body);
    const bool html = contentType.contains("html") || body.trimmed().startsWith('<');
    const QByteArray plain = body.trimmed();
    const bool lacking = (status == 404 && (words == QLatin1String("page not found") ||
                                            plain == "Not Found" || plain == "404 page not found")) ||
                         (status == 405 && !html) || (status == 501 && !html);
    if (lacking)
        return Error(
            NotAllowed{NotAllowed::Kind::Unsupported, where, Tr::tr("this engine does not know the call")});
    if (!words.isEmpty())
        return Error(EngineError{status, words, where});
    if (!html && !plain.isEmpty() && contentType.startsWith("text/plain"))
        return Error(EngineError{status, QString::fromUtf8(plain.left(keptBody)), where});
    return Error(HttpError{status, where, QString::fromUtf8(body.left(keptBody))});
}

bool isNotFound(const Error& error)
{
    return error.httpStatus() == 404 || podmanSays(error, "no such container") ||
           podmanSays(error, "no such network") || podmanSays(error, "no such volume") ||
           podmanSays(error, "network not found");
}

bool isNameConflict(const Error& error)
{
    const bool status = error.httpStatus() == 409 || error.httpStatus() == 500;
    return status &&
           (says(error, "already in use") || says(error, "already exists") || says(error, "already used"));
}

bool isWrongState(const Error& error)
{
    return (error.httpStatus() == 409 && !isNameConflict(error)) ||
           podmanSays(error, "container state improper") || podmanSays(error, "is already paused") ||
           podmanSays(error, "is not paused") || podmanSays(error, "is not running");
}

bool isConflict(const Error& error)
{
    return error.httpStatus() == 409 || isNameConflict(error) || isWrongState(error);
}

bool isNoSuchImage(const Error& error)
{
    return (error.httpStatus() == 404 || error.httpStatus() == 500) &&
           (says(error, "no such image") || says(error, "image not known"));
}

bool isUnsupported(const Error& error)
{
    const auto* denied = error.as<NotAllowed>();
    return denied && denied->kind == NotAllowed::Kind::Unsupported;
}

} // namespace kaptan::docker
