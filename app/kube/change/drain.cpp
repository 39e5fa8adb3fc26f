#include "app/kube/change/drain.h"

#include "app/core/when_done.h"
#include "app/kube/api/kube_error.h"
#include "app/kube/change/admin_calls.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace kaptan::kube
{

using State = DrainProgress::State;
using Step = DrainObserved::Step;

namespace
{

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(KubeDrain)
};

bool isBudget(const Error& error)
{
    const auto* status = error.as<KubeError>();
    return status && status->code == 429 &&
           std::any_of(status->causes.cbegin(), status->causes.cend(),
                       [](const QString& cause) { return cause.startsWith("DisruptionBudget"_L1); });
}

/// The namespace is being deleted, and the pod with it.
bool isTerminating(const Error& error)
{
    const auto* status = error.as<KubeError>();
    return status && status->code == 403 &&
           std::any_of(status->causes.cbegin(), status->causes.cend(),
                       [](const QString& cause) { return cause.startsWith("NamespaceTerminating"_L1); });
}

/// Which version of an Eviction the server takes, as /api/v1 tells it: it came later than that of the
/// budgets. Empty: it knows none.
QString evictionVersion(const QByteArray& body)
{
    const QJsonArray resources = QJsonDocument::fromJson(body).object().value("resources"_L1).toArray();
    for (const QJsonValue& value : resources) {
        const QJsonObject one = value.toObject();
        if (one.value("name"_L1).toString() == "pods/eviction"_L1)
            return one.value("group"_L1).toString(u"policy"_s) + u'/' +
                   one.value("version"_L1).toString(u"v1beta1"_s);
    }
    return {};
}

QString some(const QStringList& names)
{
    return names.mid(0, 5).join(u", "_s) + (names.size() > 5 ? u", …"_s : QString());
}

} // namespace

class Drain::Private
{
public:
    Private(Drain* drain, KubeApi& itsApi, Clock& itsClock) : q(drain), api(itsApi), clock(itsClock) {}

    void look();
    void list();
    void cordon();
    void evict(const DrainPod& pod);
    void onEvicted(const DrainPod& pod, const Result<net::Response>& answer);
    void nameBudgets(const QString& nameSpace);
    void finish(DrainEnd how);
    void tell();
    QString stays() const;
    QStringList left() const;
    /// What was given up with pods left, and what is said where there are none.
    Error unfinished(const QString& why, const QString& whyWithPods) const;

    Drain* q;
    KubeApi& api;
    Clock& clock;
    std::shared_ptr<const Discovery> discovery;
    QString node;
    DrainOptions options;
    DrainObserved now;
    QVector<DrainPod> leavers;
    QString version;            ///< of evictions
    QSet<QString> budgetsAsked; ///< namespaces
    std::optional<DrainEnd> end;
    std::optional<Error> error; ///< of Broken
    bool cordonUnknown = false; ///< it failed in a way that may come after it was done
    int calls = 0;              ///< under way
    int looks = 0;              ///< a later look makes the earlier alarm void
    bool telling = false;
};

void Drain::Private::look()
{
    // A cancelled drain says what is: what was sent is waited for.
    if (end || (now.cancelled && calls > 0))
        return;
    if (error)
        return finish(now.cancelled ? DrainEnd::Cancelled : DrainEnd::Broken);
    const qint64 ms = clock.monotonicMs();
    const DrainDecision next = decideDrain(options, now, ms);
    if (next.end)
        return finish(*next.end);
    const int turn = ++looks;
    if (next.wakeMs >= 0)
        clock.callLater(std::chrono::milliseconds(std::max<qint64>(1, next.wakeMs - ms)), q, [this, turn] {
            if (turn == looks)
                look();
        });
    if (next.cordon)
        cordon();
    for (const int i : next.evict)
        evict(now.pods[i]);
    if (next.list)
        list();
    tell();
}

void Drain::Private::list()
{
    now.list = Step::UnderWay;
    ++calls;
    whenDone(podsOfNode(api, node), q,
             [this, cordoned = now.cordon == Step::Done](const Result<QVector<DrainPod>>& pods) {
                 --calls;
                 now.listedMs = clock.monotonicMs();
                 now.list = Step::Done;
                 now.listFailed = !pods;
                 if (!pods) {
                     // What is known already may be old, but not for long. Before the cordon nothing is lost.
                     if (!cordoned || !pods.error().isTransient())
                         error = pods.error();
                     return look();
                 }
                 const bool first = cordoned && !now.afterCordon;
                 if (first)
                     now.progress.clear(); // what was told before was a forecast
                 now.afterCordon = now.afterCordon || cordoned;
                 takeDrainList(now, *pods, options, !now.afterCordon || first);
                 if (first)
                     for (const DrainPod& pod : *pods)
                         if (now.progress.value(pod.uid).state != State::Stays)
                             leavers.append(pod);
                 look();
             });
}

