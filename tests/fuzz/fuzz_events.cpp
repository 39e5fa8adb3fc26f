#include "app/kube/watch/answers.h"

#include <cstdint>
#include <cstdlib>

using namespace kaptan::kube;

/// Lines of a watch. What was read of them is counted, and nothing behind a broken or an ERROR line counts.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size)
{
    const QByteArray lines(reinterpret_cast<const char*>(data), qsizetype(size));
    static const auto texts = std::make_shared<Interner>();
    static const auto header = std::make_shared<TableHeader>();
    for (const RowKind kind :
         {RowKind::Pod, RowKind::Workload, RowKind::Node, RowKind::Event, RowKind::Cells}) {
        const RowSchema schema{kind, Text(std::string_view("Kind")), texts, header};
        const DecodedEvents events = decodeEvents(lines, schema, QString());
        if (events.changes.size() > size_t(events.lines) || events.lines > lines.count('\n') + 1 ||
            (events.refused && events.broken))
            std::abort();
        for (const auto& change : events.changes) {
            if (!change.object.row || change.object.row->uid.isEmpty())
                std::abort();
        }
    }
    return 0;
}
