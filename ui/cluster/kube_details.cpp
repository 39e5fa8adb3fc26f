#include "ui/cluster/kube_details.h"

#include "app/core/when_done.h"
#include "app/kube/api/kube_error.h"
#include "ui/cluster/kube_kinds.h"
#include "ui/cluster/kube_status.h"
#include "ui/common/error_box.h"
#include "ui/common/plain_text.h"
#include "ui/common/table_view.h"
#include "ui/common/yaml_text.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QThreadPool>

using namespace Qt::StringLiterals;

namespace kaptan::ui
{

namespace
{

constexpr int readSoonMs = 700;
constexpr qsizetype mostYaml = 2'000'000; ///< characters; the view gets slow beyond

bool isSecret(const kube::ApiResource& resource)
{
    return resource.group.isEmpty() && resource.name == "secrets"_L1;
}

} // namespace

KubeDetails::KubeDetails(Drawer& drawer, QObject* parent)
    : QObject(parent), m_drawer(drawer), m_charts(new ChartPanel), m_summary(new QWidget),
      m_error(new ErrorBox(m_summary)), m_conditions(new QWidget(m_summary)),
      m_conditionGrid(new QGridLayout(m_conditions)), m_facts(new FactList(m_summary)),
      m_yamlPage(new QWidget), m_yaml(new QPlainTextEdit(m_yamlPage)), m_values(new QPushButton(m_yamlPage)),
      m_copy(new QPushButton(m_yamlPage)), m_eventsPage(new QWidget),
      m_eventsError(new ErrorBox(m_eventsPage)), m_eventsTable(new TableView(m_eventsPage)),
      m_noEvents(new QLabel(m_eventsPage)), m_events(new ObjectEventsModel(this))
{
    m_error->setObjectName(u"objectError"_s);
    m_facts->setObjectName(u"objectFacts"_s);
    m_conditions->setObjectName(u"objectConditions"_s);
    m_conditionGrid->setContentsMargins(0, 0, 0, space::m);
    m_conditionGrid->setHorizontalSpacing(space::m);
    m_conditionGrid->setVerticalSpacing(space::s);
    m_conditionGrid->setColumnStretch(0, 1);
    auto* column = new QVBoxLayout(m_summary);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::s);
    column->addWidget(m_error);
    column->addWidget(m_conditions);
    column->addWidget(m_facts);
    drawer.addTab(u"summary"_s, {}, m_summary);

    auto* page = new QVBoxLayout(m_yamlPage);
    page->setContentsMargins(space::l, space::s, space::l, space::s);
    page->setSpacing(space::s);
    auto* row = new QHBoxLayout;
    row->addStretch();
    row->addWidget(m_values);
    row->addWidget(m_copy);
    page->addLayout(row);
    page->addWidget(m_yaml, 1);
    m_yaml->setObjectName(u"objectYaml"_s);
    m_yaml->setReadOnly(true);
    m_yaml->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_yaml->setTabChangesFocus(true);
    setLook(m_yaml, Look::Mono);
    m_values->setObjectName(u"showValues"_s);
    m_values->setCheckable(true);
    m_copy->setObjectName(u"copyYaml"_s);
    connect(m_values, &QPushButton::toggled, this, &KubeDetails::showValues);
    connect(m_copy, &QPushButton::clicked, this,
            [this] { QGuiApplication::clipboard()->setText(m_yaml->toPlainText()); });
    drawer.addTab(u"yaml"_s, {}, m_yamlPage, true);

    auto* events = new QVBoxLayout(m_eventsPage);
    events->setContentsMargins(0, 0, 0, 0);
    events->setSpacing(0);
    events->addWidget(m_eventsError);
    events->addWidget(m_noEvents);
    events->addWidget(m_eventsTable, 1);
    m_noEvents->setContentsMargins(space::l, space::m, space::l, space::m);
    m_noEvents->setTextFormat(Qt::PlainText);
    m_noEvents->setWordWrap(true);
    m_noEvents->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    setLook(m_noEvents, Look::Muted);
    m_events->sort(ObjectEventsModel::Last);
    m_eventsTable->setObjectName(u"objectEvents"_s);
    m_eventsTable->setRowModel(m_events);
    drawer.addTab(u"events"_s, {}, m_eventsPage, true);
    drawer.addTab(u"charts"_s, {}, m_charts, true);
    drawer.setTabVisible(u"charts"_s, false);
    connect(m_eventsTable, &TableView::escapePressed, &m_drawer, &Drawer::close);
    connect(&drawer, &Drawer::currentTabChanged, this, &KubeDetails::tabChanged);
    connect(&drawer, &Drawer::closed, this, &KubeDetails::clear);
    m_readSoon.setSingleShot(true);
    m_readSoon.setInterval(readSoonMs);
    connect(&m_readSoon, &QTimer::timeout, this, &KubeDetails::read);
    retranslate();
}

