#include "ui/reports/page_view.h"

#include "app/core/when_done.h"
#include "ui/common/style.h"

#include <QPainter>
#include <QPromise>
#include <QScrollBar>
#include <QThreadPool>

#include <algorithm>

namespace kaptan::ui
{

namespace
{
constexpr int widest = 900;
constexpr int kept = 12; // images
constexpr double pageInches = 210 / 25.4;
} // namespace

PageView::PageView(QWidget* parent) : QAbstractScrollArea(parent)
{
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn); // else a page's width would hang on its own height
    connect(&Style::instance(), &Style::changed, viewport(), QOverload<>::of(&QWidget::update));
}

void PageView::setPages(std::shared_ptr<const report::Pages> pages)
{
    m_pages = std::move(pages);
    verticalScrollBar()->setValue(0);
    fit();
}

QRect PageView::placeOf(int page) const
{
    const int wide = std::clamp(viewport()->width() - 2 * space::l, 100, widest);
    const int high = wide * 297 / 210;
    return {(viewport()->width() - wide) / 2, space::l + page * (high + space::l), wide, high};
}

void PageView::fit()
{
    ++m_turn;
    m_painting = -1;
    m_images.clear();
    const int pages = m_pages ? m_pages->count() : 0;
    const int all = pages == 0 ? 0 : placeOf(pages - 1).bottom() + space::l;
    verticalScrollBar()->setPageStep(viewport()->height());
    verticalScrollBar()->setSingleStep(40);
    verticalScrollBar()->setRange(0, std::max(0, all - viewport()->height()));
    viewport()->update();
    want();
}

void PageView::want()
{
    if (!m_pages || m_painting >= 0)
        return;
    const QRect seen = viewport()->rect().translated(0, verticalScrollBar()->value());
    int page = -1;
    for (int i = 0; i < m_pages->count() && page < 0; ++i)
        if (!m_images.contains(i) && placeOf(i).intersects(seen))
            page = i;
    if (page < 0)
        return;
    m_painting = page;
    const double dpi = std::clamp(placeOf(page).width() * devicePixelRatioF() / pageInches, 10.0, 300.0);
    auto promise = std::make_shared<QPromise<Result<QImage>>>();
    promise->start();
    const auto future = promise->future();
    QThreadPool::globalInstance()->start([promise, pages = m_pages, page, dpi] {
        promise->addResult(Result<QImage>(pages->image(page, dpi)));
        promise->finish();
    });
    whenDone(future, this, [this, page, turn = m_turn](const Result<QImage>& image) {
        if (turn != m_turn)
            return;
        m_painting = -1;
        if (!image)
            return;
        const int here = page;
        while (m_images.size() >= kept) {
            const auto farthest =
                std::max_element(m_images.keyBegin(), m_images.keyEnd(),
                                 [here](int a, int b) { return std::abs(a - here) < std::abs(b - here); });
            m_images.remove(*farthest);
        }
        m_images.insert(page, *image);
        viewport()->update();
        want();
    });
}

void PageView::paintEvent(QPaintEvent*)
{
    const Style& style = Style::instance();
    QPainter painter(viewport());
    painter.fillRect(viewport()->rect(), style.color(ColorRole::Background));
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    for (int i = 0; m_pages && i < m_pages->count(); ++i) {
        const QRect place = placeOf(i).translated(0, -verticalScrollBar()->value());
        if (!place.intersects(viewport()->rect()))
            continue;
        painter.fillRect(place, Qt::white); // paper
        if (const auto image = m_images.constFind(i); image != m_images.cend())
            painter.drawImage(place, *image);
        painter.setPen(style.color(ColorRole::Border));
        painter.drawRect(place.adjusted(-1, -1, 0, 0));
    }
}

void PageView::resizeEvent(QResizeEvent* event)
{
    QAbstractScrollArea::resizeEvent(event);
    fit();
}

void PageView::scrollContentsBy(int, int)
{
    viewport()->update();
    want();
}

} // namespace kaptan::ui
