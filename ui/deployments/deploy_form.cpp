#include "ui/deployments/deploy_form.h"

#include "app/core/quantity.h"
#include "ui/common/plain_text.h"
#include "ui/common/style.h"
#include "ui/deployments/environment_table.h"
#include "ui/deployments/spec_text.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QSpinBox>
#include <QTabWidget>

namespace kaptan::ui
{

using workload::DeploySpec;
using workload::HealthCheck;
using workload::RestartPolicy;

void DeployForm::setSpec(const DeploySpec& spec)
{
    m_setting = true;
    m_name->setText(spec.name);
    m_image->setEditText(spec.image);
    m_pull->setChecked(spec.pullIfMissing);
    m_replicas->setValue(spec.replicas);
    m_command->setText(spec_text::joinWords(spec.command));
    m_ports->setPlainText(spec_text::formatPorts(spec.ports));
    m_network->setEditText(spec.network);
    m_environment->model()->set(spec.environment);
    m_volumes->setPlainText(spec_text::formatVolumes(spec.volumes));
    m_cpu->setText(spec.cpuMillicores > 0 ? QString::number(spec.cpuMillicores) + u'm' : QString());
    m_memory->setText(spec.memoryBytes > 0 ? quantity::exactBytes(spec.memoryBytes) : QString());
    m_restart->setCurrentIndex(m_restart->findData(int(spec.restartPolicy)));
    m_retries->setValue(spec.restartMaxRetries);
    const HealthCheck& health = spec.healthCheck;
    m_healthKind->setCurrentIndex(m_healthKind->findData(int(health.kind)));
    m_healthCommand->setText(health.command);
    m_healthPort->setValue(health.port);
    m_healthPath->setText(health.path);
    m_interval->setValue(health.intervalSeconds);
    m_timeout->setValue(health.timeoutSeconds);
    m_healthRetries->setValue(health.retries);
    m_startPeriod->setValue(health.startPeriodSeconds);
    m_labels->setPlainText(spec_text::formatLabels(spec.labels));
    m_entrypoint->setText(spec_text::joinWords(spec.entrypoint));
    m_workingDir->setText(spec.workingDir);
    m_user->setText(spec.user);
    for (Row& row : m_rows)
        row.touched = false;
    m_foreign = -1;
    m_setting = false;
    showHealthFields();
    update();
}

DeploySpec DeployForm::spec() const
{
    DeploySpec spec;
    spec.name = m_name->text().trimmed();
    spec.image = m_image->currentText().trimmed();
    spec.pullIfMissing = m_pull->isChecked();
    spec.replicas = m_replicas->value();
    spec.command = spec_text::splitWords(m_command->text()).value_or(QStringList());
    spec.ports = spec_text::parsePorts(m_ports->toPlainText()).value_or(QVector<workload::PortMapping>());
    spec.network = m_network->currentText().trimmed();
    spec.environment = m_environment->pairs().value_or(spec_text::Pairs());
    spec.volumes =
        spec_text::parseVolumes(m_volumes->toPlainText()).value_or(QVector<workload::VolumeMount>());
    if (!m_cpu->text().trimmed().isEmpty())
        spec.cpuMillicores = quantity::parseCpu(m_cpu->text()).value_or(0);
    if (!m_memory->text().trimmed().isEmpty())
        spec.memoryBytes = quantity::parseBytes(m_memory->text()).value_or(0);
    spec.restartPolicy = RestartPolicy(m_restart->currentData().toInt());
    spec.restartMaxRetries = m_retries->value();
    HealthCheck& health = spec.healthCheck;
    health.kind = HealthCheck::Kind(m_healthKind->currentData().toInt());
    health.command = m_healthCommand->text();
    health.port = quint16(m_healthPort->value());
    health.path = m_healthPath->text();
    health.intervalSeconds = m_interval->value();
    health.timeoutSeconds = m_timeout->value();
    health.retries = m_healthRetries->value();
    health.startPeriodSeconds = m_startPeriod->value();
    spec.labels = spec_text::parseLabels(m_labels->toPlainText()).value_or(QHash<QString, QString>());
    spec.entrypoint = spec_text::splitWords(m_entrypoint->text()).value_or(QStringList());
    spec.workingDir = m_workingDir->text().trimmed();
    spec.user = m_user->text().trimmed();
    return spec;
}

QVector<QPair<DeployForm::Field, InvalidInput>> DeployForm::problems() const
{
    QVector<QPair<Field, InvalidInput>> all;
    const auto add = [&](Field field, const auto& result) {
        if (!result)
            if (const auto* invalid = result.error().template as<InvalidInput>())
                all.append({field, *invalid});
    };
    const auto say = [&](Field field, const QString& why, const QString& fix) {
        all.append({field, InvalidInput{fieldName(field), why, fix}});
    };
    const DeploySpec now = spec();
    const Result<void> name = spec_text::checkName(now.name);
    add(Name, name);
    if (name && m_taken.contains(now.name))
        say(Name, tr("There is a deployment of this name already"),
            tr("Choose another name, or delete that one first."));
    add(Image, spec_text::checkImage(now.image));
    add(Command, spec_text::splitWords(m_command->text()));
    const auto ports = spec_text::parsePorts(m_ports->toPlainText());
    add(Ports, ports);
    if (ports && now.replicas > 1)
        for (const workload::PortMapping& port : *ports) {
            const int room = port.hostPort == 0      ? now.replicas
                             : port.hostPortEnd == 0 ? 1
                                                     : port.hostPortEnd - port.hostPort + 1;
            if (room < now.replicas) {
                say(Ports,
                    tr("%n replicas cannot share the host port %1", nullptr, now.replicas)
                        .arg(spec_text::formatPort(port)),
                    tr("Leave the host port out (%1), or give a range of %n ports.", nullptr, now.replicas)
                        .arg(port.containerPort));
                break;
            }
        }
    add(Environment, m_environment->pairs());
    add(Volumes, spec_text::parseVolumes(m_volumes->toPlainText()));
    if (!m_cpu->text().trimmed().isEmpty())
        add(Cpu, quantity::parseCpu(m_cpu->text()));
    if (!m_memory->text().trimmed().isEmpty()) {
        const auto bytes = quantity::parseBytes(m_memory->text());
        add(Memory, bytes);
        // https://docs.docker.com/engine/containers/resource_constraints/: less is refused by the engine.
        if (bytes && *bytes < 6 * 1024 * 1024)
            say(Memory, tr("An engine gives a container at least 6 Mi"), tr("Write 6Mi or more."));
    }
    const HealthCheck& health = now.healthCheck;
    if (health.kind == HealthCheck::Kind::Command && health.command.trimmed().isEmpty())
        say(HealthCommand, tr("The check has no command"),
            tr("Write one that ends with 0 when all is well."));
    if ((health.kind == HealthCheck::Kind::Http || health.kind == HealthCheck::Kind::Tcp) && health.port == 0)
        say(HealthPort, tr("The check has no port"),
            tr("Write the port in the container that is to answer."));
    if (health.kind == HealthCheck::Kind::Http && !health.path.startsWith(u'/'))
        say(HealthPath, tr("The path does not begin with “/”"), tr("Write it as in an address: /healthz."));
    add(Labels, spec_text::parseLabels(m_labels->toPlainText()));
    add(Entrypoint, spec_text::splitWords(m_entrypoint->text()));
    if (!now.workingDir.isEmpty() && !now.workingDir.startsWith(u'/'))
        say(WorkingDir, tr("This is no absolute path"), tr("Begin with “/”."));
    return all;
}

void DeployForm::touch(Field field)
{
    if (m_setting)
        return;
    m_rows[field].touched = true;
    m_foreign = -1;
    update();
    Q_EMIT edited();
}

void DeployForm::place(Field field, const InvalidInput* problem)
{
    const Row& row = m_rows[field];
    if (row.problem) {
        const QString text = problem ? problem->why + QStringLiteral(". ") + problem->fix : QString();
        row.problem->setText(plainBlock(text, 400));
        row.problem->setVisible(problem != nullptr);
        QPalette palette = row.problem->palette();
        palette.setColor(QPalette::WindowText, Style::instance().tone(Tone::Error).fg);
        row.problem->setPalette(palette);
    }
    QWidget* marked = row.editor;
    if (auto* combo = qobject_cast<QComboBox*>(marked); combo && combo->isEditable())
        marked = combo->lineEdit();
    if (qobject_cast<QLineEdit*>(marked) || qobject_cast<QPlainTextEdit*>(marked)) {
        setLook(marked, problem ? Look::Invalid : Look::Mono);
        // Read with the field by a screen reader.
        row.editor->setAccessibleDescription(row.problem ? row.problem->text() : QString());
    }
}

void DeployForm::update()
{
    const auto found = problems();
    QHash<int, const InvalidInput*> first;
    for (const auto& [field, problem] : found)
        if (!first.contains(field))
            first.insert(field, &problem);
    QSet<int> badTabs;
    for (auto it = m_rows.cbegin(); it != m_rows.cend(); ++it) {
        if (it.key() == m_foreign)
            continue;
        const InvalidInput* problem = it->touched ? first.value(it.key()) : nullptr;
        place(Field(it.key()), problem);
        if (problem && it->tab >= 0)
            badTabs.insert(it->tab);
    }
    if (m_foreign >= 0 && m_rows[m_foreign].tab >= 0)
        badTabs.insert(m_rows[m_foreign].tab);
    for (int i = 0; i < m_tabs->count(); ++i)
        m_tabs->setTabIcon(i, badTabs.contains(i)
                                  ? Style::instance().icon(QStringLiteral("warning"), Tone::Error)
                                  : QIcon());
    const bool retries = RestartPolicy(m_restart->currentData().toInt()) == RestartPolicy::OnFailure;
    m_retries->setVisible(retries);
    m_retriesLabel->setVisible(retries);
}

bool DeployForm::showProblems()
{
    for (Row& row : m_rows)
        row.touched = true;
    m_foreign = -1;
    update();
    const auto found = problems();
    if (found.isEmpty())
        return true;
    const Row& row = m_rows[found.first().first];
    if (row.tab >= 0)
        m_tabs->setCurrentIndex(row.tab);
    (row.label->buddy() ? row.label->buddy() : row.editor)->setFocus(Qt::OtherFocusReason);
    return false;
}

bool DeployForm::showProblem(const InvalidInput& problem)
{
    for (int field = 0; field < FieldTotal; ++field) {
        if (fieldName(Field(field)).compare(problem.field, Qt::CaseInsensitive) != 0 ||
            !m_rows[field].problem)
            continue;
        m_foreign = field;
        update();
        place(Field(field), &problem);
        const Row& row = m_rows[field];
        if (row.tab >= 0)
            m_tabs->setCurrentIndex(row.tab);
        (row.label->buddy() ? row.label->buddy() : row.editor)->setFocus(Qt::OtherFocusReason);
        return true;
    }
    return false;
}

QString DeployForm::problemText(Field field) const
{
    const QLabel* label = m_rows.value(field).problem;
    return label && !label->isHidden() ? label->text() : QString();
}

void DeployForm::setImages(const QStringList& names)
{
    const QString kept = m_image->currentText();
    m_setting = true;
    m_image->clear();
    for (const QString& name : names)
        if (name.size() < 300)
            m_image->addItem(plainLine(name, 300));
    m_image->setEditText(kept);
    m_setting = false;
}

void DeployForm::setNetworks(const QStringList& names)
{
    const QString kept = m_network->currentText();
    m_setting = true;
    m_network->clear();
    for (const QString& name : names)
        if (name != u"none" && name != u"host" && name.size() < 300)
            m_network->addItem(plainLine(name, 300));
    m_network->setEditText(kept);
    m_setting = false;
}

void DeployForm::setTaken(const QSet<QString>& names)
{
    if (m_taken == names)
        return;
    m_taken = names;
    update();
}

void DeployForm::focusFirst()
{
    m_name->setFocus();
}

void DeployForm::showHealthFields()
{
    const auto kind = HealthCheck::Kind(m_healthKind->currentData().toInt());
    const auto show = [this](Field field, bool visible) {
        const Row& row = m_rows[field];
        row.label->setVisible(visible);
        row.editor->setVisible(visible);
        if (!visible)
            row.problem->hide();
    };
    show(HealthCommand, kind == HealthCheck::Kind::Command);
    show(HealthPort, kind == HealthCheck::Kind::Http || kind == HealthCheck::Kind::Tcp);
    show(HealthPath, kind == HealthCheck::Kind::Http);
    m_times->setVisible(kind != HealthCheck::Kind::None);
}

QString DeployForm::fieldName(Field field) const
{
    return m_rows.value(field).label->text().remove(u'&');
}

} // namespace kaptan::ui
