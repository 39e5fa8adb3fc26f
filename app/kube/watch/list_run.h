#pragma once

#include "app/kube/watch/answers.h"
#include "app/kube/watch/decode_queue.h"
#include "app/kube/watch/reflector.h"
#include "app/kube/watch/trouble.h"

#include <QSet>

#include <deque>
#include <memory>

/// One list, page after page. For this room's own sources only.
namespace kaptan::kube
{

/// The token of the next page stands at the beginning of this one: the next is asked for as soon as it was
/// read, so that the server works while we read and decode. Pages arrive in order.
class ListRun : public QObject
{
    Q_OBJECT
public:
    ListRun(StreamOpener& opener, const WatchTarget& target, const RowSchema& schema, Clock& clock,
            const ReflectorOptions& options);
    ~ListRun() override;

    void start();
    /// Asks again for the page that had trouble; those that came stay.
    void again();
    /// Silent from here on.
    void cancel();

    /// To be watched from: older than every page, so that nothing between two of them is missed.
    const QByteArray& resourceVersion() const { return m_version; }

Q_SIGNALS:
    void page(const std::shared_ptr<kaptan::kube::DecodedPage>& page);
    void finished();
    void stumbled(const kaptan::kube::Trouble& trouble);

private:
    struct Fetch;

    void ask(const QByteArray& token, int limit);
    void open(Fetch& fetch);
    bool onBytes(Fetch& fetch); ///< false: there was trouble, which may have ended the fetch
    void onEnd(Fetch& fetch, const std::optional<Error>& error);
    void onErrorStatus(Fetch& fetch);
    void onDecoded(Result<DecodedPage> result);
    void stumble(Fetch& fetch, const Trouble& trouble);
    void askNext();
    bool isRepeated(const Fetch& fetch) const;
    void decodeReady();

    StreamOpener& m_opener;
    WatchTarget m_target;
    RowSchema m_schema;
    Clock& m_clock;
    ReflectorOptions m_options;
    DecodeQueue m_queue;
    std::deque<std::unique_ptr<Fetch>> m_fetches; ///< in order; gone when decoded
    QByteArray m_version;
    QSet<QByteArray> m_tokens; ///< of the pages behind those that were decoded
};

} // namespace kaptan::kube
