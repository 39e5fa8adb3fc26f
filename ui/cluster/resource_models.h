#pragma once

#include "app/docker/api/image.h"
#include "app/docker/api/network.h"
#include "app/docker/api/volume.h"
#include "ui/common/row_model.h"

namespace kaptan::ui
{

struct ImageRow {
    docker::ImageSummary image;
    QStringList usedBy; ///< names of containers
};

struct VolumeRow {
    docker::VolumeSummary volume;
    QStringList usedBy;
};

struct NetworkRow {
    docker::NetworkSummary network;
    QStringList usedBy;
    bool builtIn = false;
};

/// "web-1, web-2 and 3 more"; empty where none.
QString namesText(const QStringList& names, int most = 3);
/// All tags, or the word for an image without one.
QString imageTitle(const docker::ImageSummary& image);

class ImagesModel : public RowModel<ImageRow>
{
    Q_OBJECT
public:
    enum ColumnIndex { Name, Id, Used, Size, Created };

    explicit ImagesModel(QObject* parent = nullptr);
    QString columnTitle(int column) const override;

protected:
    QString keyOf(const ImageRow& row) const override { return row.image.id; }

    Cell cell(const ImageRow& row, int column) const override;
    SortKey sortKey(const ImageRow& row, int column) const override;
    QString haystack(const ImageRow& row) const override;
};

class VolumesModel : public RowModel<VolumeRow>
{
    Q_OBJECT
public:
    enum ColumnIndex { Name, Driver, Used, Size, Created };

    explicit VolumesModel(QObject* parent = nullptr);
    QString columnTitle(int column) const override;
    QString columnToolTip(int column) const override;

protected:
    QString keyOf(const VolumeRow& row) const override { return row.volume.name; }

    Cell cell(const VolumeRow& row, int column) const override;
    SortKey sortKey(const VolumeRow& row, int column) const override;
    QString haystack(const VolumeRow& row) const override;
};

class NetworksModel : public RowModel<NetworkRow>
{
    Q_OBJECT
public:
    enum ColumnIndex { Name, Driver, Subnet, Used, Created };

    explicit NetworksModel(QObject* parent = nullptr);
    QString columnTitle(int column) const override;

protected:
    QString keyOf(const NetworkRow& row) const override { return row.network.id; }

    Cell cell(const NetworkRow& row, int column) const override;
    SortKey sortKey(const NetworkRow& row, int column) const override;
    QString haystack(const NetworkRow& row) const override;
};

} // namespace kaptan::ui
