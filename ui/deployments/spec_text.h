#pragma once

#include "app/core/result.h"
#include "app/workload/model.h"

/// What an operator types into the deploy form, read and written as Docker's command line has it. Pure: no
/// widget. Every failure is an InvalidInput whose texts are translated.
namespace kaptan::ui::spec_text
{

using Pairs = QVector<QPair<QString, QString>>;

/// Words of a command as a POSIX shell splits them: blanks, '…', "…" and backslashes. Nothing is expanded.
Result<QStringList> splitWords(const QString& text);
/// What splitWords() reads back exactly.
QString joinWords(const QStringList& words);

/// A .env block: KEY=VALUE lines, blank lines, # comments, "export ", quoted values (those in "…" may run
/// over several lines). Errors name the line, never a value.
Result<Pairs> parseEnvironment(const QString& text);
/// Why this cannot be the name of a variable; empty where it can.
QString environmentKeyProblem(const QString& key);
/// The name is one of those whose value is not shown unasked (password, token, secret, key, ...).
bool looksSecret(const QString& key);

/// One mapping, or several where both sides are ranges: "80", "8080:80", "8080:80/udp", "127.0.0.1::80",
/// "127.0.0.1:8080:80", "[::1]:8080:80", "8000-8010:80" (any free one of the range), "7000-7002:7000-7002".
Result<QVector<workload::PortMapping>> parsePort(const QString& text);
/// One or more a line, split by blanks or commas. The same host port twice is refused.
Result<QVector<workload::PortMapping>> parsePorts(const QString& text);
/// Short, as parsePort() reads it back; "/tcp" is left out.
QString formatPort(const workload::PortMapping& port);
QString formatPorts(const QVector<workload::PortMapping>& ports);

/// "data:/var/lib" (a volume), "/srv/www:/var/www:ro" (a folder of the host), "tmpfs:/run" (memory).
Result<workload::VolumeMount> parseVolume(const QString& text);
/// One a line. The same target twice is refused.
Result<QVector<workload::VolumeMount>> parseVolumes(const QString& text);
QString formatVolume(const workload::VolumeMount& mount);
QString formatVolumes(const QVector<workload::VolumeMount>& mounts);

/// One a line: "team=shop" or "experimental" (no value).
Result<QHash<QString, QString>> parseLabels(const QString& text);
/// Sorted by key. A value with a line break cannot be written: the break becomes a blank.
QString formatLabels(const QHash<QString, QString>& labels);
QString formatLabels(const QMap<QString, QString>& labels);

/// Why this cannot be the name of a deployment: [a-z0-9] and [a-z0-9-], 2 to 48 characters.
Result<void> checkName(const QString& name);
/// Why this is no image reference: blanks, upper case in the repository, empty parts.
Result<void> checkImage(const QString& image);

} // namespace kaptan::ui::spec_text
