#include "ui/cluster/kube_face_private.h"

#include "ui/cluster/kube_details.h"
#include "ui/cluster/kube_edit_actions.h"
#include "ui/cluster/kube_kind_list.h"
#include "ui/cluster/kube_overview.h"
#include "ui/cluster/pods_model.h"
#include "ui/cluster/resource_page.h"
#include "ui/common/pane_frame.h"
#include "ui/common/plain_text.h"

#include <QEvent>

using namespace Qt::StringLiterals;

namespace kaptan::ui
{

using session::Phase;

namespace
{

/// Kinds, table and drawer side by side need so much.
constexpr int roomForAll = 980;

/// It is when the cluster was live once.
bool isScopeKnown(const kube::Cluster* cluster)
{
    if (!cluster)
        return false;
    const kube::Cluster::State state = cluster->state();
    return state.phase == kube::Cluster::Phase::Live || state.lastLive.isValid();
}

} // namespace

KubeFace::KubeFace(PaneHost& host, const QString& paneId, QWidget* parent) : QWidget(parent)
{
    d = std::make_unique<Private>(this, host, paneId);
}

KubeFace::~KubeFace()
{
    d->setSession(nullptr); // the cluster outlives the pane: it must not be watched for us
}

void KubeFace::setSession(session::Session* session)
{
    d->setSession(session);
}

const kube::Cluster* KubeFace::cluster() const
{
    return d->cluster;
}

void KubeFace::showTarget(const QVariantMap& target)
{
    if (d->edits->openTarget(target))
        return;
    d->target = target;
    d->openTarget();
}

void KubeFace::focusFilter()
{
    if (d->kind)
        d->frame->focusFilter();
}

QList<QAction*> KubeFace::paletteActions() const
{
    QList<QAction*> list{d->jumpAction, d->refresh};
    if (d->kind)
        list << d->open << d->yaml << d->remove << d->copyName << (d->pods ? d->logs : d->wide)
             << d->admin->actions(*d->kind);
    list << d->showOverview << d->edits->paletteActions();
    for (QAction* action : d->goTo)
        list << action;
    return list;
}

void KubeFace::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    d->setLooking(true);
}

void KubeFace::hideEvent(QHideEvent* event)
{
    QWidget::hideEvent(event);
    d->setLooking(false);
}

void KubeFace::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange && d)
        d->retranslate();
}

void KubeFace::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    d->place();
}

