#include "app/kube/watch/resource_cache.h"
#include "tests/kube_watch/objects.h"
#include "tests/kube_watch/scripted_opener.h"

#include <QTest>

#include <algorithm>

#include <malloc.h>

using namespace kaptan;
using namespace kaptan::kube;
using namespace kaptan::kube::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace
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

ReflectorOptions optionsOf()
{
    ReflectorOptions options;
    options.firstPage = 2;
    options.furtherPages = 3;
    options.random = [] { return 0.0; };
    return options;
}

struct Fixture {
    SleepyClock clock;
    ScriptedOpener server;
    PodCache cache;
    QVector<RowDelta> deltas;

    explicit Fixture(const ReflectorOptions& options = optionsOf())
        : cache(server, {u"/api/v1/pods"_s, u"Pod"_s, u"app=web"_s, {}}, clock, options)
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
            clock.advance(1ms);
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

QByteArrayList namesOf(const RowDelta& delta)
{
    QByteArrayList result;
    for (const RowPtr& row : delta.upserted)
        result.append(QByteArray(row->name.view().data(), qsizetype(row->name.view().size())));
    std::sort(result.begin(), result.end());
    return result;
}

} // namespace

class TestReflector : public QObject
{
    Q_OBJECT
private Q_SLOTS:

    void listsThenWatches()
    {
        Fixture f;
        QCOMPARE(f.phase(), Phase::Stopped);
        f.cache.start();
        QCOMPARE(f.phase(), Phase::Listing);
        QCOMPARE(f.server.calls.size(), 1);
        QCOMPARE(f.call(0).request.path, u"/api/v1/pods"_s);
        QCOMPARE(f.call(0).query("limit"), u"2"_s);
        QCOMPARE(f.call(0).query("labelSelector"), u"app=web"_s);
        f.call(0).answer(200, list({pod("a", 1), pod("b", 2)}, 10));
        QVERIFY(f.calls(2));
        QVERIFY(f.call(1).isWatch());
        QCOMPARE(f.call(1).query("resourceVersion"), u"10"_s);
        QCOMPARE(f.call(1).query("allowWatchBookmarks"), u"true"_s);
        QCOMPARE(f.call(1).query("timeoutSeconds"), u"300"_s);
        QCOMPARE(f.call(1).query("labelSelector"), u"app=web"_s);
        f.call(1).open(told("ADDED", pod("c", 11)) + told("DELETED", pod("a", 12)));
        QCOMPARE(f.phase(), Phase::Live);
        QVERIFY(f.until([&] { return f.names() == QByteArrayList({"b", "c"}); }));
    }

    void theNextPageIsAskedForBeforeThisOneIsHere()
    {
        Fixture f;
        f.cache.start();
        const QByteArray first = list({pod("a", 1), pod("b", 2)}, 10, "t1", 7);
        const QPointer<ScriptedStream> stream = f.call(0).stream;
        stream->head(200);
        stream->send(first.left(40));
        QCOMPARE(f.server.calls.size(), 1);
        stream->send(first.mid(40, 200));
        QCOMPARE(f.server.calls.size(), 2);
        QCOMPARE(f.call(1).query("continue"), u"t1"_s);
        QCOMPARE(f.call(1).query("limit"), u"3"_s);
        // No third one while two are on their way, even if its token is known; and the second waits its turn.
        f.call(1).answer(200, list({pod("c", 3)}, 10, "t2", 4));
        QThreadPool::globalInstance()->waitForDone();
        QCoreApplication::processEvents();
        QCOMPARE(f.server.calls.size(), 2);
        QVERIFY(f.deltas.isEmpty());
        stream->send(first.mid(240));
        stream->finish();
        QVERIFY(f.calls(3));
        QCOMPARE(f.call(2).query("continue"), u"t2"_s);
        QVERIFY(f.until([&] { return f.cache.count() == 3; }));
        QCOMPARE(f.phase(), Phase::Listing);
        QCOMPARE(f.cache.state().listed, 3);
        QCOMPARE(f.cache.state().remaining, 4);
        f.call(2).answer(200, list({pod("d", 4)}, 10));
        QVERIFY(f.calls(4));
        QVERIFY(f.call(3).isWatch());
        QCOMPARE(f.cache.state().remaining, 0);
        QCOMPARE(f.names(), QByteArrayList({"a", "b", "c", "d"}));
    }

