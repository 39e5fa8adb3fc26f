#pragma once

#include "app/kube/manifest/tenancy.h"
#include "ui/manifest/form_page.h"

#include <QDialog>

namespace kaptan::ui
{

/// The answers of the form as a tenancy.
kube::Tenancy tenancyOf(const QJsonObject& answers);

/// Everything that a new tenant needs, in one form. Its text is handed over to be looked at and applied;
/// nothing is sent from here. Not blocking: show() it; it deletes itself at its end.
class TenancyDialog : public QDialog
{
    Q_OBJECT
public:
    explicit TenancyDialog(QWidget* parent = nullptr);

    /// What the form says now, for tests and for asking again.
    const QJsonObject& answers() const { return m_answers; }

    void setAnswers(const QJsonObject& answers);

Q_SIGNALS:
    /// The manifest of many documents; `title` names it ("New tenant shop").
    void manifestReady(const QString& text, const QString& title);

protected:
    void changeEvent(QEvent* event) override;

private:
    void present();
    void retranslate();
    void submit();

    QJsonObject m_answers;
    FormPage* m_form;
    QLabel *m_title, *m_intro, *m_problem, *m_makes;
    QPushButton *m_yes, *m_no;
    bool m_tried = false;
};

} // namespace kaptan::ui
