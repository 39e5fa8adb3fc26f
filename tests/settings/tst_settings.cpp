#include "app/settings/settings.h"
#include "app/settings/settings_file.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSet>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QThreadPool>

using namespace kaptan;
using namespace kaptan::settings;
using namespace Qt::StringLiterals;

namespace
{

void write(const QString& path, const QByteArray& bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(bytes);
}

QByteArray read(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// JSON written with single quotes (moc 6.4 loses the slots behind a raw string).
QByteArray json(QByteArray text)
{
    return text.replace('\'', '"');
}

QJsonObject rootOf(const QString& path)
{
    return QJsonDocument::fromJson(read(path)).object();
}

} // namespace

class TestSettings : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_dir;

    QString file() const { return m_dir->filePath(u"settings.json"_s); }

    QStringList aside() const { return QDir(m_dir->path()).entryList({u"settings.json.bad-*"_s}); }

private Q_SLOTS:

    void init() { m_dir = std::make_unique<QTemporaryDir>(); }

    void theTableIsSound()
    {
        QSet<QString> keys;
        for (const Definition& d : definitions()) {
            QVERIFY2(!keys.contains(d.key), qPrintable(d.key));
            keys.insert(d.key);
            QVERIFY2(d.accept(d.fallback).has_value(), qPrintable(d.key));
            if (d.isShown())
                QVERIFY2(!d.title().isEmpty() && !d.text().isEmpty() && !d.group().isEmpty(),
                         qPrintable(d.key));
            QCOMPARE(definition(d.key), &d);
        }
        QVERIFY(!definition(u"no/such"_s));
    }

    void defaultsWithoutAFile()
    {
        Settings settings(m_dir->path());
        QCOMPARE(settings.get(key::theme), u"system"_s);
        QCOMPARE(settings.get(key::logBuffer), 256);
        QVERIFY(settings.get(key::confirmStop));
        QVERIFY(settings.warnings().isEmpty());
        QVERIFY(!QFile::exists(file())); // looking writes nothing
    }

    void directoryFromTheEnvironment()
    {
        qputenv("KAPTAN_CONFIG_DIR", m_dir->filePath(u"given"_s).toLocal8Bit());
        Settings settings;
        qunsetenv("KAPTAN_CONFIG_DIR");
        QCOMPARE(settings.path(), m_dir->filePath(u"given/settings.json"_s));
        QVERIFY(settings.set(key::theme, u"dark"_s));
        QVERIFY(settings.flush());
        QVERIFY(QFile::exists(settings.path()));
    }

    void setTellsAndKeeps()
    {
        {
            Settings settings(m_dir->path());
            QSignalSpy changed(&settings, &Settings::changed);
            QVERIFY(settings.set(key::theme, u"dark"_s));
            QVERIFY(settings.set(key::theme, u"dark"_s));
            QVERIFY(settings.set(key::logWrap, true));
            QVERIFY(settings.set(key::windowGeometry, QByteArray("\0\xff geometry", 11)));
            QCOMPARE(changed.count(), 3);
            QCOMPARE(changed.first().first().toString(), u"appearance/theme"_s);
        } // the destructor writes
        Settings again(m_dir->path());
        QCOMPARE(again.get(key::theme), u"dark"_s);
        QVERIFY(again.get(key::logWrap));
        QCOMPARE(again.get(key::windowGeometry), QByteArray("\0\xff geometry", 11));
        again.reset(u"appearance/theme"_s);
        QCOMPARE(again.get(key::theme), u"system"_s);
        QVERIFY(again.flush());
        QVERIFY(!rootOf(file()).value(u"values"_s).toObject().contains(u"appearance/theme"_s));
        const auto others = QFile::permissions(file()) & (QFile::ReadOther | QFile::ReadGroup);
        QVERIFY(!others);
    }

    void refusesWhatTheTableRefuses()
    {
        Settings settings(m_dir->path());
        QSignalSpy changed(&settings, &Settings::changed);
        QVERIFY(!settings.set(key::theme, u"pink"_s));
        QVERIFY(!settings.setValue(u"logs/wrap"_s, u"yes"_s));
        QVERIFY(!settings.setValue(u"no/such"_s, true));
        const auto tooMuch = settings.set(key::logBuffer, 1000000);
        QVERIFY(!tooMuch);
        QVERIFY(tooMuch.error().advice().contains(u"8192"_s));
        QCOMPARE(changed.count(), 0);
    }

