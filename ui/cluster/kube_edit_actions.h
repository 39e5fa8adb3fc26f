#pragma once

#include "app/kube/change/permissions.h"
#include "app/kube/watch/cluster.h"
#include "ui/common/pane.h"

#include <QMenu>
#include <QPointer>

#include <functional>
#include <memory>
#include <optional>

class QFileDialog;

namespace kaptan::ui
{

/// What leads from the cluster pane to the workbench: editing the chosen object, new objects, manifests from
/// files, an address or the clipboard, drafts. Files may also be dropped on the pane.
class KubeEditActions : public QObject
{
    Q_OBJECT
public:
    struct Target {
        kube::ApiResource resource;
        QString nameSpace, name;
    };

    /// `owner` gets the shortcuts and the drops. `target`: the object that is chosen; `nameSpace`: the one
    /// that is shown, empty: all.
    KubeEditActions(PaneHost& host, QWidget* owner, std::function<std::optional<Target>()> target,
                    std::function<QString()> nameSpace);
    ~KubeEditActions() override;

    void setSession(session::Session* session);
    /// Another object is chosen, or the session's state changed.
    void update();
    void retranslate();
    /// {"action": "edit", "kind", "group", "namespace", "name"}, {"action": "new", "kind": "Deployment"},
    /// {"action": "apply"}, {"action": "drafts"}. False where it is none of these.
    bool openTarget(const QVariantMap& target);

    QAction* edit() const { return m_edit; }

    /// With a menu of all kinds and ways; for the header.
    QAction* create() const { return m_new; }

    /// The menu of create() opens below it.
    void setButton(QWidget* button) { m_button = button; }

    QList<QAction*> paletteActions() const;

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QString whyNot() const;
    kube::Cluster* cluster() const;
    void makeKinds();
    void editTarget(const Target& target);
    void openNew(const QString& apiVersion, const QString& kind);
    void openFiles(bool folder);
    void openAddress();
    void openTenant();
    void openDrafts();
    void tellOfDrafts();

    PaneHost& m_host;
    QWidget* m_owner;
    QPointer<QWidget> m_button;
    std::function<std::optional<Target>()> m_target;
    std::function<QString()> m_nameSpace;
    QPointer<session::Session> m_session;
    std::unique_ptr<kube::Permissions> m_permissions;
    QMetaObject::Connection m_clusterEnds; ///< takes the permissions along
    QVariantMap m_wanted;                  ///< as soon as the cluster is live
    QAction *m_edit, *m_new, *m_files, *m_folder, *m_address, *m_clipboard, *m_tenant, *m_drafts;
    QVector<QAction*> m_kinds;
    std::unique_ptr<QMenu> m_menu;
};

} // namespace kaptan::ui
