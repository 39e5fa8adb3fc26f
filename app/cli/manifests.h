#pragma once

#include "app/cli/cluster_job.h"
#include "app/kube/manifest/manifest.h"

namespace kaptan::cli
{

/// A text and where it is from: a file, an address, "-".
struct ManifestSource {
    QString place;
    QString text;
};

/// What manifests hold.
struct LoadedManifests {
    QVector<kube::ManifestObject> objects; ///< of all sources, in their order
    QStringList places;                    ///< of each object: "web.yaml:12"
    QStringList errors;                    ///< "web.yaml:3:1: why. What to do.", untrusted
    QStringList warnings;                  ///< in the same form
};

/// "web.yaml:3:1: why. What to do."
QString problemLine(const QString& place, int line, int column, const QString& why, const QString& fix);

/// Parses them all. An object that stands twice is an error, and so is one of another namespace than
/// `nameSpace`, where that is not empty.
LoadedManifests parseSources(const QVector<ManifestSource>& sources, const QString& nameSpace);

/// The texts at a path: the file, or the manifests of the folder (*.yaml, *.yml, *.json) by name. What cannot
/// be read is told in `errors`. Blocks on the disk: for a worker.
QVector<ManifestSource> readPlace(const QString& path, bool recursive, QStringList& errors);

/// "deployment.apps/web"; "deployment.apps/web-*" where the server makes the name.
QString titleOf(const kube::ManifestObject& object);

/// The resource of exactly this version; null where the server lacks it.
const kube::ApiResource* resourceOf(const kube::Discovery& discovery, const kube::ManifestObject& object);

/// -f and -R.
void describeFiles(QCommandLineParser& parser);
/// The values of -f; an error of usage where there is none.
Result<QStringList> filesOf(const QCommandLineParser& parser);

/// A job on what manifests hold. They are read before the cluster is asked anything; where they have errors
/// all of them are told and it ends.
class ManifestJob : public ClusterJob
{
    Q_OBJECT
public:
    ManifestJob(ClusterChoice choice, const QStringList& files, bool recursive, const Context& context,
                QObject* parent);

    void open() override;

protected:
    const LoadedManifests& manifests() const { return m_manifests; }

    /// Exit code where a manifest or an object has errors.
    virtual int failedCode() const { return Failed; }

    /// The namespace that an object of the manifests goes to.
    QString placeOf(const kube::ManifestObject& object) const;

private:
    void readNext();
    void parse();

    QStringList m_files;
    bool m_recursive;
    qsizetype m_at = 0;
    QVector<ManifestSource> m_sources;
    QStringList m_errors;
    LoadedManifests m_manifests;
};

} // namespace kaptan::cli
