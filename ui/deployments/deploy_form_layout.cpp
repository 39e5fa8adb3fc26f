// The fields of DeployForm, where they stand and what they are called.
#include "ui/deployments/deploy_form.h"

#include "ui/common/style.h"
#include "ui/deployments/environment_table.h"

#include <QCheckBox>
#include <QComboBox>
#include <QCompleter>
#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QSpinBox>
#include <QTabWidget>

namespace kaptan::ui
{

using workload::HealthCheck;
using workload::RestartPolicy;

namespace
{

enum Tab { EnvironmentTab, VolumesTab, LimitsTab, HealthTab, MoreTab };

QPlainTextEdit* linesEdit(int lines)
{
    auto* edit = new QPlainTextEdit;
    edit->setTabChangesFocus(true);
    edit->setLineWrapMode(QPlainTextEdit::NoWrap);
    setLook(edit, Look::Mono);
    const int line = QFontMetrics(Style::instance().mono()).lineSpacing();
    edit->setMinimumHeight(line * lines + 2 * space::s + 2);
    return edit;
}

QLineEdit* monoEdit()
{
    auto* edit = new QLineEdit;
    setLook(edit, Look::Mono);
    return edit;
}

QSpinBox* secondsBox(int most)
{
    auto* box = new QSpinBox;
    box->setRange(0, most);
    return box;
}

} // namespace

DeployForm::DeployForm(QWidget* parent) : QWidget(parent)
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::m);
    auto* basics = new QGridLayout;
    basics->setHorizontalSpacing(space::m);
    basics->setVerticalSpacing(space::xs);
    basics->setColumnStretch(1, 1);
    column->addLayout(basics);
    m_tabs = new QTabWidget(this);
    m_tabs->setObjectName(QStringLiteral("deployTabs"));
    m_tabs->setDocumentMode(true);
    column->addWidget(m_tabs, 1);
    makeBasics(basics);
    makeTabs();
    setSpec({});
    retranslate();
}

void DeployForm::addRow(QGridLayout* grid, Field field, QWidget* editor, int tab, QWidget* shown)
{
    Row row;
    row.editor = editor;
    row.tab = tab;
    row.label = new QLabel(this);
    row.label->setBuddy(editor);
    row.label->setMinimumWidth(112);
    row.problem = new QLabel(this);
    row.problem->setTextFormat(Qt::PlainText);
    row.problem->setWordWrap(true);
    row.problem->setObjectName(QStringLiteral("problem%1").arg(int(field)));
    row.problem->hide();
    const int at = grid->rowCount();
    const bool tall = qobject_cast<QPlainTextEdit*>(editor) || qobject_cast<EnvironmentTable*>(editor);
    grid->addWidget(row.label, at, 0, tall ? Qt::AlignTop | Qt::AlignLeft : Qt::AlignVCenter | Qt::AlignLeft);
    grid->addWidget(shown ? shown : editor, at, 1);
    grid->addWidget(row.problem, at + 1, 1);
    m_rows.insert(field, row);
}

