#pragma once

#include "tests/support/fake_session.h"
#include "ui/common/style.h"
#include "ui/shell/application.h"

#include <QApplication>
#include <QDir>
#include <QTemporaryDir>

/// The whole program over a made-up machine without engines, with a session in memory.
struct Rig {
    explicit Rig(const QByteArray& settingsFile = {})
    {
        if (!settingsFile.isEmpty()) {
            QFile file(directory.filePath(QStringLiteral("settings.json")));
            if (file.open(QIODevice::WriteOnly))
                file.write(settingsFile);
        }
        kaptan::ui::Application::Options options;
        options.settingsDirectory = directory.path();
        options.dataDirectory = directory.filePath(QStringLiteral("data"));
        kaptan::session::Surroundings nowhere;
        nowhere.root = directory.filePath(QStringLiteral("root"));
        nowhere.home = directory.filePath(QStringLiteral("home"));
        nowhere.configHome = directory.filePath(QStringLiteral("home/.config"));
        nowhere.runtimeDir = directory.filePath(QStringLiteral("run"));
        options.surroundings = nowhere;
        app = std::make_unique<kaptan::ui::Application>(options);
        (void)app->settings().set(kaptan::settings::key::language, QStringLiteral("en"));
        (void)app->settings().set(kaptan::settings::key::theme, QStringLiteral("light"));
    }

    kaptan::ui::MainWindow& window() { return app->window(); }

    /// Shows the session in the window.
    void show()
    {
        window().setSession(&session);
        window().show();
    }

    /// Where KAPTAN_SHOTS asks for pictures.
    void shot(const char* name)
    {
        const QString shots = qEnvironmentVariable("KAPTAN_SHOTS");
        if (shots.isEmpty())
            return;
        for (int i = 0; i < 5; ++i)
            QCoreApplication::processEvents();
        window().grab().save(shots + QStringLiteral("/shell-%1.png").arg(QLatin1String(name)));
    }

    QTemporaryDir directory;
    kaptan::test::FakeSession session;
    std::unique_ptr<kaptan::ui::Application> app;
};
