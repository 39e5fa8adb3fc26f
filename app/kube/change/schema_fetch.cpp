#include "app/json/json_reader.h"
#include "app/kube/change/schema.h"

#include <QCoreApplication>
#include <QHash>
#include <QThreadPool>

#include <functional>
#include <mutex>
#include <vector>

using namespace Qt::StringLiterals;

namespace kaptan::kube
{

namespace
{

using Made = Result<std::shared_ptr<const Schema>>;
/// Where the document of each group version is; empty: the server has one document of all (v2).
using Index = QHash<QString, QString>;

constexpr auto operation = QT_TRANSLATE_NOOP("Operation", "read the fields of the kinds from");
constexpr qint64 largestDocument = 128 * 1024 * 1024;

/// Answers that are asked for once. Those who ask meanwhile get the same one. Any thread.
template <class T>
class Kept
{
public:
    QFuture<Result<T>> get(const QString& key, const std::function<QFuture<Result<T>>()>& ask)
    {
        auto promise = std::make_shared<QPromise<Result<T>>>();
        promise->start();
        const auto future = promise->future();
        {
            const std::lock_guard lock(m_state->mutex);
            if (const auto found = m_state->answers.constFind(key); found != m_state->answers.cend()) {
                promise->addResult(Result<T>(*found));
                promise->finish();
                return future;
            }
            auto& waiting = m_state->waiting[key];
            waiting.push_back(promise);
            if (waiting.size() > 1)
                return future;
        }
        ask().then(QtFuture::Launch::Sync, [state = m_state, key](const Result<T>& answer) {
            std::vector<std::shared_ptr<QPromise<Result<T>>>> waiting;
            {
                const std::lock_guard lock(state->mutex);
                waiting = state->waiting.take(key);
                if (answer)
                    state->answers.insert(key, *answer);
            }
            for (const auto& one : waiting) {
                one->addResult(answer);
                one->finish();
            }
        });
        return future;
    }

private:
    struct State {
        std::mutex mutex;
        QHash<QString, T> answers;
        QHash<QString, std::vector<std::shared_ptr<QPromise<Result<T>>>>> waiting;
    };

    std::shared_ptr<State> m_state = std::make_shared<State>();
};

/// Of one API.
struct Store {
    Kept<Index> index;
    Kept<std::shared_ptr<const Schema>> schemas;
};

std::mutex storesMutex;

QHash<const KubeApi*, std::shared_ptr<Store>>& stores()
{
    static QHash<const KubeApi*, std::shared_ptr<Store>> all;
    return all;
}

/// The API may be gone: only where it was counts.
void forget(const KubeApi* api)
{
    const std::lock_guard lock(storesMutex);
    stores().remove(api);
}

std::shared_ptr<Store> storeOf(KubeApi& api)
{
    const std::lock_guard lock(storesMutex);
    auto& store = stores()[&api];
    if (!store) {
        store = std::make_shared<Store>();
        QObject::connect(&api, &QObject::destroyed, [at = &api] { forget(at); });
    }
    return store;
}

net::Request requestFor(const QString& path)
{
    net::Request request;
    const qsizetype question = path.indexOf(u'?');
    request.path = path.left(question);
    if (question >= 0) // a hash of the document, already encoded
        request.query = QUrlQuery(path.mid(question + 1));
    request.headers.emplaceBack("Accept", "application/json");
    request.maxBody = largestDocument;
    return request;
}

Result<Index> indexOf(const Result<net::Response>& response)
{
    if (!response) {
        // 1.23 and older have no such thing; others may be told not to serve it.
        const int status = response.error().httpStatus();
        if (status == 404 || status == 403 || status == 406)
            return Index();
        return failure(response.error());
    }
    return json::read(response->body, json::Shape::Object, u"index"_s, u"GET /openapi/v3"_s,
                      [](const json::Value& root) -> Result<Index> {
                          Index index;
                          root["paths"].forEachMember(
                              [&index](std::string_view path, const json::Value& one) {
                                  index.insert(json::text(path), one["serverRelativeURL"].string());
                              });
                          return index;
                      });
}

QFuture<Made> askFor(KubeApi& api, const QString& path)
{
    return api.call(requestFor(path))
        .then(QThreadPool::globalInstance(), [path](const Result<net::Response>& response) -> Made {
            Made made = response ? Schema::read(response->body, u"GET "_s + path)
                                 : Made(tl::unexpected<Error>(response.error()));
            if (!made)
                made.error().during(operation, path.section(u'?', 0, 0));
            return made;
        });
}

} // namespace

QFuture<Made> fetchSchema(KubeApi& api, const QString& groupVersion)
{
    const auto store = storeOf(api);
    auto promise = std::make_shared<QPromise<Made>>();
    promise->start();
    const auto future = promise->future();
    const auto fail = [promise](const Error& error) {
        promise->addResult(Made(tl::unexpected<Error>(error)));
        promise->finish();
    };
    const auto take = [promise](const Made& made) {
        promise->addResult(made);
        promise->finish();
    };
    store->index
        .get(u"v3"_s,
             [&api] {
                 return api.call(requestFor(u"/openapi/v3"_s)).then(QThreadPool::globalInstance(), indexOf);
             })
        .then(QtFuture::Launch::Sync, [store, groupVersion, fail, take, &api](const Result<Index>& index) {
            if (!index)
                return fail(index.error());
            QString path = u"/openapi/v2"_s;
            if (!index->isEmpty()) {
                const QString name = (groupVersion.contains(u'/') ? u"apis/"_s : u"api/"_s) + groupVersion;
                path = index->value(name);
                if (path.isEmpty())
                    return fail(Error(NotAllowed{
                        NotAllowed::Kind::Unsupported, groupVersion,
                        QCoreApplication::translate("Schema", "the server does not describe its fields")}));
            }
            store->schemas.get(path, [&api, path] { return askFor(api, path); })
                .then(QtFuture::Launch::Sync, take);
        });
    return future;
}

void forgetSchemas(const KubeApi& api)
{
    forget(&api);
}

} // namespace kaptan::kube
