#pragma once

#include "kube_bench.h"
#include "pod_farm.h"

#include <QTimer>

#include <vector>

namespace bench
{

/// Changes of the farm's pods at an even rate: of each hundred five are new pods and five go. Its clock ticks
/// in the farm's thread.
class Replay
{
public:
    /// `events` at most, in all.
    Replay(PodFarm& farm, int pods, int events)
        : m_farm(farm), m_pods(pods), m_last(size_t(pods + events / 20 + 1), untouched)
    {
    }

    /// From where it stands up to `events` in all; tells `trail` of each where there is one. In the farm's
    /// thread.
    void start(int perSecond, int events, Trail* trail, std::atomic<bool>& done);

    static constexpr int untouched = -1;

    /// By pod the number of its last change; 0 where it is gone.
    const std::vector<int>& last() const { return m_last; }

private:
    QByteArray next(Trail* trail);

    PodFarm& m_farm;
    int m_pods;
    int m_told = 0;
    int m_made = 0;
    std::vector<int> m_last; ///< of its full size from the beginning: what is measured is not ours
};

} // namespace bench
