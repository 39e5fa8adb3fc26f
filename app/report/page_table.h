#pragma once

#include "app/report/page_text.h"
#include "app/report/report.h"

namespace kaptan::report
{

/// How a table stands on pages: its columns' widths, and each row's lines and height.
class PageTable
{
public:
    /// The first `most` rows only.
    PageTable(const Table& table, const ReportData& data, double width, qsizetype most);

    qsizetype rows() const { return m_rows.size(); }

    double headingHeight() const { return m_heading.height; }

    double rowHeight(qsizetype row) const { return m_rows[row].height; }

    void paintHeading(QPainter& painter, double left, double top) const;
    void paintRow(QPainter& painter, qsizetype row, double left, double top) const;

    const QVector<double>& widths() const { return m_widths; }

private:
    struct Row {
        QVector<QStringList> cells;
        QVector<Tone> tones;
        double height = 0;
    };

    void divide(const QVector<QStringList>& texts, const Table& table, double width);
    void paint(QPainter& painter, const Row& row, double left, double top, const QFont& font,
               const QColor& colour) const;
    Row laidOut(const QStringList& texts, const QFont& font, int most) const;

    QFont m_font, m_bold;
    QVector<double> m_widths;
    QVector<bool> m_right; ///< numbers
    Row m_heading;
    QVector<Row> m_rows;
};

} // namespace kaptan::report
