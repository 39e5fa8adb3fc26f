#pragma once

#include "app/kube/watch/answers.h"
#include "app/kube/watch/reflector.h"

#include <QHash>
#include <QMutex>

/// The rows, and what of them nobody was told yet. For this room's own sources only.
namespace kaptan::kube
{

/// Written by the reflector's thread alone; rows(), row() and count() from any.
class RowStore
{
public:
    QVector<RowPtr> rows() const;
    RowPtr row(const Text& uid) const;
    qsizetype count() const;

    /// From here to endList() what the list brings is marked; endList() removes what it did not bring.
    void beginList() { ++m_generation; }

    void addListed(std::vector<DecodedObject> objects);
    void endList();
    void apply(std::vector<DecodedEvents::Change> changes);

    bool hasNews() const { return m_reset || !m_news.isEmpty(); }

    RowDelta takeNews();

private:
    struct Entry {
        RowPtr row;
        quint64 version = 0; ///< 0: a server whose versions are no numbers
        quint32 generation = 0;
    };

    mutable QMutex m_mutex; ///< of m_entries
    QHash<Text, Entry> m_entries;
    QHash<Text, RowPtr> m_news; ///< null: removed
    quint32 m_generation = 0;
    bool m_reset = true;
};

} // namespace kaptan::kube
