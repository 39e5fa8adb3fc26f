#include "rig.h"

#include <QTest>

using namespace kaptan;
using namespace kaptan::ui;

class TestPalette : public QObject
{
    Q_OBJECT
private Q_SLOTS:

    void scores()
    {
        QVERIFY(fuzzyScore(QStringLiteral("logs"), QStringLiteral("Logs")) >
                fuzzyScore(QStringLiteral("logs"), QStringLiteral("Show the catalogs")));
        QVERIFY(fuzzyScore(QStringLiteral("td"), QStringLiteral("Theme: Dark")) > 0);
        QVERIFY(fuzzyScore(QStringLiteral("dark"), QStringLiteral("Theme: Dark")) > 0);
        QCOMPARE(fuzzyScore(QStringLiteral("xyz"), QStringLiteral("Theme: Dark")), -1);
        QVERIFY(fuzzyScore({}, QStringLiteral("anything")) == 0);
        // words in any order, any i
        QVERIFY(fuzzyScore(QStringLiteral("dark theme"), QStringLiteral("Theme: Dark")) > 0);
        QLocale::setDefault(QLocale(QLocale::Turkish));
        QVERIFY(fuzzyScore(QStringLiteral("dil"), QString::fromUtf8("DİL: Türkçe")) > 0);
        QVERIFY(fuzzyScore(QString::fromUtf8("isit"), QString::fromUtf8("ISIT")) > 0);
        QLocale::setDefault(QLocale(QLocale::English));
    }

    void keyboardOnly()
    {
        Rig rig;
        rig.session.setWorkloads({test::makeWorkload(QStringLiteral("web"), 3)});
        rig.show();
        MainWindow& window = rig.window();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        window.openPane(QStringLiteral("deployments"));
        QTest::keyClick(&window, Qt::Key_K, Qt::ControlModifier);
        CommandPalette* palette = window.commandPalette();
        QVERIFY(palette->isVisible());
        QTRY_VERIFY(palette->field()->hasFocus());
        QVERIFY(palette->listed().size() > 15);
        rig.shot("palette");
        QTest::keyClicks(palette->field(), QStringLiteral("go events"));
        QCOMPARE(palette->listed().value(0), QStringLiteral("Events"));
        QTest::keyClick(palette->field(), Qt::Key_Return);
        QVERIFY(!palette->isVisible());
        QCOMPARE(window.currentPane(), QStringLiteral("events"));

        QTest::keyClick(&window, Qt::Key_K, Qt::ControlModifier);
        QTest::keyClicks(palette->field(), QStringLiteral("theme dark"));
        QTest::keyClick(palette->field(), Qt::Key_Return);
        QVERIFY(Style::instance().isDark());

        QTest::keyClick(&window, Qt::Key_K, Qt::ControlModifier);
        QVERIFY(palette->isVisible());
        QTest::keyClick(palette->field(), Qt::Key_Escape);
        QVERIFY(!palette->isVisible());
    }

    void whatCannotBeDoneSaysWhy()
    {
        Rig rig;
        rig.show();
        bool ran = false;
        Command no{QStringLiteral("Delete all"), {}, {}, {}, QStringLiteral("This connection is read-only."),
                   [&] { ran = true; }};
        CommandPalette* palette = rig.window().commandPalette();
        palette->open({no});
        QTest::keyClick(palette->field(), Qt::Key_Return);
        QVERIFY(!ran);
        QVERIFY(palette->isVisible());
        bool told = false;
        for (const QLabel* label : palette->findChildren<QLabel*>())
            told = told || (label->isVisible() && label->text().contains(QStringLiteral("read-only")));
        QVERIFY(told);
    }

    void everyPaneActionIsInIt()
    {
        Rig rig;
        rig.session.setWorkloads({test::makeWorkload(QStringLiteral("web"), 3)});
        rig.show();
        QVERIFY(QTest::qWaitForWindowActive(&rig.window()));
        for (const char* id : {"deployments", "logs", "events", "connections", "cluster", "settings"}) {
            rig.window().openPane(QString::fromLatin1(id));
            QTest::keyClick(&rig.window(), Qt::Key_K, Qt::ControlModifier);
            CommandPalette* palette = rig.window().commandPalette();
            if (!palette->isVisible())
                QTest::keyClick(&rig.window(), Qt::Key_K, Qt::ControlModifier);
            const QStringList listed = palette->listed();
            for (const QAction* action : rig.window().pane(QString::fromLatin1(id))->paletteActions())
                if (!action->isSeparator() && action->isVisible())
                    QVERIFY2(
                        listed.contains(action->text().remove(u'&')),
                        qPrintable(QLatin1String(id) + u' ' + action->text() + u'\n' + listed.join(u'\n')));
            palette->dismiss();
        }
    }
};

int main(int argc, char** argv)
{
    QApplication app(argc, argv);
    TestPalette test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_palette.moc"
