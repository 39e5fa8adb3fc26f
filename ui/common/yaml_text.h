#pragma once

#include "app/core/result.h"

#include <QByteArray>
#include <QString>

namespace kaptan::ui
{

/// What of an object is left out when it is shown.
struct YamlOptions {
    bool hideManagedFields = true; ///< metadata.managedFields: bookkeeping, often longer than the rest
    bool hideSecretData =
        true; ///< the values of a Secret's data and stringData, and what gives them away; keys stay
};

/// An object that came as JSON, written as YAML for reading, keys by their name. Only for showing: hidden
/// values are stars. `json` has to be an object or an array.
Result<QString> yamlText(const QByteArray& json, const YamlOptions& options = {});

} // namespace kaptan::ui
