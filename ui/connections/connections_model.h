#pragma once

#include "app/recorder/recorder.h"
#include "app/session/connections.h"
#include "ui/common/format.h"
#include "ui/common/row_model.h"

namespace kaptan::ui
{

/// What is known of a connection from its last test.
struct TestOutcome {
    bool running = false;
    QDateTime at; ///< UTC; invalid: never tested
    std::optional<session::TestReport> report;
    std::optional<Error> error;
};

struct ConnectionRow {
    session::ConnectionSpec spec;
    std::optional<session::ConnectionState> state; ///< none: no session was made yet
    bool testing = false;
    bool current = false;                               ///< shown by the other panes now
    QString versionText;                                ///< "Docker 20.10.24"; empty until known
    int place = 0;                                      ///< in the list of all
    bool recordAlways = false;                          ///< also while it is not shown
    std::optional<recorder::Recorder::State> recording; ///< none: nothing of it is kept now
};

/// "Where it was found" in words.
QString originName(session::Origin origin);
/// The state as chip, "reconnecting" with since when.
StateLook look(const ConnectionRow& row);
/// Docker, Podman, or a dash until it is known.
QString engineKind(const ConnectionRow& row);
/// "production", "read-only", both, or none.
QString marksText(const session::ConnectionSpec& spec);

/// "recording", "waiting", "elsewhere" as chip; an empty word where nothing of it is kept.
StateLook recordingLook(const ConnectionRow& row);
/// The same in full: whether it is recorded, when, and what happens now.
QString recordingText(const ConnectionRow& row);

class ConnectionsModel : public RowModel<ConnectionRow>
{
    Q_OBJECT
public:
    enum ColumnIndex { Name, State, Kind, Marks, Address, Source, Recorded };

    explicit ConnectionsModel(QObject* parent = nullptr);

    QString columnTitle(int column) const override;
    QString columnToolTip(int column) const override;

protected:
    QString keyOf(const ConnectionRow& row) const override { return row.spec.id; }

    Cell cell(const ConnectionRow& row, int column) const override;
    SortKey sortKey(const ConnectionRow& row, int column) const override;
    QString haystack(const ConnectionRow& row) const override;
};

} // namespace kaptan::ui
