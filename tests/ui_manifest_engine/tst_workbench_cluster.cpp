#include "tests/kube_engine/genuine.h"
#include "tests/support/patience.h"
#include "tests/support/recording_host.h"
#include "tests/ui_cluster_engine/cluster_session.h"
#include "ui/common/diff_view.h"
#include "ui/common/error_box.h"
#include "ui/common/style.h"
#include "ui/manifest/bench_edit_page.h"
#include "ui/manifest/bench_outcome_page.h"
#include "ui/manifest/bench_review_page.h"
#include "ui/manifest/notice_box.h"
#include "ui/manifest/workbench.h"

#include <QApplication>
#include <QCheckBox>
#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QProcess>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTest>
#include <QTextStream>

#include <csignal>

using namespace kaptan;
using namespace kaptan::ui;
using namespace Qt::StringLiterals;
using kaptan::test::slow;

namespace
{

const QString space_ = u"bench-edit-test"_s;
const QString connectionId = u"genuine-test"_s;

session::ConnectionSpec spec()
{
    session::ConnectionSpec spec;
    spec.id = connectionId;
    spec.name = u"genuine"_s;
    spec.context = u"genuine"_s;
    return spec;
}

/// As a person does: the word is marked and written over.
void type(Workbench* bench, const QString& before, const QString& after)
{
    YamlEditor* editor = bench->editPage()->editor();
    editor->moveCursor(QTextCursor::Start);
    QVERIFY2(editor->find(before), qPrintable(before));
    editor->insertPlainText(after);
}

QPushButton* next(Workbench* bench)
{
    return bench->findChild<QPushButton*>(u"benchNext"_s);
}

/// The program that is killed: an edit in a window of its own that says "typed" and goes on for ever; with
/// "apply" a folder's apply.
int helper()
{
    auto cluster = test::clusterOf(qEnvironmentVariable("KAPTAN_TEST_KUBECONFIG"));
    test::ClusterSession session;
    session.setCluster(cluster.get());
    session.setSpec(spec());
    test::RecordingHost host;
    QWidget window;
    window.resize(1200, 740);
    window.show();
    const QString what = qEnvironmentVariable("KAPTAN_BENCH_HELPER");
    Workbench* bench = nullptr;
    QObject watch;
    const auto say = [](const char* word) {
        QTextStream out(stdout);
        out << word << Qt::endl;
    };
    QObject::connect(cluster.get(), &kube::Cluster::discoveryChanged, &watch, [&] {
        if (bench)
            return;
        if (what == u"edit"_s) {
            bench = Workbench::editObject(&window, host, session,
                                          *cluster->discovery()->find(u"configmaps"_s), space_, u"killed"_s);
            QObject::connect(bench->editPage(), &BenchEditPage::parsed, &watch, [&] {
                if (bench->editPage()->text().contains(u"typed before the kill"_s))
                    return;
                type(bench, u"before"_s, u"typed before the kill"_s);
                QTimer::singleShot(1500, &watch, [&] { say("typed"); });
            });
        } else {
            bench = Workbench::applyFiles(&window, host, session, {what});
            auto* timer = new QTimer(&watch);
            QObject::connect(timer, &QTimer::timeout, &watch, [&, bench] {
                if (bench->step() == Workbench::Step::Outcome) {
                    const auto& outcomes = bench->outcomePage()->outcomes();
                    if (std::count_if(outcomes.cbegin(), outcomes.cend(),
                                      [](const auto& each) { return each.isEnd(); }) > 10) {
                        say("applying");
                        ::raise(SIGKILL);
                    }
                } else if (next(bench)->isEnabled()) {
                    next(bench)->click();
                }
            });
            timer->start(5);
        }
    });
    cluster->open();
    return QApplication::exec();
}

} // namespace

/// The workbench on the genuine cluster, with kubectl as the second manager.
class TestWorkbenchCluster : public QObject
{
    Q_OBJECT
private Q_SLOTS:

