#include "app/settings/settings.h"

#include "app/settings/settings_file.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QFileSystemWatcher>
#include <QJsonArray>
#include <QMutex>
#include <QSet>
#include <QStandardPaths>
#include <QThreadPool>
#include <QTimer>

using namespace Qt::StringLiterals;

namespace kaptan::settings
{

namespace
{

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Settings)
};

/// Several set() in a row become one write.
constexpr int writeDelayMs = 200;

QString defaultDirectory()
{
    const QString given = qEnvironmentVariable("KAPTAN_CONFIG_DIR");
    if (!given.isEmpty())
        return given;
    return QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation) + u"/kaptan"_s;
}

std::optional<QVariant> fromJson(const Definition& definition, const QJsonValue& value)
{
    if (definition.type != Type::Bytes)
        return definition.accept(value.toVariant());
    const auto decoded =
        QByteArray::fromBase64Encoding(value.toString().toLatin1(), QByteArray::AbortOnBase64DecodingErrors);
    if (!value.isString() || !decoded)
        return {};
    return definition.accept(*decoded);
}

QJsonValue toJson(const Definition& definition, const QVariant& value)
{
    if (definition.type == Type::Bytes)
        return QString::fromLatin1(value.toByteArray().toBase64());
    return QJsonValue::fromVariant(value);
}

StoredConnection connectionOf(const QJsonObject& object)
{
    StoredConnection c;
    c.id = object.value(u"id"_s).toString();
    c.name = object.value(u"name"_s).toString();
    c.address = object.value(u"address"_s).toString();
    c.caFile = object.value(u"caFile"_s).toString();
    c.certFile = object.value(u"certFile"_s).toString();
    c.keyFile = object.value(u"keyFile"_s).toString();
    return c;
}

QJsonObject jsonOf(const StoredConnection& c)
{
    QJsonObject object{{u"id"_s, c.id}, {u"name"_s, c.name}, {u"address"_s, c.address}};
    const auto put = [&object](const QString& key, const QString& value) {
        if (!value.isEmpty())
            object.insert(key, value);
    };
    put(u"caFile"_s, c.caFile);
    put(u"certFile"_s, c.certFile);
    put(u"keyFile"_s, c.keyFile);
    return object;
}

/// Changes one member of an object that is a member itself.
void editMember(QJsonObject& root, const QString& part, const std::function<void(QJsonObject&)>& edit)
{
    QJsonObject object = root.value(part).toObject();
    edit(object);
    root.insert(part, object);
}

void editConnections(QJsonObject& root, const QString& id, const std::optional<StoredConnection>& put)
{
    QJsonArray list = root.value(u"connections"_s).toArray();
    for (qsizetype i = 0; i < list.size(); ++i) {
        if (list.at(i).toObject().value(u"id"_s).toString() != id)
            continue;
        if (put)
            list.replace(i, jsonOf(*put));
        else
            list.removeAt(i);
        root.insert(u"connections"_s, list);
        return;
    }
    if (put)
        list.append(jsonOf(*put));
    root.insert(u"connections"_s, list);
}

/// Something wrong with the file, put into words when asked, so that it follows the language.
struct Warning {
    enum class Kind { BadFile, BadValue, BadConnection } kind;
    QString what; ///< key, number of the connection, or the reason
    QString aside;

    bool operator==(const Warning&) const = default;
};

} // namespace

class Settings::Private
{
public:
    Private(Settings& settings, const QString& directory)
        : q(settings),
          file(
              QDir(directory.isEmpty() ? defaultDirectory() : directory).absoluteFilePath(u"settings.json"_s))
    {
        pool.setMaxThreadCount(1); // reads and writes in the order they were asked for
        delay.setSingleShot(true);
        delay.setInterval(writeDelayMs);
        QObject::connect(&delay, &QTimer::timeout, &q, [this] { send(); });
        QObject::connect(&watcher, &QFileSystemWatcher::directoryChanged, &q, [this] {
            reloadWanted = true;
            wakeWriter();
        });
        take(file.read());
        watch();
    }

    void watch()
    {
        const QString folder = QFileInfo(file.path()).absolutePath();
        if (watcher.directories().isEmpty() && QFileInfo::exists(folder))
            watcher.addPath(folder);
    }

    /// The content of the file with what is not yet written on top becomes what holds.
    void take(const FileContent& content)
    {
        root = content.root;
        if (!content.badBecause.isEmpty())
            badFile = Warning{Warning::Kind::BadFile, content.badBecause, content.setAside};
        for (const FileEdit& edit : std::as_const(unwritten))
            edit(root);
        interpret();
    }

