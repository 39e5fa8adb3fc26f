#pragma once

#include "app/history/history.h"
#include "app/history/queries.h"
#include "ui/common/row_model.h"

#include <QPointer>
#include <QTimer>
#include <QWidget>

class QComboBox;
class QLabel;
class QPushButton;

namespace kaptan::ui
{

class DiffView;
class TableView;

/// One line of a workload's history.
struct PastRow {
    QString key;
    QDateTime at; ///< UTC
    Tone tone = Tone::Neutral;
    QString icon, what, who, message;
};

/// What happened to a workload, newest first.
class PastModel : public RowModel<PastRow>
{
    Q_OBJECT
public:
    explicit PastModel(QObject* parent = nullptr);
    QString columnTitle(int column) const override;

protected:
    QString keyOf(const PastRow& row) const override { return row.key; }

    Cell cell(const PastRow& row, int column) const override;
    SortKey sortKey(const PastRow& row, int column) const override;
    QString haystack(const PastRow& row) const override;
};

/// Who changed a workload, and what happened to it, as the history has it; two of its revisions can be
/// compared.
class HistoryTab : public QWidget
{
    Q_OBJECT
public:
    explicit HistoryTab(QWidget* parent = nullptr);

    /// `history` may be null; an empty subject shows nothing. Asks when it is visible.
    void show(history::History* history, const history::Subject& subject);
    void retranslate();

    PastModel* model() const { return m_model; }

protected:
    void showEvent(QShowEvent* event) override;

private:
    struct Past {
        QVector<PastRow> rows;
        QVector<history::Revision> revisions;
    };

    static Result<Past> read(history::Database& database, const history::RecordFilter& filter);
    void ask();
    void askSoon();
    void take(const Past& past);
    void fillRevisions();
    void compare();
    void showState();

    QPointer<history::History> m_history;
    history::Subject m_subject;
    PastModel* m_model;
    TableView* m_table;
    QLabel* m_hint;
    QWidget* m_choice;
    QComboBox *m_before, *m_after;
    QPushButton* m_compare;
    DiffView* m_diff;
    QVector<history::Revision> m_revisions; ///< with a manifest, newest first
    QTimer m_soon;
    int m_turn = 0;
    bool m_asked = false; ///< the answer to the subject is here or on its way
    bool m_failed = false;
};

} // namespace kaptan::ui
