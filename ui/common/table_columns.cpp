// The columns of a TableView: their header and the width that each gets.
#include "ui/common/delegates.h"
#include "ui/common/style.h"
#include "ui/common/table_view.h"

#include <QHeaderView>
#include <QPainter>

#include <algorithm>

namespace kaptan::ui
{

namespace
{

/// Sorts from the largest first where a column says so; Qt's own always begins ascending.
class SortHeader : public QHeaderView
{
public:
    explicit SortHeader(TableView* view) : QHeaderView(Qt::Horizontal, view), m_view(view)
    {
        setSectionsClickable(true);
        setHighlightSections(false);
        setSortIndicatorShown(true);
        setMinimumSectionSize(28);
        setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
        connect(this, &QHeaderView::sectionClicked, this, [this](int column) {
            RowModelBase* model = m_view->rowModel();
            if (!model)
                return;
            const Column& c = model->columns()[column];
            if (!c.sortable)
                return;
            const Qt::SortOrder first = c.descendingFirst ? Qt::DescendingOrder : Qt::AscendingOrder;
            const Qt::SortOrder order = model->sortColumn() != column              ? first
                                        : model->sortOrder() == Qt::AscendingOrder ? Qt::DescendingOrder
                                                                                   : Qt::AscendingOrder;
            setSortIndicator(column, order);
            model->sort(column, order);
        });
    }

    QSize sizeHint() const override
    {
        return {QHeaderView::sizeHint().width(), Style::instance().rowHeight() + 1};
    }

protected:
    // By hand, so that titles stand exactly above what they name and the sort mark beside its word.
    void paintSection(QPainter* painter, const QRect& rect, int column) const override
    {
        const Style& style = Style::instance();
        const RowModelBase* model = m_view->rowModel();
        if (!model || column >= model->columns().size())
            return;
        painter->fillRect(rect, style.color(ColorRole::Surface));
        painter->fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), style.color(ColorRole::Border));
        const bool sorted = model->sortColumn() == column && model->columns()[column].sortable;
        const bool right = model->columns()[column].kind == CellKind::Number;
        QFont small = style.font(TextSize::Normal, sorted ? QFont::Medium : QFont::Normal);
        small.setPixelSize(qRound(small.pixelSize() * 0.92));
        const QFontMetrics metrics(small);
        QRect box = rect.adjusted(space::s, 0, -space::s, -1);
        const QColor color = style.color(sorted ? ColorRole::Text : ColorRole::Muted);
        constexpr int mark = 11;
        const QString text = metrics.elidedText(model->columnTitle(column), Qt::ElideRight,
                                                box.width() - (sorted ? mark + 3 : 0));
        const int width = metrics.horizontalAdvance(text);
        painter->setFont(small);
        painter->setPen(color);
        if (sorted) {
            const int x = right ? box.right() + 1 - width - mark - 3 : box.left() + width + 3;
            const QString icon = model->sortOrder() == Qt::AscendingOrder ? QStringLiteral("arrow-up")
                                                                          : QStringLiteral("arrow-down");
            painter->drawPixmap(x, box.top() + (box.height() - mark) / 2,
                                style.pixmap(icon, mark, color, painter->device()->devicePixelRatioF()));
        }
        painter->drawText(box, Qt::AlignVCenter | (right ? Qt::AlignRight : Qt::AlignLeft), text);
    }

    void paintEvent(QPaintEvent* event) override
    {
        // What is beyond the last column belongs to the header too.
        const Style& style = Style::instance();
        QPainter painter(viewport());
        painter.fillRect(viewport()->rect(), style.color(ColorRole::Surface));
        painter.fillRect(QRect(0, height() - 1, width(), 1), style.color(ColorRole::Border));
        painter.end();
        QHeaderView::paintEvent(event);
    }

private:
    TableView* m_view;
};

} // namespace

QHeaderView* TableView::makeHeader()
{
    return new SortHeader(this);
}

void TableView::rememberWidth(int column, int, int now)
{
    if (m_fitting || now <= 0)
        return;
    m_userWidths.insert(column, now);
    fitColumns();
}

void TableView::measureChips()
{
    // A state is a word of some language: its column is as wide as the widest one that was seen. It only
    // grows, so that nothing moves to and fro.
    if (!m_model || m_fitting)
        return;
    bool grown = false;
    const int first = qMax(0, rowAt(0));
    const int last = qMin(m_model->shown(), first + 60);
    for (int column = 0; column < m_model->columns().size(); ++column) {
        if (m_model->columns()[column].kind != CellKind::Chip || isColumnHidden(column))
            continue;
        for (int row = first; row < last; ++row) {
            const Cell cell = m_model->cellAt(row, column);
            const int width = chipSize(cell.icon, cell.text).width() + 2 * space::s;
            if (!cell.text.isEmpty() && cell.text.size() < 40 && width > m_chipWidths.value(column)) {
                m_chipWidths.insert(column, width);
                grown = grown || width > columnWidth(column);
            }
        }
    }
    if (grown)
        fitColumns();
}

void TableView::fitColumns()
{
    if (!m_model || m_fitting)
        return;
    m_fitting = true;
    const QVector<Column>& columns = m_model->columns();
    const double scale = qMax(1.0, Style::instance().font().pixelSize() / 13.0);
    const QFontMetrics header(horizontalHeader()->font());
    const auto wanted = [&](int i) {
        if (m_userWidths.contains(i))
            return m_userWidths.value(i);
        // A title is never cut, whatever its language; a sort mark has its place too.
        const int title = header.horizontalAdvance(m_model->columnTitle(i)) + 2 * space::s +
                          (i == m_model->sortColumn() ? 16 : 4);
        return std::max({int(columns[i].width * scale), title, m_chipWidths.value(i)});
    };
    const int room = viewport()->width();
    QVector<bool> shown(columns.size());
    int sum = 0;
    for (int i = 0; i < columns.size(); ++i) {
        shown[i] = m_model->hasColumn(i);
        sum += shown[i] ? wanted(i) : 0;
    }
    while (sum > room) {
        int hide = -1;
        for (int i = 0; i < columns.size(); ++i)
            if (shown[i] && columns[i].hideOrder > 0 &&
                (hide < 0 || columns[i].hideOrder > columns[hide].hideOrder))
                hide = i;
        if (hide < 0)
            break;
        shown[hide] = false;
        sum -= wanted(hide);
    }
    for (int i = 0; i < columns.size(); ++i) {
        if (isColumnHidden(i) == shown[i])
            setColumnHidden(i, !shown[i]);
        if (!shown[i])
            continue;
        int width = wanted(i);
        if (columns[i].stretch)
            width = qMax(qMin(width, 80), width + room - sum);
        if (columnWidth(i) != width)
            setColumnWidth(i, width);
    }
    m_fitting = false;
}

} // namespace kaptan::ui
