#pragma once

#include "ui/manifest/form.h"
#include "ui/manifest/policy_picture.h"

#include <QComboBox>
#include <QLabel>
#include <QPushButton>

namespace kaptan::ui
{

/// The picture with its words: what would be true with the policy that is edited in the place of what the
/// cluster has of its name. Asks the cluster for the pods, namespaces and policies of the namespace.
class PolicyView : public QWidget
{
    Q_OBJECT
public:
    explicit PolicyView(FormContext context, QWidget* parent = nullptr);

    /// The policy as the form shows it.
    void setPolicy(const QJsonObject& policy);
    /// What the cluster has; asked for by load(), or given by tests.
    void setWorld(const QVector<kube::PolicyPod>& pods, const kube::PolicyWorld& world);
    void load();

    PolicyPicture* picture() const { return m_picture; }

protected:
    /// Asks the cluster when it is first looked at.
    void showEvent(QShowEvent* event) override;

private:
    void draw();
    void say(const QString& text);

    FormContext m_context;
    QVector<kube::PolicyPod> m_pods;
    kube::PolicyWorld m_world;
    QJsonObject m_policy;
    PolicyPicture* m_picture;
    QLabel *m_state, *m_legend, *m_words;
    QPushButton* m_load;
    bool m_known = false;
    int m_asking = 0;
    quint64 m_round = 0;
};

} // namespace kaptan::ui
