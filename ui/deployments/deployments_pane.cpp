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
/// Rows of one turn; to remove one is less work.
constexpr qsizetype portion = 1000, removals = 5000;

} // namespace

DeploymentsPane::~DeploymentsPane()
{
    detach();
}

QString DeploymentsPane::title() const
{
    return tr("Deployments");
}

void DeploymentsPane::setSession(session::Session* session)
{
    if (m_session == session)
        return;
    detach();
    m_session = session;
    m_loaded = false;
    m_history.clear();
    m_frame->drawer(drawerId)->close();
    m_details->setSession(session);
    m_actions->setSession(session);
    m_flow->setSession(session);
    const bool joint = session && session->isJoint();
    m_model->setOrigin(session && session->platform() == workload::Platform::Kubernetes, joint);
    if (!joint && m_model->sortColumn() == DeploymentsModel::Connection)
        m_table->sortByColumn(DeploymentsModel::Name, Qt::AscendingOrder); // nobody would see by what
    m_counts = {};
    m_model->setRows({});
    m_frame->setContentState(PaneFrame::ContentState::Unknown);
    m_frame->followSession(session);
    showCounts();
    showNotes();
    if (!session)
        return;
    m_connections += connect(session, &session::Session::stateChanged, this, [this] {
        attach();
        m_actions->refresh();
        m_flow->refresh();
        showCounts();
        showNotes();
    });
    attach();
}

/// An empty table where the user may not look would say that there is nothing.
void DeploymentsPane::showNotes()
{
    m_frame->setNotice(m_session ? m_session->state().notes.join(u'\n') : QString());
}

void DeploymentsPane::attach()
{
    // Ports exist from the session's open() on.
    if (!m_session || m_source || !m_session->workloads())
        return;
    m_source = m_session->workloads();
    m_metrics = m_session->metrics();
    m_events = m_session->events();
    m_connections += connect(m_source, &workload::WorkloadSource::changed, this, &DeploymentsPane::take);
    if (m_metrics)
        m_connections +=
            connect(m_metrics, &workload::MetricSource::sampled, this, &DeploymentsPane::takeSamples);
    if (m_events)
        m_connections +=
            connect(m_events, &workload::EventSource::happened, m_details, &WorkloadDetails::addEvents);
    load();
}

void DeploymentsPane::detach()
{
    if (m_metrics && !m_watched.isEmpty())
        m_metrics->watch(this, {});
    m_watched.clear();
    m_incoming.clear();
    m_incomingTimer.stop();
    m_reset.reset();
    for (const auto& connection : std::as_const(m_connections))
        disconnect(connection);
    m_connections.clear();
    m_source = nullptr;
    m_metrics = nullptr;
    m_events = nullptr;
}

void DeploymentsPane::load()
{
    WorkloadDelta all;
    all.reset = true;
    all.upserted = m_source->workloads();
    if (!all.upserted.isEmpty())
        take(all);
}

/// Tens of thousands at once are taken over in portions, one a turn of the event loop.
void DeploymentsPane::take(const WorkloadDelta& delta)
{
    m_incoming.push_back(delta);
    if (!m_incomingTimer.isActive())
        takeNext();
}

void DeploymentsPane::takeNext()
{
    if (m_incoming.empty())
        return;
    WorkloadDelta& first = m_incoming.front();
    if (std::exchange(first.reset, false))
        startReset();
    WorkloadDelta part;
    if (!m_reset || sweep(first)) {
        if (first.upserted.size() <= portion && first.removed.size() <= removals) {
            part = std::move(first);
            m_incoming.pop_front();
        } else {
            part.removed = first.removed.mid(0, removals);
            first.removed.remove(0, part.removed.size());
            if (first.removed.isEmpty()) {
                part.upserted = first.upserted.mid(0, portion);
                first.upserted.remove(0, part.upserted.size());
            }
        }
        apply(part);
    } else if (!first.removed.isEmpty()) {
        part.removed = std::exchange(first.removed, {});
        apply(part);
    }
    if (!m_incoming.empty())
        m_incomingTimer.start();
}

/// Merged instead of replaced: after a reconnect most rows are the same, and keep their place.
void DeploymentsPane::startReset()
{
    if (m_model->total() == 0)
        return;
    m_reset.emplace();
    m_reset->before.reserve(m_model->total());
    m_model->forEach([this](const WorkloadRow& row) { m_reset->before.append(row.workload->id); });
}

