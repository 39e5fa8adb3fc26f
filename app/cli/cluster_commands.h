#pragma once

#include "app/cli/command.h"

/// The commands of clusters, each in a file of its name.
namespace kaptan::cli
{

void describeGet(QCommandLineParser& parser);
Result<Job*> startGet(const QCommandLineParser& parser, const Context& context, QObject* parent);

void describeApply(QCommandLineParser& parser);
Result<Job*> startApply(const QCommandLineParser& parser, const Context& context, QObject* parent);

void describeDiff(QCommandLineParser& parser);
Result<Job*> startDiff(const QCommandLineParser& parser, const Context& context, QObject* parent);

void describeDelete(QCommandLineParser& parser);
Result<Job*> startDelete(const QCommandLineParser& parser, const Context& context, QObject* parent);

void describeRestart(QCommandLineParser& parser);
Result<Job*> startRestart(const QCommandLineParser& parser, const Context& context, QObject* parent);

void describeDrain(QCommandLineParser& parser);
Result<Job*> startDrain(const QCommandLineParser& parser, const Context& context, QObject* parent);

void describeCordon(QCommandLineParser& parser);
Result<Job*> startCordon(const QCommandLineParser& parser, const Context& context, QObject* parent);
Result<Job*> startUncordon(const QCommandLineParser& parser, const Context& context, QObject* parent);

} // namespace kaptan::cli
