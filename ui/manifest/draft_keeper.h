#pragma once

#include "app/kube/change/drafts.h"

#include <QFuture>
#include <QHash>
#include <QObject>
#include <QThreadPool>
#include <QTimer>

#include <memory>

namespace kaptan::ui
{

/// The drafts on disk, for the UI's thread: written and read by one worker, in the order of the calls.
class DraftKeeper : public QObject
{
    Q_OBJECT
public:
    /// `folder` empty: defaultFolder().
    explicit DraftKeeper(const QString& folder = {}, QObject* parent = nullptr);
    ~DraftKeeper() override; ///< what waits is written first

    /// "drafts" below KAPTAN_DATA_DIR, or below the user's data folder where that is not set.
    static QString defaultFolder();
    static QString newId();

    /// Soon; several saves in a row of one draft become one write.
    void save(const kube::Draft& draft);
    /// At once; the future ends when it is on disk.
    QFuture<Result<void>> saveNow(const kube::Draft& draft);
    QFuture<Result<void>> remove(const QString& id);
    QFuture<Result<QVector<kube::Draft>>> all();
    QFuture<Result<kube::JournalReport>> journal(const QString& id);
    QString journalFile(const QString& id) const;

Q_SIGNALS:
    void changed(); ///< drafts came or went
    void failed(const kaptan::Error& error);

private:
    template <class T, class Fn>
    QFuture<Result<T>> run(Fn fn);
    void flush();

    std::shared_ptr<const kube::DraftStore> m_store;
    QThreadPool m_pool;
    QTimer m_soon;
    QHash<QString, kube::Draft> m_waiting;
};

} // namespace kaptan::ui