    void changesComeAtMostOncePerFrame()
    {
        Fixture f;
        QVERIFY(f.live());
        QVERIFY(f.deltas[0].reset);
        QCOMPARE(namesOf(f.deltas[0]), QByteArrayList({"a", "b"}));
        f.deltas.clear();
        f.call(1).stream->send(told("MODIFIED", pod("a", 11)));
        f.call(1).stream->send(told("MODIFIED", pod("a", 12, "Failed")));
        f.call(1).stream->send(told("ADDED", pod("c", 13)) + told("DELETED", pod("c", 14)));
        f.call(1).stream->send(told("DELETED", pod("b", 15)));
        QTRY_COMPARE(f.cache.count(), 1); // no time passes
        QVERIFY(f.deltas.isEmpty());
        f.clock.advance(15ms);
        QVERIFY(f.deltas.isEmpty());
        f.clock.advance(1ms);
        QCOMPARE(f.deltas.size(), 1);
        QVERIFY(!f.deltas[0].reset);
        QCOMPARE(namesOf(f.deltas[0]), QByteArrayList({"a"}));
        QCOMPARE(PodCache::rowsOf(f.deltas[0])[0]->phase, PodRow::Phase::Failed);
        QVERIFY(f.deltas[0].removed.contains(Text(std::string_view(uidOf("b").constData()))));
        f.clock.advance(100ms);
        QCOMPARE(f.deltas.size(), 1);
    }

    void anEmptyListIsNewsToo()
    {
        Fixture f;
        f.cache.start();
        f.call(0).answer(200, list({}, 10));
        QVERIFY(f.until([&] { return f.deltas.size() == 1; }));
        QVERIFY(f.deltas[0].reset && f.deltas[0].upserted.isEmpty());
    }

    void aWatchThatEndsGoesOnWhereItWas()
    {
        Fixture f;
        QVERIFY(f.live());
        f.call(1).stream->send(told("MODIFIED", pod("a", 11)) + bookmark(50));
        f.call(1).stream->finish();
        QVERIFY(f.calls(3));
        QCOMPARE(f.call(2).query("resourceVersion"), u"50"_s);
        QCOMPARE(f.phase(), Phase::Live);
        QCOMPARE(f.names(), QByteArrayList({"a", "b"})); // the bookmark is no pod
        QCOMPARE(f.cache.state().skipped, 0);
    }

    void aWatchThatEndsAtOnceIsNoHotLoop()
    {
        Fixture f;
        QVERIFY(f.live());
        f.call(1).stream->finish();
        QVERIFY(f.until([&] { return f.phase() == Phase::Reconnecting; }));
        QCOMPARE(f.server.calls.size(), 2);
        f.clock.advance(250ms);
        QCOMPARE(f.server.calls.size(), 3);
        QCOMPARE(f.call(2).query("resourceVersion"), u"10"_s);
    }

