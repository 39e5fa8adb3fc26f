#include "app/net/body_queue.h"

#include <algorithm>
#include <cstring>

namespace kaptan::net
{

namespace
{

/// Below this, copying is cheaper than keeping one more block.
constexpr qint64 kSmall = 16 * 1024;

} // namespace

void BodyQueue::append(QByteArray block)
{
    if (block.isEmpty())
        return;
    m_size += block.size();
    if (!m_blocks.empty() && block.size() < kSmall && m_blocks.back().size() < kSmall) {
        m_blocks.back().append(block);
        return;
    }
    if (block.capacity() > 2 * block.size())
        block.squeeze(); // a trickle must not hold buffers of the size of a flood
    m_blocks.push_back(std::move(block));
}

qint64 BodyQueue::read(char* data, qint64 most)
{
    qint64 done = 0;
    while (done < most && !m_blocks.empty()) {
        const QByteArray& front = m_blocks.front();
        const qint64 part = std::min<qint64>(most - done, front.size() - m_offset);
        std::memcpy(data + done, front.constData() + m_offset, size_t(part));
        done += part;
        m_offset += part;
        if (m_offset == front.size()) {
            m_blocks.pop_front();
            m_offset = 0;
        }
    }
    m_size -= done;
    return done;
}

QByteArray BodyQueue::take(qint64 most)
{
    if (m_size == 0 || most <= 0)
        return {};
    const qint64 first = m_blocks.front().size();
    if (m_offset == 0 && first == std::min(most, m_size)) {
        QByteArray block = std::move(m_blocks.front());
        m_blocks.pop_front();
        m_size -= first;
        return block;
    }
    QByteArray joined(std::min(most, m_size), Qt::Uninitialized);
    read(joined.data(), joined.size());
    return joined;
}

void BodyQueue::clear()
{
    m_blocks.clear();
    m_offset = 0;
    m_size = 0;
}

} // namespace kaptan::net
