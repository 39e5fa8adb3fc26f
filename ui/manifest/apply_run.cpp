#include "app/core/when_done.h"
#include "ui/manifest/bench_runs.h"

#include <QJsonDocument>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace kaptan::ui
{

using State = kube::ApplyOutcome::State;

ApplyRun::ApplyRun(kube::Cluster& cluster, QVector<BenchObject> objects, Options options, QObject* parent)
    : QObject(parent), m_cluster(&cluster), m_objects(std::move(objects)), m_options(std::move(options)),
      m_outcomes(m_options.before)
{
    m_outcomes.resize(m_objects.size());
    m_promise.start();
    m_promise.setProgressRange(0, int(m_options.only.size()));
    connect(&m_watcher, &QFutureWatcherBase::canceled, this, &ApplyRun::cancel);
    m_watcher.setFuture(m_promise.future());
}

ApplyRun::~ApplyRun()
{
    if (m_finished)
        return;
    m_promise.addResult(failure(Cancelled{}));
    m_promise.finish();
}

void ApplyRun::start()
{
    QVector<int> calm, forced;
    for (const int index : std::as_const(m_options.only)) {
        m_outcomes[index] = {};
        if (m_options.edits)
            m_commits.append(index);
        else
            (m_options.force.contains(index) ? forced : calm).append(index);
    }
    // What is forced is there already: nothing waits for it.
    if (!calm.isEmpty())
        m_passes.append({calm, false});
    if (!forced.isEmpty())
        m_passes.append({forced, true});
    QMetaObject::invokeMethod(this, &ApplyRun::nextPass, Qt::QueuedConnection);
}

void ApplyRun::nextPass()
{
    if (m_applier)
        m_applier.release()->deleteLater();
    if (m_cancelled || !m_cluster) {
        for (const int index : std::as_const(m_options.only))
            if (m_outcomes[index].state == State::Waiting)
                m_outcomes[index].state = State::Skipped;
        return finish();
    }
    if (!m_commits.isEmpty())
        return commitNext();
    if (m_passes.isEmpty())
        return finish();
    const auto [only, force] = m_passes.takeFirst();
    startPass(only, force);
}

void ApplyRun::startPass(const QVector<int>& only, bool force)
{
    kube::Applier::Options options;
    options.nameSpace = m_options.nameSpace;
    options.force = force;
    options.journal = m_options.journal;
    options.only = only;
    options.before = m_outcomes;
    QVector<kube::ManifestObject> objects;
    objects.reserve(m_objects.size());
    for (const BenchObject& each : std::as_const(m_objects))
        objects.append(each.manifest);
    m_applier = std::make_unique<kube::Applier>(*m_cluster->api(), m_cluster->discovery(), objects, options);
    connect(m_applier.get(), &kube::Applier::changed, this, [this](int index) {
        m_outcomes[index] = m_applier->outcomes().value(index);
        report();
        Q_EMIT changed(index);
    });
    connect(m_applier.get(), &kube::Applier::finished, this, [this] {
        const QVector<kube::ApplyOutcome>& outcomes = m_applier->outcomes();
        for (const int index : std::as_const(m_options.only))
            if (index < outcomes.size() && outcomes[index].isEnd())
                m_outcomes[index] = outcomes[index];
        QMetaObject::invokeMethod(this, &ApplyRun::nextPass, Qt::QueuedConnection);
    });
    m_applier->start();
}

void ApplyRun::commitNext()
{
    const int index = m_commits.takeFirst();
    const BenchObject& object = m_objects[index];
    kube::ObjectChange change;
    if (object.resource)
        change.resource = *object.resource;
    change.nameSpace = object.nameSpace;
    change.name = object.manifest.name;
    change.wanted = object.manifest.object;
    change.base = object.base;
    if (const auto reviewed = m_options.reviewed.constFind(index); reviewed != m_options.reviewed.cend())
        change.reviewed = *reviewed;
    m_outcomes[index].state = State::Sent;
    Q_EMIT changed(index);
    const auto committed = kube::commitChange(*m_cluster->api(), change, m_options.force.contains(index));
    whenDone(committed, this, [this, index](const Result<kube::ApplyAnswer>& answer) {
        kube::ApplyOutcome& outcome = m_outcomes[index];
        if (answer) {
            outcome.state = answer->created ? State::Created : State::Changed;
            outcome.warnings = answer->warnings;
        } else {
            outcome.state = State::Failed;
            outcome.error = answer.error();
        }
        report();
        Q_EMIT changed(index);
        nextPass();
    });
}

void ApplyRun::cancel()
{
    if (m_finished || m_cancelled)
        return;
    m_cancelled = true;
    if (m_applier)
        m_applier->cancel();
}

int ApplyRun::failed() const
{
    return int(std::count_if(m_outcomes.cbegin(), m_outcomes.cend(),
                             [](const kube::ApplyOutcome& each) { return each.state == State::Failed; }));
}

void ApplyRun::report()
{
    const auto ended = std::count_if(m_options.only.cbegin(), m_options.only.cend(),
                                     [this](int index) { return m_outcomes[index].isEnd(); });
    m_promise.setProgressValue(int(ended));
}

void ApplyRun::finish()
{
    if (std::exchange(m_finished, true))
        return;
    Result<void> result;
    for (const int index : std::as_const(m_options.only))
        if (m_outcomes[index].error) {
            result = failure(*m_outcomes[index].error);
            break;
        }
    if (result && m_cancelled)
        result = failure(Cancelled{});
    m_promise.addResult(result);
    m_promise.finish();
    Q_EMIT finished();
}

} // namespace kaptan::ui
