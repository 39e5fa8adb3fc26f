// The forms of what pods are configured with: ConfigMap, Secret.
#include "ui/manifest/form_builders.h"

#include "app/kube/manifest/tenancy.h"

#include <QJsonDocument>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace kaptan::ui::forms
{

using kube::RegistryLogin;
using kube::YamlPath;

namespace
{

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(ConfigForm)
};

FormCheck dataKeyCheck()
{
    return [](const QString& text) -> std::optional<InvalidInput> {
        static const QRegularExpression form(u"^[-._a-zA-Z0-9]{1,253}\\z"_s);
        if (form.match(text).hasMatch() && text != "."_L1 && text != ".."_L1)
            return std::nullopt;
        return InvalidInput{{},
                            Tr::tr("“%1” cannot be a key").arg(text.left(40)),
                            Tr::tr("Use letters, digits, “-”, “_” and “.”.")};
    };
}

constexpr QLatin1String loginType("kubernetes.io/dockerconfigjson");

bool isLogin(const QJsonObject& object)
{
    return object.value("type"_L1).toString() == loginType;
}

const YamlPath& loginPath()
{
    static const YamlPath path = YamlPath{u"data"_s} / u".dockerconfigjson"_s;
    return path;
}

/// The login of a registry, out of the one value that holds it all.
class LoginField : public FormField
{
public:
    explicit LoginField(QWidget* parent = nullptr)
        : FormField({}, u"login"_s, parent), m_body(new QWidget(this))
    {
        auto* column = new QVBoxLayout(m_body);
        column->setContentsMargins(0, 0, 0, 0);
        column->setSpacing(space::xs);
        const auto line = [&](const QString& title, const QString& name, const QString& like) {
            auto* label = formLabel(Look::Muted, m_body);
            label->setText(title);
            auto* edit = new QLineEdit(m_body);
            edit->setObjectName(name);
            edit->setPlaceholderText(like);
            edit->setAccessibleName(title);
            setLook(edit, Look::Mono);
            label->setBuddy(edit);
            column->addWidget(label);
            column->addWidget(edit);
            connect(edit, &QLineEdit::textEdited, this, [this] { write(); });
            return edit;
        };
        m_registry = line(Tr::tr("Registry"), u"registry"_s, u"registry.example.com"_s);
        m_user = line(Tr::tr("User"), u"user"_s, {});
        m_password = line(Tr::tr("Password or token"), u"password"_s, {});
        m_password->setEchoMode(QLineEdit::Password);
        auto* reveal = new QCheckBox(Tr::tr("Show the password"), m_body);
        connect(reveal, &QCheckBox::toggled, this,
                [this](bool on) { m_password->setEchoMode(on ? QLineEdit::Normal : QLineEdit::Password); });
        column->addWidget(reveal);
        m_mail = line(Tr::tr("Mail (may be empty)"), u"mail"_s, {});
        setEditor(m_body, m_registry);
        hideLabel();
    }

protected:
    bool showValue(const QJsonValue&) override
    {
        const QJsonValue value = kube::valueAt(object(), loginPath());
        if (value.isUndefined() || value.toString().isEmpty()) {
            fill({});
            return true;
        }
        const auto read = kube::readPullSecretData(value.toString());
        m_leftWords = Tr::tr("It has several logins, or something else than one");
        if (read)
            fill(*read);
        return read.has_value();
    }

    std::optional<InvalidInput> problem() const override
    {
        if (m_registry->text().contains(u' ') || m_registry->text().contains("://"_L1))
            return InvalidInput{{},
                                Tr::tr("This is not the address of a registry"),
                                Tr::tr("Write its host, such as registry.example.com, without https://.")};
        return std::nullopt;
    }

    void setLocked(bool) override {}

private:
    RegistryLogin login() const
    {
        return {m_registry->text().trimmed(), m_user->text().trimmed(), m_password->text(),
                m_mail->text().trimmed()};
    }

    void write()
    {
        const RegistryLogin now = login();
        const bool empty = now == RegistryLogin{};
        change({{loginPath(),
                 empty ? QJsonValue(QJsonValue::Undefined) : QJsonValue(kube::pullSecretData(now))}});
        present();
    }

    void fill(const RegistryLogin& to)
    {
        if (login() == to)
            return;
        m_registry->setText(to.registry);
        m_user->setText(to.user);
        m_password->setText(to.password);
        m_mail->setText(to.mail);
    }

    QWidget* m_body;
    QLineEdit *m_registry, *m_user, *m_password, *m_mail;
};

} // namespace

void configMap(FormPage& page)
{
    page.section(Tr::tr("ConfigMap"));
    page.metadata(kube::objectNameProblem);
    page.add(new PairsField(Tr::tr("Data"), u"data"_s,
                            {Tr::tr("Key"), Tr::tr("Value"), Tr::tr("Add a key"), dataKeyCheck(), {}, true}));
    page.add(new PairsField(
                 Tr::tr("Binary data"), u"binaryData"_s,
                 {Tr::tr("Key"), Tr::tr("Value"), Tr::tr("Add a key"), dataKeyCheck(), {}, true, true}))
        ->setWhen(whenThere(u"binaryData"_s));
    page.check(Tr::tr("Never to be changed again (immutable)"), u"immutable"_s);
    page.section(Tr::tr("Labels"), false);
    page.labels(Tr::tr("Labels"), u"metadata.labels"_s);
}

void secret(FormPage& page)
{
    page.section(Tr::tr("Secret"));
    page.metadata(kube::objectNameProblem);
    page.choice(Tr::tr("Kind"), u"type"_s,
                {{{}, Tr::tr("Anything")},
                 {u"Opaque"_s, Tr::tr("Anything (Opaque)")},
                 {u"kubernetes.io/tls"_s, Tr::tr("A certificate (tls.crt) and its key (tls.key)")},
                 {QString(loginType), Tr::tr("Login to a registry of images")},
                 {u"kubernetes.io/basic-auth"_s, Tr::tr("User and password (basic-auth)")},
                 {u"kubernetes.io/ssh-auth"_s, Tr::tr("SSH key (ssh-auth)")}})
        ->setNewOnly();
    auto* login = new LoginField;
    login->setWhen([](const QJsonObject& object, const YamlPath&) { return isLogin(object); });
    page.add(static_cast<FormField*>(login));
    PairsOptions options{Tr::tr("Key"), Tr::tr("Value"), Tr::tr("Add a key"), dataKeyCheck(), {}, true, true,
                         true};
    auto* data = page.add(new PairsField(Tr::tr("Data"), u"data"_s, options));
    data->setHint(
        Tr::tr("Written as base64 by the form. It hides nothing: who may read the Secret reads it."));
    data->setWhen([](const QJsonObject& object, const YamlPath&) { return !isLogin(object); });
    options.encoded = false;
    auto* plain = page.add(new PairsField(Tr::tr("Data in plain text"), u"stringData"_s, options));
    plain->setWhen(whenThere(u"stringData"_s));
    page.check(Tr::tr("Never to be changed again (immutable)"), u"immutable"_s);
    page.section(Tr::tr("Labels"), false);
    page.labels(Tr::tr("Labels"), u"metadata.labels"_s);
}

} // namespace kaptan::ui::forms
