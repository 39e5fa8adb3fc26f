#pragma once

#include "ui/manifest/object_rows.h"

#include <QWidget>

class QProgressBar;

namespace kaptan::ui
{

class ChipLabel;
class ElidedLabel;
class ErrorBox;
class NoticeBox;
class TableView;

/// The step that shows what became of each object.
class BenchOutcomePage : public QWidget
{
    Q_OBJECT
public:
    explicit BenchOutcomePage(QWidget* parent = nullptr);

    /// As they are; outcomes of a run follow by update().
    void setObjects(const QVector<BenchObject>& objects, const QVector<kube::ApplyOutcome>& outcomes);
    void update(int index, const kube::ApplyOutcome& outcome);
    void setBusy(bool busy);
    void focusFirst();

    const QVector<kube::ApplyOutcome>& outcomes() const { return m_outcomes; }

    /// "3 applied, 1 failed".
    QString summary() const;

protected:
    void changeEvent(QEvent* event) override;

private:
    void flush();
    void show(int index);
    void retranslate();

    QVector<BenchObject> m_objects;
    QVector<kube::ApplyOutcome> m_outcomes;
    ObjectRowsModel* m_model;
    TableView* m_table;
    QProgressBar* m_progress;
    ChipLabel* m_chip;
    ElidedLabel* m_title;
    ErrorBox* m_error;
    NoticeBox* m_warnings;
    QSet<int> m_changed;
    QTimer m_soon;
    int m_current = -1;
};

} // namespace kaptan::ui
