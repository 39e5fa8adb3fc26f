#include "app/docker/adapter/create_request.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace kaptan::docker
{

namespace
{

// Enums are kept as words: their numbers may change with the program, containers stay.
const QStringList restartWords{QStringLiteral("no"), QStringLiteral("on-failure"), QStringLiteral("always"),
                               QStringLiteral("unless-stopped")};
const QStringList mountWords{QStringLiteral("volume"), QStringLiteral("bind"), QStringLiteral("tmpfs")};
const QStringList checkWords{QStringLiteral("none"), QStringLiteral("command"), QStringLiteral("http"),
                             QStringLiteral("tcp")};

template <class Enum>
Enum enumOf(const QStringList& words, const QJsonValue& value)
{
    return Enum(qMax<qsizetype>(0, words.indexOf(value.toString())));
}

QStringList strings(const QJsonValue& value)
{
    QStringList all;
    for (const QJsonValue& item : value.toArray())
        all.append(item.toString());
    return all;
}

QJsonObject toJson(const workload::PortMapping& port)
{
    return {{QStringLiteral("ip"), port.hostIp},
            {QStringLiteral("host"), port.hostPort},
            {QStringLiteral("end"), port.hostPortEnd},
            {QStringLiteral("port"), port.containerPort},
            {QStringLiteral("protocol"), port.protocol}};
}

workload::PortMapping portOf(const QJsonObject& o)
{
    workload::PortMapping port;
    port.hostIp = o[u"ip"].toString();
    port.hostPort = quint16(o[u"host"].toInt());
    port.hostPortEnd = quint16(o[u"end"].toInt());
    port.containerPort = quint16(o[u"port"].toInt());
    port.protocol = o[u"protocol"].toString(QStringLiteral("tcp"));
    return port;
}

QJsonObject toJson(const workload::VolumeMount& mount)
{
    return {{QStringLiteral("kind"), mountWords.at(int(mount.kind))},
            {QStringLiteral("source"), mount.source},
            {QStringLiteral("target"), mount.target},
            {QStringLiteral("readOnly"), mount.readOnly}};
}

workload::VolumeMount mountOf(const QJsonObject& o)
{
    workload::VolumeMount mount;
    mount.kind = enumOf<workload::VolumeMount::Kind>(mountWords, o[u"kind"]);
    mount.source = o[u"source"].toString();
    mount.target = o[u"target"].toString();
    mount.readOnly = o[u"readOnly"].toBool();
    return mount;
}

QJsonObject toJson(const workload::HealthCheck& check)
{
    return {{QStringLiteral("kind"), checkWords.at(int(check.kind))},
            {QStringLiteral("command"), check.command},
            {QStringLiteral("port"), check.port},
            {QStringLiteral("path"), check.path},
            {QStringLiteral("interval"), check.intervalSeconds},
            {QStringLiteral("timeout"), check.timeoutSeconds},
            {QStringLiteral("retries"), check.retries},
            {QStringLiteral("startPeriod"), check.startPeriodSeconds}};
}

workload::HealthCheck checkOf(const QJsonObject& o)
{
    workload::HealthCheck check;
    check.kind = enumOf<workload::HealthCheck::Kind>(checkWords, o[u"kind"]);
    check.command = o[u"command"].toString();
    check.port = quint16(o[u"port"].toInt());
    check.path = o[u"path"].toString(check.path);
    check.intervalSeconds = o[u"interval"].toInt(check.intervalSeconds);
    check.timeoutSeconds = o[u"timeout"].toInt(check.timeoutSeconds);
    check.retries = o[u"retries"].toInt(check.retries);
    check.startPeriodSeconds = o[u"startPeriod"].toInt(check.startPeriodSeconds);
    return check;
}

} // namespace

QString encodeSpec(const workload::DeploySpec& spec, bool ownNetwork)
{
    QJsonArray environment, ports, volumes;
    for (const auto& entry : spec.environment)
        environment.append(entry.first);
    for (const workload::PortMapping& port : spec.ports)
        ports.append(toJson(port));
    for (const workload::VolumeMount& mount : spec.volumes)
        volumes.append(toJson(mount));
    QJsonObject userLabels;
    for (auto it = spec.labels.cbegin(); it != spec.labels.cend(); ++it)
        userLabels.insert(it.key(), it.value());
    const QJsonObject o{
        {QStringLiteral("name"), spec.name},
        {QStringLiteral("image"), spec.image},
        {QStringLiteral("command"), QJsonArray::fromStringList(spec.command)},
        {QStringLiteral("entrypoint"), QJsonArray::fromStringList(spec.entrypoint)},
        {QStringLiteral("environment"), environment},
        {QStringLiteral("ports"), ports},
        {QStringLiteral("volumes"), volumes},
        {QStringLiteral("cpu"), spec.cpuMillicores},
        {QStringLiteral("memory"), spec.memoryBytes},
        {QStringLiteral("restart"), restartWords.at(int(spec.restartPolicy))},
        {QStringLiteral("restartMaxRetries"), spec.restartMaxRetries},
        {QStringLiteral("healthCheck"), toJson(spec.healthCheck)},
        {QStringLiteral("network"), spec.network},
        {QStringLiteral("ownNetwork"), ownNetwork},
        {QStringLiteral("labels"), userLabels},
        {QStringLiteral("workingDir"), spec.workingDir},
        {QStringLiteral("user"), spec.user},
    };
    return QString::fromUtf8(QJsonDocument(o).toJson(QJsonDocument::Compact));
}

Result<KeptSpec> decodeSpec(const QString& json)
{
    QJsonParseError error;
    const QJsonObject o = QJsonDocument::fromJson(json.toUtf8(), &error).object();
    if (o.isEmpty())
        return failure(ParseError{QStringLiteral("label io.kaptan.spec"), QStringLiteral("the container"),
                                  error.errorString(), error.offset});
    KeptSpec kept;
    workload::DeploySpec& spec = kept.spec;
    spec.name = o[u"name"].toString();
    spec.image = o[u"image"].toString();
    spec.command = strings(o[u"command"]);
    spec.entrypoint = strings(o[u"entrypoint"]);
    for (const QJsonValue& name : o[u"environment"].toArray())
        spec.environment.append({name.toString(), QString()});
    for (const QJsonValue& port : o[u"ports"].toArray())
        spec.ports.append(portOf(port.toObject()));
    for (const QJsonValue& mount : o[u"volumes"].toArray())
        spec.volumes.append(mountOf(mount.toObject()));
    spec.cpuMillicores = o[u"cpu"].toInteger();
    spec.memoryBytes = o[u"memory"].toInteger();
    spec.restartPolicy = enumOf<workload::RestartPolicy>(restartWords, o[u"restart"]);
    spec.restartMaxRetries = o[u"restartMaxRetries"].toInt();
    spec.healthCheck = checkOf(o[u"healthCheck"].toObject());
    spec.network = o[u"network"].toString();
    const QJsonObject userLabels = o[u"labels"].toObject();
    for (auto it = userLabels.begin(); it != userLabels.end(); ++it)
        spec.labels.insert(it.key(), it.value().toString());
    spec.workingDir = o[u"workingDir"].toString();
    spec.user = o[u"user"].toString();
    kept.ownNetwork = o[u"ownNetwork"].toBool();
    return kept;
}

} // namespace kaptan::docker
