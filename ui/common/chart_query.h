#pragma once

#include "app/chart/chart.h"
#include "app/history/database.h"
#include "app/history/queries.h"

/// What a workload's or node's charts show, without widgets. Any thread.
namespace kaptan::ui
{

struct ChartQuestion {
    history::Subject subject; ///< of a node: its key is nodeSubject()
    qint64 from = 0, to = 0;  ///< seconds since 1970
    int points = 600;
    bool compare = false; ///< with the time before, of the same length
};

/// In the language and the colours of the moment.
struct SubjectWords {
    QString cpu, memory, network, disk, diskUsed, replicas, restarts;
    QString received, sent, read, written;
    QString deployed, scaled; ///< %1 what, %2 by whom
    QColor good, bad, plain;
};

/// One chart of those that belong together.
struct SubjectChart {
    QString id; ///< "cpu", "memory", "network", "disk", "disk-used", "replicas", "restarts"
    chart::Spec spec;
    QVector<chart::Series> before; ///< moved to here
};

/// Out of curves, wherever they come from; charts without a point are left out.
QVector<SubjectChart> chartsOf(const QVector<history::Curve>& now, const QVector<history::Curve>& before,
                               const QVector<chart::Marker>& markers, const ChartQuestion& question,
                               const SubjectWords& words);

/// Of the history, with what happened in that time. In a reader's thread.
Result<QVector<SubjectChart>> subjectCharts(history::Database& database, const ChartQuestion& question,
                                            const SubjectWords& words);

/// What was deployed and scaled then.
Result<QVector<chart::Marker>> chartMarkers(history::Database& database, const ChartQuestion& question,
                                            const SubjectWords& words);

} // namespace kaptan::ui
