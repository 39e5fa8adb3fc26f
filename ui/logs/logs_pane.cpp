#include "ui/logs/logs_pane.h"

#include "app/core/quantity.h"
#include "ui/common/format.h"
#include "ui/common/plain_text.h"
#include "ui/common/style.h"
#include "ui/logs/instance_picker.h"
#include "ui/logs/log_text_job.h"

#include <QEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QKeyEvent>
#include <QLocale>
#include <QTimerEvent>
#include <QVBoxLayout>

namespace kaptan::ui
{

using namespace workload;

namespace
{
constexpr int pollInterval = 33; // milliseconds
}

LogsPane::LogsPane(PaneHost& host, QWidget* parent, Clock& clock)
    : Pane(host, parent), m_frame(new PaneFrame(this)), m_store(std::make_shared<LogStore>()),
      m_view(new LogView(m_store, this)), m_feed(new LogFeed(m_store, clock, this)),
      m_picker(new InstancePicker(this)), m_chooser(new QPushButton(this)), m_matchLabel(new QLabel(this))
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_frame);
    setFocusProxy(m_view);

    makeActions();
    m_chooser->setObjectName(QStringLiteral("instanceChooser"));
    m_chooser->setFont(Style::instance().mono());
    m_frame->addHeaderWidget(m_chooser);
    m_frame->addHeaderAction(action(QStringLiteral("save")));
    m_frame->addHeaderAction(action(QStringLiteral("pause")));
    m_frame->addHeaderAction(action(QStringLiteral("follow")));
    makeFilterBar();
    m_frame->setContent(m_view);
    m_frame->followSession(nullptr);

    connect(m_chooser, &QPushButton::clicked, this, &LogsPane::chooseInstance);
    connect(m_picker, &InstancePicker::chosen, this, [this](const LogTarget& target) {
        m_feed->setTarget(target);
        m_view->setFollowing(true);
        m_view->setFocus();
    });
    connect(m_frame, &PaneFrame::connectionsRequested, this,
            [this] { this->host().openPane(QStringLiteral("connections")); });
    connect(m_frame, &PaneFrame::chipClicked, this, [this](const QString& id) {
        if (id == QLatin1String("paused"))
            m_feed->setPaused(false);
    });
    connect(m_feed, &LogFeed::changed, this, &LogsPane::updateState);
    connect(m_view, &LogView::progressed, this, &LogsPane::updateCounts);
    connect(m_view, &LogView::followingChanged, this, [this](bool following) {
        action(QStringLiteral("follow"))->setChecked(following);
        if (following)
            m_feed->setPaused(false);
    });
    connect(m_view, &LogView::selectionChanged, this,
            [this] { action(QStringLiteral("copy"))->setEnabled(m_view->hasSelection()); });
    connect(m_view, &LogView::zoomChanged, this, &LogsPane::displayOptionsChanged);
    connect(m_view, &LogView::copied, this, [this](qint64 lines) {
        if (lines < 0)
            this->host().notify(
                PaneHost::Severity::Warning, tr("Not copied"),
                tr("The selection is too large for the clipboard. Save the log to a file instead."));
    });
    connect(&Style::instance(), &Style::changed, this, &LogsPane::restyle);
    restyle();
    retranslate();
}

LogsPane::~LogsPane() = default;

QString LogsPane::title() const
{
    return tr("Logs");
}

void LogsPane::setSession(session::Session* session)
{
    if (m_session)
        m_session->disconnect(this);
    m_session = session;
    m_frame->followSession(session);
    m_feed->setSession(session);
    if (session)
        connect(session, &session::Session::stateChanged, this, &LogsPane::updateState);
    updateState();
}

void LogsPane::showTarget(const QVariantMap& target)
{
    LogTarget wanted;
    wanted.instanceId = target.value(QStringLiteral("instanceId")).toString();
    wanted.name = target.value(QStringLiteral("name")).toString();
    wanted.workloadId = target.value(QStringLiteral("workloadId")).toString();
    if (wanted.instanceId.isEmpty() && m_session && m_session->workloads()) {
        if (const WorkloadPtr workload = m_session->workloads()->find(wanted.workloadId))
            for (const Instance& instance : workload->instances)
                if (!instance.id.isEmpty() && wanted.instanceId.isEmpty())
                    wanted = {instance.id, instance.name, workload->id, instance.replica, {}};
    }
    if (wanted.instanceId.isEmpty())
        return;
    m_feed->setTarget(wanted);
    m_view->setFollowing(true);
    m_view->setFocus();
}