void DeployForm::makeBasics(QGridLayout* grid)
{
    m_name = monoEdit();
    m_name->setObjectName(QStringLiteral("deployName"));
    m_name->setMaxLength(200);
    m_replicas = new QSpinBox;
    m_replicas->setObjectName(QStringLiteral("deployReplicas"));
    m_replicas->setRange(0, 1000);
    m_replicas->setMinimumWidth(84);
    m_image = new QComboBox;
    m_image->setObjectName(QStringLiteral("deployImage"));
    m_image->setEditable(true);
    m_image->setInsertPolicy(QComboBox::NoInsert);
    m_image->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_image->completer()->setFilterMode(Qt::MatchContains);
    m_image->completer()->setCompletionMode(QCompleter::PopupCompletion);
    setLook(m_image->lineEdit(), Look::Mono);
    m_pull = new QCheckBox;
    m_pull->setObjectName(QStringLiteral("deployPull"));
    m_command = monoEdit();
    m_command->setObjectName(QStringLiteral("deployCommand"));
    m_ports = linesEdit(2);
    m_ports->setObjectName(QStringLiteral("deployPorts"));
    m_ports->setFixedHeight(m_ports->minimumHeight());
    m_network = new QComboBox;
    m_network->setObjectName(QStringLiteral("deployNetwork"));
    m_network->setEditable(true);
    m_network->setInsertPolicy(QComboBox::NoInsert);
    m_network->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    setLook(m_network->lineEdit(), Look::Mono);

    // Name and replicas share a line, so do image and pulling.
    auto* nameLine = new QWidget(this);
    auto* nameRow = new QHBoxLayout(nameLine);
    nameRow->setContentsMargins(0, 0, 0, 0);
    nameRow->setSpacing(space::m);
    addRow(grid, Name, m_name, -1, nameLine);
    nameRow->addWidget(m_name, 1);
    Row replicas;
    replicas.editor = m_replicas;
    replicas.label = new QLabel(this);
    replicas.label->setBuddy(m_replicas);
    nameRow->addWidget(replicas.label);
    nameRow->addWidget(m_replicas);
    m_rows.insert(Replicas, replicas);
    auto* imageLine = new QWidget(this);
    auto* imageRow = new QHBoxLayout(imageLine);
    imageRow->setContentsMargins(0, 0, 0, 0);
    imageRow->setSpacing(space::m);
    addRow(grid, Image, m_image, -1, imageLine);
    imageRow->addWidget(m_image, 1);
    imageRow->addWidget(m_pull);
    addRow(grid, Command, m_command);
    addRow(grid, Ports, m_ports);
    addRow(grid, Network, m_network);

    connect(m_name, &QLineEdit::textChanged, this, [this] { touch(Name); });
    connect(m_replicas, &QSpinBox::valueChanged, this, [this] { touch(Replicas); });
    connect(m_image, &QComboBox::editTextChanged, this, [this] { touch(Image); });
    connect(m_pull, &QCheckBox::toggled, this, &DeployForm::edited);
    connect(m_command, &QLineEdit::textChanged, this, [this] { touch(Command); });
    connect(m_ports, &QPlainTextEdit::textChanged, this, [this] { touch(Ports); });
    connect(m_network, &QComboBox::editTextChanged, this, [this] { touch(Network); });
}

QWidget* DeployForm::makeTab(QGridLayout*& grid)
{
    auto* page = new QWidget;
    grid = new QGridLayout(page);
    grid->setContentsMargins(0, space::m, 0, 0);
    grid->setHorizontalSpacing(space::m);
    grid->setVerticalSpacing(space::xs);
    grid->setColumnStretch(1, 1);
    m_tabs->addTab(page, QString());
    return page;
}

