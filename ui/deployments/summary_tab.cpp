#include "ui/deployments/summary_tab.h"

#include "app/core/quantity.h"
#include "app/session/joint_id.h"
#include "ui/common/format.h"
#include "ui/common/plain_text.h"
#include "ui/deployments/spec_text.h"
#include "ui/deployments/workload_actions.h"

#include <QApplication>
#include <QClipboard>
#include <QDesktopServices>
#include <QKeyEvent>
#include <QMenu>
#include <QShortcut>
#include <QUrl>

namespace kaptan::ui
{

using workload::Instance;
using workload::InstanceState;
using workload::PortMapping;

namespace
{

QLabel* plainLabel(QWidget* parent, Look look, bool selectable = true)
{
    auto* label = new QLabel(parent);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    if (selectable)
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    setLook(label, look);
    return label;
}

} // namespace

SummaryTab::SummaryTab(WorkloadActions& actions, const UsageHistory& history, QWidget* parent)
    : QWidget(parent), m_actions(actions), m_history(history), m_sentence(plainLabel(this, Look::Plain)),
      m_reason(plainLabel(this, Look::Muted)), m_missing(new Card({}, this)),
      m_missingNames(plainLabel(this, Look::Mono)), m_replicasHeading(plainLabel(this, Look::Heading, false)),
      m_replicas(new ReplicaModel(history, this)), m_list(new ReplicaList(m_replicas, this)),
      m_ports(new QWidget(this)), m_portsHeading(plainLabel(this, Look::Heading, false)),
      m_portRows(new QVBoxLayout), m_facts(new FactList(this)), m_labelsToggle(new QPushButton(this)),
      m_labels(plainLabel(this, Look::Mono)), m_copy(new QPushButton(this)),
      m_conditionsHeading(plainLabel(this, Look::Heading, false)), m_conditions(plainLabel(this, Look::Plain))
{
    m_conditions->setObjectName(QStringLiteral("conditions"));
    m_sentence->setObjectName(QStringLiteral("stateSentence"));
    m_missing->setObjectName(QStringLiteral("missingCard"));
    auto* repair = new ActionButton(actions.action(Verb::Repair), m_missing);
    repair->setObjectName(QStringLiteral("repairHere"));
    auto* missingRow = new QHBoxLayout;
    missingRow->addWidget(m_missingNames, 1);
    missingRow->addWidget(repair);
    m_missing->body()->addLayout(missingRow);

    auto* portColumn = new QVBoxLayout(m_ports);
    portColumn->setContentsMargins(0, 0, 0, 0);
    portColumn->setSpacing(space::xs);
    portColumn->addWidget(m_portsHeading);
    portColumn->addLayout(m_portRows);
    m_ports->hide();

    setLook(m_labelsToggle, Look::Link);
    m_labelsToggle->setObjectName(QStringLiteral("labelsToggle"));
    m_labelsToggle->setCheckable(true);
    m_labels->hide();
    connect(m_labelsToggle, &QPushButton::toggled, m_labels, &QWidget::setVisible);
    setLook(m_copy, Look::Link);
    m_copy->setObjectName(QStringLiteral("copySummary"));
    connect(m_copy, &QPushButton::clicked, this, [this] { QApplication::clipboard()->setText(asText()); });
    auto* links = new QHBoxLayout;
    links->addWidget(m_labelsToggle);
    links->addStretch();
    links->addWidget(m_copy);

    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::s);
    column->addWidget(m_sentence);
    column->addWidget(m_reason);
    column->addWidget(m_missing);
    column->addSpacing(space::xs);
    column->addWidget(m_replicasHeading);
    column->addWidget(m_list);
    column->addSpacing(space::xs);
    column->addWidget(m_ports);
    column->addWidget(m_facts);
    column->addWidget(m_conditionsHeading);
    column->addWidget(m_conditions);
    column->addLayout(links);
    column->addWidget(m_labels);
    column->addStretch();

    connect(m_list, &ReplicaList::menuRequested, this, &SummaryTab::replicaMenu);
    connect(m_list, &QAbstractItemView::activated, this, &SummaryTab::openReplicaLogs);
    retranslate();
}

void SummaryTab::retranslate()
{
    m_portsHeading->setText(tr("Ports"));
    m_list->setAccessibleName(tr("Replicas"));
    m_copy->setText(tr("Copy as text"));
    if (m_workload) {
        m_shownPorts.clear();
        show(std::exchange(m_workload, nullptr), m_address);
    }
}

void SummaryTab::setOnCluster(bool onCluster)
{
    m_onCluster = onCluster;
}

