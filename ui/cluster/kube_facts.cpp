#include "ui/cluster/kube_status.h"

#include "app/core/quantity.h"
#include "ui/common/plain_text.h"
#include "ui/common/secret_text.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QLocale>

/// The facts of a summary, kind by kind.
namespace kaptan::ui
{

using namespace Qt::StringLiterals;

namespace
{

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(KubeFacts)
};

constexpr int mostLines = 40;

QString text(const QJsonValue& value)
{
    switch (value.type()) {
    case QJsonValue::String:
        return value.toString();
    case QJsonValue::Double:
        return QString::number(value.toDouble(), 'g', 12);
    case QJsonValue::Bool:
        return value.toBool() ? u"true"_s : u"false"_s;
    default:
        return {};
    }
}

/// "a=1" a line, sorted as JSON objects are; values cut to `most` characters.
QString pairs(const QJsonValue& map, int most)
{
    QStringList lines;
    const QJsonObject object = map.toObject();
    for (auto it = object.begin(); it != object.end() && lines.size() < mostLines; ++it)
        lines.append(plainLine(it.key() + u'=' + text(it.value()), most));
    if (object.size() > mostLines)
        lines.append(u"…"_s);
    return lines.join(u'\n');
}

QString list(const QJsonValue& value, const QString& between = u", "_s)
{
    QStringList parts;
    for (const QJsonValue& each : value.toArray())
        parts.append(text(each));
    return parts.join(between);
}

QString selector(const QJsonValue& labels)
{
    const QJsonObject match =
        labels["matchLabels"_L1].isObject() ? labels["matchLabels"_L1].toObject() : labels.toObject();
    QStringList parts;
    for (auto it = match.begin(); it != match.end(); ++it)
        if (it.value().isString())
            parts.append(it.key() + u'=' + it.value().toString());
    for (const QJsonValue& each : labels["matchExpressions"_L1].toArray())
        parts.append(text(each["key"_L1]) + u' ' + text(each["operator"_L1]) + u' ' +
                     list(each["values"_L1]));
    return parts.join(u", "_s);
}

QString sizes(const QJsonValue& map, bool encoded)
{
    QStringList lines;
    const QJsonObject object = map.toObject();
    for (auto it = object.begin(); it != object.end(); ++it) {
        const QString value = it.value().toString();
        qint64 bytes = value.toUtf8().size();
        if (encoded) // never decoded: what is not wanted is not made
            bytes = value.size() / 4 * 3 - value.count(u'=');
        //: %1 is a key of a ConfigMap or Secret, %2 how long its value is
        lines.append(Tr::tr("%1 (%2)").arg(plainLine(it.key(), 120), quantity::formatBytes(bytes)));
    }
    return lines.mid(0, mostLines).join(u'\n');
}

class Facts
{
public:
    explicit Facts(const QJsonObject& object)
        : kind(object.value("kind"_L1).toString()), metadata(object.value("metadata"_L1)),
          spec(object.value("spec"_L1)), status(object.value("status"_L1)), all(object)
    {
    }

    const QString kind;
    const QJsonValue metadata, spec, status;
    const QJsonObject all;
    QVector<ObjectFact> facts;

    void add(const char* id, const QString& name, const QString& value, bool mono = false)
    {
        if (!value.isEmpty())
            facts.append({QString::fromLatin1(id), name, value, mono});
    }

