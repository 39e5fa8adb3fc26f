#pragma once

#include <QJsonObject>
#include <QString>

namespace kaptan::cli
{

/// How far a Deployment, StatefulSet or DaemonSet has come in rolling its template out.
struct Rollout {
    enum class State {
        Going,
        Done,
        Stuck, ///< its own deadline is over
        Manual ///< its strategy is OnDelete: it waits for somebody to delete its pods
    };
    State state = State::Going;
    QString why; ///< translated: what is missing, "2 of 3 pods are new"

    bool operator==(const Rollout&) const = default;
};

/// From the object as the server has it, as `kubectl rollout status` reads it.
Rollout rolloutOf(const QJsonObject& object);

} // namespace kaptan::cli
