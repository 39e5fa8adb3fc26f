#include "app/net/io_thread.h"

#include <QPointer>

#include <algorithm>
#include <vector>

namespace kaptan::net
{

/// Lives in the worker thread; its list is touched only there.
class IoThread::Keeper : public QObject
{
public:
    void clear()
    {
        while (!m_objects.empty()) {
            QPointer<QObject> last = m_objects.back();
            m_objects.pop_back();
            delete last.data();
        }
    }

    std::vector<QPointer<QObject>> m_objects;
};

IoThread::IoThread(const QString& name) : m_keeper(new Keeper)
{
    m_thread.setObjectName(name);
    m_keeper->moveToThread(&m_thread);
    m_thread.start();
}

IoThread::~IoThread()
{
    Keeper* keeper = m_keeper;
    // Before the loop ends: sockets and managers want their thread's event dispatcher while they close.
    QMetaObject::invokeMethod(
        keeper,
        [keeper, thread = &m_thread] {
            keeper->clear();
            keeper->deleteLater(); // what was posted to the keeper after this is dropped with it
            thread->quit();
        },
        Qt::QueuedConnection);
    m_thread.wait();
}

void IoThread::adoptObject(QObject* object)
{
    Q_ASSERT(!object->parent());
    object->moveToThread(&m_thread);
    Keeper* keeper = m_keeper;
    QMetaObject::invokeMethod(
        keeper, [keeper, object] { keeper->m_objects.emplace_back(object); }, Qt::QueuedConnection);
}

void IoThread::dismiss(QObject* object)
{
    Keeper* keeper = m_keeper;
    QMetaObject::invokeMethod(
        keeper,
        [keeper, object] {
            const auto it = std::find_if(keeper->m_objects.begin(), keeper->m_objects.end(),
                                         [object](const auto& kept) { return kept.data() == object; });
            if (it == keeper->m_objects.end())
                return;
            keeper->m_objects.erase(it);
            delete object;
        },
        Qt::QueuedConnection);
}

void IoThread::run(std::function<void()> fn)
{
    QMetaObject::invokeMethod(m_keeper, std::move(fn), Qt::QueuedConnection);
}

} // namespace kaptan::net
