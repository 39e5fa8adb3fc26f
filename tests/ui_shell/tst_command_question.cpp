#include "rig.h"
#include "ui/common/confirm_dialog.h"
#include "ui/shell/top_bar.h"

#include <QPlainTextEdit>
#include <QPushButton>
#include <QTest>

using namespace kaptan;
using namespace kaptan::ui;
using namespace Qt::StringLiterals;
using session::Phase;

/// A kubeconfig from elsewhere names a program: it runs only after a yes in the window.
class TestCommandQuestion : public QObject
{
    Q_OBJECT

    static QString write(const Rig& rig, const QString& name, const QByteArray& text, bool executable = false)
    {
        const QString path = rig.directory.filePath(name);
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
            qFatal("cannot write a file of the test");
        if (executable)
            file.setPermissions(file.permissions() | QFile::ExeOwner);
        return path;
    }

    /// Connects to a context whose plugin leaves a file behind; the path of that file.
    static QString connectWithPlugin(Rig& rig, const QByteArray& more = {},
                                     const QByteArray& argument = "--tenant=<b>acme</b>")
    {
        const QString trace = rig.directory.filePath(u"trace"_s);
        const QString plugin = write(rig, u"login"_s, "#!/bin/sh\necho ran > \"$1\"\nexit 3\n", true);
        const QByteArray config = "apiVersion: v1\nkind: Config\ncurrent-context: customer\n"
                                  "clusters:\n- name: c\n  cluster: {server: \"https://127.0.0.1:1\", "
                                  "insecure-skip-tls-verify: true}\n"
                                  "users:\n- name: u\n  user:\n    exec:\n"
                                  "      apiVersion: client.authentication.k8s.io/v1\n"
                                  "      interactiveMode: Never\n"
                                  "      command: \"" +
                                  plugin.toUtf8() + "\"\n      args: [\"" + trace.toUtf8() + "\", \"" +
                                  argument + "\"]\n" + more +
                                  "contexts:\n- name: customer\n  context: {cluster: c, user: u}\n";
        const auto added = rig.app->connections().addKubeconfig(write(rig, u"customer.yaml"_s, config));
        if (!added)
            qFatal("%s", qPrintable(added.error().message()));
        rig.window().show();
        rig.window().connectTo(rig.app->connections().all().last().id);
        return trace;
    }

    static ConfirmDialog* question(Rig& rig) { return rig.window().findChild<ConfirmDialog*>(); }

private Q_SLOTS:

    void aNoIsANo()
    {
        Rig rig;
        const QString trace = connectWithPlugin(rig);
        QTRY_VERIFY(question(rig));
        // What would run is shown as it is, and Cancel is what Return presses.
        QVERIFY(question(rig)->findChild<QPushButton*>(u"confirmNo"_s)->isDefault());
        const QString shown = question(rig)->findChild<QPlainTextEdit*>()->toPlainText();
        QVERIFY2(shown.contains(u"/login"_s) && shown.contains(u"--tenant=<b>acme</b>"_s), qPrintable(shown));
        rig.shot("command");
        question(rig)->reject();
        QTRY_COMPARE(rig.window().session()->state().phase, Phase::Failed);
        QVERIFY(!QFile::exists(trace));
        QVERIFY(rig.window().session()->state().error);
        // The server is not checked either, and that is seen.
        QVERIFY(rig.window().findChild<QWidget*>(u"uncheckedTls"_s)->isVisible());
    }

    /// The end of an argument and a variable decide as much as the program does.
    void nothingThatDecidesIsHidden()
    {
        Rig rig;
        connectWithPlugin(rig, "      env:\n"
                               "      - {name: LD_PRELOAD, value: /tmp/evil.so}\n"
                               "      - {name: TOKEN, value: geheim}\n"
                               "");
        QTRY_VERIFY(question(rig));
        const auto views = question(rig)->findChildren<QPlainTextEdit*>();
        QCOMPARE(views.size(), 2);
        QCOMPARE(views.at(1)->toPlainText(), u"LD_PRELOAD=/tmp/evil.so\nTOKEN"_s);
        question(rig)->reject();
    }

    void aLongArgumentIsShownWhole()
    {
        Rig rig;
        const QByteArray end = "--at-the-end=\\e[1m";
        connectWithPlugin(rig, {}, QByteArray(5000, 'x') + end);
        QTRY_VERIFY(question(rig));
        const auto* view = question(rig)->findChild<QPlainTextEdit*>();
        QVERIFY(view->toPlainText().contains(u"x--at-the-end=\\u{1b}[1m"_s));
        QVERIFY(view->lineWrapMode() == QPlainTextEdit::WidgetWidth);
        QVERIFY(question(rig)->findChild<QPushButton*>(u"confirmYes"_s)->isEnabled());
        question(rig)->reject();
    }

    void whatIsTooLongToBeReadCannotBeAllowed()
    {
        Rig rig;
        connectWithPlugin(rig, {}, QByteArray(100000, 'x'));
        QTRY_VERIFY(question(rig));
        QVERIFY(!question(rig)->findChild<QPushButton*>(u"confirmYes"_s)->isEnabled());
        question(rig)->reject();
        QTRY_COMPARE(rig.window().session()->state().phase, Phase::Failed);
    }

    void aYesRunsIt()
    {
        Rig rig;
        const QString trace = connectWithPlugin(rig);
        QTRY_VERIFY(question(rig));
        QTest::mouseClick(question(rig)->findChild<QPushButton*>(u"confirmYes"_s), Qt::LeftButton);
        QTRY_VERIFY(QFile::exists(trace));
        QTRY_COMPARE(rig.window().session()->state().phase, Phase::Failed);
        const auto error = rig.window().session()->state().error;
        QVERIFY2(error && error->message().contains(u"login"_s), error ? qPrintable(error->message()) : "");
        QVERIFY(!question(rig)); // once is enough
    }
};

QTEST_MAIN(TestCommandQuestion)
#include "tst_command_question.moc"
