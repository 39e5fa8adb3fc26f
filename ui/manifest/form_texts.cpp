// The texts that new objects begin with.
#include "app/kube/manifest/yaml_edit.h"
#include "ui/manifest/form.h"

#include <QCoreApplication>
#include <QHash>

using namespace Qt::StringLiterals;

namespace kaptan::ui
{

namespace
{

/// Comments in a new object's YAML.
struct Tr {
    Q_DECLARE_TR_FUNCTIONS(NewObject)
};

const char* const containers = R"(      containers:
        - name: main
          image: ""  # @image
          resources:  # @resources
            requests:
              cpu: 100m
              memory: 128Mi
            limits:
              memory: 256Mi
)";

const char* const workload = R"(spec:
@head  selector:
    matchLabels:
      app: ""
  template:
    metadata:
      labels:
        app: ""  # @match
    spec:
)";

QString body(const QString& apiVersion, const QString& kind)
{
    const QString pods = QString::fromLatin1(workload);
    const QString main = QString::fromLatin1(containers);
    if (kind == "Deployment"_L1)
        return QString(pods).replace("@head"_L1, "  replicas: 1\n"_L1) + main;
    if (kind == "StatefulSet"_L1)
        return QString(pods).replace("@head"_L1, "  replicas: 1\n  serviceName: \"\"  # @service\n"_L1) +
               main;
    if (kind == "DaemonSet"_L1)
        return QString(pods).replace("@head"_L1, ""_L1) + main;
    if (kind == "Job"_L1)
        return u"spec:\n  backoffLimit: 3  # @tries\n  template:\n    spec:\n      restartPolicy: Never\n"_s +
               main;
    if (kind == "CronJob"_L1) {
        QString deeper = main;
        deeper.replace("\n"_L1, "\n    "_L1).chop(4);
        return u"spec:\n  schedule: \"0 3 * * *\"  # @schedule\n  concurrencyPolicy: Forbid\n  jobTemplate:\n"
               "    spec:\n      template:\n        spec:\n          restartPolicy: Never\n    "_s +
               deeper;
    }
    static const QHash<QString, QString> others{
        {u"Service"_s, u"spec:\n  type: ClusterIP\n  selector:  # @selector\n    app: \"\"\n  ports:\n"
                       "    - name: http\n      port: 80\n      targetPort: 80  # @target\n"_s},
        {u"Ingress"_s,
         u"spec:\n  rules:\n    - host: shop.example.com\n      http:\n        paths:\n          - path: /\n"
         "            pathType: Prefix\n            backend:\n              service:\n"
         "                name: web  # @backend\n                port:\n                  number: 80\n"_s},
        {u"ConfigMap"_s, u"data:\n  settings.conf: \"\"  # @data\n"_s},
        {u"Secret"_s, u"type: Opaque\ndata: {}  # @base64\n"_s},
        {u"PersistentVolumeClaim"_s,
         u"spec:\n  accessModes: [ReadWriteOnce]\n  resources:\n    requests:\n      storage: 1Gi\n"_s},
        {u"Namespace"_s, QString()},
        {u"ServiceAccount"_s, QString()},
        {u"Role"_s,
         u"rules:\n  - apiGroups: [\"\"]  # @core\n    resources: [pods]\n    verbs: [get, list, watch]\n"_s},
        {u"RoleBinding"_s,
         u"roleRef:\n  apiGroup: rbac.authorization.k8s.io\n  kind: ClusterRole\n  name: view  # @role\n"
         "subjects:\n  - kind: User\n    apiGroup: rbac.authorization.k8s.io\n    name: jane\n"_s},
        {u"ResourceQuota"_s, u"spec:\n  hard:  # @quota\n    requests.cpu: \"4\"\n    requests.memory: 8Gi\n"
                             "    pods: \"50\"\n"_s},
        {u"LimitRange"_s,
         u"spec:\n  limits:\n    - type: Container\n      defaultRequest:  # @limits\n"
         "        cpu: 100m\n        memory: 128Mi\n      default:\n        memory: 256Mi\n"_s},
        {u"NetworkPolicy"_s,
         u"spec:\n  podSelector: {}  # @everypod\n  policyTypes: [Ingress]\n  ingress:\n    - from:\n"
         "        - podSelector: {}  # @samenamespace\n"_s},
        {u"HorizontalPodAutoscaler"_s,
         u"spec:\n  scaleTargetRef:\n    apiVersion: apps/v1\n    kind: Deployment\n    name: web\n"
         "  minReplicas: 1\n  maxReplicas: 5\n"_s},
        {u"PodDisruptionBudget"_s,
         u"spec:\n  minAvailable: 1  # @budget\n  selector:\n    matchLabels:\n      app: web\n"_s},
    };
    QString text = others.value(kind);
    if (kind == "HorizontalPodAutoscaler"_L1)
        text +=
            apiVersion == "autoscaling/v1"_L1
                ? u"  targetCPUUtilizationPercentage: 80\n"_s
                : u"  metrics:\n    - type: Resource\n      resource:\n        name: cpu\n        target:\n"
                  "          type: Utilization\n          averageUtilization: 80\n"_s;
    return text;
}

