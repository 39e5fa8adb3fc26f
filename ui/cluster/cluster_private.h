#pragma once

#include "ui/cluster/cluster_pane.h"
#include "ui/cluster/engine_inventory.h"
#include "ui/cluster/engine_usage.h"
#include "ui/cluster/resource_models.h"
#include "ui/cluster/step_sequence.h"

#include <QPointer>
#include <QStackedWidget>
#include <QTabBar>
#include <QTimer>

namespace kaptan::ui
{

class Drawer;
class EngineOverview;
class FactList;
class KubeFace;
class PaneFrame;
class ResourcePage;

/// The inside of the cluster pane: cluster_pane.cpp follows the session, cluster_pane_layout.cpp
/// makes the frame, cluster_lists.cpp has rows and details,
/// cluster_actions.cpp what can be done.
class ClusterPane::Private : public QObject
{
public:
    enum Tab { Overview, Images, Volumes, Networks };

    explicit Private(ClusterPane* pane);

    void makeActions();
    void makeTables();
    void retranslate();
    void setSession(session::Session* next);
    /// The face that fits what is behind the connection; a cluster is known from open() on.
    void chooseFace(session::Session* next);
    void attachPorts(); ///< they exist from open() on
    void follow();      ///< the session's state changed
    void setLooking(bool looking);
    void watchUsage();
    void countSoon();
    void count();
    void showEngine();
    void showUsage();
    void showDisk();
    void inventoryChanged(int kind);
    void refillImages();
    void refillVolumes();
    void refillNetworks();
    void updateTab();
    void updateTitles();
    void updateActions();
    void showDetails();
    void selectTab(int tab);

    Tab tab() const { return Tab(tabs->currentIndex()); }

    ResourcePage* page() const; ///< null on the overview
    docker::EngineApi* engine() const;
    void setEmptyFace();
    QString whyNot() const; ///< nothing may be changed now, and why; empty: it may

    void pull(const QString& name);
    void askPull();
    void askCreateVolume();
    void removeSelected();
    void removeImages(const QVector<ImageRow>& rows);
    void removeVolumes(const QVector<VolumeRow>& rows);
    void removeNetworks(const QVector<NetworkRow>& rows);
    Step step(std::function<QFuture<Result<void>>(docker::EngineApi&)> call) const;
    /// One after another; the first error counts, the others go on. Reads `kind` again at the end.
    void run(const QString& title, const QString& doneText, const QVector<Step>& steps,
             EngineInventory::Kind kind, ResourcePage* where, const QString& tabName);

    template <class Row>
    static QVector<Row> selected(const ResourcePage* page);

    ClusterPane* q;
    QPointer<session::Session> session;
    QPointer<QObject> attached; ///< the event source that is listened to
    bool looking = false;
    bool wasLive = false;
    std::shared_ptr<const docker::EngineInfo> info;
    EngineInventory inventory;
    EngineUsage usage;
    StateCounts counts;
    UsedBy used;
    QTimer countTimer;
    QTimer ageTimer; ///< words like "3 min ago"; runs only while somebody looks

    KubeFace* kube = nullptr;         ///< made when the first cluster comes; hidden on engines
    QPointer<session::Session> shown; ///< by either face

    bool onCluster() const;

    PaneFrame* frame;
    QTabBar* tabs;
    QStackedWidget* stack;
    EngineOverview* overview;
    ImagesModel* imagesModel;
    VolumesModel* volumesModel;
    NetworksModel* networksModel;
    ResourcePage* imagesPage;
    ResourcePage* volumesPage;
    ResourcePage* networksPage;
    Drawer* drawer;
    FactList* facts;

    QAction* refresh;
    QAction* measure;
    QAction* pullImage;
    QAction* createVolume;
    QAction* remove;
    QAction* details;
    QAction* copyName;
    QVector<QAction*> goTo; ///< to a tab, for the palette
};

} // namespace kaptan::ui
