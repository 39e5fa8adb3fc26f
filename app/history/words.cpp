#include "app/history/words.h"

using namespace Qt::StringLiterals;

namespace kaptan::history
{

namespace
{

// In the order of the enumerations.
constexpr std::array<const char16_t*, 3> platforms{u"docker", u"podman", u"kubernetes"};
constexpr std::array<const char16_t*, 3> severities{u"normal", u"warning", u"error"};
constexpr std::array<const char16_t*, 5> outcomes{u"running", u"succeeded", u"failed", u"aborted",
                                                  u"rolled-back"};
constexpr std::array<const char16_t*, 4> checkStates{u"healthy", u"degraded", u"unhealthy", u"unknown"};
constexpr std::array<const char16_t*, 5> decisions{u"up", u"down", u"hold", u"limited", u"unknown"};

template <class Enum, size_t N>
QString word(const std::array<const char16_t*, N>& words, Enum value)
{
    return QString::fromUtf16(words.at(static_cast<size_t>(value)));
}

template <class Enum, size_t N>
Enum value(const std::array<const char16_t*, N>& words, const QString& word)
{
    for (size_t i = 0; i < N; ++i)
        if (word == QStringView(words[i]))
            return static_cast<Enum>(i);
    return {};
}

} // namespace

QString wordOf(workload::Platform platform)
{
    return word(platforms, platform);
}

QString wordOf(workload::EventSeverity severity)
{
    return word(severities, severity);
}

QString wordOf(Outcome outcome)
{
    return word(outcomes, outcome);
}

QString wordOf(CheckState state)
{
    return word(checkStates, state);
}

QString wordOf(Decision decision)
{
    return word(decisions, decision);
}

workload::Platform platformOf(const QString& word)
{
    return value<workload::Platform>(platforms, word);
}

workload::EventSeverity severityOf(const QString& word)
{
    return value<workload::EventSeverity>(severities, word);
}

Outcome outcomeOf(const QString& word)
{
    return value<Outcome>(outcomes, word);
}

CheckState checkStateOf(const QString& word)
{
    return value<CheckState>(checkStates, word);
}

Decision decisionOf(const QString& word)
{
    return value<Decision>(decisions, word);
}

} // namespace kaptan::history
