#include "app/kube/watch/table_feed.h"
#include "tests/kube_watch/objects.h"
#include "tests/kube_watch/scripted_opener.h"

#include <QTest>

using namespace kaptan;
using namespace kaptan::kube;
using namespace kaptan::kube::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace
{

/// JSON whose quotes are single ones.
QByteArray j(const char* text)
{
    return QByteArray(text).replace('\'', "\x22");
}

using Phase = WatchState::Phase;
using Call = ScriptedOpener::Call;

const QByteArray columnsJson =
    j("[{'name':'Name','type':'string','format':'name','description':'The "
      "name','priority':0},{'name':'Data','type':'integer','format':'','description':'Items','priority':0},{'"
      "name':'Age','type':'string','format':'','description':'','priority':0},{'name':'Hint','type':'string',"
      "'format':'','description':'','priority':1}]");

QByteArray tableRow(const QByteArray& name, qint64 version, const QByteArray& data = "2")
{
    return j("{'cells':['") + name + j("',") + data +
           j(",'16s',null],'object':{'kind':'PartialObjectMetadata','apiVersion':'meta.k8s.io/"
             "v1','metadata':") +
           metadata(name, version) + "}}";
}

QByteArray table(const QByteArrayList& rows, qint64 version, const QByteArray& columns = columnsJson,
                 const QByteArray& more = {})
{
    return j("{'kind':'Table','apiVersion':'meta.k8s.io/v1','metadata':{'resourceVersion':'") +
           QByteArray::number(version) + "\"" + more + j("},'columnDefinitions':") + columns +
           j(",'rows':[") + rows.join(',') + "]}";
}

QByteArray tableEvent(const QByteArray& type, const QByteArray& row, qint64 version,
                      const QByteArray& columns = "null")
{
    return told(type, table({row}, version, columns));
}

ApiResource configMaps(bool watchable = true)
{
    ApiResource resource;
    resource.version = u"v1"_s;
    resource.name = u"configmaps"_s;
    resource.kind = u"ConfigMap"_s;
    resource.verbs = {u"get"_s, u"list"_s};
    if (watchable)
        resource.verbs << u"watch"_s;
    return resource;
}

ReflectorOptions optionsOf()
{
    ReflectorOptions options;
    options.firstPage = 2;
    options.furtherPages = 3;
    options.random = [] { return 0.0; };
    return options;
}

struct Fixture {
    ManualClock clock;
    ScriptedOpener server;
    TableFeed feed;
    QVector<RowDelta> deltas;

    explicit Fixture(const ApiResource& resource = configMaps())
        : feed(server, resource, u"shop"_s, clock, optionsOf())
    {
        QObject::connect(&feed, &Reflector::changed, &feed,
                         [this](const RowDelta& delta) { deltas.append(delta); });
    }

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

    bool live()
    {
        feed.start();
        call(0).answer(200, table({tableRow("a", 1), tableRow("b", 2)}, 10));
        if (!until([&] { return server.calls.size() == 2; }))
            return false;
        call(1).open();
        return until([&] { return !deltas.isEmpty(); }) && feed.state().phase == Phase::Live;
    }

    /// "a:2 b:2": names and the second cell.
    QString rows() const
    {
        QStringList result;
        for (const auto& row : feed.snapshot())
            result.append(row->name.toString() + u':' +
                          (row->cells.size() > 1 ? row->cells[1].toString() : u"?"_s));
        result.sort();
        return result.join(u' ');
    }
};

} // namespace

class TestTableFeed : public QObject
{
    Q_OBJECT
private Q_SLOTS:

