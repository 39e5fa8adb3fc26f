#pragma once

#include "app/history/history.h"
#include "app/prometheus/sources.h"
#include "app/recorder/recorder.h"
#include "app/session/connections.h"
#include "app/session/embedded_engine.h"
#include "app/settings/settings.h"
#include "ui/shell/language.h"
#include "ui/shell/main_window.h"

#include <memory>

namespace kaptan::ui
{

/// Everything the program consists of, put together: settings, connections, embedded engine, window. Needs a
/// QApplication; several may follow one another in one process (tests, screenshots).
class Application
{
public:
    struct Options {
        QString settingsDirectory; ///< empty: the user's own
        QString dataDirectory;     ///< of the embedded engine; empty: the user's own
        QString historyFile;       ///< empty: the user's own, or beside the settings where these are not
        std::optional<session::Surroundings>
            surroundings;       ///< where engines are looked for; empty: this machine
        Clock* clock = nullptr; ///< null: the machine's
    };

    explicit Application(const Options& options);
    ~Application();

    /// Shows the window and connects: to the connection named by id, name or address; without a name to the
    /// one used last or first found, if the settings say so. An unknown name is told in the window.
    void start(const QString& connection = {});

    MainWindow& window() { return *m_window; }

    settings::Settings& settings() { return *m_settings; }

    session::Connections& connections() { return *m_connections; }

    session::EmbeddedEngine& embedded() { return *m_embedded; }

    history::History& history() { return *m_history; }

    recorder::Recorder& recorder() { return *m_recorder; }

private:
    void applyStyle();
    void makeHistory(const Options& options, Clock& clock);
    void tellHistory();

    std::unique_ptr<settings::Settings> m_settings;
    std::unique_ptr<session::Connections> m_connections;
    std::unique_ptr<session::EmbeddedEngine> m_embedded;
    std::unique_ptr<history::History> m_history;
    std::unique_ptr<recorder::Recorder> m_recorder;
    std::unique_ptr<prometheus::Sources> m_prometheus;
    Language m_language;
    std::unique_ptr<MainWindow> m_window;
    bool m_toldOpening = false;
};

} // namespace kaptan::ui
