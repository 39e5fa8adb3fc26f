#include "bench_site.h"
#include "ui/common/diff_view.h"
#include "ui/common/error_box.h"
#include "ui/common/style.h"
#include "ui/common/table_view.h"
#include "ui/manifest/bench_edit_page.h"
#include "ui/manifest/bench_outcome_page.h"
#include "ui/manifest/bench_review_page.h"
#include "ui/manifest/drafts_dialog.h"
#include "ui/manifest/keep_draft_dialog.h"
#include "ui/manifest/notice_box.h"

#include <QApplication>
#include <QCheckBox>
#include <QClipboard>
#include <QDir>
#include <QFile>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace kaptan;
using namespace kaptan::ui;
using namespace Qt::StringLiterals;
using State = kube::ApplyOutcome::State;

/// The workbench on a server that does what the test says.
class TestWorkbench : public QObject
{
    Q_OBJECT
private Q_SLOTS:

    void initTestCase()
    {
        QVERIFY(m_data.isValid());
        qputenv("KAPTAN_DATA_DIR", m_data.path().toLocal8Bit());
        Style::instance().apply(Theme::Light, Density::Normal);
    }

    void init()
    {
        m_site = std::make_unique<test::BenchSite>();
        m_site->server.put(u"colors"_s, {{u"color"_s, u"red"_s}, {u"size"_s, u"1"_s}});
        QTRY_VERIFY(m_site->isLive());
        m_window = std::make_unique<QWidget>();
        m_window->resize(1200, 740);
        m_window->show();
    }

    void cleanup()
    {
        m_window.reset();
        m_site.reset();
        for (const kube::Draft& draft : drafts())
            (void)Workbench::drafts().remove(draft.id);
        QTRY_VERIFY(drafts().isEmpty());
    }

    void editsWithAReview()
    {
        Workbench* bench = edit();
        QVERIFY(!next(bench)->isEnabled()); // nothing was changed yet
        type(bench, u"red"_s, u"blue"_s);
        QTRY_COMPARE(drafts().size(), 1);
        QCOMPARE(drafts().first().name, u"colors"_s);
        QTRY_VERIFY(next(bench)->isEnabled());
        next(bench)->click();
        QTRY_COMPARE(bench->step(), Workbench::Step::Review);
        QTRY_VERIFY(next(bench)->isEnabled());
        QCOMPARE(bench->reviewRun()->item(0).state, ReviewItem::State::Changed);
        QCOMPARE(m_site->server.commits(), 0);
        QCOMPARE(m_site->server.value(u"colors"_s, u"color"_s), u"red"_s);
        QTRY_VERIFY(bench->reviewPage()->diff()->unified().contains(u"-  color: red\n+  color: blue"_s));
        next(bench)->click();
        QTRY_COMPARE(bench->step(), Workbench::Step::Outcome);
        QTRY_COMPARE(m_site->server.value(u"colors"_s, u"color"_s), u"blue"_s);
        QCOMPARE(m_site->server.value(u"colors"_s, u"size"_s), u"1"_s);
        QTRY_VERIFY(next(bench)->isEnabled());
        QTRY_VERIFY(drafts().isEmpty());
        next(bench)->click();
        QTRY_VERIFY(!m_bench);
    }

    void aRefusalKeepsTheText()
    {
        Workbench* bench = edit();
        type(bench, u"red"_s, u"purple"_s);
        m_site->server.refusal = u"purple is not allowed here"_s;
        QTRY_VERIFY(next(bench)->isEnabled());
        next(bench)->click();
        QTRY_VERIFY(bench->reviewRun() && bench->reviewRun()->isFinished());
        QCOMPARE(bench->reviewRun()->item(0).state, ReviewItem::State::Refused);
        QTRY_VERIFY(
            bench->findChild<ErrorBox*>(u"reviewError"_s)->text().contains(u"purple is not allowed"_s));
        QVERIFY(!next(bench)->isEnabled());
        QCOMPARE(m_site->server.commits(), 0);
        button(bench, "benchBack")->click();
        QCOMPARE(bench->step(), Workbench::Step::Edit);
        QVERIFY(bench->editPage()->text().contains(u"purple"_s));
        QCOMPARE(drafts().size(), 1);
        m_site->server.refusal.clear();
        type(bench, u"purple"_s, u"green"_s);
        applyAll(bench);
        QCOMPARE(m_site->server.value(u"colors"_s, u"color"_s), u"green"_s);
    }

