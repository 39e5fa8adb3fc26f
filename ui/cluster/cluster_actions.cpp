#include "app/core/when_done.h"
#include "ui/cluster/cluster_private.h"
#include "ui/cluster/engine_overview.h"
#include "ui/cluster/name_dialog.h"
#include "ui/cluster/resource_page.h"
#include "ui/cluster/step_sequence.h"
#include "ui/common/confirm_dialog.h"
#include "ui/common/pane_frame.h"
#include "ui/common/plain_text.h"

#include <QClipboard>
#include <QGuiApplication>

/// What can be done in the cluster pane.
namespace kaptan::ui
{

void ClusterPane::Private::makeActions()
{
    const auto make = [this](const char* name, const QKeySequence& shortcut) {
        auto* action = new QAction(q);
        action->setObjectName(QString::fromLatin1(name));
        action->setShortcut(shortcut);
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        q->addAction(action);
        return action;
    };
    refresh = make("refresh", Qt::Key_F5);
    connect(refresh, &QAction::triggered, this, [this] {
        inventory.touchAll();
        if (tab() == Overview)
            inventory.measureDisk();
    });
    measure = make("measureDiskUse", Qt::CTRL | Qt::Key_M);
    connect(measure, &QAction::triggered, this, [this] { inventory.measureDisk(); });
    pullImage = make("pullImage", Qt::CTRL | Qt::Key_P);
    connect(pullImage, &QAction::triggered, this, &Private::askPull);
    createVolume = make("createVolume", Qt::CTRL | Qt::Key_N);
    connect(createVolume, &QAction::triggered, this, &Private::askCreateVolume);
    copyName = make("copyName", Qt::CTRL | Qt::SHIFT | Qt::Key_C);
    connect(copyName, &QAction::triggered, this, [this] {
        if (!page())
            return;
        const QString key = page()->table()->currentKey();
        QString name = key;
        if (const ImageRow* image = tab() == Images ? imagesModel->find(key) : nullptr)
            name = image->image.tags.isEmpty() ? image->image.id : image->image.tags.first();
        if (const NetworkRow* network = tab() == Networks ? networksModel->find(key) : nullptr)
            name = network->network.name;
        QGuiApplication::clipboard()->setText(name);
    });
    // Delete and Enter belong to the tables.
    remove = new QAction(q);
    remove->setObjectName(QStringLiteral("remove"));
    remove->setShortcut(Qt::Key_Delete);
    remove->setShortcutContext(Qt::WidgetShortcut);
    connect(remove, &QAction::triggered, this, &Private::removeSelected);
    details = new QAction(q);
    details->setObjectName(QStringLiteral("details"));
    details->setShortcut(Qt::Key_Return);
    details->setShortcutContext(Qt::WidgetShortcut);
    connect(details, &QAction::triggered, this, &Private::showDetails);
    for (const int to : {int(Overview), int(Images), int(Volumes), int(Networks)}) {
        QAction* action = make("goTo", QKeySequence(Qt::ALT | Qt::Key(Qt::Key_1 + to)));
        connect(action, &QAction::triggered, this, [this, to] { selectTab(to); });
        goTo.append(action);
    }
}

void ClusterPane::Private::retranslate()
{
    const Style& style = Style::instance();
    const auto word = [&style](QAction* action, const QString& text, const char* icon) {
        action->setText(text);
        if (action->isEnabled())
            action->setToolTip({});
        action->setIcon(style.icon(QString::fromLatin1(icon)));
    };
    frame->setTitle(q->title());
    word(refresh, ClusterPane::tr("Refresh"), "refresh");
    word(measure, ClusterPane::tr("Measure disk use"), "disk");
    word(pullImage, ClusterPane::tr("Pull image …"), "download");
    word(createVolume, ClusterPane::tr("Create volume …"), "add");
    for (QAction* action : {pullImage, createVolume})
        action->setIcon(style.icon(action == pullImage ? QStringLiteral("download") : QStringLiteral("add"),
                                   style.color(ColorRole::OnAccent)));
    word(remove, ClusterPane::tr("Remove …"), "trash");
    word(details, ClusterPane::tr("Details"), "info");
    word(copyName, ClusterPane::tr("Copy name"), "copy");
    const QStringList targets{ClusterPane::tr("Show the engine’s overview"), ClusterPane::tr("Show images"),
                              ClusterPane::tr("Show volumes"), ClusterPane::tr("Show networks")};
    const char* icons[] = {"cluster", "image", "disk", "network"};
    for (int i = 0; i < goTo.size(); ++i)
        word(goTo[i], targets[i], icons[i]);
    setEmptyFace();
    imagesPage->setEmptyWords(QStringLiteral("image"), ClusterPane::tr("No images"),
                              ClusterPane::tr("Containers are made from images. Pull one from a registry."),
                              pullImage);
    volumesPage->setEmptyWords(
        QStringLiteral("disk"), ClusterPane::tr("No volumes"),
        ClusterPane::tr("Volumes keep data when containers go. They can also be made with a deployment."),
        createVolume);
    networksPage->setEmptyWords(QStringLiteral("network"), ClusterPane::tr("No networks"), {}, nullptr);
    imagesPage->table()->setAccessibleName(ClusterPane::tr("Images"));
    volumesPage->table()->setAccessibleName(ClusterPane::tr("Volumes"));
    networksPage->table()->setAccessibleName(ClusterPane::tr("Networks"));
    tabs->setAccessibleName(ClusterPane::tr("Parts of the engine"));
    //: tab of the details: the main facts
    drawer->setTabTitle(QStringLiteral("summary"), ClusterPane::tr("Summary"));
    overview->retranslate();
    imagesModel->retranslate();
    volumesModel->retranslate();
    networksModel->retranslate();
    overview->showCounts(counts, used.markers);
    if (info)
        showEngine();
    updateTitles();
    updateTab();
}

void ClusterPane::Private::setEmptyFace()
{
    if (session && session->isJoint())
        frame->setEmptyFace(
            QStringLiteral("cluster"), ClusterPane::tr("Several connections are shown together"),
            //: %1 is a key
            ClusterPane::tr("This pane shows one at a time. Choose one at the top of the window (%1).")
                .arg(QKeySequence(Qt::CTRL | Qt::Key_O).toString(QKeySequence::NativeText)));
    else
        frame->setEmptyFace(QStringLiteral("cluster"), ClusterPane::tr("No engine behind this connection"),
                            ClusterPane::tr("This pane shows Docker and Podman engines."));
}

QString ClusterPane::Private::whyNot() const
{
    if (session && session->isJoint())
        return ClusterPane::tr("Several connections are shown together.");
    if (!engine() || !session || session->state().phase != session::Phase::Live)
        return ClusterPane::tr("The engine is not connected.");
    return session->whyNotWritable();
}

template <class Row>
QVector<Row> ClusterPane::Private::selected(const ResourcePage* page)
{
    QVector<Row> rows;
    const auto* model = static_cast<const RowModel<Row>*>(page->model());
    const QStringList keys = page->table()->selectedKeys();
    for (const QString& key : keys)
        if (const Row* row = model->find(key))
            rows.append(*row);
    return rows;
}

void ClusterPane::Private::updateActions()
{
    const bool connected = engine() && session->state().phase == session::Phase::Live;
    const QString why = whyNot();
    setActionReason(refresh, connected ? QString()
                             : session && session->isJoint()
                                 ? why
                                 : ClusterPane::tr("The engine is not connected."));
    setActionReason(pullImage, why);
    setActionReason(createVolume, why);
    const ResourcePage* where = page();
    const QString none = where && !where->table()->currentKey().isEmpty()
                             ? QString()
                             : ClusterPane::tr("Choose a row in the table.");
    setActionReason(details, none);
    setActionReason(copyName, none);

    QString reason = why;
    const auto blame = [&reason](const QString& name, const QStringList& users) {
        if (reason.isEmpty() && !users.isEmpty())
            //: why it cannot be removed: %1 is an image, volume or network, %2 the names of containers
            reason = ClusterPane::tr("%1 is used by %2. Remove these containers first.")
                         .arg(plainLine(name, 100), namesText(users));
    };
    if (reason.isEmpty() && where && where->table()->selectedKeys().isEmpty())
        reason = ClusterPane::tr("Choose a row in the table.");
    if (where && reason.isEmpty()) {
        if (where == imagesPage)
            for (const ImageRow& row : selected<ImageRow>(where))
                blame(imageTitle(row.image), row.usedBy);
        if (where == volumesPage)
            for (const VolumeRow& row : selected<VolumeRow>(where))
                blame(row.volume.name, row.usedBy);
        if (where == networksPage)
            for (const NetworkRow& row : selected<NetworkRow>(where)) {
                if (row.builtIn && reason.isEmpty())
                    reason = ClusterPane::tr("%1 belongs to the engine itself.")
                                 .arg(plainLine(row.network.name, 100));
                blame(row.network.name, row.usedBy);
            }
    }
    setActionReason(remove, reason);
    showDisk();
}

Step ClusterPane::Private::step(std::function<QFuture<Result<void>>(docker::EngineApi&)> call) const
{
    // The session of now, also where another one is shown when the step's turn comes; it may be gone then.
    return writingTo(session, [asked = session, call = std::move(call)] {
        docker::EngineApi* api = asked ? asked->engine() : nullptr;
        return api ? call(*api) : readyFuture<void>(failure(Cancelled{}));
    });
}

void ClusterPane::Private::run(const QString& title, const QString& doneText, const QVector<Step>& steps,
                               EngineInventory::Kind kind, ResourcePage* where, const QString& tabName)
{
    where->clearActionError();
    // A single step reports its own progress and is cancelled in the middle.
    const QFuture<Result<void>> task = steps.size() == 1 ? steps.first()() : runInOrder(steps, this);
    q->host().runTask(title, doneText, task, q->paneId(), {{QStringLiteral("tab"), tabName}});
    const QPointer<session::Session> asked = session;
    whenDone(task, this, [this, kind, where, asked](const Result<void>& result) {
        if (asked != session)
            return;
        if (!result && !result.error().isCancelled())
            where->setActionError(result.error(), {});
        // Not every engine tells of everything (Podman: networks).
        inventory.touch(kind, true);
    });
}

void ClusterPane::Private::askPull()
{
    NameDialog::Form form;
    form.title = ClusterPane::tr("Pull image");
    form.text = ClusterPane::tr("The engine fetches the image from its registry.");
    form.label = ClusterPane::tr("Image");
    form.placeholder = QStringLiteral("nginx:1.27");
    form.confirmText = ClusterPane::tr("Pull");
    form.problem = &imageNameProblem;
    form.hint = [](const QString& name) {
        //: %1 is an image with its tag
        return ClusterPane::tr("Pulls %1").arg(docker::withTag(name));
    };
    auto* dialog = new NameDialog(form, q);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog] { pull(dialog->name()); });
    dialog->open();
}