    void aBrokenConnectionComesBackWithPauses()
    {
        Fixture f;
        QVERIFY(f.live());
        const QDateTime before = f.clock.now();
        f.call(1).stream->send(told("MODIFIED", pod("a", 11)));
        f.call(1).stream->finish(Error(TransportError{TransportError::Kind::Closed, u"here"_s, {}}));
        QVERIFY(f.until([&] { return f.phase() == Phase::Reconnecting; }));
        QVERIFY(f.cache.state().error && f.cache.state().error->as<TransportError>());
        QVERIFY(f.cache.state().lastLive.isValid() && f.cache.state().lastLive >= before);
        QCOMPARE(f.names(), QByteArrayList({"a", "b"})); // they stay
        f.clock.advance(249ms);
        QCOMPARE(f.server.calls.size(), 2);
        f.clock.advance(1ms);
        QCOMPARE(f.server.calls.size(), 3);
        QCOMPARE(f.call(2).query("resourceVersion"), u"11"_s);
        f.call(2).stream->finish(Error(TransportError{TransportError::Kind::Refused, u"here"_s, {}}));
        QTRY_COMPARE(f.cache.state().error->as<TransportError>()->kind, TransportError::Kind::Refused);
        f.clock.advance(499ms);
        QCOMPARE(f.server.calls.size(), 3);
        f.cache.retryNow();
        QCOMPARE(f.server.calls.size(), 4);
        f.call(3).open();
        QCOMPARE(f.phase(), Phase::Live);
        QVERIFY(!f.cache.state().error);
        f.clock.advance(2s);
        QCOMPARE(f.server.calls.size(), 4);
    }

    void tooOldInAWatchListsAgainAndTellsTheDifference_data()
    {
        QTest::addColumn<bool>("asEvent");
        QTest::newRow("ERROR event") << true;
        QTest::newRow("HTTP 410") << false;
    }

    void tooOldInAWatchListsAgainAndTellsTheDifference()
    {
        QFETCH(bool, asEvent);
        Fixture f;
        QVERIFY(f.live());
        const QByteArray gone = status(410, "Expired", "too old resource version: 10 (90)");
        if (asEvent) {
            f.call(1).stream->send(told("ERROR", gone.trimmed()));
        } else {
            f.call(1).stream->send(bookmark(11));
            f.call(1).stream->finish();
            QVERIFY(f.calls(3));
            f.call(2).answer(410, gone);
        }
        const int at = asEvent ? 2 : 3;
        QVERIFY(f.calls(at + 1));
        QVERIFY(!f.call(at).isWatch());
        QVERIFY(f.call(at).query("resourceVersion").isEmpty());
        QCOMPARE(f.phase(), Phase::Reconnecting);
        QCOMPARE(f.names(), QByteArrayList({"a", "b"})); // not emptied
        f.deltas.clear();
        f.call(at).answer(200, list({pod("b", 2), pod("c", 80)}, 90)); // b as it was, a gone, c new
        QVERIFY(f.calls(at + 2));
        QCOMPARE(f.call(at + 1).query("resourceVersion"), u"90"_s);
        QVERIFY(f.until([&] { return !f.deltas.isEmpty(); }));
        f.clock.advance(100ms);
        QByteArrayList upserted;
        QVector<Text> removed;
        for (const RowDelta& delta : f.deltas) {
            QVERIFY(!delta.reset);
            upserted += namesOf(delta);
            removed += delta.removed;
        }
        QCOMPARE(upserted, QByteArrayList({"c"}));
        QCOMPARE(removed.size(), 1);
        QVERIFY(removed[0] == std::string_view(uidOf("a").constData()));
    }

    void tooOldAgainAndAgainIsNoHotLoop()
    {
        Fixture f;
        QVERIFY(f.live());
        const QByteArray gone = status(410, "Expired", "too old");
        f.call(1).answer(410, gone);
        QVERIFY(f.calls(3)); // at once
        f.call(2).answer(200, list({pod("a", 1)}, 90));
        QVERIFY(f.calls(4));
        const QPointer<ScriptedStream> watch = f.call(3).stream;
        f.call(3).answer(410, gone);
        QTRY_VERIFY(!watch || watch->isAborted());
        QCOMPARE(f.server.calls.size(), 4);
        f.clock.advance(250ms);
        QCOMPARE(f.server.calls.size(), 5);
        QVERIFY(!f.call(4).isWatch());
    }

