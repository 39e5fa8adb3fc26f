#include "ui/cluster/kube_face_private.h"

#include "app/core/when_done.h"
#include "ui/cluster/kube_details.h"
#include "ui/cluster/kube_edit_actions.h"
#include "ui/cluster/kube_kind_list.h"
#include "ui/cluster/kube_overview.h"
#include "ui/cluster/resource_page.h"
#include "ui/cluster/step_sequence.h"
#include "ui/common/confirm_dialog.h"
#include "ui/common/pane_frame.h"
#include "ui/common/plain_text.h"

#include <QClipboard>
#include <QGuiApplication>

using namespace Qt::StringLiterals;

/// What can be done in the cluster pane of a Kubernetes cluster.
namespace kaptan::ui
{

namespace
{

/// So many rows of a selection are asked about before it is said to be possible; the server has the last
/// word. It is asked at every change of the selection and of the connection's state.
constexpr qsizetype rowsAsked = 200;

} // namespace

void KubeFace::Private::makeActions()
{
    const auto make = [this](const char* name, const QKeySequence& shortcut) {
        auto* action = new QAction(q);
        action->setObjectName(QString::fromLatin1(name));
        action->setShortcut(shortcut);
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        q->addAction(action);
        return action;
    };
    refresh = make("kubeRefresh", Qt::Key_F5);
    connect(refresh, &QAction::triggered, this, [this] {
        if (cluster)
            cluster->refreshKinds();
        if (kind)
            watchKind();
        else
            overview->refresh();
    });
    jumpAction = make("jump", Qt::Key_Colon);
    connect(jumpAction, &QAction::triggered, this, &Private::jumpTo);
    yaml = make("yaml", Qt::Key_Y);
    connect(yaml, &QAction::triggered, this, [this] {
        showDetails();
        drawer->setCurrentTab(u"yaml"_s);
    });
    copyName = make("kubeCopyName", Qt::CTRL | Qt::SHIFT | Qt::Key_C);
    connect(copyName, &QAction::triggered, this, [this] {
        const auto row = kind && page ? objectAt(page->table()->currentKey()) : std::nullopt;
        const QString name = row ? row->name : details->shown().name;
        if (!name.isEmpty())
            QGuiApplication::clipboard()->setText(name);
    });
    wide = make("wide", Qt::Key_W);
    wide->setCheckable(true);
    connect(wide, &QAction::toggled, this, [this] {
        if (cells)
            showWide();
    });
    showOverview = make("showOverview", Qt::ALT | Qt::Key_1);
    connect(showOverview, &QAction::triggered, this, &Private::openOverview);
    // Delete and Enter belong to the table.
    remove = new QAction(q);
    remove->setObjectName(u"kubeRemove"_s);
    remove->setShortcut(Qt::Key_Delete);
    remove->setShortcutContext(Qt::WidgetShortcut);
    connect(remove, &QAction::triggered, this, &Private::removeSelected);
    logs = new QAction(q);
    logs->setObjectName(u"kubeLogs"_s);
    logs->setShortcut(Qt::Key_L);
    logs->setShortcutContext(Qt::WidgetShortcut);
    logs->setVisible(false);
    connect(logs, &QAction::triggered, this, &Private::openLogs);
    open = new QAction(q);
    open->setObjectName(u"kubeDetails"_s);
    open->setShortcut(Qt::Key_Return);
    open->setShortcutContext(Qt::WidgetShortcut);
    connect(open, &QAction::triggered, this, &Private::showDetails);
    edits = new KubeEditActions(
        host, q,
        [this]() -> std::optional<KubeEditActions::Target> {
            if (!drawer || !details)
                return {};
            // With the focus in the drawer, what it shows is meant.
            const bool inDrawer = drawer->isOpen() && drawer->isAncestorOf(q->focusWidget());
            if (inDrawer || !kind || !page) {
                const ObjectRef& shown = details->shown();
                if (drawer->isOpen() && !shown.name.isEmpty())
                    return KubeEditActions::Target{shown.resource, shown.nameSpace, shown.name};
                return {};
            }
            const auto row = objectAt(page->table()->currentKey());
            if (!row)
                return {};
            return KubeEditActions::Target{*kind, row->nameSpace, row->name};
        },
        [this] { return chosenNameSpace(); });
    admin = new KubeAdminActions(q, host, paneId);
    admin->setChosen([this] {
        updateActions(); // of the same kind and selection
        return selectedRows();
    });
    connect(admin, &KubeAdminActions::permissionsChanged, this, &Private::updateActions);
}

void KubeFace::Private::retranslate()
{
    const Style& style = Style::instance();
    const auto word = [&style](QAction* action, const QString& text, const char* icon) {
        action->setText(text);
        if (action->isEnabled())
            action->setToolTip({});
        action->setIcon(style.icon(QString::fromLatin1(icon)));
    };
    frame->setTitle(KubeFace::tr("Cluster"));
    word(refresh, KubeFace::tr("Refresh"), "refresh");
    word(jumpAction, KubeFace::tr("Go to kind …"), "search");
    jumpAction->setIcon(style.icon(u"search"_s, style.color(ColorRole::OnAccent)));
    word(remove, KubeFace::tr("Delete …"), "trash");
    word(open, KubeFace::tr("Details"), "info");
    word(yaml, KubeFace::tr("Show YAML"), "eye");
    word(logs, KubeFace::tr("Logs"), "logs");
    word(copyName, KubeFace::tr("Copy name"), "copy");
    //: the table also shows the columns that the server holds for less important
    word(wide, KubeFace::tr("More columns"), "list");
    word(showOverview, KubeFace::tr("Show the cluster’s overview"), "cluster");
    for (QAction* action : std::as_const(goTo))
        for (const KindEntry& entry : kinds->entries())
            if (entry.resource.qualifiedName() == action->data().toString())
                //: %1 is a kind in the plural, %2 its name in the API
                action->setText(KubeFace::tr("Show %1 (%2)")
                                    .arg(plainLine(kindTitle(entry.resource), 60),
                                         plainLine(entry.resource.qualifiedName(), 80)));
    nameSpaceBox->setAccessibleName(KubeFace::tr("Namespace"));
    nameSpaceBox->setToolTip(KubeFace::tr("The namespace that is shown"));
    kinds->retranslate();
    if (kind)
        kinds->select(&*kind);
    jump->retranslate();
    overview->retranslate();
    details->retranslate();
    edits->retranslate();
    fillNameSpaces();
    if (page && kind)
        page->table()->setAccessibleName(plainLine(kindTitle(*kind), 80));
    admin->retranslate();
    showState();
    showCount();
    updateActions();
}

QString KubeFace::Private::whyNot() const
{
    if (!cluster || !session || session->state().phase != session::Phase::Live)
        return KubeFace::tr("The cluster is not connected.");
    return session->whyNotWritable();
}

QVector<KubeFace::Private::RowObject> KubeFace::Private::selectedRows(qsizetype most) const
{
    QVector<RowObject> rows;
    if (!kind || !page)
        return rows;
    const QStringList keys = page->table()->selectedKeys(most);
    for (const QString& key : keys)
        if (const auto row = objectAt(key))
            rows.append(*row);
    return rows;
}

QString KubeFace::Private::whyNotDelete(const QVector<RowObject>& rows)
{
    if (const QString why = whyNot(); !why.isEmpty())
        return why;
    if (!kind || !kind->can(u"delete"_s))
        return KubeFace::tr("Objects of this kind cannot be deleted.");
    if (rows.isEmpty())
        return KubeFace::tr("Choose a row in the table.");
    for (const RowObject& row : rows)
        if (const QString why = admin->whyNot(u"delete"_s, *kind, row.nameSpace); !why.isEmpty())
            return why;
    return {};
}

void KubeFace::Private::updateActions()
{
    const bool connected = cluster && session && session->state().phase == session::Phase::Live;
    const QString offline = connected ? QString() : KubeFace::tr("The cluster is not connected.");
    setActionReason(refresh, offline);
    setActionReason(jumpAction, discovery ? QString() : offline);
    const bool none = !kind || !page || page->table()->currentKey().isEmpty();
    const QString choose = none ? KubeFace::tr("Choose a row in the table.") : QString();
    setActionReason(open, choose);
    setActionReason(yaml, choose);
    setActionReason(logs, choose);
    setActionReason(copyName, none && !drawer->isOpen() ? choose : QString());
    const QVector<RowObject> rows = selectedRows(rowsAsked);
    setActionReason(remove, whyNotDelete(rows));
    admin->update(kind, rows, whyNot());
    edits->update();
}

void KubeFace::Private::jumpTo()
{
    if (discovery)
        jump->open(kinds->entries());
}

void KubeFace::Private::removeSelected()
{
    updateActions();
    if (!remove->isEnabled())
        return;
    const QVector<RowObject> rows = selectedRows();
    const kube::ApiResource resource = *kind;
    const int count = int(rows.size());
    const QString kindName = plainLine(resource.kind, 60);
    Question question;
    //: %1 is a kind ("Secret")
    question.title = KubeFace::tr("Delete %n × %1", nullptr, count).arg(kindName);
    question.text =
        resource.name == "namespaces"_L1
            ? KubeFace::tr("Everything in it is deleted too, volumes that go with their claims included.")
        : resource.name == "persistentvolumeclaims"_L1
            ? KubeFace::tr("The data may go with it, as its storage class says.")
        : resource.name == "customresourcedefinitions"_L1
            ? KubeFace::tr("Every object of the kind is deleted too.")
            : KubeFace::tr("What belongs to it is deleted in the background.");
    QStringList names;
    QVector<Step> steps;
    QVector<RowObject> roots;
    for (const auto& [nameSpace, name, known] : rows) {
        // What has no uid on the server has a key of ours.
        QString uid = known;
        if (uid == nameSpace + u'/' + name)
            uid.clear();
        names.append(nameSpace.isEmpty() ? name : nameSpace + u'/' + name);
        roots.append({nameSpace, name, uid});
        steps.append(writingTo(session, [asked = cluster, resource, nameSpace = nameSpace, name = name, uid] {
            return asked ? asked->api()->remove(resource, nameSpace, name, uid)
                         : readyFuture<void>(failure(Cancelled{}));
        }));
    }
    question.goes = {{KubeFace::tr("%n × %1", nullptr, count).arg(kindName), names}};
    question.confirmText = question.title;
    if (session->spec().production)
        question.typedName = session->spec().name;
    admin->askDelete(resource, roots, question, [this, steps, count, kindName, resource, asked = cluster] {
        if (page)
            page->clearActionError();
        const QFuture<Result<void>> task = runInOrder(steps, this);
        host.runTask(KubeFace::tr("Delete %n × %1", nullptr, count).arg(kindName),
                     KubeFace::tr("%n × %1 deleted.", nullptr, count).arg(kindName), task, paneId,
                     {{u"kind"_s, resource.name}, {u"group"_s, resource.group}});
        whenDone(task, this, [this, asked, resource](const Result<void>& result) {
            if (asked == cluster && kind && *kind == resource && page && !result &&
                !result.error().isCancelled())
                page->setActionError(result.error(), {});
        });
    });
}

} // namespace kaptan::ui
