#include "app/kube/change/applier.h"

#include "app/kube/change/apply_run.h"

#include <algorithm>

namespace kaptan::kube
{

namespace
{

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(KubeChange)
};

} // namespace

QString noteOf(const ApplyOutcome& outcome)
{
    return outcome.unchecked ? Tr::tr("What it needs is made by the same run; the server has not checked it.")
                             : QString();
}

class Applier::Private
{
public:
    KubeApi& api;
    Clock& clock;
    std::shared_ptr<const Discovery> discovery;
    QVector<ManifestObject> objects;
    Options options;
    QVector<ApplyOutcome> outcomes;
    int ended = 0;
    bool started = false;
    bool finished = false;
};

Applier::Applier(KubeApi& api, std::shared_ptr<const Discovery> discovery, QVector<ManifestObject> objects,
                 Options options, QObject* parent, Clock& clock)
    : QObject(parent),
      d(new Private{
          api, clock, std::move(discovery), std::move(objects), std::move(options), {}, 0, false, false})
{
    d->outcomes = d->options.before;
    d->outcomes.resize(d->objects.size());
    for (const int index : std::as_const(d->options.only))
        d->outcomes[index] = ApplyOutcome();
    d->ended = int(std::count_if(d->outcomes.begin(), d->outcomes.end(),
                                 [](const ApplyOutcome& outcome) { return outcome.isEnd(); }));
}

Applier::~Applier()
{
    if (d->started && !d->finished)
        Q_EMIT cancelled();
}

void Applier::start()
{
    if (d->started)
        return;
    d->started = true;
    auto* run = new ApplyRun(d->api, d->discovery, d->objects, d->options, d->clock);
    connect(this, &Applier::cancelled, run, &ApplyRun::cancel);
    // Queued even in one thread: whoever listens may do anything.
    connect(
        run, &ApplyRun::changed, this,
        [this](int index, const ApplyOutcome& outcome) {
            ApplyOutcome& now = d->outcomes[index];
            d->ended += int(outcome.isEnd()) - int(now.isEnd());
            now = outcome;
            Q_EMIT changed(index);
        },
        Qt::QueuedConnection);
    connect(
        run, &ApplyRun::finished, this,
        [this] {
            d->finished = true;
            Q_EMIT finished();
        },
        Qt::QueuedConnection);
    run->moveToThread(d->api.thread());
    QMetaObject::invokeMethod(
        &d->api,
        [run, api = &d->api] {
            run->setParent(api);
            run->begin();
        },
        Qt::QueuedConnection);
}

void Applier::cancel()
{
    if (!d->started) {
        d->started = d->finished = true;
        for (ApplyOutcome& outcome : d->outcomes) {
            if (!outcome.isEnd())
                outcome.state = ApplyOutcome::State::Skipped;
        }
        d->ended = int(d->outcomes.size());
        Q_EMIT finished();
        return;
    }
    Q_EMIT cancelled();
}

const QVector<ManifestObject>& Applier::objects() const
{
    return d->objects;
}

const QVector<ApplyOutcome>& Applier::outcomes() const
{
    return d->outcomes;
}

int Applier::ended() const
{
    return d->ended;
}

bool Applier::isFinished() const
{
    return d->finished;
}

} // namespace kaptan::kube
