#pragma once

#include "app/session/session.h"
#include "ui/common/pane.h"
#include "ui/manifest/draft_keeper.h"

#include <QDialog>
#include <QPointer>

class QLabel;
class QListWidget;
class QPushButton;

namespace kaptan::ui
{

class ErrorBox;

/// The drafts of one connection: open again or throw away. objectName "draftsDialog"; buttons "draftOpen",
/// "draftDiscard".
class DraftsDialog : public QDialog
{
    Q_OBJECT
public:
    static DraftsDialog* open(QWidget* parent, PaneHost& host, session::Session& session);

    /// Of these, those of the connection.
    static QVector<kube::Draft> of(const QVector<kube::Draft>& all, const QString& connectionId);

protected:
    void changeEvent(QEvent* event) override;

private:
    DraftsDialog(QWidget* parent, PaneHost& host, session::Session& session);
    void read();
    void present();
    void openCurrent();
    void discardCurrent();
    void retranslate();

    PaneHost& m_host;
    QPointer<session::Session> m_session;
    QVector<kube::Draft> m_drafts;
    QLabel *m_title, *m_text, *m_none;
    ErrorBox* m_error;
    QListWidget* m_list;
    QPushButton *m_open, *m_discard, *m_close;
};

} // namespace kaptan::ui
