#include "ui/manifest/secret_diff.h"

#include "app/kube/change/edit_plan.h"
#include "app/kube/manifest/yaml_edit.h"
#include "ui/common/secret_text.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace kaptan::ui
{

namespace
{

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(SecretDiff)
};

bool isSecret(const QJsonObject& object)
{
    return object.value("kind"_L1).toString() == "Secret"_L1 &&
           object.value("apiVersion"_L1).toString() == "v1"_L1;
}

/// Hides the values of one map in both; what differs stays different.
void hideValues(QJsonObject& before, QJsonObject& after, const QString& key)
{
    QJsonObject a = before.value(key).toObject(), b = after.value(key).toObject();
    const QString stars = u"***"_s;
    QJsonObject hiddenA, hiddenB;
    for (auto it = a.begin(); it != a.end(); ++it) {
        const bool changed = b.contains(it.key()) && b.value(it.key()) != it.value();
        //: stands for a hidden value: as it is now, as it would be
        hiddenA.insert(it.key(), changed ? stars + u' ' + Tr::tr("(before)") : stars);
    }
    for (auto it = b.begin(); it != b.end(); ++it) {
        const bool changed = a.contains(it.key()) && a.value(it.key()) != it.value();
        hiddenB.insert(it.key(), changed ? stars + u' ' + Tr::tr("(after)") : stars);
    }
    if (before.contains(key))
        before.insert(key, hiddenA);
    if (after.contains(key))
        after.insert(key, hiddenB);
}

QJsonObject hiddenAnnotations(const QJsonObject& secret)
{
    QJsonObject object = secret;
    QJsonObject metadata = object.value("metadata"_L1).toObject();
    if (metadata.contains("annotations"_L1)) {
        metadata.insert("annotations"_L1, safeAnnotations(secret));
        object.insert("metadata"_L1, metadata);
    }
    return object;
}

QString textOf(const QJsonObject& object)
{
    return object.isEmpty() ? QString() : kube::manifestText(object);
}

} // namespace

ObjectDiff objectDiff(const QJsonObject& live, const QJsonObject& wouldBe)
{
    const QJsonObject before = kube::editable(live), after = kube::editable(wouldBe);
    ObjectDiff diff;
    diff.texts = {live.isEmpty() ? QString() : textOf(before), textOf(after)};
    if (!isSecret(live) && !isSecret(wouldBe))
        return diff;
    diff.whole = diff.texts;
    QJsonObject a = hiddenAnnotations(before), b = hiddenAnnotations(after);
    for (const QString& key : {u"data"_s, u"stringData"_s})
        hideValues(a, b, key);
    diff.texts = {live.isEmpty() ? QString() : textOf(a), textOf(b)};
    return diff;
}

} // namespace kaptan::ui
