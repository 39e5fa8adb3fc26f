#pragma once

#include "app/core/result.h"

#include <QStringList>
#include <QVector>

namespace kaptan::cli
{

/// An object, or all of a kind, as somebody typed it.
struct TargetWord {
    QString kind;
    QString name; ///< empty: all of the kind
    bool operator==(const TargetWord&) const = default;
};

/// Whether a kind alone may be named, and several kinds ("pods,services").
enum class TargetForm { KindsOrObjects, Objects };

/// "KIND NAME...", "KIND/NAME...", and with KindsOrObjects "KIND[,KIND...]". The forms are not mixed. An
/// error of usage says which word is wrong.
Result<QVector<TargetWord>> readTargets(const QStringList& words, TargetForm form);

} // namespace kaptan::cli
