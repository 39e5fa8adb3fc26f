#include "ui/cluster/resource_models.h"

#include "ui/cluster/engine_usage.h"
#include "ui/common/format.h"
#include "ui/common/plain_text.h"

#include <QCoreApplication>

namespace kaptan::ui
{

namespace
{

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Cluster)
};

Cell usedCell(const QStringList& names)
{
    Cell cell = countCell(names.size());
    cell.dim = names.isEmpty();
    cell.toolTip = names.isEmpty() ? Tr::tr("No container uses it") : namesText(names, 12);
    return cell;
}

double time(const QDateTime& at)
{
    return at.isValid() ? double(at.toMSecsSinceEpoch()) : 0;
}

Cell text(const QString& words)
{
    Cell cell;
    cell.text = words;
    return cell;
}

} // namespace

QString namesText(const QStringList& names, int most)
{
    QStringList shown;
    for (const QString& name : names.mid(0, most))
        shown.append(plainLine(name, 120));
    const int more = int(names.size()) - int(shown.size());
    QString words = shown.join(QStringLiteral(", "));
    if (more > 0)
        //: after some names: so many more
        words += Tr::tr(" and %n more", "", more);
    return words;
}

QString imageTitle(const docker::ImageSummary& image)
{
    //: an image without a name
    return image.tags.isEmpty() ? Tr::tr("untagged") : image.tags.join(QStringLiteral(", "));
}

// ---- images

ImagesModel::ImagesModel(QObject* parent)
    : RowModel<ImageRow>({{QStringLiteral("name"), CellKind::Mono, 220, true, 0, true, false},
                          {QStringLiteral("id"), CellKind::MonoMuted, 120, false, 3, true, false},
                          {QStringLiteral("used"), CellKind::Number, 90, false, 1, true, true},
                          {QStringLiteral("size"), CellKind::Number, 96, false, 0, true, true},
                          {QStringLiteral("created"), CellKind::Number, 90, false, 2, true, true}},
                         parent)
{
}

QString ImagesModel::columnTitle(int column) const
{
    switch (column) {
    case Name:
        return Tr::tr("Image");
    case Id:
        //: column: identity, the first digits of a hash
        return Tr::tr("ID");
    case Used:
        //: column: by how many containers it is used
        return Tr::tr("Used by");
    case Size:
        return Tr::tr("Size");
    case Created:
        //: column: since when it exists
        return Tr::tr("Age");
    default:
        return {};
    }
}

Cell ImagesModel::cell(const ImageRow& row, int column) const
{
    switch (column) {
    case Name: {
        Cell cell = text(imageTitle(row.image));
        cell.dim = row.image.tags.isEmpty();
        return cell;
    }
    case Id: {
        Cell cell = text(shortId(row.image.id));
        cell.copy = row.image.id;
        cell.toolTip = row.image.id;
        return cell;
    }
    case Used:
        return usedCell(row.usedBy);
    case Size:
        return bytesCell(row.image.size);
    case Created:
        return timeCell(row.image.created);
    default:
        return {};
    }
}

SortKey ImagesModel::sortKey(const ImageRow& row, int column) const
{
    switch (column) {
    case Name:
        return {row.image.tags.isEmpty() ? 1.0 : 0.0, imageTitle(row.image)};
    case Id:
        return {0, row.image.id};
    case Used:
        return {double(row.usedBy.size()), imageTitle(row.image)};
    case Size:
        return {double(row.image.size), {}};
    case Created:
        return {time(row.image.created), {}};
    default:
        return {};
    }
}

QString ImagesModel::haystack(const ImageRow& row) const
{
    return (row.image.tags + row.usedBy + QStringList{bareId(row.image.id)}).join(u'\n');
}

// ---- volumes

VolumesModel::VolumesModel(QObject* parent)
    : RowModel<VolumeRow>({{QStringLiteral("name"), CellKind::Mono, 220, true, 0, true, false},
                           {QStringLiteral("driver"), CellKind::Muted, 110, false, 3, true, false},
                           {QStringLiteral("used"), CellKind::Number, 90, false, 1, true, true},
                           {QStringLiteral("size"), CellKind::Number, 96, false, 0, true, true},
                           {QStringLiteral("created"), CellKind::Number, 90, false, 2, true, true}},
                          parent)
{
}

