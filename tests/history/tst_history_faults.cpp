#include "tests/history/history_case.h"

#include <QSignalSpy>

#include <csignal>
#include <sys/resource.h>
#include <unistd.h>

using namespace kaptan;
using namespace kaptan::history;
using namespace kaptan::history::test;
using namespace Qt::StringLiterals;

class TestHistoryFaults : public HistoryCase
{
    Q_OBJECT
private Q_SLOTS:

    /// No file of this process may grow: as on a full disk.
    void aFullDiskKeepsWhatWaitsAndSaysSo()
    {
        done(m_history->addDeployment(deployment(0, Outcome::Succeeded, 5)));
        QSignalSpy problems(m_history.get(), &History::problemChanged);
        std::signal(SIGXFSZ, SIG_IGN);
        rlimit before{};
        QCOMPARE(::getrlimit(RLIMIT_FSIZE, &before), 0);
        rlimit small = before;
        small.rlim_cur = 1;
        QCOMPARE(::setrlimit(RLIMIT_FSIZE, &small), 0);
        auto waiting = m_history->addDeployment(deployment(1, Outcome::Succeeded, 5));
        const bool told = QTest::qWaitFor([&] { return problems.size() > 0; }, slow);
        const auto problem = m_history->problem();
        const bool kept = !waiting.isFinished();
        const auto stillRead = ask(deployments, {u"c1"_s, {}, {}, {}, 10});
        QCOMPARE(::setrlimit(RLIMIT_FSIZE, &before), 0);
        QVERIFY(told);
        QVERIFY(problem && problem->message().contains(file()) && !problem->advice().isEmpty());
        QVERIFY(kept);
        QCOMPARE(stillRead.size(), 1);
        QVERIFY(wait(m_history->flush()));
        QVERIFY(done(waiting) > 0);
        QCOMPARE(ask(deployments, {u"c1"_s, {}, {}, {}, 10}).size(), 2);
        QVERIFY(!m_history->problem());
    }

    void aFolderThatMayNotBeWrittenIsRead()
    {
        done(m_history->addDeployment(deployment(0, Outcome::Succeeded, 5)));
        m_history.reset();
        // Root may write anywhere: somebody else tries.
        QVERIFY(QFile::setPermissions(file(), QFile::ReadOwner | QFile::ReadGroup | QFile::ReadOther));
        QVERIFY(QFile::setPermissions(m_folder->path(), QFile::ReadOwner | QFile::ExeOwner |
                                                            QFile::ReadOther | QFile::ExeOther |
                                                            QFile::ReadGroup | QFile::ExeGroup));
        const bool root = ::geteuid() == 0;
        if (root)
            QCOMPARE(::seteuid(65534), 0);
        open();
        const bool settled =
            QTest::qWaitFor([&] { return m_history->state() != History::State::Opening; }, slow);
        const auto state = m_history->state();
        const auto problem = m_history->problem();
        const auto written = wait(m_history->addDeployment(deployment(1, Outcome::Succeeded, 5)));
        const auto read = ask(deployments, {u"c1"_s, {}, {}, {}, 10});
        m_history.reset();
        if (root)
            QCOMPARE(::seteuid(0), 0);
        QVERIFY(
            QFile::setPermissions(m_folder->path(), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
        QVERIFY(settled);
        QCOMPARE(state, History::State::ReadOnly);
        QVERIFY(problem && problem->message().contains(file()));
        QVERIFY(!written);
        QCOMPARE(read.size(), 1);
    }

    void aFileThatCannotBeUsedIsTold()
    {
        m_history.reset();
        m_history =
            std::make_unique<History>(History::Options{u"/proc/nowhere/history.db"_s, m_clock.get(), {}, {}});
        QTRY_COMPARE_WITH_TIMEOUT(m_history->state(), History::State::Broken, slow);
        QVERIFY(m_history->problem()->message().contains(u"/proc/nowhere"_s));
        QVERIFY(!wait(m_history->flush()));
        QVERIFY(!wait(m_history->read<Size>(size)));
    }

    void damageInTheMiddleOfTheWorkIsSetAside()
    {
        for (int i = 0; i < 2000; ++i)
            m_history->note(web(), workload::EventSeverity::Normal, u"note"_s, QString(500, u'x'), {});
        QVERIFY(wait(m_history->flush()));
        m_history.reset();
        QFile damaged(file());
        QVERIFY(damaged.open(QIODevice::ReadWrite));
        QVERIFY(damaged.size() > 400'000);
        damaged.seek(8192);
        damaged.write(QByteArray(200'000, '\x5a'));
        damaged.close();
        open();
        QTRY_VERIFY_WITH_TIMEOUT(m_history->state() == History::State::Ready, slow);
        for (int i = 0; i < 5; ++i)
            m_history->note(web(), workload::EventSeverity::Normal, u"after"_s, {}, {});
        QVERIFY(wait(m_history->flush()));
        QVERIFY(!m_history->opening().setAside.isEmpty());
        QVERIFY(QFile::exists(m_history->opening().setAside));
        EventFilter filter;
        filter.reasons = {u"after"_s};
        QCOMPARE(ask(events, filter).size(), 5);
    }

    /// Where nobody happens to read the damaged page.
    void hiddenDamageIsFoundByTheCheck()
    {
        for (int i = 0; i < 2000; ++i)
            m_history->note(web(), workload::EventSeverity::Normal, u"note"_s, QString(500, u'x'), {});
        done(m_history->addDeployment(deployment(0, Outcome::Succeeded, 5)));
        m_history.reset();
        QFile damaged(file());
        QVERIFY(damaged.open(QIODevice::ReadWrite));
        damaged.seek(damaged.size() / 2 / 4096 * 4096);
        damaged.write(QByteArray(4096, '\x5a'));
        damaged.close();
        open();
        QTRY_VERIFY_WITH_TIMEOUT(m_history->state() == History::State::Ready, slow);
        QCOMPARE(ask(deployments, {u"c1"_s, {}, {}, {}, 10}).size(), 1);
        QVERIFY(m_history->opening().setAside.isEmpty());
        m_clock->advance(std::chrono::seconds(31));
        QTRY_VERIFY_WITH_TIMEOUT(!m_history->opening().setAside.isEmpty(), slow);
        QVERIFY(m_history->opening().salvaged > 100);
        done(m_history->addDeployment(deployment(1, Outcome::Succeeded, 5)));
        QCOMPARE(ask(deployments, {u"c1"_s, {}, {}, {}, 10}).size(), 2);
    }
};

QTEST_GUILESS_MAIN(TestHistoryFaults)
#include "tst_history_faults.moc"
