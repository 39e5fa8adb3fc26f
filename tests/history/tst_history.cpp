#include "tests/history/history_case.h"

#include <QDir>
#include <QSignalSpy>

using namespace kaptan;
using namespace kaptan::history;
using namespace kaptan::history::test;
using namespace Qt::StringLiterals;

class TestHistory : public HistoryCase
{
    Q_OBJECT
private Q_SLOTS:

    void deploymentsAreMadeReadChangedAndRemoved()
    {
        Deployment one = deployment(0, Outcome::Running, 0);
        one.id = done(m_history->addDeployment(one));
        QVERIFY(one.id > 0);
        QCOMPARE(ask(deployments, {u"c1"_s, {}, {}, {}, 10}), QVector<Deployment>{one});

        one.outcome = Outcome::Failed;
        one.endedAt = one.startedAt.addSecs(61);
        one.message = u"ImagePullBackOff"_s;
        QVERIFY(wait(m_history->updateDeployment(one)));
        QCOMPARE(ask(deployments, {u"c1"_s, web().key, start, start, 10}), QVector<Deployment>{one});
        QVERIFY(ask(deployments, {u"c2"_s, {}, {}, {}, 10}).isEmpty());
        QVERIFY(ask(deployments, {u"c1"_s, {}, start.addSecs(1), {}, 10}).isEmpty());
        QVERIFY(ask(deployments, {u"c1"_s, u"deployment:shop/other"_s, {}, {}, 10}).isEmpty());

        // An outcome that contradicts its end is refused, and what was is kept.
        Deployment wrong = one;
        wrong.outcome = Outcome::Running;
        const auto refused = wait(m_history->updateDeployment(wrong));
        QVERIFY(!refused && refused.error().as<StorageError>());
        QCOMPARE(ask(deployments, {u"c1"_s, {}, {}, {}, 10}), QVector<Deployment>{one});

        QVERIFY(wait(m_history->removeDeployment(one.id)));
        QVERIFY(ask(deployments, {u"c1"_s, {}, {}, {}, 10}).isEmpty());
        const auto again = wait(m_history->removeDeployment(one.id));
        QVERIFY(!again && again.error().as<InvalidInput>());
    }

    /// What somebody does with Kaptan is seen by Kaptan a moment later.
    void whatIsDoneAndSeenIsOne()
    {
        done(m_history->addDeployment(deployment(0, Outcome::Running, 0)));
        Deployment seen = deployment(5, Outcome::Running, 0);
        seen.actor.clear();
        QCOMPARE(done(m_history->addDeployment(seen)), 0);
        seen.startedAt = start.addSecs(601);
        QVERIFY(done(m_history->addDeployment(seen)) > 0);
        QCOMPARE(ask(deployments, {u"c1"_s, {}, {}, {}, 10}).size(), 2);

        m_history->add(ScalingEvent{0, web(), start, 2, 3, {}, u"observed"_s});
        m_history->add(ScalingEvent{0, web(), start.addSecs(2), 2, 3, u"ayşe"_s, {}});
        m_history->add(ScalingEvent{0, web(), start.addSecs(4), 2, 3, {}, u"observed"_s});
        m_history->add(ScalingEvent{0, web(), start.addSecs(6), 3, 4, {}, u"observed"_s});
        QVERIFY(wait(m_history->flush()));
        const auto scaled = ask(scalingEvents, {u"c1"_s, {}, {}, {}, 10});
        QCOMPARE(scaled.size(), 2);
        QCOMPARE(scaled[1].actor, u"ayşe"_s);
        QCOMPARE(scaled[0].to, 4);
    }

