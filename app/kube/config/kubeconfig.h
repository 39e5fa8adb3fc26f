#pragma once

#include "app/core/result.h"

#include <QByteArray>
#include <QHash>
#include <QPair>
#include <QString>
#include <QStringList>
#include <QVector>

#include <optional>

/// kubeconfig files as kubectl reads them: precedence, merge, and where each value stands.
/// https://kubernetes.io/docs/concepts/configuration/organize-cluster-access-kubeconfig/
namespace kaptan::kube
{

/// Where a value was written.
struct Place {
    QString file; ///< absolute; empty where nothing says it
    int line = 0; ///< from 1; 0 where unknown

    bool operator==(const Place&) const = default;
};

struct NamedCluster {
    QString name;
    Place place;
    QString server; ///< as written; empty where missing
    QString tlsServerName;
    bool insecureSkipTlsVerify = false;
    QString certificateAuthority;        ///< absolute: relative ones are relative to their file
    QByteArray certificateAuthorityData; ///< decoded from base64
    QString proxyUrl;
    bool disableCompression = false;
    QByteArray execExtension; ///< JSON of the extension "client.authentication.k8s.io/exec"; empty: none

    bool operator==(const NamedCluster&) const = default;
};

/// A program that gives credentials.
/// https://kubernetes.io/docs/reference/access-authn-authz/authentication/#client-go-credential-plugins
struct ExecPlugin {
    enum class Interactive { Never, IfAvailable, Always };
    QString apiVersion; ///< client.authentication.k8s.io/v1 or v1beta1
    QString command;    ///< absolute where it was written with a slash and relative to its file
    QStringList args;
    QVector<QPair<QString, QString>> env; ///< in order; may be secret
    QString installHint;
    bool provideClusterInfo = false;
    Interactive interactive = Interactive::IfAvailable;

    bool operator==(const ExecPlugin&) const = default;
};

struct NamedUser {
    QString name;
    Place place;
    QString clientCertificate, clientKey;            ///< absolute paths
    QByteArray clientCertificateData, clientKeyData; ///< decoded; the key is secret
    QString token;                                   ///< secret
    QString tokenFile;                               ///< absolute; wins over token
    QString username, password;
    QString impersonate, impersonateUid;
    QStringList impersonateGroups;
    QVector<QPair<QString, QStringList>> impersonateExtra;
    QString authProvider; ///< name of a legacy provider, which nobody supports any more
    std::optional<ExecPlugin> exec;

    bool operator==(const NamedUser&) const = default;
};

struct NamedContext {
    QString name;
    Place place;
    QString cluster, user;
    QString nameSpace; ///< empty: "default"

    bool operator==(const NamedContext&) const = default;
};

/// Something in a file that cannot be used; the rest of the file still counts where that is possible.
struct KubeconfigProblem {
    Place place;
    QString why; ///< translated
    QString fix; ///< translated; may be empty

    bool operator==(const KubeconfigProblem&) const = default;
};

/// Several files merged: the first file that names an entry wins whole, also where what it says cannot be
/// used (else a context would go to a server, or as a user, of another file than it was written for). The
/// first current-context wins.
struct Kubeconfig {
    QVector<NamedCluster> clusters;
    QVector<NamedUser> users;
    QVector<NamedContext> contexts;
    /// Entries that are there and cannot be used, by name: no later file takes their place.
    QHash<QString, KubeconfigProblem> brokenClusters, brokenUsers, brokenContexts;
    QString currentContext;
    Place currentContextPlace;
    QStringList files; ///< those that were read, absolute, in their order
    QVector<KubeconfigProblem> problems;
    /// From kubectl's own places: see KubeconfigPlaces.
    bool defaultPlaces = false;

    const NamedCluster* cluster(const QString& name) const;
    const NamedUser* user(const QString& name) const;
    const NamedContext* context(const QString& name) const;

    bool operator==(const Kubeconfig&) const = default;
};

/// Which files count, in the order of their precedence.
struct KubeconfigPlaces {
    QStringList files;
    /// Somebody named this one file (--kubeconfig): it must exist.
    bool explicitFile = false;
    /// These are kubectl's own places ($KUBECONFIG, ~/.kube/config): programs named there run without a
    /// question.
    bool defaultPlaces = false;

    /// `explicitFile` alone where it is not empty, else $KUBECONFIG (a list; missing files are skipped), else
    /// ~/.kube/config.
    static KubeconfigPlaces find(const QHash<QString, QString>& environment, const QString& home,
                                 const QString& explicitFile = {});
};

/// The most that a file may hold; a larger one is refused unread.
constexpr qint64 largestKubeconfig = 4 * 1024 * 1024;

/// Parses one file's text. `file` is its absolute path (for places and relative paths). ParseError for what
/// is too large, too deep, no YAML, no mapping, or says through aliases more than the text itself could. An
/// entry with a wrong field becomes a problem and counts as broken (a user without its impersonation, say,
/// would be somebody else). Thread-safe.
Result<Kubeconfig> parseKubeconfig(const QByteArray& text, const QString& file);

/// Reads and merges. A file that cannot be read or parsed becomes a problem and the others still count; only
/// an explicit file that is missing or broken is an error. Blocks on the disk: for a worker.
Result<Kubeconfig> loadKubeconfig(const KubeconfigPlaces& places);

/// The merge of parsed files, first wins.
Kubeconfig mergeKubeconfigs(const QVector<Kubeconfig>& files);

} // namespace kaptan::kube
