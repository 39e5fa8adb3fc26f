#include "app/docker/api/event.h"

#include "app/docker/api/image.h"
#include "app/json/json_reader.h"

#include <QSet>

namespace kaptan::docker
{

namespace
{

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(EngineAnswer)
};

using namespace Qt::StringLiterals;

/// Podman's words -> Docker's.
QString commonAction(const QString& type, const QString& word)
{
    if (word == "remove"_L1 && (type == "container"_L1 || type == "volume"_L1))
        return u"destroy"_s;
    if (word == "died"_L1)
        return u"die"_s;
    if (word == "exec_died"_L1)
        return u"exec_die"_s;
    if (word == "exec"_L1)
        return u"exec_start"_s;
    return word;
}

} // namespace

bool DockerEvent::changesContainer() const
{
    if (containerId.isEmpty())
        return false;
    if (type == "network"_L1)
        return action == "connect"_L1 || action == "disconnect"_L1;
    if (type != "container"_L1)
        return false;
    // What is not known here may change something, so only what surely does not is left out. A kill is
    // followed by a die where it kills; Podman's init by a start.
    static const QSet<QString> harmless = {
        u"exec_create"_s,  u"exec_start"_s, u"exec_die"_s, u"exec_detach"_s,
        u"attach"_s,       u"detach"_s,     u"top"_s,      u"resize"_s,
        u"archive-path"_s, u"copy"_s,       u"export"_s,   u"extract-to-dir"_s,
        u"commit"_s,       u"kill"_s,       u"init"_s,     u"sync"_s,
        u"mount"_s,        u"unmount"_s,    u"prune"_s};
    return !harmless.contains(action);
}

Result<DockerEvent> decodeEvent(const QByteArray& line)
{
    const QString what = Tr::tr("event");
    const QString where = u"GET /events"_s;
    return json::read(
        line, json::Shape::Object, what, where, [&](const json::Value& root) -> Result<DockerEvent> {
            DockerEvent event;
            event.type = root["Type"].string();
            QString action = root["Action"].string();
            if (action.isEmpty())
                action = root["status"].string();
            if (event.type.isEmpty() || action.isEmpty())
                return tl::unexpected<Error>(json::shapeError(what, where));
            if (const qsizetype colon = action.indexOf(u':'); colon > 0) {
                event.detail = action.mid(colon + 1).trimmed();
                action.truncate(colon);
            }
            event.action = commonAction(event.type, action);
            const json::Value actor = root["Actor"];
            event.id = actor["ID"].string();
            event.attributes = actor["Attributes"].stringMap();
            event.name = event.attributes.value(u"name"_s);
            const bool podman = event.attributes.contains(u"containerExitCode"_s);
            if (event.type == "container"_L1)
                event.containerId = event.id;
            else if (podman && event.type == "network"_L1)
                event.containerId = event.id; // it names the container, never the network
            else
                event.containerId = event.attributes.value(u"container"_s);
            if (event.id.isEmpty())
                event.id = event.name; // Podman's volumes
            if (event.name.isEmpty())
                event.name = event.id; // Docker's volumes
            if (event.type == "image"_L1)
                event.name = shortImageName(event.name);
            event.timeNano = root["timeNano"].integer();
            event.at = event.timeNano > 0 ? json::fromNanoseconds(event.timeNano)
                                          : QDateTime::fromSecsSinceEpoch(root["time"].integer(), Qt::UTC);
            if (event.action == "die"_L1 || event.action == "exec_die"_L1) {
                const QString code =
                    event.attributes.value(u"exitCode"_s, event.attributes.value(u"containerExitCode"_s));
                bool number = false;
                const int exitCode = code.toInt(&number);
                if (number)
                    event.exitCode = exitCode;
            }
            return event;
        });
}

} // namespace kaptan::docker
