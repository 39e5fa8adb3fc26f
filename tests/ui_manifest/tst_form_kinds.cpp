#include "tests/ui_manifest/form_rig.h"

#include "app/kube/manifest/manifest.h"
#include "app/kube/manifest/tenancy.h"
#include "ui/manifest/policy_view.h"
#include "ui/manifest/tenancy_dialog.h"

#include <QCheckBox>
#include <QJsonArray>
#include <QPlainTextEdit>
#include <QSignalSpy>

using namespace Qt::StringLiterals;
using namespace kaptan;
using namespace kaptan::test;
using namespace kaptan::ui;
using kube::YamlPath;

namespace
{

QJsonObject parsed(const QString& text)
{
    const auto edit = kube::YamlEdit::open(text);
    return edit ? edit->object() : QJsonObject();
}

void choose(ChoiceBox* box, const QString& key)
{
    box->setCurrentIndex(box->findData(key));
    Q_EMIT box->activated(box->currentIndex());
}

} // namespace

/// Each kind by its form, from its first text on.
class TestFormKinds : public QObject
{
    Q_OBJECT
private Q_SLOTS:

    void everyKindHasATextAndAForm_data()
    {
        QTest::addColumn<QString>("apiVersion");
        QTest::addColumn<QString>("kind");
        for (const FormKind& one : formKinds())
            for (const QString& version : formVersions(one.kind))
                QTest::addRow("%s %s", qPrintable(version), qPrintable(one.kind)) << version << one.kind;
    }

    /// The text is YAML without a fault but for the missing name; the form shows it, changes nothing by
    /// itself, leaves nothing of it to the YAML, and typing the name makes it whole with its comments kept.
    void everyKindHasATextAndAForm()
    {
        QFETCH(QString, apiVersion);
        QFETCH(QString, kind);
        const QString text = newObjectText(apiVersion, kind, u"shop"_s);
        auto edit = kube::YamlEdit::open(text);
        QVERIFY2(edit.has_value(), edit ? "" : qPrintable(edit.error().message() + text));
        QCOMPARE(edit->object().value("kind"_L1).toString(), kind);
        QVERIFY(!text.contains(u'@'));
        const std::unique_ptr<Form> form(makeForm(apiVersion, kind, {{}, u"shop"_s}, nullptr));
        QVERIFY(form);
        FormChanges all;
        connect(form.get(), &Form::edited, form.get(), [&](const FormChanges& changes) {
            all += changes;
            for (const auto& [path, value] : changes) {
                const auto done = value.isUndefined() ? edit->remove(path) : edit->set(path, value);
                QVERIFY2(done.has_value(), done ? "" : qPrintable(done.error().message()));
            }
            form->show(edit->object());
        });
        form->setNew(true);
        form->show(edit->object());
        form->QWidget::show();
        QVERIFY(all.isEmpty());
        for (const auto* field : form->findChildren<FormField*>())
            QVERIFY2(field->isHidden() || !field->isLeftToYaml(), qPrintable(field->objectName()));
        auto* name = form->findChild<FormField*>(u"metadata.name"_s)->findChild<QLineEdit*>();
        FormRig::type(name, u"web"_s);
        QCOMPARE(kube::valueAt(edit->object(), YamlPath::of(u"metadata.name"_s)).toString(), u"web"_s);
        QCOMPARE(name->text(), u"web"_s);
        QVERIFY(form->findChild<FormField*>(u"metadata.name"_s)->problemText().isEmpty());
        QCOMPARE(edit->text().count(u'#'), text.count(u'#'));
        const kube::Manifest manifest = kube::parseManifest(edit->text());
        QVERIFY2(!manifest.hasErrors(), qPrintable(edit->text()));
        QCOMPARE(manifest.objects.size(), 1);
        for (const QString& path :
             {u"spec.selector.matchLabels.app"_s, u"spec.template.metadata.labels.app"_s})
            if (const QJsonValue label = kube::valueAt(edit->object(), YamlPath::of(path)); label.isString())
                QCOMPARE(label.toString(), u"web"_s);
        form->retranslate();
        QCOMPARE(kube::valueAt(edit->object(), YamlPath::of(u"metadata.name"_s)).toString(), u"web"_s);
    }

