#pragma once

#include <QHash>
#include <QString>
#include <QUrl>

#include <optional>

namespace kaptan::kube
{

/// The proxy for this server as the environment has it for programs written in Go, kubectl among them:
/// HTTPS_PROXY or HTTP_PROXY by the server's scheme (capitals first, then small letters), but for the hosts
/// of NO_PROXY: names with all below them, ".names" below only, addresses, CIDR blocks, each but the blocks
/// with or without a port; "*" is all. This machine is never asked through a proxy. Nothing where the
/// environment names no proxy; an empty URL where it wants none for this server; one without a host where it
/// names nonsense. https://pkg.go.dev/golang.org/x/net/http/httpproxy
std::optional<QUrl> environmentProxy(const QUrl& server, const QHash<QString, QString>& environment);

} // namespace kaptan::kube
