#include "app/kube/api/kube_api.h"

#include "app/kube/api/jobs.h"
#include "app/kube/api/kube_error.h"
#include "app/kube/api/kube_stream.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace kaptan::kube
{

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace
{

QByteArray compact(const QJsonObject& object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

net::Request requestFor(const QByteArray& method, const QString& path)
{
    net::Request request;
    request.method = method;
    request.path = path;
    if (method != "GET")
        request.headers.emplaceBack("Accept", "application/json");
    return request;
}

/// "pods shop/web-1", for sentences.
QString subjectOf(const ApiResource& resource, const QString& nameSpace, const QString& name = {})
{
    QStringList parts{nameSpace, name};
    parts.removeAll(QString());
    return parts.isEmpty() ? resource.qualifiedName() : resource.qualifiedName() + u' ' + parts.join(u'/');
}

QLatin1String wordOf(KubeApi::Propagation propagation)
{
    switch (propagation) {
    case KubeApi::Propagation::Foreground:
        return QLatin1String("Foreground");
    case KubeApi::Propagation::Orphan:
        return QLatin1String("Orphan");
    case KubeApi::Propagation::Background:
        break;
    }
    return QLatin1String("Background");
}

Result<QByteArray> bodyOf(const net::Response& response, const QString&)
{
    return response.body;
}

void addOptions(net::Request& request, const WriteOptions& options)
{
    if (!options.manager.isEmpty())
        net::addQuery(request.query, u"fieldManager"_s, options.manager);
    if (options.dryRun)
        net::addQuery(request.query, u"dryRun"_s, u"All"_s);
    if (options.force)
        net::addQuery(request.query, u"force"_s, u"true"_s);
    net::addQuery(request.query, u"fieldValidation"_s, options.strict ? u"Strict"_s : u"Warn"_s);
}

Result<ApplyAnswer> writeAnswer(const net::Response& response, const QString&)
{
    return ApplyAnswer{response.body, response.status == 201, warnings(response.headers)};
}

/// Runs a flow in the wire's thread; dropped, and so kept as Cancelled, when the wire goes first.
template <class T, class Job, class... Args>
QFuture<Result<T>> start(Wire& wire, Args... args)
{
    auto ticket = std::make_shared<Ticket<T>>();
    auto future = ticket->future();
    QMetaObject::invokeMethod(
        &wire, [&wire, ticket, args...] { (new Job(wire, args..., ticket))->begin(); }, Qt::QueuedConnection);
    return future;
}

} // namespace

KubeApi::KubeApi(net::Endpoint endpoint, std::unique_ptr<Credentials> credentials, Clock& clock)
    : m_wire(std::make_unique<Wire>(std::move(endpoint), std::move(credentials), clock))
{
    m_wire->setParent(this); // moves with us
    connect(m_wire.get(), &Wire::warned, this, &KubeApi::warned);
}

KubeApi::~KubeApi()
{
    m_wire.reset();
}

const net::Endpoint& KubeApi::endpoint() const
{
    return m_wire->endpoint();
}

QFuture<Result<net::Response>> KubeApi::call(const net::Request& request)
{
    const QFuture<Result<net::Response>> sent = m_wire->send(request);
    const auto outer =
        QFuture<Result<net::Response>>(sent).then([where = whereOf(request)](Result<net::Response> response) {
            return checked(std::move(response), where);
        });
    cancelWith(m_wire.get(), outer, sent);
    return outer;
}

std::unique_ptr<net::Stream> KubeApi::open(const net::Request& request)
{
    return std::make_unique<KubeStream>(*m_wire, request);
}

void KubeApi::retryIdentity()
{
    QMetaObject::invokeMethod(
        m_wire.get(), [wire = m_wire.get()] { wire->credentials().retry(); }, Qt::QueuedConnection);
}

QFuture<Result<ServerVersion>> KubeApi::version()
{
    return typedCall<ServerVersion>(*m_wire, requestFor("GET", u"/version"_s),
                                    {QT_TRANSLATE_NOOP("Operation", "connect to the cluster"), {}},
                                    [](const net::Response& response, const QString& where) {
                                        return decode::version(response.body, where);
                                    });
}

QFuture<Result<Discovery>> KubeApi::discover()
{
    return start<Discovery, DiscoveryJob>(*m_wire);
}

QFuture<Result<QByteArray>> KubeApi::get(const ApiResource& resource, const QString& nameSpace,
                                         const QString& name)
{
    return typedCall<QByteArray>(
        *m_wire, requestFor("GET", resource.path(nameSpace, name)),
        {QT_TRANSLATE_NOOP("Operation", "read"), subjectOf(resource, nameSpace, name)}, bodyOf);
}

QFuture<Result<Table>> KubeApi::table(const ApiResource& resource, const QString& nameSpace,
                                      const QString& selector)
{
    net::Request list = requestFor("GET", resource.path(nameSpace));
    if (!selector.isEmpty())
        net::addQuery(list.query, u"labelSelector"_s, selector);
    const Operation operation{QT_TRANSLATE_NOOP("Operation", "list"), subjectOf(resource, nameSpace)};
    return start<Table, TableJob>(*m_wire, list, operation);
}

QFuture<Result<void>> KubeApi::remove(const ApiResource& resource, const QString& nameSpace,
                                      const QString& name, const QString& uid, Propagation propagation,
                                      bool dryRun)
{
    net::Request request = requestFor("DELETE", resource.path(nameSpace, name));
    request.headers.emplaceBack("Content-Type", "application/json");
    QJsonObject options{{u"kind"_s, u"DeleteOptions"_s},
                        {u"apiVersion"_s, u"v1"_s},
                        {u"propagationPolicy"_s, wordOf(propagation)}};
    if (!uid.isEmpty())
        options.insert(u"preconditions"_s, QJsonObject{{u"uid"_s, uid}});
    if (dryRun)
        options.insert(u"dryRun"_s, QJsonArray{u"All"_s});
    request.body = compact(options);
    return voidCall(*m_wire, request,
                    {QT_TRANSLATE_NOOP("Operation", "delete"), subjectOf(resource, nameSpace, name)});
}

QFuture<Result<QByteArray>> KubeApi::patch(const ApiResource& resource, const QString& nameSpace,
                                           const QString& name, const QByteArray& contentType,
                                           const QByteArray& body, const QString& subresource)
{
    net::Request request = requestFor("PATCH", resource.path(nameSpace, name, subresource));
    request.headers.emplaceBack("Content-Type", contentType);
    request.body = body;
    return typedCall<QByteArray>(
        *m_wire, request, {QT_TRANSLATE_NOOP("Operation", "change"), subjectOf(resource, nameSpace, name)},
        bodyOf);
}

QFuture<Result<ApplyAnswer>> KubeApi::apply(const ApiResource& resource, const QString& nameSpace,
                                            const QString& name, const QByteArray& object,
                                            const WriteOptions& options)
{
    net::Request request = requestFor("PATCH", resource.path(nameSpace, name));
    addOptions(request, options);
    request.headers.emplaceBack("Content-Type", "application/apply-patch+yaml"); // JSON is YAML
    request.idempotent = true; // the same again changes nothing
    request.body = object;
    return typedCall<ApplyAnswer>(
        *m_wire, request, {QT_TRANSLATE_NOOP("Operation", "apply"), subjectOf(resource, nameSpace, name)},
        writeAnswer);
}

QFuture<Result<ApplyAnswer>> KubeApi::create(const ApiResource& resource, const QString& nameSpace,
                                             const QByteArray& object, const WriteOptions& options)
{
    net::Request request = requestFor("POST", resource.path(nameSpace));
    addOptions(request, options);
    request.headers.emplaceBack("Content-Type", "application/json");
    request.body = object;
    return typedCall<ApplyAnswer>(*m_wire, request,
                                  {QT_TRANSLATE_NOOP("Operation", "create"), subjectOf(resource, nameSpace)},
                                  writeAnswer);
}

QFuture<Result<ApplyAnswer>> KubeApi::replace(const ApiResource& resource, const QString& nameSpace,
                                              const QString& name, const QByteArray& object,
                                              const WriteOptions& options)
{
    net::Request request = requestFor("PUT", resource.path(nameSpace, name));
    addOptions(request, options);
    request.headers.emplaceBack("Content-Type", "application/json");
    request.body = object;
    return typedCall<ApplyAnswer>(
        *m_wire, request, {QT_TRANSLATE_NOOP("Operation", "change"), subjectOf(resource, nameSpace, name)},
        writeAnswer);
}

QFuture<Result<void>> KubeApi::scale(const ApiResource& resource, const QString& nameSpace,
                                     const QString& name, int replicas)
{
    net::Request request = requestFor("PATCH", resource.path(nameSpace, name, u"scale"_s));
    request.headers.emplaceBack("Content-Type", "application/merge-patch+json");
    request.body = compact({{u"spec"_s, QJsonObject{{u"replicas"_s, replicas}}}});
    return voidCall(*m_wire, request,
                    {QT_TRANSLATE_NOOP("Operation", "scale"), subjectOf(resource, nameSpace, name)});
}

QFuture<Result<Access>> KubeApi::access(const QString& verb, const ApiResource& resource,
                                        const QString& nameSpace, const QString& name,
                                        const QString& subresource)
{
    QJsonObject attributes{{u"verb"_s, verb}, {u"group"_s, resource.group}, {u"resource"_s, resource.name}};
    if (resource.namespaced && !nameSpace.isEmpty())
        attributes.insert(u"namespace"_s, nameSpace);
    if (!name.isEmpty())
        attributes.insert(u"name"_s, name);
    if (!subresource.isEmpty())
        attributes.insert(u"subresource"_s, subresource);
    net::Request request = requestFor("POST", u"/apis/authorization.k8s.io/v1/selfsubjectaccessreviews"_s);
    request.idempotent = true; // it only asks
    request.body = compact({{u"kind"_s, u"SelfSubjectAccessReview"_s},
                            {u"apiVersion"_s, u"authorization.k8s.io/v1"_s},
                            {u"spec"_s, QJsonObject{{u"resourceAttributes"_s, attributes}}}});
    return typedCall<Access>(
        *m_wire, request,
        {QT_TRANSLATE_NOOP("Operation", "ask for the permissions on"), subjectOf(resource, nameSpace, name)},
        [](const net::Response& response, const QString& where) {
            return decode::access(response.body, where);
        });
}

QFuture<Result<AccessRules>> KubeApi::rules(const QString& nameSpace)
{
    const QString where = nameSpace.isEmpty() ? u"default"_s : nameSpace; // the server insists on one
    net::Request request = requestFor("POST", u"/apis/authorization.k8s.io/v1/selfsubjectrulesreviews"_s);
    request.idempotent = true;
    request.body = compact({{u"kind"_s, u"SelfSubjectRulesReview"_s},
                            {u"apiVersion"_s, u"authorization.k8s.io/v1"_s},
                            {u"spec"_s, QJsonObject{{u"namespace"_s, where}}}});
    return typedCall<AccessRules>(
        *m_wire, request, {QT_TRANSLATE_NOOP("Operation", "ask for the permissions in the namespace"), where},
        [](const net::Response& response, const QString& call) {
            return decode::rules(response.body, call);
        });
}

QFuture<Result<QVector<MetricsItem>>> KubeApi::metrics(const QString& what, const QString& nameSpace)
{
    const ApiResource resource{u"metrics.k8s.io"_s, u"v1beta1"_s, what, {}, {},
                               what == u"pods"_s,   {},           {},   {}, {}};
    return typedCall<QVector<MetricsItem>>(*m_wire, requestFor("GET", resource.path(nameSpace)),
                                           {QT_TRANSLATE_NOOP("Operation", "read the usage of"), what},
                                           [](const net::Response& response, const QString& where) {
                                               return decode::metrics(response.body, where);
                                           });
}

QFuture<Result<QVector<SummaryItem>>> KubeApi::summary(const QString& node)
{
    return typedCall<QVector<SummaryItem>>(
        *m_wire, requestFor("GET", u"/api/v1/nodes/"_s + node + u"/proxy/stats/summary"_s),
        {QT_TRANSLATE_NOOP("Operation", "read the usage of"), node},
        [](const net::Response& response, const QString& where) {
            return decode::summary(response.body, where);
        });
}

net::Request podLogRequest(const QString& nameSpace, const QString& pod, const PodLogOptions& options)
{
    net::Request request =
        requestFor("GET", u"/api/v1/namespaces/"_s + nameSpace + u"/pods/"_s + pod + u"/log"_s);
    const auto add = [&request](QLatin1String name, const QString& value) {
        net::addQuery(request.query, name, value);
    };
    if (!options.container.isEmpty())
        add(QLatin1String("container"), options.container);
    if (options.follow)
        add(QLatin1String("follow"), u"true"_s);
    if (options.timestamps)
        add(QLatin1String("timestamps"), u"true"_s);
    if (options.previous)
        add(QLatin1String("previous"), u"true"_s);
    if (options.tailLines >= 0)
        add(QLatin1String("tailLines"), QString::number(options.tailLines));
    if (options.sinceTime.isValid())
        add(QLatin1String("sinceTime"), options.sinceTime.toUTC().toString(Qt::ISODateWithMs));
    // The head comes with the first line: a quiet container keeps it back for as long as it is quiet.
    if (options.follow)
        request.timeout = 0ms;
    return request;
}

} // namespace kaptan::kube
