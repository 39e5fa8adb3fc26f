#include "ui/deployments/scale_dialog.h"

#include "ui/common/plain_text.h"
#include "ui/common/style.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QVBoxLayout>

namespace kaptan::ui
{

ScaleDialog::ScaleDialog(const workload::Workload& workload, QWidget* parent)
    : QDialog(parent), m_name(plainLine(workload.name, 60)), m_from(workload.desired),
      m_title(new QLabel(this)), m_label(new QLabel(this)), m_replicas(new QSpinBox(this)),
      m_explanation(new QLabel(this)), m_yes(new QPushButton(this)), m_no(new QPushButton(this))
{
    setObjectName(QStringLiteral("scaleDialog"));
    setAttribute(Qt::WA_DeleteOnClose);
    m_title->setTextFormat(Qt::PlainText);
    setLook(m_title, Look::Heading);
    m_replicas->setObjectName(QStringLiteral("replicas"));
    m_replicas->setRange(0, 1000);
    m_replicas->setValue(m_from);
    m_replicas->setMinimumWidth(110);
    m_replicas->setAccelerated(true);
    m_label->setBuddy(m_replicas);
    m_explanation->setTextFormat(Qt::PlainText);
    m_explanation->setWordWrap(true);
    m_explanation->setMinimumHeight(m_explanation->fontMetrics().lineSpacing() * 2);
    m_explanation->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    setLook(m_explanation, Look::Muted);
    m_yes->setObjectName(QStringLiteral("scaleYes"));
    m_yes->setDefault(true);
    setLook(m_yes, Look::Primary);
    m_no->setObjectName(QStringLiteral("scaleNo"));
    m_no->setAutoDefault(false);

    auto* field = new QHBoxLayout;
    field->setSpacing(space::m);
    field->addWidget(m_label);
    field->addWidget(m_replicas);
    field->addStretch();
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(space::s);
    buttons->addStretch();
    buttons->addWidget(m_no);
    buttons->addWidget(m_yes);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(space::l, space::l, space::l, space::l);
    column->setSpacing(space::m);
    column->addWidget(m_title);
    column->addLayout(field);
    column->addWidget(m_explanation);
    column->addLayout(buttons);
    setMinimumWidth(360);

    connect(m_replicas, &QSpinBox::valueChanged, this, &ScaleDialog::explain);
    connect(m_no, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_yes, &QPushButton::clicked, this, [this] {
        m_replicas->interpretText();
        if (m_replicas->value() != m_from)
            Q_EMIT chosen(m_replicas->value());
        accept();
    });
    retranslate();
    m_replicas->selectAll();
    m_replicas->setFocus();
}

void ScaleDialog::retranslate()
{
    setWindowTitle(tr("Scale %1").arg(m_name));
    m_title->setText(tr("Scale %1").arg(m_name));
    m_label->setText(tr("&Replicas"));
    m_replicas->setAccessibleName(tr("Replicas"));
    //: a button
    m_yes->setText(tr("Scale"));
    m_no->setText(tr("Cancel"));
    explain();
}

void ScaleDialog::explain()
{
    const int to = m_replicas->value();
    QString text = QStringLiteral("%1 → %2").arg(m_from).arg(to);
    if (to > m_from)
        text += QStringLiteral(": ") + tr("%n replicas are added.", nullptr, to - m_from);
    else if (to == 0)
        text +=
            QStringLiteral(": ") + tr("All are removed; the deployment stays and can be scaled up again.");
    else if (to < m_from)
        text += QStringLiteral(": ") + tr("%n replicas are removed, the newest first.", nullptr, m_from - to);
    else
        text = tr("%n replicas now. Choose another number.", nullptr, m_from);
    m_explanation->setText(text);
    m_yes->setEnabled(to != m_from);
    m_yes->setToolTip(to == m_from ? tr("Choose another number first.") : QString());
}

void ScaleDialog::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QDialog::changeEvent(event);
}

} // namespace kaptan::ui
