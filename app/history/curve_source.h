#pragma once

#include "app/history/queries.h"

#include <QFuture>

namespace kaptan::history
{

/// Where curves come from beside the history: a monitoring system that the user named.
class CurveSource
{
public:
    CurveSource() = default;
    CurveSource(const CurveSource&) = delete;
    CurveSource& operator=(const CurveSource&) = delete;
    virtual ~CurveSource() = default;

    /// For people: "Prometheus at monitoring.example:9090". Untrusted.
    virtual QString name() const = 0;

    /// The curves of one workload or node, as history::curves() gives them: in the same units, with the same
    /// gaps. Those that the source does not have are left out. `query.subjects` is not looked at.
    virtual QFuture<Result<QVector<Curve>>> curves(const Subject& subject, const CurveQuery& query) = 0;
};

} // namespace kaptan::history
