#include "app/kube/api/kube_error.h"
#include "app/kube/change/drain.h"
#include "app/kube/change/selector.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QThreadPool>

using namespace Qt::StringLiterals;

/// What a drain reads of the cluster.
namespace kaptan::kube
{

namespace
{

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(KubeDrain)
};

/// The items of a list, read in the thread pool.
template <class T, class Read>
QFuture<Result<QVector<T>>> listed(KubeApi& api, const net::Request& request, const char* operation,
                                   const QString& subject, Read read)
{
    return api.call(request).then(
        QThreadPool::globalInstance(),
        [where = whereOf(request), operation, subject,
         read = std::move(read)](const Result<net::Response>& response) -> Result<QVector<T>> {
            if (!response) {
                Error error = response.error();
                return failure(error.during(operation, subject));
            }
            QJsonParseError wrong{};
            const QJsonDocument document = QJsonDocument::fromJson(response->body, &wrong);
            if (!document.isObject())
                return failure(ParseError{Tr::tr("list"), where, wrong.errorString(), wrong.offset});
            QVector<T> all;
            const QJsonArray items = document.object().value("items"_L1).toArray();
            all.reserve(items.size());
            for (const QJsonValue& item : items)
                all.append(read(item.toObject()));
            return all;
        });
}

} // namespace

QFuture<Result<QVector<DrainPod>>> podsOfNode(KubeApi& api, const QString& node)
{
    net::Request request;
    request.path = u"/api/v1/pods"_s;
    net::addQuery(request.query, u"fieldSelector"_s, u"spec.nodeName="_s + node);
    return listed<DrainPod>(api, request, QT_TRANSLATE_NOOP("Operation", "list the pods of the node"), node,
                            drainPodOf);
}

bool DisruptionBudget::covers(const DrainPod& pod) const
{
    if (pod.nameSpace != nameSpace)
        return false;
    const bool empty = selector.value("matchLabels"_L1).toObject().isEmpty() &&
                       selector.value("matchExpressions"_L1).toArray().isEmpty();
    return empty ? selectsAll : selects(selector, pod.labels);
}

QFuture<Result<QVector<DisruptionBudget>>> budgetsOf(KubeApi& api, const Discovery& discovery,
                                                     const QString& nameSpace)
{
    const ApiResource* kind = discovery.find(u"policy"_s, u"poddisruptionbudgets"_s);
    if (!kind)
        return readyFuture<QVector<DisruptionBudget>>(QVector<DisruptionBudget>());
    net::Request request;
    request.path = kind->path(nameSpace);
    return listed<DisruptionBudget>(
        api, request, QT_TRANSLATE_NOOP("Operation", "list the disruption budgets of the namespace"),
        nameSpace, [all = kind->version != "v1beta1"_L1](const QJsonObject& budget) {
            const QJsonObject meta = budget.value("metadata"_L1).toObject();
            const QJsonValue selector = budget.value("spec"_L1).toObject().value("selector"_L1);
            return DisruptionBudget{
                meta.value("namespace"_L1).toString(), meta.value("name"_L1).toString(), selector.toObject(),
                all && selector.isObject(),
                budget.value("status"_L1).toObject().value("disruptionsAllowed"_L1).toInt()};
        });
}

} // namespace kaptan::kube
