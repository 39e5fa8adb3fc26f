#pragma once

#include "app/core/result.h"
#include "app/kube/change/applier.h"

#include <QDateTime>
#include <QJsonObject>
#include <QString>
#include <QVector>

namespace kaptan::kube
{

/// A text that somebody is working on. Kept on disk from the first change until it was applied or thrown
/// away, so that no edit is lost when the server refuses, the connection drops or the program is killed.
struct Draft {
    QString id;           ///< random; names the file
    QString connectionId; ///< of the session
    QString title;        ///< "Deployment shop/web", "3 files of /srv/shop"; untrusted
    QString text;
    QString group, version, resource, nameSpace, name; ///< of an object that is edited; empty: a manifest
    QJsonObject base;                                  ///< the live object when the edit began
    QDateTime changed;                                 ///< UTC
    bool applying = false; ///< an apply of it began: journal() tells how far it came
};

/// The folder of drafts. Files are for this user alone (0600 in a folder 0700), since a draft may be a
/// Secret; written whole or not at all (QSaveFile, synced). Calls block for one small file: not for the UI
/// thread; see DraftWriter.
class DraftStore
{
public:
    /// `folder` is made where it is missing; normally QStandardPaths' AppDataLocation + "/drafts".
    explicit DraftStore(QString folder);

    Result<void> save(const Draft& draft) const;
    Result<void> remove(const QString& id) const; ///< with its journal
    /// Newest first. A file that cannot be read is left where it is and named in `unreadable`.
    QVector<Draft> all(QStringList* unreadable = nullptr) const;
    QString journalFile(const QString& id) const;

private:
    QString m_folder;
};

/// What a journal of an apply says, in the order of the objects; what was sent and has no answer stays Sent.
/// The last line may be cut off. `titles` are the objects' as they were.
struct JournalReport {
    QStringList titles;
    QVector<ApplyOutcome> outcomes;
    bool finished = false;
};

Result<JournalReport> readJournal(const QString& file);

} // namespace kaptan::kube
