#include "ui/cluster/kube_kinds.h"

#include <QTest>

using namespace kaptan;
using namespace kaptan::ui;
using namespace Qt::StringLiterals;

static kube::ApiResource kind(const QString& group, const QString& name, const QString& kind,
                              const QStringList& shortNames = {}, const QString& version = u"v1"_s)
{
    kube::ApiResource resource;
    resource.group = group;
    resource.version = version;
    resource.name = name;
    resource.singularName = kind.toLower();
    resource.kind = kind;
    resource.shortNames = shortNames;
    resource.verbs = {u"get"_s, u"list"_s};
    return resource;
}

static QVector<kube::ApiResource> someKinds()
{
    kube::ApiResource review = kind(u"authorization.k8s.io"_s, u"subjectaccessreviews"_s, u"Review"_s);
    review.verbs = {u"create"_s};
    return {kind(u"stable.example.com"_s, u"crontabs"_s, u"CronTab"_s, {u"ct"_s}),
            kind(u"metrics.k8s.io"_s, u"pods"_s, u"PodMetrics"_s),
            kind(u"apps"_s, u"deployments"_s, u"Deployment"_s, {u"deploy"_s}),
            kind({}, u"pods"_s, u"Pod"_s, {u"po"_s}),
            kind({}, u"nodes"_s, u"Node"_s, {u"no"_s}),
            kind(u"events.k8s.io"_s, u"events"_s, u"Event"_s),
            kind(u"apps"_s, u"deployments"_s, u"Deployment"_s, {u"deploy"_s}, u"v1beta1"_s),
            review};
}

static QStringList names(const QVector<KindEntry>& entries)
{
    QStringList list;
    for (const KindEntry& entry : entries)
        list.append(entry.resource.group + u'/' + entry.resource.name);
    return list;
}

class TestKubeKinds : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void knownFirstThenByGroup()
    {
        const auto entries = kindEntries(someKinds());
        QCOMPARE(names(entries), (QStringList{u"/nodes"_s, u"/pods"_s, u"apps/deployments"_s,
                                              u"stable.example.com/crontabs"_s, u"events.k8s.io/events"_s,
                                              u"metrics.k8s.io/pods"_s}));
        QCOMPARE(entries.at(0).group, KindGroup::Cluster);
        QCOMPARE(entries.at(1).group, KindGroup::Workloads);
        QCOMPARE(entries.at(2).resource.version, u"v1"_s);
        QCOMPARE(entries.at(3).group, KindGroup::Custom);
        QCOMPARE(entries.at(5).group, KindGroup::Other);
        QCOMPARE(entries.at(5).apiGroup, u"metrics.k8s.io"_s);
    }

    void titlesAreWordsForTheKnownAndTheAuthorsForOthers()
    {
        const auto entries = kindEntries(someKinds());
        QCOMPARE(kindTitle(entries.at(1).resource), u"Pods"_s);
        QCOMPARE(kindTitle(entries.at(3).resource), u"CronTab"_s);
        QCOMPARE(kindTitle(entries.at(5).resource), u"PodMetrics"_s); // not the pods
        for (int group = 0; group <= int(KindGroup::Other); ++group)
            QVERIFY(!groupTitle(KindGroup(group)).isEmpty());
    }

    void jumps_data()
    {
        QTest::addColumn<QString>("word");
        QTest::addColumn<QString>("first");
        QTest::newRow("short") << u":po"_s << u"/pods"_s;
        QTest::newRow("short over begin") << u"no"_s << u"/nodes"_s;
        QTest::newRow("kind") << u" :Deployment "_s << u"apps/deployments"_s;
        QTest::newRow("qualified") << u":pods.metrics.k8s.io"_s << u"metrics.k8s.io/pods"_s;
        QTest::newRow("discovered") << u":crontabs"_s << u"stable.example.com/crontabs"_s;
        QTest::newRow("begins") << u":cron"_s << u"stable.example.com/crontabs"_s;
        QTest::newRow("exact over earlier") << u":ct"_s << u"stable.example.com/crontabs"_s;
        QTest::newRow("contains") << u":loym"_s << u"apps/deployments"_s;
    }

    void jumps()
    {
        QFETCH(QString, word);
        QFETCH(QString, first);
        const auto found = findKinds(kindEntries(someKinds()), word);
        QVERIFY(!found.isEmpty());
        QCOMPARE(names(found).constFirst(), first);
    }

    void nothingAndEverything()
    {
        const auto entries = kindEntries(someKinds());
        QCOMPARE(findKinds(entries, u":"_s).size(), entries.size());
        QVERIFY(findKinds(entries, u":nonsense"_s).isEmpty());
        // Each once, however well it fits.
        QCOMPARE(names(findKinds(entries, u":pod"_s)), (QStringList{u"/pods"_s, u"metrics.k8s.io/pods"_s}));
    }
};

QTEST_GUILESS_MAIN(TestKubeKinds)
#include "tst_kube_kinds.moc"
