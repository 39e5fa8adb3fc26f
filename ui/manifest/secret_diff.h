#pragma once

#include "ui/common/diff_view.h"

#include <QJsonObject>

#include <optional>

namespace kaptan::ui
{

/// Two states of one object as texts to be compared. Of a Secret the values are stars; where one differs, the
/// stars say so. `whole` has the values, of a Secret only.
struct ObjectDiff {
    DiffTexts texts;
    std::optional<DiffTexts> whole;
};

/// For a worker: may be megabytes. `live` may be empty.
ObjectDiff objectDiff(const QJsonObject& live, const QJsonObject& wouldBe);

} // namespace kaptan::ui
