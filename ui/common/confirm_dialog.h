#pragma once

#include <QDialog>
#include <QLineEdit>
#include <QStringList>
#include <QVector>

#include <functional>

namespace kaptan::ui
{

/// A question before something that cannot be undone. Everything that will go is named and counted.
struct Question {
    struct Group {
        QString heading;   ///< translated, with its count: "3 containers"
        QStringList names; ///< plain, from the engine
    };

    QString title;           ///< "Delete deployment"
    QString text;            ///< one sentence: what will happen
    QVector<Group> goes;     ///< what will be gone
    QVector<Group> stays;    ///< what is kept, where one might think otherwise
    QVector<Group> waits;    ///< what may hold it up: whole, long lines wrapped
    QVector<Group> runs;     ///< what will be run: shown whole, long lines wrapped, for their ends decide too
    QString confirmText;     ///< the verb of the button: "Delete 3 containers"
    QString typedName;       ///< must be typed before the button works (production); empty: not asked
    bool destructive = true; ///< colours the button
};

/// Asks; the default is Cancel. Not blocking: `confirmed` runs when the answer is yes.
class ConfirmDialog : public QDialog
{
    Q_OBJECT
public:
    explicit ConfirmDialog(const Question& question, QWidget* parent = nullptr);

    /// Opens one over the parent's window and deletes it at its end. objectName "confirmDialog"; buttons
    /// "confirmYes", "confirmNo", field "confirmName".
    static ConfirmDialog* ask(QWidget* parent, const Question& question, std::function<void()> confirmed);

private:
    QLineEdit* m_typed = nullptr;
};

} // namespace kaptan::ui