    void asksForTablesInPagesAndKeepsThem()
    {
        Fixture f;
        f.feed.start();
        QCOMPARE(f.call(0).request.path, u"/api/v1/namespaces/shop/configmaps"_s);
        QVERIFY(f.call(0).request.headers.value(0).second.startsWith("application/json;as=Table;v=v1;"));
        f.call(0).answer(200, table({tableRow("a", 1), tableRow("b", 2)}, 10, columnsJson,
                                    j(",'continue':'t1','remainingItemCount':1")));
        QVERIFY(f.until([&] { return f.server.calls.size() == 2; }));
        QCOMPARE(f.call(1).query("continue"), u"t1"_s);
        f.call(1).answer(200, table({tableRow("c", 3, "\"x\"")}, 10));
        QVERIFY(f.until([&] { return f.server.calls.size() == 3; }));
        QVERIFY(f.call(2).isWatch());
        QCOMPARE(f.call(2).query("resourceVersion"), u"10"_s);
        QVERIFY(f.call(2).request.headers.value(0).second.contains("as=Table"));
        QCOMPARE(f.rows(), u"a:2 b:2 c:x"_s);
        const QVector<TableColumn> columns = f.feed.columns();
        QCOMPARE(columns.size(), 4);
        QCOMPARE(columns[1], (TableColumn{u"Data"_s, u"integer"_s, u"Items"_s, 0}));
        QCOMPARE(columns[3].priority, 1);
        QVERIFY(f.feed.snapshot()[0]->createdMs > 0); // ages are ours: the server's words grow old
    }

    void everyEventIsATableOfOneRow()
    {
        Fixture f;
        QVERIFY(f.live());
        f.deltas.clear();
        f.call(1).stream->send(tableEvent("ADDED", tableRow("c", 11, "7"), 11, columnsJson) +
                               tableEvent("MODIFIED", tableRow("a", 12, "9"), 12) +
                               tableEvent("DELETED", tableRow("b", 13), 13));
        QVERIFY(f.until([&] { return f.rows() == u"a:9 c:7"_s; }));
        QVERIFY(f.until([&] { return !f.deltas.isEmpty(); }));
        QVERIFY(!f.deltas[0].reset);
        QCOMPARE(f.deltas[0].upserted.size(), 2);
        QCOMPARE(f.deltas[0].removed.size(), 1);
    }

    void aBookmarkIsNoRow()
    {
        Fixture f;
        QVERIFY(f.live());
        // The senseless row that a server puts into it.
        f.call(1).stream->send(
            told("BOOKMARK", table({j("{'cells':['',0,'<unknown>',null],'object':{'kind':'"
                                      "PartialObjectMetadata','metadata':{'resourceVersion':'40'}}}")},
                                   40, "null")));
        f.call(1).stream->send(tableEvent("MODIFIED", tableRow("a", 41, "5"), 41));
        QVERIFY(f.until([&] { return f.rows() == u"a:5 b:2"_s; }));
        f.call(1).stream->send(told("BOOKMARK", table({}, 50, "null")));
        f.call(1).stream->finish();
        QVERIFY(f.until([&] { return f.server.calls.size() == 3; }));
        QCOMPARE(f.call(2).query("resourceVersion"), u"50"_s);
        QCOMPARE(f.feed.state().phase, Phase::Live);
    }

    void tooOldMeansAnotherListAndOnlyTheDifference()
    {
        Fixture f;
        QVERIFY(f.live());
        f.deltas.clear();
        f.call(1).stream->send(
            told("ERROR", status(410, "Expired", "too old resource version: 10 (90)").trimmed()));
        QVERIFY(f.until([&] { return f.server.calls.size() == 3; }));
        QVERIFY(!f.call(2).isWatch());
        f.call(2).answer(200, table({tableRow("a", 1), tableRow("d", 88)}, 90));
        QVERIFY(f.until([&] { return f.server.calls.size() == 4 && !f.deltas.isEmpty(); }));
        QCOMPARE(f.rows(), u"a:2 d:2"_s);
        QVERIFY(!f.deltas[0].reset);
        QCOMPARE(f.deltas[0].upserted.size(), 1); // d; a is as it was
        QCOMPARE(f.deltas[0].removed.size(), 1);
    }

