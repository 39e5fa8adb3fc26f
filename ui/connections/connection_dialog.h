#pragma once

#include "app/session/connections.h"

#include <QDialog>

class QCheckBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QPushButton;

namespace kaptan::ui
{

class ErrorBox;

/// Adds a connection or changes one. Says while it is typed what is wrong with the address, and why. Of a
/// found connection only the marks can be changed.
class ConnectionDialog : public QDialog
{
    Q_OBJECT
public:
    /// Adds where `spec` has no id. The connections outlive the dialog.
    ConnectionDialog(session::Connections& connections, const session::ConnectionSpec& spec,
                     QWidget* parent = nullptr);

    session::ConnectionSpec spec() const;

Q_SIGNALS:
    /// It is kept; this is its id.
    void saved(const QString& id);

private:
    void build();
    void validate();
    void testNow();
    void save();
    QLineEdit* fileRow(class QFormLayout* form, const QString& name, const QString& label);

    session::Connections& m_connections;
    session::ConnectionSpec m_spec;
    bool m_adding;
    bool m_found; ///< not added by hand: only marks
    int m_testRun = 0;
    QLineEdit* m_name;
    QLineEdit* m_address;
    QLabel* m_nameHint;
    QLabel* m_addressHint;
    QLabel* m_tlsHint;
    QWidget* m_tls;
    QLineEdit* m_ca;
    QLineEdit* m_cert;
    QLineEdit* m_key;
    QCheckBox* m_production;
    QCheckBox* m_readOnly;
    QLabel* m_testText;
    ErrorBox* m_error;
    QPushButton* m_test;
    QPushButton* m_save;
};

/// What kind of address it is, as far as can be told from its words: for hints, not for truth.
enum class AddressKind { Empty, Socket, Tcp, Tls, Ssh, Other };
AddressKind addressKind(const QString& address);

} // namespace kaptan::ui
