#include "app/kube/config/credentials.h"

#include "app/core/when_done.h"
#include "app/kube/config/plugin_run.h"
#include "app/kube/config/static_identity.h"

#include <QCoreApplication>
#include <QMutex>
#include <QPromise>
#include <QtConcurrent/QtConcurrentRun>

#include <algorithm>
#include <vector>

using namespace std::chrono_literals;

namespace kaptan::kube
{

namespace
{

constexpr std::chrono::milliseconds fileLife = 60s;
/// How long before its end an identity is fetched anew; of short ones a tenth of their life.
constexpr qint64 earlyMs = 30000;
/// How long the error of a plugin answers instead of another run.
constexpr std::chrono::milliseconds firstHold = 15s, longestHold = 5min;

/// Asks a login shell once: it takes a while, and one that hangs takes long. For any thread.
std::function<QString()> askedOnce(std::function<QString()> ask)
{
    if (!ask)
        return {};

    struct Kept {
        QMutex mutex;
        std::optional<QString> path;
    };

    return [ask = std::move(ask), kept = std::make_shared<Kept>()] {
        const QMutexLocker lock(&kept->mutex);
        if (!kept->path)
            kept->path = ask();
        return *kept->path;
    };
}

class ContextCredentials final : public Credentials
{
public:
    ContextCredentials(ResolvedContext context, ExecEnvironment environment, Clock& clock)
        : m_context(std::move(context)), m_environment(std::move(environment)), m_clock(clock),
          m_ask(m_context.asksBeforeExec)
    {
        m_environment.loginShellPath = askedOnce(std::move(m_environment.loginShellPath));
    }

    ~ContextCredentials() override { delete m_run; } // before what it refers to

    QFuture<Result<Identity>> identity() override
    {
        if (m_kept && (!m_freshUntil.isValid() || m_clock.now() < m_freshUntil))
            return readyFuture<Identity>(*m_kept);
        if (m_refusal) // who said no is not asked at each retry
            return readyFuture<Identity>(failure(*m_refusal));
        if (m_failure && m_clock.monotonicMs() < m_heldUntil)
            return readyFuture<Identity>(failure(*m_failure));
        QPromise<Result<Identity>> promise;
        promise.start();
        QFuture<Result<Identity>> future = promise.future();
        m_waiting.push_back(std::move(promise));
        if (m_waiting.size() == 1)
            fetch();
        return future;
    }

    void reject(const Identity& refused) override
    {
        if (m_kept == refused)
            m_kept.reset();
    }

    void retry() override
    {
        m_refusal.reset();
        m_saidNo = false;
        m_failure.reset();
        m_hold = firstHold;
    }

private:
    void fetch()
    {
        whenDone(QtConcurrent::run(staticIdentity, m_context.user), this,
                 [this](const Result<Identity>& identity) {
                     if (!identity || !m_context.user.exec || authorizes(*identity) ||
                         !identity->clientCertPem.isEmpty())
                         finish(identity, readsFiles(m_context.user)
                                              ? m_clock.now().addMSecs(fileLife.count())
                                              : QDateTime());
                     else
                         runPlugin(*identity);
                 });
    }

    void runPlugin(const Identity& base)
    {
        if (const auto refusal = pluginRefusal(*m_context.user.exec)) {
            finish(failure(*refusal), {});
            return;
        }
        PluginRun::Listener listener;
        listener.asked = [this](bool allowed) {
            m_ask = !allowed;
            m_saidNo = !allowed;
        };
        listener.finished = [this, base](const Result<PluginAnswer>& answer) { take(base, answer); };
        m_run = new PluginRun(m_context, m_environment, m_ask, m_clock, std::move(listener), this);
        m_run->begin();
    }

    void take(const Identity& base, const Result<PluginAnswer>& answer)
    {
        m_run->deleteLater(); // it is what calls us
        m_run = nullptr;
        if (!answer) {
            if (m_saidNo)
                m_refusal = answer.error();
            else if (answer.error().as<ProcessError>())
                hold(answer.error());
            finish(failure(answer.error()), {});
            return;
        }
        m_failure.reset();
        m_hold = firstHold;
        Identity identity = base;
        if (!answer->token.isEmpty())
            identity.headers.prepend({"Authorization", "Bearer " + answer->token});
        identity.clientCertPem = answer->clientCertPem;
        identity.clientKeyPem = answer->clientKeyPem;
        identity.expires = answer->expires;
        finish(identity, freshUntil(answer->expires));
    }

    void hold(const Error& error)
    {
        m_failure = error;
        m_heldUntil = m_clock.monotonicMs() + m_hold.count();
        m_hold = std::min(m_hold * 2, longestHold);
    }

    QDateTime freshUntil(const QDateTime& expires) const
    {
        if (!expires.isValid())
            return {};
        const qint64 life = std::max<qint64>(0, m_clock.now().msecsTo(expires));
        return expires.addMSecs(-std::min(earlyMs, life / 10));
    }

    /// An invalid time: fresh until it is rejected.
    void finish(const Result<Identity>& identity, const QDateTime& until)
    {
        m_kept = identity ? std::optional(*identity) : std::nullopt;
        m_freshUntil = until;
        std::vector<QPromise<Result<Identity>>> waiting;
        waiting.swap(m_waiting);
        for (auto& promise : waiting) {
            promise.addResult(identity);
            promise.finish();
        }
    }

    const ResolvedContext m_context;
    ExecEnvironment m_environment;
    Clock& m_clock;
    bool m_ask;
    bool m_saidNo = false;
    std::optional<Error> m_refusal; ///< the user's no
    std::optional<Error> m_failure; ///< of the plugin's last run
    qint64 m_heldUntil = 0;
    std::chrono::milliseconds m_hold = firstHold;
    std::optional<Identity> m_kept;
    QDateTime m_freshUntil;
    std::vector<QPromise<Result<Identity>>> m_waiting;
    PluginRun* m_run = nullptr;
};

} // namespace

std::unique_ptr<Credentials> makeCredentials(const ResolvedContext& context, ExecEnvironment environment,
                                             Clock& clock)
{
    return std::make_unique<ContextCredentials>(context, std::move(environment), clock);
}

} // namespace kaptan::kube
