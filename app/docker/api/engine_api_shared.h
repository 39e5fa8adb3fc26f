#pragma once

#include "app/docker/api/engine_api.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <mutex>

/// What the sources of EngineApi share.
namespace kaptan::docker
{

struct EngineApi::Shared {
    mutable std::mutex mutex;
    std::shared_ptr<const EngineInfo> info;
};

/// `filters` as JSON in the query; nothing where there are none.
void addFilters(net::Request& request, const Filters& filters);
void addJson(net::Request& request, const QJsonObject& body);

inline void addFlag(net::Request& request, const char* name, bool value)
{
    if (value)
        net::addQuery(request.query, QString::fromLatin1(name), QStringLiteral("1"));
}

} // namespace kaptan::docker
