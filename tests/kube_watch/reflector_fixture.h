#pragma once

#include "app/kube/watch/resource_cache.h"
#include "tests/kube_watch/objects.h"
#include "tests/kube_watch/scripted_opener.h"

#include <QTest>

#include <algorithm>

/// A cache of pods before a scripted server, and what it told.
namespace kaptan::kube::test
{

using Phase = WatchState::Phase;
using Call = ScriptedOpener::Call;

/// Its time of day can jump, as after a sleep.
class SleepyClock : public ManualClock
{
public:
    QDateTime now() const override { return ManualClock::now().addSecs(slept); }

    qint64 slept = 0;
};

inline ReflectorOptions optionsOf()
{
    ReflectorOptions options;
    options.firstPage = 2;
    options.furtherPages = 3;
    options.random = [] { return 0.0; };
    options.probeAfter = std::chrono::seconds(0); // but where the test is about it
    return options;
}

struct Fixture {
    SleepyClock clock;
    ScriptedOpener server;
    PodCache cache;
    QVector<RowDelta> deltas;

    explicit Fixture(const ReflectorOptions& options = optionsOf())
        : cache(server,
                {QStringLiteral("/api/v1/pods"), QStringLiteral("Pod"), QStringLiteral("app=web"), {}}, clock,
                options)
    {
        QObject::connect(&cache, &Reflector::changed, &cache,
                         [this](const RowDelta& delta) { deltas.append(delta); });
    }

    /// Lets frames pass until it is so; never long enough for a pause to end.
    template <class Condition>
    bool until(Condition condition)
    {
        return QTest::qWaitFor([&] {
            if (condition())
                return true;
            clock.advance(std::chrono::milliseconds(1));
            return condition();
        });
    }

    Call call(int index) const { return server.calls.value(index); }

    bool calls(int count)
    {
        return until([&] { return server.calls.size() >= count; }) && server.calls.size() == count;
    }

    Phase phase() const { return cache.state().phase; }

    /// Lists a and b at 10 and opens the watch, which is call 1.
    bool live()
    {
        cache.start();
        call(0).answer(200, list({pod("a", 1), pod("b", 2)}, 10));
        if (!calls(2))
            return false;
        call(1).open();
        return phase() == Phase::Live && until([&] { return !deltas.isEmpty(); });
    }

    QByteArrayList names() const
    {
        QByteArrayList result;
        for (const auto& row : cache.snapshot())
            result.append(QByteArray(row->name.view().data(), qsizetype(row->name.view().size())));
        std::sort(result.begin(), result.end());
        return result;
    }

    bool knows(const QByteArray& name) const { return names().contains(name); }
};

inline QByteArrayList namesOf(const RowDelta& delta)
{
    QByteArrayList result;
    for (const RowPtr& row : delta.upserted)
        result.append(QByteArray(row->name.view().data(), qsizetype(row->name.view().size())));
    std::sort(result.begin(), result.end());
    return result;
}

} // namespace kaptan::kube::test
