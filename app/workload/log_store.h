#pragma once

#include "app/workload/log_text.h"
#include "app/workload/ports.h"

#include <QByteArray>

#include <array>
#include <atomic>
#include <deque>
#include <memory>
#include <mutex>
#include <unordered_map>
#include <vector>

namespace kaptan::workload
{

/// One line as it was received, without its end of line.
struct LogLine {
    qint64 number = 0;
    QByteArray bytes; ///< with the timestamp in front where those were asked for
    LogSink::Stream stream = LogSink::Stream::Stdout;
    bool continued = false; ///< goes on where the last line of its stream was cut (LogLimits::lineBytes)
    bool partial = false;   ///< its end has not come yet
};

/// What is kept of a log.
struct LogLimits {
    qint64 bytes = 256LL << 20; ///< the oldest block goes when more is kept
    int lineBytes = 64 << 10;   ///< longer lines are cut into lines of this size
    int blockBytes = 1 << 20;   ///< at least twice lineBytes
};

struct LogCounts {
    qint64 first = 0;    ///< number of the oldest line kept
    qint64 end = 0;      ///< one past the newest, lines without an end included
    qint64 complete = 0; ///< one past the newest whose end has come
    qint64 dropped = 0;  ///< lines lost to the limit since the last clear()
    qint64 received = 0; ///< bytes
    qint64 kept = 0;     ///< bytes
};

/// How a log ended.
struct LogEnd {
    std::optional<Error> error; ///< none: the instance stopped
};

/// Lines in sequence that a worker may read without the store: the bytes stay as long as it holds them.
struct LogSlice {
    std::shared_ptr<const char[]> data; ///< each line ends with '\n'
    qsizetype size = 0;
    qint64 firstLine = 0;
};

/// Keeps a log: bytes as they came in blocks, and a sparse index of lines. A line's number never changes and
/// is never used twice; lines leave at the front only. Thread-safe throughout; append() signals nothing, a
/// view asks generation() at its own pace.
///
/// Memory is at most 1.3 times the bytes kept, plus two blocks: an entry for each 32nd line instead of one
/// for each, so that even empty lines stay below it.
class LogStore : public LogSink
{
public:
    explicit LogStore(LogLimits limits = {});
    ~LogStore() override;
    LogStore(const LogStore&) = delete;
    LogStore& operator=(const LogStore&) = delete;

    void append(Stream stream, const char* data, qsizetype size) override;
    void ended(const std::optional<Error>& error) override;

    /// Changes whenever anything else here may have changed.
    quint64 generation() const { return m_generation.load(std::memory_order_acquire); }

    LogCounts counts() const;
    /// Set by ended() until the next prepareResume() or clear().
    std::optional<LogEnd> end() const;
    /// Lines from `first` on, at most `count` and only those that are kept.
    std::vector<LogLine> read(qint64 first, int count) const;
    /// The complete lines from `first` up to `end`, for a worker. Cheap: nothing is copied.
    std::vector<LogSlice> slices(qint64 first, qint64 end) const;

    /// Forgets all lines; numbers go on.
    void clear();
    /// Takes effect with the next block.
    void setLimit(qint64 bytes);

    /// To be called before a log that broke off is opened again with LogOptions::since: lines that come a
    /// second time are left out from now on. Invalid where no line has a timestamp; then nothing is left out.
    /// The time is that of the last line, rounded down to what the backend distinguishes.
    QDateTime prepareResume();

    /// Bytes of all buffers and indexes at their capacities.
    qint64 memoryBytes() const;

private:
    struct Block;
    struct Pending;

    struct Place {
        const char* data;
        qsizetype size; ///< without the '\n'
    };

    qsizetype appendWhole(Stream stream, const char* data, qsizetype size);
    qsizetype appendPart(Stream stream, const char* data, qsizetype size);
    void addLine(Stream stream, const char* data, qsizetype size, bool continued);
    bool isRepeated(Pending& pending, Stream stream, const char* data, qsizetype size, bool continued);
    Block& roomFor(qsizetype size);
    void newBlock();
    void dropOldest();
    qint64 firstLine() const;
    size_t blockOf(qint64 line) const;
    static quint64 hashOf(Stream stream, const char* data, qsizetype size);

    LogLimits m_limits;
    mutable std::mutex m_mutex;
    std::atomic<quint64> m_generation{0};
    std::deque<std::unique_ptr<Block>> m_blocks;
    std::unique_ptr<Block> m_spare; ///< a dropped block's memory, used again
    std::array<std::unique_ptr<Pending>, 2> m_pending;
    qint64 m_next = 0; ///< number of the next complete line
    qint64 m_dropped = 0;
    qint64 m_received = 0;
    qint64 m_kept = 0;
    std::optional<LogEnd> m_end;
    std::optional<LogStamp> m_resumeFrom;          ///< stamp of the last line before the break
    qint64 m_resumeFloorMs = 0;                    ///< older lines cannot be new
    std::unordered_map<quint64, int> m_resumeSeen; ///< hashes of lines from the floor on
};

} // namespace kaptan::workload
