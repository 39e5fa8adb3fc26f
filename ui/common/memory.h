#pragma once

#include <QString>
#include <QVariant>

#include <functional>

namespace kaptan::ui
{

/// Where widgets keep small things of their own between runs (a drawer's width). The shell connects it with
/// the settings; without it, for the length of the run.
class Memory
{
public:
    using Read = std::function<QVariant(const QString& key)>;
    using Write = std::function<void(const QString& key, const QVariant& value)>;

    static void connectTo(Read read, Write write);
    static QVariant value(const QString& key);
    static void setValue(const QString& key, const QVariant& value);
};

} // namespace kaptan::ui
