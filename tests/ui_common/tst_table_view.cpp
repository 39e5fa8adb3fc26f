#include "sample_model.h"
#include "ui/common/table_view.h"
#include "ui/common/widgets.h"

#include <QApplication>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QHeaderView>
#include <QHelpEvent>
#include <QMenu>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>
#include <QToolTip>

using namespace kaptan::ui;

namespace
{

QStringList firstKeys(const RowModelBase& model, int count)
{
    QStringList keys;
    for (int row = 0; row < count; ++row)
        keys.append(model.keyAt(row));
    return keys;
}

} // namespace

class TestTableView : public QObject
{
    Q_OBJECT
private Q_SLOTS:

    void initTestCase()
    {
        QLocale::setDefault(QLocale(QLocale::English));
        Style::instance().apply(Theme::Light, Density::Normal);
    }

    void selectionStaysWithItsKey()
    {
        SampleModel model;
        TableView view;
        view.setRowModel(&model);
        model.setRows(SampleModel::some());
        view.resize(800, 300);
        view.show();
        QSignalSpy current(&view, &TableView::currentKeyChanged);
        view.selectKey(QStringLiteral("cart"));
        QTRY_COMPARE(current.size(), 1);
        QCOMPARE(view.currentKey(), QStringLiteral("cart"));

        model.apply({{QStringLiteral("aaa")}, {QStringLiteral("b")}}, {QStringLiteral("api-gateway")});
        QCOMPARE(view.currentKey(), QStringLiteral("cart"));
        model.setFilter(QStringLiteral("ca")); // a refill
        QCOMPARE(view.currentKey(), QStringLiteral("cart"));
        QCOMPARE(view.selectedKeys(), QStringList{QStringLiteral("cart")});
        model.sort(3, Qt::DescendingOrder);
        QCOMPARE(view.currentKey(), QStringLiteral("cart"));
        QCoreApplication::processEvents();
        QCOMPARE(current.size(), 1); // it was the same row all the time

        // Filtered out it is not current; with the filter gone it is again.
        model.setFilter(QStringLiteral("fraud"));
        QTRY_COMPARE(current.size(), 2);
        QCOMPARE(view.currentKey(), QString());
        model.setFilter({});
        QTRY_COMPARE(view.currentKey(), QStringLiteral("cart"));
    }

    void aRowThatIsNotThereYetIsSelectedWhenItComes()
    {
        SampleModel model;
        TableView view;
        view.setRowModel(&model);
        model.setRows(SampleModel::some());
        view.selectKey(QStringLiteral("late"));
        QCOMPARE(view.currentKey(), QString());
        model.upsert({{QStringLiteral("late")}});
        QCOMPARE(view.currentKey(), QStringLiteral("late"));
    }

    void aSelectionOfVeryManyRowsStaysOneRange()
    {
        constexpr int many = 100'000;
        QVector<SampleRow> rows(many);
        for (int i = 0; i < many; ++i)
            rows[i].name = QStringLiteral("row-%1").arg(i, 6, 10, QLatin1Char('0'));
        SampleModel model;
        TableView view;
        view.setRowModel(&model);
        view.setMultiSelection(true);
        model.setRows(rows);
        view.resize(800, 300);
        view.show();
        view.selectAll();
        QCOMPARE(view.selectedKeys().size(), many);
        QSignalSpy selected(&view, &TableView::selectedKeysChanged);
        model.setRows(rows); // a refill
        QCOMPARE(view.selectionModel()->selection().size(), 1);
        QCOMPARE(view.selectedKeys().size(), many);
        QCOMPARE(selected.size(), 0); // the same rows all the time
        QCOMPARE(view.selectedKeys(3), firstKeys(model, 3));

        // Fewer rows are another selection; a stranger among them makes two ranges.
        rows.remove(500, 10);
        model.setRows(rows);
        QCOMPARE(selected.size(), 1);
        QCOMPARE(view.selectionModel()->selection().size(), 1);
        rows.insert(7, SampleRow{QStringLiteral("row-000006-b")});
        model.setRows(rows);
        QCOMPARE(selected.size(), 1);
        QCOMPARE(view.selectionModel()->selection().size(), 2);
        QCOMPARE(view.selectedKeys().size(), many - 10);
    }

