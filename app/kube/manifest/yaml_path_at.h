#pragma once

#include "app/kube/manifest/yaml_edit.h"

#include <QString>
#include <QStringList>

namespace kaptan::kube
{

/// Where in an object somebody types.
struct YamlPlace {
    enum class Where {
        Key,    ///< a key is being typed, or may be
        Value,  ///< behind "key: "
        Nowhere ///< in a comment, in a text of many lines, in flow style ({a: 1})
    };
    Where where = Where::Nowhere;
    YamlPath path;            ///< Key: of the mapping that it comes into; Value: of the value
    QString typed;            ///< what stands before the cursor of the key or value
    QStringList present;      ///< Key: what that mapping has already, without the line of the cursor
    int document = 0;         ///< of the text, from 0
    QString apiVersion, kind; ///< of that document, as far as they are written
};

/// Reads the indentation alone, so that it answers in texts that are no YAML at the moment, as texts are that
/// somebody types in. `line` and `column` count from 1; the cursor stands before the column. Quick enough for
/// each key press.
YamlPlace placeAt(const QString& text, int line, int column);

/// The path of it alone.
inline YamlPath pathAt(const QString& text, int line, int column)
{
    return placeAt(text, line, column).path;
}

} // namespace kaptan::kube
