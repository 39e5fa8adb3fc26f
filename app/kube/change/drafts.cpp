#include "app/kube/change/drafts.h"

#include "app/kube/change/small_store.h"

#include <QCoreApplication>
#include <QDir>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QUuid>

#include <algorithm>

namespace kaptan::kube
{

using namespace Qt::StringLiterals;

namespace
{

constexpr qint64 kLargest = 256 * 1024 * 1024;

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(KubeDrafts)
};

/// An id names a file: it leads nowhere else.
bool isId(const QString& id)
{
    static const QRegularExpression form(u"\\A[A-Za-z0-9-]{1,64}\\z"_s);
    return form.match(id).hasMatch();
}

Error wrongId(const QString& id)
{
    return Error(StorageError{id, Tr::tr("this is no name of a draft")});
}

/// The texts of a draft by their names in the file.
template <class D, class Fn>
void eachText(D& draft, Fn fn)
{
    fn(u"connection"_s, draft.connectionId);
    fn(u"title"_s, draft.title);
    fn(u"text"_s, draft.text);
    fn(u"group"_s, draft.group);
    fn(u"version"_s, draft.version);
    fn(u"resource"_s, draft.resource);
    fn(u"namespace"_s, draft.nameSpace);
    fn(u"name"_s, draft.name);
}

} // namespace

DraftStore::DraftStore(QString folder) : m_folder(std::move(folder)) {}

QString DraftStore::newId()
{
    return QUuid::createUuid().toString(QUuid::WithoutBraces);
}

Result<void> DraftStore::save(const Draft& draft) const
{
    if (!isId(draft.id))
        return failure(wrongId(draft.id));
    if (Result<void> made = makePrivateFolder(m_folder); !made)
        return made;
    QJsonObject object{{u"draft"_s, 1},
                       {u"base"_s, draft.base},
                       {u"changed"_s, draft.changed.toUTC().toString(Qt::ISODateWithMs)},
                       {u"applying"_s, draft.applying}};
    eachText(draft, [&object](const QString& name, const QString& text) { object.insert(name, text); });
    return writePrivateFile(m_folder + u'/' + draft.id + u".json"_s,
                            QJsonDocument(object).toJson(QJsonDocument::Compact));
}

Result<void> DraftStore::remove(const QString& id) const
{
    if (!isId(id))
        return failure(wrongId(id));
    QFile::remove(journalFile(id));
    QFile file(m_folder + u'/' + id + u".json"_s);
    if (!file.remove() && file.exists())
        return failure(StorageError{file.fileName(), file.errorString()});
    return {};
}

QVector<Draft> DraftStore::all(QStringList* unreadable) const
{
    QVector<Draft> drafts;
    const QStringList names = QDir(m_folder).entryList({u"*.json"_s}, QDir::Files);
    for (const QString& name : names) {
        const QString path = m_folder + u'/' + name;
        Draft draft;
        draft.id = name.chopped(5);
        const Result<QByteArray> bytes = readPrivateFile(path, kLargest);
        const QJsonObject object = QJsonDocument::fromJson(bytes.value_or(QByteArray())).object();
        if (!isId(draft.id) || object.value(u"draft"_s).toInt() != 1) {
            if (unreadable)
                *unreadable << path;
            continue;
        }
        eachText(draft,
                 [&object](const QString& field, QString& text) { text = object.value(field).toString(); });
        draft.base = object.value(u"base"_s).toObject();
        draft.changed = QDateTime::fromString(object.value(u"changed"_s).toString(), Qt::ISODateWithMs);
        draft.applying = object.value(u"applying"_s).toBool();
        drafts.append(draft);
    }
    std::stable_sort(drafts.begin(), drafts.end(),
                     [](const Draft& a, const Draft& b) { return a.changed > b.changed; });
    return drafts;
}

QString DraftStore::journalFile(const QString& id) const
{
    return m_folder + u'/' + (isId(id) ? id : u"none"_s) + u".journal"_s;
}

DraftWriter::DraftWriter(DraftStore store, Clock& clock, QObject* parent)
    : QObject(parent), m_store(std::move(store)), m_clock(clock)
{
    m_pool.setMaxThreadCount(1);
}

DraftWriter::~DraftWriter()
{
    saveNow();
    m_pool.waitForDone();
}

void DraftWriter::put(const Draft& draft)
{
    m_waiting.insert(draft.id, draft);
    if (m_due)
        return;
    // Counted from the first change: who never stops typing loses no more than that.
    m_due = true;
    m_clock.callLater(kDelay, this, [this] {
        m_due = false;
        saveNow();
    });
}

void DraftWriter::saveNow()
{
    for (const Draft& draft : std::as_const(m_waiting)) {
        m_pool.start([this, store = m_store, draft] {
            const Result<void> done = store.save(draft);
            QMetaObject::invokeMethod(
                this,
                [this, id = draft.id, done] {
                    if (done)
                        Q_EMIT saved(id);
                    else
                        Q_EMIT failed(id, done.error());
                },
                Qt::QueuedConnection);
        });
    }
    m_waiting.clear();
}

void DraftWriter::remove(const QString& id)
{
    m_waiting.remove(id);
    m_pool.start([this, store = m_store, id] {
        if (const Result<void> done = store.remove(id); !done) {
            QMetaObject::invokeMethod(
                this, [this, id, error = done.error()] { Q_EMIT failed(id, error); }, Qt::QueuedConnection);
        }
    });
}

} // namespace kaptan::kube
