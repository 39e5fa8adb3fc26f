#include "tests/kube_watch/scripted_opener.h"
#include "ui/cluster/pods_model.h"
#include "ui/common/table_view.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace kaptan;
using namespace kaptan::ui;
using namespace kaptan::kube::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace
{

QByteArray uidOf(const QByteArray& name)
{
    return "uid-" + name;
}

QByteArray pod(const QByteArray& name, int version, const QByteArray& status = R"("phase":"Running")",
               const QByteArray& nameSpace = "shop",
               const QByteArray& spec = R"("containers":[{"name":"c"}])", const QByteArray& more = {})
{
    return R"({"metadata":{"name":")" + name + R"(","namespace":")" + nameSpace + R"(","uid":")" +
           uidOf(name) + R"(","resourceVersion":")" + QByteArray::number(version) +
           R"(","creationTimestamp":"2026-11-24T09:00:00Z")" + more + R"(},"spec":{"nodeName":"node-1",)" +
           spec + R"(},"status":{"podIP":"10.0.0.7",)" + status + "}}";
}

/// status.containerStatuses of one container "c".
QByteArray container(const QByteArray& phase, const QByteArray& state, bool ready = false, int restarts = 0)
{
    return R"("phase":")" + phase + R"(","containerStatuses":[{"name":"c","ready":)" +
           (ready ? "true" : "false") + R"(,"restartCount":)" + QByteArray::number(restarts) +
           R"(,"state":)" + state + "}]";
}

QByteArray list(const QByteArrayList& items, int version = 100)
{
    return R"({"metadata":{"resourceVersion":")" + QByteArray::number(version) + R"("},"items":[)" +
           items.join(',') + "]}";
}

QByteArray told(const char* type, const QByteArray& object)
{
    return R"({"type":")" + QByteArray(type) + R"(","object":)" + object + "}\n";
}

constexpr int slow = 60'000; ///< for a busy machine; nothing waits so long where all is well

struct Source {
    Source()
    {
        QObject::connect(&cache, &kube::Reflector::changed, &cache,
                         [this](const kube::RowDelta& delta) { told += delta.upserted.size(); });
    }

    ScriptedOpener server;
    kube::PodCache cache{server, {u"/api/v1/pods"_s, u"Pod"_s, {}, {}}, Clock::system()};
    qsizetype told = 0; ///< rows; what the cache has is told a frame later

    void list(const QByteArrayList& items)
    {
        cache.start();
        server.calls[0].answer(200, ::list(items));
        QVERIFY(QTest::qWaitFor([&] { return server.calls.size() == 2; }, slow));
        server.calls[1].open();
    }

    void tell(const QByteArray& lines) { server.calls.last().stream->send(lines); }
};

QStringList names(const PodsModel& model)
{
    QStringList all;
    for (int row = 0; row < model.shown(); ++row)
        all << model.cellAt(row, PodsModel::Name).text;
    return all;
}

QString key(const char* name)
{
    return QString::fromLatin1(uidOf(name));
}

} // namespace

class TestPodsModel : public QObject
{
    Q_OBJECT
private Q_SLOTS:

    void init() { QLocale::setDefault(QLocale(QLocale::English)); } // web-2 before web-10

    void cleanup() { QLocale::setDefault(QLocale::c()); }

    void showsWhatTheCacheHasAndFollowsIt()
    {
        Source source;
        source.list({pod("web-2", 1), pod("web-10", 2), pod("api", 3, R"("phase":"Pending")", "admin")});
        PodsModel model;
        QAbstractItemModelTester tester(&model);
        QTRY_COMPARE(source.cache.count(), 3);
        model.setCaches({&source.cache}); // which was full before
        QTRY_COMPARE(model.total(), 3);
        QCOMPARE(names(model), QStringList({u"api"_s, u"web-2"_s, u"web-10"_s})); // by namespace, then name
        source.tell(told("DELETED", pod("web-2", 101)) +
                    told("MODIFIED", pod("api", 102, R"("phase":"Failed","reason":"Evicted")", "admin")) +
                    told("ADDED", pod("web-3", 103)));
        QTRY_COMPARE(names(model), QStringList({u"api"_s, u"web-3"_s, u"web-10"_s}));
        QCOMPARE(model.cellAt(0, PodsModel::Status).text, u"Evicted"_s);
        QVERIFY(!model.isBehind());
        QVERIFY(model.pod(key("web-3")));
        QVERIFY(!model.pod(key("web-2")));
    }

