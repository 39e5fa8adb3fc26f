#pragma once

#include <QColor>

/// The colours of paper: dark on white, each at least 4.5:1 where it is text.
namespace kaptan::report::colours
{

inline QColor text()
{
    return QColor(0x1A, 0x23, 0x2E);
}

inline QColor muted()
{
    return QColor(0x55, 0x61, 0x70);
}

inline QColor accent()
{
    return QColor(0x1F, 0x5F, 0xC4);
}

/// Of lines that are seen without being looked at.
inline QColor quiet()
{
    return QColor(0x8A, 0x94, 0xA2);
}

inline QColor line()
{
    return QColor(0xDC, 0xE0, 0xE6);
}

inline QColor ground()
{
    return QColor(0xF3, 0xF5, 0xF8);
}

inline QColor good()
{
    return QColor(0x1A, 0x7A, 0x48);
}

inline QColor warning()
{
    return QColor(0x8A, 0x5A, 0x00);
}

inline QColor bad()
{
    return QColor(0xB3, 0x26, 0x1E);
}

} // namespace kaptan::report::colours
