#include "ui/common/widgets.h"

#include "ui/common/delegates.h"
#include "ui/common/plain_text.h"

#include <QEvent>
#include <QGridLayout>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QMenu>
#include <QPainter>
#include <QToolTip>
#include <QVBoxLayout>

namespace kaptan::ui
{

// ---- ChipLabel

ChipLabel::ChipLabel(QWidget* parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    connect(&Style::instance(), &Style::changed, this, [this] { updateGeometry(); });
}

void ChipLabel::set(const QString& icon, const QString& word, Tone tone)
{
    m_icon = icon;
    m_word = plainLine(word, 80);
    m_tone = tone;
    setAccessibleName(m_word);
    updateGeometry();
    update();
}

void ChipLabel::setClickable(const QString& toolTip)
{
    m_clickable = !toolTip.isEmpty();
    setToolTip(plainToolTip(toolTip));
    setAccessibleDescription(toolTip);
    setFocusPolicy(m_clickable ? Qt::TabFocus : Qt::NoFocus);
    setCursor(m_clickable ? Qt::PointingHandCursor : Qt::ArrowCursor);
}

QSize ChipLabel::sizeHint() const
{
    return chipSize(m_icon, m_word);
}

QSize ChipLabel::minimumSizeHint() const
{
    return {qMin(48, sizeHint().width()), sizeHint().height()};
}

void ChipLabel::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    paintChip(&painter, rect(), m_icon, m_word, m_tone);
    if (hasFocus()) {
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Style::instance().tone(m_tone).fg);
        painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
    }
}

void ChipLabel::mouseReleaseEvent(QMouseEvent* event)
{
    if (m_clickable && rect().contains(event->position().toPoint()))
        Q_EMIT clicked();
}

void ChipLabel::keyPressEvent(QKeyEvent* event)
{
    if (m_clickable && (event->key() == Qt::Key_Space || event->key() == Qt::Key_Return))
        Q_EMIT clicked();
    else
        QWidget::keyPressEvent(event);
}

// ---- ElidedLabel

