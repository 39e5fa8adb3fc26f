#include "app/kube/watch/answers.h"
#include "tests/kube_watch/objects.h"

#include <QTest>

using namespace kaptan;
using namespace kaptan::kube;
using namespace kaptan::kube::test;
using namespace Qt::StringLiterals;

namespace
{

RowSchema schemaOf(RowKind kind, const char* name = "Pod")
{
    return {kind, Text(std::string_view(name)), std::make_shared<Interner>()};
}

template <class R>
std::shared_ptr<const R> only(const QByteArray& object, RowSchema schema)
{
    const auto page = decodePage(list({object}, 7), schema, u"/x"_s);
    if (!page || page->objects.size() != 1)
        return nullptr;
    return std::static_pointer_cast<const R>(page->objects.front().row);
}

constexpr qint64 at15_16_44 = 1795447004000; // 2026-11-23T15:16:44Z

} // namespace

class TestAnswers : public QObject
{
    Q_OBJECT
private Q_SLOTS:

    void aPodIsReadWhole()
    {
        const auto row = only<PodRow>(pod("web-1", 12), schemaOf(RowKind::Pod));
        QVERIFY(row);
        QVERIFY(row->name == "web-1");
        QVERIFY(row->nameSpace == "shop");
        QVERIFY(row->uid == std::string_view(uidOf("web-1").constData()));
        QCOMPARE(row->createdMs, at15_16_44);
        QCOMPARE(row->deletionMs, 0);
        QVERIFY(row->ownerKind == "ReplicaSet");
        QVERIFY(row->ownerName == "web-7fd69d5897");
        QVERIFY(row->labels == "app=web,pod-template-hash=7fd69d5897");
        QVERIFY(row->label("app") == "web");
        QVERIFY(row->label("pod-template-hash") == "7fd69d5897");
        QVERIFY(!row->label("ap"));
        QVERIFY(row->node == "node-c");
        QVERIFY(row->podIp == "10.1.2.3");
        QCOMPARE(row->phase, PodRow::Phase::Running);
        QVERIFY(row->isReady && row->isScheduled && !row->hasReadinessGate);
        QCOMPARE(row->requestCpuMilli, 100);
        QCOMPARE(row->requestMemory, 64 * 1024 * 1024);
        QCOMPARE(row->limitMemory, 128 * 1024 * 1024);
        QCOMPARE(row->limitCpuMilli, 0);
        QCOMPARE(row->startedMs, at15_16_44 + 1000);
        QCOMPARE(row->containers.size(), size_t(1));
        const ContainerRow& c = row->containers.front();
        QVERIFY(c.name == "web" && c.image == "nginx:1.25");
        QCOMPARE(c.state, ContainerRow::State::Running);
        QCOMPARE(c.sinceMs, at15_16_44 + 5000);
        QVERIFY(c.lastReason == "OOMKilled");
        QCOMPARE(c.lastExitCode, 137);
        QCOMPARE(c.lastEndMs, at15_16_44 + 4000);
        QCOMPARE(c.restarts, 2);
        QVERIFY(c.ready && c.started);
        QCOMPARE(int(c.probes), int(ReadinessProbe));
    }

    void fieldsMayStandInAnyOrder()
    {
        const QByteArray object =
            R"({"status":{"containerStatuses":[{"ready":false,"restartCount":4,"name":"c","image":"resolved",)"
            R"("state":{"waiting":{"message":"x","reason":"CrashLoopBackOff"}}}],"initContainerStatuses":[)"
            R"({"name":"proxy","ready":true,"state":{"terminated":{"exitCode":3,"reason":"Error"}}}],"phase":"Pending",)"
            R"("conditions":[{"status":"False","message":"0/1 nodes","reason":"Unschedulable","type":"PodScheduled"}]},)"
            R"("spec":{"containers":[{"image":"c:1","name":"c","livenessProbe":{"exec":{}},"startupProbe":{"exec":{}}}],)"
            R"("ephemeralContainers":[{"name":"debug"}],"initContainers":[{"name":"proxy","restartPolicy":"Always"},)"
            R"({"name":"init"}],"readinessGates":[{"conditionType":"x"}]},"metadata":)" +
            metadata("p", 1, R"(,"deletionTimestamp":"2026-11-23T18:16:44.25+03:00")") + "}";
        const auto row = only<PodRow>(object, schemaOf(RowKind::Pod));
        QVERIFY(row);
        QCOMPARE(row->deletionMs, at15_16_44 + 250);
        QVERIFY(row->unscheduledReason == "Unschedulable" && row->unscheduledMessage == "0/1 nodes");
        QVERIFY(!row->isScheduled && row->hasReadinessGate);
        QCOMPARE(row->containers.size(), size_t(4));
        const ContainerRow& proxy = row->containers[0];
        QVERIFY(proxy.name == "proxy" && proxy.reason == "Error");
        QCOMPARE(proxy.kind, ContainerRow::Kind::Sidecar);
        QCOMPARE(proxy.exitCode, 3);
        QCOMPARE(row->containers[1].kind, ContainerRow::Kind::Init);
        const ContainerRow& c = row->containers[2];
        QVERIFY(c.name == "c" && c.image == "c:1" && c.reason == "CrashLoopBackOff");
        QCOMPARE(c.state, ContainerRow::State::Waiting);
        QCOMPARE(c.restarts, 4);
        QCOMPARE(int(c.probes), LivenessProbe | StartupProbe);
        QCOMPARE(row->containers[3].kind, ContainerRow::Kind::Ephemeral);
    }

