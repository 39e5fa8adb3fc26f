#include "ui/connections/prometheus_dialog.h"

#include "app/core/when_done.h"
#include "ui/common/error_box.h"
#include "ui/common/plain_text.h"
#include "ui/common/style.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

namespace kaptan::ui
{

PrometheusDialog::PrometheusDialog(prometheus::Sources& sources, const session::ConnectionSpec& spec,
                                   QWidget* parent)
    : QDialog(parent), m_sources(sources), m_id(spec.id), m_address(new QLineEdit(this)),
      m_said(new QLabel(this)), m_test(new QPushButton(tr("Test"), this)), m_error(new ErrorBox(this))
{
    setObjectName(QStringLiteral("prometheusDialog"));
    setWindowTitle(QStringLiteral("Prometheus"));
    setMinimumWidth(480);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(space::xl, space::xl, space::xl, space::l);
    layout->setSpacing(space::m);
    auto* title = new QLabel(this);
    title->setTextFormat(Qt::PlainText);
    //: %1 is the name of a connection
    title->setText(tr("Prometheus of %1").arg(plainLine(spec.name, 60)));
    setLook(title, Look::Title);
    layout->addWidget(title);
    auto* text =
        new QLabel(tr("A further source for the charts of this connection, beside Kaptan's own history. "
                      "Without an address there is none."),
                   this);
    text->setTextFormat(Qt::PlainText);
    text->setWordWrap(true);
    setLook(text, Look::Muted);
    layout->addWidget(text);
    auto* row = new QHBoxLayout;
    m_address->setObjectName(QStringLiteral("prometheusAddress"));
    m_address->setAccessibleName(tr("Address of the Prometheus"));
    m_address->setPlaceholderText(QStringLiteral("http://monitoring.example:9090"));
    m_address->setText(sources.address(spec.id));
    setLook(m_address, Look::Mono);
    row->addWidget(m_address, 1);
    m_test->setAutoDefault(false);
    row->addWidget(m_test);
    layout->addLayout(row);
    m_said->setTextFormat(Qt::PlainText);
    m_said->hide();
    layout->addWidget(m_said);
    layout->addWidget(m_error);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(space::s);
    auto* no = new QPushButton(tr("Cancel"), this);
    no->setAutoDefault(false);
    auto* yes = new QPushButton(tr("Save"), this);
    yes->setDefault(true);
    setLook(yes, Look::Primary);
    buttons->addStretch();
    buttons->addWidget(no);
    buttons->addWidget(yes);
    layout->addLayout(buttons);
    connect(no, &QPushButton::clicked, this, &QDialog::reject);
    connect(yes, &QPushButton::clicked, this, &PrometheusDialog::save);
    connect(m_test, &QPushButton::clicked, this, &PrometheusDialog::test);
    m_address->setFocus();
}

QString PrometheusDialog::errorText() const
{
    return m_error->error() ? m_error->text() : QString();
}

void PrometheusDialog::test()
{
    m_error->clear();
    m_test->setEnabled(false);
    m_said->setText(tr("Asking …"));
    m_said->show();
    whenDone(m_sources.test(m_address->text()), this,
             [this, turn = ++m_turn](const Result<QString>& version) {
                 if (turn != m_turn)
                     return;
                 m_test->setEnabled(true);
                 m_said->setVisible(version.has_value());
                 if (!version)
                     return m_error->set(version.error());
                 //: %1 is a version, as "2.42.0"
                 m_said->setText(tr("It answers: Prometheus %1").arg(plainLine(*version, 40)));
             });
}

void PrometheusDialog::save()
{
    const auto kept = m_sources.setAddress(m_id, m_address->text());
    if (!kept)
        return m_error->set(kept.error());
    accept();
}

} // namespace kaptan::ui
