#pragma once

#include "app/kube/change/schema.h"
#include "app/kube/watch/cluster.h"
#include "ui/common/yaml_editor.h"

#include <QHash>
#include <QObject>
#include <QPointer>

namespace kaptan::ui
{

/// What could be written in an editor of manifests: names of fields and values, from the server's own
/// OpenAPI. A schema is fetched when it is first needed; until then there is no help.
class SchemaHelp : public QObject
{
    Q_OBJECT
public:
    SchemaHelp(kube::Cluster& cluster, QObject* parent);

    /// Fetches what it knows of this version beforehand.
    void prepare(const QString& apiVersion) { (void)schemaOf(apiVersion); }

    QVector<Completion> complete(const QString& text, int line, int column);

Q_SIGNALS:
    void fetched(); ///< ask again

private:
    std::shared_ptr<const kube::Schema> schemaOf(const QString& apiVersion);

    QPointer<kube::Cluster> m_cluster;
    QHash<QString, std::shared_ptr<const kube::Schema>>
        m_schemas; ///< by group version; null: asked, none yet
};

} // namespace kaptan::ui
