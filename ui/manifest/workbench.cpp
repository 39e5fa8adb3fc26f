#include "ui/manifest/workbench.h"

#include "ui/common/error_box.h"
#include "ui/common/plain_text.h"
#include "ui/manifest/bench_edit_page.h"
#include "ui/manifest/bench_outcome_page.h"
#include "ui/manifest/bench_review_page.h"
#include "ui/manifest/keep_draft_dialog.h"
#include "ui/manifest/notice_box.h"
#include "ui/manifest/schema_help.h"
#include "ui/manifest/step_bar.h"

#include <QApplication>
#include <QCloseEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QScreen>

#include <algorithm>

using namespace Qt::StringLiterals;

/// The frame of the workbench. workbench_open.cpp has how one begins, workbench_flow.cpp its steps.
namespace kaptan::ui
{

namespace
{

/// As large as a page wants; smaller where its window is, down to what can be used.
constexpr QSize wanted(1180, 760), least(640, 440);
constexpr int saveSoonMs = 100;  ///< so much of an edit is lost at most when the program is killed
constexpr int updateSoonMs = 60; ///< a thousand answers are not a thousand changes of the buttons

} // namespace

DraftKeeper& Workbench::drafts()
{
    static QPointer<DraftKeeper> keeper;
    if (!keeper)
        keeper = new DraftKeeper({}, QCoreApplication::instance());
    return *keeper;
}

Workbench::Workbench(QWidget* parent, PaneHost& host, session::Session& session)
    : QDialog(parent ? parent->window() : nullptr), m_host(host), m_session(&session),
      m_connectionId(session.spec().id), m_cluster(session.cluster()), m_title(new QLabel(this)),
      m_place(new QLabel(this)), m_steps(new StepBar(this)), m_error(new ErrorBox(this)),
      m_notice(new NoticeBox(Tone::Accent, this)), m_stack(new QStackedWidget(this)),
      m_loadingPage(new QLabel), m_edit(new BenchEditPage), m_review(new BenchReviewPage),
      m_outcome(new BenchOutcomePage), m_status(new QLabel(this)), m_close(new QPushButton(this)),
      m_back(new QPushButton(this)), m_next(new QPushButton(this)), m_openDraft(new QPushButton)
{
    setObjectName(u"workbench"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setModal(false);
    setWindowFlag(Qt::WindowMaximizeButtonHint);
    setAcceptDrops(false);
    for (QLabel* label : {m_title, m_place, m_loadingPage, m_status})
        label->setTextFormat(Qt::PlainText);
    setLook(m_title, Look::Title);
    setLook(m_place, Look::Muted);
    setLook(m_loadingPage, Look::Muted);
    setLook(m_status, Look::Muted);
    m_status->setObjectName(u"benchStatus"_s);
    m_error->setObjectName(u"benchError"_s);
    m_loadingPage->setAlignment(Qt::AlignCenter);
    for (QWidget* page : std::initializer_list<QWidget*>{m_loadingPage, m_edit, m_review, m_outcome})
        m_stack->addWidget(page);
    m_close->setObjectName(u"benchClose"_s);
    m_back->setObjectName(u"benchBack"_s);
    m_next->setObjectName(u"benchNext"_s);
    setLook(m_next, Look::Primary);
    for (QPushButton* button : {m_close, m_back, m_next})
        button->setAutoDefault(false);

    auto* head = new QHBoxLayout;
    head->setSpacing(space::m);
    head->addWidget(m_title);
    head->addWidget(m_place, 1);
    head->addWidget(m_steps);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(space::s);
    buttons->addWidget(m_status, 1);
    buttons->addWidget(m_close);
    buttons->addWidget(m_back);
    buttons->addWidget(m_next);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(space::l, space::m, space::l, space::m);
    column->setSpacing(space::s);
    column->addLayout(head);
    column->addWidget(m_error);
    column->addWidget(m_notice);
    column->addWidget(m_stack, 1);
    column->addLayout(buttons);

    connect(m_close, &QPushButton::clicked, this, &Workbench::reject);
    connect(m_back, &QPushButton::clicked, this, &Workbench::back);
    connect(m_next, &QPushButton::clicked, this, &Workbench::next);
    connect(m_edit, &BenchEditPage::edited, this, &Workbench::textEdited);
    connect(m_edit, &BenchEditPage::parsed, this, &Workbench::textParsed);
    connect(m_review, &BenchReviewPage::carryOverRequested, this, &Workbench::carryOver);
    connect(&session, &session::Session::stateChanged, this, &Workbench::followSession);
    m_openDraft->setObjectName(u"openOlderDraft"_s);
    m_openDraft->setAutoDefault(false);
    m_notice->addControl(m_openDraft);
    m_openDraft->hide();
    connect(m_openDraft, &QPushButton::clicked, this, [this] {
        m_notice->hide();
        m_openDraft->hide();
        if (Workbench* other = openWith(m_olderDraft.id)) {
            other->raise();
            other->activateWindow();
            return;
        }
        begin(taskOf(m_olderDraft, m_cluster ? m_cluster->discovery().get() : nullptr));
    });
    m_saveSoon.setSingleShot(true);
    m_saveSoon.setInterval(saveSoonMs);
    connect(&m_saveSoon, &QTimer::timeout, this, &Workbench::saveDraft);
    m_updateSoon.setSingleShot(true);
    m_updateSoon.setInterval(updateSoonMs);
    connect(&m_updateSoon, &QTimer::timeout, this, [this] { update(); });
    connect(&drafts(), &DraftKeeper::failed, this,
            [this](const Error& error) { m_error->set(error, {}, true); });
    if (m_cluster) {
        m_permissions = std::make_unique<kube::Permissions>(*m_cluster->api());
        connect(m_permissions.get(), &kube::Permissions::changed, this, [this] { update(); });
        connect(m_cluster, &QObject::destroyed, this, [this] { m_permissions.reset(); });
        connect(m_cluster, &kube::Cluster::discoveryChanged, this, &Workbench::textParsed);
        m_edit->setContext({m_cluster, m_cluster->nameSpace()});
        m_help = new SchemaHelp(*m_cluster, this);
        connect(m_help, &SchemaHelp::fetched, m_edit->editor(), &YamlEditor::completeAgain);
        m_edit->editor()->setProvider([help = m_help](const QString& text, int line, int at) {
            return help->complete(text, line, at);
        });
    }
    retranslate();
    setStep(Step::Edit);
}

Workbench::~Workbench()
{
    if (m_saveSoon.isActive())
        saveDraft();
    m_review->setRun(nullptr);
}

void Workbench::showEvent(QShowEvent* event)
{
    if (!testAttribute(Qt::WA_Resized)) {
        QSize room = screen() ? screen()->availableSize() : QSize(1366, 768);
        const QWidget* owner = parentWidget();
        if (owner)
            room = room.boundedTo(owner->size().expandedTo(least + QSize(32, 32)));
        resize(wanted.boundedTo(room - QSize(32, 32)));
        if (owner)
            move(owner->geometry().center() - rect().center());
    }
    setMinimumSize(least.boundedTo(size()));
    QDialog::showEvent(event);
}

// ---- steps

void Workbench::setStep(Step step)
{
    m_step = step;
    m_stack->setCurrentWidget(m_loading              ? static_cast<QWidget*>(m_loadingPage)
                              : step == Step::Edit   ? static_cast<QWidget*>(m_edit)
                              : step == Step::Review ? static_cast<QWidget*>(m_review)
                                                     : static_cast<QWidget*>(m_outcome));
    m_steps->setCurrent(int(step));
    update();
    if (!isVisible() || m_loading)
        return;
    if (step == Step::Edit)
        m_edit->editor()->setFocus();
    else if (step == Step::Review)
        m_review->focusFirst();
    else
        m_outcome->focusFirst();
}

void Workbench::next()
{
    if (!whyNotNext().isEmpty())
        return;
    switch (m_step) {
    case Step::Edit:
        toReview();
        break;
    case Step::Review:
        askApply();
        break;
    case Step::Outcome:
        if (m_offerRest)
            askApply();
        else if (isDirty())
            askToKeep();
        else
            leave();
        break;
    }
}

void Workbench::back()
{
    if (m_saving)
        return; // in a moment it can be stopped
    if (m_applyRun && !m_applyRun->isFinished()) {
        m_applyRun->cancel();
        update();
        return;
    }
    m_offerRest = false;
    m_notice->hide();
    setStep(Step::Edit);
}

void Workbench::update()
{
    const QString why = whyNotNext();
    const bool busy = m_applyRun && !m_applyRun->isFinished();
    QString nextText, status;
    switch (m_step) {
    case Step::Edit:
        //: button: ask the server what it would make of the text
        nextText = tr("Review");
        break;
    case Step::Review: {
        const int count = int(toBeSent().size());
        nextText = count > 1 ? tr("Apply %n object(s)", nullptr, count) : tr("Apply");
        status = m_review->summary();
        break;
    }
    case Step::Outcome:
        nextText = m_offerRest ? tr("Continue with the rest") : tr("Done");
        status = m_outcome->summary();
        break;
    }
    m_next->setText(nextText);
    m_next->setEnabled(why.isEmpty());
    m_next->setToolTip(why.isEmpty() ? tr("Ctrl+Enter") : plainToolTip(why));
    // Said in words too: a tooltip is easily missed.
    m_status->setText(plainLine(why.isEmpty() || m_step == Step::Outcome ? status
                                : status.isEmpty()                       ? why
                                                                         : status + u" — "_s + why,
                                300));
    m_status->setToolTip(plainToolTip(why));
    // What was applied whole has no way back: the object is another one now.
    m_back->setVisible(m_step != Step::Edit && !(m_step == Step::Outcome && !busy && allApplied()));
    m_back->setText(busy ? tr("Stop") : tr("Back to the text"));
    m_back->setToolTip(busy ? tr("Nothing more is sent; what is under way is waited for") : QString());
    m_review->setEnabled(!m_saving);
    m_close->setVisible(!(m_step == Step::Outcome && !busy && !m_offerRest && !isDirty()));
    m_close->setText(busy ? tr("Continue in the background") : tr("Close"));
    m_place->setText(m_session ? plainLine(m_session->spec().name, 80) : QString());
}

void Workbench::followSession()
{
    if (m_session && m_session->state().phase == session::Phase::Live && m_loading && m_retry &&
        m_error->error())
        m_retry();
    update();
}

// ---- the draft

bool Workbench::isDirty() const
{
    return !m_loading && (m_edit->text() != m_original || !m_task.draftId.isEmpty());
}

void Workbench::saveDraft()
{
    m_saveSoon.stop();
    if (m_task.draftId.isEmpty())
        m_task.draftId = DraftKeeper::newId();
    m_task.text = m_edit->text();
    kube::Draft draft = draftOf(m_task, m_connectionId);
    // A new object is known by its name as soon as it has one.
    if (const auto manifest = m_edit->manifest();
        m_task.kind == BenchTask::Kind::New && manifest && manifest->objects.size() == 1)
        draft.title = manifest->objects.first().title();
    drafts().save(draft);
}

void Workbench::dropDraft()
{
    m_saveSoon.stop();
    m_original = m_edit->text();
    if (const QString id = std::exchange(m_task.draftId, {}); !id.isEmpty())
        (void)drafts().remove(id);
}

void Workbench::reject()
{
    if (m_applyRun && !m_applyRun->isFinished()) {
        hide(); // goes on; the task list shows how far it is
        m_closing = true;
        return;
    }
    if (isDirty())
        askToKeep();
    else
        leave();
}

/// The window's own button does what Close does: an apply goes on, work is asked about.
void Workbench::closeEvent(QCloseEvent* event)
{
    event->ignore();
    // Within close() a second one would do nothing, and this would be hidden for ever.
    QMetaObject::invokeMethod(this, &Workbench::reject, Qt::QueuedConnection);
}

Workbench* Workbench::openWith(const QString& draftId)
{
    for (QWidget* top : QApplication::topLevelWidgets())
        if (auto* bench = qobject_cast<Workbench*>(top);
            bench && !draftId.isEmpty() && bench->m_task.draftId == draftId)
            return bench;
    return nullptr;
}

void Workbench::leave()
{
    QDialog::reject();
}

void Workbench::askToKeep()
{
    auto* ask = new KeepDraftDialog(titleText(), this);
    ask->setAttribute(Qt::WA_DeleteOnClose);
    connect(ask, &KeepDraftDialog::keepChosen, this, [this] {
        saveDraft();
        leave();
    });
    connect(ask, &KeepDraftDialog::discardChosen, this, [this] {
        dropDraft();
        leave();
    });
    ask->open();
}

QString Workbench::titleText() const
{
    return m_task.title.isEmpty() ? tr("Manifest") : m_task.title;
}

// ---- words and keys

void Workbench::retranslate()
{
    const QString name = plainLine(titleText(), 100);
    switch (m_task.kind) {
    case BenchTask::Kind::Edit:
        m_title->setText(tr("Edit %1").arg(name));
        break;
    case BenchTask::Kind::New:
        //: %1 is a kind ("Deployment")
        m_title->setText(tr("New %1").arg(name));
        break;
    case BenchTask::Kind::Apply:
        m_title->setText(tr("Apply %1").arg(name));
        break;
    }
    setWindowTitle(m_title->text());
    //: the three steps of the workbench
    m_steps->setSteps({tr("Edit"), tr("Review"), tr("Apply")});
    m_loadingPage->setText(tr("Loading …"));
    m_stack->setAccessibleName(m_title->text());
    //: button: a draft of the same object that was kept earlier
    m_openDraft->setText(tr("Open the draft"));
    update();
}

void Workbench::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QDialog::changeEvent(event);
}

void Workbench::keyPressEvent(QKeyEvent* event)
{
    if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) &&
        event->modifiers().testFlag(Qt::ControlModifier)) {
        next();
        return;
    }
    QDialog::keyPressEvent(event);
}

} // namespace kaptan::ui
