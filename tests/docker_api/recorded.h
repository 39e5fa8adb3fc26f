#pragma once

#include "tests/support/place/place.h"

#include <QFile>
#include <QString>

/// An answer of a genuine engine (Docker 20.10.24, Podman 4.3.1), as it came.
inline QByteArray recorded(const QString& name)
{
    QFile file(kaptan::test::sourceDir() + QStringLiteral("/tests/docker_api/data/") + name);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("no recording %s", qPrintable(name));
    return file.readAll();
}
