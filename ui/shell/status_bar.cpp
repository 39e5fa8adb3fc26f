#include "ui/shell/status_bar.h"

#include "ui/common/format.h"
#include "ui/common/plain_text.h"

#include <QCoreApplication>
#include <QEvent>
#include <QHBoxLayout>
#include <QPainter>

namespace kaptan::ui
{

namespace
{

constexpr int soonMs = 250;
constexpr int tickMs = 5000;

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(StatusBar)
};

} // namespace

StateWord wordOf(const session::ConnectionState& state)
{
    using session::Phase;
    const auto since = [&] {
        return QLocale().toString(state.lastLive.toLocalTime().time(), QStringLiteral("HH:mm"));
    };
    if (state.partial)
        //: state of several connections shown together: some of them are live, others are not
        return {Tr::tr("partly live"), Tone::Warning, QStringLiteral("warning")};
    switch (state.phase) {
    case Phase::Idle:
        return {Tr::tr("not connected"), Tone::Neutral, QStringLiteral("plug")};
    case Phase::Connecting:
        return {Tr::tr("connecting"), Tone::Progress, QStringLiteral("progress")};
    case Phase::Live:
        //: state of a connection: what is shown is what is
        return {Tr::tr("live"), Tone::Ok, QStringLiteral("dot")};
    case Phase::Reconnecting:
        if (state.lastLive.isValid())
            //: state of a connection: it broke at this time of day and is being made again
            return {Tr::tr("reconnecting, stale since %1").arg(since()), Tone::Warning,
                    QStringLiteral("warning")};
        return {Tr::tr("reconnecting"), Tone::Warning, QStringLiteral("warning")};
    case Phase::Failed:
        if (state.lastLive.isValid())
            //: state of a connection: it broke at this time of day
            return {Tr::tr("failed, stale since %1").arg(since()), Tone::Error, QStringLiteral("error")};
        //: state of a connection
        return {Tr::tr("failed"), Tone::Error, QStringLiteral("error")};
    }
    return {};
}

StatusBar::StatusBar(TaskList& tasks, Clock& clock, QWidget* parent)
    : QWidget(parent), m_tasks(tasks), m_clock(clock)
{
    setFixedHeight(28);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(space::l, 1, space::l, 0);
    layout->setSpacing(space::xs);
    m_dot = new IconLabel({}, 14, this);
    m_state = new QPushButton(this);
    m_state->setObjectName(QStringLiteral("statusState"));
    setLook(m_state, Look::Quiet);
    m_state->setFixedHeight(22);
    m_engine = new ElidedLabel(this);
    setLook(m_engine, Look::Muted);
    m_age = new QLabel(this);
    setLook(m_age, Look::Muted);
    m_task = new QPushButton(this);
    m_task->setObjectName(QStringLiteral("statusTask"));
    setLook(m_task, Look::Quiet);
    m_task->setFixedHeight(22);
    m_bar = new MeterBar(this);
    m_bar->setFixedWidth(110);
    m_cancel = new QPushButton(this);
    m_cancel->setObjectName(QStringLiteral("statusCancel"));
    setLook(m_cancel, Look::Quiet);
    m_cancel->setFixedHeight(22);
    layout->addWidget(m_dot);
    layout->addWidget(m_state);
    layout->addSpacing(space::s);
    layout->addWidget(m_engine, 1);
    layout->addWidget(m_age);
    layout->addStretch(0);
    layout->addWidget(m_task);
    layout->addWidget(m_bar);
    layout->addWidget(m_cancel);

    m_soon.setSingleShot(true);
    m_soon.setInterval(soonMs);
    connect(&m_soon, &QTimer::timeout, this, &StatusBar::refresh);
    m_tick.setInterval(tickMs);
    connect(&m_tick, &QTimer::timeout, this, &StatusBar::refresh);
    connect(m_state, &QPushButton::clicked, this, &StatusBar::connectionRequested);
    connect(m_task, &QPushButton::clicked, this, &StatusBar::tasksRequested);
    connect(m_cancel, &QPushButton::clicked, this, [this] { m_tasks.cancel(m_shownTask); });
    connect(&m_tasks, &TaskList::changed, this, &StatusBar::refreshTasks);
    retranslate();
}

