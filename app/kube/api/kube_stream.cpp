#include "app/kube/api/kube_stream.h"

namespace kaptan::kube
{

KubeStream::KubeStream(Wire& wire, net::Request request) : m_wire(&wire), m_request(std::move(request))
{
    connect(&wire, &Wire::closing, this, [this] {
        drop();
        end(Error(Cancelled{}));
    });
    attempt();
}

KubeStream::~KubeStream()
{
    drop();
}

void KubeStream::attempt()
{
    m_wire->prepare(m_request, this, [this](const Result<Wire::Prepared>& prepared) {
        if (m_ended)
            return;
        if (!prepared) {
            end(prepared.error());
            return;
        }
        m_use = prepared->client;
        m_identity = prepared->identity;
        take(m_use->stream(prepared->request));
    });
}

void KubeStream::take(std::unique_ptr<net::Stream> stream)
{
    m_inner = std::move(stream);
    connect(m_inner.get(), &net::Stream::headReceived, this, &KubeStream::onHead);
    connect(m_inner.get(), &net::Stream::readyRead, this, [this] {
        if (!m_ended)
            Q_EMIT readyRead();
    });
    connect(m_inner.get(), &net::Stream::finished, this, &KubeStream::end);
}

void KubeStream::onHead()
{
    if (m_ended)
        return;
    if (m_inner->status() == 401 && !m_rejected && m_wire) {
        m_rejected = true;
        m_wire->credentials().reject(m_identity);
        m_inner->disconnect(this);
        // The answer is on the stack, and Qt does not like to be broken off in the middle of a 401.
        QMetaObject::invokeMethod(
            this,
            [this] {
                if (m_ended || !m_wire)
                    return;
                drop();
                attempt();
            },
            Qt::QueuedConnection);
        return;
    }
    if (const QByteArray warning = m_inner->header("Warning"); !warning.isEmpty() && m_wire)
        m_wire->noteWarnings({{"Warning", warning}});
    Q_EMIT headReceived();
}

void KubeStream::end(const std::optional<Error>& error)
{
    if (m_ended)
        return;
    m_ended = true;
    Q_EMIT finished(error);
}

void KubeStream::abort()
{
    m_ended = true;
    drop();
}

void KubeStream::drop()
{
    if (m_inner) {
        m_inner->disconnect(this);
        m_inner->abort();
        m_inner.release()->deleteLater(); // it may be on the stack
    }
    m_use.reset();
}

} // namespace kaptan::kube
