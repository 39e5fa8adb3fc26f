#pragma once

#include "ui/manifest/form_page.h"

#include <QJsonDocument>
#include <QLineEdit>
#include <QPointer>
#include <QPushButton>
#include <QTest>

#include <memory>

/// A form and the object that it edits: what the form asks for is done, and the form shows the outcome, as
/// the workbench does it.
namespace kaptan::test
{

class FormRig
{
public:
    FormRig(const QString& apiVersion, const QString& kind, const QJsonObject& start, bool isNew = false)
        : form(ui::makeForm(apiVersion, kind, {{}, QStringLiteral("shop")}, nullptr)), object(start)
    {
        if (!form)
            return;
        QObject::connect(form.get(), &ui::Form::edited, form.get(), [this](const ui::FormChanges& asked) {
            changes += asked;
            object = ui::withChanges(object, asked);
            form->show(object);
        });
        form->resize(360, 800);
        form->setNew(isNew);
        form->show(object);
        form->QWidget::show();
        Q_UNUSED(QTest::qWaitForWindowExposed(form.get()));
    }

    /// The field of this path; `nth` where several probes or items have it.
    ui::FormField* field(const QString& path) const
    {
        for (auto* one : form->findChildren<ui::FormField*>(path))
            if (!one->isHidden())
                return one;
        return form->findChild<ui::FormField*>(path);
    }

    template <class T = QLineEdit>
    T* editor(const QString& path) const
    {
        ui::FormField* found = field(path);
        return found ? found->findChild<T*>() : nullptr;
    }

    /// A cell of a RowsField.
    template <class T = QLineEdit>
    T* cell(const QString& path, int row, const QString& column) const
    {
        ui::FormField* found = field(path);
        auto* line = found ? found->findChild<QWidget*>(QStringLiteral("row%1").arg(row)) : nullptr;
        return line ? line->findChild<T*>(column) : nullptr;
    }

    void press(const QString& path, const QString& button) const
    {
        QTest::mouseClick(field(path)->findChild<QPushButton*>(button), Qt::LeftButton);
    }

    /// Puts `text` in place of what stands there, as by the keyboard.
    static void type(QLineEdit* edit, const QString& text)
    {
        edit->setFocus();
        edit->selectAll();
        if (text.isEmpty())
            QTest::keyClick(edit, Qt::Key_Delete);
        else
            QTest::keyClicks(edit, text);
    }

    QJsonValue at(const QString& path) const { return kube::valueAt(object, kube::YamlPath::of(path)); }

    std::unique_ptr<ui::Form> form;
    QJsonObject object;
    ui::FormChanges changes; ///< all that was asked for
};

inline QJsonObject jsonOf(const char* text)
{
    return QJsonDocument::fromJson(QByteArray(text).replace('\'', '"')).object();
}

} // namespace kaptan::test
