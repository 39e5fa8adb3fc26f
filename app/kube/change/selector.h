#pragma once

#include <QJsonObject>
#include <QString>

namespace kaptan::kube
{

/// Whether a label selector (matchLabels and matchExpressions) selects what has these labels. One that asks
/// for nothing selects all; one that cannot be read, nothing.
/// https://kubernetes.io/docs/reference/kubernetes-api/common-definitions/label-selector/
bool selects(const QJsonObject& selector, const QJsonObject& labels);

/// What is wrong with a label's key or value, a translated sentence; empty where nothing is.
/// https://kubernetes.io/docs/concepts/overview/working-with-objects/labels/#syntax-and-character-set
QString problemOfKey(const QString& key);
QString problemOfLabelValue(const QString& value);

} // namespace kaptan::kube
