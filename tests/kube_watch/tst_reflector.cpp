#include "tests/kube_watch/reflector_fixture.h"

#include <malloc.h>

using namespace kaptan;
using namespace kaptan::kube;
using namespace kaptan::kube::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// What goes as it should.
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
