// What a name, a label or an amount may be; declared in tenancy.h, where they are needed first.
#include "app/core/quantity.h"
#include "app/kube/manifest/tenancy.h"

#include <QRegularExpression>

#include <cmath>

using namespace Qt::StringLiterals;

namespace kaptan::kube
{

namespace
{

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(ManifestNames)
};

InvalidInput problem(const QString& field, const QString& why, const QString& fix)
{
    return {field, why, fix};
}

QString shown(const QString& text)
{
    return text.left(60);
}

} // namespace

std::optional<InvalidInput> labelNameProblem(const QString& name)
{
    static const QRegularExpression form(u"^[a-z0-9]([-a-z0-9]*[a-z0-9])?\\z"_s);
    if (name.isEmpty())
        return problem(Tr::tr("Name"), Tr::tr("It has no name"), Tr::tr("Write one, such as shop."));
    if (name.size() > 63)
        return problem(Tr::tr("Name"), Tr::tr("The name is longer than 63 characters"),
                       Tr::tr("Write a shorter one."));
    if (!form.match(name).hasMatch())
        return problem(Tr::tr("Name"), Tr::tr("“%1” cannot be a name").arg(shown(name)),
                       Tr::tr("Use small letters a-z, digits and “-”, with a letter or digit at both ends."));
    return std::nullopt;
}

std::optional<InvalidInput> objectNameProblem(const QString& name)
{
    static const QRegularExpression form(
        u"^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*\\z"_s);
    if (name.isEmpty())
        return problem(Tr::tr("Name"), Tr::tr("It has no name"), Tr::tr("Write one, such as web."));
    if (name.size() > 253)
        return problem(Tr::tr("Name"), Tr::tr("The name is longer than 253 characters"),
                       Tr::tr("Write a shorter one."));
    if (!form.match(name).hasMatch())
        return problem(
            Tr::tr("Name"), Tr::tr("“%1” cannot be a name").arg(shown(name)),
            Tr::tr("Use small letters a-z, digits, “-” and “.”, with a letter or digit at both ends."));
    return std::nullopt;
}

std::optional<InvalidInput> labelKeyProblem(const QString& key)
{
    static const QRegularExpression form(u"^[A-Za-z0-9]([-A-Za-z0-9_.]*[A-Za-z0-9])?\\z"_s);
    const qsizetype slash = key.indexOf(u'/');
    const QString name = key.mid(slash + 1);
    const bool prefixGood = slash < 0 || !objectNameProblem(key.left(slash));
    if (prefixGood && name.size() <= 63 && form.match(name).hasMatch())
        return std::nullopt;
    return problem(Tr::tr("Label"), Tr::tr("“%1” cannot be the key of a label").arg(shown(key)),
                   Tr::tr("Use letters, digits, “-”, “_” and “.”, at most 63 of them; a domain and “/” may "
                          "stand before it."));
}

std::optional<InvalidInput> labelValueProblem(const QString& value)
{
    static const QRegularExpression form(u"^([A-Za-z0-9]([-A-Za-z0-9_.]*[A-Za-z0-9])?)?\\z"_s);
    if (value.size() <= 63 && form.match(value).hasMatch())
        return std::nullopt;
    return problem(Tr::tr("Label"), Tr::tr("“%1” cannot be the value of a label").arg(shown(value)),
                   Tr::tr("Use letters, digits, “-”, “_” and “.”, at most 63 of them."));
}

std::optional<InvalidInput> quantityProblem(const QString& text)
{
    static const QRegularExpression form(
        u"^[+-]?([0-9]+(\\.[0-9]*)?|\\.[0-9]+)(n|u|m|k|M|G|T|P|E|Ki|Mi|Gi|Ti|Pi|Ei|[eE][+-]?[0-9]+)?\\z"_s);
    const QString trimmed = text.trimmed();
    if (!form.match(trimmed).hasMatch())
        return problem(Tr::tr("Amount"), Tr::tr("“%1” is not an amount").arg(shown(text)),
                       Tr::tr("Write a number with its unit: 250m of a CPU, 128Mi of memory, 10 pods."));
    if (trimmed.startsWith(u'-'))
        return problem(Tr::tr("Amount"), Tr::tr("“%1” is less than nothing").arg(shown(text)),
                       Tr::tr("Write a number from 0 on."));
    return std::nullopt;
}

} // namespace kaptan::kube
