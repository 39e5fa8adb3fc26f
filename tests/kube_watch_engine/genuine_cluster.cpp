#include "tests/kube_watch_engine/genuine_cluster.h"

#include "app/kube/config/kubeconfig.h"
#include "tests/support/place/place.h"

#include <QDir>
#include <QFileInfo>
#include <QJsonDocument>
#include <QProcess>

using namespace Qt::StringLiterals;

namespace kaptan::kube::test
{

namespace
{

QString configFile()
{
    return qEnvironmentVariable("KAPTAN_TEST_KUBECONFIG");
}

} // namespace

QString GenuineCluster::why()
{
    return configFile().isEmpty() ? u"KAPTAN_TEST_KUBECONFIG names no cluster"_s : QString();
}

GenuineCluster::GenuineCluster() : m_thread(u"cluster"_s)
{
    const Kubeconfig config = loadKubeconfig(KubeconfigPlaces::find({}, {}, configFile())).value();
    const ResolvedContext context = resolveContext(config, config.currentContext, {}).value();
    m_api = m_thread.adopt(std::make_unique<KubeApi>(context.endpoint, makeCredentials(context, {})));
}

int GenuineCluster::call(const QByteArray& method, const QString& path, const QByteArray& body,
                         const QByteArray& contentType, QByteArray* answer)
{
    net::Request request;
    request.method = method;
    request.path = path.section(u'?', 0, 0);
    request.query = QUrlQuery(path.section(u'?', 1));
    request.body = body;
    if (!body.isEmpty())
        request.headers.append({"Content-Type", contentType});
    QFuture<Result<net::Response>> future = m_api->call(request);
    future.waitForFinished();
    const Result<net::Response> result = future.result();
    if (answer && result)
        *answer = result->body;
    return result ? result->status : result.error().httpStatus();
}

std::optional<QJsonArray> GenuineCluster::list(const QString& path)
{
    QByteArray body;
    if (call("GET", path, {}, {}, &body) != 200)
        return {};
    return QJsonDocument::fromJson(body).object()[u"items"_s].toArray();
}

QString GenuineCluster::kubectl(const QStringList& arguments)
{
    QProcess process;
    process.start(qEnvironmentVariable("KAPTAN_TEST_KUBECTL"),
                  QStringList{u"--kubeconfig"_s, configFile()} + arguments);
    process.waitForFinished(60'000);
    return QString::fromUtf8(process.readAllStandardOutput());
}

bool GenuineCluster::restartApiServer(int seconds)
{
    QDir folder = QFileInfo(configFile()).dir(); // D/run
    folder.cdUp();
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"D"_s, folder.path());
    process.setProcessEnvironment(environment);
    process.setProcessChannelMode(QProcess::ForwardedChannels);
    process.start(kaptan::test::sourceDir() + QStringLiteral("/tests/testbed/kube.sh"),
                  {u"restart"_s, u"kube-apiserver"_s, QString::number(seconds)});
    return process.waitForFinished(120'000) && process.exitCode() == 0;
}

} // namespace kaptan::kube::test
