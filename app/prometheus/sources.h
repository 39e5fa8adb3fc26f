#pragma once

#include "app/core/clock.h"
#include "app/history/curve_source.h"
#include "app/net/http.h"
#include "app/settings/settings.h"

#include <QObject>

#include <map>
#include <memory>

namespace kaptan::prometheus
{

/// One Prometheus as a source of curves. Made and deleted in one thread; asks in its own.
class Source : public history::CurveSource
{
public:
    explicit Source(const net::Endpoint& endpoint);
    ~Source() override;

    QString name() const override;
    QFuture<Result<QVector<history::Curve>>> curves(const history::Subject& subject,
                                                    const history::CurveQuery& query) override;
    /// Asks for its version, "2.42.0".
    QFuture<Result<QString>> version();

private:
    class Private;
    std::unique_ptr<Private> d;
};

/// The addresses that the user named, one a connection at the most, kept in the settings. Main thread.
class Sources : public QObject
{
    Q_OBJECT
public:
    explicit Sources(settings::Settings& settings, QObject* parent = nullptr);
    ~Sources() override;

    /// "http://monitoring.example:9090"; empty: none.
    QString address(const QString& connectionId) const;
    /// Empty takes it away. InvalidInput where it is no address of a web server, or holds a password.
    Result<void> setAddress(const QString& connectionId, const QString& text);
    /// What setAddress() checks.
    static Result<net::Endpoint> check(const QString& text);
    /// Null where none is named. Lives until its address is changed.
    Source* source(const QString& connectionId);
    /// Contacts it once: its version.
    QFuture<Result<QString>> test(const QString& text);

Q_SIGNALS:
    void changed(const QString& connectionId);

private:
    QMap<QString, QString> all() const;

    settings::Settings& m_settings;
    std::map<QString, std::unique_ptr<Source>> m_sources; ///< by connection
    std::unique_ptr<Source> m_tested;
};

} // namespace kaptan::prometheus