    void nullsAndStrangersAreNoReasonToGiveUp()
    {
        const QByteArray odd =
            R"({"metadata":)" +
            metadata("odd", 1, R"(,"labels":null,"ownerReferences":null,"finalizers":[]})").chopped(1) +
            R"(,"spec":{"containers":null,"nodeName":7,"initContainers":{}},)"
            R"("status":{"phase":"Dreaming","conditions":null,"containerStatuses":[null,5,{"name":"c","restartCount":)"
            R"("many","state":null}],"startTime":"yesterday"},"future":{"a":[{}]}})";
        const QByteArray items = "[" + odd +
                                 R"(,{"spec":{}},{"metadata":null},{"metadata":{"name":"n"}},null,3,)" +
                                 pod("web", 3) + "]";
        const auto page = decodePage(R"({"metadata":{"resourceVersion":"9"},"items":)" + items + "}",
                                     schemaOf(RowKind::Pod), u"/x"_s);
        QVERIFY2(page, page ? "" : qPrintable(page.error().message()));
        QCOMPARE(page->objects.size(), size_t(2));
        QCOMPARE(page->skipped, 5);
        const auto row = std::static_pointer_cast<const PodRow>(page->objects[0].row);
        QCOMPARE(row->phase, PodRow::Phase::Unknown);
        QVERIFY(row->node.isEmpty());
        QCOMPARE(row->containers.size(), size_t(1));
        QCOMPARE(row->startedMs, 0);
    }

    void listsWithoutItems()
    {
        const auto none = decodePage(R"({"items":null,"metadata":{"resourceVersion":"9"}})",
                                     schemaOf(RowKind::Pod), u"/x"_s);
        QVERIFY(none && none->objects.empty());
        QCOMPARE(none->head.resourceVersion, "9"_ba);
        for (const char* body : {"", "  ", "<html>no</html>", "[]", "7", "null", "{}", R"({"items":[]})",
                                 R"({"metadata":{"resourceVersion":"1"}})", R"({"a":1}{"b":2})"}) {
            const auto page = decodePage(body, schemaOf(RowKind::Pod), u"/x"_s);
            QVERIFY2(!page && page.error().as<ParseError>(), body);
        }
    }

    void aListThatIsCutAnywhereIsAnError()
    {
        const QByteArray whole = list({pod("a", 1), pod("b", 2)}, 9, "token", 3).trimmed();
        QVERIFY(decodePage(whole, schemaOf(RowKind::Pod), u"/x"_s));
        for (qsizetype cut = 0; cut < whole.size(); ++cut) {
            const auto page = decodePage(whole.left(cut), schemaOf(RowKind::Pod), u"/x"_s);
            QVERIFY2(!page && page.error().as<ParseError>(), qPrintable(QString::number(cut)));
        }
    }

    void anObjectOfTenMegabytes()
    {
        const QByteArray annotations = ",\"annotations\":{\"x\":\"" + QByteArray(10000000, 'y') + "\"}";
        const QByteArray big = "{\"metadata\":" + metadata("big", 1, annotations) + "}";
        QVERIFY(only<PodRow>(big, schemaOf(RowKind::Pod)));
        const DecodedEvents events =
            decodeEvents(told("ADDED", big) + told("ADDED", pod("a", 2)), schemaOf(RowKind::Pod), u"/x"_s);
        QCOMPARE(events.changes.size(), size_t(2));
    }

