#pragma once

#include <QString>
#include <QVariant>
#include <QVector>

#include <optional>

namespace kaptan::settings
{

/// What a value may be. Choice is text out of a fixed list, Bytes is binary (base64 in the file).
enum class Type { Bool, Int, Text, Choice, Bytes };

/// One of the values of a Choice.
struct Option {
    QString value;               ///< as it is in the file ("high-contrast")
    const char* title = nullptr; ///< marked in the context "Settings"; null: shown as it is

    /// Translated when called.
    QString text() const;
};

/// One setting as it is declared, all there is to know for reading, checking and showing it.
struct Definition {
    QString key;
    Type type = Type::Text;
    QVariant fallback;                 ///< the default
    int least = 0;                     ///< Int only
    int most = 0;                      ///< Int only
    QVector<Option> options;           ///< Choice only
    const char* groupName = nullptr;   ///< null: kept for the program, not shown in the settings pane
    const char* titleText = nullptr;   ///< marked in the context "Settings", as the next ones
    const char* description = nullptr; ///< one or two sentences
    const char* unitText = nullptr;    ///< behind an Int: "s", "MiB"

    bool isShown() const { return groupName != nullptr; }

    /// Translated when called.
    QString group() const;
    QString title() const;
    QString text() const;
    QString unit() const;

    /// The value in the setting's own type when it can be used, nothing otherwise (wrong type, out of
    /// range, not among the choices).
    std::optional<QVariant> accept(const QVariant& value) const;
};

/// Every setting, in the order of the settings pane.
const QVector<Definition>& definitions();
/// Null where there is no such key.
const Definition* definition(const QString& key);

/// A key with its type, so that get() and set() need no conversion at their callers.
template <class T>
struct Key {
    const char16_t* name;
};

namespace key
{
inline constexpr Key<QString> theme{u"appearance/theme"};       ///< system, light, dark, high-contrast
inline constexpr Key<QString> density{u"appearance/density"};   ///< normal, compact
inline constexpr Key<QString> language{u"appearance/language"}; ///< system, en, tr_TR
inline constexpr Key<bool> sidebarCollapsed{u"window/sidebarCollapsed"};
inline constexpr Key<QByteArray> windowGeometry{u"window/geometry"}; ///< QWidget::saveGeometry()
inline constexpr Key<QByteArray> windowState{u"window/state"};
inline constexpr Key<QString> lastPane{u"window/lastPane"};       ///< a pane's id
inline constexpr Key<QString> lastConnection{u"connection/last"}; ///< a connection's id
/// Absolute paths, one a line: of the files that are read beside kubectl's own.
inline constexpr Key<QString> kubeconfigFiles{u"connection/kubeconfigs"};
inline constexpr Key<bool> connectAtStart{u"connection/atStart"};      ///< to the last one
inline constexpr Key<int> metricsInterval{u"metrics/intervalSeconds"}; ///< seconds
inline constexpr Key<int> logBuffer{u"logs/bufferMiB"};                ///< MiB kept of each open log
inline constexpr Key<int> logTail{u"logs/tailLines"};                  ///< lines read from the end at first
inline constexpr Key<bool> logTimestamps{u"logs/timestamps"};          ///< shown beside the lines
inline constexpr Key<bool> logWrap{u"logs/wrap"};                      ///< long lines are wrapped
inline constexpr Key<bool> keepEmbedded{u"embedded/keepRunning"};      ///< after the program ends
inline constexpr Key<bool> offerEmbedded{u"embedded/offer"};           ///< where no engine is found
inline constexpr Key<bool> confirmStop{u"confirm/stop"};               ///< ask before stopping
inline constexpr Key<bool> confirmRestart{u"confirm/restart"};         ///< ask before restarting
inline constexpr Key<bool> confirmScaleToZero{u"confirm/scaleToZero"}; ///< ask before scaling to zero
inline constexpr Key<bool> confirmQuit{u"confirm/quitWithTasks"};      ///< ask when tasks are running
inline constexpr Key<bool> developerPanel{u"developer/panel"};         ///< the stall meter and its kin
} // namespace key

} // namespace kaptan::settings
