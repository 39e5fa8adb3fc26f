#include "replay.h"

namespace bench
{

QByteArray Replay::next(Trail* trail)
{
    const int seq = m_told + 1;
    const qint64 version = 2'000'000 + m_told;
    QByteArray line;
    if (m_told % 20 == 3) { // one that is new, somewhere in the order
        const int pod = m_pods + m_made++;
        line = R"({"type":"ADDED","object":)" + PodFarm::pod(pod, version, seq, seq) + "}\n";
        if (trail)
            trail->sent(PodFarm::uid(pod), seq);
        m_last[size_t(pod)] = seq;
    } else if (m_told % 20 == 13) { // first those of the list that nobody changes, then those that came
        const int turn = m_told / 20;
        const int pod = turn < m_pods / 3 ? 1 + turn * 3 : m_pods + turn - m_pods / 3;
        line = R"({"type":"DELETED","object":)" + PodFarm::pod(pod, version, seq) + "}\n";
        m_last[size_t(pod)] = 0;
    } else {
        const int pod = int(qint64(m_told) * 7919 % (m_pods / 3)) * 3;
        line = R"({"type":"MODIFIED","object":)" + PodFarm::pod(pod, version, seq) + "}\n";
        if (trail)
            trail->sent(PodFarm::uid(pod), seq);
        m_last[size_t(pod)] = seq;
    }
    ++m_told;
    return line;
}

void Replay::start(int perSecond, int events, Trail* trail, std::atomic<bool>& done)
{
    auto* pulse = new QTimer;
    pulse->setTimerType(Qt::PreciseTimer);
    pulse->setInterval(10);
    QElapsedTimer timer;
    timer.start();
    const int from = m_told;
    QObject::connect(pulse, &QTimer::timeout, pulse,
                     [this, pulse, perSecond, events, trail, timer, from, &done] {
                         QByteArray lines;
                         while (m_told < events && m_told - from < timer.elapsed() * perSecond / 1000)
                             lines += next(trail);
                         if (!lines.isEmpty())
                             m_farm.tell(lines);
                         if (m_told >= events) {
                             pulse->stop();
                             pulse->deleteLater();
                             done = true;
                         }
                     });
    pulse->start();
}

} // namespace bench
