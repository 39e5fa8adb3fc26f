#pragma once

#include "app/kube/watch/table_feed.h"
#include "ui/common/row_model.h"

namespace kaptan::ui
{

using KubeRow = std::shared_ptr<const kube::CellsRow>;

/// Objects of one kind in the columns of their server, the namespace beside the name where there are several.
class KubeTableModel : public RowModel<KubeRow>
{
    Q_OBJECT
public:
    struct Layout {
        QVector<kube::TableColumn> columns;
        bool withNameSpace = false;
        bool wide = false;       ///< the columns of lower priority too; see showWide()
        QVector<KubeRow> sample; ///< how wide the columns should be

        /// Only what decides which columns there are.
        bool isSame(const Layout& other) const;
    };

    explicit KubeTableModel(const Layout& layout, QObject* parent = nullptr);

    const Layout& layout() const { return m_layout; }

    QString columnTitle(int column) const override;
    QString columnToolTip(int column) const override;
    bool hasColumn(int column) const override;
    /// Shows or hides the columns of lower priority (shown at first): no row has to be made anew for that.
    void showWide(bool show);
    /// Ages grow.
    void touchAges();

    static QString keyOfRow(const kube::CellsRow& row) { return row.uid.toString(); }

protected:
    QString keyOf(const KubeRow& row) const override { return keyOfRow(*row); }

    Cell cell(const KubeRow& row, int column) const override;
    SortKey sortKey(const KubeRow& row, int column) const override;
    QString haystack(const KubeRow& row) const override;

private:
    struct Place {
        enum What { Name, NameSpace, Age, State, Number, Plain };

        What what = Plain;
        int cell = -1; ///< of the server's columns
    };

    static QVector<Place> places(const Layout& layout);
    static QVector<Column> columnsOf(const Layout& layout);
    QString text(const KubeRow& row, int column) const;

    Layout m_layout;
    QVector<Place> m_places;
    bool m_showWide = true;
};

} // namespace kaptan::ui
