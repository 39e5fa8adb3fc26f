#include "app/prometheus/promql.h"

#include "app/json/json_reader.h"

#include <cmath>

using namespace Qt::StringLiterals;

namespace kaptan::prometheus
{

namespace
{

using history::Metric;

constexpr qint64 mostPoints = 11'000;
constexpr qint64 shortestStep = 15;

QString counterOf(Metric metric)
{
    switch (metric) {
    case Metric::Cpu:
        return u"container_cpu_usage_seconds_total"_s;
    case Metric::NetworkRx:
        return u"container_network_receive_bytes_total"_s;
    case Metric::NetworkTx:
        return u"container_network_transmit_bytes_total"_s;
    case Metric::DiskRead:
        return u"container_fs_reads_bytes_total"_s;
    case Metric::DiskWrite:
        return u"container_fs_writes_bytes_total"_s;
    default:
        return {};
    }
}

QString levelOf(Metric metric)
{
    switch (metric) {
    case Metric::Memory:
        return u"container_memory_working_set_bytes"_s;
    case Metric::DiskUsed:
        return u"container_fs_usage_bytes"_s;
    default:
        return {};
    }
}

/// Of the pods that a workload makes, by the names that its controller gives them.
QString podPattern(const history::Subject& subject)
{
    const QString name = quotedPattern(subject.name);
    if (subject.kind == u"deployment")
        return name + u"-[a-z0-9]+-[a-z0-9]{5}"_s;
    if (subject.kind == u"statefulset")
        return name + u"-[0-9]+"_s;
    if (subject.kind == u"pod")
        return name;
    if (subject.kind == u"cronjob")
        return name + u"-[0-9]+-[a-z0-9]{5}"_s;
    return name + u"-[a-z0-9]{5}"_s;
}

bool isOfCluster(const history::Subject& subject)
{
    return !subject.nameSpace.isEmpty() && subject.kind != u"compose" && subject.kind != u"container";
}

/// Which series of cAdvisor's are meant.
QStringList selectors(const history::Subject& subject, bool isNetwork)
{
    if (subject.key.startsWith("node:"_L1)) {
        const QString node = subject.key.mid(5);
        return {u"id=\"/\",node=\""_s + quoted(node) + u'"',
                u"id=\"/\",node=\"\",instance=~\""_s + quotedPattern(node) + u"(:[0-9]+)?\""_s};
    }
    if (isOfCluster(subject)) {
        const QString pods =
            u"namespace=\""_s + quoted(subject.nameSpace) + u"\",pod=~\""_s + podPattern(subject) + u'"';
        // A pod's network is counted once for all its containers.
        return {isNetwork ? pods : pods + u",container!=\"\",container!=\"POD\""_s};
    }
    if (subject.kind == u"compose")
        return {u"container_label_com_docker_compose_project=\""_s + quoted(subject.nameSpace) +
                u"\",container_label_com_docker_compose_service=\""_s + quoted(subject.name) + u'"'};
    if (subject.kind == u"container")
        return {u"name=\""_s + quoted(subject.name) + u'"'};
    return {u"name=~\""_s + quotedPattern(subject.name) + u"([-_.][0-9]+)?\""_s};
}

/// What kube-state-metrics says.
QString stateQuery(const history::Subject& subject, Metric metric)
{
    if (!isOfCluster(subject) || subject.key.startsWith("node:"_L1))
        return {};
    const QString nameSpace = u"{namespace=\""_s + quoted(subject.nameSpace) + u"\","_s;
    if (metric == Metric::Restarts)
        return u"sum(kube_pod_container_status_restarts_total"_s + nameSpace + u"pod=~\""_s +
               podPattern(subject) + u"\"})"_s;
    const QString one = nameSpace + subject.kind + u"=\""_s + quoted(subject.name) + u"\"})"_s;
    if (subject.kind == u"deployment" || subject.kind == u"statefulset")
        return u"sum(kube_"_s + subject.kind + u"_status_replicas_ready"_s + one;
    if (subject.kind == u"daemonset")
        return u"sum(kube_daemonset_status_number_ready"_s + one;
    return {};
}

double scaleOf(Metric metric)
{
    return metric == Metric::Cpu ? 1e6 : 1;
}

QString what()
{
    return u"Prometheus"_s;
}

Error refusal(const QByteArray& body, int status, const QString& where)
{
    // Its own words, where they are there: {"status":"error","error":"..."}
    const auto words =
        json::read(body, json::Shape::Object, what(), where,
                   [](const json::Value& root) -> Result<QString> { return root["error"].string(); });
    const bool hasWords = words && !words->isEmpty();
    return Error(HttpError{status, where, hasWords ? words->left(500) : QString::fromUtf8(body.left(200))});
}

} // namespace

QString quoted(const QString& text)
{
    QString made;
    for (const QChar letter : text) {
        if (letter == u'"' || letter == u'\\')
            made += u'\\';
        if (letter.unicode() < 0x20)
            made += u"\\u%1"_s.arg(letter.unicode(), 4, 16, QChar(u'0'));
        else
            made += letter;
    }
    return made;
}

QString quotedPattern(const QString& text)
{
    QString pattern;
    for (const QChar letter : text) {
        if (u"\\.+*?()|[]{}^$"_s.contains(letter))
            pattern += u'\\';
        pattern += letter;
    }
    return quoted(pattern);
}

QString promql(const history::Subject& subject, Metric metric, qint64 rateSeconds)
{
    if (metric == Metric::Replicas || metric == Metric::Restarts)
        return stateQuery(subject, metric);
    const QString counter = counterOf(metric), level = levelOf(metric);
    if (counter.isEmpty() && level.isEmpty())
        return {};
    const bool isNetwork = metric == Metric::NetworkRx || metric == Metric::NetworkTx;
    QStringList parts;
    for (const QString& selector : selectors(subject, isNetwork))
        parts << (counter.isEmpty() ? level + u'{' + selector + u'}'
                                    : u"rate("_s + counter + u'{' + selector + u"}[%1s])"_s.arg(rateSeconds));
    return u"sum("_s + parts.join(u" or "_s) + u')';
}

qint64 stepOf(qint64 from, qint64 to, int points)
{
    const qint64 length = std::max<qint64>(to - from, 1);
    const qint64 wanted = points > 0 ? std::min<qint64>(points, mostPoints - 1) : mostPoints - 1;
    return std::max(shortestStep, (length + wanted - 1) / wanted);
}

Result<history::Curve> curveOf(const QByteArray& body, int status, Metric metric, qint64 step,
                               const QString& where)
{
    if (status < 200 || status > 299)
        return failure(refusal(body, status, where));
    return json::read(
        body, json::Shape::Object, what(), where, [&](const json::Value& root) -> Result<history::Curve> {
            if (root["status"].string() != u"success" || root["data"]["resultType"].string() != u"matrix")
                return failure(ParseError{what(), where, u"no answer to a range query"_s, -1});
            history::Curve curve;
            curve.metric = metric;
            curve.gap = step * 5 / 2;
            const double scale = scaleOf(metric);
            bool first = true;
            root["data"]["result"].forEach([&](const json::Value& series) {
                if (!std::exchange(first, false))
                    return; // a sum has one
                series["values"].forEachElement([&](const simdjson::dom::element& pair) {
                    simdjson::dom::array both;
                    std::string_view text;
                    double at = 0;
                    if (pair.get(both) != simdjson::SUCCESS || both.at(0).get(at) != simdjson::SUCCESS ||
                        both.at(1).get(text) != simdjson::SUCCESS)
                        return;
                    bool good = false;
                    const double value =
                        QByteArray(text.data(), qsizetype(text.size())).toDouble(&good) * scale;
                    if (!good || !std::isfinite(value) || std::abs(value) > 9e18 || !std::isfinite(at))
                        return;
                    const auto whole = qint64(std::llround(value));
                    if (curve.points.isEmpty() || qint64(at) > curve.points.last().at)
                        curve.points.append({qint64(at), whole, whole, whole, 1});
                });
            });
            return curve;
        });
}

Result<QString> versionOf(const QByteArray& body, int status, const QString& where)
{
    if (status < 200 || status > 299)
        return failure(refusal(body, status, where));
    return json::read(body, json::Shape::Object, what(), where,
                      [&](const json::Value& root) -> Result<QString> {
                          const QString version = root["data"]["version"].string();
                          if (root["status"].string() != u"success" || version.isEmpty())
                              return failure(ParseError{what(), where, u"it does not say its version"_s, -1});
                          return version.left(40);
                      });
}

} // namespace kaptan::prometheus
