#pragma once

#include <QDateTime>
#include <QFileInfo>
#include <QFileSystemWatcher>
#include <QStringList>
#include <QTimer>

#include <functional>
#include <utility>

namespace kaptan::session
{

/// Sees that files change, also by being replaced or made, as editors and tools do: their folders are looked
/// at too.
class FileWatch
{
public:
    /// Calls `changed` once for the steps of one change.
    explicit FileWatch(std::function<void()> changed)
    {
        m_soon.setSingleShot(true);
        m_soon.setInterval(200); // a tool writes in several steps
        QObject::connect(&m_soon, &QTimer::timeout, &m_soon, std::move(changed));
        const auto start = qOverload<>(&QTimer::start);
        QObject::connect(&m_watcher, &QFileSystemWatcher::fileChanged, &m_soon, start);
        QObject::connect(&m_watcher, &QFileSystemWatcher::directoryChanged, &m_soon, [this, start] {
            // A folder holds other files as well (caches of tools): only ours count.
            if (stamps() != m_stamps)
                (m_soon.*start)();
        });
    }

    /// Those to look at from now on; they need not be there.
    void setFiles(const QStringList& files)
    {
        m_files = files;
        m_stamps = stamps();
        const QStringList old = m_watcher.files() + m_watcher.directories();
        QStringList wanted;
        for (const QString& file : files) {
            const QFileInfo info(file);
            if (info.exists())
                wanted.append(file);
            if (QFileInfo(info.absolutePath()).isDir())
                wanted.append(info.absolutePath());
        }
        wanted.removeDuplicates();
        for (const QString& path : old)
            if (!wanted.contains(path))
                m_watcher.removePath(path);
        for (const QString& path : std::as_const(wanted))
            if (!old.contains(path))
                m_watcher.addPath(path);
    }

private:
    QStringList stamps() const
    {
        QStringList all;
        for (const QString& file : m_files) {
            const QFileInfo info(file);
            all.append(QStringLiteral("%1/%2").arg(info.lastModified().toMSecsSinceEpoch()).arg(info.size()));
        }
        return all;
    }

    QFileSystemWatcher m_watcher;
    QTimer m_soon;
    QStringList m_files, m_stamps;
};

} // namespace kaptan::session