    void initTestCase()
    {
        const QString why = genuine::missing({u"KAPTAN_TEST_KUBECONFIG"_s, u"KAPTAN_TEST_KUBECTL"_s});
        if (!why.isEmpty())
            QSKIP(qPrintable(why));
        QVERIFY(m_data.isValid());
        qputenv("KAPTAN_DATA_DIR", m_data.path().toLocal8Bit());
        Style::instance().apply(Theme::Light, Density::Normal);
        kubectl({u"delete"_s, u"namespace"_s, space_, u"--ignore-not-found"_s, u"--wait"_s});
        const auto made = kubectl({u"create"_s, u"namespace"_s, space_});
        QVERIFY2(made.code == 0, made.err.constData());
        m_cluster = test::clusterOf(qEnvironmentVariable("KAPTAN_TEST_KUBECONFIG"));
        QVERIFY(m_cluster);
        m_cluster->open();
        QTRY_VERIFY_WITH_TIMEOUT(m_cluster->state().phase == kube::Cluster::Phase::Live, slow);
    }

    void cleanupTestCase()
    {
        if (m_cluster)
            kubectl({u"delete"_s, u"namespace"_s, space_, u"--ignore-not-found"_s, u"--wait=false"_s});
        m_cluster.reset();
    }

    void init()
    {
        m_session = std::make_unique<test::ClusterSession>();
        m_session->setCluster(m_cluster.get());
        m_session->setSpec(spec());
        m_window = std::make_unique<QWidget>();
        m_window->resize(1200, 740);
        m_window->show();
    }

    void cleanup()
    {
        m_window.reset();
        m_session.reset();
    }

    void editsWithADiff()
    {
        makeMap(u"edited"_s, "color: red\n  size: \"1\"");
        Workbench* bench = edit(u"edited"_s);
        type(bench, u"red"_s, u"blue"_s);
        review(bench);
        QCOMPARE(bench->reviewRun()->item(0).state, ReviewItem::State::Changed);
        QTRY_VERIFY_WITH_TIMEOUT(
            bench->reviewPage()->diff()->unified().contains(u"-  color: red\n+  color: blue"_s), slow);
        QCOMPARE(valueOf(u"edited"_s, u"color"_s), u"red"_s);
        // kubectl's client-side apply owns what it wrote.
        takeOverIfAsked(bench);
        apply(bench);
        QCOMPARE(valueOf(u"edited"_s, u"color"_s), u"blue"_s);
        QCOMPARE(valueOf(u"edited"_s, u"size"_s), u"1"_s);
    }

    void aConflictWithASecondManagerIsForcedOnlyOnRequest()
    {
        const QByteArray theirs =
            "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: common\n  namespace: " + space_.toUtf8() +
            "\ndata:\n  color: red\n";
        const auto applied = genuine::kubectl(
            {u"apply"_s, u"--server-side"_s, u"--field-manager=second"_s, u"-f"_s, u"-"_s}, theirs);
        QVERIFY2(applied.code == 0, applied.err.constData());
        Workbench* bench = edit(u"common"_s);
        type(bench, u"red"_s, u"blue"_s);
        review(bench);
        QVERIFY(bench->reviewRun()->item(0).preview.needsForce());
        auto* take = bench->findChild<QCheckBox*>(u"takeOver"_s);
        QTRY_VERIFY_WITH_TIMEOUT(take->isVisible(), slow);
        QVERIFY(!take->isChecked() && !next(bench)->isEnabled());
        QStringList words;
        for (NoticeBox* box : bench->findChildren<NoticeBox*>())
            if (box->isVisible())
                words << box->text();
        QVERIFY2(words.join(u'\n').contains(u"second"_s) && words.join(u'\n').contains(u"color"_s),
                 qPrintable(words.join(u'\n')));
        QCOMPARE(valueOf(u"common"_s, u"color"_s), u"red"_s);
        take->click();
        QTRY_VERIFY_WITH_TIMEOUT(next(bench)->isEnabled(), slow);
        apply(bench);
        QCOMPARE(valueOf(u"common"_s, u"color"_s), u"blue"_s);
    }

