#pragma once

#include "ui/common/pane.h"
#include "ui/deployments/deployments_model.h"

#include <QPointer>
#include <QTimer>

#include <deque>

class QComboBox;

namespace kaptan::ui
{

class ActionBar;
class DeployFlow;
class PaneFrame;
class TableView;
class WorkloadActions;
class WorkloadDetails;

/// The pane "deployments": every workload of the connection in a live table, its details in the drawer, and
/// all that can be done to it. Targets: {"workloadId": id} selects and opens one, {"name": name} likewise,
/// {"deploy": name} leads to the result of a deployment (the form again where it failed).
class DeploymentsPane : public Pane
{
    Q_OBJECT
public:
    explicit DeploymentsPane(PaneHost& host, QWidget* parent = nullptr);
    ~DeploymentsPane() override;

    QString paneId() const override { return QStringLiteral("deployments"); }

    QString title() const override;

    QString iconName() const override { return QStringLiteral("deployments"); }

    void setSession(session::Session* session) override;
    void showTarget(const QVariantMap& target) override;
    void focusFilter() override;

    /// Failing workloads.
    int badge() const override { return m_failing; }

protected:
    void changeEvent(QEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    void attach();
    void detach();
    void load();
    void take(const workload::WorkloadDelta& delta);
    void takeNext();
    void startReset();
    bool sweep(workload::WorkloadDelta& all);
    void apply(const workload::WorkloadDelta& delta);
    void count(const workload::WorkloadDelta& delta);
    void count(workload::WorkloadState state, int by);
    void takeSamples(const QVector<workload::Usage>& batch);
    void retranslate();
    void showCounts();
    void showNotes();
    void toggleState(const QString& chip);
    void openDetails(const QString& id);
    void noteSelection();
    void watchSoon();
    void watchVisible();
    void age();

    UsageHistory m_history;
    DeploymentsModel* m_model;
    WorkloadActions* m_actions;
    DeployFlow* m_flow;
    PaneFrame* m_frame;
    TableView* m_table;
    WorkloadDetails* m_details;
    QAction* m_openDetails;
    ActionBar* m_bar;
    QComboBox* m_state;
    QComboBox* m_kind;
    QPointer<session::Session> m_session;
    QPointer<workload::WorkloadSource> m_source;
    QPointer<workload::MetricSource> m_metrics;
    QPointer<workload::EventSource> m_events;
    QVector<QMetaObject::Connection> m_connections;
    std::deque<workload::WorkloadDelta> m_incoming; ///< that a turn had no room for

    /// A new list where one is shown.
    struct Reset {
        QVector<QString> before; ///< ids that were there and were not looked at yet
        QSet<QString> kept;      ///< ids of the new list,
        qsizetype next = 0;      ///< up to here
    };

    std::optional<Reset> m_reset; ///< of the first of `m_incoming`
    QTimer m_incomingTimer;
    QTimer m_watchTimer;
    QTimer m_ageTimer;
    QSet<QString> m_watched;
    bool m_loaded = false;

    /// Rows by what the chips count; told row by row, as to look at all of them takes as long as there are.
    struct Counts {
        int failing = 0, degraded = 0, underWay = 0;
    } m_counts;

    int m_failing = 0; ///< as the badge was told last
};

} // namespace kaptan::ui