void Drain::Private::cordon()
{
    now.cordon = Step::UnderWay;
    ++calls;
    const ApiResource* nodes = discovery->find(QString(), u"nodes"_s);
    whenDone(nodes ? setCordoned(api, *nodes, node, true)
                   : readyFuture<void>(failure(NotAllowed{NotAllowed::Kind::Unsupported, u"nodes"_s,
                                                          Tr::tr("the server does not know this kind")})),
             q, [this](const Result<void>& done) {
                 --calls;
                 now.cordon = done ? Step::Done : Step::No;
                 if (!done) {
                     error = done.error();
                     cordonUnknown = error->as<TransportError>() || error->isCancelled() ||
                                     error->httpStatus() == 502 || error->httpStatus() == 504;
                 }
                 look();
             });
}

void Drain::Private::evict(const DrainPod& pod)
{
    now.progress[pod.uid].state = State::Asked;
    ++calls;
    QJsonObject how{{u"preconditions"_s, QJsonObject{{u"uid"_s, pod.uid}}}};
    if (options.gracePeriodSeconds >= 0)
        how.insert(u"gracePeriodSeconds"_s, options.gracePeriodSeconds);
    const QJsonObject eviction{
        {u"apiVersion"_s, version},
        {u"kind"_s, u"Eviction"_s},
        {u"metadata"_s, QJsonObject{{u"name"_s, pod.name}, {u"namespace"_s, pod.nameSpace}}},
        {u"deleteOptions"_s, how}};
    net::Request request;
    request.method = "POST";
    request.path = u"/api/v1/namespaces/%1/pods/%2/eviction"_s.arg(pod.nameSpace, pod.name);
    request.headers = {{"Accept", "application/json"}, {"Content-Type", "application/json"}};
    request.body = QJsonDocument(eviction).toJson(QJsonDocument::Compact);
    whenDone(api.call(request), q,
             [this, pod](const Result<net::Response>& answer) { onEvicted(pod, answer); });
}

void Drain::Private::onEvicted(const DrainPod& pod, const Result<net::Response>& answer)
{
    --calls;
    DrainProgress& progress = now.progress[pod.uid];
    if (progress.state != State::Asked) { // a list was faster
        look();
        return;
    }
    const qint64 ms = clock.monotonicMs();
    progress.error.reset();
    if (answer || isTerminating(answer.error())) {
        progress.state = State::Evicted;
        progress.budgets.clear();
    } else if (isNotFound(answer.error())) {
        progress.state = State::Gone;
    } else {
        const Error& refused = answer.error();
        progress.error = refused;
        if (isBudget(refused)) {
            progress.state = State::Blocked;
            progress.nextMs = ms + kDrainRetryMs;
            nameBudgets(pod.nameSpace);
        } else if (refused.isTransient() || refused.httpStatus() == 409) {
            progress.state = State::Waiting;
            progress.nextMs = ms + kDrainRetryMs;
        } else {
            progress.state = State::Failed;
        }
    }
    look();
}

void Drain::Private::nameBudgets(const QString& nameSpace)
{
    if (budgetsAsked.contains(nameSpace))
        return;
    budgetsAsked.insert(nameSpace);
    whenDone(budgetsOf(api, *discovery, nameSpace), q,
             [this, nameSpace](const Result<QVector<DisruptionBudget>>& budgets) {
                 budgetsAsked.remove(nameSpace);
                 if (!budgets)
                     return; // the server's own words stay
                 for (const DrainPod& pod : std::as_const(leavers)) {
                     DrainProgress& progress = now.progress[pod.uid];
                     if (pod.nameSpace != nameSpace || progress.state != State::Blocked)
                         continue;
                     QStringList spent, all;
                     for (const DisruptionBudget& budget : *budgets) {
                         if (!budget.covers(pod))
                             continue;
                         all.append(budget.nameSpace + u'/' + budget.name);
                         if (budget.allowed <= 0)
                             spent.append(all.last());
                     }
                     progress.budgets = spent.isEmpty() ? all : spent;
                 }
                 tell();
             });
}

void Drain::Private::finish(DrainEnd how)
{
    end = how;
    tell();
    Q_EMIT q->finished();
}

void Drain::Private::tell()
{
    if (telling)
        return;
    telling = true;
    QMetaObject::invokeMethod(
        q,
        [this] {
            telling = false;
            Q_EMIT q->changed();
        },
        Qt::QueuedConnection);
}

/// What is to be said of the cordon.
QString Drain::Private::stays() const
{
    if (now.cordon == Step::Done)
        return Tr::tr("The node stays cordoned; uncordon it where it is to take pods again.");
    // It was asked for, and the answer has not come.
    if (now.cordon == Step::UnderWay || cordonUnknown)
        return Tr::tr("Whether the node was cordoned is not known; look, and uncordon it where it is to take "
                      "pods again.");
    return Tr::tr("The node was not cordoned.");
}

