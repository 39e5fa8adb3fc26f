#include "ui/manifest/tenancy_dialog.h"

#include "ui/common/plain_text.h"
#include "ui/common/style.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QJsonArray>
#include <QPushButton>
#include <QScreen>
#include <QScrollArea>

using namespace Qt::StringLiterals;

namespace kaptan::ui
{

namespace
{

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(TenancyForm)
};

QMap<QString, QString> texts(const QJsonObject& object)
{
    QMap<QString, QString> all;
    for (auto it = object.begin(); it != object.end(); ++it)
        if (!it->toString().isEmpty())
            all.insert(it.key(), it->toString());
    return all;
}

QString policyKey(kube::PolicyTemplate one)
{
    return u"policies.p"_s + QString::number(int(one));
}

void build(FormPage& page)
{
    page.section(Tr::tr("Namespace"));
    auto* name = page.text(Tr::tr("Name"), u"name"_s, textCodec(kube::labelNameProblem));
    name->setPlaceholder(u"team-shop"_s);
    name->setNeeded(Tr::tr("It has no name"), Tr::tr("Write one, such as shop."));
    page.labels(Tr::tr("Labels"), u"labels"_s);

    page.section(Tr::tr("What it gets, together"));
    const auto amount = [&](const QString& label, const QString& path) {
        page.text(label, path, quantityCodec());
    };
    amount(Tr::tr("CPU requested"), u"quota[\"requests.cpu\"]"_s);
    amount(Tr::tr("Memory requested"), u"quota[\"requests.memory\"]"_s);
    amount(Tr::tr("Memory at most"), u"quota[\"limits.memory\"]"_s);
    amount(Tr::tr("Pods"), u"quota.pods"_s);
    amount(Tr::tr("Storage"), u"quota[\"requests.storage\"]"_s);

    page.section(Tr::tr("What a container gets"));
    page.note(Tr::tr("For containers that do not say it themselves."));
    amount(Tr::tr("CPU requested"), u"request.cpu"_s);
    amount(Tr::tr("Memory requested"), u"request.memory"_s);
    amount(Tr::tr("Memory at most"), u"limit.memory"_s);
    page.note(Tr::tr("What no container may go beyond."));
    amount(Tr::tr("CPU, never more than"), u"most.cpu"_s);
    amount(Tr::tr("Memory, never more than"), u"most.memory"_s);

    page.section(Tr::tr("Who may talk to whom"));
    for (const kube::PolicyTemplate one : kube::policyTemplates()) {
        page.check(kube::policyTemplateTitle(one), policyKey(one));
        page.note(kube::policyTemplateText(one));
    }
    page.text(Tr::tr("Namespace of the ingress controller"), u"ingressNamespace"_s,
              textCodec(kube::labelNameProblem))
        ->setPlaceholder(u"ingress-nginx"_s);
    page.note(Tr::tr("On servers before 1.21 that namespace needs the label kubernetes.io/metadata.name."));

    page.section(Tr::tr("Who may work there"));
    page.text(Tr::tr("Service account for its pods"), u"serviceAccount"_s,
              textCodec(kube::objectNameProblem));
    page.add(new RowsField(Tr::tr("Access"), u"bindings"_s,
                           {{u"kind"_s,
                             Tr::tr("To a"),
                             {},
                             RowColumn::Kind::Choice,
                             {{u"User"_s, Tr::tr("User")},
                              {u"Group"_s, Tr::tr("Group")},
                              {u"ServiceAccount"_s, Tr::tr("Service account")}}},
                            {u"name"_s, Tr::tr("Name")},
                            {u"role"_s, Tr::tr("Role: view, edit, admin")}},
                           Tr::tr("Add somebody"), {{u"kind"_s, u"User"_s}, {u"role"_s, u"edit"_s}}, true));

    page.section(Tr::tr("Image registry"), false);
    page.note(Tr::tr("A login with which its pods fetch images."));
    page.text(Tr::tr("Registry"), u"login.registry"_s)->setPlaceholder(u"registry.example.com"_s);
    page.text(Tr::tr("User"), u"login.user"_s);
    page.text(Tr::tr("Password or token"), u"login.password"_s, wholeTextCodec())->setSecret();
    page.text(Tr::tr("Mail (may be empty)"), u"login.mail"_s);
}

QJsonObject startAnswers()
{
    return {{u"quota"_s, QJsonObject{{u"requests.cpu"_s, u"4"_s},
                                     {u"requests.memory"_s, u"8Gi"_s},
                                     {u"limits.memory"_s, u"16Gi"_s},
                                     {u"pods"_s, u"50"_s}}},
            {u"request"_s, QJsonObject{{u"cpu"_s, u"100m"_s}, {u"memory"_s, u"128Mi"_s}}},
            {u"limit"_s, QJsonObject{{u"memory"_s, u"256Mi"_s}}},
            {u"policies"_s, QJsonObject{{u"p0"_s, true}, {u"p1"_s, true}, {u"p3"_s, true}}}};
}

} // namespace

