#include "ui/shell/application.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QSocketNotifier>
#include <QTranslator>

#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <sys/socket.h>
#include <unistd.h>

namespace
{

constexpr int exitNoDisplay = 3;
bool starting = true;
QString heldBack; // what Qt said before it knew whether there is a display

/// Without an application nothing is translated by itself.
QString say(const char* text)
{
    QTranslator translator;
    const bool turkish = QLocale::system().language() == QLocale::Turkish;
    QString said;
    if (turkish && translator.load(QStringLiteral(":/i18n/kaptan_tr.qm")))
        said = translator.translate("Main", text);
    return said.isEmpty() ? QString::fromUtf8(text) : said;
}

/// Without a display Qt would abort with a core dump and a sentence about plugins.
[[noreturn]] void noDisplay()
{
    std::fputs(
        say(QT_TRANSLATE_NOOP("Main", "Kaptan needs a display to show its window, and there is none here.\n"
                                      "The same without a window: kaptanctl status\n"))
            .toLocal8Bit()
            .constData(),
        stderr);
    std::_Exit(exitNoDisplay);
}

void messages(QtMsgType type, const QMessageLogContext& context, const QString& text)
{
    if (starting && type == QtFatalMsg && text.contains(QLatin1String("platform plugin")))
        noDisplay();
    if (starting && (text.startsWith(QLatin1String("could not connect to display")) ||
                     text.startsWith(QLatin1String("Could not load the Qt platform plugin")))) {
        heldBack += text + u'\n';
        return;
    }
    std::fputs(qPrintable(qFormatLogMessage(type, context, text) + u'\n'), stderr);
    if (type == QtFatalMsg)
        std::abort();
}

// A signal handler may do next to nothing: it writes a byte, the event loop does the rest.
int signalPipe[2] = {-1, -1};

void onSignal(int)
{
    const char byte = 1;
    const ssize_t ignored = ::write(signalPipe[0], &byte, 1);
    (void)ignored;
}

bool displayIsNamed()
{
    return qEnvironmentVariableIsSet("QT_QPA_PLATFORM") || !qEnvironmentVariableIsEmpty("DISPLAY") ||
           !qEnvironmentVariableIsEmpty("WAYLAND_DISPLAY");
}

} // namespace

int main(int argc, char** argv)
{
    QCoreApplication::setApplicationName(QStringLiteral("kaptan"));
    QCoreApplication::setApplicationVersion(QStringLiteral(KAPTAN_VERSION));
    QGuiApplication::setApplicationDisplayName(QStringLiteral("Kaptan"));
    QGuiApplication::setDesktopFileName(QStringLiteral("kaptan"));

    QCommandLineParser parser;
    parser.setApplicationDescription(
        say(QT_TRANSLATE_NOOP("Main", "A window on the containers of Docker and Podman engines.")));
    const QCommandLineOption help = parser.addHelpOption();
    const QCommandLineOption version = parser.addVersionOption();
    const QCommandLineOption connection(
        {QStringLiteral("c"), QStringLiteral("connection")},
        say(QT_TRANSLATE_NOOP("Main", "Connect to this one: its id, name or address.")),
        QStringLiteral("name"));
    parser.addOption(connection);
    QStringList arguments;
    for (int i = 0; i < argc; ++i)
        arguments.append(QString::fromLocal8Bit(argv[i]));
    // Before there is an application: these work without a display. What is Qt's own ("-style") is unknown
    // here.
    const bool parsed = parser.parse(arguments);
    if (parser.isSet(version)) {
        std::printf("kaptan %s\n", KAPTAN_VERSION);
        return 0;
    }
    if (parser.isSet(help)) {
        QCoreApplication bare(argc, argv);
        parser.showHelp(0);
    }
    if (!displayIsNamed())
        noDisplay();

    qInstallMessageHandler(messages);
    QApplication application(argc, argv);
    starting = false;
    if (!heldBack.isEmpty())
        std::fputs(qPrintable(heldBack), stderr);
    if (!parsed && !parser.parse(QCoreApplication::arguments())) {
        std::fputs(qPrintable(parser.errorText() + u'\n'), stderr);
        return 2;
    }

    kaptan::ui::Application kaptan({});
    if (::socketpair(AF_UNIX, SOCK_STREAM, 0, signalPipe) == 0) {
        auto* notifier = new QSocketNotifier(signalPipe[1], QSocketNotifier::Read, &application);
        QObject::connect(notifier, &QSocketNotifier::activated, &application, [notifier, &kaptan] {
            notifier->setEnabled(false);
            kaptan.window().closeNow();
            QCoreApplication::quit();
        });
        std::signal(SIGINT, onSignal);
        std::signal(SIGTERM, onSignal);
        std::signal(SIGHUP, onSignal);
    }
    kaptan.start(parser.value(connection));
    return QApplication::exec();
}
