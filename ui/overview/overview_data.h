#pragma once

#include "app/chart/chart.h"
#include "app/history/database.h"
#include "app/workload/model.h"

#include <QMap>
#include <QVector>

/// What the overview says, without its widgets. Any thread.
namespace kaptan::ui
{

struct WorkloadSummary {
    QMap<workload::WorkloadState, int> states;
    int workloads = 0, desired = 0, ready = 0;
    QVector<workload::WorkloadPtr> unwell;   ///< failing, then degraded; at most `most`
    QVector<workload::WorkloadPtr> underWay; ///< progressing; at most `most`
};

WorkloadSummary summaryOf(const QVector<workload::WorkloadPtr>& all, int most);

/// What uses most, of the newest samples.
struct Consumer {
    QString subject; ///< a workload's key
    qint64 cpu = -1; ///< microcores
    qint64 memory = -1;
};

/// Words of the charts, in the language of the moment.
struct ChartWords {
    QString cpu, memory, network, disk, replicas, received, sent, read, written, ready;
};

struct OverviewCharts {
    QVector<chart::Spec> specs; ///< cpu, memory, network, disk, replicas
    QVector<Consumer> consumers;
};

/// Of a connection's whole, over from..to (seconds since 1970). In a reader's thread.
Result<OverviewCharts> overviewCharts(history::Database& database, const QString& connection, qint64 from,
                                      qint64 to, const ChartWords& words, int mostConsumers);

} // namespace kaptan::ui
