#include "app/report/page_table.h"
#include "app/report/pages.h"
#include "tests/report/sample.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include <sys/resource.h>

#include <csignal>

using namespace kaptan;
using namespace kaptan::report;
using namespace kaptan::report::test;
using namespace Qt::StringLiterals;

namespace
{

/// Where anything but white is, in the part of the page between the margins.
double inked(const QImage& image, const QRectF& part)
{
    qint64 dark = 0, all = 0;
    const QRect rect = QRectF(part.x() * image.width(), part.y() * image.height(),
                              part.width() * image.width(), part.height() * image.height())
                           .toRect();
    for (int y = rect.top(); y < rect.bottom(); ++y)
        for (int x = rect.left(); x < rect.right(); ++x, ++all)
            dark += qGray(image.pixel(x, y)) < 200 ? 1 : 0;
    return double(dark) / double(std::max<qint64>(1, all));
}

} // namespace

class TestPages : public QObject
{
    Q_OBJECT
private Q_SLOTS:

    /// For a person's eyes, in the folder that KAPTAN_REPORTS names.
    void aReportToLookAt()
    {
        const QTemporaryDir temporary;
        const QString folder = qEnvironmentVariable("KAPTAN_REPORTS", temporary.path());
        QDir().mkpath(folder);
        for (const QString& name : {u"en"_s, u"tr"_s}) {
            const Language language(name);
            QVERIFY(language.isThere());
            const Pages pages(shop(QLocale(name == u"tr" ? u"tr_TR"_s : u"en_GB"_s)));
            for (int i = 0; i < pages.count(); ++i)
                QVERIFY(pages.image(i, 100).save(folder + u"/%1-%2.png"_s.arg(name).arg(i + 1)));
            QVERIFY(writePdf(shop(QLocale(name == u"tr" ? u"tr_TR"_s : u"en_GB"_s)),
                             folder + u"/%1.pdf"_s.arg(name)));
        }
        QVERIFY(writePdf(nothing(), folder + u"/nothing.pdf"_s));
    }

    void everythingIsOnThePages()
    {
        const ReportData data = shop();
        const QStringList pages = pageTexts(pdf(data));
        QCOMPARE(pages.size(), pageCount(data));
        QVERIFY(pages.size() >= 4);
        const QString all = pages.join(u'\n');
        for (const QString& text :
             {u"Operations report"_s, u"üretim-istanbul · Kubernetes"_s,
              u"23 Nov 2026 00:00 – 30 Nov 2026 00:00 (UTC+03:00)"_s, u"Made 30 Nov 2026 09:04"_s, u"88.9%"_s,
              u"48 s"_s, u"3 min 14 s"_s, u"40,320 health checks"_s, u"CPU: the workloads that use most"_s,
              u"mağaza/ödeme-servisi"_s, u"Resource use by workload"_s, u"Succeeded"_s, u"Scalings"_s,
              u"Nothing was recorded in this period."_s})
            QVERIFY2(all.contains(text), qPrintable(text + u"\n"_s + all.left(3000)));
        for (qsizetype i = 0; i < pages.size(); ++i) {
            QVERIFY(pages[i].contains(u"Page %1 of %2"_s.arg(i + 1).arg(pages.size())));
            QVERIFY(pages[i].contains(u"üretim-istanbul"_s));
        }
    }

    void turkishSpeaksTurkish()
    {
        const Language language(u"tr"_s);
        QVERIFY(language.isThere());
        const QStringList pages = pageTexts(pdf(shop(QLocale(u"tr_TR"_s))));
        const QString all = pages.join(u'\n');
        for (const QString& text : {u"Sayfa 1 / %1"_s.arg(pages.size()), u"23 Kas 2026 00:00"_s, u"%88,9"_s,
                                    u"Hazırlanma: 30 Kas 2026 09:04"_s, u"3 dk 14 sn"_s,
                                    u"Zaman içinde kaynak kullanımı"_s, u"çğıİöşü"_s})
            QVERIFY2(all.contains(text), qPrintable(text + u"\n"_s + all.left(3000)));
        QVERIFY(!all.contains(u'?')); // each glyph has its letter
    }

