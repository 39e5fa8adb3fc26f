#pragma once

#include "app/core/clock.h"
#include "app/history/history.h"
#include "ui/common/chart_query.h"
#include "ui/common/curve_view.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QPointer>
#include <QScrollArea>
#include <QTimer>
#include <QToolButton>

#include <functional>

namespace kaptan::history
{
class CurveSource;
}

namespace kaptan::ui
{

class ErrorBox;

/// The charts of one workload or node as it was recorded: a span of time, zoomed and moved in all of them at
/// once, compared with the period before, with what was deployed and scaled in it; copied or saved. Asks
/// nothing while it is hidden.
class ChartPanel : public QWidget
{
    Q_OBJECT
public:
    explicit ChartPanel(QWidget* parent = nullptr, Clock& clock = Clock::system());

    /// `history` may be null; `source` is a further place to ask, null where there is none, and may be gone
    /// later: it is looked up each time. An empty subject shows nothing.
    void show(history::History* history, std::function<history::CurveSource*()> source,
              const history::Subject& subject);
    void retranslate();

    /// Those that are shown, from the top; of `id` ("cpu"), null where it is not there.
    QVector<CurveView*> views() const;
    CurveView* view(const QString& id) const;

    QComboBox* spanBox() const { return m_span; }

    QComboBox* sourceBox() const { return m_source; }

    QCheckBox* compareBox() const { return m_compare; }

    QToolButton* wholeButton() const { return m_whole; }

    QString stateText() const { return m_state->isHidden() ? QString() : m_state->text(); }

    qint64 from() const { return m_from; } ///< seconds since 1970, of what is shown

    qint64 to() const { return m_to; }

    /// What "Copy" and "Save" give, of the chart that was used last.
    QByteArray csv() const;
    QImage picture() const;

protected:
    void showEvent(QShowEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    struct Shown {
        QString id;
        CurveView* view = nullptr;
    };

    void ask();
    void askHistory(const ChartQuestion& question, int turn);
    void askSource(history::CurveSource& source, const ChartQuestion& question, int turn);
    void take(const Result<QVector<SubjectChart>>& charts);
    void showNext();
    void choose(qint64 fromMs, qint64 toMs);
    void whole();
    void fillSources();
    void updateState();
    void save(bool asPicture);
    void fillMenu();
    CurveView* current() const;
    CurveView* make(const QString& id);
    SubjectWords words() const;
    qint64 now() const;

    Clock& m_clock;
    QPointer<history::History> m_history;
    std::function<history::CurveSource*()> m_further;
    history::Subject m_subject;
    QComboBox *m_span, *m_source;
    QCheckBox* m_compare;
    QToolButton *m_whole, *m_menu;
    ErrorBox* m_error;
    QLabel* m_state;
    QScrollArea* m_scroll;
    QVector<Shown> m_views;
    QPointer<CurveView> m_used;
    QVector<SubjectChart> m_waiting; ///< one is drawn a turn of the loop
    QTimer m_again;                  ///< curves grow
    qint64 m_from = 0, m_to = 0;
    bool m_zoomed = false; ///< not the chosen span up to now
    bool m_asked = false, m_loading = false;
    bool m_something = false; ///< there was a point
    int m_turn = 0;           ///< answers of an older one are dropped
};

} // namespace kaptan::ui
