#pragma once

#include "app/kube/change/permissions.h"
#include "app/session/session.h"
#include "ui/common/pane.h"
#include "ui/manifest/bench_runs.h"
#include "ui/manifest/bench_task.h"
#include "ui/manifest/draft_keeper.h"

#include <QDialog>
#include <QLabel>
#include <QPushButton>
#include <QStackedWidget>

namespace kaptan::ui
{

class BenchEditPage;
class BenchOutcomePage;
class BenchReviewPage;
class ErrorBox;
class SchemaHelp;
class NoticeBox;
class StepBar;
struct SourceText;

/// Where objects of a cluster are edited and applied, in three steps: the text (with a form), what the server
/// would make of it, what became of it. Nothing is sent for good before the second was seen. What was typed
/// is kept as a draft until it was applied or thrown away.
///
/// Not modal; several may be open. objectName "workbench"; buttons "benchNext", "benchBack", "benchClose".
class Workbench : public QDialog
{
    Q_OBJECT
public:
    enum class Step { Edit, Review, Outcome };

    /// Shared by all; made at the first call. Tests set KAPTAN_DATA_DIR before.
    static DraftKeeper& drafts();

    /// Each opens a workbench over the parent's window, which deletes itself at its end. `session` is one
    /// connection with a cluster, not a joint one.
    static Workbench* editObject(QWidget* parent, PaneHost& host, session::Session& session,
                                 const kube::ApiResource& resource, const QString& nameSpace,
                                 const QString& name);
    static Workbench* newObject(QWidget* parent, PaneHost& host, session::Session& session,
                                const QString& apiVersion, const QString& kind, const QString& nameSpace);
    static Workbench* applyText(QWidget* parent, PaneHost& host, session::Session& session,
                                const QString& text, const QString& title);
    static Workbench* applyFiles(QWidget* parent, PaneHost& host, session::Session& session,
                                 const QStringList& paths);
    static Workbench* applyUrl(QWidget* parent, PaneHost& host, session::Session& session, const QUrl& url);
    static Workbench* applyClipboard(QWidget* parent, PaneHost& host, session::Session& session);
    static Workbench* reopen(QWidget* parent, PaneHost& host, session::Session& session,
                             const kube::Draft& draft);

    /// The workbench in which this draft is open; null where none is.
    static Workbench* openWith(const QString& draftId);

    ~Workbench() override;

    Step step() const { return m_step; }

    const BenchTask& task() const { return m_task; }

    BenchEditPage* editPage() const { return m_edit; }

    BenchReviewPage* reviewPage() const { return m_review; }

    BenchOutcomePage* outcomePage() const { return m_outcome; }

    const ReviewRun* reviewRun() const { return m_reviewRun; }

    /// Why the next step is not possible now; empty where it is.
    QString whyNotNext();

    void reject() override;

Q_SIGNALS:
    /// Something was applied.
    void applied();

protected:
    void changeEvent(QEvent* event) override;
    void closeEvent(QCloseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    Workbench(QWidget* parent, PaneHost& host, session::Session& session);

    // workbench_open.cpp
    static Workbench* open(QWidget* parent, PaneHost& host, session::Session& session);
    void load(const QFuture<Result<BenchTask>>& future, std::function<void()> retry);
    void readObject();
    void readSource(const std::function<QFuture<Result<SourceText>>()>& source);
    void begin(const BenchTask& task);
    void openJournal();
    void offerDraft();
    void showJournal();

    // workbench_flow.cpp
    QString whyNotWrite();
    QString whyNotPermitted();
    QVector<BenchObject> objectsNow() const;
    void textEdited();
    void textParsed();
    void toReview();
    void carryOver(int index);
    void askApply();
    void saveAndApply(const QVector<int>& only);
    void apply(const QVector<int>& only);
    void applyEnded();
    bool allApplied() const;
    QVector<int> toBeSent() const;

    // workbench.cpp
    void setStep(Step step);
    void next();
    void back();
    void update();
    void retranslate();
    void followSession();
    bool isDirty() const;
    void saveDraft();
    void dropDraft();
    void leave(); ///< closes without a question
    void askToKeep();
    QString titleText() const;

    PaneHost& m_host;
    QPointer<session::Session> m_session;
    QString m_connectionId; ///< also when the session is gone: the draft belongs there
    QPointer<kube::Cluster> m_cluster;
    std::unique_ptr<kube::Permissions> m_permissions;
    BenchTask m_task;
    QString m_original; ///< text that is no draft yet
    Step m_step = Step::Edit;
    bool m_loading = true;
    bool m_closing = false;
    bool m_reviewWanted = false;    ///< as soon as the text was read
    bool m_offerRest = false;       ///< an apply was broken off
    bool m_saving = false;          ///< the draft is being written before an apply
    QVector<int> m_rest;            ///< what a broken-off apply has to send yet
    QVector<BenchObject> m_objects; ///< that are reviewed or were applied
    SchemaHelp* m_help = nullptr;
    ReviewRun* m_reviewRun = nullptr;
    ApplyRun* m_applyRun = nullptr;

    QLabel* m_title;
    QLabel* m_place;
    StepBar* m_steps;
    ErrorBox* m_error;
    NoticeBox* m_notice;
    QStackedWidget* m_stack;
    QLabel* m_loadingPage;
    BenchEditPage* m_edit;
    BenchReviewPage* m_review;
    BenchOutcomePage* m_outcome;
    QLabel* m_status;
    QPushButton *m_close, *m_back, *m_next;
    QPushButton* m_openDraft; ///< in the notice: an older draft of the same object
    kube::Draft m_olderDraft;
    std::optional<kube::JournalReport> m_journal; ///< waits for the text to be read
    std::function<void()> m_retry;
    QTimer m_saveSoon, m_updateSoon;
};

} // namespace kaptan::ui