    void theIssuesKindsAreThere()
    {
        QStringList kinds;
        for (const FormKind& one : formKinds()) {
            kinds << one.kind;
            QVERIFY(!one.title.isEmpty());
        }
        for (const auto& kind :
             {u"Deployment"_s, u"StatefulSet"_s, u"DaemonSet"_s, u"Job"_s, u"CronJob"_s, u"Service"_s,
              u"Ingress"_s, u"ConfigMap"_s, u"Secret"_s, u"PersistentVolumeClaim"_s, u"ResourceQuota"_s,
              u"LimitRange"_s, u"NetworkPolicy"_s, u"ServiceAccount"_s, u"RoleBinding"_s})
            QVERIFY2(kinds.contains(kind), qPrintable(kind));
        QVERIFY(!makeForm(u"v1"_s, u"Node"_s, {}, nullptr));
        QCOMPARE(formVersions(u"PodDisruptionBudget"_s), (QStringList{u"policy/v1"_s, u"policy/v1beta1"_s}));
    }

    void immutableFieldsAreLocked()
    {
        const QJsonObject claim = jsonOf("{'metadata':{'name':'a'},'spec':{'storageClassName':'fast'}}");
        FormRig old(u"v1"_s, u"PersistentVolumeClaim"_s, claim);
        QVERIFY(old.editor(u"metadata.name"_s)->isReadOnly());
        QVERIFY(old.editor(u"spec.storageClassName"_s)->isReadOnly());
        QVERIFY(!old.editor(u"spec.resources.requests.storage"_s)->isReadOnly());
        FormRig made(u"v1"_s, u"PersistentVolumeClaim"_s, claim, true);
        QVERIFY(!made.editor(u"spec.storageClassName"_s)->isReadOnly());
    }

    void schedule()
    {
        FormRig rig(u"batch/v1"_s, u"CronJob"_s,
                    jsonOf("{'metadata':{'name':'a'},'spec':{'schedule':'0 3 * * *'}}"));
        auto* words = rig.form->findChild<QLabel*>(u"scheduleWords"_s);
        QVERIFY2(words->text().contains(u"Every day at 03:00"_s), qPrintable(words->text()));
        QVERIFY(words->text().contains(u"Next:"_s));
        FormRig::type(rig.editor(u"spec.schedule"_s), u"61 3 * * *"_s);
        QVERIFY(rig.field(u"spec.schedule"_s)->problemText().contains(u"61"_s));
        QVERIFY(words->isHidden());
    }

    void servicePorts()
    {
        FormRig rig(u"v1"_s, u"Service"_s,
                    jsonOf("{'metadata':{'name':'a'},'spec':{'ports':[{'port':80,'targetPort':'http'}]}}"));
        FormRig::type(rig.cell(u"spec.ports"_s, 0, u"targetPort"_s), u"8080"_s);
        QCOMPARE(rig.at(u"spec.ports[0].targetPort"_s), QJsonValue(8080)); // a number, not "8080"
        FormRig::type(rig.cell(u"spec.ports"_s, 0, u"targetPort"_s), u"web"_s);
        QCOMPARE(rig.at(u"spec.ports[0].targetPort"_s), QJsonValue(u"web"_s));
        choose(rig.editor<ChoiceBox>(u"spec.type"_s), u"NodePort"_s);
        QCOMPARE(rig.at(u"spec.type"_s).toString(), u"NodePort"_s);
        QVERIFY(!rig.field(u"spec.externalTrafficPolicy"_s)->isVisible());
    }

