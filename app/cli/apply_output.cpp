#include "app/cli/apply_output.h"

#include "app/cli/text.h"
#include "app/kube/api/kube_error.h"

#include <QCoreApplication>
#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace kaptan::cli
{

namespace
{

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Cli)
};

using State = kube::ApplyOutcome::State;

QString wordOf(State state)
{
    switch (state) {
    case State::Waiting:
    case State::Skipped:
        //: what became of an object: it was not reached
        return Tr::tr("not sent");
    case State::Sent:
        //: what became of an object: it was sent, nobody knows
        return Tr::tr("unknown");
    case State::Created:
        //: what became of an object
        return Tr::tr("created");
    case State::Changed:
        //: what became of an object
        return Tr::tr("changed");
    case State::Unchanged:
        //: what became of an object
        return Tr::tr("unchanged");
    case State::Failed:
        //: what became of an object
        return Tr::tr("failed");
    }
    return {};
}

QString jsonWordOf(State state)
{
    switch (state) {
    case State::Waiting:
    case State::Skipped:
        return u"notSent"_s;
    case State::Sent:
        return u"unknown"_s;
    case State::Created:
        return u"created"_s;
    case State::Changed:
        return u"changed"_s;
    case State::Unchanged:
        return u"unchanged"_s;
    case State::Failed:
        return u"failed"_s;
    }
    return {};
}

} // namespace

QJsonObject errorJson(const Error& error)
{
    QJsonObject json{{u"message"_s, error.message()}};
    if (!error.advice().isEmpty())
        json.insert(u"advice"_s, error.advice());
    QJsonArray conflicts;
    for (const kube::FieldConflict& one : kube::conflictsOf(error))
        conflicts.append(QJsonObject{{u"field"_s, one.field}, {u"manager"_s, one.manager}});
    if (!conflicts.isEmpty())
        json.insert(u"conflicts"_s, conflicts);
    return json;
}

QString applyTable(const LoadedManifests& manifests, const QVector<kube::ApplyOutcome>& outcomes, bool dryRun)
{
    //: heads of columns, in capitals
    QVector<QStringList> rows{{Tr::tr("OBJECT"), Tr::tr("NAMESPACE"), Tr::tr("OUTCOME")}};
    for (qsizetype i = 0; i < manifests.objects.size(); ++i) {
        const kube::ManifestObject& object = manifests.objects.at(i);
        const State state = outcomes.value(i).state;
        QString word = wordOf(state);
        if (dryRun && (state == State::Created || state == State::Changed))
            //: behind "created" or "changed": nothing was kept
            word += u' ' + Tr::tr("(dry run)");
        rows.append({plain(titleOf(object), 200),
                     object.nameSpace.isEmpty() ? u"–"_s : plain(object.nameSpace, 63), word});
    }
    return table(rows);
}

QJsonObject applyJson(const LoadedManifests& manifests, const QVector<kube::ApplyOutcome>& outcomes,
                      bool dryRun)
{
    QJsonArray objects;
    for (qsizetype i = 0; i < manifests.objects.size(); ++i) {
        const kube::ManifestObject& object = manifests.objects.at(i);
        const kube::ApplyOutcome outcome = outcomes.value(i);
        QJsonObject one{{u"place"_s, manifests.places.value(i)},
                        {u"apiVersion"_s, object.apiVersion},
                        {u"kind"_s, object.kind},
                        {u"namespace"_s, object.nameSpace},
                        {u"name"_s, object.name},
                        {u"state"_s, jsonWordOf(outcome.state)},
                        {u"warnings"_s, QJsonArray::fromStringList(outcome.warnings)}};
        if (outcome.error)
            one.insert(u"error"_s, errorJson(*outcome.error));
        objects.append(one);
    }
    return {{u"dryRun"_s, dryRun}, {u"objects"_s, objects}};
}

QString applyTroubles(const LoadedManifests& manifests, const QVector<kube::ApplyOutcome>& outcomes)
{
    QString text;
    bool conflicts = false;
    for (qsizetype i = 0; i < manifests.objects.size(); ++i) {
        const kube::ApplyOutcome outcome = outcomes.value(i);
        const QString title = plain(titleOf(manifests.objects.at(i)), 200);
        for (const QString& warning : outcome.warnings)
            text += Tr::tr("Warning: %1").arg(title + u": "_s + plain(warning)) + u'\n';
        if (!outcome.error)
            continue;
        text += u"kaptanctl: "_s + plain(manifests.places.value(i)) + u": "_s + title + u": "_s;
        const auto held = kube::conflictsOf(*outcome.error);
        conflicts = conflicts || !held.isEmpty();
        if (held.isEmpty()) {
            text += plain(outcome.error->message()) + u'\n';
            if (!outcome.error->advice().isEmpty())
                text += u"  "_s + plain(outcome.error->advice()) + u'\n';
            continue;
        }
        text += Tr::tr("Fields of it are managed by somebody else:") + u'\n';
        for (const kube::FieldConflict& one : held)
            //: %1 is a field (".spec.replicas"), %2 a program
            text += u"  "_s +
                    Tr::tr("%1 is managed by “%2”").arg(plain(one.field, 300), plain(one.manager, 100)) +
                    u'\n';
    }
    if (conflicts)
        text += Tr::tr("Leave these fields out of the manifest, or take them over with --force-conflicts.") +
                u'\n';
    return text;
}

} // namespace kaptan::cli
