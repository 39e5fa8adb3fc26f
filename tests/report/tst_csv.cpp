#include "app/report/csv.h"
#include "tests/report/sample.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace kaptan;
using namespace kaptan::report;
using namespace kaptan::report::test;
using namespace Qt::StringLiterals;

namespace
{

/// As RFC 4180 says, and nothing more lenient; empty where the text breaks its rules.
QVector<QStringList> readCsv(const QByteArray& bytes)
{
    const QString text = QString::fromUtf8(bytes);
    QVector<QStringList> lines;
    QStringList line;
    QString field;
    bool isQuoted = false, wasQuoted = false;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text[i];
        if (isQuoted) {
            if (c != u'"') {
                field += c;
            } else if (i + 1 < text.size() && text[i + 1] == u'"') {
                field += c;
                ++i;
            } else {
                isQuoted = false;
                wasQuoted = true;
            }
        } else if (c == u'"') {
            if (!field.isEmpty() || wasQuoted)
                return {};
            isQuoted = true;
        } else if (c == u',') {
            line << field;
            field.clear();
            wasQuoted = false;
        } else if (c == u'\r') {
            if (i + 1 >= text.size() || text[i + 1] != u'\n')
                return {};
            ++i;
            line << field;
            lines << line;
            line.clear();
            field.clear();
            wasQuoted = false;
        } else if (c == u'\n' || wasQuoted) {
            return {};
        } else {
            field += c;
        }
    }
    return isQuoted || !field.isEmpty() || !line.isEmpty() ? QVector<QStringList>() : lines;
}

Table texts(const QStringList& cells)
{
    Table table{u"t"_s, u"T"_s, {{u"Text"_s}, {u"Number"_s, CellType::Number}}, {}, {}, {}};
    for (const QString& cell : cells)
        table.rows.append({cell, -1.0});
    return table;
}

} // namespace

class TestCsv : public QObject
{
    Q_OBJECT
private Q_SLOTS:

    void textsComeBack()
    {
        const QStringList cells{u"plain"_s,
                                u"a,b"_s,
                                u"say \"hi\""_s,
                                u"\""_s,
                                u"two\nlines"_s,
                                u"two\r\nlines"_s,
                                u"lone\rreturn"_s,
                                u" blanks "_s,
                                u""_s,
                                u"çğıİöşü 日本 😀"_s,
                                u"a;b\tc"_s,
                                QString(10'000, u'"'),
                                u"<b>&amp;</b>"_s,
                                u"%1 %n"_s};
        const auto lines = readCsv(csv(texts(cells)));
        QCOMPARE(lines.size(), cells.size() + 1);
        QCOMPARE(lines.first(), (QStringList{u"Text"_s, u"Number"_s}));
        for (qsizetype i = 0; i < cells.size(); ++i)
            QCOMPARE(lines[i + 1], (QStringList{cells[i], u"-1"_s}));
    }

    void formulasAreTexts_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("isHarmless");
        QTest::newRow("formula") << u"=HYPERLINK(\"http://x\",\"y\")"_s << false;
        QTest::newRow("dde") << u"=cmd|' /C calc'!A0"_s << false;
        QTest::newRow("plus") << u"+1+1"_s << false;
        QTest::newRow("minus") << u"-2+3"_s << false;
        QTest::newRow("at") << u"@SUM(A1)"_s << false;
        QTest::newRow("tab") << u"\t=1"_s << false;
        QTest::newRow("return") << u"\r=1"_s << false;
        QTest::newRow("line") << u"\n=1"_s << false;
        QTest::newRow("full width") << u"＝1+1"_s << false;
        QTest::newRow("in the middle") << u"a=b"_s << true;
        QTest::newRow("an apostrophe") << u"'quoted"_s << true;
    }

    void formulasAreTexts()
    {
        QFETCH(QString, text);
        QFETCH(bool, isHarmless);
        Table table = texts({text});
        table.columns.first().title = text; // titles are texts as well
        const auto lines = readCsv(csv(table));
        const QString expected = isHarmless ? text : u'\'' + text;
        QCOMPARE(lines, (QVector<QStringList>{{expected, u"Number"_s}, {expected, u"-1"_s}}));
    }

