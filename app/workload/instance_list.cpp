#include "app/workload/instance_list.h"

#include <algorithm>
#include <atomic>
#include <mutex>

namespace kaptan::workload
{

struct InstanceList::Lazy {
    explicit Lazy(std::shared_ptr<const InstanceMaker> from) : maker(std::move(from)) {}

    const QVector<Instance>& list() const
    {
        std::call_once(once, [this] {
            made = maker->make();
            isMade.store(true, std::memory_order_release);
        });
        return made;
    }

    const std::shared_ptr<const InstanceMaker> maker;
    mutable std::once_flag once;
    mutable QVector<Instance> made;
    mutable std::atomic<bool> isMade = false;
};

InstanceList::InstanceList(std::shared_ptr<const InstanceMaker> maker)
    : m_lazy(std::make_shared<const Lazy>(std::move(maker)))
{
}

qsizetype InstanceList::size() const
{
    return m_lazy ? m_lazy->maker->count() : m_own.size();
}

const QVector<Instance>& InstanceList::list() const
{
    return m_lazy ? m_lazy->list() : m_own;
}

QVector<Instance> InstanceList::passing() const
{
    if (m_lazy && !m_lazy->isMade.load(std::memory_order_acquire))
        return m_lazy->maker->make();
    return list();
}

QStringList InstanceList::ids(bool runningOnly) const
{
    if (m_lazy)
        return m_lazy->maker->ids(runningOnly);
    QStringList ids;
    for (const Instance& instance : m_own)
        if (!instance.id.isEmpty() && (!runningOnly || instance.state == InstanceState::Running))
            ids += instance.id;
    return ids;
}

int InstanceList::missing() const
{
    if (m_lazy)
        return m_lazy->maker->missing();
    return int(std::count_if(m_own.cbegin(), m_own.cend(),
                             [](const Instance& i) { return i.state == InstanceState::Missing; }));
}

QVector<Instance>& InstanceList::own()
{
    if (m_lazy) {
        m_own = m_lazy->list();
        m_lazy.reset();
    }
    return m_own;
}

bool InstanceList::operator==(const InstanceList& other) const
{
    if (m_lazy && other.m_lazy)
        return m_lazy == other.m_lazy || m_lazy->maker->makesSameAs(*other.m_lazy->maker);
    return size() == other.size() && passing() == other.passing();
}

} // namespace kaptan::workload
