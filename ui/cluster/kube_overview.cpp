#include "ui/cluster/kube_overview.h"

#include "app/core/when_done.h"
#include "ui/cluster/figure_card.h"
#include "ui/common/table_view.h"

#include <QGridLayout>

using namespace Qt::StringLiterals;

namespace kaptan::ui
{

namespace
{

constexpr int sumEachMs = 1000;
constexpr int usageEachMs = 15000;

} // namespace

KubeOverview::KubeOverview(QWidget* parent) : QScrollArea(parent)
{
    setObjectName(u"kubeOverview"_s);
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_page = new QWidget;
    m_page->setMinimumWidth(260);
    setLook(m_page, Look::Bar);
    m_grid = new QGridLayout(m_page);
    m_grid->setContentsMargins(space::l, space::l, space::l, space::l);
    m_grid->setSpacing(space::m);
    m_cpu = new FigureCard(u"kubeCpuCard"_s, false, m_page);
    m_memory = new FigureCard(u"kubeMemoryCard"_s, false, m_page);
    m_nodes = new FigureCard(u"kubeNodesCard"_s, false, m_page);
    m_pods = new FigureCard(u"kubePodsCard"_s, false, m_page);
    m_control = new Card({}, m_page);
    m_facts = new FactList(m_control);
    m_facts->setObjectName(u"kubeFacts"_s);
    m_control->body()->addWidget(m_facts);
    m_control->body()->addStretch();
    m_notes = new Card({}, m_page);
    m_notes->setObjectName(u"kubeNotes"_s);
    m_noteText = new QLabel(m_notes);
    m_noteText->setTextFormat(Qt::PlainText);
    m_noteText->setWordWrap(true);
    m_noteText->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_notes->body()->addWidget(m_noteText);
    m_notes->body()->addStretch();
    m_nodesCard = new Card({}, m_page);
    m_nodesModel = new NodesModel(this);
    m_nodesModel->sort(NodesModel::Name);
    m_nodesTable = new TableView(m_nodesCard);
    m_nodesTable->setObjectName(u"kubeNodesTable"_s);
    m_nodesTable->setRowModel(m_nodesModel);
    m_nodesCard->body()->addWidget(m_nodesTable);
    connect(m_nodesTable, &TableView::activatedKey, this, &KubeOverview::nodeActivated);
    setWidget(m_page);
    setFocusProxy(m_nodesTable);

    m_sumTimer.setSingleShot(true);
    m_sumTimer.setInterval(sumEachMs);
    connect(&m_sumTimer, &QTimer::timeout, this, &KubeOverview::sum);
    m_usageTimer.setInterval(usageEachMs);
    connect(&m_usageTimer, &QTimer::timeout, this, &KubeOverview::refresh);
    retranslate();
    place();
}

void KubeOverview::retranslate()
{
    setAccessibleName(tr("Overview of the cluster"));
    m_cpu->setHeading(tr("CPU requested"));
    m_memory->setHeading(tr("Memory requested"));
    m_nodes->setHeading(tr("Nodes"));
    m_pods->setHeading(tr("Pods"));
    m_control->setHeading(tr("Control plane"));
    m_notes->setHeading(tr("Good to know"));
    m_nodesCard->setHeading(tr("Nodes"));
    m_nodesTable->setAccessibleName(tr("Nodes"));
    showFigures();
    showFacts();
}

void KubeOverview::setCluster(kube::Cluster* cluster)
{
    if (cluster == m_cluster)
        return;
    for (const QMetaObject::Connection& each : std::exchange(m_connections, {}))
        disconnect(each);
    m_cluster = cluster;
    m_attached = false;
    m_loads.reset();
    m_used.clear();
    m_usageError.reset();
    m_healthError.reset();
    m_checks.clear();
    m_healthAsked = false;
    m_nameSpaces = -1;
    m_nodesModel->setRows({});
    showNodes();
    showFacts();
    if (m_active)
        refresh();
}

void KubeOverview::setActive(bool active)
{
    if (active == m_active)
        return;
    m_active = active;
    if (!active) {
        m_usageTimer.stop();
        m_sumTimer.stop();
        return;
    }
    m_usageTimer.start();
    refresh();
}

void KubeOverview::setNameSpaces(int count)
{
    m_nameSpaces = count;
    showFacts();
}

void KubeOverview::attach()
{
    if (m_attached || !m_cluster || !m_cluster->discovery())
        return;
    m_attached = true;
    if (kube::NodeCache* nodes = m_cluster->nodes())
        m_connections.append(connect(nodes, &kube::Reflector::changed, this, &KubeOverview::sumSoon));
    for (kube::PodCache* pods : m_cluster->pods())
        m_connections.append(connect(pods, &kube::Reflector::changed, this, &KubeOverview::sumSoon));
}

void KubeOverview::refresh()
{
    if (!m_active || !m_cluster || !m_cluster->discovery())
        return;
    attach();
    sumSoon();
    askUsage();
    askHealth();
    showFacts();
}

void KubeOverview::sumSoon()
{
    if (!m_active || m_sumTimer.isActive())
        return;
    if (m_loads)
        m_sumTimer.start();
    else
        sum(); // the first one at once
}

void KubeOverview::sum()
{
    if (!m_active || !m_cluster)
        return;
    if (m_summing) {
        m_again = true;
        return;
    }
    const QVector<kube::PodCache*> caches = m_cluster->pods();
    if (caches.isEmpty())
        return;
    m_summing = true;
    // In the thread of the caches: with 100,000 pods it is too much for a turn of the window's.
    auto promise = std::make_shared<QPromise<Result<PodLoads>>>();
    promise->start();
    const QFuture<Result<PodLoads>> future = promise->future();
    QMetaObject::invokeMethod(caches.first(), [caches, promise] {
        QVector<std::shared_ptr<const kube::PodRow>> pods;
        for (const kube::PodCache* cache : caches)
            pods += cache->snapshot();
        promise->addResult(sumPods(pods));
        promise->finish();
    });
    promise.reset();
    whenDone(future, this, [this, asked = m_cluster](const Result<PodLoads>& loads) {
        m_summing = false;
        const bool again = std::exchange(m_again, false);
        // Of a cluster that is shown no more; what was asked meanwhile is of the other.
        if (asked == m_cluster) {
            if (loads)
                m_loads = *loads;
            showNodes();
        }
        if (again)
            sumSoon();
    });
}

void KubeOverview::askUsage()
{
    const auto discovery = m_cluster->discovery();
    if (!discovery->find(u"metrics.k8s.io"_s, u"nodes"_s)) {
        m_used.clear();
        return;
    }
    whenDone(m_cluster->api()->metrics(u"nodes"_s), this,
             [this, asked = m_cluster](const Result<QVector<kube::MetricsItem>>& items) {
                 if (asked != m_cluster)
                     return;
                 m_used.clear();
                 m_usageError = items ? std::nullopt : std::optional(items.error());
                 if (items)
                     for (const kube::MetricsItem& item : *items)
                         for (const auto& each : item.containers)
                             m_used.insert(item.name, {each.cpuMillicores, each.memoryBytes});
                 showNodes();
             });
}

void KubeOverview::askHealth()
{
    net::Request request;
    request.path = u"/readyz"_s;
    request.idempotent = true;
    request.headers = {{"Accept", "*/*"}};
    net::addQuery(request.query, u"verbose"_s, u"true"_s);
    whenDone(m_cluster->api()->call(request), this,
             [this, asked = m_cluster](const Result<net::Response>& response) {
                 if (asked != m_cluster)
                     return;
                 m_healthAsked = true;
                 m_checks.clear();
                 m_healthError = response ? std::nullopt : std::optional(response.error());
                 // Not ready is 500 with the same lines; anything else says nothing of the checks.
                 if (response && (response->status == 200 || response->status == 500))
                     m_checks = healthChecks(response->body);
                 showFacts();
             });
}

void KubeOverview::resizeEvent(QResizeEvent* event)
{
    QScrollArea::resizeEvent(event);
    place();
}

void KubeOverview::place()
{
    const int width = viewport()->width();
    const int columns = width >= 760 ? 4 : width >= 400 ? 2 : 1;
    const int layout = columns * 2 + (m_notes->isHidden() ? 0 : 1);
    if (layout == m_columns)
        return;
    m_columns = layout;
    while (QLayoutItem* item = m_grid->takeAt(0))
        delete item; // the widgets stay
    for (int i = 0; i < 12; ++i) {
        m_grid->setRowStretch(i, 0);
        m_grid->setColumnStretch(i, i < columns ? 1 : 0);
    }
    int at = 0;
    for (QWidget* figure : {static_cast<QWidget*>(m_cpu), static_cast<QWidget*>(m_memory),
                            static_cast<QWidget*>(m_nodes), static_cast<QWidget*>(m_pods)}) {
        m_grid->addWidget(figure, at / columns, at % columns);
        ++at;
    }
    int row = (at + columns - 1) / columns;
    const bool beside = columns == 4 && !m_notes->isHidden();
    m_grid->addWidget(m_control, row, 0, 1, beside ? 2 : columns);
    if (beside)
        m_grid->addWidget(m_notes, row++, 2, 1, 2);
    else
        m_grid->addWidget(m_notes, ++row, 0, 1, columns), ++row;
    m_grid->addWidget(m_nodesCard, row, 0, 1, columns);
    m_grid->setRowStretch(row + 1, 1);
}

} // namespace kaptan::ui