    void interpret()
    {
        QVector<Warning> found;
        if (badFile)
            found.append(*badFile);
        const QJsonObject stored = root.value(u"values"_s).toObject();
        QHash<QString, QVariant> now;
        for (const Definition& definition : definitions()) {
            const QJsonValue value = stored.value(definition.key);
            const auto accepted =
                value.isUndefined() ? std::optional(definition.fallback) : fromJson(definition, value);
            if (!accepted)
                found.append({Warning::Kind::BadValue, definition.key, {}});
            now.insert(definition.key, accepted.value_or(definition.fallback));
        }
        QVector<StoredConnection> list;
        QSet<QString> ids;
        const QJsonArray array = root.value(u"connections"_s).toArray();
        for (qsizetype i = 0; i < array.size(); ++i) {
            const StoredConnection c = connectionOf(array.at(i).toObject());
            if (c.id.isEmpty() || c.address.isEmpty() || ids.contains(c.id)) {
                found.append({Warning::Kind::BadConnection, QString::number(i + 1), {}});
                continue;
            }
            ids.insert(c.id);
            list.append(c);
        }
        QHash<QString, StoredMarks> markSet;
        const QJsonObject markObject = root.value(u"marks"_s).toObject();
        for (auto it = markObject.begin(); it != markObject.end(); ++it) {
            const QJsonObject one = it.value().toObject();
            StoredMarks read{one.value(u"production"_s).toBool(), one.value(u"readOnly"_s).toBool(), {}};
            for (const QJsonValue& nameSpace : one.value(u"namespaces"_s).toArray())
                if (const QString name = nameSpace.toString(); !name.isEmpty())
                    read.nameSpaces.append(name);
            markSet.insert(it.key(), read);
        }
        const QHash<QString, QVariant> before = std::exchange(values, now);
        const bool otherConnections = list != connections || markSet != marks;
        const bool otherWarnings = found != warnings;
        connections = list;
        marks = markSet;
        warnings = found;
        hasBadPart = hasBadPart || found.size() > (badFile ? 1 : 0);
        for (const Definition& definition : definitions())
            if (before.contains(definition.key) && before.value(definition.key) != now.value(definition.key))
                Q_EMIT q.changed(definition.key);
        if (otherConnections)
            Q_EMIT q.connectionsChanged();
        if (otherWarnings)
            Q_EMIT q.warningsChanged();
    }

    void apply(FileEdit edit)
    {
        edit(root);
        unwritten.append(std::move(edit));
        interpret();
        wakeWriter();
    }

    void wakeWriter()
    {
        if (!delay.isActive())
            delay.start();
    }

    /// Hands what is not yet written to the worker, or lets it read again.
    void send()
    {
        if (busy) {
            sendAgain = true;
            return;
        }
        if (unwritten.isEmpty() && !reloadWanted)
            return;
        busy = true;
        reloadWanted = false;
        inFlight = unwritten.size();
        const bool keepCopy = !unwritten.isEmpty() && hasBadPart && !std::exchange(copied, true);
        pool.start([this, edits = unwritten, target = file, keepCopy] {
            Result<FileContent> result = edits.isEmpty() ? target.read() : target.update(edits, keepCopy);
            {
                QMutexLocker lock(&mutex);
                arrived = std::move(result);
            }
            QMetaObject::invokeMethod(
                &q, [this] { collect(); }, Qt::QueuedConnection);
        });
    }

    void collect()
    {
        std::optional<Result<FileContent>> result;
        {
            QMutexLocker lock(&mutex);
            result = std::exchange(arrived, std::nullopt);
        }
        if (!result)
            return; // flush() was quicker
        busy = false;
        if (*result) {
            lastError.reset();
            unwritten.remove(0, inFlight);
            watch();
            take(**result);
        } else { // kept for the next attempt, which the next set() makes
            lastError = result->error();
            Q_EMIT q.writeFailed(*lastError);
        }
        if (std::exchange(sendAgain, false))
            send();
    }

    Result<void> flush()
    {
        delay.stop();
        do {
            send();
            pool.waitForDone();
            collect();
        } while (!unwritten.isEmpty() && !lastError);
        if (lastError)
            return failure(*lastError);
        return {};
    }

    Settings& q;
    const SettingsFile file;
    QFileSystemWatcher watcher;
    QTimer delay;

