#pragma once

#include "ui/cluster/kube_kinds.h"

#include <QFrame>
#include <QListWidget>

class QLineEdit;

namespace kaptan::ui
{

/// The kinds of a cluster in their groups, the overview first.
class KubeKindList : public QListWidget
{
    Q_OBJECT
public:
    explicit KubeKindList(QWidget* parent = nullptr);

    /// What was chosen stays chosen where it is still there.
    void setEntries(const QVector<KindEntry>& entries);

    const QVector<KindEntry>& entries() const { return m_entries; }

    /// Null: the overview. Says nothing by a signal.
    void select(const kube::ApiResource* resource);
    void retranslate();

Q_SIGNALS:
    void overviewChosen();
    void kindChosen(const kaptan::kube::ApiResource& resource);

private:
    void fill();

    QVector<KindEntry> m_entries;
};

/// A field that finds a kind by any of its names, with what fits below it. Opens by ":".
class KubeJump : public QFrame
{
    Q_OBJECT
public:
    explicit KubeJump(QWidget* parent);

    void open(const QVector<KindEntry>& entries);
    void retranslate();

Q_SIGNALS:
    void chosen(const kaptan::kube::ApiResource& resource);
    void closed();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void refill();
    void choose();
    void shut();

    QVector<KindEntry> m_entries, m_found;
    QLineEdit* m_edit;
    QListWidget* m_list;
};

} // namespace kaptan::ui
