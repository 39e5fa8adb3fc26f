#include "ui/common/row_model.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

#include <random>

using namespace kaptan::ui;

namespace
{

struct Row {
    QString name;
    double load = 0;
    QString note;
};

class Model : public RowModel<Row>
{
public:
    Model()
        : RowModel<Row>({{QStringLiteral("name"), CellKind::Mono, 120, true},
                         {QStringLiteral("load"), CellKind::Number, 60},
                         {QStringLiteral("note"), CellKind::Text, 80}})
    {
    }

    QString columnTitle(int column) const override { return columns()[column].id; }

    QStringList order() const
    {
        QStringList names;
        for (int row = 0; row < shown(); ++row)
            names << keyAt(row);
        return names;
    }

    QString hidden; ///< an extra filter: this note is not shown

protected:
    QString keyOf(const Row& row) const override { return row.name; }

    Cell cell(const Row& row, int column) const override
    {
        Cell cell;
        cell.text = column == 0 ? row.name : column == 1 ? QString::number(row.load) : row.note;
        return cell;
    }

    SortKey sortKey(const Row& row, int column) const override
    {
        return column == 1 ? SortKey{row.load, {}} : SortKey{0, column == 0 ? row.name : row.note};
    }

    QString haystack(const Row& row) const override { return row.name + u' ' + row.note; }

    bool accepts(const Row& row) const override { return hidden.isEmpty() || row.note != hidden; }
};

Row row(const char* name, double load = 0, const QString& note = {})
{
    return {QString::fromUtf8(name), load, note};
}

QStringList list(const char* words)
{
    return QString::fromUtf8(words).split(u' ', Qt::SkipEmptyParts);
}

} // namespace

class TestRowModel : public QObject
{
    Q_OBJECT
private Q_SLOTS:

    void cleanup() { QLocale::setDefault(QLocale::c()); }

    void rowsComeSortedAndGo()
    {
        QLocale::setDefault(QLocale(QLocale::English));
        Model model;
        QAbstractItemModelTester tester(&model);
        model.setRows({row("web-10"), row("web-2"), row("api")});
        QCOMPARE(model.order(), list("api web-2 web-10"));
        model.apply({row("cart"), row("zoo")}, {QStringLiteral("web-2")});
        QCOMPARE(model.order(), list("api cart web-10 zoo"));
        QCOMPARE(model.rowOf(QStringLiteral("web-10")), 2);
        QCOMPARE(model.rowOf(QStringLiteral("web-2")), -1);
        QVERIFY(!model.find(QStringLiteral("web-2")));
        // the slot of the one that is gone serves the next
        model.upsert({row("b")});
        QCOMPARE(model.order(), list("api b cart web-10 zoo"));
        model.sort(0, Qt::DescendingOrder);
        QCOMPARE(model.order(), list("zoo web-10 cart b api"));
    }

    void theSameKeyTwiceAndGoneAndBackInOneBatch()
    {
        Model model;
        QAbstractItemModelTester tester(&model);
        model.setRows({row("a", 1), row("a", 2)});
        QCOMPARE(model.total(), 1);
        QCOMPARE(model.find(QStringLiteral("a"))->load, 2);
        model.apply({row("b", 1), row("b", 5)});
        QCOMPARE(model.order(), list("a b"));
        QCOMPARE(model.find(QStringLiteral("b"))->load, 5);
        model.apply({row("a", 7)}, {QStringLiteral("a"), QStringLiteral("nobody")});
        QCOMPARE(model.order(), list("a b"));
        QCOMPARE(model.find(QStringLiteral("a"))->load, 7);
    }

    void changedRowsKeepTheirPlaceUntilTheSort()
    {
        Model model;
        QAbstractItemModelTester tester(&model);
        model.setRows({row("a", 3), row("b", 2), row("c", 1)});
        model.sort(1, Qt::DescendingOrder);
        QCOMPARE(model.order(), list("a b c"));
        QSignalSpy layout(&model, &QAbstractItemModel::layoutChanged);
        QSignalSpy needed(&model, &RowModelBase::resortNeeded);
        model.upsert({row("c", 9)});
        QCOMPARE(model.order(), list("a b c"));
        QCOMPARE(layout.size(), 0);
        QCOMPARE(needed.size(), 1);
        QVERIFY(model.needsResort());
        model.resort();
        QCOMPARE(model.order(), list("c a b"));
        QVERIFY(!model.needsResort());
    }

