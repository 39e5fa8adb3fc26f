#include "ui/cluster/engine_overview.h"
#include "ui/cluster/engine_usage.h"
#include "ui/cluster/resource_models.h"

#include <QTest>

#include <cmath>

using namespace kaptan;
using namespace kaptan::ui;
using namespace Qt::StringLiterals;

static workload::Usage usageOf(const QString& id, double cpu, qint64 memory)
{
    workload::Usage usage;
    usage.instanceId = id;
    usage.cpuMillicores = cpu;
    usage.memoryBytes = memory;
    return usage;
}

static docker::ContainerSummary container(const QString& name, const QString& imageId)
{
    docker::ContainerSummary summary;
    summary.id = u"id-"_s + name;
    summary.name = name;
    summary.imageId = imageId;
    return summary;
}

/// What the cluster pane sums and counts.
class TestEngineUsage : public QObject
{
    Q_OBJECT
private Q_SLOTS:

    void sumsWhatRuns()
    {
        EngineUsage usage;
        QVERIFY(std::isnan(usage.cpuMillicores()));
        QCOMPARE(usage.memoryBytes(), qint64(-1));
        usage.setRunning({u"a"_s, u"b"_s});
        usage.take({usageOf(u"a"_s, 100, 1000), usageOf(u"b"_s, 250, 500), usageOf(u"gone"_s, 9999, 9999)},
                   10'000);
        QCOMPARE(usage.cpuMillicores(), 350.0);
        QCOMPARE(usage.memoryBytes(), qint64(1500));
        QCOMPARE(usage.sampled(), 2);
        // One stops: its last sample counts no more.
        usage.setRunning({u"b"_s});
        QCOMPARE(usage.cpuMillicores(), 250.0);
        QCOMPARE(usage.memoryBytes(), qint64(500));
    }

    void anUnknownCpuIsNoZero()
    {
        EngineUsage usage;
        usage.setRunning({u"a"_s, u"b"_s});
        const double nan = std::nan("");
        usage.take({usageOf(u"a"_s, nan, -1)}, 1000);
        QVERIFY(std::isnan(usage.cpuMillicores()));
        QCOMPARE(usage.memoryBytes(), qint64(-1));
        usage.take({usageOf(u"b"_s, 40, 7)}, 4000);
        QCOMPARE(usage.cpuMillicores(), 40.0);
        QCOMPARE(usage.memoryBytes(), qint64(7));
    }

    void batchesOfOneMomentAreOnePoint()
    {
        EngineUsage usage;
        usage.setRunning({u"a"_s, u"b"_s});
        usage.take({usageOf(u"a"_s, 10, 1)}, 1000);
        usage.take({usageOf(u"b"_s, 20, 2)}, 1100);
        QCOMPARE(*usage.cpuSeries(), QVector<double>{30});
        usage.take({usageOf(u"a"_s, 30, 1)}, 4000);
        QCOMPARE(*usage.cpuSeries(), (QVector<double>{30, 50}));
        for (int i = 0; i < 2 * EngineUsage::kept; ++i)
            usage.take({usageOf(u"a"_s, 1, 1)}, 10'000 + 1000 * i);
        QCOMPARE(usage.cpuSeries()->size(), qsizetype(EngineUsage::kept));
    }

    void aPauseIsAGap()
    {
        EngineUsage usage;
        usage.pause();
        QVERIFY(usage.cpuSeries()->isEmpty());
        usage.setRunning({u"a"_s});
        usage.take({usageOf(u"a"_s, 10, 1)}, 1000);
        usage.pause();
        usage.pause();
        usage.take({usageOf(u"a"_s, 10, 1)}, 1100);
        QCOMPARE(usage.cpuSeries()->size(), qsizetype(3));
        QVERIFY(std::isnan(usage.cpuSeries()->at(1)));
    }

    void usersOfThings()
    {
        docker::ContainerSummary a = container(u"a"_s, u"sha256:11"_s);
        docker::Mount mount;
        mount.type = u"volume"_s;
        mount.name = u"data"_s;
        docker::Mount bind;
        bind.type = u"bind"_s;
        bind.name = u"data"_s;
        a.mounts = {mount, mount, bind};
        docker::ContainerSummary b = container(u"b"_s, u"11"_s); // Podman may leave the prefix out
        docker::NetworkAttachment network;
        network.network = u"shop"_s;
        b.networks = {network};
        b.labels.insert(u"io.kaptan.marker"_s, u"true"_s);
        const UsedBy used = usedBy({a, b});
        QCOMPARE(used.images.value(u"11"_s), (QStringList{u"a"_s, u"b"_s}));
        QCOMPARE(used.volumes.value(u"data"_s), QStringList{u"a"_s});
        QCOMPARE(used.networks.value(u"shop"_s), QStringList{u"b"_s});
        QCOMPARE(used.markers, 1);
    }

    void imageNames_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<bool>("good");
        QTest::newRow("plain") << u"nginx"_s << true;
        QTest::newRow("tag") << u"nginx:1.27-Alpine"_s << true;
        QTest::newRow("path") << u"team/app_x/y-z:2"_s << true;
        QTest::newRow("host") << u"registry.example.org:5000/team/app:2"_s << true;
        QTest::newRow("address") << u"127.0.0.1:1/none:1"_s << true;
        QTest::newRow("digest") << u"nginx@sha256:"_s + QString(64, u'a') << true;
        QTest::newRow("empty") << QString() << false;
        QTest::newRow("web address") << u"https://docker.io/nginx"_s << false;
        QTest::newRow("capitals") << u"Nginx"_s << false;
        QTest::newRow("blank") << u"ngi nx"_s << false;
        QTest::newRow("html") << u"<b>nginx</b>"_s << false;
        QTest::newRow("half a tag") << u"nginx:"_s << false;
        QTest::newRow("option") << u"--help"_s << false;
    }

    void imageNames()
    {
        QFETCH(QString, name);
        QFETCH(bool, good);
        QCOMPARE(imageNameProblem(name).isEmpty(), good);
    }

    void volumeNames()
    {
        QVERIFY(volumeNameProblem(u"data_1.x-y"_s).isEmpty());
        for (const QString& bad :
             {QString(), u"a"_s, u"-a"_s, u"a b"_s, u"a/b"_s, u"öl"_s, QString(256, u'a')})
            QVERIFY2(!volumeNameProblem(bad).isEmpty(), qPrintable(bad));
    }

    void warningsInWords()
    {
        docker::EngineInfo info;
        QVERIFY(engineWarnings(info).isEmpty());
        info.limitsIgnored = true;
        info.runsHealthChecks = false;
        info.warnings = {u"WARNING: <b>No swap</b>\nlimit"_s};
        const QStringList lines = engineWarnings(info);
        QCOMPARE(lines.size(), 3);
        QVERIFY(lines[0].contains(u"cgroup v1"_s));
        QCOMPARE(lines[2], u"WARNING: <b>No swap</b> limit"_s);
    }

    void hostileNamesArePlain()
    {
        ImagesModel model;
        ImageRow row;
        row.image.id = u"sha256:"_s + QString(64, u'b');
        row.image.tags = {u"<b>x</b>\n\u202Eevil"_s + QString(10000, u'y')};
        row.usedBy = {u"<i>a</i>\nb"_s};
        model.setRows({row});
        const Cell cell = model.cellAt(0, ImagesModel::Name);
        QVERIFY(cell.text.startsWith(u"<b>x</b> "_s));
        QVERIFY(!cell.text.contains(u'\n'));
        QVERIFY(!cell.text.contains(QChar(0x202E)));
        QVERIFY(cell.text.size() <= 10010);
        QVERIFY(!model.cellAt(0, ImagesModel::Used).toolTip.contains(u'\n'));
    }

    void sortsByNumbersNotWords()
    {
        ImagesModel model;
        ImageRow small, large;
        small.image.id = u"s"_s;
        small.image.size = 9;
        large.image.id = u"l"_s;
        large.image.size = 10;
        model.setRows({small, large});
        model.sort(ImagesModel::Size, Qt::DescendingOrder);
        QTRY_COMPARE(model.keyAt(0), u"l"_s);
    }
};

QTEST_MAIN(TestEngineUsage)
#include "tst_engine_usage.moc"
