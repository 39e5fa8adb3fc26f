#pragma once

#include <QByteArray>

namespace kaptan::session
{

/// A tar archive in memory, in the ustar format (POSIX.1-1988), everything owned by root and dated 1970, so
/// that the same content always gives the same bytes. Names of at most 100 bytes.
class TarWriter
{
public:
    void directory(const QByteArray& name, int mode = 0755);
    void file(const QByteArray& name, const QByteArray& content, int mode = 0644);
    void symlink(const QByteArray& name, const QByteArray& target);

    /// The whole archive; the writer is empty afterwards.
    QByteArray take();

private:
    void header(const QByteArray& name, char type, int mode, qint64 size, const QByteArray& link = {});

    QByteArray m_bytes;
};

} // namespace kaptan::session
