#pragma once

namespace kaptan::test
{

/// Milliseconds that a test waits for what a busy machine, engine or cluster does, before it gives up. It
/// says nothing of speed: where all is well nobody waits as long.
constexpr int slow = 90'000;

} // namespace kaptan::test
