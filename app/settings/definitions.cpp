#include "app/settings/definitions.h"

#include "app/settings/history_keys.h"

#include <QCoreApplication>
#include <QHash>

using namespace Qt::StringLiterals;

namespace kaptan::settings
{

namespace
{

QString translated(const char* text)
{
    return text ? QCoreApplication::translate("Settings", text) : QString();
}

/// The longest text or binary value, bytes: a setting is no place for documents.
constexpr qsizetype longest = 64 * 1024;

// Group names, each once so that a translator meets it once.
constexpr auto appearance = QT_TRANSLATE_NOOP("Settings", "Appearance");
constexpr auto connection = QT_TRANSLATE_NOOP("Settings", "Connection");
constexpr auto metrics = QT_TRANSLATE_NOOP("Settings", "Metrics");
constexpr auto logs = QT_TRANSLATE_NOOP("Settings", "Logs");
constexpr auto history = QT_TRANSLATE_NOOP("Settings", "History");
constexpr auto embedded = QT_TRANSLATE_NOOP("Settings", "Embedded engine");
constexpr auto confirmations = QT_TRANSLATE_NOOP("Settings", "Confirmations");

Definition flag(const Key<bool>& key, bool fallback)
{
    Definition d;
    d.key = QString::fromUtf16(key.name);
    d.type = Type::Bool;
    d.fallback = fallback;
    return d;
}

Definition number(const Key<int>& key, int fallback, int least, int most)
{
    Definition d;
    d.key = QString::fromUtf16(key.name);
    d.type = Type::Int;
    d.fallback = fallback;
    d.least = least;
    d.most = most;
    return d;
}

Definition text(const Key<QString>& key)
{
    Definition d;
    d.key = QString::fromUtf16(key.name);
    d.type = Type::Text;
    d.fallback = QString();
    return d;
}

Definition bytes(const Key<QByteArray>& key)
{
    Definition d;
    d.key = QString::fromUtf16(key.name);
    d.type = Type::Bytes;
    d.fallback = QByteArray();
    return d;
}

Definition choice(const Key<QString>& key, const QVector<Option>& options)
{
    Definition d;
    d.key = QString::fromUtf16(key.name);
    d.type = Type::Choice;
    d.fallback = options.first().value;
    d.options = options;
    return d;
}

Definition shown(Definition d, const char* group, const char* title, const char* description,
                 const char* unit = nullptr)
{
    d.groupName = group;
    d.titleText = title;
    d.description = description;
    d.unitText = unit;
    return d;
}

QVector<Definition> makeTable()
{
    return {
        shown(choice(key::theme, {{u"system"_s, QT_TRANSLATE_NOOP("Settings", "As the desktop")},
                                  {u"light"_s, QT_TRANSLATE_NOOP("Settings", "Light")},
                                  {u"dark"_s, QT_TRANSLATE_NOOP("Settings", "Dark")},
                                  {u"high-contrast"_s, QT_TRANSLATE_NOOP("Settings", "High contrast")}}),
              appearance, QT_TRANSLATE_NOOP("Settings", "Theme"),
              QT_TRANSLATE_NOOP("Settings", "Colours of the whole window.")),
        shown(choice(key::density, {{u"normal"_s, QT_TRANSLATE_NOOP("Settings", "Normal")},
                                    {u"compact"_s, QT_TRANSLATE_NOOP("Settings", "Compact")}}),
              appearance, QT_TRANSLATE_NOOP("Settings", "Density"),
              QT_TRANSLATE_NOOP("Settings", "Compact tables show more rows at once.")),
        // A language is named in itself, so that whoever landed in a foreign one finds back.
        shown(choice(key::language, {{u"system"_s, QT_TRANSLATE_NOOP("Settings", "As the system")},
                                     {u"en"_s, "English"},
                                     {u"tr_TR"_s, "Türkçe"}}),
              appearance, QT_TRANSLATE_NOOP("Settings", "Language"),
              QT_TRANSLATE_NOOP("Settings", "Changes at once, without a restart.")),
        flag(key::sidebarCollapsed, false),
        bytes(key::windowGeometry),
        bytes(key::windowState),
        text(key::lastPane),
        text(key::lastConnection),
        text(key::kubeconfigFiles),
        shown(flag(key::connectAtStart, true), connection, QT_TRANSLATE_NOOP("Settings", "Connect at start"),
              QT_TRANSLATE_NOOP("Settings", "Opens the connection used last, or the first one found.")),
        shown(number(key::metricsInterval, 3, 2, 5), metrics, QT_TRANSLATE_NOOP("Settings", "Interval"),
              QT_TRANSLATE_NOOP("Settings",
                                "How often CPU, memory, network and disk of what is visible are sampled."),
              //: seconds
              QT_TRANSLATE_NOOP("Settings", "s")),
        shown(number(key::logBuffer, 256, 8, 8192), logs, QT_TRANSLATE_NOOP("Settings", "Buffer"),
              QT_TRANSLATE_NOOP("Settings", "How much of each open log is kept in memory; the oldest lines "
                                            "go first."),
              //: mebibytes, 1024 x 1024 bytes
              QT_TRANSLATE_NOOP("Settings", "MiB")),
        shown(number(key::logTail, 10000, 100, 10000000), logs,
              QT_TRANSLATE_NOOP("Settings", "Lines at first"),
              QT_TRANSLATE_NOOP("Settings", "How many of the last lines are read when a log is opened.")),
        shown(flag(key::logTimestamps, false), logs, QT_TRANSLATE_NOOP("Settings", "Timestamps"),
              QT_TRANSLATE_NOOP("Settings", "Shows beside each line when it was written.")),
        shown(flag(key::logWrap, false), logs, QT_TRANSLATE_NOOP("Settings", "Wrap long lines"),
              QT_TRANSLATE_NOOP("Settings", "Otherwise they are scrolled sideways.")),
        shown(flag(key::recordShown, true), history, QT_TRANSLATE_NOOP("Settings", "Record what is shown"),
              QT_TRANSLATE_NOOP("Settings",
                                "Samples and events of the connection that the window shows are kept "
                                "while it does. Marked connections are recorded always.")),
        shown(number(key::historyInterval, 15, 5, 300), history,
              QT_TRANSLATE_NOOP("Settings", "Sampled every"),
              QT_TRANSLATE_NOOP("Settings", "How often what workloads use is kept."),
              //: seconds
              QT_TRANSLATE_NOOP("Settings", "s")),
        shown(number(key::rawDays, 35, 1, 365), history, QT_TRANSLATE_NOOP("Settings", "Keep samples"),
              QT_TRANSLATE_NOOP("Settings", "Older ones stay as spans of ten minutes."),
              QT_TRANSLATE_NOOP("Settings", "days")),
        shown(number(key::rolledUpDays, 730, 1, 3650), history,
              QT_TRANSLATE_NOOP("Settings", "Keep spans of ten minutes"),
              QT_TRANSLATE_NOOP("Settings", "What curves of months are drawn from."),
              QT_TRANSLATE_NOOP("Settings", "days")),
        shown(number(key::eventDays, 365, 1, 3650), history, QT_TRANSLATE_NOOP("Settings", "Keep events"),
              QT_TRANSLATE_NOOP("Settings", "A cluster forgets its own after an hour."),
              QT_TRANSLATE_NOOP("Settings", "days")),
        shown(number(key::checkDays, 90, 1, 3650), history,
              QT_TRANSLATE_NOOP("Settings", "Keep health checks"),
              QT_TRANSLATE_NOOP("Settings", "Availability and response times are counted from them."),
              QT_TRANSLATE_NOOP("Settings", "days")),
        shown(number(key::recordDays, 730, 1, 3650), history,
              QT_TRANSLATE_NOOP("Settings", "Keep deployments and scalings"),
              QT_TRANSLATE_NOOP("Settings", "Who changed what, and how it ended."),
              QT_TRANSLATE_NOOP("Settings", "days")),
        text(key::recorded),
        text(key::prometheus),
        shown(flag(key::offerEmbedded, true), embedded,
              QT_TRANSLATE_NOOP("Settings", "Offer it where no engine is found"),
              QT_TRANSLATE_NOOP("Settings", "The embedded engine is Podman, started by Kaptan as your own "
                                            "service.")),
        shown(flag(key::keepEmbedded, false), embedded,
              QT_TRANSLATE_NOOP("Settings", "Keep it running after Kaptan is closed"),
              QT_TRANSLATE_NOOP("Settings", "Otherwise its service ends with Kaptan; containers go on "
                                            "either way.")),
        shown(flag(key::confirmStop, true), confirmations, QT_TRANSLATE_NOOP("Settings", "Ask before a stop"),
              QT_TRANSLATE_NOOP("Settings", "Production connections always ask.")),
        shown(flag(key::confirmRestart, true), confirmations,
              QT_TRANSLATE_NOOP("Settings", "Ask before a restart"),
              QT_TRANSLATE_NOOP("Settings", "Production connections always ask.")),
        shown(flag(key::confirmScaleToZero, true), confirmations,
              QT_TRANSLATE_NOOP("Settings", "Ask before scaling to zero"),
              QT_TRANSLATE_NOOP("Settings", "Nothing would serve any more.")),
        shown(flag(key::confirmQuit, true), confirmations,
              QT_TRANSLATE_NOOP("Settings", "Ask before quitting while tasks run"),
              QT_TRANSLATE_NOOP("Settings", "Tasks that are under way are cancelled by quitting.")),
        flag(key::developerPanel, false),
    };
}

} // namespace

QString Option::text() const
{
    return title ? translated(title) : value;
}

QString Definition::group() const
{
    return translated(groupName);
}

QString Definition::title() const
{
    return translated(titleText);
}

QString Definition::text() const
{
    return translated(description);
}

QString Definition::unit() const
{
    return translated(unitText);
}

std::optional<QVariant> Definition::accept(const QVariant& value) const
{
    switch (type) {
    case Type::Bool:
        return value.typeId() == QMetaType::Bool ? std::optional(value) : std::nullopt;
    case Type::Int: {
        static const QVector<int> numbers{QMetaType::Int, QMetaType::LongLong, QMetaType::Double};
        if (!numbers.contains(value.typeId()))
            return {};
        const double given = value.toDouble();
        if (!(given >= least && given <= most) || given != double(int(given)))
            return {};
        return QVariant(int(given));
    }
    case Type::Text:
        if (value.typeId() != QMetaType::QString || value.toString().size() > longest)
            return {};
        return value;
    case Type::Choice:
        for (const Option& option : options)
            if (value.typeId() == QMetaType::QString && option.value == value.toString())
                return value;
        return {};
    case Type::Bytes:
        if (value.typeId() != QMetaType::QByteArray || value.toByteArray().size() > longest)
            return {};
        return value;
    }
    return {};
}

const QVector<Definition>& definitions()
{
    static const QVector<Definition> table = makeTable();
    return table;
}

const Definition* definition(const QString& key)
{
    static const QHash<QString, qsizetype> index = [] {
        QHash<QString, qsizetype> all;
        for (qsizetype i = 0; i < definitions().size(); ++i)
            all.insert(definitions()[i].key, i);
        return all;
    }();
    const auto at = index.constFind(key);
    return at == index.constEnd() ? nullptr : &definitions()[*at];
}

} // namespace kaptan::settings
