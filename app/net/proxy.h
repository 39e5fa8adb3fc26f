#pragma once

#include "app/core/result.h"
#include "app/net/http.h"

#include <QNetworkProxy>

#include <optional>

namespace kaptan::net
{

/// What the endpoint says about proxies: nothing (the system's count), none at all, or this one, by HTTP or
/// SOCKS5, with its credentials. NotAllowed::Unsupported for other kinds.
Result<std::optional<QNetworkProxy>> proxyOf(const Endpoint& endpoint);

/// The endpoint's own proxy for sentences: "http://proxy:3128", no credentials. Empty where it has none.
QString proxyName(const Endpoint& endpoint);

} // namespace kaptan::net
