#pragma once

#include "ui/cluster/kube_table_model.h"

#include <QElapsedTimer>
#include <QTimer>

#include <deque>
#include <functional>

namespace kaptan::ui
{

/// What is told of the rows of a table, handed on in portions: tens of thousands at once would be more than a
/// turn of the event loop has room for. The order in which it was told stays.
class RowQueue : public QObject
{
    Q_OBJECT
public:
    using Taker = std::function<void(const QVector<KubeRow>& upserted, const QVector<QString>& removedKeys)>;

    /// `take` gets a portion: each key once, with the last word on it.
    explicit RowQueue(Taker take, QObject* parent = nullptr);

    /// Also where both are empty: that there is nothing is told too.
    void add(const QVector<KubeRow>& upserted, const QVector<QString>& removedKeys = {});
    /// Before all that waits.
    void addFirst(const QVector<KubeRow>& upserted, const QVector<QString>& removedKeys = {});
    void clear();

    /// Something was told and not handed on yet.
    bool isBehind() const { return !m_batches.empty(); }

    static constexpr qsizetype leastPortion = 100, mostPortion = 1000;

private:
    struct Batch {
        QVector<KubeRow> upserted;
        QVector<QString> removed;
        qsizetype next = 0;        ///< of `upserted`
        qsizetype nextRemoved = 0; ///< of `removed`, which go first
    };

    void turn();

    Taker m_take;
    std::deque<Batch> m_batches;
    qsizetype m_portion = 500;
    QTimer m_turn;
    QElapsedTimer m_sinceTurn;
};

} // namespace kaptan::ui
