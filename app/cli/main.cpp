#include "app/cli/program.h"

#include <QCoreApplication>

#include <csignal>

using namespace kaptan::cli;

int main(int argc, char** argv)
{
    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("kaptanctl"));
    QCoreApplication::setApplicationVersion(QStringLiteral(KAPTAN_VERSION));
    installLanguage(QCoreApplication::arguments());

    SignalWatcher watcher;
    QObject::connect(&watcher, &SignalWatcher::caught, &application, [](int number) {
        QCoreApplication::exit(number == SIGTERM ? Terminated : Interrupted);
    });
    Program program(QCoreApplication::arguments());
    QObject::connect(&program, &Program::finished, &application,
                     [](int code) { QCoreApplication::exit(code); });
    program.start();
    return QCoreApplication::exec();
}
