#pragma once

#include "app/workload/model.h"
#include "ui/common/cell.h"
#include "ui/common/style.h"

#include <QDateTime>
#include <QString>

/// Words, tones and icons of the values that panes show; all texts follow the language at call time.
namespace kaptan::ui
{

/// State as it is always shown: icon + word + tone.
struct StateLook {
    QString word;
    Tone tone = Tone::Neutral;
    QString icon;
};

StateLook look(workload::WorkloadState state);
StateLook look(workload::InstanceState state);
StateLook look(workload::Health health);
StateLook look(workload::EventSeverity severity);
/// The one state of an instance: its health where it runs, else its state.
StateLook look(const workload::Instance& instance);

QString kindName(workload::WorkloadKind kind);
QString platformName(workload::Platform platform); ///< a product's name, not translated

/// "now", "40 s", "3 min", "9 h", "6 d", "3 y" from `then` to `now` (both UTC); "–" where invalid.
QString relativeTime(const QDateTime& then, const QDateTime& now = QDateTime::currentDateTimeUtc());
/// Local time with its zone, for tooltips and copies: "2026-11-24 14:03:07 +03".
QString absoluteTime(const QDateTime& time);
/// "350 ms", "3.4 s", "2 min 5 s".
QString durationText(qint64 milliseconds);

Cell stateCell(const StateLook& look, const QString& toolTip = {});
/// Relative, absolute in the tooltip and in the copy; sorts elsewhere.
Cell timeCell(const QDateTime& then, const QDateTime& now = QDateTime::currentDateTimeUtc());
/// "3 / 3", in the error tone where none, warning where some are not ready.
Cell readyCell(int ready, int desired);
Cell cpuCell(double millicores);
Cell bytesCell(qint64 bytes);
Cell rateCell(double bytesPerSecond);
Cell countCell(qint64 count);

/// "8080 → 80, 53/udp": host and container port, tcp unsaid.
QString portsText(const QVector<workload::PortMapping>& ports);

} // namespace kaptan::ui
