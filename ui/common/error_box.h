#pragma once

#include "app/core/error.h"
#include "ui/common/widgets.h"

#include <QFrame>

#include <functional>
#include <optional>

class QPlainTextEdit;

namespace kaptan::ui
{

/// An error inside a pane, a drawer or a dialog: the sentence, the advice, the folded words of the other
/// side, and where there is one a button to try again. Hidden without an error.
class ErrorBox : public QFrame
{
    Q_OBJECT
public:
    explicit ErrorBox(QWidget* parent = nullptr);

    /// `retry` may be empty. `closable`: the reader may put it away.
    void set(const Error& error, std::function<void()> retry = {}, bool closable = false);
    void clear();

    const std::optional<Error>& error() const { return m_error; }

    QString text() const; ///< sentence and advice as shown, for tests and screen readers

protected:
    void changeEvent(QEvent* event) override;

private:
    void present();
    void restyle();

    std::optional<Error> m_error;
    std::function<void()> m_retry;
    IconLabel* m_icon;
    QLabel* m_message;
    QLabel* m_advice;
    QPlainTextEdit* m_details;
    QPushButton* m_unfold;
    QPushButton* m_retryButton;
    QPushButton* m_close;
};

} // namespace kaptan::ui
