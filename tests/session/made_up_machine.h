#pragma once

#include "app/session/discovery.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>

namespace kaptan::test
{

/// A home, a runtime directory and system files in a temporary directory.
class MadeUpMachine
{
public:
    MadeUpMachine()
    {
        surroundings.home = m_dir.filePath(QStringLiteral("home"));
        surroundings.configHome = surroundings.home + QStringLiteral("/.config");
        surroundings.runtimeDir = m_dir.filePath(QStringLiteral("run-user"));
        surroundings.root = m_dir.filePath(QStringLiteral("root"));
        for (const QString& folder : {surroundings.home, surroundings.runtimeDir, surroundings.root})
            QDir().mkpath(folder);
    }

    void write(const QString& path, const QByteArray& text)
    {
        QDir().mkpath(QFileInfo(path).absolutePath());
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
            qFatal("cannot write a file of the test");
    }

    QString home(const QString& path) const { return surroundings.home + u'/' + path; }

    QString root(const QString& path) const { return surroundings.root + u'/' + path; }

    QString run(const QString& path) const { return surroundings.runtimeDir + u'/' + path; }

    /// A Docker context as `docker context create` writes it; its folder's name.
    QString context(const QString& name, const QString& host, bool tls = false)
    {
        const QString folder =
            QString::fromLatin1(QCryptographicHash::hash(name.toUtf8(), QCryptographicHash::Sha256).toHex());
        const QString meta = QStringLiteral("{\"Name\":\"%1\",\"Metadata\":{},\"Endpoints\":{\"docker\":"
                                            "{\"Host\":\"%2\",\"SkipTLSVerify\":false}}}");
        write(home(QStringLiteral(".docker/contexts/meta/%1/meta.json").arg(folder)),
              meta.arg(name, host).toUtf8());
        if (tls)
            for (const char* file : {"ca.pem", "cert.pem", "key.pem"})
                write(
                    home(
                        QStringLiteral(".docker/contexts/tls/%1/docker/%2").arg(folder, QLatin1String(file))),
                    "x");
        return folder;
    }

    session::Surroundings surroundings;

private:
    QTemporaryDir m_dir;
};

} // namespace kaptan::test
