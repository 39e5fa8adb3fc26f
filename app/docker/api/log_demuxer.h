#pragma once

#include "app/core/result.h"

#include <array>
#include <cstdint>
#include <functional>

namespace kaptan::docker
{

/// Takes apart the multiplexed stream of logs, attach and exec: frames of [stream, 0, 0, 0, length as 32 bits
/// big endian] and payload; nothing but payload where the container has a TTY. Cut anywhere. Payload is
/// handed on where it lies, never copied or kept, however long its frame is.
/// https://docs.docker.com/engine/api/v1.41/#operation/ContainerAttach (Stream format)
class LogDemuxer
{
public:
    enum class Stream : std::uint8_t { Stdin = 0, Stdout = 1, Stderr = 2 };
    using Payload = std::function<void(Stream stream, const char* data, qsizetype size)>;

    /// A frame that says it is longer than this is a lie: engines cut lines at 16 KiB and frames at 32 KiB or
    /// so; bytes.
    static constexpr std::uint32_t longestFrame = 16 * 1024 * 1024;

    /// `raw`: the container has a TTY, there are no frames.
    explicit LogDemuxer(bool raw, Payload payload);

    /// The next bytes. ParseError with the offset where they are no frames; from then on every call fails.
    Result<void> feed(const char* data, qsizetype size);

    Result<void> feed(const QByteArray& bytes) { return feed(bytes.constData(), bytes.size()); }

    /// The stream ended: ParseError in the middle of a frame.
    Result<void> finish() const;

private:
    Result<void> lie(qint64 offset, const QString& why);

    Payload m_payload;
    std::array<unsigned char, 8> m_header{};
    qint64 m_offset = 0; ///< of the next byte, from the start of the stream
    std::uint32_t m_left = 0;
    int m_headerSize = 0;
    Stream m_stream = Stream::Stdout;
    bool m_raw;
    bool m_failed = false;
};

} // namespace kaptan::docker
