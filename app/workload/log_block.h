#pragma once

#include "app/workload/log_store.h"

#include <cstring>

/// The inside of LogStore, shared by its sources only.
namespace kaptan::workload
{

inline constexpr qint64 logIndexStride = 32; ///< one index entry for so many lines

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
        if (lines % logIndexStride == 0)
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
        const char* at = data.get() + starts[static_cast<size_t>(index / logIndexStride)];
        const char* end = data.get() + used;
        for (qint64 i = index % logIndexStride; i > 0; --i)
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

} // namespace kaptan::workload
