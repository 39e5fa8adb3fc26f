// The forms of what leads to pods, and of what they keep: Service, Ingress, claims, autoscalers, budgets.
#include "ui/manifest/form_builders.h"

#include "app/kube/manifest/tenancy.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace kaptan::ui::forms
{

using kube::YamlPath;

namespace
{

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(ServiceForm)
};

QString kindAt(const QJsonObject& object)
{
    return kube::valueAt(object, YamlPath::of(u"spec.type"_s)).toString();
}

/// The port of an Ingress's backend: a number, else a name.
QString backendPort(const QJsonObject& item)
{
    const QString port = u"backend.service.port"_s;
    return kube::valueAt(item, YamlPath::of(port + u".name"_s)).isString() ? port + u".name"_s
                                                                           : port + u".number"_s;
}

Codec storageCodec()
{
    return quantityCodec();
}

} // namespace

void service(FormPage& page)
{
    page.section(Tr::tr("Service"));
    page.metadata(kube::labelNameProblem);
    page.setAlsoWithName(
        [](const QJsonObject& object, const QString& old, const QString& now, FormChanges& changes) {
            const YamlPath app = YamlPath::of(u"spec.selector"_s) / u"app"_s;
            if (kube::valueAt(object, app).isString() && kube::valueAt(object, app).toString() == old)
                changes.append({app, now});
        });
    page.choice(Tr::tr("Reached"), u"spec.type"_s,
                {{{}, Tr::tr("In the cluster")},
                 {u"ClusterIP"_s, Tr::tr("In the cluster (ClusterIP)")},
                 {u"NodePort"_s, Tr::tr("On a port of each node (NodePort)")},
                 {u"LoadBalancer"_s, Tr::tr("Through a load balancer (LoadBalancer)")},
                 {u"ExternalName"_s, Tr::tr("Only another name in DNS (ExternalName)")}});
    auto* outside =
        page.text(Tr::tr("The other name"), u"spec.externalName"_s, textCodec(kube::objectNameProblem));
    outside->setWhen(
        [](const QJsonObject& object, const YamlPath&) { return kindAt(object) == "ExternalName"_L1; });
    page.add(new PairsField(Tr::tr("Leads to the pods with"), u"spec.selector"_s,
                            {Tr::tr("Key"), Tr::tr("Value"), Tr::tr("Add a label"), kube::labelKeyProblem,
                             kube::labelValueProblem}))
        ->setHint(Tr::tr("Labels that the pods have."));
    page.add(new RowsField(Tr::tr("Ports"), u"spec.ports"_s,
                           {{u"name"_s, Tr::tr("Name"), textCodec(portCheck())},
                            {u"port"_s, Tr::tr("Port"), numberCodec(1, 65535)},
                            {u"targetPort"_s, Tr::tr("Port of the pod"), numberOrTextCodec(portCheck())},
                            {u"protocol"_s,
                             Tr::tr("Protocol"),
                             {},
                             RowColumn::Kind::Choice,
                             {{{}, u"TCP"_s}, {u"UDP"_s, u"UDP"_s}, {u"SCTP"_s, u"SCTP"_s}},
                             1,
                             true},
                            {u"nodePort"_s, Tr::tr("Port of the nodes"), numberCodec(1, 65535)}},
                           Tr::tr("Add a port")));
    page.section(Tr::tr("More"), false);
    auto* headless = page.choice(Tr::tr("Address in the cluster"), u"spec.clusterIP"_s,
                                 {{{}, Tr::tr("The server gives one")},
                                  {u"None"_s, Tr::tr("None: names lead straight to the pods (headless)")}});
    headless->setNewOnly();
    page.choice(Tr::tr("The same client"), u"spec.sessionAffinity"_s,
                {{{}, Tr::tr("Goes to any pod")},
                 {u"None"_s, Tr::tr("Goes to any pod (None)")},
                 {u"ClientIP"_s, Tr::tr("Stays with its pod (ClientIP)")}});
    page.choice(Tr::tr("Traffic from outside"), u"spec.externalTrafficPolicy"_s,
                {{{}, Tr::tr("As usual")},
                 {u"Cluster"_s, Tr::tr("May go on to another node (Cluster)")},
                 {u"Local"_s, Tr::tr("Stays on its node, keeps its address (Local)")}})
        ->setWhen([](const QJsonObject& object, const YamlPath&) {
            return kindAt(object) == "NodePort"_L1 || kindAt(object) == "LoadBalancer"_L1;
        });
    page.labels(Tr::tr("Labels"), u"metadata.labels"_s);
    page.add(
        new PairsField(Tr::tr("Annotations"), u"metadata.annotations"_s,
                       {Tr::tr("Key"), Tr::tr("Value"), Tr::tr("Add an annotation"), kube::labelKeyProblem}));
}

