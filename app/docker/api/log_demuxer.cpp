#include "app/docker/api/log_demuxer.h"

#include <QCoreApplication>

#include <algorithm>
#include <cstring>

namespace kaptan::docker
{

namespace
{

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(LogDemuxer)
};

constexpr int headerSize = 8;

/// Docker's word for its own troubles while it reads a log; to the reader they are errors like others.
constexpr unsigned char systemError = 3;

} // namespace

LogDemuxer::LogDemuxer(bool raw, Payload payload) : m_payload(std::move(payload)), m_raw(raw) {}

Result<void> LogDemuxer::lie(qint64 offset, const QString& why)
{
    m_failed = true;
    return failure(ParseError{Tr::tr("log stream"), Tr::tr("the engine"), why, offset});
}

Result<void> LogDemuxer::feed(const char* data, qsizetype size)
{
    if (m_failed)
        return lie(m_offset, Tr::tr("an earlier frame was broken"));
    if (m_raw) {
        if (size > 0)
            m_payload(Stream::Stdout, data, size);
        m_offset += size;
        return {};
    }
    while (size > 0) {
        if (m_left > 0) {
            const qsizetype part = std::min<qsizetype>(size, m_left);
            m_payload(m_stream, data, part);
            m_left -= std::uint32_t(part);
            m_offset += part;
            data += part;
            size -= part;
            continue;
        }
        const qsizetype part = std::min<qsizetype>(size, headerSize - m_headerSize);
        std::memcpy(m_header.data() + m_headerSize, data, size_t(part));
        m_headerSize += int(part);
        m_offset += part;
        data += part;
        size -= part;
        if (m_headerSize < headerSize)
            break;
        m_headerSize = 0;
        const qint64 start = m_offset - headerSize;
        if (m_header[0] > systemError || m_header[1] || m_header[2] || m_header[3])
            return lie(start, Tr::tr("no frame begins here"));
        const std::uint32_t length = std::uint32_t(m_header[4]) << 24 | std::uint32_t(m_header[5]) << 16 |
                                     std::uint32_t(m_header[6]) << 8 | m_header[7];
        if (length > longestFrame)
            //: %1 is a number of bytes
            return lie(start, Tr::tr("a frame says that it is %1 bytes long").arg(length));
        m_stream = m_header[0] == systemError ? Stream::Stderr : Stream(m_header[0]);
        m_left = length;
    }
    return {};
}

Result<void> LogDemuxer::finish() const
{
    if (m_raw || m_failed || (m_left == 0 && m_headerSize == 0))
        return {};
    return failure(
        ParseError{Tr::tr("log stream"), Tr::tr("the engine"), Tr::tr("it ends inside a frame"), m_offset});
}

} // namespace kaptan::docker
