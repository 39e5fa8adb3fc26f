#include "ui/connections/namespaces_dialog.h"

#include "ui/common/error_box.h"
#include "ui/common/plain_text.h"
#include "ui/common/style.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRegularExpression>
#include <QVBoxLayout>

namespace kaptan::ui
{

NamespacesDialog::NamespacesDialog(session::Connections& connections, const session::ConnectionSpec& spec,
                                   QWidget* parent)
    : QDialog(parent), m_connections(connections), m_id(spec.id)
{
    setObjectName(QStringLiteral("namespacesDialog"));
    setWindowTitle(tr("Namespaces"));
    setMinimumWidth(460);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(space::xl, space::xl, space::xl, space::l);
    layout->setSpacing(space::m);
    auto* title = new QLabel(this);
    title->setTextFormat(Qt::PlainText);
    //: %1 is the name of a connection
    title->setText(tr("Namespaces of %1").arg(plainLine(spec.name, 60)));
    setLook(title, Look::Title);
    layout->addWidget(title);
    auto* text = new QLabel(
        tr("Where you may not list all namespaces, Kaptan looks at these. One a line; with none it looks at "
           "the context’s "
           "own, “%1”.")
            .arg(plainLine(spec.nameSpace.isEmpty() ? QStringLiteral("default") : spec.nameSpace, 80)),
        this);
    text->setTextFormat(Qt::PlainText);
    text->setWordWrap(true);
    setLook(text, Look::Muted);
    layout->addWidget(text);
    m_names = new QPlainTextEdit(spec.nameSpaces.join(u'\n'), this);
    m_names->setObjectName(QStringLiteral("namespaceNames"));
    m_names->setAccessibleName(tr("Namespaces, one a line"));
    m_names->setTabChangesFocus(true);
    m_names->setFixedHeight(m_names->fontMetrics().lineSpacing() * 6 + 26);
    setLook(m_names, Look::Mono);
    layout->addWidget(m_names);
    m_error = new ErrorBox(this);
    layout->addWidget(m_error);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(space::s);
    auto* no = new QPushButton(tr("Cancel"), this);
    no->setAutoDefault(false);
    auto* yes = new QPushButton(tr("Save"), this);
    yes->setObjectName(QStringLiteral("namespacesSave"));
    yes->setDefault(true);
    setLook(yes, Look::Primary);
    buttons->addStretch();
    buttons->addWidget(no);
    buttons->addWidget(yes);
    layout->addLayout(buttons);
    connect(no, &QPushButton::clicked, this, &QDialog::reject);
    connect(yes, &QPushButton::clicked, this, &NamespacesDialog::save);
    m_names->setFocus();
}

QStringList NamespacesDialog::names() const
{
    static const QRegularExpression between(QStringLiteral("[\\s,]+"));
    QStringList names = m_names->toPlainText().split(between, Qt::SkipEmptyParts);
    names.removeDuplicates();
    return names;
}

void NamespacesDialog::save()
{
    const auto kept = m_connections.setNameSpaces(m_id, names());
    if (!kept) {
        m_error->set(kept.error(), {});
        return;
    }
    Q_EMIT saved();
    accept();
}

} // namespace kaptan::ui
