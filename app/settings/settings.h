#pragma once

#include "app/core/result.h"
#include "app/settings/definitions.h"

#include <QHash>
#include <QObject>
#include <QStringList>

#include <memory>

namespace kaptan::settings
{

/// A connection that the operator added, as it is kept. Holds no secret: keys are paths of files.
struct StoredConnection {
    QString id;
    QString name;
    QString address; ///< "unix:///run/docker.sock", "tcp://host:2376"
    QString caFile;
    QString certFile;
    QString keyFile;

    bool operator==(const StoredConnection&) const = default;
};

/// What the operator decided about a connection, added or found; kept by the connection's id.
struct StoredMarks {
    bool production = false;
    bool readOnly = false;
    QStringList nameSpaces; ///< of a cluster: those to look at where the user may not list them

    bool operator==(const StoredMarks&) const = default;
};

/// The settings of this user: <config>/kaptan/settings.json, or below KAPTAN_CONFIG_DIR where that is set.
///
/// Reading is from memory, checked when loaded: a value that cannot be used counts as its default and gives a
/// warning, and stays in the file until it is set anew. A file that cannot be read at all is set aside under
/// another name. set() takes effect at once and is written soon after by a worker (locked, merged value by
/// value with what another process wrote meanwhile, replaced as a whole). Changes made by another process
/// arrive by changed() as well. Lives in the main thread.
class Settings : public QObject
{
    Q_OBJECT
public:
    /// `directory` empty: KAPTAN_CONFIG_DIR, else the XDG place. Reads the file before it returns.
    explicit Settings(const QString& directory = {}, QObject* parent = nullptr);
    /// Writes what is not yet written.
    ~Settings() override;

    template <class T>
    T get(Key<T> key) const
    {
        return value(QString::fromUtf16(key.name)).template value<T>();
    }

    /// A value that the definition does not accept is InvalidInput and changes nothing.
    template <class T>
    Result<void> set(Key<T> key, const T& newValue)
    {
        return setValue(QString::fromUtf16(key.name), QVariant::fromValue(newValue));
    }

    /// By name, for the settings pane. Invalid where there is no such key.
    QVariant value(const QString& key) const;
    Result<void> setValue(const QString& key, const QVariant& newValue);
    /// Back to the default.
    void reset(const QString& key);

    QVector<StoredConnection> connections() const;          ///< in the order they were added
    void putConnection(const StoredConnection& connection); ///< by its id
    void removeConnection(const QString& id);               ///< its marks too
    StoredMarks marks(const QString& id) const;
    void setMarks(const QString& id, const StoredMarks& marks);

    /// What was wrong with the file, one translated sentence each: which key or which part, and where the
    /// file was set aside. Empty where all is well.
    QStringList warnings() const;
    QString path() const;

    /// Waits until all is written; the error of the last write, if it failed. For tests and the end of the
    /// program.
    Result<void> flush();

Q_SIGNALS:
    void changed(const QString& key);
    void connectionsChanged(); ///< added ones or marks
    void warningsChanged();
    /// What was set holds for this run only.
    void writeFailed(const kaptan::Error& error);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace kaptan::settings