/// What stands behind "# @word".
QString comment(const QString& word)
{
    if (word == "image"_L1)
        return Tr::tr("such as nginx:1.25; a version, not “latest”");
    if (word == "resources"_L1)
        return Tr::tr("what it is promised, and at most gets");
    if (word == "match"_L1)
        return Tr::tr("the same as in the selector");
    if (word == "service"_L1)
        return Tr::tr("a headless Service that names the pods");
    if (word == "tries"_L1)
        return Tr::tr("tries until it has failed");
    if (word == "schedule"_L1)
        return Tr::tr("minute hour day month weekday");
    if (word == "selector"_L1)
        return Tr::tr("labels that the pods have");
    if (word == "target"_L1)
        return Tr::tr("the port of the container");
    if (word == "backend"_L1)
        return Tr::tr("a Service of this namespace");
    if (word == "data"_L1)
        return Tr::tr("a file, or the value of a variable");
    if (word == "base64"_L1)
        return Tr::tr("values are base64; the form writes them so");
    if (word == "core"_L1)
        return Tr::tr("the core group");
    if (word == "role"_L1)
        return Tr::tr("view, edit or admin, or one of your own");
    if (word == "quota"_L1)
        return Tr::tr("all pods of the namespace together");
    if (word == "limits"_L1)
        return Tr::tr("for containers that say nothing");
    if (word == "everypod"_L1)
        return Tr::tr("of every pod of the namespace");
    if (word == "samenamespace"_L1)
        return Tr::tr("every pod of the same namespace");
    return Tr::tr("pods that must stay when nodes are drained");
}

} // namespace

QString newObjectText(const QString& apiVersion, const QString& kind, const QString& nameSpace)
{
    QString text = u"apiVersion: %1\nkind: %2\nmetadata:\n  name: \"\"\n"_s.arg(apiVersion, kind);
    static const QStringList outside{
        u"Namespace"_s,    u"ClusterRole"_s,  u"ClusterRoleBinding"_s,       u"PersistentVolume"_s,
        u"StorageClass"_s, u"IngressClass"_s, u"CustomResourceDefinition"_s, u"PriorityClass"_s};
    if (!nameSpace.isEmpty() && !outside.contains(kind))
        text += u"  namespace: "_s + nameSpace + u'\n';
    if (kind == "Deployment"_L1 || kind == "StatefulSet"_L1 || kind == "DaemonSet"_L1)
        text += u"  labels:\n    app: \"\"\n"_s;
    QString rest = body(apiVersion, kind);
    if (kind == "ClusterRole"_L1)
        rest = body(apiVersion, u"Role"_s);
    if (kind == "ClusterRoleBinding"_L1)
        rest = body(apiVersion, u"RoleBinding"_s);
    for (qsizetype at = rest.indexOf("# @"_L1); at >= 0; at = rest.indexOf("# @"_L1, at)) {
        qsizetype end = at + 3;
        while (end < rest.size() && rest.at(end).isLetterOrNumber())
            ++end;
        const QString words = comment(rest.mid(at + 3, end - at - 3));
        rest.replace(at + 2, end - at - 2, words);
        at += 2 + words.size();
    }
    return text + rest;
}

} // namespace kaptan::ui