    void secretValuesAreHidden()
    {
        FormRig rig(u"v1"_s, u"Secret"_s,
                    jsonOf("{'metadata':{'name':'a'},'type':'Opaque','data':{'bad':'%%%','bin':'/wA=','key':"
                           "'cGFzcw=='}}"));
        auto* field = rig.field(u"data"_s);
        QVERIFY(!field->isLeftToYaml());
        const auto values = field->findChildren<QPlainTextEdit*>(u"value"_s);
        QCOMPARE(values.size(), 3);
        for (const auto* value : values)
            QVERIFY(!value->isVisibleTo(field));
        auto* reveal = field->findChild<QCheckBox*>(u"revealValues"_s);
        reveal->setChecked(true);
        QCOMPARE(values.at(2)->toPlainText(), u"pass"_s);
        QVERIFY(values.at(2)->isVisibleTo(field));
        QVERIFY(!values.at(1)->isVisibleTo(field)); // no text
        QString notes;
        for (const auto* label : field->findChildren<QLabel*>())
            notes += label->text();
        QVERIFY(notes.contains(u"not base64"_s));
        QVERIFY(notes.contains(u"Not text"_s));
        values.at(2)->setFocus();
        values.at(2)->moveCursor(QTextCursor::End);
        values.at(2)->insertPlainText(u"ü"_s); // no key of QTest
        QCOMPARE(rig.at(u"data.key"_s).toString(), QString::fromLatin1(u"passü"_s.toUtf8().toBase64()));
        QCOMPARE(values.at(2)->toPlainText(), u"passü"_s);
        QCOMPARE(rig.at(u"data.bin"_s).toString(), u"/wA="_s);
        QCOMPARE(rig.at(u"data.bad"_s).toString(), u"%%%"_s);
    }

    void pullSecret()
    {
        FormRig rig(u"v1"_s, u"Secret"_s, parsed(newObjectText(u"v1"_s, u"Secret"_s, u"shop"_s)), true);
        auto* login = rig.form->findChild<FormField*>(u"login"_s);
        QVERIFY(login->isHidden());
        choose(rig.editor<ChoiceBox>(u"type"_s), u"kubernetes.io/dockerconfigjson"_s);
        QVERIFY(!login->isHidden());
        FormRig::type(login->findChild<QLineEdit*>(u"registry"_s), u"r.example.com"_s);
        FormRig::type(login->findChild<QLineEdit*>(u"user"_s), u"robot"_s);
        FormRig::type(login->findChild<QLineEdit*>(u"password"_s), u"s3cret"_s);
        QCOMPARE(login->findChild<QLineEdit*>(u"password"_s)->echoMode(), QLineEdit::Password);
        const auto read = kube::readPullSecretData(rig.at(u"data[\".dockerconfigjson\"]"_s).toString());
        QVERIFY(read);
        QCOMPARE(read->registry, u"r.example.com"_s);
        QCOMPARE(read->password, u"s3cret"_s);
        // Several logins are left to the YAML.
        const QByteArray two = QByteArray("{\"auths\":{\"a\":{},\"b\":{}}}").toBase64();
        rig.object = withChanges(
            rig.object, {{YamlPath::of(u"data[\".dockerconfigjson\"]"_s), QString::fromLatin1(two)}});
        rig.form->show(rig.object);
        QVERIFY(login->isLeftToYaml());
    }

    void configMapKeepsItsText()
    {
        FormRig rig(u"v1"_s, u"ConfigMap"_s,
                    jsonOf("{'metadata':{'name':'a'},'data':{'a.conf':'x = 1\\n  y = 2\\n','b':'1'}}"));
        const auto values = rig.field(u"data"_s)->findChildren<QPlainTextEdit*>(u"value"_s);
        QCOMPARE(values.at(0)->toPlainText(), u"x = 1\n  y = 2\n"_s);
        values.at(0)->moveCursor(QTextCursor::Start);
        QTest::keyClicks(values.at(0), u"#"_s);
        QCOMPARE(rig.changes.size(), 1);
        QCOMPARE(rig.changes.first().second.toString(), u"#x = 1\n  y = 2\n"_s);
        QCOMPARE(values.at(0)->textCursor().position(), 1);
    }

    void ingressRules()
    {
        FormRig rig(
            u"networking.k8s.io/v1"_s, u"Ingress"_s,
            jsonOf("{'metadata':{'name':'a'},'spec':{'rules':[{'host':'a.example.com','http':{'paths':[{"
                   "'path':'/','pathType':'Prefix','backend':{'service':{'name':'web','port':{'name':"
                   "'http'}}}}]}}],'tls':[{'hosts':['a.example.com'],'secretName':'t'}]}}"));
        QCOMPARE(rig.editor(u"host"_s)->text(), u"a.example.com"_s);
        QCOMPARE(rig.cell(u"http.paths"_s, 0, u"port"_s)->text(), u"http"_s);
        FormRig::type(rig.cell(u"http.paths"_s, 0, u"backend.service.name"_s), u"api"_s);
        QCOMPARE(rig.at(u"spec.rules[0].http.paths[0].backend.service.name"_s).toString(), u"api"_s);
        FormRig::type(rig.cell(u"spec.tls"_s, 0, u"hosts"_s), u"a.example.com, b.example.com"_s);
        QCOMPARE(rig.at(u"spec.tls[0].hosts"_s).toArray(),
                 (QJsonArray{u"a.example.com"_s, u"b.example.com"_s}));
    }

