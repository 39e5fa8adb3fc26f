#pragma once

#include <QObject>
#include <QThread>

#include <functional>
#include <memory>

namespace kaptan::net
{

/// A worker thread with an event loop, and the objects that live and die in it. Itself used from the thread
/// that made it.
class IoThread
{
public:
    /// `name` is what debuggers and `top -H` show.
    explicit IoThread(const QString& name);
    /// Deletes what was adopted, the last first, in the worker thread; then ends and joins it.
    ~IoThread();
    IoThread(const IoThread&) = delete;
    IoThread& operator=(const IoThread&) = delete;

    /// Moves the object (which has no parent, with all its children) into the thread, which owns it from now
    /// on.
    template <class T>
    T* adopt(std::unique_ptr<T> object)
    {
        T* raw = object.release();
        adoptObject(raw);
        return raw;
    }

    /// Deletes an adopted object in its thread, soon.
    void dismiss(QObject* object);
    /// Runs `fn` in the thread, soon; dropped when the thread ends before.
    void run(std::function<void()> fn);

    QThread* thread() { return &m_thread; }

private:
    void adoptObject(QObject* object);

    class Keeper;
    QThread m_thread;
    Keeper* m_keeper;
};

} // namespace kaptan::net