    void node()
    {
        QStringList addresses;
        for (const QJsonValue& each : status["addresses"_L1].toArray())
            addresses.append(text(each["type"_L1]) + u' ' + text(each["address"_L1]));
        add("addresses", Tr::tr("Addresses"), addresses.join(u'\n'), true);
        const QJsonValue info = status["nodeInfo"_L1];
        add("kubelet", Tr::tr("Kubelet"), text(info["kubeletVersion"_L1]));
        add("os", Tr::tr("System"), text(info["osImage"_L1]));
        add("kernel", Tr::tr("Kernel"), text(info["kernelVersion"_L1]));
        add("runtime", Tr::tr("Container runtime"), text(info["containerRuntimeVersion"_L1]));
        if (spec["unschedulable"_L1].toBool())
            add("cordoned", Tr::tr("New pods"), Tr::tr("none: the node is cordoned"));
        QStringList taints;
        for (const QJsonValue& each : spec["taints"_L1].toArray()) {
            const QString value = text(each["value"_L1]);
            taints.append(text(each["key"_L1]) + (value.isEmpty() ? QString() : u'=' + value) + u':' +
                          text(each["effect"_L1]));
        }
        add("taints", Tr::tr("Taints"), taints.join(u'\n'), true);
        add("capacity", Tr::tr("Capacity"), pairs(status["capacity"_L1], 120), true);
        add("allocatable", Tr::tr("Allocatable"), pairs(status["allocatable"_L1], 120), true);
    }

    void pod()
    {
        add("phase", Tr::tr("Phase"), text(status["phase"_L1]));
        add("reason", Tr::tr("Reason"),
            (text(status["reason"_L1]) + u' ' + text(status["message"_L1])).trimmed());
        add("node", Tr::tr("Node"), text(spec["nodeName"_L1]), true);
        add("ip", Tr::tr("Address"), text(status["podIP"_L1]), true);
        add("account", Tr::tr("Service account"), text(spec["serviceAccountName"_L1]), true);
        QStringList lines;
        for (const auto part :
             {"initContainerStatuses"_L1, "containerStatuses"_L1, "ephemeralContainerStatuses"_L1}) {
            for (const QJsonValue& each : status[part].toArray()) {
                const QJsonObject state = each["state"_L1].toObject();
                const QString what = state.isEmpty() ? QString() : state.begin().key();
                const QString why = state.isEmpty() ? QString() : text(state.begin().value()["reason"_L1]);
                QString line = text(each["name"_L1]) + u": "_s + (why.isEmpty() ? what : why);
                if (const int restarts = each["restartCount"_L1].toInt(); restarts > 0)
                    line += u", "_s + Tr::tr("%n restart(s)", nullptr, restarts);
                const QString last = text(each["lastState"_L1]["terminated"_L1]["reason"_L1]);
                if (!last.isEmpty())
                    //: %1 is why a container ended before ("OOMKilled"), %2 its exit code
                    line +=
                        u", "_s + Tr::tr("before: %1, code %2")
                                      .arg(last, text(each["lastState"_L1]["terminated"_L1]["exitCode"_L1]));
                lines.append(plainLine(line, 300));
            }
        }
        add("containers", Tr::tr("Containers"), lines.join(u'\n'), true);
    }

    void service()
    {
        add("type", Tr::tr("Type"), text(spec["type"_L1]));
        add("clusterIp", Tr::tr("Cluster address"),
            text(spec["clusterIP"_L1]) == "None"_L1 ? Tr::tr("none (headless)") : text(spec["clusterIP"_L1]),
            true);
        add("externalName", Tr::tr("External name"), text(spec["externalName"_L1]), true);
        QStringList outside;
        for (const QJsonValue& each : status["loadBalancer"_L1]["ingress"_L1].toArray())
            outside.append(text(each["ip"_L1]) + text(each["hostname"_L1]));
        add("outside", Tr::tr("Load balancer"), outside.join(u'\n'), true);
        QStringList ports;
        for (const QJsonValue& each : spec["ports"_L1].toArray()) {
            QString line = text(each["port"_L1]) + u" → "_s + text(each["targetPort"_L1]);
            if (const int port = each["nodePort"_L1].toInt(); port > 0)
                //: a port that is open on every node
                line += u", "_s + Tr::tr("node port %1").arg(port);
            const QString protocol = text(each["protocol"_L1]);
            if (!protocol.isEmpty() && protocol != "TCP"_L1)
                line += u' ' + protocol;
            ports.append(line);
        }
        add("ports", Tr::tr("Ports"), ports.join(u'\n'), true);
        const QString chosen = selector(spec["selector"_L1]);
        add("selector", Tr::tr("Selects pods"), chosen.isEmpty() ? Tr::tr("by no selector") : chosen, true);
    }