    void numbersStayNumbers()
    {
        Table table{u"t"_s,
                    u"T"_s,
                    {{u"N"_s, CellType::Number},
                     {u"D"_s, CellType::Duration},
                     {u"C"_s, CellType::Cores},
                     {u"B"_s, CellType::Bytes},
                     {u"R"_s, CellType::BytesPerSecond},
                     {u"S"_s, CellType::Share}},
                    {{-1234567.25, 1500.0, 0.25, 9'007'199'254'740'991.0, 0.1, 0.07},
                     {std::nan(""), Cell(), 1e-7, 1e300, -0.5, 1.0},
                     {3.0}},
                    {},
                    {}};
        QLocale::setDefault(QLocale(u"tr_TR"_s)); // whose point is a comma
        const QByteArray bytes = csv(table);
        QLocale::setDefault(QLocale::c());
        const auto lines = readCsv(bytes);
        QCOMPARE(lines.value(0), (QStringList{u"N"_s, u"D (s)"_s, u"C (cores)"_s, u"B (bytes)"_s,
                                              u"R (bytes/s)"_s, u"S (%)"_s}));
        QCOMPARE(lines.value(1), (QStringList{u"-1234567.25"_s, u"1.5"_s, u"0.25"_s, u"9007199254740991"_s,
                                              u"0.1"_s, u"7"_s}));
        QCOMPARE(lines.value(2), (QStringList{u""_s, u""_s, u"1e-07"_s, u"1e+300"_s, u"-0.5"_s, u"100"_s}));
        QCOMPARE(lines.value(3), (QStringList{u"3"_s, u""_s, u""_s, u""_s, u""_s, u""_s}));
    }

    void timesSayTheirOffset()
    {
        const Table table{
            u"t"_s, u"T"_s, {{u"At"_s, CellType::Time}}, {{monday.addMSecs(250)}, {QDateTime()}}, {}, {}};
        CsvOptions options;
        QCOMPARE(readCsv(csv(table, options)).value(1).value(0), u"2026-11-22T21:00:00.250Z"_s);
        options.zone = QTimeZone("Europe/Istanbul");
        const auto lines = readCsv(csv(table, options));
        QCOMPARE(lines.value(1).value(0), u"2026-11-23T00:00:00.250+03:00"_s);
        QCOMPARE(QDateTime::fromString(lines.value(1).value(0), Qt::ISODateWithMs), monday.addMSecs(250));
        QCOMPARE(lines.value(2), QStringList{QString()});
        options.zone = QTimeZone();
        QVERIFY(csv(table, options).contains("21:00:00.250Z"));
    }

    void theByteOrderMarkIsAWish()
    {
        CsvOptions options;
        QVERIFY(!csv(texts({u"a"_s}), options).startsWith("\xEF\xBB\xBF"));
        options.hasByteOrderMark = true;
        QVERIFY(csv(texts({u"a"_s}), options).startsWith("\xEF\xBB\xBFText,"));
    }

    void everyTableHasAFileOfItsOwn()
    {
        const ReportData data = shop();
        const auto tables = csvTables(data);
        QCOMPARE(tables.size(), 1 + data.tables.size() + data.charts.size());
        QStringList names;
        for (const Table& table : tables) {
            names << csvFileName(data, table);
            const auto lines = readCsv(csv(table));
            QCOMPARE(lines.size(), table.rows.size() + 1);
            for (const QStringList& line : lines)
                QCOMPARE(line.size(), table.columns.size());
        }
        names.removeDuplicates();
        QCOMPARE(names.size(), tables.size());
        QVERIFY(names.contains(u"kaptan-uretim-istanbul-deployments-20261123-20261130.csv"_s));
        // Figures: the number and its unit apart.
        const auto figures = readCsv(csv(tables.first()));
        QCOMPARE(figures.value(2).mid(0, 3), (QStringList{u"Success rate"_s, u"88.8889"_s, u"%"_s}));
        QCOMPARE(figures.value(3).mid(0, 3), (QStringList{u"Mean time to deploy"_s, u"48.25"_s, u"s"_s}));
    }

    void namesOfFilesLeadNowhere()
    {
        ReportData data = nothing();
        data.connection = u"../../etc/pass wd\\a:b\n"_s;
        data.workload = u"..."_s;
        QCOMPARE(pdfFileName(data), u"kaptan-etc-pass-wd-a-b-report-20261122-20261123.pdf"_s);
        data.connection = u"日本"_s;
        QCOMPARE(pdfFileName(data), u"kaptan-report-20261122-20261123.pdf"_s);
        data.connection = QString(5000, u'a');
        QVERIFY(pdfFileName(data).size() < 200);
    }

    void aFileIsWrittenWholeOrNotAtAll()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(u"t.csv"_s);
        QVERIFY(writeCsv(numbers(1000), path));
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(readCsv(file.readAll()).size(), 1001);
        const auto done = writeCsv(numbers(1), folder.filePath(u"none/t.csv"_s));
        QVERIFY(!done);
        QVERIFY(done.error().as<StorageError>());
        QVERIFY(!done.error().message().isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestCsv)
#include "tst_csv.moc"