    void anExpiredTokenGoesOnWithTheServersOwn()
    {
        Fixture f;
        f.cache.start();
        f.call(0).answer(200, list({pod("a", 1), pod("b", 2)}, 10, "t1", 7));
        QVERIFY(f.calls(2));
        f.call(1).answer(410, status(410, "Expired", "too old", R"({"continue":"t1-new"})"));
        QVERIFY(f.calls(3));
        QCOMPARE(f.call(2).query("continue"), u"t1-new"_s);
        f.call(2).answer(200, list({pod("c", 30)}, 40));
        QVERIFY(f.calls(4));
        // From the version of the first page: what happened to a and b between is told again.
        QCOMPARE(f.call(3).query("resourceVersion"), u"10"_s);
        f.call(3).open(told("DELETED", pod("a", 20)) + told("MODIFIED", pod("c", 15, "Failed")) +
                       told("ADDED", pod("d", 41)));
        QVERIFY(f.until([&] { return f.knows("d"); }));
        QCOMPARE(f.names(), QByteArrayList({"b", "c", "d"}));
        for (const auto& row : f.cache.snapshot())
            QCOMPARE(row->phase, PodRow::Phase::Running); // c does not go back in time
    }

    void anExpiredTokenWithoutAnotherListsAgain()
    {
        Fixture f;
        f.cache.start();
        f.call(0).answer(200, list({pod("a", 1)}, 10, "t1"));
        QVERIFY(f.calls(2));
        f.call(1).answer(410, status(410, "Expired", "too old"));
        QVERIFY(f.until([&] { return f.cache.state().error.has_value(); }));
        f.clock.advance(250ms);
        QCOMPARE(f.server.calls.size(), 3);
        QVERIFY(f.call(2).query("continue").isEmpty());
    }

    void aPageThatBreaksIsAskedForAgainAlone_data()
    {
        QTest::addColumn<int>("how");
        QTest::newRow("transport") << 0;
        QTest::newRow("503") << 1;
        QTest::newRow("cut JSON") << 2;
        QTest::newRow("HTML") << 3;
    }

    void aPageThatBreaksIsAskedForAgainAlone()
    {
        QFETCH(int, how);
        Fixture f;
        f.cache.start();
        f.call(0).answer(200, list({pod("a", 1)}, 10, "t1"));
        QVERIFY(f.calls(2));
        QVERIFY(f.until([&] { return f.cache.count() == 1; }));
        const QByteArray page = list({pod("b", 2)}, 10);
        switch (how) {
        case 0:
            f.call(1).stream->finish(Error(TransportError{TransportError::Kind::Closed, u"here"_s, {}}));
            break;
        case 1:
            f.call(1).answer(503, "service unavailable\n");
            break;
        case 2:
            f.call(1).answer(200, page.left(page.size() / 2));
            break;
        case 3:
            f.call(1).answer(200, "<html><body>Login</body></html>");
            break;
        }
        QVERIFY(f.until([&] { return f.phase() == Phase::Reconnecting; }));
        QVERIFY(f.cache.state().error);
        QCOMPARE(f.server.calls.size(), 2);
        f.clock.advance(250ms);
        QCOMPARE(f.server.calls.size(), 3);
        QCOMPARE(f.call(2).query("continue"), u"t1"_s);
        f.call(2).answer(200, page);
        QVERIFY(f.calls(4));
        QVERIFY(f.call(3).isWatch());
        QCOMPARE(f.names(), QByteArrayList({"a", "b"}));
        f.call(3).open();
        QCOMPARE(f.phase(), Phase::Live);
        QVERIFY(!f.cache.state().error);
    }

    void aBusyServerSaysHowLong()
    {
        Fixture f;
        f.cache.start();
        f.call(0).stream->retryAfter = "7";
        f.call(0).answer(429, "Too many requests, please try again later.\n");
        QVERIFY(f.until([&] { return f.phase() == Phase::Reconnecting; }));
        f.clock.advance(6900ms);
        QCOMPARE(f.server.calls.size(), 1);
        f.clock.advance(200ms);
        QCOMPARE(f.server.calls.size(), 2);
    }

