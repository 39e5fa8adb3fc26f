#include "app/kube/watch/text.h"

#include <algorithm>
#include <cstdlib>
#include <cstring>
#include <new>

namespace kaptan::kube
{

/// The bytes stand right behind.
struct Text::Block {
    std::atomic<quint32> holders{1};
    quint32 size = 0;

    char* bytes() { return reinterpret_cast<char*>(this + 1); }
};

Text::Text(std::string_view utf8)
{
    if (utf8.empty())
        return;
    // A text of 4 GB never comes: a line and a page are limited far below.
    m_block = new (::operator new(sizeof(Block) + utf8.size())) Block;
    m_block->size = quint32(utf8.size());
    std::memcpy(m_block->bytes(), utf8.data(), utf8.size());
}

Text::Text(const QString& text)
{
    const QByteArray utf8 = text.toUtf8();
    *this = Text(std::string_view(utf8.constData(), size_t(utf8.size())));
}

Text::Text(const Text& other) : m_block(other.m_block)
{
    if (m_block)
        m_block->holders.fetch_add(1, std::memory_order_relaxed);
}

Text& Text::operator=(const Text& other)
{
    Text copy(other);
    std::swap(m_block, copy.m_block);
    return *this;
}

std::string_view Text::view() const
{
    return m_block ? std::string_view(m_block->bytes(), m_block->size) : std::string_view();
}

QString Text::toString() const
{
    const std::string_view bytes = view();
    return QString::fromUtf8(bytes.data(), qsizetype(bytes.size()));
}

bool Text::isUnshared() const
{
    return m_block && m_block->holders.load(std::memory_order_acquire) == 1;
}

void Text::release()
{
    if (!m_block || m_block->holders.fetch_sub(1, std::memory_order_acq_rel) != 1)
        return;
    m_block->~Block();
    ::operator delete(m_block);
}

Text Interner::operator()(std::string_view utf8)
{
    if (utf8.empty())
        return {};
    const std::lock_guard lock(m_mutex);
    if (const auto known = m_texts.find(utf8); known != m_texts.end())
        return known->second;
    if (m_texts.size() >= m_pruneAt) {
        pruneLocked();
        m_pruneAt = std::max<size_t>(1024, 2 * m_texts.size());
    }
    Text text(utf8);
    m_texts.emplace(text.view(), text);
    return text;
}

void Interner::prune()
{
    const std::lock_guard lock(m_mutex);
    pruneLocked();
}

void Interner::pruneLocked()
{
    // A text that only we hold cannot get a new holder meanwhile: new ones come through the lock.
    std::erase_if(m_texts, [](const auto& entry) { return entry.second.isUnshared(); });
}

size_t Interner::size() const
{
    const std::lock_guard lock(m_mutex);
    return m_texts.size();
}

} // namespace kaptan::kube
