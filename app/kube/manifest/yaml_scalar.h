#pragma once

#include <QJsonValue>
#include <QString>
#include <QStringView>

/// What a scalar without quotes means. Within this room.
namespace kaptan::kube
{

struct ScalarMeaning {
    enum class Doubt {
        None,
        Truth,  ///< "yes", "on": a truth value in YAML 1.1, which kubectl reads, a string in YAML 1.2
        Octal,  ///< "0777": octal in YAML 1.1, decimal in YAML 1.2
        Number, ///< "1_000", "0b11": numbers in YAML 1.1 only
    };
    enum class Fault {
        None,
        TooLarge,  ///< a whole number that 64 bits with a sign cannot hold
        NotFinite, ///< ".inf", ".nan": JSON has none
    };
    QJsonValue value;
    Doubt doubt = Doubt::None;
    Fault fault = Fault::None;
};

/// As kubectl reads it (go-yaml 2): YAML 1.1's truth values and octal numbers, but no dates and no base 60.
ScalarMeaning plainScalar(const QString& text);

/// Control characters that no YAML may hold, and halves of a surrogate pair. Line breaks and tabs are none.
bool isForbidden(QStringView text, qsizetype at);

} // namespace kaptan::kube
