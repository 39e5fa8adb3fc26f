#include "tests/ui_manifest/form_rig.h"

#include <QCheckBox>
#include <QJsonArray>
#include <QPlainTextEdit>

using namespace Qt::StringLiterals;
using namespace kaptan;
using namespace kaptan::test;
using namespace kaptan::ui;
using kube::YamlPath;

namespace
{

const char* const web =
    "{'apiVersion':'apps/v1','kind':'Deployment','metadata':{'name':'web','namespace':'shop','labels':{'app':"
    "'web'},'annotations':{'a':'b'}},'spec':{'replicas':2,'selector':{'matchLabels':{'app':'web'}},"
    "'template':{'metadata':{'labels':{'app':'web'}},'spec':{'containers':[{'name':'main','image':'nginx:1."
    "25',"
    "'command':['sh','-c'],'env':[{'name':'A','value':'1'},{'name':'B','valueFrom':{'secretKeyRef':{'name':"
    "'db','key':'password'}}}],'ports':[{'containerPort':80,'hostPort':8080}],'resources':{'requests':{'cpu':"
    "'100m'}},'lifecycle':{'x':1}},{'name':'side','image':'busybox:1'}],'hostAliases':[{'ip':'1.2.3.4'}]}}}}";

const QString pod = u"spec.template.spec.containers[0]."_s;

} // namespace

class TestFormKit : public QObject
{
    Q_OBJECT
private Q_SLOTS:

    void showsAndNeverEmits()
    {
        FormRig rig(u"apps/v1"_s, u"Deployment"_s, jsonOf(web));
        QCOMPARE(rig.editor(u"spec.replicas"_s)->text(), u"2"_s);
        QCOMPARE(rig.editor(u"image"_s)->text(), u"nginx:1.25"_s);
        QCOMPARE(rig.editor(u"resources.requests.cpu"_s)->text(), u"100m"_s);
        QCOMPARE(rig.editor<QPlainTextEdit>(u"command"_s)->toPlainText(), u"sh\n-c"_s);
        QCOMPARE(rig.cell(u"env"_s, 0, u"value"_s)->text(), u"1"_s);
        rig.form->show(QJsonObject());
        rig.form->show(rig.object);
        QVERIFY(rig.changes.isEmpty());
        QCOMPARE(rig.object, jsonOf(web));
    }

    void oneFieldIsOneChange()
    {
        FormRig rig(u"apps/v1"_s, u"Deployment"_s, jsonOf(web));
        FormRig::type(rig.editor(u"spec.replicas"_s), u"3"_s);
        QCOMPARE(rig.changes, (FormChanges{{YamlPath::of(u"spec.replicas"_s), 3}}));
        QJsonObject expected = jsonOf(web);
        QJsonObject spec = expected.value("spec"_L1).toObject();
        spec.insert("replicas"_L1, 3);
        expected.insert("spec"_L1, spec);
        QCOMPARE(rig.object, expected);
        rig.changes.clear();
        FormRig::type(rig.editor(u"spec.replicas"_s), {});
        QCOMPARE(rig.changes.size(), 1);
        QVERIFY(rig.changes.first().second.isUndefined());
        QVERIFY(rig.at(u"spec.replicas"_s).isUndefined());
    }

    void theCursorStays()
    {
        FormRig rig(u"apps/v1"_s, u"Deployment"_s, jsonOf(web));
        auto* image = rig.editor(u"image"_s);
        image->setFocus();
        image->setCursorPosition(5);
        QTest::keyClicks(image, u"x"_s);
        QCOMPARE(rig.at(pod + u"image"_s).toString(), u"nginxx:1.25"_s);
        QCOMPARE(image->cursorPosition(), 6);
        // A blank at the end means nothing in the YAML, but is not taken from who types it.
        image->setCursorPosition(int(image->text().size()));
        QTest::keyClicks(image, u" "_s);
        QCOMPARE(image->text(), u"nginxx:1.25 "_s);
        // Somebody else's change is shown.
        rig.object = withChanges(rig.object, {{YamlPath::of(pod + u"image"_s), u"other:2"_s}});
        rig.form->show(rig.object);
        QCOMPARE(image->text(), u"other:2"_s);
    }

    void whatIsWrongIsSaidAtTheField()
    {
        FormRig rig(u"apps/v1"_s, u"Deployment"_s, jsonOf(web));
        FormRig::type(rig.editor(u"spec.replicas"_s), u"many"_s);
        QVERIFY(rig.field(u"spec.replicas"_s)->problemText().contains(u"many"_s));
        // The text is the truth: it is in the YAML too, and not lost in the form.
        QCOMPARE(rig.at(u"spec.replicas"_s).toString(), u"many"_s);
        QCOMPARE(rig.editor(u"spec.replicas"_s)->text(), u"many"_s);
        FormRig::type(rig.editor(u"resources.limits.memory"_s), u"12mb"_s);
        QVERIFY(!rig.field(u"resources.limits.memory"_s)->problemText().isEmpty());
        FormRig::type(rig.editor(u"resources.limits.memory"_s), u"12Mi"_s);
        QVERIFY(rig.field(u"resources.limits.memory"_s)->problemText().isEmpty());
        QCOMPARE(rig.at(pod + u"resources.limits.memory"_s).toString(), u"12Mi"_s);
    }

