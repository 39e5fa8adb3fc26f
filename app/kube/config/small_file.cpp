#include "app/kube/config/small_file.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>

namespace kaptan::kube
{

namespace
{

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(KubeContext)
};

constexpr qint64 largest = 1024 * 1024;

} // namespace

Result<QByteArray> readSmallFile(const QString& path)
{
    const QFileInfo info(path);
    if (!info.exists())
        return failure(StorageError{path, Tr::tr("there is no such file")});
    if (!info.isFile())
        return failure(StorageError{path, Tr::tr("it is no ordinary file")});
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return failure(StorageError{path, file.errorString()});
    QByteArray bytes = file.read(largest + 1);
    if (bytes.size() > largest)
        return failure(StorageError{path, Tr::tr("it is larger than 1 MiB")});
    return bytes;
}

} // namespace kaptan::kube
