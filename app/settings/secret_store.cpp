#include "app/settings/secret_store.h"

#include <QCoreApplication>
#include <QPromise>

#include <qt6keychain/keychain.h>

namespace kaptan::settings
{

namespace
{

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(SecretStore)
};

Error missing(const QString& key)
{
    return Error(NotAllowed{NotAllowed::Kind::MissingPermission,
                            //: %1 is the name of an entry in the keychain
                            Tr::tr("using the secret “%1”").arg(key),
                            Tr::tr("the keychain has no such entry, or it is locked"),
                            Tr::tr("Unlock the keychain (log in to the desktop, or open its password "
                                   "manager) and try again; if the entry is gone, enter the secret anew.")});
}

/// What a job's end means. The job's own text names no secret, it is the words of the service.
Error errorOf(const QKeychain::Job& job)
{
    const QString what = Tr::tr("using the secret “%1”").arg(job.key());
    switch (job.error()) {
    case QKeychain::EntryNotFound:
    case QKeychain::CouldNotDeleteEntry:
        return missing(job.key());
    case QKeychain::AccessDenied:
    case QKeychain::AccessDeniedByUser:
        return Error(NotAllowed{NotAllowed::Kind::MissingPermission, what,
                                Tr::tr("the keychain refused: %1").arg(job.errorString()),
                                Tr::tr("Unlock the keychain and allow Kaptan to use it, then try again.")});
    default:
        return Error(
            NotAllowed{NotAllowed::Kind::Unsupported, what,
                       Tr::tr("no keychain answers in this session (%1)").arg(job.errorString()),
                       Tr::tr("Install one (sudo apt install gnome-keyring) and log in again, or start "
                              "it by hand: dbus-run-session, then gnome-keyring-daemon --unlock "
                              "--components=secrets.")});
    }
}

/// Starts a job; `take` makes the value of a success.
template <class T, class Job, class Take>
QFuture<Result<T>> run(Job* job, const QString& key, Take take)
{
    auto promise = std::make_shared<QPromise<Result<T>>>();
    promise->start();
    job->setKey(key);
    // Without this QtKeychain would look for other places by itself, a plain file among them.
    job->setInsecureFallback(false);
    QObject::connect(job, &QKeychain::Job::finished, job, [promise, job, take](QKeychain::Job* done) {
        if (done->error() == QKeychain::NoError)
            promise->addResult(take(job));
        else
            promise->addResult(Result<T>(failure(errorOf(*done))));
        promise->finish();
    });
    job->start();
    return promise->future();
}

} // namespace

KeychainStore::KeychainStore(const QString& service) : m_service(service) {}

QFuture<Result<QString>> KeychainStore::read(const QString& key)
{
    return run<QString>(new QKeychain::ReadPasswordJob(m_service), key,
                        [](QKeychain::ReadPasswordJob* job) { return Result<QString>(job->textData()); });
}

QFuture<Result<void>> KeychainStore::write(const QString& key, const QString& secret)
{
    auto* job = new QKeychain::WritePasswordJob(m_service);
    job->setTextData(secret);
    return run<void>(job, key, [](QKeychain::WritePasswordJob*) { return Result<void>(); });
}

QFuture<Result<void>> KeychainStore::remove(const QString& key)
{
    return run<void>(new QKeychain::DeletePasswordJob(m_service), key,
                     [](QKeychain::DeletePasswordJob*) { return Result<void>(); });
}

QFuture<Result<QString>> MemoryStore::read(const QString& key)
{
    const auto at = m_secrets.constFind(key);
    if (at == m_secrets.constEnd())
        return readyFuture(Result<QString>(failure(missing(key))));
    return readyFuture(Result<QString>(*at));
}

QFuture<Result<void>> MemoryStore::write(const QString& key, const QString& secret)
{
    m_secrets.insert(key, secret);
    return readyFuture(Result<void>());
}

QFuture<Result<void>> MemoryStore::remove(const QString& key)
{
    if (m_secrets.remove(key) == 0)
        return readyFuture(Result<void>(failure(missing(key))));
    return readyFuture(Result<void>());
}

} // namespace kaptan::settings
