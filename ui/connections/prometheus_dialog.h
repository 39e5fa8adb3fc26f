#pragma once

#include "app/prometheus/sources.h"
#include "app/session/session.h"

#include <QDialog>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

namespace kaptan::ui
{

class ErrorBox;

/// Names a Prometheus as a further source of a connection's charts, and tries it. Empty: none.
class PrometheusDialog : public QDialog
{
    Q_OBJECT
public:
    /// The sources outlive the dialog.
    PrometheusDialog(prometheus::Sources& sources, const session::ConnectionSpec& spec,
                     QWidget* parent = nullptr);

    QLineEdit* addressEdit() const { return m_address; }

    /// What the last test said; empty before one.
    QString testText() const { return m_said->text(); }

    QString errorText() const;

    void test();
    void save();

private:
    prometheus::Sources& m_sources;
    QString m_id;
    QLineEdit* m_address;
    QLabel* m_said;
    QPushButton* m_test;
    ErrorBox* m_error;
    int m_turn = 0;
};

} // namespace kaptan::ui
