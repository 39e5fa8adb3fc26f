#include "app/cli/targets.h"

#include "app/cli/cluster_job.h"

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

Result<QVector<TargetWord>> objectsWithSlash(const QStringList& words)
{
    QVector<TargetWord> targets;
    for (const QString& word : words) {
        const qsizetype slash = word.indexOf(u'/');
        if (slash < 0)
            return failure(InvalidInput{word, Tr::tr("it has no slash, though other words have"),
                                        Tr::tr("Write KIND/NAME for each object, or KIND NAME...")});
        const QString kind = word.left(slash), name = word.mid(slash + 1);
        if (kind.isEmpty() || kind.contains(u','))
            return failure(InvalidInput{word, Tr::tr("before the slash stands no kind"),
                                        Tr::tr("Write KIND/NAME, such as deployment/web.")});
        if (const auto good = checkName(word, name); !good)
            return failure(good.error());
        targets.append({kind, name});
    }
    return targets;
}

} // namespace

Result<QVector<TargetWord>> readTargets(const QStringList& words, TargetForm form)
{
    const bool objects = form == TargetForm::Objects;
    if (words.isEmpty())
        //: the words in capitals as in the usage line
        return failure(InvalidInput{Tr::tr("KIND"), Tr::tr("it is missing"),
                                    objects ? Tr::tr("Write KIND/NAME, such as deployment/web.")
                                            : Tr::tr("Write a kind, such as pods.")});
    if (std::any_of(words.begin(), words.end(), [](const QString& word) { return word.contains(u'/'); }))
        return objectsWithSlash(words);
    const QString& first = words.first();
    QVector<TargetWord> targets;
    if (words.size() == 1) {
        if (objects)
            return failure(InvalidInput{first, Tr::tr("no object is named"),
                                        Tr::tr("Write KIND/NAME, such as deployment/web.")});
        for (const QString& kind : first.split(u',')) {
            if (kind.isEmpty())
                return failure(InvalidInput{first, Tr::tr("between the commas a kind is missing"),
                                            Tr::tr("Write them as in pods,services.")});
            if (!targets.contains({kind, {}}))
                targets.append({kind, {}});
        }
        return targets;
    }
    if (first.contains(u','))
        return failure(InvalidInput{first, Tr::tr("names go with one kind only"),
                                    Tr::tr("Write KIND/NAME for each object.")});
    for (const QString& name : words.mid(1)) {
        if (const auto good = checkName(name, name); !good)
            return failure(good.error());
        targets.append({first, name});
    }
    return targets;
}

} // namespace kaptan::cli
