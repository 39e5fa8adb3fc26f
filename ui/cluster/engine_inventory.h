#pragma once

#include "app/docker/api/engine_api.h"
#include "app/session/session.h"

#include <QObject>
#include <QPointer>
#include <QTimer>

#include <array>
#include <optional>

namespace kaptan::ui
{

/// Lists of an engine's images, volumes, networks and containers, and its disk use. Read when somebody looks
/// for the first time, and again when an event says that something changed; while nobody looks only noted.
/// Disk use is read when asked for: the engine looks at every file for it.
class EngineInventory : public QObject
{
    Q_OBJECT
public:
    enum Kind { Images, Volumes, Networks, Containers, Disk };

    static constexpr int kinds = 5;

    explicit EngineInventory(QObject* parent = nullptr);

    /// Forgets all. May be null.
    void setSession(session::Session* session);
    /// Somebody looks (and the engine is there): reads what is old.
    void setActive(bool active);
    /// It changed: read again, at once where somebody looks and `now`, else soon.
    void touch(Kind kind, bool now = false);
    void touchAll(); ///< all but disk use
    void measureDisk();
    void take(const QVector<workload::Event>& events);

    const QVector<docker::ImageSummary>& images() const { return m_images; }

    const QVector<docker::VolumeSummary>& volumes() const { return m_volumes; }

    const QVector<docker::NetworkSummary>& networks() const { return m_networks; }

    const QVector<docker::ContainerSummary>& containers() const { return m_containers; }

    /// Empty until it was measured.
    const docker::DiskUsage& disk() const { return m_disk; }

    bool isLoaded(Kind kind) const { return m_parts[kind].loaded; }

    bool isLoading(Kind kind) const { return m_parts[kind].loading; }

    const std::optional<Error>& error(Kind kind) const { return m_parts[kind].error; }

    /// When it was read last, UTC; invalid where never.
    QDateTime readAt(Kind kind) const { return m_parts[kind].at; }

Q_SIGNALS:
    /// Its data, or its loading, error or age.
    void changed(int kind);

private:
    struct Part {
        bool loaded = false;
        bool loading = false;
        bool old = true;
        QDateTime at;
        std::optional<Error> error;
    };

    void loadOld();
    void load(Kind kind);
    template <class T>
    void loadInto(Kind kind, const QFuture<Result<T>>& future, T EngineInventory::*target);

    QPointer<session::Session> m_session;
    bool m_active = false;
    int m_run = 0; ///< answers for an earlier session are dropped
    QTimer m_soon;
    std::array<Part, kinds> m_parts;
    QVector<docker::ImageSummary> m_images;
    QVector<docker::VolumeSummary> m_volumes;
    QVector<docker::NetworkSummary> m_networks;
    QVector<docker::ContainerSummary> m_containers;
    docker::DiskUsage m_disk;
};

} // namespace kaptan::ui
