// The form of a NetworkPolicy: its rules in words, and the picture of what they make true.
#include "ui/manifest/form_builders.h"
#include "ui/manifest/policy_view.h"

#include "app/kube/manifest/tenancy.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace kaptan::ui::forms
{

using kube::YamlPath;

namespace
{

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(PolicyForm)
};

const QJsonValue nothing{QJsonValue::Undefined};

/// Which end a rule means, by the keys that are there.
QString peerKind(const QJsonObject& peer)
{
    const bool pods = peer.contains("podSelector"_L1), spaces = peer.contains("namespaceSelector"_L1);
    if (peer.contains("ipBlock"_L1))
        return pods || spaces ? QString() : u"addresses"_s;
    return pods && spaces ? u"both"_s : spaces ? u"namespaces"_s : pods ? u"pods"_s : QString();
}

FormChanges choosePeer(const QJsonObject& peer, const QString& kind)
{
    const auto keepOr = [&](const QString& key, const QJsonValue& start) {
        const QJsonValue now = peer.value(key);
        return now.isUndefined() ? start : now;
    };
    const bool pods = kind == "pods"_L1 || kind == "both"_L1;
    const bool spaces = kind == "namespaces"_L1 || kind == "both"_L1;
    const QJsonValue everything = QJsonObject();
    FormChanges changes{
        {YamlPath::of(u"podSelector"_s), pods ? keepOr(u"podSelector"_s, everything) : nothing},
        {YamlPath::of(u"namespaceSelector"_s), spaces ? keepOr(u"namespaceSelector"_s, everything) : nothing},
        {YamlPath::of(u"ipBlock"_s),
         kind == "addresses"_L1 ? keepOr(u"ipBlock"_s, QJsonObject{{u"cidr"_s, u"10.0.0.0/8"_s}}) : nothing}};
    // What comes goes in before what goes is taken out: the item is never empty.
    std::stable_sort(changes.begin(), changes.end(), [](const auto& a, const auto& b) {
        return !a.second.isUndefined() && b.second.isUndefined();
    });
    changes.removeIf([&](const auto& one) { return kube::valueAt(peer, one.first) == one.second; });
    return changes;
}

FormCheck rangeCheck()
{
    return [](const QString& text) -> std::optional<InvalidInput> {
        if (kube::isAddressRange(text))
            return std::nullopt;
        return InvalidInput{{},
                            Tr::tr("“%1” is not a range of addresses").arg(text.left(40)),
                            Tr::tr("Write it as in 10.0.0.0/8; all of them are 0.0.0.0/0.")};
    };
}

RowsField* peers(const QString& label, const QString& path)
{
    RowColumn kind{u"peer"_s,
                   Tr::tr("Who"),
                   {},
                   RowColumn::Kind::Choice,
                   {{u"pods"_s, Tr::tr("Pods of this namespace")},
                    {u"namespaces"_s, Tr::tr("All pods of other namespaces")},
                    {u"both"_s, Tr::tr("Some pods of other namespaces")},
                    {u"addresses"_s, Tr::tr("Addresses")}}};
    kind.current = peerKind;
    kind.choose = choosePeer;
    kind.instead = [](const QJsonObject& peer) {
        return peerKind(peer).isEmpty() ? Tr::tr("An end that the form does not know") : QString();
    };
    const auto shown = [](const QStringList& kinds) {
        return [kinds](const QJsonObject& peer) { return kinds.contains(peerKind(peer)); };
    };
    RowColumn spaces{u"namespaceSelector"_s, Tr::tr("Namespaces with (empty: all)"), selectorCodec()};
    spaces.newLine = true;
    spaces.when = shown({u"namespaces"_s, u"both"_s});
    RowColumn pods{u"podSelector"_s, Tr::tr("Pods with (empty: all)"), selectorCodec()};
    pods.newLine = true;
    pods.when = shown({u"pods"_s, u"both"_s});
    RowColumn range{u"ipBlock.cidr"_s, Tr::tr("In the range"), textCodec(rangeCheck())};
    range.newLine = true;
    range.when = shown({u"addresses"_s});
    RowColumn except{u"ipBlock.except"_s, Tr::tr("But not"), commaCodec(rangeCheck())};
    except.when = range.when;
    auto* field = new RowsField(label, path, {kind, spaces, pods, range, except}, Tr::tr("Add a peer"),
                                {{u"podSelector"_s, QJsonObject()}}, true);
    field->setHint(Tr::tr("None at all: everybody."));
    return field;
}

RowsField* ports(const QString& path)
{
    auto* field =
        new RowsField(Tr::tr("On the ports"), path,
                      {{u"protocol"_s,
                        Tr::tr("Protocol"),
                        {},
                        RowColumn::Kind::Choice,
                        {{{}, u"TCP"_s}, {u"TCP"_s, u"TCP"_s}, {u"UDP"_s, u"UDP"_s}, {u"SCTP"_s, u"SCTP"_s}}},
                       {u"port"_s, Tr::tr("Port"), numberOrTextCodec(portCheck())},
                       {u"endPort"_s, Tr::tr("Up to"), numberCodec(1, 65535)}},
                      Tr::tr("Add a port"));
    field->setHint(Tr::tr("None at all: every port. “Up to” needs a server from 1.25 on."));
    return field;
}

/// Whether a direction is closed but for rules: what policyTypes says, or would say where it is missing.
class ClosedField : public FormField
{
public:
    ClosedField(const QString& label, QString type) : FormField(label, u"spec.policyTypes"_s), m_type(type)
    {
        setObjectName(u"closed"_s + type);
        m_box = new QCheckBox(label, this);
        setEditor(m_box);
        hideLabel();
        connect(m_box, &QCheckBox::clicked, this, [this](bool on) {
            const kube::NetworkPolicy policy = kube::NetworkPolicy::read(object());
            QStringList types;
            for (const auto which : {kube::Direction::Ingress, kube::Direction::Egress}) {
                const QString name = which == kube::Direction::Ingress ? u"Ingress"_s : u"Egress"_s;
                if (name == m_type ? on : policy.isolates(which))
                    types.append(name);
            }
            if (types.isEmpty()) // the server would take none for ingress
                return m_box->setChecked(true);
            change(
                minimalChanges(path(), kube::valueAt(object(), path()), QJsonArray::fromStringList(types)));
        });
    }

protected:
    bool showValue(const QJsonValue& value) override
    {
        m_box->setChecked(kube::NetworkPolicy::read(object()).isolates(
            m_type == "Ingress"_L1 ? kube::Direction::Ingress : kube::Direction::Egress));
        return value.isUndefined() || value.isNull() || value.isArray();
    }

    void setLocked(bool) override {}

private:
    QString m_type;
    QCheckBox* m_box;
};

void direction(FormPage& page, const QString& title, kube::Direction which)
{
    const bool in = which == kube::Direction::Ingress;
    const QString type = in ? u"Ingress"_s : u"Egress"_s;
    page.section(title);
    auto* closed = new ClosedField(Tr::tr("Closed, but for these rules"), type);
    page.add(static_cast<FormField*>(closed));
    page.items({in ? u"spec.ingress"_s : u"spec.egress"_s, title, Tr::tr("Add a rule"),
                [which](int, const QJsonObject& rule) {
                    const QString key = which == kube::Direction::Ingress ? u"ingress"_s : u"egress"_s;
                    const kube::NetworkPolicy one =
                        kube::NetworkPolicy::read({{u"spec"_s, QJsonObject{{key, QJsonArray{rule}}}}});
                    const auto& rules = which == kube::Direction::Ingress ? one.ingress : one.egress;
                    return rules && !rules->isEmpty() ? kube::ruleText(rules->first(), which) : QString();
                },
                [in](const QJsonObject&) -> QJsonValue {
                    return QJsonObject{{in ? u"from"_s : u"to"_s,
                                        QJsonArray{QJsonObject{{u"podSelector"_s, QJsonObject()}}}}};
                }});
    page.add(static_cast<FormField*>(
        peers(in ? Tr::tr("Who may come in") : Tr::tr("Where it may go"), in ? u"from"_s : u"to"_s)));
    page.add(static_cast<FormField*>(ports(u"ports"_s)));
    page.endItems();
}

} // namespace

