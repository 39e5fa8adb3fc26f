// How a workbench begins: with a live object, a template, a text from somewhere, a draft.
#include "app/core/when_done.h"
#include "app/kube/change/edit_plan.h"
#include "app/kube/manifest/yaml_edit.h"
#include "ui/common/error_box.h"
#include "ui/common/format.h"
#include "ui/common/plain_text.h"
#include "ui/manifest/bench_edit_page.h"
#include "ui/manifest/bench_outcome_page.h"
#include "ui/manifest/manifest_source.h"
#include "ui/manifest/notice_box.h"
#include "ui/manifest/workbench.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QJsonDocument>
#include <QThreadPool>

#include <algorithm>
#include <functional>

using namespace Qt::StringLiterals;

namespace kaptan::ui
{

Workbench* Workbench::open(QWidget* parent, PaneHost& host, session::Session& session)
{
    return new Workbench(parent, host, session);
}

Workbench* Workbench::editObject(QWidget* parent, PaneHost& host, session::Session& session,
                                 const kube::ApiResource& resource, const QString& nameSpace,
                                 const QString& name)
{
    Workbench* bench = open(parent, host, session);
    BenchTask& task = bench->m_task;
    task.kind = BenchTask::Kind::Edit;
    task.resource = resource;
    task.nameSpace = nameSpace;
    task.name = name;
    task.title = resource.kind + u' ' + (nameSpace.isEmpty() ? QString() : nameSpace + u'/') + name;
    bench->retranslate();
    bench->show();
    bench->readObject();
    return bench;
}

Workbench* Workbench::newObject(QWidget* parent, PaneHost& host, session::Session& session,
                                const QString& apiVersion, const QString& kind, const QString& nameSpace)
{
    Workbench* bench = open(parent, host, session);
    BenchTask task;
    task.kind = BenchTask::Kind::New;
    task.title = kind;
    task.nameSpace = nameSpace.isEmpty() && session.cluster() ? session.cluster()->nameSpace() : nameSpace;
    task.text = newObjectText(apiVersion, kind, task.nameSpace);
    bench->begin(task);
    bench->m_original = bench->m_edit->text();
    bench->show();
    bench->m_edit->focusFirst();
    return bench;
}

Workbench* Workbench::applyText(QWidget* parent, PaneHost& host, session::Session& session,
                                const QString& text, const QString& title)
{
    Workbench* bench = open(parent, host, session);
    BenchTask task;
    task.title = title;
    task.text = text;
    bench->begin(task);
    bench->show();
    return bench;
}

Workbench* Workbench::applyClipboard(QWidget* parent, PaneHost& host, session::Session& session)
{
    const QString text = QGuiApplication::clipboard()->text();
    return applyText(parent, host, session, text, tr("the clipboard’s text"));
}

Workbench* Workbench::applyFiles(QWidget* parent, PaneHost& host, session::Session& session,
                                 const QStringList& paths)
{
    Workbench* bench = open(parent, host, session);
    bench->m_task.title = paths.size() == 1 ? paths.first().section(u'/', -1, -1, QString::SectionSkipEmpty)
                                            : tr("%n file(s)", nullptr, int(paths.size()));
    bench->retranslate();
    bench->show();
    bench->readSource([paths] { return readManifests(paths); });
    return bench;
}

Workbench* Workbench::applyUrl(QWidget* parent, PaneHost& host, session::Session& session, const QUrl& url)
{
    Workbench* bench = open(parent, host, session);
    bench->m_task.title = url.fileName().isEmpty() ? url.host() : url.fileName();
    bench->retranslate();
    bench->show();
    bench->readSource([url] { return fetchManifest(url); });
    return bench;
}

Workbench* Workbench::reopen(QWidget* parent, PaneHost& host, session::Session& session,
                             const kube::Draft& draft)
{
    if (Workbench* already = openWith(draft.id)) { // one draft has one writer
        already->show();
        already->raise();
        already->activateWindow();
        return already;
    }
    Workbench* bench = open(parent, host, session);
    bench->begin(taskOf(draft, bench->m_cluster ? bench->m_cluster->discovery().get() : nullptr));
    bench->show();
    return bench;
}

void Workbench::load(const QFuture<Result<BenchTask>>& future, std::function<void()> retry)
{
    m_retry = std::move(retry);
    m_error->clear();
    m_loadingPage->show();
    whenDone(future, this, [this](const Result<BenchTask>& task) {
        if (!task) {
            m_loadingPage->hide();
            m_error->set(task.error(), m_retry);
            update();
            return;
        }
        begin(*task);
        if (task->kind == BenchTask::Kind::Edit) {
            m_original = m_edit->text();
            update();
            offerDraft();
        }
    });
}

void Workbench::readObject()
{
    if (!m_cluster || !m_task.resource)
        return;
    const BenchTask task = m_task;
    const auto read =
        m_cluster->api()
            ->get(*task.resource, task.nameSpace, task.name)
            .then(QThreadPool::globalInstance(), [task](Result<QByteArray> json) -> Result<BenchTask> {
                if (!json)
                    return failure(json.error());
                BenchTask opened = task;
                opened.base = QJsonDocument::fromJson(*json).object();
                if (opened.base.isEmpty())
                    return failure(
                        ParseError{task.title, task.resource->qualifiedName(), u"the answer is no object"_s});
                opened.text = kube::manifestText(kube::editable(opened.base));
                return opened;
            });
    load(read, [this] { readObject(); });
}

void Workbench::readSource(const std::function<QFuture<Result<SourceText>>()>& source)
{
    const auto read = source().then([](const Result<SourceText>& text) -> Result<BenchTask> {
        if (!text)
            return failure(text.error());
        BenchTask task;
        task.title = text->title;
        task.text = text->text;
        return task;
    });
    load(read, [this, source] { readSource(source); });
}

void Workbench::begin(const BenchTask& task)
{
    m_task = task;
    m_retry = {};
    m_original.clear();
    m_edit->setContext(
        {m_cluster, m_task.nameSpace.isEmpty() && m_cluster ? m_cluster->nameSpace() : m_task.nameSpace});
    m_edit->setText(task.text, task.kind != BenchTask::Kind::Edit);
    m_loading = false;
    // A text from a file is no draft before something of it is changed or sent.
    m_original = m_edit->text();
    retranslate();
    setStep(Step::Edit);
    if (m_task.applying)
        openJournal();
}

void Workbench::offerDraft()
{
    whenDone(drafts().all(), this, [this](const Result<QVector<kube::Draft>>& all) {
        if (!all || !m_session || !m_task.resource || !m_task.draftId.isEmpty())
            return;
        for (const kube::Draft& draft : *all) {
            if (draft.connectionId != m_session->spec().id || draft.group != m_task.resource->group ||
                draft.resource != m_task.resource->name || draft.nameSpace != m_task.nameSpace ||
                draft.name != m_task.name || openWith(draft.id))
                continue;
            m_olderDraft = draft;
            m_notice->set(
                //: %1 is a time
                tr("There is a draft of this object from %1 that was not applied.")
                    .arg(QLocale().toString(draft.changed.toLocalTime(), QLocale::ShortFormat)),
                {});
            m_openDraft->show();
            m_notice->show();
            return;
        }
    });
}

// ---- an apply that was broken off

void Workbench::openJournal()
{
    whenDone(drafts().journal(m_task.draftId), this, [this](const Result<kube::JournalReport>& report) {
        m_task.applying = false;
        if (!report || report->titles.isEmpty()) {
            m_notice->set(tr("An apply of this text was broken off before anything was sent."), {});
            m_notice->show();
            return;
        }
        if (m_edit->text() != m_original)
            return; // it was edited meanwhile, and is another text than the journal's
        m_journal = *report;
        if (m_edit->manifest())
            showJournal();
    });
}

void Workbench::showJournal()
{
    // When the kinds are known, and of a text that was read whole.
    const auto manifest = m_edit->manifest();
    if (!m_cluster || !m_cluster->discovery() || !manifest || manifest->hasErrors())
        return;
    const kube::JournalReport report = *std::exchange(m_journal, {});
    m_objects = objectsNow();
    QVector<kube::ManifestObject> objects;
    for (const BenchObject& each : std::as_const(m_objects))
        objects.append(each.manifest);
    kube::Resumption rest = kube::resume(report, objects);
    for (const int index : std::as_const(rest.leftOut)) { // what the reader did not want sent stays so
        rest.only.removeOne(index);
        rest.before[index].state = kube::ApplyOutcome::State::Skipped;
    }
    m_outcome->setObjects(m_objects, rest.before);
    m_outcome->setBusy(false);
    m_rest = rest.only;
    m_offerRest = !rest.only.isEmpty();
    const bool allGood = !rest.before.isEmpty() && std::all_of(rest.before.cbegin(), rest.before.cend(),
                                                               std::mem_fn(&kube::ApplyOutcome::isGood));
    m_notice->set(
        m_offerRest
            ? tr("This apply was broken off. So far it is known what became of the objects as shown here; "
                 "those that were sent without an answer are sent again, which does no harm.")
        : allGood ? tr("This apply was broken off, but all objects were applied.")
                  : tr("This apply was broken off. What could be sent was sent; see what became of each."),
        {});
    m_notice->show();
    if (allGood)
        dropDraft();
    setStep(Step::Outcome);
}

} // namespace kaptan::ui
