#include "tests/report/sample.h"

#include <QCoreApplication>
#include <QRandomGenerator>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace kaptan::report::test
{

const QDateTime monday(QDate(2026, 11, 22), QTime(21, 0), Qt::UTC);

namespace
{

constexpr qint64 day = 86'400'000;

/// A curve that is higher at noon, with a gap in the night to Thursday.
chart::Series curve(const QString& name, double base, QRandomGenerator& random)
{
    chart::Series series;
    series.name = name;
    series.gapMs = 2 * 1800 * 1000;
    const qint64 from = monday.toMSecsSinceEpoch();
    for (qint64 at = from; at < from + 7 * day; at += 1800 * 1000) {
        const double hour = double(at - from) / 3'600'000.0;
        if (hour > 71 && hour < 78)
            continue;
        const double daily = 0.65 + 0.35 * std::sin((std::fmod(hour, 24.0) - 8) / 24 * 2 * M_PI);
        const double mean = base * daily * (0.92 + 0.16 * random.generateDouble());
        series.points.append({at, mean * 0.7, mean * (1.2 + 0.4 * random.generateDouble()), mean});
    }
    return series;
}

chart::Spec spec(const QString& title, chart::Unit unit, const QLocale& locale)
{
    chart::Spec made;
    made.title = title;
    made.unit = unit;
    made.fromMs = monday.toMSecsSinceEpoch();
    made.toMs = made.fromMs + 7 * day;
    made.locale = locale;
    made.zone = QTimeZone("Europe/Istanbul");
    for (int i = 0; i < 9; ++i)
        made.markers.append({made.fromMs + day / 2 + i * day * 2 / 3, QString::number(i + 1),
                             i == 4 ? QColor(0xB3, 0x26, 0x1E) : QColor(0x55, 0x61, 0x70)});
    made.markerKeys = {{u"deployment, by its number"_s, QColor(0x55, 0x61, 0x70)},
                       {u"failed deployment"_s, QColor(0xB3, 0x26, 0x1E)}};
    return made;
}

} // namespace

ReportData shop(const QLocale& locale)
{
    QRandomGenerator random(7);
    ReportData data;
    data.title = u"Operations report"_s;
    data.connection = u"üretim-istanbul"_s;
    data.platform = u"Kubernetes"_s;
    data.from = monday;
    data.to = monday.addDays(7);
    data.madeAt = data.to.addSecs(9 * 3600 + 240);
    data.locale = locale;
    data.zone = QTimeZone("Europe/Istanbul");
    data.figures = {{u"Deployments"_s, CellType::Number, 9.0, u"8 succeeded, 1 failed"_s},
                    {u"Success rate"_s, CellType::Share, 8.0 / 9, u"of 9 that ended"_s},
                    {u"Mean time to deploy"_s, CellType::Duration, 48'250.0, {}},
                    {u"95th percentile to deploy"_s, CellType::Duration, 194'000.0, {}},
                    {u"Scalings per day"_s, CellType::Number, 3.0, u"21 in all"_s},
                    {u"Availability"_s, CellType::Share, 0.9993, u"40,320 health checks"_s},
                    {u"Mean response time"_s, CellType::Duration, 23.0, {}},
                    {u"95th percentile response"_s, CellType::Duration, Cell(), {}}};

    const QStringList names{u"mağaza/ödeme-servisi"_s, u"shop/web"_s, u"shop/cart"_s,
                            u"monitoring/prometheus"_s,
                            u"ingress-nginx/ingress-nginx-controller-with-a-long-name"_s};
    chart::Spec cpu = spec(u"CPU: the workloads that use most"_s, chart::Unit::Cores, locale);
    chart::Spec memory = spec(u"Memory: the workloads that use most"_s, chart::Unit::Bytes, locale);
    for (int i = 0; i < names.size(); ++i) {
        cpu.series.append(curve(names[i], 1.8 / (1 + i), random));
        memory.series.append(curve(names[i], 2.2e9 / (1 + i), random));
    }
    chart::Spec network = spec(u"Network: all workloads together"_s, chart::Unit::BytesPerSecond, locale);
    network.series = {curve(u"received"_s, 4.1e6, random), curve(u"sent"_s, 9.3e6, random)};
    chart::Spec disk = spec(u"Disk: all workloads together"_s, chart::Unit::BytesPerSecond, locale);
    disk.emptyText = u"Nothing was recorded in this period."_s;
    data.charts = {cpu, memory, network, disk};

    Table use{u"resources"_s,
              u"Resource use by workload"_s,
              {{u"Workload"_s},
               {u"CPU, mean"_s, CellType::Cores},
               {u"CPU, highest"_s, CellType::Cores},
               {u"Memory, mean"_s, CellType::Bytes},
               {u"Memory, highest"_s, CellType::Bytes},
               {u"Received in all"_s, CellType::Bytes},
               {u"Sent in all"_s, CellType::Bytes},
               {u"Read in all"_s, CellType::Bytes},
               {u"Written in all"_s, CellType::Bytes}},
              {},
              {},
              {}};
    for (int i = 0; i < 24; ++i) {
        const double part = 1.0 / (1 + i);
        use.rows.append({i < names.size() ? names[i] : u"batch/nightly-job-%1"_s.arg(i), 1.23 * part,
                         2.9 * part, 2.1e9 * part, 3.4e9 * part, 8.4e11 * part, 2.6e12 * part, Cell(),
                         std::round(4.2e9 * part)});
    }

    Table deployments{u"deployments"_s,
                      u"Deployments"_s,
                      {{u"No."_s, CellType::Number},
                       {u"Started"_s, CellType::Time},
                       {u"Workload"_s, CellType::Text, 1.2},
                       {u"What"_s, CellType::Text, 1.4},
                       {u"By"_s},
                       {u"Duration"_s, CellType::Duration},
                       {u"Outcome"_s, CellType::Text, 0},
                       {u"Message"_s, CellType::Text, 1.8}},
                      {},
                      {},
                      {}};
    for (int i = 9; i > 0; --i) {
        const bool failed = i == 5;
        deployments.rows.append({double(i), monday.addMSecs(day / 2 + (i - 1) * day * 2 / 3), names[i % 5],
                                 u"image registry.example.com/mağaza/web:2026.11.%1"_s.arg(i),
                                 i % 2 ? u"ayşe@laptop"_s : u"kubectl"_s,
                                 failed ? 600'000.0 : 20'000.0 + i * 9000,
                                 failed ? Cell(u"Failed"_s, Tone::Bad) : Cell(u"Succeeded"_s, Tone::Good),
                                 failed ? u"exceeded its progress deadline: Back-off pulling image "
                                          "\"registry.example.com/mağaza/web:2026.11.5\" (ImagePullBackOff)"_s
                                        : QString()});
    }

    Table events{u"events"_s,
                 u"Events"_s,
                 {{u"Severity"_s, CellType::Text, 0},
                  {u"Count"_s, CellType::Number},
                  {u"Reason"_s, CellType::Text, 0.9},
                  {u"Object"_s, CellType::Text, 1.3},
                  {u"Last"_s, CellType::Time},
                  {u"Latest message"_s, CellType::Text, 2.4}},
                 {},
                 {},
                 {}};
    for (int i = 0; i < 70; ++i)
        events.rows.append(
            {i < 6    ? Cell(u"Error"_s, Tone::Bad)
             : i < 30 ? Cell(u"Warning"_s, Tone::Warning)
                      : Cell(u"Normal"_s),
             std::round(4000.0 / (i + 1)), i % 3 ? u"Unhealthy"_s : u"BackOff"_s, u"Pod "_s + names[i % 5],
             monday.addSecs(i * 7321),
             i % 4 ? u"Readiness probe failed: HTTP probe failed with statuscode: 503"_s
                   : u"Back-off restarting failed container çğıİöşü in pod web-7d9c5b7c6-x2x8k_shop"
                     "(9a0ce6f3-3f3a-4a55-9d6f-5bb6a0d5ad5e)"_s});
    data.tables = {use, deployments, {u"scalings"_s, u"Scalings"_s, deployments.columns, {}, {}, {}}, events};
    return data;
}

Table numbers(int rows)
{
    Table table{u"numbers"_s,
                u"Many numbers"_s,
                {{u"Row"_s, CellType::Number}, {u"Name"_s}, {u"Bytes"_s, CellType::Bytes}},
                {},
                {},
                {}};
    for (int i = 1; i <= rows; ++i)
        table.rows.append({double(i), u"row-%1."_s.arg(i), i * 1024.0});
    return table;
}

ReportData nothing()
{
    ReportData data;
    data.title = u"Operations report"_s;
    data.connection = u"new"_s;
    data.from = monday;
    data.to = monday.addDays(1);
    data.madeAt = data.to;
    data.locale = QLocale(QLocale::English, QLocale::UnitedKingdom);
    chart::Spec empty;
    empty.title = u"CPU"_s;
    empty.fromMs = data.from.toMSecsSinceEpoch();
    empty.toMs = data.to.toMSecsSinceEpoch();
    data.charts = {empty};
    data.tables = {numbers(0)};
    return data;
}

Language::Language(const QString& name)
{
    m_isThere = m_translator.load(u":/i18n/kaptan_"_s + name + u".qm"_s) &&
                QCoreApplication::installTranslator(&m_translator);
}

Language::~Language()
{
    QCoreApplication::removeTranslator(&m_translator);
}

} // namespace kaptan::report::test
