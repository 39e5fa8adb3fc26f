#pragma once

#include "app/core/result.h"

#include <QByteArray>
#include <QHash>
#include <QString>

namespace kaptan::docker
{

/// The lines of POST /images/create as one progress. Pure.
/// https://docs.docker.com/engine/api/v1.41/#operation/ImageCreate (CreateImageInfo)
class PullProgress
{
public:
    static constexpr int most = 1000;

    /// One line. EngineError where it tells of a failure: both engines do so in answers with status 200.
    Result<void> feed(const QByteArray& line);

    int value() const { return m_value; } ///< 0 to `most`; never goes back

    const QString& text() const { return m_text; } ///< the engine's words, one line

    const QString& status() const
    {
        return m_status;
    } ///< the last one without a layer: an import's is the id

private:
    struct Layer {
        qint64 current = 0;
        qint64 total = 0;
        bool done = false;
    };

    void recompute();

    QHash<QString, Layer> m_layers;
    QString m_text;
    QString m_status;
    int m_value = 0;
};

} // namespace kaptan::docker
