#include "app/report/pages.h"

#include "app/core/plain_line.h"
#include "app/report/page_colours.h"
#include "app/report/page_table.h"
#include "app/report/words.h"

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace kaptan::report
{

namespace
{

constexpr double left = mm(15), right = pageWidth - mm(15), width = right - left;
constexpr double top = mm(20), bottom = pageHeight - mm(18);
constexpr double chartHeight = mm(48);
constexpr double sectionSpace = mm(8);
constexpr int figuresInRow = 4;
/// Rows of a table on pages; the file holds all.
constexpr qsizetype rowsOnPages = 500;

bool hasPoints(const chart::Spec& spec)
{
    return std::any_of(spec.series.cbegin(), spec.series.cend(), [&spec](const chart::Series& series) {
        return std::any_of(series.points.cbegin(), series.points.cend(), [&spec](const chart::Point& point) {
            return point.atMs >= spec.fromMs && point.atMs <= spec.toMs && std::isfinite(point.mean);
        });
    });
}

QString cut(const QString& text, const QFont& font, double most)
{
    return QFontMetricsF(font).elidedText(plainLine(text, 300), Qt::ElideRight, most);
}

QString subject(const ReportData& data)
{
    const QString connection = plainLine(data.connection, 200), workload = plainLine(data.workload, 200);
    return workload.isEmpty() ? connection : connection + u" · "_s + workload;
}

} // namespace

/// Puts one part after the other, from the top down; what does not fit whole begins the next page.
class Pages::Builder
{
public:
    explicit Builder(Pages& pages) : m_pages(pages.m_pages), m_data(pages.m_data) { newPage(); }

    void build()
    {
        head();
        figures();
        charts();
        for (const Table& table : m_data.tables)
            tableOf(table);
        frame();
    }

private:
    void newPage()
    {
        m_pages.append(QVector<Piece>());
        m_y = top;
    }

    bool isFresh() const { return m_y <= top + 1; }

    void need(double height)
    {
        if (m_y + height > bottom && !isFresh())
            newPage();
    }

    void add(Piece piece) { m_pages.last().append(std::move(piece)); }

    void lines(const QStringList& text, const QFont& font, const QColor& colour)
    {
        const double y = m_y;
        add([=](QPainter& painter) { drawLines(painter, QRectF(left, y, width, 1), text, font, colour); });
        m_y += double(text.size()) * lineHeight(font);
    }

    void head()
    {
        m_y = mm(15);
        lines(wrapped(m_data.title, m_titleFont, width, 2), m_titleFont, colours::text());
        m_y += mm(1);
        QString of = subject(m_data);
        if (!m_data.platform.isEmpty())
            of += u" · "_s + m_data.platform;
        lines(wrapped(of, m_subjectFont, width, 2), m_subjectFont, colours::accent());
        m_y += mm(1);
        lines({periodText(m_data)}, m_font, colours::muted());
        //: the moment at which a report was made
        lines({Tr::tr("Made %1").arg(momentText(m_data.madeAt, m_data.locale, m_data.zone))}, m_font,
              colours::muted());
        m_y += mm(3);
    }

    static double sectionHeight() { return lineHeight(pageFont(12, QFont::DemiBold)) + mm(2); }

    void section(const QString& title)
    {
        if (!isFresh())
            m_y += sectionSpace;
        lines({cut(title, m_sectionFont, width)}, m_sectionFont, colours::text());
        m_y += mm(2);
    }

    void figures()
    {
        if (m_data.figures.isEmpty())
            return;
        const double gap = mm(3), height = mm(18);
        const double cardWidth = (width - gap * (figuresInRow - 1)) / figuresInRow;
        for (qsizetype i = 0; i < m_data.figures.size(); ++i) {
            const auto column = int(i % figuresInRow);
            if (column == 0)
                need(height);
            const QRectF card(left + column * (cardWidth + gap), m_y, cardWidth, height);
            add([this_ = card, figure = m_data.figures[i], locale = m_data.locale, zone = m_data.zone](
                    QPainter& painter) { paintFigure(painter, this_, figure, locale, zone); });
            if (column == figuresInRow - 1 || i + 1 == m_data.figures.size())
                m_y += height + gap;
        }
    }

    static void paintFigure(QPainter& painter, const QRectF& card, const Figure& figure,
                            const QLocale& locale, const QTimeZone& zone)
    {
        const QFont label = pageFont(7), value = pageFont(14, QFont::DemiBold);
        painter.setPen(Qt::NoPen);
        painter.setBrush(colours::ground());
        painter.drawRoundedRect(card, mm(1.2), mm(1.2));
        painter.setBrush(Qt::NoBrush);
        QRectF place = card.adjusted(mm(2.5), mm(2), -mm(2.5), -mm(1));
        drawLines(painter, place, {cut(figure.label, label, place.width())}, label, colours::muted());
        place.setTop(place.top() + lineHeight(label) + mm(0.6));
        const QString text = cellText(figure.value, figure.type, locale, zone);
        drawLines(painter, place, {cut(text.isEmpty() ? u"–"_s : text, value, place.width())}, value,
                  figure.value.isEmpty() ? colours::muted() : colours::text());
        place.setTop(place.top() + lineHeight(value) + mm(0.4));
        if (!figure.note.isEmpty())
            drawLines(painter, place, {cut(figure.note, label, place.width())}, label, colours::muted());
    }

    void charts()
    {
        if (m_data.charts.isEmpty())
            return;
        const double first = hasPoints(m_data.charts.first()) ? chartHeight : mm(12);
        need(sectionSpace + sectionHeight() + first);
        section(Tr::tr("Resource use over time"));
        for (const chart::Spec& spec : m_data.charts) {
            if (!hasPoints(spec)) { // an empty frame says no more than a line does
                const QString text = spec.emptyText.isEmpty() ? Tr::tr("Nothing was recorded in this period.")
                                                              : spec.emptyText;
                need(2 * lineHeight(m_font) + mm(3));
                lines({cut(spec.title, m_bold, width)}, m_bold, colours::text());
                lines({cut(text, m_font, width)}, m_font, colours::muted());
                m_y += mm(3);
                continue;
            }
            need(chartHeight);
            const QRectF place(left, m_y, width, chartHeight - mm(4));
            add([place, spec](QPainter& painter) {
                chart::paint(painter, place, spec, chart::paperTheme(pageFont(7), 7.0 * pageDpi / 72));
            });
            m_y += chartHeight;
        }
    }

    void tableOf(const Table& table)
    {
        const auto laidOut = std::make_shared<PageTable>(table, m_data, width, rowsOnPages);
        QStringList notes;
        if (!table.note.isEmpty())
            notes = wrapped(table.note, m_font, width, 3);
        if (laidOut->rows() < table.rows.size())
            notes << wrapped(
                Tr::tr("The first %1 of %2 rows are here; the table’s own file has all of them.")
                    .arg(m_data.locale.toString(laidOut->rows()), m_data.locale.toString(table.rows.size())),
                m_font, width, 2);
        const double notesHeight =
            double(notes.size()) * lineHeight(m_font) + (notes.isEmpty() ? 0 : mm(1.5));
        const bool isEmpty = table.rows.isEmpty();
        const double begin = isEmpty ? lineHeight(m_font) : laidOut->headingHeight() + laidOut->rowHeight(0);
        need(sectionSpace + sectionHeight() + notesHeight + begin);
        section(table.title);
        if (!notes.isEmpty()) {
            lines(notes, m_font, colours::muted());
            m_y += mm(1.5);
        }
        if (isEmpty) {
            const QString text =
                table.emptyText.isEmpty() ? Tr::tr("Nothing was recorded in this period.") : table.emptyText;
            lines(wrapped(text, m_font, width, 2), m_font, colours::muted());
            return;
        }
        heading(laidOut);
        for (qsizetype i = 0; i < laidOut->rows(); ++i) {
            if (m_y + laidOut->rowHeight(i) > bottom) {
                newPage();
                heading(laidOut);
            }
            add([laidOut, i, y = m_y](QPainter& painter) { laidOut->paintRow(painter, i, left, y); });
            m_y += laidOut->rowHeight(i);
        }
    }

    void heading(const std::shared_ptr<PageTable>& table)
    {
        add([table, y = m_y](QPainter& painter) { table->paintHeading(painter, left, y); });
        m_y += table->headingHeight();
    }

    /// Header and footer, now that the number of pages is known.
    void frame()
    {
        const qsizetype count = m_pages.size();
        const QString period = periodText(m_data);
        const double periodWidth = QFontMetricsF(m_small).horizontalAdvance(period) + mm(6);
        const QString head = cut(m_data.title + u" · "_s + subject(m_data), m_small, width - periodWidth);
        const QString made = u"Kaptan"_s;
        for (qsizetype page = 0; page < count; ++page) {
            //: at the foot of a page; %1 is its number, %2 how many there are
            const QString number =
                Tr::tr("Page %1 of %2").arg(m_data.locale.toString(page + 1), m_data.locale.toString(count));
            m_pages[page].append([=, font = m_small](QPainter& painter) {
                const QPen rule(colours::line(), mm(0.2));
                if (page > 0) {
                    const QRectF place(left, mm(10), width, 1);
                    drawLines(painter, place, {head}, font, colours::muted());
                    drawLines(painter, place, {period}, font, colours::muted(), Qt::AlignRight);
                    painter.setPen(rule);
                    painter.drawLine(QPointF(left, mm(15)), QPointF(right, mm(15)));
                }
                painter.setPen(rule);
                painter.drawLine(QPointF(left, pageHeight - mm(14)), QPointF(right, pageHeight - mm(14)));
                const QRectF place(left, pageHeight - mm(12.5), width, 1);
                drawLines(painter, place, {made}, font, colours::muted());
                drawLines(painter, place, {number}, font, colours::muted(), Qt::AlignRight);
            });
        }
    }

    QVector<QVector<Piece>>& m_pages;
    const ReportData& m_data;
    QFont m_titleFont = pageFont(20, QFont::Bold), m_subjectFont = pageFont(12, QFont::DemiBold),
          m_sectionFont = pageFont(12, QFont::DemiBold), m_font = pageFont(8.5),
          m_bold = pageFont(8.5, QFont::DemiBold), m_small = pageFont(7);
    double m_y = top;
};

Pages::Pages(const ReportData& data) : m_data(data)
{
    Builder(*this).build();
}

void Pages::paint(QPainter& painter, int page) const
{
    if (page < 0 || page >= count())
        return;
    painter.setRenderHint(QPainter::Antialiasing);
    for (const Piece& piece : m_pages[page]) {
        painter.save();
        piece(painter);
        painter.restore();
    }
}

QImage Pages::image(int page, double dpi) const
{
    if (page < 0 || page >= count())
        return {};
    const double scale = std::clamp(dpi, 10.0, 600.0) / pageDpi;
    QImage image(int(std::lround(pageWidth * scale)), int(std::lround(pageHeight * scale)),
                 QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    painter.scale(scale, scale);
    paint(painter, page);
    return image;
}

int pageCount(const ReportData& data)
{
    return Pages(data).count();
}

QImage renderPage(const ReportData& data, int page, double dpi)
{
    return Pages(data).image(page, dpi);
}

} // namespace kaptan::report
