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
    const QStringList words = QLocale().toLower(m_filter->text()).split(u' ', Qt::SkipEmptyParts);

    struct Entry {
        LogTarget target;
        QString workload;
        StateLook look;
    };

    // Of several connections shown together, those of one stand together.
    QVector<std::pair<QString, WorkloadPtr>> workloads; // with what they are sorted by
    if (m_session && m_session->workloads())
        for (const WorkloadPtr& workload : m_session->workloads()->workloads())
            workloads.append({workload->connection.isEmpty()
                                  ? workload->name
                                  : workload->connection + QStringLiteral(" / ") + workload->name,
                              workload});
    std::sort(workloads.begin(), workloads.end(), [](const auto& a, const auto& b) {
        const int order = a.first.localeAwareCompare(b.first);
        return order != 0 ? order < 0 : a.second->id < b.second->id;
    });

    QVector<Entry> entries;
    for (const auto& [owner, workload] : std::as_const(workloads)) {
        QVector<Entry> mine;
        const auto add = [&, owner = owner](const QString& id, const QString& name,
                                            const Instance& instance) {
            const StateLook state = look(instance);
            if (!words.isEmpty()) {
                const QString text = QLocale().toLower(owner + u' ' + name + u' ' + state.word);
                if (!std::all_of(words.begin(), words.end(),
                                 [&text](const QString& word) { return text.contains(word); }))
                    return;
            }
            mine.append({{id, name, workload->id, instance.replica}, owner, state});
        };
        for (const Instance& instance : workload->instances) {
            if (instance.id.isEmpty())
                continue;
            if (instance.containers.size() < 2)
                add(instance.id, instance.name, instance);
            else
                for (const InstanceContainer& one : instance.containers)
                    add(instance.id + u'/' + one.name, instance.name + u'/' + one.name, instance);
        }
        std::sort(mine.begin(), mine.end(), [](const Entry& a, const Entry& b) {
            return a.target.replica != b.target.replica ? a.target.replica < b.target.replica
                                                        : a.target.name < b.target.name;
        });
        entries += mine;
        if (entries.size() > mostShown)
            break;
    }

    const bool more = entries.size() > mostShown;
    if (more)
        entries.resize(mostShown);
    m_list->clear();
    m_targets.clear();
    const Style& style = Style::instance();
    for (const Entry& entry : std::as_const(entries)) {
        m_targets.append(entry.target);
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
    if (more) {
        auto* hint = new QListWidgetItem(tr("There are more: type to find them."), m_list);
        hint->setFlags(Qt::NoItemFlags);
    }
    if (m_list->currentRow() < 0 && !m_targets.isEmpty())
        m_list->setCurrentRow(0);
    if (m_list->currentItem())
        m_list->scrollToItem(m_list->currentItem());
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
            choose(m_list->currentItem());
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