    void ingress()
    {
        add("class", Tr::tr("Class"), text(spec["ingressClassName"_L1]), true);
        QStringList lines;
        for (const QJsonValue& rule : spec["rules"_L1].toArray()) {
            for (const QJsonValue& path : rule["http"_L1]["paths"_L1].toArray()) {
                const QJsonValue service = path["backend"_L1]["service"_L1];
                const QString old = text(path["backend"_L1]["serviceName"_L1]);
                const QString port = text(service["port"_L1]["name"_L1]) +
                                     text(service["port"_L1]["number"_L1]) +
                                     text(path["backend"_L1]["servicePort"_L1]);
                const QString host = text(rule["host"_L1]);
                lines.append((host.isEmpty() ? u"*"_s : host) + text(path["path"_L1]) + u" → "_s +
                             (old.isEmpty() ? text(service["name"_L1]) : old) + u':' + port);
            }
        }
        add("rules", Tr::tr("Rules"), lines.mid(0, mostLines).join(u'\n'), true);
        QStringList tls;
        for (const QJsonValue& each : spec["tls"_L1].toArray())
            tls.append(list(each["hosts"_L1]) + u" ← "_s + text(each["secretName"_L1]));
        add("tls", Tr::tr("Certificates"), tls.join(u'\n'), true);
    }

    QString peers(const QJsonValue& rule, QLatin1String side) const
    {
        QStringList from;
        for (const QJsonValue& peer : rule[side].toArray()) {
            if (peer["ipBlock"_L1].isObject())
                from.append(text(peer["ipBlock"_L1]["cidr"_L1]));
            else if (peer["namespaceSelector"_L1].isObject())
                from.append(
                    Tr::tr("namespaces %1 pods %2")
                        .arg(selector(peer["namespaceSelector"_L1]), selector(peer["podSelector"_L1])));
            else
                from.append(Tr::tr("pods %1").arg(selector(peer["podSelector"_L1])));
        }
        QStringList ports;
        for (const QJsonValue& port : rule["ports"_L1].toArray())
            ports.append(text(port["port"_L1]));
        return (from.isEmpty() ? Tr::tr("anywhere") : from.join(u", "_s)) +
               (ports.isEmpty() ? QString() : u" :"_s + ports.join(u", :"_s));
    }

    void networkPolicy()
    {
        const QString pods = selector(spec["podSelector"_L1]);
        add("pods", Tr::tr("Applies to pods"), pods.isEmpty() ? Tr::tr("all of the namespace") : pods, true);
        for (const bool incoming : {true, false}) {
            const auto side = incoming ? "ingress"_L1 : "egress"_L1;
            const bool applies = list(spec["policyTypes"_L1]).contains(incoming ? "Ingress"_L1 : "Egress"_L1);
            QStringList lines;
            for (const QJsonValue& rule : spec[side].toArray())
                lines.append(peers(rule, incoming ? "from"_L1 : "to"_L1));
            if (!applies && lines.isEmpty())
                continue;
            add(incoming ? "ingress" : "egress", incoming ? Tr::tr("Lets in from") : Tr::tr("Lets out to"),
                lines.isEmpty() ? Tr::tr("nothing") : lines.join(u'\n'), true);
        }
    }

