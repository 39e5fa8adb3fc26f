#include "app/cli/object_reader.h"

#include "app/core/when_done.h"
#include "app/kube/api/kube_error.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace kaptan::cli
{

namespace
{

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Cli)
};

constexpr auto reading = QT_TRANSLATE_NOOP("Operation", "read");
constexpr auto listing = QT_TRANSLATE_NOOP("Operation", "list");

Result<QJsonObject> objectOf(const QByteArray& body, const QString& where)
{
    QJsonParseError wrong;
    const QJsonDocument document = QJsonDocument::fromJson(body, &wrong);
    if (!document.isObject())
        return failure(ParseError{Tr::tr("answer"), where, wrong.errorString(), wrong.offset});
    return document.object();
}

/// A list under way; deletes itself at its end.
class ListJob : public QObject
{
public:
    ListJob(kube::KubeApi& api, const kube::ApiResource& resource, const QString& nameSpace,
            const QString& selector, QObject* receiver,
            std::function<void(Result<QVector<QJsonObject>>)> done)
        : QObject(receiver), m_api(api), m_resource(resource), m_done(std::move(done))
    {
        m_list.path = resource.path(nameSpace);
        m_list.headers.emplaceBack("Accept", "application/json");
        m_subject = resource.qualifiedName() + (nameSpace.isEmpty() ? QString() : u' ' + nameSpace);
        if (!selector.isEmpty())
            net::addQuery(m_list.query, u"labelSelector"_s, selector);
        net::addQuery(m_list.query, u"limit"_s, u"500"_s);
    }

    void ask(const QString& token)
    {
        net::Request page = m_list;
        if (!token.isEmpty())
            net::addQuery(page.query, u"continue"_s, token);
        whenDone(m_api.call(page), this, [this, token](const Result<net::Response>& response) {
            if (!response && kube::isExpired(response.error()) && !token.isEmpty() && ++m_restarts <= 2) {
                m_objects.clear();
                return ask({});
            }
            if (!response)
                return end(failure(response.error()));
            take(response->body);
        });
    }

private:
    void take(const QByteArray& body)
    {
        const auto list = objectOf(body, kube::whereOf(m_list));
        if (!list)
            return end(failure(list.error()));
        for (const QJsonValue& value : list->value(u"items"_s).toArray()) {
            QJsonObject object = value.toObject();
            // The items of a list leave out what the list says.
            if (!object.contains(u"kind"_s)) {
                object.insert(u"kind"_s, m_resource.kind);
                object.insert(u"apiVersion"_s, m_resource.groupVersion());
            }
            m_objects.append(object);
        }
        const QString token = list->value(u"metadata"_s).toObject().value(u"continue"_s).toString();
        if (token.isEmpty())
            return end(std::move(m_objects));
        ask(token);
    }

    void end(Result<QVector<QJsonObject>> result)
    {
        if (!result)
            result.error().during(listing, m_subject);
        deleteLater();
        m_done(std::move(result));
    }

    kube::KubeApi& m_api;
    kube::ApiResource m_resource;
    net::Request m_list;
    QString m_subject;
    std::function<void(Result<QVector<QJsonObject>>)> m_done;
    QVector<QJsonObject> m_objects;
    int m_restarts = 0;
};

} // namespace

void readObject(kube::KubeApi& api, const kube::ApiResource& resource, const QString& nameSpace,
                const QString& name, QObject* receiver, std::function<void(Result<QJsonObject>)> done)
{
    const QString where = u"GET "_s + resource.path(nameSpace, name);
    whenDone(api.get(resource, nameSpace, name), receiver,
             [where, done = std::move(done)](const Result<QByteArray>& body) {
                 done(body ? objectOf(*body, where) : Result<QJsonObject>(failure(body.error())));
             });
}

void readObjects(kube::KubeApi& api, const kube::ApiResource& resource, const QString& nameSpace,
                 const QString& selector, QObject* receiver,
                 std::function<void(Result<QVector<QJsonObject>>)> done)
{
    (new ListJob(api, resource, nameSpace, selector, receiver, std::move(done)))->ask({});
}

QFuture<Result<kube::Table>> tableOfOne(kube::KubeApi& api, const kube::ApiResource& resource,
                                        const QString& nameSpace, const QString& name)
{
    net::Request request;
    request.path = resource.path(nameSpace, name);
    // As lists are asked for; a server that does not render sends the object.
    request.headers.emplaceBack("Accept", "application/json;as=Table;v=v1;g=meta.k8s.io,application/json");
    const QString where = kube::whereOf(request);
    const QString subject =
        resource.qualifiedName() + u' ' + (nameSpace.isEmpty() ? name : nameSpace + u'/' + name);
    return api.call(request).then([where, subject, name](const Result<net::Response>& response) {
        Result<kube::Table> table = response ? kube::decodeTable(response->body, where)
                                             : Result<kube::Table>(failure(response.error()));
        if (!table)
            table.error().during(reading, subject);
        return table;
    });
}

} // namespace kaptan::cli