ElidedLabel::ElidedLabel(QWidget* parent, Qt::TextElideMode mode) : QLabel(parent), m_mode(mode)
{
    setTextFormat(Qt::PlainText);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

void ElidedLabel::setFullText(const QString& text)
{
    if (m_full == text)
        return;
    m_full = text;
    setAccessibleName(plainLine(text, 500));
    updateGeometry();
    elide();
}

void ElidedLabel::elide()
{
    ensurePolished();
    const QString line = plainLine(m_full, 500);
    const QString shown = fontMetrics().elidedText(line, m_mode, qMax(0, contentsRect().width()));
    setText(shown);
    setToolTip(shown == line ? QString() : plainToolTip(m_full));
}

QSize ElidedLabel::sizeHint() const
{
    ensurePolished();
    return {fontMetrics().horizontalAdvance(plainLine(m_full, 500)) + 2, QLabel::sizeHint().height()};
}

QSize ElidedLabel::minimumSizeHint() const
{
    return {qMin(sizeHint().width(), 40), QLabel::sizeHint().height()};
}

void ElidedLabel::resizeEvent(QResizeEvent* event)
{
    QLabel::resizeEvent(event);
    elide();
}

void ElidedLabel::changeEvent(QEvent* event)
{
    QLabel::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        elide();
}

// ---- actions

QString actionToolTip(const QAction* action)
{
    QString name = action->text();
    name.remove(u'&');
    // QAction::toolTip() is the text itself where none was set.
    const QString own = action->toolTip() == name ? QString() : action->toolTip();
    if (!action->isEnabled() && !own.isEmpty())
        return own;
    QString tip = own.isEmpty() ? name : own;
    if (!action->shortcut().isEmpty())
        tip += QStringLiteral(" (%1)").arg(action->shortcut().toString(QKeySequence::NativeText));
    return tip;
}

void setActionReason(QAction* action, const QString& reason)
{
    action->setEnabled(reason.isEmpty());
    action->setToolTip(reason); // empty: the text again
}

namespace
{

/// Shows the tooltips of a menu's actions itself.
class PlainTips : public QObject
{
public:
    using QObject::QObject;

    bool eventFilter(QObject* watched, QEvent* event) override
    {
        auto* menu = qobject_cast<QMenu*>(watched);
        if (!menu || event->type() != QEvent::ToolTip)
            return false;
        const auto* help = static_cast<QHelpEvent*>(event);
        const QAction* action = menu->actionAt(help->pos());
        QToolTip::showText(help->globalPos(), action ? plainToolTip(action->toolTip()) : QString(), menu,
                           menu->rect());
        return true;
    }
};

} // namespace

void showToolTips(QMenu* menu)
{
    menu->installEventFilter(new PlainTips(menu));
}

ActionButton::ActionButton(QAction* action, QWidget* parent) : QPushButton(parent), m_action(action)
{
    setFocusPolicy(Qt::StrongFocus);
    connect(this, &QPushButton::clicked, action, [action] { action->trigger(); });
    connect(action, &QAction::changed, this, &ActionButton::follow);
    connect(&Style::instance(), &Style::changed, this, &ActionButton::tintIcon);
    follow();
}

bool ActionButton::event(QEvent* event)
{
    if (event->type() == QEvent::DynamicPropertyChange)
        tintIcon(); // setLook()
    return QPushButton::event(event);
}

void ActionButton::tintIcon()
{
    if (!m_action)
        return;
    QIcon icon = m_action->icon();
    // The icon of an action suits a plain ground; on a filled button it takes the colour of its word.
    const QString look = property("look").toString();
    const Style& style = Style::instance();
    if (!icon.name().isEmpty() && look == QLatin1String("primary"))
        icon = style.icon(icon.name(), style.color(ColorRole::OnAccent));
    else if (!icon.name().isEmpty() && look == QLatin1String("danger"))
        icon = style.icon(icon.name(), Tone::Error);
    setIcon(icon);
}

void ActionButton::follow()
{
    if (!m_action)
        return;
    setText(m_action->text());
    tintIcon();
    setEnabled(m_action->isEnabled());
    // A button that was never shown must not become a window of its own.
    if (!m_action->isVisible())
        hide();
    else if (testAttribute(Qt::WA_WState_ExplicitShowHide) && isHidden())
        show();
    setCheckable(m_action->isCheckable());
    setChecked(m_action->isChecked());
    const QString tip = actionToolTip(m_action);
    setToolTip(plainToolTip(tip));
    QString name = m_action->text();
    setAccessibleName(name.remove(u'&'));
    setAccessibleDescription(tip);
}

// ---- IconLabel

IconLabel::IconLabel(const QString& icon, int size, QWidget* parent)
    : QWidget(parent), m_icon(icon), m_size(size)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    connect(&Style::instance(), &Style::changed, this, [this] { update(); });
}

void IconLabel::setIcon(const QString& icon, Tone tone)
{
    m_icon = icon;
    m_tone = tone;
    update();
}

void IconLabel::setMuted(bool muted)
{
    m_muted = muted;
    update();
}

QSize IconLabel::sizeHint() const
{
    return {m_size, m_size};
}

void IconLabel::paintEvent(QPaintEvent*)
{
    const Style& style = Style::instance();
    const QColor color = m_tone != Tone::Neutral ? style.tone(m_tone).fg
                                                 : style.color(m_muted ? ColorRole::Muted : ColorRole::Text);
    QPainter painter(this);
    painter.drawPixmap((width() - m_size) / 2, (height() - m_size) / 2,
                       style.pixmap(m_icon, m_size, color, devicePixelRatioF()));
}

// ---- MeterBar

MeterBar::MeterBar(QWidget* parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(&Style::instance(), &Style::changed, this, [this] { update(); });
}

void MeterBar::setValue(double part, Tone tone)
{
    m_part = part;
    m_tone = tone;
    update();
}

QSize MeterBar::sizeHint() const
{
    return {80, 6};
}

void MeterBar::paintEvent(QPaintEvent*)
{
    const Style& style = Style::instance();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF track(0, (height() - 6) / 2.0, width(), 6);
    painter.setPen(style.isHighContrast() ? QPen(style.color(ColorRole::Border)) : QPen(Qt::NoPen));
    painter.setBrush(style.color(ColorRole::Raised));
    painter.drawRoundedRect(track, 3, 3);
    if (m_part > 0) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(style.tone(m_tone).fg);
        painter.drawRoundedRect(
            QRectF(track.topLeft(), QSizeF(qMax(6.0, track.width() * qMin(1.0, m_part)), 6)), 3, 3);
    }
}

