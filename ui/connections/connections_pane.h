#pragma once

#include "app/session/connections.h"
#include "app/session/embedded_engine.h"
#include "ui/common/pane.h"
#include "ui/connections/connections_model.h"

#include <QPointer>

namespace kaptan::prometheus
{
class Sources;
}

namespace kaptan::ui
{

class ConnectionDetails;
class EmbeddedStrip;
class NotesCard;
class PaneFrame;
class TableView;

/// The connections that were found and added, with their true state. Contacts none of them unasked.
class ConnectionsPane : public Pane
{
    Q_OBJECT
public:
    /// Both outlive the pane.
    ConnectionsPane(PaneHost& host, session::Connections& connections, session::EmbeddedEngine& embedded,
                    QWidget* parent = nullptr);
    ~ConnectionsPane() override;

    /// Where further sources of charts are named; outlives the pane. Without it nobody can.
    void setSources(prometheus::Sources& sources);

    QString paneId() const override { return QStringLiteral("connections"); }

    QString title() const override;

    QString iconName() const override { return QStringLiteral("connections"); }

    /// The one shown by the other panes is marked in the table.
    void setSession(session::Session* session) override;
    /// {"connectionId": ...} selects it and opens its details; {"add": true} opens the form.
    void showTarget(const QVariantMap& target) override;
    void focusFilter() override;
    QList<QAction*> paletteActions() const override;

    /// Connections that failed.
    int badge() const override { return m_badge; }

Q_SIGNALS:
    /// Make this the connection of the window: open its session and show it.
    void connectRequested(const QString& id);
    /// The same for several, to be shown side by side.
    void togetherRequested(const QStringList& ids);

protected:
    void showEvent(QShowEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void makeActions();
    void retranslate();
    void refill();
    void followSessions();
    void updateActions();
    void updateFaces();
    void updateEmbedded();
    void showDetails(const QString& id);
    ConnectionRow rowOf(const session::ConnectionSpec& spec) const;
    session::Session* sessionOf(const QString& id) const;
    std::optional<session::ConnectionSpec> current() const;

    void connectCurrent();
    void showTogether();
    QString whyNotTogether(const QStringList& ids) const;
    void disconnectCurrent();
    void testCurrent();
    void addConnection();
    void addKubeconfig();
    void keepKubeconfig(const QString& file);
    void removeKubeconfig(const QString& file);
    void editNameSpaces();
    void editPrometheus();
    void editCurrent();
    void removeCurrent();
    void toggleMark(bool production);
    void followRecorder();
    void fillRecording(ConnectionRow& row) const;
    void toggleRecord();
    void startEmbedded();
    void stopEmbedded();

    session::Connections& m_connections;
    session::EmbeddedEngine& m_embedded;
    QPointer<session::Session> m_session;
    PaneFrame* m_frame;
    TableView* m_table;
    QWidget* m_togetherBox = nullptr;
    ConnectionsModel* m_model;
    ConnectionDetails* m_details;
    EmbeddedStrip* m_strip;
    NotesCard* m_notes;
    QHash<QString, TestOutcome> m_tests; ///< by connection id
    QSet<session::Session*> m_followed;
    std::optional<Error> m_embeddedError;
    int m_badge = 0;

    QAction* m_connect;
    QAction* m_together;
    QAction* m_disconnect;
    QAction* m_test;
    QAction* m_add;
    QAction* m_addKubeconfig;
    QAction* m_nameSpaces; ///< of clusters only
    QAction* m_prometheus;
    prometheus::Sources* m_sources = nullptr;
    QAction* m_edit;
    QAction* m_remove;
    QAction* m_copy;
    QAction* m_showDetails;
    QAction* m_production;
    QAction* m_readOnly;
    QAction* m_record; ///< where there is a recorder
    QAction* m_refresh;
    QAction* m_startEmbedded;
    QAction* m_stopEmbedded;
    QAction* m_keepEmbedded;
};

} // namespace kaptan::ui