void ClusterPane::Private::pull(const QString& name)
{
    if (!engine())
        return;
    const QString whole = docker::withTag(name);
    selectTab(Images);
    run(ClusterPane::tr("Pull %1").arg(whole), ClusterPane::tr("%1 is there.").arg(whole),
        {step([whole](docker::EngineApi& api) { return api.pull(whole); })}, EngineInventory::Images,
        imagesPage, QStringLiteral("images"));
}

void ClusterPane::Private::askCreateVolume()
{
    NameDialog::Form form;
    form.title = ClusterPane::tr("Create volume");
    form.text = ClusterPane::tr("A place for data that stays when containers go.");
    form.label = ClusterPane::tr("Name");
    form.placeholder = QStringLiteral("data");
    form.confirmText = ClusterPane::tr("Create");
    form.secondLabel = ClusterPane::tr("Driver");
    form.secondValue = QStringLiteral("local");
    form.problem = [model = volumesModel](const QString& name) {
        const QString problem = volumeNameProblem(name);
        return problem.isEmpty() && model->find(name) ? ClusterPane::tr("There is a volume of this name.")
                                                      : problem;
    };
    auto* dialog = new NameDialog(form, q);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog] {
        docker::EngineApi* api = engine();
        if (!api || !session->whyNotWritable().isEmpty())
            return;
        docker::VolumeCreateRequest request;
        request.name = dialog->name();
        request.driver = dialog->second();
        const auto asked = session;
        selectTab(Volumes);
        volumesPage->clearActionError();
        whenDone(api->createVolume(request), this,
                 [this, asked, name = request.name](const Result<docker::VolumeSummary>& result) {
                     if (asked != session)
                         return;
                     if (!result)
                         volumesPage->setActionError(result.error(), {});
                     else
                         volumesPage->table()->selectKey(name);
                     inventory.touch(EngineInventory::Volumes, true);
                 });
    });
    dialog->open();
}

