#pragma once

#include "app/session/connections.h"
#include "app/session/embedded_engine.h"
#include "app/settings/settings.h"
#include "tests/ui_cluster/pane_host.h"
#include "ui/common/pane_frame.h"
#include "ui/common/table_view.h"
#include "ui/connections/connections_pane.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

namespace kaptan::test
{

/// With a recorder, as the window has.
class RecordingHost : public PaneHostLog
{
public:
    recorder::Recorder* recorder() override { return kept.get(); }

    std::unique_ptr<history::History> store;
    std::unique_ptr<recorder::Recorder> kept;
};

/// The pane over the genuine list of connections, on a machine that the test makes up.
class ConnectionsRig
{
public:
    explicit ConnectionsRig(const QHash<QString, QString>& environment = {},
                            const QHash<QString, QByteArray>& homeFiles = {})
    {
        session::Surroundings surroundings;
        surroundings.environment = environment;
        surroundings.home = dir.path();
        surroundings.runtimeDir = dir.filePath(QStringLiteral("run"));
        surroundings.configHome = dir.filePath(QStringLiteral(".config"));
        surroundings.root = dir.filePath(QStringLiteral("root"));
        QDir().mkpath(surroundings.runtimeDir);
        for (auto it = homeFiles.cbegin(); it != homeFiles.cend(); ++it) {
            const QString path = dir.filePath(it.key());
            QDir().mkpath(QFileInfo(path).absolutePath());
            QFile file(path);
            if (file.open(QIODevice::WriteOnly))
                file.write(it.value());
        }
        settings = std::make_unique<settings::Settings>(dir.filePath(QStringLiteral("settings")));
        connections = std::make_unique<session::Connections>(*settings, surroundings);
        embedded = std::make_unique<session::EmbeddedEngine>(*connections, *settings,
                                                             dir.filePath(QStringLiteral("data")));
        history::History::Options of;
        of.file = dir.filePath(QStringLiteral("history.db"));
        host.store = std::make_unique<history::History>(of);
        recorder::Recorder::Options recording;
        recording.lockFolder = dir.filePath(QStringLiteral("locks"));
        recording.session = [this](const QString& id) { return connections->session(id); };
        host.kept = std::make_unique<recorder::Recorder>(*host.store, *settings, recording);
        pane = std::make_unique<ui::ConnectionsPane>(host, *connections, *embedded);
        pane->resize(1169, 640);
        frame = pane->findChild<ui::PaneFrame*>();
        table = pane->findChild<ui::TableView*>(QStringLiteral("connectionsTable"));
    }

    ~ConnectionsRig()
    {
        pane.reset();
        host.kept.reset();
        embedded.reset();
        connections.reset();
    }

    session::ConnectionSpec add(const QString& name, const QString& address)
    {
        session::ConnectionSpec spec;
        spec.name = name;
        spec.address = address;
        return connections->add(spec).value_or(session::ConnectionSpec{});
    }

    QAction* action(const char* name) const { return pane->findChild<QAction*>(QString::fromLatin1(name)); }

    QString cell(const QString& id, int column) const
    {
        return table->rowModel()->cellAt(table->rowModel()->rowOf(id), column).text;
    }

    QTemporaryDir dir;
    RecordingHost host;
    std::unique_ptr<settings::Settings> settings;
    std::unique_ptr<session::Connections> connections;
    std::unique_ptr<session::EmbeddedEngine> embedded;
    std::unique_ptr<ui::ConnectionsPane> pane;
    ui::PaneFrame* frame = nullptr;
    ui::TableView* table = nullptr;
};

} // namespace kaptan::test