    void statisticsAreThoseOfThePeriod()
    {
        const QVector<int> seconds{10, 20, 30, 40, 100};
        for (qsizetype i = 0; i < seconds.size(); ++i)
            done(m_history->addDeployment(deployment(int(i), Outcome::Succeeded, seconds[i])));
        done(m_history->addDeployment(deployment(6, Outcome::Failed, 5)));
        done(m_history->addDeployment(deployment(7, Outcome::Aborted, 5)));
        done(m_history->addDeployment(deployment(8, Outcome::Running, 0)));
        done(m_history->addDeployment(deployment(3000, Outcome::Failed, 5))); // of another day
        for (int i = 0; i < 6; ++i)
            m_history->add(ScalingEvent{0, web(), start.addSecs(i), i, i + 1, {}, {}});
        QVector<HealthCheck> checks;
        for (int i = 0; i < 20; ++i)
            checks << HealthCheck{0,
                                  web(),
                                  {},
                                  start.addSecs(i),
                                  i == 0   ? CheckState::Unhealthy
                                  : i == 1 ? CheckState::Unknown
                                           : CheckState::Healthy,
                                  i + 1,
                                  {}};
        m_history->add(checks);
        QVERIFY(wait(m_history->flush()));

        const Statistics found = ask(statistics, {u"c1"_s, {}, start, start.addDays(2), 1});
        QCOMPARE(found.deployments, 8);
        QCOMPARE(found.succeeded, 5);
        QCOMPARE(found.failed, 2);
        QCOMPARE(*found.successRate, 5.0 / 7);
        QCOMPARE(*found.meanDeployMs, 40'000.0);
        QCOMPARE(*found.p95DeployMs, 100'000.0);
        QCOMPARE(found.scalings, 6);
        QCOMPARE(found.scalingsPerDay, 3.0);
        QCOMPARE(found.checks, 20);
        QCOMPARE(*found.availability, 18.0 / 19);
        QCOMPARE(*found.meanResponseMs, 10.5);
        QCOMPARE(*found.p95ResponseMs, 19.0);
        const Statistics none = ask(statistics, {u"c1"_s, {}, start.addDays(10), start.addDays(11), 1});
        QCOMPARE(none, Statistics());
    }

    void whatRepeatsIsOneEvent()
    {
        workload::Event event;
        event.id = u"8f1c-77-3"_s;
        event.at = start;
        event.severity = workload::EventSeverity::Warning;
        event.kind = u"Pod"_s;
        event.action = u"BackOff"_s;
        event.object = u"shop/web-1"_s;
        event.workloadId = u"deployment:shop/web"_s;
        event.message = u"Back-off restarting 100% of a_b"_s;
        m_history->store(u"c1"_s, {event}, {{event.workloadId, web()}});
        event.id = u"8f1c-77-9"_s;
        event.at = start.addSecs(600);
        m_history->store(u"c1"_s, {event}, {});
        event.id = u"8f1c-77-9"_s; // told again at the next start
        m_history->store(u"c1"_s, {event}, {});
        m_history->note(web(), workload::EventSeverity::Normal, u"scaled"_s, u"2 → 3"_s, u"ayşe"_s);
        QVERIFY(wait(m_history->flush()));

        EventFilter filter;
        filter.connection = u"c1"_s;
        filter.kinds = {u"Pod"_s};
        const QVector<StoredEvent> found = ask(events, filter);
        QCOMPARE(found.size(), 1);
        QCOMPARE(found[0].count, 9);
        QCOMPARE(found[0].firstAt, start);
        QCOMPARE(found[0].lastAt, start.addSecs(600));
        QCOMPARE(found[0].workload, web().key);
        QCOMPARE(found[0].severity, workload::EventSeverity::Warning);
        filter.kinds.clear();
        QCOMPARE(ask(events, filter).size(), 2);
        filter.text = u"100% of a_b"_s; // wildcards are letters
        QCOMPARE(ask(events, filter).size(), 1);
        filter.text = u"100% of axb"_s;
        QCOMPARE(ask(events, filter).size(), 0);
        filter.text.clear();
        filter.least = workload::EventSeverity::Error;
        QCOMPARE(ask(events, filter).size(), 0);

        filter.least = workload::EventSeverity::Normal;
        filter.from = start;
        filter.to = start.addSecs(599);
        const QVector<EventBar> early =
            ask<QVector<EventBar>>([filter](Database& database) { return eventBars(database, filter, 10); });
        QCOMPARE(early.size(), 10);
        QCOMPARE(early[0].normal, 1);
        QCOMPARE(early[9].warning, 0);
        filter.to = start.addSecs(600);
        const QVector<EventBar> all =
            ask<QVector<EventBar>>([filter](Database& database) { return eventBars(database, filter, 10); });
        QCOMPARE(all[9].warning, 1);
        const auto words = ask<EventWords>([](Database& database) { return eventWords(database, u"c1"_s); });
        QCOMPARE(words.reasons, (QStringList{u"BackOff"_s, u"scaled"_s}));
    }

    void engineEventsAreKnownAgainThoughTheirNumbersChange()
    {
        workload::Event event;
        event.id = u"1764576000000000000-17"_s;
        event.kind = u"container"_s;
        event.action = u"die"_s;
        event.objectId = u"abc"_s;
        const EventIdentity first = identityOf(event);
        event.id = u"1764576000000000000-2"_s;
        QCOMPARE(identityOf(event), first);
        event.action = u"stop"_s;
        QVERIFY(!(identityOf(event) == first));
    }

    void secretsDoNotEnter()
    {
        const QString manifest = uR"(apiVersion: v1
kind: List
items:
- kind: Secret
  metadata: {name: db, annotations: {kubectl.kubernetes.io/last-applied-configuration: '{"data":"hunter2"}'}}
  data: {password: aHVudGVyMg==}
  stringData: {other: hunter2}
- kind: Deployment
  spec:
    template:
      spec:
        containers:
        - name: web
          env:
          - {name: TOKEN, value: hunter2}
          - {name: FROM, valueFrom: {secretKeyRef: {name: db, key: password}}}
---
services:
  db:
    environment: {POSTGRES_PASSWORD: hunter2}
  cache:
    environment: [A=hunter2]
)"_s;
        m_history->add(Revision{0, web(), 1, start, {u"web:1"_s}, manifest, {}});
        m_history->add(Revision{0, web(), 2, start, {u"web:2"_s}, u"a: [hunter2"_s, {}});
        QVERIFY(wait(m_history->flush()));
        const QVector<Revision> found = ask(revisions, {u"c1"_s, web().key, {}, {}, 10});
        QCOMPARE(found.size(), 2);
        for (const Revision& one : found) {
            QVERIFY(!one.manifest.contains(u"hunter2"_s));
            QVERIFY(!one.manifest.contains(u"aHVudGVyMg"_s));
        }
        QVERIFY(found[1].manifest.contains(u"secretKeyRef"_s));
        QVERIFY(found[0].manifest.isEmpty());
        m_history.reset();
        for (const QString& name : QDir(m_folder->path()).entryList(QDir::Files)) {
            QFile file(m_folder->filePath(name));
            QVERIFY(file.open(QIODevice::ReadOnly));
            QVERIFY2(!file.readAll().contains("hunter2"), qPrintable(name));
        }
    }

    /// Kaptan was open for a moment, thrice: what lies between is a gap, though most steps are long.
    void gapsOfFewSamplesAreGaps()
    {
        const qint64 from = start.toSecsSinceEpoch();
        m_history->see({u"c1"_s, u"my Docker"_s, workload::Platform::Docker, true});
        for (const qint64 at : {0, 15, 300, 600, 615})
            m_history->measure(u"c1"_s, from + at, {{web().key, Metric::Cpu, 5}});
        QVERIFY(wait(m_history->flush()));
        const QVector<Curve> found = curvesOf({u"c1"_s, {web().key}, {Metric::Cpu}, from, from + 1000, 0});
        QCOMPARE(found.size(), 1);
        QCOMPARE(found[0].points.size(), 5);
        QCOMPARE(found[0].gap, 45);
    }

    void measurementsComeBackAsCurves()
    {
        const qint64 from = start.toSecsSinceEpoch();
        m_history->see({u"c1"_s, u"my Docker"_s, workload::Platform::Docker, true});
        qint64 sum = 0;
        for (int i = 0; i < 480; ++i) { // two hours, but for ten minutes
            if (i >= 100 && i < 140)
                continue;
            sum += i;
            m_history->measure(u"c1"_s, from + i * 15LL,
                               {{web().key, Metric::Cpu, i}, {web().key, Metric::Memory, 1000 + i}});
        }
        QVERIFY(wait(m_history->flush()));
        const auto check = [&] {
            CurveQuery query{u"c1"_s, {web().key}, {Metric::Cpu}, from, from + 7200, 0};
            QVector<Curve> found = curvesOf(query);
            QCOMPARE(found.size(), 1);
            QCOMPARE(found[0].points.size(), 440);
            QCOMPARE(found[0].points[100].at - found[0].points[99].at, 41 * 15);
            QVERIFY(found[0].gap < 41 * 15 && found[0].gap > 15);
            query.points = 48;
            found = curvesOf(query);
            QVERIFY(found[0].points.size() <= 48);
            qint64 joined = 0;
            for (const Bucket& point : std::as_const(found[0].points))
                joined += point.sum;
            QCOMPARE(joined, sum);
            query.metrics.clear();
            query.subjects.clear();
            QCOMPARE(curvesOf(query).size(), 2);
            query.to = from + 30 * 86400LL; // of spans now
            query.metrics = {Metric::Cpu};
            query.points = 0;
            found = curvesOf(query);
            QCOMPARE(found[0].points.size(), 12 - 1 + 1);
            joined = 0;
            for (const Bucket& point : std::as_const(found[0].points))
                joined += point.sum;
            QCOMPARE(joined, sum);
        };
        check();
        m_clock->advance(std::chrono::hours(5));
        QVERIFY(wait(m_history->tidy()));
        QCOMPARE(ask<qint64>([](Database& database) -> Result<qint64> {
                     return database.value(u"SELECT count(*) FROM metric_ticks"_s)->toLongLong();
                 }),
                 0);
        check();
        const auto newest = ask<QVector<Latest>>(
            [from](Database& database) { return latest(database, u"c1"_s, from + 7000); });
        QCOMPARE(newest.size(), 2);
        QCOMPARE(newest[0].measurement.value, 479);
        const auto names =
            ask<QVector<Subject>>([](Database& database) { return workloads(database, u"c1"_s); });
        QCOMPARE(names, QVector<Subject>{web()});
        const auto seen = ask<QVector<ConnectionRecord>>(connections);
        QCOMPARE(seen.size(), 1);
        QCOMPARE(seen[0].name, u"my Docker"_s);
    }

    void whatIsOldGoesAndTheFileShrinks()
    {
        const qint64 from = start.toSecsSinceEpoch();
        const QString words(2000, u'x');
        for (int i = 0; i < 4000; ++i)
            m_history->note(web(), workload::EventSeverity::Normal, u"note"_s, words, {});
        m_history->add(ScalingEvent{0, web(), start, 1, 2, {}, {}});
        done(m_history->addDeployment(deployment(0, Outcome::Succeeded, 5)));
        for (int i = 0; i < 240; ++i)
            m_history->measure(u"c1"_s, from + i * 15LL, {{web().key, Metric::Cpu, i}});
        QVERIFY(wait(m_history->flush()));
        const Size before = ask<Size>(size);
        QVERIFY(before.bytes > 8'000'000);

        m_clock->advance(std::chrono::hours(24 * 36)); // raw samples go, their spans stay
        QVERIFY(wait(m_history->tidy()));
        QVector<Curve> found = curvesOf({u"c1"_s, {}, {}, from, from + 3600, 0});
        QVERIFY(found.isEmpty());
        found = curvesOf({u"c1"_s, {}, {}, from, from + 30 * 86400LL, 0});
        QCOMPARE(found.size(), 1);
        QCOMPARE(found[0].points.size(), 6);
        QCOMPARE(ask<Size>(size).events, 4000);

        m_clock->advance(std::chrono::hours(24 * 330)); // events
        QVERIFY(wait(m_history->tidy()));
        const Size after = ask<Size>(size);
        QCOMPARE(after.events, 0);
        QCOMPARE(after.deployments, 1);
        QVERIFY2(after.bytes < before.bytes / 4, qPrintable(QString::number(after.bytes)));

        m_clock->advance(std::chrono::hours(24 * 370)); // all
        QVERIFY(wait(m_history->tidy()));
        QCOMPARE(ask<Size>(size).deployments, 0);
        QVERIFY(ask(scalingEvents, {u"c1"_s, {}, {}, {}, 10}).isEmpty());
        QVERIFY(curvesOf({u"c1"_s, {}, {}, from, from + 30 * 86400LL, 0}).isEmpty());
    }

    void retentionCanChangeWhileItRuns()
    {
        m_history->note(web(), workload::EventSeverity::Normal, u"note"_s, u"words"_s, {});
        QVERIFY(wait(m_history->flush()));
        m_clock->advance(std::chrono::hours(24 * 40));
        QVERIFY(wait(m_history->tidy()));
        QCOMPARE(ask<Size>(size).events, 1);
        Retention shorter;
        shorter.eventDays = 30;
        m_history->setRetention(shorter);
        QVERIFY(wait(m_history->tidy()));
        QCOMPARE(ask<Size>(size).events, 0);
    }

    void writtenIsToldOnceASecond()
    {
        QSignalSpy told(m_history.get(), &History::written);
        for (int i = 0; i < 50; ++i) {
            m_history->note(web(), workload::EventSeverity::Normal, u"note"_s, {}, {});
            QVERIFY(wait(m_history->flush()));
        }
        QTRY_VERIFY_WITH_TIMEOUT(told.size() >= 1, slow);
        QVERIFY(told.size() < 50);
    }
};

QTEST_GUILESS_MAIN(TestHistory)
#include "tst_history.moc"
