#pragma once

namespace kaptan
{

/// Gives memory that was freed back to the system. For after something big, a list of tens of thousands: its
/// pages and what was made on the way are gone, but the allocator keeps their room. Takes milliseconds: for a
/// worker. Nothing where the C library knows no such call.
void giveBackMemory();

} // namespace kaptan
