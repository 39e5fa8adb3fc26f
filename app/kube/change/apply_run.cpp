#include "app/kube/change/apply_run.h"

#include "app/core/when_done.h"
#include "app/kube/api/kube_error.h"
#include "app/kube/change/edit_plan.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QThreadPool>

#include <algorithm>

namespace kaptan::kube
{

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace
{

using State = ApplyOutcome::State;

constexpr auto kDefinitionPoll = 200ms;
constexpr qint64 kDefinitionWaitMs = 30'000;
constexpr auto kLongestPause = 10s;

/// A version that no object has.
const QString kUnknown = u"?"_s;

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(KubeChange)
};

QByteArray bodyOf(const ManifestObject& object)
{
    return QJsonDocument(applicable(object.object)).toJson(QJsonDocument::Compact);
}

QString kindKey(const QString& group, const QString& kind)
{
    return group + u'/' + kind;
}

/// A CRD's condition Established.
bool isEstablished(const QByteArray& definition)
{
    const QJsonArray conditions = QJsonDocument::fromJson(definition)
                                      .object()
                                      .value(u"status"_s)
                                      .toObject()
                                      .value(u"conditions"_s)
                                      .toArray();
    return std::any_of(conditions.begin(), conditions.end(), [](const QJsonValue& value) {
        const QJsonObject condition = value.toObject();
        return condition.value(u"type"_s).toString() == u"Established"_s &&
               condition.value(u"status"_s).toString() == u"True"_s;
    });
}

ApiResource definitions(const QString& version)
{
    ApiResource resource;
    resource.group = u"apiextensions.k8s.io"_s;
    resource.version = version;
    resource.name = u"customresourcedefinitions"_s;
    resource.namespaced = false;
    return resource;
}

} // namespace

ApplyRun::ApplyRun(KubeApi& api, std::shared_ptr<const Discovery> discovery, QVector<ManifestObject> objects,
                   Applier::Options options, Clock& clock)
    : m_api(api), m_discovery(std::move(discovery)), m_objects(std::move(objects)),
      m_options(std::move(options)), m_clock(clock), m_former(api, this), m_outcomes(m_options.before),
      m_attempts(m_objects.size(), 0), m_window(m_options.atOnce)
{
    m_outcomes.resize(m_objects.size());
}

ApplyRun::~ApplyRun()
{
    if (!m_over)
        Q_EMIT finished(); // the API goes
}

void ApplyRun::begin()
{
    const QSet<int> only(m_options.only.begin(), m_options.only.end());
    int rank = 0;
    const QVector<int> order = applyOrder(m_objects);
    for (const int index : order) {
        if (!only.isEmpty() && !only.contains(index))
            continue;
        const int its = applyRank(m_objects[index]);
        if (m_ranks.isEmpty() || its != rank)
            m_ranks.append(QVector<int>());
        rank = its;
        m_ranks.last().append(index);
        m_outcomes[index] = ApplyOutcome();
    }
    if (m_discovery)
        m_kinds.take(*m_discovery);
    openJournal();
}

void ApplyRun::openJournal()
{
    if (!m_options.journal.isEmpty() && !m_options.dryRun) {
        if (const auto opened = m_journal.open(m_options.journal, m_objects, m_outcomes); !opened) {
            m_hopeless = opened.error(); // what cannot be noted is not done
            nextRank();
            return;
        }
    }
    findKinds();
}

void ApplyRun::findKinds()
{
    KindTable defined;
    for (const QVector<int>& rank : std::as_const(m_ranks)) {
        for (const int index : rank) {
            if (isDefinition(m_objects[index]))
                defined.take(KindTable::definedBy(m_objects[index].object));
        }
    }
    const bool allKnown = std::all_of(m_ranks.begin(), m_ranks.end(), [&](const QVector<int>& rank) {
        return std::all_of(rank.begin(), rank.end(), [&](int index) {
            return m_kinds.find(m_objects[index]) || defined.find(m_objects[index]);
        });
    });
    if (allKnown) {
        learnVersions();
        return;
    }
    // Somebody may have defined it since.
    whenDone(m_api.discover(), this, [this](const Result<Discovery>& discovery) {
        if (discovery)
            m_kinds.take(*discovery);
        learnVersions();
    });
}