void networkPolicy(FormPage& page)
{
    page.section(Tr::tr("NetworkPolicy"));
    page.metadata(kube::objectNameProblem);
    QVector<FormChoice> templates{{{}, Tr::tr("Start from a template…")}};
    for (const kube::PolicyTemplate one : kube::policyTemplates())
        templates.append({QString::number(int(one)), kube::policyTemplateTitle(one)});
    auto* box = new ChoiceBox(templates);
    box->setObjectName(u"policyTemplate"_s);
    box->setAccessibleName(Tr::tr("Template"));
    for (int i = 1; i < box->count(); ++i)
        box->setItemData(i, kube::policyTemplateText(kube::policyTemplates().at(i - 1)), Qt::ToolTipRole);
    auto latest = std::make_shared<QJsonObject>();
    page.widget(box, [box, latest, &page](const QJsonObject& object) {
        *latest = object;
        box->setVisible(page.isNew());
    });
    QObject::connect(box, &ChoiceBox::chosen, &page, [box, latest, &page](const QString& chosen) {
        if (chosen.isEmpty())
            return;
        const QJsonObject made =
            kube::policyFromTemplate(kube::PolicyTemplate(chosen.toInt()), {}, kube::ingressNamespace())
                .toJson();
        FormChanges changes;
        const YamlPath name = YamlPath::of(u"metadata.name"_s);
        if (kube::valueAt(*latest, name).toString().isEmpty())
            changes.append({name, kube::valueAt(made, name)});
        for (const QString& key : {u"podSelector"_s, u"policyTypes"_s, u"ingress"_s, u"egress"_s}) {
            const YamlPath path = YamlPath::of(u"spec"_s) / key;
            if (kube::valueAt(*latest, path) != kube::valueAt(made, path))
                changes.append({path, kube::valueAt(made, path)});
        }
        box->setCurrentIndex(0);
        if (!changes.isEmpty())
            Q_EMIT page.edited(changes);
    });
    auto* pods = page.text(Tr::tr("For the pods with (empty: all of the namespace)"), u"spec.podSelector"_s,
                           selectorCodec());
    pods->setPlaceholder(u"app=web"_s);
    direction(page, Tr::tr("Coming in"), kube::Direction::Ingress);
    direction(page, Tr::tr("Going out"), kube::Direction::Egress);
    page.section(Tr::tr("Who may talk to whom"), false);
    auto* view = new PolicyView(page.context());
    view->setObjectName(u"policyView"_s);
    page.widget(view, [view](const QJsonObject& object) { view->setPolicy(object); });
}

} // namespace kaptan::ui::forms
