#include "app/workload/log_store.h"

#include <algorithm>
#include <cstring>

namespace kaptan::workload
{

namespace
{
constexpr qint64 stride = 32;          // one index entry for so many lines
constexpr qint64 mostResumed = 100000; // lines remembered across a break

bool isContinuationByte(char c)
{
    return (static_cast<unsigned char>(c) & 0xC0) == 0x80;
}

qsizetype withoutCarriageReturns(const char* data, qsizetype size)
{
    while (size > 0 && data[size - 1] == '\r')
        --size;
    return size;
}
} // namespace

/// Bytes are only ever added behind `used`, so that a LogSlice may be read without the lock.
struct LogStore::Block {
    std::shared_ptr<char[]> data;
    qsizetype capacity = 0;
    qsizetype used = 0;
    qint64 firstLine = 0;
    qint64 lines = 0;
    std::vector<quint32> starts;      ///< offset of each 32nd line
    std::vector<quint64> stderrLines; ///< a bit a line; as long as the last line from stderr needs
    std::vector<quint32> continued;   ///< few, ascending

    void begin(qsizetype offset)
    {
        if (lines % stride == 0)
            starts.push_back(static_cast<quint32>(offset));
        ++lines;
    }

    void markStderr(qint64 from, qint64 to)
    {
        stderrLines.resize(static_cast<size_t>((to + 63) / 64), 0);
        for (qint64 i = from; i < to; ++i)
            stderrLines[static_cast<size_t>(i / 64)] |= quint64(1) << (i % 64);
    }

    bool isStderr(qint64 i) const
    {
        const auto word = static_cast<size_t>(i / 64);
        return word < stderrLines.size() && (stderrLines[word] >> (i % 64) & 1) != 0;
    }

    /// Of the line with this index in the block, which may be one past the last.
    qsizetype offsetOf(qint64 index) const
    {
        if (index >= lines)
            return used;
        const char* at = data.get() + starts[static_cast<size_t>(index / stride)];
        const char* end = data.get() + used;
        for (qint64 i = index % stride; i > 0; --i)
            at = static_cast<const char*>(memchr(at, '\n', static_cast<size_t>(end - at))) + 1;
        return at - data.get();
    }

