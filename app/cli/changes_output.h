#pragma once

#include "app/cli/period.h"
#include "app/history/queries.h"

#include <QJsonObject>
#include <QVector>

#include <optional>
#include <variant>

namespace kaptan::cli
{

using ChangeCause = std::variant<history::Deployment, history::ScalingEvent, history::Revision>;

/// Something that somebody changed.
struct Change {
    ChangeCause cause;

    const history::Subject& subject() const;
    QDateTime at() const;
};

/// All of them, newest first, at most `most`.
QVector<Change> merged(const QVector<history::Deployment>& deployments,
                       const QVector<history::ScalingEvent>& scalings,
                       const QVector<history::Revision>& revisions, qsizetype most);

/// What history shows.
struct ChangesReport {
    history::ConnectionRecord connection;
    Period period;
    std::optional<history::Subject> workload; ///< none: all
    QVector<Change> changes;
    history::Statistics statistics;
    bool figuresOnly = false;
};

QString changesTable(const ChangesReport& report);
/// Stable keys, as those of statusJson().
QJsonObject changesJson(const ChangesReport& report);
QString changesCsv(const ChangesReport& report);

/// One deployment with the revision that it rolled out, where that is known.
QString deploymentText(const history::Deployment& deployment,
                       const std::optional<history::Revision>& revision);
QJsonObject deploymentJson(const history::Deployment& deployment,
                           const std::optional<history::Revision>& revision);
QString deploymentCsv(const history::Deployment& deployment);

} // namespace kaptan::cli
