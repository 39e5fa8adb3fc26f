#pragma once

#include "app/core/clock.h"
#include "app/history/history.h"
#include "app/report/pages.h"
#include "app/report/report.h"
#include "ui/common/pane.h"
#include "ui/common/pane_frame.h"
#include "ui/reports/page_view.h"

#include <QComboBox>
#include <QDateTimeEdit>
#include <QTimer>

#include <memory>

namespace kaptan::ui
{

/// Reports of what was kept: choose a connection, a time and perhaps one workload, look at the pages, save
/// them as PDF or their tables as CSV. Needs no connection that is live.
class ReportsPane : public Pane
{
    Q_OBJECT
public:
    enum class Period { Day, Week, Month, ThisMonth, LastMonth, FromTo };

    explicit ReportsPane(PaneHost& host, QWidget* parent = nullptr, Clock& clock = Clock::system());

    QString paneId() const override { return QStringLiteral("reports"); }

    QString title() const override;

    QString iconName() const override { return QStringLiteral("reports"); }

    void setSession(session::Session* session) override;

    PaneFrame* frame() const { return m_frame; }

    PageView* pages() const { return m_view; }

    /// "connection", "workload" and "period" are their objects' names.
    QComboBox* connectionBox() const { return m_connection; }

    QComboBox* workloadBox() const { return m_workload; }

    QComboBox* periodBox() const { return m_period; }

    /// "pdf", "csv", "refresh".
    QAction* action(const QString& id) const { return m_actions.value(id); }

    /// Null until there is one.
    bool hasReport() const { return m_made != nullptr; }

    /// How many were made, for tests.
    int made() const { return m_turns; }

    // As the actions do once a place was chosen.
    void savePdf(const QString& path);
    void saveCsv(const QString& folder);

protected:
    void changeEvent(QEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    /// Made once in a reader's thread, then only read.
    struct Made {
        report::ReportData data;
        std::shared_ptr<const report::Pages> pages;
    };

    void loadConnections();
    void loadWorkloads();
    void make();
    report::ReportRequest request() const;
    void showMade(const Result<std::shared_ptr<const Made>>& made);
    void save(const QString& title, const QString& done, std::function<Result<void>()> write);
    void askPdf();
    void askCsv();
    void updateState();
    void retranslate();
    void restyle();
    QAction* add(const QString& id, const QKeySequence& keys);

    Clock& m_clock;
    PaneFrame* m_frame;
    PageView* m_view;
    QComboBox *m_connection, *m_workload, *m_period;
    QDateTimeEdit *m_from, *m_to;
    QHash<QString, QAction*> m_actions;
    QTimer m_soon;
    QString m_shownConnection; ///< of the window's session: the first choice
    std::shared_ptr<const Made> m_made;
    bool m_loaded = false; ///< the list of connections
    bool m_stale = true;   ///< the next look asks for the list
    int m_turn = 0;        ///< answers of an older one are dropped
    int m_turns = 0;
    bool m_making = false;
};

} // namespace kaptan::ui
