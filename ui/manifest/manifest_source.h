#pragma once

#include "app/core/result.h"

#include <QString>
#include <QStringList>
#include <QUrl>

namespace kaptan::ui
{

/// A text from outside that is to be applied.
struct SourceText {
    QString title; ///< "web.yaml", "3 files of shop"; untrusted
    QString text;
};

/// Files, and all *.yaml, *.yml and *.json below folders, by name, as one text; each begins with a comment
/// that names it. In a worker.
QFuture<Result<SourceText>> readManifests(const QStringList& paths);

/// Whether paths of these names could be read as manifests: folders, and files of their kinds.
bool areManifests(const QList<QUrl>& urls);

/// The text behind an http or https address. At most 16 MiB; a redirect may lead to another http or https
/// address, not away from https.
QFuture<Result<SourceText>> fetchManifest(const QUrl& url);

} // namespace kaptan::ui
