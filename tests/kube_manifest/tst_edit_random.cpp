#include "app/kube/manifest/yaml_edit.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QRandomGenerator>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace kaptan::kube;

namespace
{

const QStringList keys{u"a"_s, u"name"_s, u"image"_s, u"x.y/z"_s, u"on"_s, u"null"_s, u"k 1"_s, u"ç"_s};
const QStringList texts{u"x"_s,         u"yes"_s,        u"a: b"_s,        u"# no"_s,       u""_s,
                        u"it's"_s,      u"1"_s,          u"a, b"_s,        u"]"_s,          u"l1\nl2\n"_s,
                        u"l1\n\n l2"_s, u"--- x"_s,      u"\U0001F600"_s,  u"a\\b \"c\""_s, u"- a"_s,
                        u" a "_s,       u"nginx:1.27"_s, u"x\n---\ny\n"_s, u"a\n\n"_s};

/// Texts in every style, with comments; every line says something of its own where it can.
class Maker
{
public:
    explicit Maker(quint32 seed) : m_random(seed)
    {
        m_step = 2 + 2 * pick(2);
        m_list = pick(2) ? 0 : m_step;
    }

    int pick(int below) { return m_random.bounded(below); }

    QJsonValue value(int depth)
    {
        switch (pick(depth > 0 ? 7 : 4)) {
        case 0:
            return pick(100);
        case 1:
            return pick(3) == 0 ? QJsonValue(QJsonValue::Null) : QJsonValue(pick(2) == 0);
        case 4: {
            QJsonArray array;
            for (int n = pick(4); n > 0; --n)
                array.append(value(depth - 1));
            return array;
        }
        case 5:
        case 6: {
            QJsonObject object;
            for (int n = pick(4); n > 0; --n)
                object.insert(keys[pick(int(keys.size()))], value(depth - 1));
            return object;
        }
        default:
            return texts[pick(int(texts.size()))];
        }
    }

    QString document(const QJsonObject& object)
    {
        m_out.clear();
        if (pick(6) == 0)
            return QString::fromUtf8(QJsonDocument(object).toJson());
        if (object.isEmpty())
            return pick(2) ? u"{}\n"_s : u"# nothing\n"_s;
        mapping(object, 0, false);
        if (pick(8) == 0)
            m_out.chop(1);
        return m_out;
    }

private:
    QString json(const QJsonValue& value)
    {
        const QByteArray text = QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact);
        return QString::fromUtf8(text.mid(1, text.size() - 2)).replace(u"\":"_s, u"\": "_s);
    }

    QString comment() { return pick(4) == 0 ? u" # c%1"_s.arg(m_comments++) : QString(); }

    void noise(int indent)
    {
        if (pick(5) == 0)
            m_out += QString(indent, u' ') + u"# about %1\n"_s.arg(m_comments++);
        if (pick(12) == 0)
            m_out += u'\n';
    }

    /// Behind a colon or a dash, with the end of its line.
    void behind(const QJsonValue& value, int indent, bool item)
    {
        if (pick(6) == 0 && !value.isString()) {
            m_out += u' ' + json(value) + comment() + u'\n';
        } else if (value.isObject() && !value.toObject().isEmpty()) {
            const bool compact = item && pick(4) != 0;
            m_out += compact ? u" "_s : comment() + u'\n';
            mapping(value.toObject(), compact ? indent + 2 : indent + m_step, compact);
        } else if (value.isArray() && !value.toArray().isEmpty()) {
            const bool compact = item && pick(2);
            m_out += compact ? u" "_s : comment() + u'\n';
            sequence(value.toArray(),
                     compact ? indent + 2
                     : item  ? indent + m_step
                             : indent + m_list,
                     compact);
        } else if (value.isNull() && pick(2)) {
            m_out += comment() + u'\n';
        } else if (value.toString().contains(u'\n') && !value.toString().startsWith(u' ') && pick(3)) {
            const QString text = value.toString();
            const bool ended = text.endsWith(u'\n'), twice = text.endsWith(u"\n\n"_s);
            m_out += (twice ? u" |+"_s : ended ? u" |"_s : u" |-"_s) + comment() + u'\n';
            for (const QString& line : (ended ? text.chopped(1) : text).split(u'\n'))
                m_out += (line.isEmpty() ? QString() : QString(indent + m_step, u' ') + line) + u'\n';
        } else if (value.isString() && pick(3) == 0 && !value.toString().contains(u'\n')) {
            m_out += u" '"_s + value.toString().replace(u'\'', u"''"_s) + u'\'' + comment() + u'\n';
        } else {
            m_out += u' ' + json(value) + comment() + u'\n';
        }
    }

    void mapping(const QJsonObject& object, int indent, bool begun)
    {
        for (auto it = object.begin(); it != object.end(); ++it) {
            if (!begun)
                noise(indent);
            m_out += (begun ? QString() : QString(indent, u' ')) + json(it.key()) + u':';
            begun = false;
            behind(it.value(), indent, false);
        }
    }

    void sequence(const QJsonArray& array, int indent, bool begun)
    {
        for (const auto& item : array) {
            if (!begun)
                noise(indent);
            m_out += (begun ? QString() : QString(indent, u' ')) + u'-';
            begun = false;
            behind(item, indent, true);
        }
    }

    QRandomGenerator m_random;
    QString m_out;
    int m_step = 2, m_list = 0, m_comments = 0;
};

