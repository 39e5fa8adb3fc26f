#pragma once

#include "app/core/result.h"

#include <QHash>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QVariantList>

#include <functional>
#include <memory>

namespace kaptan::history
{

/// One connection to the file, of the thread that opened it. Foreign keys are enforced, and a writer of
/// another process is waited for.
class Database
{
public:
    enum class Access { Write, Read };

    /// StorageError where it cannot be opened. Reading never makes a file.
    static Result<std::unique_ptr<Database>> open(const QString& file, Access access);
    ~Database();
    Database(const Database&) = delete;
    Database& operator=(const Database&) = delete;

    const QString& file() const { return m_file; }

    /// One statement whose rows nobody wants; `values` stand for its question marks. StorageError with
    /// SQLite's words.
    Result<void> run(const QString& sql, const QVariantList& values = {});
    /// Its rows, to be read forward; finish() it where not all are read. Good until the same statement is run
    /// again.
    Result<QSqlQuery*> rows(const QString& sql, const QVariantList& values = {});
    /// The first column of its first row; an invalid value where there is no row.
    Result<QVariant> value(const QString& sql, const QVariantList& values = {});
    /// Many statements, each ended by a semicolon; comments from -- to the end of their lines.
    Result<void> script(const QString& sql);
    /// The key of the row that was inserted last.
    Result<qint64> insert(const QString& sql, const QVariantList& values = {});

    /// All that `fn` does, or nothing of it.
    Result<void> transaction(const std::function<Result<void>()>& fn);

    /// Whether an error says that the file itself is damaged, or no database at all.
    static bool isDamage(const QSqlError& error);

    bool sawDamage() const { return m_damaged; }

    /// A check found it.
    void noteDamage() { m_damaged = true; }

    /// SQLite's primary result code of the last error, 0 before one. https://www.sqlite.org/rescode.html
    int lastCode() const { return m_lastCode; }

private:
    Database(QString file, QString name, QSqlDatabase database);
    tl::unexpected<Error> failed(const QSqlError& error);
    /// Prepared once each.
    Result<QSqlQuery*> executed(const QString& sql, const QVariantList& values);

    QString m_file, m_name;
    QSqlDatabase m_database;
    QHash<QString, std::shared_ptr<QSqlQuery>> m_prepared;
    bool m_damaged = false;
    int m_lastCode = 0;
    QSqlError m_error;
    bool m_within = false; ///< a transaction
};

} // namespace kaptan::history
