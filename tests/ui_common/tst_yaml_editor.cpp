#include "ui/common/style.h"
#include "ui/common/yaml_editor.h"
#include "ui/common/yaml_highlighter.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QElapsedTimer>
#include <QLineEdit>
#include <QTest>
#include <QTextBlock>
#include <QTextLayout>

using namespace kaptan::ui;
using namespace Qt::StringLiterals;

class TestYamlEditor : public QObject
{
    Q_OBJECT
private Q_SLOTS:

    void initTestCase() { Style::instance().apply(Theme::Light, Density::Normal); }

    void init()
    {
        m_editor = std::make_unique<YamlEditor>();
        m_editor->resize(600, 400);
        m_editor->show();
        QVERIFY(QTest::qWaitForWindowActive(m_editor.get()));
        m_editor->setFocus();
    }

    void cleanup() { m_editor.reset(); }

    void colorsTheParts_data()
    {
        QTest::addColumn<QString>("line");
        QTest::addColumn<QVector<YamlToken>>("tokens");
        QTest::newRow("key and text")
            << u"name: web"_s
            << QVector<YamlToken>{{0, 4, YamlPart::Key}, {4, 1, YamlPart::Mark}, {6, 3, YamlPart::Text}};
        QTest::newRow("number in a list")
            << u"  - 80 # http"_s
            << QVector<YamlToken>{
                   {2, 1, YamlPart::Mark}, {4, 2, YamlPart::Number}, {7, 6, YamlPart::Comment}};
        QTest::newRow("word") << u"a: true"_s
                              << QVector<YamlToken>{
                                     {0, 1, YamlPart::Key}, {1, 1, YamlPart::Mark}, {3, 4, YamlPart::Word}};
        QTest::newRow("quoted") << u"a: \"x # y\""_s
                                << QVector<YamlToken>{
                                       {0, 1, YamlPart::Key}, {1, 1, YamlPart::Mark}, {3, 7, YamlPart::Text}};
        QTest::newRow("image with a colon")
            << u"image: web:1.2"_s
            << QVector<YamlToken>{{0, 5, YamlPart::Key}, {5, 1, YamlPart::Mark}, {7, 7, YamlPart::Text}};
        QTest::newRow("document") << u"---"_s << QVector<YamlToken>{{0, 3, YamlPart::Mark}};
        QTest::newRow("nothing") << u"   "_s << QVector<YamlToken>{};
    }

    void colorsTheParts()
    {
        QFETCH(QString, line);
        QFETCH(QVector<YamlToken>, tokens);
        int state = -1;
        QCOMPARE(yamlTokens(line, state), tokens);
    }

    void aBlockGoesOnUntilItsIndentationEnds()
    {
        int state = -1;
        yamlTokens(u"  run: |"_s, state);
        QCOMPARE(yamlTokens(u"    a: b"_s, state), (QVector<YamlToken>{{0, 8, YamlPart::Text}}));
        QCOMPARE(yamlTokens(u""_s, state), QVector<YamlToken>());
        QCOMPARE(yamlTokens(u"    # no comment"_s, state), (QVector<YamlToken>{{0, 16, YamlPart::Text}}));
        QCOMPARE(yamlTokens(u"  next: 1"_s, state).first(), (YamlToken{2, 4, YamlPart::Key}));
        state = -1;
        yamlTokens(u"a: 'one"_s, state);
        QCOMPARE(yamlTokens(u"  two' # c"_s, state).last(), (YamlToken{7, 3, YamlPart::Comment}));
    }

