#include "app/docker/api/json_lines.h"

#include <QCoreApplication>

namespace kaptan::docker
{

namespace
{

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(JsonLines)
};

} // namespace

Result<void> JsonLines::feed(const QByteArray& bytes,
                             const std::function<Result<void>(const QByteArray&)>& line)
{
    qsizetype at = 0;
    while (at < bytes.size()) {
        const qsizetype end = bytes.indexOf('\n', at);
        const qsizetype part = (end < 0 ? bytes.size() : end) - at;
        if (m_rest.size() + part > longestLine) {
            m_rest.clear();
            return failure(ParseError{Tr::tr("stream of messages"), Tr::tr("the engine"),
                                      Tr::tr("a message is longer than any engine's"), -1});
        }
        if (end < 0) {
            m_rest.append(bytes.constData() + at, part);
            break;
        }
        QByteArray whole;
        if (m_rest.isEmpty()) {
            whole = QByteArray::fromRawData(bytes.constData() + at, part);
        } else {
            whole = m_rest.append(bytes.constData() + at, part);
            m_rest.clear();
        }
        at = end + 1;
        const QByteArray trimmed = whole.trimmed();
        if (trimmed.isEmpty())
            continue;
        if (const Result<void> taken = line(trimmed); !taken)
            return taken;
    }
    return {};
}

Result<void> JsonLines::finish(const std::function<Result<void>(const QByteArray&)>& line)
{
    const QByteArray last = m_rest.trimmed();
    m_rest.clear();
    return last.isEmpty() ? Result<void>() : line(last);
}

} // namespace kaptan::docker
