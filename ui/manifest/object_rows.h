#pragma once

#include "ui/common/row_model.h"
#include "ui/manifest/bench_runs.h"

namespace kaptan::ui
{

/// One object of a review or an apply, as its table shows it.
struct ObjectRow {
    int index = 0;
    QString kind, nameSpace, name;
    QString icon, word;
    Tone tone = Tone::Neutral;
    QString note; ///< in one line: why, or what to know
    int rank = 0; ///< what needs a look first
};

ObjectRow reviewRow(int index, const BenchObject& object, const ReviewItem& item);
ObjectRow outcomeRow(int index, const BenchObject& object, const kube::ApplyOutcome& outcome);

class ObjectRowsModel : public RowModel<ObjectRow>
{
    Q_OBJECT
public:
    enum ColumnIndex { StateColumn, Kind, Name, NameSpace, Note };

    explicit ObjectRowsModel(QObject* parent = nullptr);
    QString columnTitle(int column) const override;

protected:
    QString keyOf(const ObjectRow& row) const override { return QString::number(row.index); }

    Cell cell(const ObjectRow& row, int column) const override;
    SortKey sortKey(const ObjectRow& row, int column) const override;
    QString haystack(const ObjectRow& row) const override;
};

} // namespace kaptan::ui
