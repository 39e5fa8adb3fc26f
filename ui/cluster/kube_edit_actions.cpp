#include "ui/cluster/kube_edit_actions.h"

#include "app/core/when_done.h"
#include "ui/cluster/name_dialog.h"
#include "ui/common/plain_text.h"
#include "ui/common/widgets.h"
#include "ui/manifest/drafts_dialog.h"
#include "ui/manifest/form.h"
#include "ui/manifest/manifest_source.h"
#include "ui/manifest/tenancy_dialog.h"
#include "ui/manifest/workbench.h"

#include <QDragEnterEvent>
#include <QFileDialog>
#include <QMimeData>

using namespace Qt::StringLiterals;

namespace kaptan::ui
{

KubeEditActions::KubeEditActions(PaneHost& host, QWidget* owner,
                                 std::function<std::optional<Target>()> target,
                                 std::function<QString()> nameSpace)
    : QObject(owner), m_host(host), m_owner(owner), m_target(std::move(target)),
      m_nameSpace(std::move(nameSpace)), m_menu(std::make_unique<QMenu>(owner))
{
    const auto make = [this](const char* name, const QKeySequence& keys = {}) {
        auto* action = new QAction(m_owner);
        action->setObjectName(QString::fromLatin1(name));
        action->setShortcut(keys);
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        m_owner->addAction(action);
        return action;
    };
    m_edit = make("kubeEdit", Qt::Key_E);
    m_new = make("kubeNew", Qt::CTRL | Qt::Key_N);
    m_files = make("kubeApplyFiles", Qt::CTRL | Qt::Key_O);
    m_folder = make("kubeApplyFolder");
    m_address = make("kubeApplyAddress");
    m_clipboard = make("kubeApplyClipboard", Qt::CTRL | Qt::SHIFT | Qt::Key_V);
    m_tenant = make("kubeNewTenant");
    m_drafts = make("kubeDrafts");
    connect(m_edit, &QAction::triggered, this, [this] {
        if (const auto chosen = m_target())
            editTarget(*chosen);
    });
    connect(m_new, &QAction::triggered, this, [this] {
        m_menu->popup(m_button && m_button->isVisible() ? m_button->mapToGlobal(QPoint(0, m_button->height()))
                                                        : m_owner->mapToGlobal(m_owner->rect().center()));
    });
    connect(m_files, &QAction::triggered, this, [this] { openFiles(false); });
    connect(m_folder, &QAction::triggered, this, [this] { openFiles(true); });
    connect(m_address, &QAction::triggered, this, &KubeEditActions::openAddress);
    connect(m_clipboard, &QAction::triggered, this, [this] {
        if (whyNot().isEmpty())
            Workbench::applyClipboard(m_owner, m_host, *m_session);
    });
    connect(m_tenant, &QAction::triggered, this, &KubeEditActions::openTenant);
    connect(m_drafts, &QAction::triggered, this, &KubeEditActions::openDrafts);
    m_owner->setAcceptDrops(true);
    m_owner->installEventFilter(this);
    makeKinds();
    showToolTips(m_menu.get());
    retranslate();
}

KubeEditActions::~KubeEditActions() = default;

kube::Cluster* KubeEditActions::cluster() const
{
    return m_session ? m_session->cluster() : nullptr;
}

void KubeEditActions::makeKinds()
{
    m_menu->clear();
    qDeleteAll(std::exchange(m_kinds, {}));
    for (const FormKind& kind : formKinds()) {
        auto* action = new QAction(m_owner);
        action->setObjectName(u"kubeNew"_s + kind.kind);
        action->setData(kind.title);
        connect(action, &QAction::triggered, this, [this, kind] { openNew(kind.apiVersion, kind.kind); });
        m_kinds.append(action);
        m_menu->addAction(action);
    }
    m_menu->addAction(m_tenant);
    m_menu->addSeparator();
    m_menu->addActions({m_files, m_folder, m_address, m_clipboard});
    m_menu->addSeparator();
    m_menu->addAction(m_drafts);
}

void KubeEditActions::setSession(session::Session* session)
{
    if (m_session)
        m_session->disconnect(this);
    disconnect(m_clusterEnds); // of the former one: it may end long after another is shown
    m_permissions.reset();
    m_session = session;
    m_wanted.clear();
    if (kube::Cluster* shown = cluster()) {
        m_permissions = std::make_unique<kube::Permissions>(*shown->api());
        connect(m_permissions.get(), &kube::Permissions::changed, this, &KubeEditActions::update);
        m_clusterEnds = connect(shown, &QObject::destroyed, this, [this] { m_permissions.reset(); });
        connect(session, &session::Session::stateChanged, this, [this] {
            update();
            tellOfDrafts();
            if (!m_wanted.isEmpty() && whyNot().isEmpty())
                openTarget(std::exchange(m_wanted, {}));
        });
        tellOfDrafts();
    }
    update();
}

QString KubeEditActions::whyNot() const
{
    kube::Cluster* shown = cluster();
    if (!shown || m_session->state().phase != session::Phase::Live || !shown->discovery())
        return tr("The cluster is not connected.");
    return m_session->whyNotWritable();
}

void KubeEditActions::update()
{
    const QString why = whyNot();
    for (QAction* action :
         std::initializer_list<QAction*>{m_files, m_folder, m_address, m_clipboard, m_tenant})
        setActionReason(action, why);
    for (QAction* action : std::as_const(m_kinds))
        setActionReason(action, why);
    setActionReason(m_new, cluster() ? QString() : tr("The cluster is not connected."));
    setActionReason(m_drafts, cluster() ? QString() : tr("The cluster is not connected."));
    const auto chosen = m_target();
    QString whyNotEdit = why;
    if (whyNotEdit.isEmpty() && !chosen)
        whyNotEdit = tr("Choose a row in the table.");
    if (whyNotEdit.isEmpty() && !chosen->resource.can(u"patch"_s))
        whyNotEdit = tr("Objects of this kind cannot be changed.");
    if (whyNotEdit.isEmpty() && m_permissions)
        whyNotEdit = m_permissions->whyNot(u"patch"_s, chosen->resource, chosen->nameSpace, chosen->name);
    setActionReason(m_edit, whyNotEdit);
}

void KubeEditActions::retranslate()
{
    const Style& style = Style::instance();
    const auto word = [&style](QAction* action, const QString& text, const char* icon) {
        action->setText(text);
        action->setIcon(style.icon(QString::fromLatin1(icon)));
    };
    word(m_edit, tr("Edit"), "edit");
    //: a menu with kinds: Deployment, Service
    word(m_new, tr("New …"), "add");
    word(m_files, tr("Apply YAML files …"), "upload");
    word(m_folder, tr("Apply a folder …"), "upload");
    word(m_address, tr("Apply YAML from an address …"), "globe");
    word(m_clipboard, tr("Apply YAML from the clipboard"), "copy");
    //: a namespace with quota, limits, network policies, account and roles in one go
    word(m_tenant, tr("New tenant …"), "add");
    word(m_drafts, tr("Drafts …"), "save");
    const QVector<FormKind> kinds = formKinds();
    for (int i = 0; i < kinds.size() && i < m_kinds.size(); ++i)
        //: %1 is a kind ("Deployment")
        word(m_kinds[i], tr("New %1").arg(kinds[i].title), "add");
    m_menu->setAccessibleName(m_new->text());
    update();
}

QList<QAction*> KubeEditActions::paletteActions() const
{
    QList<QAction*> all{m_edit, m_files, m_folder, m_address, m_clipboard, m_tenant, m_drafts};
    for (QAction* action : m_kinds)
        all.append(action);
    return all;
}

bool KubeEditActions::openTarget(const QVariantMap& target)
{
    const QString action = target.value(u"action"_s).toString();
    if (action.isEmpty())
        return false;
    if (action == "drafts"_L1) {
        openDrafts();
        return true;
    }
    if (!whyNot().isEmpty()) {
        m_wanted = target; // it may just be connecting
        return true;
    }
    const QString kind = target.value(u"kind"_s).toString();
    const QString group = target.value(u"group"_s).toString();
    const auto discovery = cluster()->discovery();
    const kube::ApiResource* resource = nullptr;
    for (const kube::ApiResource& each : discovery->resources)
        if ((each.kind == kind || each.name == kind) &&
            (!target.contains(u"group"_s) || each.group == group)) {
            resource = &each;
            break;
        }
    if (action == "edit"_L1 && resource)
        editTarget({*resource, target.value(u"namespace"_s).toString(), target.value(u"name"_s).toString()});
    else if (action == "new"_L1 && resource)
        openNew(resource->groupVersion(), resource->kind);
    else if (action == "apply"_L1)
        openFiles(false);
    return true;
}

void KubeEditActions::editTarget(const Target& target)
{
    if (whyNot().isEmpty())
        Workbench::editObject(m_owner, m_host, *m_session, target.resource, target.nameSpace, target.name);
}

void KubeEditActions::openNew(const QString& apiVersion, const QString& kind)
{
    if (!whyNot().isEmpty())
        return;
    // Older servers lack the newest version of a kind.
    QString version = apiVersion;
    const QStringList known = formVersions(kind);
    for (const QString& each : known)
        if (resourceOf(*cluster()->discovery(), each, kind)) {
            version = each;
            break;
        }
    Workbench::newObject(m_owner, m_host, *m_session, version, kind, m_nameSpace());
}

void KubeEditActions::openFiles(bool folder)
{
    if (!whyNot().isEmpty())
        return;
    auto* dialog = new QFileDialog(m_owner->window(), folder ? tr("Apply a folder") : tr("Apply YAML files"));
    dialog->setObjectName(u"applyFiles"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(folder ? QFileDialog::Directory : QFileDialog::ExistingFiles);
    if (!folder)
        //: kinds of files in the file dialog
        dialog->setNameFilters({tr("Manifests") + u" (*.yaml *.yml *.json)"_s, tr("All files") + u" (*)"_s});
    connect(dialog, &QFileDialog::filesSelected, this, [this](const QStringList& paths) {
        if (!paths.isEmpty() && whyNot().isEmpty())
            Workbench::applyFiles(m_owner, m_host, *m_session, paths);
    });
    dialog->open();
}

void KubeEditActions::openAddress()
{
    NameDialog::Form form;
    form.title = tr("Apply YAML from an address");
    form.text = tr("The text is fetched and shown; nothing is applied before you have seen it.");
    form.label = tr("Address");
    form.placeholder = u"https://example.org/web.yaml"_s;
    form.confirmText = tr("Fetch");
    form.problem = [](const QString& text) {
        const QUrl url(text.trimmed(), QUrl::StrictMode);
        const bool good = url.isValid() && !url.host().isEmpty() &&
                          (url.scheme() == "https"_L1 || url.scheme() == "http"_L1);
        return good ? QString() : tr("Write an address that begins with https:// or http://.");
    };
    form.hint = [](const QString& text) {
        return text.startsWith("http://"_L1)
                   ? tr("Without TLS anyone on the way can change what you get: read it well.")
                   : QString();
    };
    auto* dialog = new NameDialog(form, m_owner);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog] {
        if (whyNot().isEmpty())
            Workbench::applyUrl(m_owner, m_host, *m_session, QUrl(dialog->name().trimmed()));
    });
    dialog->open();
}