    void severalCachesAreOneTable()
    {
        Source shop, bank;
        PodsModel model;
        model.setCaches({&shop.cache, &bank.cache});
        shop.list({pod("web", 1)});
        bank.list({pod("ledger", 2, R"("phase":"Running")", "bank")});
        QTRY_COMPARE(names(model), QStringList({u"ledger"_s, u"web"_s}));
        model.setCaches({&shop.cache});
        QCOMPARE(model.total(), 0); // at once, the rows come by and by
        QTRY_COMPARE(names(model), QStringList({u"web"_s}));
        bank.tell(told("MODIFIED", pod("ledger", 105, R"("phase":"Failed")", "bank")));
        shop.tell(told("ADDED", pod("web-b", 106)));
        QTRY_COMPARE(names(model), QStringList({u"web"_s, u"web-b"_s}));
    }

    void cachesMayEndBeforeIt()
    {
        PodsModel model;
        {
            Source source;
            source.list({pod("web", 1)});
            model.setCaches({&source.cache});
        }
        QCoreApplication::processEvents();
        Source other;
        other.list({pod("api", 1)});
        model.setCaches({&other.cache});
        QTRY_COMPARE(names(model), QStringList({u"api"_s}));
    }

    void itMayEndBeforeTheCaches()
    {
        Source source;
        source.list({pod("web", 1)});
        {
            PodsModel model;
            model.setCaches({&source.cache});
        }
        QCoreApplication::processEvents();
        QTRY_COMPARE(source.cache.count(), 1);
    }

    void statusIsKubectlsWord_data()
    {
        QTest::addColumn<QByteArray>("object");
        QTest::addColumn<QString>("status");
        QTest::addColumn<QString>("ready");
        QTest::addColumn<QString>("restarts");
        const QByteArray two = R"("containers":[{"name":"c"},{"name":"d"}])";
        const QByteArray init = R"("initContainers":[{"name":"i"},{"name":"j"}],"containers":[{"name":"c"}])";
        const QByteArray dying = R"(,"deletionTimestamp":"2026-11-24T09:30:00Z")";
        const auto withInit = [&](const QByteArray& first, const QByteArray& second) {
            return pod(
                "p", 1,
                R"("phase":"Pending","initContainerStatuses":[{"name":"i","restartCount":1,"state":)" +
                    first + R"(},{"name":"j","restartCount":2,"state":)" + second +
                    R"(}],"containerStatuses":[{"name":"c","restartCount":0,"state":{"waiting":{"reason":"PodInitializing"}}}])",
                "shop", init);
        };
        const QByteArray ended = R"({"terminated":{"exitCode":0,"reason":"Completed"}})";
        QTest::newRow("running") << pod("p", 1, container("Running", R"({"running":{}})", true))
                                 << u"Running"_s << u"1 / 1"_s << u"0"_s;
        QTest::newRow("pending") << pod("p", 1, R"("phase":"Pending")") << u"Pending"_s << u"0 / 1"_s
                                 << u"0"_s;
        QTest::newRow("waiting") << pod("p", 1,
                                        container("Pending", R"({"waiting":{"reason":"ContainerCreating"}})"))
                                 << u"ContainerCreating"_s << u"0 / 1"_s << u"0"_s;
        QTest::newRow("crashing") << pod("p", 1,
                                         container("Running", R"({"waiting":{"reason":"CrashLoopBackOff"}})",
                                                   false, 7))
                                  << u"CrashLoopBackOff"_s << u"0 / 1"_s << u"7"_s;
        QTest::newRow("completed") << pod("p", 1, container("Succeeded", ended)) << u"Completed"_s
                                   << u"0 / 1"_s << u"0"_s;
        QTest::newRow("killed") << pod("p", 1,
                                       container("Failed",
                                                 R"({"terminated":{"exitCode":137,"reason":"OOMKilled"}})"))
                                << u"OOMKilled"_s << u"0 / 1"_s << u"0"_s;
        QTest::newRow("no reason") << pod("p", 1, container("Failed", R"({"terminated":{"exitCode":3}})"))
                                   << u"ExitCode:3"_s << u"0 / 1"_s << u"0"_s;
        QTest::newRow("terminating") << pod("p", 1, container("Running", R"({"running":{}})", true), "shop",
                                            R"("containers":[{"name":"c"}])", dying)
                                     << u"Terminating"_s << u"1 / 1"_s << u"0"_s;
        QTest::newRow("first of two inits")
            << withInit(R"({"running":{}})", R"({"waiting":{}})") << u"Init:0/2"_s << u"0 / 1"_s << u"1"_s;
        QTest::newRow("second of two inits") << withInit(ended, R"({"waiting":{"reason":"PodInitializing"}})")
                                             << u"Init:1/2"_s << u"0 / 1"_s << u"3"_s;
        QTest::newRow("init crashes") << withInit(ended, R"({"waiting":{"reason":"CrashLoopBackOff"}})")
                                      << u"Init:CrashLoopBackOff"_s << u"0 / 1"_s << u"3"_s;
        QTest::newRow("init failed") << withInit(R"({"terminated":{"exitCode":1,"reason":"Error"}})",
                                                 R"({"waiting":{}})")
                                     << u"Init:Error"_s << u"0 / 1"_s << u"1"_s;
        QTest::newRow("inits done") << withInit(ended, ended) << u"PodInitializing"_s << u"0 / 1"_s << u"0"_s;
        const QByteArray half =
            R"("phase":"Running","containerStatuses":[{"name":"c","restartCount":0,"state":{"terminated":{"exitCode":0,"reason":"Completed"}}},{"name":"d","ready":true,"restartCount":2,"state":{"running":{}}}])";
        QTest::newRow("one of two ended")
            << pod("p", 1, half, "shop", two) << u"NotReady"_s << u"1 / 2"_s << u"2"_s;
    }