    void aBrokenWatchIsStaleSinceThenAndComesBack()
    {
        Fixture f;
        QVERIFY(f.live());
        const QDateTime before = f.clock.now();
        f.call(1).stream->finish(Error(TransportError{TransportError::Kind::Closed, u"h"_s, {}}));
        QVERIFY(f.until([&] { return f.feed.state().phase == Phase::Reconnecting; }));
        QVERIFY(f.feed.state().lastLive.isValid());
        QVERIFY(f.feed.state().lastLive <= before.addMSecs(200));
        QCOMPARE(f.rows(), u"a:2 b:2"_s); // the last known rows stay
        QCOMPARE(f.server.calls.size(), 2);
        f.clock.advance(2s);
        QCOMPARE(f.server.calls.size(), 3);
        f.call(2).open();
        QCOMPARE(f.feed.state().phase, Phase::Live);
    }

    void aRefusalSaysInTheServersWordsWhatIsMissing()
    {
        Fixture f;
        f.feed.start();
        f.call(0).answer(403, status(403, "Forbidden",
                                     "configmaps is forbidden: User \\\"v\\\" cannot list resource "
                                     "\\\"configmaps\\\" in API group \\\"\\\" at the cluster scope"));
        QVERIFY(f.until([&] { return f.feed.state().phase == Phase::Failed; }));
        const WatchState state = f.feed.state();
        QVERIFY(state.error && state.error->as<KubeError>());
        QCOMPARE(state.error->httpStatus(), 403);
        QVERIFY2(state.error->message().contains(u"configmaps is forbidden"_s),
                 qPrintable(state.error->message()));
        QVERIFY2(state.error->advice().contains(u"list"_s), qPrintable(state.error->advice()));
    }

    void whatCannotBeWatchedIsListedAgain()
    {
        Fixture f(configMaps(false));
        f.feed.start();
        // A server that renders no tables: a plain list, without version and uids.
        f.call(0).answer(200, j("{'kind':'NodeMetricsList','metadata':{},'items':[{'metadata':{'name':'n1','"
                                "creationTimestamp':'2026-01-01T00:00:00Z'},'usage':{'cpu':'5m'}}]}"));
        QVERIFY(f.until([&] { return f.feed.state().phase == Phase::Live && !f.deltas.isEmpty(); }));
        QCOMPARE(f.feed.columns().size(), 2);
        QCOMPARE(f.feed.snapshot()[0]->cells[0].toString(), u"n1"_s);
        QVERIFY(!f.feed.snapshot()[0]->uid.isEmpty());
        QCOMPARE(f.server.calls.size(), 1);
        f.clock.advance(15s);
        QCOMPARE(f.server.calls.size(), 2);
        QVERIFY(!f.call(1).isWatch());
        f.call(1).answer(200, j("{'kind':'NodeMetricsList','metadata':{},'items':[]}"));
        QVERIFY(f.until([&] { return f.feed.count() == 0; }));
        QCOMPARE(f.feed.state().phase, Phase::Live);
    }

    void cellsOfEveryTypeAndRowsWithoutAnObject()
    {
        Fixture f;
        f.feed.start();
        f.call(0).answer(
            200,
            table(
                {j("{'cells':['odd',1.5,true,{'a':[1,2]}],'object':{'metadata':{'name':'odd','uid':'u1'}}}"),
                 j("{'cells':['lost',1,'',null]}"), j("{'cells':null,'object':null}")},
                10));
        QVERIFY(f.until([&] { return f.feed.count() == 1; }));
        const auto row = f.feed.snapshot()[0];
        QCOMPARE(row->cells.size(), size_t(4));
        QCOMPARE(row->cells[1].toString(), u"1.5"_s);
        QCOMPARE(row->cells[2].toString(), u"true"_s);
        QCOMPARE(row->cells[3].toString().remove(u' '), u"{\"a\":[1,2]}"_s);
        QCOMPARE(f.feed.state().skipped, 2);
    }
};

QTEST_GUILESS_MAIN(TestTableFeed)
#include "tst_table_feed.moc"
