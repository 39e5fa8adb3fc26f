#include "ui/common/pane_frame.h"

#include "ui/common/faces.h"
#include "ui/common/memory.h"
#include "ui/common/plain_text.h"

#include <QEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QVBoxLayout>

namespace kaptan::ui
{

namespace
{

constexpr int skeletonDelayMs = 150;

/// Lies over stale data and takes its strength, not its use.
class Veil : public QWidget
{
public:
    explicit Veil(QWidget* parent) : QWidget(parent) { setAttribute(Qt::WA_TransparentForMouseEvents); }

protected:
    void paintEvent(QPaintEvent*) override
    {
        QColor color = Style::instance().color(ColorRole::Surface);
        color.setAlphaF(0.45F);
        QPainter(this).fillRect(rect(), color);
    }
};

} // namespace

PaneFrame::PaneFrame(QWidget* parent) : QWidget(parent)
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);

    auto* head = new QHBoxLayout;
    head->setContentsMargins(space::l, space::m, space::l, space::s);
    head->setSpacing(space::s);
    m_title = new QLabel(this);
    m_title->setTextFormat(Qt::PlainText);
    setLook(m_title, Look::Title);
    m_count = new QLabel(this);
    m_count->setTextFormat(Qt::PlainText);
    setLook(m_count, Look::Muted);
    m_chipRow = new QHBoxLayout;
    m_chipRow->setSpacing(space::s);
    m_actionRow = new QHBoxLayout;
    m_actionRow->setSpacing(space::s);
    head->addWidget(m_title);
    head->addWidget(m_count);
    head->addSpacing(space::s);
    head->addLayout(m_chipRow);
    head->addStretch(1);
    head->addLayout(m_actionRow);
    auto* headWidget = new QWidget(this);
    headWidget->setMinimumHeight(52);
    headWidget->setLayout(head);
    layout->addWidget(headWidget);

    m_filterBar = new QWidget(this);
    m_filterRow = new QHBoxLayout(m_filterBar);
    m_filterRow->setContentsMargins(space::l, 0, space::l, space::m);
    m_filterRow->setSpacing(space::s);
    m_filter = new QLineEdit(m_filterBar);
    m_filter->setObjectName(QStringLiteral("filterEdit"));
    m_filter->setMaximumWidth(322);
    m_filter->setMinimumWidth(160);
    m_filter->setClearButtonEnabled(false);
    m_filter->installEventFilter(this);
    m_filterHint = new QLabel(QStringLiteral("/"), m_filter);
    m_filterHint->setAlignment(Qt::AlignCenter);
    m_filterHint->setAttribute(Qt::WA_TransparentForMouseEvents);
    setLook(m_filterHint, Look::Key);
    m_filter->setTextMargins(0, 0, 26, 0);
    m_filterRow->addWidget(m_filter, 3);
    m_filterRow->addStretch(1);
    m_filterBar->hide();
    layout->addWidget(m_filterBar);

    m_notice = new QLabel(this);
    m_notice->setTextFormat(Qt::PlainText);
    m_notice->setWordWrap(true);
    m_notice->setContentsMargins(space::l, 0, space::l, space::s);
    m_notice->hide();
    layout->addWidget(m_notice);
    m_stale = new StaleBanner(this);
    m_stale->hide();
    layout->addWidget(m_stale);
    auto* line = new QFrame(this);
    line->setFixedHeight(1);
    setLook(line, Look::Line);
    layout->addWidget(line);

    m_splitter = new QSplitter(Qt::Horizontal, this);
    m_splitter->setHandleWidth(1);
    m_splitter->setChildrenCollapsible(false);
    m_stack = new QStackedWidget(m_splitter);
    m_stack->setMinimumWidth(280);
    m_stack->setFocusPolicy(Qt::ClickFocus);
    setLook(m_stack, Look::Surface);
    m_skeleton = new SkeletonWidget(m_stack);
    m_faceWidget = new FaceWidget(m_stack);
    m_blank = new QWidget(m_stack);
    m_stack->addWidget(m_blank);
    m_stack->addWidget(m_skeleton);
    m_stack->addWidget(m_faceWidget);
    m_splitter->addWidget(m_stack);
    m_splitter->setStretchFactor(0, 1);
    layout->addWidget(m_splitter, 1);
    m_overlay = new Veil(m_stack);
    m_overlay->hide();
    m_stack->installEventFilter(this);

    m_skeletonDelay.setSingleShot(true);
    m_skeletonDelay.setInterval(skeletonDelayMs);
    connect(&m_skeletonDelay, &QTimer::timeout, this, [this] {
        if (m_face == Face::Loading)
            m_stack->setCurrentWidget(m_skeleton);
    });
    m_staleTick.setInterval(5000);
    connect(&m_staleTick, &QTimer::timeout, this, [this] {
        if (m_session && m_stale->isVisible())
            m_stale->show(m_session->state());
    });
    connect(m_stale, &StaleBanner::retryRequested, this, [this] {
        if (m_session)
            m_session->retryNow();
    });
    connect(m_filter, &QLineEdit::textChanged, this, [this](const QString& text) {
        m_filterHint->setVisible(text.isEmpty());
        Q_EMIT filterChanged(text);
    });
    connect(&Style::instance(), &Style::changed, this, [this] {
        if (!m_notice->isHidden())
            setNotice(m_notice->text(), m_noticeTone);
    });
    retranslate();
    refresh();
}

