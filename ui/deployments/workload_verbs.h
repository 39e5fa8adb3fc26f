#pragma once

#include "app/session/session.h"
#include "app/workload/model.h"
#include "ui/common/confirm_dialog.h"

#include <QStringList>
#include <QVector>

/// What can be done to workloads, and why not. Pure, but for reading the session's state.
namespace kaptan::ui
{

enum class Verb { Logs, Scale, Restart, Stop, Start, Repair, Delete, CopyName };

using Workloads = QVector<workload::WorkloadPtr>;

/// Empty: it can be done now. Otherwise a sentence for the tooltip. `pending` is the word of an action under
/// way on one of them. `session` may be null.
QString whyNot(Verb verb, const Workloads& selection, session::Session* session, const QString& pending = {});
/// The same for a new deployment.
QString whyNotDeploy(session::Session* session);

/// Those of the selection for which the verb makes sense (to stop only what runs).
Workloads concerned(Verb verb, const Workloads& selection);

/// The instance whose log is most telling: the first one that is not ready, else the first. Null where none
/// has been made.
const workload::Instance* telling(const workload::Workload& workload);

/// The names, joined, of the connections marked as production that these belong to; empty where none is.
QString productionOf(const Workloads& selection, session::Session& session);

/// The question before a removal. `production` is what productionOf() says: where it is not empty it must be
/// typed, or the workload's own name where one goes and one connection is shown. `pods`: its instances are.
Question removalQuestion(const Workloads& selection, const QVector<workload::RemovalPreview>& previews,
                         const QString& production, bool pods);
/// The question before several are stopped or restarted, or one on a production connection.
Question interruptionQuestion(Verb verb, const Workloads& selection);
/// The question before one replica is restarted, on a production connection or where that deletes a `pod`;
/// `production` as above.
Question replicaQuestion(const workload::Workload& workload, const workload::Instance& instance,
                         const QString& production, bool pod);
/// The question before all replicas of one on a production connection are removed.
Question emptyingQuestion(const workload::Workload& workload, const QString& production);

/// "http://127.0.0.1:8080" of a published TCP port, for a browser on this machine; empty where there is
/// none. `address` is the connection's: a remote engine's host is taken from it.
QString portUrl(const workload::PortMapping& port, const QString& address);

/// The state in words: "2 of 3 replicas are ready, 1 is missing."
QString stateSentence(const workload::Workload& workload);
/// "exited with code 137 (out of memory)"; empty where it never ended.
QString lastEnd(const workload::Instance& instance);

} // namespace kaptan::ui