    void whatTheFormCannotShowStays()
    {
        FormRig rig(u"apps/v1"_s, u"Deployment"_s, jsonOf(web));
        auto* note = rig.field(u"env"_s)->findChild<QWidget*>(u"row1"_s)->findChild<QLabel*>(u"rowNote"_s);
        QVERIFY(note->text().contains(u"db"_s) && note->text().contains(u"password"_s));
        QVERIFY(rig.cell(u"env"_s, 1, u"name"_s)->isReadOnly());
        FormRig::type(rig.cell(u"env"_s, 0, u"value"_s), u"2"_s);
        QCOMPARE(rig.changes, (FormChanges{{YamlPath::of(pod + u"env[0].value"_s), u"2"_s}}));
        // A port's hostPort is not in the form, and stays when the port changes.
        FormRig::type(rig.cell(u"ports"_s, 0, u"containerPort"_s), u"81"_s);
        QCOMPARE(rig.at(pod + u"ports"_s).toArray().at(0).toObject(),
                 jsonOf("{'containerPort':81,'hostPort':8080}"));
        QCOMPARE(rig.at(pod + u"lifecycle.x"_s).toInt(), 1);
        // A shape that is not a list at all.
        rig.object = withChanges(rig.object, {{YamlPath::of(pod + u"env"_s), u"nonsense"_s}});
        rig.form->show(rig.object);
        QVERIFY(rig.field(u"env"_s)->isLeftToYaml());
        QVERIFY(!rig.field(u"env"_s)->findChild<QLabel*>(u"leftToYaml"_s)->isHidden());
    }

    void rowsComeAndGo()
    {
        FormRig rig(u"apps/v1"_s, u"Deployment"_s, jsonOf(web));
        rig.press(u"env"_s, u"add"_s);
        QVERIFY(rig.changes.isEmpty()); // nothing to write yet
        FormRig::type(rig.cell(u"env"_s, 2, u"name"_s), u"NEW"_s);
        QCOMPARE(rig.at(pod + u"env[2].name"_s).toString(), u"NEW"_s);
        QCOMPARE(rig.cell(u"env"_s, 2, u"name"_s)->text(), u"NEW"_s);
        FormRig::type(rig.cell(u"env"_s, 2, u"value"_s), u" v "_s);
        QCOMPARE(rig.at(pod + u"env[2].value"_s).toString(), u" v "_s);
        rig.changes.clear();
        QTest::mouseClick(rig.cell<QPushButton>(u"env"_s, 0, u"remove"_s), Qt::LeftButton);
        QCOMPARE(rig.changes.size(), 1);
        QCOMPARE(rig.changes.first().first, YamlPath::of(pod + u"env[0]"_s));
        QCOMPARE(rig.at(pod + u"env"_s).toArray().size(), 2);
        // With the last one the list goes.
        rig.changes.clear();
        QTest::mouseClick(rig.cell<QPushButton>(u"ports"_s, 0, u"remove"_s), Qt::LeftButton);
        QCOMPARE(rig.changes.first().first, YamlPath::of(pod + u"ports"_s));
        QVERIFY(rig.at(pod + u"ports"_s).isUndefined());
    }

    void linesChangeItemByItem()
    {
        FormRig rig(u"apps/v1"_s, u"Deployment"_s, jsonOf(web));
        auto* command = rig.editor<QPlainTextEdit>(u"command"_s);
        command->moveCursor(QTextCursor::End);
        command->setFocus();
        QTest::keyClicks(command, u"x"_s);
        QCOMPARE(rig.changes, (FormChanges{{YamlPath::of(pod + u"command[1]"_s), u"-cx"_s}}));
        rig.changes.clear();
        QTest::keyClick(command, Qt::Key_Return);
        QVERIFY(rig.changes.isEmpty()); // an empty last line is no word
        QTest::keyClicks(command, u"y"_s);
        QCOMPARE(rig.changes, (FormChanges{{YamlPath::of(pod + u"command[2]"_s), u"y"_s}}));
        QCOMPARE(command->toPlainText(), u"sh\n-cx\ny"_s);
        // A word with a line end in it cannot be a line.
        rig.object = withChanges(rig.object, {{YamlPath::of(pod + u"command"_s), QJsonArray{u"a\nb"_s}}});
        rig.form->show(rig.object);
        QVERIFY(rig.field(u"command"_s)->isLeftToYaml());
    }

    void containersAreChosen()
    {
        FormRig rig(u"apps/v1"_s, u"Deployment"_s, jsonOf(web));
        auto* items = rig.form->findChild<FormItems*>(u"containers"_s);
        auto* box = items->findChild<ChoiceBox*>(u"chooser"_s);
        QCOMPARE(box->count(), 2);
        box->setCurrentIndex(1);
        Q_EMIT box->activated(1);
        QCOMPARE(rig.editor(u"image"_s)->text(), u"busybox:1"_s);
        FormRig::type(rig.editor(u"image"_s), u"b"_s);
        QCOMPARE(rig.at(u"spec.template.spec.containers[1].image"_s).toString(), u"b"_s);
        QCOMPARE(rig.at(pod + u"image"_s).toString(), u"nginx:1.25"_s);
        QTest::mouseClick(items->findChild<QPushButton*>(u"addItem"_s), Qt::LeftButton);
        QCOMPARE(box->currentIndex(), 2);
        QTest::mouseClick(items->findChild<QPushButton*>(u"removeItem"_s), Qt::LeftButton);
        QCOMPARE(box->count(), 2);
    }

