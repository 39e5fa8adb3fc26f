#include "ui/cluster/pods_model.h"

#include "app/kube/watch/pod_summary.h"

#include <QCoreApplication>
#include <QPointer>
#include <QSet>

#include <algorithm>
#include <cstring>
#include <utility>

namespace kaptan::ui
{

namespace
{

/// Rows of one turn: as many as take about a third of a frame, whatever the machine and the view.
constexpr qsizetype leastPortion = 100, mostPortion = 1000;
constexpr qint64 leastTurnMs = 3, mostTurnMs = 6;
/// Between two turns, where less than a portion waits: each costs as much as the table is long.
constexpr int pauseMs = 50;

char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? char(c + ('a' - 'A')) : c;
}

bool contains(std::string_view text, const std::string& word)
{
    return memmem(text.data(), text.size(), word.data(), word.size()) != nullptr;
}

bool matches(const kube::PodRow& pod, const std::vector<std::string>& words)
{
    // Names, addresses and nodes are lower case by the API's own rules; the status is none of them.
    std::string status;
    for (const std::string& word : words) {
        if (contains(pod.name.view(), word) || contains(pod.nameSpace.view(), word) ||
            contains(pod.node.view(), word) || contains(pod.podIp.view(), word))
            continue;
        if (status.empty()) {
            status = kube::summaryOf(pod).status;
            std::transform(status.begin(), status.end(), status.begin(), lower);
        }
        if (!contains(status, word))
            return false;
    }
    return true;
}

QString textOf(std::string_view text)
{
    return QString::fromUtf8(text.data(), qsizetype(text.size()));
}

quint32 stampOf(const kube::Text& text)
{
    return quint32(qHash(text));
}

/// Names are lower-case ASCII by the API's rules, whose bytes every locale orders alike: they are compared as
/// they are (compareIn()), where keys to sort by would be the most of what a row costs. On any thread.
SortKey sortKeyOf(const kube::PodRow& pod, int column)
{
    switch (column) {
    case PodsModel::Ready: {
        const kube::PodSummary summary = summaryOf(pod);
        return {summary.total ? double(summary.ready) / summary.total : 0, {}, 0};
    }
    case PodsModel::Status:
        return {0, textOf(summaryOf(pod).status), 0};
    case PodsModel::Restarts:
        return {double(summaryOf(pod).restarts), {}, 0};
    case PodsModel::Age:
        return {double(pod.createdMs), {}, 0};
    case PodsModel::Ip:
        return {0, {}, stampOf(pod.podIp)};
    case PodsModel::Node:
        return {0, {}, stampOf(pod.node)};
    default: // a pod's name and namespace never change
        return {};
    }
}

/// As the keys of a text column leave them. On any thread.
int compareIn(int column, const kube::PodRow& a, const kube::PodRow& b)
{
    switch (column) {
    case PodsModel::Namespace:
        if (const int compared = naturalCompare(a.nameSpace.view(), b.nameSpace.view()))
            return compared;
        return naturalCompare(a.name.view(), b.name.view());
    case PodsModel::Name:
        return naturalCompare(a.name.view(), b.name.view());
    case PodsModel::Ip:
        return naturalCompare(a.podIp.view(), b.podIp.view());
    case PodsModel::Node:
        return naturalCompare(a.node.view(), b.node.view());
    default:
        return 0;
    }
}

} // namespace

int naturalCompare(std::string_view a, std::string_view b)
{
    const auto isDigit = [](char c) { return c >= '0' && c <= '9'; };
    size_t i = 0;
    size_t j = 0;
    while (i < a.size() && j < b.size()) {
        if (!isDigit(a[i]) || !isDigit(b[j])) {
            if (a[i] != b[j])
                return static_cast<unsigned char>(a[i]) < static_cast<unsigned char>(b[j]) ? -1 : 1;
            ++i;
            ++j;
            continue;
        }
        while (i < a.size() && a[i] == '0')
            ++i;
        while (j < b.size() && b[j] == '0')
            ++j;
        // The longer number is the greater; of equally long ones the first digit that differs decides.
        int first = 0;
        for (; i < a.size() && j < b.size() && isDigit(a[i]) && isDigit(b[j]); ++i, ++j)
            if (first == 0 && a[i] != b[j])
                first = a[i] < b[j] ? -1 : 1;
        if (i < a.size() && isDigit(a[i]))
            return 1;
        if (j < b.size() && isDigit(b[j]))
            return -1;
        if (first != 0)
            return first;
    }
    if (i < a.size() || j < b.size())
        return i < a.size() ? 1 : -1;
    return a.compare(b) < 0 ? -1 : a.compare(b) > 0; // "01" and "1"
}

