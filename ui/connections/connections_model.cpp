#include "ui/connections/connections_model.h"

#include "ui/common/plain_text.h"

#include <QCoreApplication>
#include <QLocale>

namespace kaptan::ui
{

using session::Origin;
using session::Phase;

namespace
{

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Connections)
};

QVector<Column> columnsOfTable()
{
    return {
        {QStringLiteral("name"), CellKind::Mono, 190, false, 0, true, false},
        {QStringLiteral("state"), CellKind::Chip, 170, false, 0, true, false},
        {QStringLiteral("kind"), CellKind::Text, 150, false, 3, true, false},
        {QStringLiteral("marks"), CellKind::Chip, 132, false, 2, true, false},
        {QStringLiteral("address"), CellKind::MonoMuted, 240, true, 0, true, false},
        {QStringLiteral("source"), CellKind::Muted, 190, false, 4, true, false},
        {QStringLiteral("recorded"), CellKind::Chip, 132, false, 3, true, false},
    };
}

/// The end of a path says more than its beginning: "…/contexts/meta.json".
QString shortPath(const QString& source)
{
    constexpr int fits = 26;
    if (source.size() <= fits || !source.startsWith(u'/'))
        return source;
    return QStringLiteral("…/") + source.section(u'/', -2);
}

/// What needs a person first.
int rank(const ConnectionRow& row)
{
    if (!row.state)
        return row.spec.isSupported() ? 4 : 5;
    switch (row.state->phase) {
    case Phase::Failed:
        return 0;
    case Phase::Reconnecting:
        return 1;
    case Phase::Connecting:
        return 2;
    case Phase::Live:
        return 3;
    case Phase::Idle:
        break;
    }
    return 4;
}

} // namespace

QString originName(Origin origin)
{
    switch (origin) {
    case Origin::Environment:
        return Tr::tr("Environment variable");
    case Origin::DockerContext:
        return Tr::tr("Docker context");
    case Origin::PodmanConnection:
        return Tr::tr("Podman connection");
    case Origin::DefaultSocket:
        //: where a connection was found: a socket at its usual place
        return Tr::tr("Default socket");
    case Origin::Embedded:
        return Tr::tr("Embedded engine");
    case Origin::Kubeconfig:
        //: where a connection was found: a context of a kubeconfig file
        return Tr::tr("kubeconfig context");
    case Origin::Added:
        //: where a connection comes from
        return Tr::tr("Added by hand");
    }
    return {};
}

StateLook look(const ConnectionRow& row)
{
    if (row.testing)
        //: state of a connection: it is being tried
        return {Tr::tr("Testing"), Tone::Progress, QStringLiteral("progress")};
    if (!row.spec.isSupported())
        return {Tr::tr("Not supported"), Tone::Neutral, QStringLiteral("skip")};
    const Phase phase = row.state ? row.state->phase : Phase::Idle;
    switch (phase) {
    case Phase::Connecting:
        return {Tr::tr("Connecting"), Tone::Progress, QStringLiteral("progress")};
    case Phase::Live:
        //: state of a connection: what is shown is true now
        return {Tr::tr("Live"), Tone::Ok, QStringLiteral("check")};
    case Phase::Reconnecting:
        //: since %1, a time of day, "14:03"
        return {Tr::tr("Reconnecting · %1")
                    .arg(QLocale().toString(row.state->since.toLocalTime().time(), QLocale::ShortFormat)),
                Tone::Warning, QStringLiteral("restart")};
    case Phase::Failed:
        return {Tr::tr("Failed"), Tone::Error, QStringLiteral("error")};
    case Phase::Idle:
        break;
    }
    return {Tr::tr("Not connected"), Tone::Neutral, QStringLiteral("unplug")};
}

QString engineKind(const ConnectionRow& row)
{
    if (!row.versionText.isEmpty())
        return row.versionText;
    if (row.spec.isCluster())
        return QStringLiteral("Kubernetes");
    return row.spec.origin == Origin::Embedded ? QStringLiteral("Podman") : QStringLiteral("–");
}