QString VolumesModel::columnTitle(int column) const
{
    switch (column) {
    case Name:
        return Tr::tr("Volume");
    case Driver:
        return Tr::tr("Driver");
    case Used:
        return Tr::tr("Used by");
    case Size:
        return Tr::tr("Size");
    case Created:
        return Tr::tr("Age");
    default:
        return {};
    }
}

QString VolumesModel::columnToolTip(int column) const
{
    return column == Size ? Tr::tr("Known after disk use was measured (overview)") : QString();
}

Cell VolumesModel::cell(const VolumeRow& row, int column) const
{
    switch (column) {
    case Name: {
        Cell cell = text(row.volume.name);
        if (row.volume.isAnonymous()) {
            cell.dim = true;
            cell.toolTip = Tr::tr("Anonymous: made by an image for a container\n%1").arg(row.volume.name);
        }
        return cell;
    }
    case Driver:
        return text(row.volume.driver);
    case Used:
        return usedCell(row.usedBy);
    case Size:
        return bytesCell(row.volume.size);
    case Created:
        return timeCell(row.volume.created);
    default:
        return {};
    }
}

SortKey VolumesModel::sortKey(const VolumeRow& row, int column) const
{
    switch (column) {
    case Name: // named ones first
        return {row.volume.isAnonymous() ? 1.0 : 0.0, row.volume.name};
    case Driver:
        return {0, row.volume.driver};
    case Used:
        return {double(row.usedBy.size()), row.volume.name};
    case Size:
        return {double(row.volume.size), {}};
    case Created:
        return {time(row.volume.created), {}};
    default:
        return {};
    }
}

QString VolumesModel::haystack(const VolumeRow& row) const
{
    return (row.usedBy + QStringList{row.volume.name, row.volume.driver}).join(u'\n');
}

// ---- networks

NetworksModel::NetworksModel(QObject* parent)
    : RowModel<NetworkRow>({{QStringLiteral("name"), CellKind::Mono, 200, true, 0, true, false},
                            {QStringLiteral("driver"), CellKind::Muted, 110, false, 2, true, false},
                            {QStringLiteral("subnet"), CellKind::MonoMuted, 190, false, 1, true, false},
                            {QStringLiteral("used"), CellKind::Number, 100, false, 0, true, true},
                            {QStringLiteral("created"), CellKind::Number, 90, false, 3, true, true}},
                           parent)
{
}

QString NetworksModel::columnTitle(int column) const
{
    switch (column) {
    case Name:
        return Tr::tr("Network");
    case Driver:
        return Tr::tr("Driver");
    case Subnet:
        //: column: address range of a network
        return Tr::tr("Subnet");
    case Used:
        return Tr::tr("Containers");
    case Created:
        return Tr::tr("Age");
    default:
        return {};
    }
}

Cell NetworksModel::cell(const NetworkRow& row, int column) const
{
    switch (column) {
    case Name: {
        Cell cell = text(row.network.name);
        if (row.builtIn) {
            cell.dim = true;
            cell.toolTip = Tr::tr("Made by the engine itself");
        }
        return cell;
    }
    case Driver:
        return text(row.network.driver);
    case Subnet:
        return text(row.network.subnets.join(QStringLiteral(", ")));
    case Used:
        return usedCell(row.usedBy);
    case Created:
        // Podman says of its own network that it was made this moment.
        return row.builtIn ? text(QStringLiteral("–")) : timeCell(row.network.created);
    default:
        return {};
    }
}

SortKey NetworksModel::sortKey(const NetworkRow& row, int column) const
{
    switch (column) {
    case Name:
        return {row.builtIn ? 1.0 : 0.0, row.network.name};
    case Driver:
        return {0, row.network.driver};
    case Subnet:
        return {0, row.network.subnets.value(0)};
    case Used:
        return {double(row.usedBy.size()), row.network.name};
    case Created:
        return {time(row.network.created), {}};
    default:
        return {};
    }
}

QString NetworksModel::haystack(const NetworkRow& row) const
{
    return (row.usedBy + row.network.subnets + QStringList{row.network.name, row.network.driver}).join(u'\n');
}

} // namespace kaptan::ui
