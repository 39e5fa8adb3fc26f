#pragma once

#include "app/cli/command.h"

namespace kaptan::cli
{

/// Records connections until it is told to end: what the window does for those that it shows.
void describeRecord(QCommandLineParser& parser);
Result<Job*> startRecord(const QCommandLineParser& parser, const Context& context, QObject* parent);

} // namespace kaptan::cli
