#include "ui/cluster/kube_kind_list.h"

#include "ui/common/plain_text.h"
#include "ui/common/style.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QPainter>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace kaptan::ui
{

namespace
{

enum Role { IndexRole = Qt::UserRole + 1, NoteRole };

constexpr int overviewIndex = -1;
constexpr int headingIndex = -2;
constexpr int mostFound = 100;
constexpr int jumpWidth = 440;

/// A name, and muted behind it what tells it from others of the name.
class KindDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex& index) const override
    {
        const bool heading = index.data(IndexRole).toInt() == headingIndex;
        return {100, Style::instance().rowHeight() + (heading ? 4 : 0)};
    }

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        const Style& style = Style::instance();
        const bool heading = index.data(IndexRole).toInt() == headingIndex;
        const bool chosen = option.state & QStyle::State_Selected;
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        QRect rect = option.rect.adjusted(space::s, 1, -space::s, -1);
        if (chosen || ((option.state & QStyle::State_MouseOver) && !heading)) {
            painter->setPen(chosen && style.isHighContrast() ? QPen(style.tone(Tone::Accent).border)
                                                             : QPen(Qt::NoPen));
            painter->setBrush(style.color(chosen ? ColorRole::Selection : ColorRole::Hover));
            painter->drawRoundedRect(rect, radius, radius);
        }
        rect.adjust(space::s, 0, -space::s, 0);
        const QFont font = heading  ? style.font(TextSize::Small, QFont::DemiBold)
                           : chosen ? style.font(TextSize::Normal, QFont::Medium)
                                    : style.font();
        painter->setFont(font);
        painter->setPen(heading  ? style.color(ColorRole::Muted)
                        : chosen ? style.tone(Tone::Accent).fg
                                 : style.color(ColorRole::Text));
        const QFontMetrics metrics(font);
        const QString text = metrics.elidedText(index.data().toString(), Qt::ElideRight, rect.width());
        painter->drawText(rect, int(heading ? Qt::AlignBottom : Qt::AlignVCenter) | Qt::AlignLeft, text);
        const QString note = index.data(NoteRole).toString();
        rect.setLeft(rect.left() + metrics.horizontalAdvance(text) + space::s);
        if (!note.isEmpty() && rect.width() > 40) {
            painter->setFont(style.font(TextSize::Small));
            painter->setPen(style.color(ColorRole::Muted));
            painter->drawText(rect, Qt::AlignVCenter | Qt::AlignRight,
                              painter->fontMetrics().elidedText(note, Qt::ElideRight, rect.width()));
        }
        painter->restore();
    }
};

QListWidgetItem* kindItem(const KindEntry& entry, int index)
{
    auto* item = new QListWidgetItem(plainLine(kindTitle(entry.resource), 80));
    item->setData(IndexRole, index);
    item->setToolTip(plainToolTip(entry.resource.qualifiedName() + u' ' + entry.resource.version +
                                  (entry.resource.shortNames.isEmpty()
                                       ? QString()
                                       : u" (:"_s + entry.resource.shortNames.join(u", :"_s) + u')')));
    return item;
}

} // namespace

KubeKindList::KubeKindList(QWidget* parent) : QListWidget(parent)
{
    setObjectName(u"kindList"_s);
    setItemDelegate(new KindDelegate(this));
    setFrameShape(QFrame::NoFrame);
    setMouseTracking(true);
    setUniformItemSizes(false);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFixedWidth(204);
    connect(this, &QListWidget::currentItemChanged, this, [this](const QListWidgetItem* item) {
        if (!item)
            return;
        const int index = item->data(IndexRole).toInt();
        if (index == overviewIndex)
            Q_EMIT overviewChosen();
        else if (index >= 0 && index < m_entries.size())
            Q_EMIT kindChosen(m_entries[index].resource);
    });
    connect(&Style::instance(), &Style::changed, this, [this] { doItemsLayout(); });
    retranslate();
}

void KubeKindList::setEntries(const QVector<KindEntry>& entries)
{
    m_entries = entries;
    fill();
}

void KubeKindList::retranslate()
{
    setAccessibleName(tr("Kinds of objects"));
    fill();
}

