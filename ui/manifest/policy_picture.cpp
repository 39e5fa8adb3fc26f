#include "ui/manifest/policy_picture.h"

#include "ui/common/plain_text.h"
#include "ui/common/style.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

using namespace Qt::StringLiterals;

namespace kaptan::ui
{

PolicyPicture::PolicyPicture(QWidget* parent) : QWidget(parent)
{
    setObjectName(u"policyPicture"_s);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    connect(&Style::instance(), &Style::changed, this, [this] {
        updateGeometry();
        update();
    });
}

void PolicyPicture::set(const QVector<kube::PolicyGroup>& groups, const kube::PolicyWorld& world)
{
    m_groups = groups;
    m_verdicts = kube::policyMatrix(groups, world);
    if (m_from >= groups.size() || m_to >= groups.size())
        m_from = m_to = -1;
    setAccessibleName(tr("Who may talk to whom"));
    setAccessibleDescription(explanation());
    updateGeometry();
    update();
    Q_EMIT chosen();
}

const kube::PolicyVerdict* PolicyPicture::verdict(int from, int to) const
{
    const qsizetype at = from * m_groups.size() + to;
    return from < 0 || to < 0 || from >= m_groups.size() || to >= m_groups.size() ? nullptr
                                                                                  : &m_verdicts.at(at);
}

void PolicyPicture::choose(int from, int to)
{
    if (!verdict(from, to))
        return;
    m_from = from;
    m_to = to;
    setAccessibleDescription(explanation());
    update();
    Q_EMIT chosen();
}

QString PolicyPicture::nameOf(int at) const
{
    const kube::PolicyGroup& group = m_groups.at(at);
    if (group.pod.isOutside())
        return tr("Outside of the cluster");
    bool several = false;
    for (const kube::PolicyGroup& other : m_groups)
        several = several || (!other.pod.isOutside() && other.pod.nameSpace != group.pod.nameSpace);
    return plainLine(several ? group.pod.nameSpace + u'/' + group.name : group.name, 60);
}

QString PolicyPicture::explain(int from, int to) const
{
    const kube::PolicyVerdict* it = verdict(from, to);
    if (!it)
        return {};
    const QString who = nameOf(from), whom = nameOf(to);
    QString text = it->partly()    ? tr("%1 may reach %2 on %3 only.").arg(who, whom, it->ports.toText())
                   : it->allowed() ? tr("%1 may reach %2.").arg(who, whom)
                                   : tr("%1 may not reach %2.").arg(who, whom);
    const auto names = [](const QStringList& list) { return plainLine(list.join(u", "_s), 200); };
    const auto say = [&](const kube::PolicySide& side, const QString& open, const QString& lets,
                         const QString& closes) {
        text += u' ';
        if (!side.isolated)
            text += open;
        else if (!side.allowing.isEmpty())
            text += lets.arg(names(side.allowing));
        else
            text += closes.arg(names(side.selecting));
    };
    if (!m_groups.at(from).pod.isOutside())
        say(it->egress, tr("Going out: no policy closes it."),
            //: %1: names of policies
            tr("Going out: let through by %1."),
            //: %1: names of policies
            tr("Going out: closed by %1, and no policy lets it through."));
    if (!m_groups.at(to).pod.isOutside())
        say(it->ingress, tr("Coming in: no policy closes it."), tr("Coming in: let through by %1."),
            tr("Coming in: closed by %1, and no policy lets it through."));
    return text;
}

QString PolicyPicture::explanation() const
{
    return explain(m_from, m_to);
}

int PolicyPicture::cellSize() const
{
    return Style::instance().rowHeight();
}

int PolicyPicture::headWidth() const
{
    int widest = 40;
    for (int i = 0; i < m_groups.size(); ++i)
        widest = qMax(widest, QFontMetrics(Style::instance().font()).horizontalAdvance(nameOf(i)));
    return qMin(widest, 140) + space::s;
}

int PolicyPicture::headHeight() const
{
    return headWidth();
}

QRect PolicyPicture::cellRect(int from, int to) const
{
    const int size = cellSize();
    return {headWidth() + to * size, headHeight() + from * size, size, size};
}

QSize PolicyPicture::sizeHint() const
{
    const int cells = int(m_groups.size()) * cellSize();
    return {headWidth() + cells + 1, headHeight() + cells + 1};
}

QSize PolicyPicture::minimumSizeHint() const
{
    return {headWidth() + cellSize(), sizeHint().height()};
}

void PolicyPicture::paintEvent(QPaintEvent*)
{
    const Style& style = Style::instance();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(style.font());
    const QFontMetrics metrics = painter.fontMetrics();
    const int width = headWidth(), height = headHeight(), size = cellSize();
    for (int i = 0; i < m_groups.size(); ++i) {
        const QString name = metrics.elidedText(nameOf(i), Qt::ElideMiddle, width - space::s);
        painter.setPen(style.color(i == m_from ? ColorRole::Text : ColorRole::Muted));
        painter.drawText(QRect(0, height + i * size, width - space::s, size),
                         Qt::AlignRight | Qt::AlignVCenter, name);
        painter.setPen(style.color(i == m_to ? ColorRole::Text : ColorRole::Muted));
        painter.save();
        painter.translate(width + i * size, height - space::xs);
        painter.rotate(-90);
        painter.drawText(QRect(0, 0, height - space::s, size), Qt::AlignLeft | Qt::AlignVCenter, name);
        painter.restore();
    }
    for (int from = 0; from < m_groups.size(); ++from)
        for (int to = 0; to < m_groups.size(); ++to) {
            const kube::PolicyVerdict* it = verdict(from, to);
            const Tone tone = it->partly() ? Tone::Warning : it->allowed() ? Tone::Ok : Tone::Error;
            const QString icon = it->partly() ? u"filter"_s : it->allowed() ? u"check"_s : u"close"_s;
            const QRect rect = cellRect(from, to);
            const ToneColors colors = style.tone(tone);
            painter.setPen(QPen(style.color(ColorRole::Border), 1));
            painter.setBrush(colors.soft);
            painter.drawRect(QRectF(rect).adjusted(0.5, 0.5, 0.5, 0.5));
            const int mark = 14;
            painter.drawPixmap(rect.center().x() - mark / 2 + 1, rect.center().y() - mark / 2 + 1,
                               style.pixmap(icon, mark, colors.fg, devicePixelRatioF()));
        }
    if (m_from >= 0 && m_to >= 0) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(style.tone(Tone::Accent).fg, 2));
        painter.drawRect(QRectF(cellRect(m_from, m_to)).adjusted(1, 1, 0, 0));
    }
}

