#pragma once

#include "app/core/result.h"
#include "app/kube/change/applier.h"

#include <QDateTime>
#include <QHash>
#include <QJsonObject>
#include <QObject>
#include <QString>
#include <QThreadPool>
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

    /// A fresh id.
    static QString newId();

    Result<void> save(const Draft& draft) const;
    Result<void> remove(const QString& id) const; ///< with its journal
    /// Newest first. A file that cannot be read is left where it is and named in `unreadable`.
    QVector<Draft> all(QStringList* unreadable = nullptr) const;
    QString journalFile(const QString& id) const;

private:
    QString m_folder;
};

/// Saves drafts in a thread of its own, soon after they changed: the latest text of each. Lives in the UI's
/// thread and never blocks it; only its end waits until what was left is on disk.
class DraftWriter : public QObject
{
    Q_OBJECT
public:
    static constexpr std::chrono::milliseconds kDelay{300}; ///< from a change to its being saved

    explicit DraftWriter(DraftStore store, Clock& clock = Clock::system(), QObject* parent = nullptr);
    ~DraftWriter() override;

    const DraftStore& store() const { return m_store; }

    void put(const Draft& draft);
    /// Without waiting for the delay; done when saved() or failed() says so.
    void saveNow();
    /// Also what is yet to be saved of it.
    void remove(const QString& id);

Q_SIGNALS:
    void saved(const QString& id);
    void failed(const QString& id, const kaptan::Error& error);

private:
    DraftStore m_store;
    Clock& m_clock;
    QHash<QString, Draft> m_waiting;
    bool m_due = false; ///< a save will come by itself
    QThreadPool m_pool; ///< one thread: in order
};

/// What a journal of an apply says, in the order of the objects; what was sent and has no answer stays Sent.
/// The last line may be cut off. `titles` are the objects' as they were.
struct JournalReport {
    QStringList titles;
    QStringList hashes; ///< of what was written
    QVector<ApplyOutcome> outcomes;
    bool finished = false;
};

Result<JournalReport> readJournal(const QString& file);

/// How an apply goes on that broke off: for Applier::Options. What is on the server already and is still
/// written the same is left alone; what failed, or nobody knows of, is applied (again, which does no harm).
/// Of an object without a name that was sent nobody can tell: it failed.
struct Resumption {
    QVector<int> only; ///< empty: all is done
    QVector<ApplyOutcome> before;
    QVector<int> leftOut; ///< of `only`: not sent the first time, because somebody wanted it so
};

Resumption resume(const JournalReport& report, const QVector<ManifestObject>& objects);

} // namespace kaptan::kube
