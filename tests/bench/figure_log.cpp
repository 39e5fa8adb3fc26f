#include "bench.h"

#include "app/docker/adapter/engine_backend.h"
#include "app/net/http.h"
#include "app/workload/log_store.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace bench
{

namespace
{

constexpr int runs = 5;
constexpr qint64 bytesWanted = 200'000'000;

/// A container whose log is 200 MB of lines of ordinary length, written before the first run.
QString talker()
{
    // 99 characters and the end of the line; a number would cost the container more than the engine.
    const QByteArray line("2026-11-24 INFO  shop.checkout order accepted customer=48213 items=3 total=149.90 "
                          "currency=TRY node=7");
    const QByteArray script = "yes '" + line.left(99) + "' | head -c " + QByteArray::number(bytesWanted);
    const QByteArray body =
        QJsonDocument(QJsonObject{{u"Image"_s, u"test/busybox:1"_s},
                                  {u"Cmd"_s, QJsonArray{u"sh"_s, u"-c"_s, QString::fromUtf8(script)}}})
            .toJson();
    const auto id =
        QJsonDocument::fromJson(call("POST", u"/v1.41/containers/create?name=bench-talker"_s, body))
            .object()[u"Id"_s]
            .toString();
    call("POST", u"/v1.41/containers/%1/start"_s.arg(id));
    call("POST", u"/v1.41/containers/%1/wait"_s.arg(id));
    return id;
}

} // namespace

QList<Row> followLog()
{
    const QString id = talker();
    const QString path =
        u"/v1.41/containers/%1/logs?follow=1&stdout=1&stderr=1&timestamps=1&tail=all"_s.arg(id);
    QTemporaryDir folder;
    const QString file = folder.filePath(u"log"_s);

    kaptan::docker::EngineBackend backend(kaptan::net::Endpoint::unixSocket(dockerSocket()));
    backend.open();
    until([&] { return backend.state().phase == kaptan::docker::EngineBackend::Phase::Live; }, 30,
          "a live engine");

    QList<double> ours, peer;
    qint64 kept = 0, memory = 0;
    for (int run = 0; run < runs; ++run) {
        peer << curlMs(dockerSocket(), path, file);

        kaptan::workload::LogLimits limits;
        limits.bytes = 1LL << 30; // keep it all
        kaptan::workload::LogStore store(limits);
        kaptan::workload::LogOptions options;
        options.tail = -1;
        ours << wallMs([&] {
            const auto handle = backend.logs()->open(id, options, store);
            until([&] { return store.end().has_value(); }, 300, "the end of the log");
        });
        const auto counts = store.counts();
        if (store.end()->error || counts.received < bytesWanted)
            qFatal("the log came short: %lld bytes", counts.received);
        kept = counts.kept;
        memory = store.memoryBytes();
        std::printf("log, run %d: Kaptan %.0f ms, curl %.0f ms, %lld lines\n", run + 1, ours.last(),
                    peer.last(), counts.end);
        std::fflush(stdout);
    }
    call("DELETE", u"/v1.41/containers/%1?force=1"_s.arg(id));

    const double mib = 1024.0 * 1024.0;
    return {{u"follow a log of 200 MB into the log view's store"_s, u"%1 ms"_s.arg(median(ours), 0, 'f', 0),
             u"curl to a file %1 ms"_s.arg(median(peer), 0, 'f', 0), median(ours) / median(peer), 1.5},
            {u"memory of that store"_s, u"%1 MiB"_s.arg(double(memory) / mib, 0, 'f', 0),
             u"bytes kept %1 MiB"_s.arg(double(kept) / mib, 0, 'f', 0), double(memory) / double(kept), 1.3}};
}

} // namespace bench
