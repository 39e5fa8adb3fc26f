#pragma once

#include "app/workload/model.h"

#include <QDialog>
#include <QLabel>
#include <QPushButton>
#include <QSpinBox>

namespace kaptan::ui
{

/// Asks for a number of replicas; not modal, so that the table stays in sight. Deletes itself when closed.
/// objectName "scaleDialog"; field "replicas", buttons "scaleYes", "scaleNo".
class ScaleDialog : public QDialog
{
    Q_OBJECT
public:
    explicit ScaleDialog(const workload::Workload& workload, QWidget* parent = nullptr);

Q_SIGNALS:
    void chosen(int replicas);

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();
    void explain();

    QString m_name;
    int m_from;
    QLabel* m_title;
    QLabel* m_label;
    QSpinBox* m_replicas;
    QLabel* m_explanation;
    QPushButton* m_yes;
    QPushButton* m_no;
};

} // namespace kaptan::ui
