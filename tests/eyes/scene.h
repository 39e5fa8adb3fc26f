#pragma once

#include "tests/e2e/engine_probe.h"
#include "tests/e2e/window_driver.h"

/// A working day on an engine: deployments that run, one that crashes, one with a missing replica, one that
/// is unhealthy, a Compose project, a stopped one, plain containers. Made through Kaptan's own ports where
/// they are its own.
void makeScene(WindowDriver& driver, EngineProbe& probe);
/// Ends what runs on the engine, once its pictures are taken: the next engine and its window want the cores.
void endScene(EngineProbe& probe);
