#include "tests/ui_manifest/form_rig.h"

#include "ui/common/style.h"
#include "ui/manifest/policy_view.h"
#include "ui/manifest/tenancy_dialog.h"

#include <QDir>
#include <QScrollArea>
#include <QTranslator>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace kaptan;
using namespace kaptan::test;
using namespace kaptan::ui;

namespace
{

/// Pictures go where KAPTAN_SHOTS points; without it nothing is written.
void keep(QWidget* widget, const QString& name)
{
    const QString folder = qEnvironmentVariable("KAPTAN_SHOTS");
    if (!folder.isEmpty())
        QVERIFY(widget->grab().save(QDir(folder).filePath(name + u".png"_s)));
}

/// Every field has the height that it needs: layouts have come to rest, and nothing is squeezed.
bool settled(QWidget* form)
{
    const auto fields = form->findChildren<FormField*>();
    return std::all_of(fields.begin(), fields.end(), [](const FormField* field) {
        return !field->isVisible() || field->height() >= field->minimumSizeHint().height();
    });
}

const char* const deployment =
    "{'apiVersion':'apps/v1','kind':'Deployment','metadata':{'name':'web','namespace':'shop','labels':{'app':"
    "'web'}},'spec':{'replicas':2,'selector':{'matchLabels':{'app':'web'}},'template':{'metadata':{'labels':{"
    "'app':'web'}},'spec':{'containers':[{'name':'main','image':'registry.example.com/team/"
    "web:1.25','command':"
    "['sh','-c','exec "
    "web'],'env':[{'name':'DB_HOST','value':'db.shop.svc'},{'name':'DB_PASSWORD','valueFrom':{"
    "'secretKeyRef':{'name':'db','key':'password'}}}],'ports':[{'name':'http','containerPort':80}],'"
    "resources':"
    "{'requests':{'cpu':'100m','memory':'12mb'}},'volumeMounts':[{'name':'data','mountPath':'/data'}],"
    "'readinessProbe':{'httpGet':{'path':'/healthz','port':'http'}}}],'volumes':[{'name':'data','configMap':{"
    "'name':'web'}},{'name':'tmp','hostPath':{'path':'/tmp'}}]}}}}";

const char* const policy =
    "{'apiVersion':'networking.k8s.io/"
    "v1','kind':'NetworkPolicy','metadata':{'name':'web','namespace':'shop'},"
    "'spec':{'podSelector':{'matchLabels':{'app':'db'}},'policyTypes':['Ingress'],'ingress':[{'from':[{"
    "'podSelector':{'matchLabels':{'app':'web'}}},{'namespaceSelector':{'matchLabels':{'team':'ops'}},"
    "'podSelector':{}},{'ipBlock':{'cidr':'10.0.0.0/8'}}],'ports':[{'port':5432}]}]}}";

} // namespace

/// Every form in a column of 360 pixels, in every theme and language: nothing is wider than its place.
class TestFormLooks : public QObject
{
    Q_OBJECT
private Q_SLOTS:

    void forms_data()
    {
        QTest::addColumn<QString>("apiVersion");
        QTest::addColumn<QString>("kind");
        QTest::addColumn<int>("theme");
        QTest::addColumn<bool>("turkish");
        for (const FormKind& one : formKinds()) {
            QTest::addRow("%s-light", qPrintable(one.kind))
                << one.apiVersion << one.kind << int(Theme::Light) << false;
            QTest::addRow("%s-dark", qPrintable(one.kind))
                << one.apiVersion << one.kind << int(Theme::Dark) << false;
            QTest::addRow("%s-turkish", qPrintable(one.kind))
                << one.apiVersion << one.kind << int(Theme::Light) << true;
        }
    }

    void forms()
    {
        QFETCH(QString, apiVersion);
        QFETCH(QString, kind);
        QFETCH(int, theme);
        QFETCH(bool, turkish);
        QTranslator translator;
        if (turkish) {
            QVERIFY(translator.load(u":/i18n/kaptan_tr.qm"_s));
            QCoreApplication::installTranslator(&translator);
        }
        Style::instance().apply(Theme(theme), Density::Normal);
        QJsonObject object = jsonOf(deployment);
        if (kind == "NetworkPolicy"_L1) {
            object = jsonOf(policy);
        } else if (kind != "Deployment"_L1) {
            const auto edit = kube::YamlEdit::open(newObjectText(apiVersion, kind, u"shop"_s));
            QVERIFY(edit);
            object = edit->object();
        }
        QScrollArea column;
        Form* form = makeForm(apiVersion, kind, {{}, u"shop"_s}, nullptr);
        column.setWidget(form);
        column.setWidgetResizable(true);
        column.setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
        column.resize(360, 700);
        form->setNew(kind != "Deployment"_L1);
        form->show(object);
        if (auto* view = form->findChild<PolicyView*>(u"policyView"_s)) {
            kube::PolicyPod web{u"shop"_s, u"web-1"_s, {{u"app"_s, u"web"_s}}};
            kube::PolicyPod db{u"shop"_s, u"db-1"_s, {{u"app"_s, u"db"_s}}};
            kube::PolicyPod cache{u"shop"_s, u"cache-1"_s, {{u"app"_s, u"cache-of-sessions"_s}}};
            view->setWorld({web, db, cache}, {});
            view->picture()->choose(0, 1);
        }
        for (auto* section : form->findChildren<QPushButton*>(u"section"_s))
            section->setChecked(true);
        column.show();
        QVERIFY(QTest::qWaitForWindowExposed(&column));
        QTRY_VERIFY(settled(form));
        keep(form, u"form-"_s + QString::fromLatin1(QTest::currentDataTag()));
        QVERIFY2(form->minimumSizeHint().width() <= 348,
                 qPrintable(QString::number(form->minimumSizeHint().width())));
        QCoreApplication::removeTranslator(&translator);
        Style::instance().apply(Theme::Light, Density::Normal);
    }

    void tenancy_data()
    {
        QTest::addColumn<int>("theme");
        QTest::addColumn<bool>("turkish");
        QTest::newRow("light") << int(Theme::Light) << false;
        QTest::newRow("dark") << int(Theme::Dark) << false;
        QTest::newRow("turkish") << int(Theme::Light) << true;
    }

    void tenancy()
    {
        QFETCH(int, theme);
        QFETCH(bool, turkish);
        QTranslator translator;
        if (turkish) {
            QVERIFY(translator.load(u":/i18n/kaptan_tr.qm"_s));
            QCoreApplication::installTranslator(&translator);
        }
        Style::instance().apply(Theme(theme), Density::Normal);
        auto* dialog = new TenancyDialog;
        dialog->show();
        QVERIFY(QTest::qWaitForWindowExposed(dialog));
        QTest::mouseClick(dialog->findChild<QPushButton*>(u"tenancyYes"_s), Qt::LeftButton);
        keep(dialog, u"tenancy-"_s + QString::fromLatin1(QTest::currentDataTag()));
        delete dialog;
        QCoreApplication::removeTranslator(&translator);
        Style::instance().apply(Theme::Light, Density::Normal);
    }
};

QTEST_MAIN(TestFormLooks)
#include "tst_form_looks.moc"