    void changedMeanwhileIsCarriedOver()
    {
        makeMap(u"moving"_s, "color: red\n  size: \"1\"");
        Workbench* bench = edit(u"moving"_s);
        type(bench, u"color: red"_s, u"color: blue # mine"_s);
        const auto patched = kubectl({u"-n"_s, space_, u"patch"_s, u"configmap"_s, u"moving"_s,
                                      u"--type=merge"_s, u"-p"_s, u"{\"data\":{\"size\":\"7\"}}"_s});
        QVERIFY2(patched.code == 0, patched.err.constData());
        review(bench);
        QVERIFY(bench->reviewRun()->item(0).preview.movedOn);
        auto* carry = bench->findChild<QPushButton*>(u"carryOver"_s);
        QTRY_VERIFY_WITH_TIMEOUT(carry->isVisible(), slow);
        carry->click();
        QTRY_VERIFY_WITH_TIMEOUT(bench->step() == Workbench::Step::Review && bench->reviewRun()->isFinished(),
                                 slow);
        QVERIFY(bench->editPage()->text().contains(u"color: blue # mine"_s));
        QVERIFY(bench->editPage()->text().contains(u"\"7\""_s));
        QVERIFY(!bench->reviewRun()->item(0).preview.movedOn);
        takeOverIfAsked(bench);
        apply(bench);
        QCOMPARE(valueOf(u"moving"_s, u"color"_s), u"blue"_s);
        QCOMPARE(valueOf(u"moving"_s, u"size"_s), u"7"_s);
    }

    void namesOfFieldsComeFromTheServer()
    {
        Workbench* bench =
            Workbench::newObject(m_window.get(), m_host, *m_session, u"apps/v1"_s, u"Deployment"_s, space_);
        QTRY_VERIFY_WITH_TIMEOUT(bench->editPage()->manifest(), slow);
        QVERIFY(QTest::qWaitForWindowActive(bench, slow));
        YamlEditor* editor = bench->editPage()->editor();
        editor->setFocus();
        QVERIFY(editor->find(u"  replicas: 1"_s));
        QTest::keyClick(editor, Qt::Key_End);
        QTest::keyClick(editor, Qt::Key_Return);
        QTest::keyClick(editor, Qt::Key_Space, Qt::ControlModifier);
        const auto list = [] {
            for (QWidget* top : QApplication::topLevelWidgets())
                if (top->objectName() == u"completions"_s && top->isVisible())
                    return top;
            return static_cast<QWidget*>(nullptr);
        };
        QTRY_VERIFY_WITH_TIMEOUT(list(), slow);
        for (const char letter : {'m', 'i', 'n', 'R', 'e'})
            QTest::keyClick(editor, letter);
        QTRY_VERIFY_WITH_TIMEOUT(list(), slow);
        QTest::keyClick(list(), Qt::Key_Return);
        QTRY_VERIFY2_WITH_TIMEOUT(editor->text().contains(u"  replicas: 1\n  minReadySeconds: "_s),
                                  qPrintable(editor->text()), slow);
    }

    void theServersRefusalKeepsTheText()
    {
        makeMap(u"refused"_s, "color: red");
        Workbench* bench = edit(u"refused"_s);
        type(bench, u"color: red"_s, u"\"no good key!\": red"_s);
        review(bench);
        QCOMPARE(bench->reviewRun()->item(0).state, ReviewItem::State::Refused);
        QTRY_VERIFY_WITH_TIMEOUT(
            bench->findChild<ErrorBox*>(u"reviewError"_s)->text().contains(u"no good key!"_s), slow);
        bench->findChild<QPushButton*>(u"benchBack"_s)->click();
        QVERIFY(bench->editPage()->text().contains(u"no good key!"_s));
        QCOMPARE(valueOf(u"refused"_s, u"color"_s), u"red"_s);
    }

