#pragma once

#include <QString>

/// Texts that Kaptan itself writes into the history where it saw something happen. They are stored in one
/// language, so that they can be looked for, and shown in the reader's.
namespace kaptan::history
{

namespace text
{

inline constexpr auto observed = u"observed";
inline constexpr auto connectionLost = u"the connection was lost";
inline constexpr auto replaced = u"replaced by another";
inline constexpr auto removed = u"it was removed";

} // namespace text

/// In the language of the moment where it is one of those; else as it is. Any thread.
QString shownText(const QString& stored);

} // namespace kaptan::history
