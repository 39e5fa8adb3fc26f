// What the pane is made of, and its words.
#include "ui/deployments/deployments_pane.h"

#include "ui/common/format.h"
#include "ui/common/pane_frame.h"
#include "ui/common/table_view.h"
#include "ui/deployments/action_bar.h"
#include "ui/deployments/deploy_flow.h"
#include "ui/deployments/workload_actions.h"
#include "ui/deployments/workload_details.h"

#include <QComboBox>
#include <QEvent>
#include <QScrollBar>
#include <QSignalBlocker>
#include <QVBoxLayout>

namespace kaptan::ui
{

using workload::InstanceState;
using workload::Workload;
using workload::WorkloadDelta;
using workload::WorkloadKind;
using workload::WorkloadPtr;

namespace
{

const QString drawerId = QStringLiteral("deployments");

/// All that sits in the State list, in its order.
const StateFilter stateFilters[] = {StateFilter::All,      StateFilter::Failing, StateFilter::Degraded,
                                    StateFilter::UnderWay, StateFilter::Running, StateFilter::Stopped};

} // namespace

DeploymentsPane::DeploymentsPane(PaneHost& paneHost, QWidget* parent)
    : Pane(paneHost, parent), m_model(new DeploymentsModel(m_history, this)),
      m_actions(new WorkloadActions(paneHost, *m_model, this)),
      m_flow(new DeployFlow(paneHost, *m_model, this)), m_frame(new PaneFrame(this)),
      m_table(new TableView(this)), m_openDetails(new QAction(this)), m_state(new QComboBox(this)),
      m_kind(new QComboBox(this))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_frame);

    m_table->setObjectName(QStringLiteral("deploymentsTable"));
    m_table->setRowModel(m_model);
    m_table->setMultiSelection(true);
    m_frame->setContent(m_table);
    m_frame->filterEdit()->setObjectName(QStringLiteral("deploymentsFilter"));
    m_state->setObjectName(QStringLiteral("stateFilter"));
    m_kind->setObjectName(QStringLiteral("kindFilter"));
    for (const StateFilter filter : stateFilters)
        m_state->addItem(QString(), int(filter));
    m_kind->addItem(QString(), -1);
    for (const WorkloadKind kind :
         {WorkloadKind::Deployment, WorkloadKind::ComposeService, WorkloadKind::Container,
          WorkloadKind::StatefulSet, WorkloadKind::DaemonSet, WorkloadKind::ReplicaSet, WorkloadKind::Job,
          WorkloadKind::CronJob, WorkloadKind::Pod})
        m_kind->addItem(QString(), int(kind));
    for (QComboBox* box : {m_state, m_kind}) {
        box->setSizeAdjustPolicy(QComboBox::AdjustToContents); // words are longer in another language
        m_frame->addFilterWidget(box);
    }
    m_bar = new ActionBar({m_actions->action(Verb::Logs), m_actions->action(Verb::Scale),
                           m_actions->action(Verb::Restart), m_actions->action(Verb::Stop),
                           m_actions->action(Verb::Start), m_actions->action(Verb::Repair),
                           m_actions->action(Verb::Delete)},
                          this);
    m_frame->addFilterWidget(m_bar);
    m_frame->addHeaderAction(m_actions->deploy(), Look::Primary)
        ->setObjectName(QStringLiteral("deployButton"));

    Drawer* drawer = m_frame->drawer(drawerId);
    drawer->setMinimumWidth(372);
    m_details = new WorkloadDetails(*drawer, *m_actions, m_history, host().history(), this);
    m_details->setSources([this](const QString& id) { return host().curveSource(id); });
    drawer->addFooterAction(m_actions->action(Verb::Logs));
    drawer->addFooterAction(m_actions->action(Verb::Scale));
    drawer->addFooterStretch();
    drawer->addFooterAction(m_actions->action(Verb::Delete), Look::Danger);

    m_openDetails->setObjectName(QStringLiteral("details"));
    m_openDetails->setShortcut(QKeySequence(Qt::Key_D));
    m_openDetails->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    connect(m_openDetails, &QAction::triggered, this, [this] { openDetails(m_table->currentKey()); });
    m_table->setRowActions(QList<QAction*>{m_openDetails} + m_actions->rowMenu());
    addAction(m_openDetails);
    addActions(m_actions->all());

    connect(m_actions, &WorkloadActions::deployRequested, m_flow, &DeployFlow::begin);
    connect(m_flow, &DeployFlow::deployed, m_table, &TableView::selectKey);
    connect(m_table, &TableView::activatedKey, this, &DeploymentsPane::openDetails);
    connect(m_table, &TableView::escapePressed, drawer, &Drawer::close);
    connect(m_table, &TableView::selectedKeysChanged, this, &DeploymentsPane::noteSelection);
    connect(m_table, &TableView::currentKeyChanged, this, [this, drawer](const QString& key) {
        if (drawer->isOpen() && !key.isEmpty())
            openDetails(key);
    });
    connect(m_frame, &PaneFrame::filterChanged, m_model, &RowModelBase::setFilter);
    connect(m_frame, &PaneFrame::chipClicked, this, &DeploymentsPane::toggleState);
    connect(m_frame, &PaneFrame::clearFiltersRequested, this, [this] {
        m_frame->filterEdit()->clear();
        m_state->setCurrentIndex(0);
        m_kind->setCurrentIndex(0);
    });
    connect(m_frame, &PaneFrame::connectionsRequested, this,
            [this] { host().openPane(QStringLiteral("connections")); });
    connect(m_state, &QComboBox::currentIndexChanged, this,
            [this](int) { m_model->setStateFilter(StateFilter(m_state->currentData().toInt())); });
    connect(m_kind, &QComboBox::currentIndexChanged, this, [this](int) {
        const int kind = m_kind->currentData().toInt();
        m_model->setKindFilter(kind < 0 ? std::nullopt : std::optional<WorkloadKind>(WorkloadKind(kind)));
    });
    connect(m_model, &RowModelBase::countsChanged, this, &DeploymentsPane::showCounts);

    // What is sampled follows what is in sight.
    m_incomingTimer.setSingleShot(true);
    m_incomingTimer.setInterval(0);
    connect(&m_incomingTimer, &QTimer::timeout, this, &DeploymentsPane::takeNext);
    m_watchTimer.setSingleShot(true);
    m_watchTimer.setInterval(100);
    connect(&m_watchTimer, &QTimer::timeout, this, &DeploymentsPane::watchVisible);
    connect(m_table->verticalScrollBar(), &QScrollBar::valueChanged, this, &DeploymentsPane::watchSoon);
    connect(m_table->verticalScrollBar(), &QScrollBar::rangeChanged, this, &DeploymentsPane::watchSoon);
    connect(m_model, &RowModelBase::refilled, this, &DeploymentsPane::watchSoon);
    connect(m_model, &RowModelBase::countsChanged, this, &DeploymentsPane::watchSoon);
    connect(drawer, &Drawer::opened, this, &DeploymentsPane::watchSoon);
    connect(drawer, &Drawer::closed, this, &DeploymentsPane::watchSoon);
    m_ageTimer.setInterval(10000);
    connect(&m_ageTimer, &QTimer::timeout, this, &DeploymentsPane::age);
    retranslate();
}