void ApplyRun::learnVersions()
{
    if (m_options.dryRun || m_cancelled) { // a dry run compares the objects themselves
        nextRank();
        return;
    }
    for (const QVector<int>& rank : std::as_const(m_ranks)) {
        for (const int index : rank) {
            const ApiResource* resource = m_kinds.find(m_objects[index]);
            if (resource && !m_objects[index].name.isEmpty())
                m_former.expect(*resource, namespaceOf(index, *resource));
        }
    }
    m_former.learn([this] { nextRank(); });
}

void ApplyRun::nextRank()
{
    if (m_ranks.isEmpty()) {
        finish();
        return;
    }
    const QVector<int> rank = m_ranks.takeFirst();
    m_queue.assign(rank.begin(), rank.end());
    pump();
}

void ApplyRun::pump()
{
    if (m_over)
        return;
    if (m_cancelled || m_hopeless) {
        // What waits ends here; what is under way is waited for.
        QVector<int> rest(m_queue.begin(), m_queue.end());
        m_queue.clear();
        for (const QVector<int>& rank : std::exchange(m_ranks, {}))
            rest += rank;
        for (const int index : std::as_const(rest)) {
            if (m_cancelled)
                set(index, State::Skipped);
            else
                fail(index, *m_hopeless);
        }
    }
    while (!m_paused && !m_queue.empty() && m_underWay.size() < m_window.size()) {
        // The same object twice: one after the other.
        const auto next = std::find_if(m_queue.begin(), m_queue.end(),
                                       [this](int index) { return !m_underWay.contains(identityOf(index)); });
        if (next == m_queue.end())
            break;
        const int index = *next;
        m_queue.erase(next);
        launch(index);
    }
    if (m_queue.empty() && m_underWay.isEmpty())
        endOfRank();
}

QString ApplyRun::namespaceOf(int index, const ApiResource& resource) const
{
    if (!resource.namespaced)
        return {};
    if (!m_objects[index].nameSpace.isEmpty())
        return m_objects[index].nameSpace;
    return m_options.nameSpace.isEmpty() ? u"default"_s : m_options.nameSpace;
}

QString ApplyRun::identityOf(int index) const
{
    const ManifestObject& object = m_objects[index];
    if (object.name.isEmpty())
        return QString::number(index);
    return object.group() + u'/' + object.kind + u'/' + object.nameSpace + u'/' + object.name;
}

bool ApplyRun::isFresh(int index) const
{
    const ManifestObject& object = m_objects[index];
    const QString nameSpace = object.nameSpace.isEmpty() ? m_options.nameSpace : object.nameSpace;
    return m_newNamespaces.contains(nameSpace) || m_newKinds.contains(kindKey(object.group(), object.kind));
}

void ApplyRun::launch(int index)
{
    const ManifestObject& object = m_objects[index];
    const ApiResource* resource = m_kinds.find(object);
    if (!resource) {
        fail(index,
             Error(NotAllowed{
                 NotAllowed::Kind::Unsupported, object.title(),
                 Tr::tr("the cluster does not know the kind %1 of %2").arg(object.kind, object.apiVersion),
                 Tr::tr("Install what defines it, or use a version that the cluster "
                        "has.")}));
        return;
    }
    const QString nameSpace = namespaceOf(index, *resource);
    const bool isNew = (resource->namespaced && m_newNamespaces.contains(nameSpace)) ||
                       m_newKinds.contains(kindKey(object.group(), object.kind));
    if (m_options.dryRun && isNew) {
        set(index, ApplyOutcome{State::Created, {}, {}, true});
        return;
    }
    m_underWay.insert(identityOf(index));
    if (object.name.isEmpty()) {
        send(index, {}, {});
        return;
    }
    std::optional<QString> before;
    if (!m_options.dryRun)
        before = isNew ? QString() : m_former.of(*resource, nameSpace, object.name);
    if (before)
        send(index, *before, {});
    else
        askBefore(index);
}

