#pragma once

#include <QJsonObject>

namespace kaptan::ui
{

/// The annotations of a Secret, those values hidden (as stars) that give away what it holds: whole objects,
/// as kubectl, kapp and others keep them there, and whatever contains one of its values, encoded or not.
QJsonObject safeAnnotations(const QJsonObject& secret);

} // namespace kaptan::ui
