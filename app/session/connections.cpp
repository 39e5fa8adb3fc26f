#include "app/session/connections.h"

#include "app/session/command_text.h"
#include "app/session/connection_test.h"
#include "app/session/engine_session.h"
#include "app/session/file_watch.h"
#include "app/session/joint_session.h"
#include "app/session/kube_session.h"
#include "app/settings/settings.h"

#include <QFileInfo>
#include <QHash>
#include <QRegularExpression>
#include <QUuid>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace kaptan::session
{

namespace
{

/// The longest name of a connection, characters: it stands in the window's title and the switcher.
constexpr int longestName = 100;

bool sameTarget(const ConnectionSpec& a, const ConnectionSpec& b)
{
    return a.address == b.address && a.caFile == b.caFile && a.certFile == b.certFile &&
           a.keyFile == b.keyFile && a.insecureSkipVerify == b.insecureSkipVerify &&
           a.whyUnsupported == b.whyUnsupported && a.context == b.context && a.kubeconfig == b.kubeconfig &&
           a.nameSpaces == b.nameSpaces && a.fingerprint == b.fingerprint;
}

settings::StoredConnection stored(const ConnectionSpec& spec)
{
    return {spec.id, spec.name, spec.address, spec.caFile, spec.certFile, spec.keyFile};
}

/// The socket's path; empty where it has none.
QString socketOf(const ConnectionSpec& spec)
{
    if (spec.isCluster())
        return {};
    const auto endpoint = net::Endpoint::parse(spec.address);
    return endpoint ? endpoint->socketPath() : QString();
}

} // namespace

class Connections::Private
{
public:
    Private(Connections& connections, settings::Settings& mySettings, Surroundings mySurroundings,
            Clock& myClock)
        : q(connections), settings(mySettings), surroundings(std::move(mySurroundings)), clock(myClock)
    {
    }

    /// Puts the list together and passes what changed to the sessions.
    void rebuild()
    {
        QVector<ConnectionSpec> list = discovery.found;
        for (const settings::StoredConnection& one : settings.connections()) {
            ConnectionSpec spec;
            spec.id = one.id;
            spec.name = one.name.isEmpty() ? one.address : one.name;
            spec.address = one.address;
            spec.origin = Origin::Added;
            spec.source = settings.path();
            spec.caFile = one.caFile;
            spec.certFile = one.certFile;
            spec.keyFile = one.keyFile;
            const auto endpoint = net::Endpoint::parse(spec.address);
            if (!endpoint) // the file was edited by hand
                spec.whyUnsupported = endpoint.error().message();
            list.append(spec);
        }
        // A default socket that vanished is a stopped engine: who watches it waits for its return.
        for (const ConnectionSpec& old : std::as_const(all)) {
            const Session* session = sessions.value(old.id);
            const auto isOld = [&old](const ConnectionSpec& one) { return one.id == old.id; };
            if (session && session->state().phase != Phase::Idle && old.origin != Origin::Added &&
                !old.isCluster() && std::none_of(list.cbegin(), list.cend(), isOld))
                list.append(old);
        }
        for (ConnectionSpec& spec : list) {
            const settings::StoredMarks marks = settings.marks(spec.id);
            spec.production = marks.production;
            spec.readOnly = marks.readOnly;
            spec.nameSpaces = marks.nameSpaces;
        }
        if (list == all)
            return;
        const QVector<ConnectionSpec> before = std::exchange(all, list);
        for (const ConnectionSpec& old : before) {
            const auto* now = byId(old.id);
            Session* session = sessions.value(old.id);
            if (session && (!now || !sameTarget(*now, old)))
                end(old.id);
            else if (session)
                session->setSpec(*now);
        }
        Q_EMIT q.changed();
    }

    void end(const QString& id)
    {
        // Those that it is a member of first: they ask it until they end.
        const auto made = joints;
        for (JointSession* joint : made)
            if (const auto members = joint->members(); members.contains(sessions.value(id))) {
                joints.removeOne(joint);
                Q_EMIT q.aboutToRemove(joint->spec().id);
                joint->close();
                joint->deleteLater();
            }
        Session* session = sessions.take(id);
        if (!session)
            return;
        Q_EMIT q.aboutToRemove(id);
        session->close();
        session->deleteLater();
    }

    const ConnectionSpec* byId(const QString& id) const
    {
        const auto at = std::find_if(all.cbegin(), all.cend(), [&](const auto& one) { return one.id == id; });
        return at == all.cend() ? nullptr : &*at;
    }

    Connections& q;
    settings::Settings& settings;
    Surroundings surroundings;
    Clock& clock;
    Discovery discovery;
    CommandConfirm confirm;
    QVector<ConnectionSpec> all;
    QHash<QString, Session*> sessions; ///< children of q, as are the next
    QVector<JointSession*> joints;
    FileWatch kubeconfigs{[this] { q.refresh(); }};
};

Connections::Connections(settings::Settings& settings, Surroundings surroundings, Clock& clock,
                         QObject* parent)
    : QObject(parent), d(std::make_unique<Private>(*this, settings, std::move(surroundings), clock))
{
    refresh();
    connect(&settings, &settings::Settings::connectionsChanged, this, [this] { d->rebuild(); });
    connect(&settings, &settings::Settings::changed, this, [this](const QString& key) {
        if (key == QString::fromUtf16(settings::key::kubeconfigFiles.name))
            refresh();
    });
}

Connections::~Connections()
{
    qDeleteAll(d->joints);   // before their members
    qDeleteAll(d->sessions); // while what they use is there
}

const QVector<ConnectionSpec>& Connections::all() const
{
    return d->all;
}

std::optional<ConnectionSpec> Connections::find(const QString& id) const
{
    const ConnectionSpec* found = d->byId(id);
    return found ? std::optional(*found) : std::nullopt;
}

std::optional<ConnectionSpec> Connections::findByWord(const QString& word) const
{
    if (auto found = find(word))
        return found;
    for (const ConnectionSpec& spec : std::as_const(d->all))
        if (spec.name == word)
            return spec;
    const auto endpoint = net::Endpoint::parse(word);
    if (!endpoint)
        return {};
    const QString resolved = resolvedAddress(word);
    for (const ConnectionSpec& spec : std::as_const(d->all))
        if (resolvedAddress(spec.address) == resolved)
            return spec;
    return {};
}

QVector<DiscoveryNote> Connections::notes() const
{
    return d->discovery.notes;
}

const Surroundings& Connections::surroundings() const
{
    return d->surroundings;
}

void Connections::refresh()
{
    const QVector<DiscoveryNote> before = d->discovery.notes;
    d->discovery = discover(d->surroundings);
    for (const QString& file : kubeconfigFiles()) {
        QStringList read;
        const Discovery more = discoverContexts(d->surroundings, file, &read);
        d->discovery.found += more.found;
        d->discovery.notes += more.notes;
        d->discovery.kubeconfigs += read;
    }
    d->kubeconfigs.setFiles(d->discovery.kubeconfigs);
    const QVector<ConnectionSpec> old = d->all;
    d->rebuild();
    if (old == d->all && before != d->discovery.notes)
        Q_EMIT changed();
}

Result<void> Connections::check(const ConnectionSpec& spec) const
{
    const QString name = spec.name.trimmed();
    if (name.isEmpty())
        return failure(InvalidInput{tr("Name"), tr("It is empty."), tr("Give the connection a name.")});
    if (name.size() > longestName)
        return failure(InvalidInput{tr("Name"), tr("It is longer than %1 characters.").arg(longestName),
                                    tr("Choose a shorter name.")});
    for (const ConnectionSpec& other : std::as_const(d->all))
        if (other.name == name && other.id != spec.id)
            return failure(
                InvalidInput{tr("Name"), tr("Another connection has it."), tr("Choose another name.")});
    const auto endpoint = net::Endpoint::parse(spec.address);
    if (!endpoint)
        return failure(endpoint.error());
    if (spec.certFile.isEmpty() != spec.keyFile.isEmpty())
        return failure(InvalidInput{tr("Client certificate"),
                                    tr("A certificate and its key belong together."),
                                    tr("Give both files or none.")});
    const auto files = {qMakePair(tr("Authority"), spec.caFile),
                        qMakePair(tr("Client certificate"), spec.certFile),
                        qMakePair(tr("Client key"), spec.keyFile)};
    for (const auto& [field, path] : files) {
        if (path.isEmpty())
            continue;
        if (endpoint->isUnixSocket())
            return failure(InvalidInput{field, tr("A Unix socket has no TLS."), tr("Leave it empty.")});
        if (!QFileInfo(path).isFile() || !QFileInfo(path).isReadable())
            return failure(InvalidInput{field, tr("%1 cannot be read.").arg(path),
                                        tr("Give the path of a PEM file that you may read.")});
    }
    return {};
}

Result<ConnectionSpec> Connections::add(ConnectionSpec spec)
{
    spec.id.clear();
    if (const auto good = check(spec); !good)
        return failure(good.error());
    spec.id = u"added-"_s + QUuid::createUuid().toString(QUuid::WithoutBraces);
    spec.name = spec.name.trimmed();
    spec.address = spec.address.trimmed();
    if (spec.address.startsWith(u'/'))
        spec.address.prepend(u"unix://"_s);
    // Marks first, so that the connection is never seen without them.
    d->settings.setMarks(spec.id, {spec.production, spec.readOnly, {}});
    d->settings.putConnection(stored(spec));
    return *find(spec.id);
}

Result<void> Connections::edit(const ConnectionSpec& spec)
{
    const auto before = find(spec.id);
    if (!before)
        return failure(InvalidInput{tr("Connection"), tr("It is not in the list any more."), {}});
    if (before->origin == Origin::Added) {
        if (const auto good = check(spec); !good)
            return good;
        ConnectionSpec changedSpec = spec;
        changedSpec.name = spec.name.trimmed();
        changedSpec.address = spec.address.trimmed();
        if (changedSpec.address.startsWith(u'/'))
            changedSpec.address.prepend(u"unix://"_s);
        if (stored(changedSpec) != stored(*before))
            d->settings.putConnection(stored(changedSpec));
    } else if (spec.name != before->name || !sameTarget(spec, *before)) {
        return failure(InvalidInput{tr("Connection"),
                                    tr("It was found in %1 and is changed there.").arg(before->source),
                                    tr("Add a connection of your own with other values.")});
    }
    return setMarks(spec.id, spec.production, spec.readOnly);
}

QStringList Connections::kubeconfigFiles() const
{
    return d->settings.get(settings::key::kubeconfigFiles).split(u'\n', Qt::SkipEmptyParts);
}

Result<int> Connections::addKubeconfig(const QString& path)
{
    const QString file = QFileInfo(path).absoluteFilePath();
    if (d->discovery.kubeconfigs.contains(file))
        return failure(InvalidInput{file, tr("Its contexts are in the list already."), {}});
    const Discovery found = discoverContexts(d->surroundings, file);
    if (found.found.isEmpty())
        return failure(
            InvalidInput{file, found.notes.isEmpty() ? tr("It has no contexts.") : found.notes.first().why,
                         tr("Choose a kubeconfig file, as kubectl reads it.")});
    const auto kept =
        d->settings.set(settings::key::kubeconfigFiles, (kubeconfigFiles() << file).join(u'\n'));
    if (!kept)
        return failure(kept.error());
    return int(found.found.size());
}

void Connections::removeKubeconfig(const QString& path)
{
    QStringList files = kubeconfigFiles();
    if (files.removeAll(path) > 0)
        (void)d->settings.set(settings::key::kubeconfigFiles, files.join(u'\n'));
}

void Connections::setCommandConfirm(CommandConfirm confirm)
{
    d->confirm = std::move(confirm);
}

Result<void> Connections::remove(const QString& id)
{
    const auto spec = find(id);
    if (!spec)
        return {};
    if (spec->origin != Origin::Added)
        return failure(InvalidInput{
            tr("Connection"), tr("It was found in %1 and is removed there.").arg(spec->source), {}});
    d->settings.removeConnection(id);
    return {};
}

Result<void> Connections::setMarks(const QString& id, bool production, bool readOnly)
{
    if (!find(id))
        return failure(InvalidInput{tr("Connection"), tr("It is not in the list any more."), {}});
    settings::StoredMarks marks = d->settings.marks(id);
    marks.production = production;
    marks.readOnly = readOnly;
    if (d->settings.marks(id) != marks)
        d->settings.setMarks(id, marks);
    return {};
}

Result<void> Connections::setNameSpaces(const QString& id, const QStringList& nameSpaces)
{
    const auto spec = find(id);
    if (!spec || !spec->isCluster())
        return failure(InvalidInput{tr("Connection"), tr("It is not in the list any more."), {}});
    // RFC 1123 labels, as the API server takes them.
    static const QRegularExpression label(u"^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$"_s);
    for (const QString& name : nameSpaces)
        if (!label.match(name).hasMatch())
            return failure(InvalidInput{tr("Namespaces"),
                                        tr("“%1” is no name of a namespace.").arg(name.left(80)),
                                        tr("Use lower-case letters, digits and hyphens.")});
    settings::StoredMarks marks = d->settings.marks(id);
    marks.nameSpaces = nameSpaces;
    if (d->settings.marks(id) != marks)
        d->settings.setMarks(id, marks);
    return {};
}

QFuture<Result<TestReport>> Connections::test(const ConnectionSpec& spec)
{
    return spec.isCluster() ? testCluster(spec, d->surroundings, d->clock) : testConnection(spec, d->clock);
}

Session* Connections::session(const QString& id)
{
    if (Session* made = d->sessions.value(id))
        return made;
    const auto spec = find(id);
    if (!spec || !spec->isSupported())
        return nullptr;
    Session* session = makeSession(*spec, d->settings, d->surroundings, d->clock, this);
    if (auto* cluster = qobject_cast<KubeSession*>(session); cluster && d->confirm)
        cluster->setConfirm([confirm = d->confirm](const kube::ResolvedContext& asked) {
            const auto& exec = asked.user.exec;
            return confirm({asked.name, asked.user.place.file, exec ? exec->command : QString(),
                            exec ? exec->args : QStringList(),
                            exec ? shownVariables(exec->env) : QStringList()});
        });
    d->sessions.insert(id, session);
    return session;
}

Session* Connections::joint(const QStringList& ids)
{
    // In the order of the list, so that the same ones make the same session.
    QVector<Session*> members;
    for (const ConnectionSpec& spec : std::as_const(d->all))
        if (ids.contains(spec.id) && spec.isSupported())
            members.append(session(spec.id));
    if (members.size() < 2)
        return members.value(0);
    for (JointSession* made : std::as_const(d->joints))
        if (made->members() == members)
            return made;
    auto* joint = new JointSession(members, d->clock, this);
    d->joints.append(joint);
    return joint;
}

QVector<Session*> Connections::sessions() const
{
    return {d->sessions.cbegin(), d->sessions.cend()};
}

std::optional<ConnectionSpec> Connections::best() const
{
    const auto last = find(d->settings.get(settings::key::lastConnection));
    if (last && last->isSupported())
        return last;
    // One that this user may open, else one that is there at least, so that the reason is shown.
    std::optional<ConnectionSpec> closed;
    for (const ConnectionSpec& spec : std::as_const(d->all)) {
        if (!spec.isSupported())
            continue;
        const QString socket = socketOf(spec);
        const QFileInfo info(socket);
        if (socket.isEmpty() || (info.exists() && info.isWritable()))
            return spec;
        if (!closed && info.exists())
            closed = spec;
    }
    return closed;
}

void Connections::setLastUsed(const QString& id)
{
    static_cast<void>(d->settings.set(settings::key::lastConnection, id)); // any id is accepted
}

} // namespace kaptan::session
