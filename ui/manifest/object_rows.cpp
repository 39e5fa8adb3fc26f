#include "ui/manifest/object_rows.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace kaptan::ui
{

namespace
{

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(ObjectRows)
};

ObjectRow baseRow(int index, const BenchObject& object)
{
    ObjectRow row;
    row.index = index;
    row.kind = object.manifest.kind;
    row.nameSpace = object.nameSpace;
    row.name = object.manifest.name.isEmpty() ? object.manifest.generateName + u'…' : object.manifest.name;
    return row;
}

void show(ObjectRow& row, const char* icon, const QString& word, Tone tone, int rank)
{
    row.icon = QString::fromLatin1(icon);
    row.word = word;
    row.tone = tone;
    row.rank = rank;
}

} // namespace

ObjectRow reviewRow(int index, const BenchObject& object, const ReviewItem& item)
{
    ObjectRow row = baseRow(index, object);
    switch (item.state) {
    case ReviewItem::State::Waiting:
        //: state of an object: the server is being asked
        show(row, "progress", Tr::tr("Checking"), Tone::Progress, 5);
        break;
    case ReviewItem::State::New:
        //: state of an object: it will be made
        show(row, "add", Tr::tr("New"), Tone::Ok, 3);
        break;
    case ReviewItem::State::Changed:
        //: state of an object: it will be changed
        show(row, "edit", Tr::tr("Changed"), Tone::Accent, 2);
        break;
    case ReviewItem::State::Unchanged:
        //: state of an object: it is so already
        show(row, "ok", Tr::tr("Unchanged"), Tone::Neutral, 6);
        break;
    case ReviewItem::State::Refused:
        //: state of an object: the server does not take it
        show(row, "error", Tr::tr("Refused"), Tone::Error, 0);
        break;
    case ReviewItem::State::Later:
        //: state of an object: it can be checked only while it is applied
        show(row, "clock", Tr::tr("Later"), Tone::Neutral, 4);
        row.note = Tr::tr("What it needs is made by the same apply; the server checks it then.");
        break;
    }
    if (item.error)
        row.note = item.error->message();
    if (item.preview.needsForce() && item.state != ReviewItem::State::Waiting) {
        if (item.force) {
            row.note = Tr::tr("Takes fields from other managers.");
        } else {
            //: state of an object: others manage fields that would be changed
            show(row, "warning", Tr::tr("Conflict"), Tone::Warning, 1);
            row.note =
                Tr::tr("%n field(s) belong to other managers.", nullptr, int(item.preview.conflicts.size()));
        }
    } else if (item.preview.movedOn) {
        row.note = Tr::tr("Changed by somebody else meanwhile.");
    } else if (!item.preview.warnings.isEmpty() && row.note.isEmpty()) {
        row.note = item.preview.warnings.first();
    }
    return row;
}

ObjectRow outcomeRow(int index, const BenchObject& object, const kube::ApplyOutcome& outcome)
{
    ObjectRow row = baseRow(index, object);
    switch (outcome.state) {
    case kube::ApplyOutcome::State::Waiting:
        //: outcome of an object: not sent yet
        show(row, "clock", Tr::tr("Waits"), Tone::Neutral, 4);
        break;
    case kube::ApplyOutcome::State::Sent:
        //: outcome of an object: no answer yet
        show(row, "progress", Tr::tr("Sent"), Tone::Progress, 1);
        break;
    case kube::ApplyOutcome::State::Created:
        //: outcome of an object
        show(row, "ok", Tr::tr("Created"), Tone::Ok, 5);
        break;
    case kube::ApplyOutcome::State::Changed:
        //: outcome of an object
        show(row, "ok", Tr::tr("Applied"), Tone::Ok, 5);
        break;
    case kube::ApplyOutcome::State::Unchanged:
        show(row, "ok", Tr::tr("Unchanged"), Tone::Neutral, 6);
        break;
    case kube::ApplyOutcome::State::Failed:
        //: outcome of an object
        show(row, "error", Tr::tr("Failed"), Tone::Error, 0);
        break;
    case kube::ApplyOutcome::State::Skipped:
        //: outcome of an object: cancelled before it was sent
        show(row, "skip", Tr::tr("Not sent"), Tone::Neutral, 2);
        break;
    }
    if (outcome.error)
        row.note = outcome.error->message();
    else if (!outcome.warnings.isEmpty())
        row.note = outcome.warnings.first();
    return row;
}

ObjectRowsModel::ObjectRowsModel(QObject* parent)
    : RowModel<ObjectRow>({{.id = u"state"_s, .kind = CellKind::Chip, .width = 104},
                           {.id = u"kind"_s, .width = 120, .hideOrder = 1},
                           {.id = u"name"_s, .kind = CellKind::Mono, .width = 160, .stretch = true},
                           {.id = u"namespace"_s, .kind = CellKind::MonoMuted, .width = 100, .hideOrder = 2},
                           {.id = u"note"_s, .width = 220, .hideOrder = 3}},
                          parent)
{
}

QString ObjectRowsModel::columnTitle(int column) const
{
    switch (column) {
    case StateColumn:
        return tr("State");
    case Kind:
        return tr("Kind");
    case Name:
        return tr("Name");
    case NameSpace:
        return tr("Namespace");
    case Note:
        //: column: what is to be known of an object
        return tr("Note");
    }
    return {};
}

Cell ObjectRowsModel::cell(const ObjectRow& row, int column) const
{
    Cell cell;
    switch (column) {
    case StateColumn:
        cell.icon = row.icon;
        cell.text = row.word;
        cell.tone = row.tone;
        break;
    case Kind:
        cell.text = row.kind;
        break;
    case Name:
        cell.text = row.name;
        break;
    case NameSpace:
        cell.text = row.nameSpace;
        break;
    case Note:
        cell.text = row.note;
        cell.toolTip = row.note;
        break;
    }
    return cell;
}

SortKey ObjectRowsModel::sortKey(const ObjectRow& row, int column) const
{
    switch (column) {
    case StateColumn:
        return {double(row.rank) * 1e6 + row.index, {}};
    case Kind:
        return {0, row.kind};
    case Name:
        return {0, row.name};
    case NameSpace:
        return {0, row.nameSpace};
    }
    return {0, row.note};
}

QString ObjectRowsModel::haystack(const ObjectRow& row) const
{
    return row.word + u'\n' + row.kind + u'\n' + row.name + u'\n' + row.nameSpace + u'\n' + row.note;
}

} // namespace kaptan::ui
