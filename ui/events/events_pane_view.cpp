// What the pane says of an event, and how one chooses which are shown.
#include "app/session/joint_id.h"
#include "ui/common/format.h"
#include "ui/common/plain_text.h"
#include "ui/common/style.h"
#include "ui/events/events_pane.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QLocale>

namespace kaptan::ui
{

using namespace workload;

namespace
{
constexpr qsizetype mostWords = 60; // of a menu: more is a matter of the filter field
} // namespace

void EventsPane::updateActions()
{
    const EventRow* row = m_model->find(m_table->currentKey());
    const QString none = row ? QString() : tr("Choose an event first");
    setActionReason(action(QStringLiteral("details")), none);
    setActionReason(action(QStringLiteral("copy")), none);
    setActionReason(action(QStringLiteral("goToDeployment")),
                    row && workloadIdOf(*row).isEmpty() ? tr("This event belongs to no deployment") : none);
}

/// Of what is shown: a stored event knows its workload by the history's key.
QString EventsPane::workloadIdOf(const EventRow& row) const
{
    if (!row.event.workloadId.isEmpty() || row.subject.isEmpty() || !m_session || !m_session->workloads())
        return row.event.workloadId;
    for (const WorkloadPtr& workload : m_session->workloads()->workloads()) {
        const QString key = m_session->memberOf(workload->id)->spec().id;
        if ((row.connectionKey.isEmpty() || row.connectionKey == key) &&
            history::subjectOf(key, *workload).key == row.subject)
            return workload->id;
    }
    return {};
}

void EventsPane::showDetails(const QString& key)
{
    if (!m_model->find(key))
        return;
    m_drawer->open();
    updateActions();
    fillDrawer();
}

void EventsPane::fillDrawer()
{
    const EventRow* row = m_model->find(m_table->currentKey());
    if (!row)
        return;
    const Event& event = row->event;
    const StateLook state = look(event.severity);
    const QString objectId = session::ownId(event.objectId);
    m_drawer->setHeading(event.object.isEmpty() ? objectId.left(12) : event.object, state.icon, state.word,
                         state.tone);
    const QString id = workloadIdOf(*row);
    QString deployment = id.isEmpty() ? row->subject.section(u'/', 1) : session::ownId(id);
    if (m_session && m_session->workloads() && !id.isEmpty()) {
        if (const WorkloadPtr workload = m_session->workloads()->find(id))
            deployment = workload->name;
    }
    m_facts->set(QStringLiteral("time"), tr("Time"), absoluteTime(event.at));
    m_facts->set(QStringLiteral("first"), tr("First time"),
                 row->count > 1 && row->firstAt.isValid() ? absoluteTime(row->firstAt) : QString());
    m_facts->set(QStringLiteral("count"), tr("Count"),
                 row->count > 1 ? QLocale().toString(row->count) : QString());
    m_facts->set(QStringLiteral("kind"), tr("Kind"), event.kind);
    m_facts->set(QStringLiteral("action"), tr("Action"), event.action, Look::Mono);
    m_facts->set(QStringLiteral("object"), tr("Object"), event.object, Look::Mono);
    //: Identity of an object, a long hexadecimal number
    m_facts->set(QStringLiteral("objectId"), tr("Id"), objectId, Look::Mono);
    //: the connection that it is of, where several are shown together
    m_facts->set(QStringLiteral("connection"), tr("Cluster"), event.connection, Look::Mono);
    m_facts->set(QStringLiteral("deployment"), tr("Deployment"), deployment, Look::Mono);
    //: who told of an event: a part of the cluster, the engine, Kaptan
    m_facts->set(QStringLiteral("source"), tr("Source"), row->source, Look::Mono);
    m_facts->set(QStringLiteral("message"), tr("Message"), event.message);
}

void EventsPane::copyEvent()
{
    const EventRow* row = m_model->find(m_table->currentKey());
    if (!row)
        return;
    const Event& event = row->event;
    QStringList parts{
        absoluteTime(event.at), look(event.severity).word,      event.kind,       event.action,
        event.object,           session::ownId(event.objectId), event.connection, event.message};
    parts.removeAll(QString());
    QGuiApplication::clipboard()->setText(plainLine(parts.join(u' ')));
}

void EventsPane::goToDeployment()
{
    const EventRow* row = m_model->find(m_table->currentKey());
    if (const QString id = row ? workloadIdOf(*row) : QString(); !id.isEmpty())
        host().openPane(QStringLiteral("deployments"), {{QStringLiteral("workloadId"), id}});
}

void EventsPane::makeFilters()
{
    m_frame->filterEdit();
    m_severity->setMenu(m_severityMenu);
    m_kind->setMenu(m_kindMenu);
    m_reason->setMenu(m_reasonMenu);
    for (QPushButton* button : {m_severity, m_kind, m_reason, static_cast<QPushButton*>(m_range)})
        m_frame->addFilterWidget(button);
    connect(m_severityMenu, &QMenu::aboutToShow, this, &EventsPane::fillSeverityMenu);
    connect(m_kindMenu, &QMenu::aboutToShow, this, [this] {
        fillWordMenu(*m_kindMenu, m_model->kinds() + m_stored->words().kinds, m_model->shownKind(),
                     [this](const QString& kind) { m_model->setShownKind(kind); });
    });
    connect(m_reasonMenu, &QMenu::aboutToShow, this, [this] {
        fillWordMenu(*m_reasonMenu, m_model->reasons() + m_stored->words().reasons, m_model->shownReason(),
                     [this](const QString& reason) { m_model->setShownReason(reason); });
    });
}

void EventsPane::restyle()
{
    const Style& style = Style::instance();
    action(QStringLiteral("pause"))
        ->setIcon(style.icon(m_paused ? QStringLiteral("play") : QStringLiteral("pause")));
    action(QStringLiteral("goToDeployment"))->setIcon(style.icon(QStringLiteral("deployments")));
    action(QStringLiteral("copy"))->setIcon(style.icon(QStringLiteral("copy")));
}

void EventsPane::fillSeverityMenu()
{
    m_severityMenu->clear();
    using Shown = EventsModel::Shown;
    const QVector<QPair<Shown, QString>> choices{{Shown::All, tr("All")},
                                                 {Shown::WarningsAndErrors, tr("Warnings and errors")},
                                                 {Shown::Errors, tr("Errors")}};
    for (const auto& [shown, text] : choices) {
        QAction* choice = m_severityMenu->addAction(text);
        choice->setCheckable(true);
        choice->setChecked(shown == m_model->shownSeverities());
        connect(choice, &QAction::triggered, this, [this, chosen = shown] {
            m_model->setShownSeverities(chosen);
            retranslate();
            askHistory();
        });
    }
}

void EventsPane::fillWordMenu(QMenu& menu, const QStringList& words, const QString& shown,
                              const std::function<void(const QString&)>& choose)
{
    menu.clear();
    QStringList sorted = words;
    sorted.sort(Qt::CaseInsensitive);
    sorted.removeDuplicates();
    sorted.removeAll(QString());
    for (const QString& word : QStringList{QString()} + sorted.mid(0, mostWords)) {
        QString text = word.isEmpty() ? tr("All") : plainLine(word, 60);
        text.replace(u'&', QStringLiteral("&&"));
        QAction* choice = menu.addAction(text);
        choice->setCheckable(true);
        choice->setChecked(word == shown);
        connect(choice, &QAction::triggered, this, [this, word, choose] {
            choose(word);
            retranslate();
            askHistory();
        });
    }
}

void EventsPane::showFilters()
{
    using Shown = EventsModel::Shown;
    const Shown shown = m_model->shownSeverities();
    m_severity->setText(shown == Shown::All                 ? tr("Severity: all")
                        : shown == Shown::WarningsAndErrors ? tr("Severity: warnings and errors")
                                                            : tr("Severity: errors"));
    const auto safe = [](const QString& word) {
        QString text = plainLine(word, 40);
        return text.replace(u'&', QStringLiteral("&&"));
    };
    const QString kind = safe(m_model->shownKind());
    const QString reason = safe(m_model->shownReason());
    m_kind->setText(kind.isEmpty() ? tr("Kind: all") : tr("Kind: %1").arg(kind));
    //: %1 what happened, a word of the cluster's or the engine's: "BackOff"
    m_reason->setText(reason.isEmpty() ? tr("Action: all") : tr("Action: %1").arg(reason));
    for (QPushButton* button : {m_severity, m_kind, m_reason})
        button->setAccessibleName(button->text());
    m_range->retranslate();
}

void EventsPane::retranslate()
{
    QAction* pause = action(QStringLiteral("pause"));
    pause->setText(m_paused ? tr("Go on") : tr("Pause"));
    action(QStringLiteral("details"))->setText(tr("Details"));
    action(QStringLiteral("goToDeployment"))->setText(tr("Go to deployment"));
    action(QStringLiteral("copy"))->setText(tr("Copy the event"));
    action(QStringLiteral("find"))->setText(tr("Filter the events"));
    m_frame->setTitle(title());
    m_frame->setEmptyFace(QStringLiteral("events"), tr("Nothing has happened yet"),
                          tr("Starts, stops, health changes and other events appear here as they happen."));
    showFilters();
    m_table->setAccessibleName(tr("Events"));
    m_drawer->setTabTitle(QStringLiteral("summary"), tr("Summary"));
    m_model->retranslate();
    restyle();
    if (m_drawer->isOpen())
        fillDrawer();
    updateState();
}

} // namespace kaptan::ui
