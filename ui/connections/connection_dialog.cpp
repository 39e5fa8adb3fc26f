#include "ui/connections/connection_dialog.h"

#include "app/core/when_done.h"
#include "ui/common/error_box.h"
#include "ui/common/format.h"
#include "ui/common/plain_text.h"

#include <QCheckBox>
#include <QFileDialog>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QUuid>
#include <QVBoxLayout>

namespace kaptan::ui
{

AddressKind addressKind(const QString& address)
{
    const QString text = address.trimmed().toLower();
    if (text.isEmpty())
        return AddressKind::Empty;
    if (text.startsWith(u'/') || text.startsWith(QLatin1String("unix:")))
        return AddressKind::Socket;
    if (text.startsWith(QLatin1String("https:")))
        return AddressKind::Tls;
    if (text.startsWith(QLatin1String("tcp:")) || text.startsWith(QLatin1String("http:")))
        return AddressKind::Tcp;
    if (text.startsWith(QLatin1String("ssh:")))
        return AddressKind::Ssh;
    return AddressKind::Other;
}

static QLabel* hintLabel(QWidget* parent, const QString& name)
{
    auto* label = new QLabel(parent);
    label->setObjectName(name);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setMinimumHeight(label->sizeHint().height());
    label->setFont(Style::instance().font(TextSize::Small)); // its colour changes: no look
    return label;
}

/// Muted words of help, or what is wrong in the tone of errors.
static void setHint(QLabel* label, QLineEdit* field, const QString& help, const std::optional<Error>& error)
{
    QString text = help;
    if (error) {
        const auto* invalid = error->as<InvalidInput>();
        text = invalid ? invalid->why : error->message();
        const QString advice = error->advice();
        if (!advice.isEmpty())
            text += QStringLiteral(". ") + advice;
        text.replace(QLatin1String(".. "), QLatin1String(". "));
        if (!text.isEmpty())
            text[0] = text[0].toUpper();
    }
    label->setText(plainBlock(text, 600));
    QPalette palette = label->palette();
    palette.setColor(QPalette::WindowText, error ? Style::instance().tone(Tone::Error).fg
                                                 : Style::instance().color(ColorRole::Muted));
    label->setPalette(palette);
    if (field) {
        setLook(field, error ? Look::Invalid : Look::Mono);
        field->setAccessibleDescription(text);
    }
}

ConnectionDialog::ConnectionDialog(session::Connections& connections, const session::ConnectionSpec& spec,
                                   QWidget* parent)
    : QDialog(parent), m_connections(connections), m_spec(spec), m_adding(spec.id.isEmpty()),
      m_found(!spec.id.isEmpty() && spec.origin != session::Origin::Added)
{
    setObjectName(QStringLiteral("connectionDialog"));
    setWindowTitle(m_adding ? tr("Add connection") : tr("Edit connection"));
    setMinimumWidth(560);
    build();
    validate();
}

QLineEdit* ConnectionDialog::fileRow(QFormLayout* form, const QString& name, const QString& label)
{
    auto* row = new QWidget(m_tls);
    auto* line = new QHBoxLayout(row);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(space::s);
    auto* edit = new QLineEdit(row);
    edit->setObjectName(name);
    edit->setAccessibleName(label);
    setLook(edit, Look::Mono);
    auto* browse = new QPushButton(tr("Browse …"), row);
    browse->setAccessibleName(tr("Browse for: %1").arg(label));
    browse->setAutoDefault(false);
    line->addWidget(edit, 1);
    line->addWidget(browse);
    form->addRow(label, row);
    connect(edit, &QLineEdit::textChanged, this, &ConnectionDialog::validate);
    connect(browse, &QPushButton::clicked, this, [this, edit, label] {
        auto* files = new QFileDialog(this, label, edit->text());
        files->setAttribute(Qt::WA_DeleteOnClose);
        files->setFileMode(QFileDialog::ExistingFile);
        files->setNameFilters({tr("Certificates and keys (*.pem *.crt *.key)"), tr("All files (*)")});
        connect(files, &QFileDialog::fileSelected, edit, &QLineEdit::setText);
        files->open();
    });
    return edit;
}

void ConnectionDialog::build()
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(space::xl, space::xl, space::xl, space::l);
    layout->setSpacing(space::m);
    auto* title = new QLabel(windowTitle(), this);
    setLook(title, Look::Title);
    layout->addWidget(title);
    if (m_found) {
        auto* found = hintLabel(this, QStringLiteral("foundHint"));
        found->setText(tr("Name and address come from %1. Its marks are yours to set.")
                           .arg(plainLine(m_spec.source.isEmpty() ? m_spec.address : m_spec.source, 200)));
        layout->addWidget(found);
    }

