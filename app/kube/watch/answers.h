#pragma once

#include "app/core/result.h"
#include "app/kube/api/table.h"
#include "app/kube/watch/rows.h"

#include <QByteArray>
#include <QMutex>

#include <optional>
#include <vector>

/// What a server sends while it is listed and watched, decoded on workers.
namespace kaptan::kube
{

/// The columns of a table, which come with its rows. Any thread.
class TableHeader
{
public:
    QVector<TableColumn> columns() const
    {
        const QMutexLocker lock(&m_mutex);
        return m_columns;
    }

    void set(const QVector<TableColumn>& columns)
    {
        const QMutexLocker lock(&m_mutex);
        m_columns = columns;
    }

private:
    mutable QMutex m_mutex;
    QVector<TableColumn> m_columns;
};

/// How objects become rows.
struct RowSchema {
    RowKind rowKind = RowKind::Pod;
    Text kind; ///< written into WorkloadRow
    std::shared_ptr<Interner> texts;
    std::shared_ptr<TableHeader> header = {}; ///< RowKind::Cells only
};

struct DecodedObject {
    RowPtr row;
    Text version; ///< resourceVersion
};

/// metadata of a list.
struct ListHead {
    QByteArray resourceVersion;
    QByteArray continueToken; ///< empty: the last page
    qint64 remaining = -1;    ///< -1: not said
};

/// From the first bytes of a page, before its items are here. Nothing while it cannot be known yet (or never:
/// when items stand first).
std::optional<ListHead> peekListHead(QByteArrayView begin);

struct DecodedPage {
    ListHead head;
    std::vector<DecodedObject> objects;
    int skipped = 0; ///< objects without uid or name
};

/// `body` may be taken apart. ParseError where it is no list.
Result<DecodedPage> decodePage(QByteArray body, const RowSchema& schema, const QString& where);

/// meta.k8s.io Status.
struct StatusAnswer {
    int code = 0;
    QString reason, message;
    QByteArray continueToken; ///< of an expired list: goes on at the newest version
    int retryAfterSeconds = 0;
};

/// Nothing where the body is no Status.
std::optional<StatusAnswer> decodeStatus(QByteArray body);

struct DecodedEvents {
    struct Change {
        DecodedObject object;
        bool isRemoved = false;
    };

    std::vector<Change> changes; ///< in order
    Text version;                ///< the last one told, by objects and bookmarks; empty: none
    int skipped = 0;
    int lines = 0;
    std::optional<StatusAnswer> refused; ///< an ERROR event: what comes behind does not count
    std::optional<Error> broken;         ///< a line that is no event; what stands before it counts
};

/// Whole lines of a watch.
DecodedEvents decodeEvents(QByteArray lines, const RowSchema& schema, const QString& where);

} // namespace kaptan::kube
