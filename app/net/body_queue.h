#pragma once

#include <QByteArray>

#include <deque>

namespace kaptan::net
{

/// Bytes on their way from a socket to their reader, kept in the blocks in which they came: nothing is moved
/// when the front is taken.
class BodyQueue
{
public:
    void append(QByteArray block);

    qint64 size() const { return m_size; }

    /// Copies up to `most` bytes out; the number copied.
    qint64 read(char* data, qint64 most);
    /// As many bytes as there are, up to `most`; without a copy where they are one block.
    QByteArray take(qint64 most);
    void clear();

private:
    std::deque<QByteArray> m_blocks;
    qint64 m_offset = 0; ///< read already of the first block
    qint64 m_size = 0;
};

} // namespace kaptan::net
