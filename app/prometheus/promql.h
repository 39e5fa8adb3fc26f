#pragma once

#include "app/history/queries.h"

/// The questions to a Prometheus, and what it answers. Pure.
namespace kaptan::prometheus
{

/// The query whose only series is this metric of a workload or node, in cores, bytes, bytes a second and
/// counts; by the names of cAdvisor, the kubelet and kube-state-metrics. Empty where there is none. Names are
/// untrusted: what they hold is text to Prometheus, never a part of the query.
/// https://prometheus.io/docs/prometheus/latest/querying/basics/
QString promql(const history::Subject& subject, history::Metric metric, qint64 rateSeconds);

/// A text within double quotes, and within a regular expression within them.
/// https://prometheus.io/docs/prometheus/latest/querying/basics/#string-literals
QString quoted(const QString& text);
QString quotedPattern(const QString& text);

/// How far apart the points of a range are, in seconds: at most about `points`, never more than the server
/// gives (11,000).
qint64 stepOf(qint64 from, qint64 to, int points);

/// The curve of a range query's answer, in history's units; without points where nothing was measured. What
/// is no number is a gap. HttpError holds the server's own words where it refused, ParseError where this is
/// no Prometheus.
/// https://prometheus.io/docs/prometheus/latest/querying/api/#range-queries
Result<history::Curve> curveOf(const QByteArray& body, int status, history::Metric metric, qint64 step,
                               const QString& where);

/// "2.42.0", of /api/v1/status/buildinfo.
Result<QString> versionOf(const QByteArray& body, int status, const QString& where);

} // namespace kaptan::prometheus
