#pragma once

#include "app/workload/model.h"
#include "ui/deployments/usage_history.h"

#include <QAbstractListModel>
#include <QListView>
#include <QStyledItemDelegate>

namespace kaptan::ui
{

/// The replicas of one workload, two lines each: name and state; address, ports, restarts, last end, age and
/// use. Plain text from the engine is made safe.
class ReplicaModel : public QAbstractListModel
{
    Q_OBJECT
public:
    enum Role { DetailRole = Qt::UserRole + 1 };

    explicit ReplicaModel(const UsageHistory& history, QObject* parent = nullptr);

    void show(const QVector<workload::Instance>& instances);
    /// New samples came, or time passed.
    void touch();

    const workload::Instance* at(int row) const;
    int rowOf(const QString& name) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;

private:
    QString detail(const workload::Instance& instance) const;
    QString containerLine(const workload::InstanceContainer& container) const;

    const UsageHistory& m_history;
    QVector<workload::Instance> m_instances;
};

class ReplicaDelegate : public QStyledItemDelegate
{
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
};

/// As tall as its rows, up to eight of them.
class ReplicaList : public QListView
{
    Q_OBJECT
public:
    explicit ReplicaList(ReplicaModel* model, QWidget* parent = nullptr);

    const workload::Instance* current() const;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void menuRequested(const QPoint& globalPosition);

protected:
    void contextMenuEvent(QContextMenuEvent* event) override;

private:
    void fit();
    ReplicaModel* m_replicas;
    QString m_keptName; ///< around a reset
};

} // namespace kaptan::ui
