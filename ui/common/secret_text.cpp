#include "ui/common/secret_text.h"

#include <QStringList>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace kaptan::ui
{

namespace
{

/// Shorter ones ("1", "yes") are found by chance in anything.
constexpr qsizetype shortestValue = 4;

QStringList valuesOf(const QJsonObject& secret)
{
    QStringList values;
    const auto add = [&values](const QString& value) {
        if (const QString bare = value.trimmed(); bare.size() >= shortestValue)
            values.append(bare);
    };
    for (const QJsonValue& value : secret.value("data"_L1).toObject()) {
        const QByteArray encoded = value.toString().toLatin1();
        add(QString::fromLatin1(encoded));
        add(QString::fromUtf8(QByteArray::fromBase64(encoded)));
    }
    for (const QJsonValue& value : secret.value("stringData"_L1).toObject()) {
        add(value.toString());
        add(QString::fromLatin1(value.toString().toUtf8().toBase64()));
    }
    return values;
}

bool givesAway(const QString& text, const QStringList& values)
{
    const QString bare = text.trimmed();
    if (bare.startsWith(u'{') || bare.startsWith(u'['))
        return true;
    return std::any_of(values.cbegin(), values.cend(),
                       [&text](const QString& value) { return text.contains(value); });
}

} // namespace

QJsonObject safeAnnotations(const QJsonObject& secret)
{
    QJsonObject annotations = secret.value("metadata"_L1)["annotations"_L1].toObject();
    const QStringList values = valuesOf(secret);
    for (auto it = annotations.begin(); it != annotations.end(); ++it)
        if (it.key() == "kubectl.kubernetes.io/last-applied-configuration"_L1 || !it.value().isString() ||
            givesAway(it.value().toString(), values))
            it.value() = u"***"_s;
    return annotations;
}

} // namespace kaptan::ui