    void statusIsKubectlsWord()
    {
        QFETCH(QByteArray, object);
        Source source;
        PodsModel model;
        model.setCaches({&source.cache});
        source.list({object});
        QTRY_COMPARE(model.total(), 1);
        QTEST(model.cellAt(0, PodsModel::Status).text, "status");
        QTEST(model.cellAt(0, PodsModel::Ready).text, "ready");
        QTEST(model.cellAt(0, PodsModel::Restarts).text, "restarts");
    }

    void whatIsNotThereIsADash()
    {
        Source source;
        PodsModel model;
        model.setCaches({&source.cache});
        source.list({R"({"metadata":{"name":"p","uid":"uid-p","resourceVersion":"1"},"status":{}})"});
        QTRY_COMPARE(model.total(), 1);
        for (const int column : {PodsModel::Namespace, PodsModel::Ip, PodsModel::Node, PodsModel::Age})
            QCOMPARE(model.cellAt(0, column).text, u"–"_s);
    }

    void filtersByWhatIsShown_data()
    {
        QTest::addColumn<QString>("filter");
        QTest::addColumn<QStringList>("expected");
        QTest::newRow("name") << u"web"_s << QStringList{u"web-1"_s, u"web-2"_s};
        QTest::newRow("two words") << u"web crash"_s << QStringList{u"web-2"_s};
        QTest::newRow("case") << u"CRASHLOOP"_s << QStringList{u"web-2"_s};
        QTest::newRow("namespace") << u"admin"_s << QStringList{u"api"_s};
        QTest::newRow("address and node")
            << u"10.0.0 node-1"_s << QStringList{u"api"_s, u"web-1"_s, u"web-2"_s};
        QTest::newRow("nothing") << u"nobody"_s << QStringList{};
    }

