#include "ui/manifest/draft_keeper.h"

#include "app/core/when_done.h"

#include <QStandardPaths>
#include <QUuid>

using namespace Qt::StringLiterals;

namespace kaptan::ui
{

namespace
{

constexpr int soonMs = 50;

} // namespace

DraftKeeper::DraftKeeper(const QString& folder, QObject* parent)
    : QObject(parent),
      m_store(std::make_shared<const kube::DraftStore>(folder.isEmpty() ? defaultFolder() : folder))
{
    m_pool.setMaxThreadCount(1); // in order
    m_pool.setExpiryTimeout(2000);
    m_soon.setSingleShot(true);
    m_soon.setInterval(soonMs);
    connect(&m_soon, &QTimer::timeout, this, &DraftKeeper::flush);
}

DraftKeeper::~DraftKeeper()
{
    flush();
    m_pool.waitForDone();
}

QString DraftKeeper::defaultFolder()
{
    const QString given = qEnvironmentVariable("KAPTAN_DATA_DIR");
    const QString base =
        given.isEmpty() ? QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + u"/kaptan"_s
                        : given;
    return base + u"/drafts"_s;
}

QString DraftKeeper::newId()
{
    return QUuid::createUuid().toString(QUuid::Id128);
}

template <class T, class Fn>
QFuture<Result<T>> DraftKeeper::run(Fn fn)
{
    return QtFuture::makeReadyFuture().then(
        &m_pool, [store = m_store, fn = std::move(fn)]() -> Result<T> { return fn(*store); });
}

void DraftKeeper::save(const kube::Draft& draft)
{
    kube::Draft dated = draft;
    dated.changed = QDateTime::currentDateTimeUtc();
    m_waiting.insert(draft.id, dated);
    if (!m_soon.isActive())
        m_soon.start();
}

void DraftKeeper::flush()
{
    const auto waiting = std::exchange(m_waiting, {});
    for (const kube::Draft& draft : waiting)
        (void)saveNow(draft);
}

QFuture<Result<void>> DraftKeeper::saveNow(const kube::Draft& draft)
{
    m_waiting.remove(draft.id);
    kube::Draft dated = draft;
    if (!dated.changed.isValid())
        dated.changed = QDateTime::currentDateTimeUtc();
    const auto saved = run<void>([dated](const kube::DraftStore& store) { return store.save(dated); });
    whenDone(saved, this, [this](const Result<void>& result) {
        if (result)
            Q_EMIT changed();
        else
            Q_EMIT failed(result.error());
    });
    return saved;
}

QFuture<Result<void>> DraftKeeper::remove(const QString& id)
{
    m_waiting.remove(id);
    const auto removed = run<void>([id](const kube::DraftStore& store) { return store.remove(id); });
    whenDone(removed, this, [this](const Result<void>& result) {
        if (!result)
            Q_EMIT failed(result.error());
        Q_EMIT changed();
    });
    return removed;
}

QFuture<Result<QVector<kube::Draft>>> DraftKeeper::all()
{
    flush();
    return run<QVector<kube::Draft>>([](const kube::DraftStore& store) { return store.all(); });
}

QFuture<Result<kube::JournalReport>> DraftKeeper::journal(const QString& id)
{
    return run<kube::JournalReport>(
        [id](const kube::DraftStore& store) { return kube::readJournal(store.journalFile(id)); });
}

QString DraftKeeper::journalFile(const QString& id) const
{
    return m_store->journalFile(id);
}

} // namespace kaptan::ui