void KubeDetails::retranslate()
{
    //: tab of the details: the main facts
    m_drawer.setTabTitle(u"summary"_s, tr("Summary"));
    m_drawer.setTabTitle(u"yaml"_s, u"YAML"_s);
    m_drawer.setTabTitle(u"events"_s, tr("Events"));
    //: tab of a node's details: what was recorded over hours and days
    m_drawer.setTabTitle(u"charts"_s, tr("Charts"));
    //: values of a Secret, in its YAML
    m_values->setText(m_values->isChecked() ? tr("Hide values") : tr("Show values"));
    m_values->setToolTip(tr("Show the values of the Secret in base64, as the server sends them"));
    m_copy->setText(tr("Copy"));
    m_yaml->setAccessibleName(tr("YAML of the object"));
    m_eventsTable->setAccessibleName(tr("Events of the object"));
    if (m_loaded)
        showSummary();
}

void KubeDetails::clear()
{
    ++m_turn;
    m_readSoon.stop();
    m_cluster.clear();
    m_ref = {};
    m_opened = {};
    m_loaded = false;
    m_yaml->clear();
    m_values->setChecked(false);
}

void KubeDetails::show(kube::Cluster* cluster, const ObjectRef& ref)
{
    if (!cluster)
        return;
    if (cluster == m_cluster && ref.uid == m_ref.uid && ref.name == m_ref.name &&
        ref.resource == m_ref.resource) {
        m_drawer.open();
        return;
    }
    clear();
    m_cluster = cluster;
    m_ref = ref;
    m_endpoints.clear();
    m_eventsRead = false;
    m_error->clear();
    m_eventsError->clear();
    m_facts->clear();
    m_conditions->hide();
    m_events->setRows({});
    m_noEvents->setText(tr("Loading …"));
    m_noEvents->show();
    m_eventsTable->hide();
    m_values->setVisible(isSecret(ref.resource));
    m_drawer.setHeading(ref.name, {}, plainLine(ref.resource.kind, 40));
    showCharts();
    m_drawer.open();
    read();
    tabChanged();
}

void KubeDetails::setHistory(history::History* history, const QString& connection,
                             std::function<history::CurveSource*()> source)
{
    m_history = history;
    m_connection = connection;
    m_source = std::move(source);
    showCharts();
}

/// Workloads have theirs in the deployments pane.
void KubeDetails::showCharts()
{
    const bool has =
        m_history && m_cluster && m_ref.resource.kind == "Node"_L1 && m_ref.resource.group.isEmpty();
    m_drawer.setTabVisible(u"charts"_s, has);
    m_charts->show(
        m_history, m_source,
        has ? history::Subject{m_connection, history::nodeSubject(m_ref.name), u"node"_s, {}, m_ref.name}
            : history::Subject());
}

void KubeDetails::touch(const QString& uid)
{
    if (m_cluster && uid == m_ref.uid && !m_readSoon.isActive())
        m_readSoon.start();
}

void KubeDetails::read()
{
    if (!m_cluster)
        return;
    const bool secret = isSecret(m_ref.resource);
    const auto opened =
        m_cluster->api()
            ->get(m_ref.resource, m_ref.nameSpace, m_ref.name)
            .then(QThreadPool::globalInstance(), [secret](Result<QByteArray> json) -> Result<Opened> {
                if (!json)
                    return failure(json.error());
                Result<QString> yaml = yamlText(*json);
                if (!yaml)
                    return failure(yaml.error());
                if (yaml->size() > mostYaml)
                    yaml->truncate(mostYaml);
                return Opened{QJsonDocument::fromJson(*json).object(), *yaml, secret ? *json : QByteArray()};
            });
    whenDone(opened, this, [this, turn = m_turn](const Result<Opened>& result) {
        if (turn != m_turn)
            return;
        if (!result) {
            m_error->set(result.error(), [this] { read(); });
            return;
        }
        m_error->clear();
        m_opened = *result;
        m_loaded = true;
        m_yamlShown = false;
        showSummary();
        readEndpoints();
        tabChanged();
    });
    if (m_eventsRead)
        readEvents();
}