void ApplyRun::askBefore(int index)
{
    const ApiResource resource = *m_kinds.find(m_objects[index]);
    const QString nameSpace = namespaceOf(index, resource), name = m_objects[index].name;
    if (m_options.dryRun) {
        whenDone(m_api.get(resource, nameSpace, name), this, [this, index](const Result<QByteArray>& live) {
            send(index, {}, live.value_or(QByteArray()));
        });
        return;
    }
    whenDone(m_api.call(metadataRequest(resource, nameSpace, name)), this,
             [this, index](const Result<net::Response>& answer) {
                 if (answer) {
                     m_former.noteTime(*answer);
                     send(index, markOf(answer->body, fieldManager).version, {});
                 } else {
                     send(index, isNotFound(answer.error()) ? QString() : kUnknown, {});
                 }
             });
}

void ApplyRun::send(int index, const QString& before, const QByteArray& live)
{
    const ManifestObject& object = m_objects[index];
    const ApiResource resource = *m_kinds.find(object);
    const QString nameSpace = namespaceOf(index, resource);
    if (m_cancelled) {
        m_underWay.remove(identityOf(index));
        set(index, State::Skipped);
        pump();
        return;
    }
    if (const auto noted = m_journal.note(index, ApplyOutcome{State::Sent, {}, {}, false}); !noted) {
        m_hopeless = noted.error();
        m_underWay.remove(identityOf(index));
        fail(index, *m_hopeless);
        pump();
        return;
    }
    if (m_attempts[index]++ == 0)
        set(index, State::Sent);
    WriteOptions options;
    options.manager = fieldManager;
    options.dryRun = m_options.dryRun;
    options.force = m_options.force && !object.name.isEmpty();
    const QByteArray body = bodyOf(object);
    const QFuture<Result<ApplyAnswer>> sent =
        object.name.isEmpty() ? m_api.create(resource, nameSpace, body, options)
                              : m_api.apply(resource, nameSpace, object.name, body, options);
    const QFuture<Result<Answer>> read = QFuture<Result<ApplyAnswer>>(sent).then(
        QThreadPool::globalInstance(), [live](const Result<ApplyAnswer>& answer) -> Result<Answer> {
            if (!answer)
                return failure(answer.error());
            const bool same =
                !live.isEmpty() && editable(QJsonDocument::fromJson(live).object()) ==
                                       editable(QJsonDocument::fromJson(answer->object).object());
            return Answer{answer->created, markOf(answer->object, fieldManager), same, answer->warnings};
        });
    whenDone(read, this,
             [this, index, before](const Result<Answer>& answer) { onAnswer(index, before, answer); });
}

