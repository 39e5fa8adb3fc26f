#pragma once

#include "app/core/result.h"

#include <QObject>
#include <QSocketNotifier>

#include <functional>

namespace kaptan::cli
{

bool stdinIsTerminal();
bool stdoutIsTerminal();
/// The output goes to a terminal that shows colours, and nobody asked for none (NO_COLOR, TERM=dumb).
bool coloursWanted();

/// Reads the standard input without waiting for it, so that signals still end the program.
class Input : public QObject
{
    Q_OBJECT
public:
    explicit Input(QObject* parent = nullptr);

    /// One line, without its end; an empty one at the end of the input. `done` is called once, later.
    void readLine(std::function<void(const QString&)> done);
    /// Everything there is; TooLarge beyond `most` bytes.
    void readAll(qint64 most, std::function<void(const Result<QString>&)> done);

private:
    /// Reads what there is; true at the end.
    bool take();

    QSocketNotifier m_notifier;
    QByteArray m_bytes;
};

} // namespace kaptan::cli