void KubeKindList::fill()
{
    const QSignalBlocker quiet(this);
    const QString before = currentItem() ? currentItem()->toolTip() : QString();
    clear();
    auto* overview = new QListWidgetItem(tr("Overview"), this);
    overview->setData(IndexRole, overviewIndex);
    setCurrentItem(overview);
    std::optional<KindGroup> group;
    for (int i = 0; i < m_entries.size(); ++i) {
        const KindEntry& entry = m_entries[i];
        if (group != entry.group) {
            group = entry.group;
            auto* heading = new QListWidgetItem(groupTitle(entry.group), this);
            heading->setData(IndexRole, headingIndex);
            heading->setFlags(Qt::NoItemFlags);
        }
        QListWidgetItem* item = kindItem(entry, i);
        addItem(item);
        if (!before.isEmpty() && item->toolTip() == before)
            setCurrentItem(item);
    }
}

void KubeKindList::select(const kube::ApiResource* resource)
{
    const QSignalBlocker quiet(this);
    for (int row = 0; row < count(); ++row) {
        const int index = item(row)->data(IndexRole).toInt();
        const bool same = resource ? index >= 0 && m_entries[index].resource.group == resource->group &&
                                         m_entries[index].resource.name == resource->name
                                   : index == overviewIndex;
        if (!same)
            continue;
        setCurrentRow(row);
        scrollToItem(item(row));
        return;
    }
}

// ---- the jump box

KubeJump::KubeJump(QWidget* parent)
    : QFrame(parent), m_edit(new QLineEdit(this)), m_list(new QListWidget(this))
{
    setObjectName(u"jumpBox"_s);
    setLook(this, Look::Card);
    setAutoFillBackground(true);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(space::s, space::s, space::s, space::s);
    layout->setSpacing(space::s);
    layout->addWidget(m_edit);
    layout->addWidget(m_list);
    m_edit->setObjectName(u"jumpEdit"_s);
    m_edit->installEventFilter(this);
    m_list->setObjectName(u"jumpList"_s);
    m_list->setItemDelegate(new KindDelegate(m_list));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setMouseTracking(true);
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    connect(m_edit, &QLineEdit::textChanged, this, &KubeJump::refill);
    connect(m_edit, &QLineEdit::returnPressed, this, &KubeJump::choose);
    connect(m_list, &QListWidget::itemClicked, this, &KubeJump::choose);
    retranslate();
    hide();
}

void KubeJump::retranslate()
{
    m_edit->setPlaceholderText(tr("Kind: pods, svc, Ingress …"));
    m_edit->setAccessibleName(tr("Go to a kind"));
    m_list->setAccessibleName(tr("Kinds that fit"));
}

void KubeJump::open(const QVector<KindEntry>& entries)
{
    m_entries = entries;
    m_edit->clear();
    refill();
    const int width = std::min(jumpWidth, parentWidget()->width() - 2 * space::l);
    const int height = std::min(380, parentWidget()->height() - 2 * space::xl);
    setGeometry((parentWidget()->width() - width) / 2, space::xl, width, height);
    show();
    raise();
    m_edit->setFocus();
}

void KubeJump::refill()
{
    m_found = findKinds(m_entries, m_edit->text());
    if (m_found.size() > mostFound)
        m_found.resize(mostFound);
    m_list->clear();
    for (int i = 0; i < m_found.size(); ++i) {
        QListWidgetItem* item = kindItem(m_found[i], i);
        item->setData(NoteRole, plainLine(m_found[i].resource.qualifiedName(), 120));
        m_list->addItem(item);
    }
    m_list->setCurrentRow(0);
}

void KubeJump::choose()
{
    const int row = m_list->currentRow();
    if (row < 0 || row >= m_found.size())
        return;
    const kube::ApiResource resource = m_found[row].resource;
    shut();
    Q_EMIT chosen(resource);
}

void KubeJump::shut()
{
    if (isHidden())
        return;
    hide();
    Q_EMIT closed();
}

bool KubeJump::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::FocusOut &&
        static_cast<QFocusEvent*>(event)->reason() != Qt::PopupFocusReason &&
        static_cast<QFocusEvent*>(event)->reason() != Qt::ActiveWindowFocusReason) {
        // Not in the middle of the change of focus.
        QMetaObject::invokeMethod(
            this,
            [this] {
                if (!m_edit->hasFocus())
                    hide();
            },
            Qt::QueuedConnection);
    }
    if (event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        const int step = key == Qt::Key_Down ? 1 : key == Qt::Key_Up ? -1 : 0;
        if (step != 0 && m_list->count() > 0) {
            m_list->setCurrentRow(std::clamp(m_list->currentRow() + step, 0, m_list->count() - 1));
            return true;
        }
        if (key == Qt::Key_Escape) {
            shut();
            return true;
        }
    }
    return QFrame::eventFilter(watched, event);
}

} // namespace kaptan::ui
