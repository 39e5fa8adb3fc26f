#pragma once

#include "app/core/result.h"
#include "app/workload/model.h"

#include <QHash>
#include <QSet>
#include <QWidget>

class QCheckBox;
class QComboBox;
class QGridLayout;
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QSpinBox;
class QTabWidget;

namespace kaptan::ui
{

class EnvironmentTable;

/// An editor of a DeploySpec: what setSpec() puts in, spec() gives back. Each field has its problem below it,
/// shown once the field was touched or showProblems() was called.
class DeployForm : public QWidget
{
    Q_OBJECT
public:
    enum Field {
        Name,
        Image,
        Replicas,
        Command,
        Ports,
        Network,
        Environment,
        Volumes,
        Cpu,
        Memory,
        Restart,
        HealthCommand,
        HealthPort,
        HealthPath,
        Labels,
        Entrypoint,
        WorkingDir,
        User,
        FieldTotal
    };

    explicit DeployForm(QWidget* parent = nullptr);

    void setSpec(const workload::DeploySpec& spec);
    /// Fields that cannot be read are left at their default; see problems().
    workload::DeploySpec spec() const;

    /// What cannot be used, in the order of the fields.
    QVector<QPair<Field, InvalidInput>> problems() const;
    /// Shows all of them and goes to the first; true where there is none.
    bool showProblems();
    /// Puts a refusal of somebody else (the engine's check) under the field that it names; false where none
    /// has that name.
    bool showProblem(const InvalidInput& problem);

    void setImages(const QStringList& names);
    void setNetworks(const QStringList& names);
    /// Names that are taken.
    void setTaken(const QSet<QString>& names);

    void focusFirst();
    QString problemText(Field field) const;

Q_SIGNALS:
    void edited();

protected:
    void changeEvent(QEvent* event) override;

private:
    struct Row {
        QLabel* label = nullptr;
        QWidget* editor = nullptr;
        QLabel* problem = nullptr;
        int tab = -1; ///< -1: always in sight
        bool touched = false;
    };

    QWidget* makeTab(QGridLayout*& grid);
    void addRow(QGridLayout* grid, Field field, QWidget* editor, int tab = -1, QWidget* shown = nullptr);
    void makeBasics(QGridLayout* grid);
    void makeTabs();
    void touch(Field field);
    void update();
    void place(Field field, const InvalidInput* problem);
    void showHealthFields();
    void retranslate();
    QString fieldName(Field field) const;

    QHash<int, Row> m_rows;
    QSet<QString> m_taken;
    bool m_setting = false;
    int m_foreign = -1; ///< the field that shows somebody else's refusal
    QLineEdit* m_name;
    QComboBox* m_image;
    QCheckBox* m_pull;
    QSpinBox* m_replicas;
    QLineEdit* m_command;
    QPlainTextEdit* m_ports;
    QComboBox* m_network;
    QTabWidget* m_tabs;
    EnvironmentTable* m_environment;
    QPlainTextEdit* m_volumes;
    QLineEdit* m_cpu;
    QLineEdit* m_memory;
    QComboBox* m_restart;
    QSpinBox* m_retries;
    QLabel* m_retriesLabel;
    QComboBox* m_healthKind;
    QLabel* m_healthKindLabel;
    QLineEdit* m_healthCommand;
    QSpinBox* m_healthPort;
    QLineEdit* m_healthPath;
    QSpinBox* m_interval;
    QSpinBox* m_timeout;
    QSpinBox* m_healthRetries;
    QSpinBox* m_startPeriod;
    QVector<QLabel*> m_timeLabels;
    QWidget* m_times;
    QPlainTextEdit* m_labels;
    QLineEdit* m_entrypoint;
    QLineEdit* m_workingDir;
    QLineEdit* m_user;
    QVector<QLabel*> m_hints;
};

} // namespace kaptan::ui