    /// A policy that is clicked together is the one that is written by hand.
    void policyAsHandWritten()
    {
        FormRig rig(
            u"networking.k8s.io/v1"_s, u"NetworkPolicy"_s,
            jsonOf("{'apiVersion':'networking.k8s.io/v1','kind':'NetworkPolicy','metadata':{'name':'p',"
                   "'namespace':'shop'},'spec':{'podSelector':{},'policyTypes':['Ingress']}}"),
            true);
        FormRig::type(rig.editor(u"spec.podSelector"_s), u"app=web"_s);
        auto* rules = rig.form->findChild<FormItems*>(u"spec.ingress"_s);
        QTest::mouseClick(rules->findChild<QPushButton*>(u"addItem"_s), Qt::LeftButton);
        FormRig::type(rig.cell(u"from"_s, 0, u"podSelector"_s), u"app=proxy,tier=front"_s);
        rig.press(u"from"_s, u"add"_s);
        choose(rig.cell<ChoiceBox>(u"from"_s, 1, u"peer"_s), u"both"_s);
        FormRig::type(rig.cell(u"from"_s, 1, u"namespaceSelector"_s), u"team=ops"_s);
        rig.press(u"from"_s, u"add"_s);
        choose(rig.cell<ChoiceBox>(u"from"_s, 2, u"peer"_s), u"addresses"_s);
        FormRig::type(rig.cell(u"from"_s, 2, u"ipBlock.cidr"_s), u"10.0.0.0/8"_s);
        FormRig::type(rig.cell(u"from"_s, 2, u"ipBlock.except"_s), u"10.1.0.0/16"_s);
        rig.press(u"ports"_s, u"add"_s);
        FormRig::type(rig.cell(u"ports"_s, 0, u"port"_s), u"8080"_s);
        const QJsonObject spec = jsonOf(
            "{'podSelector':{'matchLabels':{'app':'web'}},'policyTypes':['Ingress'],'ingress':[{'from':[{"
            "'podSelector':{'matchLabels':{'app':'proxy','tier':'front'}}},{'podSelector':{},"
            "'namespaceSelector':{'matchLabels':{'team':'ops'}}},{'ipBlock':{'cidr':'10.0.0.0/8','except':["
            "'10.1.0.0/16']}}],'ports':[{'port':8080}]}]}");
        QCOMPARE(rig.object.value("spec"_L1).toObject(), spec);
        // An emptied selector means everything; it does not go.
        FormRig::type(rig.editor(u"spec.podSelector"_s), {});
        QCOMPARE(rig.at(u"spec.podSelector"_s), QJsonValue(QJsonObject()));
        auto* out = rig.form->findChild<FormField*>(u"closedEgress"_s)->findChild<QCheckBox*>();
        QTest::mouseClick(out, Qt::LeftButton, {}, QPoint(8, out->height() / 2));
        QCOMPARE(rig.at(u"spec.policyTypes"_s).toArray(), (QJsonArray{u"Ingress"_s, u"Egress"_s}));
    }

    void policyTemplates_data()
    {
        QTest::addColumn<int>("which");
        for (const kube::PolicyTemplate one : kube::policyTemplates())
            QTest::addRow("%d", int(one)) << int(one);
    }

    void policyTemplates()
    {
        QFETCH(int, which);
        FormRig rig(u"networking.k8s.io/v1"_s, u"NetworkPolicy"_s,
                    parsed(newObjectText(u"networking.k8s.io/v1"_s, u"NetworkPolicy"_s, u"shop"_s)), true);
        choose(rig.form->findChild<ChoiceBox*>(u"policyTemplate"_s), QString::number(which));
        const QJsonObject wanted =
            kube::policyFromTemplate(kube::PolicyTemplate(which), u"shop"_s, kube::ingressNamespace())
                .toJson();
        QCOMPARE(rig.object, wanted);
    }

