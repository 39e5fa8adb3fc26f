#include "app/core/when_done.h"
#include "app/kube/api/kube_error.h"
#include "ui/manifest/bench_runs.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace kaptan::ui
{

namespace
{

constexpr int atOnce = 8;

QString kindKey(const QString& group, const QString& kind)
{
    return group + u'/' + kind;
}

} // namespace

ReviewRun::ReviewRun(kube::Cluster& cluster, QVector<BenchObject> objects, QObject* parent)
    : QObject(parent), m_cluster(&cluster), m_objects(std::move(objects)), m_items(m_objects.size()),
      m_turns(m_objects.size(), 0)
{
    for (const BenchObject& each : std::as_const(m_objects)) {
        const kube::ManifestObject& object = each.manifest;
        if (object.kind == "Namespace"_L1 && object.group().isEmpty())
            m_nameSpacesMade.insert(object.name);
        if (object.kind == "CustomResourceDefinition"_L1) {
            const QJsonValue spec = object.object.value("spec"_L1);
            m_kindsMade.insert(kindKey(spec["group"_L1].toString(), spec["names"_L1]["kind"_L1].toString()));
        }
    }
}

void ReviewRun::start()
{
    next();
}

void ReviewRun::next()
{
    while (m_underWay < atOnce && m_next < m_objects.size() && m_cluster) {
        const int index = m_next++;
        const BenchObject& object = m_objects[index];
        if (object.resource) {
            ask(index, false);
            continue;
        }
        ReviewItem item;
        const kube::ManifestObject& manifest = object.manifest;
        if (m_kindsMade.contains(kindKey(manifest.group(), manifest.kind))) {
            item.state = ReviewItem::State::Later;
        } else {
            item.state = ReviewItem::State::Refused;
            item.error = Error(
                NotAllowed{NotAllowed::Kind::Unsupported, manifest.title(),
                           //: %1 is a kind ("Coupon"), %2 its API version ("shop.example/v1")
                           tr("this cluster has no kind %1 in %2").arg(manifest.kind, manifest.apiVersion),
                           tr("Look for a spelling mistake, or install what brings the kind.")});
        }
        // In a turn of its own: who made us still connects.
        QMetaObject::invokeMethod(
            this, [this, index, item] { set(index, item); }, Qt::QueuedConnection);
    }
}

void ReviewRun::again(int index, bool force)
{
    if (index < 0 || index >= m_items.size() || !m_objects[index].resource || !m_cluster)
        return;
    if (m_items[index].state != ReviewItem::State::Waiting)
        --m_ended;
    m_items[index].state = ReviewItem::State::Waiting;
    m_items[index].force = force;
    Q_EMIT changed(index);
    ask(index, force);
}

void ReviewRun::ask(int index, bool force)
{
    const BenchObject& object = m_objects[index];
    kube::ObjectChange change;
    change.resource = *object.resource;
    change.nameSpace = object.nameSpace;
    change.name = object.manifest.name;
    change.wanted = object.manifest.object;
    change.base = object.base;
    ++m_underWay;
    const int turn = ++m_turns[index];
    whenDone(kube::previewChange(*m_cluster->api(), change, force), this,
             [this, index, force, turn](const Result<kube::ChangePreview>& result) {
                 --m_underWay;
                 if (turn == m_turns[index])
                     answered(index, force, result);
                 next();
             });
}

void ReviewRun::answered(int index, bool force, const Result<kube::ChangePreview>& result)
{
    ReviewItem item;
    item.force = force;
    if (!result) {
        item.state = ReviewItem::State::Refused;
        item.error = result.error();
    } else {
        item.preview = *result;
        item.error = result->error;
        switch (result->kind) {
        case kube::ChangePreview::Kind::Create:
            item.state = ReviewItem::State::New;
            break;
        case kube::ChangePreview::Kind::Change:
            item.state = ReviewItem::State::Changed;
            break;
        case kube::ChangePreview::Kind::Nothing:
            item.state = ReviewItem::State::Unchanged;
            break;
        case kube::ChangePreview::Kind::Refused:
            item.state = ReviewItem::State::Refused;
            break;
        }
        // A conflict is no refusal: it is the reader's to decide.
        if (item.state == ReviewItem::State::Refused && item.preview.needsForce() && !item.error)
            item.state = ReviewItem::State::Changed;
    }
    if (item.state == ReviewItem::State::Refused && item.error && kube::isNotFound(*item.error) &&
        isMadeHere(m_objects[index])) {
        item.state = ReviewItem::State::Later;
        item.error.reset();
    }
    set(index, item);
}

bool ReviewRun::isMadeHere(const BenchObject& object) const
{
    return m_nameSpacesMade.contains(object.nameSpace) ||
           m_kindsMade.contains(kindKey(object.manifest.group(), object.manifest.kind));
}

void ReviewRun::set(int index, ReviewItem item)
{
    m_items[index] = std::move(item);
    ++m_ended;
    Q_EMIT changed(index);
    if (isFinished())
        Q_EMIT finished();
}

} // namespace kaptan::ui
