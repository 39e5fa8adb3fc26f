#pragma once

#include <array>
#include <atomic>
#include <cstddef>
#include <memory>
#include <vector>

namespace kaptan::ui
{

/// A list whose copy costs next to nothing, however long it is: copies share chunks, and what one of them
/// writes it copies first. So a worker may read all rows while one thread goes on writing.
template <class T, size_t N = 256>
class Chunked
{
public:
    size_t size() const { return m_size; }

    const T& operator[](size_t at) const { return (*m_chunks[at / N])[at % N]; }

    /// To be written to.
    T& edit(size_t at)
    {
        std::shared_ptr<Chunk>& chunk = m_chunks[at / N];
        if (chunk.use_count() > 1)
            chunk = std::make_shared<Chunk>(*chunk);
        else
            std::atomic_thread_fence(std::memory_order_acquire); // a reader may have let go just now
        return (*chunk)[at % N];
    }

    /// Never shrinks.
    void grow(size_t size)
    {
        while (m_chunks.size() * N < size)
            m_chunks.push_back(std::make_shared<Chunk>());
        m_size = size;
    }

private:
    using Chunk = std::array<T, N>;
    std::vector<std::shared_ptr<Chunk>> m_chunks;
    size_t m_size = 0;
};

} // namespace kaptan::ui