    void quota()
    {
        const QJsonObject hard =
            status["hard"_L1].isObject() ? status["hard"_L1].toObject() : spec["hard"_L1].toObject();
        QStringList lines;
        for (auto it = hard.begin(); it != hard.end(); ++it) {
            const QString used = text(status["used"_L1][it.key()]);
            const double part = quantity::number(used) / quantity::number(text(it.value()));
            //: use of a quota: %1 is a resource ("pods"), %2 of %3, %4 percent
            lines.append(Tr::tr("%1: %2 of %3 (%4 %)")
                             .arg(it.key(), used.isEmpty() ? u"0"_s : used, text(it.value()),
                                  std::isfinite(part) ? QLocale().toString(part * 100, 'f', 0) : u"–"_s));
        }
        add("quota", Tr::tr("Use"), lines.join(u'\n'), true);
        add("scopes", Tr::tr("Scopes"), list(spec["scopes"_L1]));
    }

    void limitRange()
    {
        QStringList lines;
        for (const QJsonValue& limit : spec["limits"_L1].toArray()) {
            const QJsonObject parts = limit.toObject();
            for (auto it = parts.begin(); it != parts.end(); ++it) {
                const QJsonObject amounts = it.value().toObject();
                for (auto each = amounts.begin(); each != amounts.end(); ++each)
                    lines.append(text(limit["type"_L1]) + u' ' + it.key() + u' ' + each.key() + u'=' +
                                 text(each.value()));
            }
        }
        add("limits", Tr::tr("Limits"), lines.join(u'\n'), true);
    }

    void storage()
    {
        add("phase", Tr::tr("Phase"), text(status["phase"_L1]));
        const QString held = text(status["capacity"_L1]["storage"_L1]);
        add("capacity", Tr::tr("Capacity"), held.isEmpty() ? text(spec["capacity"_L1]["storage"_L1]) : held);
        add("requested", Tr::tr("Asked for"), text(spec["resources"_L1]["requests"_L1]["storage"_L1]));
        add("class", Tr::tr("Storage class"), text(spec["storageClassName"_L1]), true);
        add("modes", Tr::tr("Access modes"), list(spec["accessModes"_L1]));
        add("volume", Tr::tr("Volume"), text(spec["volumeName"_L1]), true);
        const QJsonValue claim = spec["claimRef"_L1];
        if (claim.isObject())
            add("claim", Tr::tr("Claim"), text(claim["namespace"_L1]) + u'/' + text(claim["name"_L1]), true);
        add("reclaim", Tr::tr("When released"), text(spec["persistentVolumeReclaimPolicy"_L1]));
    }

    void workload()
    {
        if (spec["replicas"_L1].isDouble())
            //: ready replicas of those wanted
            add("replicas", Tr::tr("Replicas"),
                Tr::tr("%1 of %2 ready")
                    .arg(status["readyReplicas"_L1].toInt())
                    .arg(spec["replicas"_L1].toInt()));
        add("schedule", Tr::tr("Schedule"), text(spec["schedule"_L1]), true);
        add("strategy", Tr::tr("Strategy"),
            text(spec["strategy"_L1]["type"_L1]) + text(spec["updateStrategy"_L1]["type"_L1]));
        add("selector", Tr::tr("Selects pods"), selector(spec["selector"_L1]), true);
        const QJsonValue form =
            kind == "CronJob"_L1 ? spec["jobTemplate"_L1]["spec"_L1]["template"_L1] : spec["template"_L1];
        QStringList images;
        for (const QJsonValue& each : form["spec"_L1]["containers"_L1].toArray())
            images.append(text(each["name"_L1]) + u": "_s + text(each["image"_L1]));
        add("images", Tr::tr("Images"), images.join(u'\n'), true);
    }

