#include "app/cli/near_names.h"

#include "app/cli/text.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace kaptan::cli
{

namespace
{

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Cli)
};

constexpr int mostNames = 8;
/// Longer names than anybody has are not compared letter by letter.
constexpr qsizetype longestName = 300;

/// Letters to change, to add, to take away, and neighbours to swap. F. Damerau, 1964.
qsizetype distance(const QString& a, const QString& b)
{
    QVector<qsizetype> before, row(b.size() + 1), next(b.size() + 1);
    for (qsizetype j = 0; j <= b.size(); ++j)
        row[j] = j;
    for (qsizetype i = 1; i <= a.size(); ++i) {
        next[0] = i;
        for (qsizetype j = 1; j <= b.size(); ++j) {
            const qsizetype changed = row[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
            next[j] = std::min({changed, row[j] + 1, next[j - 1] + 1});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                next[j] = std::min(next[j], before[j - 2] + 1);
        }
        before = row;
        row.swap(next);
    }
    return row[b.size()];
}

QString listed(const QStringList& names, int most)
{
    QStringList shown;
    for (const QString& name : names.mid(0, most))
        shown << quoted(plain(name, 100));
    if (names.size() > most)
        shown << u"…"_s;
    return shown.join(u", "_s);
}

QString lastPart(const QString& name)
{
    return name.section(u'/', -1);
}

bool isNode(const history::Subject& subject)
{
    return subject.key.startsWith("node:"_L1);
}

} // namespace

QStringList nearNames(const QString& word, const QStringList& names, int most)
{
    QVector<QPair<qsizetype, QString>> near;
    const QString wanted = word.toCaseFolded().left(longestName);
    for (const QString& name : names) {
        const QString whole = name.toCaseFolded().left(longestName);
        // Whoever leaves the namespace out means the name behind it.
        const qsizetype far = wanted.contains(u'/')
                                  ? distance(wanted, whole)
                                  : std::min(distance(wanted, whole), distance(wanted, lastPart(whole)));
        const bool holds = wanted.size() >= 3 && whole.contains(wanted);
        if (far <= std::max<qsizetype>(1, wanted.size() / 3) && far < wanted.size())
            near.append({far, name});
        else if (holds)
            near.append({longestName, name});
    }
    std::sort(near.begin(), near.end());
    QStringList found;
    for (const auto& [far, name] : std::as_const(near))
        if (found.size() < most && !found.contains(name))
            found << name;
    return found;
}

QString namesText(const QString& word, const QStringList& names, int most)
{
    QStringList sorted = names;
    sorted.removeDuplicates();
    sorted.sort();
    if (sorted.isEmpty())
        return {};
    const QStringList near = nearNames(word, sorted, most);
    if (!near.isEmpty())
        //: %1 is a list of names
        return Tr::tr("Did you mean: %1").arg(listed(near, most));
    return Tr::tr("There are: %1").arg(listed(sorted, most));
}

Result<QVector<history::Subject>> recordedSubjects(history::Database& database, const QString& connection)
{
    auto all = history::workloads(database, connection);
    if (!all)
        return failure(all.error());
    const auto rows =
        database.rows(u"SELECT DISTINCT subject FROM metric_series WHERE connection_id = (SELECT id FROM "
                      "connections WHERE key = ?) AND subject LIKE 'node:%' ORDER BY subject"_s,
                      {connection});
    if (!rows)
        return failure(rows.error());
    while ((*rows)->next()) {
        const QString key = (*rows)->value(0).toString();
        all->append({connection, key, u"node"_s, {}, key.section(u':', 1)});
    }
    (*rows)->finish();
    return *all;
}

QString shownName(const history::Subject& subject)
{
    if (isNode(subject))
        return u"node/"_s + subject.name;
    if (subject.name.isEmpty()) // a key of one part
        return subject.nameSpace.isEmpty() ? subject.key : subject.nameSpace;
    return subject.nameSpace.isEmpty() ? subject.name : subject.nameSpace + u'/' + subject.name;
}

Result<QVector<history::Subject>> findSubjects(const QVector<history::Subject>& all, const QString& word)
{
    using Form = QString (*)(const history::Subject&);
    const Form forms[] = {[](const history::Subject& one) { return one.key; }, &shownName,
                          [](const history::Subject& one) { return one.kind + u'/' + one.name; },
                          [](const history::Subject& one) { return one.kind + u'/' + shownName(one); },
                          [](const history::Subject& one) { return isNode(one) ? QString() : one.name; }};
    QVector<history::Subject> found;
    for (const Form form : forms) {
        for (const history::Subject& one : all)
            if (!word.isEmpty() && form(one) == word)
                found.append(one);
        if (!found.isEmpty())
            return found;
    }
    QStringList names;
    for (const history::Subject& one : all)
        names << shownName(one);
    return failure(InvalidInput{quoted(word), Tr::tr("nothing of this name was recorded"),
                                namesText(word, names, mostNames)});
}

Result<history::Subject> findWorkload(const QVector<history::Subject>& all, const QString& word)
{
    QVector<history::Subject> workloads = all;
    workloads.removeIf(isNode);
    const auto found = findSubjects(workloads, word);
    if (!found)
        return failure(found.error());
    if (found->size() == 1)
        return found->first();
    QStringList names;
    for (const history::Subject& one : *found) {
        const bool told =
            std::count_if(found->cbegin(), found->cend(), [&one](const history::Subject& other) {
                return shownName(other) == shownName(one);
            }) == 1;
        names << (told ? shownName(one) : one.key);
    }
    return failure(InvalidInput{quoted(word), Tr::tr("several workloads have this name"),
                                //: %1 is a list of names
                                Tr::tr("Give one of them: %1").arg(listed(names, mostNames))});
}

} // namespace kaptan::cli
