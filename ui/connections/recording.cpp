#include "ui/connections/connections_pane.h"
#include "ui/connections/prometheus_dialog.h"

#include <QAction>
#include <QCoreApplication>

/// Whether a connection is recorded: in words, and switched on and off.
namespace kaptan::ui
{

using recorder::Recorder;

namespace
{

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Connections)
};

} // namespace

StateLook recordingLook(const ConnectionRow& row)
{
    if (!row.recording)
        return {};
    switch (*row.recording) {
    case Recorder::State::Recording:
        //: measurements of a connection are kept now
        return {Tr::tr("Recording"), Tone::Ok, QStringLiteral("save")};
    case Recorder::State::Elsewhere:
        //: another process keeps the measurements of a connection
        return {Tr::tr("Elsewhere"), Tone::Neutral, QStringLiteral("external")};
    case Recorder::State::Waiting:
        //: for a connection, before its measurements can be kept
        return {Tr::tr("Waiting"), Tone::Progress, QStringLiteral("clock")};
    }
    return {};
}

QString recordingText(const ConnectionRow& row)
{
    //: whether a connection is recorded
    const QString when = row.recordAlways ? Tr::tr("always")
                         //: whether a connection is recorded
                         : row.recording ? Tr::tr("while it is shown")
                                         //: a connection is not recorded
                                         : Tr::tr("no");
    if (!row.recording)
        return when;
    QString now;
    switch (*row.recording) {
    case Recorder::State::Recording:
        now = Tr::tr("recording now");
        break;
    case Recorder::State::Elsewhere:
        now = Tr::tr("recorded by another process");
        break;
    case Recorder::State::Waiting:
        now = Tr::tr("waiting for the connection");
        break;
    }
    //: %1 is "always" or "while it is shown", %2 is "recording now" or what else happens
    return Tr::tr("%1; %2").arg(when, now);
}

void ConnectionsPane::followRecorder()
{
    m_record = new QAction(this);
    m_record->setObjectName(QStringLiteral("recordAlways"));
    m_record->setCheckable(true);
    m_record->setShortcut(Qt::CTRL | Qt::SHIFT | Qt::Key_R);
    m_record->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    addAction(m_record);
    Recorder* recorder = host().recorder();
    m_record->setVisible(recorder);
    if (!recorder)
        return;
    connect(m_record, &QAction::triggered, this, &ConnectionsPane::toggleRecord);
    // Later: a mark is told before the recorder follows it, and a state also while a session is removed.
    connect(recorder, &Recorder::stateChanged, this, &ConnectionsPane::refill, Qt::QueuedConnection);
    connect(recorder, &Recorder::marksChanged, this, &ConnectionsPane::refill, Qt::QueuedConnection);
}

void ConnectionsPane::fillRecording(ConnectionRow& row) const
{
    const Recorder* recorder = host().recorder();
    if (!recorder)
        return;
    row.recordAlways = recorder->isMarked(row.spec.id);
    if (recorder->connections().contains(row.spec.id))
        row.recording = recorder->state(row.spec.id);
}

void ConnectionsPane::toggleRecord()
{
    Recorder* recorder = host().recorder();
    const auto spec = current();
    if (recorder && spec)
        recorder->setMarked(spec->id, !recorder->isMarked(spec->id));
    refill();
}

void ConnectionsPane::setSources(prometheus::Sources& sources)
{
    m_sources = &sources;
    m_prometheus->setVisible(true);
}

void ConnectionsPane::editPrometheus()
{
    const auto spec = current();
    if (!spec || !m_sources)
        return;
    auto* dialog = new PrometheusDialog(*m_sources, *spec, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

} // namespace kaptan::ui
