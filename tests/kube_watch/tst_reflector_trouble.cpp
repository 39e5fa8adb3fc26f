#include "tests/kube_watch/reflector_fixture.h"

using namespace kaptan;
using namespace kaptan::kube;
using namespace kaptan::kube::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// What goes wrong, and that it comes back.
class TestReflectorTrouble : public QObject
{
    Q_OBJECT
private Q_SLOTS:

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

    /// A connection that was dropped on the way: nothing comes, not even an end.
    void aSilentStreamIsProbed()
    {
        ReflectorOptions options = optionsOf();
        options.probeAfter = 90s;
        Fixture f(options);
        QVERIFY(f.live());
        f.clock.advance(60s);
        f.call(1).stream->send(bookmark(20));
        f.clock.advance(89s);
        QCOMPARE(f.server.calls.size(), 2); // it spoke
        f.clock.advance(2s);
        QCOMPARE(f.server.calls.size(), 3);
        QCOMPARE(f.call(2).request.path, u"/version"_s);
        QCOMPARE(f.call(2).request.timeout, 15s);
        // An answer, be it a refusal: only nothing happens in the cluster.
        f.call(2).answer(403, status(403, "Forbidden", "no"));
        QVERIFY(f.until([&] { return !f.call(2).stream; }));
        QCOMPARE(f.phase(), Phase::Live);
        f.clock.advance(89s);
        QCOMPARE(f.server.calls.size(), 3);
        f.clock.advance(2s);
        QCOMPARE(f.server.calls.size(), 4);
        f.call(3).stream->finish(Error(TransportError{TransportError::Kind::Timeout, u"here"_s, {}}));
        QVERIFY(f.calls(5)); // at once
        QVERIFY(f.call(4).isWatch());
        QCOMPARE(f.call(4).query("resourceVersion"), u"20"_s);
        QCOMPARE(f.phase(), Phase::Reconnecting);
        QVERIFY(f.cache.state().error && f.cache.state().error->as<TransportError>());
        f.call(4).open();
        QCOMPARE(f.phase(), Phase::Live);
    }

    void aProbeEndsWithItsWatch()
    {
        ReflectorOptions options = optionsOf();
        options.probeAfter = 90s;
        Fixture f(options);
        QVERIFY(f.live());
        f.clock.advance(91s);
        QCOMPARE(f.server.calls.size(), 3);
        f.cache.stop();
        QVERIFY(!f.call(2).stream || f.call(2).stream->isAborted());
        f.clock.advance(200s);
        QCOMPARE(f.server.calls.size(), 3);
    }

    /// No body may fill the memory, and no server may keep a list going for ever.
    void aPageThatIsTooLargeIsRefused()
    {
        ReflectorOptions options = optionsOf();
        options.largestPage = 1024 * 1024;
        Fixture f(options);
        f.cache.start();
        f.call(0).stream->head(200);
        f.call(0).stream->send(list({pod("a", 1)}, 10).chopped(3));
        f.call(0).stream->send(QByteArray(1024 * 1024, ' '));
        QVERIFY(f.call(0).stream->isAborted());
        QCOMPARE(f.phase(), Phase::Failed);
        const auto error = f.cache.state().error;
        QVERIFY(error && error->message().contains(u"1 MiB"_s) && !error->advice().isEmpty());
        f.clock.advance(59s);
        QCOMPARE(f.server.calls.size(), 1);
        f.clock.advance(1s);
        QCOMPARE(f.server.calls.size(), 2);
    }

    void theBodyOfAnErrorIsNotKeptWhole()
    {
        Fixture f;
        f.cache.start();
        f.call(0).stream->head(403);
        f.call(0).stream->send(R"({"kind":"Status","status":"Failure","padding":")" + QByteArray(60000, 'x'));
        f.call(0).stream->send(QByteArray(60000, 'x') + R"(","reason":"Forbidden","code":403})");
        f.call(0).stream->finish();
        QCOMPARE(f.phase(), Phase::Failed);
        const auto state = f.cache.state();
        const auto* error = state.error->as<KubeError>();
        QVERIFY(error);
        QCOMPARE(error->code, 403);
        QCOMPARE(error->reason, QString()); // it stood behind the limit
    }

    void aPageThatComesAgainEndsTheList_data()
    {
        QTest::addColumn<QByteArrayList>("tokens");
        QTest::newRow("its own") << QByteArrayList{"A", "A"};
        QTest::newRow("an earlier one") << QByteArrayList{"A", "B", "A"};
    }

    void aPageThatComesAgainEndsTheList()
    {
        QFETCH(QByteArrayList, tokens);
        Fixture f;
        f.cache.start();
        for (int i = 0; i < tokens.size(); ++i) {
            QVERIFY(f.until([&] { return f.server.calls.size() > i; }));
            f.call(i).answer(200, list({pod("p" + QByteArray::number(i), i + 1)}, 10, tokens.at(i)));
        }
        QVERIFY(f.until([&] { return f.phase() == Phase::Failed; }));
        QVERIFY(f.cache.state().error->as<ParseError>());
        QCOMPARE(f.server.calls.size(), tokens.size()); // no page was asked for twice
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
};

QTEST_GUILESS_MAIN(TestReflectorTrouble)
#include "tst_reflector_trouble.moc"
