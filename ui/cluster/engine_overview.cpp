#include "ui/cluster/engine_overview.h"

#include "app/core/quantity.h"
#include "ui/cluster/figure_card.h"
#include "ui/common/error_box.h"
#include "ui/common/format.h"
#include "ui/common/plain_text.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QLocale>
#include <QVBoxLayout>

#include <cmath>

namespace kaptan::ui
{

using workload::InstanceState;

namespace
{

QLabel* label(QWidget* parent, Look look = Look::Plain, Qt::Alignment align = Qt::AlignLeft)
{
    auto* made = new QLabel(parent);
    made->setTextFormat(Qt::PlainText);
    made->setAlignment(align | Qt::AlignVCenter);
    setLook(made, look);
    return made;
}

/// Calm until little is left.
Tone loadTone(double part)
{
    return part > 0.95 ? Tone::Error : part > 0.8 ? Tone::Warning : Tone::Accent;
}

QString percent(double part)
{
    return part < 0 ? QStringLiteral("–")
                    : QLocale().toString(part * 100, 'f', part < 0.0995 ? 1 : 0) + QStringLiteral(" %");
}

} // namespace

EngineOverview::EngineOverview(QAction* measure, QWidget* parent) : QScrollArea(parent)
{
    setObjectName(QStringLiteral("engineOverview"));
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_page = new QWidget;
    m_page->setMinimumWidth(260);
    setLook(m_page, Look::Bar);
    m_grid = new QGridLayout(m_page);
    m_grid->setContentsMargins(space::l, space::l, space::l, space::l);
    m_grid->setSpacing(space::m);

    m_cpu = new FigureCard(QStringLiteral("cpuCard"), true, m_page);
    m_memory = new FigureCard(QStringLiteral("memoryCard"), true, m_page);
    m_diskFigure = new FigureCard(QStringLiteral("diskCard"), false, m_page);
    m_containers = new FigureCard(QStringLiteral("containersCard"), false, m_page);

    m_warnings = new Card({}, m_page);
    m_warnings->setObjectName(QStringLiteral("engineWarnings"));
    m_warningRows = new QVBoxLayout;
    m_warningRows->setSpacing(space::xs);
    m_warnings->body()->addLayout(m_warningRows);

    m_host = new Card({}, m_page);
    m_hostFacts = new FactList(m_host);
    m_hostFacts->setObjectName(QStringLiteral("hostFacts"));
    m_host->body()->addWidget(m_hostFacts);
    m_host->body()->addStretch();
    m_engine = new Card({}, m_page);
    m_engineFacts = new FactList(m_engine);
    m_engineFacts->setObjectName(QStringLiteral("engineFacts"));
    m_engine->body()->addWidget(m_engineFacts);
    m_engine->body()->addStretch();
    m_counts = makeCounts();
    m_disk = makeDisk(measure);
    setWidget(m_page);
    retranslate();
    place();
}

Card* EngineOverview::makeCounts()
{
    auto* card = new Card({}, m_page);
    auto* grid = new QGridLayout;
    grid->setHorizontalSpacing(space::m);
    grid->setVerticalSpacing(6);
    grid->setColumnStretch(1, 1);
    for (const InstanceState state :
         {InstanceState::Running, InstanceState::Restarting, InstanceState::Paused, InstanceState::Stopping,
          InstanceState::Created, InstanceState::Exited, InstanceState::Dead, InstanceState::Unknown}) {
        CountLine line{state, new ChipLabel(card), new MeterBar(card),
                       label(card, Look::Plain, Qt::AlignRight)};
        line.count->setObjectName(QStringLiteral("count%1").arg(int(state)));
        const int row = int(m_countLines.size());
        grid->addWidget(line.chip, row, 0);
        grid->addWidget(line.bar, row, 1);
        grid->addWidget(line.count, row, 2);
        m_countLines.append(line);
    }
    m_markers = label(card, Look::Caption);
    m_markers->setWordWrap(true);
    card->body()->addLayout(grid);
    card->body()->addWidget(m_markers);
    card->body()->addStretch();
    return card;
}

Card* EngineOverview::makeDisk(QAction* measure)
{
    auto* card = new Card({}, m_page);
    auto* grid = new QGridLayout;
    grid->setHorizontalSpacing(space::m);
    grid->setVerticalSpacing(2);
    grid->setColumnStretch(2, 1);
    for (int i = 0; i < 4; ++i) {
        DiskLine line{label(card), label(card, Look::Muted, Qt::AlignRight), new MeterBar(card),
                      label(card, Look::Plain, Qt::AlignRight), label(card, Look::Caption, Qt::AlignRight)};
        line.size->setObjectName(QStringLiteral("diskSize%1").arg(i));
        line.count->setObjectName(QStringLiteral("diskCount%1").arg(i));
        grid->addWidget(line.name, 2 * i, 0);
        grid->addWidget(line.count, 2 * i, 1);
        grid->addWidget(line.bar, 2 * i, 2);
        grid->addWidget(line.size, 2 * i, 3);
        grid->addWidget(line.reclaimable, 2 * i + 1, 0, 1, 4);
        m_diskLines.append(line);
    }
    card->body()->addLayout(grid);
    m_diskError = new ErrorBox(card);
    m_diskError->setObjectName(QStringLiteral("diskError"));
    card->body()->addWidget(m_diskError);
    auto* foot = new QHBoxLayout;
    m_diskAge = label(card, Look::Caption);
    m_diskAge->setObjectName(QStringLiteral("diskAge"));
    m_diskAge->setWordWrap(true);
    auto* button = new ActionButton(measure, card);
    button->setObjectName(QStringLiteral("measureDisk"));
    foot->addWidget(m_diskAge, 1);
    foot->addWidget(button);
    card->body()->addStretch();
    card->body()->addLayout(foot);
    return card;
}

void EngineOverview::retranslate()
{
    m_cpu->setHeading(tr("CPU of running containers"));
    m_memory->setHeading(tr("Memory of running containers"));
    m_diskFigure->setHeading(tr("Disk"));
    m_containers->setHeading(tr("Containers"));
    //: heading: the machine an engine runs on
    m_host->setHeading(tr("Host"));
    m_engine->setHeading(tr("Engine"));
    m_warnings->setHeading(tr("Good to know"));
    m_counts->setHeading(tr("Containers by state"));
    m_disk->setHeading(tr("Disk use"));
    setAccessibleName(tr("Overview of the engine"));
    for (CountLine& line : m_countLines) {
        const StateLook state = look(line.state);
        line.chip->set(state.icon, state.word, state.tone);
    }
    const QStringList names{tr("Images"), tr("Containers"), tr("Volumes"), tr("Build cache")};
    for (int i = 0; i < m_diskLines.size(); ++i)
        m_diskLines[i].name->setText(names[i]);
}

void EngineOverview::resizeEvent(QResizeEvent* event)
{
    QScrollArea::resizeEvent(event);
    place();
}

void EngineOverview::place()
{
    // Columns that hold a fact list with its longest common value.
    const int width = viewport()->width();
    const int columns = width >= 980 ? 12 : width >= 520 ? 6 : 3;
    if (columns == m_columns)
        return;
    m_columns = columns;
    while (QLayoutItem* item = m_grid->takeAt(0))
        delete item; // the widgets stay
    for (int row = 0; row < 16; ++row)
        m_grid->setRowStretch(row, 0);
    int row = 0, column = 0;
    const auto put = [&](QWidget* widget, int span) {
        if (column + span > columns) {
            ++row;
            column = 0;
        }
        m_grid->addWidget(widget, row, column, 1, span);
        column += span;
    };
    for (QWidget* figure : {m_cpu, m_memory, m_diskFigure, m_containers})
        put(figure, 3);
    put(m_warnings, columns);
    const int span = columns == 12 ? 4 : 3;
    if (columns == 12) {
        // Both short ones share a column.
        ++row;
        m_grid->addWidget(m_host, row, 0, 2, span);
        m_grid->addWidget(m_engine, row, span, 2, span);
        m_grid->addWidget(m_counts, row, 2 * span, 1, span);
        m_grid->addWidget(m_disk, row + 1, 2 * span, 1, span);
        row += 1;
    } else {
        for (QWidget* card : {m_host, m_engine, m_counts, m_disk})
            put(card, span);
    }
    for (int i = 0; i < 12; ++i)
        m_grid->setColumnStretch(i, i < columns ? 1 : 0);
    m_grid->setRowStretch(row + 1, 1);
}

QStringList engineWarnings(const docker::EngineInfo& info)
{
    QStringList lines;
    if (info.limitsIgnored)
        lines << EngineOverview::tr(
            "Rootless on cgroup v1: limits of CPU and memory are accepted and have no "
            "effect, and usage is wrong. Boot the host with cgroup v2.");
    if (!info.runsHealthChecks)
        lines << EngineOverview::tr(
            "This engine does not run health checks by itself: Kaptan runs them while it is "
            "connected.");
    for (const QString& warning : info.warnings)
        lines << plainLine(warning, 400);
    return lines;
}

void EngineOverview::showEngine(const docker::EngineInfo& info)
{
    const QLocale locale;
    m_hostFacts->set(QStringLiteral("name"), tr("Name"), info.hostName, Look::Mono);
    m_hostFacts->set(QStringLiteral("os"), tr("System"),
                     info.operatingSystem.isEmpty() ? info.os : info.operatingSystem);
    m_hostFacts->set(QStringLiteral("kernel"), tr("Kernel"), info.kernelVersion);
    m_hostFacts->set(QStringLiteral("arch"), tr("Architecture"), info.arch);
    m_hostFacts->set(QStringLiteral("cores"), tr("Cores"),
                     info.cpus > 0 ? locale.toString(info.cpus) : QString());
    m_hostFacts->set(QStringLiteral("memory"), tr("Memory"),
                     info.memoryBytes > 0 ? quantity::formatBytes(info.memoryBytes) : QString());
    m_engineFacts->set(QStringLiteral("flavor"), tr("Engine"), info.displayName(), Look::Plain, info.version);
    m_engineFacts->set(
        QStringLiteral("api"), tr("API version"),
        info.maxApiVersion == info.apiVersion || !info.maxApiVersion.isValid()
            ? info.apiVersion.toString()
            //: %1 and %2 are versions
            : tr("%1 (the engine: up to %2)").arg(info.apiVersion.toString(), info.maxApiVersion.toString()));
    m_engineFacts->set(QStringLiteral("storage"), tr("Storage driver"), info.storageDriver);
    m_engineFacts->set(QStringLiteral("root"), tr("Data in"), info.rootDir, Look::Mono);
    m_engineFacts->set(QStringLiteral("logging"), tr("Logging driver"), info.loggingDriver);
    m_engineFacts->set(QStringLiteral("cgroup"), tr("Control groups"),
                       info.cgroupVersion > 0
                           ? QStringLiteral("v%1 · %2").arg(info.cgroupVersion).arg(info.cgroupDriver)
                           : info.cgroupDriver);
    m_engineFacts->set(QStringLiteral("rootless"), tr("Runs as"),
                       info.rootless ? tr("a user without root (rootless)") : tr("root"));

    while (QLayoutItem* item = m_warningRows->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    const QStringList lines = engineWarnings(info);
    for (const QString& line : lines) {
        auto* row = new QWidget(m_warnings);
        auto* layout = new QHBoxLayout(row);
        layout->setContentsMargins(0, 0, 0, 0);
        layout->setSpacing(space::s);
        auto* icon = new IconLabel({}, 14, row);
        icon->setIcon(QStringLiteral("warning"), Tone::Warning);
        auto* words = label(row);
        words->setWordWrap(true);
        words->setText(line);
        layout->addWidget(icon, 0, Qt::AlignTop);
        layout->addWidget(words, 1);
        m_warningRows->addWidget(row);
    }
    m_warnings->setVisible(!lines.isEmpty());
}

void EngineOverview::showUsage(const EngineUsage& usage, const docker::EngineInfo& info)
{
    const QLocale locale;
    const double cpu = usage.running().isEmpty() ? 0 : usage.cpuMillicores();
    const double cpuPart = partOf(cpu, info.cpus * 1000.0);
    const qint64 memory = usage.running().isEmpty() ? 0 : usage.memoryBytes();
    const double memoryPart = partOf(memory < 0 ? -1 : double(memory), double(info.memoryBytes));
    m_cpu->set(percent(cpuPart),
               //: CPU in use of the cores of the host: "0.4 of 2 cores"; %n is the number of cores
               std::isnan(cpu)
                   ? tr("measuring …")
                   : tr("%1 of %n core(s)", "", info.cpus).arg(locale.toString(cpu / 1000, 'f', 2)),
               cpuPart, loadTone(cpuPart));
    m_cpu->setLine(usage.cpuSeries(), 0);
    m_memory->set(
        percent(memoryPart),
        memory < 0
            ? tr("measuring …")
            //: memory in use of the memory of the host: "1.2 Gi of 8 Gi"
            : tr("%1 of %2").arg(quantity::formatBytes(memory), quantity::formatBytes(info.memoryBytes)),
        memoryPart, loadTone(memoryPart));
    m_memory->setLine(usage.memorySeries(), 1);
}

void EngineOverview::showCounts(const StateCounts& counts, int markers)
{
    const QLocale locale;
    const int running = counts.of(InstanceState::Running);
    m_containers->set(locale.toString(running),
                      //: so many containers run, of all there are
                      tr("running of %n", "", counts.total), partOf(running, counts.total), Tone::Ok);
    for (CountLine& line : m_countLines) {
        const int count = counts.of(line.state);
        const bool shown = count > 0 || line.state == InstanceState::Running;
        line.chip->setVisible(shown);
        line.bar->setVisible(shown);
        line.count->setVisible(shown);
        line.count->setText(locale.toString(count));
        line.bar->setValue(partOf(count, counts.total),
                           look(line.state).tone == Tone::Neutral ? Tone::Neutral : look(line.state).tone);
    }
    //: containers that Kaptan keeps, created and never started, to remember its deployments
    m_markers->setText(tr("and %n marker(s) in which Kaptan keeps its deployments", "", markers));
    m_markers->setVisible(markers > 0);
}

void EngineOverview::showDisk(const Disk& disk)
{
    const bool measured = disk.at.isValid();
    const QVector<DiskRow> rows = diskRows(disk.usage);
    const qint64 total = disk.usage.total();
    const qint64 spare = reclaimable(disk.usage);
    m_diskFigure->set(measured ? quantity::formatBytes(total) : QStringLiteral("–"),
                      measured       ? spare > 0 ? tr("%1 reclaimable").arg(quantity::formatBytes(spare))
                                                 : tr("nothing reclaimable")
                            : disk.loading ? tr("measuring …")
                                     : tr("not measured"),
                      measured ? partOf(double(total - spare), double(total)) : -1);
    for (int i = 0; i < m_diskLines.size(); ++i) {
        const DiskRow& row = rows[i];
        DiskLine& line = m_diskLines[i];
        line.count->setText(measured && row.count >= 0 ? QLocale().toString(row.count) : QString());
        line.size->setText(measured ? quantity::formatBytes(row.bytes) : QStringLiteral("–"));
        line.bar->setValue(measured ? partOf(double(row.bytes), double(total)) : -1);
        const bool some = measured && row.reclaimable > 0;
        line.reclaimable->setText(
            some ? tr("%1 not used by any container").arg(quantity::formatBytes(row.reclaimable))
                 : QString());
        line.reclaimable->setVisible(some);
    }
    if (disk.error)
        m_diskError->set(*disk.error, [this] { Q_EMIT measureRequested(); });
    else
        m_diskError->clear();
    m_diskAge->setText(disk.loading ? tr("Measuring: the engine looks at every file …")
                       : !measured  ? tr("Not measured yet")
                       : disk.at.secsTo(QDateTime::currentDateTimeUtc()) < 60
                           ? tr("Measured just now")
                           //: %1 is an age, "3 min"
                           : tr("Measured %1 ago").arg(relativeTime(disk.at)));
    m_diskAge->setToolTip(measured ? absoluteTime(disk.at) : QString());
}

} // namespace kaptan::ui
