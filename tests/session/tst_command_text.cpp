#include "app/session/command_text.h"

#include <QTest>

using namespace kaptan::session;
using namespace Qt::StringLiterals;

class TestCommandText : public QObject
{
    Q_OBJECT
private Q_SLOTS:

    void words_data()
    {
        QTest::addColumn<QString>("word");
        QTest::addColumn<QString>("shown");
        QTest::newRow("plain") << u"--tenant=<b>a</b>"_s << u"--tenant=<b>a</b>"_s;
        QTest::newRow("empty") << QString() << u"''"_s;
        QTest::newRow("blank") << u"a b"_s << u"'a b'"_s;
        QTest::newRow("quote") << u"it's"_s << u"'it'\\''s'"_s;
        QTest::newRow("line") << u"a\nb\t"_s << u"'a\\u{a}b\\u{9}'"_s;
        QTest::newRow("direction") << u"a\u202eb\u200b"_s << u"'a\\u{202e}b\\u{200b}'"_s;
        QTest::newRow("wide blank") << u"a\u00a0b\u3000"_s << u"'a\\u{a0}b\\u{3000}'"_s;
        QTest::newRow("long") << QString(20000, u'x') << QString(20000, u'x');
    }

    void words()
    {
        QFETCH(QString, word);
        QTEST(shownWord(word), "shown");
    }

    void valuesThatDecideAreShown()
    {
        for (const QString& name :
             {u"LD_PRELOAD"_s, u"LD_LIBRARY_PATH"_s, u"DYLD_INSERT_LIBRARIES"_s, u"PATH"_s, u"PYTHONPATH"_s,
              u"PYTHONSTARTUP"_s, u"NODE_OPTIONS"_s, u"BASH_ENV"_s, u"ENV"_s, u"PERL5LIB"_s, u"PERL5OPT"_s,
              u"RUBYOPT"_s, u"GIT_SSH_COMMAND"_s, u"JAVA_TOOL_OPTIONS"_s, u"GCONV_PATH"_s,
              u"AWS_CONFIG_FILE"_s})
            QVERIFY2(decidesWhatRuns(name), qPrintable(name));
        for (const QString& name :
             {u"TOKEN"_s, u"AWS_SECRET_ACCESS_KEY"_s, u"NODE_AUTH_TOKEN"_s, u"HTTPS_PROXY"_s, u"PASSWORD"_s})
            QVERIFY2(!decidesWhatRuns(name), qPrintable(name));
        QCOMPARE(shownVariables({{u"LD_PRELOAD"_s, u"/tmp/a b.so"_s}, {u"TOKEN"_s, u"geheim"_s}}),
                 (QStringList{u"LD_PRELOAD='/tmp/a b.so'"_s, u"TOKEN"_s}));
    }
};

QTEST_APPLESS_MAIN(TestCommandText)
#include "tst_command_text.moc"
