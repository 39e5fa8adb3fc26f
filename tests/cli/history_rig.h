#pragma once

#include "app/history/history.h"
#include "app/history/queries.h"
#include "tests/support/patience.h"
#include "tests/support/place/place.h"
#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

/// What the tests of kaptanctl's commands of the history share.
namespace rig
{

using namespace kaptan;
using namespace kaptan::history;
using namespace Qt::StringLiterals;
using kaptan::test::slow;

struct Ended {
    int code = -1;
    QString out, err;
};

inline const QString cluster = u"cluster-1"_s;
inline const QStringList hour{u"--from"_s, u"2026-03-01T10:00Z"_s, u"--to"_s, u"2026-03-01T11:00Z"_s};
/// Text that a terminal, a spreadsheet or a reader of lines would act on.
inline const QString hostile = u"=1+1\x1b[31m\nx,\"y\""_s;

inline QDateTime at(int hours, int minutes, int seconds = 0)
{
    return {QDate(2026, 3, 1), QTime(hours, minutes, seconds), Qt::UTC};
}

inline Subject subject(const QString& kind, const QString& nameSpace, const QString& name)
{
    return {cluster, kind + u':' + nameSpace + u'/' + name, kind, nameSpace, name};
}

/// The words of each line, whatever is between them.
inline QVector<QStringList> cells(const QString& text)
{
    static const QRegularExpression blanks(u" {2,}"_s);
    QVector<QStringList> rows;
    for (const QString& line : text.split(u'\n', Qt::SkipEmptyParts))
        rows.append(line.trimmed().split(blanks));
    return rows;
}

/// kaptanctl, and a file that was filled as Kaptan fills it.
class HistoryCase : public QObject
{
    Q_OBJECT

protected:
    QTemporaryDir m_home;
    QString m_file;
    qint64 m_deployment = 0;

    Ended run(const QStringList& arguments, const QString& file, const QString& language = u"en"_s) const
    {
        QProcess process;
        QProcessEnvironment environment;
        environment.insert(u"PATH"_s, qEnvironmentVariable("PATH"));
        environment.insert(u"HOME"_s, m_home.path());
        environment.insert(u"XDG_RUNTIME_DIR"_s, m_home.path());
        environment.insert(u"KAPTAN_CONFIG_DIR"_s, m_home.filePath(u"config"_s));
        environment.insert(u"KAPTAN_DATA_DIR"_s, m_home.filePath(u"data"_s));
        environment.insert(u"LC_ALL"_s, u"C.UTF-8"_s);
        environment.insert(u"TZ"_s, u"Europe/Istanbul"_s);
        process.setProcessEnvironment(environment);
        QStringList all = arguments;
        if (!file.isEmpty())
            all << u"--history"_s << file;
        process.start(kaptan::test::kaptanctl(), all + QStringList{u"--language"_s, language});
        if (!process.waitForFinished(slow) || process.exitStatus() != QProcess::NormalExit)
            return {-1, {}, process.errorString()};
        return {process.exitCode(), QString::fromUtf8(process.readAllStandardOutput()),
                QString::fromUtf8(process.readAllStandardError())};
    }

    Ended run(const QStringList& arguments) const { return run(arguments, m_file); }

    static QJsonObject json(const Ended& ended)
    {
        return QJsonDocument::fromJson(ended.out.toUtf8()).object();
    }

    QString place(const QString& name, const QByteArray& bytes) const
    {
        QFile file(m_home.filePath(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("no file");
        return file.fileName();
    }

    void fill()
    {
        ManualClock earlier(at(8, 0));
        {
            History history({m_file, &earlier, {}, {}});
            history.see({u"docker-1"_s, u"Laptop"_s, workload::Platform::Docker, true});
            QVERIFY(history.flush().result());
        }
        ManualClock clock(at(11, 0));
        History history({m_file, &clock, {}, {}});
        history.see({cluster, u"Shop"_s, workload::Platform::Kubernetes, true});
        const Subject web = subject(u"deployment"_s, u"shop"_s, u"web"_s);
        const Subject other = subject(u"deployment"_s, u"test"_s, u"web"_s);
        for (int i = 0; i < 40; ++i) {
            QVector<Measurement> values{{nodeSubject(u"worker-1"_s), Metric::Cpu, 1'500'000},
                                        {other.key, Metric::Cpu, 0}};
            if (i < 20 || i >= 24) // four were missed
                values += {{web.key, Metric::Cpu, (i + 1) * 10'000}, {web.key, Metric::Memory, 100 << 20}};
            history.measure(cluster, at(10, 0).toSecsSinceEpoch() + i * 15, values);
        }
        history.add(Revision{0, web, 1, at(9, 0), {u"web:1"_s}, u"kind: Deployment\nimage: web:1\n"_s, {}});
        history.add(
            Revision{0, web, 2, at(10, 5), {u"web:2"_s}, u"kind: Deployment\nimage: web:2\n"_s, hostile});
        history.add(Revision{0, web, 3, at(10, 6), {u"web:3"_s}, {}, {}});
        QVERIFY(history.flush().result());
        const auto revisions =
            history
                .read<QVector<Revision>>([](Database& database) { return history::revisions(database, {}); })
                .result();
        QVERIFY(revisions && revisions->size() == 3);
        Deployment deployment;
        deployment.subject = web;
        deployment.revisionId = revisions->at(1).id;
        deployment.outcome = Outcome::Succeeded;
        deployment.actor = u"ayse@laptop"_s;
        deployment.reason = hostile;
        deployment.startedAt = at(10, 5);
        deployment.endedAt = at(10, 5, 30);
        m_deployment = *history.addDeployment(deployment).result();
        deployment.outcome = Outcome::Failed;
        deployment.message = u"image not found"_s;
        deployment.startedAt = at(10, 20);
        deployment.endedAt = at(10, 21);
        QVERIFY(history.addDeployment(deployment).result());
        history.add(ScalingEvent{0, web, at(10, 10), 2, 5, u"kubectl"_s, u"sale"_s});
        history.store(cluster, {{u"1-2-3-4"_s,
                                 at(10, 30),
                                 workload::EventSeverity::Warning,
                                 u"Pod"_s,
                                 u"BackOff"_s,
                                 u"web-1"_s,
                                 {},
                                 {},
                                 hostile,
                                 {}},
                                {u"1-2-4-1"_s,
                                 at(10, 31),
                                 workload::EventSeverity::Normal,
                                 u"Node"_s,
                                 u"Ready"_s,
                                 u"worker-1"_s,
                                 {},
                                 {},
                                 u"web-1 is gone"_s,
                                 {}}});
        QVERIFY(history.flush().result());
    }

private Q_SLOTS:

    void initTestCase()
    {
        QVERIFY(m_home.isValid());
        m_file = m_home.filePath(u"history.db"_s);
        fill();
    }
};

} // namespace rig
