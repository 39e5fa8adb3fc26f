#include "app/kube/watch/pod_summary.h"

#include <algorithm>

namespace kaptan::kube
{

namespace
{

using Kind = ContainerRow::Kind;
using State = ContainerRow::State;

std::string_view phaseWord(PodRow::Phase phase)
{
    switch (phase) {
    case PodRow::Phase::Pending:
        return "Pending";
    case PodRow::Phase::Running:
        return "Running";
    case PodRow::Phase::Succeeded:
        return "Succeeded";
    case PodRow::Phase::Failed:
        return "Failed";
    case PodRow::Phase::Unknown:
        break;
    }
    return "Unknown";
}

std::string endWord(const ContainerRow& container)
{
    if (!container.reason.isEmpty())
        return std::string(container.reason.view());
    return "ExitCode:" + std::to_string(container.exitCode);
}

void countRestarts(const ContainerRow& container, PodSummary& summary)
{
    summary.restarts += container.restarts;
    summary.lastRestartMs = std::max(summary.lastRestartMs, container.lastEndMs);
}

/// How far the containers that run before the others are; empty where they are done.
std::string initWord(const PodRow& pod, PodSummary& summary)
{
    const auto isInit = [](const ContainerRow& container) {
        return container.kind == Kind::Init || container.kind == Kind::Sidecar;
    };
    const auto all = std::count_if(pod.containers.cbegin(), pod.containers.cend(), isInit);
    int done = 0;
    PodSummary whole;    // of all that were looked at
    PodSummary sidecars; // which go on beside the others
    for (const ContainerRow& container : pod.containers) {
        if (!isInit(container) || container.state == State::Unknown)
            continue;
        countRestarts(container, whole);
        if (container.kind == Kind::Sidecar)
            countRestarts(container, sidecars);
        const bool ended = container.state == State::Terminated;
        if ((ended && container.exitCode == 0) || (container.kind == Kind::Sidecar && container.started)) {
            summary.ready += !ended && container.ready;
            ++done;
            continue;
        }
        summary.restarts = whole.restarts;
        summary.lastRestartMs = whole.lastRestartMs;
        if (ended)
            return "Init:" + endWord(container);
        if (container.state == State::Waiting && !container.reason.isEmpty() &&
            container.reason != std::string_view("PodInitializing"))
            return "Init:" + std::string(container.reason.view());
        return "Init:" + std::to_string(done) + '/' + std::to_string(all);
    }
    summary.restarts = sidecars.restarts;
    summary.lastRestartMs = sidecars.lastRestartMs;
    return {};
}

} // namespace

PodSummary summaryOf(const PodRow& pod)
{
    PodSummary summary;
    summary.status = pod.reason.isEmpty() ? phaseWord(pod.phase) : pod.reason.view();
    if (pod.unscheduledReason == std::string_view("SchedulingGated"))
        summary.status = "SchedulingGated";
    for (const ContainerRow& container : pod.containers)
        summary.total += container.kind == Kind::Plain || container.kind == Kind::Sidecar;

    if (std::string init = initWord(pod, summary); !init.empty()) {
        summary.status = std::move(init);
    } else {
        bool runs = false;
        for (auto it = pod.containers.crbegin(); it != pod.containers.crend(); ++it) {
            if (it->kind != Kind::Plain)
                continue;
            countRestarts(*it, summary);
            if (it->state == State::Waiting && !it->reason.isEmpty()) {
                summary.status = it->reason.view();
            } else if (it->state == State::Terminated) {
                summary.status = endWord(*it);
            } else if (it->state == State::Running && it->ready) {
                runs = true;
                ++summary.ready;
            }
        }
        if (runs && summary.status == "Completed") // one of several has ended
            summary.status = pod.isReady ? "Running" : "NotReady";
    }

    if (pod.deletionMs != 0) {
        const bool ended = pod.phase == PodRow::Phase::Succeeded || pod.phase == PodRow::Phase::Failed;
        if (pod.reason == std::string_view("NodeLost"))
            summary.status = "Unknown";
        else if (!ended)
            summary.status = "Terminating";
    }
    return summary;
}

} // namespace kaptan::kube
