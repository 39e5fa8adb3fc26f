#include "app/recorder/recorder.h"

#include "app/recorder/sampler.h"
#include "app/settings/history_keys.h"

#include <QCryptographicHash>
#include <QDir>
#include <QLockFile>
#include <QPromise>

#include <utility>

using namespace Qt::StringLiterals;

namespace kaptan::recorder
{

namespace key = settings::key;

namespace
{

constexpr std::chrono::minutes lockAgain{1};
/// An engine is asked for each container by itself: this long before a sample, and for no longer than it
/// takes.
constexpr std::chrono::milliseconds pulseLead{3000}, pulseLength{2500};

} // namespace

history::Retention retentionOf(const settings::Settings& settings)
{
    return {settings.get(key::rawDays), settings.get(key::rolledUpDays), settings.get(key::eventDays),
            settings.get(key::checkDays), settings.get(key::recordDays)};
}

void followRetention(history::History& history, settings::Settings& settings, QObject* context)
{
    QObject::connect(&settings, &settings::Settings::changed, context,
                     [&history, &settings](const QString& name) {
                         if (name.startsWith(u"history/"_s))
                             history.setRetention(retentionOf(settings));
                     });
}

struct Recorder::One {
    QString id;
    QPointer<session::Session> session;
    Sampler* sampler = nullptr; ///< of the samplers' thread
    QPointer<workload::WorkloadSource> workloads;
    QPointer<workload::MetricSource> metrics;
    QPointer<workload::EventSource> events;
    std::unique_ptr<QLockFile> lock;
    State state = State::Waiting;
    qint64 lockTriedMs = -1; ///< monotonic
    QString seenName;
    QSet<QString> wanted; ///< instances that run

