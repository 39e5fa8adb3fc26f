#include "ui/cluster/kube_overview.h"

#include "app/core/quantity.h"
#include "app/core/when_done.h"
#include "ui/cluster/figure_card.h"
#include "ui/common/plain_text.h"
#include "ui/common/table_view.h"

#include <QGridLayout>
#include <QLocale>

#include <cmath>

using namespace Qt::StringLiterals;

namespace kaptan::ui
{

namespace
{

constexpr int sumEachMs = 1000;
constexpr int usageEachMs = 15000;
constexpr int mostNodeRows = 14;

Tone loadTone(double part)
{
    return part > 0.95 ? Tone::Error : part > 0.85 ? Tone::Warning : Tone::Accent;
}

QString percent(double part)
{
    return part < 0 || std::isnan(part) ? u"–"_s : QLocale().toString(part * 100, 'f', 0) + u" %"_s;
}

double share(double value, double whole)
{
    return whole > 0 ? value / whole : -1;
}

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

void KubeOverview::showNodes()
{
    QVector<NodeLine> lines;
    QSet<QString> names;
    if (m_cluster && m_attached) {
        if (const kube::NodeCache* nodes = m_cluster->nodes()) {
            for (const auto& node : nodes->snapshot()) {
                NodeLine line;
                line.node = node;
                const QString name = node->name.toString();
                if (m_loads)
                    line.load = m_loads->byNode.value(name);
                if (const auto used = m_used.constFind(name); used != m_used.cend()) {
                    line.usedCpuMilli = used->first;
                    line.usedMemory = used->second;
                }
                names.insert(name);
                lines.append(std::move(line));
            }
        }
    }
    QVector<QString> gone;
    m_nodesModel->forEach([&](const NodeLine& line) {
        const QString name = line.node->name.toString();
        if (!names.contains(name))
            gone.append(name);
    });
    m_nodesModel->apply(std::move(lines), gone);
    const int rows = std::clamp(m_nodesModel->total(), 2, mostNodeRows);
    m_nodesTable->setFixedHeight((rows + 1) * Style::instance().rowHeight() + 8);
    m_nodesCard->setVisible(m_nodesModel->total() > 0);
    showFigures();
    showFacts();
}

void KubeOverview::showFigures()
{
    const QLocale locale;
    int ready = 0, total = 0;
    qint64 cpu = 0, memory = 0, room = 0, usedMemory = -1;
    double usedCpu = std::nan("");
    m_nodesModel->forEach([&](const NodeLine& line) {
        ++total;
        ready += nodeLook(*line.node).tone != Tone::Error;
        cpu += line.node->allocatable.cpuMilli;
        memory += line.node->allocatable.memory;
        room += line.node->allocatable.pods;
        if (!std::isnan(line.usedCpuMilli)) {
            usedCpu = (std::isnan(usedCpu) ? 0 : usedCpu) + line.usedCpuMilli;
            usedMemory = std::max<qint64>(usedMemory, 0) + std::max<qint64>(line.usedMemory, 0);
        }
    });
    const NodeLoad load = m_loads ? m_loads->all : NodeLoad();
    const double cpuPart = m_loads ? share(double(load.cpuMilli), double(cpu)) : -1;
    const double memoryPart = m_loads ? share(double(load.memory), double(memory)) : -1;
    const auto show = [total](FigureCard* card, double part, const QString& requested, const QString& whole,
                              const QString& used) {
        //: %1 is what pods ask for, %2 what nodes give them
        card->set(percent(part), total == 0 ? QString() : tr("%1 of %2").arg(requested, whole), part,
                  loadTone(part));
        //: how much of the nodes' CPU or memory is truly used
        card->setNote(used.isEmpty() ? QString() : tr("%1 used").arg(used));
    };
    show(m_cpu, cpuPart, quantity::formatCpu(double(load.cpuMilli)), quantity::formatCpu(double(cpu)),
         std::isnan(usedCpu) ? QString() : quantity::formatCpu(usedCpu));
    show(m_memory, memoryPart, quantity::formatBytes(load.memory), quantity::formatBytes(memory),
         usedMemory < 0 ? QString() : quantity::formatBytes(usedMemory));
    m_nodes->set(total == 0 ? u"–"_s : locale.toString(ready),
                 //: so many nodes are ready, of all there are
                 total == 0 ? tr("not visible to this user") : tr("ready of %n", nullptr, total),
                 total == 0 ? -1 : share(ready, total), ready < total ? Tone::Warning : Tone::Ok);
    const int pods = m_loads ? m_loads->total : 0;
    QStringList words;
    if (m_loads && m_loads->pending > 0)
        words << tr("%n pending", nullptr, m_loads->pending);
    if (m_loads && m_loads->failed > 0)
        words << tr("%n failed", nullptr, m_loads->failed);
    if (words.isEmpty() && room > 0)
        //: so many pods fit on all nodes
        words << tr("room for %1").arg(locale.toString(room));
    m_pods->set(m_loads ? locale.toString(pods) : u"–"_s, words.join(u" · "_s),
                room > 0 ? share(load.pods, double(room)) : -1, loadTone(share(load.pods, double(room))));
}

void KubeOverview::showFacts()
{
    const auto discovery = m_cluster ? m_cluster->discovery() : nullptr;
    const auto version = m_cluster ? m_cluster->version() : nullptr;
    const QLocale locale;
    m_facts->set(u"version"_s, tr("Server"), version ? u"Kubernetes "_s + version->gitVersion : QString());
    m_facts->set(u"address"_s, tr("Address"),
                 m_cluster ? m_cluster->api()->endpoint().displayName() : QString(), Look::Mono);
    QStringList failing;
    for (const HealthCheck& check : m_checks)
        if (!check.ok)
            failing << check.name;
    m_facts->set(u"health"_s, tr("Health"),
                 m_checks.isEmpty()  ? (m_healthAsked ? tr("the server does not tell this user") : QString())
                 : failing.isEmpty() ? tr("ready: %n check(s) pass", nullptr, int(m_checks.size()))
                                     //: %1 are names of checks
                                     : tr("not ready: %1").arg(failing.join(u", "_s)));
    m_facts->set(u"namespaces"_s, tr("Namespaces"),
                 m_nameSpaces >= 0 ? locale.toString(m_nameSpaces) : QString());
    const QStringList scope = m_cluster ? m_cluster->scope() : QStringList();
    m_facts->set(u"scope"_s, tr("Looked at"), scope.isEmpty() ? QString() : scope.join(u", "_s), Look::Mono);
    m_facts->set(u"namespace"_s, tr("Context’s namespace"), m_cluster ? m_cluster->nameSpace() : QString(),
                 Look::Mono);
    m_facts->set(u"kinds"_s, tr("Kinds"),
                 discovery ? locale.toString(discovery->resources.size()) : QString());

    QStringList notes;
    if (discovery)
        for (const QString& group : discovery->staleGroups)
            notes << tr("The API group %1 does not answer; its kinds are missing here.")
                         .arg(plainLine(group, 100));
    m_nodesModel->forEach([&](const NodeLine& line) {
        const QString problems = nodeProblems(*line.node);
        if (!problems.isEmpty() && notes.size() < 8)
            notes << plainLine(line.node->name.toString(), 80) + u": "_s + problems.section(u'\n', 0, 0);
    });
    if (discovery && !discovery->find(u"metrics.k8s.io"_s, u"nodes"_s))
        notes << tr("There is no metrics server: what is used is not known.");
    else if (m_usageError)
        notes << m_usageError->message();
    if (m_cluster && m_cluster->api()->endpoint().insecureSkipVerify)
        notes << tr("The certificate of the server is not checked, as the kubeconfig says.");
    m_noteText->setText(notes.join(u'\n'));
    m_notes->setVisible(!notes.isEmpty());
    place();
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
