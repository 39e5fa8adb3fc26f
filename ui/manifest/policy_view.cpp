#include "ui/manifest/policy_view.h"

#include "app/core/when_done.h"
#include "ui/common/plain_text.h"
#include "ui/manifest/form_kit.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QScrollArea>
#include <QShowEvent>
#include <QThreadPool>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace kaptan::ui
{

namespace
{

/// A worker's job: a namespace can have thousands of pods.
template <class T, class Read>
QFuture<Result<QVector<T>>> readItems(const QByteArray& json, Read read)
{
    auto promise = std::make_shared<QPromise<Result<QVector<T>>>>();
    promise->start();
    QThreadPool::globalInstance()->start([promise, json, read] {
        QVector<T> all;
        for (const QJsonValue& one : QJsonDocument::fromJson(json).object().value("items"_L1).toArray())
            all.append(read(one.toObject()));
        promise->addResult(Result<QVector<T>>(std::move(all)));
        promise->finish();
    });
    return promise->future();
}

kube::ApiResource resourceOf(const QString& group, const QString& name, bool namespaced)
{
    kube::ApiResource resource;
    resource.group = group;
    resource.version = u"v1"_s;
    resource.name = name;
    resource.namespaced = namespaced;
    return resource;
}

/// More rows than this no screen shows.
constexpr int mostGroups = 40;

} // namespace

PolicyView::PolicyView(FormContext context, QWidget* parent)
    : QWidget(parent), m_context(std::move(context)), m_picture(new PolicyPicture),
      m_state(formLabel(Look::Caption, this)), m_legend(formLabel(Look::Caption, this)),
      m_words(formLabel(Look::Plain, this)), m_load(formButton(u"refresh"_s, tr("Ask the cluster"), this))
{
    m_words->setObjectName(u"policyWords"_s);
    m_load->setObjectName(u"policyLoad"_s);
    m_legend->setText(tr("Rows ask, columns are asked. ✓ every port, funnel: some ports, × nothing."));
    auto* scroll = new QScrollArea(this);
    scroll->setWidget(m_picture);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setObjectName(u"policyScroll"_s);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::s);
    column->addWidget(m_state);
    column->addWidget(m_load, 0, Qt::AlignLeft);
    column->addWidget(scroll);
    column->addWidget(m_legend);
    column->addWidget(m_words);
    connect(m_load, &QPushButton::clicked, this, &PolicyView::load);
    connect(m_picture, &PolicyPicture::chosen, this, [this] {
        const QString words = m_picture->explanation();
        m_words->setText(words.isEmpty() ? tr("Choose a cell to see which policies decide.") : words);
    });
    m_load->setEnabled(!m_context.cluster.isNull());
    say(tr("It is drawn when the cluster has said which pods and policies there are."));
    draw();
}

void PolicyView::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    if (!m_known && m_asking == 0)
        load();
}

void PolicyView::setPolicy(const QJsonObject& policy)
{
    if (m_policy == policy)
        return;
    m_policy = policy;
    draw();
}

void PolicyView::setWorld(const QVector<kube::PolicyPod>& pods, const kube::PolicyWorld& world)
{
    m_pods = pods;
    m_world = world;
    m_known = true;
    say({});
    draw();
}

void PolicyView::say(const QString& text)
{
    m_state->setText(plainBlock(text, 400));
    m_state->setVisible(!text.isEmpty());
}

void PolicyView::draw()
{
    auto* scroll = findChild<QScrollArea*>(u"policyScroll"_s);
    for (QWidget* part :
         {static_cast<QWidget*>(scroll), static_cast<QWidget*>(m_legend), static_cast<QWidget*>(m_words)})
        part->setVisible(m_known);
    if (!m_known)
        return;
    kube::PolicyWorld world = m_world;
    if (!m_policy.isEmpty()) {
        kube::NetworkPolicy edited = kube::NetworkPolicy::read(m_policy);
        if (edited.nameSpace.isEmpty())
            edited.nameSpace = m_context.nameSpace;
        world.policies.removeIf([&](const kube::NetworkPolicy& one) {
            return one.name == edited.name && one.nameSpace == edited.nameSpace;
        });
        world.policies.append(edited);
    }
    QVector<kube::PolicyGroup> groups = kube::policyGroups(m_pods);
    const bool many = groups.size() > mostGroups;
    if (many)
        groups.resize(mostGroups);
    kube::PolicyGroup outside;
    outside.pod.address = u"203.0.113.10"_s; // an address for documents: nobody's
    groups.append(outside);
    m_picture->set(groups, world);
    m_picture->resize(m_picture->sizeHint());
    scroll->setFixedHeight(m_picture->sizeHint().height() + 14);
    if (many)
        say(tr("Only the first %1 groups of pods are shown.").arg(mostGroups));
    else if (groups.size() == 1)
        say(tr("There are no pods in the namespace yet."));
}

void PolicyView::load()
{
    kube::Cluster* cluster = m_context.cluster;
    if (!cluster)
        return;
    const quint64 round = ++m_round;
    m_asking = 3;
    m_load->setEnabled(false);
    say(tr("Asking the cluster…"));

    struct Found {
        QVector<kube::PolicyPod> pods;
        kube::PolicyWorld world;
        QString refused;
    };

    auto found = std::make_shared<Found>();
    const auto ended = [this, found, round] {
        if (round != m_round || --m_asking > 0)
            return;
        m_load->setEnabled(true);
        if (found->refused.isEmpty())
            return setWorld(found->pods, found->world);
        m_known = false; // a picture of half of it would show openness that nobody knows of
        draw();
        say(found->refused);
    };
    const auto ask = [&](const kube::ApiResource& resource, auto read, auto keep) {
        using T = decltype(read(QJsonObject()));
        whenDone(cluster->api()->get(resource, m_context.nameSpace, {}), this,
                 [this, read, keep, found, ended](const Result<QByteArray>& answer) {
                     if (!answer) {
                         found->refused = answer.error().message();
                         return ended();
                     }
                     whenDone(readItems<T>(*answer, read), this,
                              [keep, found, ended](const Result<QVector<T>>& all) {
                                  if (all)
                                      keep(*all);
                                  else
                                      found->refused = all.error().message();
                                  ended();
                              });
                 });
    };
    ask(resourceOf({}, u"pods"_s, true), kube::policyPod,
        [found](const QVector<kube::PolicyPod>& all) { found->pods = all; });
    ask(resourceOf(u"networking.k8s.io"_s, u"networkpolicies"_s, true), kube::NetworkPolicy::read,
        [found](const QVector<kube::NetworkPolicy>& all) { found->world.policies = all; });
    ask(
        resourceOf({}, u"namespaces"_s, false), [](const QJsonObject& one) { return one; },
        [found](const QVector<QJsonObject>& all) {
            for (const QJsonObject& one : all)
                found->world.nameSpaces.insert(
                    one.value("metadata"_L1).toObject().value("name"_L1).toString(), kube::labelsOf(one));
        });
}

} // namespace kaptan::ui
