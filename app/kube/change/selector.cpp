#include "app/kube/change/selector.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace kaptan::kube
{

namespace
{

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(KubeLabels)
};

constexpr qsizetype mostLetters = 63;
constexpr qsizetype mostPrefix = 253;

bool isWord(const QString& text)
{
    static const QRegularExpression word(u"\\A[A-Za-z0-9]([A-Za-z0-9_.-]*[A-Za-z0-9])?\\z"_s);
    return word.match(text).hasMatch();
}

bool isDomain(const QString& text)
{
    static const QRegularExpression domain(
        u"\\A[a-z0-9]([a-z0-9-]*[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*\\z"_s);
    return text.size() <= mostPrefix && domain.match(text).hasMatch();
}

bool holds(const QJsonObject& expression, const QJsonObject& labels)
{
    const QString key = expression.value("key"_L1).toString();
    const QString how = expression.value("operator"_L1).toString();
    const bool has = labels.contains(key);
    const bool listed = has && expression.value("values"_L1).toArray().contains(labels.value(key));
    if (how == "In"_L1)
        return listed;
    if (how == "NotIn"_L1)
        return !listed;
    if (how == "Exists"_L1)
        return has;
    return how == "DoesNotExist"_L1 && !has;
}

} // namespace

bool selects(const QJsonObject& selector, const QJsonObject& labels)
{
    const QJsonObject wanted = selector.value("matchLabels"_L1).toObject();
    for (auto it = wanted.begin(); it != wanted.end(); ++it)
        if (!labels.contains(it.key()) || labels.value(it.key()) != it.value())
            return false;
    const QJsonArray expressions = selector.value("matchExpressions"_L1).toArray();
    for (const QJsonValue& expression : expressions)
        if (!holds(expression.toObject(), labels))
            return false;
    return true;
}

QString problemOfKey(const QString& key)
{
    if (key.isEmpty())
        return Tr::tr("A key is missing.");
    const qsizetype slash = key.indexOf(u'/');
    const QString name = key.mid(slash + 1);
    if (slash >= 0 && !isDomain(key.left(slash)))
        return Tr::tr(
            "What stands before the slash has to be a domain, in small letters: “example.com/tier”.");
    if (name.isEmpty())
        return Tr::tr("A name is missing behind the slash.");
    if (name.size() > mostLetters)
        return Tr::tr("A name has at most %1 letters.").arg(mostLetters);
    if (!isWord(name))
        return Tr::tr("A name has letters, digits, “-”, “_” and “.”, and begins and ends with a letter or "
                      "a digit.");
    return {};
}

QString problemOfLabelValue(const QString& value)
{
    if (value.size() > mostLetters)
        return Tr::tr("A value has at most %1 letters.").arg(mostLetters);
    if (!value.isEmpty() && !isWord(value))
        return Tr::tr("A value has letters, digits, “-”, “_” and “.”, and begins and ends with a letter or "
                      "a digit.");
    return {};
}

} // namespace kaptan::kube
