#pragma once

#include "app/core/result.h"
#include "app/history/queries.h"

#include <QStringList>
#include <QVector>

namespace kaptan::cli
{

/// Those of the names that somebody may have meant: with few letters changed, or with the word in them; the
/// nearest first.
QStringList nearNames(const QString& word, const QStringList& names, int most);
/// "Did you mean: ..." with the near ones, else "There are: ..." with the first ones; empty without names.
QString namesText(const QString& word, const QStringList& names, int most);

/// Everything that was measured or recorded on a connection: its workloads, and its nodes with the kind
/// "node".
Result<QVector<history::Subject>> recordedSubjects(history::Database& database, const QString& connection);
/// As somebody types it: "shop/web", "db", "node/worker-1".
QString shownName(const history::Subject& subject);
/// What a word stands for: a key, a shown name, KIND/NAME, or a name alone, which may be that of several.
/// Where it is nothing, the error has the near names.
Result<QVector<history::Subject>> findSubjects(const QVector<history::Subject>& all, const QString& word);
/// The same, of a workload, where there may be only one.
Result<history::Subject> findWorkload(const QVector<history::Subject>& all, const QString& word);

} // namespace kaptan::cli