void ingress(FormPage& page)
{
    page.section(Tr::tr("Ingress"));
    page.metadata(kube::objectNameProblem);
    page.text(Tr::tr("Ingress class"), u"spec.ingressClassName"_s, textCodec(kube::objectNameProblem))
        ->setPlaceholder(Tr::tr("The cluster's own"));
    page.items({u"spec.rules"_s, Tr::tr("Host"), Tr::tr("Add a host"),
                [](int, const QJsonObject& rule) {
                    const QString host = rule.value("host"_L1).toString();
                    return host.isEmpty() ? Tr::tr("Every host") : host;
                },
                [](const QJsonObject&) -> QJsonValue {
                    const QJsonObject backend{
                        {u"service"_s,
                         QJsonObject{{u"name"_s, u"web"_s}, {u"port"_s, QJsonObject{{u"number"_s, 80}}}}}};
                    const QJsonObject path{
                        {u"path"_s, u"/"_s}, {u"pathType"_s, u"Prefix"_s}, {u"backend"_s, backend}};
                    return QJsonObject{{u"host"_s, u"shop.example.com"_s},
                                       {u"http"_s, QJsonObject{{u"paths"_s, QJsonArray{path}}}}};
                }});
    auto* host = page.text(Tr::tr("Host"), u"host"_s, textCodec([](const QString& text) {
                               return kube::objectNameProblem(text.startsWith("*."_L1) ? text.mid(2) : text);
                           }));
    host->setPlaceholder(Tr::tr("Every host"));
    RowColumn port{u"port"_s, Tr::tr("Its port"), numberOrTextCodec(portCheck())};
    port.where = backendPort;
    RowColumn service{u"backend.service.name"_s, Tr::tr("Service"), textCodec(kube::labelNameProblem)};
    service.newLine = true;
    service.stretch = 2;
    service.instead = [](const QJsonObject& item) {
        const QJsonObject backend = item.value("backend"_L1).toObject();
        return backend.contains("resource"_L1) || backend.contains("serviceName"_L1)
                   ? Tr::tr("A backend of another kind")
                   : QString();
    };
    page.add(new RowsField(
        Tr::tr("Paths"), u"http.paths"_s,
        {{u"path"_s,
          Tr::tr("Path"),
          textCodec([](const QString& text) -> std::optional<InvalidInput> {
              if (text.startsWith(u'/'))
                  return std::nullopt;
              return InvalidInput{
                  {}, Tr::tr("The path does not begin with “/”"), Tr::tr("Write it as in /shop.")};
          }),
          RowColumn::Kind::Text,
          {},
          2},
         {u"pathType"_s,
          Tr::tr("Meant"),
          {},
          RowColumn::Kind::Choice,
          {{u"Prefix"_s, Tr::tr("With all below (Prefix)")},
           {u"Exact"_s, Tr::tr("Just this one (Exact)")},
           {u"ImplementationSpecific"_s, Tr::tr("As the class has it")}},
          2},
         service,
         port},
        Tr::tr("Add a path"),
        {{u"path"_s, u"/"_s},
         {u"pathType"_s, u"Prefix"_s},
         {u"backend"_s,
          QJsonObject{{u"service"_s,
                       QJsonObject{{u"name"_s, u"web"_s}, {u"port"_s, QJsonObject{{u"number"_s, 80}}}}}}}},
        true));
    page.endItems();
    page.section(Tr::tr("TLS"));
    page.add(new RowsField(
        Tr::tr("Certificates"), u"spec.tls"_s,
        {{u"hosts"_s, Tr::tr("Hosts, with commas between"), commaCodec(), RowColumn::Kind::Text, {}, 2},
         {u"secretName"_s, Tr::tr("Secret"), textCodec(kube::objectNameProblem)}},
        Tr::tr("Add a certificate")));
    page.section(Tr::tr("Labels and annotations"), false);
    page.labels(Tr::tr("Labels"), u"metadata.labels"_s);
    page.add(
        new PairsField(Tr::tr("Annotations"), u"metadata.annotations"_s,
                       {Tr::tr("Key"), Tr::tr("Value"), Tr::tr("Add an annotation"), kube::labelKeyProblem}));
}

