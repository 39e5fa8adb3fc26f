#pragma once

#include "ui/cluster/kube_admin_actions.h"
#include "ui/cluster/kube_face.h"
#include "ui/cluster/kube_feeds.h"
#include "ui/cluster/kube_kinds.h"
#include "ui/cluster/kube_table_model.h"
#include "ui/cluster/row_queue.h"

#include <QComboBox>
#include <QStackedWidget>

namespace kaptan::ui
{

class KubeDetails;
class KubeEditActions;
class KubeJump;
class KubeKindList;
class KubeOverview;
class PaneFrame;
class PodsModel;
class ResourcePage;
class Drawer;

/// The inside of the face: kube_face.cpp has its frame and what it follows, kube_face_table.cpp the table of
/// a kind, kube_face_pods.cpp that of the pods, kube_face_actions.cpp what can be done.
class KubeFace::Private : public QObject
{
public:
    Private(KubeFace* face, PaneHost& paneHost, const QString& id);

    void setSession(session::Session* next);
    void follow(); ///< the session's state changed
    void setLooking(bool now);
    void discovered();
    void followScope();
    void retranslate();
    void place(); ///< the list of kinds gives way to the drawer where both do not fit

    using RowObject = KubeObject; ///< what a row of either table stands for

    // the table
    void openOverview();
    void openKind(const kube::ApiResource& resource);
    void watchKind();
    void takeRows(const QVector<KubeRow>& upserted, const QVector<QString>& removed);
    void makePage(RowModelBase* next);
    KubeTableModel::Layout layoutNow() const; ///< without its columns
    void showWide();
    void makeCellsPage(const KubeTableModel::Layout& layout);
    std::optional<RowObject> objectAt(const QString& key) const;
    KubeFeeds::State tableState() const;
    void showState();
    void showCount();
    void showPageWords();
    void namesCame();
    void fillNameSpaces();
    void openTarget();
    QString chosenNameSpace() const;
    QStringList watchedNameSpaces() const;
    void showDetails();

    // the pods, from the caches that the deployments share
    bool cachesHavePods() const;
    void watchPods();
    void podsCame();
    void dropPods();
    KubeFeeds::State podsState() const;
    void openLogs();

    // what can be done
    void makeActions();
    void updateActions();
    QString whyNot() const;
    QString whyNotDelete(const QVector<RowObject>& rows);
    QVector<RowObject> selectedRows(qsizetype most = -1) const; ///< negative: all
    void removeSelected();
    void jumpTo();

    KubeFace* q;
    PaneHost& host;
    QString paneId;
    QPointer<session::Session> session;
    QPointer<kube::Cluster> cluster;
    bool looking = false;
    bool wasLive = false;
    bool scopeKnown = false;    ///< which namespaces the cluster looks at: known when first live
    bool waitsForScope = false; ///< the kind is chosen, but not yet watched
    std::shared_ptr<const kube::Discovery> discovery;
    std::optional<kube::ApiResource> kind; ///< none: the overview
    QVariantMap target;                    ///< to be shown as soon as the kinds are known
    QString wantedName;                    ///< to be chosen as soon as its row comes
    KubeFeeds feeds;
    RowQueue rowQueue{[this](const auto& upserted, const auto& removed) { takeRows(upserted, removed); }};
    KubeFeeds nameSpaceFeed;
    QHash<QString, QString> nameSpaces; ///< names by uid
    QTimer ageTimer;

    PaneFrame* frame;
    KubeKindList* kinds;
    QStackedWidget* stack;
    KubeOverview* overview;
    ResourcePage* page = nullptr;
    RowModelBase* model = nullptr;   ///< of the page; one of these two:
    KubeTableModel* cells = nullptr; ///< in the server's columns
    PodsModel* pods = nullptr;
    QVector<kube::PodCache*> podCaches;          ///< that `pods` shows; they live as long as the cluster
    std::unique_ptr<QObject> podsFollower;       ///< holds what is connected to them
    std::shared_ptr<const kube::PodRow> openPod; ///< as the drawer last read it
    Drawer* drawer = nullptr;
    KubeDetails* details = nullptr;
    KubeJump* jump;
    QComboBox* nameSpaceBox;

    KubeEditActions* edits; ///< what leads to the workbench
    QAction* refresh;
    QAction* jumpAction;
    QAction* wide;
    QAction* remove;
    QAction* open;
    QAction* yaml;
    QAction* copyName;
    QAction* logs; ///< of pods only
    QWidget* wideButton;
    KubeAdminActions* admin; ///< nodes, rollouts, cron jobs, labels
    QAction* showOverview;
    QVector<QAction*> goTo; ///< to each kind, for the palette
};

} // namespace kaptan::ui
