#include "app/docker/api/call.h"

#include "app/json/json_reader.h"

namespace kaptan::docker
{

namespace
{

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(EngineAnswer)
};

} // namespace

QString whereOf(const net::Request& request)
{
    QString path = request.path;
    if (path.startsWith(u"/v") && path.size() > 2 && path[2].isDigit())
        path.remove(0, std::max<qsizetype>(path.indexOf(u'/', 1), 0));
    return QString::fromLatin1(request.method) + u' ' + path;
}

Result<net::Response> checked(Result<net::Response> response, const QString& where)
{
    if (!response)
        return response;
    const bool good = (response->status >= 200 && response->status < 300) || response->status == 304;
    if (!good)
        return failure(engineError(*response, where));
    // A web server or a login page in between answers 200 to everything.
    if (response->header("Content-Type").contains("text/html"))
        return failure(json::parseError(Tr::tr("answer"), where, "<", {}));
    return response;
}

} // namespace kaptan::docker
