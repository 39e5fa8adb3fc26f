#include "app/kube/api/kube_error.h"
#include "manifests.h"
#include "site.h"

#include <cstdio>

using namespace kaptan;
using namespace kaptan::kube;
using namespace Qt::StringLiterals;
using kaptan::test::slow;

namespace
{

using State = ApplyOutcome::State;

constexpr int kMany = 300;

/// Small objects, as many as it takes to be killed among them.
QVector<ManifestObject> many(const QString& nameSpace)
{
    QString text;
    for (int i = 0; i < kMany; ++i) {
        text += u"---\napiVersion: v1\nkind: ConfigMap\nmetadata: {name: many-%1, namespace: %2}\n"
                "data: {a: \"%1\"}\n"_s.arg(i)
                    .arg(nameSpace);
    }
    return parseManifest(text).objects;
}

/// The program that is killed: applies all of it and says when it is among them.
int applyUntilKilled(const QStringList& arguments)
{
    Site site;
    if (!site.connectToCluster().isEmpty())
        return 3;
    Applier::Options options;
    options.journal = arguments.value(3);
    options.atOnce = 4;
    Applier applier(*site.api, site.discovery, many(arguments.value(2)), options);
    QObject::connect(&applier, &Applier::changed, &applier, [&applier] {
        if (applier.ended() == kMany / 3) {
            std::puts("now");
            std::fflush(stdout);
        }
    });
    applier.start();
    return QCoreApplication::exec();
}

} // namespace

/// Many objects applied on a genuine server.
class TestApply : public QObject
{
    Q_OBJECT

    Site m_site;
    QString m_group;

    QVector<ApplyOutcome> apply(const QVector<ManifestObject>& objects, const Applier::Options& options = {})
    {
        Applier applier(*m_site.api, m_site.discovery, objects, options);
        applier.start();
        if (!QTest::qWaitFor([&] { return applier.isFinished(); }, slow))
            qWarning("an apply hangs");
        return applier.outcomes();
    }

    static QVector<State> statesOf(const QVector<ApplyOutcome>& outcomes)
    {
        QVector<State> states;
        for (const ApplyOutcome& outcome : outcomes)
            states << outcome.state;
        return states;
    }

    static QByteArray wordsOf(const QVector<ApplyOutcome>& outcomes)
    {
        QByteArray words;
        for (const ApplyOutcome& outcome : outcomes)
            words += QByteArray::number(int(outcome.state)) + ' ' +
                     (outcome.error ? outcome.error->details().toUtf8() : QByteArray()) + '\n';
        return words;
    }

private Q_SLOTS:

    void initTestCase()
    {
        if (const QString why = m_site.open(u"many"_s); !why.isEmpty())
            QSKIP(qPrintable(why));
        m_group = u"g%1.change.example.com"_s.arg(QCoreApplication::applicationPid());
        const QByteArray words = m_site.connectToCluster();
        QVERIFY2(words.isEmpty(), words.constData());
    }

    void cleanupTestCase() { m_site.close({u"customresourcedefinition/things."_s + m_group}); }

    void init()
    {
        if (!m_site.api)
            QSKIP("no cluster");
    }

    /// A file in the wrong order, with everything that has to be waited for, and one that cannot be.
    void allKindsOfThings()
    {
        const QVector<ManifestObject> objects =
            parseManifest(QString::fromUtf8(manifests::all).arg(m_site.nameSpace, m_group)).objects;
        QCOMPARE(objects.size(), 8);
        Applier::Options dry;
        dry.dryRun = true;
        const auto checked = apply(objects, dry);
        QVERIFY2(statesOf(checked) == QVector<State>(8, State::Created), wordsOf(checked).constData());
        QVERIFY(checked[0].unchecked && checked[4].unchecked && !checked[7].unchecked);
        QVERIFY(genuine::kubectl({u"get"_s, u"namespace"_s, m_site.nameSpace}).code != 0);

        QVector<State> expected(8, State::Created);
        expected[5] = State::Failed;
        const auto made = apply(objects);
        QVERIFY2(statesOf(made) == expected, wordsOf(made).constData());
        QVERIFY(made[5].error->details().contains(u"metadata.name"_s));
        QCOMPARE(
            m_site.kubectl({u"get"_s, u"things."_s + m_group, u"one"_s, u"-o"_s, u"jsonpath={.spec.size}"_s})
                .out,
            QByteArray("3"));

        // Now the deployment's status is written, and the pod runs: none of that is a change of ours.
        expected.fill(State::Unchanged);
        expected[5] = State::Failed;
        const auto again = apply(objects);
        QVERIFY2(statesOf(again) == expected, wordsOf(again).constData());
        QVector<ManifestObject> other = objects;
        other[4].object.insert(u"data"_s, QJsonObject{{u"a"_s, u"2"_s}});
        expected[4] = State::Changed;
        const auto changed = apply(other);
        QVERIFY2(statesOf(changed) == expected, wordsOf(changed).constData());
        const auto dryAgain = apply(objects, dry);
        QVERIFY2(statesOf(dryAgain) == expected, wordsOf(dryAgain).constData());
    }