    void aRefusalIsToldAndTriedRarely()
    {
        Fixture f;
        f.cache.start();
        f.call(0).answer(403, status(403, "Forbidden", "pods is forbidden"));
        QCOMPARE(f.phase(), Phase::Failed);
        QCOMPARE(f.cache.state().error->httpStatus(), 403);
        f.clock.advance(59s);
        QCOMPARE(f.server.calls.size(), 1);
        f.clock.advance(1s);
        QCOMPARE(f.server.calls.size(), 2);
        QCOMPARE(f.phase(), Phase::Failed); // until it is better
        f.call(1).answer(200, list({pod("a", 1)}, 10));
        QVERIFY(f.calls(3));
        f.call(2).open();
        QCOMPARE(f.phase(), Phase::Live);
    }

    void aVersionThatTheServerDislikesListsAgain()
    {
        Fixture f;
        QVERIFY(f.live());
        for (int i = 1; i <= 3; ++i) {
            f.call(i).answer(500, status(500, "", "resourceVersion: Invalid value"));
            QTRY_COMPARE(f.phase(), Phase::Reconnecting);
            QTRY_VERIFY(!f.call(i).stream || f.call(i).stream->isAborted());
            f.clock.advance(15s);
            QCOMPARE(f.server.calls.size(), i + 2);
            QCOMPARE(f.call(i + 1).isWatch(), i < 3);
        }
    }

    void aWatchLineCutAnywhereComesBack()
    {
        Fixture f;
        QVERIFY(f.live());
        const QByteArray line = told("ADDED", pod("c", 12));
        f.call(1).stream->send(told("MODIFIED", pod("a", 11)) + line.left(line.size() / 2));
        f.call(1).stream->finish();
        QVERIFY(f.until([&] { return f.phase() == Phase::Reconnecting; }));
        QVERIFY(f.cache.state().error->as<ParseError>());
        f.clock.advance(250ms);
        QCOMPARE(f.call(2).query("resourceVersion"), u"11"_s);
    }

    void linesMayComeByteByByte()
    {
        Fixture f;
        QVERIFY(f.live());
        const QByteArray lines =
            told("ADDED", pod("c", 11)) + told("DELETED", pod("a", 12)) + told("ADDED", pod("d", 13));
        for (const char c : lines)
            f.call(1).stream->send(QByteArray(1, c));
        QVERIFY(f.until([&] { return f.names() == QByteArrayList({"b", "c", "d"}); }));
    }

    void aLineWithoutEndIsNotKeptForEver()
    {
        ReflectorOptions options = optionsOf();
        options.longestLine = 10'000;
        Fixture f(options);
        QVERIFY(f.live());
        const QPointer<ScriptedStream> stream = f.call(1).stream;
        stream->send(QByteArray(6000, 'x'));
        QVERIFY(!stream->isAborted());
        stream->send(QByteArray(6000, 'x'));
        QVERIFY(!stream || stream->isAborted());
        QVERIFY(f.until([&] { return f.phase() == Phase::Reconnecting; }));
        QVERIFY(f.cache.state().error->as<ParseError>());
    }

    void aStreamThatIsSilentForTooLongIsDead()
    {
        Fixture f;
        QVERIFY(f.live());
        const QDateTime opened = f.clock.now();
        f.clock.advance(329s);
        QCOMPARE(f.server.calls.size(), 2);
        f.clock.advance(20s);
        QVERIFY(f.calls(3));
        QCOMPARE(f.call(2).query("resourceVersion"), u"10"_s);
        QCOMPARE(f.phase(), Phase::Reconnecting);
        QVERIFY(f.cache.state().lastLive <= opened); // not now
        f.call(2).open();
        QCOMPARE(f.phase(), Phase::Live);
    }

    void afterASleepTheConnectionIsMadeAnew()
    {
        Fixture f;
        QVERIFY(f.live());
        f.clock.advance(6s);
        QCOMPARE(f.server.calls.size(), 2);
        f.clock.slept = 3600;
        f.clock.advance(6s);
        QVERIFY(f.calls(3));
        QCOMPARE(f.call(2).query("resourceVersion"), u"10"_s);
    }

