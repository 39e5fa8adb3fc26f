#pragma once

#include "app/kube/change/admin_calls.h"
#include "app/kube/change/owner_tree.h"
#include "app/kube/change/permissions.h"
#include "app/kube/watch/cluster.h"
#include "ui/cluster/step_sequence.h"
#include "ui/common/confirm_dialog.h"
#include "ui/common/pane.h"

#include <QPointer>

#include <functional>
#include <optional>

namespace kaptan::ui
{

/// An object of a row that is chosen.
struct KubeObject {
    QString nameSpace, name, uid; ///< untrusted

    QString title() const { return nameSpace.isEmpty() ? name : nameSpace + u'/' + name; }
};

/// What an administrator does with the objects of a cluster's pane: nodes, rollouts, cron jobs, labels. Each
/// action is disabled with the reason why it cannot be done now; where it is a right that is missing, with
/// its verb and resource.
class KubeAdminActions : public QObject
{
    Q_OBJECT
public:
    /// `face` is the widget over which questions are asked; `paneId` is where tasks lead back to.
    KubeAdminActions(QWidget* face, PaneHost& host, const QString& paneId);
    ~KubeAdminActions() override;

    void setCluster(session::Session* session, kube::Cluster* cluster);
    /// What is chosen now, or the first of it; `whyNot` where nothing may be changed.
    void update(const std::optional<kube::ApiResource>& kind, const QVector<KubeObject>& rows,
                const QString& whyNot);

    /// All that is chosen, for the moment in which an action begins: update() may be told less of it.
    void setChosen(std::function<QVector<KubeObject>()> chosen) { m_chosen = std::move(chosen); }

    void retranslate();
    /// Those that suit the kind, in the order of a menu.
    QList<QAction*> actions(const kube::ApiResource& kind) const;

    /// Empty, or the translated reason why the user may not.
    QString whyNot(const QString& verb, const kube::ApiResource& resource, const QString& nameSpace,
                   const QString& subresource = {}) const;
    /// Asks with what the deletion takes along, what stays and what may hold it up. `confirmed` runs only
    /// where the cluster is still the one that was asked about.
    void askDelete(const kube::ApiResource& resource, const QVector<KubeObject>& rows, Question question,
                   std::function<void()> confirmed);

Q_SIGNALS:
    void permissionsChanged();
    /// Something is under way that the list will show.
    void begun();

private:
    QAction* make(const char* name, void (KubeAdminActions::*begin)());
    QString whyNotHere(QAction* action) const;
    void cordon();
    void uncordon();
    void setNodes(bool cordoned);
    void drain();
    void taints();
    void restart();
    void suspend();
    void resume();
    void setSuspended(bool suspended);
    void runNow();
    void labels();
    void annotations();
    void editMarks(kube::Marks which);
    /// `then` at once, or where this is production when its name was typed. Nothing where the session is
    /// gone.
    void sure(const QString& title, const QString& text, std::function<void()> then);
    /// `kind` is what was asked about: another one may be shown by now, or none.
    void run(const kube::ApiResource& kind, const QString& title, const QString& doneText,
             const QVector<Step>& steps);
    /// The only object that is chosen, as it is now.
    void read(std::function<void(const KubeObject&, const QJsonObject&)> then);
    Step step(std::function<QFuture<Result<void>>(kube::KubeApi&)> call) const;

    QWidget* m_face;
    PaneHost& m_host;
    QString m_paneId;
    QPointer<session::Session> m_session;
    QPointer<kube::Cluster> m_cluster;
    QPointer<kube::Permissions> m_permissions; ///< the cluster's child
    std::optional<kube::ApiResource> m_kind;
    QVector<KubeObject> m_rows;
    std::function<QVector<KubeObject>()> m_chosen;
    QString m_whyNot;
    bool m_asking = false; ///< a preview is under way

    QAction *m_cordon, *m_uncordon, *m_drain, *m_taints, *m_restart, *m_suspend, *m_resume, *m_runNow,
        *m_labels, *m_annotations;
};

/// What is asked before a deletion, with what is known of its company.
void addPreview(Question& question, const kube::DeletePreview& preview);

} // namespace kaptan::ui
