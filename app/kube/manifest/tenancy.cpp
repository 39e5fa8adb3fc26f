#include "app/kube/manifest/tenancy.h"

#include "app/core/quantity.h"
#include "app/kube/manifest/yaml_edit.h"

#include <QJsonArray>
#include <QRegularExpression>
#include <QSet>

using namespace Qt::StringLiterals;

namespace kaptan::kube
{

namespace
{

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Tenancy)
};

QJsonObject fromMap(const QMap<QString, QString>& map)
{
    QJsonObject object;
    for (auto it = map.begin(); it != map.end(); ++it)
        object.insert(it.key(), it.value());
    return object;
}

QJsonObject object(const QString& apiVersion, const QString& kind, const QString& nameSpace,
                   const QString& name, const QJsonObject& more)
{
    QJsonObject meta{{u"name"_s, name}};
    if (!nameSpace.isEmpty())
        meta.insert("namespace"_L1, nameSpace);
    QJsonObject made{{u"apiVersion"_s, apiVersion}, {u"kind"_s, kind}, {u"metadata"_s, meta}};
    for (auto it = more.begin(); it != more.end(); ++it)
        made.insert(it.key(), *it);
    return made;
}

/// A name for a binding out of whom it binds: "edit-user-jane-example.com".
QString bindingName(const TenantBinding& binding, QSet<QString>& taken)
{
    static const QRegularExpression strange(u"[^a-z0-9.]+"_s);
    QString name = (binding.role + u'-' + binding.kind + u'-' + binding.name).toLower();
    name.replace(strange, u"-"_s);
    name = name.left(200);
    static const QRegularExpression ends(u"(^[-.]+|[-.]+$)"_s);
    name.remove(ends);
    // A dot may not stand beside a dash.
    static const QRegularExpression dots(u"-*\\.[-.]*"_s);
    name.replace(dots, u"."_s);
    QString free = name;
    for (int n = 2; taken.contains(free); ++n)
        free = name + u'-' + QString::number(n);
    taken.insert(free);
    return free;
}

QJsonObject subject(const TenantBinding& binding, const QString& nameSpace)
{
    if (binding.kind == "ServiceAccount"_L1) {
        const qsizetype slash = binding.name.indexOf(u'/');
        return {{u"kind"_s, binding.kind},
                {u"name"_s, binding.name.mid(slash + 1)},
                {u"namespace"_s, slash < 0 ? nameSpace : binding.name.left(slash)}};
    }
    return {{u"kind"_s, binding.kind},
            {u"name"_s, binding.name},
            {u"apiGroup"_s, u"rbac.authorization.k8s.io"_s}};
}

void addAmounts(QVector<InvalidInput>& all, const QMap<QString, QString>& amounts, const QString& field)
{
    for (auto it = amounts.begin(); it != amounts.end(); ++it)
        if (const auto bad = quantityProblem(it.value()))
            all.append({field, it.key() + u": "_s + bad->why, bad->fix});
}

/// A container that asks for nothing may not ask for more than it may have.
void addOrder(QVector<InvalidInput>& all, const QMap<QString, QString>& less,
              const QMap<QString, QString>& more, const QString& why)
{
    for (auto it = less.begin(); it != less.end(); ++it)
        if (more.contains(it.key()) && quantity::number(it.value()) > quantity::number(more.value(it.key())))
            all.append({Tr::tr("Limits"), why.arg(it.key(), it.value(), more.value(it.key())),
                        Tr::tr("Make the first smaller or the second larger.")});
}

} // namespace

