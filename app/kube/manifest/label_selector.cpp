#include "app/kube/manifest/label_selector.h"

#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace kaptan::kube
{

namespace
{

Labels readLabels(const QJsonObject& json)
{
    Labels labels;
    for (auto it = json.begin(); it != json.end(); ++it)
        if (it->isString())
            labels.insert(it.key(), it->toString());
    return labels;
}

} // namespace

LabelSelector LabelSelector::read(const QJsonObject& json)
{
    LabelSelector selector;
    selector.rest = json;
    if (const QJsonValue labels = json.value("matchLabels"_L1); labels.isObject()) {
        selector.labels = readLabels(labels.toObject());
        selector.rest.remove("matchLabels"_L1);
    }
    if (const QJsonValue needs = json.value("matchExpressions"_L1); needs.isArray()) {
        for (const QJsonValue& one : needs.toArray()) {
            Need need;
            need.rest = one.toObject();
            need.key = need.rest.take("key"_L1).toString();
            need.op = need.rest.take("operator"_L1).toString();
            for (const QJsonValue& value : need.rest.take("values"_L1).toArray())
                need.values.append(value.toString());
            selector.needs.append(need);
        }
        selector.rest.remove("matchExpressions"_L1);
    }
    return selector;
}

QJsonObject LabelSelector::toJson() const
{
    QJsonObject json = rest;
    if (!labels.isEmpty()) {
        QJsonObject all;
        for (auto it = labels.begin(); it != labels.end(); ++it)
            all.insert(it.key(), it.value());
        json.insert("matchLabels"_L1, all);
    }
    if (!needs.isEmpty()) {
        QJsonArray all;
        for (const Need& need : needs) {
            QJsonObject one = need.rest;
            one.insert("key"_L1, need.key);
            one.insert("operator"_L1, need.op);
            if (!need.values.isEmpty())
                one.insert("values"_L1, QJsonArray::fromStringList(need.values));
            all.append(one);
        }
        json.insert("matchExpressions"_L1, all);
    }
    return json;
}

bool LabelSelector::matches(const Labels& of) const
{
    for (auto it = labels.begin(); it != labels.end(); ++it) {
        const auto found = of.find(it.key());
        if (found == of.end() || *found != it.value())
            return false;
    }
    return std::all_of(needs.begin(), needs.end(), [&](const Need& need) {
        const auto found = of.find(need.key);
        const bool there = found != of.end();
        if (need.op == "In"_L1)
            return there && need.values.contains(*found);
        if (need.op == "NotIn"_L1)
            return !there || !need.values.contains(*found);
        if (need.op == "Exists"_L1)
            return there;
        return need.op == "DoesNotExist"_L1 && !there;
    });
}

QString LabelSelector::toText() const
{
    QStringList parts;
    if (!labels.isEmpty())
        parts << labelText(labels);
    for (const Need& need : needs) {
        if (need.op == "Exists"_L1)
            parts << need.key;
        else if (need.op == "DoesNotExist"_L1)
            parts << u'!' + need.key;
        else
            parts << u"%1 %2 (%3)"_s.arg(need.key, need.op == "NotIn"_L1 ? u"notin"_s : need.op.toLower(),
                                         need.values.join(u", "_s));
    }
    return parts.join(u", "_s);
}

Labels labelsOf(const QJsonObject& object)
{
    return readLabels(object.value("metadata"_L1).toObject().value("labels"_L1).toObject());
}

QString labelText(const Labels& labels)
{
    QStringList keys = labels.keys();
    keys.sort();
    for (QString& key : keys)
        key += u'=' + labels.value(key);
    return keys.join(u", "_s);
}

} // namespace kaptan::kube
