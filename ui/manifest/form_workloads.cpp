// The forms of what runs pods.
#include "ui/manifest/form_builders.h"

#include "app/kube/manifest/cron_schedule.h"
#include "app/kube/manifest/tenancy.h"

#include <QJsonArray>
#include <QLocale>
#include <QTimeZone>

using namespace Qt::StringLiterals;

namespace kaptan::ui::forms
{

using kube::YamlPath;

namespace
{

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(WorkloadForm)
};

const QJsonValue nothing{QJsonValue::Undefined};

/// Labels and selector of a new object that carry its name follow it.
void nameInStep(FormPage& page, const QStringList& labelPaths)
{
    page.setAlsoWithName([labelPaths](const QJsonObject& object, const QString& old, const QString& now,
                                      FormChanges& changes) {
        for (const QString& path : labelPaths)
            for (const QString& key : {u"app"_s, u"app.kubernetes.io/name"_s}) {
                const YamlPath place = YamlPath::of(path) / key;
                const QJsonValue value = kube::valueAt(object, place);
                if (value.isString() && value.toString() == old)
                    changes.append({place, now});
            }
    });
}

void replicas(FormPage& page)
{
    page.text(Tr::tr("Replicas"), u"spec.replicas"_s, numberCodec(0, 10'000))->setPlaceholder(u"1"_s);
}

void jobFields(FormPage& page, const QString& spec)
{
    page.below(spec);
    //: pods that have to succeed
    page.text(Tr::tr("Runs to succeed"), u"completions"_s, numberCodec(0, 100'000))->setPlaceholder(u"1"_s);
    page.text(Tr::tr("At the same time"), u"parallelism"_s, numberCodec(0, 100'000))->setPlaceholder(u"1"_s);
    page.text(Tr::tr("Tries before it has failed"), u"backoffLimit"_s, numberCodec(0, 10'000))
        ->setPlaceholder(u"6"_s);
    page.text(Tr::tr("Ended after (seconds)"), u"activeDeadlineSeconds"_s, numberCodec(1, 100'000'000))
        ->setPlaceholder(Tr::tr("never"));
    page.text(Tr::tr("Removed after its end (seconds)"), u"ttlSecondsAfterFinished"_s,
              numberCodec(0, 100'000'000))
        ->setPlaceholder(Tr::tr("never"));
}

QString scheduleWords(const QJsonObject& object)
{
    const auto schedule =
        kube::CronSchedule::parse(kube::valueAt(object, YamlPath::of(u"spec.schedule"_s)).toString());
    if (!schedule)
        return {};
    const QString zone = kube::valueAt(object, YamlPath::of(u"spec.timeZone"_s)).toString();
    const QTimeZone there = zone.isEmpty() ? QTimeZone::utc() : QTimeZone(zone.toLatin1());
    const QString words = schedule->toWords() + u". "_s;
    if (!there.isValid())
        return words;
    const QDateTime next = schedule->next(QDateTime::currentDateTimeUtc().toTimeZone(there));
    if (!next.isValid())
        return words + Tr::tr("There is no such day: it never runs.");
    const QString when = QLocale().toString(next, QLocale::ShortFormat);
    return words + (zone.isEmpty()
                        //: %1: a date and time
                        ? Tr::tr("Next: %1 UTC, if the cluster's clock goes by UTC.").arg(when)
                        //: %1: a date and time, %2: a time zone
                        : Tr::tr("Next: %1 (%2).").arg(when, zone));
}

} // namespace

void workloadHead(FormPage& page)
{
    page.metadata(kube::objectNameProblem);
    nameInStep(page,
               {u"metadata.labels"_s, u"spec.selector.matchLabels"_s, u"spec.template.metadata.labels"_s});
}

/// Labels of the pods; those by which the workload finds its pods go with them while it is new.
static void workloadLabels(FormPage& page)
{
    page.section(Tr::tr("Labels"), false);
    page.labels(Tr::tr("Labels"), u"metadata.labels"_s);
    auto* selector = page.labels(Tr::tr("It owns the pods with"), u"spec.selector.matchLabels"_s);
    selector->setNewOnly();
    selector->setHint(Tr::tr("Its pods get these labels too."));
    selector->setAlso([](const QJsonObject&, FormChanges& changes) {
        const FormChanges own = changes;
        const YamlPath selectorPath = YamlPath::of(u"spec.selector.matchLabels"_s);
        for (const auto& [path, value] : own) {
            YamlPath twin = YamlPath::of(u"spec.template.metadata.labels"_s);
            twin.steps += path.steps.mid(selectorPath.steps.size());
            changes.append({twin, value});
        }
    });
    page.labels(Tr::tr("Labels of the pods"), u"spec.template.metadata.labels"_s);
}

void deployment(FormPage& page)
{
    page.section(Tr::tr("Deployment"));
    workloadHead(page);
    replicas(page);
    page.choice(Tr::tr("When it changes"), u"spec.strategy.type"_s,
                {{{}, Tr::tr("Replace pods one after another")},
                 {u"RollingUpdate"_s, Tr::tr("Replace pods one after another (RollingUpdate)")},
                 {u"Recreate"_s, Tr::tr("Stop all, then start anew (Recreate)")}})
        ->setAlso([](const QJsonObject& object, FormChanges& changes) {
            // The server refuses the one's figures beside the other.
            const YamlPath rolling = YamlPath::of(u"spec.strategy.rollingUpdate"_s);
            if (changes.first().second.toString() == "Recreate"_L1 &&
                !kube::valueAt(object, rolling).isUndefined())
                changes.append({rolling, nothing});
        });
    const auto rolls = [](const QJsonObject& object, const YamlPath&) {
        return kube::valueAt(object, YamlPath::of(u"spec.strategy.type"_s)).toString() != "Recreate"_L1;
    };
    auto* less =
        page.text(Tr::tr("Pods missing meanwhile, at most"), u"spec.strategy.rollingUpdate.maxUnavailable"_s,
                  numberOrTextCodec(countOrPercentCheck()));
    less->setPlaceholder(u"25%"_s);
    less->setWhen(rolls);
    auto* more = page.text(Tr::tr("Pods more meanwhile, at most"), u"spec.strategy.rollingUpdate.maxSurge"_s,
                           numberOrTextCodec(countOrPercentCheck()));
    more->setPlaceholder(u"25%"_s);
    more->setWhen(rolls);
    podTemplate(page, u"spec.template.spec"_s);
    workloadLabels(page);
}

void statefulSet(FormPage& page)
{
    page.section(Tr::tr("StatefulSet"));
    workloadHead(page);
    replicas(page);
    auto* service =
        page.text(Tr::tr("Its headless Service"), u"spec.serviceName"_s, textCodec(kube::labelNameProblem));
    service->setNewOnly();
    service->setHint(Tr::tr("Gives each pod a name in DNS."));
    page.choice(Tr::tr("When it changes"), u"spec.updateStrategy.type"_s,
                {{{}, Tr::tr("Replace pods one after another")},
                 {u"RollingUpdate"_s, Tr::tr("Replace pods one after another (RollingUpdate)")},
                 {u"OnDelete"_s, Tr::tr("Only pods that somebody deletes (OnDelete)")}});
    page.choice(Tr::tr("Start pods"), u"spec.podManagementPolicy"_s,
                {{{}, Tr::tr("One after another")},
                 {u"OrderedReady"_s, Tr::tr("One after another (OrderedReady)")},
                 {u"Parallel"_s, Tr::tr("All at once (Parallel)")}})
        ->setNewOnly();
    podTemplate(page, u"spec.template.spec"_s);
    page.section(Tr::tr("Claims of each pod"), false);
    auto* claims = page.add(new RowsField(
        Tr::tr("Storage that each pod claims"), u"spec.volumeClaimTemplates"_s,
        {{u"metadata.name"_s, Tr::tr("Name"), textCodec(kube::labelNameProblem)},
         {u"spec.resources.requests.storage"_s, Tr::tr("Size"), quantityCodec()},
         {u"spec.storageClassName"_s, Tr::tr("Storage class"), textCodec(kube::objectNameProblem)}},
        Tr::tr("Add a claim"),
        {{u"metadata"_s, QJsonObject{{u"name"_s, u"data"_s}}},
         {u"spec"_s, QJsonObject{{u"accessModes"_s, QJsonArray{u"ReadWriteOnce"_s}},
                                 {u"resources"_s,
                                  QJsonObject{{u"requests"_s, QJsonObject{{u"storage"_s, u"1Gi"_s}}}}}}}},
        true));
    claims->setNewOnly();
    workloadLabels(page);
}

void daemonSet(FormPage& page)
{
    page.section(Tr::tr("DaemonSet"));
    workloadHead(page);
    page.choice(Tr::tr("When it changes"), u"spec.updateStrategy.type"_s,
                {{{}, Tr::tr("Replace pods node by node")},
                 {u"RollingUpdate"_s, Tr::tr("Replace pods node by node (RollingUpdate)")},
                 {u"OnDelete"_s, Tr::tr("Only pods that somebody deletes (OnDelete)")}});
    page.text(Tr::tr("Pods missing meanwhile, at most"),
              u"spec.updateStrategy.rollingUpdate.maxUnavailable"_s, numberOrTextCodec(countOrPercentCheck()))
        ->setPlaceholder(u"1"_s);
    podTemplate(page, u"spec.template.spec"_s);
    workloadLabels(page);
}

void job(FormPage& page)
{
    page.section(Tr::tr("Job"));
    page.metadata(kube::objectNameProblem);
    nameInStep(page, {u"metadata.labels"_s, u"spec.template.metadata.labels"_s});
    jobFields(page, u"spec"_s);
    page.note(Tr::tr("The pods of a Job cannot be changed once it is there."));
    podTemplate(page, u"spec.template.spec"_s, true);
}

void cronJob(FormPage& page)
{
    page.section(Tr::tr("CronJob"));
    page.metadata([](const QString& name) -> std::optional<InvalidInput> {
        if (name.size() > 52)
            return InvalidInput{{},
                                Tr::tr("The name is longer than 52 characters"),
                                Tr::tr("Write a shorter one; its Jobs get 11 characters more.")};
        return kube::objectNameProblem(name);
    });
    nameInStep(page, {u"metadata.labels"_s, u"spec.jobTemplate.spec.template.metadata.labels"_s});
    auto* schedule = page.text(Tr::tr("Schedule"), u"spec.schedule"_s,
                               textCodec([](const QString& text) -> std::optional<InvalidInput> {
                                   const auto read = kube::CronSchedule::parse(text);
                                   const auto* bad = read ? nullptr : read.error().as<InvalidInput>();
                                   return bad ? std::optional(*bad) : std::nullopt;
                               }));
    schedule->setPlaceholder(u"0 3 * * *"_s);
    schedule->setNeeded(Tr::tr("There is no schedule"),
                        Tr::tr("Write minute, hour, day, month and day of the week: 0 3 * * *."));
    QLabel* words = page.note({});
    words->setObjectName(u"scheduleWords"_s);
    page.widget(words, [words](const QJsonObject& object) {
        words->setText(scheduleWords(object));
        words->setVisible(!words->text().isEmpty());
    });
    page.text(Tr::tr("Time zone"), u"spec.timeZone"_s,
              textCodec([](const QString& text) -> std::optional<InvalidInput> {
                  if (QTimeZone(text.toLatin1()).isValid())
                      return std::nullopt;
                  return InvalidInput{{},
                                      Tr::tr("“%1” is not a time zone").arg(text.left(40)),
                                      Tr::tr("Write it as in Europe/Istanbul.")};
              }))
        ->setHint(Tr::tr("Servers before 1.25 do not know it."));
    page.choice(Tr::tr("When the last run still goes on"), u"spec.concurrencyPolicy"_s,
                {{{}, Tr::tr("Run beside it")},
                 {u"Allow"_s, Tr::tr("Run beside it (Allow)")},
                 {u"Forbid"_s, Tr::tr("Leave this one out (Forbid)")},
                 {u"Replace"_s, Tr::tr("Stop the last one (Replace)")}});
    page.check(Tr::tr("Suspended: it does not run"), u"spec.suspend"_s);
    page.text(Tr::tr("Late by at most (seconds)"), u"spec.startingDeadlineSeconds"_s,
              numberCodec(0, 100'000'000));
    page.text(Tr::tr("Keep Jobs that succeeded"), u"spec.successfulJobsHistoryLimit"_s, numberCodec(0, 1000))
        ->setPlaceholder(u"3"_s);
    page.text(Tr::tr("Keep Jobs that failed"), u"spec.failedJobsHistoryLimit"_s, numberCodec(0, 1000))
        ->setPlaceholder(u"1"_s);
    page.section(Tr::tr("Each run"), false);
    jobFields(page, u"spec.jobTemplate.spec"_s);
    podTemplate(page, u"spec.jobTemplate.spec.template.spec"_s, true);
}

} // namespace kaptan::ui::forms
