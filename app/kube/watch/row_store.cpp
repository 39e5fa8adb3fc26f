#include "app/kube/watch/row_store.h"

#include <charconv>

namespace kaptan::kube
{

namespace
{

quint64 numberOf(const Text& version)
{
    const std::string_view text = version.view();
    quint64 number = 0;
    const auto [end, code] = std::from_chars(text.data(), text.data() + text.size(), number);
    return code == std::errc() && end == text.data() + text.size() ? number : 0;
}

} // namespace

QVector<RowPtr> RowStore::rows() const
{
    const QMutexLocker lock(&m_mutex);
    QVector<RowPtr> result;
    result.reserve(m_entries.size());
    for (const Entry& entry : m_entries)
        result.append(entry.row);
    return result;
}

RowPtr RowStore::row(const Text& uid) const
{
    const QMutexLocker lock(&m_mutex);
    const auto entry = m_entries.constFind(uid);
    return entry == m_entries.cend() ? nullptr : entry->row;
}

qsizetype RowStore::count() const
{
    const QMutexLocker lock(&m_mutex);
    return m_entries.size();
}

void RowStore::addListed(std::vector<DecodedObject> objects)
{
    const QMutexLocker lock(&m_mutex);
    for (DecodedObject& object : objects) {
        const quint64 version = numberOf(object.version);
        Entry& entry = m_entries[object.row->uid];
        entry.generation = m_generation;
        if (entry.row && version != 0 && entry.version == version)
            continue;
        entry.version = version;
        entry.row = std::move(object.row);
        m_news.insert(entry.row->uid, entry.row);
    }
}

void RowStore::endList()
{
    const QMutexLocker lock(&m_mutex);
    m_entries.removeIf([this](const std::pair<const Text&, Entry&>& item) {
        if (item.second.generation == m_generation)
            return false;
        m_news.insert(item.first, nullptr);
        return true;
    });
}

void RowStore::apply(std::vector<DecodedEvents::Change> changes)
{
    const QMutexLocker lock(&m_mutex);
    for (DecodedEvents::Change& change : changes) {
        const Text uid = change.object.row->uid;
        if (change.isRemoved) {
            if (m_entries.remove(uid))
                m_news.insert(uid, nullptr);
            continue;
        }
        // A list that went on at a newer version may be ahead of the watch, which begins at the older one.
        const quint64 version = numberOf(change.object.version);
        Entry& entry = m_entries[uid];
        if (entry.row && version != 0 && version <= entry.version)
            continue;
        entry = {std::move(change.object.row), version, m_generation};
        m_news.insert(uid, entry.row);
    }
}

RowDelta RowStore::takeNews()
{
    RowDelta delta;
    delta.reset = std::exchange(m_reset, false);
    delta.upserted.reserve(m_news.size());
    for (auto item = m_news.cbegin(); item != m_news.cend(); ++item) {
        if (*item)
            delta.upserted.append(*item);
        else if (!delta.reset)
            delta.removed.append(item.key());
    }
    m_news = {};
    return delta;
}

} // namespace kaptan::kube
