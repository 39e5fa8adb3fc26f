// The forms of what keeps tenants in bounds: namespaces, accounts, roles, quotas.
#include "ui/manifest/form_builders.h"

#include "app/kube/manifest/tenancy.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace kaptan::ui::forms
{

namespace
{

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(TenantForm)
};

FormCheck amountCheck()
{
    return [](const QString& text) { return kube::quantityProblem(text); };
}

void rules(FormPage& page)
{
    page.metadata([](const QString& name) -> std::optional<InvalidInput> {
        if (!name.isEmpty() && !name.contains(u'/') && !name.contains(u'%') && name != "."_L1 &&
            name != ".."_L1)
            return std::nullopt;
        return InvalidInput{{},
                            Tr::tr("“%1” cannot be the name of a role").arg(name.left(40)),
                            Tr::tr("“/” and “%” may not be in it.")};
    });
    page.add(new RowsField(Tr::tr("May"), u"rules"_s,
                           {{u"apiGroups"_s,
                             Tr::tr("API groups"),
                             {[](const QJsonValue& value) -> std::optional<QString> {
                                  // The core group is the empty string.
                                  if (value.toArray() == QJsonArray{QString()})
                                      return QString();
                                  return commaCodec().text(value);
                              },
                              [](const QString& text) -> std::optional<QJsonValue> {
                                  return text.trimmed().isEmpty() ? QJsonValue(QJsonArray{QString()})
                                                                  : *commaCodec().value(text);
                              }}},
                            {u"resources"_s, Tr::tr("Resources"), commaCodec()},
                            {u"verbs"_s, Tr::tr("Verbs"), commaCodec(), RowColumn::Kind::Text, {}, 2, true},
                            {u"resourceNames"_s, Tr::tr("Only these names"), commaCodec()}},
                           Tr::tr("Add a rule"),
                           {{u"apiGroups"_s, QJsonArray{QString()}},
                            {u"resources"_s, QJsonArray{u"pods"_s}},
                            {u"verbs"_s, QJsonArray{u"get"_s, u"list"_s, u"watch"_s}}},
                           true))
        ->setHint(Tr::tr("No API group: the core group (pods, services). Several with commas between."));
}

void binding(FormPage& page, bool cluster)
{
    page.metadata(
        [](const QString& name) -> std::optional<InvalidInput> {
            if (!name.isEmpty() && !name.contains(u'/') && !name.contains(u'%'))
                return std::nullopt;
            return InvalidInput{{},
                                Tr::tr("“%1” cannot be the name of a binding").arg(name.left(40)),
                                Tr::tr("“/” and “%” may not be in it.")};
        },
        !cluster);
    QVector<FormChoice> kinds{{u"ClusterRole"_s, Tr::tr("A role of the cluster (ClusterRole)")}};
    if (!cluster)
        kinds.append({u"Role"_s, Tr::tr("A role of the namespace (Role)")});
    page.choice(Tr::tr("Gives"), u"roleRef.kind"_s, kinds)->setNewOnly();
    auto* name = page.text(Tr::tr("The role's name"), u"roleRef.name"_s);
    name->setNewOnly();
    name->setPlaceholder(u"view"_s);
    name->setHint(Tr::tr("Every cluster has view, edit and admin."));
    RowColumn kind{u"kind"_s,
                   Tr::tr("To a"),
                   {},
                   RowColumn::Kind::Choice,
                   {{u"User"_s, Tr::tr("User")},
                    {u"Group"_s, Tr::tr("Group")},
                    {u"ServiceAccount"_s, Tr::tr("Service account")}}};
    kind.choose = [](const QJsonObject&, const QString& choice) {
        const bool account = choice == "ServiceAccount"_L1;
        const QJsonValue none(QJsonValue::Undefined);
        return FormChanges{
            {kube::YamlPath::of(u"kind"_s), choice},
            {kube::YamlPath::of(u"apiGroup"_s), account ? none : QJsonValue(u"rbac.authorization.k8s.io"_s)},
            {kube::YamlPath::of(u"namespace"_s), account ? QJsonValue(u"default"_s) : none}};
    };
    kind.current = [](const QJsonObject& item) { return item.value("kind"_L1).toString(); };
    RowColumn space{u"namespace"_s, Tr::tr("Its namespace"), textCodec(kube::labelNameProblem)};
    space.when = [](const QJsonObject& item) {
        return item.value("kind"_L1).toString() == "ServiceAccount"_L1;
    };
    space.newLine = true;
    page.add(new RowsField(
        Tr::tr("To"), u"subjects"_s, {kind, {u"name"_s, Tr::tr("Name")}, space}, Tr::tr("Add somebody"),
        {{u"kind"_s, u"User"_s}, {u"name"_s, QString()}, {u"apiGroup"_s, u"rbac.authorization.k8s.io"_s}},
        true));
}

} // namespace

