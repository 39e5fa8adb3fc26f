#include "app/kube/change/change_flow.h"

#include "app/json/json_reader.h"
#include "app/kube/api/kube_error.h"

#include <QJsonDocument>

#include <algorithm>

namespace kaptan::kube
{

using namespace Qt::StringLiterals;

namespace
{

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(KubeChange)
};

QByteArray compact(const QJsonObject& object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

QString uidOf(const QJsonObject& object)
{
    return object.value(u"metadata"_s).toObject().value(u"uid"_s).toString();
}

/// The server looked at it and said no; another attempt gets the same answer.
bool isRefusal(const Error& error)
{
    return (error.as<KubeError>() && error.httpStatus() != 401 && !error.isTransient()) ||
           error.as<InvalidInput>();
}

/// By field; what this program wrote by other ways than apply is no conflict with anybody.
QVector<HeldField> heldByOthers(const Error& error)
{
    QVector<HeldField> held;
    for (const FieldConflict& conflict : conflictsOf(error)) {
        if (conflict.manager == fieldManager)
            continue;
        const auto same = std::find_if(held.begin(), held.end(), [&conflict](const HeldField& field) {
            return field.field == conflict.field;
        });
        if (same == held.end())
            held.append({conflict.field, {conflict.manager}});
        else if (!same->managers.contains(conflict.manager))
            same->managers << conflict.manager;
    }
    return held;
}

/// What the server would say if it were told of the removals.
Error conflictError(const QVector<HeldField>& held, const QString& where)
{
    KubeError error;
    error.code = 409;
    error.reason = u"Conflict"_s;
    error.where = where;
    QStringList words;
    for (const HeldField& field : held) {
        for (const QString& manager : field.managers) {
            error.causes << u"FieldManagerConflict: %1: conflict with \"%2\""_s.arg(field.field, manager);
            words << u"\"%1\": %2"_s.arg(manager, field.field);
        }
    }
    error.message = u"conflicts with "_s + words.join(u", "_s);
    return Error(std::move(error));
}

Error movedSinceReview(const ObjectChange& change)
{
    return Error(Unfinished{change.resource.kind + u' ' + change.name,
                            Tr::tr("somebody else changed or deleted it since the review"),
                            Tr::tr("Nothing was sent. Go back to the text and review it again.")});
}

} // namespace

ChangeFlow::ChangeFlow(KubeApi& api, ObjectChange change, bool force, Preview ticket)
    : QObject(&api), m_api(api), m_change(std::move(change)), m_force(force),
      m_previewTicket(std::move(ticket))
{
}

ChangeFlow::ChangeFlow(KubeApi& api, ObjectChange change, bool force, Commit ticket)
    : QObject(&api), m_api(api), m_change(std::move(change)), m_force(force),
      m_commitTicket(std::move(ticket))
{
}

template <class T>
void ChangeFlow::watch(const std::shared_ptr<Ticket<T>>& ticket)
{
    auto* watcher = new QFutureWatcher<Result<T>>(this);
    connect(watcher, &QFutureWatcherBase::canceled, this, [this] {
        if (m_cancel)
            m_cancel();
        end(); // the ticket goes, and is kept as Cancelled
    });
    watcher->setFuture(ticket->future());
}

void ChangeFlow::begin()
{
    if (isPreview())
        watch(m_previewTicket);
    else
        watch(m_commitTicket);
    const QString written = m_change.wanted.value(u"metadata"_s).toObject().value(u"name"_s).toString();
    if (written != m_change.name) {
        refuse(Error(InvalidInput{Tr::tr("metadata.name"),
                                  Tr::tr("“%1” is another object than “%2”").arg(written, m_change.name),
                                  Tr::tr("Keep the name, or make a new object with the other one.")}));
        return;
    }
    if (m_change.name.isEmpty()) {
        m_preview.kind = ChangePreview::Kind::Create;
        await(m_api.create(m_change.resource, m_change.nameSpace, compact(applicable(m_change.wanted)),
                           options(false)),
              [this](Result<ApplyAnswer> answer) { onEnd(std::move(answer)); });
        return;
    }
    await(m_api.get(m_change.resource, m_change.nameSpace, m_change.name),
          [this](Result<QByteArray> live) { onLive(std::move(live)); });
}

void ChangeFlow::onLive(Result<QByteArray> live)
{
    if (live) {
        m_liveBytes = *live;
        m_preview.live = QJsonDocument::fromJson(*live).object();
        if (m_preview.live.isEmpty()) {
            refuse(json::shapeError(Tr::tr("object"),
                                    u"GET "_s + m_change.resource.path(m_change.nameSpace, m_change.name)));
            return;
        }
    } else if (!isNotFound(live.error())) {
        refuse(live.error());
        return;
    }
    plan();
}

void ChangeFlow::plan()
{
    const QJsonObject& live = m_preview.live;
    const bool isEdit = !m_change.base.isEmpty();
    m_body = applicable(m_change.wanted);
    if (isEdit && !isPreview() && m_change.reviewed && m_change.reviewed->uid != uidOf(live)) {
        refuse(movedSinceReview(m_change));
        return;
    }
    if (live.isEmpty()) {
        m_preview.movedOn = isEdit;
        send(m_force);
        return;
    }
    if (!isEdit) {
        send(m_force);
        return;
    }
    m_edited = editable(m_change.wanted);
    m_preview.movedOn = uidOf(live) != uidOf(m_change.base) || editable(live) != editable(m_change.base);
    if (m_preview.movedOn) {
        const Rebase carried = rebase(m_change.base, m_edited, live);
        m_edited = carried.merged;
        m_preview.clashes = carried.clashes;
        const bool isKnown =
            !m_change.reviewed ||
            std::all_of(carried.clashes.cbegin(), carried.clashes.cend(),
                        [this](const QString& field) { return m_change.reviewed->clashes.contains(field); });
        if (!isPreview() && !isKnown) {
            refuse(movedSinceReview(m_change));
            return;
        }
    }
    EditPlan edit = planEdit(live, m_edited);
    if (edit.changesNothing) {
        m_preview.wouldBe = live;
        onEnd(ApplyAnswer{m_liveBytes, false, {}});
        return;
    }
    m_body = edit.applied;
    // Should it be deleted and made again right now, the edit is not of that one.
    QJsonObject metadata = m_body.value(u"metadata"_s).toObject();
    metadata.insert(u"uid"_s, uidOf(live));
    m_body.insert(u"metadata"_s, metadata);
    m_held = edit.held;
    m_preview.replaces = edit.needsReplace();
    if (!m_preview.replaces) {
        send(m_force);
    } else if (m_force) {
        sendReplacement();
    } else if (isPreview()) {
        send(false); // only to hear who else is concerned
    } else {
        refuse(conflictError(m_held, u"PUT "_s + m_change.resource.path(m_change.nameSpace, m_change.name)));
    }
}

WriteOptions ChangeFlow::options(bool force) const
{
    WriteOptions options;
    options.manager = fieldManager;
    options.force = force;
    options.dryRun = isPreview();
    return options;
}

void ChangeFlow::send(bool force)
{
    await(m_api.apply(m_change.resource, m_change.nameSpace, m_change.name, compact(m_body), options(force)),
          [this, force](Result<ApplyAnswer> answer) { onApplied(force, std::move(answer)); });
}

void ChangeFlow::onApplied(bool force, Result<ApplyAnswer> answer)
{
    const bool isConflict = !answer && !force && !conflictsOf(answer.error()).isEmpty();
    if (isConflict)
        m_preview.conflicts = heldByOthers(answer.error());
    if (m_preview.replaces) {
        m_preview.conflicts += m_held;
        sendReplacement();
    } else if (isConflict && (isPreview() || m_preview.conflicts.isEmpty())) {
        send(true);
    } else {
        onEnd(std::move(answer));
    }
}

void ChangeFlow::sendReplacement()
{
    await(m_api.replace(m_change.resource, m_change.nameSpace, m_change.name,
                        compact(replacement(m_preview.live, m_edited)), options(false)),
          [this](Result<ApplyAnswer> answer) { onEnd(std::move(answer)); });
}

void ChangeFlow::onEnd(Result<ApplyAnswer> answer)
{
    if (!answer) {
        refuse(answer.error());
        return;
    }
    if (!isPreview()) {
        m_commitTicket->keep(std::move(answer));
        end();
        return;
    }
    m_preview.warnings = answer->warnings;
    m_preview.wouldBe = QJsonDocument::fromJson(answer->object).object();
    if (answer->created)
        m_preview.kind = ChangePreview::Kind::Create;
    else if (editable(m_preview.wouldBe) == editable(m_preview.live))
        m_preview.kind = ChangePreview::Kind::Nothing;
    else
        m_preview.kind = ChangePreview::Kind::Change;
    m_previewTicket->keep(std::move(m_preview));
    end();
}

void ChangeFlow::refuse(const Error& error)
{
    if (!isPreview()) {
        m_commitTicket->keep(failure(error));
    } else if (isRefusal(error)) {
        m_preview.kind = ChangePreview::Kind::Refused;
        m_preview.error = error;
        m_previewTicket->keep(std::move(m_preview));
    } else {
        m_previewTicket->keep(failure(error));
    }
    end();
}

void ChangeFlow::end()
{
    if (m_over)
        return;
    m_over = true;
    m_previewTicket.reset();
    m_commitTicket.reset();
    deleteLater();
}

namespace
{

template <class T>
QFuture<Result<T>> start(KubeApi& api, const ObjectChange& change, bool force)
{
    auto ticket = std::make_shared<Ticket<T>>();
    auto future = ticket->future();
    QMetaObject::invokeMethod(
        &api, [&api, change, force, ticket] { (new ChangeFlow(api, change, force, ticket))->begin(); },
        Qt::QueuedConnection);
    return future;
}

} // namespace

QFuture<Result<ChangePreview>> previewChange(KubeApi& api, const ObjectChange& change, bool force)
{
    return start<ChangePreview>(api, change, force);
}

QFuture<Result<ApplyAnswer>> commitChange(KubeApi& api, const ObjectChange& change, bool force)
{
    return start<ApplyAnswer>(api, change, force);
}

} // namespace kaptan::kube
