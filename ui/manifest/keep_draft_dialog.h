#pragma once

#include <QDialog>

namespace kaptan::ui
{

/// Asked before a workbench with unsent work is closed. objectName "keepDraftDialog"; buttons "keepDraft",
/// "discardDraft", "stayOpen".
class KeepDraftDialog : public QDialog
{
    Q_OBJECT
public:
    /// `title` names what is worked on; untrusted.
    KeepDraftDialog(const QString& title, QWidget* parent);

Q_SIGNALS:
    void keepChosen();
    void discardChosen();
};

} // namespace kaptan::ui