void ClusterPane::Private::removeSelected()
{
    updateActions();
    if (!remove->isEnabled())
        return;
    if (page() == imagesPage)
        removeImages(selected<ImageRow>(imagesPage));
    else if (page() == volumesPage)
        removeVolumes(selected<VolumeRow>(volumesPage));
    else if (page() == networksPage)
        removeNetworks(selected<NetworkRow>(networksPage));
}

void ClusterPane::Private::removeImages(const QVector<ImageRow>& rows)
{
    const int count = int(rows.size());
    Question question;
    question.title = ClusterPane::tr("Remove %n image(s)", "", count);
    question.text = ClusterPane::tr("They can be pulled again from their registry, where they have one.");
    QStringList names;
    QVector<Step> steps;
    for (const ImageRow& row : rows) {
        names.append(row.image.tags.isEmpty() ? shortId(row.image.id) : imageTitle(row.image));
        // An image goes with the last of its names.
        const QStringList targets = row.image.tags.isEmpty() ? QStringList{row.image.id} : row.image.tags;
        for (const QString& target : targets)
            steps.append(step([target](docker::EngineApi& api) { return api.removeImage(target); }));
    }
    question.goes = {{ClusterPane::tr("%n image(s)", "", count), names}};
    question.confirmText = question.title;
    if (session->spec().production)
        question.typedName = session->spec().name;
    ConfirmDialog::ask(q, question, [this, steps, count] {
        if (engine())
            run(ClusterPane::tr("Remove %n image(s)", "", count),
                ClusterPane::tr("%n image(s) removed.", "", count), steps, EngineInventory::Images,
                imagesPage, QStringLiteral("images"));
    });
}