    void theTokenIsKnownBeforeTheItems()
    {
        const QByteArray whole = list({pod("a", 1)}, 642, "abc\\u0041", 3);
        const qsizetype enough = whole.indexOf("\"items\"") - 1;
        for (qsizetype size = 0; size < whole.size(); ++size) {
            const auto head = peekListHead(QByteArrayView(whole).first(size));
            QCOMPARE(head.has_value(), size >= enough);
            if (head) {
                QCOMPARE(head->continueToken, "abcA"_ba);
                QCOMPARE(head->resourceVersion, "642"_ba);
                QCOMPARE(head->remaining, 3);
            }
        }
        const QByteArray spaced = "{ \"n\" : 1 , \"s\":\"}\\\"\", \"metadata\" : {\"continue\":\"c\"} ";
        QVERIFY(peekListHead(spaced));
        const QByteArray late = R"({"items":[{"metadata":{"continue":"no"}}],"metadata":{"continue":"c"}})";
        QVERIFY(!peekListHead(late));
        for (const char* odd :
             {"", "[", "}{", "{\"metadata\":7}", "{\"metadata\"}", "{\"metadata\":{\"continue\":}}"}) {
            const auto head = peekListHead(QByteArray(odd));
            QVERIFY2(!head || head->continueToken.isEmpty(), odd);
        }
    }

    void aRenderedRowWithoutUidOrNameIsSkippedInListAndWatch()
    {
        const QByteArray table =
            R"({"kind":"Table","metadata":{"resourceVersion":"9"},"rows":[{"cells":["a"],)"
            R"("object":{"metadata":{"uid":"u","resourceVersion":"7"}}}]})";
        const auto page = decodePage(table, schemaOf(RowKind::Cells), u"/x"_s);
        QVERIFY2(page, page ? "" : qPrintable(page.error().message()));
        QVERIFY(page->objects.empty());
        QCOMPARE(page->skipped, 1);
        const DecodedEvents events = decodeEvents(told("ADDED", table), schemaOf(RowKind::Cells), u"/x"_s);
        QVERIFY(events.changes.empty() && events.skipped == 1);
    }

    void watchEvents()
    {
        const QByteArray lines = told("ADDED", pod("a", 5)) + "\n" + told("MODIFIED", pod("a", 6)) +
                                 bookmark(8) + told("DELETED", pod("a", 7)) + told("FUTURE", pod("b", 9)) +
                                 R"({"object":)" + pod("c", 10) + R"(,"type":"ADDED"})" + "\n" +
                                 told("ADDED", R"({"metadata":{"resourceVersion":"11"}})") +
                                 told("ADDED", "null");
        const DecodedEvents events = decodeEvents(lines, schemaOf(RowKind::Pod), u"/x"_s);
        QVERIFY(!events.broken && !events.refused);
        QCOMPARE(events.lines, 8);
        QCOMPARE(events.skipped, 3);
        QCOMPARE(events.changes.size(), size_t(4));
        QVERIFY(!events.changes[1].isRemoved && events.changes[2].isRemoved);
        QVERIFY(events.changes[3].object.row->name == "c");
        QVERIFY(events.version == "11");
        QVERIFY(decodeEvents(bookmark(8), schemaOf(RowKind::Pod), u"/x"_s).version == "8");
    }

    void whatTheServerRefusesInAWatch()
    {
        const QByteArray lines =
            told("ADDED", pod("a", 5)) +
            told("ERROR", status(410, "Expired", "too old resource version: 1149 (1261)").trimmed()) +
            told("ADDED", pod("b", 6));
        const DecodedEvents events = decodeEvents(lines, schemaOf(RowKind::Pod), u"/x"_s);
        QVERIFY(events.refused && !events.broken);
        QCOMPARE(events.refused->code, 410);
        QCOMPARE(events.changes.size(), size_t(1));
        QVERIFY(events.version == "5");
    }

    void aWatchLineThatIsCutAnywhereIsAnError()
    {
        const QByteArray first = told("ADDED", pod("a", 5));
        const QByteArray second = told("MODIFIED", pod("a", 6)).trimmed();
        for (qsizetype cut = 1; cut < second.size(); ++cut) {
            const DecodedEvents events =
                decodeEvents(first + second.left(cut), schemaOf(RowKind::Pod), u"/x"_s);
            QVERIFY2(events.broken && events.broken->as<ParseError>(), qPrintable(QString::number(cut)));
            QCOMPARE(events.changes.size(), size_t(1));
            QVERIFY(events.version == "5");
        }
    }

    void statuses()
    {
        const auto expired = decodeStatus(status(410, "Expired", "too old", R"({"continue":"go-on"})"));
        QVERIFY(expired);
        QCOMPARE(expired->code, 410);
        QCOMPARE(expired->continueToken, "go-on"_ba);
        const auto busy = decodeStatus(
            R"({"kind":"Status","code":504,"reason":"Timeout","message":"m","details":{"retryAfterSeconds":3}})");
        QVERIFY(busy);
        QCOMPARE(busy->retryAfterSeconds, 3);
        for (const char* body :
             {"", "Unauthorized\n", "404 page not found", "{}", "[1]", "null", "{\"code\":"})
            QVERIFY2(!decodeStatus(body), body);
    }

