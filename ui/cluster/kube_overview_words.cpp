#include "ui/cluster/kube_overview.h"

#include "app/core/quantity.h"
#include "ui/cluster/figure_card.h"
#include "ui/common/plain_text.h"
#include "ui/common/table_view.h"

#include <QLocale>
#include <QSet>

#include <cmath>

using namespace Qt::StringLiterals;

/// What the overview says; kube_overview.cpp asks for it.
namespace kaptan::ui
{

namespace
{

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

} // namespace kaptan::ui
