#include "app/session/discovery.h"

#include "app/net/http.h"
#include "app/session/podman_config.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcessEnvironment>
#include <QUrl>

#include <unistd.h>

using namespace Qt::StringLiterals;

namespace kaptan::session
{

namespace
{

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Discovery)
};

/// No configuration file is larger, bytes.
constexpr qint64 largestFile = 1024 * 1024;
constexpr int mostContexts = 500;

/// The path of a Unix socket out of an address; empty for others.
QString socketPathOf(const QString& address)
{
    if (address.startsWith(u"unix://"_s))
        return address.mid(7);
    return address.startsWith(u'/') ? address : QString();
}

/// With links in its folder resolved, so that /var/run and /run are one. The socket itself may be missing.
QString inRealFolder(const QString& path)
{
    const QFileInfo info(QDir::cleanPath(path));
    const QString folder = QFileInfo(info.absolutePath()).canonicalFilePath();
    return folder.isEmpty() ? info.absoluteFilePath() : QDir(folder).filePath(info.fileName());
}

/// Network addresses in one way of writing: scheme, lower-case host, port.
QString canonicalUrl(const QString& address)
{
    const QUrl url(address);
    const bool tls = url.scheme() == u"https"_s;
    return u"%1://%2:%3%4"_s.arg(tls ? u"https"_s : u"tcp"_s, url.host().toLower())
        .arg(url.port(tls ? 443 : 2375))
        .arg(url.path() == u"/"_s ? QString() : url.path());
}

/// "tcp://host" as Docker means it where TLS is asked for.
QString withTls(const QString& address)
{
    if (!address.startsWith(u"tcp://"_s))
        return address;
    QUrl url(address);
    url.setScheme(u"https"_s);
    if (url.port() < 0)
        url.setPort(2376);
    return url.toString();
}

class Finder
{
public:
    explicit Finder(const Surroundings& surroundings) : m_s(surroundings) {}

    Discovery run()
    {
        readContexts();
        dockerHost();
        const QString fromEnvironment = env(u"DOCKER_CONTEXT"_s);
        if (!fromEnvironment.isEmpty())
            context(fromEnvironment, u"DOCKER_CONTEXT"_s, Origin::Environment);
        if (!m_currentContext.isEmpty())
            context(m_currentContext, m_dockerConfig, Origin::DockerContext);
        socket(m_s.root + u"/run/docker.sock"_s, u"Docker"_s);
        if (!m_s.runtimeDir.isEmpty())
            socket(m_s.runtimeDir + u"/docker.sock"_s, u"Docker (rootless)"_s);
        socket(m_s.home + u"/.docker/run/docker.sock"_s, u"Docker"_s);
        socket(m_s.home + u"/.docker/desktop/docker.sock"_s, u"Docker Desktop"_s);
        const QString container = env(u"CONTAINER_HOST"_s);
        if (!container.isEmpty())
            add(u"CONTAINER_HOST"_s, container, Origin::Environment, u"CONTAINER_HOST"_s);
        podman(true);
        if (!m_s.runtimeDir.isEmpty())
            socket(m_s.runtimeDir + u"/podman/podman.sock"_s, u"Podman"_s);
        socket(m_s.root + u"/run/podman/podman.sock"_s, Tr::tr("Podman (system)"));
        socket(m_s.embeddedSocket(), Tr::tr("Embedded engine"), Origin::Embedded);
        // What nobody chose comes last.
        for (const Context& one : std::as_const(m_contexts))
            context(one.name, one.file, Origin::DockerContext);
        podman(false);
        const Discovery clusters = discoverContexts(m_s, {}, &m_result.kubeconfigs);
        m_result.found += clusters.found;
        m_result.notes += clusters.notes;
        return m_result;
    }

private:
    struct Context {
        QString name;
        QString file;
        QString host;
        bool skipVerify = false;
        QString tlsFolder; ///< empty where it has no TLS files
    };

    QString env(const QString& name) const { return m_s.environment.value(name).trimmed(); }

    void note(const QString& where, const QString& why)
    {
        const DiscoveryNote one{where, why};
        if (!m_result.notes.contains(one))
            m_result.notes.append(one);
    }