void volumeClaim(FormPage& page)
{
    page.section(Tr::tr("PersistentVolumeClaim"));
    page.metadata(kube::objectNameProblem);
    auto* size = page.text(Tr::tr("Size"), u"spec.resources.requests.storage"_s, storageCodec());
    size->setPlaceholder(u"1Gi"_s);
    size->setNeeded(Tr::tr("It has no size"), Tr::tr("Write one, such as 1Gi."));
    size->setHint(Tr::tr("It can only grow, where the storage class allows it."));
    auto* storageClass =
        page.text(Tr::tr("Storage class"), u"spec.storageClassName"_s, textCodec(kube::objectNameProblem));
    storageClass->setPlaceholder(Tr::tr("The cluster's own"));
    storageClass->setNewOnly();
    auto* modes = page.add(
        new TextField(Tr::tr("Access"), u"spec.accessModes"_s,
                      commaCodec([](const QString& text) -> std::optional<InvalidInput> {
                          static const QStringList known{u"ReadWriteOnce"_s, u"ReadOnlyMany"_s,
                                                         u"ReadWriteMany"_s, u"ReadWriteOncePod"_s};
                          if (known.contains(text))
                              return std::nullopt;
                          return InvalidInput{{},
                                              Tr::tr("“%1” is not a way of access").arg(text.left(40)),
                                              Tr::tr("Write one of %1.").arg(known.join(u", "_s))};
                      })));
    modes->setNewOnly();
    modes->setHint(Tr::tr("ReadWriteOnce: one node writes. ReadWriteMany: many do."));
    page.choice(Tr::tr("As"), u"spec.volumeMode"_s,
                {{{}, Tr::tr("A file system")},
                 {u"Filesystem"_s, Tr::tr("A file system (Filesystem)")},
                 {u"Block"_s, Tr::tr("A raw block device (Block)")}})
        ->setNewOnly();
    page.labels(Tr::tr("Labels"), u"metadata.labels"_s);
}

static void scaleTarget(FormPage& page)
{
    page.metadata(kube::objectNameProblem);
    page.choice(Tr::tr("It scales a"), u"spec.scaleTargetRef.kind"_s,
                {{u"Deployment"_s, u"Deployment"_s}, {u"StatefulSet"_s, u"StatefulSet"_s}});
    page.text(Tr::tr("Its name"), u"spec.scaleTargetRef.name"_s, textCodec(kube::objectNameProblem));
    page.text(Tr::tr("Pods at least"), u"spec.minReplicas"_s, numberCodec(0, 10'000))->setPlaceholder(u"1"_s);
    page.text(Tr::tr("Pods at most"), u"spec.maxReplicas"_s, numberCodec(1, 10'000));
}

void autoscaler(FormPage& page)
{
    page.section(Tr::tr("HorizontalPodAutoscaler"));
    scaleTarget(page);
    RowColumn what{u"resource.name"_s,
                   Tr::tr("Of"),
                   {},
                   RowColumn::Kind::Choice,
                   {{u"cpu"_s, Tr::tr("CPU")}, {u"memory"_s, Tr::tr("Memory")}}};
    what.instead = [](const QJsonObject& item) {
        const bool known =
            item.value("type"_L1).toString() == "Resource"_L1 &&
            kube::valueAt(item, YamlPath::of(u"resource.target.type"_s)).toString() == "Utilization"_L1;
        return known ? QString() : Tr::tr("A figure of another kind");
    };
    page.add(new RowsField(
        Tr::tr("Aims at"), u"spec.metrics"_s,
        {what,
         {u"resource.target.averageUtilization"_s, Tr::tr("Percent of what is requested"),
          numberCodec(1, 1000)}},
        Tr::tr("Add a figure"),
        {{u"type"_s, u"Resource"_s},
         {u"resource"_s, QJsonObject{{u"name"_s, u"cpu"_s},
                                     {u"target"_s, QJsonObject{{u"type"_s, u"Utilization"_s},
                                                               {u"averageUtilization"_s, 80}}}}}},
        true));
}

void autoscalerOld(FormPage& page)
{
    page.section(Tr::tr("HorizontalPodAutoscaler"));
    scaleTarget(page);
    page.text(Tr::tr("CPU, percent of what is requested"), u"spec.targetCPUUtilizationPercentage"_s,
              numberCodec(1, 1000))
        ->setPlaceholder(u"80"_s);
}

void disruptionBudget(FormPage& page)
{
    page.section(Tr::tr("PodDisruptionBudget"));
    page.metadata(kube::objectNameProblem);
    page.labels(Tr::tr("Of the pods with"), u"spec.selector.matchLabels"_s);
    page.text(Tr::tr("Pods that must be there"), u"spec.minAvailable"_s,
              numberOrTextCodec(countOrPercentCheck()))
        ->setAlso([](const QJsonObject& object, FormChanges& changes) {
            const YamlPath other = YamlPath::of(u"spec.maxUnavailable"_s);
            if (!changes.first().second.isUndefined() && !kube::valueAt(object, other).isUndefined())
                changes.append({other, QJsonValue(QJsonValue::Undefined)});
        });
    auto* missing = page.text(Tr::tr("Or: pods that may be missing"), u"spec.maxUnavailable"_s,
                              numberOrTextCodec(countOrPercentCheck()));
    missing->setAlso([](const QJsonObject& object, FormChanges& changes) {
        const YamlPath other = YamlPath::of(u"spec.minAvailable"_s);
        if (!changes.first().second.isUndefined() && !kube::valueAt(object, other).isUndefined())
            changes.append({other, QJsonValue(QJsonValue::Undefined)});
    });
    missing->setHint(Tr::tr("Only one of the two."));
}

} // namespace kaptan::ui::forms
