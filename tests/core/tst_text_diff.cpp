#include "app/core/text_diff.h"

#include <QElapsedTimer>
#include <QRandomGenerator>
#include <QTest>

#include <algorithm>
#include <vector>

using namespace kaptan;
using namespace Qt::StringLiterals;

namespace
{

/// The lines that a diff leaves equal, from the old side; empty with `*ok` false where the hunks are wrong.
qsizetype commonLines(const QStringList& a, const QStringList& b, const QVector<DiffHunk>& hunks, bool* ok)
{
    qsizetype i = 0, j = 0, common = 0;
    *ok = true;
    const auto same = [&](qsizetype toI, qsizetype toJ) {
        if (toI - i != toJ - j)
            *ok = false;
        for (; i < toI && j < toJ; ++i, ++j, ++common)
            if (a.value(i) != b.value(j))
                *ok = false;
    };
    for (const DiffHunk& hunk : hunks) {
        if (hunk.oldStart < i || hunk.newStart < j || hunk.oldCount + hunk.newCount == 0)
            *ok = false;
        same(hunk.oldStart, hunk.newStart);
        i += hunk.oldCount;
        j += hunk.newCount;
    }
    same(a.size(), b.size());
    return common;
}

qsizetype longestCommon(const QStringList& a, const QStringList& b)
{
    std::vector<std::vector<int>> table(size_t(a.size()) + 1, std::vector<int>(size_t(b.size()) + 1, 0));
    for (qsizetype i = 1; i <= a.size(); ++i)
        for (qsizetype j = 1; j <= b.size(); ++j)
            table[size_t(i)][size_t(j)] = a[i - 1] == b[j - 1] ? table[size_t(i - 1)][size_t(j - 1)] + 1
                                                               : std::max(table[size_t(i - 1)][size_t(j)],
                                                                          table[size_t(i)][size_t(j - 1)]);
    return table[size_t(a.size())][size_t(b.size())];
}

QStringList letters(const QString& text)
{
    return text.isEmpty() ? QStringList() : text.split(u' ');
}

} // namespace

class TestTextDiff : public QObject
{
    Q_OBJECT
private Q_SLOTS:

    void tellsTheRunsThatDiffer_data()
    {
        QTest::addColumn<QString>("before");
        QTest::addColumn<QString>("after");
        QTest::addColumn<QVector<DiffHunk>>("hunks");
        QTest::newRow("both empty") << u""_s << u""_s << QVector<DiffHunk>{};
        QTest::newRow("equal") << u"a b c"_s << u"a b c"_s << QVector<DiffHunk>{};
        QTest::newRow("from nothing") << u""_s << u"a b"_s << QVector<DiffHunk>{{0, 0, 0, 2}};
        QTest::newRow("to nothing") << u"a b"_s << u""_s << QVector<DiffHunk>{{0, 2, 0, 0}};
        QTest::newRow("one line changed") << u"a b c"_s << u"a x c"_s << QVector<DiffHunk>{{1, 1, 1, 1}};
        QTest::newRow("added at the end") << u"a"_s << u"a b"_s << QVector<DiffHunk>{{1, 0, 1, 1}};
        QTest::newRow("removed at the start") << u"a b"_s << u"b"_s << QVector<DiffHunk>{{0, 1, 0, 0}};
        QTest::newRow("two places") << u"a b c d e"_s << u"x b c y e"_s
                                    << QVector<DiffHunk>{{0, 1, 0, 1}, {3, 1, 3, 1}};
        QTest::newRow("nothing in common") << u"a b"_s << u"c d e"_s << QVector<DiffHunk>{{0, 2, 0, 3}};
    }

    void tellsTheRunsThatDiffer()
    {
        QFETCH(QString, before);
        QFETCH(QString, after);
        QFETCH(QVector<DiffHunk>, hunks);
        QCOMPARE(diffLines(letters(before), letters(after)), hunks);
    }

    void isAsSmallAsCanBe()
    {
        QRandomGenerator random(7);
        for (int round = 0; round < 3000; ++round) {
            const auto make = [&random](int kinds) {
                QStringList lines;
                const int count = random.bounded(0, 14);
                for (int i = 0; i < count; ++i)
                    lines << QString::number(random.bounded(kinds));
                return lines;
            };
            const int kinds = random.bounded(1, 6);
            const QStringList a = make(kinds), b = make(kinds);
            bool ok = false;
            const qsizetype common = commonLines(a, b, diffLines(a, b), &ok);
            const QByteArray both = (a.join(u' ') + u" | "_s + b.join(u' ')).toUtf8();
            QVERIFY2(ok, both.constData());
            QVERIFY2(common == longestCommon(a, b), both.constData());
        }
    }

    void staysWithinItsStepsAndIsRight()
    {
        // The worst there is: long, of few different lines, nothing in its place.
        QRandomGenerator random(3);
        QStringList a, b;
        for (int i = 0; i < 100'000; ++i) {
            a << QString::number(random.bounded(50));
            b << QString::number(random.bounded(50));
        }
        QElapsedTimer timer;
        timer.start();
        const QVector<DiffHunk> hunks = diffLines(a, b);
        QVERIFY2(timer.elapsed() < 5000, qPrintable(QString::number(timer.elapsed()) + u" ms"_s));
        bool ok = false;
        commonLines(a, b, hunks, &ok);
        QVERIFY(ok);
    }

    void findsFewChangesInALongText()
    {
        QStringList a;
        for (int i = 0; i < 100'000; ++i)
            a << u"line "_s + QString::number(i % 1000);
        QStringList b = a;
        for (int i = 500; i < 100'000; i += 5000)
            b[i] = u"changed"_s;
        b.removeAt(70'000);
        QElapsedTimer timer;
        timer.start();
        const QVector<DiffHunk> hunks = diffLines(a, b);
        QCOMPARE(hunks.size(), 21);
        QVERIFY2(timer.elapsed() < 2000, qPrintable(QString::number(timer.elapsed()) + u" ms"_s));
    }

    void tellsTheWordsThatDiffer()
    {
        const WordDiff image = diffWords(u"    image: test/web:1.2"_s, u"    image: test/web:1.3"_s);
        QCOMPARE(image.before, (QVector<TextSpan>{{22, 1}}));
        QCOMPARE(image.after, (QVector<TextSpan>{{22, 1}}));
        const WordDiff longer = diffWords(u"name: web"_s, u"name: web-front"_s);
        QCOMPARE(longer.before, QVector<TextSpan>());
        QCOMPARE(longer.after, (QVector<TextSpan>{{9, 6}}));
        const WordDiff other = diffWords(u"alpha"_s, u"omega"_s);
        QVERIFY(other.before.isEmpty() && other.after.isEmpty());
        const WordDiff huge = diffWords(QString(6000, u'a'), u"a"_s);
        QVERIFY(huge.before.isEmpty() && huge.after.isEmpty());
    }

    void splitsATextIntoItsLines()
    {
        QCOMPARE(textLines({}), QStringList());
        QCOMPARE(textLines(u"a\n\nb\n"_s), (QStringList{u"a"_s, {}, u"b"_s}));
        QCOMPARE(textLines(u"a"_s), QStringList{u"a"_s});
        QCOMPARE(textLines(u"\n"_s), QStringList{QString()});
    }
};

QTEST_GUILESS_MAIN(TestTextDiff)
#include "tst_text_diff.moc"