void DeployForm::makeTabs()
{
    const auto addHint = [this](QGridLayout* grid) {
        auto* hint = new QLabel;
        hint->setTextFormat(Qt::PlainText);
        hint->setWordWrap(true);
        setLook(hint, Look::Caption);
        grid->addWidget(hint, grid->rowCount(), 1);
        m_hints += hint;
    };
    const auto addPlain = [](QGridLayout* grid, QWidget* editor) {
        auto* label = new QLabel;
        label->setBuddy(editor);
        label->setMinimumWidth(112);
        const int at = grid->rowCount();
        grid->addWidget(label, at, 0);
        grid->addWidget(editor, at, 1, Qt::AlignLeft);
        return label;
    };
    const auto finish = [](QGridLayout* grid) { grid->setRowStretch(grid->rowCount(), 1); };
    QGridLayout* grid = nullptr;

    makeTab(grid);
    m_environment = new EnvironmentTable;
    addRow(grid, Environment, m_environment, EnvironmentTab);
    m_rows[Environment].label->setBuddy(m_environment->view());
    m_rows[Environment].label->hide();
    grid->setRowStretch(1, 1);
    connect(m_environment, &EnvironmentTable::edited, this, [this] { touch(Environment); });
    connect(m_environment, &EnvironmentTable::pasteFailed, this, [this](const Error& error) {
        if (const auto* invalid = error.as<InvalidInput>())
            place(Environment, invalid);
    });

    makeTab(grid);
    m_volumes = linesEdit(4);
    m_volumes->setObjectName(QStringLiteral("deployVolumes"));
    addRow(grid, Volumes, m_volumes, VolumesTab);
    addHint(grid);
    finish(grid);
    connect(m_volumes, &QPlainTextEdit::textChanged, this, [this] { touch(Volumes); });

    makeTab(grid);
    m_cpu = monoEdit();
    m_cpu->setObjectName(QStringLiteral("deployCpu"));
    m_memory = monoEdit();
    m_memory->setObjectName(QStringLiteral("deployMemory"));
    m_cpu->setMaximumWidth(180);
    m_memory->setMaximumWidth(180);
    addRow(grid, Cpu, m_cpu, LimitsTab);
    addRow(grid, Memory, m_memory, LimitsTab);
    auto* restartLine = new QWidget;
    auto* restartRow = new QHBoxLayout(restartLine);
    restartRow->setContentsMargins(0, 0, 0, 0);
    restartRow->setSpacing(space::m);
    m_restart = new QComboBox;
    m_restart->setObjectName(QStringLiteral("deployRestart"));
    for (const RestartPolicy policy :
         {RestartPolicy::UnlessStopped, RestartPolicy::Always, RestartPolicy::OnFailure, RestartPolicy::No})
        m_restart->addItem(QString(), int(policy));
    addRow(grid, Restart, m_restart, LimitsTab, restartLine);
    m_retries = new QSpinBox;
    m_retries->setObjectName(QStringLiteral("deployRetries"));
    m_retries->setRange(0, 1000);
    m_retriesLabel = new QLabel;
    m_retriesLabel->setBuddy(m_retries);
    restartRow->addWidget(m_restart);
    restartRow->addWidget(m_retriesLabel);
    restartRow->addWidget(m_retries);
    restartRow->addStretch();
    finish(grid);
    connect(m_cpu, &QLineEdit::textChanged, this, [this] { touch(Cpu); });
    connect(m_memory, &QLineEdit::textChanged, this, [this] { touch(Memory); });
    connect(m_restart, &QComboBox::currentIndexChanged, this, [this] { touch(Restart); });
    connect(m_retries, &QSpinBox::valueChanged, this, &DeployForm::edited);

    makeTab(grid);
    m_healthKind = new QComboBox;
    m_healthKind->setObjectName(QStringLiteral("deployHealth"));
    for (const HealthCheck::Kind kind : {HealthCheck::Kind::None, HealthCheck::Kind::Command,
                                         HealthCheck::Kind::Http, HealthCheck::Kind::Tcp})
        m_healthKind->addItem(QString(), int(kind));
    m_healthKindLabel = addPlain(grid, m_healthKind);
    m_healthCommand = monoEdit();
    m_healthCommand->setObjectName(QStringLiteral("deployHealthCommand"));
    addRow(grid, HealthCommand, m_healthCommand, HealthTab);
    m_healthPort = new QSpinBox;
    m_healthPort->setObjectName(QStringLiteral("deployHealthPort"));
    m_healthPort->setRange(0, 65535);
    m_healthPort->setMaximumWidth(120);
    addRow(grid, HealthPort, m_healthPort, HealthTab);
    m_healthPath = monoEdit();
    m_healthPath->setObjectName(QStringLiteral("deployHealthPath"));
    addRow(grid, HealthPath, m_healthPath, HealthTab);
    m_interval = secondsBox(86400);
    m_timeout = secondsBox(86400);
    m_healthRetries = secondsBox(1000);
    m_startPeriod = secondsBox(86400);
    m_interval->setMinimum(1);
    m_timeout->setMinimum(1);
    m_healthRetries->setMinimum(1);
    m_times = new QWidget;
    auto* times = new QHBoxLayout(m_times);
    times->setContentsMargins(0, space::xs, 0, 0);
    times->setSpacing(space::m);
    for (QSpinBox* box : {m_interval, m_timeout, m_healthRetries, m_startPeriod}) {
        auto* pair = new QVBoxLayout;
        pair->setSpacing(2);
        auto* label = new QLabel;
        label->setBuddy(box);
        m_timeLabels += label;
        pair->addWidget(label);
        pair->addWidget(box);
        times->addLayout(pair);
        connect(box, &QSpinBox::valueChanged, this, &DeployForm::edited);
    }
    times->addStretch();
    grid->addWidget(m_times, grid->rowCount(), 1);
    addHint(grid);
    finish(grid);
    connect(m_healthKind, &QComboBox::currentIndexChanged, this, [this] {
        showHealthFields();
        touch(HealthCommand);
    });
    connect(m_healthCommand, &QLineEdit::textChanged, this, [this] { touch(HealthCommand); });
    connect(m_healthPort, &QSpinBox::valueChanged, this, [this] { touch(HealthPort); });
    connect(m_healthPath, &QLineEdit::textChanged, this, [this] { touch(HealthPath); });

    makeTab(grid);
    m_labels = linesEdit(2);
    m_labels->setObjectName(QStringLiteral("deployLabels"));
    m_entrypoint = monoEdit();
    m_workingDir = monoEdit();
    m_user = monoEdit();
    m_user->setMaximumWidth(220);
    addRow(grid, Labels, m_labels, MoreTab);
    addRow(grid, Entrypoint, m_entrypoint, MoreTab);
    addRow(grid, WorkingDir, m_workingDir, MoreTab);
    addRow(grid, User, m_user, MoreTab);
    finish(grid);
    connect(m_labels, &QPlainTextEdit::textChanged, this, [this] { touch(Labels); });
    connect(m_entrypoint, &QLineEdit::textChanged, this, [this] { touch(Entrypoint); });
    connect(m_workingDir, &QLineEdit::textChanged, this, [this] { touch(WorkingDir); });
    connect(m_user, &QLineEdit::textChanged, this, [this] { touch(User); });
}

