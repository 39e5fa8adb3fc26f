#include "app/cli/program.h"

#include <QGuiApplication>

#include <csignal>
#include <memory>

using namespace kaptan::cli;

namespace
{

/// Fonts need the application class of windows; no display is asked for one, and none is needed.
std::unique_ptr<QCoreApplication> makeApplication(int& argc, char** argv)
{
    QStringList arguments;
    for (int i = 0; i < argc; ++i)
        arguments << QString::fromLocal8Bit(argv[i]);
    if (!paints(arguments))
        return std::make_unique<QCoreApplication>(argc, argv);
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QGuiApplication::setDesktopSettingsAware(false);
    return std::make_unique<QGuiApplication>(argc, argv);
}

} // namespace

int main(int argc, char** argv)
{
    const std::unique_ptr<QCoreApplication> application = makeApplication(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("kaptanctl"));
    QCoreApplication::setApplicationVersion(QStringLiteral(KAPTAN_VERSION));
    installLanguage(QCoreApplication::arguments());

    SignalWatcher watcher;
    Program program(QCoreApplication::arguments());
    QObject::connect(&watcher, &SignalWatcher::caught, &program, [&program](int number) {
        program.interrupt(number == SIGTERM ? Terminated : Interrupted);
    });
    QObject::connect(&program, &Program::finished, application.get(),
                     [](int code) { QCoreApplication::exit(code); });
    program.start();
    return QCoreApplication::exec();
}
