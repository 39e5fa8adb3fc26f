#pragma once

#include "app/core/when_done.h"
#include "app/docker/api/engine_api.h"

#include <QObject>
#include <QSet>

#include <deque>
#include <functional>

namespace kaptan::docker
{

/// Inspects containers a few at a time, each id once however often it is asked for meanwhile, and again where
/// it was asked for while under way. Lives in the api's thread.
class InspectionQueue : public QObject
{
    Q_OBJECT
public:
    /// At once; an inspection costs the engine about a millisecond (Podman: ten), and others need it too.
    static constexpr int atOnce = 4;

    using Take = std::function<void(const QString& id, const Result<ContainerDetails>& details)>;

    InspectionQueue(EngineApi& api, Take take, QObject* parent);

    void addFirst(const QString& id); ///< something happened to it
    void addLast(const QString& id);  ///< in the background
    /// Forgets what waits; what is under way ends unheard.
    void clear();
    void forget(const QString& id);

private:
    void next();
    void onDone(quint64 round, const QString& id, const Result<ContainerDetails>& details);

    EngineApi& m_api;
    Take m_take;
    std::deque<QString> m_first;
    std::deque<QString> m_last;
    QSet<QString> m_forward; ///< what m_first holds
    QSet<QString> m_waiting; ///< what the two hold and is not forgotten
    QSet<QString> m_underWay;
    QSet<QString> m_again;
    quint64 m_round = 0; ///< answers of an earlier one are dropped
};

} // namespace kaptan::docker