// ---- SparklineWidget

SparklineWidget::SparklineWidget(QWidget* parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(&Style::instance(), &Style::changed, this, [this] { update(); });
}

void SparklineWidget::set(Series series, int seriesColor)
{
    m_series = std::move(series);
    m_color = seriesColor;
    update();
}

QSize SparklineWidget::sizeHint() const
{
    return {120, 44};
}

void SparklineWidget::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setPen(Style::instance().color(ColorRole::Border));
    painter.drawLine(0, height() - 1, width(), height() - 1);
    if (m_series)
        paintSparkline(&painter, QRectF(rect()).adjusted(0, 0, 0, -1), *m_series,
                       Style::instance().series(m_color));
}

// ---- FactList

FactList::FactList(QWidget* parent) : QWidget(parent)
{
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(space::m);
    grid->setVerticalSpacing(6);
    grid->setColumnStretch(1, 1);
}

void FactList::set(const QString& id, const QString& name, const QString& value, Look look,
                   const QString& toolTip)
{
    auto* grid = static_cast<QGridLayout*>(layout());
    auto fact = std::find_if(m_facts.begin(), m_facts.end(), [&](const Fact& f) { return f.id == id; });
    if (fact == m_facts.end()) {
        Fact made{id, new QLabel(this), new QLabel(this)};
        made.name->setTextFormat(Qt::PlainText);
        made.value->setTextFormat(Qt::PlainText);
        made.value->setWordWrap(true);
        made.value->setAlignment(Qt::AlignRight | Qt::AlignTop);
        made.value->setTextInteractionFlags(Qt::TextSelectableByMouse);
        made.value->setMinimumWidth(60);
        setLook(made.name, Look::Muted);
        const int row = int(m_facts.size());
        grid->addWidget(made.name, row, 0, Qt::AlignTop | Qt::AlignLeft);
        grid->addWidget(made.value, row, 1);
        m_facts.append(made);
        fact = m_facts.end() - 1;
    }
    setLook(fact->value, look);
    fact->name->setText(plainLine(name, 80));
    // A long name has no blanks to wrap at; invisible ones let it.
    QString shown = plainBlock(value, 2000);
    if (look == Look::Mono && shown.size() > 30)
        for (qsizetype i = 24; i < shown.size(); i += 25)
            shown.insert(i, QChar(0x200B));
    if (fact->value->text() != shown)
        fact->value->setText(shown);
    fact->value->setToolTip(plainToolTip(toolTip));
    fact->value->setAccessibleName(name + u' ' + plainLine(value, 200));
    fact->name->setVisible(!value.isEmpty());
    fact->value->setVisible(!value.isEmpty());
}

void FactList::clear()
{
    for (const Fact& fact : std::as_const(m_facts)) {
        delete fact.name;
        delete fact.value;
    }
    m_facts.clear();
}

QString FactList::value(const QString& id) const
{
    for (const Fact& fact : m_facts)
        if (fact.id == id)
            return fact.value->text().remove(QChar(0x200B));
    return {};
}

// ---- Card

Card::Card(const QString& heading, QWidget* parent) : QFrame(parent)
{
    setLook(this, Look::Card);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(space::m + 2, space::m, space::m + 2, space::m);
    layout->setSpacing(space::s);
    m_heading = new QLabel(this);
    m_heading->setTextFormat(Qt::PlainText);
    ui::setLook(m_heading, Look::Heading);
    layout->addWidget(m_heading);
    m_body = new QVBoxLayout;
    m_body->setContentsMargins(0, 0, 0, 0);
    m_body->setSpacing(space::s);
    layout->addLayout(m_body);
    setHeading(heading);
}

void Card::setHeading(const QString& heading)
{
    m_heading->setText(heading);
    m_heading->setVisible(!heading.isEmpty());
    setAccessibleName(heading);
}

} // namespace kaptan::ui
