#include "app/kube/manifest/manifest.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace kaptan::kube;

class TestOrder : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void whatOthersNeedComesFirst()
    {
        const QVector<std::pair<QString, QString>> wanted{
            {u"v1"_s, u"Namespace"_s},
            {u"apiextensions.k8s.io/v1"_s, u"CustomResourceDefinition"_s},
            {u"v1"_s, u"ResourceQuota"_s},
            {u"v1"_s, u"ServiceAccount"_s},
            {u"v1"_s, u"ConfigMap"_s},
            {u"v1"_s, u"PersistentVolumeClaim"_s},
            {u"rbac.authorization.k8s.io/v1"_s, u"ClusterRole"_s},
            {u"rbac.authorization.k8s.io/v1"_s, u"RoleBinding"_s},
            {u"v1"_s, u"Service"_s},
            {u"apps/v1"_s, u"Deployment"_s},
            {u"autoscaling/v1"_s, u"HorizontalPodAutoscaler"_s},
            {u"networking.k8s.io/v1"_s, u"Ingress"_s},
            {u"serving.knative.dev/v1"_s, u"Service"_s}, // no Service of Kubernetes
            {u"apiregistration.k8s.io/v1"_s, u"APIService"_s},
            {u"admissionregistration.k8s.io/v1"_s, u"ValidatingWebhookConfiguration"_s},
        };
        QVector<ManifestObject> objects;
        for (auto it = wanted.rbegin(); it != wanted.rend(); ++it) {
            ManifestObject object;
            object.apiVersion = it->first;
            object.kind = it->second;
            objects.append(object);
        }
        const QVector<int> order = applyOrder(objects);
        QCOMPARE(order.size(), wanted.size());
        for (int i = 0; i < order.size(); ++i) {
            QCOMPARE(objects[order[i]].kind, wanted[i].second);
            QCOMPARE(objects[order[i]].apiVersion, wanted[i].first);
        }
    }

    void equalsStayInTheOrderOfTheText()
    {
        QVector<ManifestObject> objects;
        for (const QString& name : {u"a"_s, u"b"_s, u"c"_s, u"d"_s}) {
            ManifestObject object;
            object.apiVersion = u"v1"_s;
            object.kind = name == "c"_L1 ? u"Namespace"_s : name == "b"_L1 ? u"ConfigMap"_s : u"Secret"_s;
            object.name = name;
            objects.append(object);
        }
        QCOMPARE(applyOrder(objects), (QVector<int>{2, 0, 1, 3}));
        QCOMPARE(applyRank(objects[0]), applyRank(objects[1]));
    }
};

QTEST_GUILESS_MAIN(TestOrder)
#include "tst_order.moc"
