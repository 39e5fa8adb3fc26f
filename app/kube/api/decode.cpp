#include "app/kube/api/decode.h"

#include "app/core/quantity.h"
#include "app/json/json_reader.h"

#include <cmath>

namespace kaptan::kube
{

namespace
{

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(KubeAnswer)
};

/// "*" stands for all.
bool names(const QStringList& list, const QString& word)
{
    return list.contains(QLatin1String("*")) || list.contains(word);
}

/// What is no quantity counts as nothing.
double amount(const json::Value& value)
{
    const double number = value.isString() ? quantity::number(value.string()) : double(value.integer());
    return std::isfinite(number) ? number : 0;
}

MetricsItem::Container usage(const QString& name, const json::Value& used)
{
    return {name, amount(used["cpu"]) * 1000, qint64(std::min(amount(used["memory"]), 9e18))};
}

/// The kubelet counts each interface; the default one stands beside the list.
void readNetwork(const json::Value& network, SummaryItem& item)
{
    item.networkRxBytes = network["rxBytes"].integer(-1);
    item.networkTxBytes = network["txBytes"].integer(-1);
    item.networkAt = network["time"].time();
}

/// Of a node or of a pod as a whole.
void readUse(const json::Value& thing, SummaryItem& item)
{
    if (const qint64 nanoCores = thing["cpu"]["usageNanoCores"].integer(-1); nanoCores >= 0)
        item.cpuMillicores = double(nanoCores) / 1e6;
    item.memoryBytes = thing["memory"]["workingSetBytes"].integer(-1);
}

} // namespace

bool AccessRules::allows(const QString& verb, const QString& group, const QString& resource,
                         const QString& name) const
{
    return std::any_of(rules.begin(), rules.end(), [&](const Rule& rule) {
        const QString parent = resource.section(u'/', 1);
        const bool named = names(rule.resources, resource) ||
                           (!parent.isEmpty() && rule.resources.contains(QLatin1String("*/") + parent));
        return named && names(rule.verbs, verb) && names(rule.groups, group) &&
               (rule.resourceNames.isEmpty() || (!name.isEmpty() && rule.resourceNames.contains(name)));
    });
}

namespace decode
{

Result<Access> access(const QByteArray& body, const QString& where)
{
    const QString what = Tr::tr("review of permissions");
    return json::read(body, json::Shape::Object, what, where, [&](const json::Value& root) -> Result<Access> {
        if (!root["status"].isObject())
            return failure(json::shapeError(what, where));
        return Access{root["status"]["allowed"].boolean(), root["status"]["reason"].string()};
    });
}

Result<AccessRules> rules(const QByteArray& body, const QString& where)
{
    const QString what = Tr::tr("review of permissions");
    return json::read(
        body, json::Shape::Object, what, where, [&](const json::Value& root) -> Result<AccessRules> {
            const json::Value status = root["status"];
            if (!status.isObject())
                return failure(json::shapeError(what, where));
            AccessRules rules;
            rules.incomplete = status["incomplete"].boolean();
            status["resourceRules"].forEach([&rules](const json::Value& rule) {
                rules.rules.append({rule["verbs"].strings(), rule["apiGroups"].strings(),
                                    rule["resources"].strings(), rule["resourceNames"].strings()});
            });
            return rules;
        });
}

Result<QVector<MetricsItem>> metrics(const QByteArray& body, const QString& where)
{
    const QString what = Tr::tr("list of usage");
    return json::read(
        body, json::Shape::Object, what, where, [&](const json::Value& root) -> Result<QVector<MetricsItem>> {
            if (!root["items"].isArray() && !root["kind"].view().ends_with("MetricsList"))
                return failure(json::shapeError(what, where));
            QVector<MetricsItem> items;
            items.reserve(root["items"].size());
            root["items"].forEach([&items](const json::Value& value) {
                MetricsItem item;
                item.nameSpace = value["metadata"]["namespace"].string();
                item.name = value["metadata"]["name"].string();
                item.at = value["timestamp"].time();
                if (value["usage"].isObject())
                    item.containers.append(usage({}, value["usage"]));
                value["containers"].forEach([&item](const json::Value& container) {
                    item.containers.append(usage(container["name"].string(), container["usage"]));
                });
                items.append(std::move(item));
            });
            return items;
        });
}

Result<QVector<SummaryItem>> summary(const QByteArray& body, const QString& where)
{
    const QString what = Tr::tr("summary of the node");
    return json::read(body, json::Shape::Object, what, where,
                      [&](const json::Value& root) -> Result<QVector<SummaryItem>> {
                          if (!root["node"].isObject())
                              return failure(json::shapeError(what, where));
                          QVector<SummaryItem> items;
                          SummaryItem node;
                          node.name = root["node"]["nodeName"].string();
                          readNetwork(root["node"]["network"], node);
                          node.diskUsedBytes = root["node"]["fs"]["usedBytes"].integer(-1);
                          readUse(root["node"], node);
                          items.append(node);
                          root["pods"].forEach([&items](const json::Value& pod) {
                              SummaryItem item;
                              item.nameSpace = pod["podRef"]["namespace"].string();
                              item.name = pod["podRef"]["name"].string();
                              readNetwork(pod["network"], item);
                              item.diskUsedBytes = pod["ephemeral-storage"]["usedBytes"].integer(-1);
                              readUse(pod, item);
                              items.append(item);
                          });
                          return items;
                      });
}

QString continueToken(const QByteArray& status)
{
    if (!status.trimmed().startsWith('{'))
        return {};
    return json::read(status, json::Shape::Object, {}, {},
                      [](const json::Value& root) -> Result<QString> {
                          return root["metadata"]["continue"].string();
                      })
        .value_or(QString());
}

} // namespace decode
} // namespace kaptan::kube
