#pragma once

#include "app/history/queries.h"
#include "app/report/report.h"

#include <QHash>

/// The parts of collect(), for that file alone.
namespace kaptan::report
{

struct Collecting {
    history::Database& database;
    const ReportRequest& request;
    history::RecordFilter filter;
    QVector<history::Subject> workloads; ///< those of the report
    QHash<QString, QString> names;       ///< of the connection's workloads, by key
    QVector<chart::Marker> markers;
    QVector<chart::MarkerKey> markerKeys;

    QString nameOf(const QString& key) const { return names.value(key, key); }
};

QString nothingRecorded();

/// The table, and the markers of the charts.
Result<Table> deploymentsTable(Collecting& collecting);
Result<Table> scalingsTable(Collecting& collecting);
Result<Table> eventsTable(Collecting& collecting);

struct Measured {
    Table table;
    QVector<chart::Spec> charts;
};

/// After the two tables whose moments are marked.
Result<Measured> measured(Collecting& collecting);

} // namespace kaptan::report
