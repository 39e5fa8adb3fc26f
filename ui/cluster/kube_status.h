#pragma once

#include "ui/common/format.h"

#include <QJsonObject>
#include <QVector>

/// What an object of a cluster says of itself, in words. Pure, no widgets; texts of the cluster stay as they
/// are, whoever shows them makes them safe.
namespace kaptan::ui
{

/// A word that Kubernetes puts into a column of states: "Running", "CrashLoopBackOff", "Bound",
/// "Ready,SchedulingDisabled". Unknown ones are neutral.
StateLook statusLook(const QString& word);

/// One condition, explained.
struct ConditionWords {
    QString type;  ///< "MemoryPressure"
    QString words; ///< translated, with the controller's own words behind
    QString since; ///< "3 h", empty where it does not say
    Tone tone = Tone::Neutral;
    QString icon;
};

/// Of status.conditions, in their order.
QVector<ConditionWords> conditionWords(const QJsonObject& object);

/// "name: value" of a summary.
struct ObjectFact {
    QString id, name, value;
    bool mono = false;
};

/// What matters of the kind first, then what all have: owner, labels, annotations shortened. Values of a
/// Secret never; only how long they are.
QVector<ObjectFact> objectFacts(const QJsonObject& object);

/// The addresses of an Endpoints object: "10.1.2.3:8080 → web-1", the ones that are not ready marked.
QString endpointsText(const QJsonObject& endpoints);

} // namespace kaptan::ui
