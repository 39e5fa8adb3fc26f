// The steps of the workbench: what is possible, the review, the apply.
#include "app/core/when_done.h"
#include "app/kube/change/edit_plan.h"
#include "ui/common/confirm_dialog.h"
#include "ui/common/error_box.h"
#include "ui/common/plain_text.h"
#include "ui/manifest/bench_edit_page.h"
#include "ui/manifest/bench_outcome_page.h"
#include "ui/manifest/bench_review_page.h"
#include "ui/manifest/notice_box.h"
#include "ui/manifest/schema_help.h"
#include "ui/manifest/workbench.h"

#include <algorithm>
#include <functional>

using namespace Qt::StringLiterals;

namespace kaptan::ui
{

using State = kube::ApplyOutcome::State;

namespace
{

constexpr int mostAsked = 20; ///< kinds and namespaces whose rights are asked for; the server says the rest

QString uidOf(const QJsonObject& object)
{
    return object.value("metadata"_L1).toObject().value("uid"_L1).toString();
}

} // namespace

// ---- what is possible

QString Workbench::whyNotWrite()
{
    if (!m_session || !m_cluster || m_session->state().phase != session::Phase::Live ||
        !m_cluster->discovery())
        return tr("The cluster is not connected.");
    return m_session->whyNotWritable();
}

QString Workbench::whyNotPermitted()
{
    if (!m_permissions)
        return {};
    QSet<QString> asked;
    QString first;
    const bool isEdit = m_task.kind == BenchTask::Kind::Edit;
    const QVector<BenchObject> objects = objectsNow();
    for (const BenchObject& object : objects) {
        if (!object.resource || asked.size() >= mostAsked)
            return {};
        const QString key = object.resource->qualifiedName() + u' ' + object.nameSpace;
        if (asked.contains(key))
            continue;
        asked.insert(key);
        // A right may be for some names alone; what is new has none that could be known there.
        QString why = m_permissions->whyNot(u"patch"_s, *object.resource, object.nameSpace,
                                            isEdit ? object.manifest.name : QString());
        if (why.isEmpty() && m_task.kind == BenchTask::Kind::New)
            why = m_permissions->whyNot(u"create"_s, *object.resource, object.nameSpace);
        if (why.isEmpty())
            return {}; // some of it may go: the review tells which
        if (first.isEmpty())
            first = why;
    }
    return first;
}

QString Workbench::whyNotNext()
{
    if (m_loading)
        return m_error->error() ? tr("There is nothing to apply.") : tr("Loading …");
    if (m_saving)
        return tr("It is being applied.");
    switch (m_step) {
    case Step::Edit: {
        if (const QString why = whyNotWrite(); !why.isEmpty())
            return why;
        if (m_task.kind == BenchTask::Kind::Edit && !isDirty())
            return tr("Nothing was changed yet.");
        const auto manifest = m_edit->manifest();
        if (!manifest)
            return {}; // being read; the step is taken afterwards
        if (manifest->hasErrors())
            return tr("Mend what is wrong in the text first.");
        if (manifest->objects.isEmpty())
            return tr("There is no object in the text.");
        return whyNotPermitted();
    }
    case Step::Review: {
        if (const QString why = whyNotWrite(); !why.isEmpty())
            return why;
        if (!m_reviewRun || !m_reviewRun->isFinished())
            return tr("The server is being asked.");
        if (!toBeSent().isEmpty())
            return {};
        bool conflict = false, refused = false;
        for (int i = 0; i < m_reviewRun->count(); ++i) {
            conflict = conflict || m_reviewRun->item(i).preview.needsForce();
            refused = refused || m_reviewRun->item(i).state == ReviewItem::State::Refused;
        }
        return conflict  ? tr("Others manage fields that would be changed: take them over, or go back.")
               : refused ? tr("The server does not take it.")
                         : tr("Nothing would be changed.");
    }
    case Step::Outcome:
        if (m_applyRun && !m_applyRun->isFinished())
            return tr("It is being applied.");
        return m_offerRest ? whyNotWrite() : QString();
    }
    return {};
}

QVector<BenchObject> Workbench::objectsNow() const
{
    const auto manifest = m_edit->manifest();
    const auto discovery = m_cluster ? m_cluster->discovery() : nullptr;
    if (!manifest || !discovery)
        return {};
    const QString nameSpace = m_task.nameSpace.isEmpty() ? m_cluster->nameSpace() : m_task.nameSpace;
    return resolveObjects(manifest->objects, m_task, *discovery, nameSpace);
}

// ---- the text

void Workbench::textEdited()
{
    if (m_loading)
        return;
    m_journal.reset(); // it speaks of another text now
    if (!m_saveSoon.isActive())
        m_saveSoon.start();
    if (!m_updateSoon.isActive())
        m_updateSoon.start();
}

void Workbench::textParsed()
{
    if (m_loading)
        return;
    QVector<kube::ManifestProblem> hints;
    const QVector<BenchObject> objects = objectsNow();
    bool found = m_task.kind != BenchTask::Kind::Edit;
    if (m_help && !objects.isEmpty()) // what the writer is at will be asked for soon
        m_help->prepare(objects.first().manifest.apiVersion);
    for (const BenchObject& object : objects) {
        found = found || !object.base.isEmpty();
        if (!object.resource && !object.manifest.kind.isEmpty() && hints.size() < 200)
            hints.append({object.manifest.line,
                          1,
                          tr("this cluster has no kind %1 in %2")
                              .arg(object.manifest.kind, object.manifest.apiVersion),
                          {},
                          true});
    }
    if (!found && !objects.isEmpty())
        hints.append({objects.first().manifest.line, 1,
                      tr("this is not the object that was opened: another one would be made or changed"),
                      tr("Kind, name and namespace of an object cannot be changed"), true});
    m_edit->setHints(hints);
    if (m_journal)
        showJournal();
    if (std::exchange(m_reviewWanted, false) && m_step == Step::Edit && whyNotNext().isEmpty())
        toReview();
    update();
}

// ---- the review

void Workbench::toReview()
{
    if (!m_edit->manifest()) {
        m_reviewWanted = true;
        return;
    }
    m_notice->hide();
    m_openDraft->hide();
    m_error->clear();
    m_objects = objectsNow();
    if (m_objects.isEmpty() || !m_cluster)
        return;
    m_review->setRun(nullptr);
    if (m_reviewRun)
        m_reviewRun->deleteLater();
    m_reviewRun = new ReviewRun(*m_cluster, m_objects, this);
    const auto soon = [this] {
        if (!m_updateSoon.isActive())
            m_updateSoon.start();
    };
    connect(m_reviewRun, &ReviewRun::changed, this, soon);
    connect(m_reviewRun, &ReviewRun::finished, this, [this] { update(); });
    m_review->setRun(m_reviewRun);
    m_reviewRun->start();
    setStep(Step::Review);
}

QVector<int> Workbench::toBeSent() const
{
    QVector<int> indexes;
    for (int i = 0; m_reviewRun && i < m_reviewRun->count(); ++i)
        if (m_reviewRun->item(i).goes())
            indexes.append(i);
    return indexes;
}

void Workbench::carryOver(int index)
{
    if (!m_reviewRun || index < 0 || index >= m_objects.size())
        return;
    const QJsonObject live = m_reviewRun->item(index).preview.live;
    const BenchObject& object = m_objects[index];
    if (live.isEmpty() || object.base.isEmpty())
        return;
    const kube::Rebase rebased =
        kube::rebase(kube::editable(object.base), object.manifest.object, kube::editable(live));
    const QString text =
        carriedText(m_edit->text(), object.manifest.document, object.manifest.object, rebased.merged);
    m_task.base = live;
    setStep(Step::Edit);
    m_reviewWanted = rebased.clashes.isEmpty();
    m_edit->changeText(text);
    saveDraft();
    if (!rebased.clashes.isEmpty()) {
        m_notice->set(tr("Your changes are now on top of the object as it is. These fields were changed by "
                         "both; your values stand here:"),
                      rebased.clashes);
        m_notice->show();
    }
}

// ---- the apply

void Workbench::askApply()
{
    const bool isRest = m_offerRest;
    const QVector<int> only = isRest ? m_rest : toBeSent();
    if (only.isEmpty())
        return;
    if (!m_session->spec().production)
        return saveAndApply(only);
    Question question;
    question.title = tr("Apply to production");
    question.text =
        only.size() == 1
            //: %1 is an object ("Deployment shop/web")
            ? tr("%1 is made or changed.").arg(plainLine(m_objects[only.first()].manifest.title(), 200))
            : tr("%n object(s) are made or changed.", nullptr, int(only.size()));
    question.confirmText =
        only.size() == 1 ? tr("Apply") : tr("Apply %n object(s)", nullptr, int(only.size()));
    question.typedName = m_session->spec().name;
    question.destructive = false;
    ConfirmDialog::ask(this, question, [this, isRest, only] {
        if (whyNotNext().isEmpty() && m_offerRest == isRest && (isRest ? m_rest : toBeSent()) == only)
            saveAndApply(only);
    });
}

void Workbench::saveAndApply(const QVector<int>& only)
{
    if (only.isEmpty() || !whyNotWrite().isEmpty())
        return;
    // On disk before the first object is sent: a killed program finds here how far it came.
    if (m_task.draftId.isEmpty())
        m_task.draftId = DraftKeeper::newId();
    m_task.applying = m_task.kind != BenchTask::Kind::Edit;
    m_task.text = m_edit->text();
    m_saveSoon.stop();
    m_saving = true;
    update();
    whenDone(drafts().saveNow(draftOf(m_task, m_connectionId)), this, [this, only](const Result<void>&) {
        m_saving = false;
        // Where it could not be written, the reader was told; his objects are worth more than the
        // draft.
        if (whyNotWrite().isEmpty())
            apply(only);
        else
            update();
    });
}

void Workbench::apply(const QVector<int>& only)
{
    ApplyRun::Options options;
    options.nameSpace = m_task.nameSpace.isEmpty() ? m_cluster->nameSpace() : m_task.nameSpace;
    options.only = only;
    options.edits = m_task.kind == BenchTask::Kind::Edit;
    if (!options.edits)
        options.journal = drafts().journalFile(m_task.draftId);
    QVector<kube::ApplyOutcome> before(m_objects.size());
    if (m_offerRest) {
        before = m_outcome->outcomes();
    } else {
        for (int i = 0; m_reviewRun && i < m_reviewRun->count() && i < before.size(); ++i) {
            const ReviewItem& item = m_reviewRun->item(i);
            if (item.goes() && item.force)
                options.force.insert(i);
            if (options.edits && item.goes())
                options.reviewed.insert(i,
                                        kube::ReviewedState{uidOf(item.preview.live), item.preview.clashes});
            if (item.state == ReviewItem::State::Unchanged)
                before[i].state = State::Unchanged;
            else if (!item.goes()) {
                before[i].state = item.error ? State::Failed : State::Skipped;
                before[i].error = item.error;
            }
        }
    }
    m_offerRest = false;
    m_notice->hide();
    options.before = before;
    if (m_applyRun)
        m_applyRun->deleteLater();
    m_applyRun = new ApplyRun(*m_cluster, m_objects, options, this);
    for (const int index : only)
        before[index] = {};
    m_outcome->setObjects(m_objects, before);
    m_outcome->setBusy(true);
    connect(m_applyRun, &ApplyRun::changed, this, [this](int index) {
        m_outcome->update(index, m_applyRun->outcomes()[index]);
        if (!m_updateSoon.isActive())
            m_updateSoon.start();
    });
    connect(m_applyRun, &ApplyRun::finished, this, &Workbench::applyEnded);
    const QString name = plainLine(titleText(), 100);
    m_host.runTask(tr("Apply %1").arg(name), tr("%1 was applied.").arg(name), m_applyRun->future(),
                   u"cluster"_s);
    m_applyRun->start();
    setStep(Step::Outcome);
}

bool Workbench::allApplied() const
{
    const QVector<kube::ApplyOutcome>& outcomes = m_outcome->outcomes();
    return !outcomes.isEmpty() &&
           std::all_of(outcomes.cbegin(), outcomes.cend(), std::mem_fn(&kube::ApplyOutcome::isGood));
}

void Workbench::applyEnded()
{
    const QVector<kube::ApplyOutcome> outcomes = m_applyRun->outcomes();
    m_outcome->setObjects(m_objects, outcomes);
    m_outcome->setBusy(false);
    m_task.applying = false;
    if (allApplied())
        dropDraft();
    else
        saveDraft();
    update();
    if (std::any_of(outcomes.cbegin(), outcomes.cend(), std::mem_fn(&kube::ApplyOutcome::isGood)))
        Q_EMIT applied();
    if (!m_closing)
        return;
    m_closing = false;
    if (allApplied())
        leave();
    else
        show(); // what failed is to be seen
    if (isHidden())
        deleteLater();
}

} // namespace kaptan::ui
