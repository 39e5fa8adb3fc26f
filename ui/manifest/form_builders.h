#pragma once

#include "ui/manifest/form_page.h"

/// What the forms of the kinds are put together of; see makeForm().
namespace kaptan::ui::forms
{

/// The pod of a template: its containers, volumes, accounts. `podSpec`: "spec.template.spec". `name`: the
/// path of the labels that are kept in step with the name of a new object.
void podTemplate(FormPage& page, const QString& podSpec, bool withRestartPolicy = false);
/// Name, labels, selector of a new workload, kept in step with one another.
void workloadHead(FormPage& page);

void deployment(FormPage& page);
void statefulSet(FormPage& page);
void daemonSet(FormPage& page);
void job(FormPage& page);
void cronJob(FormPage& page);
void service(FormPage& page);
void ingress(FormPage& page);
void networkPolicy(FormPage& page);
void configMap(FormPage& page);
void secret(FormPage& page);
void volumeClaim(FormPage& page);
void nameSpace(FormPage& page);
void serviceAccount(FormPage& page);
void role(FormPage& page);
void clusterRole(FormPage& page);
void roleBinding(FormPage& page);
void clusterRoleBinding(FormPage& page);
void resourceQuota(FormPage& page);
void limitRange(FormPage& page);
void autoscaler(FormPage& page);
void autoscalerOld(FormPage& page); ///< autoscaling/v1
void disruptionBudget(FormPage& page);

/// Whether a key is there, for FormField::setWhen().
std::function<bool(const QJsonObject&, const kube::YamlPath&)> whenThere(const QString& below);
QJsonValue textAt(const QJsonObject& object, const QString& path);

} // namespace kaptan::ui::forms