void KubeEditActions::openTenant()
{
    if (!whyNot().isEmpty())
        return;
    auto* dialog = new TenancyDialog(m_owner->window());
    connect(dialog, &TenancyDialog::manifestReady, this, [this](const QString& text, const QString& title) {
        if (whyNot().isEmpty())
            Workbench::applyText(m_owner, m_host, *m_session, text, title);
    });
    dialog->show();
}

// ---- drafts

void KubeEditActions::openDrafts()
{
    if (cluster())
        DraftsDialog::open(m_owner, m_host, *m_session);
}

void KubeEditActions::tellOfDrafts()
{
    if (!cluster() || m_session->state().phase != session::Phase::Live)
        return;
    static QSet<QString> told; // once a run of the program and connection
    const QString id = m_session->spec().id;
    if (told.contains(id))
        return;
    told.insert(id);
    whenDone(Workbench::drafts().all(), this, [this, id](const Result<QVector<kube::Draft>>& all) {
        if (!all || !m_session || m_session->spec().id != id)
            return;
        const QVector<kube::Draft> drafts = DraftsDialog::of(*all, id);
        if (drafts.isEmpty())
            return;
        m_host.notify(PaneHost::Severity::Info, tr("%n draft(s) of edits", nullptr, int(drafts.size())),
                      tr("They were not applied: %1").arg(plainLine(drafts.first().title, 120)), u"cluster"_s,
                      {{u"action"_s, u"drafts"_s}});
    });
}

bool KubeEditActions::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_owner && (event->type() == QEvent::DragEnter || event->type() == QEvent::DragMove ||
                               event->type() == QEvent::Drop)) {
        auto* drop = static_cast<QDropEvent*>(event);
        const QList<QUrl> urls = drop->mimeData()->urls();
        if (whyNot().isEmpty() && areManifests(urls)) {
            drop->acceptProposedAction();
            if (event->type() == QEvent::Drop) {
                QStringList paths;
                for (const QUrl& url : urls)
                    paths.append(url.toLocalFile());
                Workbench::applyFiles(m_owner, m_host, *m_session, paths);
            }
            return true;
        }
    }
    return QObject::eventFilter(watched, event);
}

} // namespace kaptan::ui