    void reasonsInMenusArePlain()
    {
        SampleModel model;
        TableView view;
        view.setRowModel(&model);
        model.setRows(SampleModel::some());
        QAction remove(QStringLiteral("Delete"));
        setActionReason(&remove, QStringLiteral("<b>boo</b> must not be deleted"));
        view.setRowActions({&remove});
        view.resize(800, 300);
        view.show();
        view.selectKey(QStringLiteral("cart"));
        QContextMenuEvent event(QContextMenuEvent::Keyboard, {}, {});
        QApplication::sendEvent(view.viewport(), &event);
        auto* menu = view.findChild<QMenu*>();
        QVERIFY(menu);
        const QPoint at = menu->actionGeometry(&remove).center();
        QHelpEvent help(QEvent::ToolTip, at, menu->mapToGlobal(at));
        QApplication::sendEvent(menu, &help);
        QVERIFY2(QToolTip::text().contains(QStringLiteral("&lt;b&gt;boo")), qPrintable(QToolTip::text()));
        menu->close();
        QToolTip::hideText();
    }

    void whatIsSeenStaysWhileRowsComeAbove()
    {
        SampleModel model;
        TableView view;
        view.setRowModel(&model);
        QVector<SampleRow> rows;
        for (int i = 0; i < 500; ++i)
            rows << SampleRow{QStringLiteral("row-%1").arg(i)};
        model.setRows(rows);
        view.resize(800, 300);
        view.show();
        QVERIFY(QTest::qWaitForWindowExposed(&view));
        view.verticalScrollBar()->setValue(Style::instance().rowHeight() * 100 + 5);
        const QString top = model.keyAt(view.rowAt(0));
        model.upsert({{QStringLiteral("a")}, {QStringLiteral("b")}, {QStringLiteral("z")}});
        QTRY_COMPARE(model.keyAt(view.rowAt(0)), top);
        model.remove({QStringLiteral("a"), QStringLiteral("row-3")});
        QTRY_COMPARE(model.keyAt(view.rowAt(0)), top);
        model.setFilter(QStringLiteral("row"));
        QTRY_COMPARE(model.keyAt(view.rowAt(0)), top);
    }

    void columnsFitAndTheLeastImportantGoFirst()
    {
        SampleModel model;
        TableView view;
        view.setRowModel(&model);
        model.setRows(SampleModel::some());
        view.resize(1000, 300);
        view.show();
        QVERIFY(QTest::qWaitForWindowExposed(&view));
        const auto width = [&] {
            int sum = 0;
            for (int i = 0; i < model.columnCount(); ++i)
                sum += view.isColumnHidden(i) ? 0 : view.columnWidth(i);
            return sum;
        };
        QCOMPARE(width(), view.viewport()->width());
        QVERIFY(!view.isColumnHidden(7));
        view.resize(640, 300);
        QTRY_VERIFY(view.isColumnHidden(7));
        QVERIFY(!view.isColumnHidden(5));
        QCOMPARE(width(), view.viewport()->width());
        view.resize(430, 300);
        QTRY_VERIFY(view.isColumnHidden(5));
        QVERIFY(!view.isColumnHidden(3)); // hideOrder 0 stays
        QTRY_VERIFY(!view.horizontalScrollBar()->isVisible());
        view.resize(1000, 300);
        QTRY_VERIFY(!view.isColumnHidden(7));
    }

    void theKeyboardDoesIt()
    {
        SampleModel model;
        TableView view;
        view.setRowModel(&model);
        model.setRows(SampleModel::some());
        view.show();
        QSignalSpy activated(&view, &TableView::activatedKey);
        QSignalSpy escape(&view, &TableView::escapePressed);
        QTest::keyClick(&view, Qt::Key_Down);
        QCOMPARE(view.currentKey(), model.keyAt(0));
        QTest::keyClick(&view, Qt::Key_End);
        QCOMPARE(view.currentKey(), model.keyAt(5));
        QTest::keyClick(&view, Qt::Key_Return);
        QCOMPARE(activated.size(), 1);
        QCOMPARE(activated[0][0].toString(), model.keyAt(5));
        QTest::keyClick(&view, Qt::Key_Escape);
        QCOMPARE(escape.size(), 1);
        QTest::keyClick(&view, Qt::Key_Home);
        QTest::keySequence(&view, QKeySequence::Copy);
        const QString copied = QApplication::clipboard()->text();
        QVERIFY(copied.startsWith(model.keyAt(0)));
        QVERIFY(!copied.contains(u'\n'));
    }

