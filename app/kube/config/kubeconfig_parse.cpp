#include "app/kube/config/yaml_reader.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace kaptan::kube
{

namespace
{

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Kubeconfig)
};

constexpr auto execExtensionName = "client.authentication.k8s.io/exec";

bool readCluster(YamlReader& reader, const YAML::Node& node, const QString& what, NamedCluster& cluster)
{
    YamlFields f(reader, node, what);
    cluster.server = f.text("server");
    cluster.tlsServerName = f.text("tls-server-name");
    cluster.insecureSkipTlsVerify = f.flag("insecure-skip-tls-verify");
    cluster.certificateAuthority = f.path("certificate-authority");
    cluster.certificateAuthorityData = f.base64("certificate-authority-data");
    cluster.proxyUrl = f.text("proxy-url");
    cluster.disableCompression = f.flag("disable-compression");
    for (const YAML::Node& item : f.items("extensions")) {
        YamlFields extension(reader, item, what);
        if (extension.text("name") != QLatin1String(execExtensionName))
            continue;
        const QJsonValue value = reader.toJson(extension.child("extension"));
        if (value.isObject())
            cluster.execExtension = QJsonDocument(value.toObject()).toJson(QJsonDocument::Compact);
        else
            f.refuse(
                item,
                Tr::tr("the extension “%2” of %1 is no mapping").arg(what, QLatin1String(execExtensionName)),
                Tr::tr("Write “field: value” lines."));
    }
    if (cluster.server.isEmpty() && !f.broken())
        reader.problem(node, Tr::tr("%1 has no server").arg(what),
                       Tr::tr("Add a line such as “server: https://host:6443”."));
    return !f.broken();
}

bool readExec(YamlReader& reader, const YAML::Node& node, const QString& user, ExecPlugin& plugin)
{
    const QString what = Tr::tr("the exec plugin of %1").arg(user);
    YamlFields f(reader, node, what);
    plugin.apiVersion = f.text("apiVersion");
    plugin.command = f.text("command");
    if (plugin.command.contains(u'/'))
        plugin.command = besideFile(plugin.command, reader.file());
    plugin.args = f.texts("args");
    plugin.installHint = f.text("installHint");
    plugin.provideClusterInfo = f.flag("provideClusterInfo");
    bool good = true;
    for (const YAML::Node& item : f.items("env")) {
        YamlFields variable(reader, item, what);
        const QString name = variable.text("name");
        plugin.env.append({name, variable.text("value")});
        if (!variable.broken() && (name.isEmpty() || name.contains(u'=')))
            variable.refuse(item, Tr::tr("a variable of %1 has no usable name").arg(what),
                            Tr::tr("Add its “name”."));
        good = good && !variable.broken();
    }
    const QString mode = f.text("interactiveMode");
    if (mode == u"Never"_s)
        plugin.interactive = ExecPlugin::Interactive::Never;
    else if (mode == u"Always"_s)
        plugin.interactive = ExecPlugin::Interactive::Always;
    else if (!mode.isEmpty() && mode != u"IfAvailable"_s)
        f.refuse(f.child("interactiveMode"), Tr::tr("“interactiveMode” of %1 is not known").arg(what),
                 //: The three words are values of a file; do not translate them.
                 Tr::tr("Write Never, IfAvailable or Always."));
    if (!f.broken() && plugin.command.isEmpty())
        f.refuse(node, Tr::tr("%1 has no command").arg(what),
                 Tr::tr("Add “command” with the program to run."));
    if (!f.broken() && plugin.apiVersion.isEmpty())
        f.refuse(node, Tr::tr("%1 has no apiVersion").arg(what),
                 Tr::tr("Add “apiVersion: client.authentication.k8s.io/v1”."));
    return good && !f.broken();
}

bool readUser(YamlReader& reader, const YAML::Node& node, const QString& what, NamedUser& user)
{
    YamlFields f(reader, node, what);
    user.clientCertificate = f.path("client-certificate");
    user.clientCertificateData = f.base64("client-certificate-data");
    user.clientKey = f.path("client-key");
    user.clientKeyData = f.base64("client-key-data");
    user.token = f.text("token");
    user.tokenFile = f.path("tokenFile");
    user.username = f.text("username");
    user.password = f.text("password");
    user.impersonate = f.text("as");
    user.impersonateUid = f.text("as-uid");
    user.impersonateGroups = f.texts("as-groups");
    YamlFields extra(reader, f.child("as-user-extra"), what);
    for (const QString& key : extra.keys())
        user.impersonateExtra.append({key, extra.texts(key.toUtf8().constData())});
    YamlFields provider(reader, f.child("auth-provider"), what);
    user.authProvider = provider.text("name");
    bool good = !f.broken() && !extra.broken() && !provider.broken();
    if (const YAML::Node exec = f.child("exec"); exec.IsDefined() && !exec.IsNull()) {
        ExecPlugin plugin;
        good = readExec(reader, exec, what, plugin) && good;
        user.exec = plugin;
    }
    return good;
}

