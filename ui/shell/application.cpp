#include "ui/shell/application.h"

#include "ui/common/memory.h"
#include "ui/common/style.h"
#include "ui/shell/command_question.h"
#include "ui/shell/developer_panel.h"

#include <QApplication>
#include <QDataStream>
#include <QFileInfo>

#include <utility>

namespace kaptan::ui
{

namespace key = settings::key;

namespace
{

QVariantMap unpack(const QByteArray& bytes)
{
    QVariantMap values;
    QDataStream stream(bytes);
    stream.setVersion(QDataStream::Qt_6_0);
    stream >> values;
    return stream.status() == QDataStream::Ok ? values : QVariantMap();
}

QByteArray pack(const QVariantMap& values)
{
    QByteArray bytes;
    QDataStream stream(&bytes, QIODevice::WriteOnly);
    stream.setVersion(QDataStream::Qt_6_0);
    stream << values;
    return bytes;
}

} // namespace

Application::Application(const Options& options)
{
    m_settings = std::make_unique<settings::Settings>(options.settingsDirectory);
    m_language.apply(m_settings->get(key::language));
    applyStyle();
    Clock& clock = options.clock ? *options.clock : Clock::system();
    m_connections = std::make_unique<session::Connections>(
        *m_settings, options.surroundings ? *options.surroundings : session::Surroundings::system(), clock);
    m_embedded =
        std::make_unique<session::EmbeddedEngine>(*m_connections, *m_settings, options.dataDirectory);

    makeHistory(options, clock);

    settings::Settings* settings = m_settings.get();
    // Widgets may read any setting by its name, and keep small things of their own.
    Memory::connectTo(
        [settings](const QString& name) {
            return settings::definition(name) ? settings->value(name)
                                              : unpack(settings->get(key::windowState)).value(name);
        },
        [settings](const QString& name, const QVariant& value) {
            QVariantMap values = unpack(settings->get(key::windowState));
            values.insert(name, value);
            (void)settings->set(key::windowState, pack(values));
        });
    QApplication::setWindowIcon(Style::instance().icon(QStringLiteral("kaptan"), Tone::Accent));
    m_window = std::make_unique<MainWindow>(MainWindow::Parts{*m_settings, *m_connections, *m_embedded, clock,
                                                              m_history.get(), m_recorder.get(),
                                                              m_prometheus.get()});
    for (const auto signal : {&history::History::stateChanged, &history::History::problemChanged})
        QObject::connect(m_history.get(), signal, m_window.get(), [this] { tellHistory(); });
    askBeforeCommands(*m_connections, m_window.get());
    QObject::connect(settings, &settings::Settings::changed, m_window.get(), [this](const QString& name) {
        if (name == QString::fromUtf16(key::theme.name) || name == QString::fromUtf16(key::density.name))
            applyStyle();
        if (name == QString::fromUtf16(key::language.name)) {
            m_language.apply(m_settings->get(key::language));
            m_connections->refresh(); // its words follow too
        }
    });
    QObject::connect(settings, &settings::Settings::writeFailed, m_window.get(), [this](const Error& error) {
        m_window->notify(PaneHost::Severity::Warning, error.message(), error.advice(),
                         QStringLiteral("settings"));
    });
}

void Application::makeHistory(const Options& options, Clock& clock)
{
    history::History::Options of;
    of.file = options.historyFile;
    if (of.file.isEmpty() && !options.settingsDirectory.isEmpty())
        of.file = options.settingsDirectory + QStringLiteral("/history.db");
    of.clock = &clock;
    of.retention = recorder::retentionOf(*m_settings);
    m_history = std::make_unique<history::History>(of);
    recorder::followRetention(*m_history, *m_settings, m_history.get());
    recorder::Recorder::Options recording;
    recording.clock = &clock;
    recording.lockFolder = QFileInfo(m_history->file()).absolutePath();
    recording.session = [this](const QString& id) { return m_connections->session(id); };
    m_prometheus = std::make_unique<prometheus::Sources>(*m_settings);
    m_recorder = std::make_unique<recorder::Recorder>(*m_history, *m_settings, recording);
    QObject::connect(m_connections.get(), &session::Connections::aboutToRemove, m_recorder.get(),
                     &recorder::Recorder::forget);
}

/// What went wrong with the file, once each: what is shown goes on without it.
void Application::tellHistory()
{
    using State = history::History::State;
    const State state = m_history->state();
    const auto problem = m_history->problem();
    if (state == State::Broken && problem)
        m_window->notify(PaneHost::Severity::Error, MainWindow::tr("The history cannot be used"),
                         problem->message() + u'\n' + MainWindow::tr("Nothing is recorded. All else works."));
    else if (state == State::ReadOnly)
        m_window->notify(PaneHost::Severity::Warning, MainWindow::tr("The history is only read"),
                         problem
                             ? problem->message()
                             //: %1 is a file
                             : MainWindow::tr("%1 was written by a newer Kaptan. Nothing is recorded until "
                                              "this one is updated.")
                                   .arg(m_history->file()));
    else if (problem)
        m_window->notify(
            PaneHost::Severity::Warning, MainWindow::tr("The history cannot be written"),
            problem->message() + u'\n' +
                MainWindow::tr("What comes now is kept in memory and stored when there is room."));
    const history::Opening opening = m_history->opening();
    if (opening.setAside.isEmpty() || std::exchange(m_toldOpening, true))
        return;
    m_window->notify(PaneHost::Severity::Warning, MainWindow::tr("The history was damaged"),
                     //: %1 is a file, %n are rows of a database
                     MainWindow::tr("It was set aside as %1 and a new one begun; %n row(s) could be kept.",
                                    nullptr, int(opening.salvaged))
                         .arg(opening.setAside));
}

Application::~Application()
{
    m_window.reset();
    m_recorder.reset(); // before the sessions that it reads
    Memory::connectTo({}, {});
}

void Application::applyStyle()
{
    const QString name = m_settings->get(key::theme);
    const Theme theme = name == QLatin1String("light")           ? Theme::Light
                        : name == QLatin1String("dark")          ? Theme::Dark
                        : name == QLatin1String("high-contrast") ? Theme::HighContrast
                                                                 : Theme::System;
    const bool compact = m_settings->get(key::density) == QLatin1String("compact");
    Style::instance().apply(theme, compact ? Density::Compact : Density::Normal);
}

void Application::start(const QString& connection)
{
    m_window->show();
    if (m_settings->get(key::developerPanel))
        m_window->developerPanel()->show();
    if (!m_settings->warnings().isEmpty())
        m_window->notify(PaneHost::Severity::Warning, MainWindow::tr("The settings have a problem"),
                         m_settings->warnings().join(u'\n'), QStringLiteral("settings"));
    if (!connection.isEmpty()) {
        if (const auto spec = m_connections->findByWord(connection))
            m_window->connectTo(spec->id);
        else
            m_window->notify(PaneHost::Severity::Error,
                             //: %1 was given on the command line
                             MainWindow::tr("There is no connection “%1”").arg(connection),
                             MainWindow::tr("Choose one of the list, or add it."),
                             QStringLiteral("connections"));
        return;
    }
    if (m_settings->get(key::connectAtStart))
        if (const auto spec = m_connections->best())
            m_window->connectTo(spec->id);
}

} // namespace kaptan::ui
