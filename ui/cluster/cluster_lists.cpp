#include "ui/cluster/cluster_private.h"
#include "ui/cluster/resource_page.h"
#include "ui/common/drawer.h"
#include "ui/common/format.h"
#include "ui/common/plain_text.h"

/// The tables of the cluster pane: their rows, and the details of one of them.
namespace kaptan::ui
{

/// New rows in, gone ones out; the others keep their place.
template <class Model, class Row>
static void replaceRows(Model* model, QVector<Row> rows, const QSet<QString>& keys)
{
    QVector<QString> gone;
    for (int i = 0; i < model->shown(); ++i)
        if (!keys.contains(model->keyAt(i)))
            gone.append(model->keyAt(i));
    if (model->total() == 0 || model->shown() < model->total())
        model->setRows(std::move(rows));
    else
        model->apply(std::move(rows), gone);
}

void ClusterPane::Private::refillImages()
{
    QVector<ImageRow> rows;
    QSet<QString> keys;
    for (const docker::ImageSummary& image : inventory.images()) {
        rows.append({image, used.images.value(bareId(image.id))});
        keys.insert(image.id);
    }
    replaceRows(imagesModel, std::move(rows), keys);
}

void ClusterPane::Private::refillVolumes()
{
    QHash<QString, qint64> sizes;
    for (const docker::DiskUsage::Item& item : inventory.disk().volumes)
        sizes.insert(item.name, item.size);
    QVector<VolumeRow> rows;
    QSet<QString> keys;
    for (docker::VolumeSummary volume : inventory.volumes()) {
        keys.insert(volume.name);
        if (volume.size < 0)
            volume.size = sizes.value(volume.name, -1);
        rows.append({volume, used.volumes.value(volume.name)});
    }
    replaceRows(volumesModel, std::move(rows), keys);
}

void ClusterPane::Private::refillNetworks()
{
    QVector<NetworkRow> rows;
    QSet<QString> keys;
    for (const docker::NetworkSummary& network : inventory.networks()) {
        keys.insert(network.id);
        rows.append({network, used.networks.value(network.name), isBuiltIn(network)});
    }
    replaceRows(networksModel, std::move(rows), keys);
}

void ClusterPane::Private::showDetails()
{
    const ResourcePage* where = page();
    const QString key = where ? where->table()->currentKey() : QString();
    if (key.isEmpty())
        return;
    facts->clear();
    const auto fact = [this](const char* id, const QString& name, const QString& value,
                             Look look = Look::Plain) {
        facts->set(QString::fromLatin1(id), name, value, look);
    };
    const auto inUse = [&](const QStringList& names) {
        fact("used", ClusterPane::tr("Used by"),
             names.isEmpty() ? ClusterPane::tr("no container") : namesText(names, 30), Look::Mono);
    };
    const auto labels = [&](const QHash<QString, QString>& all) {
        QStringList lines;
        for (auto it = all.cbegin(); it != all.cend(); ++it)
            lines.append(plainLine(it.key() + u'=' + it.value(), 300));
        lines.sort();
        fact("labels", ClusterPane::tr("Labels"), lines.mid(0, 40).join(u'\n'), Look::Mono);
    };
    if (tab() == Images) {
        const ImageRow* row = imagesModel->find(key);
        if (!row)
            return;
        drawer->setHeading(row->image.tags.isEmpty() ? shortId(row->image.id) : row->image.tags.first());
        fact("tags", ClusterPane::tr("Tags"), row->image.tags.join(u'\n'), Look::Mono);
        fact("id", ClusterPane::tr("ID"), row->image.id, Look::Mono);
        fact("digests", ClusterPane::tr("Digests"), row->image.digests.join(u'\n'), Look::Mono);
        fact("size", ClusterPane::tr("Size"), bytesCell(row->image.size).copy);
        fact("created", ClusterPane::tr("Created"), absoluteTime(row->image.created));
        inUse(row->usedBy);
        labels(row->image.labels);
    } else if (tab() == Volumes) {
        const VolumeRow* row = volumesModel->find(key);
        if (!row)
            return;
        drawer->setHeading(row->volume.name);
        fact("name", ClusterPane::tr("Name"), row->volume.name, Look::Mono);
        fact("driver", ClusterPane::tr("Driver"), row->volume.driver);
        fact("mountpoint", ClusterPane::tr("On the host"), row->volume.mountpoint, Look::Mono);
        fact("size", ClusterPane::tr("Size"),
             row->volume.size < 0 ? QString() : bytesCell(row->volume.size).copy);
        fact("created", ClusterPane::tr("Created"),
             row->volume.created.isValid() ? absoluteTime(row->volume.created) : QString());
        inUse(row->usedBy);
        labels(row->volume.labels);
    } else {
        const NetworkRow* row = networksModel->find(key);
        if (!row)
            return;
        drawer->setHeading(row->network.name);
        fact("name", ClusterPane::tr("Name"), row->network.name, Look::Mono);
        fact("id", ClusterPane::tr("ID"), row->network.id, Look::Mono);
        fact("driver", ClusterPane::tr("Driver"), row->network.driver);
        fact("subnet", ClusterPane::tr("Subnet"), row->network.subnets.join(u'\n'), Look::Mono);
        fact("gateway", ClusterPane::tr("Gateway"), row->network.gateways.join(u'\n'), Look::Mono);
        fact("internal", ClusterPane::tr("Reaches outside"),
             row->network.internal ? ClusterPane::tr("no (internal)") : ClusterPane::tr("yes"));
        fact("created", ClusterPane::tr("Created"),
             row->network.created.isValid() ? absoluteTime(row->network.created) : QString());
        inUse(row->usedBy);
        labels(row->network.labels);
    }
    if (!drawer->isOpen())
        drawer->open();
}

} // namespace kaptan::ui