    void aKilledProgramLosesNoEdit()
    {
        makeMap(u"killed"_s, "color: before");
        QTemporaryDir data;
        QProcess program;
        start(program, data, u"edit"_s);
        QTRY_VERIFY_WITH_TIMEOUT(program.canReadLine(), slow);
        QCOMPARE(program.readLine().trimmed(), QByteArray("typed"));
        ::kill(pid_t(program.processId()), SIGKILL);
        QVERIFY(program.waitForFinished(slow));
        DraftKeeper keeper(data.filePath(u"drafts"_s));
        const auto drafts = genuine::wait(keeper.all());
        QVERIFY(drafts && drafts->size() == 1);
        QCOMPARE(drafts->first().connectionId, connectionId);
        Workbench* bench = Workbench::reopen(m_window.get(), m_host, *m_session, drafts->first());
        QTRY_VERIFY_WITH_TIMEOUT(bench->editPage()->manifest(), slow);
        QVERIFY(bench->editPage()->text().contains(u"typed before the kill"_s));
        review(bench);
        takeOverIfAsked(bench);
        apply(bench);
        QCOMPARE(valueOf(u"killed"_s, u"color"_s), u"typed before the kill"_s);
    }

    void aKilledApplyGoesOn()
    {
        QTemporaryDir data, folder;
        for (int i = 0; i < 200; ++i) {
            QFile file(folder.filePath(u"map-%1.yaml"_s.arg(i, 3, 10, QChar(u'0'))));
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write("apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: many-" + QByteArray::number(i) +
                       "\n  namespace: " + space_.toUtf8() + "\ndata:\n  a: b\n");
        }
        QProcess program;
        start(program, data, folder.path());
        QVERIFY(program.waitForFinished(2 * slow));
        QCOMPARE(program.exitStatus(), QProcess::CrashExit);
        DraftKeeper keeper(data.filePath(u"drafts"_s));
        const auto drafts = genuine::wait(keeper.all());
        QVERIFY(drafts && drafts->size() == 1);
        QVERIFY(drafts->first().applying);
        const auto report = genuine::wait(keeper.journal(drafts->first().id));
        QVERIFY2(report, genuine::wordsOf(report).constData());
        QCOMPARE(report->titles.size(), 200);
        const auto done = std::count_if(report->outcomes.cbegin(), report->outcomes.cend(),
                                        [](const auto& each) { return each.isEnd(); });
        QVERIFY(done > 5 && done < 200);
        for (int i = 0; i < report->titles.size(); ++i)
            if (report->outcomes[i].isEnd())
                QVERIFY(report->titles[i].contains(space_));
        QVERIFY(!report->finished);

        // The next program, which is this one, finds what it left and goes on.
        const QString there = m_data.filePath(u"drafts"_s);
        QVERIFY(QDir().mkpath(there));
        for (const QFileInfo& left : QDir(data.filePath(u"drafts"_s)).entryInfoList(QDir::Files))
            QVERIFY(QFile::copy(left.filePath(), there + u'/' + left.fileName()));
        Workbench* bench = Workbench::reopen(m_window.get(), m_host, *m_session, drafts->first());
        QTRY_COMPARE_WITH_TIMEOUT(bench->step(), Workbench::Step::Outcome, slow);
        const auto good = [bench] {
            const auto& outcomes = bench->outcomePage()->outcomes();
            return std::count_if(outcomes.cbegin(), outcomes.cend(),
                                 std::mem_fn(&kube::ApplyOutcome::isGood));
        };
        QCOMPARE(bench->outcomePage()->outcomes().size(), 200);
        QCOMPARE(good(), done);
        QTRY_VERIFY_WITH_TIMEOUT(next(bench)->isEnabled(), slow);
        next(bench)->click();
        QTRY_COMPARE_WITH_TIMEOUT(good(), 200, slow);
        QCOMPARE(valueOf(u"many-199"_s, u"a"_s), u"b"_s);
        const auto isKept = [id = drafts->first().id] {
            const auto kept = genuine::wait(Workbench::drafts().all());
            return std::any_of(kept->cbegin(), kept->cend(),
                               [&id](const auto& each) { return each.id == id; });
        };
        QTRY_VERIFY_WITH_TIMEOUT(!isKept(), slow);
    }

private:
    static genuine::Output kubectl(const QStringList& arguments) { return genuine::kubectl(arguments); }