    void aConnectionThatDropsKeepsTheText()
    {
        Workbench* bench = edit();
        type(bench, u"red"_s, u"purple"_s);
        QTRY_VERIFY(next(bench)->isEnabled());
        m_site->server.broken = true;
        next(bench)->click();
        QTRY_VERIFY_WITH_TIMEOUT(bench->reviewRun() && bench->reviewRun()->isFinished(), 60000);
        QCOMPARE(bench->reviewRun()->item(0).state, ReviewItem::State::Refused);
        QVERIFY(bench->reviewRun()->item(0).error);
        QCOMPARE(m_site->server.commits(), 0);
        QCOMPARE(drafts().size(), 1);
        m_site->server.broken = false;
        button(bench, "benchBack")->click();
        QVERIFY(bench->editPage()->text().contains(u"purple"_s));
        applyAll(bench);
        QCOMPARE(m_site->server.value(u"colors"_s, u"color"_s), u"purple"_s);
    }

    void aConflictIsForcedOnlyOnRequest()
    {
        Workbench* bench = edit();
        type(bench, u"red"_s, u"blue"_s);
        m_site->server.conflictManager = u"kubectl"_s;
        QTRY_VERIFY(next(bench)->isEnabled());
        next(bench)->click();
        QTRY_VERIFY(bench->reviewRun() && bench->reviewRun()->isFinished());
        QVERIFY(bench->reviewRun()->item(0).preview.needsForce());
        auto* take = bench->findChild<QCheckBox*>(u"takeOver"_s);
        QTRY_VERIFY(take->isVisible());
        QVERIFY(!take->isChecked());
        QVERIFY(!next(bench)->isEnabled());
        bool named = false;
        for (NoticeBox* box : bench->findChildren<NoticeBox*>())
            named = named || (box->isVisible() && box->text().contains(u"kubectl"_s) &&
                              box->text().contains(u".data.color"_s));
        QVERIFY(named);
        take->click();
        QTRY_VERIFY(bench->reviewRun()->isFinished() && next(bench)->isEnabled());
        next(bench)->click();
        QTRY_COMPARE(m_site->server.value(u"colors"_s, u"color"_s), u"blue"_s);
        QVERIFY(m_site->server.written.back().force);
    }

    void changedMeanwhileIsCarriedOver()
    {
        Workbench* bench = edit();
        type(bench, u"color: red"_s, u"color: blue # mine"_s);
        m_site->server.put(u"colors"_s, {{u"color"_s, u"red"_s}, {u"size"_s, u"7"_s}});
        QTRY_VERIFY(next(bench)->isEnabled());
        next(bench)->click();
        QTRY_VERIFY(bench->reviewRun() && bench->reviewRun()->isFinished());
        QVERIFY(bench->reviewRun()->item(0).preview.movedOn);
        auto* carry = bench->findChild<QPushButton*>(u"carryOver"_s);
        QTRY_VERIFY(carry->isVisible());
        carry->click();
        QTRY_VERIFY(bench->editPage()->text().contains(u"\"7\""_s));
        QVERIFY(bench->editPage()->text().contains(u"color: blue # mine"_s));
        // Straight to the review again, since nothing clashes.
        QTRY_COMPARE(bench->step(), Workbench::Step::Review);
        QTRY_VERIFY(bench->reviewRun()->isFinished());
        QVERIFY(!bench->reviewRun()->item(0).preview.movedOn);
        next(bench)->click();
        QTRY_COMPARE(m_site->server.value(u"colors"_s, u"color"_s), u"blue"_s);
        QCOMPARE(m_site->server.value(u"colors"_s, u"size"_s), u"7"_s);
    }

