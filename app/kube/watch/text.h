#pragma once

#include <QByteArray>
#include <QHashFunctions>
#include <QString>

#include <atomic>
#include <compare>
#include <memory>
#include <mutex>
#include <string_view>
#include <unordered_map>
#include <utility>

namespace kaptan::kube
{

/// A short UTF-8 text that is never changed, of the size of one pointer: with 100,000 rows of a dozen texts
/// each, the 24 bytes of a QByteArray would be most of what is kept. Copies share; any thread.
class Text
{
public:
    Text() = default;
    explicit Text(std::string_view utf8);

    explicit Text(const QString& text);

    Text(const Text& other);

    Text(Text&& other) noexcept : m_block(std::exchange(other.m_block, nullptr)) {}

    Text& operator=(const Text& other);

    Text& operator=(Text&& other) noexcept
    {
        std::swap(m_block, other.m_block);
        return *this;
    }

    ~Text() { release(); }

    bool isEmpty() const { return !m_block; }

    std::string_view view() const;

    /// Decoded anew each time: for what is shown.
    QString toString() const;

    bool operator==(const Text& other) const { return m_block == other.m_block || view() == other.view(); }

    bool operator==(std::string_view other) const { return view() == other; }

    std::strong_ordering operator<=>(const Text& other) const { return view() <=> other.view(); }

    /// Nobody else holds it.
    bool isUnshared() const;

private:
    struct Block;
    void release();
    Block* m_block = nullptr; ///< null: empty
};

inline size_t qHash(const Text& text, size_t seed = 0)
{
    const std::string_view view = text.view();
    return qHashBits(view.data(), view.size(), seed);
}

/// Gives the same Text for the same bytes: for what many rows say alike (namespaces, nodes, images,
/// reasons). Any thread.
class Interner
{
public:
    Text operator()(std::string_view utf8);
    /// Forgets what no row says any more. Done by itself whenever it has doubled.
    void prune();
    size_t size() const;

private:
    void pruneLocked();

    mutable std::mutex m_mutex;
    std::unordered_map<std::string_view, Text> m_texts; ///< keys view into their values
    size_t m_pruneAt = 1024;
};

} // namespace kaptan::kube
