#include "ui/common/stall_meter.h"

#include <QAbstractEventDispatcher>
#include <QThread>

#include <ctime>

namespace kaptan::ui
{

static qint64 threadCpuNs()
{
    timespec time{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return qint64(time.tv_sec) * 1'000'000'000 + time.tv_nsec;
}

StallMeter::StallMeter(QObject* parent) : QObject(parent)
{
    m_wall.start();
    QAbstractEventDispatcher* dispatcher = QAbstractEventDispatcher::instance(QThread::currentThread());
    if (!dispatcher)
        return;
    connect(dispatcher, &QAbstractEventDispatcher::awake, this, &StallMeter::wake, Qt::DirectConnection);
    connect(dispatcher, &QAbstractEventDispatcher::aboutToBlock, this, &StallMeter::sleep,
            Qt::DirectConnection);
}

void StallMeter::reset()
{
    m_report = {};
    m_cpuStart = -1;
}

void StallMeter::wake()
{
    // A dispatcher that finds more to do wakes again without having slept: that is the end of a turn too.
    if (m_cpuStart >= 0)
        sleep();
    m_cpuStart = threadCpuNs();
    m_wallStart = m_wall.nsecsElapsed();
}

void StallMeter::sleep()
{
    if (m_cpuStart < 0)
        return;
    const qint64 cpu = threadCpuNs() - m_cpuStart;
    const qint64 wall = m_wall.nsecsElapsed() - m_wallStart;
    m_cpuStart = -1;
    ++m_report.turns;
    m_report.cpuNs += cpu;
    m_report.worstCpuNs = qMax(m_report.worstCpuNs, cpu);
    m_report.worstWallNs = qMax(m_report.worstWallNs, wall);
    size_t bucket = 0;
    while (bucket + 1 < m_report.histogram.size() && cpu >= (qint64(1'000'000) << bucket))
        ++bucket;
    ++m_report.histogram[bucket];
    if (cpu > frameNs) {
        ++m_report.overFrame;
        Q_EMIT stalled(cpu, wall);
    }
}

} // namespace kaptan::ui
