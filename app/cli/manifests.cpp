#include "app/cli/manifests.h"

#include "app/cli/text.h"
#include "app/core/when_done.h"
#include "app/session/web_text.h"

#include <QCoreApplication>
#include <QDir>
#include <QDirIterator>
#include <QFileInfo>
#include <QStringDecoder>
#include <QtConcurrent/QtConcurrentRun>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace kaptan::cli
{

namespace
{

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Cli)
};

const qint64 mostBytes = kube::ManifestLimits().bytes;

/// Appends the text of a file, or why there is none.
void readFile(const QString& path, QVector<ManifestSource>& sources, QStringList& errors)
{
    const auto wrong = [&](const QString& why, const QString& fix) {
        errors << problemLine(path, 0, 0, why, fix);
    };
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return wrong(Tr::tr("it cannot be read: %1").arg(file.errorString()),
                     Tr::tr("Check the path and its permissions."));
    const QByteArray bytes = file.read(mostBytes + 1);
    if (bytes.size() > mostBytes)
        return wrong(Tr::tr("it is larger than %1 MiB").arg(mostBytes / 1024 / 1024),
                     Tr::tr("Split it into several files."));
    QStringDecoder decode(QStringDecoder::Utf8);
    const QString text = decode(bytes);
    if (decode.hasError())
        return wrong(Tr::tr("it is not UTF-8"), Tr::tr("Save it as UTF-8."));
    sources.append({path, text});
}

bool isWebAddress(const QString& word)
{
    return word.startsWith(u"http://"_s) || word.startsWith(u"https://"_s);
}

} // namespace

QString problemLine(const QString& place, int line, int column, const QString& why, const QString& fix)
{
    QString text = place;
    if (line > 0)
        text += u':' + QString::number(line);
    if (column > 0)
        text += u':' + QString::number(column);
    text += u": "_s + why;
    if (!why.endsWith(u'.'))
        text += u'.';
    return fix.isEmpty() ? text : text + u' ' + fix;
}

QVector<ManifestSource> readPlace(const QString& path, bool recursive, QStringList& errors)
{
    QVector<ManifestSource> sources;
    if (!QFileInfo(path).isDir()) {
        readFile(path, sources, errors);
        return sources;
    }
    QStringList files;
    QDirIterator found(path, {u"*.yaml"_s, u"*.yml"_s, u"*.json"_s}, QDir::Files,
                       recursive ? QDirIterator::Subdirectories : QDirIterator::NoIteratorFlags);
    while (found.hasNext())
        files << found.next();
    files.sort();
    if (files.isEmpty())
        errors << problemLine(path, 0, 0, Tr::tr("the folder holds no manifest (*.yaml, *.yml, *.json)"),
                              recursive ? QString() : Tr::tr("-R looks into its folders too."));
    for (const QString& file : std::as_const(files))
        readFile(file, sources, errors);
    return sources;
}

QString titleOf(const kube::ManifestObject& object)
{
    QString word = object.kind.toLower();
    if (!object.group().isEmpty())
        word += u'.' + object.group();
    return word + u'/' + (object.name.isEmpty() ? object.generateName + u'*' : object.name);
}

const kube::ApiResource* resourceOf(const kube::Discovery& discovery, const kube::ManifestObject& object)
{
    const QString group = object.group(), version = object.version();
    for (const kube::ApiResource& one : discovery.resources)
        if (one.kind == object.kind && one.group == group && one.version == version)
            return &one;
    return nullptr;
}

LoadedManifests parseSources(const QVector<ManifestSource>& sources, const QString& nameSpace)
{
    LoadedManifests loaded;
    QHash<QString, QString> seen;
    for (const ManifestSource& source : sources) {
        const kube::Manifest manifest = kube::parseManifest(source.text);
        for (const kube::ManifestProblem& one : manifest.problems)
            (one.warning ? loaded.warnings : loaded.errors)
                << problemLine(source.place, one.line, one.column, one.why, one.fix);
        for (const kube::ManifestObject& object : manifest.objects) {
            const QString place = source.place + u':' + QString::number(object.line);
            if (!nameSpace.isEmpty() && !object.nameSpace.isEmpty() && object.nameSpace != nameSpace)
                loaded.errors << problemLine(place, 0, 0,
                                             //: %1 is an object, %2 and %3 are namespaces
                                             Tr::tr("%1 belongs to the namespace %2, not to %3")
                                                 .arg(titleOf(object), object.nameSpace, nameSpace),
                                             Tr::tr("Leave -n out, or the namespace in the manifest."));
            const QString key =
                object.group() + u'\n' + object.kind + u'\n' + object.nameSpace + u'\n' + object.name;
            if (!object.name.isEmpty() && seen.contains(key))
                loaded.errors << problemLine(
                    place, 0, 0,
                    //: %1 is an object, %2 a place: "web.yaml:12"
                    Tr::tr("%1 stands at %2 already").arg(titleOf(object), seen.value(key)),
                    Tr::tr("Take one of them out."));
            seen.insert(key, place);
            loaded.objects.append(object);
            loaded.places.append(place);
        }
    }
    return loaded;
}