    /// Looked at just before each sample, not all the time.
    bool pulses() const { return session && session->engine(); }
};

Recorder::Recorder(history::History& history, settings::Settings& settings, Options options, QObject* parent)
    : QObject(parent), m_history(history), m_settings(settings), m_options(std::move(options)),
      m_clock(m_options.clock ? *m_options.clock : Clock::system())
{
    m_thread.setObjectName(u"recorder"_s);
    m_thread.start();
    QDir().mkpath(m_options.lockFolder);
    connect(&m_settings, &settings::Settings::changed, this, [this](const QString& name) {
        if (name == QString::fromUtf16(key::recorded.name))
            Q_EMIT marksChanged();
        if (name == QString::fromUtf16(key::recorded.name) ||
            name == QString::fromUtf16(key::recordShown.name))
            refresh();
        if (name == QString::fromUtf16(key::historyInterval.name))
            schedule();
    });
    refresh();
    schedule();
}

Recorder::~Recorder()
{
    for (auto& [id, one] : m_all)
        end(*one);
    m_thread.quit();
    m_thread.wait();
}

std::chrono::milliseconds Recorder::interval() const
{
    return std::chrono::seconds(m_settings.get(key::historyInterval));
}

bool Recorder::isMarked(const QString& id) const
{
    return m_settings.get(key::recorded).split(u'\n', Qt::SkipEmptyParts).contains(id);
}

void Recorder::setMarked(const QString& id, bool marked)
{
    QStringList ids = m_settings.get(key::recorded).split(u'\n', Qt::SkipEmptyParts);
    if (ids.contains(id) == marked)
        return;
    if (marked)
        ids.append(id);
    else
        ids.removeAll(id);
    (void)m_settings.set(key::recorded, ids.join(u'\n'));
}

void Recorder::setShown(const QStringList& ids)
{
    m_shown = ids;
    refresh();
}

void Recorder::setAlso(const QStringList& ids)
{
    m_also = ids;
    refresh();
}

QStringList Recorder::connections() const
{
    QStringList ids;
    for (const auto& [id, one] : m_all)
        ids << id;
    return ids;
}

Recorder::State Recorder::state(const QString& id) const
{
    const auto it = m_all.find(id);
    return it == m_all.end() ? State::Waiting : it->second->state;
}

bool Recorder::keepsOpen(const QString& id) const
{
    return m_also.contains(id) || isMarked(id);
}

void Recorder::forget(const QString& id)
{
    const auto it = m_all.find(id);
    if (it == m_all.end())
        return;
    end(*it->second);
    m_all.erase(it);
}

QFuture<void> Recorder::caughtUp()
{
    auto promise = std::make_shared<QPromise<void>>();
    promise->start();
    QFuture<void> future = promise->future();
    auto* last = new QObject;
    last->moveToThread(&m_thread);
    QMetaObject::invokeMethod(last, [last, promise] {
        promise->finish();
        delete last;
    });
    return future;
}

void Recorder::refresh()
{
    QStringList wanted = m_also;
    if (!m_options.onlyAlso)
        wanted += m_settings.get(key::recorded).split(u'\n', Qt::SkipEmptyParts);
    if (m_settings.get(key::recordShown))
        wanted += m_shown;
    for (auto it = m_all.begin(); it != m_all.end();) {
        if (wanted.contains(it->first)) {
            ++it;
            continue;
        }
        end(*it->second);
        it = m_all.erase(it);
    }
    for (const QString& id : std::as_const(wanted)) {
        if (m_all.contains(id))
            continue;
        session::Session* session = m_options.session(id);
        if (!session)
            continue; // it was removed, or cannot be opened
        auto one = std::make_unique<One>();
        one->id = id;
        one->session = session;
        One& made = *m_all.emplace(id, std::move(one)).first->second;
        begin(made);
    }
}

void Recorder::begin(One& one)
{
    one.sampler = new Sampler(m_history, m_clock, one.id);
    one.sampler->moveToThread(&m_thread);
    connect(one.sampler, &Sampler::wanted, this, [this, id = one.id](const QSet<QString>& ids) {
        const auto it = m_all.find(id);
        if (it == m_all.end())
            return;
        One& recorded = *it->second;
        const bool first = recorded.wanted.isEmpty();
        recorded.wanted = ids;
        if (!recorded.pulses() && recorded.metrics)
            recorded.metrics->watch(&recorded, ids);
        else if (first)
            pulse(recorded); // what the first rates begin from
    });
    connect(one.session, &session::Session::stateChanged, this, [this, &one] { look(one); });
    // The window opens what it shows; the rest is ours.
    if (keepsOpen(one.id) && one.session->state().phase == session::Phase::Idle)
        one.session->open();
    look(one);
}

void Recorder::end(One& one)
{
    if (one.session)
        one.session->disconnect(this);
    detach(one);
    one.sampler->disconnect(this);
    one.sampler->deleteLater(); // in its thread
    // Nobody else looks at it: neither does this program then.
    if (one.session && !m_shown.contains(one.id) && one.session->state().phase != session::Phase::Idle)
        one.session->close();
    one.lock.reset();
}

bool Recorder::lock(One& one)
{
    if (one.lock)
        return true;
    const qint64 now = m_clock.monotonicMs();
    if (one.lockTriedMs >= 0 && now - one.lockTriedMs < std::chrono::milliseconds(lockAgain).count())
        return false;
    one.lockTriedMs = now;
    const QByteArray hash =
        QCryptographicHash::hash(one.id.toUtf8(), QCryptographicHash::Sha256).toHex().left(32);
    auto lock = std::make_unique<QLockFile>(m_options.lockFolder + u"/record-"_s + QString::fromLatin1(hash) +
                                            u".lock"_s);
    lock->setStaleLockTime(0); // only that its process is gone makes one stale
    if (!lock->tryLock(0))
        return false;
    one.lock = std::move(lock);
    return true;
}

/// What follows from the session's state.
void Recorder::look(One& one)
{
    const bool live = one.session && one.session->state().phase == session::Phase::Live;
    if (!live) {
        // While it is lost its rows are old: nothing is measured, and it is attached anew.
        if (one.state == State::Recording)
            detach(one);
        return set(one, State::Waiting);
    }
    const history::ConnectionRecord record{one.id, one.session->spec().name, one.session->platform(),
                                           isMarked(one.id)};
    if (one.seenName != record.name) {
        one.seenName = record.name;
        m_history.see(record);
        QMetaObject::invokeMethod(one.sampler,
                                  [sampler = one.sampler, name = record.name] { sampler->setName(name); });
    }
    if (!lock(one))
        return set(one, State::Elsewhere);
    attach(one);
    set(one, State::Recording);
}

void Recorder::attach(One& one)
{
    workload::WorkloadSource* workloads = one.session->workloads();
    if (!workloads || one.workloads == workloads)
        return;
    detach(one);
    one.workloads = workloads;
    one.metrics = one.session->metrics();
    one.events = one.session->events();
    Sampler* sampler = one.sampler;
    // First the changes, then what there is: nothing is missed, and a change that comes twice changes
    // nothing.
    connect(workloads, &workload::WorkloadSource::changed, sampler, &Sampler::apply);
    if (one.metrics)
        connect(one.metrics, &workload::MetricSource::sampled, sampler, &Sampler::take);
    if (one.events)
        connect(one.events, &workload::EventSource::happened, sampler, &Sampler::keep);
    workload::WorkloadDelta all;
    all.reset = true;
    all.upserted = workloads->workloads();
    QMetaObject::invokeMethod(sampler, [sampler, all] { sampler->apply(all); });
    if (one.events)
        QMetaObject::invokeMethod(sampler,
                                  [sampler, recent = one.events->recent()] { sampler->keep(recent); });
}

void Recorder::detach(One& one)
{
    if (one.metrics)
        one.metrics->watch(&one, {});
    for (QObject* source :
         {static_cast<QObject*>(one.workloads.data()), static_cast<QObject*>(one.metrics.data()),
          static_cast<QObject*>(one.events.data())})
        if (source)
            source->disconnect(one.sampler);
    one.workloads = nullptr;
    one.metrics = nullptr;
    one.events = nullptr;
    one.wanted.clear();
    QMetaObject::invokeMethod(one.sampler, [sampler = one.sampler] { sampler->reset(); });
}

void Recorder::set(One& one, State state)
{
    if (std::exchange(one.state, state) != state)
        Q_EMIT stateChanged(one.id);
}

void Recorder::pulse(One& one)
{
    if (one.state != State::Recording || !one.pulses() || !one.metrics || one.wanted.isEmpty())
        return;
    one.metrics->watch(&one, one.wanted);
    m_clock.callLater(pulseLength, this, [this, id = one.id] {
        const auto it = m_all.find(id);
        if (it != m_all.end() && it->second->pulses() && it->second->metrics)
            it->second->metrics->watch(it->second.get(), {});
    });
}

void Recorder::pulseAll()
{
    for (auto& [id, one] : m_all)
        pulse(*one);
}

/// The next whole multiple of the interval, and the look at the engines before it.
void Recorder::schedule()
{
    const qint64 step = interval().count();
    const qint64 left = step - m_clock.now().toMSecsSinceEpoch() % step;
    const auto later = [this, number = ++m_schedule](qint64 ms, void (Recorder::*what)()) {
        m_clock.callLater(std::chrono::milliseconds(ms), this, [this, number, what] {
            if (number == m_schedule)
                (this->*what)();
        });
    };
    later(std::max<qint64>(left - std::min<qint64>(pulseLead.count(), step / 2), 0), &Recorder::pulseAll);
    later(left, &Recorder::tick);
}

void Recorder::tick()
{
    const qint64 step = interval().count();
    // A timer may be a little early.
    const qint64 at = (m_clock.now().toMSecsSinceEpoch() + step / 4) / step * step / 1000;
    if (at != std::exchange(m_lastTick, at)) {
        for (auto& [id, one] : m_all) {
            look(*one); // a lock may be free now
            if (one->state == State::Recording)
                QMetaObject::invokeMethod(
                    one->sampler,
                    [sampler = one->sampler, at, stale = interval() * 5 / 2] { sampler->tick(at, stale); });
        }
    }
    schedule();
}

} // namespace kaptan::recorder
