#pragma once

#include "app/kube/watch/resource_cache.h"
#include "ui/common/chunked.h"
#include "ui/common/row_model.h"

#include <QElapsedTimer>

#include <deque>
#include <string>
#include <string_view>

namespace kaptan::ui
{

/// By bytes, but runs of digits as numbers: "web-9" is before "web-10", 10.0.0.2 before 10.0.0.10. Negative,
/// 0, positive.
int naturalCompare(std::string_view a, std::string_view b);

/// The pods of one or several caches, as `kubectl get pods -o wide` shows them. For a hundred thousand rows:
/// what the caches tell is taken over in portions, so that no turn of the event loop takes long; filter and
/// sort look in the rows themselves. Keys are uids.
class PodsModel : public RowModelBase
{
    Q_OBJECT
public:
    enum ColumnIndex { Namespace, Name, Ready, Status, Restarts, Age, Ip, Node };

    explicit PodsModel(QObject* parent = nullptr);
    ~PodsModel() override;

    /// Forgets what there was. The rows that the caches have come by and by; the caches may end before us.
    /// `nameSpace`: only its pods; empty: all.
    void setCaches(QVector<kube::PodCache*> caches, const QString& nameSpace = {});

    /// The rows that every cache had when it was asked are in the table.
    bool isFilled() const;

    /// Null where unknown; also where filtered out.
    std::shared_ptr<const kube::PodRow> pod(const QString& key) const;

    /// The key of the pod of that name; empty where there is none. Looks at every row.
    QString keyOfName(const QString& nameSpace, const QString& name) const;

    /// Ages grow.
    void touchAges();

    /// Rows that were told and are not in the table yet.
    bool isBehind() const { return !m_batches.empty(); }

    QString columnTitle(int column) const override;
    QString columnToolTip(int column) const override;

Q_SIGNALS:
    /// What was told up to now is in the table.
    void caughtUp();

protected:
    Cell slotCell(int slot, int column) const override;
    SortKey slotSortKey(int slot, int column) const override;
    bool slotMatches(int slot, const QStringList& words) const override;
    std::optional<SortSource> sortSource(int column) const override;
    int compareRows(int a, int b) const override;

    QString slotHaystack(int) const override { return {}; }

    bool slotAccepted(int) const override { return true; }

private:
    using Pod = std::shared_ptr<const kube::PodRow>;
    using Pods = Chunked<kube::RowPtr>;

    struct Batch {
        int cache = 0;
        kube::RowDelta delta;
        qsizetype next = 0; ///< of `upserted`
    };

    void attach(int index, kube::PodCache* cache);
    void onSnapshot(int cache, kube::RowDelta delta);
    void onDelta(int cache, const kube::RowDelta& delta);
    void enqueue(Batch batch);
    void turn();
    QVector<kube::Text> missingFrom(const Batch& batch) const;
    const kube::PodRow& at(int slot) const;

    Pods m_pods;                    ///< by slot
    std::vector<quint16> m_cacheOf; ///< by slot
    QVector<QMetaObject::Connection> m_connections;
    std::vector<bool> m_known; ///< by cache: its snapshot came
    int m_epoch = 0;           ///< of the caches
    kube::Text m_nameSpace;    ///< empty: all
    std::deque<Batch> m_batches;
    QTimer m_turn;
    qsizetype m_portion = 500; ///< rows of a turn
    QElapsedTimer m_sinceTurn;
    mutable QStringList m_words; ///< that m_bytes are made of
    mutable std::vector<std::string> m_bytes;
};

} // namespace kaptan::ui
