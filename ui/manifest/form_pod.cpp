// The pod template that all workloads share.
#include "ui/manifest/form_builders.h"

#include "app/kube/manifest/tenancy.h"

#include <QJsonArray>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace kaptan::ui::forms
{

using kube::YamlPath;

namespace
{

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(PodForm)
};

QString variableWords(const QJsonObject& item)
{
    const QJsonObject from = item.value("valueFrom"_L1).toObject();
    if (from.isEmpty())
        return {};
    const auto named = [&](QLatin1String key) {
        const QJsonObject ref = from.value(key).toObject();
        return std::pair(ref.value("name"_L1).toString(), ref.value("key"_L1).toString());
    };
    if (from.contains("secretKeyRef"_L1))
        //: of an environment variable; %1: name of the Secret, %2: key in it
        return Tr::tr("From the Secret %1, key %2")
            .arg(named("secretKeyRef"_L1).first, named("secretKeyRef"_L1).second);
    if (from.contains("configMapKeyRef"_L1))
        return Tr::tr("From the ConfigMap %1, key %2")
            .arg(named("configMapKeyRef"_L1).first, named("configMapKeyRef"_L1).second);
    if (from.contains("fieldRef"_L1))
        //: %1: path of a field of the pod
        return Tr::tr("From the pod's own %1")
            .arg(from.value("fieldRef"_L1).toObject().value("fieldPath"_L1).toString());
    return Tr::tr("From elsewhere");
}

FormCheck variableNameCheck()
{
    return [](const QString& text) -> std::optional<InvalidInput> {
        static const QRegularExpression form(u"^[-._a-zA-Z][-._a-zA-Z0-9]*\\z"_s);
        if (form.match(text).hasMatch())
            return std::nullopt;
        return InvalidInput{{},
                            Tr::tr("“%1” cannot be the name of a variable").arg(text.left(40)),
                            Tr::tr("Write a name such as DB_HOST.")};
    };
}

FormCheck absolutePath()
{
    return [](const QString& text) -> std::optional<InvalidInput> {
        if (text.startsWith(u'/'))
            return std::nullopt;
        return InvalidInput{{}, Tr::tr("This is no absolute path"), Tr::tr("Begin with “/”.")};
    };
}

FormCheck imageCheck()
{
    return [](const QString& text) -> std::optional<InvalidInput> {
        static const QRegularExpression form(
            u"^[a-z0-9]([-a-z0-9._]*[a-z0-9])?(:[0-9]+)?(/[a-zA-Z0-9]+([-._a-zA-Z0-9]*))*(:[A-Za-z0-9_][-A-Za-z0-9_.]*)?(@[a-z0-9]+:[a-f0-9]{32,})?\\z"_s);
        if (form.match(text).hasMatch())
            return std::nullopt;
        return InvalidInput{{},
                            Tr::tr("“%1” is not the name of an image").arg(text.left(80)),
                            Tr::tr("Write it as in registry.example.com/team/web:1.2, without blanks.")};
    };
}

void probe(FormPage& page, const QString& key, const QString& title)
{
    page.add(new VariantField(
        title, key, Tr::tr("No check"),
        {{u"httpGet"_s, Tr::tr("An HTTP request"), QJsonObject{{u"path"_s, u"/"_s}, {u"port"_s, 80}}},
         {u"tcpSocket"_s, Tr::tr("A TCP connection"), QJsonObject{{u"port"_s, 80}}},
         {u"exec"_s, Tr::tr("A command in the container"),
          QJsonObject{{u"command"_s, QJsonArray{u"true"_s}}}}}));
    const auto there = [](const QString& path) { return whenThere(path); };
    auto* path = page.text(Tr::tr("Path"), key + u".httpGet.path"_s, textCodec(absolutePath()));
    path->setWhen(there(key + u".httpGet"_s));
    page.text(Tr::tr("Port"), key + u".httpGet.port"_s, numberOrTextCodec(portCheck()))
        ->setWhen(there(key + u".httpGet"_s));
    page.text(Tr::tr("Port"), key + u".tcpSocket.port"_s, numberOrTextCodec(portCheck()))
        ->setWhen(there(key + u".tcpSocket"_s));
    auto* command = page.add(
        new TextField(Tr::tr("Command, one word a line"), key + u".exec.command"_s, linesCodec(), 2, 6));
    command->setWhen(there(key + u".exec"_s));
    const auto time = [&](const QString& label, const QString& name, const QString& usual, int least) {
        auto* field = page.text(label, key + u'.' + name, numberCodec(least, 1'000'000));
        field->setPlaceholder(usual);
        field->setWhen(there(key));
    };
    //: seconds before the first check
    time(Tr::tr("Wait first (seconds)"), u"initialDelaySeconds"_s, u"0"_s, 0);
    time(Tr::tr("Every (seconds)"), u"periodSeconds"_s, u"10"_s, 1);
    time(Tr::tr("Time-out (seconds)"), u"timeoutSeconds"_s, u"1"_s, 1);
    //: so many times in a row
    time(Tr::tr("Failures until it counts"), u"failureThreshold"_s, u"3"_s, 1);
}

/// The kinds of volumes that the form knows, with the key of their name.
const QVector<std::pair<QString, QString>>& volumeKinds()
{
    static const QVector<std::pair<QString, QString>> kinds{{u"configMap"_s, u"name"_s},
                                                            {u"secret"_s, u"secretName"_s},
                                                            {u"persistentVolumeClaim"_s, u"claimName"_s},
                                                            {u"emptyDir"_s, {}}};
    return kinds;
}

QString volumeKind(const QJsonObject& item)
{
    for (const auto& [kind, name] : volumeKinds())
        if (item.contains(kind))
            return kind;
    return {};
}

void volumes(FormPage& page)
{
    RowColumn name{u"name"_s, Tr::tr("Name"), textCodec(kube::labelNameProblem)};
    RowColumn kind{u"kind"_s,
                   Tr::tr("From"),
                   {},
                   RowColumn::Kind::Choice,
                   {{u"configMap"_s, u"ConfigMap"_s},
                    {u"secret"_s, u"Secret"_s},
                    {u"persistentVolumeClaim"_s, u"PersistentVolumeClaim"_s},
                    //: a volume that is empty at first and goes with the pod
                    {u"emptyDir"_s, Tr::tr("Empty folder")}}};
    kind.current = volumeKind;
    kind.choose = [](const QJsonObject& item, const QString& choice) {
        const QString old = volumeKind(item);
        if (old == choice)
            return FormChanges{};
        QString oldName, key;
        for (const auto& [known, nameKey] : volumeKinds()) {
            if (known == old)
                oldName = item.value(old).toObject().value(nameKey).toString();
            if (known == choice)
                key = nameKey;
        }
        const QJsonObject made = key.isEmpty() ? QJsonObject() : QJsonObject{{key, oldName}};
        return FormChanges{{YamlPath::of(choice), made},
                           {YamlPath::of(old), QJsonValue(QJsonValue::Undefined)}};
    };
    kind.instead = [](const QJsonObject& item) {
        if (!volumeKind(item).isEmpty())
            return QString();
        QStringList others = item.keys();
        others.removeAll(u"name"_s);
        //: of a volume; %1: its kind, as the YAML calls it
        return Tr::tr("A volume of another kind (%1)").arg(others.join(u", "_s));
    };
    RowColumn source{u"source"_s, Tr::tr("Its name"), textCodec(kube::objectNameProblem)};
    source.where = [](const QJsonObject& item) {
        const QString chosen = volumeKind(item);
        for (const auto& [known, nameKey] : volumeKinds())
            if (known == chosen && !nameKey.isEmpty())
                return chosen + u'.' + nameKey;
        return u"configMap.name"_s;
    };
    source.when = [](const QJsonObject& item) {
        return volumeKind(item) != "emptyDir"_L1 && !volumeKind(item).isEmpty();
    };
    kind.newLine = true;
    page.add(new RowsField(Tr::tr("Volumes"), u"volumes"_s, {name, kind, source}, Tr::tr("Add a volume"),
                           {{u"name"_s, u"data"_s}, {u"emptyDir"_s, QJsonObject()}}, true));
}

void containerFields(FormPage& page)
{
    page.text(Tr::tr("Name"), u"name"_s, textCodec(kube::labelNameProblem));
    auto* image = page.text(Tr::tr("Image"), u"image"_s, textCodec(imageCheck()));
    image->setPlaceholder(u"registry.example.com/team/web:1.2"_s);
    image->setNeeded(Tr::tr("It has no image"), Tr::tr("Write one, such as nginx:1.25."));
    page.choice(Tr::tr("Fetch the image"), u"imagePullPolicy"_s,
                {{{}, Tr::tr("As usual: once, but “latest” at each start")},
                 {u"IfNotPresent"_s, Tr::tr("Where the node does not have it")},
                 {u"Always"_s, Tr::tr("At each start")},
                 {u"Never"_s, Tr::tr("Never")}});
    page.add(new TextField(Tr::tr("Command, one word a line"), u"command"_s, linesCodec(), 1, 6))
        ->setPlaceholder(Tr::tr("The image's own"));
    page.add(new TextField(Tr::tr("Arguments, one a line"), u"args"_s, linesCodec(), 1, 6))
        ->setPlaceholder(Tr::tr("The image's own"));
    RowColumn value{u"value"_s, Tr::tr("Value"), wholeTextCodec()};
    value.stretch = 2;
    value.instead = variableWords;
    page.add(new RowsField(
        Tr::tr("Environment"), u"env"_s,
        {{u"name"_s, Tr::tr("Name"), textCodec(variableNameCheck()), RowColumn::Kind::Text, {}, 2}, value},
        Tr::tr("Add a variable")));
    page.add(new RowsField(Tr::tr("Ports"), u"ports"_s,
                           {{u"name"_s, Tr::tr("Name"), textCodec(portCheck())},
                            {u"containerPort"_s, Tr::tr("Port"), numberCodec(1, 65535)},
                            {u"protocol"_s,
                             Tr::tr("Protocol"),
                             {},
                             RowColumn::Kind::Choice,
                             {{{}, u"TCP"_s}, {u"UDP"_s, u"UDP"_s}, {u"SCTP"_s, u"SCTP"_s}}}},
                           Tr::tr("Add a port")));
    const auto amount = [&](const QString& label, const QString& path, const QString& like) {
        page.text(label, path, quantityCodec())->setPlaceholder(like);
    };
    //: what a container is promised
    amount(Tr::tr("CPU requested"), u"resources.requests.cpu"_s, u"250m"_s);
    amount(Tr::tr("CPU at most"), u"resources.limits.cpu"_s, u"1"_s);
    amount(Tr::tr("Memory requested"), u"resources.requests.memory"_s, u"128Mi"_s);
    amount(Tr::tr("Memory at most"), u"resources.limits.memory"_s, u"256Mi"_s);
    page.add(new RowsField(
        Tr::tr("Mounts"), u"volumeMounts"_s,
        {{u"name"_s, Tr::tr("Volume"), textCodec(kube::labelNameProblem)},
         {u"mountPath"_s,
          Tr::tr("Path in the container"),
          textCodec(absolutePath()),
          RowColumn::Kind::Text,
          {},
          2},
         {u"subPath"_s, Tr::tr("Part of the volume"), textCodec(), RowColumn::Kind::Text, {}, 2, true},
         {u"readOnly"_s, Tr::tr("Read-only"), {}, RowColumn::Kind::Check}},
        Tr::tr("Add a mount")));
    probe(page, u"readinessProbe"_s, Tr::tr("Ready when (readiness)"));
    probe(page, u"livenessProbe"_s, Tr::tr("Restarted unless (liveness)"));
    probe(page, u"startupProbe"_s, Tr::tr("Started when (startup)"));
}

} // namespace