void ClusterPane::Private::removeVolumes(const QVector<VolumeRow>& rows)
{
    const int count = int(rows.size());
    Question question;
    question.title = ClusterPane::tr("Remove %n volume(s)", "", count);
    question.text = ClusterPane::tr("Their data is lost for ever.");
    QStringList names;
    QVector<Step> steps;
    for (const VolumeRow& row : rows) {
        names.append(row.volume.name);
        steps.append(
            step([name = row.volume.name](docker::EngineApi& api) { return api.removeVolume(name); }));
    }
    question.goes = {{ClusterPane::tr("%n volume(s) with all data", "", count), names}};
    question.confirmText = question.title;
    if (session->spec().production)
        question.typedName = session->spec().name;
    ConfirmDialog::ask(q, question, [this, steps, count] {
        if (engine())
            run(ClusterPane::tr("Remove %n volume(s)", "", count),
                ClusterPane::tr("%n volume(s) removed.", "", count), steps, EngineInventory::Volumes,
                volumesPage, QStringLiteral("volumes"));
    });
}

void ClusterPane::Private::removeNetworks(const QVector<NetworkRow>& rows)
{
    const int count = int(rows.size());
    Question question;
    question.title = ClusterPane::tr("Remove %n network(s)", "", count);
    question.text = ClusterPane::tr("No container is in them now.");
    QStringList names;
    QVector<Step> steps;
    for (const NetworkRow& row : rows) {
        names.append(row.network.name);
        steps.append(
            step([name = row.network.name](docker::EngineApi& api) { return api.removeNetwork(name); }));
    }
    question.goes = {{ClusterPane::tr("%n network(s)", "", count), names}};
    question.confirmText = question.title;
    if (session->spec().production)
        question.typedName = session->spec().name;
    ConfirmDialog::ask(q, question, [this, steps, count] {
        if (engine())
            run(ClusterPane::tr("Remove %n network(s)", "", count),
                ClusterPane::tr("%n network(s) removed.", "", count), steps, EngineInventory::Networks,
                networksPage, QStringLiteral("networks"));
    });
}

} // namespace kaptan::ui
