#pragma once

#include <QDateTime>
#include <QJsonDocument>
#include <QJsonObject>
#include <QString>
#include <QStringList>
#include <QVector>

namespace kaptan::cli
{

/// Text of an engine as a terminal may show it: control characters, line ends and marks that turn the writing
/// direction become "\u{1b}" and the like. Longer than `most` characters ends in "…"; 0: whole.
QString plain(const QString& text, int most = 0);

/// The same for a text of many lines, whose ends stay.
QString plainLines(const QString& text);

/// “word”, as a sentence names what was typed or what something is called.
QString quoted(const QString& word);

/// JSON with line ends; what a terminal would act on is escaped as JSON does ("\u009b"), also in keys.
QString jsonText(const QJsonObject& object, QJsonDocument::JsonFormat format = QJsonDocument::Indented);

/// "now", "40 s", "3 min", "9 h", "6 d", "3 y" from `then` to `now` (both UTC); "–" where invalid.
QString age(const QDateTime& then, const QDateTime& now);

/// Columns two blanks apart, as wide as their widest cell, the last one unpadded. The first row is the heads.
QString table(const QVector<QStringList>& rows);

} // namespace kaptan::cli
