// How soon a thousand objects of a file are on the server.
#include "app/kube/change/applier.h"
#include "bench.h"
#include "kube_bench.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QProcess>
#include <QTemporaryFile>

using namespace Qt::StringLiterals;
using namespace kaptan;

namespace bench
{

namespace
{

constexpr int runs = 5;

int objectCount()
{
    const int asked = qEnvironmentVariableIntValue("KAPTAN_BENCH_OBJECTS");
    return asked > 0 ? asked : 1000;
}

/// Of ten: four ConfigMaps, two Secrets, two Services, two Deployments that start nothing.
QString documentOf(int i)
{
    const QString number = QString::number(i);
    switch (i % 10) {
    case 0:
    case 1:
        return u"apiVersion: v1\nkind: Secret\nmetadata: {name: s-%1, labels: {app: a-%1}}\n"
               "stringData: {user: admin, word: \"%1-0123456789abcdef\"}\n"_s.arg(number);
    case 2:
    case 3: // without an address: the server has few
        return u"apiVersion: v1\nkind: Service\nmetadata: {name: v-%1, labels: {app: a-%1}}\n"
               "spec: {clusterIP: None, selector: {app: a-%1}, "
               "ports: [{name: http, port: 80, protocol: TCP}]}\n"_s.arg(number);
    case 4:
    case 5:
        return u"apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: d-%1, labels: {app: a-%1}}\n"
               "spec:\n  replicas: 0\n  selector: {matchLabels: {app: a-%1}}\n  template:\n"
               "    metadata: {labels: {app: a-%1}}\n    spec:\n      containers:\n"
               "      - name: web\n        image: example.com/web:%1\n"
               "        env: [{name: A, value: \"1\"}, {name: B, value: \"2\"}]\n"
               "        ports: [{containerPort: 80, protocol: TCP}]\n"
               "        resources: {requests: {cpu: 10m, memory: 16Mi}, limits: {memory: 64Mi}}\n"_s.arg(
                   number);
    default:
        return u"apiVersion: v1\nkind: ConfigMap\nmetadata: {name: c-%1, labels: {app: a-%1}}\n"
               "data:\n  a.conf: |\n    listen 80\n    name %1\n    log info\n  b: \"%1\"\n"_s.arg(number);
    }
}

void kubectl(const QStringList& arguments)
{
    QProcess process;
    process.setStandardOutputFile(QProcess::nullDevice());
    process.start(qEnvironmentVariable("KAPTAN_BENCH_KUBECTL"),
                  QStringList{u"--kubeconfig"_s, qEnvironmentVariable("KAPTAN_BENCH_KUBECONFIG")} +
                      arguments);
    if (!process.waitForFinished(600'000) || process.exitCode() != 0)
        qFatal("kubectl: %s", process.readAllStandardError().constData());
}

/// From the text to the last answer, with the connection and the discovery that kubectl has in its cache.
double oursMs(const QString& text, const QString& nameSpace)
{
    return wallMs([&] {
        const kube::Manifest manifest = kube::parseManifest(text);
        if (manifest.hasErrors())
            qFatal("the bench's manifest is wrong");
        KubeConnection connection;
        const auto found = connection.api->discover();
        until([&] { return found.isFinished(); }, 60, "the kinds");
        if (!found.result())
            qFatal("%s", qPrintable(found.result().error().message()));
        kube::Applier::Options options;
        options.nameSpace = nameSpace;
        kube::Applier applier(*connection.api, std::make_shared<const kube::Discovery>(*found.result()),
                              manifest.objects, options);
        applier.start();
        until([&] { return applier.isFinished(); }, 600, "every object");
        for (const kube::ApplyOutcome& outcome : applier.outcomes()) {
            if (outcome.state != kube::ApplyOutcome::State::Created)
                qFatal("not created: %s", qPrintable(outcome.error ? outcome.error->message() : QString()));
        }
    });
}

} // namespace

QList<Row> kubeApply()
{
    const int count = objectCount();
    QString text;
    for (int i = 0; i < count; ++i)
        text += u"---\n"_s + documentOf(i);
    QTemporaryFile file;
    if (!file.open() || file.write(text.toUtf8()) < 0 || !file.flush())
        qFatal("no file for kubectl");
    const QString prefix = u"apply-%1-"_s.arg(QDateTime::currentMSecsSinceEpoch());
    QList<double> ours, theirs;
    for (int run = 0; run < runs; ++run) {
        const QString mine = prefix + u"k%1"_s.arg(run), other = prefix + u"c%1"_s.arg(run);
        for (const QString& nameSpace : {mine, other})
            kubectl({u"create"_s, u"namespace"_s, nameSpace});
        ours << oursMs(text, mine);
        theirs << wallMs([&] {
            kubectl({u"-n"_s, other, u"apply"_s, u"--server-side"_s, u"-f"_s, file.fileName()});
        });
        std::printf("apply, run %d: Kaptan %.0f ms, kubectl %.0f ms\n", run + 1, ours.last(), theirs.last());
        std::fflush(stdout);
        // No controllers here: a namespace would never be empty by itself.
        for (const QString& nameSpace : {mine, other})
            kubectl({u"-n"_s, nameSpace, u"delete"_s, u"configmaps,secrets,services,deployments"_s,
                     u"--all"_s, u"--wait=false"_s});
    }
    return {{u"%1 objects applied, from the file to the last answer"_s.arg(count),
             u"%1 ms"_s.arg(median(ours), 0, 'f', 0),
             u"kubectl apply --server-side %1 ms"_s.arg(median(theirs), 0, 'f', 0),
             median(ours) / median(theirs), 0.7}};
}

} // namespace bench
