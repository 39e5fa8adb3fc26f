#pragma once

#include "app/cli/command.h"

#include <QObject>
#include <QSocketNotifier>
#include <QStringList>

#include <memory>

namespace kaptan::cli
{

/// Installs the translators for the words of this run: --language among the arguments, else the environment
/// (LANGUAGE, LC_ALL, LC_MESSAGES, LANG).
void installLanguage(const QStringList& arguments);

/// Whether the command of these words needs a QGuiApplication. To be asked before there is an application.
bool paints(const QStringList& arguments);

/// kaptanctl without its main(): reads the words, runs the command, says how it ended.
class Program : public QObject
{
    Q_OBJECT
public:
    /// `arguments` begin with the program's name.
    explicit Program(QStringList arguments, QObject* parent = nullptr);
    ~Program() override;

    /// finished() comes later, from the event loop, also where all is done at once.
    void start();
    /// Asks what is under way to end; finished() comes with this code. A second time breaks it off.
    void interrupt(int exitCode);

Q_SIGNALS:
    void finished(int exitCode);

private:
    int run();
    QString help() const;

    class Private;
    std::unique_ptr<Private> d;
};

/// SIGINT and SIGTERM as a call in the event loop; one at a time lives.
class SignalWatcher : public QObject
{
    Q_OBJECT
public:
    explicit SignalWatcher(QObject* parent = nullptr);
    ~SignalWatcher() override;

Q_SIGNALS:
    void caught(int signalNumber);

private:
    std::unique_ptr<QSocketNotifier> m_notifier;
};

} // namespace kaptan::cli