    void filtersByWhatIsShown()
    {
        QFETCH(QString, filter);
        QFETCH(QStringList, expected);
        for (const QLocale& locale : {QLocale::c(), QLocale(QLocale::Turkish)}) {
            QLocale::setDefault(locale);
            Source source;
            PodsModel model;
            model.setLocale(locale);
            model.setCaches({&source.cache});
            source.list(
                {pod("web-1", 1),
                 pod("web-2", 2, container("Running", R"({"waiting":{"reason":"CrashLoopBackOff"}})")),
                 pod("api", 3, R"("phase":"Running")", "admin")});
            QTRY_COMPARE(model.total(), 3);
            model.setFilter(filter);
            QCOMPARE(names(model), expected);
        }
    }

    void digitsAreOrderedAsNumbers_data()
    {
        QTest::addColumn<QByteArray>("a");
        QTest::addColumn<QByteArray>("b");
        QTest::addColumn<int>("expected");
        QTest::newRow("alike") << QByteArray("web-1") << QByteArray("web-1") << 0;
        QTest::newRow("shorter number") << QByteArray("web-9") << QByteArray("web-10") << -1;
        QTest::newRow("address") << QByteArray("10.0.0.10") << QByteArray("10.0.0.9") << 1;
        QTest::newRow("first digit that differs") << QByteArray("a123z") << QByteArray("a132a") << -1;
        QTest::newRow("end") << QByteArray("web") << QByteArray("web-1") << -1;
        QTest::newRow("number at the end") << QByteArray("a1") << QByteArray("a12") << -1;
        QTest::newRow("zeros") << QByteArray("a007b") << QByteArray("a7c") << -1;
        QTest::newRow("only zeros differ") << QByteArray("a07") << QByteArray("a7") << -1;
        QTest::newRow("digit and letter") << QByteArray("a1") << QByteArray("ab") << -1;
        QTest::newRow("none") << QByteArray() << QByteArray("0") << -1;
        QTest::newRow("very long") << QByteArray("9").repeated(100) << QByteArray("1").repeated(101) << -1;
    }

    void digitsAreOrderedAsNumbers()
    {
        QFETCH(QByteArray, a);
        QFETCH(QByteArray, b);
        QFETCH(int, expected);
        const auto compare = [](const QByteArray& x, const QByteArray& y) {
            return naturalCompare({x.data(), size_t(x.size())}, {y.data(), size_t(y.size())});
        };
        QCOMPARE(compare(a, b), expected);
        QCOMPARE(compare(b, a), -expected);
    }

    /// An address that comes later makes the order old, though no key says so.
    void aNewAddressIsSortedBy()
    {
        Source source;
        source.list({pod("a", 1, R"("podIP":"10.0.0.30","phase":"Running")"),
                     pod("b", 2, R"("podIP":"10.0.0.4","phase":"Running")")});
        QTRY_COMPARE(source.told, 2);
        PodsModel model;
        model.setCaches({&source.cache});
        QTRY_COMPARE(model.total(), 2);
        model.sort(PodsModel::Ip, Qt::AscendingOrder);
        QCOMPARE(model.keyAt(0), u"uid-b"_s);
        model.sort(PodsModel::Ip, Qt::DescendingOrder);
        QCOMPARE(model.keyAt(0), u"uid-a"_s);
        QVERIFY(!model.needsResort());
        source.tell(told("MODIFIED", pod("b", 101, R"("podIP":"10.0.0.40","phase":"Running")")));
        QTRY_VERIFY(model.needsResort());
        model.resort();
        QCOMPARE(model.keyAt(0), u"uid-b"_s);
    }

