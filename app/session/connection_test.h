#pragma once

#include "app/session/connections.h"

namespace kaptan::session
{

/// Contacts the connection once, in a thread of its own that ends with the test.
QFuture<Result<TestReport>> testConnection(const ConnectionSpec& spec, Clock& clock);

} // namespace kaptan::session
