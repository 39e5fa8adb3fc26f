#include "app/kube/api/table.h"

#include <cstdint>
#include <cstdlib>

using namespace kaptan::kube;

/// A list as some server rendered it.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size)
{
    const QByteArray body(reinterpret_cast<const char*>(data), qsizetype(size));
    const auto table = decodeTable(body, QStringLiteral("GET /x"));
    if (!table && table.error().message().isEmpty())
        std::abort();
    return 0;
}
