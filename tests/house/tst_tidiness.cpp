#include "tree.h"

#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;

/// Small rules of the house that a reader should not have to check.
class TestTidiness : public QObject
{
    Q_OBJECT
private Q_SLOTS:

    /// About 400 lines (500 at the most); up to 600 with a reason in the file's head ("Long because ...").
    void filesAreShort()
    {
        QStringList wrong;
        for (const QString& path : tree::sources()) {
            const QByteArray text = tree::read(path);
            const auto lines = text.count('\n');
            const bool reason = text.left(1500).contains("Long because");
            if (lines > 600 || (lines > 500 && !reason))
                wrong << u"%1 has %2 lines"_s.arg(path).arg(lines);
        }
        QVERIFY2(wrong.isEmpty(), qPrintable(u'\n' + wrong.join(u'\n')));
    }

    /// tests/BAD-INPUT.md promises a test for each thing: it is there.
    void badInputsHaveTheirTests()
    {
        static const QRegularExpression named(u"`(tests/[^` ]+)(?: (\\w+))?`"_s);
        QStringList wrong;
        int count = 0;
        auto matches = named.globalMatch(QString::fromUtf8(tree::read(u"tests/BAD-INPUT.md"_s)));
        while (matches.hasNext()) {
            const auto match = matches.next();
            const QByteArray text = tree::read(match.captured(1));
            const QString test = match.captured(2);
            ++count;
            if (text.isEmpty() || (!test.isEmpty() && !text.contains("void " + test.toLatin1() + "()") &&
                                   !text.contains("::" + test.toLatin1() + "()")))
                wrong << match.captured();
        }
        QVERIFY(count > 20);
        QVERIFY2(wrong.isEmpty(), qPrintable(u'\n' + wrong.join(u'\n')));
    }

    void onlyTheStyleKnowsColours()
    {
        static const QRegularExpression colour(
            QStringLiteral("\"#[0-9A-Fa-f]{6}\"|QColor\\(\\s*(0x|\\d|Qt::|QStringLiteral\\(\"#)|"
                           "setStyleSheet\\([^)]*#[0-9A-Fa-f]{3}"));
        QStringList wrong;
        for (const QString& path : tree::files(u"ui"_s, {u"*.cpp"_s, u"*.h"_s})) {
            if (path.startsWith(u"ui/common/"_s))
                continue;
            if (QString::fromUtf8(tree::read(path)).contains(colour))
                wrong << path;
        }
        QVERIFY2(wrong.isEmpty(), qPrintable(u"colours outside ui/common:\n"_s + wrong.join(u'\n')));
    }

    /// Tests wait for conditions; nothing else waits in a loop of its own.
    void nobodySleeps()
    {
        static const QRegularExpression sleep(QStringLiteral(
            "\\b(QThread::m?sleep|std::this_thread::sleep_for|usleep|QTest::qSleep|QTest::qWait)\\("));
        QStringList wrong;
        const QStringList tests = tree::files(u"tests"_s, {u"*.cpp"_s, u"*.h"_s});
        for (const QString& path : tree::sources() + tests) {
            if (!path.endsWith(u"tst_tidiness.cpp"_s) && QString::fromUtf8(tree::read(path)).contains(sleep))
                wrong << path;
        }
        QVERIFY2(wrong.isEmpty(), qPrintable(u'\n' + wrong.join(u'\n')));
    }

    /// Text of an engine may hold mark-up: labels that could show it say that they are plain.
    void noRichText()
    {
        static const QRegularExpression rich(
            QStringLiteral("Qt::RichText|Qt::AutoText|QTextBrowser|setHtml\\(|insertHtml\\(|appendHtml\\("));
        QStringList wrong;
        for (const QString& path : tree::files(u"ui"_s, {u"*.cpp"_s, u"*.h"_s})) {
            if (QString::fromUtf8(tree::read(path)).contains(rich))
                wrong << path;
        }
        QVERIFY2(wrong.isEmpty(), qPrintable(u'\n' + wrong.join(u'\n')));
    }
};

QTEST_GUILESS_MAIN(TestTidiness)
#include "tst_tidiness.moc"