void ApplyRun::onAnswer(int index, const QString& before, const Result<Answer>& answer)
{
    m_underWay.remove(identityOf(index));
    const ManifestObject& object = m_objects[index];
    if (!answer) {
        const Error& error = answer.error();
        Retry how = retryOf(error, isFresh(index));
        // Sent again, an object without a name would be there twice: no answer, and those of a gateway, may
        // come after it was stored.
        const int status = error.httpStatus();
        if (object.name.isEmpty() && how == Retry::Later && (status == 0 || status == 502 || status == 504))
            how = Retry::No;
        if (how != Retry::No && !m_cancelled && m_attempts[index] < kAttempts)
            retry(index, how, error);
        else
            fail(index, error);
        pump();
        return;
    }
    m_window.succeeded();
    m_backoff.reset();
    ApplyOutcome outcome;
    outcome.warnings = answer->warnings;
    const bool wasThere = m_options.dryRun ? !answer->created : !answer->created && !before.isEmpty();
    if (!wasThere)
        outcome.state = State::Created;
    else if (m_options.dryRun)
        outcome.state = answer->same ? State::Unchanged : State::Changed;
    else if (answer->mark.version == before ||
             (answer->mark.applied.isValid() && answer->mark.applied < m_former.asOf()))
        outcome.state = State::Unchanged;
    else
        outcome.state = State::Changed;
    if (outcome.state == State::Created && isNamespace(object))
        m_newNamespaces.insert(object.name);
    if (isDefinition(object)) {
        const QVector<ApiResource> kinds = KindTable::definedBy(object.object);
        m_kinds.take(kinds);
        for (const ApiResource& kind : kinds) {
            if (outcome.state == State::Created)
                m_newKinds.insert(kindKey(kind.group, kind.kind));
        }
    }
    set(index, outcome);
    pump();
}

void ApplyRun::retry(int index, Retry how, const Error& error)
{
    m_queue.push_front(index);
    // Of many that fail at once each would lengthen the pause.
    if (!m_paused)
        pause(how, error);
}

void ApplyRun::pause(Retry how, const Error& error)
{
    std::chrono::milliseconds delay = m_backoff.next();
    if (how == Retry::Later) {
        m_window.overloaded();
        if (m_backoff.attempts() > kPauses) {
            m_hopeless = error;
            return;
        }
        if (const auto* status = error.as<KubeError>())
            delay = std::clamp<std::chrono::milliseconds>(std::chrono::seconds(status->retryAfterSeconds),
                                                          delay, kLongestPause);
    }
    m_paused = true;
    m_clock.callLater(delay, this, [this] {
        m_paused = false;
        pump();
    });
}

void ApplyRun::endOfRank()
{
    QStringList names;
    for (qsizetype i = 0; i < m_objects.size() && !m_options.dryRun && !m_ranks.isEmpty(); ++i) {
        const State state = m_outcomes[i].state;
        if (isDefinition(m_objects[i]) && (state == State::Created || state == State::Changed))
            names << m_objects[i].version() + u'/' + m_objects[i].name;
    }
    if (names.isEmpty() || m_definitionsAwaited) {
        nextRank();
        return;
    }
    m_definitionsAwaited = true;
    awaitDefinitions(names, m_clock.monotonicMs());
}

void ApplyRun::awaitDefinitions(const QStringList& names, qint64 since)
{
    if (names.isEmpty() || m_cancelled || m_clock.monotonicMs() - since > kDefinitionWaitMs) {
        nextRank(); // what is not established says so when it is used
        return;
    }
    const QString first = names.first();
    whenDone(m_api.get(definitions(first.section(u'/', 0, 0)), {}, first.section(u'/', 1)), this,
             [this, names, since](const Result<QByteArray>& definition) {
                 if (definition && isEstablished(*definition))
                     awaitDefinitions(names.mid(1), since);
                 else
                     m_clock.callLater(kDefinitionPoll, this,
                                       [this, names, since] { awaitDefinitions(names, since); });
             });
}

void ApplyRun::set(int index, ApplyOutcome outcome)
{
    m_outcomes[index] = std::move(outcome);
    const ApplyOutcome& now = m_outcomes[index];
    if (now.isEnd())
        static_cast<void>(m_journal.note(index, now)); // sent and unanswered, should the disk be full
    Q_EMIT changed(index, now);
}

void ApplyRun::fail(int index, const Error& error)
{
    set(index, ApplyOutcome{State::Failed, {}, error, false});
}

void ApplyRun::cancel()
{
    if (m_cancelled)
        return;
    m_cancelled = true;
    pump();
}

void ApplyRun::finish()
{
    if (m_over)
        return;
    m_over = true;
    m_journal.finish();
    Q_EMIT finished();
    deleteLater();
}

} // namespace kaptan::kube
