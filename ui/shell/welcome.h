#pragma once

#include "app/session/connections.h"
#include "app/session/embedded_engine.h"
#include "ui/common/error_box.h"

#include <QLabel>
#include <QPushButton>
#include <QWidget>

namespace kaptan::ui
{

/// The first minute on a machine without an engine: start one of one's own, or say where one is.
class WelcomePage : public QWidget
{
    Q_OBJECT
public:
    WelcomePage(session::Connections& connections, session::EmbeddedEngine& embedded,
                QWidget* parent = nullptr);

Q_SIGNALS:
    /// The embedded engine answers; its connection is in the list.
    void engineStarted(const QString& connectionId);
    void addRequested();
    void connectionsRequested();

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();
    void refresh();
    void start();

    session::Connections& m_connections;
    session::EmbeddedEngine& m_embedded;
    QLabel* m_title;
    QLabel* m_text;
    QPushButton* m_start;
    QLabel* m_startText;
    QPushButton* m_add;
    QPushButton* m_found;
    ErrorBox* m_error;
};

/// A line above a pane that offers something once; closable.
class OfferBar : public QWidget
{
    Q_OBJECT
public:
    explicit OfferBar(QWidget* parent = nullptr);
    void setTexts(const QString& text, const QString& accept, const QString& decline);

Q_SIGNALS:
    void accepted();
    void declined();

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QLabel* m_text;
    QPushButton* m_accept;
    QPushButton* m_decline;
};

} // namespace kaptan::ui