    void special()
    {
        if (kind == "Node"_L1)
            node();
        else if (kind == "Pod"_L1)
            pod();
        else if (kind == "Service"_L1)
            service();
        else if (kind == "Ingress"_L1)
            ingress();
        else if (kind == "NetworkPolicy"_L1)
            networkPolicy();
        else if (kind == "Endpoints"_L1)
            add("addresses", Tr::tr("Addresses"), endpointsText(all), true);
        else if (kind == "ResourceQuota"_L1)
            quota();
        else if (kind == "LimitRange"_L1)
            limitRange();
        else if (kind == "PersistentVolume"_L1 || kind == "PersistentVolumeClaim"_L1)
            storage();
        else if (kind == "ConfigMap"_L1)
            add("keys", Tr::tr("Keys"), sizes(all.value("data"_L1), false), true);
        else if (kind == "Secret"_L1) {
            add("type", Tr::tr("Type"), text(all.value("type"_L1)), true);
            add("keys", Tr::tr("Keys"), sizes(all.value("data"_L1), true), true);
        } else if (kind == "StorageClass"_L1) {
            add("provisioner", Tr::tr("Provisioner"), text(all.value("provisioner"_L1)), true);
            add("reclaim", Tr::tr("When released"), text(all.value("reclaimPolicy"_L1)));
            add("binding", Tr::tr("Binding"), text(all.value("volumeBindingMode"_L1)));
        } else if (kind == "Namespace"_L1)
            add("phase", Tr::tr("Phase"), text(status["phase"_L1]));
        else if (spec["template"_L1].isObject() || spec["jobTemplate"_L1].isObject())
            workload();
    }

    void common()
    {
        const QDateTime created = QDateTime::fromString(text(metadata["creationTimestamp"_L1]), Qt::ISODate);
        if (created.isValid())
            //: %1 is a time, %2 an age
            add("created", Tr::tr("Created"),
                Tr::tr("%1 (%2 ago)").arg(absoluteTime(created), relativeTime(created)));
        const QDateTime dying = QDateTime::fromString(text(metadata["deletionTimestamp"_L1]), Qt::ISODate);
        if (dying.isValid())
            add("deleting", Tr::tr("Being deleted"), absoluteTime(dying));
        add("finalizers", Tr::tr("Finalizers"), list(metadata["finalizers"_L1], u"\n"_s), true);
        QStringList owners;
        for (const QJsonValue& each : metadata["ownerReferences"_L1].toArray())
            owners.append(text(each["kind"_L1]) + u' ' + text(each["name"_L1]));
        add("owner", Tr::tr("Belongs to"), owners.join(u'\n'), true);
        add("labels", Tr::tr("Labels"), pairs(metadata["labels"_L1], 300), true);
        QJsonObject annotations =
            kind == "Secret"_L1 ? safeAnnotations(all) : metadata["annotations"_L1].toObject();
        // The whole object again.
        annotations.remove(u"kubectl.kubernetes.io/last-applied-configuration"_s);
        add("annotations", Tr::tr("Annotations"), pairs(annotations, 120), true);
    }
};

} // namespace

QVector<ObjectFact> objectFacts(const QJsonObject& object)
{
    Facts facts(object);
    facts.special();
    facts.common();
    return facts.facts;
}

QString endpointsText(const QJsonObject& endpoints)
{
    QStringList lines;
    for (const QJsonValue& subset : endpoints.value("subsets"_L1).toArray()) {
        QStringList ports;
        for (const QJsonValue& port : subset["ports"_L1].toArray())
            ports.append(text(port["port"_L1]));
        for (const bool ready : {true, false}) {
            for (const QJsonValue& each : subset[ready ? "addresses"_L1 : "notReadyAddresses"_L1].toArray()) {
                QString line = text(each["ip"_L1]) + (ports.isEmpty() ? QString() : u':' + ports.join(u','));
                const QString target = text(each["targetRef"_L1]["name"_L1]);
                if (!target.isEmpty())
                    line += u" → "_s + target;
                if (!ready)
                    //: behind the address of a pod
                    line += u' ' + Tr::tr("(not ready)");
                lines.append(plainLine(line, 300));
            }
        }
    }
    if (lines.size() > mostLines)
        lines = lines.mid(0, mostLines) << u"…"_s;
    return lines.join(u'\n');
}

} // namespace kaptan::ui
