#include "ui/cluster/cluster_private.h"

#include "ui/cluster/engine_overview.h"
#include "ui/cluster/resource_page.h"
#include "ui/common/pane_frame.h"

#include <QVBoxLayout>

/// What the pane of an engine is made of; cluster_pane.cpp follows the session.
namespace kaptan::ui
{

ClusterPane::Private::Private(ClusterPane* pane)
    : q(pane), frame(new PaneFrame(pane)), tabs(new QTabBar), stack(new QStackedWidget),
      imagesModel(new ImagesModel(this)), volumesModel(new VolumesModel(this)),
      networksModel(new NetworksModel(this))
{
    auto* layout = new QVBoxLayout(q);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(frame);
    makeActions();

    auto* content = new QWidget;
    auto* column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    tabs->setObjectName(QStringLiteral("clusterTabs"));
    tabs->setDrawBase(false);
    tabs->setExpanding(false);
    for (int i = Overview; i <= Networks; ++i)
        tabs->addTab({});
    auto* tabRow = new QHBoxLayout;
    tabRow->setContentsMargins(space::l, 0, space::l, 0);
    tabRow->addWidget(tabs, 1);
    column->addLayout(tabRow);
    auto* line = new QFrame;
    line->setFixedHeight(1);
    setLook(line, Look::Line);
    column->addWidget(line);
    column->addWidget(stack, 1);

    overview = new EngineOverview(measure);
    connect(overview, &EngineOverview::measureRequested, this, [this] { inventory.measureDisk(); });
    stack->addWidget(overview);
    frame->addHeaderAction(refresh);
    frame->addHeaderAction(remove, Look::Danger);
    frame->addHeaderAction(createVolume, Look::Primary);
    frame->addHeaderAction(pullImage, Look::Primary);
    frame->filterEdit();
    frame->setContent(content);
    content->setFocusProxy(stack);
    q->setFocusProxy(content);
    drawer = frame->drawer(QStringLiteral("cluster"));
    auto* page = new QWidget;
    auto* pageLayout = new QVBoxLayout(page);
    pageLayout->setContentsMargins(0, 0, 0, 0);
    facts = new FactList(page);
    facts->setObjectName(QStringLiteral("resourceFacts"));
    pageLayout->addWidget(facts);
    pageLayout->addStretch();
    drawer->addTab(QStringLiteral("summary"), {}, page);
    drawer->addFooterAction(copyName);
    drawer->addFooterStretch();
    drawer->addFooterAction(remove, Look::Danger);
    makeTables();

    connect(tabs, &QTabBar::currentChanged, this, [this] { updateTab(); });
    connect(frame, &PaneFrame::filterChanged, this, [this](const QString& text) {
        for (RowModelBase* model :
             {static_cast<RowModelBase*>(imagesModel), static_cast<RowModelBase*>(volumesModel),
              static_cast<RowModelBase*>(networksModel)})
            model->setFilter(text);
    });
    connect(frame, &PaneFrame::connectionsRequested, q, &ClusterPane::connectionsRequested);
    connect(&inventory, &EngineInventory::changed, this, &Private::inventoryChanged);
    countTimer.setSingleShot(true);
    countTimer.setInterval(200);
    connect(&countTimer, &QTimer::timeout, this, &Private::count);
    ageTimer.setInterval(30000);
    connect(&ageTimer, &QTimer::timeout, this, &Private::showDisk);
    connect(&Style::instance(), &Style::changed, this, &Private::retranslate);
    frame->followSession(nullptr);
    retranslate();
    updateTab();
}

void ClusterPane::Private::makeTables()
{
    imagesModel->sort(ImagesModel::Name);
    volumesModel->sort(VolumesModel::Name);
    networksModel->sort(NetworksModel::Name);
    imagesPage = new ResourcePage(QStringLiteral("imagesTable"), imagesModel);
    volumesPage = new ResourcePage(QStringLiteral("volumesTable"), volumesModel);
    networksPage = new ResourcePage(QStringLiteral("networksTable"), networksModel);
    for (ResourcePage* page : {imagesPage, volumesPage, networksPage}) {
        stack->addWidget(page);
        TableView* table = page->table();
        table->addAction(remove);
        table->addAction(details);
        table->setRowActions({details, copyName, remove});
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
        connect(page->model(), &RowModelBase::countsChanged, this, &Private::updateTitles);
    }
}

} // namespace kaptan::ui