    void persistentIndexesFollowTheirRows()
    {
        Model model;
        model.setRows({row("a", 3), row("b", 2), row("c", 1)});
        const QPersistentModelIndex b(model.index(1, 2));
        model.sort(1, Qt::AscendingOrder);
        QCOMPARE(model.keyAt(b.row()), QStringLiteral("b"));
        QCOMPARE(b.column(), 2);
        model.apply({row("0", 0)}, {QStringLiteral("c")});
        QCOMPARE(model.keyAt(b.row()), QStringLiteral("b"));
    }

    void typingOnLooksOnlyAtWhatIsVisible()
    {
        Model model;
        QVector<Row> rows;
        for (int i = 0; i < 1000; ++i)
            rows << Row{QStringLiteral("item-%1").arg(i), double(i),
                        i % 10 ? QString() : QStringLiteral("tenth")};
        model.setRows(rows);
        model.setFilter(QStringLiteral("t"));
        const qint64 all = model.counters().filtered;
        QCOMPARE(all, 1000);
        model.setFilter(QStringLiteral("tenth"));
        QCOMPARE(model.shown(), 100);
        const qint64 before = model.counters().filtered;
        model.setFilter(QStringLiteral("tenth 99"));
        QCOMPARE(model.counters().filtered - before, 100);
        QCOMPARE(model.order(), list("item-990"));
        model.setFilter(QStringLiteral("tenth 9"));
        QCOMPARE(model.shown(), 19);
        model.setFilter({});
        QCOMPARE(model.shown(), 1000);
    }

    void foldingFindsEveryI_data()
    {
        QTest::addColumn<QLocale>("locale");
        QTest::newRow("Turkish") << QLocale(QLocale::Turkish);
        QTest::newRow("English") << QLocale(QLocale::English);
        QTest::newRow("C") << QLocale::c();
    }

    void foldingFindsEveryI()
    {
        QFETCH(QLocale, locale);
        QLocale::setDefault(locale);
        Model model;
        model.setLocale(locale);
        model.setRows({row("İstanbul"), row("ISPARTA"), row("nginx"), row("IMAGE"), row("Iğdır")});
        const auto found = [&](const char* text) {
            model.setFilter(QString::fromUtf8(text));
            return model.order();
        };
        QCOMPARE(found("istanbul"), list("İstanbul"));
        QCOMPARE(found("İSTANBUL"), list("İstanbul"));
        QCOMPARE(found("isparta"), list("ISPARTA"));
        QCOMPARE(found("ısparta"), list("ISPARTA"));
        QCOMPARE(found("NGINX"), list("nginx"));
        QCOMPARE(found("image"), list("IMAGE"));
        QCOMPARE(found("ığdır"), list("Iğdır"));
    }

    void turkishOrder()
    {
        QLocale::setDefault(QLocale(QLocale::Turkish));
        Model model;
        model.setRows({row("zil"), row("çan"), row("cam"), row("dam"), row("ıslık"), row("iz"), row("hız")});
        QCOMPARE(model.order(), list("cam çan dam hız ıslık iz zil"));
    }

    void newRowsThatDoNotPassStayHidden()
    {
        Model model;
        QAbstractItemModelTester tester(&model);
        model.setRows({row("a"), row("ab"), row("b")});
        model.setFilter(QStringLiteral("a"));
        QSignalSpy counts(&model, &RowModelBase::countsChanged);
        model.apply({row("abc"), row("x")}, {QStringLiteral("b")});
        QCOMPARE(model.order(), list("a ab abc"));
        QCOMPARE(model.total(), 4);
        QVERIFY(counts.size() > 0);
        // a row that changes may come and go with the filter
        model.upsert({{QStringLiteral("x"), 0, QStringLiteral("a")}});
        QCOMPARE(model.order(), list("a ab abc x"));
        model.upsert({{QStringLiteral("x"), 0, {}}});
        QCOMPARE(model.order(), list("a ab abc"));
        model.hidden = QStringLiteral("gone");
        model.upsert({{QStringLiteral("ab"), 0, QStringLiteral("gone")}});
        QCOMPARE(model.order(), list("a abc"));
        model.hidden.clear();
        model.refilter();
        QCOMPARE(model.order(), list("a ab abc"));
    }

    void oneDataChangedATick()
    {
        Model model;
        model.setRows({row("a"), row("b"), row("c"), row("d")});
        QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
        model.upsert({row("b", 4)});
        model.touch({QStringLiteral("d"), QStringLiteral("b")});
        model.upsert({row("b", 5)});
        QCOMPARE(changed.size(), 0);
        QTRY_COMPARE(changed.size(), 1);
        QCOMPARE(changed[0][0].toModelIndex().row(), 1);
        QCOMPARE(changed[0][1].toModelIndex().row(), 3);
        model.flush();
        QCOMPARE(changed.size(), 1);
    }

