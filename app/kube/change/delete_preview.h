#pragma once

#include "app/kube/api/kube_api.h"
#include "app/kube/change/owner_tree.h"

#include <QFuture>

#include <memory>

namespace kaptan::kube
{

/// An object that is to be deleted.
struct DeleteRoot {
    QString nameSpace, name, uid; ///< of one kind
};

struct DeletePreviewLimits {
    int roots = 20;     ///< objects that are read; where there are more, their kind is named as unread
    int nameSpaces = 5; ///< that are looked through
    int pages = 4;      ///< of 500 objects, of each kind in each namespace
    std::chrono::milliseconds time{5000}; ///< what has not answered by then is named as unread
};

/// What the deletion of these takes along and what it leaves: read from the server by metadata alone where
/// that is enough. A bounded look: what could not be read is named, never an error. To be called in a thread
/// with an event loop; where the API goes before its end, what came until then is all.
QFuture<Result<DeletePreview>> previewDelete(KubeApi& api, std::shared_ptr<const Discovery> discovery,
                                             const ApiResource& resource, const QVector<DeleteRoot>& roots,
                                             Clock& clock = Clock::system(),
                                             const DeletePreviewLimits& limits = {});

} // namespace kaptan::kube
