#include "ui/common/drawer.h"

#include "ui/common/plain_text.h"

#include <QEvent>
#include <QKeyEvent>
#include <QScrollArea>
#include <QVBoxLayout>

namespace kaptan::ui
{

Drawer::Drawer(QWidget* parent) : QWidget(parent)
{
    setLook(this, Look::Surface);
    setMinimumWidth(300);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);

    auto* head = new QHBoxLayout;
    head->setContentsMargins(space::l, space::m, space::m, space::xs);
    head->setSpacing(space::s);
    m_name = new ElidedLabel(this);
    setLook(m_name, Look::Mono);
    QFont bold = Style::instance().mono(TextSize::Large, QFont::DemiBold);
    m_name->setFont(bold);
    m_chip = new ChipLabel(this);
    m_close = new QPushButton(this);
    m_close->setObjectName(QStringLiteral("drawerClose"));
    setLook(m_close, Look::Quiet);
    head->addWidget(m_name);
    head->addWidget(m_chip);
    head->addStretch(1);
    head->addWidget(m_close);
    layout->addLayout(head);

    m_tabs = new QTabBar(this);
    m_tabs->setDrawBase(false);
    m_tabs->setExpanding(false);
    m_tabs->setUsesScrollButtons(true);
    m_tabs->setFocusPolicy(Qt::StrongFocus);
    auto* tabRow = new QHBoxLayout;
    tabRow->setContentsMargins(space::l, 0, space::l, 0);
    tabRow->addWidget(m_tabs, 1);
    layout->addLayout(tabRow);
    auto* line = new QFrame(this);
    line->setFixedHeight(1);
    setLook(line, Look::Line);
    layout->addWidget(line);

    m_pages = new QStackedWidget(this);
    layout->addWidget(m_pages, 1);
    m_footer = new QWidget(this);
    m_footerRow = new QHBoxLayout(m_footer);
    m_footerRow->setContentsMargins(space::l, space::s, space::l, space::m);
    m_footerRow->setSpacing(space::s);
    layout->addWidget(m_footer);
    m_footer->hide();

    connect(m_tabs, &QTabBar::currentChanged, this, [this](int index) {
        m_pages->setCurrentIndex(index);
        Q_EMIT currentTabChanged(currentTab());
    });
    connect(m_close, &QPushButton::clicked, this, &Drawer::close);
    connect(&Style::instance(), &Style::changed, this, [this] {
        m_name->setFont(Style::instance().mono(TextSize::Large, QFont::DemiBold));
        m_close->setIcon(Style::instance().icon(QStringLiteral("close")));
    });
    m_close->setIcon(Style::instance().icon(QStringLiteral("close")));
    m_tabs->hide();
    retranslate();
    hide();
}

void Drawer::retranslate()
{
    m_close->setAccessibleName(tr("Close details"));
    m_close->setToolTip(tr("Close details (Esc)"));
    setAccessibleName(tr("Details"));
}

void Drawer::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void Drawer::setHeading(const QString& name, const QString& icon, const QString& word, Tone tone)
{
    m_name->setFullText(name);
    m_chip->set(icon, word, tone);
    m_chip->setVisible(!word.isEmpty());
}

void Drawer::addTab(const QString& id, const QString& title, QWidget* widget, bool scrolls)
{
    QWidget* page = widget;
    if (!scrolls) {
        auto* area = new QScrollArea(m_pages);
        area->setWidgetResizable(true);
        area->setFrameShape(QFrame::NoFrame);
        area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
        area->setFocusPolicy(Qt::NoFocus);
        auto* padded = new QWidget;
        auto* padding = new QVBoxLayout(padded);
        padding->setContentsMargins(space::l, space::m, space::l, space::m);
        padding->setSpacing(0);
        padding->addWidget(widget);
        if (widget->sizePolicy().verticalPolicy() != QSizePolicy::Expanding)
            padding->addStretch(1);
        area->setWidget(padded);
        // Both fill themselves by default and would hide the drawer's own colour.
        area->viewport()->setAutoFillBackground(false);
        padded->setAutoFillBackground(false);
        page = area;
    }
    m_pages->addWidget(page);
    const int index = m_tabs->addTab(title);
    m_tabs->setTabData(index, id);
    // One tab needs no bar.
    m_tabs->setVisible(m_tabs->count() > 1);
}

static int tabOf(const QTabBar* tabs, const QString& id)
{
    for (int i = 0; i < tabs->count(); ++i)
        if (tabs->tabData(i).toString() == id)
            return i;
    return -1;
}

void Drawer::setTabTitle(const QString& id, const QString& title)
{
    if (const int index = tabOf(m_tabs, id); index >= 0)
        m_tabs->setTabText(index, title);
}

void Drawer::setTabVisible(const QString& id, bool visible)
{
    if (const int index = tabOf(m_tabs, id); index >= 0)
        m_tabs->setTabVisible(index, visible);
}

QString Drawer::currentTab() const
{
    return m_tabs->tabData(m_tabs->currentIndex()).toString();
}

void Drawer::setCurrentTab(const QString& id)
{
    if (const int index = tabOf(m_tabs, id); index >= 0)
        m_tabs->setCurrentIndex(index);
}

ActionButton* Drawer::addFooterAction(QAction* action, Look look)
{
    auto* button = new ActionButton(action, m_footer);
    setLook(button, look);
    m_footerRow->addWidget(button);
    m_footer->show();
    return button;
}

void Drawer::addFooterStretch()
{
    m_footerRow->addStretch(1);
}

void Drawer::open()
{
    if (isOpen())
        return;
    show();
    Q_EMIT opened();
}

void Drawer::close()
{
    if (!isOpen())
        return;
    hide();
    Q_EMIT closed();
}

void Drawer::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape) {
        close();
        return;
    }
    QWidget::keyPressEvent(event);
}

} // namespace kaptan::ui
