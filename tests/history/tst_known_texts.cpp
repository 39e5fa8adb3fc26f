#include "app/history/known_texts.h"

#include <QCoreApplication>
#include <QTest>
#include <QTranslator>

using namespace kaptan;
using namespace Qt::StringLiterals;

namespace
{

/// Whatever is asked for is said to be translated.
class Loud : public QTranslator
{
public:
    QString translate(const char*, const char* source, const char*, int) const override
    {
        return QString::fromUtf8(source).toUpper();
    }

    bool isEmpty() const override { return false; }
};

} // namespace

/// What is stored in one language is read in that of the reader; what others wrote stays as they wrote it.
class TestKnownTexts : public QObject
{
    Q_OBJECT
private Q_SLOTS:

    void ownWordsAreTranslated()
    {
        Loud loud;
        QVERIFY(QCoreApplication::installTranslator(&loud));
        for (const char16_t* text : {history::text::observed, history::text::connectionLost,
                                     history::text::replaced, history::text::removed}) {
            const QString stored = QString::fromUtf16(text);
            QCOMPARE(history::shownText(stored), stored.toUpper());
        }
        QCOMPARE(history::shownText(u"the image was not found"_s), u"the image was not found"_s);
        QCoreApplication::removeTranslator(&loud);
        QCOMPARE(history::shownText(u"observed"_s), u"observed"_s);
    }
};

QTEST_GUILESS_MAIN(TestKnownTexts)
#include "tst_known_texts.moc"