    QJsonObject root;
    QHash<QString, QVariant> values;
    QVector<StoredConnection> connections;
    QHash<QString, StoredMarks> marks;
    QVector<Warning> warnings;
    std::optional<Warning> badFile;

    QVector<FileEdit> unwritten;
    qsizetype inFlight = 0; ///< how many of them the worker has
    bool busy = false;
    bool sendAgain = false;
    bool reloadWanted = false;
    bool hasBadPart = false; ///< the file held a value that cannot be used
    bool copied = false;     ///< and was kept as it was
    std::optional<Error> lastError;

    QMutex mutex;
    std::optional<Result<FileContent>> arrived; ///< guarded by the mutex
    QThreadPool pool;                           ///< last: ends before what its task uses
};

Settings::Settings(const QString& directory, QObject* parent)
    : QObject(parent), d(std::make_unique<Private>(*this, directory))
{
}

Settings::~Settings()
{
    d->sendAgain = false;
    const QSignalBlocker quiet(this);
    d->pool.waitForDone();
    d->collect();
    if (!d->unwritten.isEmpty())
        static_cast<void>(d->flush()); // nobody is left who could be told
}

QVariant Settings::value(const QString& key) const
{
    return d->values.value(key);
}

Result<void> Settings::setValue(const QString& key, const QVariant& newValue)
{
    const Definition* found = definition(key);
    const auto accepted = found ? found->accept(newValue) : std::nullopt;
    if (!accepted) {
        InvalidInput bad{key, Tr::tr("this value cannot be used"), {}};
        if (found && found->type == Type::Int)
            bad.fix = Tr::tr("Use a whole number from %1 to %2.").arg(found->least).arg(found->most);
        return failure(bad);
    }
    if (d->values.value(key) == *accepted && !d->root.value(u"values"_s).toObject().value(key).isUndefined())
        return {};
    d->apply([key, json = toJson(*found, *accepted)](QJsonObject& root) {
        editMember(root, u"values"_s, [&](QJsonObject& values) { values.insert(key, json); });
    });
    return {};
}

void Settings::reset(const QString& key)
{
    d->apply([key](QJsonObject& root) {
        editMember(root, u"values"_s, [&](QJsonObject& values) { values.remove(key); });
    });
}

QVector<StoredConnection> Settings::connections() const
{
    return d->connections;
}

void Settings::putConnection(const StoredConnection& connection)
{
    d->apply([connection](QJsonObject& root) { editConnections(root, connection.id, connection); });
}

void Settings::removeConnection(const QString& id)
{
    d->apply([id](QJsonObject& root) {
        editConnections(root, id, {});
        editMember(root, u"marks"_s, [&](QJsonObject& marks) { marks.remove(id); });
    });
}

StoredMarks Settings::marks(const QString& id) const
{
    return d->marks.value(id);
}

void Settings::setMarks(const QString& id, const StoredMarks& marks)
{
    d->apply([id, marks](QJsonObject& root) {
        editMember(root, u"marks"_s, [&](QJsonObject& all) {
            QJsonObject one{{u"production"_s, marks.production}, {u"readOnly"_s, marks.readOnly}};
            if (!marks.nameSpaces.isEmpty())
                one.insert(u"namespaces"_s, QJsonArray::fromStringList(marks.nameSpaces));
            if (marks == StoredMarks())
                all.remove(id);
            else
                all.insert(id, one);
        });
    });
}

QStringList Settings::warnings() const
{
    QStringList sentences;
    for (const Warning& warning : std::as_const(d->warnings)) {
        switch (warning.kind) {
        case Warning::Kind::BadFile:
            //: %1 is a path, %2 the reason
            sentences << Tr::tr("The settings in %1 cannot be read (%2); defaults are used.")
                             .arg(path(), warning.what);
            if (!warning.aside.isEmpty())
                sentences.last() += u' ' + Tr::tr("The file was kept as %1.").arg(warning.aside);
            break;
        case Warning::Kind::BadValue:
            //: %1 is the name of a setting as the file has it, %2 a path
            sentences << Tr::tr("The setting %1 in %2 has a value that cannot be used; its default is used.")
                             .arg(warning.what, path());
            break;
        case Warning::Kind::BadConnection:
            //: %1 is a number ("the second"), %2 a path
            sentences << Tr::tr("Connection number %1 in %2 cannot be read and is left out.")
                             .arg(warning.what, path());
            break;
        }
    }
    return sentences;
}

QString Settings::path() const
{
    return d->file.path();
}

Result<void> Settings::flush()
{
    return d->flush();
}

} // namespace kaptan::settings
