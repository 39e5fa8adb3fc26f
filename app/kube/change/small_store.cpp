#include "app/kube/change/small_store.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

#include <unistd.h>

namespace kaptan::kube
{

namespace
{

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(KubeDrafts)
};

} // namespace

Result<void> makePrivateFolder(const QString& folder)
{
    const auto mine = QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ExeOwner;
    const QFileInfo info(folder);
    if (!info.isDir()) {
        QDir().mkpath(info.absolutePath());
        if (!QDir().mkdir(folder, mine) && !QFileInfo(folder).isDir())
            return failure(StorageError{folder, Tr::tr("the folder cannot be made")});
    }
    const auto others = QFileDevice::ReadGroup | QFileDevice::WriteGroup | QFileDevice::ExeGroup |
                        QFileDevice::ReadOther | QFileDevice::WriteOther | QFileDevice::ExeOther;
    if ((QFileInfo(folder).permissions() & others) && !QFile::setPermissions(folder, mine))
        return failure(StorageError{folder, Tr::tr("others may read it, and that cannot be changed")});
    return {};
}

Result<void> writePrivateFile(const QString& path, const QByteArray& bytes)
{
    QSaveFile file(path);
    const bool written = file.open(QIODevice::WriteOnly) &&
                         file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner) &&
                         file.write(bytes) == bytes.size() && file.flush() && ::fsync(file.handle()) == 0;
    if (!written || !file.commit()) {
        Error error(StorageError{path, file.errorString()});
        file.cancelWriting();
        return failure(std::move(error));
    }
    return {};
}

Result<QByteArray> readPrivateFile(const QString& path, qint64 most)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return failure(StorageError{path, file.errorString()});
    QByteArray bytes = file.read(most + 1);
    if (bytes.size() > most)
        return failure(StorageError{path, Tr::tr("the file is too large")});
    return bytes;
}

} // namespace kaptan::kube
