#include "pod_farm.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace bench
{

QString PodFarm::uid(int pod)
{
    return u"8d5f3a10-5c1e-4b7e-9f00-%1"_s.arg(pod, 12, 16, QLatin1Char('0'));
}

QByteArray PodFarm::pod(int pod, qint64 version, int seq, int name)
{
    static const char* const ends[] = {
        R"("phase":"Running","conditions":[{"type":"Ready","status":"True"}],"containerStatuses":[{"name":"main","ready":true,"restartCount":0,"state":{"running":{"startedAt":"2026-11-24T09:00:00Z"}}}])",
        R"("phase":"Pending","conditions":[{"type":"PodScheduled","status":"False","reason":"Unschedulable","message":"0/3 nodes are available"}])",
        R"("phase":"Running","containerStatuses":[{"name":"main","ready":false,"restartCount":7,"state":{"waiting":{"reason":"CrashLoopBackOff"}},"lastState":{"terminated":{"exitCode":1,"reason":"Error","finishedAt":"2026-11-24T09:30:00Z"}}}])",
    };
    const QByteArray app = "service-" + QByteArray::number(pod % 400);
    return R"({"kind":"Pod","apiVersion":"v1","metadata":{"name":")" + app + "-7fd69d5897-" +
           QByteArray::number(name < 0 ? pod : name) + R"(","namespace":"bench-)" +
           QByteArray::number(pod % 50) + R"(","uid":")" + uid(pod).toLatin1() + R"(","resourceVersion":")" +
           QByteArray::number(version) + R"(","creationTimestamp":"2026-11-24T08:59:0)" +
           QByteArray::number(pod % 10) + R"(Z","labels":{"app":")" + app + R"(","seq":")" +
           QByteArray::number(seq) + R"("}},"spec":{"nodeName":"node-)" + QByteArray::number(pod % 300) +
           R"(","containers":[{"name":"main","image":"registry.example.com/)" + app +
           R"(:1.0"}]},"status":{"podIP":"10.)" + QByteArray::number(pod / 65536) + '.' +
           QByteArray::number(pod / 256 % 256) + '.' + QByteArray::number(pod % 256) + R"(",)" +
           ends[pod % 40 == 7   ? 1
                : pod % 40 == 9 ? 2
                                : 0] +
           "}}";
}

std::unique_ptr<kaptan::net::Stream> PodFarm::open(const kaptan::net::Request& request)
{
    auto stream = std::make_unique<FarmStream>();
    if (request.query.hasQueryItem(u"watch"_s)) {
        m_watch = stream.get();
        stream->send({}, false);
        return stream;
    }
    const int first = request.query.queryItemValue(u"continue"_s).toInt();
    const int end = std::min(m_pods, first + request.query.queryItemValue(u"limit"_s).toInt());
    QByteArray body = R"({"kind":"PodList","apiVersion":"v1","metadata":{"resourceVersion":"1000000")";
    if (end < m_pods)
        body += R"(,"continue":")" + QByteArray::number(end) + R"(","remainingItemCount":)" +
                QByteArray::number(m_pods - end);
    body += R"(},"items":[)";
    for (int i = first; i < end; ++i)
        body += (i > first ? "," : "") +
                pod(i, i + 1, -1 - i); // no two have the same labels, as when they have changed
    stream->send(body + "]}", true);
    return stream;
}

void PodFarm::tell(const QByteArray& lines)
{
    if (m_watch)
        m_watch->send(lines, false);
}

} // namespace bench