    qint64 memory() const
    {
        return capacity + static_cast<qint64>(starts.capacity() * sizeof(quint32) +
                                              stderrLines.capacity() * sizeof(quint64) +
                                              continued.capacity() * sizeof(quint32) + sizeof(Block));
    }
};

/// A line of one stream whose end has not come.
struct LogStore::Pending {
    QByteArray bytes;
    bool continued = false; ///< its beginning was cut off already
    bool resuming = false;  ///< lines may come a second time
    bool dropping = false;  ///< the line before the cut was one of those
};

LogStore::LogStore(LogLimits limits) : m_limits(limits)
{
    m_limits.blockBytes = std::max(m_limits.blockBytes, 2 * m_limits.lineBytes);
    for (auto& pending : m_pending)
        pending = std::make_unique<Pending>();
}

LogStore::~LogStore() = default;

void LogStore::append(Stream stream, const char* data, qsizetype size)
{
    const std::lock_guard lock(m_mutex);
    const Pending& pending = *m_pending[static_cast<size_t>(stream)];
    m_received += size;
    while (size > 0) {
        qsizetype taken = 0;
        if (pending.bytes.isEmpty() && !pending.continued && !pending.resuming)
            taken = appendWhole(stream, data, size);
        if (taken == 0)
            taken = appendPart(stream, data, size);
        data += taken;
        size -= taken;
    }
    m_generation.fetch_add(1, std::memory_order_release);
}

/// The quick way: as many whole lines as the block has room for, copied in one piece.
qsizetype LogStore::appendWhole(Stream stream, const char* data, qsizetype size)
{
    Block* block = m_blocks.empty() ? &roomFor(1) : m_blocks.back().get();
    for (;;) {
        const qsizetype limit = std::min(size, block->capacity - block->used);
        const qint64 firstLine = block->lines;
        qsizetype position = 0;
        while (position < limit) {
            const qsizetype reach = std::min<qsizetype>(limit - position, m_limits.lineBytes);
            const auto* end =
                static_cast<const char*>(memchr(data + position, '\n', static_cast<size_t>(reach)));
            if (!end)
                break;
            block->begin(block->used + position);
            position = end - data + 1;
        }
        if (position > 0) {
            memcpy(block->data.get() + block->used, data, static_cast<size_t>(position));
            block->used += position;
            if (stream == Stream::Stderr)
                block->markStderr(firstLine, block->lines);
            m_next += block->lines - firstLine;
            m_kept += position;
            return position;
        }
        if (limit == size || limit >= m_limits.lineBytes)
            return 0; // no whole line, or one that is too long
        newBlock();
        block = m_blocks.back().get();
    }
}

/// The slow way: up to the end of one line, through the stream's own buffer.
qsizetype LogStore::appendPart(Stream stream, const char* data, qsizetype size)
{
    Pending& pending = *m_pending[static_cast<size_t>(stream)];
    const qsizetype room = m_limits.lineBytes - 1 - pending.bytes.size();
    const qsizetype reach = std::min(size, room + 1);
    if (const auto* end = static_cast<const char*>(memchr(data, '\n', static_cast<size_t>(reach)))) {
        const qsizetype length = end - data;
        if (pending.bytes.isEmpty()) {
            addLine(stream, data, length, pending.continued);
        } else {
            pending.bytes.append(data, length);
            addLine(stream, pending.bytes.constData(), pending.bytes.size(), pending.continued);
            pending.bytes.resize(0);
        }
        pending.continued = false;
        return length + 1;
    }
    const qsizetype taken = std::min(size, room);
    pending.bytes.append(data, taken);
    if (size > room) { // too long: cut, though not inside a character
        qsizetype cut = pending.bytes.size();
        const char next = data[taken];
        if (isContinuationByte(next)) {
            int back = 0;
            while (back < 3 && cut - back > 1 && isContinuationByte(pending.bytes.at(cut - back - 1)))
                ++back;
            if (static_cast<unsigned char>(pending.bytes.at(cut - back - 1)) >= 0xC0)
                cut -= back + 1;
        }
        addLine(stream, pending.bytes.constData(), cut, pending.continued);
        pending.bytes.remove(0, cut);
        pending.continued = true;
    }
    return taken;
}

void LogStore::addLine(Stream stream, const char* data, qsizetype size, bool continued)
{
    Pending& pending = *m_pending[static_cast<size_t>(stream)];
    if (pending.resuming && isRepeated(pending, stream, data, size, continued))
        return;
    Block& block = roomFor(size + 1);
    if (continued)
        block.continued.push_back(static_cast<quint32>(block.lines));
    block.begin(block.used);
    memcpy(block.data.get() + block.used, data, static_cast<size_t>(size));
    block.data[block.used + size] = '\n';
    block.used += size + 1;
    if (stream == Stream::Stderr)
        block.markStderr(block.lines - 1, block.lines);
    m_kept += size + 1;
    ++m_next;
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

LogStore::Block& LogStore::roomFor(qsizetype size)
{
    if (m_blocks.empty() || m_blocks.back()->capacity - m_blocks.back()->used < size)
        newBlock();
    return *m_blocks.back();
}

void LogStore::newBlock()
{
    if (!m_blocks.empty()) {
        Block& full = *m_blocks.back();
        full.starts.shrink_to_fit();
        full.stderrLines.shrink_to_fit();
        full.continued.shrink_to_fit();
    }
    while (!m_blocks.empty() && m_kept + m_limits.blockBytes > m_limits.bytes)
        dropOldest();
    auto block = std::make_unique<Block>();
    if (m_spare) {
        block->data = std::move(m_spare->data);
        m_spare.reset();
    } else {
        block->data = std::shared_ptr<char[]>(new char[static_cast<size_t>(m_limits.blockBytes)]);
    }
    block->capacity = m_limits.blockBytes;
    block->firstLine = m_next;
    m_blocks.push_back(std::move(block));
}

void LogStore::dropOldest()
{
    auto block = std::move(m_blocks.front());
    m_blocks.pop_front();
    m_dropped += block->lines;
    m_kept -= block->used;
    if (block->data.use_count() == 1) { // no worker reads it
        std::atomic_thread_fence(std::memory_order_acquire);
        m_spare = std::move(block);
    }
}

void LogStore::ended(const std::optional<Error>& error)
{
    const std::lock_guard lock(m_mutex);
    m_end = LogEnd{error};
    for (const Stream stream : {Stream::Stdout, Stream::Stderr}) {
        Pending& pending = *m_pending[static_cast<size_t>(stream)];
        // After a break the line comes again as a whole; see prepareResume().
        if (!error && !pending.bytes.isEmpty()) {
            addLine(stream, pending.bytes.constData(), pending.bytes.size(), pending.continued);
            pending.bytes.clear();
            pending.continued = false;
        }
    }
    m_generation.fetch_add(1, std::memory_order_release);
}

qint64 LogStore::firstLine() const
{
    return m_blocks.empty() ? m_next : m_blocks.front()->firstLine;
}

LogCounts LogStore::counts() const
{
    const std::lock_guard lock(m_mutex);
    LogCounts counts{firstLine(), m_next, m_next, m_dropped, m_received, m_kept};
    for (const auto& pending : m_pending) {
        if (!pending->bytes.isEmpty())
            ++counts.end;
    }
    return counts;
}

std::optional<LogEnd> LogStore::end() const
{
    const std::lock_guard lock(m_mutex);
    return m_end;
}

size_t LogStore::blockOf(qint64 line) const
{
    const auto after =
        std::upper_bound(m_blocks.begin(), m_blocks.end(), line,
                         [](qint64 wanted, const auto& block) { return wanted < block->firstLine; });
    return static_cast<size_t>(after - m_blocks.begin()) - 1;
}

std::vector<LogLine> LogStore::read(qint64 first, int count) const
{
    std::vector<LogLine> result;
    const std::lock_guard lock(m_mutex);
    first = std::max(first, firstLine());
    const qint64 last = std::min(first + count, m_next);
    qint64 line = first;
    while (line < last) {
        const Block& block = *m_blocks[blockOf(line)];
        qint64 index = line - block.firstLine;
        const char* at = block.data.get() + block.offsetOf(index);
        const char* end = block.data.get() + block.used;
        for (; line < last && index < block.lines; ++line, ++index) {
            const auto* newline = static_cast<const char*>(memchr(at, '\n', static_cast<size_t>(end - at)));
            const bool continued = std::binary_search(block.continued.begin(), block.continued.end(),
                                                      static_cast<quint32>(index));
            result.push_back({line, QByteArray(at, withoutCarriageReturns(at, newline - at)),
                              block.isStderr(index) ? Stream::Stderr : Stream::Stdout, continued, false});
            at = newline + 1;
        }
    }
    qint64 number = m_next;
    for (const Stream stream : {Stream::Stdout, Stream::Stderr}) {
        const Pending& pending = *m_pending[static_cast<size_t>(stream)];
        if (pending.bytes.isEmpty())
            continue;
        if (number >= first && number < first + count) {
            const auto size = withoutCarriageReturns(pending.bytes.constData(), pending.bytes.size());
            result.push_back(
                {number, QByteArray(pending.bytes.constData(), size), stream, pending.continued, true});
        }
        ++number;
    }
    return result;
}

std::vector<LogSlice> LogStore::slices(qint64 first, qint64 end) const
{
    std::vector<LogSlice> result;
    const std::lock_guard lock(m_mutex);
    qint64 line = std::max(first, firstLine());
    end = std::min(end, m_next);
    while (line < end) {
        const Block& block = *m_blocks[blockOf(line)];
        const qsizetype from = block.offsetOf(line - block.firstLine);
        const qsizetype to = block.offsetOf(std::min(end - block.firstLine, block.lines));
        result.push_back(
            {std::shared_ptr<const char[]>(block.data, block.data.get() + from), to - from, line});
        line = block.firstLine + block.lines;
    }
    return result;
}

void LogStore::clear()
{
    const std::lock_guard lock(m_mutex);
    m_blocks.clear();
    m_spare.reset();
    m_kept = 0;
    m_dropped = 0;
    m_end.reset();
    for (auto& pending : m_pending)
        *pending = {};
    m_resumeSeen.clear();
    m_resumeFrom.reset();
    m_generation.fetch_add(1, std::memory_order_release);
}

void LogStore::setLimit(qint64 bytes)
{
    const std::lock_guard lock(m_mutex);
    m_limits.bytes = bytes;
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
            qint64 index = group * stride;
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

qint64 LogStore::memoryBytes() const
{
    const std::lock_guard lock(m_mutex);
    qint64 sum = static_cast<qint64>(sizeof(LogStore));
    for (const auto& block : m_blocks)
        sum += block->memory();
    if (m_spare)
        sum += m_spare->memory();
    for (const auto& pending : m_pending)
        sum += pending->bytes.capacity();
    sum += static_cast<qint64>(m_resumeSeen.size() * 4 * sizeof(void*));
    return sum;
}

} // namespace kaptan::workload
