#pragma once

#include <QMutex>
#include <QObject>
#include <QThreadPool>

#include <deque>
#include <functional>
#include <memory>

/// Work in order on a worker, results back in the caller's thread. For this room's own sources only.
namespace kaptan::kube
{

/// One thing at a time. Results that come after clear() or after its own end are dropped.
class DecodeQueue : public QObject
{
    Q_OBJECT
public:
    explicit DecodeQueue(QThreadPool* pool);
    ~DecodeQueue() override;

    /// `work()` on a worker, then `done(its result)` in this thread, in the order of these calls.
    template <class Work, class Done>
    void run(Work work, Done done)
    {
        enqueue([work = std::move(work), done = std::move(done)]() mutable -> Completion {
            auto result = std::make_shared<decltype(work())>(work());
            return [result, done]() mutable { done(std::move(*result)); };
        });
    }

    /// `done()` when all before it is done.
    void then(std::function<void()> done);
    void clear();

private:
    using Completion = std::function<void()>;
    using Job = std::function<Completion()>;

    struct Mailbox {
        QMutex mutex;
        DecodeQueue* owner;
    };

    void enqueue(Job job);
    void next();
    void finished(int epoch, const Completion& completion);

    QThreadPool* m_pool;
    std::shared_ptr<Mailbox> m_mailbox;
    std::deque<Job> m_jobs;
    int m_epoch = 0;
    bool m_running = false;
};

} // namespace kaptan::kube
