#pragma once

#include <QByteArray>
#include <QByteArrayList>

/// Objects and answers in the shape that an API server gives them.
namespace kaptan::kube::test
{

QByteArray metadata(const QByteArray& name, qint64 version, const QByteArray& more = {});
/// A running pod of one container, 2 to 3 KB as with managedFields.
QByteArray pod(const QByteArray& name, qint64 version, const QByteArray& phase = "Running");
QByteArray list(const QByteArrayList& items, qint64 version, const QByteArray& next = {}, int remaining = -1);
QByteArray told(const QByteArray& type, const QByteArray& object);
QByteArray bookmark(qint64 version);
QByteArray status(int code, const QByteArray& reason, const QByteArray& message,
                  const QByteArray& metadata = "{}");
QByteArray uidOf(const QByteArray& name);

} // namespace kaptan::kube::test
