#pragma once

#include "app/kube/change/drain.h"
#include "app/kube/watch/cluster.h"
#include "ui/common/pane.h"
#include "ui/common/style.h"

#include <QDialog>
#include <QPointer>

class QCheckBox;
class QLabel;
class QPushButton;
class QSpinBox;
class QTreeWidget;
class QTreeWidgetItem;

namespace kaptan::ui
{

class DrainRun;

/// Asks how a node is drained and what becomes of each of its pods, and then shows how far it is: which pods
/// are gone and which budgets block. Closed while it runs, the drain goes on as a task.
/// objectName "drainDialog"; "drainPods", "drainSummary", "drainYes", "drainStop", "drainClose" and the
/// options "drainDaemonSets", "drainEmptyDir", "drainForce", "drainGrace", "drainTimeout".
class DrainDialog : public QDialog
{
    Q_OBJECT
public:
    DrainDialog(PaneHost& host, const QString& paneId, session::Session* session, kube::Cluster* cluster,
                const QString& node, QWidget* parent = nullptr);
    ~DrainDialog() override;

    kube::DrainOptions options() const;
    /// Null before it was begun.
    const kube::Drain* drain() const;

Q_SIGNALS:
    void begun();

private:
    void makeOptions(QLayout* layout);
    void readPods();
    void showForecast();
    void ask();
    void begin();
    void showProgress();
    void showEnd(const Error& error);
    void setRow(const kube::DrainPod& pod, const QString& words, const char* icon, Tone tone);
    QString whyNot() const;

    PaneHost& m_host;
    QString m_paneId;
    QPointer<session::Session> m_session;
    QPointer<kube::Cluster> m_cluster;
    QString m_node;
    QVector<kube::DrainPod> m_pods;
    bool m_known = false; ///< the pods were read
    std::optional<Error> m_error;
    QPointer<DrainRun> m_run;
    bool m_begun = false;

    QLabel* m_text;
    QWidget* m_options;
    QCheckBox *m_daemonSets, *m_emptyDir, *m_force;
    QSpinBox *m_grace, *m_timeout;
    QTreeWidget* m_tree;
    QHash<QString, QTreeWidgetItem*> m_items; ///< by uid
    QLabel* m_summary;
    QPushButton *m_yes, *m_stop, *m_close;
};

} // namespace kaptan::ui