/// A path that is there, or one beside it.
YamlPath anyPath(Maker& make, const QJsonObject& object)
{
    YamlPath path;
    QJsonValue at = object;
    for (int i = 0; i < 5; ++i) {
        if (at.isArray()) {
            const int index = make.pick(int(at.toArray().size()) + 1);
            path = path / index;
            at = at.toArray().at(index);
        } else {
            const QStringList there = at.toObject().keys();
            const QString key = there.isEmpty() || make.pick(4) == 0 ? keys[make.pick(int(keys.size()))]
                                                                     : there[make.pick(int(there.size()))];
            path = path / key;
            at = at.toObject().value(key);
        }
        if (!(at.isArray() || at.isObject()) || make.pick(4) == 0)
            break;
    }
    return path;
}

QJsonValue with(const QJsonValue& whole, const YamlPath& path, qsizetype step, const QJsonValue& value)
{
    if (step == path.steps.size())
        return value;
    if (const int* index = std::get_if<int>(&path.steps[step])) {
        QJsonArray array = whole.toArray();
        const QJsonValue inner = with(array.at(*index), path, step + 1, value);
        if (*index == array.size())
            array.append(inner);
        else
            array.replace(*index, inner);
        return array;
    }
    QJsonObject object = whole.toObject();
    const QString key = std::get<QString>(path.steps[step]);
    object.insert(key, with(object.value(key), path, step + 1, value));
    return object;
}

QStringList notes(const QString& text)
{
    QStringList all;
    for (const QString& line : text.split(u'\n'))
        if (const qsizetype hash = line.indexOf(u"# about "_s); hash >= 0 && line.trimmed().startsWith(u'#'))
            all += line;
    return all;
}

} // namespace

class TestEditRandom : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void whatIsSetIsWhatIsReadAndNothingElseMoves()
    {
        int kept = 0, all = 0;
        for (quint32 seed = 0; seed < 4000; ++seed) {
            Maker make(seed);
            QJsonObject object;
            for (int n = make.pick(5); n > 0; --n)
                object.insert(keys[make.pick(int(keys.size()))], make.value(3));
            const QString text = make.document(object);
            const auto opened = YamlEdit::open(text);
            QVERIFY2(opened.has_value(), qPrintable(u"seed %1\n"_s.arg(seed) + text +
                                                    (opened ? QString() : opened.error().message())));
            QVERIFY2(opened->object() == object || text.contains(u"|+"_s) || !text.endsWith(u'\n'),
                     qPrintable(u"seed %1\n"_s.arg(seed) + text));
            const QJsonObject before = opened->object();
            const YamlPath path = anyPath(make, before);
            const QJsonValue value = make.value(2);
            YamlEdit edit = *opened;
            const QJsonValue expected = with(before, path, 0, value);
            const auto done = edit.set(path, value);
            const QString what =
                u"seed %1: %2 = %3\n"_s.arg(seed).arg(
                    path.toString(),
                    QString::fromUtf8(QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact))) +
                text + u"\n=====\n"_s + edit.text();
            QVERIFY2(done.has_value(), qPrintable(what));
            QVERIFY2(edit.object() == expected.toObject(), qPrintable(what));
            QVERIFY2(YamlEdit::open(edit.text())->object() == expected.toObject(), qPrintable(what));
            // Lines before the place stay byte for byte, as do those behind the value.
            const int line = opened->lineOf(path);
            const QStringList lines = text.split(u'\n'), now = edit.text().split(u'\n');
            ++all;
            bool same = true;
            for (int i = 0; i + 1 < line; ++i)
                same = same && i < now.size() && now[i] == lines[i];
            if (line > 0 && !value.isArray() && !value.isObject()) {
                const QJsonValue old = valueAt(before, path);
                if (!old.isArray() && !old.isObject() && !old.toString().contains(u'\n') &&
                    !value.toString().contains(u'\n')) {
                    same = same && now.size() == lines.size();
                    for (int i = line + 1; i < lines.size() && same; ++i)
                        same = now[i] == lines[i];
                    same = same && notes(edit.text()) == notes(text);
                }
            }
            if (!same && qEnvironmentVariableIsSet("KAPTAN_TEST_SAY"))
                qInfo("%s", qPrintable(what));
            kept += same ? 1 : 0;
        }
        qInfo("%d of %d changes moved nothing else", kept, all);
        QVERIFY(kept * 1000 >= all * 995); // what remains is written anew around the place, never wrong
    }

    void whatIsTakenOutIsGone()
    {
        for (quint32 seed = 10000; seed < 13000; ++seed) {
            Maker make(seed);
            QJsonObject object;
            for (int n = make.pick(5); n > 0; --n)
                object.insert(keys[make.pick(int(keys.size()))], make.value(3));
            const QString text = make.document(object);
            auto edit = YamlEdit::open(text);
            QVERIFY(edit.has_value());
            const QJsonObject before = edit->object();
            const YamlPath path = anyPath(make, before);
            const auto done = edit->remove(path);
            const QString what =
                u"seed %1: %2\n"_s.arg(seed).arg(path.toString()) + text + u"\n=====\n"_s + edit->text();
            QVERIFY2(done.has_value(), qPrintable(what));
            if (valueAt(before, path).isUndefined()) {
                QCOMPARE(edit->text(), text);
                continue;
            }
            if (const int* index = std::get_if<int>(&path.steps.last())) {
                YamlPath list = path;
                list.steps.removeLast();
                QJsonArray array = valueAt(before, list).toArray();
                array.removeAt(*index);
                QVERIFY2(edit->object() == with(before, list, 0, array).toObject(), qPrintable(what));
            } else {
                QVERIFY2(valueAt(edit->object(), path).isUndefined(), qPrintable(what));
                // Put back, it is the same again.
                QVERIFY2(edit->set(path, valueAt(before, path)).has_value(), qPrintable(what));
                QVERIFY2(edit->object() == before, qPrintable(what));
            }
        }
    }
};

QTEST_GUILESS_MAIN(TestEditRandom)
#include "tst_edit_random.moc"