void DeployForm::retranslate()
{
    const auto name = [this](Field field, const QString& text, const QString& placeholder = {}) {
        Row& row = m_rows[field];
        row.label->setText(text);
        const QString plain = QString(text).remove(u'&');
        row.editor->setAccessibleName(plain);
        if (auto* line = qobject_cast<QLineEdit*>(row.editor))
            line->setPlaceholderText(placeholder);
        else if (auto* lines = qobject_cast<QPlainTextEdit*>(row.editor))
            lines->setPlaceholderText(placeholder);
        else if (auto* combo = qobject_cast<QComboBox*>(row.editor); combo && combo->isEditable())
            combo->lineEdit()->setPlaceholderText(placeholder);
    };
    name(Name, tr("&Name"), QStringLiteral("web"));
    name(Image, tr("&Image"), QStringLiteral("nginx:1.27"));
    name(Replicas, tr("&Replicas"));
    name(Command, tr("&Command"), tr("the image's own"));
    name(Ports, tr("&Ports"), tr("8080:80\n80   (any free port of the host)"));
    name(Network, tr("Net&work"), tr("one of its own, made when missing"));
    name(Environment, tr("Environment"));
    name(Volumes, tr("&Volumes"), QStringLiteral("data:/var/lib/data\n/srv/www:/var/www:ro\ntmpfs:/run"));
    name(Cpu, tr("C&PU limit"), tr("none, or 250m, 1.5"));
    name(Memory, tr("&Memory limit"), tr("none, or 256Mi, 1.5Gi"));
    name(Restart, tr("Res&tart policy"));
    name(HealthCommand, tr("C&heck command"), QStringLiteral("wget -q -O /dev/null http://127.0.0.1/"));
    name(HealthPort, tr("Check p&ort"));
    name(HealthPath, tr("Check p&ath"), QStringLiteral("/healthz"));
    name(Labels, tr("&Labels"), QStringLiteral("team=shop"));
    name(Entrypoint, tr("&Entrypoint"), tr("the image's own"));
    name(WorkingDir, tr("Workin&g folder"), tr("the image's own"));
    name(User, tr("&User"), tr("the image's own"));
    m_pull->setText(tr("Pull i&f missing"));
    m_pull->setToolTip(tr("Fetches the image from its registry where the engine does not have it"));

    const QStringList tabs{tr("Environment"), tr("Volumes"), tr("Limits and restarts"), tr("Health check"),
                           tr("More")};
    for (int i = 0; i < tabs.size(); ++i)
        m_tabs->setTabText(i, tabs.at(i));
    const QStringList policies{tr("Always, unless stopped by hand"), tr("Always"), tr("After a failure"),
                               tr("Never")};
    for (int i = 0; i < policies.size(); ++i)
        m_restart->setItemText(i, policies.at(i));
    //: how often a failed container is restarted; 0: without end
    m_retriesLabel->setText(tr("at &most"));
    m_retries->setSpecialValueText(tr("without end"));
    m_retries->setSuffix(tr(" times"));
    m_retries->setAccessibleName(tr("Restarts at most"));
    //: kinds of health checks
    const QStringList kinds{tr("None, or the image's own"), tr("A command in the container"),
                            tr("An HTTP request in the container"), tr("A TCP connection in the container")};
    for (int i = 0; i < kinds.size(); ++i)
        m_healthKind->setItemText(i, kinds.at(i));
    m_healthKindLabel->setText(tr("Chec&k by"));
    m_healthKind->setAccessibleName(tr("Kind of health check"));
    const QStringList times{tr("Every"), tr("Time-out"), tr("Unhealthy after"), tr("Start period")};
    QSpinBox* const boxes[] = {m_interval, m_timeout, m_healthRetries, m_startPeriod};
    for (int i = 0; i < times.size(); ++i) {
        m_timeLabels.at(i)->setText(times.at(i));
        boxes[i]->setAccessibleName(times.at(i));
        //: seconds behind a number; failures of a health check behind a number
        boxes[i]->setSuffix(i == 2 ? tr(" failures") : tr(" s"));
    }
    m_hints.at(0)->setText(
        tr("One a line: NAME:/path is a volume, /folder:/path a folder of the host, tmpfs:/path "
           "memory; :ro behind it makes it read-only. Volumes stay when the deployment is deleted."));
    m_hints.at(1)->setText(
        tr("A replica counts as ready when its check says so; the start period is given to it before "
           "failures count."));
    m_environment->retranslate();
    update();
}

void DeployForm::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace kaptan::ui