    void conflictsAndForce()
    {
        const QByteArray theirs = "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: theirs}\ndata: {a: one}\n";
        const auto applied = m_site.kubectlApply(theirs);
        QVERIFY2(applied.code == 0, applied.err.constData());
        const auto objects =
            parseManifest(u"{apiVersion: v1, kind: ConfigMap, metadata: {name: theirs}, data: {a: two}}"_s)
                .objects;
        Applier::Options options;
        options.nameSpace = m_site.nameSpace;
        const auto refused = apply(objects, options);
        QVERIFY2(refused[0].state == State::Failed && !conflictsOf(*refused[0].error).isEmpty(),
                 wordsOf(refused).constData());
        QCOMPARE(conflictsOf(*refused[0].error), (QVector<FieldConflict>{{u".data.a"_s, u"kubectl"_s}}));
        options.force = true;
        const auto forced = apply(objects, options);
        QVERIFY2(forced[0].state == State::Changed, wordsOf(forced).constData());
    }

    /// Killed among 300 objects, the journal says how far it came, and the rest is applied.
    void killedOnTheWay()
    {
        const QTemporaryDir folder;
        const QString journal = folder.filePath(u"a.journal"_s);
        QProcess child;
        child.start(QCoreApplication::applicationFilePath(),
                    {u"apply-until-killed"_s, m_site.nameSpace, journal});
        QVERIFY2(child.waitForReadyRead(slow), child.readAllStandardError().constData());
        child.kill();
        QVERIFY(child.waitForFinished(slow));
        QVERIFY(child.exitStatus() == QProcess::CrashExit);

        const auto report = readJournal(journal);
        QVERIFY(report && !report->finished);
        const QVector<ManifestObject> objects = many(m_site.nameSpace);
        QCOMPARE(report->outcomes.size(), objects.size());
        // What the server has was sent, and what was answered the server has.
        const QByteArray names = m_site.kubectl({u"get"_s, u"configmaps"_s, u"-o"_s, u"name"_s}).out;
        for (qsizetype i = 0; i < objects.size(); ++i) {
            const bool isThere = names.contains("configmap/" + objects[i].name.toUtf8() + '\n');
            const State state = report->outcomes[i].state;
            QVERIFY2(state != State::Waiting || !isThere, qPrintable(objects[i].name));
            QVERIFY2(!report->outcomes[i].isGood() || isThere, qPrintable(objects[i].name));
        }
        const Resumption rest = resume(*report, objects);
        QVERIFY(rest.only.size() <= kMany * 2 / 3 && !rest.only.isEmpty());
        Applier::Options options;
        options.journal = journal;
        options.only = rest.only;
        options.before = rest.before;
        const auto outcomes = apply(objects, options);
        for (const ApplyOutcome& outcome : outcomes)
            QVERIFY2(outcome.isGood(), wordsOf({outcome}).constData());
        QVERIFY(readJournal(journal)->finished);
        QVERIFY(resume(*readJournal(journal), objects).only.isEmpty());
        QCOMPARE(m_site.kubectl({u"get"_s, u"configmaps"_s, u"-o"_s, u"name"_s}).out.count("/many-"), kMany);
    }
};

int main(int argc, char** argv)
{
    QCoreApplication app(argc, argv);
    if (QCoreApplication::arguments().value(1) == u"apply-until-killed"_s)
        return applyUntilKilled(QCoreApplication::arguments());
    TestApply test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_apply.moc"
