#pragma once

#include "app/kube/watch/cluster.h"
#include "ui/common/chart_panel.h"
#include "ui/common/drawer.h"
#include "ui/common/row_model.h"

#include <QGridLayout>
#include <QJsonObject>
#include <QPlainTextEdit>
#include <QPointer>
#include <QTimer>

namespace kaptan::ui
{

class ErrorBox;
class TableView;

/// Which object of a cluster.
struct ObjectRef {
    kube::ApiResource resource;
    QString nameSpace, name, uid;
};

/// One event of an object, as its list tells it.
struct ObjectEvent {
    QString uid, type, reason, message;
    QDateTime last;
    int count = 1;
};

/// Of an EventList; newest first.
QVector<ObjectEvent> objectEvents(const QByteArray& json);

class ObjectEventsModel : public RowModel<ObjectEvent>
{
    Q_OBJECT
public:
    enum ColumnIndex { Last, Reason, Message, Count };

    explicit ObjectEventsModel(QObject* parent = nullptr);
    QString columnTitle(int column) const override;

protected:
    QString keyOf(const ObjectEvent& event) const override { return event.uid; }

    Cell cell(const ObjectEvent& event, int column) const override;
    SortKey sortKey(const ObjectEvent& event, int column) const override;
    QString haystack(const ObjectEvent& event) const override;
};

/// Fills the drawer with one object: summary, YAML, events; of a node, charts. The whole object is fetched
/// when it is opened.
class KubeDetails : public QObject
{
    Q_OBJECT
public:
    KubeDetails(Drawer& drawer, QObject* parent);

    void show(kube::Cluster* cluster, const ObjectRef& ref);
    /// Where the curves of nodes come from; null and empty: nowhere.
    void setHistory(history::History* history, const QString& connection,
                    std::function<history::CurveSource*()> source);
    /// Its row changed: read again soon.
    void touch(const QString& uid);
    void clear();
    void retranslate();

    const ObjectRef& shown() const { return m_ref; }

private:
    /// What a worker made of the answer.
    struct Opened {
        QJsonObject object;
        QString yaml;
        QByteArray secret; ///< of a Secret, for as long as it is shown: "Show values" needs it
    };

    void read();
    void readEvents();
    void readEndpoints();
    void showSummary();
    void showYaml();
    void showValues(bool shown);
    void tabChanged();
    void showCharts();

    Drawer& m_drawer;
    ChartPanel* m_charts;
    QPointer<history::History> m_history;
    QString m_connection;
    std::function<history::CurveSource*()> m_source;
    QPointer<kube::Cluster> m_cluster;
    ObjectRef m_ref;
    Opened m_opened;
    bool m_loaded = false;
    int m_turn = 0; ///< answers to earlier questions do not count
    QString m_endpoints;
    bool m_yamlShown = false, m_eventsRead = false;
    QTimer m_readSoon;

    QWidget* m_summary;
    ErrorBox* m_error;
    QWidget* m_conditions;
    QGridLayout* m_conditionGrid;
    FactList* m_facts;
    QWidget* m_yamlPage;
    QPlainTextEdit* m_yaml;
    QPushButton* m_values;
    QPushButton* m_copy;
    QWidget* m_eventsPage;
    ErrorBox* m_eventsError;
    TableView* m_eventsTable;
    QLabel* m_noEvents;
    ObjectEventsModel* m_events;
};

} // namespace kaptan::ui
