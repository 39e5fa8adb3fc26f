// Ports and volumes of spec_text.h.
#include "ui/deployments/spec_text.h"

#include <QCoreApplication>
#include <QHostAddress>
#include <QRegularExpression>
#include <QSet>

namespace kaptan::ui::spec_text
{

using workload::PortMapping;
using workload::VolumeMount;

namespace
{

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(DeployForm)
};

QString quoted(const QString& text)
{
    QString shown = text.simplified();
    if (shown.size() > 40)
        shown = shown.left(39) + u'…';
    return shown;
}

tl::unexpected<Error> badPort(const QString& why, const QString& fix = {})
{
    return failure(InvalidInput{Tr::tr("Ports"), why,
                                fix.isEmpty() ? Tr::tr("Write HOST:CONTAINER, such as 8080:80.") : fix});
}

tl::unexpected<Error> badVolume(const QString& why, const QString& fix)
{
    return failure(InvalidInput{Tr::tr("Volumes"), why, fix});
}

tl::unexpected<Error> inLine(int line, const Error& error)
{
    if (const auto* invalid = error.as<InvalidInput>())
        return failure(
            InvalidInput{invalid->field, Tr::tr("Line %1: %2").arg(line).arg(invalid->why), invalid->fix});
    return failure(error);
}

/// "8000" or "8000-8010"; false where it is neither, or not from 1 to 65535.
bool readRange(const QString& text, int& first, int& last)
{
    static const QRegularExpression form(QStringLiteral("^([0-9]{1,5})(?:-([0-9]{1,5}))?\\z"));
    const auto match = form.match(text);
    if (!match.hasMatch())
        return false;
    first = match.captured(1).toInt();
    last = match.captured(2).isEmpty() ? first : match.captured(2).toInt();
    return first >= 1 && last >= first && last <= 65535;
}

} // namespace

Result<QVector<PortMapping>> parsePort(const QString& text)
{
    QString rest = text.trimmed();
    PortMapping port;
    if (const qsizetype slash = rest.indexOf(u'/'); slash >= 0) {
        port.protocol = rest.mid(slash + 1).toLower();
        rest = rest.left(slash);
        if (port.protocol != u"tcp" && port.protocol != u"udp" && port.protocol != u"sctp")
            return badPort(Tr::tr("“%1” is no protocol").arg(quoted(port.protocol)),
                           Tr::tr("Write /tcp, /udp or /sctp, or leave it out for TCP."));
    }
    const qsizetype colon = rest.lastIndexOf(u':');
    const QString container = rest.mid(colon + 1);
    QString host = colon < 0 ? QString() : rest.left(colon);
    // What is left of the host is [IP:]PORT; an IPv6 address stands in brackets.
    if (const qsizetype ipEnd = host.lastIndexOf(u':'); ipEnd >= 0) {
        QString ip = host.left(ipEnd);
        host = host.mid(ipEnd + 1);
        if (ip.startsWith(u'[') && ip.endsWith(u']'))
            ip = ip.mid(1, ip.size() - 2);
        if (QHostAddress(ip).isNull() || ip.count(u'.') == 1)
            return badPort(Tr::tr("“%1” is no address of this host").arg(quoted(ip)),
                           Tr::tr("Write an IP address before the port, such as 127.0.0.1:8080:80 or "
                                  "[::1]:8080:80."));
        port.hostIp = ip;
    }
    int firstInside = 0;
    int lastInside = 0;
    if (!readRange(container, firstInside, lastInside))
        return badPort(Tr::tr("“%1” is no port of the container").arg(quoted(container)),
                       Tr::tr("A port is a number from 1 to 65535, such as 8080:80."));
    int first = 0;
    int last = 0;
    if (!host.isEmpty() && !readRange(host, first, last))
        return badPort(Tr::tr("“%1” is no port of the host").arg(quoted(host)),
                       Tr::tr("A port is a number from 1 to 65535, a range is 8000-8010."));
    const int inside = lastInside - firstInside + 1;
    if (inside > 1 && !host.isEmpty() && last - first + 1 != inside)
        return badPort(Tr::tr("the two ranges are not of the same length"),
                       Tr::tr("Write as many host ports as container ports: 7000-7002:7000-7002."));
    QVector<PortMapping> all;
    for (int i = 0; i < inside; ++i) {
        port.containerPort = quint16(firstInside + i);
        port.hostPort = quint16(host.isEmpty() ? 0 : inside > 1 ? first + i : first);
        port.hostPortEnd = quint16(inside == 1 && last > first ? last : 0);
        all.append(port);
    }
    return all;
}