KubeFace::Private::Private(KubeFace* face, PaneHost& paneHost, const QString& id)
    : q(face), host(paneHost), paneId(id), frame(new PaneFrame(face)), kinds(new KubeKindList),
      stack(new QStackedWidget), overview(new KubeOverview), jump(new KubeJump(face)),
      nameSpaceBox(new QComboBox)
{
    auto* layout = new QVBoxLayout(q);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(frame);
    makeActions();
    auto* content = new QWidget;
    auto* row = new QHBoxLayout(content);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(kinds);
    auto* line = new QFrame;
    line->setFixedWidth(1);
    setLook(line, Look::Line);
    row->addWidget(line);
    row->addWidget(stack, 1);
    stack->addWidget(overview);
    frame->addHeaderAction(refresh);
    frame->addHeaderAction(remove, Look::Danger);
    edits->setButton(frame->addHeaderAction(edits->create()));
    frame->addHeaderAction(jumpAction, Look::Primary);
    frame->filterEdit();
    nameSpaceBox->setObjectName(u"namespaceBox"_s);
    nameSpaceBox->setMinimumContentsLength(14);
    nameSpaceBox->setMaxVisibleItems(24);
    nameSpaceBox->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    frame->addFilterWidget(nameSpaceBox);
    auto* more = new ActionButton(wide);
    more->setCheckable(true);
    connect(more, &QPushButton::toggled, wide, &QAction::setChecked);
    connect(wide, &QAction::toggled, more, &QPushButton::setChecked);
    frame->addFilterWidget(more);
    wideButton = more;
    frame->setContent(content);
    content->setFocusProxy(stack);
    q->setFocusProxy(content);
    drawer = frame->drawer(u"kube"_s);
    details = new KubeDetails(*drawer, this);
    drawer->addFooterAction(edits->edit());
    drawer->addFooterAction(logs);
    drawer->addFooterAction(copyName);
    drawer->addFooterStretch();
    drawer->addFooterAction(remove, Look::Danger);
    connect(drawer, &Drawer::opened, this, &Private::place);
    connect(drawer, &Drawer::closed, this, &Private::place);

    connect(kinds, &KubeKindList::overviewChosen, this, &Private::openOverview);
    connect(kinds, &KubeKindList::kindChosen, this, &Private::openKind);
    connect(kinds, &QListWidget::itemActivated, this, [this] { stack->currentWidget()->setFocus(); });
    connect(jump, &KubeJump::chosen, this, [this](const kube::ApiResource& resource) {
        openKind(resource);
        stack->currentWidget()->setFocus();
    });
    connect(jump, &KubeJump::closed, this, [this] { stack->currentWidget()->setFocus(); });
    connect(overview, &KubeOverview::nodeActivated, this, [this](const QString& name) {
        const kube::ApiResource* nodes = discovery ? discovery->find({}, u"nodes"_s) : nullptr;
        if (cluster && nodes)
            details->show(cluster, {*nodes, {}, name, {}});
    });
    connect(frame, &PaneFrame::filterChanged, this, [this](const QString& text) {
        if (model)
            model->setFilter(text);
    });
    connect(frame, &PaneFrame::connectionsRequested, q, &KubeFace::connectionsRequested);
    connect(nameSpaceBox, &QComboBox::activated, this, [this] {
        drawer->close();
        watchKind();
    });
    connect(&feeds, &KubeFeeds::changed, &rowQueue, &RowQueue::add);
    connect(&feeds, &KubeFeeds::stateChanged, this, &Private::showState);
    connect(&nameSpaceFeed, &KubeFeeds::changed, this,
            [this](const QVector<KubeRow>& upserted, const QVector<QString>& removed) {
                const qsizetype before = nameSpaces.size();
                for (const QString& uid : removed)
                    nameSpaces.remove(uid);
                const qsizetype kept = nameSpaces.size();
                for (const KubeRow& each : upserted)
                    nameSpaces.insert(each->uid.toString(), each->name.toString());
                if (kept != before || nameSpaces.size() != kept)
                    namesCame(); // not for every change of one
            });
    ageTimer.setInterval(30000);
    connect(&ageTimer, &QTimer::timeout, this, [this] {
        if (cells)
            cells->touchAges();
        if (pods)
            pods->touchAges();
    });
    connect(&Style::instance(), &Style::changed, this, &Private::retranslate);
    feeds.setActive(false);
    nameSpaceFeed.setActive(false);
    frame->followSession(nullptr);
    retranslate();
    openOverview();
}

void KubeFace::Private::setSession(session::Session* next)
{
    if (session)
        session->disconnect(this);
    if (cluster)
        cluster->disconnect(this);
    session = next;
    cluster = next ? next->cluster() : nullptr;
    admin->setCluster(next, cluster);
    feeds.end();
    nameSpaceFeed.end();
    nameSpaces.clear();
    nameSpaceBox->clear();
    discovery.reset();
    wasLive = false;
    scopeKnown = false;
    waitsForScope = false;
    drawer->close();
    overview->setCluster(cluster);
    edits->setSession(next);
    const QString connection = next ? next->spec().id : QString();
    details->setHistory(next ? host.history() : nullptr, connection,
                        [this, connection] { return host.curveSource(connection); });
    kinds->setEntries({});
    qDeleteAll(std::exchange(goTo, {}));
    openOverview();
    frame->setContentState(PaneFrame::ContentState::Unknown);
    frame->followSession(next);
    if (next)
        connect(next, &session::Session::stateChanged, this, &Private::follow);
    if (cluster) {
        connect(cluster, &kube::Cluster::discoveryChanged, this, &Private::follow);
        connect(cluster, &kube::Cluster::stateChanged, this, &Private::follow);
    }
    follow();
}

void KubeFace::Private::follow()
{
    const bool scopeCame = !scopeKnown && isScopeKnown(cluster);
    scopeKnown = scopeKnown || scopeCame;
    const auto known = cluster ? cluster->discovery() : nullptr;
    if (known != discovery) {
        discovery = known;
        discovered();
    }
    if (scopeCame)
        followScope();
    frame->setContentState(discovery ? PaneFrame::ContentState::Data : PaneFrame::ContentState::Unknown);
    const bool live = session && session->state().phase == Phase::Live;
    overview->setActive(looking && live && !kind);
    const bool wanted = looking && session && session->state().phase != Phase::Idle;
    feeds.setActive(wanted);
    nameSpaceFeed.setActive(wanted);
    if (live && !wasLive) { // not at the end of their own pauses
        feeds.retryNow();
        nameSpaceFeed.retryNow();
        if (kind && pods && podCaches.isEmpty())
            watchKind();
    }
    wasLive = live;
    updateActions();
    showCount();
}

