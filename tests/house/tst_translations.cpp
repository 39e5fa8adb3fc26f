#include "tree.h"

#include <QProcess>
#include <QRegularExpression>
#include <QSet>
#include <QTemporaryDir>
#include <QTest>
#include <QXmlStreamReader>

using namespace Qt::StringLiterals;

namespace
{

struct Message {
    QString context, source, comment, translation;
    bool unfinished = false;
    bool numerus = false;

    QString key() const
    {
        return context + u'\x1f' + source + u'\x1f' + comment + (numerus ? u"\x1fn"_s : QString());
    }
};

QList<Message> messages(const QByteArray& ts)
{
    QList<Message> found;
    QXmlStreamReader xml(ts);
    Message message;
    QString context;
    while (!xml.atEnd()) {
        const auto token = xml.readNext();
        if (token == QXmlStreamReader::StartElement) {
            const auto name = xml.name();
            if (name == u"name")
                context = xml.readElementText();
            else if (name == u"message")
                message = Message{context, {}, {}, {}, false, xml.attributes().value(u"numerus"_s) == u"yes"};
            else if (name == u"source")
                message.source = xml.readElementText();
            else if (name == u"comment")
                message.comment = xml.readElementText();
            else if (name == u"translation") {
                message.unfinished = xml.attributes().hasAttribute(u"type"_s);
                message.translation = xml.readElementText(QXmlStreamReader::IncludeChildElements);
            }
        } else if (token == QXmlStreamReader::EndElement && xml.name() == u"message") {
            found << message;
        }
    }
    return found;
}

QSet<QString> placeholders(const QString& text)
{
    static const QRegularExpression place(QStringLiteral("%(L?[0-9]+|n)"));
    QSet<QString> found;
    auto matches = place.globalMatch(text);
    while (matches.hasNext())
        found << matches.next().captured();
    return found;
}

} // namespace

class TestTranslations : public QObject
{
    Q_OBJECT
private Q_SLOTS:

    void initTestCase()
    {
        const QStringList files = tree::files(u"translations/tr"_s, {u"*.ts"_s});
        QVERIFY(!files.isEmpty());
        for (const QString& path : files) {
            for (const Message& message : messages(tree::read(path)))
                m_turkish.insert(message.key(), message);
        }
    }

    /// Reads the sources as translators' tools do and asks for each string's Turkish.
    void everyStringHasTurkish()
    {
        QTemporaryDir folder;
        QVERIFY(folder.isValid());
        const QString ts = folder.filePath(u"all.ts"_s);
        QProcess lupdate;
        lupdate.start(QStringLiteral(KAPTAN_LUPDATE),
                      {u"-silent"_s, u"-I"_s, tree::root(), u"-source-language"_s, u"en"_s,
                       u"-target-language"_s, u"tr_TR"_s, tree::root() + u"/app"_s, tree::root() + u"/ui"_s,
                       u"-ts"_s, ts});
        QVERIFY2(lupdate.waitForFinished(100000), qPrintable(lupdate.errorString()));
        QFile file(ts);
        QVERIFY2(file.open(QIODevice::ReadOnly), lupdate.readAllStandardError().constData());
        const auto all = messages(file.readAll());
        QVERIFY(all.size() > 40);
        QStringList missing;
        for (const Message& message : all) {
            const auto it = m_turkish.constFind(message.key());
            if (it == m_turkish.constEnd() || it->unfinished || it->translation.trimmed().isEmpty())
                missing << message.context + u": "_s + message.source;
        }
        QVERIFY2(missing.isEmpty(), qPrintable(u"\nwithout Turkish:\n"_s + missing.join(u'\n')));
    }

    void placeholdersSurviveTranslation()
    {
        QStringList wrong;
        for (const Message& message : std::as_const(m_turkish)) {
            if (!message.translation.isEmpty() &&
                placeholders(message.source) != placeholders(message.translation))
                wrong << message.context + u": "_s + message.source + u" -> "_s + message.translation;
        }
        QVERIFY2(wrong.isEmpty(), qPrintable(u'\n' + wrong.join(u'\n')));
    }

private:
    QHash<QString, Message> m_turkish;
};

QTEST_GUILESS_MAIN(TestTranslations)
#include "tst_translations.moc"
