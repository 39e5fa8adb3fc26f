#pragma once

#include "app/session/connections.h"

class QWidget;

namespace kaptan::ui
{

/// Asks over the window before a program runs that a kubeconfig from elsewhere names: programs in such files
/// are how a stranger's file would run what it likes. The answer holds for the connection's session. Both
/// arguments outlive what asks.
void askBeforeCommands(session::Connections& connections, QWidget* window);

} // namespace kaptan::ui
