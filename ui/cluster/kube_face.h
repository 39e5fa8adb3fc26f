#pragma once

#include "ui/common/pane.h"

#include <memory>

namespace kaptan::ui
{

/// The cluster pane where a Kubernetes cluster is behind the connection: its kinds at the left, the objects
/// of one of them as the server's own table at the right, details in the drawer.
class KubeFace : public QWidget
{
    Q_OBJECT
public:
    /// `paneId` is where tasks lead back to.
    KubeFace(PaneHost& host, const QString& paneId, QWidget* parent = nullptr);
    ~KubeFace() override;

    void setSession(session::Session* session);
    const kube::Cluster* cluster() const; ///< that is shown; null where none
    /// {"kind": any of its names, "group": its API group, "namespace", "name"}; {"kind": "overview"}.
    void showTarget(const QVariantMap& target);
    void focusFilter();
    QList<QAction*> paletteActions() const;

Q_SIGNALS:
    void connectionsRequested();

protected:
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace kaptan::ui