    void aDeploymentIsReadWhole()
    {
        const QByteArray object =
            R"({"metadata":)" +
            metadata("web", 3, R"(,"generation":4,"annotations":{"deployment.kubernetes.io/revision":"2"})") +
            R"(,"spec":{"replicas":3,"paused":true,"strategy":{"type":"Recreate"},"template":{"metadata":{"labels":)"
            R"({"a":"b"}},"spec":{"initContainers":[{"name":"i","image":"i:1"}],"containers":[{"name":"c","image":"c:1",)"
            R"("readinessProbe":{"tcpSocket":{"port":1}}}]}}},"status":{"observedGeneration":3,"replicas":4,)"
            R"("readyReplicas":2,"updatedReplicas":1,"availableReplicas":2,"conditions":[{"type":"Progressing",)"
            R"("status":"False","reason":"ProgressDeadlineExceeded","message":"m","lastTransitionTime":)"
            R"("2026-11-23T15:16:44Z"}]}})";
        const auto row = only<WorkloadRow>(object, schemaOf(RowKind::Workload, "Deployment"));
        QVERIFY(row);
        QVERIFY(row->kind == "Deployment" && row->revision == "2" && row->strategy == "Recreate");
        QCOMPARE(row->generation, 4);
        QCOMPARE(row->observedGeneration, 3);
        QCOMPARE(row->desired, 3);
        QCOMPARE(row->current, 4);
        QCOMPARE(row->ready, 2);
        QCOMPARE(row->updated, 1);
        QCOMPARE(row->available, 2);
        QVERIFY(row->isPaused);
        QCOMPARE(row->containers.size(), size_t(2));
        QVERIFY(row->containers[0].isInit && row->containers[1].image == "c:1");
        QCOMPARE(int(row->containers[1].probes), int(ReadinessProbe));
        QCOMPARE(row->conditions.size(), size_t(1));
        QCOMPARE(row->conditions[0].status, ConditionRow::Status::False);
        QCOMPARE(row->conditions[0].sinceMs, at15_16_44);
    }

    void otherWorkloads()
    {
        const auto daemons = only<WorkloadRow>(
            R"({"metadata":)" + metadata("d", 1) +
                R"(,"status":{"desiredNumberScheduled":5,"currentNumberScheduled":4,"numberReady":3,)"
                R"("updatedNumberScheduled":2,"numberAvailable":1}})",
            schemaOf(RowKind::Workload, "DaemonSet"));
        QVERIFY(daemons);
        QCOMPARE(daemons->desired, 5);
        QCOMPARE(daemons->current, 4);
        QCOMPARE(daemons->ready, 3);
        QCOMPARE(daemons->updated, 2);
        QCOMPARE(daemons->available, 1);
        const auto job = only<WorkloadRow>(
            R"({"metadata":)" + metadata("j", 1) +
                R"(,"spec":{"completions":6,"parallelism":2,"suspend":false},"status":{"active":2,"succeeded":3,)"
                R"("failed":1,"startTime":"2026-11-23T15:16:44Z"}})",
            schemaOf(RowKind::Workload, "Job"));
        QVERIFY(job);
        QCOMPARE(job->desired, 6);
        QCOMPARE(job->active, 2);
        QCOMPARE(job->succeeded, 3);
        QCOMPARE(job->failed, 1);
        QCOMPARE(job->startedMs, at15_16_44);
        const auto cron = only<WorkloadRow>(
            R"({"metadata":)" + metadata("c", 1) +
                R"(,"spec":{"schedule":"*/5 * * * *","suspend":true,"jobTemplate":{"spec":{"template":{"spec":)"
                R"({"containers":[{"name":"c","image":"c:1"}]}}}}},"status":{"active":[{"name":"x"},{"name":"y"}],)"
                R"("lastScheduleTime":"2026-11-23T15:16:44Z"}})",
            schemaOf(RowKind::Workload, "CronJob"));
        QVERIFY(cron);
        QVERIFY(cron->schedule == "*/5 * * * *" && cron->isPaused);
        QCOMPARE(cron->active, 2);
        QCOMPARE(cron->desired, 0);
        QCOMPARE(cron->lastScheduleMs, at15_16_44);
        QCOMPARE(cron->containers.size(), size_t(1));
        const auto bare = only<WorkloadRow>(R"({"metadata":)" + metadata("s", 1) + "}",
                                            schemaOf(RowKind::Workload, "StatefulSet"));
        QVERIFY(bare);
        QCOMPARE(bare->desired, 1);
    }