void KubeFace::Private::setLooking(bool now)
{
    looking = now;
    now ? ageTimer.start() : ageTimer.stop();
    follow();
}

void KubeFace::Private::discovered()
{
    if (!discovery)
        return;
    kinds->setEntries(kindEntries(discovery->resources));
    qDeleteAll(std::exchange(goTo, {}));
    for (const KindEntry& entry : kinds->entries()) {
        auto* action = new QAction(q);
        action->setData(entry.resource.qualifiedName());
        connect(action, &QAction::triggered, this, [this, resource = entry.resource] { openKind(resource); });
        goTo.append(action);
    }
    retranslate();
    followScope();
    if (kind)
        kinds->select(&*kind);
    overview->refresh();
    openTarget();
}

/// The kinds are told before it is known whether this user may look at all namespaces: until then nothing is
/// watched in all of them.
void KubeFace::Private::followScope()
{
    fillNameSpaces();
    const kube::ApiResource* names = discovery ? discovery->find({}, u"namespaces"_s) : nullptr;
    if (!scopeKnown)
        return;
    if (names && cluster->scope().isEmpty() && !nameSpaceFeed.isWatching())
        nameSpaceFeed.watch(cluster, *names, {QString()});
    if (waitsForScope || (kind && pods && podCaches.isEmpty()))
        watchKind();
}

void KubeFace::Private::namesCame()
{
    overview->setNameSpaces(int(nameSpaces.size()));
    fillNameSpaces();
}

void KubeFace::Private::fillNameSpaces()
{
    const QString before = chosenNameSpace();
    QStringList names = nameSpaces.values();
    const QStringList known = cluster ? cluster->scope() + QStringList{cluster->nameSpace()} : QStringList();
    for (const QString& name : known)
        if (!name.isEmpty() && !names.contains(name))
            names.append(name);
    names.sort();
    nameSpaceBox->clear();
    nameSpaceBox->addItem(cluster && !cluster->scope().isEmpty() ? KubeFace::tr("All my namespaces")
                                                                 : KubeFace::tr("All namespaces"),
                          QString());
    for (const QString& name : std::as_const(names))
        nameSpaceBox->addItem(plainLine(name, 80), name);
    nameSpaceBox->setCurrentIndex(std::max(0, nameSpaceBox->findData(before)));
}

QString KubeFace::Private::chosenNameSpace() const
{
    return nameSpaceBox->currentData().toString();
}

QStringList KubeFace::Private::watchedNameSpaces() const
{
    if (!kind || !kind->namespaced)
        return {QString()};
    if (const QString chosen = chosenNameSpace(); !chosen.isEmpty())
        return {chosen};
    const QStringList scope = cluster ? cluster->scope() : QStringList();
    return scope.isEmpty() ? QStringList{QString()} : scope;
}

void KubeFace::Private::openTarget()
{
    if (!discovery || target.isEmpty())
        return;
    const QVariantMap wanted = std::exchange(target, {});
    const QString word = wanted.value(u"kind"_s).toString();
    if (word == "overview"_L1)
        return openOverview();
    const QString group = wanted.value(u"group"_s).toString();
    const kube::ApiResource* resource =
        wanted.contains(u"group"_s) ? discovery->find(group, word) : discovery->find(word);
    if (!resource)
        resource = discovery->find(word);
    if (!resource)
        return;
    if (const QString name = wanted.value(u"namespace"_s).toString();
        !name.isEmpty() && !chosenNameSpace().isEmpty())
        nameSpaceBox->setCurrentIndex(std::max(0, nameSpaceBox->findData(name)));
    openKind(*resource);
    wantedName = wanted.value(u"namespace"_s).toString() + u'/' + wanted.value(u"name"_s).toString();
}

void KubeFace::Private::place()
{
    kinds->setVisible(!drawer->isOpen() || q->width() >= roomForAll);
}

} // namespace kaptan::ui
