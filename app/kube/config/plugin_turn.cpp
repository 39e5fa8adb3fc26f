#include "app/kube/config/plugin_turn.h"

#include <algorithm>
#include <deque>
#include <mutex>

namespace kaptan::kube
{

struct PluginTurn::Queue {
    std::mutex mutex;
    std::deque<PluginTurn*> turns; ///< the first one runs
};

PluginTurn::Queue& PluginTurn::queue()
{
    static Queue queue;
    return queue;
}

PluginTurn::PluginTurn(QObject* receiver, std::function<void()> fn)
    : m_receiver(receiver), m_fn(std::make_shared<std::function<void()>>(std::move(fn)))
{
    const std::scoped_lock lock(queue().mutex);
    queue().turns.push_back(this);
    if (queue().turns.front() == this)
        begin();
}

PluginTurn::~PluginTurn()
{
    const std::scoped_lock lock(queue().mutex);
    auto& turns = queue().turns;
    const bool first = turns.front() == this;
    turns.erase(std::find(turns.begin(), turns.end(), this));
    if (first && !turns.empty())
        turns.front()->begin();
}

void PluginTurn::begin()
{
    QMetaObject::invokeMethod(
        m_receiver,
        [weak = std::weak_ptr(m_fn)] {
            if (const auto fn = weak.lock())
                (*fn)();
        },
        Qt::QueuedConnection);
}

} // namespace kaptan::kube
