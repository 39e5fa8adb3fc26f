#include "app/settings/settings_file.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QLockFile>
#include <QSaveFile>

using namespace Qt::StringLiterals;

namespace kaptan::settings
{

namespace
{

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Settings)
};

constexpr qint64 largest = 4 * 1024 * 1024;
constexpr int readLockMs = 2000;
constexpr int writeLockMs =
    30000; // in a worker: another writer needs milliseconds, but many may come at once

} // namespace

FileContent SettingsFile::readOnce() const
{
    FileContent content;
    QFile file(m_path);
    if (!file.exists())
        return content;
    if (!file.open(QIODevice::ReadOnly)) {
        content.badBecause = file.errorString();
        return content;
    }
    const QByteArray bytes = file.read(largest + 1);
    if (bytes.size() > largest) {
        content.badBecause = Tr::tr("it is larger than any settings file");
        return content;
    }
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(bytes, &error);
    const auto fits = [](const QJsonObject& root) {
        const auto is = [&root](const QString& part, QJsonValue::Type type) {
            return !root.contains(part) || root.value(part).type() == type;
        };
        return is(u"values"_s, QJsonValue::Object) && is(u"marks"_s, QJsonValue::Object) &&
               is(u"connections"_s, QJsonValue::Array);
    };
    if (document.isObject() && fits(document.object()))
        content.root = document.object();
    else if (error.error != QJsonParseError::NoError)
        //: %1 is the reader's own words, %2 a number of bytes
        content.badBecause = Tr::tr("%1 at byte %2").arg(error.errorString()).arg(error.offset);
    else
        content.badBecause = Tr::tr("it is JSON, but not of settings");
    return content;
}

/// A name beside the file that is not taken.
QString SettingsFile::nameAside() const
{
    const QString stem =
        m_path + u".bad-"_s + QDateTime::currentDateTimeUtc().toString(u"yyyyMMdd'T'HHmmss'Z'"_s);
    QString name = stem;
    for (int i = 2; QFileInfo::exists(name); ++i)
        name = stem + u'-' + QString::number(i);
    return name;
}

/// To be called with the lock held.
void SettingsFile::setAside(FileContent& content) const
{
    const QString name = nameAside();
    if (QFile::rename(m_path, name))
        content.setAside = name;
}

FileContent SettingsFile::read() const
{
    FileContent content = readOnce();
    if (content.badBecause.isEmpty())
        return content;
    QLockFile lock(m_path + u".lock"_s);
    if (!lock.tryLock(readLockMs))
        return content;
    content = readOnce(); // another process may have been quicker
    if (!content.badBecause.isEmpty())
        setAside(content);
    return content;
}

Result<FileContent> SettingsFile::update(const QVector<FileEdit>& edits, bool keepCopy) const
{
    const QString folder = QFileInfo(m_path).absolutePath();
    if (!QDir().mkpath(folder))
        return failure(StorageError{folder, Tr::tr("the folder cannot be made")});
    QLockFile lock(m_path + u".lock"_s);
    if (!lock.tryLock(writeLockMs))
        return failure(StorageError{m_path, lock.error() == QLockFile::PermissionError
                                                ? Tr::tr("this user may not write there")
                                                : Tr::tr("another process holds its lock")});
    FileContent content = readOnce();
    if (!content.badBecause.isEmpty()) {
        setAside(content);
        if (content.setAside.isEmpty()) // replacing it would lose what is in it
            return failure(StorageError{m_path, content.badBecause});
    }
    const QJsonObject before = content.root;
    for (const FileEdit& edit : edits)
        edit(content.root);
    if (content.root == before && content.setAside.isEmpty())
        return content;
    if (keepCopy && !before.isEmpty() && !QFile::copy(m_path, nameAside()))
        return failure(StorageError{m_path, Tr::tr("a copy of it cannot be made")});
    QSaveFile file(m_path);
    if (!file.open(QIODevice::WriteOnly))
        return failure(StorageError{m_path, file.errorString()});
    file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    file.write(QJsonDocument(content.root).toJson());
    if (!file.commit())
        return failure(StorageError{m_path, file.errorString()});
    return content;
}

} // namespace kaptan::settings