    void stoppingIsSilentAndStartingBringsTheDifference()
    {
        Fixture f;
        QVERIFY(f.live());
        const QPointer<ScriptedStream> stream = f.call(1).stream;
        f.deltas.clear();
        f.cache.stop();
        QCOMPARE(f.phase(), Phase::Stopped);
        QVERIFY(!stream || stream->isAborted());
        f.clock.advance(1h);
        QCOMPARE(f.server.calls.size(), 2);
        QCOMPARE(f.names(), QByteArrayList({"a", "b"}));
        f.cache.start();
        f.call(2).answer(200, list({pod("a", 1)}, 60));
        QVERIFY(f.until([&] { return !f.deltas.isEmpty(); }));
        QVERIFY(!f.deltas[0].reset && f.deltas[0].upserted.isEmpty());
        QCOMPARE(f.deltas[0].removed.size(), 1);
    }

    void itMayEndAtAnyTime()
    {
        for (int step = 0; step < 4; ++step) {
            auto f = std::make_unique<Fixture>();
            f->cache.start();
            if (step > 0)
                f->call(0).answer(200, list({pod("a", 1)}, 10)); // its page is with the worker
            if (step > 1) {
                QVERIFY(f->calls(2));
                f->call(1).open(told("ADDED", pod("b", 11)));
            }
            if (step > 2)
                f->call(1).stream->finish();
            f.reset();
            QCoreApplication::processEvents();
        }
        QThreadPool::globalInstance()->waitForDone();
        QCoreApplication::processEvents();
    }

    void aHundredThousandRows()
    {
        constexpr int rows = 100'000;
        constexpr int perPage = 5000;
        QThreadPool pool;
        pool.setExpiryTimeout(0); // a worker that waits keeps the buffers of its parser
        ReflectorOptions options = optionsOf();
        options.pool = &pool;
        Fixture f(options);
        const size_t before = mallinfo2().uordblks;
        f.cache.start();
        for (int page = 0; page < rows / perPage; ++page) {
            QByteArrayList items;
            for (int i = 0; i < perPage; ++i)
                items.append(pod("web-7fd69d5897-" + QByteArray::number(page * perPage + i), i + 1));
            const bool last = page + 1 == rows / perPage;
            QVERIFY(f.calls(page + 1));
            f.call(page).answer(200,
                                list(items, 500'000, last ? QByteArray() : "t" + QByteArray::number(page)));
        }
        QVERIFY(f.calls(rows / perPage + 1));
        QVERIFY(f.call(rows / perPage).isWatch());
        QCOMPARE(f.cache.count(), rows);
        QVERIFY(f.until([&] {
            qsizetype told = 0;
            for (const RowDelta& delta : f.deltas)
                told += delta.upserted.size();
            return told == rows;
        }));
        f.deltas.clear();
        pool.waitForDone();
        const double perRow = double(mallinfo2().uordblks - before) / rows;
        qInfo("%.0f bytes a row", perRow);
#ifndef __SANITIZE_ADDRESS__ // which counts nothing here
        QVERIFY2(perRow > 100 && perRow < 560, qPrintable(QString::number(perRow)));
#endif
        // What 50 events of one page change is told as 50 rows, not as all.
        f.deltas.clear();
        QByteArray lines;
        for (int i = 0; i < 50; ++i)
            lines += told("MODIFIED", pod("web-7fd69d5897-" + QByteArray::number(i), 600'000 + i, "Failed"));
        f.call(rows / perPage).open(lines);
        QVERIFY(f.until([&] { return !f.deltas.isEmpty(); }));
        QCOMPARE(f.deltas[0].upserted.size(), 50);
    }
};

QTEST_GUILESS_MAIN(TestReflector)
#include "tst_reflector.moc"
