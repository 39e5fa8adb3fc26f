#include "ui/cluster/row_queue.h"

#include <QHash>

#include <algorithm>
#include <utility>

namespace kaptan::ui
{

namespace
{

/// A portion is as many rows as take about a third of a frame, whatever the machine and the view.
constexpr qint64 leastTurnMs = 3, mostTurnMs = 6;
/// Between two turns, where less than a portion waits: each costs as much as the table is long.
constexpr int pauseMs = 50;

} // namespace

RowQueue::RowQueue(Taker take, QObject* parent) : QObject(parent), m_take(std::move(take))
{
    m_turn.setSingleShot(true);
    connect(&m_turn, &QTimer::timeout, this, &RowQueue::turn);
}

void RowQueue::add(const QVector<KubeRow>& upserted, const QVector<QString>& removedKeys)
{
    m_batches.push_back({upserted, removedKeys});
    const qint64 since = m_sinceTurn.isValid() ? m_sinceTurn.elapsed() : pauseMs;
    if (upserted.size() + removedKeys.size() >= m_portion)
        m_turn.start(0);
    else if (!m_turn.isActive())
        m_turn.start(int(std::clamp<qint64>(pauseMs - since, 0, pauseMs)));
}

void RowQueue::addFirst(const QVector<KubeRow>& upserted, const QVector<QString>& removedKeys)
{
    m_batches.push_front({upserted, removedKeys});
    m_turn.start(0);
}

void RowQueue::clear()
{
    m_batches.clear();
    m_turn.stop();
    m_sinceTurn.invalidate();
}

void RowQueue::turn()
{
    if (m_batches.empty())
        return;
    QElapsedTimer timer;
    timer.start();
    const qsizetype portion = m_portion;
    QHash<QString, KubeRow> news; // null: it is gone
    news.reserve(portion);
    while (!m_batches.empty() && news.size() < portion) {
        Batch& batch = m_batches.front();
        for (; batch.nextRemoved < batch.removed.size() && news.size() < portion; ++batch.nextRemoved)
            news.insert(batch.removed[batch.nextRemoved], nullptr);
        for (; batch.next < batch.upserted.size() && news.size() < portion; ++batch.next) {
            const KubeRow& row = batch.upserted[batch.next];
            news.insert(KubeTableModel::keyOfRow(*row), row);
        }
        if (batch.next < batch.upserted.size() || batch.nextRemoved < batch.removed.size())
            break;
        m_batches.pop_front();
    }
    QVector<KubeRow> upserted;
    QVector<QString> removed;
    upserted.reserve(news.size());
    for (auto item = news.cbegin(); item != news.cend(); ++item)
        if (item.value())
            upserted.append(item.value());
        else
            removed.append(item.key());
    // Before they are taken: whoever takes them may clear or add.
    m_turn.stop();
    if (!m_batches.empty())
        m_turn.start(0);
    m_take(upserted, removed);

    if (timer.elapsed() > mostTurnMs)
        m_portion = std::max(leastPortion, portion / 2);
    else if (timer.elapsed() < leastTurnMs && news.size() >= portion)
        m_portion = std::min(mostPortion, portion + portion / 4);
    m_sinceTurn.start();
}

} // namespace kaptan::ui
