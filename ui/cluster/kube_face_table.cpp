#include "ui/cluster/kube_face_private.h"

#include "app/kube/api/kube_error.h"
#include "ui/cluster/kube_details.h"
#include "ui/cluster/kube_edit_actions.h"
#include "ui/cluster/kube_kind_list.h"
#include "ui/cluster/kube_overview.h"
#include "ui/cluster/pods_model.h"
#include "ui/cluster/resource_page.h"
#include "ui/common/format.h"
#include "ui/common/pane_frame.h"
#include "ui/common/plain_text.h"

#include <QHeaderView>
#include <QLocale>

using namespace Qt::StringLiterals;

/// The table of one kind.
namespace kaptan::ui
{

void KubeFace::Private::openOverview()
{
    kind.reset();
    waitsForScope = false;
    wantedName.clear();
    drawer->close();
    feeds.end();
    rowQueue.clear();
    dropPods();
    kinds->select(nullptr);
    // The page that goes takes the focus with it, and without one no shortcut of the pane is heard.
    const bool hadFocus = stack->isAncestorOf(q->window()->focusWidget());
    stack->setCurrentWidget(overview);
    stack->setFocusProxy(overview);
    if (hadFocus)
        overview->setFocus();
    frame->filterEdit()->parentWidget()->hide();
    frame->setNotice({});
    remove->setVisible(false);
    follow();
}

void KubeFace::Private::openKind(const kube::ApiResource& resource)
{
    kind = resource;
    wantedName.clear();
    drawer->close();
    kinds->select(&resource);
    frame->filterEdit()->parentWidget()->show();
    frame->filterEdit()->clear();
    nameSpaceBox->setVisible(resource.namespaced);
    remove->setVisible(true);
    overview->setActive(false);
    watchKind();
}

void KubeFace::Private::watchKind()
{
    if (!kind || !cluster)
        return;
    rowQueue.clear();
    waitsForScope = false;
    dropPods();
    if (cachesHavePods()) {
        watchPods();
        return;
    }
    KubeTableModel::Layout layout = layoutNow();
    layout.columns = {{u"Name"_s, u"string"_s, {}, 0}, {u"Age"_s, u"date"_s, {}, 0}};
    makeCellsPage(layout);
    waitsForScope = kind->namespaced && !scopeKnown;
    if (waitsForScope)
        feeds.end();
    else
        feeds.watch(cluster, *kind, watchedNameSpaces());
    showState();
    updateActions();
}

KubeTableModel::Layout KubeFace::Private::layoutNow() const
{
    KubeTableModel::Layout layout;
    layout.withNameSpace = kind->namespaced && chosenNameSpace().isEmpty();
    layout.wide = true; // showWide() hides them again
    return layout;
}

void KubeFace::Private::showWide()
{
    const int sorted = cells->sortColumn();
    cells->showWide(wide->isChecked());
    if (cells->sortColumn() != sorted)
        page->table()->horizontalHeader()->setSortIndicator(cells->sortColumn(), cells->sortOrder());
}

void KubeFace::Private::makeCellsPage(const KubeTableModel::Layout& layout)
{
    auto* next = new KubeTableModel(layout, this);
    if (cells && cells->layout().isSame(layout))
        next->sort(cells->sortColumn(), cells->sortOrder());
    else
        next->sort(0);
    next->showWide(wide->isChecked());
    makePage(next);
}

void KubeFace::Private::makePage(RowModelBase* next)
{
    auto* oldModel = model;
    auto* oldPage = page;
    model = next;
    cells = qobject_cast<KubeTableModel*>(next);
    pods = qobject_cast<PodsModel*>(next);
    wideButton->setVisible(cells);
    logs->setVisible(pods);
    model->setFilter(frame->filterEdit()->text());
    page = new ResourcePage(u"kubeTable"_s, model);
    TableView* table = page->table();
    table->setAccessibleName(plainLine(kindTitle(*kind), 80));
    table->addAction(remove);
    table->addAction(open);
    table->addAction(logs);
    table->setRowActions(QList<QAction*>{open, edits->edit(), logs, yaml, copyName} + admin->actions(*kind) +
                         QList<QAction*>{remove});
    connect(table, &TableView::activatedKey, this, [this] { showDetails(); });
    connect(table, &TableView::escapePressed, drawer, &Drawer::close);
    connect(table, &TableView::selectedKeysChanged, this, &Private::updateActions);
    connect(table, &TableView::menuAboutToShow, this, &Private::updateActions);
    connect(table, &TableView::currentKeyChanged, this, [this](const QString& key) {
        updateActions();
        if (drawer->isOpen())
            key.isEmpty() ? drawer->close() : showDetails();
    });
    connect(page, &ResourcePage::clearFilterRequested, this, [this] { frame->filterEdit()->clear(); });
    connect(model, &RowModelBase::countsChanged, this, &Private::showCount);
    const bool hadFocus = stack->isAncestorOf(q->window()->focusWidget());
    stack->addWidget(page);
    stack->setCurrentWidget(page);
    stack->setFocusProxy(page);
    if (hadFocus)
        page->setFocus();
    if (oldPage) {
        stack->removeWidget(oldPage);
        oldPage->deleteLater();
        oldModel->disconnect(this);
        oldModel->deleteLater();
    }
    showPageWords();
    showCount();
}

void KubeFace::Private::takeRows(const QVector<KubeRow>& upserted, const QVector<QString>& removed)
{
    if (!kind || !cells)
        return;
    KubeTableModel::Layout layout = layoutNow();
    layout.columns = feeds.columns();
    if (!layout.columns.isEmpty() && !layout.isSame(cells->layout())) {
        // The first rows, or a kind whose author changed its columns.
        QVector<KubeRow> before;
        before.reserve(cells->total());
        cells->forEach([&before](const KubeRow& row) { before.append(row); });
        const QString current = page->table()->currentKey();
        layout.sample = upserted;
        makeCellsPage(layout);
        page->table()->selectKey(current); // as soon as it comes
        if (!before.isEmpty()) {
            // What is told now comes after them.
            rowQueue.addFirst(upserted, removed);
            rowQueue.addFirst(before);
            return;
        }
    }
    cells->apply(upserted, removed);
    for (const KubeRow& row : upserted) {
        details->touch(KubeTableModel::keyOfRow(*row));
        if (!wantedName.isEmpty() && row->nameSpace.toString() + u'/' + row->name.toString() == wantedName) {
            page->table()->selectKey(KubeTableModel::keyOfRow(*row));
            wantedName.clear();
        }
    }
    showState();
}

void KubeFace::Private::showState()
{
    if (!kind || !page)
        return;
    const KubeFeeds::State state = tableState();
    const bool live = session && session->state().phase == session::Phase::Live;
    const bool forbidden = state.error && kube::isForbidden(*state.error);
    const QString title = plainLine(kindTitle(*kind), 80);
    QString notice;
    Tone tone = Tone::Warning;
    if (forbidden && model->total() == 0) {
        QString text = state.error->message() + u'\n' + state.error->advice();
        if (kind->namespaced && chosenNameSpace().isEmpty())
            text += u'\n' + KubeFace::tr("Where you may see one namespace only, choose it above.");
        page->setReadError({}, {});
        page->setEmptyWords(u"lock"_s, KubeFace::tr("%1: not allowed").arg(title), plainBlock(text, 1200),
                            nullptr);
        page->setLoaded(true);
    } else {
        page->setLoaded(state.loaded);
        // The session's own banner says it where the whole connection is lost.
        if (state.error && live && !state.lastLive.isValid())
            page->setReadError(state.error, [this] { pods ? watchKind() : feeds.retryNow(); });
        else
            page->setReadError({}, {});
        showPageWords();
        if (state.error && live && state.lastLive.isValid())
            //: %1 is an age ("3 min"), %2 a sentence that says why
            notice = KubeFace::tr("These rows are %1 old; the watch is being opened again. %2")
                         .arg(relativeTime(state.lastLive), state.error->message());
    }
    if (notice.isEmpty() && state.listing && state.remaining > 0) {
        tone = Tone::Neutral;
        notice = KubeFace::tr("Loading: %n more to come …", nullptr, int(state.remaining));
    }
    frame->setNotice(notice, tone);
}

void KubeFace::Private::showPageWords()
{
    if (!page || !kind)
        return;
    const QString title = plainLine(kindTitle(*kind), 80);
    const QString nameSpace = chosenNameSpace();
    //: %1 is a kind in the plural ("Secrets")
    page->setEmptyWords(
        u"box"_s, KubeFace::tr("%1: none").arg(title),
        !kind->namespaced || nameSpace.isEmpty()
            ? KubeFace::tr("There are none in this cluster.")
            : KubeFace::tr("There are none in the namespace %1.").arg(plainLine(nameSpace, 80)),
        nullptr);
}

void KubeFace::Private::showCount()
{
    if (!kind || !model) {
        const auto version = cluster ? cluster->version() : nullptr;
        frame->setCountText(version ? u"Kubernetes "_s + plainLine(version->gitVersion, 40) : QString());
        return;
    }
    const QLocale locale;
    const QString title = plainLine(kindTitle(*kind), 60);
    const int total = model->total();
    const QString count =
        model->shown() == total
            ? locale.toString(total)
            //: rows that match the filter, of all
            : KubeFace::tr("%1 of %2").arg(locale.toString(model->shown()), locale.toString(total));
    frame->setCountText(title + u"  "_s + count);
}

std::optional<KubeFace::Private::RowObject> KubeFace::Private::objectAt(const QString& key) const
{
    const kube::Row* row = nullptr;
    if (const KubeRow* found = cells ? cells->find(key) : nullptr)
        row = found->get();
    else if (pods)
        row = pods->pod(key).get(); // the model holds it
    if (!row)
        return {};
    return RowObject{row->nameSpace.toString(), row->name.toString(), row->uid.toString()};
}

KubeFeeds::State KubeFace::Private::tableState() const
{
    if (pods)
        return podsState();
    KubeFeeds::State state = feeds.state();
    // What was told is not all in the table yet: it is not empty.
    state.loaded = state.loaded && !(rowQueue.isBehind() && model && model->total() == 0);
    return state;
}

void KubeFace::Private::showDetails()
{
    if (!kind || !page || !cluster)
        return;
    const auto row = objectAt(page->table()->currentKey());
    if (!row)
        return;
    openPod = pods ? pods->pod(row->uid) : nullptr;
    details->show(cluster, {*kind, row->nameSpace, row->name, row->uid});
}

} // namespace kaptan::ui