kube::Tenancy tenancyOf(const QJsonObject& answers)
{
    kube::Tenancy tenancy;
    tenancy.name = answers.value("name"_L1).toString();
    tenancy.labels = texts(answers.value("labels"_L1).toObject());
    // A label may have no value.
    const QJsonObject labels = answers.value("labels"_L1).toObject();
    for (auto it = labels.begin(); it != labels.end(); ++it)
        tenancy.labels.insert(it.key(), it->toString());
    tenancy.quota = texts(answers.value("quota"_L1).toObject());
    tenancy.defaultRequest = texts(answers.value("request"_L1).toObject());
    tenancy.defaultLimit = texts(answers.value("limit"_L1).toObject());
    tenancy.most = texts(answers.value("most"_L1).toObject());
    for (const kube::PolicyTemplate one : kube::policyTemplates())
        if (kube::valueAt(answers, kube::YamlPath::of(policyKey(one))).toBool())
            tenancy.policies.append(one);
    tenancy.ingressNamespace = answers.value("ingressNamespace"_L1).toString();
    tenancy.serviceAccount = answers.value("serviceAccount"_L1).toString();
    for (const QJsonValue& value : answers.value("bindings"_L1).toArray()) {
        const QJsonObject one = value.toObject();
        tenancy.bindings.append({one.value("role"_L1).toString(), one.value("kind"_L1).toString(),
                                 one.value("name"_L1).toString()});
    }
    const QJsonObject login = answers.value("login"_L1).toObject();
    if (!login.isEmpty())
        tenancy.login =
            kube::RegistryLogin{login.value("registry"_L1).toString(), login.value("user"_L1).toString(),
                                login.value("password"_L1).toString(), login.value("mail"_L1).toString()};
    return tenancy;
}

TenancyDialog::TenancyDialog(QWidget* parent)
    : QDialog(parent), m_form(new FormPage({}, build)), m_title(formLabel(Look::Title, this)),
      m_intro(formLabel(Look::Muted, this)), m_problem(formLabel(Look::Plain, this)),
      m_makes(formLabel(Look::Caption, this)), m_yes(new QPushButton(this)), m_no(new QPushButton(this))
{
    setObjectName(u"tenancyDialog"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setModal(true);
    m_yes->setObjectName(u"tenancyYes"_s);
    m_no->setObjectName(u"tenancyNo"_s);
    m_problem->setObjectName(u"tenancyProblem"_s);
    m_makes->setObjectName(u"tenancyMakes"_s);
    setLook(m_yes, Look::Primary);
    m_yes->setDefault(true);
    m_no->setAutoDefault(false);
    auto* scroll = new QScrollArea(this);
    scroll->setWidget(m_form);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(m_makes, 1);
    buttons->addWidget(m_no);
    buttons->addWidget(m_yes);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(space::l, space::l, space::l, space::l);
    column->setSpacing(space::s);
    column->addWidget(m_title);
    column->addWidget(m_intro);
    column->addWidget(scroll, 1);
    column->addWidget(m_problem);
    column->addLayout(buttons);
    m_form->setNew(true);
    setAnswers(startAnswers());
    connect(m_form, &Form::edited, this,
            [this](const FormChanges& changes) { setAnswers(withChanges(m_answers, changes)); });
    connect(m_yes, &QPushButton::clicked, this, &TenancyDialog::submit);
    connect(m_no, &QPushButton::clicked, this, &TenancyDialog::reject);
    connect(&Style::instance(), &Style::changed, this, &TenancyDialog::present);
    retranslate();
    const int room = screen() ? screen()->availableSize().height() - 80 : 700;
    resize(520, qMin(760, room));
}

void TenancyDialog::setAnswers(const QJsonObject& answers)
{
    m_answers = answers;
    m_form->show(answers);
    present();
}

void TenancyDialog::present()
{
    const kube::Tenancy tenancy = tenancyOf(m_answers);
    const auto problems = kube::tenancyProblems(tenancy);
    const bool say = m_tried && !problems.isEmpty();
    m_problem->setText(say ? plainBlock(problems.first().field + u": "_s + problemLine(problems.first()), 400)
                           : QString());
    m_problem->setVisible(say);
    QPalette palette = m_problem->palette();
    palette.setColor(QPalette::WindowText, Style::instance().tone(Tone::Error).fg);
    m_problem->setPalette(palette);
    m_makes->setText(tr("Makes %n object(s)", nullptr, int(kube::tenancyObjects(tenancy).size())));
}

void TenancyDialog::retranslate()
{
    setWindowTitle(tr("New tenant"));
    m_title->setText(tr("New tenant"));
    m_intro->setText(tr("A namespace with its bounds, its network policies and its people, as one manifest. "
                        "You see it before anything is applied."));
    //: a button: shows what would be made
    m_yes->setText(tr("Review…"));
    m_no->setText(tr("Cancel"));
    present();
}

void TenancyDialog::submit()
{
    m_tried = true;
    present();
    const kube::Tenancy tenancy = tenancyOf(m_answers);
    if (!kube::tenancyProblems(tenancy).isEmpty())
        return;
    //: %1: name of a namespace
    Q_EMIT manifestReady(kube::tenancyManifest(tenancy), tr("New tenant %1").arg(tenancy.name));
    accept();
}

void TenancyDialog::changeEvent(QEvent* event)
{
    QDialog::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

} // namespace kaptan::ui
