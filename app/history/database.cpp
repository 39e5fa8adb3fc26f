#include "app/history/database.h"

#include <QAtomicInteger>
#include <QFileInfo>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace kaptan::history
{

namespace
{

/// A writer of another process, and a checkpoint, end within this.
constexpr int busyMs = 20'000;
constexpr int cannotOpen = 14; // SQLITE_CANTOPEN
constexpr int readOnly = 8;    // SQLITE_READONLY
constexpr qsizetype mostPrepared = 100;

} // namespace

Result<std::unique_ptr<Database>> Database::open(const QString& file, Access access)
{
    static QAtomicInteger<quint64> count;
    const QString name = u"history-%1"_s.arg(count.fetchAndAddRelaxed(1));
    QString options = u"QSQLITE_BUSY_TIMEOUT=%1"_s.arg(busyMs);
    if (access == Access::Read)
        options += u";QSQLITE_OPEN_READONLY"_s;
    std::unique_ptr<Database> opened(new Database(file, name, QSqlDatabase::addDatabase(u"QSQLITE"_s, name)));
    QSqlDatabase& database = opened->m_database;
    database.setDatabaseName(file);
    database.setConnectOptions(options);
    if (!database.open())
        return opened->failed(database.lastError());
    if (access == Access::Read && !opened->value(u"SELECT count(*) FROM sqlite_schema"_s)) {
        // Where nothing can be written SQLite cannot make the files that readers share. Nobody else writes
        // there.
        const bool unwritable = opened->lastCode() == cannotOpen || opened->lastCode() == readOnly;
        if (!unwritable || QFileInfo(file + u"-wal"_s).size() > 0)
            return opened->failed(opened->m_error);
        opened->m_prepared.clear();
        database.close();
        database.setDatabaseName(QUrl::fromLocalFile(file).toString(QUrl::FullyEncoded) + u"?immutable=1"_s);
        database.setConnectOptions(options + u";QSQLITE_OPEN_URI"_s);
        if (!database.open())
            return opened->failed(database.lastError());
    }
    // Each connection has to ask for it.
    QStringList settings{u"PRAGMA foreign_keys = ON"_s, u"PRAGMA temp_store = MEMORY"_s};
    if (access == Access::Write)
        // Vacuuming by slices has to be asked for before the first table. With FULL a commit outlives a power
        // cut too, and commits are few.
        settings += {u"PRAGMA auto_vacuum = INCREMENTAL"_s, u"PRAGMA journal_mode = WAL"_s,
                     u"PRAGMA synchronous = FULL"_s};
    for (const QString& setting : std::as_const(settings)) {
        if (const auto done = opened->run(setting); !done)
            return failure(done.error());
    }
    return opened;
}

Database::Database(QString file, QString name, QSqlDatabase database)
    : m_file(std::move(file)), m_name(std::move(name)), m_database(std::move(database))
{
}

Database::~Database()
{
    m_prepared.clear();
    m_database.close();
    m_database = {};
    QSqlDatabase::removeDatabase(m_name);
}

bool Database::isDamage(const QSqlError& error)
{
    const QString code = error.nativeErrorCode();
    return code == "11"_L1 || code == "26"_L1 || (code.toInt() & 0xff) == 11; // SQLITE_CORRUPT, SQLITE_NOTADB
}

tl::unexpected<Error> Database::failed(const QSqlError& error)
{
    m_error = error;
    m_damaged = m_damaged || isDamage(error);
    m_lastCode = error.nativeErrorCode().toInt() & 0xff;
    const QString words = error.databaseText().isEmpty() ? error.driverText() : error.databaseText();
    return failure(StorageError{m_file, words.simplified()});
}

Result<QSqlQuery*> Database::executed(const QString& sql, const QVariantList& values)
{
    auto it = m_prepared.find(sql);
    if (it == m_prepared.end()) {
        if (m_prepared.size() >= mostPrepared)
            m_prepared.clear();
        auto query = std::make_shared<QSqlQuery>(m_database);
        query->setForwardOnly(true);
        if (!query->prepare(sql))
            return failed(query->lastError());
        it = m_prepared.insert(sql, query);
    }
    QSqlQuery& query = **it;
    for (int i = 0; i < values.size(); ++i)
        query.bindValue(i, values.at(i));
    if (!query.exec()) {
        const QSqlError error = query.lastError();
        query.finish();
        return failed(error);
    }
    return &query;
}

Result<void> Database::run(const QString& sql, const QVariantList& values)
{
    const auto query = executed(sql, values);
    if (!query)
        return failure(query.error());
    (*query)->finish();
    return {};
}

Result<QSqlQuery*> Database::rows(const QString& sql, const QVariantList& values)
{
    return executed(sql, values);
}

Result<QVariant> Database::value(const QString& sql, const QVariantList& values)
{
    const auto query = executed(sql, values);
    if (!query)
        return failure(query.error());
    QVariant first;
    if ((*query)->next())
        first = (*query)->value(0);
    const QSqlError error = (*query)->lastError();
    (*query)->finish();
    if (error.isValid())
        return failed(error);
    return first;
}

Result<qint64> Database::insert(const QString& sql, const QVariantList& values)
{
    const auto query = executed(sql, values);
    if (!query)
        return failure(query.error());
    const qint64 id = (*query)->lastInsertId().toLongLong();
    (*query)->finish();
    return id;
}

Result<void> Database::script(const QString& sql)
{
    QString plain;
    for (const QStringView line : QStringView(sql).split(u'\n'))
        plain +=
            line.left(line.indexOf("--"_L1) < 0 ? line.size() : line.indexOf("--"_L1)).toString() + u'\n';
    for (const QString& statement : plain.split(u';')) {
        if (statement.trimmed().isEmpty())
            continue;
        QSqlQuery query(m_database);
        if (!query.exec(statement.trimmed()))
            return failed(query.lastError());
    }
    return {};
}

Result<void> Database::transaction(const std::function<Result<void>()>& fn)
{
    if (m_within)
        return fn(); // it is part of the one around it
    // At once for writing: a reader that turns into a writer may have to give up.
    if (const auto begun = run(u"BEGIN IMMEDIATE"_s); !begun)
        return begun;
    m_within = true;
    Result<void> done = fn();
    m_within = false;
    if (done)
        done = run(u"COMMIT"_s);
    if (!done)
        (void)run(u"ROLLBACK"_s); // the first error is the one to tell
    return done;
}

} // namespace kaptan::history