std::function<bool(const QJsonObject&, const YamlPath&)> whenThere(const QString& below)
{
    return [below](const QJsonObject& object, const YamlPath& prefix) {
        YamlPath whole = prefix;
        whole.steps += YamlPath::of(below).steps;
        return !kube::valueAt(object, whole).isUndefined();
    };
}

void podTemplate(FormPage& page, const QString& podSpec, bool withRestartPolicy)
{
    page.section(Tr::tr("Containers"));
    page.below(podSpec);
    page.items(
        {u"containers"_s, Tr::tr("Container"), Tr::tr("Add"),
         [](int at, const QJsonObject& item) {
             const QString name = item.value("name"_L1).toString();
             return name.isEmpty() ? Tr::tr("Container %1").arg(at + 1) : name;
         },
         [podSpec](const QJsonObject& object) -> QJsonValue {
             const int count =
                 int(kube::valueAt(object, YamlPath::of(podSpec + u".containers"_s)).toArray().size());
             return QJsonObject{{u"name"_s, u"container-%1"_s.arg(count + 1)}, {u"image"_s, QString()}};
         },
         false});
    containerFields(page);
    page.endItems();
    page.section(Tr::tr("Volumes"), false);
    page.below(podSpec);
    volumes(page);
    page.section(Tr::tr("Pod"), false);
    page.below(podSpec);
    if (withRestartPolicy)
        page.choice(
            Tr::tr("When a container fails"), u"restartPolicy"_s,
            {{u"Never"_s, Tr::tr("A new pod")}, {u"OnFailure"_s, Tr::tr("Start it again in its pod")}});
    page.text(Tr::tr("Service account"), u"serviceAccountName"_s, textCodec(kube::objectNameProblem))
        ->setPlaceholder(u"default"_s);
    page.add(new RowsField(Tr::tr("Image pull secrets"), u"imagePullSecrets"_s,
                           {{u"name"_s, Tr::tr("Secret"), textCodec(kube::objectNameProblem)}},
                           Tr::tr("Add a secret")));
    page.text(Tr::tr("Time to end (seconds)"), u"terminationGracePeriodSeconds"_s, numberCodec(0, 1'000'000))
        ->setPlaceholder(u"30"_s);
    page.labels(Tr::tr("Only on nodes with"), u"nodeSelector"_s);
}

} // namespace kaptan::ui::forms
