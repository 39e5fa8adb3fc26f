#include "ui/deployments/replica_list.h"

#include "app/core/quantity.h"
#include "ui/common/delegates.h"
#include "ui/common/format.h"
#include "ui/common/plain_text.h"
#include "ui/deployments/workload_verbs.h"

#include <QContextMenuEvent>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace kaptan::ui
{

using workload::Instance;
using workload::InstanceState;

ReplicaModel::ReplicaModel(const UsageHistory& history, QObject* parent)
    : QAbstractListModel(parent), m_history(history)
{
}

void ReplicaModel::show(const QVector<Instance>& instances)
{
    const bool same = instances.size() == m_instances.size() &&
                      std::equal(instances.cbegin(), instances.cend(), m_instances.cbegin(),
                                 [](const Instance& a, const Instance& b) { return a.name == b.name; });
    if (same) {
        if (instances == m_instances)
            return;
        m_instances = instances;
        touch();
        return;
    }
    beginResetModel();
    m_instances = instances;
    endResetModel();
}

void ReplicaModel::touch()
{
    if (!m_instances.isEmpty())
        Q_EMIT dataChanged(index(0), index(int(m_instances.size()) - 1));
}

const Instance* ReplicaModel::at(int row) const
{
    return row >= 0 && row < m_instances.size() ? &m_instances.at(row) : nullptr;
}

int ReplicaModel::rowOf(const QString& name) const
{
    for (int i = 0; i < m_instances.size(); ++i)
        if (m_instances.at(i).name == name)
            return i;
    return -1;
}

int ReplicaModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_instances.size());
}

QString ReplicaModel::detail(const Instance& instance) const
{
    if (instance.state == InstanceState::Missing)
        return tr("It ought to be there and is not; repair makes it again.");
    const qint64 now = QDateTime::currentMSecsSinceEpoch();
    QStringList parts;
    if (instance.state == InstanceState::Running && instance.started.isValid())
        //: %1 a span of time such as "3 min"
        parts += tr("up %1").arg(relativeTime(instance.started));
    else if (instance.finished.isValid())
        parts += tr("ended %1 ago").arg(relativeTime(instance.finished));
    if (instance.restarts > 0)
        parts += tr("%n restarts", nullptr, instance.restarts);
    if (const QString end = lastEnd(instance); !end.isEmpty())
        parts += end;
    if (!instance.reason.isEmpty() && instance.state != InstanceState::Running)
        parts += plainLine(instance.reason, 60);
    if (const double cpu = m_history.currentOf(instance.id, Metric::Cpu, now); !std::isnan(cpu))
        //: how much CPU a replica uses
        parts += tr("CPU %1").arg(quantity::formatCpu(cpu));
    if (const double memory = m_history.currentOf(instance.id, Metric::Memory, now); !std::isnan(memory))
        parts += quantity::formatBytes(qint64(memory));
    if (!instance.address.isEmpty())
        parts += plainLine(instance.address, 60);
    if (!instance.node.isEmpty())
        //: %1 the name of a node: where a pod runs
        parts += tr("on %1").arg(plainLine(instance.node, 60));
    if (!instance.ports.isEmpty())
        parts += portsText(instance.ports);
    if (instance.health == workload::Health::Unhealthy && !instance.lastHealthOutput.isEmpty())
        parts += plainLine(instance.lastHealthOutput, 120);
    return parts.join(QStringLiteral(" · "));
}

/// "proxy · ready · 2 restarts · last OOMKilled (137) · readiness healthy".
QString ReplicaModel::containerLine(const workload::InstanceContainer& container) const
{
    using Probe = workload::Probe;
    QStringList parts{plainLine(container.name, 80)};
    if (container.role == workload::InstanceContainer::Role::Init)
        //: a container that runs before the others
        parts += tr("init");
    workload::Instance like;
    like.state = container.state;
    parts += container.ready ? tr("ready") : look(like).word;
    if (!container.reason.isEmpty())
        parts += plainLine(container.reason, 60);
    if (container.restarts > 0)
        parts += tr("%n restarts", nullptr, container.restarts);
    if (!container.lastReason.isEmpty() && container.lastExitCode)
        //: why a container ended the last time: %1 a word as OOMKilled, %2 its exit code
        parts += tr("last %1 (%2)").arg(plainLine(container.lastReason, 60)).arg(*container.lastExitCode);
    for (const Probe& probe : container.probes) {
        const QString kind = probe.kind == Probe::Kind::Startup     ? tr("startup probe")
                             : probe.kind == Probe::Kind::Readiness ? tr("readiness probe")
                                                                    : tr("liveness probe");
        const QString word = probe.health == workload::Health::Healthy     ? tr("passes")
                             : probe.health == workload::Health::Unhealthy ? tr("fails")
                             : probe.health == workload::Health::Starting  ? tr("not yet")
                                                                           : tr("unknown");
        parts += kind + QStringLiteral(": ") + word;
    }
    return parts.join(QStringLiteral(" · "));
}