void describeFiles(QCommandLineParser& parser)
{
    parser.addOption({{u"f"_s, u"filename"_s},
                      Tr::tr("A manifest: a file, a folder, an http or https address, or - for the standard "
                             "input. May be given more than once."),
                      //: the name of a value in the help, in capitals
                      Tr::tr("FILE")});
    parser.addOption({{u"R"_s, u"recursive"_s}, Tr::tr("Folders with all folders in them.")});
}

Result<QStringList> filesOf(const QCommandLineParser& parser)
{
    const QStringList files = parser.values(u"filename"_s);
    if (files.isEmpty())
        return failure(InvalidInput{u"-f"_s, Tr::tr("it is missing"),
                                    Tr::tr("Name a file, a folder, an address or - with -f.")});
    if (files.contains(QString()))
        return failure(InvalidInput{u"-f"_s, Tr::tr("it is empty"), Tr::tr("Give a file.")});
    if (files.count(u"-"_s) > 1)
        return failure(InvalidInput{u"-f -"_s, Tr::tr("the standard input can be read once only"),
                                    Tr::tr("Give it once.")});
    return files;
}

ManifestJob::ManifestJob(ClusterChoice choice, const QStringList& files, bool recursive,
                         const Context& context, QObject* parent)
    : ClusterJob(std::move(choice), context, parent), m_files(files), m_recursive(recursive)
{
}

void ManifestJob::open()
{
    if (m_files.isEmpty())
        return ClusterJob::open();
    readNext();
}

void ManifestJob::readNext()
{
    if (m_at == m_files.size())
        return parse();
    const QString word = m_files.at(m_at++);
    const auto take = [this, word](const Result<QString>& text) {
        if (text) {
            m_sources.append({word, *text});
            return readNext();
        }
        this->context().complain(text.error());
        end(failedCode());
    };
    if (word == u"-"_s)
        return input().readAll(mostBytes, take);
    if (isWebAddress(word))
        return whenDone(session::fetchText(QUrl(word, QUrl::TolerantMode), mostBytes), this, take);
    using Read = QPair<QVector<ManifestSource>, QStringList>;
    whenDone(QtConcurrent::run([word, recursive = m_recursive]() -> Result<Read> {
                 Read read;
                 read.first = readPlace(word, recursive, read.second);
                 return read;
             }),
             this, [this](const Result<Read>& read) {
                 m_sources += read->first;
                 m_errors += read->second;
                 readNext();
             });
}

void ManifestJob::parse()
{
    whenDone(
        QtConcurrent::run([sources = m_sources, nameSpace = choice().nameSpace]() -> Result<LoadedManifests> {
            return parseSources(sources, nameSpace);
        }),
        this, [this](const Result<LoadedManifests>& loaded) {
            m_manifests = *loaded;
            m_sources.clear();
            QString text;
            for (const QString& one : std::as_const(m_manifests.warnings))
                text += Tr::tr("Warning: %1").arg(plain(one)) + u'\n';
            for (const QString& one : m_errors + m_manifests.errors)
                text += plain(one) + u'\n';
            const bool wrong = !m_errors.isEmpty() || !m_manifests.errors.isEmpty();
            if (wrong)
                text +=
                    u"kaptanctl: "_s + Tr::tr("Nothing was sent, since the manifests have errors.") + u'\n';
            else if (m_manifests.objects.isEmpty())
                text += u"kaptanctl: "_s + Tr::tr("The manifests hold no object.") + u'\n';
            context().err(text);
            if (wrong || m_manifests.objects.isEmpty())
                return end(failedCode());
            ClusterJob::open();
        });
}

QString ManifestJob::placeOf(const kube::ManifestObject& object) const
{
    const kube::ApiResource* resource = resourceOf(*discovery(), object);
    if (resource && !resource->namespaced)
        return {};
    return object.nameSpace.isEmpty() ? nameSpace() : object.nameSpace;
}

} // namespace kaptan::cli
