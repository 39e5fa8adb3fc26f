#pragma once

#include <QJsonObject>
#include <QPair>
#include <QString>

namespace kaptan::cli
{

/// Unified diff of two texts, three lines around each change, under the names of both; empty where they are
/// the same. Escaped for terminals.
/// https://www.gnu.org/software/diffutils/manual/html_node/Unified-Format.html
QString unifiedDiff(const QString& before, const QString& after, const QString& beforeName,
                    const QString& afterName, bool colours);

/// Both objects without the values of a Secret, so that still a value that differs does ("<hidden, before>").
QPair<QJsonObject, QJsonObject> hiddenPair(QJsonObject before, QJsonObject after);

} // namespace kaptan::cli
