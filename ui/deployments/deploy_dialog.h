#pragma once

#include "app/core/result.h"
#include "app/workload/model.h"

#include <QDialog>
#include <QFrame>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QScrollArea>

#include <functional>

namespace kaptan::ui
{

class DeployForm;

/// The form with its buttons. Stays open while the deployment is made: closes itself when it is, shows the
/// refusal when it is not, and can be sent to the background meanwhile. objectName "deployDialog"; buttons
/// "deployYes", "deployNo".
class DeployDialog : public QDialog
{
    Q_OBJECT
public:
    explicit DeployDialog(QWidget* parent = nullptr);

    DeployForm* form() const { return m_form; }

    /// What can be said without the engine, asked before deployRequested.
    void setChecker(std::function<Result<void>(const workload::DeploySpec&)> checker);
    /// Above the form; nothing that was typed is lost.
    void showError(const Error& error);
    void clearError();
    /// Fields locked, progress shown.
    void setBusy(bool busy);
    void setProgress(int value, int maximum, const QString& text);

    bool isBusy() const { return m_busy; }

    QString errorText() const;
    void reject() override;

Q_SIGNALS:
    void deployRequested(const kaptan::workload::DeploySpec& spec);

protected:
    void changeEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    void submit();
    void retranslate();

    DeployForm* m_form;
    std::function<Result<void>(const workload::DeploySpec&)> m_checker;
    QScrollArea* m_scroll;
    QLabel* m_title;
    QFrame* m_errorBox;
    QLabel* m_error;
    QLabel* m_progressText;
    QProgressBar* m_progress;
    QPushButton* m_yes;
    QPushButton* m_no;
    bool m_busy = false;
    std::optional<Error> m_lastError;
};

} // namespace kaptan::ui