    /// Every row once and whole, in order; the heading again on each page.
    void aLongTableBreaksBetweenRows()
    {
        ReportData data = nothing();
        data.tables = {numbers(700)};
        const QStringList pages = pageTexts(pdf(data));
        QVERIFY(pages.size() > 5);
        static const QRegularExpression row(u"row-(\\d+)\\."_s);
        int next = 1;
        for (qsizetype i = 0; i < pages.size(); ++i) {
            QCOMPARE(pages[i].count(u"Name"_s), 1);
            auto matches = row.globalMatch(pages[i]);
            while (matches.hasNext())
                QCOMPARE(matches.next().captured(1).toInt(), next++);
        }
        QCOMPARE(next, 501); // and the page says that the file has more
        QVERIFY(pages.join(u'\n').contains(u"The first 500 of 700 rows are here"_s));
    }

    /// Wherever the page ends: its last words are never a title or a heading.
    void noTitleIsLeftAlone()
    {
        for (int filling = 20; filling < 75; ++filling) {
            ReportData data = nothing();
            Table second = numbers(3);
            second.title = u"The second table"_s;
            second.note = u"Something about it."_s;
            data.tables = {numbers(filling), second};
            for (const QString& page : pageTexts(pdf(data))) {
                if (!page.contains(second.title))
                    continue;
                QVERIFY(page.indexOf(u"row-1."_s, page.indexOf(second.title)) > 0);
            }
        }
    }

