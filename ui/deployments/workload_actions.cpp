#include "ui/deployments/workload_actions.h"

#include "app/core/when_done.h"
#include "ui/common/plain_text.h"
#include "ui/common/style.h"
#include "ui/common/widgets.h"
#include "ui/deployments/scale_dialog.h"

#include <QApplication>
#include <QClipboard>

#include <algorithm>

namespace kaptan::ui
{

using workload::Instance;
using workload::Workload;
using workload::WorkloadPtr;

namespace
{

/// Names stand in titles of tasks and notifications.
QString shortName(const QString& name)
{
    return plainLine(name, 60);
}

const QList<Verb> verbs{Verb::Logs,  Verb::Scale,  Verb::Restart, Verb::Stop,
                        Verb::Start, Verb::Repair, Verb::Delete,  Verb::CopyName};

} // namespace

WorkloadActions::WorkloadActions(PaneHost& host, DeploymentsModel& model, QWidget* window)
    : QObject(window), m_host(host), m_model(model), m_window(window), m_deploy(new QAction(this)),
      m_edit(new QAction(this)), m_record(new ActionRecord(host.history(), this))
{
    m_deploy->setObjectName(QStringLiteral("deploy"));
    m_deploy->setShortcut(QKeySequence::New);
    m_deploy->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    connect(m_deploy, &QAction::triggered, this, [this] {
        // What a cluster is given is written as a manifest, in its own pane.
        if (isCluster())
            m_host.openPane(QStringLiteral("cluster"),
                            {{QStringLiteral("action"), QStringLiteral("new")},
                             {QStringLiteral("kind"), QStringLiteral("Deployment")}});
        else
            Q_EMIT deployRequested();
    });
    m_edit->setObjectName(QStringLiteral("editObject"));
    m_edit->setShortcut(Qt::Key_E);
    m_edit->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    m_edit->setVisible(false);
    connect(m_edit, &QAction::triggered, this, &WorkloadActions::edit);
    make(Verb::Logs, QStringLiteral("logs"), QKeySequence(Qt::Key_L));
    make(Verb::Scale, QStringLiteral("scale"), QKeySequence(Qt::SHIFT | Qt::Key_S));
    make(Verb::Restart, QStringLiteral("restart"), QKeySequence(Qt::CTRL | Qt::Key_R));
    make(Verb::Stop, QStringLiteral("stop"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_X));
    make(Verb::Start, QStringLiteral("play"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_R));
    make(Verb::Repair, QStringLiteral("repair"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_H));
    make(Verb::Delete, QStringLiteral("trash"), QKeySequence(QKeySequence::Delete));
    make(Verb::CopyName, QStringLiteral("copy"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_C));
    for (const Verb verb : verbs) {
        if (verb == Verb::Restart || verb == Verb::Delete || verb == Verb::CopyName) {
            auto* separator = new QAction(this);
            separator->setSeparator(true);
            m_menu += separator;
        }
        m_menu += action(verb);
        if (verb == Verb::Logs)
            m_menu += m_edit;
    }
    const auto restyle = [this] {
        m_edit->setIcon(Style::instance().icon(QStringLiteral("edit")));
        for (const Verb verb : verbs)
            action(verb)->setIcon(Style::instance().icon(m_icons.value(int(verb)),
                                                         verb == Verb::Delete ? Tone::Error : Tone::Neutral));
    };
    connect(&Style::instance(), &Style::changed, this, restyle);
    restyle();
    retranslate();
}

void WorkloadActions::make(Verb verb, const QString& icon, const QKeySequence& keys)
{
    static const char* const names[] = {"logs",  "scale",  "restart", "stop",
                                        "start", "repair", "delete",  "copyName"};
    auto* action = new QAction(this);
    action->setObjectName(QLatin1String(names[int(verb)]));
    action->setShortcut(keys);
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    connect(action, &QAction::triggered, this, [this, verb] { trigger(verb); });
    m_actions.insert(int(verb), action);
    m_icons.insert(int(verb), icon);
}

void WorkloadActions::retranslate()
{
    m_deploy->setText(tr("Deploy …"));
    //: the object of a cluster, as YAML and by form
    m_edit->setText(tr("Edit"));
    //: actions on deployments: short, they stand on buttons
    action(Verb::Logs)->setText(tr("Logs"));
    action(Verb::Scale)->setText(tr("Scale …"));
    action(Verb::Restart)->setText(tr("Restart"));
    action(Verb::Stop)->setText(tr("Stop"));
    action(Verb::Start)->setText(tr("Start"));
    action(Verb::Repair)->setText(tr("Repair"));
    action(Verb::Delete)->setText(tr("Delete …"));
    action(Verb::CopyName)->setText(tr("Copy name"));
    refresh();
}

QList<QAction*> WorkloadActions::all() const
{
    QList<QAction*> list{m_deploy, m_edit};
    for (const Verb verb : verbs)
        list += action(verb);
    return list;
}

void WorkloadActions::setSession(session::Session* session)
{
    m_session = session;
    m_ids.clear();
    m_idSet.clear();
    if (m_scaleDialog)
        m_scaleDialog->close();
    refresh();
}

void WorkloadActions::setSelection(const QStringList& workloadIds)
{
    m_ids = workloadIds;
    m_idSet = QSet<QString>(workloadIds.cbegin(), workloadIds.cend());
    refresh();
}

Workloads WorkloadActions::selection() const
{
    Workloads those;
    for (const QString& id : m_ids)
        if (const WorkloadPtr workload = m_model.workload(id))
            those.append(workload);
    return those;
}

QString WorkloadActions::pendingOfSelection() const
{
    for (const QString& id : m_ids)
        if (const QString word = m_model.pending(id); !word.isEmpty())
            return word;
    return {};
}

void WorkloadActions::refresh()
{
    const Workloads those = selection();
    const QString pending = pendingOfSelection();
    setActionReason(m_deploy, whyNotDeploy(m_session));
    m_edit->setVisible(isCluster());
    QString whyNotEdit = whyNotDeploy(m_session);
    if (whyNotEdit.isEmpty() && those.size() != 1)
        whyNotEdit = tr("Choose one row in the table.");
    setActionReason(m_edit, whyNotEdit);
    for (const Verb verb : verbs)
        setActionReason(action(verb), whyNot(verb, those, m_session, pending));
}

void WorkloadActions::rowsChanged(const workload::WorkloadDelta& delta)
{
    const auto selected = [this](const QString& id) { return m_idSet.contains(id); };
    if (std::any_of(delta.upserted.cbegin(), delta.upserted.cend(),
                    [&](const WorkloadPtr& workload) { return selected(workload->id); }) ||
        std::any_of(delta.removed.cbegin(), delta.removed.cend(), selected))
        refresh();
}

QString WorkloadActions::whyNotInstance() const
{
    return whyNot(Verb::Restart, selection(), m_session, pendingOfSelection());
}

void WorkloadActions::trigger(Verb verb)
{
    const Workloads those = concerned(verb, selection());
    if (those.isEmpty())
        return;
    switch (verb) {
    case Verb::Logs:
        if (const Instance* instance = telling(*those.first()))
            openLogs(*those.first(), *instance);
        break;
    case Verb::Scale:
        scale(those.first());
        break;
    case Verb::Restart:
    case Verb::Stop:
        askAndRun(verb, those);
        break;
    case Verb::Start:
    case Verb::Repair:
        run(verb, those);
        break;
    case Verb::Delete:
        remove(those);
        break;
    case Verb::CopyName: {
        QStringList names;
        for (const WorkloadPtr& workload : those)
            names += workload->name;
        QApplication::clipboard()->setText(names.join(u'\n'));
        break;
    }
    }
}

void WorkloadActions::openLogs(const Workload& workload, const Instance& instance)
{
    m_host.openPane(QStringLiteral("logs"), {{QStringLiteral("instanceId"), instance.id},
                                             {QStringLiteral("name"), instance.name},
                                             {QStringLiteral("workloadId"), workload.id}});
}

void WorkloadActions::restartInstance(const WorkloadPtr& workload, const Instance& instance)
{
    if (!m_session)
        return;
    const auto restart = [this, asked = m_session, instance] {
        // Asked anew: minutes may lie between the question and its answer.
        auto* target = m_session && asked == m_session ? m_session->lifecycle() : nullptr;
        if (!target)
            return;
        const QString name = shortName(instance.name);
        m_host.runTask(tr("Restart %1").arg(name), tr("%1 was restarted").arg(name),
                       target->restartInstance(instance.id));
    };
    const QString production = productionOf({workload}, *m_session);
    const bool pod = m_session->memberOf(workload->id)->platform() == workload::Platform::Kubernetes;
    if (production.isEmpty() && !pod)
        restart();
    else
        ConfirmDialog::ask(m_window, replicaQuestion(*workload, instance, production, pod), restart);
}

void WorkloadActions::askAndRun(Verb verb, const Workloads& those)
{
    const bool production = m_session && !productionOf(those, *m_session).isEmpty();
    if (those.size() == 1 && !production) {
        run(verb, those);
        return;
    }
    ConfirmDialog::ask(m_window, interruptionQuestion(verb, those), [this, verb, those, asked = m_session] {
        if (asked == m_session)
            run(verb, those);
    });
}

void WorkloadActions::run(Verb verb, const Workloads& those)
{
    for (const WorkloadPtr& workload : those) {
        // Asked anew: minutes may lie between the question and its answer.
        auto* target = m_session ? m_session->lifecycle() : nullptr;
        if (!target)
            return;
        const QString name = shortName(workload->name);
        const QVariantMap here{{QStringLiteral("workloadId"), workload->id}};
        QString title, done, word;
        QFuture<Result<void>> future;
        switch (verb) {
        case Verb::Start:
            title = tr("Start %1").arg(name);
            done = tr("%1 was started").arg(name);
            //: the state of a deployment while an action runs
            word = tr("Starting");
            future = target->start(workload->id);
            break;
        case Verb::Stop:
            title = tr("Stop %1").arg(name);
            done = tr("%1 was stopped").arg(name);
            word = tr("Stopping");
            future = target->stop(workload->id);
            break;
        case Verb::Restart:
            title = tr("Restart %1").arg(name);
            done = tr("%1 was restarted").arg(name);
            word = tr("Restarting");
            future = target->restart(workload->id);
            break;
        case Verb::Repair:
            title = tr("Repair %1").arg(name);
            done = tr("%1 was repaired").arg(name);
            word = tr("Repairing");
            future = target->repair(workload->id);
            break;
        case Verb::Delete:
            title = tr("Delete %1").arg(name);
            done = tr("%1 was deleted").arg(name);
            word = tr("Deleting");
            future = target->remove(workload->id);
            break;
        default:
            return;
        }
        track(workload->id, word, future);
        m_record->follow(verb, *m_session, workload, future);
        m_host.runTask(title, done, future, verb == Verb::Delete ? QString() : QStringLiteral("deployments"),
                       here);
    }
}

void WorkloadActions::track(const QString& workloadId, const QString& word,
                            const QFuture<Result<void>>& future)
{
    m_model.setPending(workloadId, word);
    refresh();
    whenDone(future, this, [this, workloadId](const Result<void>&) {
        m_model.setPending(workloadId, {});
        refresh();
    });
}

void WorkloadActions::scale(const WorkloadPtr& workload)
{
    if (m_scaleDialog)
        m_scaleDialog->close();
    auto* dialog = new ScaleDialog(*workload, m_window);
    m_scaleDialog = dialog;
    connect(dialog, &ScaleDialog::chosen, this, [this, workload](int replicas) {
        const QString production = m_session ? productionOf({workload}, *m_session) : QString();
        if (replicas > 0 || production.isEmpty())
            runScale(workload, replicas);
        else
            ConfirmDialog::ask(m_window, emptyingQuestion(*workload, production),
                               [this, workload, asked = m_session] {
                                   if (asked == m_session)
                                       runScale(workload, 0);
                               });
    });
    dialog->show();
}

void WorkloadActions::runScale(const WorkloadPtr& workload, int replicas)
{
    if (!m_session || !m_session->scaling())
        return;
    const QString name = shortName(workload->name);
    const auto future = m_session->scaling()->scale(workload->id, replicas);
    //: %1 from, %2 to a number of replicas; the state of a deployment
    track(workload->id, tr("Scaling %1 → %2").arg(workload->desired).arg(replicas), future);
    m_record->followScale(*m_session, workload, replicas, future);
    m_host.runTask(tr("Scale %1 to %n replicas", nullptr, replicas).arg(name),
                   tr("%1 has %n replicas", nullptr, replicas).arg(name), future,
                   QStringLiteral("deployments"), {{QStringLiteral("workloadId"), workload->id}});
}

void WorkloadActions::remove(const Workloads& those)
{
    auto* target = m_session ? m_session->lifecycle() : nullptr;
    if (!target)
        return;

    // What goes is asked of the engine first, for all of them; the question waits for the last answer.
    struct Gathered {
        QVector<workload::RemovalPreview> previews;
        qsizetype open = 0;
        bool failed = false;
    };

    auto gathered = std::make_shared<Gathered>();
    gathered->previews.resize(those.size());
    gathered->open = those.size();
    const QPointer<session::Session> asked = m_session;
    for (qsizetype i = 0; i < those.size(); ++i) {
        whenDone(target->previewRemoval(those.at(i)->id), this,
                 [this, gathered, those, i, asked](const Result<workload::RemovalPreview>& preview) {
                     --gathered->open;
                     if (!preview) {
                         if (!gathered->failed && !preview.error().isCancelled())
                             m_host.notify(PaneHost::Severity::Error, preview.error().message(),
                                           preview.error().advice());
                         gathered->failed = true;
                         return;
                     }
                     gathered->previews[i] = *preview;
                     if (gathered->open > 0 || gathered->failed || asked != m_session || !m_session)
                         return;
                     const bool pods =
                         std::all_of(those.cbegin(), those.cend(), [this](const WorkloadPtr& workload) {
                             return m_session->memberOf(workload->id)->platform() ==
                                    workload::Platform::Kubernetes;
                         });
                     ConfirmDialog::ask(
                         m_window,
                         removalQuestion(those, gathered->previews, productionOf(those, *m_session), pods),
                         [this, those, asked] {
                             if (asked == m_session)
                                 run(Verb::Delete, those);
                         });
                 });
    }
}

} // namespace kaptan::ui
