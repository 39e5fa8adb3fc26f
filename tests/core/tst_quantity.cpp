#include "app/core/quantity.h"

#include <QTest>

using namespace kaptan;
using namespace Qt::StringLiterals;

class TestQuantity : public QObject
{
    Q_OBJECT
private Q_SLOTS:

    void readsCpu_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<qint64>("milli"); // -1: refused
        QTest::newRow("milli") << u"250m"_s << qint64(250);
        QTest::newRow("cores") << u"1.5"_s << qint64(1500);
        QTest::newRow("Turkish comma") << u" 0,5 "_s << qint64(500);
        QTest::newRow("zero") << u"0"_s << qint64(0);
        QTest::newRow("empty") << u""_s << qint64(-1);
        QTest::newRow("negative") << u"-1"_s << qint64(-1);
        QTest::newRow("words") << u"two"_s << qint64(-1);
        QTest::newRow("unit of memory") << u"1Gi"_s << qint64(-1);
        QTest::newRow("absurd") << u"1e30"_s << qint64(-1);
        QTest::newRow("two points") << u"1.5.2"_s << qint64(-1);
    }

    void readsCpu()
    {
        QFETCH(QString, text);
        QFETCH(qint64, milli);
        const auto read = quantity::parseCpu(text);
        QCOMPARE(read.has_value(), milli >= 0);
        if (read)
            QCOMPARE(*read, milli);
        else
            QVERIFY(read.error().as<InvalidInput>() && !read.error().advice().isEmpty());
    }

    void readsWhatServersWrite_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<double>("number"); // NaN: none
        QTest::newRow("nano") << u"1500000n"_s << 0.0015;
        QTest::newRow("micro") << u"250u"_s << 0.00025;
        QTest::newRow("milli") << u"250m"_s << 0.25;
        QTest::newRow("plain") << u"110"_s << 110.0;
        QTest::newRow("negative") << u"-1"_s << -1.0;
        QTest::newRow("exponent") << u"128e6"_s << 128e6;
        QTest::newRow("Ki") << u"16385924Ki"_s << 16385924.0 * 1024;
        QTest::newRow("G") << u"5G"_s << 5e9;
        QTest::newRow("exa") << u"2E"_s << 2e18;
        QTest::newRow("exbi") << u"1Ei"_s << 1152921504606846976.0;
        QTest::newRow("empty") << u""_s << qQNaN();
        QTest::newRow("unit alone") << u"Mi"_s << qQNaN();
        QTest::newRow("other unit") << u"5X"_s << qQNaN();
        QTest::newRow("nonsense") << u"1.2.3"_s << qQNaN();
    }

    void readsWhatServersWrite()
    {
        QFETCH(QString, text);
        QFETCH(double, number);
        const double read = quantity::number(text);
        if (qIsNaN(number))
            QVERIFY(qIsNaN(read));
        else
            QVERIFY2(qFuzzyCompare(read, number), qPrintable(QString::number(read, 'g', 17)));
    }

    void readsBytes_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<qint64>("bytes"); // -1: refused
        QTest::newRow("plain") << u"1024"_s << qint64(1024);
        QTest::newRow("Mi") << u"512Mi"_s << qint64(512) * 1024 * 1024;
        QTest::newRow("fraction") << u"1.5Gi"_s << qint64(1536) * 1024 * 1024;
        QTest::newRow("thousands") << u"64k"_s << qint64(64000);
        QTest::newRow("exponent") << u"1e3"_s << qint64(1000);
        QTest::newRow("Docker's m would be a thousandth") << u"512m"_s << qint64(-1);
        QTest::newRow("MB") << u"512MB"_s << qint64(-1);
        QTest::newRow("too large") << u"99999999999Ti"_s << qint64(-1);
        QTest::newRow("empty") << u" "_s << qint64(-1);
    }

    void readsBytes()
    {
        QFETCH(QString, text);
        QFETCH(qint64, bytes);
        const auto read = quantity::parseBytes(text);
        QCOMPARE(read.has_value(), bytes >= 0);
        if (read) {
            QCOMPARE(*read, bytes);
            QCOMPARE(*quantity::parseBytes(quantity::exactBytes(bytes)), bytes);
        }
    }

    void writesAsOperatorsDo()
    {
        const QLocale english(QLocale::English);
        const QLocale turkish(QLocale::Turkish);
        QCOMPARE(quantity::formatCpu(250, english), u"250m"_s);
        QCOMPARE(quantity::formatCpu(999.6, english), u"1"_s);
        QCOMPARE(quantity::formatCpu(1500, english), u"1.5"_s);
        QCOMPARE(quantity::formatCpu(1840, turkish), u"1,84"_s);
        QCOMPARE(quantity::formatCpu(std::numeric_limits<double>::quiet_NaN(), english), u"–"_s);
        QCOMPARE(quantity::formatBytes(0, english), u"0 B"_s);
        QCOMPARE(quantity::formatBytes(512ll << 20, english), u"512 Mi"_s);
        QCOMPARE(quantity::formatBytes((3ll << 30) / 2, turkish), u"1,5 Gi"_s);
        QCOMPARE(quantity::formatBytes(1048575, english), u"1 Mi"_s);
        QCOMPARE(quantity::formatBytes(-1, english), u"–"_s);
        QCOMPARE(quantity::formatRate(2048, english), u"2 Ki/s"_s);
    }
};

QTEST_GUILESS_MAIN(TestQuantity)
#include "tst_quantity.moc"
