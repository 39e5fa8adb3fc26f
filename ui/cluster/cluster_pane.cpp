#include "ui/cluster/cluster_private.h"

#include "ui/cluster/engine_overview.h"
#include "ui/cluster/kube_face.h"
#include "ui/cluster/resource_page.h"
#include "ui/common/format.h"
#include "ui/common/pane_frame.h"
#include "ui/common/plain_text.h"

#include <QEvent>
#include <QLayout>
#include <QLocale>

namespace kaptan::ui
{

using session::Phase;

namespace
{

const QStringList& tabIds()
{
    static const QStringList ids{QStringLiteral("overview"), QStringLiteral("images"),
                                 QStringLiteral("volumes"), QStringLiteral("networks")};
    return ids;
}

} // namespace

// ---- the pane

ClusterPane::ClusterPane(PaneHost& host, QWidget* parent) : Pane(host, parent)
{
    d = std::make_unique<Private>(this);
}

ClusterPane::~ClusterPane()
{
    d->setSession(nullptr); // the session outlives the pane: it must not sample for us
    if (d->kube)
        d->kube->setSession(nullptr);
}

QString ClusterPane::title() const
{
    return tr("Cluster");
}

void ClusterPane::setSession(session::Session* session)
{
    if (d->shown)
        d->shown->disconnect(this);
    d->shown = session;
    if (session)
        connect(session, &session::Session::stateChanged, this, [this] { d->chooseFace(d->shown); });
    d->setSession(nullptr);
    if (d->kube)
        d->kube->setSession(nullptr);
    d->chooseFace(session);
}

void ClusterPane::showTarget(const QVariantMap& target)
{
    if (d->onCluster())
        return d->kube->showTarget(target);
    const int tab = int(tabIds().indexOf(target.value(QStringLiteral("tab")).toString()));
    if (tab < 0)
        return;
    d->selectTab(tab);
    const QString key = target.value(QStringLiteral("key")).toString();
    if (ResourcePage* page = d->page(); page && !key.isEmpty())
        page->table()->selectKey(key);
}

void ClusterPane::focusFilter()
{
    if (d->onCluster())
        return d->kube->focusFilter();
    if (d->tab() == Private::Overview)
        d->selectTab(Private::Images);
    d->frame->focusFilter();
}

QList<QAction*> ClusterPane::paletteActions() const
{
    if (d->onCluster())
        return d->kube->paletteActions();
    QList<QAction*> list{d->pullImage, d->createVolume, d->refresh, d->measure};
    if (d->tab() != Private::Overview)
        list << d->remove << d->details << d->copyName;
    for (QAction* action : d->goTo)
        list << action;
    return list;
}

void ClusterPane::showEvent(QShowEvent* event)
{
    Pane::showEvent(event);
    d->setLooking(true);
}

void ClusterPane::hideEvent(QHideEvent* event)
{
    Pane::hideEvent(event);
    d->setLooking(false);
}

void ClusterPane::changeEvent(QEvent* event)
{
    Pane::changeEvent(event);
    if (event->type() == QEvent::LanguageChange && d)
        d->retranslate();
}

// ---- what is shown

ResourcePage* ClusterPane::Private::page() const
{
    return qobject_cast<ResourcePage*>(stack->currentWidget());
}

docker::EngineApi* ClusterPane::Private::engine() const
{
    return session ? session->engine() : nullptr;
}

void ClusterPane::Private::setSession(session::Session* next)
{
    if (session) {
        session->disconnect(this);
        if (workload::MetricSource* metrics = session->metrics()) {
            metrics->disconnect(this);
            metrics->watch(this, {});
        }
        if (workload::EventSource* events = session->events())
            events->disconnect(this);
        if (workload::WorkloadSource* workloads = session->workloads())
            workloads->disconnect(this);
    }
    session = next;
    attached.clear();
    info.reset();
    usage.clear();
    counts = {};
    used = {};
    wasLive = false;
    drawer->close();
    for (ResourcePage* each : {imagesPage, volumesPage, networksPage})
        each->clearActionError();
    inventory.setSession(next);
    frame->setContentState(PaneFrame::ContentState::Unknown);
    setEmptyFace();
    frame->followSession(next);
    if (next)
        connect(next, &session::Session::stateChanged, this, &Private::follow);
    follow();
}

bool ClusterPane::Private::onCluster() const
{
    return kube && !kube->isHidden();
}

void ClusterPane::Private::chooseFace(session::Session* next)
{
    const bool cluster = next && next->cluster();
    if (cluster && !kube) {
        kube = new KubeFace(q->host(), q->paneId(), q);
        kube->hide();
        q->layout()->addWidget(kube);
        connect(kube, &KubeFace::connectionsRequested, q, &ClusterPane::connectionsRequested);
    }
    if (cluster != onCluster()) {
        setSession(nullptr);
        if (kube)
            kube->setSession(nullptr);
        frame->setVisible(!cluster);
        if (kube)
            kube->setVisible(cluster);
        q->setFocusProxy(cluster ? static_cast<QWidget*>(kube) : frame->content());
        for (QAction* action : goTo)
            action->setEnabled(!cluster); // Alt+1 is the other face's
    }
    if (!cluster) {
        if (session != next)
            setSession(next);
    } else if (kube->cluster() != next->cluster()) {
        kube->setSession(next);
    }
}

void ClusterPane::Private::attachPorts()
{
    if (attached || !session || !session->events())
        return;
    attached = session->events();
    connect(session->events(), &workload::EventSource::happened, this,
            [this](const QVector<workload::Event>& batch) { inventory.take(batch); });
    if (session->workloads())
        connect(session->workloads(), &workload::WorkloadSource::changed, this, &Private::countSoon);
    if (session->metrics())
        connect(session->metrics(), &workload::MetricSource::sampled, this,
                [this](const QVector<workload::Usage>& batch) {
                    if (!looking)
                        return; // on its way when the pane was left
                    usage.take(batch, QDateTime::currentMSecsSinceEpoch());
                    showUsage();
                });
}

void ClusterPane::Private::follow()
{
    attachPorts();
    const bool live = session && session->state().phase == Phase::Live;
    if (docker::EngineApi* api = engine()) {
        if (auto known = api->info())
            info = known;
    }
    if (live && !wasLive)
        inventory.touchAll(); // what happened meanwhile nobody told us
    wasLive = live;
    inventory.setActive(live && looking);
    if ((live || (session && session->isJoint())) && !engine())
        frame->setContentState(PaneFrame::ContentState::Empty);
    else if (info)
        frame->setContentState(PaneFrame::ContentState::Data);
    if (info)
        showEngine();
    count();
    updateActions();
    updateTitles();
}

void ClusterPane::Private::setLooking(bool now)
{
    looking = now;
    if (now) {
        ageTimer.start();
    } else {
        ageTimer.stop();
        usage.pause();
    }
    follow();
    if (now && !inventory.readAt(EngineInventory::Disk).isValid() && wasLive)
        inventory.measureDisk();
    watchUsage();
}

void ClusterPane::Private::watchUsage()
{
    if (!session || !session->metrics() || session->isJoint())
        return;
    const bool live = session->state().phase == Phase::Live;
    session->metrics()->watch(this, looking && live ? usage.running() : QSet<QString>());
}

void ClusterPane::Private::countSoon()
{
    if (looking && !(session && session->isJoint()) && !countTimer.isActive())
        countTimer.start();
}

void ClusterPane::Private::count()
{
    const auto workloads = session && session->workloads() ? session->workloads()->workloads()
                                                           : QVector<workload::WorkloadPtr>();
    counts = countStates(workloads);
    usage.setRunning(runningIds(workloads));
    watchUsage();
    overview->showCounts(counts, used.markers);
    showUsage();
}

void ClusterPane::Private::showEngine()
{
    overview->showEngine(*info);
    showUsage();
    showDisk();
}

void ClusterPane::Private::showUsage()
{
    if (info)
        overview->showUsage(usage, *info);
}

void ClusterPane::Private::showDisk()
{
    overview->showDisk({inventory.isLoading(EngineInventory::Disk), inventory.readAt(EngineInventory::Disk),
                        inventory.disk(), inventory.error(EngineInventory::Disk)});
    setActionReason(measure, !wasLive ? ClusterPane::tr("The engine is not connected.")
                             : inventory.isLoading(EngineInventory::Disk)
                                 ? ClusterPane::tr("It is being measured.")
                                 : QString());
}

void ClusterPane::Private::inventoryChanged(int kind)
{
    const auto show = [this](ResourcePage* page, EngineInventory::Kind part) {
        page->setLoaded(inventory.isLoaded(part));
        page->setReadError(inventory.error(part), [this, part] { inventory.touch(part, true); });
    };
    switch (EngineInventory::Kind(kind)) {
    case EngineInventory::Images:
        refillImages();
        show(imagesPage, EngineInventory::Images);
        break;
    case EngineInventory::Volumes:
        refillVolumes();
        show(volumesPage, EngineInventory::Volumes);
        break;
    case EngineInventory::Networks:
        refillNetworks();
        show(networksPage, EngineInventory::Networks);
        break;
    case EngineInventory::Containers:
        used = usedBy(inventory.containers());
        refillImages();
        refillVolumes();
        refillNetworks();
        overview->showCounts(counts, used.markers);
        break;
    case EngineInventory::Disk:
        refillVolumes();
        showDisk();
        break;
    }
    updateTitles();
    updateActions();
    if (drawer->isOpen() && page())
        showDetails();
}

void ClusterPane::Private::selectTab(int tab)
{
    tabs->setCurrentIndex(tab);
}

void ClusterPane::Private::updateTab()
{
    // The page that goes takes the focus with it, and without one in the pane no shortcut of the pane is
    // heard.
    const QWidget* focus = q->window()->focusWidget();
    const bool follow =
        q->isVisible() && (!focus || focus == q || focus == stack || stack->isAncestorOf(focus));
    stack->setCurrentIndex(tabs->currentIndex());
    stack->setFocusProxy(stack->currentWidget());
    drawer->close();
    if (follow)
        stack->currentWidget()->setFocus();
    const Tab now = tab();
    // There is nothing to filter on the overview.
    frame->filterEdit()->parentWidget()->setVisible(now != Overview);
    pullImage->setVisible(now == Overview || now == Images);
    createVolume->setVisible(now == Volumes);
    remove->setVisible(now != Overview);
    frame->setNotice(now == Networks && info && info->flavor == docker::Flavor::Podman
                         ? ClusterPane::tr("Podman does not tell when networks change: F5 reads them again.")
                         : QString(),
                     Tone::Neutral);
    updateActions();
}

void ClusterPane::Private::updateTitles()
{
    const auto title = [this](int tab, const QString& word, const RowModelBase* model) {
        QString text = word;
        if (model && model->total() > 0)
            text += QStringLiteral("  ") + QLocale().toString(model->total());
        if (tabs->tabText(tab) != text)
            tabs->setTabText(tab, text);
    };
    title(Overview, ClusterPane::tr("Overview"), nullptr);
    title(Images, ClusterPane::tr("Images"), imagesModel);
    title(Volumes, ClusterPane::tr("Volumes"), volumesModel);
    title(Networks, ClusterPane::tr("Networks"), networksModel);
    frame->setCountText(info ? plainLine(info->displayName(), 80) : QString());
}

} // namespace kaptan::ui
