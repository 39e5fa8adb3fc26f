#include "app/docker/api/log_demuxer.h"

#include <QByteArray>

#include <cstdint>
#include <cstdlib>

using kaptan::docker::LogDemuxer;

namespace
{

struct Heard {
    QByteArray streams[3];
    bool good = true, whole = false;

    bool operator==(const Heard& other) const
    {
        return streams[0] == other.streams[0] && streams[1] == other.streams[1] &&
               streams[2] == other.streams[2] && good == other.good && whole == other.whole;
    }
};

Heard hear(const char* data, qsizetype size, qsizetype step, bool raw)
{
    Heard heard;
    LogDemuxer demuxer(raw, [&heard](LogDemuxer::Stream stream, const char* payload, qsizetype length) {
        heard.streams[int(stream)].append(payload, length);
    });
    for (qsizetype at = 0; at < size && heard.good; at += step)
        heard.good = bool(demuxer.feed(data + at, std::min(step, size - at)));
    heard.whole = bool(demuxer.finish());
    return heard;
}

} // namespace

/// Log frames: the same is heard whole as byte by byte.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size)
{
    if (size < 1)
        return 0;
    const bool raw = data[0] & 1;
    const auto* bytes = reinterpret_cast<const char*>(data + 1);
    const auto length = qsizetype(size - 1);
    const Heard whole = hear(bytes, length, std::max<qsizetype>(length, 1), raw);
    if (!(whole == hear(bytes, length, 1, raw)) || !(whole == hear(bytes, length, 7, raw)))
        std::abort();
    return 0;
}