void LogsPane::setTimestamps(bool shown)
{
    if (shown == m_view->showsTimestamps())
        return;
    m_view->setTimestamps(shown);
    action(QStringLiteral("timestamps"))->setChecked(shown);
    Q_EMIT displayOptionsChanged();
}

void LogsPane::setWrap(bool wrap)
{
    if (wrap == m_view->wraps())
        return;
    m_view->setWrap(wrap);
    action(QStringLiteral("wrap"))->setChecked(wrap);
    Q_EMIT displayOptionsChanged();
}

void LogsPane::setBufferBytes(qint64 bytes)
{
    m_store->setLimit(bytes);
}

void LogsPane::chooseInstance()
{
    m_picker->popUp(m_session, m_feed->target(), m_chooser);
}

void LogsPane::askWhereToSave()
{
    auto* dialog = new QFileDialog(this, tr("Save the log"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setFileMode(QFileDialog::AnyFile);
    QString name = plainLine(m_feed->target().shownName(), 100);
    name.replace(u'/', u'_');
    dialog->selectFile((name.isEmpty() ? QStringLiteral("log") : name) + QStringLiteral(".log"));
    connect(dialog, &QFileDialog::fileSelected, this, &LogsPane::saveTo);
    dialog->open();
}

void LogsPane::saveTo(const QString& path)
{
    LogTextJob job;
    const LogCounts counts = m_store->counts();
    job.first = counts.first;
    job.end = counts.complete;
    job.timestamps = m_view->showsTimestamps();
    if (m_view->showsMatchesOnly())
        job.only = m_view->search().matches();
    const QString file = QFileInfo(path).fileName();
    host().runTask(tr("Saving %1").arg(file), tr("The log was saved to %1.").arg(path),
                   saveLog(m_store, job, path));
}

void LogsPane::timerEvent(QTimerEvent* event)
{
    if (event->timerId() != m_timer.timerId()) {
        Pane::timerEvent(event);
        return;
    }
    m_feed->poll();
}

void LogsPane::showEvent(QShowEvent* event)
{
    Pane::showEvent(event);
    m_timer.start(pollInterval, this);
    m_feed->poll();
}

void LogsPane::hideEvent(QHideEvent* event)
{
    m_timer.stop();
    Pane::hideEvent(event);
}

/// Disabled with the reason, or enabled with its own tooltip.
void LogsPane::enable(const QString& id, const QString& reason)
{
    QAction* one = action(id);
    setActionReason(one, reason);
    if (reason.isEmpty())
        one->setToolTip(m_toolTips.value(id));
}

void LogsPane::updateState()
{
    const LogTarget& target = m_feed->target();
    const bool hasTarget = !target.instanceId.isEmpty();
    QString name = tr("Choose a container");
    if (hasTarget) {
        name = plainLine(target.name.isEmpty() ? target.logId() : target.shownName(), 40);
        name.replace(u'&', QStringLiteral("&&"));
    }
    m_chooser->setText(name + QStringLiteral(" ▾"));
    m_chooser->setAccessibleName(hasTarget ? tr("Container: %1").arg(plainLine(target.shownName())) : name);
    m_frame->setContentState(hasTarget ? PaneFrame::ContentState::Data : PaneFrame::ContentState::Empty);
    const QString none = hasTarget ? QString() : tr("Choose a container first");
    for (const auto* id : {"follow", "pause", "save", "clear"})
        enable(QLatin1String(id), none);
    QAction* pause = action(QStringLiteral("pause"));
    pause->setChecked(m_feed->isPaused());
    if (m_feed->isPaused() && !m_wasPaused)
        m_pausedAtLine = m_store->counts().end;
    m_wasPaused = m_feed->isPaused();
    action(QStringLiteral("follow"))->setChecked(m_view->isFollowing());
    updateCounts();
}

void LogsPane::updateCounts()
{
    const LogCounts counts = m_store->counts();
    const bool hasTarget = !m_feed->target().instanceId.isEmpty();
    //: Number of lines of a log that are kept
    m_frame->setCountText(hasTarget ? tr("%Ln line(s)", nullptr, static_cast<int>(counts.end - counts.first))
                                    : QString());
    m_view->setEmptyText(m_view->showsMatchesOnly()                     ? tr("No line matches")
                         : m_feed->state() == LogFeed::State::Following ? tr("Nothing was logged yet")
                                                                        : tr("No lines"));
    const LogSearch& search = m_view->search();
    QString label;
    if (search.isActive()) {
        const QLocale locale;
        const QString all = locale.toString(static_cast<qlonglong>(search.matches().size()));
        const qint64 current = m_view->currentMatch();
        if (search.matches().empty())
            label = search.isBusy() ? tr("Searching") : tr("No matches");
        else
            //: Position among the lines that match a search: "3 of 120"
            label = current >= 0 ? tr("%1 of %2").arg(locale.toString(current + 1), all)
                                 //: Number of lines that match a search
                                 : tr("%Ln match(es)", nullptr, static_cast<int>(search.matches().size()));
    }
    if (m_matchLabel->text() != label)
        m_matchLabel->setText(label);
    for (const auto* id : {"next", "previous", "matchesOnly"})
        enable(QLatin1String(id), search.isActive() ? QString() : tr("Type what to search for first"));
    action(QStringLiteral("matchesOnly"))->setChecked(m_view->showsMatchesOnly());
    updateChips();
}

void LogsPane::updateChips()
{
    QVector<PaneFrame::HeaderChip> chips;
    const LogCounts counts = m_store->counts();
    if (m_feed->isPaused()) {
        const int came = static_cast<int>(std::max<qint64>(0, counts.end - m_pausedAtLine));
        //: %Ln lines that were on the way came after reading was paused
        const QString text = came > 0 ? tr("Paused · %Ln came since", nullptr, came) : tr("Paused");
        chips.append(
            {QStringLiteral("paused"), QStringLiteral("pause"), text, Tone::Warning, tr("Go on reading")});
    }
    const bool live = m_feed->isLive();
    switch (m_feed->state()) {
    case LogFeed::State::Waiting:
        if (live)
            chips.append({QStringLiteral("state"),
                          QStringLiteral("progress"),
                          tr("Reconnecting"),
                          Tone::Progress,
                          {}});
        break;
    case LogFeed::State::Stopped: {
        const auto instance = m_feed->instance();
        const int code = instance ? instance->exitCode.value_or(0) : 0;
        const QString text =
            instance && instance->exitCode ? tr("Stopped, exit code %1").arg(code) : tr("Stopped");
        chips.append({QStringLiteral("state"),
                      QStringLiteral("stop"),
                      text,
                      code != 0 ? Tone::Error : Tone::Neutral,
                      {}});
        break;
    }
    case LogFeed::State::Gone:
        //: Said of a container that does not exist any more
        chips.append({QStringLiteral("state"), QStringLiteral("missing"), tr("Removed"), Tone::Warning, {}});
        break;
    case LogFeed::State::Idle:
    case LogFeed::State::Following:
        break;
    }
    if (counts.dropped > 0)
        chips.append(
            {QStringLiteral("dropped"),
             QStringLiteral("warning"),
             //: Old lines that went because the buffer is full
             tr("%Ln line(s) dropped", nullptr, static_cast<int>(std::min<qint64>(counts.dropped, INT_MAX))),
             Tone::Warning,
             {}});
    QString key;
    for (const auto& chip : std::as_const(chips))
        key += chip.id + chip.text + QChar(u'\n');
    if (key == m_chipsKey)
        return;
    m_chipsKey = key;
    m_frame->setChips(chips);
    const auto& error = m_feed->error();
    const bool waiting = m_feed->state() == LogFeed::State::Waiting && live && error;
    m_frame->setNotice(waiting ? error->message() : QString());
}

bool LogsPane::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_frame->filterEdit() && event->type() == QEvent::KeyPress) {
        const auto* key = static_cast<QKeyEvent*>(event);
        if (key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter) {
            m_view->findNext(key->modifiers() & Qt::ShiftModifier);
            return true;
        }
    }
    return Pane::eventFilter(watched, event);
}

void LogsPane::changeEvent(QEvent* event)
{
    Pane::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        // After the frame, whose field says "Filter" by itself.
        QMetaObject::invokeMethod(this, &LogsPane::retranslate, Qt::QueuedConnection);
    }
}

} // namespace kaptan::ui
