#include "app/kube/config/kubeconfig.h"

#include "app/kube/config/yaml_reader.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace kaptan::kube
{

namespace
{

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Kubeconfig)
};

template <class Entry>
const Entry* byName(const QVector<Entry>& entries, const QString& name)
{
    const auto found =
        std::find_if(entries.begin(), entries.end(), [&](const Entry& e) { return e.name == name; });
    return found == entries.end() ? nullptr : &*found;
}

template <class Entry>
void addNew(QVector<Entry>& to, QHash<QString, KubeconfigProblem>& broken, const QVector<Entry>& from,
            const QHash<QString, KubeconfigProblem>& brokenFrom)
{
    const QList<QString> unusable = broken.keys();
    QSet<QString> names(unusable.cbegin(), unusable.cend());
    for (const Entry& entry : std::as_const(to))
        names.insert(entry.name);
    for (const Entry& entry : from) {
        if (!names.contains(entry.name))
            to.append(entry);
    }
    for (auto it = brokenFrom.cbegin(); it != brokenFrom.cend(); ++it) {
        if (!names.contains(it.key()))
            broken.insert(it.key(), it.value());
    }
}

/// What contexts name has to be there; what is broken was told already.
void checkReferences(Kubeconfig& config)
{
    for (const NamedContext& context : std::as_const(config.contexts)) {
        if (!context.cluster.isEmpty() && !config.cluster(context.cluster) &&
            !config.brokenClusters.contains(context.cluster))
            config.problems.append({context.place,
                                    Tr::tr("context “%1” names the cluster “%2”, which is not there")
                                        .arg(context.name, context.cluster),
                                    Tr::tr("Add that cluster, or name another.")});
        if (!context.user.isEmpty() && !config.user(context.user) &&
            !config.brokenUsers.contains(context.user))
            config.problems.append({context.place,
                                    Tr::tr("context “%1” names the user “%2”, which is not there")
                                        .arg(context.name, context.user),
                                    Tr::tr("Add that user, or name another.")});
    }
    if (!config.currentContext.isEmpty() && !config.context(config.currentContext) &&
        !config.brokenContexts.contains(config.currentContext))
        config.problems.append({config.currentContextPlace,
                                Tr::tr("the current context “%1” is not there").arg(config.currentContext),
                                Tr::tr("Choose another: kubectl config use-context NAME")});
}

tl::expected<Kubeconfig, KubeconfigProblem> readFile(const QString& path)
{
    const auto refuse = [&](const QString& why, const QString& fix) {
        return tl::unexpected(KubeconfigProblem{{path, 0}, why, fix});
    };
    const QFileInfo info(path);
    // A pipe or a device might never end.
    if (!info.isFile())
        return refuse(Tr::tr("it is no ordinary file"), Tr::tr("Name a file."));
    if (info.size() > largestKubeconfig)
        return refuse(Tr::tr("it is larger than 4 MiB"), Tr::tr("Check that this is a kubeconfig file."));
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return refuse(file.errorString(), Tr::tr("Give this user the right to read it."));
    return readKubeconfig(file.read(largestKubeconfig + 1), path);
}

} // namespace

const NamedCluster* Kubeconfig::cluster(const QString& name) const
{
    return byName(clusters, name);
}

const NamedUser* Kubeconfig::user(const QString& name) const
{
    return byName(users, name);
}

const NamedContext* Kubeconfig::context(const QString& name) const
{
    return byName(contexts, name);
}

KubeconfigPlaces KubeconfigPlaces::find(const QHash<QString, QString>& environment, const QString& home,
                                        const QString& explicitFile)
{
    KubeconfigPlaces places;
    if (!explicitFile.isEmpty()) {
        places.files << QDir::cleanPath(QDir::current().absoluteFilePath(explicitFile));
        places.explicitFile = true;
        return places;
    }
    places.defaultPlaces = true;
    const QString list = environment.value(u"KUBECONFIG"_s);
    if (list.isEmpty()) {
        places.files << QDir(home).absoluteFilePath(u".kube/config"_s);
        return places;
    }
    // A list of nothing but separators is a list without files, not the file at home.
    for (const QString& file : list.split(QDir::listSeparator(), Qt::SkipEmptyParts))
        places.files << QDir::cleanPath(QDir::current().absoluteFilePath(file));
    places.files.removeDuplicates();
    return places;
}

Result<Kubeconfig> loadKubeconfig(const KubeconfigPlaces& places)
{
    QVector<Kubeconfig> all;
    QVector<KubeconfigProblem> unread;
    for (const QString& path : places.files) {
        if (!QFileInfo::exists(path)) {
            if (places.explicitFile)
                return failure(StorageError{path, Tr::tr("there is no such file")});
            continue;
        }
        auto config = readFile(path);
        if (config)
            all.append(*config);
        else if (places.explicitFile)
            return failure(kubeconfigError(config.error()));
        else
            unread.append(config.error());
    }
    Kubeconfig merged = mergeKubeconfigs(all);
    merged.problems = unread + merged.problems;
    merged.defaultPlaces = places.defaultPlaces;
    checkReferences(merged);
    return merged;
}

Kubeconfig mergeKubeconfigs(const QVector<Kubeconfig>& files)
{
    Kubeconfig merged;
    for (const Kubeconfig& one : files) {
        addNew(merged.clusters, merged.brokenClusters, one.clusters, one.brokenClusters);
        addNew(merged.users, merged.brokenUsers, one.users, one.brokenUsers);
        addNew(merged.contexts, merged.brokenContexts, one.contexts, one.brokenContexts);
        merged.files += one.files;
        merged.problems += one.problems;
        if (merged.currentContext.isEmpty() && !one.currentContext.isEmpty()) {
            merged.currentContext = one.currentContext;
            merged.currentContextPlace = one.currentContextPlace;
        }
    }
    return merged;
}

} // namespace kaptan::kube
