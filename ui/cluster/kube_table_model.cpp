#include "ui/cluster/kube_table_model.h"

#include "ui/cluster/kube_status.h"
#include "ui/common/plain_text.h"

using namespace Qt::StringLiterals;

namespace kaptan::ui
{

namespace
{

constexpr int sampled = 100;
constexpr int longestCell = 4000; ///< characters that the filter looks in

QDateTime createdOf(const KubeRow& row)
{
    return row->createdMs > 0 ? QDateTime::fromMSecsSinceEpoch(row->createdMs, Qt::UTC) : QDateTime();
}

} // namespace

bool KubeTableModel::Layout::isSame(const Layout& other) const
{
    return columns == other.columns && withNameSpace == other.withNameSpace && wide == other.wide;
}

KubeTableModel::KubeTableModel(const Layout& layout, QObject* parent)
    : RowModel<KubeRow>(columnsOf(layout), parent), m_layout(layout), m_places(places(layout))
{
    m_layout.sample.clear();
}

QVector<KubeTableModel::Place> KubeTableModel::places(const Layout& layout)
{
    QVector<Place> result;
    result.append({Place::Name, -1});
    if (layout.withNameSpace)
        result.append({Place::NameSpace, -1});
    for (int i = 0; i < layout.columns.size(); ++i) {
        const kube::TableColumn& column = layout.columns[i];
        if (column.priority > 0 && !layout.wide)
            continue;
        const QString name = column.name.toLower();
        if (name == "name"_L1)
            result[0].cell = i;
        else if (name == "namespace"_L1 && layout.withNameSpace)
            result[1].cell = i;
        else if (name == "age"_L1)
            result.append({Place::Age, i});
        else if (name == "status"_L1 || name == "phase"_L1 || name == "state"_L1)
            result.append({Place::State, i});
        else if (column.type == "integer"_L1 || column.type == "number"_L1)
            result.append({Place::Number, i});
        else
            result.append({Place::Plain, i});
    }
    return result;
}

QVector<Column> KubeTableModel::columnsOf(const Layout& layout)
{
    QVector<Column> result;
    int order = 4;
    for (const Place& place : places(layout)) {
        Column column;
        column.id = place.what == Place::NameSpace ? u"namespace"_s
                    : place.cell < 0               ? u"name"_s
                                                   : layout.columns[place.cell].name.toLower();
        qsizetype longest = 0;
        for (int i = 0; i < layout.sample.size() && i < sampled; ++i) {
            const auto& cells = layout.sample[i]->cells;
            if (place.cell >= 0 && size_t(place.cell) < cells.size())
                longest = std::max(longest, qsizetype(cells[size_t(place.cell)].view().size()));
            else if (place.what == Place::NameSpace)
                longest = std::max(longest, qsizetype(layout.sample[i]->nameSpace.view().size()));
        }
        const int wanted = int(std::clamp<qsizetype>(longest, 6, 30)) * 8 + 22;
        switch (place.what) {
        case Place::Name:
            column.kind = CellKind::Mono;
            column.width = 200;
            column.stretch = true;
            break;
        case Place::NameSpace:
            column.kind = CellKind::MonoMuted;
            column.width = std::max(96, wanted);
            column.hideOrder = 2;
            break;
        case Place::State:
            column.kind = CellKind::Chip;
            column.width = std::max(110, wanted + 22); // its icon
            column.hideOrder = 1;
            break;
        case Place::Age:
            column.kind = CellKind::Muted;
            column.width = 76;
            column.hideOrder = 3;
            break;
        case Place::Number:
            column.kind = CellKind::Number;
            column.width = 72;
            column.descendingFirst = true;
            column.hideOrder = order++;
            break;
        case Place::Plain:
            column.width = wanted;
            column.hideOrder = order++;
            break;
        }
        result.append(column);
    }
    return result;
}

QString KubeTableModel::columnTitle(int column) const
{
    const Place& place = m_places[column];
    switch (place.what) {
    case Place::Name:
        return tr("Name");
    case Place::NameSpace:
        return tr("Namespace");
    case Place::Age:
        return tr("Age");
    case Place::State:
        return tr("State");
    default:
        return plainLine(m_layout.columns[place.cell].name, 40); // the server's own word
    }
}

QString KubeTableModel::columnToolTip(int column) const
{
    const Place& place = m_places[column];
    return place.cell < 0 ? QString() : plainToolTip(m_layout.columns[place.cell].description);
}

bool KubeTableModel::hasColumn(int column) const
{
    const Place& place = m_places[column];
    const bool always = place.what == Place::Name || place.what == Place::NameSpace || place.cell < 0;
    return always || m_showWide || m_layout.columns[place.cell].priority == 0;
}

void KubeTableModel::showWide(bool show)
{
    if (m_showWide == show)
        return;
    m_showWide = show;
    if (!hasColumn(sortColumn()))
        sort(0); // nobody would see by what
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, int(columns().size()) - 1);
}

void KubeTableModel::touchAges()
{
    if (shown() > 0)
        Q_EMIT dataChanged(index(0, 0), index(shown() - 1, int(columns().size()) - 1));
}

QString KubeTableModel::text(const KubeRow& row, int column) const
{
    const Place& place = m_places[column];
    if (place.what == Place::Name)
        return row->name.toString();
    if (place.what == Place::NameSpace)
        return row->nameSpace.toString();
    return place.cell >= 0 && size_t(place.cell) < row->cells.size()
               ? row->cells[size_t(place.cell)].toString()
               : QString();
}

Cell KubeTableModel::cell(const KubeRow& row, int column) const
{
    const Place& place = m_places[column];
    if (place.what == Place::Age && row->createdMs > 0)
        return timeCell(createdOf(row)); // the server's words grow old
    Cell cell;
    cell.text = text(row, column);
    if (place.what == Place::State && !cell.text.isEmpty()) {
        const StateLook look = statusLook(cell.text);
        cell.tone = look.tone;
        cell.icon = look.icon.isEmpty() ? u"dot"_s : look.icon;
    }
    if (place.what == Place::Name && row->deletionMs > 0) {
        cell.dim = true;
        cell.toolTip = tr("It is being deleted.");
    }
    return cell;
}

SortKey KubeTableModel::sortKey(const KubeRow& row, int column) const
{
    switch (m_places[column].what) {
    case Place::Age:
        return {double(-row->createdMs), {}};
    case Place::Number: {
        bool ok = false;
        const double number = text(row, column).toDouble(&ok);
        return {ok ? number : -1, {}};
    }
    default:
        return {0, text(row, column)};
    }
}

QString KubeTableModel::haystack(const KubeRow& row) const
{
    QString all = row->name.toString() + u'\n' + row->nameSpace.toString();
    for (const kube::Text& cell : row->cells)
        if (!(cell == row->name))
            all += u'\n' + cell.toString();
    all.truncate(longestCell + row->name.toString().size());
    return all;
}

} // namespace kaptan::ui
