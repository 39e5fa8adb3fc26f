#pragma once

#include "app/history/records.h"

#include <QVariant>

/// How values stand in the file: words of enumerations and times. One place for writer and readers.
namespace kaptan::history
{

inline QVariant msOf(const QDateTime& time)
{
    return time.isValid() ? QVariant(time.toMSecsSinceEpoch()) : QVariant(QMetaType(QMetaType::LongLong));
}

inline QDateTime timeOf(const QVariant& ms)
{
    return ms.isNull() ? QDateTime() : QDateTime::fromMSecsSinceEpoch(ms.toLongLong(), Qt::UTC);
}

QString wordOf(workload::Platform platform);
QString wordOf(workload::EventSeverity severity);
QString wordOf(Outcome outcome);
QString wordOf(CheckState state);
QString wordOf(Decision decision);
// The first of its values where the word is unknown.
workload::Platform platformOf(const QString& word);
workload::EventSeverity severityOf(const QString& word);
Outcome outcomeOf(const QString& word);
CheckState checkStateOf(const QString& word);
Decision decisionOf(const QString& word);

} // namespace kaptan::history
