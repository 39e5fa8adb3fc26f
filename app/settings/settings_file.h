#pragma once

#include "app/core/result.h"

#include <QJsonObject>
#include <QString>
#include <QVector>

#include <functional>

namespace kaptan::settings
{

/// A change to the file's content; may be applied more than once.
using FileEdit = std::function<void(QJsonObject& root)>;

/// What a read of the file gave.
struct FileContent {
    QJsonObject root;   ///< empty where there is no file or a bad one
    QString badBecause; ///< why it could not be read; empty where it was, or does not exist
    QString setAside;   ///< where a bad file went; empty where it stayed (no permission)
};

/// One JSON file that several processes read and change. Blocking; for a worker. Never throws content away: a
/// file that is no JSON object is renamed to <path>.bad-<time>.
class SettingsFile
{
public:
    explicit SettingsFile(QString path) : m_path(std::move(path)) {}

    const QString& path() const { return m_path; }

    /// Needs no lock where the file is good: it is always replaced as a whole.
    FileContent read() const;
    /// Locked: reads, applies the edits, replaces the file. What is in it afterwards. `keepCopy` keeps the
    /// file as it was under the name of a bad one, for content that could be read but not used.
    Result<FileContent> update(const QVector<FileEdit>& edits, bool keepCopy = false) const;

private:
    FileContent readOnce() const;
    QString nameAside() const;
    void setAside(FileContent& content) const;

    QString m_path;
};

} // namespace kaptan::settings
