#include "ui/common/memory.h"

#include <QHash>

namespace kaptan::ui
{

namespace
{

struct Store {
    Memory::Read read;
    Memory::Write write;
    QHash<QString, QVariant> values;
};

Store& store()
{
    static Store store;
    return store;
}

} // namespace

void Memory::connectTo(Read read, Write write)
{
    store().read = std::move(read);
    store().write = std::move(write);
    store().values.clear();
}

QVariant Memory::value(const QString& key)
{
    Store& s = store();
    if (s.values.contains(key))
        return s.values.value(key);
    return s.read ? s.read(key) : QVariant();
}

void Memory::setValue(const QString& key, const QVariant& value)
{
    Store& s = store();
    s.values.insert(key, value);
    if (s.write)
        s.write(key, value);
}

} // namespace kaptan::ui
