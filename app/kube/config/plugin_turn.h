#pragma once

#include <QObject>

#include <functional>
#include <memory>

namespace kaptan::kube
{

/// One exec plugin at a time in the whole program, since each may open a browser or ask for a touch: the
/// right to run one, in the order of asking. Credentials live in several threads.
class PluginTurn
{
public:
    /// Calls `fn` once in the receiver's thread, later, when all before have gone. The receiver must outlive
    /// the turn, and both are of one thread.
    PluginTurn(QObject* receiver, std::function<void()> fn);
    /// Gives the turn back, or leaves the queue.
    ~PluginTurn();
    PluginTurn(const PluginTurn&) = delete;
    PluginTurn& operator=(const PluginTurn&) = delete;

private:
    struct Queue;
    static Queue& queue();
    void begin();

    QObject* m_receiver;
    /// Also tells a call that is on its way already that the turn is gone.
    std::shared_ptr<std::function<void()>> m_fn;
};

} // namespace kaptan::kube