QStringList Drain::Private::left() const
{
    QStringList names;
    for (const DrainPod& pod : leavers)
        if (!now.progress.value(pod.uid).isEnd())
            names.append(pod.title());
    return names;
}

Error Drain::Private::unfinished(const QString& why, const QString& whyWithPods) const
{
    const QStringList names = left();
    return Error(Unfinished{Tr::tr("drain of %1").arg(node),
                            names.isEmpty() ? why : whyWithPods.arg(some(names)), stays()});
}

Drain::Drain(KubeApi& api, std::shared_ptr<const Discovery> discovery, QString node, DrainOptions options,
             Clock& clock, QObject* parent)
    : QObject(parent), d(std::make_unique<Private>(this, api, clock))
{
    d->discovery = std::move(discovery);
    d->node = std::move(node);
    d->options = options;
}

Drain::~Drain() = default;

void Drain::start()
{
    d->now.startedMs = d->clock.monotonicMs();
    ++d->calls;
    net::Request request;
    request.path = u"/api/v1"_s;
    request.headers = {{"Accept", "application/json"}};
    whenDone(d->api.call(request), this, [this](const Result<net::Response>& answer) {
        --d->calls;
        if (answer)
            d->version = evictionVersion(answer->body);
        if (!answer)
            d->error = answer.error();
        else if (d->version.isEmpty())
            d->error = Error(NotAllowed{NotAllowed::Kind::Unsupported, u"pods/eviction"_s,
                                        Tr::tr("the server does not know this kind")});
        d->look();
    });
}

void Drain::cancel()
{
    d->now.cancelled = true;
    d->look();
}

const QString& Drain::node() const
{
    return d->node;
}

const DrainOptions& Drain::options() const
{
    return d->options;
}

const DrainObserved& Drain::state() const
{
    return d->now;
}

const QVector<DrainPod>& Drain::leavers() const
{
    return d->leavers;
}

int Drain::gone() const
{
    return int(std::count_if(d->leavers.cbegin(), d->leavers.cend(), [this](const DrainPod& pod) {
        return d->now.progress.value(pod.uid).state == State::Gone;
    }));
}

bool Drain::isCordoned() const
{
    return d->now.cordon == Step::Done;
}

std::optional<DrainEnd> Drain::end() const
{
    return d->end;
}

Result<void> Drain::result() const
{
    const QStringList left = d->left();
    QStringList budgets, failed;
    for (const DrainPod& pod : d->leavers) {
        const DrainProgress progress = d->now.progress.value(pod.uid);
        if (progress.state == State::Failed)
            failed.append(pod.title());
        for (const QString& budget : progress.budgets)
            if (progress.state == State::Blocked && !budgets.contains(budget))
                budgets.append(budget);
    }
    switch (d->end.value_or(DrainEnd::Cancelled)) {
    case DrainEnd::Drained:
        return {};
    case DrainEnd::Refused: {
        QStringList inTheWay;
        for (const DrainPod& pod : d->now.pods)
            if (isBlocking(drainClassOf(pod, d->options)))
                inTheWay.append(pod.title());
        return failure(
            Unfinished{//: %1 is a node
                       Tr::tr("drain of %1").arg(d->node),
                       //: %1 is names of pods
                       Tr::tr("pods are in the way that the options do not let go: %1").arg(some(inTheWay)),
                       d->stays()});
    }
    case DrainEnd::SomeFailed:
        return failure(Unfinished{Tr::tr("drain of %1").arg(d->node),
                                  Tr::tr("pods could not be evicted: %1").arg(some(failed)), d->stays()});
    case DrainEnd::TimedOut:
        return failure(
            Unfinished{Tr::tr("drain of %1").arg(d->node),
                       budgets.isEmpty()
                           ? Tr::tr("the time is over, and pods are still there: %1").arg(some(left))
                           //: %1 is names of pods, %2 of PodDisruptionBudgets
                           : Tr::tr("the time is over, and pods are still there: %1; these budgets block: %2")
                                 .arg(some(left), some(budgets)),
                       d->stays()});
    case DrainEnd::Broken: {
        if (!d->error || d->error->isCancelled())
            return failure(brokenOff());
        QString why = d->error->message();
        if (why.endsWith(u'.'))
            why.chop(1); // it becomes the end of a sentence
        return failure(Unfinished{Tr::tr("drain of %1").arg(d->node), why,
                                  (d->stays() + u' ' + d->error->advice()).trimmed()});
    }
    case DrainEnd::Cancelled:
        break;
    }
    return failure(
        d->unfinished(Tr::tr("it was cancelled"), Tr::tr("it was cancelled, and pods are still there: %1")));
}

Error Drain::brokenOff() const
{
    return d->unfinished(Tr::tr("it was broken off"),
                         //: %1 is names of pods
                         Tr::tr("it was broken off, and pods are still there: %1"));
}

} // namespace kaptan::kube