QString marksText(const session::ConnectionSpec& spec)
{
    if (spec.production && spec.readOnly)
        return Tr::tr("Production, read-only");
    if (spec.production)
        //: mark of a connection
        return Tr::tr("Production");
    if (spec.readOnly)
        //: mark of a connection
        return Tr::tr("Read-only");
    return {};
}

ConnectionsModel::ConnectionsModel(QObject* parent) : RowModel<ConnectionRow>(columnsOfTable(), parent) {}

QString ConnectionsModel::columnTitle(int column) const
{
    switch (column) {
    case Name:
        return Tr::tr("Name");
    case State:
        return Tr::tr("State");
    case Kind:
        return Tr::tr("Engine");
    case Marks:
        return Tr::tr("Marks");
    case Address:
        return Tr::tr("Address");
    case Source:
        //: column: the file or variable in which a connection was found
        return Tr::tr("Found in");
    case Recorded:
        //: column: whether measurements of a connection are kept
        return Tr::tr("Recorded");
    default:
        return {};
    }
}

QString ConnectionsModel::columnToolTip(int column) const
{
    switch (column) {
    case Kind:
        return Tr::tr("Docker or Podman and its version; known after the first connection or test");
    case Marks:
        return Tr::tr("Production asks for names before deleting; read-only changes nothing");
    case Source:
        return Tr::tr("The file or variable that names this connection");
    case Recorded:
        return Tr::tr("Whether measurements of it go into the history");
    default:
        return {};
    }
}

Cell ConnectionsModel::cell(const ConnectionRow& row, int column) const
{
    Cell cell;
    switch (column) {
    case Name:
        cell.text = row.spec.name;
        if (row.current) {
            cell.icon = QStringLiteral("dot");
            cell.toolTip = Tr::tr("%1: shown by the other panes").arg(plainLine(row.spec.name, 200));
        }
        break;
    case State: {
        QString why = row.spec.whyUnsupported;
        if (row.state && row.state->error)
            why = row.state->error->message() + u'\n' + row.state->error->advice();
        return stateCell(look(row), why.trimmed());
    }
    case Kind:
        cell.text = engineKind(row);
        cell.dim = row.versionText.isEmpty();
        if (cell.dim)
            cell.toolTip = Tr::tr("Known after the first connection or test");
        break;
    case Marks:
        cell.text = marksText(row.spec);
        if (!cell.text.isEmpty()) {
            cell.tone = row.spec.production ? Tone::Error : Tone::Neutral;
            cell.icon = row.spec.production ? QStringLiteral("shield") : QStringLiteral("lock");
        }
        break;
    case Address:
        cell.text = row.spec.address;
        break;
    case Source:
        cell.text = row.spec.source.isEmpty() ? originName(row.spec.origin) : shortPath(row.spec.source);
        cell.copy = row.spec.source;
        cell.toolTip = originName(row.spec.origin) +
                       (row.spec.source.isEmpty() ? QString() : QStringLiteral(": ") + row.spec.source);
        break;
    case Recorded: {
        const StateLook state = recordingLook(row);
        if (!state.word.isEmpty())
            return stateCell(state, recordingText(row));
        break;
    }
    default:
        break;
    }
    return cell;
}

SortKey ConnectionsModel::sortKey(const ConnectionRow& row, int column) const
{
    switch (column) {
    case Name:
        return {0, row.spec.name};
    case State:
        return {double(rank(row)), row.spec.name};
    case Kind:
        return {row.versionText.isEmpty() ? 1.0 : 0.0, engineKind(row)};
    case Marks:
        return {row.spec.production ? 0.0 : row.spec.readOnly ? 1.0 : 2.0, row.spec.name};
    case Address:
        return {0, row.spec.address};
    case Source:
        return {double(row.place), {}};
    case Recorded:
        return {row.recording ? double(*row.recording) : 9.0, row.spec.name};
    default:
        return {};
    }
}

QString ConnectionsModel::haystack(const ConnectionRow& row) const
{
    return QStringList{
        row.spec.name,       row.spec.address, row.spec.source, row.versionText, originName(row.spec.origin),
        marksText(row.spec), look(row).word}
        .join(u'\n');
}

} // namespace kaptan::ui