void PaneFrame::setTitle(const QString& title)
{
    m_title->setText(title);
    setAccessibleName(title);
    m_stack->setAccessibleName(title); // it has the focus where there is no table
}

void PaneFrame::setCountText(const QString& text)
{
    m_count->setText(text);
}

void PaneFrame::setChips(const QVector<HeaderChip>& chips)
{
    m_chipData = chips;
    while (m_chips.size() < chips.size()) {
        auto* chip = new ChipLabel(this);
        const qsizetype place = m_chips.size();
        connect(chip, &ChipLabel::clicked, this, [this, place] {
            if (place < m_chipData.size())
                Q_EMIT chipClicked(m_chipData[place].id);
        });
        m_chipRow->addWidget(chip);
        m_chips.append(chip);
    }
    for (qsizetype i = 0; i < m_chips.size(); ++i) {
        m_chips[i]->setVisible(i < chips.size());
        if (i >= chips.size())
            continue;
        m_chips[i]->set(chips[i].icon, chips[i].text, chips[i].tone);
        m_chips[i]->setClickable(chips[i].toolTip);
    }
}

ActionButton* PaneFrame::addHeaderAction(QAction* action, Look look)
{
    auto* button = new ActionButton(action, this);
    setLook(button, look);
    m_actionRow->addWidget(button);
    return button;
}

void PaneFrame::addHeaderWidget(QWidget* widget)
{
    m_actionRow->addWidget(widget);
}

QLineEdit* PaneFrame::filterEdit()
{
    m_filterBar->show();
    return m_filter;
}

void PaneFrame::addFilterWidget(QWidget* widget)
{
    m_filterBar->show();
    m_filterRow->insertWidget(m_filterRow->count() - 1, widget);
}

void PaneFrame::focusFilter()
{
    m_filter->setFocus(Qt::ShortcutFocusReason);
    m_filter->selectAll();
}

void PaneFrame::setContent(QWidget* content)
{
    m_content = content;
    m_stack->addWidget(content);
    setFocusProxy(content);
    m_overlay->raise();
    refresh();
}

Drawer* PaneFrame::drawer(const QString& id)
{
    if (m_drawer)
        return m_drawer;
    m_drawer = new Drawer(m_splitter);
    m_splitter->addWidget(m_drawer);
    m_splitter->setStretchFactor(1, 0);
    const QString key = QStringLiteral("drawer/%1/width").arg(id);
    connect(m_drawer, &Drawer::opened, this, [this, key] {
        const int wanted = qMax(340, Memory::value(key).toInt());
        // At most half: the table is what the drawer is about.
        const int width = qMin(wanted, qMax(m_drawer->minimumWidth(), m_splitter->width() / 2));
        m_splitter->setSizes({m_splitter->width() - width, width});
    });
    connect(m_drawer, &Drawer::closed, this, [this] {
        if (m_content)
            m_content->setFocus();
    });
    connect(m_splitter, &QSplitter::splitterMoved, this,
            [this, key] { Memory::setValue(key, m_splitter->sizes().value(1)); });
    return m_drawer;
}

void PaneFrame::setNotice(const QString& text, Tone tone)
{
    m_noticeTone = tone;
    m_notice->setText(plainBlock(text, 600));
    QPalette palette = m_notice->palette();
    palette.setColor(QPalette::WindowText, Style::instance().tone(tone).fg);
    m_notice->setPalette(palette);
    m_notice->setVisible(!text.isEmpty());
}

// ---- events

void PaneFrame::retranslate()
{
    //: placeholder of the field that filters a table
    m_filter->setPlaceholderText(tr("Filter"));
    m_filter->setAccessibleName(tr("Filter"));
    m_filter->setToolTip(tr("Filter (/)"));
}

void PaneFrame::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        refresh();
    }
}

void PaneFrame::placeOverlay()
{
    m_overlay->setGeometry(m_stack->rect());
    m_overlay->raise();
}

bool PaneFrame::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_stack && event->type() == QEvent::Resize)
        placeOverlay();
    if (watched == m_filter) {
        if (event->type() == QEvent::Resize) {
            const int side = m_filter->height() - 10;
            m_filterHint->setGeometry(m_filter->width() - side - 6, 5, side, side);
        }
        if (event->type() == QEvent::KeyPress) {
            const int key = static_cast<QKeyEvent*>(event)->key();
            if (key == Qt::Key_Escape) {
                if (!m_filter->text().isEmpty())
                    m_filter->clear();
                else if (m_content)
                    m_content->setFocus();
                return true;
            }
            if ((key == Qt::Key_Down || key == Qt::Key_Return || key == Qt::Key_Enter) && m_content) {
                m_content->setFocus();
                return true;
            }
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace kaptan::ui
