#pragma once

#include "app/core/result.h"

#include <QBitArray>
#include <QDateTime>
#include <QLocale>
#include <QString>

namespace kaptan::kube
{

/// When a CronJob runs: five fields (minute, hour, day, month, day of the week) or one of the short forms
/// (@hourly, @daily, @weekly, @monthly, @yearly, @every 1h30m), as the controller reads them.
/// https://kubernetes.io/docs/concepts/workloads/controllers/cron-jobs/#schedule-syntax
class CronSchedule
{
public:
    /// InvalidInput (field, why, fix) where the controller would refuse it.
    static Result<CronSchedule> parse(const QString& text);

    /// The first time after `after`, in its time zone; invalid where there is none within eight years
    /// ("30 February").
    QDateTime next(const QDateTime& after) const;
    /// "Every day at 03:00"; a translated sentence without its full stop.
    QString toWords(const QLocale& locale = QLocale()) const;

private:
    bool matchesDay(const QDate& day) const;

    QBitArray m_minutes, m_hours, m_days, m_months, m_weekdays; ///< by their number
    bool m_anyDay = true, m_anyWeekday = true;                  ///< the field is "*" or "?"
    int m_everySeconds = 0;                                     ///< @every; 0: by the fields
    int m_minuteStep = 0, m_hourStep = 0;                       ///< of "*/n"; 0: none
};

} // namespace kaptan::kube