    void probesChangeTheirKind()
    {
        FormRig rig(u"apps/v1"_s, u"Deployment"_s, jsonOf(web));
        auto* box = rig.editor<ChoiceBox>(u"livenessProbe"_s);
        const auto choose = [&](const QString& key) {
            box->setCurrentIndex(box->findData(key));
            Q_EMIT box->activated(box->currentIndex());
        };
        QVERIFY(rig.field(u"livenessProbe.httpGet.path"_s)->isHidden());
        choose(u"httpGet"_s);
        QCOMPARE(rig.at(pod + u"livenessProbe"_s).toObject(), jsonOf("{'httpGet':{'path':'/','port':80}}"));
        QVERIFY(!rig.field(u"livenessProbe.httpGet.path"_s)->isHidden());
        FormRig::type(rig.editor(u"livenessProbe.periodSeconds"_s), u"5"_s);
        choose(u"tcpSocket"_s);
        QCOMPARE(rig.at(pod + u"livenessProbe"_s).toObject(),
                 jsonOf("{'tcpSocket':{'port':80},'periodSeconds':5}"));
        choose({});
        QVERIFY(rig.at(pod + u"livenessProbe"_s).isUndefined());
        rig.object = withChanges(rig.object,
                                 {{YamlPath::of(pod + u"livenessProbe"_s), jsonOf("{'grpc':{'port':1}}")}});
        rig.form->show(rig.object);
        QVERIFY(rig.field(u"livenessProbe"_s)->isLeftToYaml());
    }

    void pairsKeepTheirPlaces()
    {
        FormRig rig(u"apps/v1"_s, u"Deployment"_s, jsonOf(web));
        const QString path = u"spec.template.spec.nodeSelector"_s;
        auto* field = rig.field(u"nodeSelector"_s);
        QTest::mouseClick(field->findChild<QPushButton*>(u"add"_s), Qt::LeftButton);
        auto* key = field->findChildren<QLineEdit*>(u"key"_s).last();
        FormRig::type(key, u"zone"_s);
        QCOMPARE(rig.at(path).toObject(), jsonOf("{'zone':''}"));
        auto* value = field->findChildren<QLineEdit*>(u"value"_s).last();
        FormRig::type(value, u"a"_s);
        QTest::mouseClick(field->findChild<QPushButton*>(u"add"_s), Qt::LeftButton);
        FormRig::type(field->findChildren<QLineEdit*>(u"key"_s).last(), u"arch"_s);
        // "arch" comes first in the mapping; in the form it stays where it was typed.
        QCOMPARE(field->findChildren<QLineEdit*>(u"key"_s).last()->text(), u"arch"_s);
        QCOMPARE(rig.at(path).toObject(), jsonOf("{'zone':'a','arch':''}"));
        // The same key twice is said, and loses nothing.
        FormRig::type(field->findChildren<QLineEdit*>(u"key"_s).last(), u"zone"_s);
        QVERIFY(field->problemText().contains(u"zone"_s));
        QCOMPARE(rig.at(path).toObject().value("zone"_L1).toString(), u"a"_s);
        for (auto* remove : field->findChildren<QPushButton*>(u"remove"_s))
            QTest::mouseClick(remove, Qt::LeftButton);
        QVERIFY(rig.at(path).isUndefined());
    }

    void anotherLanguageKeepsTheObject()
    {
        FormRig rig(u"apps/v1"_s, u"Deployment"_s, jsonOf(web));
        rig.form->retranslate();
        QVERIFY(rig.changes.isEmpty());
        QCOMPARE(rig.editor(u"image"_s)->text(), u"nginx:1.25"_s);
    }

    void changesInJson()
    {
        const QJsonObject start = jsonOf("{'a':{'b':1},'l':[1,2,3]}");
        const QJsonValue none(QJsonValue::Undefined);
        QCOMPARE(withChanges(start, {{YamlPath::of(u"a.b"_s), none}}), jsonOf("{'l':[1,2,3]}"));
        QCOMPARE(withChanges(start, {{YamlPath::of(u"l[1]"_s), none}}), jsonOf("{'a':{'b':1},'l':[1,3]}"));
        QCOMPARE(withChanges(start, {{YamlPath::of(u"x.y[0].z"_s), 1}}),
                 jsonOf("{'a':{'b':1},'l':[1,2,3],'x':{'y':[{'z':1}]}}"));
        QCOMPARE(withChanges(start, {{YamlPath::of(u"q.r"_s), none}}), start);
    }
};

QTEST_MAIN(TestFormKit)
#include "tst_form_kit.moc"
