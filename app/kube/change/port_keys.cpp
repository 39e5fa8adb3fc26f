#include "app/kube/change/port_keys.h"

#include <QJsonArray>
#include <QStringList>

#include <functional>

namespace kaptan::kube
{

using namespace Qt::StringLiterals;

namespace
{

using Change = std::function<QJsonValue(const QJsonValue&)>;

/// Changes what stands at a path; nothing where it leads nowhere.
QJsonObject changed(const QJsonObject& object, const QStringList& path, const Change& change)
{
    QJsonObject result = object;
    const auto it = result.find(path.first());
    if (it == result.end())
        return result;
    if (path.size() == 1)
        *it = change(*it);
    else if (it->isObject())
        *it = changed(it->toObject(), path.mid(1), change);
    return result;
}

/// Each object of a list, changed.
Change each(const std::function<QJsonObject(const QJsonObject&)>& change)
{
    return [change](const QJsonValue& value) -> QJsonValue {
        if (!value.isArray())
            return value;
        QJsonArray list = value.toArray();
        for (qsizetype i = 0; i < list.size(); ++i) {
            if (list.at(i).isObject())
                list.replace(i, change(list.at(i).toObject()));
        }
        return list;
    };
}

QJsonObject withProtocol(const QJsonObject& port)
{
    QJsonObject result = port;
    if (result.value(u"protocol"_s).isNull() || result.value(u"protocol"_s).isUndefined())
        result.insert(u"protocol"_s, u"TCP"_s);
    return result;
}

/// Where a kind keeps the spec of its pods; empty: it has none.
QStringList podSpecOf(const QString& kind)
{
    static const QStringList templates{u"Deployment"_s, u"StatefulSet"_s,           u"DaemonSet"_s,
                                       u"ReplicaSet"_s, u"ReplicationController"_s, u"Job"_s};
    if (kind == u"Pod"_s)
        return {u"spec"_s};
    if (kind == u"CronJob"_s)
        return {u"spec"_s, u"jobTemplate"_s, u"spec"_s, u"template"_s, u"spec"_s};
    if (kind == u"PodTemplate"_s)
        return {u"template"_s, u"spec"_s};
    return templates.contains(kind) ? QStringList{u"spec"_s, u"template"_s, u"spec"_s} : QStringList();
}

} // namespace

QJsonObject withPortKeys(const QJsonObject& object)
{
    const QString apiVersion = object.value(u"apiVersion"_s).toString();
    const QString kind = object.value(u"kind"_s).toString();
    if (apiVersion.section(u'/', 0, -2).contains(u'.'))
        return object; // not Kubernetes' own
    if (kind == u"Service"_s)
        return changed(object, {u"spec"_s, u"ports"_s}, each(withProtocol));
    const QStringList spec = podSpecOf(kind);
    if (spec.isEmpty())
        return object;
    const Change containers = each(
        [](const QJsonObject& container) { return changed(container, {u"ports"_s}, each(withProtocol)); });
    return changed(changed(object, spec + QStringList{u"containers"_s}, containers),
                   spec + QStringList{u"initContainers"_s}, containers);
}

} // namespace kaptan::kube
