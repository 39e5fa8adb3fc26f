#include "app/cli/terminal.h"

#include <unistd.h>

using namespace Qt::StringLiterals;

namespace kaptan::cli
{

bool stdinIsTerminal()
{
    return isatty(STDIN_FILENO) != 0;
}

bool stdoutIsTerminal()
{
    return isatty(STDOUT_FILENO) != 0;
}

bool coloursWanted()
{
    // https://no-color.org
    return stdoutIsTerminal() && qEnvironmentVariableIsEmpty("NO_COLOR") && qgetenv("TERM") != "dumb";
}

Input::Input(QObject* parent) : QObject(parent), m_notifier(STDIN_FILENO, QSocketNotifier::Read)
{
    m_notifier.setEnabled(false);
}

bool Input::take()
{
    char buffer[16384];
    const ssize_t count = ::read(STDIN_FILENO, buffer, sizeof buffer);
    if (count < 0)
        return errno != EINTR && errno != EAGAIN;
    m_bytes.append(buffer, count);
    return count == 0;
}

void Input::readLine(std::function<void(const QString&)> done)
{
    m_notifier.disconnect();
    connect(&m_notifier, &QSocketNotifier::activated, this, [this, done = std::move(done)] {
        const bool end = take();
        const qsizetype at = m_bytes.indexOf('\n');
        if (at < 0 && !end)
            return;
        const QByteArray line = m_bytes.left(at < 0 ? m_bytes.size() : at);
        m_bytes.remove(0, at < 0 ? m_bytes.size() : at + 1);
        m_notifier.setEnabled(false);
        const auto call = done; // it may read on
        call(QString::fromLocal8Bit(line).trimmed());
    });
    m_notifier.setEnabled(true);
}

void Input::readAll(qint64 most, std::function<void(const Result<QString>&)> done)
{
    m_notifier.disconnect();
    connect(&m_notifier, &QSocketNotifier::activated, this, [this, most, done = std::move(done)] {
        const bool end = take();
        const bool tooLarge = m_bytes.size() > most;
        if (!end && !tooLarge)
            return;
        m_notifier.setEnabled(false);
        const auto call = done;
        if (tooLarge)
            call(failure(TransportError{TransportError::Kind::TooLarge, u"-"_s, {}}));
        else
            call(QString::fromUtf8(std::exchange(m_bytes, {})));
    });
    m_notifier.setEnabled(true);
}

} // namespace kaptan::cli