    void manyRowsComeInPortionsAndAreSortedAndFilteredInSlices()
    {
        constexpr int rows = 45'000;
        Source source;
        QByteArrayList items;
        for (int i = 0; i < rows; ++i)
            items << pod("web-" + QByteArray::number(i), i + 1,
                         container("Running", R"({"running":{}})", true, i % 7),
                         "ns-" + QByteArray::number(i % 9));
        source.list(items);
        QTRY_COMPARE_WITH_TIMEOUT(source.told, rows, slow); // else they came twice
        QCOMPARE(source.cache.count(), rows);
        PodsModel model;
        TableView view;
        view.setRowModel(&model);
        view.resize(900, 500);
        view.show();
        QSignalSpy counts(&model, &RowModelBase::countsChanged);
        QSignalSpy caughtUp(&model, &PodsModel::caughtUp);
        model.setCaches({&source.cache});
        QTRY_COMPARE_WITH_TIMEOUT(caughtUp.size(), 1, slow);
        QCOMPARE(model.total(), rows);
        QVERIFY(counts.size() >= rows / 2000); // not in one turn
        const auto isSorted = [&](auto value) {
            for (int row = 1; row < model.shown(); ++row)
                if (value(row) < value(row - 1))
                    return false;
            return true;
        };
        const auto restarts = [&](int row) { return model.cellAt(row, PodsModel::Restarts).text.toInt(); };

        // Changes that come while a worker sorts keep their place in it; none is lost or there twice.
        QSignalSpy sorted(&model, &QAbstractItemModel::layoutChanged);
        model.sort(PodsModel::Restarts, Qt::AscendingOrder);
        QCOMPARE(sorted.size(), 0);
        source.tell(told("DELETED", pod("web-7", 60'001)) + told("ADDED", pod("late", 60'002)) +
                    told("MODIFIED",
                         pod("web-14", 60'003, container("Running", R"({"running":{}})", true, 99), "ns-5")));
        QTRY_VERIFY_WITH_TIMEOUT(sorted.size() >= 1 && model.pod(key("late")), slow);
        QTRY_VERIFY_WITH_TIMEOUT(!model.isBehind(), slow);
        model.resort();
        QTRY_VERIFY_WITH_TIMEOUT(isSorted(restarts), slow);
        QCOMPARE(model.total(), rows);
        QCOMPARE(model.shown(), rows);
        QCOMPARE(model.cellAt(rows - 1, PodsModel::Name).text, u"web-14"_s);
        QCOMPARE(model.rowOf(key("web-14")), rows - 1);
        QVERIFY(!model.pod(key("web-7")));

        // So does a filter: it looks at no row in this turn, and at those that change meanwhile with it.
        model.setFilter(u"web-1"_s);
        QCOMPARE(model.shown(), rows);
        source.tell(told("ADDED", pod("web-1-late", 60'004)) + told("DELETED", pod("web-1", 60'005)));
        QTRY_VERIFY_WITH_TIMEOUT(
            model.shown() < rows && model.pod(key("web-1-late")) && !model.pod(key("web-1")), slow);
        const auto all = [&] {
            QStringList wanted;
            for (int i = 0; i < rows; ++i)
                if (const QString name = u"web-%1"_s.arg(i); i != 1 && i != 7 && name.contains(u"web-1"_s))
                    wanted << name;
            wanted << u"web-1-late"_s;
            wanted.sort();
            return wanted;
        };
        QStringList shown = names(model);
        shown.sort();
        QCOMPARE(shown, all());
        QVERIFY(isSorted(restarts));
        model.setFilter(u"web-1-"_s); // narrower, at once
        QCOMPARE(names(model), QStringList({u"web-1-late"_s}));
        model.setFilter({});
        QTRY_COMPARE_WITH_TIMEOUT(model.shown(), rows, slow);
        QVERIFY(isSorted(restarts));
    }

    void aFilterThatIsChangedBeforeItsEndCountsNoMore()
    {
        Source source;
        QByteArrayList items;
        for (int i = 0; i < 25'000; ++i)
            items << pod("web-" + QByteArray::number(i), i + 1);
        source.list(items);
        QTRY_COMPARE_WITH_TIMEOUT(source.told, 25'000, slow);
        PodsModel model;
        model.setCaches({&source.cache});
        QTRY_COMPARE_WITH_TIMEOUT(model.total(), 25'000, slow);
        model.setFilter(u"nobody"_s);
        model.setFilter(u"nobody-"_s); // begins with the one that has not come to its end
        model.setFilter(u"web-1234"_s);
        QTRY_COMPARE_WITH_TIMEOUT(model.shown(), 11, slow);
        model.setFilter(u"web-1"_s);
        model.setCaches({});
        QCOMPARE(model.total(), 0);
        QCoreApplication::processEvents();
        QCOMPARE(model.shown(), 0);
    }
};

QTEST_MAIN(TestPodsModel)
#include "tst_pods_model.moc"