    void theMenuKeyOpensTheRowMenu()
    {
        SampleModel model;
        TableView view;
        QAction restart(QStringLiteral("Restart"));
        bool triggered = false;
        connect(&restart, &QAction::triggered, this, [&] { triggered = true; });
        view.setRowModel(&model);
        view.setRowActions({&restart});
        model.setRows(SampleModel::some());
        view.show();
        view.selectKey(QStringLiteral("cart"));
        QSignalSpy about(&view, &TableView::menuAboutToShow);
        QContextMenuEvent event(QContextMenuEvent::Keyboard, {5, 5}, view.mapToGlobal(QPoint(5, 5)));
        QApplication::sendEvent(view.viewport(), &event);
        QCOMPARE(about.size(), 1);
        auto* menu = view.findChild<QMenu*>();
        QVERIFY(menu);
        QCOMPARE(menu->actions().size(), 1);
        menu->actions().first()->trigger();
        QVERIFY(triggered);
        menu->close();
    }

    void aHeaderSortsFromTheLargestWhereItSaysSo()
    {
        SampleModel model;
        TableView view;
        view.setRowModel(&model);
        model.setRows(SampleModel::some());
        view.resize(1000, 300);
        view.show();
        QVERIFY(QTest::qWaitForWindowExposed(&view));
        const auto click = [&](int column) {
            QHeaderView* header = view.horizontalHeader();
            QTest::mouseClick(header->viewport(), Qt::LeftButton, {},
                              {header->sectionViewportPosition(column) + 20, header->height() / 2});
        };
        click(3);
        QCOMPARE(model.keyAt(0), QStringLiteral("api-gateway"));
        QCOMPARE(model.sortOrder(), Qt::DescendingOrder);
        click(3);
        QCOMPARE(model.sortOrder(), Qt::AscendingOrder);
        click(4); // not sortable
        QCOMPARE(model.sortColumn(), 3);
    }

    void agedOrderWaitsForAnIdleMoment()
    {
        SampleModel model;
        TableView view;
        view.setRowModel(&model);
        model.setRows(SampleModel::some());
        model.sort(3, Qt::DescendingOrder);
        view.move(400, 400);
        view.show();
        SampleRow last = *model.find(QStringLiteral("fraud-scoring"));
        last.cpu = 9000;
        QVERIFY(!QApplication::activePopupWidget());
        QEvent away(QEvent::Leave); // wherever the pointer of this display is
        view.setAttribute(Qt::WA_UnderMouse, false);
        QApplication::sendEvent(&view, &away);
        model.upsert({last});
        QVERIFY(model.keyAt(0) != last.name);
        QTRY_COMPARE_WITH_TIMEOUT(model.keyAt(0), last.name, 10'000);
    }

    void everyKindPaints()
    {
        for (const Theme theme : {Theme::Light, Theme::Dark, Theme::HighContrast}) {
            Style::instance().apply(theme, Density::Normal);
            SampleModel model;
            TableView view;
            view.setRowModel(&model);
            model.setRows(SampleModel::some());
            view.resize(900, 240);
            view.show();
            view.selectKey(QStringLiteral("cart"));
            QCoreApplication::processEvents();
            const QImage picture = view.grab().toImage();
            const QString shots = qEnvironmentVariable("KAPTAN_SHOTS");
            if (!shots.isEmpty())
                picture.save(shots + QStringLiteral("/table-%1.png").arg(int(theme)));
            const int y = view.rowViewportPosition(model.rowOf(QStringLiteral("cart"))) +
                          view.horizontalHeader()->height() + 14;
            QCOMPARE(picture.pixelColor(1, y), Style::instance().tone(Tone::Accent).fg);
        }
        Style::instance().apply(Theme::Light, Density::Normal);
    }
};

QTEST_MAIN(TestTableView)
#include "tst_table_view.moc"
