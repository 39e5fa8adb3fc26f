#include "ui/manifest/manifest_source.h"

#include <QCoreApplication>
#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QFileInfo>
#include <QStringDecoder>
#include <QThreadPool>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace kaptan::ui
{

namespace
{

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(ManifestSource)
};

constexpr qint64 mostBytes = 64 * 1024 * 1024; ///< of all files together
constexpr int mostFiles = 20'000;

const QStringList& suffixes()
{
    static const QStringList list{u"yaml"_s, u"yml"_s, u"json"_s};
    return list;
}

/// Below the folder, by name; links to folders are not followed, for they may go round.
QStringList filesBelow(const QString& folder)
{
    QStringList names;
    QDirIterator it(folder, QDir::Files | QDir::Readable | QDir::Hidden, QDirIterator::Subdirectories);
    while (it.hasNext() && names.size() <= mostFiles) {
        it.next();
        if (suffixes().contains(it.fileInfo().suffix().toLower()))
            names.append(it.filePath());
    }
    std::sort(names.begin(), names.end());
    return names;
}

/// Tabs may stand between the signs of JSON; in YAML they may not.
QString withoutTabs(const QString& json)
{
    QString text;
    text.reserve(json.size());
    bool head = true;
    for (const QChar c : json) {
        if (head && c == u'\t')
            text += u"  "_s;
        else
            text += c;
        head = c == u'\n' || (head && (c == u'\t' || c == u' '));
    }
    return text;
}

Result<QString> readFile(const QString& path, qint64 most)
{
    const QFileInfo info(path);
    if (!info.exists())
        return failure(StorageError{path, Tr::tr("there is no such file")});
    if (!info.isFile()) // a pipe would never end
        return failure(StorageError{path, Tr::tr("it is no file")});
    if (info.size() > most)
        return failure(StorageError{path, Tr::tr("it is too large: 64 MiB are read at most")});
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return failure(StorageError{path, file.errorString()});
    const QByteArray bytes = file.read(most + 1);
    if (file.error() != QFileDevice::NoError)
        return failure(StorageError{path, file.errorString()});
    QStringDecoder decode(QStringDecoder::Utf8);
    QString text = decode(bytes);
    if (decode.hasError() || bytes.contains('\0'))
        return failure(StorageError{path, Tr::tr("it is no text in UTF-8")});
    text.replace(u"\r\n"_s, u"\n"_s);
    return info.suffix().toLower() == u"json"_s ? withoutTabs(text) : text;
}

Result<SourceText> readAll(const QStringList& paths)
{
    QStringList files;
    for (const QString& path : paths) {
        if (QFileInfo(path).isDir())
            files += filesBelow(path);
        else
            files.append(path);
    }
    files.removeDuplicates();
    if (files.isEmpty())
        return failure(InvalidInput{Tr::tr("Folder"),
                                    Tr::tr("there is no file with the ending .yaml, .yml or .json in it"),
                                    Tr::tr("Choose another folder.")});
    if (files.size() > mostFiles)
        return failure(InvalidInput{Tr::tr("Folder"), Tr::tr("it has more than %L1 files").arg(mostFiles),
                                    Tr::tr("Choose a folder in it.")});
    SourceText source;
    qint64 left = mostBytes;
    const QDir base(paths.size() == 1 && QFileInfo(paths.first()).isDir() ? paths.first() : QString());
    for (const QString& file : std::as_const(files)) {
        const Result<QString> text = readFile(file, left);
        if (!text)
            return failure(text.error());
        left -= text->size();
        if (files.size() == 1) {
            source.text = *text;
            break;
        }
        QString name = base.path() == u"."_s ? QFileInfo(file).fileName() : base.relativeFilePath(file);
        name.replace(u'\n', u' ').replace(u'\r', u' ');
        source.text += u"---\n# "_s + name + u'\n' + *text;
        if (!source.text.endsWith(u'\n'))
            source.text += u'\n';
    }
    const QString name = QFileInfo(paths.first()).fileName();
    source.title = files.size() == 1 ? QFileInfo(files.first()).fileName()
                   : paths.size() == 1
                       //: %1 is a folder
                       ? Tr::tr("%n file(s) of %1", nullptr, int(files.size())).arg(name)
                       : Tr::tr("%n file(s)", nullptr, int(files.size()));
    return source;
}

} // namespace

QFuture<Result<SourceText>> readManifests(const QStringList& paths)
{
    return QtFuture::makeReadyFuture().then(QThreadPool::globalInstance(),
                                            [paths] { return readAll(paths); });
}

bool areManifests(const QList<QUrl>& urls)
{
    return !urls.isEmpty() && std::all_of(urls.cbegin(), urls.cend(), [](const QUrl& url) {
        if (!url.isLocalFile())
            return false;
        const QFileInfo info(url.toLocalFile());
        return info.isDir() || suffixes().contains(info.suffix().toLower());
    });
}

} // namespace kaptan::ui