    static void makeMap(const QString& name, const QByteArray& data)
    {
        const auto applied =
            genuine::kubectl({u"apply"_s, u"-f"_s, u"-"_s},
                             "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: " + name.toUtf8() +
                                 "\n  namespace: " + space_.toUtf8() + "\ndata:\n  " + data + "\n");
        QVERIFY2(applied.code == 0, applied.err.constData());
    }

    static QString valueOf(const QString& name, const QString& key)
    {
        const auto got =
            genuine::kubectl({u"-n"_s, space_, u"get"_s, u"configmap"_s, name, u"-o"_s, u"json"_s});
        return QJsonDocument::fromJson(got.out).object().value(u"data"_s)[key].toString();
    }

    static void start(QProcess& program, const QTemporaryDir& data, const QString& what)
    {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"KAPTAN_BENCH_HELPER"_s, what);
        environment.insert(u"KAPTAN_DATA_DIR"_s, data.path());
        program.setProcessEnvironment(environment);
        program.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        program.start(QCoreApplication::applicationFilePath(), {});
    }

    Workbench* edit(const QString& name)
    {
        Workbench* bench = Workbench::editObject(
            m_window.get(), m_host, *m_session, *m_cluster->discovery()->find(u"configmaps"_s), space_, name);
        [&] { QTRY_VERIFY_WITH_TIMEOUT(bench->editPage()->manifest(), slow); }();
        return bench;
    }

    static void review(Workbench* bench)
    {
        QTRY_VERIFY_WITH_TIMEOUT(next(bench)->isEnabled(), slow);
        next(bench)->click();
        QTRY_VERIFY_WITH_TIMEOUT(bench->reviewRun() && bench->reviewRun()->isFinished(), slow);
    }

    static void takeOverIfAsked(Workbench* bench)
    {
        if (bench->reviewRun()->item(0).preview.needsForce()) {
            auto* take = bench->findChild<QCheckBox*>(u"takeOver"_s);
            QTRY_VERIFY_WITH_TIMEOUT(take->isVisible(), slow);
            take->click();
        }
        QTRY_VERIFY_WITH_TIMEOUT(next(bench)->isEnabled(), slow);
    }

    static void apply(Workbench* bench)
    {
        QTRY_VERIFY_WITH_TIMEOUT(next(bench)->isEnabled(), slow);
        next(bench)->click();
        QTRY_VERIFY_WITH_TIMEOUT(bench->step() == Workbench::Step::Outcome && next(bench)->isEnabled(), slow);
        for (const kube::ApplyOutcome& outcome : bench->outcomePage()->outcomes())
            QVERIFY2(!outcome.error, outcome.error ? qPrintable(outcome.error->message()) : "");
    }

    QTemporaryDir m_data;
    std::unique_ptr<kube::Cluster> m_cluster;
    std::unique_ptr<test::ClusterSession> m_session;
    std::unique_ptr<QWidget> m_window;
    test::RecordingHost m_host;
};

int main(int argc, char** argv)
{
    QApplication application(argc, argv);
    QCoreApplication::setApplicationName(u"kaptan"_s);
    if (qEnvironmentVariableIsSet("KAPTAN_BENCH_HELPER"))
        return helper();
    TestWorkbenchCluster test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_workbench_cluster.moc"