void StatusBar::retranslate()
{
    m_cancel->setText(tr("Cancel"));
    m_state->setToolTip(tr("Open connections"));
    m_bar->setAccessibleName(tr("Progress"));
    refresh();
    refreshTasks();
}

void StatusBar::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void StatusBar::setSession(session::Session* session)
{
    if (m_session)
        m_session->disconnect(this);
    if (m_source)
        m_source->disconnect(this);
    m_source = nullptr;
    m_session = session;
    if (session)
        connect(session, &session::Session::stateChanged, this, &StatusBar::refresh);
    refresh();
}

void StatusBar::refresh()
{
    m_soon.stop();
    if (!m_session) {
        m_dot->setIcon(QStringLiteral("plug"));
        m_state->setText(tr("no connection"));
        m_engine->setFullText({});
        m_age->clear();
        m_tick.stop();
        return;
    }
    const session::ConnectionState state = m_session->state();
    const StateWord word = wordOf(state);
    m_dot->setIcon(word.icon, word.tone);
    m_state->setText(word.word);
    m_state->setAccessibleDescription(state.error ? state.error->message() : QString());
    m_state->setToolTip(plainToolTip(state.error ? state.error->message() + u'\n' + state.error->advice()
                                                 : tr("Open connections")));

    // Ports exist from open() on.
    workload::WorkloadSource* source = m_session->workloads();
    if (source != m_source) {
        m_source = source;
        if (source)
            connect(source, &workload::WorkloadSource::changed, this, [this] {
                if (!m_soon.isActive())
                    m_soon.start();
            });
    }
    QStringList parts;
    if (!m_session->versionText().isEmpty())
        parts.append(m_session->versionText());
    if (source && !parts.isEmpty()) {
        const workload::WorkloadSource::Totals totals = source->totals();
        //: %n deployments, groups of containers
        parts.append(tr("%n deployments", nullptr, totals.workloads));
        parts.append(m_session->platform() == workload::Platform::Kubernetes
                         ? tr("%n pods", nullptr, totals.instances)
                         : tr("%n containers", nullptr, totals.instances));
    }
    m_engine->setFullText(parts.join(QStringLiteral(" · ")));

    const bool old = state.phase != session::Phase::Live && state.lastLive.isValid();
    if (old) {
        //: age of what is shown, "3 min"
        m_age->setText(tr("data is %1 old").arg(relativeTime(state.lastLive, m_clock.now())));
        m_age->setToolTip(absoluteTime(state.lastLive));
        m_tick.start();
    } else {
        m_age->clear();
        m_tick.stop();
    }
    m_age->setVisible(old && relativeTime(state.lastLive, m_clock.now()) !=
                                 relativeTime(m_clock.now(), m_clock.now()));
}

void StatusBar::refreshTasks()
{
    const int active = m_tasks.active();
    const Task* task = m_tasks.newestActive();
    m_bar->setVisible(task && task->part() >= 0);
    m_cancel->setVisible(task);
    m_shownTask = task ? task->id : 0;
    if (!task) {
        m_task->setText(tr("Tasks"));
        m_task->setVisible(!m_tasks.tasks().isEmpty());
        m_task->setToolTip(tr("Task list"));
        return;
    }
    QString text = plainLine(task->title, 60);
    if (task->part() >= 0)
        //: progress of a task: 11 of 23
        text += QStringLiteral(" · ") +
                tr("%1 of %2").arg(task->value - task->minimum).arg(task->maximum - task->minimum);
    if (active > 1)
        //: %n further tasks beside the one that is named
        text += QStringLiteral(" · ") + tr("%n more", nullptr, active - 1);
    m_task->setText(text.replace(QLatin1String("&"), QLatin1String("&&")));
    m_task->setToolTip(plainToolTip(task->progress.isEmpty() ? tr("Task list") : task->progress));
    m_task->setVisible(true);
    m_bar->setValue(task->part());
    m_cancel->setEnabled(task->state == Task::State::Running);
}

void StatusBar::paintEvent(QPaintEvent*)
{
    const Style& style = Style::instance();
    QPainter painter(this);
    painter.fillRect(rect(), style.color(ColorRole::Surface));
    painter.fillRect(QRect(0, 0, width(), 1), style.color(ColorRole::Border));
}

} // namespace kaptan::ui
