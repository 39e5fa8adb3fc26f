#pragma once

#include "app/kube/api/kube_api.h"

#include <QJsonObject>

#include <functional>

namespace kaptan::cli
{

/// One object, decoded. `done` is called once in the receiver's thread, unless the receiver goes before.
void readObject(kube::KubeApi& api, const kube::ApiResource& resource, const QString& nameSpace,
                const QString& name, QObject* receiver, std::function<void(Result<QJsonObject>)> done);

/// All objects of a kind, page by page, each with its apiVersion and kind. A list that expires on the way is
/// begun again, twice.
void readObjects(kube::KubeApi& api, const kube::ApiResource& resource, const QString& nameSpace,
                 const QString& selector, QObject* receiver,
                 std::function<void(Result<QVector<QJsonObject>>)> done);

/// One object as the server renders it.
QFuture<Result<kube::Table>> tableOfOne(kube::KubeApi& api, const kube::ApiResource& resource,
                                        const QString& nameSpace, const QString& name);

} // namespace kaptan::cli
