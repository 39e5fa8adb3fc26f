#pragma once

#include "app/docker/api/container.h"

/// Networks: https://docs.docker.com/engine/api/v1.41/#tag/Network
namespace kaptan::docker
{

struct NetworkSummary {
    QString id;
    QString name; ///< Podman's default network "podman" is listed as "bridge"
    QString driver;
    QString scope;
    QDateTime created; ///< UTC
    bool internal = false;
    bool ipv6 = false;
    QStringList subnets;
    QStringList gateways;
    QHash<QString, QString> labels;
};

/// A container in a network, as GET /networks/{id} has it.
struct NetworkMember {
    QString containerId;
    QString name;
    QString ipv4Address; ///< without the prefix length
    QString macAddress;
};

struct NetworkDetails {
    NetworkSummary summary;
    QVector<NetworkMember> members;
};

struct NetworkCreateRequest {
    QString name;
    QString driver = QStringLiteral("bridge");
    bool internal = false;
    QHash<QString, QString> labels;
};

} // namespace kaptan::docker
