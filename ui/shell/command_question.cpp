#include "ui/shell/command_question.h"

#include "app/session/command_text.h"
#include "ui/common/confirm_dialog.h"
#include "ui/common/plain_text.h"

#include <QCoreApplication>
#include <QPointer>
#include <QPromise>
#include <QPushButton>
#include <QWidget>

namespace kaptan::ui
{

namespace
{

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(CommandQuestion)
};

/// Characters; nobody reads more, and to lay it out would stop the window.
constexpr qsizetype mostShown = 32 * 1024;

using Answer = std::shared_ptr<QPromise<bool>>;

void finish(const Answer& answer, bool allowed)
{
    answer->addResult(allowed);
    answer->finish();
}

void show(QWidget* window, const session::CommandQuestion& asked, const Answer& answer)
{
    Question question;
    question.title = Tr::tr("Run a program of this file?");
    //: %1 is the name of a connection, %2 a kubeconfig file
    question.text =
        Tr::tr("To sign in on “%1”, the file %2 wants to run the program below with your rights. Run it only "
               "if you trust the file.")
            .arg(plainLine(asked.connection, 80), plainLine(asked.file, 200));
    QStringList lines{session::shownWord(asked.command)};
    for (const QString& argument : asked.arguments)
        lines << session::shownWord(argument);
    const QString program = lines.join(u'\n');
    const QString variables = asked.variables.join(u'\n');
    const auto shown = [](const QString& text) {
        return text.isEmpty() ? QStringList() : QStringList{text.left(mostShown)};
    };
    //: heading: a program with its arguments, one a line
    question.runs = {{Tr::tr("Program and arguments"), shown(program)},
                     //: heading: variables of the environment, one a line; of some the name alone
                     {Tr::tr("Variables that it gets"), shown(variables)}};
    const bool isWhole = program.size() + variables.size() <= mostShown;
    if (!isWhole)
        question.text += u'\n' + Tr::tr("This is too much to be shown whole, so it cannot be allowed here.");
    question.confirmText = Tr::tr("Run it");
    const QPointer<ConfirmDialog> dialog =
        ConfirmDialog::ask(window, question, [answer] { finish(answer, true); });
    if (auto* yes = dialog->findChild<QPushButton*>(QStringLiteral("confirmYes")))
        yes->setEnabled(isWhole);
    // Also where the window closes over it.
    QObject::connect(dialog, &QObject::destroyed, QCoreApplication::instance(), [answer] {
        if (!answer->future().isFinished())
            finish(answer, false);
    });
}

} // namespace

void askBeforeCommands(session::Connections& connections, QWidget* window)
{
    connections.setCommandConfirm(
        [window = QPointer<QWidget>(window)](const session::CommandQuestion& asked) {
            auto answer = std::make_shared<QPromise<bool>>();
            answer->start();
            // From the connection's thread into the window's.
            QMetaObject::invokeMethod(
                QCoreApplication::instance(),
                [window, asked, answer] { window ? show(window, asked, answer) : finish(answer, false); },
                Qt::QueuedConnection);
            return answer->future();
        });
}

} // namespace kaptan::ui