/// Looks for rows that are not in the new list: they go first, the rest only adds. So many ids a turn; true
/// at the end.
bool DeploymentsPane::sweep(WorkloadDelta& all)
{
    Reset& reset = *m_reset;
    qsizetype ids = 20'000;
    for (; reset.next < all.upserted.size() && ids > 0; ++reset.next, --ids)
        reset.kept.insert(all.upserted[reset.next]->id);
    if (reset.next < all.upserted.size())
        return false;
    for (; !reset.before.isEmpty() && ids > 0 && all.removed.size() < removals; --ids)
        if (const QString id = reset.before.takeLast(); !reset.kept.contains(id))
            all.removed.append(id);
    if (!reset.before.isEmpty())
        return false;
    m_reset.reset();
    return true;
}

void DeploymentsPane::apply(const WorkloadDelta& delta)
{
    m_loaded = true;
    count(delta);
    QVector<WorkloadRow> rows;
    rows.reserve(delta.upserted.size());
    for (const WorkloadPtr& workload : delta.upserted) {
        if (m_history.knows(workload->id))
            m_history.setInstances(workload->id, workload->instances.ids());
        rows.append({workload, m_model->pending(workload->id)});
    }
    for (const QString& id : delta.removed)
        m_history.remove(id);
    // Before the row goes: the table makes its neighbour the current one, which nobody asked to see.
    if (const WorkloadPtr shown = m_details->shown(); shown && delta.removed.contains(shown->id)) {
        m_frame->drawer(drawerId)->close();
        m_details->show(nullptr);
    }
    if (m_model->total() == 0)
        m_model->setRows(std::move(rows));
    else
        m_model->apply(std::move(rows), delta.removed);

    if (const WorkloadPtr shown = m_details->shown()) {
        const WorkloadPtr now = m_model->workload(shown->id);
        if (now && now != shown)
            m_details->show(now);
    }
    m_actions->rowsChanged(delta);
    m_flow->refresh();
    showCounts();
    watchSoon();
}

/// Before the model has it: what its rows were counts no more.
void DeploymentsPane::count(const WorkloadDelta& delta)
{
    QHash<QString, WorkloadPtr> news;
    const auto forget = [&](const QString& id) {
        const WorkloadPtr known = news.contains(id) ? news.value(id) : m_model->workload(id);
        if (known)
            count(known->state, -1);
    };
    for (const WorkloadPtr& workload : delta.upserted) {
        forget(workload->id);
        news.insert(workload->id, workload);
        count(workload->state, 1);
    }
    for (const QString& id : delta.removed) {
        if (news.contains(id)) // it is there again, or is forgotten already
            continue;
        forget(id);
        news.insert(id, nullptr);
    }
}

void DeploymentsPane::count(workload::WorkloadState state, int by)
{
    m_counts.failing += matches(StateFilter::Failing, state) ? by : 0;
    m_counts.degraded += matches(StateFilter::Degraded, state) ? by : 0;
    m_counts.underWay += matches(StateFilter::UnderWay, state) ? by : 0;
}

void DeploymentsPane::takeSamples(const QVector<workload::Usage>& batch)
{
    const QVector<QString> touched = m_history.record(batch);
    m_model->touch(touched);
    if (const WorkloadPtr shown = m_details->shown(); shown && touched.contains(shown->id))
        m_details->touch();
}

void DeploymentsPane::showCounts()
{
    const auto [failing, degraded, underWay] = m_counts;
    QVector<PaneFrame::HeaderChip> chips;
    const auto chip = [&](const QString& id, int count, workload::WorkloadState state, const QString& text) {
        if (count == 0)
            return;
        const StateLook one = look(state);
        chips.append({id, one.icon, text, one.tone, tr("Show only these; again to show all")});
    };
    chip(QStringLiteral("failing"), failing, workload::WorkloadState::Failing,
         tr("%n failing", nullptr, failing));
    chip(QStringLiteral("degraded"), degraded, workload::WorkloadState::Degraded,
         tr("%n degraded", nullptr, degraded));
    chip(QStringLiteral("underWay"), underWay, workload::WorkloadState::Progressing,
         //: deployments that are being changed or are starting
         tr("%n under way", nullptr, underWay));
    m_frame->setChips(chips);

    const int total = m_model->total();
    const int shown = m_model->shown();
    const QLocale locale;
    if (!m_loaded)
        m_frame->setCountText({});
    else if (shown == total)
        m_frame->setCountText(locale.toString(total));
    else
        //: %1 rows shown, %2 rows there are
        m_frame->setCountText(tr("%1 of %2").arg(locale.toString(shown), locale.toString(total)));

    // A session is live when its first list has come, so an empty one is truly empty then.
    const bool live = m_session && m_session->state().phase == session::Phase::Live;
    if (total > 0)
        m_frame->setContentState(shown > 0 ? PaneFrame::ContentState::Data
                                           : PaneFrame::ContentState::NoMatch);
    else
        m_frame->setContentState(m_loaded || live ? PaneFrame::ContentState::Empty
                                                  : PaneFrame::ContentState::Unknown);
    if (m_failing != failing) {
        m_failing = failing;
        Q_EMIT badgeChanged();
    }
}

