#include "ui/logs/instance_search.h"

#include <QCollator>
#include <QLocale>

#include <algorithm>

namespace kaptan::ui
{

using namespace workload;

namespace
{

struct Owner {
    QString name;
    QCollatorSortKey key;
    WorkloadPtr workload;
};

/// Of several connections shown together, those of one stand together.
QVector<Owner> ownersOf(const QVector<WorkloadPtr>& workloads)
{
    const QCollator collator;
    QVector<Owner> owners;
    owners.reserve(workloads.size());
    for (const WorkloadPtr& workload : workloads) {
        const QString name = workload->connection.isEmpty()
                                 ? workload->name
                                 : workload->connection + QStringLiteral(" / ") + workload->name;
        owners.append({name, collator.sortKey(name), workload});
    }
    std::sort(owners.begin(), owners.end(), [](const Owner& a, const Owner& b) {
        const int order = a.key.compare(b.key);
        return order != 0 ? order < 0 : a.workload->id < b.workload->id;
    });
    return owners;
}

} // namespace

InstanceHits findInstances(const QVector<WorkloadPtr>& workloads, const QStringList& words, qsizetype most)
{
    const QLocale locale;
    InstanceHits found;
    for (const Owner& owner : ownersOf(workloads)) {
        QVector<InstanceHit> mine;
        const auto add = [&](const Instance& instance, const QString& container) {
            InstanceHit hit{{instance.id, instance.name, owner.workload->id, instance.replica, container},
                            owner.name,
                            look(instance)};
            const QString text =
                words.isEmpty()
                    ? QString()
                    : locale.toLower(owner.name + u' ' + hit.target.shownName() + u' ' + hit.look.word);
            if (std::all_of(words.cbegin(), words.cend(),
                            [&text](const QString& word) { return text.contains(word); }))
                mine.append(std::move(hit));
        };
        for (const Instance& instance : owner.workload->instances.passing()) {
            if (instance.id.isEmpty())
                continue;
            if (instance.containers.size() < 2)
                add(instance, {});
            else
                for (const InstanceContainer& one : instance.containers)
                    add(instance, one.name);
        }
        std::sort(mine.begin(), mine.end(), [](const InstanceHit& a, const InstanceHit& b) {
            return a.target.replica != b.target.replica ? a.target.replica < b.target.replica
                                                        : a.target.shownName() < b.target.shownName();
        });
        found.hits += mine;
        if (found.hits.size() > most) {
            found.hits.resize(most);
            found.more = true;
            break;
        }
    }
    return found;
}

} // namespace kaptan::ui