    std::optional<QByteArray> readFile(const QString& path)
    {
        QFile file(path);
        if (!file.exists() || QFileInfo(path).isDir())
            return {};
        if (!file.open(QIODevice::ReadOnly)) {
            note(path, file.errorString());
            return {};
        }
        const QByteArray bytes = file.read(largestFile + 1);
        if (bytes.size() <= largestFile)
            return bytes;
        note(path, Tr::tr("it is larger than any configuration"));
        return {};
    }

    std::optional<QJsonObject> readJson(const QString& path)
    {
        const auto bytes = readFile(path);
        if (!bytes)
            return {};
        QJsonParseError error;
        const QJsonDocument document = QJsonDocument::fromJson(*bytes, &error);
        if (document.isObject())
            return document.object();
        //: %1 is the reader's own words, %2 a number of bytes
        note(path, error.error == QJsonParseError::NoError
                       ? Tr::tr("it is not a configuration of Docker")
                       : Tr::tr("%1 at byte %2").arg(error.errorString()).arg(error.offset));
        return {};
    }

    void add(const QString& name, const QString& address, Origin origin, const QString& source,
             const QString& tlsFolder = {}, bool skipVerify = false)
    {
        ConnectionSpec spec;
        spec.name = name;
        spec.origin = origin;
        spec.source = source;
        spec.address = address.startsWith(u'/') ? u"unix://"_s + address : address;
        spec.insecureSkipVerify = skipVerify;
        const auto endpoint = net::Endpoint::parse(spec.address);
        if (!endpoint && endpoint.error().as<NotAllowed>()) {
            spec.whyUnsupported =
                spec.address.startsWith(u"ssh://"_s)
                    ? Tr::tr("Connections over SSH are not supported yet. Forward the socket "
                             "and add it: ssh -L /tmp/engine.sock:/run/docker.sock HOST")
                    : endpoint.error().message();
        } else if (!endpoint) {
            note(source, endpoint.error().message());
            return;
        }
        if (!tlsFolder.isEmpty()) {
            const auto file = [&tlsFolder](const QString& fileName) {
                const QString path = tlsFolder + u'/' + fileName;
                return QFileInfo::exists(path) ? path : QString();
            };
            spec.caFile = file(u"ca.pem"_s);
            spec.certFile = file(u"cert.pem"_s);
            spec.keyFile = file(u"key.pem"_s);
        }
        const QString resolved = resolvedAddress(spec.address);
        for (ConnectionSpec& other : m_result.found) {
            if (resolvedAddress(other.address) != resolved)
                continue;
            if (!other.source.split(u", "_s).contains(source))
                other.source += u", "_s + source;
            return;
        }
        spec.id = idOfAddress(spec.address);
        m_result.found.append(spec);
    }

    void socket(const QString& path, const QString& name, Origin origin = Origin::DefaultSocket)
    {
        if (QFileInfo::exists(path))
            add(name, path, origin, path);
    }

    void dockerHost()
    {
        QString host = env(u"DOCKER_HOST"_s);
        if (host.isEmpty())
            return;
        QString tls;
        if (!env(u"DOCKER_TLS_VERIFY"_s).isEmpty() || !env(u"DOCKER_TLS"_s).isEmpty()) {
            tls = env(u"DOCKER_CERT_PATH"_s);
            if (tls.isEmpty())
                tls = configFolder();
            host = withTls(host);
        }
        add(u"DOCKER_HOST"_s, host, Origin::Environment, u"DOCKER_HOST"_s, tls,
            !tls.isEmpty() && env(u"DOCKER_TLS_VERIFY"_s).isEmpty());
    }

    QString configFolder() const
    {
        const QString given = env(u"DOCKER_CONFIG"_s);
        return given.isEmpty() ? m_s.home + u"/.docker"_s : given;
    }

