#pragma once

#include <QDialog>

#include <functional>

class QLabel;
class QLineEdit;
class QPushButton;

namespace kaptan::ui
{

/// Asks for one name, and where there is one a second value, and says while it is typed what is wrong.
class NameDialog : public QDialog
{
    Q_OBJECT
public:
    struct Form {
        QString title;
        QString text;
        QString label;
        QString placeholder;
        QString confirmText;
        QString secondLabel; ///< empty: none
        QString secondValue;
        std::function<QString(const QString&)> problem; ///< "" where the name can be used
        std::function<QString(const QString&)> hint;    ///< what will happen with it
    };

    explicit NameDialog(Form form, QWidget* parent = nullptr);

    QString name() const;
    QString second() const;

private:
    void validate();

    Form m_form;
    QLineEdit* m_name;
    QLineEdit* m_second = nullptr;
    QLabel* m_hint;
    QPushButton* m_yes;
};

} // namespace kaptan::ui
