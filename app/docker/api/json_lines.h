#pragma once

#include "app/core/result.h"

#include <QByteArray>

#include <functional>

namespace kaptan::docker
{

/// Takes apart a stream of JSON texts, one a line (events, pull). Cut anywhere.
class JsonLines
{
public:
    static constexpr qsizetype longestLine = 4 * 1024 * 1024; ///< bytes

    /// Calls `line` for each whole line (without its end; empty ones are left out). ParseError where a line
    /// is longer than `longestLine`; `line` may return an error, which ends it.
    Result<void> feed(const QByteArray& bytes, const std::function<Result<void>(const QByteArray&)>& line);
    /// The end: what is left without a line end is a line too.
    Result<void> finish(const std::function<Result<void>(const QByteArray&)>& line);

private:
    QByteArray m_rest;
};

} // namespace kaptan::docker