    void readContexts()
    {
        m_dockerConfig = configFolder() + u"/config.json"_s;
        if (const auto config = readJson(m_dockerConfig))
            m_currentContext = config->value(u"currentContext"_s).toString();
        const QString base = configFolder() + u"/contexts"_s;
        const QStringList folders = QDir(base + u"/meta"_s)
                                        .entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name)
                                        .mid(0, mostContexts);
        for (const QString& folder : folders) {
            Context one;
            one.file = base + u"/meta/"_s + folder + u"/meta.json"_s;
            const auto meta = readJson(one.file);
            if (!meta)
                continue;
            one.name = meta->value(u"Name"_s).toString();
            const QJsonObject endpoints = meta->value(u"Endpoints"_s).toObject();
            const QJsonObject docker = endpoints.value(u"docker"_s).toObject();
            one.host = docker.value(u"Host"_s).toString();
            one.skipVerify = docker.value(u"SkipTLSVerify"_s).toBool();
            if (one.name.isEmpty() || one.host.isEmpty()) {
                note(one.file, Tr::tr("it names no engine"));
                continue;
            }
            const QString tls = base + u"/tls/"_s + folder + u"/docker"_s;
            if (QFileInfo::exists(tls))
                one.tlsFolder = tls;
            m_contexts.append(one);
        }
    }

    void context(const QString& name, const QString& source, Origin origin)
    {
        if (name == u"default"_s) // the default socket, looked for anyway
            return;
        for (const Context& one : std::as_const(m_contexts)) {
            if (one.name != name)
                continue;
            const bool tls = !one.tlsFolder.isEmpty() || one.skipVerify;
            const QString host = tls ? withTls(one.host) : one.host;
            add(name, host, origin, source == one.file ? source : source + u", "_s + one.file, one.tlsFolder,
                one.skipVerify);
            return;
        }
        note(source, Tr::tr("there is no Docker context named “%1”").arg(name));
    }

    /// The active destination, or all the others.
    void podman(bool active)
    {
        const QString given = env(u"CONTAINERS_CONF"_s);
        QStringList files{m_s.configHome + u"/containers/containers.conf"_s,
                          m_s.root + u"/etc/containers/containers.conf"_s};
        if (!given.isEmpty())
            files = QStringList{given};
        QString json = env(u"PODMAN_CONNECTIONS_CONF"_s);
        if (json.isEmpty())
            json = m_s.configHome + u"/containers/podman-connections.json"_s;
        files.prepend(json);
        for (const QString& path : std::as_const(files)) {
            const auto bytes = readFile(path);
            if (!bytes)
                continue;
            const auto read =
                path == json ? readPodmanConnections(*bytes, path) : readContainersConf(*bytes, path);
            if (!read) {
                const auto* parse = read.error().as<ParseError>();
                note(path, parse ? parse->why : read.error().message());
                continue;
            }
            for (const PodmanDestination& one : read->all)
                if ((one.name == read->active) == active)
                    add(one.name, one.uri, Origin::PodmanConnection, path);
        }
    }

    const Surroundings& m_s;
    Discovery m_result;
    QString m_dockerConfig;
    QString m_currentContext;
    QVector<Context> m_contexts;
};

} // namespace

Surroundings Surroundings::system()
{
    Surroundings s;
    const QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const QString& name : environment.keys())
        s.environment.insert(name, environment.value(name));
    s.home = QDir::homePath();
    s.runtimeDir = s.environment.value(u"XDG_RUNTIME_DIR"_s);
    if (s.runtimeDir.isEmpty()) {
        const QString usual = u"/run/user/%1"_s.arg(getuid());
        if (QFileInfo(usual).isWritable())
            s.runtimeDir = usual;
    }
    s.configHome = s.environment.value(u"XDG_CONFIG_HOME"_s);
    if (s.configHome.isEmpty())
        s.configHome = s.home + u"/.config"_s;
    return s;
}

QString Surroundings::embeddedSocket() const
{
    if (!runtimeDir.isEmpty())
        return runtimeDir + u"/kaptan/podman.sock"_s;
    return QDir::tempPath() + u"/kaptan-%1/podman.sock"_s.arg(getuid());
}

Discovery discover(const Surroundings& surroundings)
{
    return Finder(surroundings).run();
}

QString resolvedAddress(const QString& address)
{
    const QString path = socketPathOf(address);
    if (path.isEmpty())
        return canonicalUrl(address);
    const QString real = QFileInfo(path).canonicalFilePath();
    return u"unix://"_s + (real.isEmpty() ? inRealFolder(path) : real);
}

QString idOfAddress(const QString& address)
{
    // Not through a link that the socket itself may be: the id must be the same while the engine is down.
    const QString path = socketPathOf(address);
    const QString stable = path.isEmpty() ? canonicalUrl(address) : u"unix://"_s + inRealFolder(path);
    const QByteArray hash = QCryptographicHash::hash(stable.toUtf8(), QCryptographicHash::Sha256);
    return u"found-"_s + QString::fromLatin1(hash.toHex().left(16));
}

} // namespace kaptan::session