void nameSpace(FormPage& page)
{
    page.section(Tr::tr("Namespace"));
    page.metadata(kube::labelNameProblem, false);
    page.labels(Tr::tr("Labels"), u"metadata.labels"_s);
}

void serviceAccount(FormPage& page)
{
    page.section(Tr::tr("ServiceAccount"));
    page.metadata(kube::objectNameProblem);
    page.check(Tr::tr("Its pods get a token to talk to the cluster"), u"automountServiceAccountToken"_s,
               true);
    page.add(new RowsField(Tr::tr("Image pull secrets"), u"imagePullSecrets"_s,
                           {{u"name"_s, Tr::tr("Secret"), textCodec(kube::objectNameProblem)}},
                           Tr::tr("Add a secret")));
    page.labels(Tr::tr("Labels"), u"metadata.labels"_s);
}

void role(FormPage& page)
{
    page.section(Tr::tr("Role"));
    rules(page);
}

void clusterRole(FormPage& page)
{
    page.section(Tr::tr("ClusterRole"));
    rules(page);
}

void roleBinding(FormPage& page)
{
    page.section(Tr::tr("RoleBinding"));
    binding(page, false);
}

void clusterRoleBinding(FormPage& page)
{
    page.section(Tr::tr("ClusterRoleBinding"));
    binding(page, true);
}

void resourceQuota(FormPage& page)
{
    page.section(Tr::tr("ResourceQuota"));
    page.metadata(kube::objectNameProblem);
    const auto amount = [&](const QString& label, const QString& key, const QString& like) {
        page.text(label, u"spec.hard[\"%1\"]"_s.arg(key), quantityCodec())->setPlaceholder(like);
    };
    //: all pods of the namespace together
    amount(Tr::tr("CPU requested, together"), u"requests.cpu"_s, u"4"_s);
    amount(Tr::tr("CPU at most, together"), u"limits.cpu"_s, u"8"_s);
    amount(Tr::tr("Memory requested, together"), u"requests.memory"_s, u"8Gi"_s);
    amount(Tr::tr("Memory at most, together"), u"limits.memory"_s, u"16Gi"_s);
    amount(Tr::tr("Pods"), u"pods"_s, u"50"_s);
    amount(Tr::tr("Claims of storage"), u"persistentvolumeclaims"_s, u"10"_s);
    amount(Tr::tr("Storage, together"), u"requests.storage"_s, u"100Gi"_s);
    page.section(Tr::tr("Everything that is counted"), false);
    page.add(new PairsField(Tr::tr("At most"), u"spec.hard"_s,
                            {Tr::tr("What"), Tr::tr("Amount"), Tr::tr("Add an amount"), {}, amountCheck()}));
}

void limitRange(FormPage& page)
{
    page.section(Tr::tr("LimitRange"));
    page.metadata(kube::objectNameProblem);
    page.items({u"spec.limits"_s, Tr::tr("Limit"), Tr::tr("Add"),
                [](int, const QJsonObject& item) {
                    //: %1: Container, Pod or PersistentVolumeClaim
                    return Tr::tr("For each %1").arg(item.value("type"_L1).toString());
                },
                [](const QJsonObject&) -> QJsonValue {
                    return QJsonObject{{u"type"_s, u"Container"_s}};
                }});
    page.choice(Tr::tr("For each"), u"type"_s,
                {{u"Container"_s, Tr::tr("Container")},
                 {u"Pod"_s, Tr::tr("Pod")},
                 {u"PersistentVolumeClaim"_s, Tr::tr("Claim of storage")}});
    const auto amounts = [&](const QString& label, const QString& path) {
        page.add(new PairsField(
            label, path, {Tr::tr("What"), Tr::tr("Amount"), Tr::tr("Add an amount"), {}, amountCheck()}));
    };
    amounts(Tr::tr("Requested where nothing is said"), u"defaultRequest"_s);
    amounts(Tr::tr("At most where nothing is said"), u"default"_s);
    amounts(Tr::tr("At least"), u"min"_s);
    amounts(Tr::tr("At most"), u"max"_s);
    page.endItems();
}

} // namespace kaptan::ui::forms
