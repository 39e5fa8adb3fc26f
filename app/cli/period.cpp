#include "app/cli/period.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QTimeZone>

using namespace Qt::StringLiterals;

namespace kaptan::cli
{

namespace
{

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Cli)
};

constexpr qint64 longest = 10LL * 366 * 86400;

Result<QDateTime> boundOf(const QCommandLineParser& parser, const QString& name, bool isEnd)
{
    const QString word = parser.value(name);
    if (const auto moment = momentOf(word, isEnd))
        return *moment;
    return failure(InvalidInput{u"--"_s + name, Tr::tr("“%1” is no time").arg(word),
                                //: the words are typed as they are
                                Tr::tr("Use a form such as 2026-11-24, 2026-11-24T14:03 or "
                                       "2026-11-24T14:03:07+03:00.")});
}

} // namespace

void describePeriod(QCommandLineParser& parser, const QString& standard)
{
    parser.addOption({u"since"_s,
                      //: "30m" and the like are typed as they are; %1 is one of them
                      Tr::tr("So far back: 30m, 12h, 7d, 2w (default %1).").arg(standard),
                      //: the name of a value in the help, in capitals
                      Tr::tr("SPAN")});
    parser.addOption({u"from"_s,
                      Tr::tr("The beginning: 2026-11-24, 2026-11-24T14:03, with Z or +03:00 for another zone "
                             "than this machine's."),
                      //: the name of a value in the help, in capitals
                      Tr::tr("TIME")});
    parser.addOption({u"to"_s, Tr::tr("The end (default now); a date alone counts with its whole day."),
                      //: the name of a value in the help, in capitals
                      Tr::tr("TIME")});
}

Result<Period> periodOf(const QCommandLineParser& parser, const QDateTime& now, const QString& standard)
{
    if (parser.isSet(u"since"_s) && parser.isSet(u"from"_s))
        return failure(
            InvalidInput{u"--since"_s, Tr::tr("it does not go with --from"), Tr::tr("Give one of them.")});
    const QString word = parser.isSet(u"since"_s) ? parser.value(u"since"_s) : standard;
    const auto seconds = secondsOf(word);
    if (!seconds)
        return failure(InvalidInput{u"--since"_s, Tr::tr("“%1” is no span of time").arg(word),
                                    //: the words are typed as they are
                                    Tr::tr("Use whole numbers with s, m, h, d or w: 90s, 1h30m, 7d.")});
    Period period{{}, now.toUTC()};
    if (parser.isSet(u"to"_s)) {
        const auto to = boundOf(parser, u"to"_s, true);
        if (!to)
            return failure(to.error());
        period.to = *to;
    }
    period.from = period.to.addSecs(-*seconds);
    if (parser.isSet(u"from"_s)) {
        const auto from = boundOf(parser, u"from"_s, false);
        if (!from)
            return failure(from.error());
        period.from = *from;
    }
    if (period.from >= period.to)
        return failure(InvalidInput{parser.isSet(u"from"_s) ? u"--from"_s : u"--to"_s,
                                    Tr::tr("the period ends before it begins (%1)").arg(periodText(period)),
                                    Tr::tr("Choose an end that is later than the beginning.")});
    return period;
}

std::optional<qint64> secondsOf(const QString& word)
{
    static const QRegularExpression whole(u"^([0-9]{1,9}[smhdw])+$"_s);
    static const QRegularExpression part(u"([0-9]+)([smhdw])"_s);
    if (!whole.match(word).hasMatch())
        return std::nullopt;
    qint64 seconds = 0;
    for (auto parts = part.globalMatch(word); parts.hasNext();) {
        const auto one = parts.next();
        const qint64 count = one.captured(1).toLongLong();
        switch (one.captured(2).front().unicode()) {
        case u's':
            seconds += count;
            break;
        case u'm':
            seconds += count * 60;
            break;
        case u'h':
            seconds += count * 3600;
            break;
        case u'd':
            seconds += count * 86400;
            break;
        default:
            seconds += count * 7 * 86400;
            break;
        }
        if (seconds > longest)
            return std::nullopt;
    }
    if (seconds <= 0)
        return std::nullopt;
    return seconds;
}

std::optional<QDateTime> momentOf(const QString& word, bool isEnd)
{
    static const QRegularExpression date(u"^[0-9]{4}-[0-9]{2}-[0-9]{2}$"_s);
    static const QRegularExpression time(
        u"^[0-9]{4}-[0-9]{2}-[0-9]{2}[T ][0-9]{2}:[0-9]{2}(:[0-9]{2}(\\.[0-9]{1,3})?)?(Z|[+-][0-9]{2}:[0-9]{2})?$"_s);
    QDateTime moment;
    if (date.match(word).hasMatch()) {
        const QDate day = QDate::fromString(word, Qt::ISODate);
        if (!day.isValid())
            return std::nullopt;
        moment = isEnd ? day.endOfDay() : day.startOfDay();
    } else if (time.match(word).hasMatch()) {
        QString text = word;
        text[10] = u'T';
        moment = QDateTime::fromString(text, Qt::ISODateWithMs);
    }
    if (!moment.isValid() || moment.toSecsSinceEpoch() < 0)
        return std::nullopt;
    return moment.toUTC();
}

QString isoText(const QDateTime& time)
{
    if (!time.isValid())
        return {};
    const bool whole = time.time().msec() == 0;
    return time.toUTC().toString(whole ? Qt::ISODate : Qt::ISODateWithMs);
}

QString localText(const QDateTime& time)
{
    return time.isValid() ? time.toLocalTime().toString(u"yyyy-MM-dd HH:mm:ss"_s) : u"–"_s;
}

QString periodText(const Period& period)
{
    const QDateTime from = period.from.toLocalTime();
    const int offset = from.offsetFromUtc();
    const QString zone = u"UTC%1%2:%3"_s.arg(offset < 0 ? u"-"_s : u"+"_s)
                             .arg(qAbs(offset) / 3600, 2, 10, QLatin1Char('0'))
                             .arg(qAbs(offset) / 60 % 60, 2, 10, QLatin1Char('0'));
    return u"%1 – %2 (%3)"_s.arg(localText(period.from), localText(period.to), zone);
}

} // namespace kaptan::cli
