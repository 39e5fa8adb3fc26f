#include "app/workload/model.h"

#include <QTest>

using namespace kaptan::workload;
using namespace Qt::StringLiterals;

namespace
{

/// Counts how often it was asked to make them.
class Maker : public InstanceMaker
{
public:
    explicit Maker(int count, int& made) : m_count(count), m_made(made) {}

    qsizetype count() const override { return m_count; }

    QVector<Instance> make() const override
    {
        ++m_made;
        QVector<Instance> all(m_count);
        for (int i = 0; i < m_count; ++i)
            all[i].id = u"id-%1"_s.arg(i);
        return all;
    }

    QStringList ids(bool) const override { return {u"without making"_s}; }

    bool makesSameAs(const InstanceMaker& other) const override { return other.count() == m_count; }

private:
    int m_count;
    int& m_made;
};

} // namespace

class TestInstanceList : public QObject
{
    Q_OBJECT
private Q_SLOTS:

    void nothingIsMadeUntilSomebodyLooks()
    {
        int made = 0;
        const InstanceList list(std::make_shared<const Maker>(3, made));
        QCOMPARE(list.size(), 3);
        QVERIFY(!list.isEmpty());
        QCOMPARE(list.ids(), QStringList{u"without making"_s});
        QCOMPARE(list.missing(), 0);
        QVERIFY(list == InstanceList(std::make_shared<const Maker>(3, made)));
        QVERIFY(!(list == InstanceList(std::make_shared<const Maker>(4, made))));
        QCOMPARE(made, 0);

        QCOMPARE(list.passing().size(), 3); // made for us, and not kept
        QCOMPARE(made, 1);
        QCOMPARE(list.passing().size(), 3);
        QCOMPARE(made, 2);

        const InstanceList copy = list;
        QCOMPARE(list.at(2).id, u"id-2"_s);
        QCOMPARE(copy.at(1).id, u"id-1"_s); // shares what was made
        QCOMPARE(copy.passing().size(), 3);
        QCOMPARE(made, 3);
    }

    void whatIsWrittenIsOnesOwn()
    {
        int made = 0;
        const InstanceList list(std::make_shared<const Maker>(2, made));
        InstanceList other = list;
        other[0].id = u"other"_s;
        other.append({});
        QCOMPARE(other.size(), 3);
        QCOMPARE(other.ids(), (QStringList{u"other"_s, u"id-1"_s}));
        QCOMPARE(list.at(0).id, u"id-0"_s);
        QCOMPARE(list.size(), 2);
        QVERIFY(!(list == other));
        other.removeLast();
        other[0].id = u"id-0"_s;
        QVERIFY(list == other); // what they hold counts, not how
    }

    void runningAndMissingOnesAreTold()
    {
        Instance runs;
        runs.id = u"a"_s;
        runs.state = InstanceState::Running;
        Instance ended;
        ended.id = u"b"_s;
        ended.state = InstanceState::Exited;
        Instance missing;
        missing.state = InstanceState::Missing;
        const InstanceList list{runs, ended, missing};
        QCOMPARE(list.ids(), (QStringList{u"a"_s, u"b"_s}));
        QCOMPARE(list.ids(true), QStringList{u"a"_s});
        QCOMPARE(list.missing(), 1);
    }
};

QTEST_GUILESS_MAIN(TestInstanceList)
#include "tst_instance_list.moc"
