#include "ui/common/style.h"

#include <QApplication>
#include <QDir>
#include <QPainter>
#include <QSignalSpy>
#include <QTest>

#include <cmath>

using namespace kaptan::ui;

namespace
{

double luminance(const QColor& color)
{
    const auto part = [](double c) { return c <= 0.03928 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4); };
    return 0.2126 * part(color.redF()) + 0.7152 * part(color.greenF()) + 0.0722 * part(color.blueF());
}

/// https://www.w3.org/TR/WCAG21/#dfn-contrast-ratio
double contrast(const QColor& a, const QColor& b)
{
    const double x = luminance(a), y = luminance(b);
    return (qMax(x, y) + 0.05) / (qMin(x, y) + 0.05);
}

} // namespace

class TestStyle : public QObject
{
    Q_OBJECT
private Q_SLOTS:

    void contrastIsEnough_data()
    {
        QTest::addColumn<bool>("dark");
        QTest::addColumn<bool>("high");
        QTest::newRow("light") << false << false;
        QTest::newRow("dark") << true << false;
        QTest::newRow("high contrast, light") << false << true;
        QTest::newRow("high contrast, dark") << true << true;
    }

    void contrastIsEnough()
    {
        QFETCH(bool, dark);
        QFETCH(bool, high);
        const double least = high ? 7 : 4.5; // WCAG AAA, AA
        const auto role = [&](ColorRole r) { return Style::colorOf(dark, high, r); };
        const auto check = [&](const QColor& a, const QColor& b, double wanted, const char* what) {
            const double ratio = contrast(a, b);
            if (ratio < wanted)
                QFAIL(qPrintable(QStringLiteral("%1: %2 on %3 is %4, wanted %5")
                                     .arg(QLatin1String(what), a.name(), b.name())
                                     .arg(ratio)
                                     .arg(wanted)));
        };
        const QVector<ColorRole> grounds{ColorRole::Background, ColorRole::Surface, ColorRole::Raised,
                                         ColorRole::Selection, ColorRole::Hover};
        for (const ColorRole ground : grounds) {
            check(role(ColorRole::Text), role(ground), least, "text");
            check(role(ColorRole::Muted), role(ground), least, "muted");
        }
        check(role(ColorRole::OnAccent), role(ColorRole::AccentFill), least, "filled button");
        for (const Tone tone :
             {Tone::Neutral, Tone::Ok, Tone::Progress, Tone::Warning, Tone::Error, Tone::Accent}) {
            const ToneColors colors = Style::toneOf(dark, high, tone);
            check(colors.fg, colors.soft, least, "tone on its soft colour");
            for (const ColorRole ground : grounds)
                check(colors.fg, role(ground), least, "tone on a ground");
        }
        if (high) {
            check(role(ColorRole::Border), role(ColorRole::Surface), 3, "border");
            check(role(ColorRole::Border), role(ColorRole::Background), 3, "border");
        }
    }

    void aThemeAppliesAtRunTime()
    {
        Style& style = Style::instance();
        QSignalSpy changed(&style, &Style::changed);
        style.apply(Theme::Dark, Density::Normal);
        QVERIFY(style.isDark());
        QCOMPARE(qApp->palette().color(QPalette::Window), Style::colorOf(true, false, ColorRole::Background));
        const int row = style.rowHeight();
        style.apply(Theme::Light, Density::Compact);
        QVERIFY(!style.isDark());
        QVERIFY(style.rowHeight() < row);
        QCOMPARE(qApp->palette().color(QPalette::Window),
                 Style::colorOf(false, false, ColorRole::Background));
        QCOMPARE(changed.size(), 2);
        QVERIFY(!qApp->styleSheet().contains(u'@')); // every token was known
    }

    void everyIconDrawsSomething()
    {
        const QStringList icons = QDir(QStringLiteral(":/icons")).entryList({QStringLiteral("*.svg")});
        QVERIFY(icons.size() > 60);
        for (const QString& file : icons) {
            const QString name = file.chopped(4);
            const QImage image = Style::instance().pixmap(name, 24, Qt::red, 2).toImage();
            QCOMPARE(image.size(), QSize(48, 48));
            int reds = 0;
            for (int y = 0; y < image.height(); ++y)
                for (int x = 0; x < image.width(); ++x)
                    reds += qRed(image.pixel(x, y)) > 100 && qAlpha(image.pixel(x, y)) > 100 ? 1 : 0;
            if (!name.startsWith(QLatin1String("qss-")))
                QVERIFY2(reds > 20, qPrintable(name));
        }
    }

    void pixmapsAreCachedBySizeColorAndRatio()
    {
        const Style& style = Style::instance();
        const auto key = [&](int size, const QColor& color, qreal ratio) {
            return style.pixmap(QStringLiteral("add"), size, color, ratio).cacheKey();
        };
        QCOMPARE(key(16, Qt::red, 1), key(16, Qt::red, 1));
        QVERIFY(key(16, Qt::red, 1) != key(16, Qt::blue, 1));
        QVERIFY(key(16, Qt::red, 1) != key(16, Qt::red, 2));
        QVERIFY(key(16, Qt::red, 1) != key(20, Qt::red, 1));
    }

    void theSameSeriesTheSameColor()
    {
        const Style& style = Style::instance();
        QCOMPARE(style.series(0), style.series(7));
        QVERIFY(style.series(0) != style.series(1));
        QVERIFY(style.series(-3).isValid());
    }
};

QTEST_MAIN(TestStyle)
#include "tst_style.moc"