    void mistakesAreShownAtTheirLine()
    {
        Workbench* bench =
            bench_(Workbench::applyText(m_window.get(), m_site->host, m_site->session,
                                        u"apiVersion: v1\nkind: ConfigMap\n\tmetadata:\n"_s, u"text"_s));
        auto* list = bench->findChild<QListWidget*>(u"benchProblems"_s);
        QTRY_VERIFY(list->count() > 0);
        QVERIFY(list->item(0)->text().contains(u"3"_s));
        QVERIFY(!next(bench)->isEnabled());
        QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, list->visualItemRect(list->item(0)).center());
        QCOMPARE(bench->editPage()->editor()->currentLine(), 3);
    }

    void aFolderIsAppliedWithItsOutcomes()
    {
        QTemporaryDir folder;
        write(folder.filePath(u"b.yaml"_s), map("two") + "---\n" + map("three"));
        write(folder.filePath(u"a.yml"_s), map("one"));
        QDir(folder.path()).mkdir(u"deep"_s);
        write(
            folder.filePath(u"deep/c.json"_s),
            "{\n\t\"apiVersion\": \"v1\", \"kind\": \"ConfigMap\",\n\t\"metadata\": {\"name\": \"four\"}}\n");
        write(folder.filePath(u"readme.txt"_s), "no manifest");
        Workbench* bench =
            bench_(Workbench::applyFiles(m_window.get(), m_site->host, m_site->session, {folder.path()}));
        QTRY_VERIFY(next(bench)->isEnabled() && bench->editPage()->manifest());
        QCOMPARE(bench->editPage()->manifest()->objects.size(), 4);
        QVERIFY(bench->editPage()->text().contains(u"# deep/c.json"_s));
        QVERIFY(drafts().isEmpty());
        applyAll(bench);
        QCOMPARE(m_site->server.objects.size(), 5);
        for (const kube::ApplyOutcome& outcome : bench->outcomePage()->outcomes())
            QCOMPARE(outcome.state, State::Created);
        QTRY_VERIFY(drafts().isEmpty());
    }

    void readOnlyIsRefusedBeforeAnythingIsSent()
    {
        Workbench* bench = edit();
        type(bench, u"red"_s, u"blue"_s);
        m_site->session.setReadOnly(u"staging is read-only."_s);
        const int before = m_site->server.requests;
        QTRY_VERIFY(!next(bench)->isEnabled());
        QVERIFY(next(bench)->toolTip().contains(u"read-only"_s));
        QCOMPARE(m_site->server.requests, before);
        QVERIFY(m_site->server.written.empty());
    }

    void whatTheUserMayNotIsToldBefore()
    {
        m_site->server.allowed = false;
        Workbench* bench = edit();
        type(bench, u"red"_s, u"blue"_s);
        QTRY_VERIFY(next(bench)->toolTip().contains(u"patch"_s));
        QVERIFY(!next(bench)->isEnabled());
        QVERIFY(m_site->server.written.empty());
    }

    void productionAsksForItsName()
    {
        session::ConnectionSpec spec = m_site->session.spec();
        spec.production = true;
        m_site->session.setSpec(spec);
        Workbench* bench = edit();
        type(bench, u"red"_s, u"blue"_s);
        QTRY_VERIFY(next(bench)->isEnabled());
        next(bench)->click();
        QTRY_VERIFY(bench->step() == Workbench::Step::Review && next(bench)->isEnabled());
        next(bench)->click();
        QDialog* question = nullptr;
        QTRY_VERIFY(question = bench->findChild<QDialog*>(u"confirmDialog"_s));
        auto* yes = question->findChild<QPushButton*>(u"confirmYes"_s);
        QVERIFY(!yes->isEnabled());
        QCOMPARE(m_site->server.commits(), 0);
        QTest::keyClicks(question->findChild<QLineEdit*>(u"confirmName"_s), u"staging"_s);
        yes->click();
        QTRY_COMPARE(m_site->server.value(u"colors"_s, u"color"_s), u"blue"_s);
    }

    void closingAsksWhatBecomesOfTheWork()
    {
        Workbench* bench = edit();
        type(bench, u"red"_s, u"blue"_s);
        bench->reject();
        KeepDraftDialog* ask = nullptr;
        QTRY_VERIFY(ask = bench->findChild<KeepDraftDialog*>());
        ask->findChild<QPushButton*>(u"stayOpen"_s)->click();
        QTRY_VERIFY(!bench->findChild<KeepDraftDialog*>());
        QVERIFY(bench->isVisible());
        bench->reject();
        QTRY_VERIFY(ask = bench->findChild<KeepDraftDialog*>());
        ask->findChild<QPushButton*>(u"keepDraft"_s)->click();
        QTRY_VERIFY(!m_bench);
        QTRY_COMPARE(drafts().size(), 1);

        // In the list, and opened again from it.
        DraftsDialog* list = DraftsDialog::open(m_window.get(), m_site->host, m_site->session);
        auto* rows = list->findChild<QListWidget*>(u"draftList"_s);
        QTRY_COMPARE(rows->count(), 1);
        QVERIFY(rows->item(0)->text().contains(u"shop/colors"_s));
        list->findChild<QPushButton*>(u"draftOpen"_s)->click();
        Workbench* again = nullptr;
        QTRY_VERIFY(again = m_window->findChild<Workbench*>());
        bench_(again);
        QVERIFY(again->editPage()->text().contains(u"blue"_s));
        QCOMPARE(again->task().kind, BenchTask::Kind::Edit);
        again->reject();
        QTRY_VERIFY(ask = again->findChild<KeepDraftDialog*>());
        ask->findChild<QPushButton*>(u"discardDraft"_s)->click();
        QTRY_VERIFY(!m_bench);
        QTRY_VERIFY(drafts().isEmpty());
    }

    void theWindowsOwnButtonAsksToo()
    {
        Workbench* bench = edit();
        type(bench, u"red"_s, u"blue"_s);
        QVERIFY(!bench->close());
        QTRY_VERIFY(bench->findChild<KeepDraftDialog*>());
        bench->findChild<QPushButton*>(u"discardDraft"_s)->click();
        QTRY_VERIFY(!m_bench);
    }

    void aDraftIsOpenOnce()
    {
        Workbench* bench = edit();
        type(bench, u"red"_s, u"blue"_s);
        QTRY_COMPARE(drafts().size(), 1);
        const kube::Draft draft = drafts().first();
        QCOMPARE(Workbench::reopen(m_window.get(), m_site->host, m_site->session, draft), bench);
        QCOMPARE(m_window->findChildren<Workbench*>().size(), 1);
    }

    void whatWasDeletedSinceTheReviewIsNotMadeAgain()
    {
        Workbench* bench = edit();
        type(bench, u"red"_s, u"blue"_s);
        QTRY_VERIFY(next(bench)->isEnabled());
        next(bench)->click();
        QTRY_VERIFY(bench->step() == Workbench::Step::Review && next(bench)->isEnabled());
        m_site->server.objects.remove(u"colors"_s);
        next(bench)->click();
        QTRY_VERIFY(bench->step() == Workbench::Step::Outcome && next(bench)->isEnabled());
        QCOMPARE(bench->outcomePage()->outcomes().first().state, State::Failed);
        QVERIFY(bench->outcomePage()->outcomes().first().error->message().contains(u"since the review"_s));
        QVERIFY(m_site->server.objects.isEmpty());
        QTRY_COMPARE(drafts().size(), 1); // and the text is kept
    }

    void twoClicksApplyOnce()
    {
        Workbench* bench = bench_(Workbench::applyText(m_window.get(), m_site->host, m_site->session,
                                                       QString::fromLatin1(map("once")), u"once.yaml"_s));
        QTRY_VERIFY(bench->editPage()->manifest() && next(bench)->isEnabled());
        next(bench)->click();
        QTRY_VERIFY(bench->step() == Workbench::Step::Review && next(bench)->isEnabled());
        QTest::keyClick(bench, Qt::Key_Return, Qt::ControlModifier);
        QTest::keyClick(bench, Qt::Key_Return, Qt::ControlModifier);
        button(bench, "benchBack")->click(); // the text cannot be reached while it is being saved
        QCOMPARE(bench->step(), Workbench::Step::Review);
        QTRY_VERIFY(bench->step() == Workbench::Step::Outcome && next(bench)->isEnabled());
        QCOMPARE(m_site->server.commits(), 1);
    }

    void withoutAChangeItJustCloses()
    {
        Workbench* bench = edit();
        bench->reject();
        QTRY_VERIFY(!m_bench);
        QVERIFY(drafts().isEmpty());
    }

    void theClipboardIsShownFirst()
    {
        QApplication::clipboard()->setText(QString::fromLatin1(map("pasted")));
        Workbench* bench = bench_(Workbench::applyClipboard(m_window.get(), m_site->host, m_site->session));
        QTRY_VERIFY(next(bench)->isEnabled());
        QVERIFY(m_site->server.written.empty());
        m_site->server.warning = "v1 ConfigMap is old";
        next(bench)->click();
        QTRY_VERIFY(bench->reviewRun() && bench->reviewRun()->isFinished());
        QCOMPARE(bench->reviewRun()->item(0).state, ReviewItem::State::New);
        QCOMPARE(bench->reviewRun()->item(0).preview.warnings, QStringList{u"v1 ConfigMap is old"_s});
    }

