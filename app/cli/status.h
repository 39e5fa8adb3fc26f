#pragma once

#include "app/cli/command.h"
#include "app/docker/api/system.h"
#include "app/session/session.h"
#include "app/workload/model.h"

#include <QJsonObject>

#include <optional>

namespace kaptan::cli
{

void describeStatus(QCommandLineParser& parser);
Result<Job*> startStatus(const QCommandLineParser& parser, const Context& context, QObject* parent);

/// What status shows, as it was when it was asked.
struct StatusReport {
    session::ConnectionSpec connection;
    std::optional<docker::EngineInfo> engine; ///< none of a cluster
    QString versionText;                      ///< "Kubernetes v1.36.2"
    QVector<workload::WorkloadPtr> workloads; ///< sorted by group and name
    QStringList notes;                        ///< what is missing in it, a sentence each
    QDateTime at;                             ///< UTC
};

QString statusTable(const StatusReport& report);
/// Stable keys: new ones may come, none goes or changes its meaning. Times are RFC 3339 in UTC, amounts in
/// bytes.
QJsonObject statusJson(const StatusReport& report);
/// Where there is no connection: {"connection", "state": "failed", "error"}.
QJsonObject statusJson(const session::ConnectionSpec& connection, const Error& error);

} // namespace kaptan::cli
