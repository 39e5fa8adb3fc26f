#pragma once

#include "app/core/result.h"

#include <QFuture>
#include <QHash>
#include <QString>

#include <memory>

namespace kaptan::settings
{

/// Where secrets live, and nowhere else. Errors and logs name keys only, never values.
///
/// A store that cannot be used (no service, locked, refused) is NotAllowed with a sentence of advice. An
/// entry that is not there is NotAllowed::MissingPermission as well: a locked keychain cannot be told from
/// one that never had the entry, so no caller may take it for "there is no secret".
class SecretStore
{
public:
    virtual ~SecretStore() = default;

    virtual QFuture<Result<QString>> read(const QString& key) = 0;
    virtual QFuture<Result<void>> write(const QString& key, const QString& secret) = 0;
    /// An entry that is not there is an error as in read(): it may be there, behind a lock.
    virtual QFuture<Result<void>> remove(const QString& key) = 0;
};

/// The desktop's keychain (Secret Service: GNOME Keyring, KWallet, KeePassXC) through QtKeychain. To be used
/// in the main thread.
class KeychainStore : public SecretStore
{
public:
    /// `service` names the folder of the entries; tests take their own.
    explicit KeychainStore(const QString& service = QStringLiteral("kaptan"));

    QFuture<Result<QString>> read(const QString& key) override;
    QFuture<Result<void>> write(const QString& key, const QString& secret) override;
    QFuture<Result<void>> remove(const QString& key) override;

private:
    QString m_service;
};

/// Forgets with the program; for tests, and for the operator who has no keychain and wants to go on.
class MemoryStore : public SecretStore
{
public:
    QFuture<Result<QString>> read(const QString& key) override;
    QFuture<Result<void>> write(const QString& key, const QString& secret) override;
    QFuture<Result<void>> remove(const QString& key) override;

private:
    QHash<QString, QString> m_secrets;
};

} // namespace kaptan::settings