QVector<InvalidInput> tenancyProblems(const Tenancy& tenancy)
{
    QVector<InvalidInput> all;
    if (const auto bad = labelNameProblem(tenancy.name))
        all.append({Tr::tr("Namespace"), bad->why, bad->fix});
    for (auto it = tenancy.labels.begin(); it != tenancy.labels.end(); ++it) {
        if (const auto bad = labelKeyProblem(it.key()))
            all.append({Tr::tr("Labels"), bad->why, bad->fix});
        if (const auto bad = labelValueProblem(it.value()))
            all.append({Tr::tr("Labels"), bad->why, bad->fix});
    }
    addAmounts(all, tenancy.quota, Tr::tr("Quota"));
    addAmounts(all, tenancy.defaultRequest, Tr::tr("Limits"));
    addAmounts(all, tenancy.defaultLimit, Tr::tr("Limits"));
    addAmounts(all, tenancy.most, Tr::tr("Limits"));
    //: %1: cpu or memory; %2, %3: amounts
    addOrder(all, tenancy.defaultRequest, tenancy.defaultLimit,
             Tr::tr("A container would request %2 of %1 but be limited to %3"));
    addOrder(all, tenancy.defaultLimit, tenancy.most,
             //: %1: cpu or memory; %2, %3: amounts
             Tr::tr("A container would be limited to %2 of %1, but at most %3 is allowed"));
    // https://kubernetes.io/docs/concepts/policy/resource-quotas/: without a value a pod is refused.
    for (auto it = tenancy.quota.begin(); it != tenancy.quota.end(); ++it) {
        const bool limit = it.key().startsWith("limits."_L1);
        const QString what = it.key().section(u'.', -1);
        if ((what != "cpu"_L1 && what != "memory"_L1))
            continue;
        const bool given = limit
                               ? tenancy.defaultLimit.contains(what)
                               : tenancy.defaultRequest.contains(what) || tenancy.defaultLimit.contains(what);
        if (!given)
            all.append({Tr::tr("Quota"),
                        Tr::tr("The quota counts %1, but containers that do not say it get no default and "
                               "would be refused")
                            .arg(it.key()),
                        Tr::tr("Give containers a default for %1.").arg(what)});
    }
    if (!tenancy.serviceAccount.isEmpty())
        if (const auto bad = objectNameProblem(tenancy.serviceAccount))
            all.append({Tr::tr("Service account"), bad->why, bad->fix});
    for (const TenantBinding& binding : tenancy.bindings) {
        if (binding.role.isEmpty())
            all.append({Tr::tr("Access"), Tr::tr("A line has no role"),
                        Tr::tr("Write view, edit, admin or the name of a ClusterRole.")});
        if (binding.name.isEmpty())
            all.append({Tr::tr("Access"), Tr::tr("A line does not say who gets the role"),
                        Tr::tr("Write the name of a user, a group or a service account.")});
    }
    if (tenancy.login) {
        const QString field = Tr::tr("Image registry");
        if (const auto bad = objectNameProblem(tenancy.loginName))
            all.append({field, bad->why, bad->fix});
        if (tenancy.login->registry.isEmpty())
            all.append({field, Tr::tr("The login does not say for which registry"),
                        Tr::tr("Write its address, such as registry.example.com.")});
        if (tenancy.login->user.isEmpty() || tenancy.login->password.isEmpty())
            all.append(
                {field, Tr::tr("The login is not complete"), Tr::tr("Write the user and the password.")});
    }
    return all;
}

QVector<QJsonObject> tenancyObjects(const Tenancy& tenancy)
{
    QVector<QJsonObject> all;
    QJsonObject space = object(u"v1"_s, u"Namespace"_s, {}, tenancy.name, {});
    if (!tenancy.labels.isEmpty()) {
        QJsonObject meta = space.value("metadata"_L1).toObject();
        meta.insert("labels"_L1, fromMap(tenancy.labels));
        space.insert("metadata"_L1, meta);
    }
    all.append(space);
    if (!tenancy.quota.isEmpty())
        all.append(object(u"v1"_s, u"ResourceQuota"_s, tenancy.name, u"tenant"_s,
                          {{u"spec"_s, QJsonObject{{u"hard"_s, fromMap(tenancy.quota)}}}}));
    QJsonObject limit{{u"type"_s, u"Container"_s}};
    if (!tenancy.defaultRequest.isEmpty())
        limit.insert("defaultRequest"_L1, fromMap(tenancy.defaultRequest));
    if (!tenancy.defaultLimit.isEmpty())
        limit.insert("default"_L1, fromMap(tenancy.defaultLimit));
    if (!tenancy.most.isEmpty())
        limit.insert("max"_L1, fromMap(tenancy.most));
    if (limit.size() > 1)
        all.append(object(u"v1"_s, u"LimitRange"_s, tenancy.name, u"tenant"_s,
                          {{u"spec"_s, QJsonObject{{u"limits"_s, QJsonArray{limit}}}}}));
    if (tenancy.login)
        all.append(pullSecret(tenancy.name, tenancy.loginName, *tenancy.login));
    if (!tenancy.serviceAccount.isEmpty()) {
        QJsonObject more;
        if (tenancy.login)
            more.insert("imagePullSecrets"_L1, QJsonArray{QJsonObject{{u"name"_s, tenancy.loginName}}});
        all.append(object(u"v1"_s, u"ServiceAccount"_s, tenancy.name, tenancy.serviceAccount, more));
    }
    QSet<QString> taken;
    for (const TenantBinding& binding : tenancy.bindings)
        all.append(object(u"rbac.authorization.k8s.io/v1"_s, u"RoleBinding"_s, tenancy.name,
                          bindingName(binding, taken),
                          {{u"roleRef"_s, QJsonObject{{u"apiGroup"_s, u"rbac.authorization.k8s.io"_s},
                                                      {u"kind"_s, u"ClusterRole"_s},
                                                      {u"name"_s, binding.role}}},
                           {u"subjects"_s, QJsonArray{subject(binding, tenancy.name)}}}));
    const LabelSelector ingress =
        tenancy.ingressNamespace.isEmpty() ? ingressNamespace() : namespaceNamed(tenancy.ingressNamespace);
    for (const PolicyTemplate one : tenancy.policies)
        all.append(policyFromTemplate(one, tenancy.name, ingress).toJson());
    return all;
}

QString tenancyManifest(const Tenancy& tenancy)
{
    QStringList documents;
    for (const QJsonObject& one : tenancyObjects(tenancy))
        documents.append(manifestText(one));
    return documents.join(u"---\n"_s);
}

} // namespace kaptan::kube
