#include "app/session/podman_config.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace kaptan::session
{

namespace
{

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Discovery)
};

constexpr QStringView destinations = u"engine.service_destinations.";

tl::unexpected<Error> badLine(int number, const QString& where)
{
    //: a part of "the %1 from %2 cannot be read"
    return failure(ParseError{Tr::tr("configuration"), where, Tr::tr("line %1").arg(number)});
}

/// "abc" with the usual escapes, or 'abc' as it is; nothing where it is no string.
std::optional<QString> tomlString(const QString& text)
{
    static const QRegularExpression basic(u"^\"((?:[^\"\\\\]|\\\\.)*)\"\\s*(?:#.*)?$"_s);
    static const QRegularExpression literal(u"^'([^']*)'\\s*(?:#.*)?$"_s);
    if (const auto match = literal.match(text); match.hasMatch())
        return match.captured(1);
    const auto match = basic.match(text);
    if (!match.hasMatch())
        return {};
    QString value = match.captured(1);
    value.replace(u"\\\""_s, u"\""_s).replace(u"\\\\"_s, u"\\"_s);
    return value;
}

/// The dotted name of a table without the quotes around its last part.
QString tableName(const QString& line)
{
    static const QRegularExpression table(u"^\\[\\s*([^\\]]+?)\\s*\\]\\s*(?:#.*)?$"_s);
    QString name = table.match(line).captured(1);
    if (name.startsWith(destinations)) {
        const QString last = name.mid(destinations.size());
        if (const auto unquoted = tomlString(last))
            name = destinations.toString() + *unquoted;
    }
    return name;
}

} // namespace

Result<PodmanDestinations> readContainersConf(const QByteArray& text, const QString& where)
{
    PodmanDestinations found;
    QString table;
    int number = 0;
    for (const QByteArray& raw : text.split('\n')) {
        ++number;
        const QString line = QString::fromUtf8(raw).trimmed();
        if (line.isEmpty() || line.startsWith(u'#'))
            continue;
        if (line.startsWith(u'[') && !line.startsWith(u"[["_s) && !line.contains(u'=')) {
            const QString name = tableName(line);
            // A line of a list that runs over several lines also begins so; only what we need has to parse.
            if (name.isEmpty() && line.contains(u"service_destinations"_s))
                return badLine(number, where);
            if (!name.isEmpty())
                table = name;
            if (table.startsWith(destinations) && table.size() > destinations.size())
                found.all.append({table.mid(destinations.size()), {}});
            continue;
        }
        const QString key = line.section(u'=', 0, 0).trimmed();
        const bool uri = table.startsWith(destinations) && key == u"uri"_s;
        const bool active = table == u"engine"_s && key == u"active_service"_s;
        if (!uri && !active)
            continue;
        const auto value = tomlString(line.section(u'=', 1).trimmed());
        if (!value)
            return badLine(number, where);
        if (active)
            found.active = *value;
        else
            found.all.last().uri = *value;
    }
    found.all.removeIf([](const PodmanDestination& one) { return one.uri.isEmpty(); });
    return found;
}

Result<PodmanDestinations> readPodmanConnections(const QByteArray& text, const QString& where)
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(text, &error);
    if (!document.isObject())
        return failure(ParseError{Tr::tr("configuration"), where, error.errorString(), error.offset});
    PodmanDestinations found;
    const QJsonObject part = document.object().value(u"Connection"_s).toObject();
    found.active = part.value(u"Default"_s).toString();
    const QJsonObject all = part.value(u"Connections"_s).toObject();
    for (auto it = all.begin(); it != all.end(); ++it) {
        const QString uri = it.value().toObject().value(u"URI"_s).toString();
        if (!uri.isEmpty())
            found.all.append({it.key(), uri});
    }
    return found;
}

} // namespace kaptan::session
