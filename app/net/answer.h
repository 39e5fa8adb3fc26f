#pragma once

#include "app/core/error.h"
#include "app/net/http.h"

#include <QNetworkReply>
#include <QObject>
#include <QPointer>
#include <QSslError>

#include <optional>

namespace kaptan::net
{

/// One reply, whichever kind it is, with its failures as our errors. Calls and streams are made of it.
class Answer : public QObject
{
    Q_OBJECT
public:
    /// Owns the reply. The endpoint is for sentences.
    Answer(QNetworkReply* reply, const Endpoint& endpoint, QObject* parent = nullptr);
    ~Answer() override;

    int status() const { return m_status; }

    const Headers& headers() const { return m_headers; }

    qint64 bytesAvailable() const;
    QByteArray take(qint64 most);
    /// Silent.
    void abort();

Q_SIGNALS:
    void headReceived();
    void readyRead();
    void finished(const std::optional<kaptan::Error>& error);

private:
    void onHead();
    void onFinished();
    std::optional<Error> failure() const;

    QPointer<QNetworkReply> m_reply;
    QString m_where;
    QString m_proxy; ///< empty: none of the endpoint's own
    QList<QSslError> m_sslErrors;
    Headers m_headers;
    int m_status = 0;
};

} // namespace kaptan::net
