#include "app/history/opening.h"

#include "app/history/salvage.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace kaptan::history
{

namespace
{

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(History)
};

/// "KPTH": says whose file it is.
constexpr int applicationId = 0x4b505448;

QString stamp(const Clock& clock)
{
    return clock.now().toUTC().toString(u"yyyyMMdd-HHmmss"_s);
}

/// A name that nobody has yet.
QString freeName(const QString& wanted)
{
    QString name = wanted;
    for (int i = 2; QFileInfo::exists(name); ++i)
        name = wanted + u'-' + QString::number(i);
    return name;
}

Result<void> makeFolder(const QString& file)
{
    const QString folder = QFileInfo(file).absolutePath();
    if (QFileInfo(folder).isDir())
        return {};
    if (!QDir().mkpath(folder))
        return failure(StorageError{folder, Tr::tr("the folder cannot be made")});
    QFile::setPermissions(folder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    return {};
}

/// What operators do is nobody else's business.
void makePrivate(const QString& file)
{
    for (const QString& part : {file, file + u"-wal"_s, file + u"-shm"_s})
        if (QFileInfo::exists(part))
            QFile::setPermissions(part, QFile::ReadOwner | QFile::WriteOwner);
}

Result<int> number(Database& database, const QString& pragma)
{
    const auto value = database.value(u"PRAGMA "_s + pragma);
    if (!value)
        return failure(value.error());
    return value->toInt();
}

/// Whether SQLite finds it sound. An error that is no damage is the caller's.
Result<bool> isSound(Database& database)
{
    const auto verdict = database.value(u"PRAGMA quick_check(1)"_s);
    if (!verdict) {
        if (database.sawDamage())
            return false;
        return failure(verdict.error());
    }
    return verdict->toString() == "ok"_L1;
}

Result<void> step(Database& database, int to)
{
    return database.transaction([&]() -> Result<void> {
        // Another process may have been here while this one waited.
        const auto now = number(database, u"user_version"_s);
        if (!now)
            return failure(now.error());
        if (*now >= to)
            return {};
        if (auto done = database.script(QString::fromUtf8(schemaSteps().at(to - 1))); !done)
            return done;
        if (auto done = database.script(u"PRAGMA application_id = %1"_s.arg(applicationId)); !done)
            return done;
        return database.script(u"PRAGMA user_version = %1"_s.arg(to));
    });
}

/// Brings it up to date. A copy is made once, before the first step of a file that holds something.
Result<void> migrate(Database& database, Opening& opening, const Clock& clock)
{
    if (opening.version > 0 && opening.version < schemaSteps().size()) {
        const QString copy =
            freeName(database.file() + u".schema-%1-%2"_s.arg(opening.version).arg(stamp(clock)));
        if (auto done = database.run(u"VACUUM INTO ?"_s, {copy}); !done)
            return done; // without it nothing is changed
        makePrivate(copy);
        opening.copy = copy;
    }
    while (opening.version < schemaSteps().size()) {
        if (auto done = step(database, opening.version + 1); !done)
            return done;
        ++opening.version;
    }
    return {};
}

/// Renames the file and what SQLite keeps beside it.
Result<QString> setAside(const QString& file, const Clock& clock)
{
    const QString name = freeName(file + u".damaged-"_s + stamp(clock));
    if (!QFile::rename(file, name))
        return failure(StorageError{file, Tr::tr("it is damaged and cannot be renamed")});
    for (const QString& end : {u"-wal"_s, u"-shm"_s})
        if (QFileInfo::exists(file + end))
            QFile::rename(file + end, name + end);
    return name;
}

Result<Opening> prepare(const QString& file, const Clock& clock, bool check, bool& isDamaged)
{
    auto database = Database::open(file, Database::Access::Write);
    if (!database) {
        const auto* storage = database.error().as<StorageError>();
        isDamaged =
            storage && (storage->why.contains("not a database"_L1) || storage->why.contains("malformed"_L1));
        return failure(database.error());
    }
    Database& db = **database;
    const auto fail = [&](const Error& error) {
        isDamaged = isDamaged || db.sawDamage();
        return failure(error);
    };
    Opening opening;
    const auto version = number(db, u"user_version"_s);
    if (!version)
        return fail(version.error());
    opening.version = *version;
    const auto owner = number(db, u"application_id"_s);
    if (!owner)
        return fail(owner.error());
    const auto tables = db.value(u"SELECT count(*) FROM sqlite_schema"_s);
    if (!tables)
        return fail(tables.error());
    if (*owner != applicationId && tables->toInt() > 0)
        return failure(StorageError{file, Tr::tr("it is the database of another program")});
    if (opening.version > schemaSteps().size()) {
        opening.isReadOnly = true;
        return opening;
    }
    if (check && tables->toInt() > 0) {
        const auto sound = isSound(db);
        if (!sound)
            return fail(sound.error());
        if (!*sound) {
            isDamaged = true;
            return failure(StorageError{file, Tr::tr("it is damaged")});
        }
    }
    if (const auto done = migrate(db, opening, clock); !done)
        return fail(done.error());
    makePrivate(file);
    return opening;
}

} // namespace

Result<Opening> prepareHistory(const QString& file, const Clock& clock, bool check)
{
    if (const auto made = makeFolder(file); !made)
        return failure(made.error());
    bool isDamaged = false;
    Result<Opening> opening = prepare(file, clock, check, isDamaged);
    if (opening || !isDamaged)
        return opening;
    const auto aside = setAside(file, clock);
    if (!aside)
        return failure(aside.error());
    opening = prepare(file, clock, false, isDamaged);
    if (!opening)
        return opening;
    opening->setAside = *aside;
    if (const auto rows = salvage(*aside, file))
        opening->salvaged = *rows;
    return opening;
}

} // namespace kaptan::history