void PolicyPicture::mousePressEvent(QMouseEvent* event)
{
    const QPoint at = event->position().toPoint() - QPoint(headWidth(), headHeight());
    if (at.x() >= 0 && at.y() >= 0)
        choose(at.y() / cellSize(), at.x() / cellSize());
}

void PolicyPicture::keyPressEvent(QKeyEvent* event)
{
    const int from = qMax(0, m_from), to = qMax(0, m_to);
    switch (event->key()) {
    case Qt::Key_Left:
        return choose(from, to - 1);
    case Qt::Key_Right:
        return choose(from, to + 1);
    case Qt::Key_Up:
        return choose(from - 1, to);
    case Qt::Key_Down:
        return choose(from + 1, to);
    case Qt::Key_Space:
        return choose(from, to);
    default:
        QWidget::keyPressEvent(event);
    }
}

bool PolicyPicture::event(QEvent* event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto* help = static_cast<QHelpEvent*>(event);
        const QPoint at = help->pos() - QPoint(headWidth(), headHeight());
        const QString text =
            at.x() >= 0 && at.y() >= 0 ? explain(at.y() / cellSize(), at.x() / cellSize()) : QString();
        QToolTip::showText(help->globalPos(), plainToolTip(text), this);
        return true;
    }
    return QWidget::event(event);
}

} // namespace kaptan::ui
