#include "app/docker/api/pull_progress.h"

#include "app/json/json_reader.h"

#include <algorithm>

namespace kaptan::docker
{

using namespace Qt::StringLiterals;

namespace
{

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(EngineAnswer)
};

} // namespace

Result<void> PullProgress::feed(const QByteArray& line)
{
    const QString where = u"POST /images/create"_s;
    return json::read(line, json::Shape::Object, Tr::tr("progress of an image"), where,
                      [&](const json::Value& root) -> Result<void> {
                          const json::Value detail = root["errorDetail"];
                          QString failed = detail["message"].string();
                          if (failed.isEmpty())
                              failed = root["error"].string();
                          if (!failed.isEmpty())
                              return failure(EngineError{int(detail["code"].integer(500)), failed, where});
                          const QString status = root["status"].string();
                          const QString layerId = root["id"].string();
                          if (status.isEmpty())
                              return {};
                          m_text = layerId.isEmpty() ? status : layerId + ": "_L1 + status;
                          const json::Value progress = root["progressDetail"];
                          const qint64 total = progress["total"].integer();
                          if (layerId.isEmpty()) {
                              m_status = status;
                              return {};
                          }
                          // "Pulling from library/nginx" carries the tag as id; it is no layer.
                          if (status.startsWith("Pulling from"_L1))
                              return {};
                          Layer& layer = m_layers[layerId];
                          if (status == "Downloading"_L1 && total > 0) {
                              layer.current = progress["current"].integer();
                              layer.total = total;
                          } else if (status == "Pull complete"_L1 || status == "Already exists"_L1) {
                              layer.done = true;
                          }
                          recompute();
                          return {};
                      });
}

/// Downloads weigh by their bytes as far as those are known, layers of unknown size as the mean of the
/// others.
void PullProgress::recompute()
{
    double sum = 0;
    double known = 0;
    int sized = 0;
    for (const Layer& layer : std::as_const(m_layers)) {
        if (layer.total > 0) {
            known += double(layer.total);
            ++sized;
        }
    }
    const double mean = sized > 0 ? known / sized : 1;
    double all = 0;
    for (const Layer& layer : std::as_const(m_layers)) {
        const double weight = layer.total > 0 ? double(layer.total) : mean;
        all += weight;
        // Unpacking comes after the download; nine tenths are the download's.
        const double part = layer.total > 0 ? 0.9 * double(layer.current) / double(layer.total) : 0;
        sum += weight * (layer.done ? 1 : std::clamp(part, 0.0, 0.9));
    }
    if (all > 0)
        m_value = std::max(m_value, int(most * sum / all));
}

} // namespace kaptan::docker