void DeploymentsPane::toggleState(const QString& chip)
{
    const StateFilter wanted = chip == u"failing"    ? StateFilter::Failing
                               : chip == u"degraded" ? StateFilter::Degraded
                                                     : StateFilter::UnderWay;
    m_state->setCurrentIndex(
        m_state->findData(int(m_model->stateFilter() == wanted ? StateFilter::All : wanted)));
}

void DeploymentsPane::openDetails(const QString& id)
{
    const WorkloadPtr workload = m_model->workload(id);
    if (!workload)
        return;
    m_details->show(workload);
    m_frame->drawer(drawerId)->open();
    m_details->touch();
    watchSoon();
}

void DeploymentsPane::noteSelection()
{
    m_actions->setSelection(m_table->selectedKeys());
    setActionReason(m_openDetails,
                    m_table->currentKey().isEmpty() ? tr("Select a deployment first.") : QString());
}

void DeploymentsPane::watchSoon()
{
    if (!m_watchTimer.isActive())
        m_watchTimer.start();
}

void DeploymentsPane::watchVisible()
{
    if (!m_metrics)
        return;
    QSet<QString> wanted;
    const auto add = [&](const Workload& workload) {
        m_history.setInstances(workload.id, workload.instances.ids());
        for (const QString& id : workload.instances.ids(true))
            wanted.insert(id);
    };
    if (isVisible()) {
        if (m_table->isVisible() && m_model->rowCount() > 0) {
            const int first = std::max(0, m_table->rowAt(0));
            int last = m_table->rowAt(m_table->viewport()->height() - 1);
            if (last < 0)
                last = m_model->rowCount() - 1;
            for (int row = first; row <= last; ++row)
                if (const WorkloadRow* one = m_model->rowAt(row))
                    add(*one->workload);
        }
        if (const WorkloadPtr shown = m_details->shown(); shown && m_frame->drawer(drawerId)->isOpen())
            add(*shown);
    }
    if (wanted == m_watched)
        return;
    m_watched = wanted;
    m_metrics->watch(this, wanted);
}

void DeploymentsPane::age()
{
    if (!m_table->isVisible() || m_model->rowCount() == 0)
        return;
    const int first = std::max(0, m_table->rowAt(0));
    const int last = m_table->rowAt(m_table->viewport()->height() - 1);
    QVector<QString> keys;
    for (int row = first; row <= (last < 0 ? m_model->rowCount() - 1 : last); ++row)
        keys.append(m_model->keyAt(row));
    m_model->touch(keys);
    m_details->touch();
}

void DeploymentsPane::focusFilter()
{
    m_frame->focusFilter();
}

void DeploymentsPane::showTarget(const QVariantMap& target)
{
    if (const QString draft = target.value(QStringLiteral("deploy")).toString(); !draft.isEmpty()) {
        if (m_flow->reopen())
            return;
        showTarget({{QStringLiteral("name"), draft}});
        return;
    }
    if (const QString words = target.value(QStringLiteral("filter")).toString(); !words.isEmpty()) {
        m_frame->filterEdit()->setText(words);
        m_table->setFocus();
        return;
    }
    QString id = target.value(QStringLiteral("workloadId")).toString();
    if (const QString name = target.value(QStringLiteral("name")).toString(); id.isEmpty() && !name.isEmpty())
        m_model->forEach([&](const WorkloadRow& row) {
            if (row.workload->name == name)
                id = row.workload->id;
        });
    if (id.isEmpty())
        return;
    if (m_model->rowOf(id) < 0 && m_model->workload(id))
        Q_EMIT m_frame->clearFiltersRequested();
    m_table->selectKey(id);
    openDetails(id);
}

void DeploymentsPane::showEvent(QShowEvent* event)
{
    Pane::showEvent(event);
    m_ageTimer.start();
    age();
    watchSoon();
}

void DeploymentsPane::hideEvent(QHideEvent* event)
{
    Pane::hideEvent(event);
    m_ageTimer.stop();
    watchSoon();
}

} // namespace kaptan::ui
