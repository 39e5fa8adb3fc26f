#pragma once

#include "tests/support/place/place.h"

#include <QByteArray>
#include <QDirIterator>
#include <QFile>
#include <QString>
#include <QStringList>

/// The project's own tree, as the house tests read it.
namespace tree
{

inline QString root()
{
    return kaptan::test::sourceDir();
}

inline QByteArray read(const QString& relative)
{
    QFile file(root() + u'/' + relative);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// Paths relative to the root of the files under `folder` that match one of the patterns, sorted.
inline QStringList files(const QString& folder, const QStringList& patterns)
{
    QStringList found;
    QDirIterator it(root() + u'/' + folder, patterns, QDir::Files, QDirIterator::Subdirectories);
    while (it.hasNext())
        found << it.next().mid(root().size() + 1);
    found.sort();
    return found;
}

inline QStringList sources()
{
    const QStringList patterns{QStringLiteral("*.cpp"), QStringLiteral("*.h")};
    return files(QStringLiteral("app"), patterns) + files(QStringLiteral("ui"), patterns);
}

} // namespace tree
