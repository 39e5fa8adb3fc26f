#pragma once

#include "ui/common/pane.h"

#include <memory>

namespace kaptan::ui
{

/// The engine itself: its host, what is used of it, and its images, volumes and networks. Where a Kubernetes
/// cluster is behind the connection: that (KubeFace).
class ClusterPane : public Pane
{
    Q_OBJECT
public:
    explicit ClusterPane(PaneHost& host, QWidget* parent = nullptr);
    ~ClusterPane() override;

    QString paneId() const override { return QStringLiteral("cluster"); }

    QString title() const override;

    QString iconName() const override { return QStringLiteral("cluster"); }

    void setSession(session::Session* session) override;
    /// {"tab": "overview", "images", "volumes" or "networks"; "key": image id, volume or network name}; of a
    /// cluster as KubeFace::showTarget().
    void showTarget(const QVariantMap& target) override;
    void focusFilter() override;
    QList<QAction*> paletteActions() const override;

Q_SIGNALS:
    /// The button of the face without a connection.
    void connectionsRequested();

protected:
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace kaptan::ui
