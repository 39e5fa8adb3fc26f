#include "app/workload/log_block.h"

#include <algorithm>
#include <cstring>

namespace kaptan::workload
{

namespace
{
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