    void followsWhatIsTyped()
    {
        m_editor->setText(u"a: |\n  b: c\nd: e\n"_s);
        const auto color = [this](int line) {
            const auto formats = m_editor->document()->findBlockByNumber(line).layout()->formats();
            return formats.isEmpty() ? QColor() : formats.first().format.foreground().color();
        };
        const QColor text = Style::instance().color(ColorRole::Text);
        const QColor key = Style::instance().tone(Tone::Accent).fg;
        QTRY_COMPARE(color(1), text);
        m_editor->goTo(1, 4);
        QTest::keyClick(m_editor.get(), Qt::Key_Delete);
        QTRY_COMPARE(color(1), key);
        Style::instance().apply(Theme::Dark, Density::Normal);
        QTRY_COMPARE(color(1), Style::instance().tone(Tone::Accent).fg);
        Style::instance().apply(Theme::Light, Density::Normal);
    }

    void twoMegabytesStayUsable()
    {
        QString text;
        for (int i = 0; text.size() < 2'000'000; ++i)
            text += u"key%1:\n  - name: value # remark\n"_s.arg(i);
        QElapsedTimer timer;
        timer.start();
        m_editor->setText(text);
        m_editor->goTo(30'000);
        QTest::keyClicks(m_editor.get(), u"abc"_s);
        QVERIFY2(timer.elapsed() < 20'000, qPrintable(QString::number(timer.elapsed())));
        QVERIFY(m_editor->text().size() == text.size() + 3);
    }

    void keepsHardBlanks()
    {
        const QString text = u"a:\u00a0b\n"_s;
        m_editor->setText(text);
        QCOMPARE(m_editor->text(), text);
    }

    void enterGoesOnWithTheIndentation_data()
    {
        QTest::addColumn<QString>("line");
        QTest::addColumn<int>("blanks");
        QTest::newRow("plain") << u"  a: b"_s << 2;
        QTest::newRow("mapping") << u"  a:"_s << 4;
        QTest::newRow("mapping with a remark") << u"a: # why"_s << 2;
        QTest::newRow("item") << u"  - name: web"_s << 4;
        QTest::newRow("item with a mapping") << u"- ports:"_s << 4;
        QTest::newRow("text block") << u"a: |-"_s << 2;
        QTest::newRow("text") << u"- web"_s << 0;
    }

    void enterGoesOnWithTheIndentation()
    {
        QFETCH(QString, line);
        QFETCH(int, blanks);
        m_editor->setText(line);
        m_editor->moveCursor(QTextCursor::End);
        QTest::keyClick(m_editor.get(), Qt::Key_Return);
        QCOMPARE(m_editor->text(), line + u'\n' + QString(blanks, u' '));
    }

    void tabMakesBlanks()
    {
        m_editor->setText(u"a\n"_s);
        m_editor->goTo(1, 2);
        QTest::keyClick(m_editor.get(), Qt::Key_Tab);
        QCOMPARE(m_editor->text(), u"a \n"_s);
        m_editor->setText(u"a\nb\nc"_s);
        m_editor->selectAll();
        QTest::keyClick(m_editor.get(), Qt::Key_Tab);
        QCOMPARE(m_editor->text(), u"  a\n  b\n  c"_s);
        QTest::keyClick(m_editor.get(), Qt::Key_Backtab);
        QCOMPARE(m_editor->text(), u"a\nb\nc"_s);
        m_editor->setText(u"    a"_s);
        m_editor->goTo(1, 5);
        QTest::keyClick(m_editor.get(), Qt::Key_Backspace);
        QCOMPARE(m_editor->text(), u"  a"_s);
        QVERIFY(!m_editor->text().contains(u'\t'));
    }

    void commentsAndBack()
    {
        const QString text = u"a:\n  b: c\n\n  d: e\n"_s;
        m_editor->setText(text);
        QTextCursor cursor = m_editor->textCursor();
        cursor.setPosition(3);
        cursor.setPosition(16, QTextCursor::KeepAnchor);
        m_editor->setTextCursor(cursor);
        QTest::keyClick(m_editor.get(), Qt::Key_Slash, Qt::ControlModifier);
        QCOMPARE(m_editor->text(), u"a:\n  # b: c\n\n  # d: e\n"_s);
        QTest::keyClick(m_editor.get(), Qt::Key_Slash, Qt::ControlModifier);
        QCOMPARE(m_editor->text(), text);
        m_editor->undo();
        QCOMPARE(m_editor->text(), u"a:\n  # b: c\n\n  # d: e\n"_s);
    }

    void aChangeFromOutsideKeepsCursorAndHistory()
    {
        m_editor->setText(u"a: 1\nb: 2\nc: 3\n"_s);
        m_editor->goTo(3, 3);
        QTest::keyClicks(m_editor.get(), u"x"_s);
        m_editor->changeText(u"a: 10\nb: 2\nc:x 3\n"_s);
        QCOMPARE(m_editor->currentLine(), 3);
        QCOMPARE(m_editor->textCursor().positionInBlock(), 3);
        m_editor->undo();
        QCOMPARE(m_editor->text(), u"a: 1\nb: 2\nc:x 3\n"_s);
        m_editor->undo();
        QCOMPARE(m_editor->text(), u"a: 1\nb: 2\nc: 3\n"_s);
    }

    void problemsAreToldAtTheirLine()
    {
        m_editor->setText(u"a: 1\nb\n"_s);
        m_editor->setProblems({{2, 1, u"not a mapping"_s, false}, {2, 1, u"odd"_s, true}});
        QCOMPARE(m_editor->problemsAt(2), u"not a mapping\nodd"_s);
        QCOMPARE(m_editor->problemsAt(1), QString());
        QVERIFY(m_editor->accessibleDescription().isEmpty());
        m_editor->goTo(2);
        QVERIFY(m_editor->accessibleDescription().contains(u"not a mapping"_s));
        bool underlined = false;
        for (const auto& mark : m_editor->extraSelections())
            underlined = underlined || (mark.cursor.blockNumber() == 1 &&
                                        mark.format.underlineStyle() == QTextCharFormat::WaveUnderline);
        QVERIFY(underlined);
    }

    void findsWithTheBar()
    {
        m_editor->setText(u"web\napi\nWEB\n"_s);
        QTest::keyClick(m_editor.get(), Qt::Key_F, Qt::ControlModifier);
        auto* field = m_editor->findChild<QLineEdit*>(u"findText"_s);
        QVERIFY(field && field->isVisible());
        QTest::keyClicks(field, u"web"_s);
        QCOMPARE(m_editor->currentLine(), 1);
        QTest::keyClick(field, Qt::Key_Return);
        QCOMPARE(m_editor->currentLine(), 3);
        QTest::keyClick(field, Qt::Key_Return); // goes on at the top
        QCOMPARE(m_editor->currentLine(), 1);
        QTest::keyClick(field, Qt::Key_Return, Qt::ShiftModifier);
        QCOMPARE(m_editor->currentLine(), 3);
        QTest::keyClick(field, Qt::Key_Escape);
        QVERIFY(!field->isVisible());
        QCOMPARE(m_editor->textCursor().selectedText(), u"WEB"_s);
    }

    void completesByTheProvider()
    {
        QString asked;
        m_editor->setProvider([&asked](const QString&, int line, int column) -> QVector<Completion> {
            asked = u"%1:%2"_s.arg(line).arg(column);
            return {{u"replicas"_s, {}, u"integer"_s, {}}, {u"restartPolicy"_s, {}, u"string"_s, {}}};
        });
        m_editor->setText(u"spec:\n  "_s);
        m_editor->moveCursor(QTextCursor::End);
        QTest::keyClicks(m_editor.get(), u"rep"_s);
        auto* list = QApplication::activePopupWidget();
        QVERIFY(list);
        QCOMPARE(asked, u"2:6"_s);
        QTest::keyClick(list, Qt::Key_Return);
        QCOMPARE(m_editor->text(), u"spec:\n  replicas"_s);
        QTRY_VERIFY(!QApplication::activePopupWidget());
    }

private:
    std::unique_ptr<YamlEditor> m_editor;
};

QTEST_MAIN(TestYamlEditor)
#include "tst_yaml_editor.moc"
