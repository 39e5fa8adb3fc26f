#include "ui/manifest/keep_draft_dialog.h"

#include "ui/common/plain_text.h"
#include "ui/common/style.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace kaptan::ui
{

KeepDraftDialog::KeepDraftDialog(const QString& title, QWidget* parent) : QDialog(parent)
{
    setObjectName(u"keepDraftDialog"_s);
    setWindowTitle(tr("Close the workbench"));
    setMinimumWidth(420);
    auto* heading = new QLabel(this);
    auto* words = new QLabel(this);
    for (QLabel* label : {heading, words}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
    }
    setLook(heading, Look::Title);
    heading->setText(tr("Keep what was not applied?"));
    //: %1 names what is worked on ("Deployment shop/web")
    words->setText(tr("%1 is not applied as it stands here. A draft stays on this computer, for you alone, "
                      "and can be opened again under “Drafts”.")
                       .arg(plainLine(title, 200)));
    auto* keep = new QPushButton(tr("Keep as a draft"), this);
    keep->setObjectName(u"keepDraft"_s);
    keep->setDefault(true);
    setLook(keep, Look::Primary);
    auto* discard = new QPushButton(tr("Discard"), this);
    discard->setObjectName(u"discardDraft"_s);
    discard->setAutoDefault(false);
    setLook(discard, Look::Danger);
    auto* stay = new QPushButton(tr("Cancel"), this);
    stay->setObjectName(u"stayOpen"_s);
    stay->setAutoDefault(false);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(space::s);
    buttons->addWidget(discard);
    buttons->addStretch();
    buttons->addWidget(stay);
    buttons->addWidget(keep);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(space::xl, space::xl, space::xl, space::l);
    column->setSpacing(space::m);
    column->addWidget(heading);
    column->addWidget(words);
    column->addSpacing(space::s);
    column->addLayout(buttons);
    connect(keep, &QPushButton::clicked, this, [this] {
        accept();
        Q_EMIT keepChosen();
    });
    connect(discard, &QPushButton::clicked, this, [this] {
        accept();
        Q_EMIT discardChosen();
    });
    connect(stay, &QPushButton::clicked, this, &QDialog::reject);
    keep->setFocus();
}

} // namespace kaptan::ui