PodsModel::PodsModel(QObject* parent)
    : RowModelBase({{QStringLiteral("namespace"), CellKind::MonoMuted, 120, false, 2, true, false},
                    {QStringLiteral("name"), CellKind::Mono, 240, true, 0, true, false},
                    {QStringLiteral("ready"), CellKind::Number, 70, false, 1, true, false},
                    {QStringLiteral("status"), CellKind::Chip, 130, false, 0, true, false},
                    {QStringLiteral("restarts"), CellKind::Number, 110, false, 3, true, true},
                    {QStringLiteral("age"), CellKind::Number, 72, false, 4, true, true},
                    {QStringLiteral("ip"), CellKind::MonoMuted, 110, false, 6, true, false},
                    {QStringLiteral("node"), CellKind::MonoMuted, 120, false, 5, true, false}},
                   parent)
{
    m_turn.setSingleShot(true);
    connect(&m_turn, &QTimer::timeout, this, &PodsModel::turn);
}

PodsModel::~PodsModel() = default;

// ---- what the caches tell

void PodsModel::setCaches(QVector<kube::PodCache*> caches, const QString& nameSpace)
{
    for (const QMetaObject::Connection& connection : std::exchange(m_connections, {}))
        disconnect(connection);
    ++m_epoch;
    m_batches.clear();
    m_turn.stop();
    m_nameSpace = kube::Text(nameSpace);
    m_known.assign(size_t(caches.size()), false);
    dropAll();
    freeElsewhere([pods = std::exchange(m_pods, {})] {});
    m_cacheOf.clear();
    refill();
    for (int i = 0; i < caches.size(); ++i)
        attach(i, caches[i]);
}

void PodsModel::attach(int index, kube::PodCache* cache)
{
    const int epoch = m_epoch;
    m_connections.append(connect(
        cache, &kube::Reflector::changed, this,
        [this, epoch, index](const kube::RowDelta& delta) {
            if (epoch == m_epoch)
                onDelta(index, delta);
        },
        Qt::QueuedConnection));
    // In the cache's own thread, between two of its deltas; there it is alive or not called at all.
    QMetaObject::invokeMethod(
        cache,
        [cache, epoch, index, model = QPointer<PodsModel>(this)] {
            kube::RowDelta all;
            all.reset = true;
            all.upserted = cache->rows();
            QMetaObject::invokeMethod(
                QCoreApplication::instance(),
                [all = std::move(all), epoch, index, model] {
                    if (model && model->m_epoch == epoch)
                        model->onSnapshot(index, all);
                },
                Qt::QueuedConnection);
        },
        Qt::QueuedConnection);
}

void PodsModel::onSnapshot(int cache, kube::RowDelta delta)
{
    m_known[size_t(cache)] = true;
    enqueue({cache, std::move(delta), 0});
}

void PodsModel::onDelta(int cache, const kube::RowDelta& delta)
{
    if (m_known[size_t(cache)]) // else the snapshot, which comes behind it, has it
        enqueue({cache, delta, 0});
}

void PodsModel::enqueue(Batch batch)
{
    const bool much = batch.delta.upserted.size() + batch.delta.removed.size() >= m_portion;
    m_batches.push_back(std::move(batch));
    const qint64 since = m_sinceTurn.isValid() ? m_sinceTurn.elapsed() : pauseMs;
    if (much)
        m_turn.start(0);
    else if (!m_turn.isActive())
        m_turn.start(int(std::clamp<qint64>(pauseMs - since, 0, pauseMs)));
}

QVector<kube::Text> PodsModel::missingFrom(const Batch& batch) const
{
    QVector<kube::Text> missing;
    QSet<kube::Text> there;
    for (int slot = 0; slot < slotCount(); ++slot) {
        if (keyOfSlot(slot).isEmpty() || m_cacheOf[size_t(slot)] != batch.cache)
            continue;
        if (there.isEmpty())
            for (const kube::RowPtr& row : batch.delta.upserted)
                there.insert(row->uid);
        if (const kube::Text& uid = m_pods[size_t(slot)]->uid; !there.contains(uid))
            missing.append(uid);
    }
    return missing;
}

