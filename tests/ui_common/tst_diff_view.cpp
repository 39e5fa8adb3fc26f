#include "ui/common/diff_rows.h"
#include "ui/common/diff_text.h"
#include "ui/common/diff_view.h"
#include "ui/common/style.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

using namespace kaptan::ui;
using namespace Qt::StringLiterals;

namespace
{

QString numbered(int count, const QVector<QPair<int, QString>>& changes = {})
{
    QStringList lines;
    for (int i = 0; i < count; ++i)
        lines << u"line %1"_s.arg(i);
    for (const auto& [at, text] : changes)
        lines[at] = text;
    return lines.join(u'\n') + u'\n';
}

} // namespace

class TestDiffView : public QObject
{
    Q_OBJECT
private Q_SLOTS:

    void initTestCase() { Style::instance().apply(Theme::Light, Density::Normal); }

    void foldsWhatIsEqual()
    {
        const TextCompare compare = TextCompare::of(numbered(40), numbered(40, {{20, u"line new"_s}}));
        QCOMPARE(compare.added, 1);
        QCOMPARE(compare.removed, 1);
        const QVector<DiffRow> rows = diffRows(compare, {});
        QCOMPARE(rows.size(), 10); // fold, 3, -, +, 3, fold
        QCOMPARE(rows.first(), (DiffRow{DiffRow::Kind::Fold, 0, 0, 17}));
        QCOMPARE(rows[4], (DiffRow{DiffRow::Kind::Changed, 20, -1, 0}));
        QCOMPARE(rows[5], (DiffRow{DiffRow::Kind::Changed, -1, 20, 0}));
        QCOMPARE(rows.last(), (DiffRow{DiffRow::Kind::Fold, 24, 24, 16}));
        DiffLayout sides;
        sides.sideBySide = true;
        QCOMPARE(diffRows(compare, sides)[4], (DiffRow{DiffRow::Kind::Changed, 20, 20, 0}));
        DiffLayout open;
        open.unfolded = {0};
        QCOMPARE(diffRows(compare, open).size(), 26);
        DiffLayout few;
        few.mostRows = 5;
        QCOMPARE(diffRows(compare, few).size(), 6);
    }

    void writesWhatDiffWrites()
    {
        const TextCompare compare = TextCompare::of(numbered(10), numbered(10, {{5, u"new"_s}}));
        QCOMPARE(unifiedDiff(compare, u"a"_s, u"b"_s),
                 u"--- a\n+++ b\n@@ -3,7 +3,7 @@\n line 2\n line 3\n line 4\n-line 5\n+new\n line 6\n "
                 "line 7\n line 8\n"_s);
        QCOMPARE(unifiedDiff(TextCompare::of({}, u"a\n"_s), u"a"_s, u"b"_s),
                 u"--- a\n+++ b\n@@ -0,0 +1,1 @@\n+a\n"_s);
        QCOMPARE(unifiedDiff(TextCompare::of(u"a\n"_s, u"a\n"_s), u"a"_s, u"b"_s), QString());
    }

    void stepsThroughTheChanges()
    {
        DiffView view;
        view.resize(900, 400);
        view.show();
        QVERIFY(QTest::qWaitForWindowActive(&view));
        QSignalSpy ready(&view, &DiffView::ready);
        view.setTexts({numbered(200), numbered(200, {{50, u"x"_s}, {150, u"y"_s}})});
        QTRY_COMPARE(ready.size(), 1);
        auto* text = view.findChild<DiffText*>(u"diffLeft"_s);
        const int first = text->currentRow();
        QVERIFY(text->toPlainText().split(u'\n')[first].contains(u"line 50"_s));
        text->setFocus();
        QTest::keyClick(text, Qt::Key_N);
        QVERIFY(text->toPlainText().split(u'\n')[text->currentRow()].contains(u"line 150"_s));
        QVERIFY(text->accessibleDescription().contains(u"151"_s));
        QTest::keyClick(text, Qt::Key_F7, Qt::ShiftModifier);
        QCOMPARE(text->currentRow(), first);
        // Enter on a fold shows its lines.
        const auto lines = [text] { return text->toPlainText().split(u'\n').size(); };
        const auto before = lines();
        text->goToRow(0);
        QTest::keyClick(text, Qt::Key_Return);
        QVERIFY(lines() > before + 40);
        auto* copy = view.findChild<QPushButton*>(u"diffCopy"_s);
        copy->click();
        QCOMPARE(QGuiApplication::clipboard()->text(), view.unified());
        QVERIFY(view.unified().contains(u"\n-line 50\n+x\n"_s));
    }

    void showsBothSides()
    {
        DiffView view;
        view.resize(1000, 400);
        view.show();
        QSignalSpy ready(&view, &DiffView::ready);
        view.setTexts({u"a\nb\nc\n"_s, u"a\nB\nB2\nc\n"_s});
        QTRY_COMPARE(ready.size(), 1);
        view.setSideBySide(true);
        auto* left = view.findChild<DiffText*>(u"diffLeft"_s);
        auto* right = view.findChild<DiffText*>(u"diffRight"_s);
        QVERIFY(right->isVisible());
        QCOMPARE(left->toPlainText(), u"a\nb\n\nc"_s);
        QCOMPARE(right->toPlainText(), u"a\nB\nB2\nc"_s);
        view.resize(500, 400); // no room for two
        QTRY_VERIFY(!right->isVisible());
        QCOMPARE(left->toPlainText(), u"a\nb\nB\nB2\nc"_s);
        view.setSideBySide(false);
    }

    void hiddenValuesAreShownWhenAskedFor()
    {
        DiffView view;
        view.show();
        auto* values = view.findChild<QPushButton*>(u"diffValues"_s);
        QSignalSpy ready(&view, &DiffView::ready);
        view.setTexts({u"a: 1\n"_s, u"a: 2\n"_s});
        QTRY_COMPARE(ready.size(), 1);
        QVERIFY(!values->isVisible());
        view.setTexts({u"a: *** (before)\n"_s, u"a: *** (after)\n"_s},
                      DiffTexts{u"a: old\n"_s, u"a: new\n"_s});
        QTRY_COMPARE(ready.size(), 2);
        auto* text = view.findChild<DiffText*>(u"diffLeft"_s);
        QVERIFY(values->isVisible());
        QVERIFY(!text->toPlainText().contains(u"new"_s));
        values->click();
        QTRY_COMPARE(ready.size(), 3);
        QVERIFY(text->toPlainText().contains(u"a: new"_s));
        // The next object's are hidden again.
        view.setTexts({u"b: ***\n"_s, u"b: ***\n"_s}, DiffTexts{u"b: secret\n"_s, u"b: secret\n"_s});
        QTRY_COMPARE(ready.size(), 4);
        QVERIFY(!text->toPlainText().contains(u"secret"_s));
    }

    void foreignTextStaysPlain()
    {
        DiffView view;
        view.show();
        QSignalSpy ready(&view, &DiffView::ready);
        view.setTexts({{}, u"a: <b>bold</b>\u202e\n"_s});
        QTRY_COMPARE(ready.size(), 1);
        auto* text = view.findChild<DiffText*>(u"diffLeft"_s);
        QVERIFY(text->toPlainText().contains(u"<b>bold</b>"_s));
        QVERIFY(!text->toPlainText().contains(QChar(0x202e)));
    }
};

QTEST_MAIN(TestDiffView)
#include "tst_diff_view.moc"
