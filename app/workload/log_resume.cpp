#include "app/workload/log_block.h"

/// What LogStore does so that a log which broke off and is opened again shows no line twice.
namespace kaptan::workload
{

namespace
{
constexpr qint64 mostResumed = 100000; // lines remembered across a break
}

bool LogStore::isRepeated(Pending& pending, Stream stream, const char* data, qsizetype size, bool continued)
{
    if (continued)
        return pending.dropping;
    pending.dropping = false;
    const auto stamp = parseLogStamp(data, size);
    if (!stamp || !m_resumeFrom)
        return false;
    if (stamp->isAfter(*m_resumeFrom)) {
        pending.resuming = false;
        return false;
    }
    if (stamp->ms() < m_resumeFloorMs) {
        pending.dropping = true;
    } else if (const auto seen = m_resumeSeen.find(hashOf(stream, data, size)); seen != m_resumeSeen.end()) {
        pending.dropping = true;
        if (--seen->second == 0)
            m_resumeSeen.erase(seen);
    }
    return pending.dropping;
}

quint64 LogStore::hashOf(Stream stream, const char* data, qsizetype size)
{
    return qHashBits(data, static_cast<size_t>(size), static_cast<size_t>(stream) + 1);
}

QDateTime LogStore::prepareResume()
{
    const std::lock_guard lock(m_mutex);
    m_generation.fetch_add(1, std::memory_order_release);
    m_end.reset();
    m_resumeSeen.clear();
    m_resumeFrom.reset();
    for (auto& pending : m_pending)
        *pending = {};
    // Backwards in groups of lines, for only those can be found without reading a whole block.
    qint64 left = mostResumed;
    bool done = false;
    for (auto it = m_blocks.rbegin(); it != m_blocks.rend() && !done; ++it) {
        const Block& block = **it;
        qsizetype groupEnd = block.used;
        for (qint64 group = static_cast<qint64>(block.starts.size()) - 1; group >= 0 && !done; --group) {
            std::vector<std::pair<LogStamp, quint64>> lines;
            const qsizetype groupStart = block.starts[static_cast<size_t>(group)];
            qint64 index = group * logIndexStride;
            for (qsizetype at = groupStart; at < groupEnd; ++index) {
                const char* line = block.data.get() + at;
                const auto* end =
                    static_cast<const char*>(memchr(line, '\n', static_cast<size_t>(groupEnd - at)));
                const Stream stream = block.isStderr(index) ? Stream::Stderr : Stream::Stdout;
                if (const auto stamp = parseLogStamp(line, end - line))
                    lines.emplace_back(*stamp, hashOf(stream, line, end - line));
                at += end - line + 1;
            }
            groupEnd = groupStart;
            if (!m_resumeFrom) {
                for (const auto& [stamp, hash] : lines) {
                    if (!m_resumeFrom || stamp.isAfter(*m_resumeFrom))
                        m_resumeFrom = stamp;
                }
                if (m_resumeFrom)
                    m_resumeFloorMs =
                        m_resumeFrom->hasFraction ? m_resumeFrom->ms() : m_resumeFrom->second * 1000;
            }
            bool anyNewer = lines.empty();
            for (const auto& [stamp, hash] : lines) {
                if (stamp.ms() < m_resumeFloorMs)
                    continue;
                anyNewer = true;
                ++m_resumeSeen[hash];
                --left;
            }
            done = !anyNewer || left <= 0;
        }
    }
    if (!m_resumeFrom)
        return {};
    for (auto& pending : m_pending)
        pending->resuming = true;
    return QDateTime::fromMSecsSinceEpoch(m_resumeFloorMs, Qt::UTC);
}

} // namespace kaptan::workload