    void badFileIsSetAside_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("no JSON") << QByteArray("theme=dark\n");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("cut off") << (json("{'values': {'appearance/theme': 'da"));
        QTest::newRow("an array") << QByteArray("[1]");
        QTest::newRow("values are no object") << (json("{'values': [1]}"));
        QTest::newRow("connections are no list") << (json("{'connections': {'a': 1}}"));
        QTest::newRow("binary") << QByteArray("\0\xff\xfe{}", 5);
        QTest::newRow("too large") << QByteArray(5 * 1024 * 1024, ' ');
        QTest::newRow("deep") << QByteArray(100000, '[');
    }

    void badFileIsSetAside()
    {
        QFETCH(QByteArray, bytes);
        write(file(), bytes);
        Settings settings(m_dir->path());
        QCOMPARE(settings.get(key::theme), u"system"_s);
        QCOMPARE(aside().size(), 1);
        QCOMPARE(read(m_dir->filePath(aside().first())), bytes);
        QCOMPARE(settings.warnings().size(), 1);
        QVERIFY(settings.warnings().first().contains(aside().first()));
        QVERIFY(settings.set(key::theme, u"light"_s));
        QVERIFY(settings.flush());
        QCOMPARE(Settings(m_dir->path()).get(key::theme), u"light"_s);
        QCOMPARE(aside().size(), 1);
    }

    void badValueNamesItsKeyAndStays()
    {
        const QByteArray bytes = json(
            "{'future': 1, 'values': {'appearance/theme': 'pink', 'logs/bufferMiB': 'x',"
            "'metrics/intervalSeconds': 2.5, 'logs/wrap': true, 'window/geometry': '***', 'later/key': [1]},"
            "'connections': [7, {'id': 'a', 'address': 'unix:///a'}, {'id': 'a', 'address': 'unix:///b'}]}");
        write(file(), bytes);
        Settings settings(m_dir->path());
        QCOMPARE(settings.get(key::theme), u"system"_s);
        QCOMPARE(settings.get(key::logBuffer), 256);
        QVERIFY(settings.get(key::logWrap));
        QCOMPARE(settings.connections().size(), 1);
        const QString all = settings.warnings().join(u'\n');
        QCOMPARE(settings.warnings().size(), 6);
        for (const auto& key :
             {u"appearance/theme"_s, u"logs/bufferMiB"_s, u"metrics/intervalSeconds"_s, u"window/geometry"_s})
            QVERIFY2(all.contains(key), qPrintable(key));
        QVERIFY(settings.set(key::logWrap, false));
        QVERIFY(settings.set(key::theme, u"dark"_s));
        QVERIFY(settings.flush());
        const QJsonObject values = rootOf(file()).value(u"values"_s).toObject();
        QCOMPARE(values.value(u"logs/bufferMiB"_s).toString(), u"x"_s);
        QCOMPARE(values.value(u"later/key"_s).toArray().size(), 1);
        QCOMPARE(rootOf(file()).value(u"future"_s).toInt(), 1);
        QCOMPARE(aside().size(), 1); // the file as it was
        QCOMPARE(read(m_dir->filePath(aside().first())), bytes);
    }

    void twoProgramsKeepEachOthersValues()
    {
        Settings one(m_dir->path());
        Settings two(m_dir->path());
        QVERIFY(one.set(key::theme, u"dark"_s));
        QVERIFY(one.flush());
        QVERIFY(two.set(key::density, u"compact"_s));
        two.putConnection({u"id2"_s, u"two"_s, u"unix:///two"_s, {}, {}, {}});
        QVERIFY(two.flush());
        one.putConnection({u"id1"_s, u"one"_s, u"unix:///one"_s, {}, {}, {}});
        QVERIFY(one.flush());
        QCOMPARE(two.get(key::theme), u"dark"_s);
        QCOMPARE(one.get(key::density), u"compact"_s);
        const Settings three(m_dir->path());
        QCOMPARE(three.get(key::theme), u"dark"_s);
        QCOMPARE(three.get(key::density), u"compact"_s);
        QCOMPARE(three.connections().size(), 2);
    }

    void changesOfAnotherProgramArrive()
    {
        Settings one(m_dir->path());
        Settings two(m_dir->path());
        QSignalSpy changed(&one, &Settings::changed);
        QVERIFY(two.set(key::theme, u"dark"_s));
        QVERIFY(two.flush());
        QTRY_COMPARE(one.get(key::theme), u"dark"_s);
        QCOMPARE(changed.count(), 1);
    }

    /// Many writers at once on one file: every value is there at the end.
    void manyWritersLoseNothing()
    {
        QThreadPool pool;
        pool.setMaxThreadCount(4);
        std::atomic_int failed = 0;
        for (int i = 0; i < 40; ++i) {
            pool.start([&, i] {
                const SettingsFile shared(file());
                if (!shared.update({[i](QJsonObject& root) { root.insert(u"k%1"_s.arg(i), i); }}))
                    ++failed;
            });
        }
        pool.waitForDone();
        QCOMPARE(failed.load(), 0);
        QCOMPARE(rootOf(file()).size(), 40);
    }

    void marksAndConnections()
    {
        Settings settings(m_dir->path());
        QSignalSpy changed(&settings, &Settings::connectionsChanged);
        StoredConnection c{u"a"_s, u"first"_s, u"tcp://h:2376"_s, u"/ca"_s, u"/cert"_s, u"/key"_s};
        settings.putConnection(c);
        settings.setMarks(u"a"_s, {true, false, {}});
        settings.setMarks(u"found"_s, {false, true, {}});
        QCOMPARE(changed.count(), 3);
        c.name = u"renamed"_s;
        settings.putConnection(c);
        QVERIFY(settings.flush());
        {
            const Settings again(m_dir->path());
            QCOMPARE(again.connections(), QVector<StoredConnection>{c});
            QVERIFY(again.marks(u"a"_s).production);
            QVERIFY(again.marks(u"found"_s).readOnly);
            QVERIFY(!again.marks(u"other"_s).production);
        }
        settings.removeConnection(u"a"_s);
        settings.setMarks(u"found"_s, {});
        QVERIFY(settings.flush());
        QVERIFY(rootOf(file()).value(u"marks"_s).toObject().isEmpty());
        QVERIFY(rootOf(file()).value(u"connections"_s).toArray().isEmpty());
    }

    void unwritableSaysSoAndHoldsForThisRun()
    {
        write(m_dir->filePath(u"plain"_s), "a file where a folder should be");
        Settings settings(m_dir->filePath(u"plain/config"_s));
        QSignalSpy failed(&settings, &Settings::writeFailed);
        QVERIFY(settings.set(key::theme, u"dark"_s));
        const auto flushed = settings.flush();
        QVERIFY(!flushed);
        QVERIFY(flushed.error().message().contains(u"plain/config"_s));
        QCOMPARE(failed.count(), 1);
        QCOMPARE(settings.get(key::theme), u"dark"_s);
    }
};

QTEST_GUILESS_MAIN(TestSettings)
#include "tst_settings.moc"
