#include "tests/kube_watch/objects.h"

#include <QCryptographicHash>

namespace kaptan::kube::test
{

QByteArray uidOf(const QByteArray& name)
{
    const QByteArray hex = QCryptographicHash::hash(name, QCryptographicHash::Md5).toHex();
    return hex.left(8) + "-" + hex.mid(8, 4) + "-4" + hex.mid(13, 3) + "-8" + hex.mid(17, 3) + "-" +
           hex.mid(20, 12);
}

QByteArray metadata(const QByteArray& name, qint64 version, const QByteArray& more)
{
    return R"({"name":")" + name + R"(","namespace":"shop","uid":")" + uidOf(name) +
           R"(","resourceVersion":")" + QByteArray::number(version) +
           R"(","creationTimestamp":"2026-11-23T15:16:44Z")" + more + "}";
}

QByteArray pod(const QByteArray& name, qint64 version, const QByteArray& phase)
{
    const QByteArray more =
        R"(,"generateName":"web-7fd69d5897-","labels":{"pod-template-hash":"7fd69d5897","app":"web"},)"
        R"("annotations":{"note":"a \"quoted\" ü"},"ownerReferences":[{"apiVersion":"apps/v1","kind":"ReplicaSet",)"
        R"("name":"web-7fd69d5897","uid":"029213de-925c-4ca0-98e4-a7b2c3ed3d43","controller":true,)"
        R"("blockOwnerDeletion":true}],"managedFields":[{"manager":"kube-controller-manager","operation":"Update",)"
        R"("apiVersion":"v1","time":"2026-11-23T15:16:44Z","fieldsType":"FieldsV1","fieldsV1":{"f:metadata":)"
        R"({"f:labels":{".":{},"f:app":{}}},"f:spec":{"f:containers":{"k:{\"name\":\"web\"}":{".":{},"f:image":{}}}}}}])";
    return R"({"metadata":)" + metadata(name, version, more) +
           R"(,"spec":{"volumes":[{"name":"token","projected":{"defaultMode":420}}],"containers":[{"name":"web",)"
           R"("image":"nginx:1.25","ports":[{"containerPort":80,"protocol":"TCP"}],"resources":{"limits":)"
           R"({"memory":"128Mi"},"requests":{"cpu":"100m","memory":"64Mi"}},"readinessProbe":{"httpGet":)"
           R"({"path":"/","port":80},"periodSeconds":10},"imagePullPolicy":"IfNotPresent"}],"restartPolicy":"Always",)"
           R"("nodeName":"node-c","tolerations":[{"key":"node.kubernetes.io/not-ready","operator":"Exists"}]},)"
           R"("status":{"phase":")" +
           phase +
           R"(","conditions":[{"type":"Ready","status":"True","lastProbeTime":null,"lastTransitionTime":)"
           R"("2026-11-23T15:16:50Z"},{"type":"PodScheduled","status":"True"}],"hostIP":"10.0.0.3","podIP":"10.1.2.3",)"
           R"("startTime":"2026-11-23T15:16:45Z","containerStatuses":[{"name":"web","state":{"running":{"startedAt":)"
           R"("2026-11-23T15:16:49Z"}},"lastState":{"terminated":{"exitCode":137,"reason":"OOMKilled","startedAt":)"
           R"("2026-11-23T15:16:46Z","finishedAt":"2026-11-23T15:16:48Z"}},"ready":true,"restartCount":2,"image":)"
           R"("docker.io/library/nginx:1.25","imageID":"sha256:1","started":true}],"qosClass":"Burstable"}})";
}

QByteArray list(const QByteArrayList& items, qint64 version, const QByteArray& next, int remaining)
{
    QByteArray head = R"({"kind":"PodList","apiVersion":"v1","metadata":{"resourceVersion":")" +
                      QByteArray::number(version) + '"';
    if (!next.isEmpty())
        head += R"(,"continue":")" + next + '"';
    if (remaining >= 0)
        head += R"(,"remainingItemCount":)" + QByteArray::number(remaining);
    return head + R"(},"items":[)" + items.join(',') + "]}\n";
}

QByteArray told(const QByteArray& type, const QByteArray& object)
{
    return R"({"type":")" + type + R"(","object":)" + object + "}\n";
}

QByteArray bookmark(qint64 version)
{
    return told("BOOKMARK", R"({"kind":"Pod","apiVersion":"v1","metadata":{"resourceVersion":")" +
                                QByteArray::number(version) +
                                R"(","creationTimestamp":null},"spec":{"containers":null},"status":{}})");
}

QByteArray status(int code, const QByteArray& reason, const QByteArray& message, const QByteArray& metadata)
{
    return R"({"kind":"Status","apiVersion":"v1","metadata":)" + metadata +
           R"(,"status":"Failure","message":")" + message + R"(","reason":")" + reason + R"(","code":)" +
           QByteArray::number(code) + "}\n";
}

} // namespace kaptan::kube::test
