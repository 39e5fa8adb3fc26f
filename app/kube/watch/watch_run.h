#pragma once

#include "app/kube/watch/answers.h"
#include "app/kube/watch/decode_queue.h"
#include "app/kube/watch/reflector.h"
#include "app/kube/watch/trouble.h"

#include <memory>
#include <optional>

/// One watch, from its opening to its end. For this room's own sources only.
namespace kaptan::kube
{

/// Its end comes after everything that it told was decoded.
class WatchRun : public QObject
{
    Q_OBJECT
public:
    WatchRun(StreamOpener& opener, const WatchTarget& target, const RowSchema& schema, Clock& clock,
             const ReflectorOptions& options);
    ~WatchRun() override;

    void open(const Text& version, std::chrono::seconds timeout); ///< once
    /// Silent from here on.
    void cancel();

    bool isOpen() const { return m_open; }

    bool hasTold() const { return m_lines > 0; }

    /// UTC, when something came last.
    QDateTime lastTouch() const;

Q_SIGNALS:
    void opened();
    void told(const std::shared_ptr<kaptan::kube::DecodedEvents>& events);
    /// Without a value: the server closed it in its usual way.
    void ended(const std::optional<kaptan::kube::Trouble>& trouble);

private:
    void onHead();
    void onBytes();
    void onFinished(const std::optional<Error>& error);
    void decode(QByteArray lines);
    void onDecoded(const std::shared_ptr<DecodedEvents>& events, qsizetype size);
    void end(const std::optional<Trouble>& trouble);
    void fail(const Trouble& trouble);
    void probeLater(std::chrono::milliseconds delay);
    void probe();
    void dropProbe();

    StreamOpener& m_opener;
    WatchTarget m_target;
    RowSchema m_schema;
    Clock& m_clock;
    ReflectorOptions m_options;
    DecodeQueue m_queue;
    std::unique_ptr<net::Stream> m_stream;
    std::unique_ptr<SilenceGuard> m_guard;
    std::unique_ptr<net::Stream> m_probe; ///< under way
    QByteArray m_rest;                    ///< of a line whose end is not here
    QByteArray m_refusal;                 ///< body of an error status
    qsizetype m_queued = 0;               ///< bytes given to the worker
    qint64 m_lines = 0;
    bool m_open = false, m_ended = false;
    std::optional<std::optional<Error>> m_finished; ///< the stream's end, while there is more to read
};

} // namespace kaptan::kube