    void aHundredThousandRowsAreSortedByAWorker()
    {
        Model model;
        QVector<Row> rows;
        std::mt19937 random(7);
        for (int i = 0; i < 100'000; ++i)
            rows << Row{QStringLiteral("row-%1").arg(i), double(random() % 1000), {}};
        model.setRows(rows);
        const QPersistentModelIndex one(model.index(777, 0));
        const QString key = model.keyAt(777);
        QSignalSpy layout(&model, &QAbstractItemModel::layoutChanged);
        model.sort(1, Qt::DescendingOrder);
        QCOMPARE(layout.size(), 0); // not in this turn
        // rows that come meanwhile are in the result
        model.apply({row("late", 5000)}, {QStringLiteral("row-5")});
        QTRY_VERIFY_WITH_TIMEOUT(layout.size() >= 1, 60'000);
        QCOMPARE(model.total(), 100'000);
        QCOMPARE(model.keyAt(0), QStringLiteral("late"));
        for (int i = 1; i < model.shown(); ++i)
            if (model.rowAt(i - 1)->load < model.rowAt(i)->load)
                QFAIL("not sorted");
        QCOMPARE(model.keyAt(one.row()), key);
    }

    void aBatchWorksOnlyOnItsRows()
    {
        Model model;
        QVector<Row> rows;
        for (int i = 0; i < 10'000; ++i)
            rows << Row{QStringLiteral("row-%1").arg(i), double(i), {}};
        model.setRows(rows);
        model.setFilter(QStringLiteral("row"));
        const auto before = model.counters();
        QVector<Row> batch;
        for (int i = 0; i < 50; ++i)
            batch << Row{QStringLiteral("row-%1").arg(i * 7), 1, {}};
        model.upsert(batch);
        QCOMPARE(model.counters().filtered - before.filtered, 50);
        QCOMPARE(model.counters().sortKeys - before.sortKeys, 50);
        QCOMPARE(model.counters().resets, before.resets);
    }

    void anythingAtAllInAnyOrder()
    {
        // A model beside it that does everything the slow way.
        Model model;
        QAbstractItemModelTester tester(&model);
        QMap<QString, Row> truth;
        std::mt19937 random(42);
        const char* filters[] = {"", "1", "12", "x", "2 1"};
        QString filter;
        for (int step = 0; step < 400; ++step) {
            QVector<Row> batch;
            QVector<QString> gone;
            const int changes = step % 50 == 49 ? 300 : int(random() % 8);
            for (int i = 0; i < changes; ++i) {
                const QString key = QStringLiteral("k%1").arg(random() % 500);
                if (random() % 3) {
                    const Row made{key, double(random() % 50),
                                   random() % 5 ? QString() : QStringLiteral("x%1").arg(random() % 9)};
                    batch << made;
                } else if (std::none_of(batch.cbegin(), batch.cend(),
                                        [&](const Row& r) { return r.name == key; })) {
                    gone << key;
                }
            }
            for (const QString& key : std::as_const(gone))
                truth.remove(key);
            for (const Row& made : std::as_const(batch))
                truth.insert(made.name, made);
            model.apply(batch, gone);
            if (random() % 10 == 0)
                model.setFilter(filter = QString::fromLatin1(filters[random() % 5]));
            if (random() % 20 == 0)
                model.sort(int(random() % 3), random() % 2 ? Qt::AscendingOrder : Qt::DescendingOrder);
            QStringList expected;
            const QStringList words = filter.split(u' ', Qt::SkipEmptyParts);
            for (const Row& r : std::as_const(truth))
                if (std::all_of(words.cbegin(), words.cend(),
                                [&](const QString& w) { return (r.name + u' ' + r.note).contains(w); }))
                    expected << r.name;
            QStringList shown = model.order();
            for (int i = 0; i < shown.size(); ++i)
                QCOMPARE(model.rowOf(shown[i]), i);
            std::sort(shown.begin(), shown.end());
            std::sort(expected.begin(), expected.end());
            QCOMPARE(shown, expected);
            QCOMPARE(model.total(), int(truth.size()));
        }
    }

    void textOfAnEngineIsMadeSafe()
    {
        Model model;
        model.setRows({{QStringLiteral("<b>x</b>\nsecond\u202Eevil"), 0, QString(20'000, u'n')}});
        const Cell name = model.cellAt(0, 0);
        QVERIFY(!name.text.contains(u'\n'));
        QVERIFY(!name.text.contains(QChar(0x202E)));
        QVERIFY(model.cellAt(0, 2).text.size() < 500);
        QVERIFY(model.index(0, 2).data(RowModelBase::CopyRole).toString().size() <= 10'001);
    }
};

QTEST_MAIN(TestRowModel)
#include "tst_row_model.moc"
