#pragma once

#include "app/report/report.h"

#include <QImage>

#include <functional>
#include <memory>

class QPainter;

namespace kaptan::report
{

/// A report laid out on pages of A4, once; painted as often as anybody likes. Needs a QGuiApplication; any
/// thread may make and paint it.
class Pages
{
public:
    explicit Pages(const ReportData& data);

    int count() const { return int(m_pages.size()); }

    /// The painter's units are dots of pageDpi (page_text.h), its origin is the page's corner.
    void paint(QPainter& painter, int page) const;
    /// Null where there is no such page. `dpi` from 10 to 600.
    QImage image(int page, double dpi) const;

private:
    class Builder;
    using Piece = std::function<void(QPainter&)>;

    ReportData m_data;
    QVector<QVector<Piece>> m_pages;
};

// For a single look; who wants more keeps a Pages.
int pageCount(const ReportData& data);
QImage renderPage(const ReportData& data, int page, double dpi);

/// All pages as one PDF: fonts embedded, charts as vectors, title and author in its metadata.
QByteArray pdf(const ReportData& data);
/// Whole or not at all; StorageError says why not.
Result<void> writePdf(const ReportData& data, const QString& path);

} // namespace kaptan::report