void SummaryTab::show(const workload::WorkloadPtr& workload, const QString& address)
{
    const bool other = !m_workload || !workload || m_workload->id != workload->id;
    m_workload = workload;
    m_address = address;
    if (!workload)
        return;
    if (other)
        m_labelsToggle->setChecked(false);
    m_sentence->setText(stateSentence(*workload));
    m_reason->setText(plainLine(workload->reason, 400));
    m_reason->setVisible(!workload->reason.isEmpty());

    QStringList missing;
    for (const Instance& instance : workload->instances)
        if (instance.state == InstanceState::Missing)
            missing += plainLine(instance.name, 80);
    const int count = workload->missing();
    m_missing->setVisible(count > 0);
    m_missing->setHeading(tr("%n replicas are missing", nullptr, count));
    m_missingNames->setText(missing.mid(0, 6).join(u'\n') +
                            (missing.size() > 6 ? QStringLiteral("\n…") : QString()));

    m_replicasHeading->setText(m_onCluster ? tr("Pods") : tr("Replicas"));
    m_replicas->show(workload->instances.list());
    showPorts();
    showFacts();

    m_labelsToggle->setVisible(!workload->labels.isEmpty());
    m_labelsToggle->setText(tr("Labels (%1)").arg(workload->labels.size()));
    m_labels->setText(plainBlock(spec_text::formatLabels(workload->labels), 20000));
}

