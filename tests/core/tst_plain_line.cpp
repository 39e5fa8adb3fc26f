#include "app/core/plain_line.h"

#include <QTest>

using namespace kaptan;
using namespace Qt::StringLiterals;

class TestPlainLine : public QObject
{
    Q_OBJECT
private Q_SLOTS:

    void lines_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("line");
        QTest::newRow("plain") << u"Çay, İstanbul"_s << u"Çay, İstanbul"_s;
        QTest::newRow("line ends") << u"a\r\nb\tc"_s << u"a b c"_s;
        QTest::newRow("escapes") << u"\x1b[31mred\a"_s << u" [31mred "_s;
        QTest::newRow("overrides") << u"abc\u202Edef\u2066"_s << u"abcdef"_s;
        QTest::newRow("right to left") << u"مرحبا"_s << u"\u2068مرحبا\u2069"_s;
        QTest::newRow("mark-up") << u"<b>x</b>"_s << u"<b>x</b>"_s;
    }

    void lines()
    {
        QFETCH(QString, text);
        QFETCH(QString, line);
        QCOMPARE(plainLine(text), line);
    }

    void longOnesAreCut()
    {
        QCOMPARE(plainLine(QString(50, u'a'), 10), QString(10, u'a') + u'…');
        QCOMPARE(plainLine(u"abcdefghi\U0001F600"_s, 10), u"abcdefghi…"_s); // no half of a pair
        QCOMPARE(plainBlock(u"a\nb\x01"_s), u"a\nb "_s);
    }
};

QTEST_GUILESS_MAIN(TestPlainLine)
#include "tst_plain_line.moc"
