#include "ui/logs/instance_picker.h"

#include "ui/common/format.h"
#include "ui/common/plain_text.h"
#include "ui/common/style.h"

#include <QEvent>
#include <QKeyEvent>
#include <QLocale>
#include <QVBoxLayout>

#include <algorithm>

namespace kaptan::ui
{

using namespace workload;

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
    connect(m_filter, &QLineEdit::textChanged, this, &InstancePicker::narrow);
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
    m_currentId = current.instanceId;
    if (session && session->workloads()) {
        connect(session->workloads(), &WorkloadSource::changed, this, [this] {
            if (isVisible() && !m_refill.isActive())
                m_refill.start();
        });
    }
    m_filter->clear();
    fill();
    move(below->mapToGlobal(QPoint(0, below->height() + space::xs)));
    show();
    m_filter->setFocus();
}

void InstancePicker::fill()
{
    const int row = m_list->currentRow();
    const QString kept =
        row >= 0 && row < m_targets.size() && isVisible() ? m_targets[row].instanceId : m_currentId;

    struct Entry {
        LogTarget target;
        QString workload;
        StateLook look;
    };

    QVector<Entry> entries;
    if (m_session && m_session->workloads()) {
        for (const WorkloadPtr& workload : m_session->workloads()->workloads()) {
            // Of several connections shown together, those of one stand together.
            const QString owner = workload->connection.isEmpty()
                                      ? workload->name
                                      : workload->connection + QStringLiteral(" / ") + workload->name;
            for (const Instance& instance : workload->instances) {
                if (instance.id.isEmpty())
                    continue;
                if (instance.containers.size() < 2) {
                    entries.append({{instance.id, instance.name, workload->id, instance.replica},
                                    owner,
                                    look(instance)});
                    continue;
                }
                for (const InstanceContainer& one : instance.containers)
                    entries.append({{instance.id + u'/' + one.name, instance.name + u'/' + one.name,
                                     workload->id, instance.replica},
                                    owner,
                                    look(instance)});
            }
        }
    }
    std::sort(entries.begin(), entries.end(), [](const Entry& a, const Entry& b) {
        if (a.workload != b.workload)
            return a.workload.localeAwareCompare(b.workload) < 0;
        return a.target.replica != b.target.replica ? a.target.replica < b.target.replica
                                                    : a.target.name < b.target.name;
    });
    m_list->clear();
    m_targets.clear();
    m_haystacks.clear();
    const Style& style = Style::instance();
    for (const Entry& entry : std::as_const(entries)) {
        m_targets.append(entry.target);
        m_haystacks.append(
            QLocale().toLower(entry.workload + u' ' + entry.target.name + u' ' + entry.look.word));
        QString name = plainLine(entry.target.name, 200);
        if (m_session && m_session->isJoint())
            name.prepend(plainLine(m_session->specOf(entry.target.workloadId).name, 60) +
                         QStringLiteral(" / "));
        //: An instance in a list: its name, then the word of its state
        auto* item = new QListWidgetItem(tr("%1 · %2").arg(name, entry.look.word), m_list);
        item->setIcon(style.icon(entry.look.icon, style.tone(entry.look.tone).fg));
        item->setFont(style.mono());
        item->setToolTip(plainToolTip(entry.workload == entry.target.name
                                          ? entry.target.name
                                          : entry.workload + QStringLiteral(" / ") + entry.target.name));
        if (entry.target.instanceId == kept)
            m_list->setCurrentItem(item);
    }
    narrow();
}

void InstancePicker::narrow()
{
    const QStringList words = QLocale().toLower(m_filter->text()).split(u' ', Qt::SkipEmptyParts);
    int first = -1;
    for (int row = 0; row < m_list->count(); ++row) {
        const bool fits = std::all_of(words.begin(), words.end(),
                                      [&](const QString& word) { return m_haystacks[row].contains(word); });
        m_list->item(row)->setHidden(!fits);
        if (fits && first < 0)
            first = row;
    }
    const int current = m_list->currentRow();
    if (current < 0 || m_list->item(current)->isHidden())
        m_list->setCurrentRow(first);
    if (m_list->currentItem())
        m_list->scrollToItem(m_list->currentItem());
}

void InstancePicker::choose(QListWidgetItem* item)
{
    const int row = item ? m_list->row(item) : -1;
    if (row < 0 || item->isHidden())
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
            choose(m_list->currentItem());
            return true;
        }
        if (key->key() == Qt::Key_Down || key->key() == Qt::Key_Up) {
            const int step = key->key() == Qt::Key_Down ? 1 : -1;
            int row = m_list->currentRow() + step;
            while (row >= 0 && row < m_list->count() && m_list->item(row)->isHidden())
                row += step;
            if (row >= 0 && row < m_list->count())
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
