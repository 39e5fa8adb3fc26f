#pragma once

#include "app/core/clock.h"
#include "app/history/database.h"

#include <QVector>

namespace kaptan::history
{

/// The steps of the schema, the first one first; a file's user_version says how many it has taken.
const QVector<const char*>& schemaSteps();

/// What was found at the start, for the user to be told.
struct Opening {
    int version = 0;         ///< of the schema, now
    bool isReadOnly = false; ///< a newer Kaptan wrote it
    QString copy;            ///< of the file before its schema was changed; empty: it was not
    QString setAside;        ///< a damaged file's new name; empty: it was sound
    qint64 salvaged = 0;     ///< rows of it that could still be read
};

/// Makes the file where there is none, brings an older one up to date step by step, each in one transaction
/// and after a copy of the whole; leaves a newer one as it is. A damaged one is set aside under another name
/// and a new one is begun with what can still be read of it. To be called before anybody else opens it, in a
/// worker: the check reads the whole file.
///
/// StorageError where the folder or the disk does not allow it, or the file belongs to another program.
Result<Opening> prepareHistory(const QString& file, const Clock& clock, bool check = true);

} // namespace kaptan::history
