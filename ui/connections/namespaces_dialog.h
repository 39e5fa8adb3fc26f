#pragma once

#include "app/session/connections.h"

#include <QDialog>

class QPlainTextEdit;

namespace kaptan::ui
{

class ErrorBox;

/// Which namespaces of a cluster are looked at where its user may not list them. One a line; none: the
/// context's own.
class NamespacesDialog : public QDialog
{
    Q_OBJECT
public:
    /// The connections outlive the dialog.
    NamespacesDialog(session::Connections& connections, const session::ConnectionSpec& spec,
                     QWidget* parent = nullptr);

    /// As typed, without blanks and doubles.
    QStringList names() const;

Q_SIGNALS:
    void saved();

private:
    void save();

    session::Connections& m_connections;
    QString m_id;
    QPlainTextEdit* m_names;
    ErrorBox* m_error;
};

} // namespace kaptan::ui
