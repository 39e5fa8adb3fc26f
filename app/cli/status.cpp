#include "app/cli/status.h"

#include "app/cli/connect.h"
#include "app/cli/text.h"
#include "app/docker/api/engine_api.h"
#include "app/session/kube_session.h"

#include <QCoreApplication>
#include <QJsonDocument>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace kaptan::cli
{

namespace
{

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Cli)
};

/// Counts of restarts arrive after the list, container by container: the report waits until nothing came for
/// a while, and not for ever.
constexpr auto quietFor = 250ms;
constexpr auto quietWithin = 3s;

class StatusJob : public SessionJob
{
public:
    StatusJob(const session::ConnectionSpec& spec, std::chrono::seconds timeout, Format format,
              const Context& context, QObject* parent)
        : SessionJob(spec, timeout, context, parent), m_format(format)
    {
        m_quiet.setSingleShot(true);
        m_quiet.setInterval(quietFor);
        m_enough.setSingleShot(true);
        m_enough.setInterval(quietWithin);
        connect(&m_quiet, &QTimer::timeout, this, [this] { report(); });
        connect(&m_enough, &QTimer::timeout, this, [this] { report(); });
    }

protected:
    void begin() override
    {
        connect(session().workloads(), &workload::WorkloadSource::changed, &m_quiet,
                qOverload<>(&QTimer::start));
        m_quiet.start();
        m_enough.start();
    }

    void noConnection(const Error& error) override
    {
        m_quiet.stop();
        m_enough.stop();
        if (m_format == Format::Json)
            print(statusJson(session().spec(), error));
        SessionJob::noConnection(error);
    }

private:
    void print(const QJsonObject& object) const
    {
        context().out(QString::fromUtf8(QJsonDocument(object).toJson()));
    }

    void report()
    {
        m_quiet.stop();
        m_enough.stop();
        StatusReport report;
        report.connection = session().spec();
        report.at = QDateTime::currentDateTimeUtc();
        report.versionText = session().versionText();
        if (auto* engine = session().engine())
            if (const auto info = engine->info())
                report.engine = *info;
        report.notes = session().state().notes;
        report.workloads = session().workloads()->workloads();
        std::sort(report.workloads.begin(), report.workloads.end(), [](const auto& a, const auto& b) {
            return std::tie(a->group, a->name, a->id) < std::tie(b->group, b->name, b->id);
        });
        if (m_format == Format::Json)
            print(statusJson(report));
        else
            context().out(statusTable(report));
        // Nothing may be listed: "none" would be an answer to a script that is not true.
        const auto* cluster = qobject_cast<const session::KubeSession*>(&session());
        const auto why = cluster ? cluster->whyEmpty() : std::nullopt;
        if (why)
            context().complain(*why);
        Q_EMIT finished(why ? Failed : Success);
    }

    Format m_format;
    QTimer m_quiet;
    QTimer m_enough;
};

} // namespace

void describeStatus(QCommandLineParser& parser)
{
    describeConnection(parser);
    describeOutput(parser);
}

Result<Job*> startStatus(const QCommandLineParser& parser, const Context& context, QObject* parent)
{
    const auto format = formatOf(parser);
    if (!format)
        return failure(format.error());
    const auto timeout = timeoutOf(parser);
    if (!timeout)
        return failure(timeout.error());
    const auto spec = chooseConnection(parser, context);
    if (!spec)
        return failure(spec.error());
    auto* job = new StatusJob(*spec, *timeout, *format, context, parent);
    QMetaObject::invokeMethod(
        job, [job] { job->open(); }, Qt::QueuedConnection);
    return job;
}

} // namespace kaptan::cli