    auto* form = new QFormLayout;
    form->setHorizontalSpacing(space::m);
    form->setVerticalSpacing(space::xs);
    m_name = new QLineEdit(m_spec.name, this);
    m_name->setObjectName(QStringLiteral("connectionName"));
    m_name->setMaxLength(200);
    m_name->setAccessibleName(tr("Name"));
    m_nameHint = hintLabel(this, QStringLiteral("nameHint"));
    m_address = new QLineEdit(m_spec.address, this);
    m_address->setObjectName(QStringLiteral("connectionAddress"));
    m_address->setMaxLength(2000);
    m_address->setAccessibleName(tr("Address"));
    m_address->setPlaceholderText(QStringLiteral("unix:///run/docker.sock"));
    m_addressHint = hintLabel(this, QStringLiteral("addressHint"));
    form->addRow(tr("Name"), m_name);
    form->addRow(QString(), m_nameHint);
    form->addRow(tr("Address"), m_address);
    form->addRow(QString(), m_addressHint);
    layout->addLayout(form);

    m_tls = new QWidget(this);
    auto* tlsForm = new QFormLayout(m_tls);
    tlsForm->setContentsMargins(0, 0, 0, 0);
    tlsForm->setHorizontalSpacing(space::m);
    tlsForm->setVerticalSpacing(space::s);
    m_ca = fileRow(tlsForm, QStringLiteral("caFile"), tr("Authority (CA)"));
    m_cert = fileRow(tlsForm, QStringLiteral("certFile"), tr("Certificate"));
    m_key = fileRow(tlsForm, QStringLiteral("keyFile"), tr("Private key"));
    m_tlsHint = hintLabel(m_tls, QStringLiteral("tlsHint"));
    tlsForm->addRow(QString(), m_tlsHint);
    m_ca->setText(m_spec.caFile);
    m_cert->setText(m_spec.certFile);
    m_key->setText(m_spec.keyFile);
    layout->addWidget(m_tls);

    m_production = new QCheckBox(tr("Production: deleting asks for the name to be typed"), this);
    m_production->setObjectName(QStringLiteral("markProduction"));
    m_production->setChecked(m_spec.production);
    m_readOnly = new QCheckBox(tr("Read-only: look, but change nothing"), this);
    m_readOnly->setObjectName(QStringLiteral("markReadOnly"));
    m_readOnly->setChecked(m_spec.readOnly);
    layout->addWidget(m_production);
    layout->addWidget(m_readOnly);

    m_error = new ErrorBox(this);
    m_error->setObjectName(QStringLiteral("dialogError"));
    layout->addWidget(m_error);
    m_testText = new QLabel(this);
    m_testText->setObjectName(QStringLiteral("dialogTest"));
    m_testText->setTextFormat(Qt::PlainText);
    m_testText->setWordWrap(true);
    m_testText->hide();
    layout->addWidget(m_testText);
    layout->addStretch();

    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(space::s);
    m_test = new QPushButton(tr("Test"), this);
    m_test->setObjectName(QStringLiteral("dialogTestButton"));
    m_test->setAutoDefault(false);
    m_test->setToolTip(tr("Asks the engine who it is; changes and keeps nothing"));
    auto* cancel = new QPushButton(tr("Cancel"), this);
    cancel->setAutoDefault(false);
    m_save = new QPushButton(m_adding ? tr("Add") : tr("Save"), this);
    m_save->setObjectName(QStringLiteral("dialogSave"));
    m_save->setDefault(true);
    setLook(m_save, Look::Primary);
    buttons->addWidget(m_test);
    buttons->addStretch();
    buttons->addWidget(cancel);
    buttons->addWidget(m_save);
    layout->addLayout(buttons);

    for (QLineEdit* edit : {m_name, m_address}) {
        edit->setReadOnly(m_found);
        edit->setEnabled(!m_found);
        connect(edit, &QLineEdit::textChanged, this, &ConnectionDialog::validate);
    }
    m_tls->setEnabled(!m_found);
    connect(m_test, &QPushButton::clicked, this, &ConnectionDialog::testNow);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_save, &QPushButton::clicked, this, &ConnectionDialog::save);
    (m_found ? static_cast<QWidget*>(m_production) : m_name)->setFocus();
}

