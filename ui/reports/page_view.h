#pragma once

#include "app/report/pages.h"

#include <QAbstractScrollArea>
#include <QHash>

#include <memory>

namespace kaptan::ui
{

/// The pages of a report below each other, as wide as there is room. Painted by workers, those in sight
/// first.
class PageView : public QAbstractScrollArea
{
    Q_OBJECT
public:
    explicit PageView(QWidget* parent = nullptr);

    /// Null: no pages.
    void setPages(std::shared_ptr<const report::Pages> pages);

    int painted() const { return static_cast<int>(m_images.size()); }

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void scrollContentsBy(int dx, int dy) override;

private:
    QRect placeOf(int page) const; ///< of the whole; the scroll position is not in it
    void fit();
    void want();

    std::shared_ptr<const report::Pages> m_pages;
    QHash<int, QImage> m_images;
    int m_turn = 0; ///< images of other pages or sizes are dropped
    int m_painting = -1;
};

} // namespace kaptan::ui
