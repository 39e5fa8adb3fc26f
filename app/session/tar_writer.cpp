#include "app/session/tar_writer.h"

#include <algorithm>
#include <cstring>

namespace kaptan::session
{

namespace
{

constexpr int block = 512;

/// An octal number of width-1 digits and a NUL.
void octal(char* at, int width, qint64 value)
{
    for (int i = width - 2; i >= 0; --i, value >>= 3)
        at[i] = char('0' + (value & 7));
    at[width - 1] = '\0';
}

void text(char* at, int width, const QByteArray& value)
{
    std::memcpy(at, value.constData(), size_t(std::min<qsizetype>(width, value.size())));
}

} // namespace

void TarWriter::header(const QByteArray& name, char type, int mode, qint64 size, const QByteArray& link)
{
    char bytes[block] = {};
    text(bytes, 100, name);
    octal(bytes + 100, 8, mode);
    octal(bytes + 108, 8, 0); // owner
    octal(bytes + 116, 8, 0); // group
    octal(bytes + 124, 12, size);
    octal(bytes + 136, 12, 0); // date
    std::memset(bytes + 148, ' ', 8);
    bytes[156] = type;
    text(bytes + 157, 100, link);
    std::memcpy(bytes + 257, "ustar\00000", 8);
    int sum = 0;
    for (const char c : bytes)
        sum += uchar(c);
    octal(bytes + 148, 7, sum); // six digits, NUL; the blank behind stays
    m_bytes.append(bytes, block);
}

void TarWriter::directory(const QByteArray& name, int mode)
{
    header(name.endsWith('/') ? name : name + '/', '5', mode, 0);
}

void TarWriter::file(const QByteArray& name, const QByteArray& content, int mode)
{
    header(name, '0', mode, content.size());
    m_bytes += content;
    if (const auto rest = content.size() % block; rest != 0)
        m_bytes.append(block - rest, '\0');
}

void TarWriter::symlink(const QByteArray& name, const QByteArray& target)
{
    header(name, '2', 0777, 0, target);
}

QByteArray TarWriter::take()
{
    m_bytes.append(2 * block, '\0');
    return std::exchange(m_bytes, {});
}

} // namespace kaptan::session
