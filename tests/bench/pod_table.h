#pragma once

#include "bench.h"
#include "kube_bench.h"

#include "ui/cluster/pods_model.h"
#include "ui/common/stall_meter.h"
#include "ui/common/table_view.h"

#include <cstdio>

/// The table that is measured, and the rows of the report that several figures have.
namespace bench
{

inline constexpr double mib = 1024.0 * 1024.0;

inline QString text(double value, const char* unit, int decimals = 0)
{
    return QString::number(value, 'f', decimals) + u' ' + QString::fromLatin1(unit);
}

/// The table as a pane has it.
struct PodTable {
    kaptan::ui::PodsModel model;
    kaptan::ui::TableView view;

    PodTable()
    {
        view.setRowModel(&model);
        view.resize(1200, 800);
        view.show();
    }

    bool holds(int rows) const { return model.total() >= rows && !model.isBehind(); }
};

inline QString worst(const kaptan::ui::StallMeter::Report& report)
{
    return text(double(report.worstCpuNs) / 1e6, "ms of CPU", 1);
}

/// The smallest bound of the meter's buckets that 99.9 % of the turns keep, in milliseconds.
inline double percentile999(const kaptan::ui::StallMeter::Report& report)
{
    qint64 seen = 0;
    double bound = 1;
    for (size_t i = 0; i < report.histogram.size(); ++i, bound *= 2) {
        seen += report.histogram[i];
        if (double(seen) >= 0.999 * double(report.turns))
            return i + 1 == report.histogram.size() ? double(report.worstCpuNs) / 1e6 : bound;
    }
    return 0;
}

inline Row turns(const QString& what, const kaptan::ui::StallMeter::Report& report)
{
    const double ms = percentile999(report);
    return {what, QStringLiteral("below %1").arg(text(ms, "ms of CPU")), QStringLiteral("limit 16 ms"),
            ms / 16, 1.0};
}

inline Row worstTurn(const QString& what, const kaptan::ui::StallMeter::Report& report)
{
    return {what, worst(report), QStringLiteral("limit 16 ms"), double(report.worstCpuNs) / 16e6, 1.0};
}

inline Row nothingLost(const QString& what, qint64 told, qint64 lost)
{
    return {what, QStringLiteral("%1 lost of %2").arg(lost).arg(told), QStringLiteral("limit 0"),
            double(lost), 0.0};
}

inline Row behind(const QString& what, double ms)
{
    return {what, text(ms, "ms"), QStringLiteral("limit 200 ms"), ms / 200, 1.0};
}

inline void say(const char* what, const kaptan::ui::StallMeter::Report& report)
{
    std::printf("%s: %lld turns, worst %.1f ms CPU (%.1f ms wall), %lld over 16 ms, 99.9 %% below %.0f ms\n",
                what, report.turns, double(report.worstCpuNs) / 1e6, double(report.worstWallNs) / 1e6,
                report.overFrame, percentile999(report));
    std::fflush(stdout);
}

inline int wanted()
{
    return qEnvironmentVariableIntValue("KAPTAN_BENCH_PODS") > 0
               ? qEnvironmentVariableIntValue("KAPTAN_BENCH_PODS")
               : 50'000;
}

inline kaptan::kube::PodCache* startCache(KubeConnection& connection, kaptan::kube::StreamOpener& opener)
{
    auto cache = std::make_unique<kaptan::kube::PodCache>(
        opener, kaptan::kube::WatchTarget{QStringLiteral("/api/v1/pods"), QStringLiteral("Pod"), {}, {}},
        kaptan::Clock::system());
    kaptan::kube::PodCache* raw = connection.thread.adopt(std::move(cache));
    connection.thread.run([raw] { raw->start(); });
    return raw;
}

} // namespace bench
