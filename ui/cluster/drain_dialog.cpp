#include "ui/cluster/drain_dialog.h"

#include "app/core/when_done.h"
#include "ui/cluster/drain_run.h"
#include "ui/common/confirm_dialog.h"
#include "ui/common/plain_text.h"

#include <QCheckBox>
#include <QFormLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QSpinBox>
#include <QTreeWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace kaptan::ui
{

using kube::DrainClass;
using State = kube::DrainProgress::State;

DrainDialog::DrainDialog(PaneHost& host, const QString& paneId, session::Session* session,
                         kube::Cluster* cluster, const QString& node, QWidget* parent)
    : QDialog(parent), m_host(host), m_paneId(paneId), m_session(session), m_cluster(cluster), m_node(node)
{
    setObjectName(u"drainDialog"_s);
    //: %1 is a node
    setWindowTitle(tr("Drain %1").arg(plainLine(node, 80)));
    resize(760, 620);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(space::xl, space::xl, space::xl, space::l);
    layout->setSpacing(space::m);
    auto* title = new QLabel(this);
    title->setTextFormat(Qt::PlainText);
    title->setText(windowTitle());
    setLook(title, Look::Title);
    layout->addWidget(title);
    m_text = new QLabel(tr("The node is cordoned, and its pods are evicted one by one as their "
                           "PodDisruptionBudgets allow. It stays cordoned afterwards."),
                        this);
    m_text->setTextFormat(Qt::PlainText);
    m_text->setWordWrap(true);
    setLook(m_text, Look::Muted);
    layout->addWidget(m_text);
    makeOptions(layout);

    m_tree = new QTreeWidget(this);
    m_tree->setObjectName(u"drainPods"_s);
    m_tree->setAccessibleName(tr("Pods of the node"));
    m_tree->setRootIsDecorated(false);
    m_tree->setUniformRowHeights(true);
    m_tree->setSelectionMode(QAbstractItemView::NoSelection);
    m_tree->setHeaderLabels({tr("Pod"), tr("Owner"), tr("What becomes of it")});
    m_tree->header()->setStretchLastSection(true);
    m_tree->setColumnWidth(0, 260);
    m_tree->setColumnWidth(1, 150);
    layout->addWidget(m_tree, 1);
    m_summary = new QLabel(this);
    m_summary->setObjectName(u"drainSummary"_s);
    m_summary->setTextFormat(Qt::PlainText);
    m_summary->setWordWrap(true);
    layout->addWidget(m_summary);

    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(space::s);
    m_stop = new QPushButton(tr("Cancel the drain"), this);
    m_stop->setObjectName(u"drainStop"_s);
    m_stop->setAutoDefault(false);
    m_stop->hide();
    m_close = new QPushButton(tr("Cancel"), this);
    m_close->setObjectName(u"drainClose"_s);
    m_close->setDefault(true);
    m_yes = new QPushButton(tr("Drain"), this);
    m_yes->setObjectName(u"drainYes"_s);
    m_yes->setAutoDefault(false);
    setLook(m_yes, Look::Danger);
    buttons->addWidget(m_stop);
    buttons->addStretch();
    buttons->addWidget(m_close);
    buttons->addWidget(m_yes);
    layout->addLayout(buttons);
    connect(m_close, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_yes, &QPushButton::clicked, this, &DrainDialog::ask);
    connect(m_stop, &QPushButton::clicked, this, [this] {
        m_stop->setEnabled(false);
        if (m_run)
            m_run->drain().cancel();
    });
    showForecast();
    readPods();
}

DrainDialog::~DrainDialog()
{
    if (m_run)
        m_run->release();
}

void DrainDialog::makeOptions(QLayout* layout)
{
    m_options = new QWidget(this);
    auto* form = new QFormLayout(m_options);
    form->setContentsMargins(0, 0, 0, 0);
    form->setHorizontalSpacing(space::m);
    form->setVerticalSpacing(space::xs);
    const auto check = [&](const char* name, const QString& text, bool on) {
        auto* box = new QCheckBox(text, m_options);
        box->setObjectName(QString::fromLatin1(name));
        box->setChecked(on);
        connect(box, &QCheckBox::toggled, this, &DrainDialog::showForecast);
        form->addRow(box);
        return box;
    };
    m_daemonSets =
        check("drainDaemonSets", tr("Leave the pods of DaemonSets: they would come back at once"), true);
    m_emptyDir = check("drainEmptyDir", tr("Evict pods with emptyDir volumes too: that data is lost"), false);
    m_force = check("drainForce", tr("Evict pods without a controller too: nobody makes them again"), false);
    const auto spin = [&](const char* name, const QString& label, int least, int most, const QString& none,
                          const QString& suffix) {
        auto* box = new QSpinBox(m_options);
        box->setObjectName(QString::fromLatin1(name));
        box->setRange(least, most);
        box->setValue(least);
        box->setSpecialValueText(none);
        box->setSuffix(suffix);
        box->setMinimumWidth(180);
        box->setAccessibleName(label);
        form->addRow(label, box);
        return box;
    };
    //: short for seconds, after a number
    const QString seconds = tr(" s");
    m_grace = spin("drainGrace", tr("Time to shut down"), -1, 86400, tr("each pod’s own"), seconds);
    //: the time after which a drain gives up: none
    m_timeout = spin("drainTimeout", tr("Give up after"), 0, 86400, tr("never"), seconds);
    layout->addWidget(m_options);
}

kube::DrainOptions DrainDialog::options() const
{
    kube::DrainOptions options;
    options.ignoreDaemonSets = m_daemonSets->isChecked();
    options.deleteEmptyDirData = m_emptyDir->isChecked();
    options.force = m_force->isChecked();
    options.gracePeriodSeconds = m_grace->value();
    options.timeout = std::chrono::seconds(m_timeout->value());
    return options;
}

const kube::Drain* DrainDialog::drain() const
{
    return m_run ? &m_run->drain() : nullptr;
}

void DrainDialog::readPods()
{
    if (!m_cluster)
        return;
    whenDone(kube::podsOfNode(*m_cluster->api(), m_node), this,
             [this](const Result<QVector<kube::DrainPod>>& pods) {
                 if (m_begun)
                     return;
                 m_known = bool(pods);
                 if (pods)
                     m_pods = *pods;
                 else
                     m_error = pods.error();
                 showForecast();
             });
}

void DrainDialog::setRow(const kube::DrainPod& pod, const QString& words, const char* icon, Tone tone)
{
    QTreeWidgetItem*& item = m_items[pod.uid];
    if (!item) {
        item = new QTreeWidgetItem(m_tree);
        item->setText(0, plainLine(pod.title(), 200));
        item->setToolTip(0, plainToolTip(pod.title()));
        const QString owner = pod.ownerKind.isEmpty() ? QString() : pod.ownerKind + u' ' + pod.ownerName;
        item->setText(1, plainLine(owner, 200));
        item->setToolTip(1, plainToolTip(owner));
        item->setFont(0, Style::instance().mono());
    }
    item->setText(2, plainLine(words, 500));
    item->setToolTip(2, plainToolTip(words));
    item->setIcon(2, Style::instance().icon(QString::fromLatin1(icon), tone));
    item->setForeground(2, tone == Tone::Neutral ? Style::instance().color(ColorRole::Text)
                                                 : Style::instance().tone(tone).fg);
}

/// What will become of each pod with the options as they are.
void DrainDialog::showForecast()
{
    if (m_begun)
        return;
    const kube::DrainOptions options = this->options();
    int goes = 0, blocked = 0;
    for (const kube::DrainPod& pod : std::as_const(m_pods)) {
        const DrainClass drainClass = kube::drainClassOf(pod, options);
        goes += drainClass == DrainClass::Evict || drainClass == DrainClass::Leaving;
        blocked += kube::isBlocking(drainClass);
        switch (drainClass) {
        case DrainClass::Evict:
            setRow(pod, tr("is evicted"), "download", Tone::Neutral);
            break;
        case DrainClass::Leaving:
            setRow(pod, tr("is shutting down already"), "progress", Tone::Progress);
            break;
        case DrainClass::Mirror:
            setRow(pod, tr("stays: it belongs to the node itself"), "lock", Tone::Neutral);
            break;
        case DrainClass::DaemonSet:
            setRow(pod, tr("stays: of a DaemonSet"), "lock", Tone::Neutral);
            break;
        case DrainClass::Finished:
            setRow(pod, tr("stays: it has finished"), "check", Tone::Neutral);
            break;
        case DrainClass::BlockedDaemonSet:
            setRow(pod, tr("in the way: of a DaemonSet"), "warning", Tone::Warning);
            break;
        case DrainClass::BlockedEmptyDir:
            setRow(pod, tr("in the way: its emptyDir data would be lost"), "warning", Tone::Warning);
            break;
        case DrainClass::BlockedBare:
            setRow(pod, tr("in the way: it has no controller"), "warning", Tone::Warning);
            break;
        }
    }
    QString summary;
    if (m_error)
        summary = m_error->message() + u' ' + m_error->advice();
    else if (!m_known)
        summary = tr("The pods of the node are being read …");
    else if (blocked > 0)
        summary = tr("%n pods are in the way. Allow them above, or move them first.", nullptr, blocked);
    else if (goes > 0)
        summary = tr("%n pods will be evicted.", nullptr, goes);
    else
        summary = tr("There is nothing to evict; the node is cordoned only.");
    m_summary->setText(plainBlock(summary, 1000));
    m_yes->setEnabled(m_known && blocked == 0);
    m_yes->setToolTip(m_yes->isEnabled() ? QString() : plainToolTip(summary));
}

QString DrainDialog::whyNot() const
{
    if (!m_cluster || !m_session || m_session->state().phase != session::Phase::Live)
        return tr("The cluster is not connected.");
    return m_session->whyNotWritable();
}

void DrainDialog::ask()
{
    if (const QString why = whyNot(); !why.isEmpty()) {
        m_summary->setText(plainBlock(why, 1000));
        return;
    }
    if (!m_session->spec().production)
        return begin();
    Question question;
    question.title = windowTitle();
    question.text = m_text->text();
    question.confirmText = windowTitle();
    question.typedName = m_session->spec().name;
    QStringList names;
    for (const kube::DrainPod& pod : std::as_const(m_pods))
        if (kube::drainClassOf(pod, options()) == DrainClass::Evict)
            names.append(pod.title());
    question.goes = {{tr("%n pods will be evicted.", nullptr, int(names.size())), names}};
    ConfirmDialog::ask(this, question, [this] {
        if (whyNot().isEmpty())
            begin();
    });
}

void DrainDialog::begin()
{
    if (m_begun)
        return;
    m_begun = true;
    m_options->setEnabled(false);
    m_yes->hide();
    m_stop->show();
    m_close->setText(tr("Close, and go on"));
    m_run = new DrainRun(m_session, m_cluster, m_host, parentWidget() ? parentWidget() : this, m_paneId,
                         m_node, options());
    connect(&m_run->drain(), &kube::Drain::changed, this, &DrainDialog::showProgress);
    connect(&m_run->drain(), &kube::Drain::finished, this, &DrainDialog::showProgress);
    connect(m_run, &DrainRun::brokenOff, this, &DrainDialog::showEnd);
    m_run->begin();
    showProgress();
    Q_EMIT begun();
}

void DrainDialog::showProgress()
{
    if (!m_run)
        return;
    const kube::Drain& drain = m_run->drain();
    QStringList budgets;
    const QVector<kube::DrainPod>& pods = drain.leavers().isEmpty() ? drain.state().pods : drain.leavers();
    for (const kube::DrainPod& pod : pods) {
        const kube::DrainProgress progress = drain.state().progress.value(pod.uid);
        switch (progress.state) {
        case State::Waiting:
            if (progress.error)
                setRow(pod, tr("asked again soon: %1").arg(progress.error->message()), "clock",
                       Tone::Warning);
            else
                setRow(pod, tr("waits"), "clock", Tone::Neutral);
            break;
        case State::Asked:
            setRow(pod, tr("is being evicted"), "progress", Tone::Progress);
            break;
        case State::Blocked: {
            for (const QString& budget : progress.budgets)
                if (!budgets.contains(budget))
                    budgets.append(budget);
            //: %1 is names of PodDisruptionBudgets
            const QString words = tr("blocked by the budget %1").arg(progress.budgets.join(u", "_s));
            setRow(pod, progress.budgets.isEmpty() ? tr("blocked by a budget") : words, "warning",
                   Tone::Warning);
            break;
        }
        case State::Evicted:
            setRow(pod, tr("is shutting down"), "progress", Tone::Progress);
            break;
        case State::Gone:
            setRow(pod, tr("gone"), "ok", Tone::Ok);
            break;
        case State::Failed:
            setRow(pod, progress.error ? progress.error->message() : tr("could not be evicted"), "error",
                   Tone::Error);
            break;
        case State::Stays:
            setRow(pod, tr("stays"), "lock", Tone::Neutral);
            break;
        }
    }
    const int all = int(drain.leavers().size());
    //: %1 of %2 pods
    QString summary = tr("%1 of %2 gone.").arg(drain.gone()).arg(all);
    if (drain.end()) {
        const Result<void> result = drain.result();
        if (!result)
            return showEnd(result.error());
        summary = tr("%1 is drained; it stays cordoned.").arg(plainLine(m_node, 80));
        m_stop->hide();
        m_close->setText(tr("Close"));
    } else if (!budgets.isEmpty()) {
        summary += u' ' + tr("Blocked by %1: these are asked again every 5 seconds, until a pod may go.")
                              .arg(budgets.join(u", "_s));
    }
    m_summary->setText(plainBlock(summary, 2000));
}

/// Of a drain that did not come to its goal.
void DrainDialog::showEnd(const Error& error)
{
    m_summary->setText(plainBlock(error.message() + u' ' + error.advice(), 2000));
    m_stop->hide();
    m_close->setText(tr("Close"));
}

} // namespace kaptan::ui
