#pragma once

#include "ui/common/format.h"
#include "ui/common/row_model.h"

#include <cmath>

/// A table with one column of every kind, as a pane would make it.
struct SampleRow {
    QString name;
    kaptan::workload::WorkloadState state = kaptan::workload::WorkloadState::Running;
    int ready = 1, desired = 1;
    double cpu = 0;
    qint64 memory = 0;
    QString note = {};
};

class SampleModel : public kaptan::ui::RowModel<SampleRow>
{
public:
    explicit SampleModel(QObject* parent = nullptr)
        : RowModel<SampleRow>(
              {{QStringLiteral("name"), kaptan::ui::CellKind::Mono, 150, true},
               {QStringLiteral("state"), kaptan::ui::CellKind::Chip, 130},
               {QStringLiteral("ready"), kaptan::ui::CellKind::Number, 70},
               {QStringLiteral("cpu"), kaptan::ui::CellKind::Number, 60, false, 0, true, true},
               {QStringLiteral("spark"), kaptan::ui::CellKind::Sparkline, 66, false, 2, false},
               {QStringLiteral("memory"), kaptan::ui::CellKind::Number, 80, false, 1, true, true},
               {QStringLiteral("note"), kaptan::ui::CellKind::Muted, 110, false, 3},
               {QStringLiteral("age"), kaptan::ui::CellKind::Number, 64, false, 4}},
              parent)
    {
    }

    QString columnTitle(int column) const override
    {
        static const char* titles[] = {"Name", "State", "Ready", "CPU", "1 h", "Memory", "Note", "Age"};
        return QString::fromLatin1(titles[column]);
    }

    static QVector<SampleRow> some()
    {
        using State = kaptan::workload::WorkloadState;
        return {
            {QStringLiteral("api-gateway"), State::Running, 12, 12, 1840, 2254857830,
             QStringLiteral("rolling")},
            {QStringLiteral("cart"), State::Progressing, 9, 10, 920, 1503238553, QStringLiteral("canary")},
            {QStringLiteral("fraud-scoring"), State::Failing, 0, 3, 70, 220200960, QStringLiteral("rolling")},
            {QStringLiteral("inventory-sync"), State::Degraded, 3, 4, 440, 1181116006,
             QStringLiteral("rolling")},
            {QStringLiteral("session-store"), State::Paused, 2, 2, 100, 536870912,
             QStringLiteral("recreate")},
            {QStringLiteral("a-<b>name</b>-that-is-very-long-indeed-and-does-not-fit-anywhere-at-all"),
             State::Stopped, 0, 0, 0, 0, QStringLiteral("none")}};
    }

protected:
    QString keyOf(const SampleRow& row) const override { return row.name; }

    QString haystack(const SampleRow& row) const override { return row.name + u' ' + row.note; }

    kaptan::ui::Cell cell(const SampleRow& row, int column) const override
    {
        using namespace kaptan::ui;
        Cell cell;
        switch (column) {
        case 0:
            cell.text = row.name;
            return cell;
        case 1:
            return stateCell(look(row.state));
        case 2:
            return readyCell(row.ready, row.desired);
        case 3:
            return cpuCell(row.cpu);
        case 4: {
            QVector<double> values;
            for (int i = 0; i < 30; ++i)
                values << (i == 12 ? NAN : row.cpu * (1 + 0.4 * std::sin(i * 0.7 + double(row.name.size()))));
            cell.series = std::make_shared<const QVector<double>>(values);
            return cell;
        }
        case 5:
            return bytesCell(row.memory);
        case 6:
            cell.text = row.note;
            return cell;
        default:
            return timeCell(QDateTime::currentDateTimeUtc().addSecs(-60 * qint64(row.name.size())));
        }
    }

    kaptan::ui::SortKey sortKey(const SampleRow& row, int column) const override
    {
        switch (column) {
        case 0:
            return {0, row.name};
        case 3:
            return {row.cpu, {}};
        case 5:
            return {double(row.memory), {}};
        default:
            return {double(row.state), row.note};
        }
    }
};
