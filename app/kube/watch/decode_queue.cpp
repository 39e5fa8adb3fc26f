#include "app/kube/watch/decode_queue.h"

namespace kaptan::kube
{

DecodeQueue::DecodeQueue(QThreadPool* pool)
    : m_pool(pool ? pool : QThreadPool::globalInstance()), m_mailbox(std::make_shared<Mailbox>())
{
    m_mailbox->owner = this;
}

DecodeQueue::~DecodeQueue()
{
    const QMutexLocker lock(&m_mailbox->mutex);
    m_mailbox->owner = nullptr;
}

void DecodeQueue::then(std::function<void()> done)
{
    enqueue([done = std::move(done)] { return done; });
}

void DecodeQueue::clear()
{
    ++m_epoch;
    m_jobs.clear();
    m_running = false;
}

void DecodeQueue::enqueue(Job job)
{
    m_jobs.push_back(std::move(job));
    next();
}

void DecodeQueue::next()
{
    if (m_running || m_jobs.empty())
        return;
    m_running = true;
    Job job = std::move(m_jobs.front());
    m_jobs.pop_front();
    m_pool->start([mailbox = m_mailbox, job = std::move(job), epoch = m_epoch]() mutable {
        Completion completion = job();
        job = nullptr; // what it read is not needed while the result waits
        const QMutexLocker lock(&mailbox->mutex);
        // Under the lock the owner cannot go, and what is posted to it goes with it.
        if (DecodeQueue* owner = mailbox->owner)
            QMetaObject::invokeMethod(
                owner,
                [owner, epoch, completion = std::move(completion)] { owner->finished(epoch, completion); },
                Qt::QueuedConnection);
    });
}

void DecodeQueue::finished(int epoch, const Completion& completion)
{
    if (epoch != m_epoch)
        return;
    m_running = false;
    next(); // the worker goes on while this thread takes the result
    completion();
}

} // namespace kaptan::kube
