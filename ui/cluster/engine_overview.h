#pragma once

#include "app/core/error.h"
#include "ui/cluster/engine_usage.h"
#include "ui/common/widgets.h"

#include <QScrollArea>

#include <optional>

class QGridLayout;

namespace kaptan::ui
{

class ErrorBox;
class FigureCard;

/// The first tab of the cluster pane: figures, host, engine, containers by state, disk use. Scrolls and folds
/// into fewer columns where the window is small.
class EngineOverview : public QScrollArea
{
    Q_OBJECT
public:
    explicit EngineOverview(QAction* measure, QWidget* parent = nullptr);

    void showEngine(const docker::EngineInfo& info);
    void showUsage(const EngineUsage& usage, const docker::EngineInfo& info);
    void showCounts(const StateCounts& counts, int markers);

    struct Disk {
        bool loading = false;
        QDateTime at; ///< UTC; invalid: not measured
        docker::DiskUsage usage;
        std::optional<Error> error;
    };

    void showDisk(const Disk& disk);
    void retranslate();

Q_SIGNALS:
    void measureRequested();

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    struct DiskLine {
        QLabel* name;
        QLabel* count;
        MeterBar* bar;
        QLabel* size;
        QLabel* reclaimable;
    };

    struct CountLine {
        workload::InstanceState state;
        ChipLabel* chip;
        MeterBar* bar;
        QLabel* count;
    };

    void place();
    Card* makeDisk(QAction* measure);
    Card* makeCounts();

    QWidget* m_page;
    QGridLayout* m_grid;
    int m_columns = 0;
    FigureCard* m_cpu;
    FigureCard* m_memory;
    FigureCard* m_diskFigure;
    FigureCard* m_containers;
    Card* m_warnings;
    QVBoxLayout* m_warningRows;
    Card* m_host;
    FactList* m_hostFacts;
    Card* m_engine;
    FactList* m_engineFacts;
    Card* m_counts = nullptr;
    QVector<CountLine> m_countLines;
    QLabel* m_markers = nullptr;
    Card* m_disk = nullptr;
    QVector<DiskLine> m_diskLines;
    QLabel* m_diskAge = nullptr;
    ErrorBox* m_diskError = nullptr;
};

/// What an engine cannot do or says about itself, a translated sentence each; engine's own words last.
QStringList engineWarnings(const docker::EngineInfo& info);

} // namespace kaptan::ui