    void expressionsStay()
    {
        const QJsonObject object = jsonOf(
            "{'metadata':{'name':'p','namespace':'shop'},'spec':{'podSelector':{'matchExpressions':[{"
            "'key':'a','operator':'Exists'}]},'ingress':[{'from':[{'podSelector':{'matchExpressions':[{"
            "'key':'a','operator':'Exists'}]}}]}]}}");
        FormRig rig(u"networking.k8s.io/v1"_s, u"NetworkPolicy"_s, object);
        QVERIFY(rig.field(u"spec.podSelector"_s)->isLeftToYaml());
        QVERIFY(rig.cell(u"from"_s, 0, u"podSelector"_s)->isReadOnly());
        QCOMPARE(rig.object, object);
    }

    void picture()
    {
        PolicyView view({{}, u"shop"_s});
        kube::PolicyPod web{u"shop"_s, u"web-1"_s, {{u"app"_s, u"web"_s}}};
        kube::PolicyPod db{u"shop"_s, u"db-1"_s, {{u"app"_s, u"db"_s}}};
        view.setWorld({web, db}, {});
        auto* picture = view.picture();
        QCOMPARE(picture->groups(), 3); // db, web, outside
        QVERIFY(picture->verdict(1, 0)->allowed());
        kube::NetworkPolicy policy =
            kube::policyFromTemplate(kube::PolicyTemplate::DenyAll, u"shop"_s, kube::ingressNamespace());
        view.setPolicy(policy.toJson());
        QVERIFY(!picture->verdict(1, 0)->allowed());
        view.show();
        QSignalSpy chosen(picture, &PolicyPicture::chosen);
        QTest::mouseClick(picture, Qt::LeftButton, {}, picture->cellRect(1, 0).center());
        QCOMPARE(chosen.size(), 1);
        const QString words = view.findChild<QLabel*>(u"policyWords"_s)->text();
        QVERIFY2(words.contains(u"web"_s) && words.contains(u"db"_s) && words.contains(u"deny-all"_s),
                 qPrintable(words));
        QTest::keyClick(picture, Qt::Key_Right);
        QVERIFY(picture->explanation() != words);
    }

    void tenancy()
    {
        auto* dialog = new TenancyDialog;
        QPointer<TenancyDialog> alive = dialog;
        QSignalSpy ready(dialog, &TenancyDialog::manifestReady);
        dialog->show();
        auto* yes = dialog->findChild<QPushButton*>(u"tenancyYes"_s);
        QTest::mouseClick(yes, Qt::LeftButton);
        QCOMPARE(ready.size(), 0);
        QVERIFY(!dialog->findChild<QLabel*>(u"tenancyProblem"_s)->isHidden());
        FormRig::type(dialog->findChild<FormField*>(u"name"_s)->findChild<QLineEdit*>(), u"shop"_s);
        QVERIFY(dialog->findChild<QLabel*>(u"tenancyProblem"_s)->isHidden());
        auto* bindings = dialog->findChild<FormField*>(u"bindings"_s);
        QTest::mouseClick(bindings->findChild<QPushButton*>(u"add"_s), Qt::LeftButton);
        FormRig::type(bindings->findChild<QLineEdit*>(u"name"_s), u"jane"_s);
        QTest::mouseClick(yes, Qt::LeftButton);
        QCOMPARE(ready.size(), 1);
        const kube::Manifest manifest = kube::parseManifest(ready.first().first().toString());
        QVERIFY(!manifest.hasErrors());
        QStringList kinds;
        for (const auto& one : manifest.objects)
            kinds << one.kind;
        QCOMPARE(kinds, (QStringList{u"Namespace"_s, u"ResourceQuota"_s, u"LimitRange"_s, u"RoleBinding"_s,
                                     u"NetworkPolicy"_s, u"NetworkPolicy"_s, u"NetworkPolicy"_s}));
        QTRY_VERIFY(alive.isNull());
    }
};

QTEST_MAIN(TestFormKinds)
#include "tst_form_kinds.moc"
