#pragma once

#include "app/session/session.h"

#include <QFuture>
#include <QPointer>

namespace kaptan::session
{

/// A first deployment without a registry: an image made from this machine's static busybox, and two replicas
/// of a small web page from it.
class Sample
{
public:
    static QString imageName();      ///< "kaptan/sample:1"
    static QString deploymentName(); ///< "hello"

    /// Why it cannot be made on this machine (no static busybox), with advice.
    static std::optional<Error> whyUnavailable();
    /// Imports the image and deploys. The id of the workload. Progress as every long action.
    static QFuture<Result<QString>> deploy(Session& session);
};

} // namespace kaptan::session
