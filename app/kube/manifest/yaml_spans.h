#pragma once

#include "app/kube/manifest/yaml_tree.h"

/// Where the parts of a document end. Within this room.
namespace kaptan::kube
{

/// Behind the closing quote of what begins at `at`; -1 where none comes before `end`.
qsizetype quotedEnd(QStringView text, qsizetype at, qsizetype end);
/// Behind anchor and tag, blanks, line breaks and comments: where the content begins.
qsizetype skipProperties(QStringView text, qsizetype at, qsizetype end);
/// Over blanks, line breaks and comments.
qsizetype skipBlank(QStringView text, qsizetype at, qsizetype end);
/// A tab among the blanks before `at`, where nothing else stands before it on its line; else -1.
qsizetype tabBefore(QStringView text, qsizetype at, qsizetype from);

} // namespace kaptan::kube
