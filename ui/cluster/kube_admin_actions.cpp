#include "ui/cluster/kube_admin_actions.h"

#include "app/core/when_done.h"
#include "ui/cluster/drain_dialog.h"
#include "ui/cluster/marks_dialog.h"
#include "ui/cluster/name_dialog.h"
#include "ui/common/plain_text.h"
#include "ui/common/style.h"
#include "ui/common/widgets.h"

#include <QAction>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace kaptan::ui
{

namespace
{

bool is(const kube::ApiResource& kind, QLatin1String qualified)
{
    return kind.qualifiedName() == qualified;
}

/// "web", or "3 × Deployment".
QString titleOf(const kube::ApiResource& kind, const QVector<KubeObject>& rows)
{
    return rows.size() == 1 ? plainLine(rows.first().name, 80)
                            : u"%1 × %2"_s.arg(rows.size()).arg(plainLine(kind.kind, 60));
}

/// What the change is bound to; empty where the row has none: the key of such a row is ours.
QString uidOf(const KubeObject& row)
{
    return row.uid == row.nameSpace + u'/' + row.name ? QString() : row.uid;
}

/// What `kubectl apply` keeps of the whole object, the values of a Secret too: no matter of a dialog.
constexpr QLatin1String lastApplied("kubectl.kubernetes.io/last-applied-configuration");

/// The cause of a restart where nobody gave one: without it that of the one before would stand for this one
/// too. Data of the cluster, as kaptanctl's: not translated.
constexpr QLatin1String defaultCause("Restarted with Kaptan");

} // namespace

KubeAdminActions::KubeAdminActions(QWidget* face, PaneHost& host, const QString& paneId)
    : QObject(face), m_face(face), m_host(host), m_paneId(paneId)
{
    m_cordon = make("kubeCordon", &KubeAdminActions::cordon);
    m_uncordon = make("kubeUncordon", &KubeAdminActions::uncordon);
    m_drain = make("kubeDrain", &KubeAdminActions::drain);
    m_taints = make("kubeTaints", &KubeAdminActions::taints);
    m_restart = make("kubeRestart", &KubeAdminActions::restart);
    m_suspend = make("kubeSuspend", &KubeAdminActions::suspend);
    m_resume = make("kubeResume", &KubeAdminActions::resume);
    m_runNow = make("kubeRunNow", &KubeAdminActions::runNow);
    m_labels = make("kubeLabels", &KubeAdminActions::labels);
    m_annotations = make("kubeAnnotations", &KubeAdminActions::annotations);
    retranslate();
}

KubeAdminActions::~KubeAdminActions()
{
    delete m_permissions.data();
}

QAction* KubeAdminActions::make(const char* name, void (KubeAdminActions::*begin)())
{
    auto* action = new QAction(this);
    action->setObjectName(QString::fromLatin1(name));
    connect(action, &QAction::triggered, this, [this, action, begin] {
        // The palette and a menu that was left open know an older state, and perhaps not all rows.
        if (m_chosen)
            m_rows = m_chosen();
        setActionReason(action, whyNotHere(action));
        if (action->isEnabled())
            (this->*begin)();
    });
    return action;
}

void KubeAdminActions::retranslate()
{
    const Style& style = Style::instance();
    const auto word = [&style](QAction* action, const QString& text, const char* icon) {
        action->setText(text);
        action->setIcon(style.icon(QString::fromLatin1(icon)));
    };
    //: of a node: it takes no new pods
    word(m_cordon, tr("Cordon"), "lock");
    //: of a node: it takes pods again
    word(m_uncordon, tr("Uncordon"), "ok");
    //: of a node: its pods are evicted
    word(m_drain, tr("Drain …"), "download");
    word(m_taints, tr("Taints …"), "shield");
    //: of a deployment: its pods are rolled out anew
    word(m_restart, tr("Restart …"), "restart");
    //: of a cron job: it makes no new jobs
    word(m_suspend, tr("Suspend"), "pause");
    //: of a cron job that is suspended
    word(m_resume, tr("Resume"), "play");
    //: of a cron job: makes a job at once
    word(m_runNow, tr("Run now"), "skip");
    word(m_labels, tr("Labels …"), "edit");
    word(m_annotations, tr("Annotations …"), "edit");
}

QList<QAction*> KubeAdminActions::actions(const kube::ApiResource& kind) const
{
    QList<QAction*> list;
    if (is(kind, "nodes"_L1))
        list << m_cordon << m_uncordon << m_drain << m_taints;
    if (kube::isRestartable(kind))
        list << m_restart;
    if (is(kind, "cronjobs.batch"_L1))
        list << m_suspend << m_resume << m_runNow;
    if (kind.can(u"patch"_s))
        list << m_labels << m_annotations;
    return list;
}

void KubeAdminActions::setCluster(session::Session* session, kube::Cluster* cluster)
{
    m_session = session;
    if (m_cluster == cluster && m_permissions)
        return;
    delete m_permissions.data();
    m_cluster = cluster;
    if (!cluster)
        return;
    // It asks through the cluster's API, and ends with it.
    m_permissions = new kube::Permissions(*cluster->api(), cluster);
    connect(m_permissions, &kube::Permissions::changed, this, [this] {
        for (QAction* action : m_kind ? actions(*m_kind) : QList<QAction*>())
            setActionReason(action, whyNotHere(action));
        Q_EMIT permissionsChanged();
    });
}

void KubeAdminActions::update(const std::optional<kube::ApiResource>& kind, const QVector<KubeObject>& rows,
                              const QString& whyNot)
{
    m_kind = kind;
    m_rows = rows;
    m_whyNot = whyNot;
    if (m_kind)
        for (QAction* action : actions(*m_kind))
            setActionReason(action, whyNotHere(action));
}

QString KubeAdminActions::whyNot(const QString& verb, const kube::ApiResource& resource,
                                 const QString& nameSpace, const QString& subresource) const
{
    return m_permissions ? m_permissions->whyNot(verb, resource, nameSpace, {}, subresource) : QString();
}

QString KubeAdminActions::whyNotHere(QAction* action) const
{
    if (!m_whyNot.isEmpty())
        return m_whyNot;
    if (!m_kind || !m_cluster)
        return tr("The cluster is not connected.");
    if (m_rows.isEmpty())
        return tr("Choose a row in the table.");
    const bool one = action == m_drain || action == m_taints || action == m_labels || action == m_annotations;
    if (one && m_rows.size() > 1)
        return tr("Choose one row only.");
    const auto discovery = m_cluster->discovery();
    const auto may = [this, &discovery](const char* verb, const QString& group, const QString& name,
                                        const QString& nameSpace, const QString& subresource = {}) {
        const kube::ApiResource* resource = discovery ? discovery->find(group, name) : nullptr;
        return resource ? whyNot(QString::fromLatin1(verb), *resource, nameSpace, subresource) : QString();
    };
    for (const KubeObject& row : m_rows) {
        QString why;
        if (action == m_runNow)
            why = may("create", u"batch"_s, u"jobs"_s, row.nameSpace);
        else
            why = whyNot(u"patch"_s, *m_kind, row.nameSpace);
        if (why.isEmpty() && action == m_drain)
            why = may("create", {}, u"pods"_s, {}, u"eviction"_s);
        if (!why.isEmpty())
            return why;
    }
    return {};
}

Step KubeAdminActions::step(std::function<QFuture<Result<void>>(kube::KubeApi&)> call) const
{
    return writingTo(m_session, [asked = m_cluster, call = std::move(call)] {
        return asked ? call(*asked->api()) : readyFuture<void>(failure(Cancelled{}));
    });
}

void KubeAdminActions::run(const kube::ApiResource& kind, const QString& title, const QString& doneText,
                           const QVector<Step>& steps)
{
    m_host.runTask(title, doneText, runInOrder(steps, this), m_paneId,
                   {{u"kind"_s, kind.name}, {u"group"_s, kind.group}});
    Q_EMIT begun();
}

void KubeAdminActions::sure(const QString& title, const QString& text, std::function<void()> then)
{
    if (!m_session)
        return;
    if (!m_session->spec().production) {
        then();
        return;
    }
    Question question;
    question.title = title;
    question.text = text;
    question.confirmText = title;
    question.typedName = m_session->spec().name;
    question.destructive = false;
    ConfirmDialog::ask(m_face, question, [this, asked = m_cluster, then = std::move(then)] {
        if (asked && asked == m_cluster)
            then();
    });
}

void KubeAdminActions::read(std::function<void(const KubeObject&, const QJsonObject&)> then)
{
    const KubeObject row = m_rows.first();
    whenDone(m_cluster->api()->get(*m_kind, row.nameSpace, row.name), this,
             [this, row, asked = m_cluster, then = std::move(then)](const Result<QByteArray>& body) {
                 if (!asked || asked != m_cluster)
                     return;
                 if (body)
                     then(row, QJsonDocument::fromJson(*body).object());
                 else if (!body.error().isCancelled())
                     m_host.notify(PaneHost::Severity::Error, body.error().message(), body.error().advice(),
                                   m_paneId);
             });
}

void KubeAdminActions::cordon()
{
    setNodes(true);
}

void KubeAdminActions::uncordon()
{
    setNodes(false);
}

void KubeAdminActions::setNodes(bool cordoned)
{
    const QString name = titleOf(*m_kind, m_rows);
    //: %1 is a node, or "3 × Node"
    const QString title = cordoned ? tr("Cordon %1").arg(name) : tr("Uncordon %1").arg(name);
    QVector<Step> steps;
    for (const KubeObject& row : std::as_const(m_rows))
        steps.append(step([kind = *m_kind, row, cordoned](kube::KubeApi& api) {
            return kube::setCordoned(api, kind, row.name, cordoned, uidOf(row));
        }));
    sure(title,
         cordoned ? tr("No new pods are scheduled there; those that run stay.")
                  : tr("New pods may be scheduled there again."),
         [this, kind = *m_kind, title, steps, name, cordoned] {
             run(kind, title,
                 cordoned ? tr("%1 is cordoned.").arg(name) : tr("%1 takes pods again.").arg(name), steps);
         });
}

void KubeAdminActions::drain()
{
    auto* dialog =
        new DrainDialog(m_host, m_paneId, m_session, m_cluster, m_rows.first().name, m_face->window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &DrainDialog::begun, this, &KubeAdminActions::begun);
    dialog->open();
}

void KubeAdminActions::taints()
{
    read([this, kind = *m_kind](const KubeObject& row, const QJsonObject& node) {
        QVector<MarksDialog::Mark> marks;
        const QVector<kube::Taint> before = kube::taintsOf(node);
        for (const kube::Taint& taint : before)
            marks.append({taint.key, taint.value, taint.effect});
        auto* dialog = new MarksDialog(MarksDialog::Kind::Taints, row.title(), marks, m_face->window());
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        const QString version = node.value("metadata"_L1).toObject().value("resourceVersion"_L1).toString();
        connect(
            dialog, &QDialog::accepted, this, [this, dialog, kind, row, before, version, asked = m_cluster] {
                if (!asked || asked != m_cluster)
                    return;
                QVector<kube::Taint> after;
                for (const MarksDialog::Mark& mark : dialog->marks()) {
                    kube::Taint taint{mark.key, mark.value, mark.effect, {}};
                    for (const kube::Taint& old : before)
                        if (old == taint)
                            taint.original = old.original;
                    after.append(taint);
                }
                if (after == before)
                    return;
                //: %1 is a node
                const QString title = tr("Change the taints of %1").arg(plainLine(row.name, 80));
                sure(title, tr("Pods that do not tolerate them are kept away, and evicted by NoExecute."),
                     [this, title, kind, row, after, version] {
                         run(kind, title, tr("The taints of %1 are changed.").arg(plainLine(row.name, 80)),
                             {step([kind, row, after, version](kube::KubeApi& api) {
                                 return kube::setTaints(api, kind, row.name, after, version);
                             })});
                     });
            });
        dialog->open();
    });
}

void KubeAdminActions::labels()
{
    editMarks(kube::Marks::Labels);
}

void KubeAdminActions::annotations()
{
    editMarks(kube::Marks::Annotations);
}

void KubeAdminActions::editMarks(kube::Marks which)
{
    read([this, which, kind = *m_kind](const KubeObject& row, const QJsonObject& object) {
        QMap<QString, QString> before = kube::marksOf(object, which);
        before.remove(lastApplied); // neither shown nor touched
        const QString uid = object.value("metadata"_L1).toObject().value("uid"_L1).toString();
        QVector<MarksDialog::Mark> marks;
        for (auto it = before.begin(); it != before.end(); ++it)
            marks.append({it.key(), it.value(), {}});
        const bool ofLabels = which == kube::Marks::Labels;
        auto* dialog = new MarksDialog(ofLabels ? MarksDialog::Kind::Labels : MarksDialog::Kind::Annotations,
                                       row.title(), marks, m_face->window());
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        const auto accepted = [this, dialog, which, ofLabels, kind, row, before, uid, asked = m_cluster] {
            if (!asked || asked != m_cluster)
                return;
            QMap<QString, QString> after;
            for (const MarksDialog::Mark& mark : dialog->marks())
                after.insert(mark.key, mark.value);
            after.remove(lastApplied);
            const kube::MarkChanges changes = kube::markChanges(before, after);
            if (changes.isEmpty())
                return;
            const QString name = plainLine(row.name, 80);
            const QString title = ofLabels ? tr("Change the labels of %1").arg(name)
                                           : tr("Change the annotations of %1").arg(name);
            sure(title, tr("Selectors and controllers may act on it."),
                 [this, title, which, kind, row, changes, name, ofLabels, uid] {
                     run(kind, title,
                         ofLabels ? tr("The labels of %1 are changed.").arg(name)
                                  : tr("The annotations of %1 are changed.").arg(name),
                         {step([kind, row, which, changes, uid](kube::KubeApi& api) {
                             return kube::changeMarks(api, kind, row.nameSpace, row.name, which, changes,
                                                      uid);
                         })});
                 });
        };
        connect(dialog, &QDialog::accepted, this, accepted);
        dialog->open();
    });
}

void KubeAdminActions::restart()
{
    const QString name = titleOf(*m_kind, m_rows);
    NameDialog::Form form;
    //: %1 is a deployment, or "3 × Deployment"
    form.title = tr("Restart %1").arg(name);
    form.text = tr("The pods are replaced by the object’s own strategy. The cause is kept in the history of "
                   "its rollouts (kubernetes.io/change-cause).");
    form.label = tr("Cause");
    form.placeholder = tr("Why? May be empty");
    form.confirmText = tr("Restart");
    auto* dialog = new NameDialog(form, m_face->window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this,
            [this, dialog, form, name, kind = *m_kind, rows = m_rows, asked = m_cluster] {
                if (!asked || asked != m_cluster)
                    return;
                const QString cause = dialog->name().isEmpty() ? QString(defaultCause) : dialog->name();
                QVector<Step> steps;
                for (const KubeObject& row : rows)
                    steps.append(step([kind, row, cause](kube::KubeApi& api) {
                        return kube::restartRollout(api, kind, row.nameSpace, row.name, cause,
                                                    Clock::system(), uidOf(row));
                    }));
                sure(form.title, tr("The pods are replaced by the object’s own strategy."),
                     [this, kind, form, steps, name] {
                         run(kind, form.title, tr("%1 is being rolled out anew.").arg(name), steps);
                     });
            });
    dialog->open();
}

void KubeAdminActions::suspend()
{
    setSuspended(true);
}

void KubeAdminActions::resume()
{
    setSuspended(false);
}

void KubeAdminActions::setSuspended(bool suspended)
{
    const QString name = titleOf(*m_kind, m_rows);
    //: %1 is a cron job, or "3 × CronJob"
    const QString title = suspended ? tr("Suspend %1").arg(name) : tr("Resume %1").arg(name);
    QVector<Step> steps;
    for (const KubeObject& row : std::as_const(m_rows))
        steps.append(step([kind = *m_kind, row, suspended](kube::KubeApi& api) {
            return kube::setSuspended(api, kind, row.nameSpace, row.name, suspended, uidOf(row));
        }));
    sure(title,
         suspended ? tr("It makes no new jobs; one that runs goes on.")
                   : tr("It makes jobs by its schedule again."),
         [this, kind = *m_kind, title, steps, name, suspended] {
             run(kind, title, suspended ? tr("%1 is suspended.").arg(name) : tr("%1 is resumed.").arg(name),
                 steps);
         });
}

void KubeAdminActions::runNow()
{
    const QString name = titleOf(*m_kind, m_rows);
    //: %1 is a cron job, or "3 × CronJob"
    const QString title = tr("Run %1 now").arg(name);
    const auto discovery = m_cluster->discovery();
    QVector<Step> steps;
    for (const KubeObject& row : std::as_const(m_rows))
        steps.append(step([row, discovery](kube::KubeApi& api) {
            return kube::runCronJob(api, *discovery, row.nameSpace, row.name)
                .then([](const Result<QString>& job) {
                    return job ? Result<void>() : Result<void>(tl::unexpected<Error>(job.error()));
                });
        }));
    sure(title, tr("A job is made of its template at once."), [this, kind = *m_kind, title, steps, name] {
        //: %1 is a cron job, or "3 × CronJob"
        run(kind, title, tr("A job of %1 is made.").arg(name), steps);
    });
}

} // namespace kaptan::ui