QVariant ReplicaModel::data(const QModelIndex& index, int role) const
{
    const Instance* instance = at(index.row());
    if (!instance)
        return {};
    switch (role) {
    case Qt::DisplayRole:
        return plainLine(instance->name, 400);
    case DetailRole:
        return detail(*instance);
    case Qt::ToolTipRole: {
        QString text = plainLine(instance->name, 200) + u'\n' + detail(*instance);
        if (instance->started.isValid())
            text += u'\n' + tr("Started %1").arg(absoluteTime(instance->started));
        for (const workload::InstanceContainer& one : instance->containers)
            text += u'\n' + containerLine(one);
        return plainToolTip(text);
    }
    case Qt::AccessibleTextRole:
        return plainLine(instance->name, 400) + QStringLiteral(", ") + look(*instance).word +
               QStringLiteral(", ") + detail(*instance);
    default:
        return {};
    }
}

void ReplicaDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                            const QModelIndex& index) const
{
    const auto* model = qobject_cast<const ReplicaModel*>(index.model());
    const Instance* instance = model ? model->at(index.row()) : nullptr;
    if (!instance)
        return;
    const Style& style = Style::instance();
    painter->save();
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    if (selected)
        painter->fillRect(option.rect, style.color(ColorRole::Selection));
    else if (option.state.testFlag(QStyle::State_MouseOver))
        painter->fillRect(option.rect, style.color(ColorRole::Hover));
    if (index.row() + 1 < index.model()->rowCount()) {
        painter->setPen(style.color(ColorRole::Border));
        painter->drawLine(option.rect.bottomLeft(), option.rect.bottomRight());
    }
    if (selected && option.state.testFlag(QStyle::State_HasFocus))
        painter->fillRect(QRect(option.rect.left(), option.rect.top(), 3, option.rect.height()),
                          style.tone(Tone::Accent).fg);

    const QRect inner = option.rect.adjusted(space::s, space::xs, -space::s, -space::xs);
    const QRect top(inner.left(), inner.top(), inner.width(), inner.height() / 2);
    const QRect bottom(inner.left(), top.bottom() + 1, inner.width(), inner.height() - top.height());
    const StateLook state = look(*instance);
    const QSize chip = chipSize(state.icon, state.word);
    const QRect chipRect(top.right() - chip.width() + 1, top.top(), chip.width(), top.height());
    paintChip(painter, chipRect, state.icon, state.word, state.tone);

    painter->setFont(style.mono(TextSize::Normal, QFont::DemiBold));
    painter->setPen(style.color(ColorRole::Text));
    const int nameWidth = chipRect.left() - top.left() - space::s;
    painter->drawText(QRect(top.left(), top.top(), nameWidth, top.height()), Qt::AlignVCenter | Qt::AlignLeft,
                      painter->fontMetrics().elidedText(index.data().toString(), Qt::ElideMiddle, nameWidth));
    painter->setFont(style.font(TextSize::Small));
    painter->setPen(style.color(ColorRole::Muted));
    painter->drawText(bottom, Qt::AlignVCenter | Qt::AlignLeft | Qt::TextSingleLine,
                      painter->fontMetrics().elidedText(index.data(ReplicaModel::DetailRole).toString(),
                                                        Qt::ElideRight, bottom.width()));
    painter->restore();
}

QSize ReplicaDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex&) const
{
    return {option.rect.width(), 46};
}

ReplicaList::ReplicaList(ReplicaModel* model, QWidget* parent) : QListView(parent), m_replicas(model)
{
    setObjectName(QStringLiteral("replicaList"));
    setModel(model);
    setItemDelegate(new ReplicaDelegate(this));
    setUniformItemSizes(true);
    setMouseTracking(true);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setEditTriggers(NoEditTriggers);
    setTextElideMode(Qt::ElideMiddle);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(model, &QAbstractItemModel::modelReset, this, &ReplicaList::fit);
    // A reset forgets the current row; the operator looks at a name, not at a number.
    connect(model, &QAbstractItemModel::modelAboutToBeReset, this, [this] {
        const Instance* one = current();
        m_keptName = one ? one->name : QString();
    });
    connect(model, &QAbstractItemModel::modelReset, this, [this] {
        if (const int row = m_keptName.isEmpty() ? -1 : m_replicas->rowOf(m_keptName); row >= 0)
            setCurrentIndex(m_replicas->index(row));
    });
}

const Instance* ReplicaList::current() const
{
    return currentIndex().isValid() ? m_replicas->at(currentIndex().row()) : nullptr;
}

QSize ReplicaList::sizeHint() const
{
    const int rows = std::clamp(m_replicas->rowCount(), 1, 8);
    return {240, rows * 46 + 2 * frameWidth()};
}

QSize ReplicaList::minimumSizeHint() const
{
    return {120, sizeHint().height()};
}

void ReplicaList::fit()
{
    updateGeometry();
}

void ReplicaList::contextMenuEvent(QContextMenuEvent* event)
{
    QPoint at = event->globalPos();
    if (event->reason() == QContextMenuEvent::Keyboard && currentIndex().isValid())
        at = viewport()->mapToGlobal(visualRect(currentIndex()).center());
    if (currentIndex().isValid())
        Q_EMIT menuRequested(at);
}

} // namespace kaptan::ui
