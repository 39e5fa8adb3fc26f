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
    Program program(QCoreApplication::arguments());
    QObject::connect(&watcher, &SignalWatcher::caught, &program, [&program](int number) {
        program.interrupt(number == SIGTERM ? Terminated : Interrupted);
    });
    QObject::connect(&program, &Program::finished, &application,
                     [](int code) { QCoreApplication::exit(code); });
    program.start();
    return QCoreApplication::exec();
}