private:
    static QByteArray map(const char* name)
    {
        return QByteArray("apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: ") + name +
               "\ndata:\n  a: b\n";
    }

    static void write(const QString& path, const QByteArray& text)
    {
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(text);
    }

    static QPushButton* button(Workbench* bench, const char* name)
    {
        return bench->findChild<QPushButton*>(QString::fromLatin1(name));
    }

    static QPushButton* next(Workbench* bench) { return button(bench, "benchNext"); }

    Workbench* bench_(Workbench* bench)
    {
        m_bench = bench;
        return bench;
    }

    Workbench* edit()
    {
        Workbench* bench = bench_(Workbench::editObject(m_window.get(), m_site->host, m_site->session,
                                                        m_site->configMaps(), u"shop"_s, u"colors"_s));
        [&] {
            QTRY_VERIFY(bench->editPage()->manifest());
            QVERIFY(bench->editPage()->text().contains(u"color: red"_s));
            QVERIFY(!bench->editPage()->text().contains(u"resourceVersion"_s));
        }();
        return bench;
    }

    /// As a person does: the word is marked and written over.
    static void type(Workbench* bench, const QString& before, const QString& after)
    {
        YamlEditor* editor = bench->editPage()->editor();
        editor->moveCursor(QTextCursor::Start);
        QVERIFY(editor->find(before));
        editor->insertPlainText(after);
    }

    void applyAll(Workbench* bench)
    {
        QTRY_VERIFY(next(bench)->isEnabled());
        next(bench)->click();
        QTRY_VERIFY(bench->step() == Workbench::Step::Review && next(bench)->isEnabled());
        next(bench)->click();
        QTRY_VERIFY(bench->step() == Workbench::Step::Outcome && next(bench)->isEnabled());
    }

    QVector<kube::Draft> drafts()
    {
        const auto all = Workbench::drafts().all();
        if (!QTest::qWaitFor([&] { return all.isFinished(); }) || !all.result())
            return {};
        return *all.result();
    }

    QTemporaryDir m_data;
    std::unique_ptr<test::BenchSite> m_site;
    std::unique_ptr<QWidget> m_window;
    QPointer<Workbench> m_bench;
};

QTEST_MAIN(TestWorkbench)
#include "tst_workbench.moc"