    void rowsStayOnThePage()
    {
        ReportData data = shop();
        data.tables.first().rows.first() = {QString(10'000, u'x'), 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0};
        data.tables.first().rows[1] = {
            QString(3000, u'w').replace(QRegularExpression(u"(.{7})"_s), u"\\1 "_s)};
        const PageTable table(data.tables.first(), data, mm(180), 500);
        double sum = 0;
        for (const double width : table.widths()) {
            QVERIFY(width >= mm(8));
            sum += width;
        }
        QVERIFY(qAbs(sum - mm(180)) < 1);
        for (qsizetype i = 0; i < table.rows(); ++i)
            QVERIFY(table.rowHeight(i) < mm(40));
        const Pages pages(data);
        for (int i = 0; i < pages.count(); ++i) {
            const QImage image = pages.image(i, 72);
            QCOMPARE(inked(image, QRectF(0, 0, 0.06, 1)), 0.0);
            QCOMPARE(inked(image, QRectF(0.94, 0, 0.06, 1)), 0.0);
            QCOMPARE(inked(image, QRectF(0, 0.97, 1, 0.03)), 0.0);
            QVERIFY(inked(image, QRectF(0.06, 0.03, 0.88, 0.93)) > 0.002);
        }
    }

    /// Whatever a name holds, it is text, and the report ends.
    void hostileText_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("long") << QString(10'000, u'a');
        QTest::newRow("long words") << QString(10'000, u'ş').replace(5000, 1, u" "_s);
        QTest::newRow("control") << u"a\x01\x02\x07\x1b[31mred\x1b[0m\r\n\tb"_s + QChar(0) + u"c"_s;
        QTest::newRow("overrides") << u"abc\u202Edef\u2066ghi\u200F"_s;
        QTest::newRow("right to left") << u"שלום עולם مرحبا"_s;
        QTest::newRow("mark-up") << u"<b>bold</b><img src=x onerror=alert(1)>&amp;<!--"_s;
        QTest::newRow("half a pair") << u"x"_s + QChar(0xD83D);
        QTest::newRow("pdf") << u") Tj ET endstream endobj (\\"_s;
        QTest::newRow("places") << u"%1 %2 %n %L1"_s;
        QTest::newRow("combining") << u"a"_s + QString(500, QChar(0x0301));
        QTest::newRow("blank") << u" \t\n"_s;
    }

    void hostileText()
    {
        QFETCH(QString, text);
        ReportData data = shop();
        data.title = data.connection = data.workload = data.platform = text;
        for (Figure& figure : data.figures)
            figure.label = figure.note = text;
        data.figures.first().value = text;
        for (chart::Spec& spec : data.charts) {
            spec.title = spec.emptyText = text;
            for (chart::Series& series : spec.series)
                series.name = text;
            for (chart::Marker& marker : spec.markers)
                marker.text = text;
            for (chart::MarkerKey& key : spec.markerKeys)
                key.name = text;
        }
        for (Table& table : data.tables) {
            table.title = table.note = table.emptyText = text;
            for (Column& column : table.columns)
                column.title = text;
            for (QVector<Cell>& row : table.rows)
                row[2] = row[0] = text;
        }
        const QByteArray bytes = pdf(data);
        if (const QString folder = qEnvironmentVariable("KAPTAN_REPORTS"); !folder.isEmpty())
            QVERIFY(
                writePdf(data, folder + u"/hostile-%1.pdf"_s.arg(QLatin1String(QTest::currentDataTag()))));
        const QStringList pages = pageTexts(bytes);
        QVERIFY(pages.size() >= 3 && pages.size() < 60);
        QVERIFY(pages.last().contains(u"Page %1 of %1"_s.arg(pages.size())));
        const QString all = pages.join(u'\n');
        if (text.startsWith(u'<'))
            QVERIFY(all.contains(u"<b>bold</b>"_s));
        if (text.startsWith(u'%'))
            QVERIFY(all.contains(text));
        for (int i = 0; i < int(pages.size()); ++i)
            QCOMPARE(inked(renderPage(data, i, 40), QRectF(0.95, 0, 0.05, 1)), 0.0);
    }

    void anEmptyHistorySaysSo()
    {
        const QStringList pages = pageTexts(pdf(nothing()));
        QCOMPARE(pages.size(), 1);
        QCOMPARE(pages.first().count(u"Nothing was recorded in this period."_s), 2);
        // Not even a title or a time.
        QCOMPARE(pageTexts(pdf(ReportData())).size(), 1);
    }

    void thePreviewIsThePage()
    {
        const Pages pages(shop());
        const QImage image = pages.image(0, 100);
        QCOMPARE(image.size(), QSize(827, 1169));
        QVERIFY(inked(image, QRectF(0.07, 0.04, 0.5, 0.06)) > 0.01); // its title
        QVERIFY(pages.image(-1, 100).isNull());
        QVERIFY(pages.image(pages.count(), 100).isNull());
        // The curves have their colours.
        int found = 0;
        const QColor blue = chart::seriesColour(0);
        for (int y = 0; y < image.height(); ++y)
            for (int x = 0; x < image.width(); ++x) {
                const QColor at = image.pixelColor(x, y);
                found += qAbs(at.red() - blue.red()) + qAbs(at.green() - blue.green()) +
                                     qAbs(at.blue() - blue.blue()) <
                                 60
                             ? 1
                             : 0;
            }
        QVERIFY2(found > 200, qPrintable(QString::number(found)));
    }

    void thePdfNamesItself()
    {
        ReportData data = shop();
        data.connection = u"a<b>&\"c"_s;
        const QByteArray bytes = pdf(data);
        QVERIFY(bytes.startsWith("%PDF-1."));
        QVERIFY(bytes.contains("/FontFile")); // embedded
        QVERIFY(bytes.contains("/MediaBox [0 0 595"));
        QVERIFY(bytes.contains("Kaptan</rdf:li>"));
        QVERIFY(bytes.contains("Operations report – a&lt;b&gt;&amp;"));
        // Vectors: nothing of a chart is a picture.
        QVERIFY(!bytes.contains("/Subtype /Image"));
    }

    void aFileIsWrittenWholeOrNotAtAll()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(u"report.pdf"_s);
        QVERIFY(writePdf(nothing(), path));
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(file.readAll().trimmed().endsWith("%%EOF"));

        for (const QString& bad : {path + u"/under-a-file.pdf"_s, folder.filePath(u"none/report.pdf"_s),
                                   folder.path(), u"/proc/report.pdf"_s}) {
            const auto done = writePdf(nothing(), bad);
            QVERIFY2(!done, qPrintable(bad));
            const auto* error = done.error().as<StorageError>();
            QVERIFY(error);
            QCOMPARE(error->path, bad);
            QVERIFY(!error->why.isEmpty());
        }
        QCOMPARE(QDir(folder.path()).entryList(QDir::Files), QStringList{u"report.pdf"_s});
    }

    void aFullDiskLeavesTheOldFile()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(u"report.pdf"_s);
        QVERIFY(writePdf(nothing(), path));
        const qint64 before = QFileInfo(path).size();
        // A bound on the size of files stands for the end of the disk.
        std::signal(SIGXFSZ, SIG_IGN);
        rlimit old{};
        QCOMPARE(getrlimit(RLIMIT_FSIZE, &old), 0);
        rlimit small = old;
        small.rlim_cur = 8192;
        QCOMPARE(setrlimit(RLIMIT_FSIZE, &small), 0);
        const auto done = writePdf(shop(), path);
        QCOMPARE(setrlimit(RLIMIT_FSIZE, &old), 0);
        QVERIFY(!done);
        QVERIFY(done.error().as<StorageError>());
        QCOMPARE(QFileInfo(path).size(), before);
        QCOMPARE(QDir(folder.path()).entryList(QDir::Files), QStringList{u"report.pdf"_s});
    }
};

QTEST_MAIN(TestPages)
#include "tst_pages.moc"