Result<QVector<PortMapping>> parsePorts(const QString& text)
{
    static const QRegularExpression blanks(QStringLiteral("[\\s,;]+"));
    QVector<PortMapping> all;
    QSet<QString> taken;
    const QStringList lines = text.split(u'\n');
    for (int i = 0; i < lines.size(); ++i) {
        for (const QString& word : lines.at(i).split(blanks, Qt::SkipEmptyParts)) {
            const auto ports = parsePort(word);
            if (!ports)
                return lines.size() > 1 ? inLine(i + 1, ports.error()) : failure(ports.error());
            for (const PortMapping& port : *ports) {
                const QString key =
                    QStringLiteral("%1 %2 %3").arg(port.hostIp).arg(port.hostPort).arg(port.protocol);
                if (port.hostPort != 0 && port.hostPortEnd == 0 && taken.contains(key))
                    return badPort(Tr::tr("the host port %1 is there twice").arg(port.hostPort),
                                   Tr::tr("Give each mapping a host port of its own."));
                taken.insert(key);
                all.append(port);
            }
        }
    }
    return all;
}

QString formatPort(const PortMapping& port)
{
    QString text;
    if (!port.hostIp.isEmpty())
        text += port.hostIp.contains(u':') ? QStringLiteral("[%1]:").arg(port.hostIp) : port.hostIp + u':';
    if (port.hostPort != 0) {
        text += QString::number(port.hostPort);
        if (port.hostPortEnd > port.hostPort)
            text += u'-' + QString::number(port.hostPortEnd);
    }
    if (!text.isEmpty())
        text += u':';
    text += QString::number(port.containerPort);
    if (port.protocol != u"tcp")
        text += u'/' + port.protocol;
    return text;
}

QString formatPorts(const QVector<PortMapping>& ports)
{
    QStringList lines;
    for (const PortMapping& port : ports)
        lines += formatPort(port);
    return lines.join(u'\n');
}

Result<VolumeMount> parseVolume(const QString& text)
{
    const QString fix =
        Tr::tr("Write NAME:/path, /folder/of/the/host:/path or tmpfs:/path, with :ro behind to read only.");
    QString rest = text.trimmed();
    VolumeMount mount;
    if (rest.endsWith(QLatin1String(":ro"))) {
        mount.readOnly = true;
        rest.chop(3);
    } else if (rest.endsWith(QLatin1String(":rw"))) {
        rest.chop(3);
    }
    const qsizetype colon = rest.indexOf(u':');
    if (colon < 0)
        return badVolume(Tr::tr("“%1” does not say where in the container").arg(quoted(rest)), fix);
    const QString source = rest.left(colon).trimmed();
    mount.target = rest.mid(colon + 1).trimmed();
    if (!mount.target.startsWith(u'/') || mount.target == u"/")
        return badVolume(Tr::tr("“%1” is no path in the container").arg(quoted(mount.target)),
                         Tr::tr("The path in the container begins with “/” and is not “/” itself."));
    if (mount.target.contains(u':'))
        return badVolume(Tr::tr("“%1” has too many parts").arg(quoted(text)), fix);
    if (source == u"tmpfs") {
        mount.kind = VolumeMount::Kind::Tmpfs;
        return mount;
    }
    static const QRegularExpression volumeName(QStringLiteral("^[A-Za-z0-9][A-Za-z0-9_.-]+\\z"));
    if (source.startsWith(u'/')) {
        mount.kind = VolumeMount::Kind::Bind;
    } else if (source.startsWith(u'.') || source.startsWith(u'~')) {
        return badVolume(Tr::tr("“%1” is no absolute path").arg(quoted(source)),
                         Tr::tr("A folder of the host is written from its root: /srv/www."));
    } else if (!volumeName.match(source).hasMatch()) {
        return badVolume(source.isEmpty() ? Tr::tr("the volume has no name")
                                          : Tr::tr("“%1” is no name of a volume").arg(quoted(source)),
                         Tr::tr("A volume's name has at least 2 of a–z, 0–9, “_”, “.” and “-”."));
    }
    mount.source = source;
    return mount;
}

Result<QVector<VolumeMount>> parseVolumes(const QString& text)
{
    QVector<VolumeMount> all;
    QSet<QString> targets;
    const QStringList lines = text.split(u'\n');
    for (int i = 0; i < lines.size(); ++i) {
        if (lines.at(i).trimmed().isEmpty())
            continue;
        const auto mount = parseVolume(lines.at(i));
        if (!mount)
            return lines.size() > 1 ? inLine(i + 1, mount.error()) : failure(mount.error());
        if (targets.contains(mount->target))
            return badVolume(Tr::tr("“%1” is mounted twice").arg(quoted(mount->target)),
                             Tr::tr("Give each volume a path of its own."));
        targets.insert(mount->target);
        all.append(*mount);
    }
    return all;
}

QString formatVolume(const VolumeMount& mount)
{
    const QString source = mount.kind == VolumeMount::Kind::Tmpfs ? QStringLiteral("tmpfs") : mount.source;
    return source + u':' + mount.target + (mount.readOnly ? QStringLiteral(":ro") : QString());
}

QString formatVolumes(const QVector<VolumeMount>& mounts)
{
    QStringList lines;
    for (const VolumeMount& mount : mounts)
        lines += formatVolume(mount);
    return lines.join(u'\n');
}

} // namespace kaptan::ui::spec_text
