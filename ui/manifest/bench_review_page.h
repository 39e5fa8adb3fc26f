#pragma once

#include "ui/manifest/object_rows.h"

#include <QWidget>

class QCheckBox;
class QLabel;
class QPushButton;
class QSplitter;

namespace kaptan::ui
{

class ChipLabel;
class DiffView;
class ElidedLabel;
class ErrorBox;
class NoticeBox;
class TableView;

/// The step that shows what the server would make of the text: a table of the objects (where there are
/// several), and of the one that is chosen the differences, warnings, conflicts, and what else to know.
class BenchReviewPage : public QWidget
{
    Q_OBJECT
public:
    explicit BenchReviewPage(QWidget* parent = nullptr);

    /// Null shows nothing. Outlives the page or is set to null.
    void setRun(ReviewRun* run);
    void focusFirst();

    int current() const { return m_current; }

    DiffView* diff() const { return m_diff; }

    /// "2 new, 1 changed, 3 unchanged".
    QString summary() const;

Q_SIGNALS:
    /// The object was changed by somebody else; the user wants his changes on top of that.
    void carryOverRequested(int index);

protected:
    void changeEvent(QEvent* event) override;

private:
    void itemChanged(int index);
    void flush();
    void showWorst();
    void show(int index);
    void showNotices(const ReviewItem& item);
    void showDiff(const ReviewItem& item);
    void retranslate();

    QPointer<ReviewRun> m_run;
    ObjectRowsModel* m_model;
    TableView* m_table;
    QSplitter* m_splitter;
    ChipLabel* m_chip;
    ElidedLabel* m_title;
    ErrorBox* m_error;
    NoticeBox *m_movedOn, *m_conflicts, *m_warnings;
    QPushButton* m_carry;
    QCheckBox* m_force;
    DiffView* m_diff;
    QLabel* m_nothing;
    QSet<int> m_changed;
    QTimer m_soon;
    int m_current = -1;
    bool m_worstShown = false; ///< of this run
    int m_diffTurn = 0;
};

/// The fields (paths) in which two states of an object differ; at most `most`.
QStringList changedFields(const QJsonObject& from, const QJsonObject& to, int most = 12);

} // namespace kaptan::ui
