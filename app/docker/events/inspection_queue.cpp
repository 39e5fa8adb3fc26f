#include "app/docker/events/inspection_queue.h"

namespace kaptan::docker
{

InspectionQueue::InspectionQueue(EngineApi& api, Take take, QObject* parent)
    : QObject(parent), m_api(api), m_take(std::move(take))
{
}

void InspectionQueue::addFirst(const QString& id)
{
    if (m_underWay.contains(id)) {
        m_again.insert(id);
        return;
    }
    // One that waits in the background comes forward; its old place is skipped when it is reached.
    m_waiting.insert(id);
    if (!m_forward.contains(id)) {
        m_forward.insert(id);
        m_first.push_back(id);
    }
    next();
}

void InspectionQueue::addLast(const QString& id)
{
    if (m_waiting.contains(id) || m_underWay.contains(id))
        return;
    m_waiting.insert(id);
    m_last.push_back(id);
    next();
}

void InspectionQueue::clear()
{
    ++m_round;
    m_first.clear();
    m_last.clear();
    m_forward.clear();
    m_waiting.clear();
    m_underWay.clear();
    m_again.clear();
}

void InspectionQueue::forget(const QString& id)
{
    m_waiting.remove(id);
    m_again.remove(id);
}

void InspectionQueue::next()
{
    while (m_underWay.size() < atOnce && !(m_first.empty() && m_last.empty())) {
        std::deque<QString>& queue = m_first.empty() ? m_last : m_first;
        const QString id = queue.front();
        if (&queue == &m_first)
            m_forward.remove(id);
        queue.pop_front();
        if (!m_waiting.remove(id))
            continue;
        m_underWay.insert(id);
        whenDone(m_api.inspectContainer(id), this,
                 [this, round = m_round, id](const Result<ContainerDetails>& details) {
                     onDone(round, id, details);
                 });
    }
}

void InspectionQueue::onDone(quint64 round, const QString& id, const Result<ContainerDetails>& details)
{
    if (round != m_round)
        return;
    m_underWay.remove(id);
    if (m_again.remove(id))
        addFirst(id);
    m_take(id, details);
    if (round == m_round)
        next();
}

} // namespace kaptan::docker
