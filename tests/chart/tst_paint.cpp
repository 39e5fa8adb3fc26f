#include "app/chart/layout.h"

#include <QGuiApplication>
#include <QPainter>
#include <QRandomGenerator>
#include <QTest>

#include <algorithm>
#include <cmath>

using namespace kaptan::chart;
using namespace Qt::StringLiterals;

namespace
{

constexpr qint64 start = 1'790'000'000'000;
constexpr qint64 hour = 3'600'000;

Series flat(const QString& name, double value, qint64 from, qint64 to, qint64 step = 15'000)
{
    Series series;
    series.name = name;
    for (qint64 at = from; at < to; at += step)
        series.points.append({at, value, value, value});
    return series;
}

Spec spec()
{
    Spec made;
    made.title = u"CPU"_s;
    made.unit = Unit::Cores;
    made.fromMs = start;
    made.toMs = start + 6 * hour;
    made.locale = QLocale(QLocale::English, QLocale::UnitedKingdom);
    made.series = {flat(u"web"_s, 1.0, start, start + 6 * hour)};
    return made;
}

Theme theme()
{
    Theme made = paperTheme(QFont(u"DejaVu Sans"_s), 11);
    made.background = Qt::white;
    return made;
}

QImage picture(const Spec& drawn, const QSize& size = QSize(640, 240))
{
    QImage image(size, QImage::Format_RGB32);
    image.fill(Qt::magenta);
    QPainter painter(&image);
    paint(painter, QRectF(QPointF(0, 0), size), drawn, theme());
    return image;
}

/// How many pixels of a column or of all have about that colour.
int count(const QImage& image, const QColor& colour, const QRect& where)
{
    int found = 0;
    for (int y = where.top(); y <= where.bottom(); ++y)
        for (int x = where.left(); x <= where.right(); ++x) {
            const QColor at = image.pixelColor(x, y);
            const int distance = qAbs(at.red() - colour.red()) + qAbs(at.green() - colour.green()) +
                                 qAbs(at.blue() - colour.blue());
            found += distance < 90 ? 1 : 0;
        }
    return found;
}

QString problemOf(const Spec& drawn, const QRectF& rect)
{
    const Layout layout = layOut(rect, drawn, theme());
    const QFontMetricsF text(textFont(theme())), title(titleFont(theme()));
    for (qsizetype i = 0; i < layout.labels.size(); ++i) {
        const Label& one = layout.labels[i];
        const QFontMetricsF& metrics = one.role == Label::Role::Title ? title : text;
        if (!rect.adjusted(-0.5, -0.5, 0.5, 0.5).contains(one.rect))
            return u"outside: "_s + one.text;
        if (metrics.horizontalAdvance(one.text) > one.rect.width() + 1)
            return u"wider than its place: "_s + one.text;
        for (qsizetype j = i + 1; j < layout.labels.size(); ++j) {
            const QRectF common = one.rect & layout.labels[j].rect;
            if (common.width() > 0.1 && common.height() > 0.1)
                return u"over each other: "_s + one.text + u" / "_s + layout.labels[j].text;
        }
    }
    return {};
}

} // namespace

class TestPaint : public QObject
{
    Q_OBJECT
private Q_SLOTS:

    void extremesSurviveDecimation()
    {
        QRandomGenerator random(3);
        Series series;
        for (int i = 0; i < 100'000; ++i) {
            const double value = random.generateDouble();
            series.points.append({start + i * 100, value - 0.1, value + 0.1, value});
        }
        series.points[54'321].max = 17;
        series.points[12'345].min = -9;
        const qint64 end = start + 100'000 * 100;
        const auto columns = decimate(series, start, end, 500);
        QCOMPARE(columns.size(), 500);
        for (qsizetype i = 0; i < columns.size(); ++i) {
            // Said again, slowly.
            double min = 1e9, max = -1e9, sum = 0;
            int points = 0;
            for (qsizetype p = i * 200; p < (i + 1) * 200; ++p) {
                min = std::min(min, series.points[p].min);
                max = std::max(max, series.points[p].max);
                sum += series.points[p].mean;
                ++points;
            }
            QCOMPARE(columns[i].min, min);
            QCOMPARE(columns[i].max, max);
            QVERIFY(qAbs(columns[i].mean - sum / points) < 1e-9);
            QCOMPARE(columns[i].isAfterGap, i == 0);
        }
        const auto most = [](const Column& a, const Column& b) { return a.max < b.max; };
        QCOMPARE(std::max_element(columns.cbegin(), columns.cend(), most)->max, 17.0);
    }

    void fewPointsStayThemselves()
    {
        Series series;
        series.gapMs = 100;
        series.points = {{start + 10, 1, 3, 2}, {start + 50, 4, 4, 4}, {start + 500, 5, 5, 5}};
        const QVector<Column> expected{
            {start + 10, 1, 3, 2, true}, {start + 50, 4, 4, 4, false}, {start + 500, 5, 5, 5, true}};
        QCOMPARE(decimate(series, start, start + 1000, 1000), expected);
    }

    void whatIsNoNumberOrOutsideIsLeftOut()
    {
        Series series;
        const double nan = std::nan("");
        series.points = {{start - 1, 9, 9, 9},  {start, 1, 1, 1},       {start + 10, nan, nan, nan},
                         {start + 20, 2, 2, 2}, {start + 100, 3, 3, 3}, {start + 101, 9, 9, 9}};
        const auto columns = decimate(series, start, start + 100, 100);
        QCOMPARE(columns.size(), 3);
        QCOMPARE(columns.last().max, 3.0);
        QVERIFY(decimate(series, start, start, 100).isEmpty());
        QVERIFY(decimate(series, start, start + 1, 0).isEmpty());
    }

    void theLineIsWhereItsValueIs()
    {
        const QImage image = picture(spec());
        const Layout layout = layOut(QRectF(0, 0, 640, 240), spec(), theme());
        const int y = qRound(layout.y(1.0));
        const QRect middle(qRound(layout.plot.center().x()) - 20, y - 2, 40, 5);
        QVERIFY(count(image, seriesColour(0), middle) >= 40);
        QCOMPARE(count(image, seriesColour(0), middle.translated(0, 30)), 0);
        QCOMPARE(count(image, Qt::magenta, image.rect()), 0); // all of the ground is painted
    }

    /// Nothing is drawn through a gap, at no height: no line to zero either.
    void gapsAreEmpty()
    {
        Spec drawn = spec();
        drawn.series = {flat(u"web"_s, 1.0, start, start + 2 * hour)};
        drawn.series[0].points += flat(u""_s, 1.0, start + 4 * hour, start + 6 * hour).points;
        const QImage image = picture(drawn);
        const Layout layout = layOut(QRectF(0, 0, 640, 240), drawn, theme());
        const int from = qRound(layout.x(start + 2 * hour, drawn)) + 3;
        const int to = qRound(layout.x(start + 4 * hour, drawn)) - 3;
        const QRect gap(from, qRound(layout.plot.top()), to - from, qRound(layout.plot.height()));
        QCOMPARE(count(image, seriesColour(0), gap), 0);
        QVERIFY(count(image, seriesColour(0), gap.translated(-gap.width(), 0)) > 50);
    }

    void aSinglePointIsSeen()
    {
        Spec drawn = spec();
        drawn.series[0].points = {{start + 3 * hour, 1, 1, 1}};
        drawn.series[0].name.clear();
        QVERIFY(count(picture(drawn), seriesColour(0), QRect(0, 0, 640, 240)) >= 3);
    }

    void theBandIsLightAndExact()
    {
        Spec drawn = spec();
        for (Point& point : drawn.series[0].points) {
            point.min = 0.5;
            point.max = 1.3;
        }
        const QImage image = picture(drawn);
        const Layout layout = layOut(QRectF(0, 0, 640, 240), drawn, theme());
        const int x = qRound(layout.x(start + 3 * hour + hour / 2, drawn));
        const auto at = [&](double value) { return image.pixelColor(x, qRound(layout.y(value))); };
        QVERIFY(at(1.2) != QColor(Qt::white));
        QVERIFY(at(0.7) != QColor(Qt::white));
        QCOMPARE(at(1.4), QColor(Qt::white));
        QCOMPARE(at(0.3), QColor(Qt::white));
        QVERIFY(at(1.2).lightness() > 200);
    }

    void markersStandWhereTheyHappened()
    {
        Spec drawn = spec();
        drawn.markers = {{start + 3 * hour, u"1"_s, Qt::red}, {start - hour, u"never"_s, Qt::red}};
        drawn.markerKeys = {{u"deployment"_s, Qt::red}};
        const QImage image = picture(drawn);
        const Layout layout = layOut(QRectF(0, 0, 640, 240), drawn, theme());
        const int x = qRound(layout.x(start + 3 * hour, drawn));
        const QRect line(x - 1, qRound(layout.plot.top()), 3, qRound(layout.plot.height()));
        const auto reddish = [&image](const QRect& where) { // a thin line is pale
            int found = 0;
            for (int row = where.top(); row <= where.bottom(); ++row)
                for (int column = where.left(); column <= where.right(); ++column)
                    found += image.pixelColor(column, row).red() > image.pixelColor(column, row).green() + 40;
            return found;
        };
        QVERIFY(reddish(line) > layout.plot.height() * 0.3); // it is dashed
        QCOMPARE(reddish(line.translated(40, 0)), 0);
        const auto isMarker = [](const Label& label) { return label.role == Label::Role::Marker; };
        QCOMPARE(std::count_if(layout.labels.cbegin(), layout.labels.cend(), isMarker), 1);
    }

    void nothingIsSaid()
    {
        Spec drawn = spec();
        drawn.series[0].points.clear();
        const auto label = [](const Spec& of) {
            for (const Label& one : layOut(QRectF(0, 0, 640, 240), of, theme()).labels)
                if (one.role == Label::Role::Empty)
                    return one.text;
            return QString();
        };
        QCOMPARE(label(drawn), u"No data"_s);
        drawn.emptyText = u"Nothing was recorded"_s;
        QCOMPARE(label(drawn), drawn.emptyText);
        QCOMPARE(label(spec()), QString());
        picture(drawn);
        picture(Spec());
    }

    void textsNeverTouch_data()
    {
        QTest::addColumn<QString>("name");
        QTest::newRow("short") << u"web"_s;
        QTest::newRow("long") << u"ingress-nginx/"_s + QString(300, u'x');
        QTest::newRow("hostile") << u"<b>a</b>\u202E\n\r\x01 مرحبا"_s + QString(10'000, u'W');
    }

    void textsNeverTouch()
    {
        QFETCH(QString, name);
        for (const QSize& size : {QSize(0, 0), QSize(20, 20), QSize(90, 70), QSize(200, 100), QSize(320, 140),
                                  QSize(640, 240), QSize(1400, 400), QSize(3000, 60), QSize(100, 900)})
            for (const int series : {0, 1, 3, 40})
                for (const qint64 span : {hour / 60, hour, 26 * hour, 24 * 40 * hour, 24 * 1000 * hour}) {
                    Spec drawn = spec();
                    drawn.title = name;
                    drawn.unit = Unit(series % 5);
                    drawn.toMs = start + span;
                    drawn.series.clear();
                    for (int i = 0; i < series; ++i)
                        drawn.series.append(flat(name, i * 1234.5, start, start + span, span / 10));
                    for (int i = 0; i < 30; ++i)
                        drawn.markers.append({start + span * i / 30, i % 3 ? QString::number(i) : name, {}});
                    drawn.markerKeys = {{name, Qt::red}};
                    drawn.emptyText = name;
                    const QRectF rect(QPointF(7, 5), size);
                    const QString problem = problemOf(drawn, rect);
                    QVERIFY2(problem.isEmpty(), qPrintable(u"%1x%2, %3 series, %4: %5"_s.arg(size.width())
                                                               .arg(size.height())
                                                               .arg(series)
                                                               .arg(span)
                                                               .arg(problem.left(200))));
                    if (!size.isEmpty())
                        picture(drawn, size);
                }
    }

    void coloursAreToldApart()
    {
        for (int i = 0; i < seriesColours; ++i)
            for (int j = i + 1; j < seriesColours; ++j)
                QVERIFY(seriesColour(i) != seriesColour(j));
        QCOMPARE(seriesColour(seriesColours), seriesColour(0));
        QCOMPARE(seriesColour(-1), seriesColour(0));
    }
};

QTEST_MAIN(TestPaint)
#include "tst_paint.moc"