void SummaryTab::showPorts()
{
    QVector<PortMapping> ports = m_workload->ports;
    for (const Instance& instance : m_workload->instances)
        for (const PortMapping& port : instance.ports)
            if (port.hostPort != 0 && !ports.contains(port))
                ports.append(port);
    // What an instance has truly been given replaces the wish for "any".
    QVector<PortMapping> shown;
    for (const PortMapping& port : std::as_const(ports))
        if (port.hostPort != 0 && port.hostPortEnd == 0 && shown.size() < 12)
            shown.append(port);
    if (shown == m_shownPorts)
        return;
    m_shownPorts = shown;
    while (QLayoutItem* item = m_portRows->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    for (const PortMapping& port : shown) {
        const QString url = portUrl(port, m_address);
        const QString text = portsText({port});
        if (url.isEmpty()) {
            auto* label = plainLabel(m_ports, Look::Mono);
            label->setText(text);
            m_portRows->addWidget(label);
            continue;
        }
        auto* link = new QPushButton(text, m_ports);
        setLook(link, Look::Link);
        link->setObjectName(QStringLiteral("portLink"));
        link->setToolTip(plainToolTip(tr("Open %1 in the browser").arg(url)));
        link->setAccessibleName(tr("Open %1").arg(url));
        connect(link, &QPushButton::clicked, this, [url] { QDesktopServices::openUrl(QUrl(url)); });
        m_portRows->addWidget(link, 0, Qt::AlignLeft);
    }
    m_ports->setVisible(!shown.isEmpty());
}

void SummaryTab::showFacts()
{
    const workload::Workload& w = *m_workload;
    m_facts->set(QStringLiteral("image"), tr("Image"), plainLine(w.images.join(QStringLiteral(", ")), 1000),
                 Look::Mono);
    m_facts->set(QStringLiteral("kind"), tr("Kind"), kindName(w.kind));
    //: the connection that it is of, where several are shown together
    m_facts->set(QStringLiteral("connection"), tr("Cluster"), plainLine(w.connection, 300), Look::Mono);
    m_facts->set(QStringLiteral("group"), m_onCluster ? tr("Namespace") : tr("Project"),
                 plainLine(w.group, 300), Look::Mono);
    //: what made an object: "ReplicaSet web-7d4b9c"
    m_facts->set(QStringLiteral("owner"), tr("Owner"),
                 w.ownerKind.isEmpty() ? QString() : plainLine(w.ownerKind + u' ' + w.ownerName, 300),
                 Look::Mono);
    m_facts->set(QStringLiteral("networks"), tr("Networks"),
                 plainLine(w.networks.join(QStringLiteral(", ")), 1000), Look::Mono);
    m_facts->set(QStringLiteral("revision"), tr("Revision"),
                 w.revision > 0 ? QString::number(w.revision) : QString());
    m_facts->set(QStringLiteral("health"), tr("Health check"),
                 w.hasHealthCheck ? tr("yes") : tr("none", "health check"));
    m_facts->set(QStringLiteral("restarts"), tr("Restarts"), QLocale().toString(w.restarts));
    m_facts->set(QStringLiteral("created"), tr("Created"), absoluteTime(w.created));
    showConditions();
    touch();
}

/// What the controllers say about it, in their own words, the bad news first.
void SummaryTab::showConditions()
{
    QStringList bad, good;
    for (const workload::Condition& one : m_workload->conditions) {
        // These two are false when all is well.
        const bool inverted =
            one.type == u"ReplicaFailure" || one.type == u"Failed" || one.type == u"Suspended";
        const bool fine = (one.status == u"True") != inverted;
        QString line = (fine ? QStringLiteral("✓ ") : QStringLiteral("✗ ")) + plainLine(one.type, 80);
        if (!one.reason.isEmpty())
            line += QStringLiteral(" · ") + plainLine(one.reason, 80);
        if (!one.message.isEmpty())
            line += u'\n' + plainLine(one.message, 400);
        (fine ? good : bad).append(line);
    }
    m_conditions->setText((bad + good).join(u'\n'));
    m_conditionsHeading->setText(tr("Conditions"));
    m_conditionsHeading->setVisible(!m_workload->conditions.isEmpty());
    m_conditions->setVisible(!m_workload->conditions.isEmpty());
}

void SummaryTab::touch()
{
    if (!m_workload)
        return;
    const qint64 limit = m_history.memoryLimit(m_workload->id);
    m_facts->set(QStringLiteral("memoryLimit"), tr("Memory limit"),
                 limit > 0 ? quantity::formatBytes(limit) : QString());
    m_replicas->touch();
}

QString SummaryTab::asText() const
{
    if (!m_workload)
        return {};
    const workload::Workload& w = *m_workload;
    QStringList lines{plainLine(w.name), look(w.state).word + QStringLiteral(": ") + stateSentence(w)};
    if (!w.reason.isEmpty())
        lines += plainLine(w.reason);
    for (int row = 0; row < m_replicas->rowCount(); ++row)
        lines += QStringLiteral("  ") +
                 m_replicas->data(m_replicas->index(row), Qt::AccessibleTextRole).toString();
    const std::pair<const char*, QString> facts[] = {{"image", tr("Image")},
                                                     {"connection", tr("Cluster")},
                                                     {"networks", tr("Networks")},
                                                     {"memoryLimit", tr("Memory limit")},
                                                     {"created", tr("Created")}};
    for (const auto& [id, name] : facts)
        if (const QString value = m_facts->value(QLatin1String(id)); !value.isEmpty())
            lines += name + QStringLiteral(": ") + value;
    if (!m_shownPorts.isEmpty())
        lines += tr("Ports") + QStringLiteral(": ") + portsText(m_shownPorts);
    return lines.join(u'\n');
}

void SummaryTab::openReplicaLogs()
{
    const Instance* instance = m_list->current();
    if (instance && m_workload && !instance->id.isEmpty() && m_actions.action(Verb::Logs)->isEnabled())
        m_actions.openLogs(*m_workload, *instance);
}

void SummaryTab::replicaMenu(const QPoint& at)
{
    const Instance* current = m_list->current();
    if (!current || !m_workload)
        return;
    const Instance instance = *current;
    const workload::WorkloadPtr workload = m_workload;
    auto* menu = new QMenu(this);
    menu->setObjectName(QStringLiteral("replicaMenu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    showToolTips(menu);
    const auto add = [&](const QString& text, const QString& icon, const QString& whyNot) {
        QAction* action = menu->addAction(Style::instance().icon(icon), text);
        setActionReason(action, whyNot);
        return action;
    };
    if (instance.state == InstanceState::Missing) {
        menu->addAction(m_actions.action(Verb::Repair));
    } else {
        const QString noLogs =
            m_actions.action(Verb::Logs)->isEnabled() ? QString() : m_actions.action(Verb::Logs)->toolTip();
        connect(add(tr("Logs of this replica"), QStringLiteral("logs"), noLogs), &QAction::triggered, this,
                [this, workload, instance] { m_actions.openLogs(*workload, instance); });
        connect(add(tr("Restart this replica"), QStringLiteral("restart"), m_actions.whyNotInstance()),
                &QAction::triggered, this,
                [this, workload, instance] { m_actions.restartInstance(workload, instance); });
    }
    menu->addSeparator();
    connect(add(tr("Copy name"), QStringLiteral("copy"), {}), &QAction::triggered, this,
            [instance] { QApplication::clipboard()->setText(instance.name); });
    if (!instance.id.isEmpty())
        connect(add(tr("Copy id"), QStringLiteral("copy"), {}), &QAction::triggered, this,
                [instance] { QApplication::clipboard()->setText(session::ownId(instance.id)); });
    menu->popup(at);
}

} // namespace kaptan::ui
