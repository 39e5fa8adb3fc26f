#include "ui/common/yaml_text.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <yaml-cpp/yaml.h>

using namespace kaptan::ui;
using namespace Qt::StringLiterals;

namespace
{

/// A difference, or empty.
QString differs(const QJsonValue& json, const YAML::Node& yaml, const QString& where)
{
    if (json.isObject()) {
        const QJsonObject object = json.toObject();
        if (!yaml.IsMap() || int(yaml.size()) != object.size())
            return where + u": no such map"_s;
        for (auto it = object.begin(); it != object.end(); ++it) {
            const YAML::Node child = yaml[it.key().toStdString()];
            if (!child.IsDefined())
                return where + u": lacks "_s + it.key();
            const QString deeper = differs(it.value(), child, where + u'/' + it.key());
            if (!deeper.isEmpty())
                return deeper;
        }
        return {};
    }
    if (json.isArray()) {
        const QJsonArray array = json.toArray();
        if (!yaml.IsSequence() || int(yaml.size()) != array.size())
            return where + u": no such list"_s;
        for (int i = 0; i < array.size(); ++i) {
            const QString deeper = differs(array.at(i), yaml[i], where + u'/' + QString::number(i));
            if (!deeper.isEmpty())
                return deeper;
        }
        return {};
    }
    if (json.isNull())
        return yaml.IsNull() ? QString() : where + u": not null"_s;
    if (!yaml.IsScalar())
        return where + u": no scalar"_s;
    const QString text = QString::fromStdString(yaml.Scalar());
    if (json.isString()) {
        // A word that reads as a truth or a number has to be in quotes; yaml-cpp tags those with "!".
        bool number = false, truth = false;
        text.toDouble(&number);
        truth = YAML::convert<bool>::decode(yaml, truth);
        if ((number || truth) && yaml.Tag() != "!")
            return where + u": a string that reads as another type"_s;
        return text == json.toString() ? QString() : where + u": "_s + text;
    }
    if (json.isBool())
        return yaml.as<bool>() == json.toBool() ? QString() : where + u": other truth"_s;
    return yaml.as<double>() == json.toDouble() ? QString() : where + u": other number"_s;
}

} // namespace

class TestYamlText : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void readsBackEqual()
    {
        const QStringList strings{u""_s,
                                  u"web"_s,
                                  u"true"_s,
                                  u"No"_s,
                                  u"null"_s,
                                  u"~"_s,
                                  u"1"_s,
                                  u"1e3"_s,
                                  u"0x1f"_s,
                                  u"a: b"_s,
                                  u"a:"_s,
                                  u"a #b"_s,
                                  u"- a"_s,
                                  u"nginx:1.27"_s,
                                  u" lead"_s,
                                  u"trail "_s,
                                  u"a\nb"_s,
                                  u"a\nb\n"_s,
                                  u"a\n\nb\n\n"_s,
                                  u"\n"_s,
                                  u"  a\nb"_s,
                                  u"a\tb"_s,
                                  u"\"q\" \\"_s,
                                  u"çığ"_s,
                                  u"a\u202eb"_s,
                                  u"[x]"_s,
                                  u"{x}"_s,
                                  u"*a"_s,
                                  u"&a"_s,
                                  u"!a"_s,
                                  u"%a"_s,
                                  u"@a"_s,
                                  u"---"_s,
                                  u"a\r\nb"_s,
                                  u"#!/bin/sh\n  indented: #x\n\nend"_s,
                                  u"app=web,tier in (a)"_s};
        QJsonArray list;
        QJsonObject keys;
        for (const QString& text : strings) {
            list.append(text);
            keys.insert(text, text);
        }
        const QJsonObject object{{u"list"_s, list},
                                 {u"keys"_s, keys},
                                 {u"nested"_s, QJsonArray{QJsonArray{1, QJsonArray{}}, QJsonObject{}, list}},
                                 {u"numbers"_s, QJsonArray{0, -3, 1.5, 9007199254740993LL}},
                                 {u"rest"_s, QJsonArray{true, false, QJsonValue::Null}}};
        const auto text = yamlText(QJsonDocument(object).toJson());
        QVERIFY(text);
        QCOMPARE(differs(object, YAML::Load(text->toStdString()), {}), QString());
        QVERIFY(text->contains(u"9007199254740993"_s));
        QVERIFY2(!text->contains(QChar(0x202e)), "an override would turn the text around it");
    }

    void hidesSecretsAndBookkeeping()
    {
        const QByteArray secret =
            R"({"kind":"Secret","metadata":{"name":"s","managedFields":[{"manager":"m"}],
            "annotations":{"kubectl.kubernetes.io/last-applied-configuration":"{hunter2}","a":"kept"}},
            "data":{"password":"hunter2"},"stringData":{"token":"hunter2"}})";
        const auto hidden = yamlText(secret);
        QVERIFY(hidden);
        QVERIFY(!hidden->contains(u"hunter2"_s));
        QVERIFY(!hidden->contains(u"managedFields"_s));
        QVERIFY(hidden->contains(u"password:"_s) && hidden->contains(u"a: kept"_s));
        QVERIFY(yamlText(secret, {.hideSecretData = false})->contains(u"password: hunter2"_s));
        QVERIFY(!yamlText("{\"kind\":\"SecretList\",\"items\":[" + secret + "]}")->contains(u"hunter2"_s));
        QVERIFY(yamlText(R"({"kind":"ConfigMap","data":{"k":"open"}})")->contains(u"k: open"_s));
    }

    void hidesAnnotationsThatGiveASecretAway()
    {
        // aHVudGVyMg== is hunter2.
        QByteArray secret("{'kind':'Secret','metadata':{'name':'s','annotations':{"
                          "'kapp.k14s.io/original':'{~data~:{~password~:~aHVudGVyMg==~}}',"
                          "'note':'the password is hunter2, of course','encoded':'x aHVudGVyMg== y',"
                          "'other':'[~{}~]','version':'1','kept':'all is well'}},"
                          "'data':{'password':'aHVudGVyMg==','short':'MQ=='},"
                          "'stringData':{'token':'opensesame'}}");
        secret.replace('\'', "\x22").replace('~', "\\\x22"); // moc loses its way among raw strings
        const auto hidden = yamlText(secret);
        QVERIFY(hidden);
        QVERIFY2(!hidden->contains(u"hunter2"_s) && !hidden->contains(u"aHVudGVyMg"_s), qPrintable(*hidden));
        QVERIFY(hidden->contains(u"kapp.k14s.io/original: \"***\""_s));
        QVERIFY(hidden->contains(u"other: \"***\""_s));
        QVERIFY2(hidden->contains(u"kept: all is well"_s), "only what gives something away");
        QVERIFY(hidden->contains(u"version: \"1\""_s));
        QVERIFY(yamlText(secret, {.hideSecretData = false})->contains(u"the password is hunter2"_s));
    }

    void refusesWhatIsNoObject()
    {
        QVERIFY(!yamlText("{"));
        QVERIFY(!yamlText(""));
    }
};

QTEST_GUILESS_MAIN(TestYamlText)
#include "tst_yaml_text.moc"
