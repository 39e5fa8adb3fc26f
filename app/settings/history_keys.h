#pragma once

#include "app/settings/definitions.h"

namespace kaptan::settings::key
{

inline constexpr Key<int> historyInterval{u"history/intervalSeconds"}; ///< between two samples
inline constexpr Key<bool> recordShown{u"history/recordShown"};        ///< while the window shows it
inline constexpr Key<QString> recorded{u"history/recorded"};           ///< ids of connections, one a line
/// Of a connection, where the user named one: its id, a blank and the address, one a line.
inline constexpr Key<QString> prometheus{u"history/prometheus"};
inline constexpr Key<int> rawDays{u"history/rawDays"};
inline constexpr Key<int> rolledUpDays{u"history/rolledUpDays"};
inline constexpr Key<int> eventDays{u"history/eventDays"};
inline constexpr Key<int> checkDays{u"history/checkDays"};
inline constexpr Key<int> recordDays{u"history/recordDays"};

} // namespace kaptan::settings::key
