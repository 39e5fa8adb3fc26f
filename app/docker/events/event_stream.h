#pragma once

#include "app/docker/api/engine_api.h"
#include "app/docker/api/json_lines.h"

#include <QObject>
#include <QVector>

#include <memory>
#include <optional>

namespace kaptan::docker
{

/// One GET /events, decoded, from its opening to its end; it does not come back by itself. Lives in the
/// client's thread.
class EventStream : public QObject
{
    Q_OBJECT
public:
    explicit EventStream(EngineApi& api, QObject* parent = nullptr);
    ~EventStream() override;

    void open(); ///< once

    bool isOpen() const { return m_open; }

Q_SIGNALS:
    /// The engine listens: from here on no event is missed.
    void opened();
    void events(const QVector<kaptan::docker::DockerEvent>& batch);
    /// The end, once: the engine closed it (TransportError::Closed), refused, or sent what is no event.
    void ended(const kaptan::Error& error);

private:
    void onHead();
    void onBytes();
    void end(const Error& error);

    EngineApi& m_api;
    std::unique_ptr<net::Stream> m_stream;
    JsonLines m_lines;
    QByteArray m_refusal;
    bool m_open = false;
    bool m_ended = false;
};

} // namespace kaptan::docker
