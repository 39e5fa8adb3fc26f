#pragma once

#include "app/kube/api/wire.h"

namespace kaptan::kube
{

/// A stream whose identity comes first; 401 asks the credentials once more before the reader hears of it.
class KubeStream : public net::Stream
{
    Q_OBJECT
public:
    KubeStream(Wire& wire, net::Request request);
    ~KubeStream() override;

    int status() const override { return m_inner ? m_inner->status() : 0; }

    QByteArray header(const QByteArray& name) const override
    {
        return m_inner ? m_inner->header(name) : QByteArray();
    }

    qint64 bytesAvailable() const override { return m_inner ? m_inner->bytesAvailable() : 0; }

    QByteArray read(qint64 most) override { return m_inner ? m_inner->read(most) : QByteArray(); }

    void write(const QByteArray&) override {}

    void closeWriting() override {}

    qint64 bytesToWrite() const override { return 0; }

    void abort() override;

private:
    void attempt();
    void take(std::unique_ptr<net::Stream> stream);
    void onHead();
    void end(const std::optional<Error>& error);
    void drop();

    QPointer<Wire> m_wire;
    net::Request m_request;
    Wire::ClientUse m_use;
    Identity m_identity;
    std::unique_ptr<net::Stream> m_inner;
    bool m_rejected = false;
    bool m_ended = false;
};

} // namespace kaptan::kube