session::ConnectionSpec ConnectionDialog::spec() const
{
    session::ConnectionSpec spec = m_spec;
    if (!m_found) {
        spec.name = m_name->text().trimmed();
        spec.address = m_address->text().trimmed();
        const AddressKind kind = addressKind(spec.address);
        const bool tls = kind == AddressKind::Tcp || kind == AddressKind::Tls;
        spec.caFile = tls ? m_ca->text().trimmed() : QString();
        spec.certFile = tls ? m_cert->text().trimmed() : QString();
        spec.keyFile = tls ? m_key->text().trimmed() : QString();
    }
    spec.production = m_production->isChecked();
    spec.readOnly = m_readOnly->isChecked();
    return spec;
}

void ConnectionDialog::validate()
{
    const session::ConnectionSpec whole = spec();
    const AddressKind kind = addressKind(whole.address);
    m_tls->setVisible(kind == AddressKind::Tcp || kind == AddressKind::Tls);
    m_testText->hide();
    m_error->clear();
    ++m_testRun; // an answer about what was typed before is of no use
    if (m_found) {
        setHint(m_nameHint, nullptr, {}, {});
        setHint(m_addressHint, nullptr, {}, {});
        m_test->setEnabled(whole.isSupported());
        return;
    }

    // One question for each field, so that what is wrong is said beside it.
    session::ConnectionSpec address = whole;
    address.name = QUuid::createUuid().toString();
    address.caFile = address.certFile = address.keyFile = QString();
    const auto addressResult = m_connections.check(address);
    session::ConnectionSpec named = address;
    named.name = whole.name;
    const auto nameResult = m_connections.check(named);
    const auto wholeResult = m_connections.check(whole);

    const QString examples = tr("Examples: unix:///run/docker.sock · tcp://192.0.2.10:2376 (with TLS files)");
    QString help = examples;
    if (addressResult && kind == AddressKind::Socket)
        //: what was typed, understood
        help = tr("A socket of this machine.");
    else if (addressResult && kind != AddressKind::Empty)
        help = tr("A server on the network.");
    const auto errorOf = [](const Result<void>& result) {
        return result ? std::optional<Error>() : std::optional<Error>(result.error());
    };
    const bool nothingTyped = whole.address.isEmpty();
    setHint(m_addressHint, m_address, help, nothingTyped ? std::nullopt : errorOf(addressResult));
    const bool nameWrong = addressResult && !nameResult;
    setHint(m_nameHint, m_name, tr("As you want to see it"),
            nameWrong && !whole.name.isEmpty() ? errorOf(nameResult) : std::nullopt);
    const bool tlsWrong = addressResult && nameResult && !wholeResult;
    setHint(
        m_tlsHint, nullptr,
        tr("Paths of PEM files. Without them the connection is not encrypted, and whoever reaches the port "
           "commands the engine."),
        tlsWrong ? errorOf(wholeResult) : std::nullopt);

    m_test->setEnabled(addressResult.has_value() && !tlsWrong);
    m_save->setEnabled(wholeResult.has_value());
    m_save->setToolTip(wholeResult ? QString() : plainToolTip(wholeResult.error().message()));
}

void ConnectionDialog::testNow()
{
    session::ConnectionSpec whole = spec();
    const int run = ++m_testRun;
    m_error->clear();
    m_testText->setText(tr("Asking the engine …"));
    m_testText->show();
    m_test->setEnabled(false);
    whenDone(m_connections.test(whole), this, [this, run](const Result<session::TestReport>& result) {
        if (run != m_testRun)
            return;
        m_test->setEnabled(true);
        m_testText->setVisible(result.has_value());
        if (!result) {
            m_error->set(result.error());
            return;
        }
        //: %1 is an engine with its version, %2 a version, %3 a duration
        QString text = tr("%1, API %2, answered in %3.")
                           .arg(plainLine(result->versionText, 200), plainLine(result->apiVersion, 40),
                                durationText(result->latencyMs));
        for (const QString& limit : result->limits)
            text += QStringLiteral("\n• ") + plainLine(limit, 400);
        m_testText->setText(text);
    });
}

void ConnectionDialog::save()
{
    const session::ConnectionSpec whole = spec();
    QString id = whole.id;
    if (m_adding) {
        const auto added = m_connections.add(whole);
        if (!added) {
            m_error->set(added.error());
            return;
        }
        id = added->id;
    } else if (!m_found) {
        const auto edited = m_connections.edit(whole);
        if (!edited) {
            m_error->set(edited.error());
            return;
        }
    }
    // add() and edit() keep the marks of the spec only where they were not decided before.
    const auto marked = m_connections.setMarks(id, whole.production, whole.readOnly);
    if (!marked) {
        m_error->set(marked.error());
        return;
    }
    Q_EMIT saved(id);
    accept();
}

} // namespace kaptan::ui
