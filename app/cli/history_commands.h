#pragma once

#include "app/cli/command.h"

/// The commands that read what was recorded, each in a file of its name.
namespace kaptan::cli
{

void describeMetrics(QCommandLineParser& parser);
Result<Job*> startMetrics(const QCommandLineParser& parser, const Context& context, QObject* parent);

void describeEvents(QCommandLineParser& parser);
Result<Job*> startEvents(const QCommandLineParser& parser, const Context& context, QObject* parent);

void describeChanges(QCommandLineParser& parser);
Result<Job*> startChanges(const QCommandLineParser& parser, const Context& context, QObject* parent);

void describeReport(QCommandLineParser& parser);
Result<Job*> startReport(const QCommandLineParser& parser, const Context& context, QObject* parent);

} // namespace kaptan::cli