void KubeDetails::readEndpoints()
{
    if (m_ref.resource.name != "services"_L1 || !m_ref.resource.group.isEmpty())
        return;
    const auto discovery = m_cluster->discovery();
    const kube::ApiResource* endpoints = discovery ? discovery->find({}, u"endpoints"_s) : nullptr;
    if (!endpoints)
        return;
    whenDone(m_cluster->api()->get(*endpoints, m_ref.nameSpace, m_ref.name), this,
             [this, turn = m_turn](const Result<QByteArray>& json) {
                 if (turn != m_turn)
                     return;
                 m_endpoints = json ? endpointsText(QJsonDocument::fromJson(*json).object()) : QString();
                 if (m_endpoints.isEmpty())
                     m_endpoints = !json && !kube::isNotFound(json.error())
                                       ? json.error().message()
                                       : tr("none: no ready pod is behind it");
                 showSummary();
             });
}

void KubeDetails::readEvents()
{
    m_eventsRead = true;
    net::Request request;
    request.path = m_ref.nameSpace.isEmpty() ? u"/api/v1/events"_s
                                             : u"/api/v1/namespaces/"_s + m_ref.nameSpace + u"/events"_s;
    // Those of a node carry its name for a uid.
    net::addQuery(
        request.query, u"fieldSelector"_s,
        m_ref.nameSpace.isEmpty() || m_ref.uid.isEmpty()
            ? u"involvedObject.name=%1,involvedObject.kind=%2"_s.arg(m_ref.name, m_ref.resource.kind)
            : u"involvedObject.uid="_s + m_ref.uid);
    net::addQuery(request.query, u"limit"_s, u"500"_s);
    request.headers = {{"Accept", "application/json"}};
    request.idempotent = true;
    const auto events = m_cluster->api()->call(request).then(
        QThreadPool::globalInstance(),
        [where = kube::whereOf(request)](Result<net::Response> response) -> Result<QVector<ObjectEvent>> {
            const Result<net::Response> good = kube::checked(std::move(response), where);
            if (!good)
                return failure(good.error());
            return objectEvents(good->body);
        });
    whenDone(events, this, [this, turn = m_turn](const Result<QVector<ObjectEvent>>& result) {
        if (turn != m_turn)
            return;
        if (!result) {
            m_noEvents->hide();
            m_eventsError->set(result.error(), [this] { readEvents(); });
            return;
        }
        m_eventsError->clear();
        m_events->setRows(*result);
        m_noEvents->setText(tr("No events: the cluster keeps them for an hour only."));
        m_noEvents->setVisible(result->isEmpty());
        m_eventsTable->setVisible(!result->isEmpty());
    });
}

void KubeDetails::tabChanged()
{
    if (!m_cluster)
        return;
    if (m_drawer.currentTab() == "yaml"_L1 && m_loaded && !m_yamlShown)
        showYaml();
    if (m_drawer.currentTab() == "events"_L1 && !m_eventsRead)
        readEvents();
}

void KubeDetails::showSummary()
{
    const QVector<ConditionWords> conditions = conditionWords(m_opened.object);
    while (QLayoutItem* item = m_conditionGrid->takeAt(0)) {
        if (item->widget())
            item->widget()->deleteLater();
        delete item;
    }
    int row = 0;
    for (const ConditionWords& each : conditions.mid(0, 30)) {
        auto* line = new QWidget(m_conditions);
        auto* layout = new QVBoxLayout(line);
        layout->setContentsMargins(0, 0, 0, 0);
        layout->setSpacing(2);
        auto* head = new QHBoxLayout;
        auto* chip = new ChipLabel(line);
        chip->set(each.icon, plainLine(each.type, 60), each.tone);
        auto* since = new QLabel(line);
        since->setTextFormat(Qt::PlainText);
        //: a condition holds since so long ("3 h")
        since->setText(each.since.isEmpty() ? QString() : tr("since %1").arg(each.since));
        setLook(since, Look::Caption);
        head->addWidget(chip);
        head->addWidget(since);
        head->addStretch();
        auto* words = new QLabel(line);
        words->setTextFormat(Qt::PlainText);
        words->setWordWrap(true);
        words->setTextInteractionFlags(Qt::TextSelectableByMouse);
        words->setText(plainBlock(each.words, 1000));
        layout->addLayout(head);
        layout->addWidget(words);
        m_conditionGrid->addWidget(line, row++, 0);
    }
    m_conditions->setVisible(row > 0);
    m_facts->clear();
    m_facts->set(u"kind"_s, tr("Kind"), m_ref.resource.kind + u" ("_s + m_ref.resource.groupVersion() + u')');
    m_facts->set(u"namespace"_s, tr("Namespace"), m_ref.nameSpace, Look::Mono);
    if (!m_endpoints.isEmpty())
        m_facts->set(u"endpoints"_s, tr("Endpoints"), m_endpoints, Look::Mono);
    for (const ObjectFact& fact : objectFacts(m_opened.object))
        m_facts->set(fact.id, fact.name, plainBlock(fact.value, 4000), fact.mono ? Look::Mono : Look::Plain);
}

