#include "ui/cluster/row_queue.h"

#include <QTest>

using namespace kaptan;
using namespace kaptan::ui;
using namespace Qt::StringLiterals;

namespace
{

KubeRow row(int number, const QString& cell = {})
{
    auto made = std::make_shared<kube::CellsRow>();
    made->uid = kube::Text(QString::number(number));
    made->name = made->uid;
    made->cells.push_back(kube::Text(cell));
    return made;
}

QVector<KubeRow> rows(int from, int to)
{
    QVector<KubeRow> made;
    for (int i = from; i < to; ++i)
        made.append(row(i));
    return made;
}

} // namespace

class TestRowQueue : public QObject
{
    Q_OBJECT

    QHash<QString, QString> m_taken; // cells by key
    QVector<qsizetype> m_portions;
    RowQueue m_queue{[this](const QVector<KubeRow>& upserted, const QVector<QString>& removed) {
        m_portions.append(upserted.size() + removed.size());
        for (const KubeRow& each : upserted)
            m_taken.insert(KubeTableModel::keyOfRow(*each), each->cells.at(0).toString());
        for (const QString& key : removed)
            m_taken.remove(key);
    }};

private Q_SLOTS:

    void init()
    {
        m_queue.clear();
        m_taken.clear();
        m_portions.clear();
    }

    void tensOfThousandsComeInPortions()
    {
        m_queue.add(rows(0, 30'000));
        QVERIFY(m_queue.isBehind());
        QTRY_COMPARE(m_taken.size(), 30'000);
        QVERIFY(!m_queue.isBehind());
        QVERIFY(m_portions.size() >= 30);
        for (const qsizetype portion : std::as_const(m_portions))
            QVERIFY(portion <= RowQueue::mostPortion);

        QVector<QString> gone;
        for (int i = 0; i < 20'000; ++i)
            gone.append(QString::number(i));
        m_queue.add({}, gone);
        QTRY_COMPARE(m_taken.size(), 10'000);
        for (const qsizetype portion : std::as_const(m_portions))
            QVERIFY(portion <= RowQueue::mostPortion);
    }

    void theLastWordCounts()
    {
        m_queue.add({row(1, u"old"_s), row(2)});
        m_queue.add({row(1, u"new"_s)}, {u"2"_s});
        m_queue.add({}, {u"3"_s});
        m_queue.add({row(3, u"again"_s)});
        QTRY_VERIFY(!m_queue.isBehind());
        QCOMPARE(m_taken, (QHash<QString, QString>{{u"1"_s, u"new"_s}, {u"3"_s, u"again"_s}}));
        m_queue.add({row(1, u"later"_s)});
        m_queue.addFirst({row(1, u"earlier"_s)});
        QTRY_VERIFY(!m_queue.isBehind());
        QCOMPARE(m_taken.value(u"1"_s), u"later"_s);
    }

    void nothingIsToldToo()
    {
        m_queue.add({});
        QTRY_COMPARE(m_portions, QVector<qsizetype>{0});
        m_queue.add(rows(0, 5000));
        m_queue.clear();
        m_queue.add({row(7)});
        QTRY_VERIFY(!m_queue.isBehind());
        QCOMPARE(m_taken.keys(), QStringList{u"7"_s}); // nothing of the old ones comes late
    }
};

QTEST_GUILESS_MAIN(TestRowQueue)
#include "tst_row_queue.moc"
