#include "ui/common/plain_text.h"
#include "ui/deployments/workload_verbs.h"

#include <QCoreApplication>

/// What is asked before something is done to workloads.
namespace kaptan::ui
{

using workload::Workload;
using workload::WorkloadPtr;

namespace
{

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Deployments)
};

/// As it stands in a list: of several connections shown together with the one that it is of.
QString listName(const Workload& workload)
{
    return workload.connection.isEmpty() ? workload.name
                                         : workload.name + QStringLiteral(" · ") + workload.connection;
}

/// What has to be typed before one workload loses something; empty where its connection is not production.
QString typedFor(const Workload& workload, const QString& production)
{
    if (production.isEmpty())
        return {};
    return workload.connection.isEmpty() ? workload.name : production;
}

} // namespace

Question removalQuestion(const Workloads& selection, const QVector<workload::RemovalPreview>& previews,
                         const QString& production, bool pods)
{
    const auto goes = [pods](qsizetype n) {
        return pods ? Tr::tr("%n pods", nullptr, int(n)) : Tr::tr("%n containers", nullptr, int(n));
    };
    workload::RemovalPreview all;
    for (const workload::RemovalPreview& one : previews) {
        all.instances += one.instances;
        all.networks += one.networks;
        all.volumes += one.volumes;
        all.keptVolumes += one.keptVolumes;
    }
    all.networks.removeDuplicates();
    all.keptVolumes.removeDuplicates();

    Question question;
    const int count = int(selection.size());
    question.title = count == 1 ? Tr::tr("Delete %1?").arg(plainLine(listName(*selection.first()), 120))
                                : Tr::tr("Delete %n deployments?", nullptr, count);
    question.text = Tr::tr("Running processes are stopped. This cannot be undone.");
    if (count > 1) {
        Question::Group group{Tr::tr("%n deployments", nullptr, count), {}};
        for (const WorkloadPtr& workload : selection)
            group.names += listName(*workload);
        question.goes += group;
    }
    if (!all.instances.isEmpty() || count == 1)
        question.goes += {goes(all.instances.size()), all.instances};
    if (!all.networks.isEmpty())
        question.goes += {Tr::tr("%n networks", nullptr, int(all.networks.size())), all.networks};
    if (!all.volumes.isEmpty())
        question.goes +=
            {Tr::tr("%n anonymous volumes, with their data", nullptr, int(all.volumes.size())), all.volumes};
    if (!all.keptVolumes.isEmpty())
        question.stays += {Tr::tr("%n volumes", nullptr, int(all.keptVolumes.size())), all.keptVolumes};
    //: a button: deletes what was listed
    question.confirmText = pods ? Tr::tr("Delete %n pods", nullptr, int(all.instances.size()))
                                : Tr::tr("Delete %n containers", nullptr, int(all.instances.size()));
    if (pods && all.instances.isEmpty())
        question.confirmText = Tr::tr("Delete");
    if (!production.isEmpty())
        question.typedName = count == 1 ? typedFor(*selection.first(), production) : production;
    return question;
}

Question interruptionQuestion(Verb verb, const Workloads& selection)
{
    Question question;
    const int count = int(selection.size());
    const bool stop = verb == Verb::Stop;
    question.title = count == 1 ? (stop ? Tr::tr("Stop %1?") : Tr::tr("Restart %1?"))
                                      .arg(plainLine(listName(*selection.first()), 120))
                     : stop ? Tr::tr("Stop %n deployments?", nullptr, count)
                            : Tr::tr("Restart %n deployments?", nullptr, count);
    question.text = stop ? Tr::tr("They serve nobody until they are started again.", nullptr)
                         : Tr::tr("Their replicas are restarted one after another.");
    Question::Group group{Tr::tr("%n deployments", nullptr, count), {}};
    for (const WorkloadPtr& workload : selection)
        group.names += listName(*workload);
    question.goes += group;
    question.confirmText = stop ? Tr::tr("Stop") : Tr::tr("Restart");
    question.destructive = stop;
    return question;
}

Question replicaQuestion(const Workload& workload, const workload::Instance& instance,
                         const QString& production, bool pod)
{
    Question question;
    question.title = Tr::tr("Restart %1?").arg(plainLine(instance.name, 120));
    question.text = pod ? Tr::tr("The pod is deleted and replaced by a new one.")
                        : Tr::tr("What it serves is interrupted until it is up again.");
    const QString heading = pod ? Tr::tr("%n pods", nullptr, 1) : Tr::tr("%n containers", nullptr, 1);
    question.goes += {heading, {instance.name}};
    question.confirmText = pod ? Tr::tr("Delete %n pods", nullptr, 1) : Tr::tr("Restart");
    question.destructive = pod;
    // A restart is not typed for, of whole deployments neither; what is deleted is.
    if (pod)
        question.typedName = typedFor(workload, production);
    return question;
}

Question emptyingQuestion(const Workload& workload, const QString& production)
{
    Question question;
    question.title = Tr::tr("Scale %1 to 0 replicas?").arg(plainLine(listName(workload), 120));
    question.text = Tr::tr("Nothing of it runs until it is scaled up again.");
    QStringList names;
    for (const workload::Instance& instance : workload.instances)
        if (!instance.name.isEmpty())
            names += instance.name;
    question.goes += {Tr::tr("%n replicas", nullptr, workload.desired), names};
    question.confirmText = Tr::tr("Remove %n replicas", nullptr, workload.desired);
    question.typedName = typedFor(workload, production);
    return question;
}

} // namespace kaptan::ui
