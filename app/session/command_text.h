#pragma once

#include <QPair>
#include <QString>
#include <QStringList>
#include <QVector>

/// What a program of somebody's kubeconfig would run with, in words for the question before it: nothing that
/// decides may be hidden, and nothing in it may look like something else.
namespace kaptan::session
{

/// One line, whole: characters that act or hide are "\u{1b}" and the like, and what is empty or holds blanks
/// or quotes is in quotes as a shell would have it.
QString shownWord(const QString& word);

/// The value decides what is run or loaded: LD_PRELOAD, PATH, BASH_ENV and their kin.
bool decidesWhatRuns(const QString& variable);

/// "LD_PRELOAD=/tmp/x.so" of those that decide; of others, whose values may be secret, the name alone.
QStringList shownVariables(const QVector<QPair<QString, QString>>& variables);

} // namespace kaptan::session
