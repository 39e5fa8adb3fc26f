#include "app/kube/watch/answers.h"

#include <cstdint>
#include <cstdlib>

using namespace kaptan::kube;

/// A page of a list, as each kind of row that there is; its head is also read while only a part is here.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size)
{
    const QByteArray body(reinterpret_cast<const char*>(data), qsizetype(size));
    static const auto texts = std::make_shared<Interner>();
    static const auto header = std::make_shared<TableHeader>();
    for (const RowKind kind :
         {RowKind::Pod, RowKind::Workload, RowKind::Node, RowKind::Event, RowKind::Cells}) {
        const RowSchema schema{kind, Text(std::string_view("Kind")), texts, header};
        const auto page = decodePage(body, schema, QString());
        if (!page)
            continue;
        for (const DecodedObject& object : page->objects) {
            if (!object.row || object.row->uid.isEmpty() || object.row->name.isEmpty())
                std::abort();
        }
    }
    peekListHead(body);
    peekListHead(QByteArrayView(body).first(body.size() / 2));
    decodeStatus(body);
    return 0;
}
