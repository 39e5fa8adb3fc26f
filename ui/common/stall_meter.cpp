#include "ui/common/stall_meter.h"

#include <QAbstractEventDispatcher>
#include <QCoreApplication>
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
    connect(dispatcher, &QAbstractEventDispatcher::aboutToBlock, this, &StallMeter::turn,
            Qt::DirectConnection);
    connect(dispatcher, &QAbstractEventDispatcher::awake, this, &StallMeter::turn, Qt::DirectConnection);
    QCoreApplication::instance()->installEventFilter(this);
}

void StallMeter::reset()
{
    m_report = {};
    m_cpuStart = -1;
    m_wallStart = -1;
}

bool StallMeter::eventFilter(QObject* watched, QEvent* event)
{
    if (m_wallStart < 0)
        m_wallStart = m_wall.nsecsElapsed();
    return QObject::eventFilter(watched, event);
}

void StallMeter::turn()
{
    const qint64 now = threadCpuNs();
    const qint64 cpu = now - m_cpuStart;
    const qint64 wall = m_wall.nsecsElapsed() - m_wallStart;
    // The turn of a reset is cut, and one without an event did nothing.
    const bool counts = m_cpuStart >= 0 && m_wallStart >= 0;
    m_cpuStart = now;
    m_wallStart = -1;
    if (!counts)
        return;
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
