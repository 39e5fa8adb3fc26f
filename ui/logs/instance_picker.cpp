#include "ui/logs/instance_picker.h"

#include "ui/common/plain_text.h"
#include "ui/common/style.h"

#include <QCoreApplication>
#include <QEvent>
#include <QKeyEvent>
#include <QLocale>
#include <QSignalBlocker>
#include <QThreadPool>
#include <QVBoxLayout>

#include <utility>

namespace kaptan::ui
{

using namespace workload;

namespace
{

/// A list of tens of thousands helps nobody, and takes seconds to make.
constexpr qsizetype mostShown = 500;

} // namespace

InstancePicker::InstancePicker(QWidget* parent) : QFrame(parent, Qt::Popup)
{
    setLook(this, Look::Card);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(space::s, space::s, space::s, space::s);
    layout->setSpacing(space::s);
    m_filter = new QLineEdit(this);
    m_filter->installEventFilter(this);
    m_list = new QListWidget(this);
    m_list->setUniformItemSizes(true);
    m_list->setIconSize(QSize(16, 16));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setTextElideMode(Qt::ElideMiddle);
    m_list->setFocusPolicy(Qt::NoFocus);
    layout->addWidget(m_filter);
    layout->addWidget(m_list);
    resize(440, 380);
    m_refill.setSingleShot(true);
    m_refill.setInterval(100);
    connect(&m_refill, &QTimer::timeout, this, &InstancePicker::fill);
    connect(m_filter, &QLineEdit::textChanged, this, &InstancePicker::fill);
    connect(m_list, &QListWidget::itemClicked, this, &InstancePicker::choose);
    retranslate();
}

void InstancePicker::retranslate()
{
    m_filter->setPlaceholderText(tr("Find a container"));
    m_filter->setAccessibleName(tr("Find a container"));
    m_list->setAccessibleName(tr("Containers"));
}

void InstancePicker::changeEvent(QEvent* event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void InstancePicker::popUp(session::Session* session, const LogTarget& current, QWidget* below)
{
    if (m_session && m_session->workloads())
        m_session->workloads()->disconnect(this);
    m_session = session;
    m_currentId = current.logId();
    m_chooseWhenFilled = false;
    m_list->clear(); // another session's, perhaps
    m_targets.clear();
    if (session && session->workloads()) {
        connect(session->workloads(), &WorkloadSource::changed, this, [this] {
            if (isVisible() && !m_refill.isActive())
                m_refill.start();
        });
    }
    {
        const QSignalBlocker quiet(m_filter);
        m_filter->clear();
    }
    fill();
    move(below->mapToGlobal(QPoint(0, below->height() + space::xs)));
    QFrame::show();
    m_filter->setFocus();
}

void InstancePicker::fill()
{
    const QStringList words = QLocale().toLower(m_filter->text()).split(u' ', Qt::SkipEmptyParts);
    const QVector<WorkloadPtr> workloads =
        m_session && m_session->workloads() ? m_session->workloads()->workloads() : QVector<WorkloadPtr>();
    const int run = ++m_run;
    QThreadPool::globalInstance()->start([run, words, workloads, picker = QPointer<InstancePicker>(this)] {
        InstanceHits found = findInstances(workloads, words, mostShown);
        QMetaObject::invokeMethod(
            QCoreApplication::instance(),
            [run, picker, found = std::move(found)] {
                if (picker && picker->m_run == run)
                    picker->show(found);
            },
            Qt::QueuedConnection);
    });
}

void InstancePicker::show(const InstanceHits& found)
{
    const int row = m_list->currentRow();
    const QString kept = row >= 0 && row < m_targets.size() ? m_targets[row].logId() : m_currentId;
    m_filled = m_run;
    m_list->clear();
    m_targets.clear();
    const Style& style = Style::instance();
    for (const InstanceHit& hit : found.hits) {
        m_targets.append(hit.target);
        const QString full = hit.target.shownName();
        QString name = plainLine(full, 200);
        if (m_session && m_session->isJoint())
            name.prepend(plainLine(m_session->specOf(hit.target.workloadId).name, 60) +
                         QStringLiteral(" / "));
        //: An instance in a list: its name, then the word of its state
        auto* item = new QListWidgetItem(tr("%1 · %2").arg(name, hit.look.word), m_list);
        item->setIcon(style.icon(hit.look.icon, style.tone(hit.look.tone).fg));
        item->setFont(style.mono());
        item->setToolTip(
            plainToolTip(hit.workload == full ? full : hit.workload + QStringLiteral(" / ") + full));
        if (hit.target.logId() == kept)
            m_list->setCurrentItem(item);
    }
    if (found.more) {
        auto* hint = new QListWidgetItem(tr("There are more: type to find them."), m_list);
        hint->setFlags(Qt::NoItemFlags);
    }
    if (m_list->currentRow() < 0 && !m_targets.isEmpty())
        m_list->setCurrentRow(0);
    if (m_list->currentItem())
        m_list->scrollToItem(m_list->currentItem());
    if (std::exchange(m_chooseWhenFilled, false))
        choose(m_list->currentItem());
}

void InstancePicker::choose(QListWidgetItem* item)
{
    const int row = item ? m_list->row(item) : -1;
    if (row < 0 || row >= m_targets.size())
        return;
    const LogTarget target = m_targets[row];
    hide();
    Q_EMIT chosen(target);
}

bool InstancePicker::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_filter && event->type() == QEvent::KeyPress) {
        const auto* key = static_cast<QKeyEvent*>(event);
        if (key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter) {
            if (m_filled == m_run)
                choose(m_list->currentItem());
            else // what was typed is still looked for, and that is what is meant
                m_chooseWhenFilled = true;
            return true;
        }
        if (key->key() == Qt::Key_Down || key->key() == Qt::Key_Up) {
            const int step = key->key() == Qt::Key_Down ? 1 : -1;
            const int row = m_list->currentRow() + step;
            if (row >= 0 && row < m_targets.size())
                m_list->setCurrentRow(row);
            return true;
        }
        if (key->key() == Qt::Key_PageDown || key->key() == Qt::Key_PageUp) {
            QCoreApplication::sendEvent(m_list, event);
            return true;
        }
    }
    return QFrame::eventFilter(watched, event);
}

} // namespace kaptan::ui