void PodsModel::turn()
{
    QElapsedTimer timer;
    timer.start();
    const qsizetype portion = m_portion;
    qsizetype looked = 0; // rows of other namespaces are passed over, but not all in one turn
    // The last word on each counts, whichever delta it is from.
    QHash<kube::Text, std::pair<kube::RowPtr, int>> news;
    news.reserve(portion);
    while (!m_batches.empty() && news.size() < portion) {
        Batch& batch = m_batches.front();
        if (std::exchange(batch.delta.reset, false))
            batch.delta.removed = missingFrom(batch);
        for (const kube::Text& uid : std::exchange(batch.delta.removed, {}))
            news.insert(uid, {nullptr, batch.cache});
        const QVector<kube::RowPtr>& rows = batch.delta.upserted;
        for (; batch.next < rows.size() && news.size() < portion && looked < 10 * portion; ++batch.next) {
            const kube::RowPtr& row = rows[batch.next];
            ++looked;
            if (m_nameSpace.isEmpty() || row->nameSpace == m_nameSpace)
                news.insert(row->uid, {row, batch.cache});
        }
        if (batch.next < rows.size())
            break;
        m_batches.pop_front();
    }

    std::vector<int> added, changed, removed;
    for (auto item = news.cbegin(); item != news.cend(); ++item) {
        const QString key = item.key().toString();
        const auto& [row, cache] = item.value();
        int slot = slotOf(key);
        if (!row) {
            if (slot >= 0)
                removed.push_back(slot);
            continue;
        }
        const bool isNew = slot < 0;
        if (isNew) {
            slot = makeSlot(key);
            m_pods.grow(size_t(slotCount()));
            m_cacheOf.resize(size_t(slotCount()));
        }
        m_pods.edit(size_t(slot)) = row;
        m_cacheOf[size_t(slot)] = quint16(cache);
        (isNew ? added : changed).push_back(slot);
    }
    commit(added, changed, removed);
    for (const int slot : removed)
        m_pods.edit(size_t(slot)).reset();

    if (timer.elapsed() > mostTurnMs)
        m_portion = std::max(leastPortion, portion / 2);
    else if (timer.elapsed() < leastTurnMs && news.size() >= portion)
        m_portion = std::min(mostPortion, portion + portion / 4);
    m_sinceTurn.start();
    if (m_batches.empty())
        Q_EMIT caughtUp();
    else
        m_turn.start(0);
}

// ---- what rows show

const kube::PodRow& PodsModel::at(int slot) const
{
    return static_cast<const kube::PodRow&>(*m_pods[size_t(slot)]);
}

bool PodsModel::isFilled() const
{
    return m_batches.empty() && std::all_of(m_known.begin(), m_known.end(), [](bool known) { return known; });
}

QString PodsModel::keyOfName(const QString& nameSpace, const QString& name) const
{
    const std::string wantedSpace = nameSpace.toStdString(), wantedName = name.toStdString();
    for (int slot = 0; slot < slotCount(); ++slot)
        if (!keyOfSlot(slot).isEmpty() && at(slot).name.view() == wantedName &&
            at(slot).nameSpace.view() == wantedSpace)
            return keyOfSlot(slot);
    return {};
}

void PodsModel::touchAges()
{
    if (shown() > 0) // the view asks only for the rows that it shows
        Q_EMIT dataChanged(index(0, Restarts), index(shown() - 1, Age));
}

std::shared_ptr<const kube::PodRow> PodsModel::pod(const QString& key) const
{
    const int slot = slotOf(key);
    return slot < 0 ? nullptr : std::static_pointer_cast<const kube::PodRow>(m_pods[size_t(slot)]);
}

SortKey PodsModel::slotSortKey(int slot, int column) const
{
    return sortKeyOf(at(slot), column);
}

int PodsModel::compareRows(int a, int b) const
{
    return compareIn(sortColumn(), at(a), at(b));
}

bool PodsModel::slotMatches(int slot, const QStringList& words) const
{
    if (words != m_words) {
        m_words = words;
        m_bytes.clear();
        for (const QString& word : words)
            m_bytes.push_back(word.toStdString());
    }
    return matches(at(slot), m_bytes);
}

std::optional<SortSource> PodsModel::sortSource(int column) const
{
    // Both share one copy; uids are ASCII, so that their bytes are ordered as the keys are.
    const auto pods = std::make_shared<const Pods>(m_pods);
    return SortSource{[pods, column](int slot) {
                          return sortKeyOf(static_cast<const kube::PodRow&>(*(*pods)[size_t(slot)]), column);
                      },
                      [pods, column](int a, int b) {
                          return compareIn(column, static_cast<const kube::PodRow&>(*(*pods)[size_t(a)]),
                                           static_cast<const kube::PodRow&>(*(*pods)[size_t(b)]));
                      },
                      [pods](int a, int b) {
                          return (*pods)[size_t(a)]->uid.view().compare((*pods)[size_t(b)]->uid.view());
                      }};
}

} // namespace kaptan::ui