void DeploymentsPane::retranslate()
{
    m_frame->setTitle(title());
    m_frame->filterEdit()->setPlaceholderText(tr("Filter by name, project, image, state"));
    m_frame->filterEdit()->setAccessibleName(tr("Filter deployments"));
    m_frame->setEmptyFace(QStringLiteral("deployments"), tr("No deployments yet"),
                          tr("Nothing runs on this connection. Deploy an image to begin."),
                          m_actions->deploy());
    m_table->setAccessibleName(tr("Deployments"));
    m_state->setAccessibleName(tr("Filter by state"));
    m_kind->setAccessibleName(tr("Filter by kind"));
    const QStringList states{tr("State: all"), tr("Failing"), tr("Degraded"),
                             tr("Under way"),  tr("Running"), tr("Stopped")};
    for (int i = 0; i < states.size(); ++i)
        m_state->setItemText(i, states.at(i));
    m_kind->setItemText(0, tr("Kind: all"));
    for (int i = 1; i < m_kind->count(); ++i)
        m_kind->setItemText(i, kindName(WorkloadKind(m_kind->itemData(i).toInt())));
    m_openDetails->setText(tr("Details"));
    m_actions->retranslate();
    m_bar->retranslate();
    m_model->retranslate();
    m_details->retranslate();
    noteSelection();
    showCounts();
}

void DeploymentsPane::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    Pane::changeEvent(event);
}

} // namespace kaptan::ui