bool readContext(YamlReader& reader, const YAML::Node& node, const QString& what, NamedContext& context)
{
    YamlFields f(reader, node, what);
    context.cluster = f.text("cluster");
    context.user = f.text("user");
    context.nameSpace = f.text("namespace");
    if (context.cluster.isEmpty() && !f.broken())
        reader.problem(node, Tr::tr("%1 names no cluster").arg(what), Tr::tr("Add a line “cluster: NAME”."));
    return !f.broken();
}

/// Entries of one of the three lists: {name, <field>: {...}}. The first of a name counts, broken or not.
template <class Entry, class Read>
QVector<Entry> readEntries(YamlReader& reader, YamlFields& root, const char* list, const char* field,
                           QString (*describe)(const QString&), Read read,
                           QHash<QString, KubeconfigProblem>& broken)
{
    QVector<Entry> entries;
    QSet<QString> names;
    for (const YAML::Node& item : root.items(list)) {
        const qsizetype problems = reader.problems().size();
        YamlFields f(reader, item, Tr::tr("an item of “%1”").arg(QLatin1String(list)));
        Entry entry;
        entry.name = f.text("name");
        entry.place = reader.place(item);
        if (f.broken()) {
            if (!entry.name.isEmpty() && !names.contains(entry.name)) {
                names.insert(entry.name);
                broken.insert(entry.name, reader.problems().value(problems));
            }
            continue;
        }
        if (entry.name.isEmpty()) {
            reader.problem(item, Tr::tr("an item of “%1” has no name").arg(QLatin1String(list)),
                           Tr::tr("Add a line “name: NAME”."));
            continue;
        }
        const QString what = describe(entry.name);
        if (names.contains(entry.name)) {
            reader.problem(item, Tr::tr("%1 is there twice; the first one counts").arg(what),
                           Tr::tr("Remove or rename one of them."));
            continue;
        }
        names.insert(entry.name);
        if (read(reader, f.child(field), what, entry))
            entries.append(entry);
        else
            broken.insert(entry.name, reader.problems().value(problems));
    }
    return entries;
}

void checkKind(const YAML::Node& node, YamlFields& root)
{
    const QString kind = root.text("kind");
    const QString version = root.text("apiVersion");
    if ((!kind.isEmpty() && kind != u"Config"_s) || (!version.isEmpty() && version != u"v1"_s))
        throw YamlStop(node.Mark().line + 1,
                       //: %1 and %2 are what the file calls itself
                       Tr::tr("it is no kubeconfig but a “%1” of “%2”").arg(kind.left(60), version.left(60)),
                       Tr::tr("Name a file with “kind: Config” and “apiVersion: v1”."));
}

Kubeconfig read(const QByteArray& text, const QString& file)
{
    YamlReader reader(file, text.size());
    const YAML::Node node = YamlReader::load(text);
    Kubeconfig config;
    config.files << file;
    if (!node.IsDefined() || node.IsNull()) // kubectl takes an empty file too
        return config;
    if (!node.IsMap())
        throw YamlStop(node.Mark().line + 1, Tr::tr("it is no mapping of fields"),
                       Tr::tr("Check that this is a kubeconfig file."));
    YamlFields root(reader, node, Tr::tr("the file"));
    checkKind(node, root);
    config.currentContext = root.text("current-context");
    if (!config.currentContext.isEmpty())
        config.currentContextPlace = reader.place(root.child("current-context"));
    config.clusters = readEntries<NamedCluster>(
        reader, root, "clusters", "cluster",
        [](const QString& name) { return Tr::tr("cluster “%1”").arg(name); }, readCluster,
        config.brokenClusters);
    config.users = readEntries<NamedUser>(
        reader, root, "users", "user", [](const QString& name) { return Tr::tr("user “%1”").arg(name); },
        readUser, config.brokenUsers);
    config.contexts = readEntries<NamedContext>(
        reader, root, "contexts", "context",
        [](const QString& name) { return Tr::tr("context “%1”").arg(name); }, readContext,
        config.brokenContexts);
    config.problems = reader.problems();
    return config;
}

} // namespace

tl::expected<Kubeconfig, KubeconfigProblem> readKubeconfig(const QByteArray& text, const QString& file)
{
    try {
        return read(text, file);
    } catch (const YamlStop& stop) {
        return tl::unexpected(KubeconfigProblem{{file, stop.line}, stop.why, stop.fix});
    } catch (const std::exception&) { // whatever the library throws beside its own
        return tl::unexpected(KubeconfigProblem{{file, 0}, Tr::tr("the YAML parser gave it up"), {}});
    }
}

Error kubeconfigError(const KubeconfigProblem& problem)
{
    const QString where = problem.place.line > 0 ? u"%1:%2"_s.arg(problem.place.file).arg(problem.place.line)
                                                 : problem.place.file;
    //: a part of "the %1 from %2 cannot be read"
    return Error(ParseError{Tr::tr("kubeconfig"), where, problem.why});
}

Result<Kubeconfig> parseKubeconfig(const QByteArray& text, const QString& file)
{
    auto config = readKubeconfig(text, file);
    if (!config)
        return failure(kubeconfigError(config.error()));
    return std::move(*config);
}

} // namespace kaptan::kube
