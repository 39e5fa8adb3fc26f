#include "ui/manifest/drafts_dialog.h"

#include "app/core/when_done.h"
#include "ui/common/confirm_dialog.h"
#include "ui/common/error_box.h"
#include "ui/common/plain_text.h"
#include "ui/manifest/workbench.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QListWidget>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace kaptan::ui
{

DraftsDialog* DraftsDialog::open(QWidget* parent, PaneHost& host, session::Session& session)
{
    auto* dialog = new DraftsDialog(parent, host, session);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->show();
    return dialog;
}

QVector<kube::Draft> DraftsDialog::of(const QVector<kube::Draft>& all, const QString& connectionId)
{
    QVector<kube::Draft> found;
    for (const kube::Draft& draft : all)
        if (draft.connectionId == connectionId)
            found.append(draft);
    return found;
}

DraftsDialog::DraftsDialog(QWidget* parent, PaneHost& host, session::Session& session)
    : QDialog(parent ? parent->window() : nullptr), m_host(host), m_session(&session),
      m_title(new QLabel(this)), m_text(new QLabel(this)), m_none(new QLabel(this)),
      m_error(new ErrorBox(this)), m_list(new QListWidget(this)), m_open(new QPushButton(this)),
      m_discard(new QPushButton(this)), m_close(new QPushButton(this))
{
    setObjectName(u"draftsDialog"_s);
    resize(560, 380);
    for (QLabel* label : {m_title, m_text, m_none}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
    }
    setLook(m_title, Look::Title);
    setLook(m_text, Look::Muted);
    setLook(m_none, Look::Muted);
    m_list->setObjectName(u"draftList"_s);
    m_open->setObjectName(u"draftOpen"_s);
    m_open->setDefault(true);
    setLook(m_open, Look::Primary);
    m_discard->setObjectName(u"draftDiscard"_s);
    m_discard->setAutoDefault(false);
    setLook(m_discard, Look::Danger);
    m_close->setAutoDefault(false);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(space::s);
    buttons->addWidget(m_discard);
    buttons->addStretch();
    buttons->addWidget(m_close);
    buttons->addWidget(m_open);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(space::xl, space::l, space::xl, space::l);
    column->setSpacing(space::s);
    column->addWidget(m_title);
    column->addWidget(m_text);
    column->addWidget(m_error);
    column->addWidget(m_none);
    column->addWidget(m_list, 1);
    column->addLayout(buttons);
    connect(m_list, &QListWidget::itemActivated, this, &DraftsDialog::openCurrent);
    connect(m_open, &QPushButton::clicked, this, &DraftsDialog::openCurrent);
    connect(m_discard, &QPushButton::clicked, this, &DraftsDialog::discardCurrent);
    connect(m_close, &QPushButton::clicked, this, &QDialog::reject);
    connect(&Workbench::drafts(), &DraftKeeper::changed, this, &DraftsDialog::read);
    connect(&session, &QObject::destroyed, this, &QDialog::reject);
    retranslate();
    present();
    read();
}

void DraftsDialog::read()
{
    whenDone(Workbench::drafts().all(), this, [this](const Result<QVector<kube::Draft>>& all) {
        if (!all) {
            m_error->set(all.error(), [this] { read(); });
            return;
        }
        m_error->clear();
        m_drafts = of(*all, m_session ? m_session->spec().id : QString());
        present();
    });
}

void DraftsDialog::present()
{
    const int row = std::max(0, m_list->currentRow());
    m_list->clear();
    for (const kube::Draft& draft : std::as_const(m_drafts)) {
        const QString when = QLocale().toString(draft.changed.toLocalTime(), QLocale::ShortFormat);
        //: of a draft: its title and when it was changed last
        QString line = tr("%1 — %2").arg(plainLine(draft.title, 200), when);
        if (draft.applying)
            //: behind a draft's title
            line += u" — "_s + tr("its apply was broken off");
        m_list->addItem(line);
    }
    m_list->setCurrentRow(std::min(row, m_list->count() - 1));
    const bool any = m_list->count() > 0;
    m_list->setVisible(any);
    m_none->setVisible(!any);
    m_open->setEnabled(any);
    m_discard->setEnabled(any);
}

void DraftsDialog::openCurrent()
{
    const int row = m_list->currentRow();
    if (row < 0 || row >= m_drafts.size() || !m_session)
        return;
    Workbench::reopen(parentWidget(), m_host, *m_session, m_drafts[row]);
    accept();
}

void DraftsDialog::discardCurrent()
{
    const int row = m_list->currentRow();
    if (row < 0 || row >= m_drafts.size())
        return;
    const kube::Draft draft = m_drafts[row];
    if (Workbench* open = Workbench::openWith(draft.id)) { // it is discarded where it is written
        open->show();
        open->raise();
        open->activateWindow();
        return;
    }
    Question question;
    question.title = tr("Discard the draft");
    question.text = tr("What was written in it is lost. Nothing in the cluster is changed.");
    //: heading of a list with the draft's title
    question.goes = {{tr("Draft"), {draft.title}}};
    question.confirmText = tr("Discard");
    ConfirmDialog::ask(this, question, [id = draft.id] { (void)Workbench::drafts().remove(id); });
}

void DraftsDialog::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        present();
    }
    QDialog::changeEvent(event);
}

void DraftsDialog::retranslate()
{
    setWindowTitle(tr("Drafts"));
    //: %1 is a connection
    m_title->setText(tr("Drafts of %1").arg(m_session ? plainLine(m_session->spec().name, 80) : QString()));
    m_text->setText(tr("Edits that were not applied. They are kept on this computer, for you alone."));
    m_none->setText(tr("There are none."));
    m_list->setAccessibleName(tr("Drafts"));
    m_open->setText(tr("Open"));
    m_discard->setText(tr("Discard …"));
    m_close->setText(tr("Close"));
}

} // namespace kaptan::ui