    void aNodeIsReadWhole()
    {
        const auto row = only<NodeRow>(
            R"({"metadata":)" +
                metadata(
                    "n", 1,
                    R"(,"labels":{"node-role.kubernetes.io/worker":"","node-role.kubernetes.io/control-plane":"","a":"b"})") +
                R"(,"spec":{"unschedulable":true,"taints":[{"key":"k","effect":"NoSchedule","value":"v"}]},"status":)"
                R"({"capacity":{"cpu":"2","memory":"8052936Ki","pods":"110","ephemeral-storage":"10Gi"},"allocatable":)"
                R"({"cpu":"1930m","memory":"7","pods":"100"},"addresses":[{"type":"Hostname","address":"h"},{"type":)"
                R"("InternalIP","address":"10.0.0.1"},{"type":"InternalIP","address":"fd00::1"}],"nodeInfo":)"
                R"({"kubeletVersion":"v1.36.2","architecture":"amd64"},"conditions":[{"type":"Ready","status":"Unknown"}]}})",
            schemaOf(RowKind::Node, "Node"));
        QVERIFY(row);
        QVERIFY(row->isUnschedulable && row->roles == "control-plane,worker");
        QCOMPARE(row->capacity.cpuMilli, 2000);
        QCOMPARE(row->capacity.memory, 8052936LL * 1024);
        QCOMPARE(row->capacity.ephemeralStorage, 10LL << 30);
        QCOMPARE(row->capacity.pods, 110);
        QCOMPARE(row->allocatable.cpuMilli, 1930);
        QVERIFY(row->internalIp == "10.0.0.1" && row->kubeletVersion == "v1.36.2");
        QVERIFY(row->taints.size() == 1 && row->taints[0].effect == "NoSchedule");
        QCOMPARE(row->conditions[0].status, ConditionRow::Status::Unknown);
    }

    void eventsOfBothGroups()
    {
        const auto core = only<EventRow>(
            R"({"metadata":)" + metadata("e", 1) +
                R"(,"involvedObject":{"kind":"Pod","namespace":"shop","name":"p","uid":"u"},"reason":"BackOff","message":"m",)"
                R"("source":{"component":"kubelet","host":"n"},"firstTimestamp":"2026-11-23T15:16:44Z","lastTimestamp":)"
                R"("2026-11-23T15:16:45Z","count":7,"type":"Warning","eventTime":null,"reportingComponent":""})",
            schemaOf(RowKind::Event, "Event"));
        QVERIFY(core);
        QVERIFY(core->objectKind == "Pod" && core->objectUid == "u" && core->source == "kubelet/n");
        QVERIFY(core->type == "Warning" && core->message == "m");
        QCOMPARE(core->lastMs, at15_16_44 + 1000);
        QCOMPARE(core->firstMs, at15_16_44);
        QCOMPARE(core->count, 7);
        const auto modern = only<EventRow>(
            R"({"metadata":)" + metadata("e", 1) +
                R"(,"regarding":{"kind":"Node"},"note":"n","eventTime":"2026-11-23T15:16:46.123456Z",)"
                R"("deprecatedLastTimestamp":null,"reportingController":"scheduler","series":{"count":9,)"
                R"("lastObservedTime":"2026-11-23T15:16:47.000000Z"}})",
            schemaOf(RowKind::Event, "Event"));
        QVERIFY(modern);
        QCOMPARE(modern->lastMs, at15_16_44 + 3000);
        QCOMPARE(modern->firstMs, at15_16_44 + 2123);
        QCOMPARE(modern->count, 9);
        QVERIFY(modern->source == "scheduler" && modern->message == "n");
    }

    void textsAreShared()
    {
        Interner texts;
        const Text a = texts("node-1");
        const Text b = texts("node-1");
        QVERIFY(a.view().data() == b.view().data()); // not QCOMPARE, which would read to a zero behind it
        QCOMPARE(texts.size(), size_t(1));
        {
            const Text gone = texts("node-2");
            texts.prune();
            QCOMPARE(texts.size(), size_t(2));
        }
        texts.prune();
        QCOMPARE(texts.size(), size_t(1));
        QVERIFY(Text(u"ü"_s).toString() == u"ü"_s);
        QVERIFY(Text().isEmpty() && Text() == Text(std::string_view()) && Text() < a);
    }
};

QTEST_GUILESS_MAIN(TestAnswers)
#include "tst_answers.moc"