void KubeDetails::showYaml()
{
    m_yamlShown = true;
    QString text = m_opened.yaml;
    if (m_values->isChecked() && !m_opened.secret.isEmpty())
        if (const auto whole =
                yamlText(m_opened.secret, {.hideManagedFields = true, .hideSecretData = false}))
            text = *whole;
    if (text != m_yaml->toPlainText())
        m_yaml->setPlainText(text);
}

void KubeDetails::showValues(bool shown)
{
    Q_UNUSED(shown)
    retranslate();
    if (m_loaded)
        showYaml();
}

// ---- events

QVector<ObjectEvent> objectEvents(const QByteArray& json)
{
    QVector<ObjectEvent> events;
    for (const QJsonValue& item : QJsonDocument::fromJson(json).object().value("items"_L1).toArray()) {
        ObjectEvent event;
        event.uid = item["metadata"_L1]["uid"_L1].toString();
        event.type = item["type"_L1].toString();
        event.reason = item["reason"_L1].toString();
        event.message = item["message"_L1].toString();
        event.count = std::max(1, item["count"_L1].toInt(item["series"_L1]["count"_L1].toInt(1)));
        for (const QString& time :
             {item["series"_L1]["lastObservedTime"_L1].toString(), item["lastTimestamp"_L1].toString(),
              item["eventTime"_L1].toString(), item["metadata"_L1]["creationTimestamp"_L1].toString()}) {
            event.last = QDateTime::fromString(time, Qt::ISODateWithMs);
            if (event.last.isValid())
                break;
        }
        if (!event.uid.isEmpty())
            events.append(event);
    }
    return events;
}

ObjectEventsModel::ObjectEventsModel(QObject* parent)
    : RowModel<ObjectEvent>({{.id = u"last"_s, .kind = CellKind::Muted, .width = 64},
                             {.id = u"reason"_s, .kind = CellKind::Chip, .width = 110},
                             {.id = u"message"_s, .width = 120, .stretch = true},
                             {.id = u"count"_s, .kind = CellKind::Number, .width = 48, .hideOrder = 1}},
                            parent)
{
}

QString ObjectEventsModel::columnTitle(int column) const
{
    switch (column) {
    case Last:
        //: column: how long ago an event happened last
        return tr("Last");
    case Reason:
        return tr("Reason");
    case Message:
        return tr("Message");
    case Count:
        //: column: how often an event happened
        return tr("Times");
    }
    return {};
}

Cell ObjectEventsModel::cell(const ObjectEvent& event, int column) const
{
    Cell cell;
    switch (column) {
    case Last:
        return timeCell(event.last);
    case Reason:
        cell.text = event.reason;
        cell.tone = event.type == "Warning"_L1 ? Tone::Warning : Tone::Neutral;
        cell.icon = event.type == "Warning"_L1 ? u"warning"_s : u"info"_s;
        return cell;
    case Message:
        cell.text = event.message;
        cell.toolTip = event.message;
        return cell;
    case Count:
        return countCell(event.count);
    }
    return cell;
}

SortKey ObjectEventsModel::sortKey(const ObjectEvent& event, int column) const
{
    if (column == Last)
        return {double(-event.last.toMSecsSinceEpoch()), {}}; // the newest first
    if (column == Count)
        return {double(event.count), {}};
    return {0, column == Reason ? event.reason : event.message};
}

QString ObjectEventsModel::haystack(const ObjectEvent& event) const
{
    return event.reason + u'\n' + event.message;
}

} // namespace kaptan::ui
