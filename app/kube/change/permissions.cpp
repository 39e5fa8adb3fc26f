#include "app/kube/change/permissions.h"

#include "app/core/when_done.h"

using namespace Qt::StringLiterals;

namespace kaptan::kube
{

namespace
{

QString keyOf(const QString& verb, const ApiResource& resource, const QString& nameSpace, const QString& name,
              const QString& subresource)
{
    // None of the parts can hold a line end.
    return QStringList{verb, resource.group, resource.name, subresource, nameSpace, name}.join(u'\n');
}

} // namespace

Permissions::Permissions(KubeApi& api, QObject* parent, Clock& clock)
    : QObject(parent), m_api(api), m_clock(clock)
{
}

QString Permissions::whyNot(const QString& verb, const ApiResource& resource, const QString& nameSpace,
                            const QString& name, const QString& subresource)
{
    const QString key = keyOf(verb, resource, nameSpace, name, subresource);
    const Answer answer = m_answers.value(key);
    const bool old = !answer.known || m_clock.monotonicMs() - answer.askedAtMs > kRememberedMs;
    if (old && !answer.underWay)
        ask(key, verb, resource, nameSpace, name, subresource);
    if (answer.allowed) // or nobody knows
        return {};
    const QString what = resource.qualifiedName() + (subresource.isEmpty() ? QString() : u'/' + subresource);
    return nameSpace.isEmpty()
               //: %1 is a verb of the API ("patch"), %2 a kind of the API ("nodes")
               ? tr("You may not %1 %2.").arg(verb, what)
               //: %1 is a verb of the API ("patch"), %2 a kind of the API ("deployments.apps"), %3 a
               //: namespace
               : tr("You may not %1 %2 in %3.").arg(verb, what, nameSpace);
}

bool Permissions::isKnown(const QString& verb, const ApiResource& resource, const QString& nameSpace,
                          const QString& name, const QString& subresource) const
{
    return m_answers.value(keyOf(verb, resource, nameSpace, name, subresource)).known;
}

void Permissions::forget()
{
    m_answers.clear();
    ++m_generation;
    tell();
}

void Permissions::ask(const QString& key, const QString& verb, const ApiResource& resource,
                      const QString& nameSpace, const QString& name, const QString& subresource)
{
    if (m_answers.size() >= kMostAnswers) {
        // Who looks at so many namespaces asks again; what is under way is remembered when it comes.
        m_answers.removeIf([](const auto& entry) { return !entry->underWay; });
        if (m_answers.size() >= kMostAnswers)
            return; // the server will say
    }
    Answer& answer = m_answers[key];
    answer.underWay = true;
    answer.askedAtMs = m_clock.monotonicMs();
    whenDone(m_api.access(verb, resource, nameSpace, name, subresource), this,
             [this, key, generation = m_generation](const Result<Access>& access) {
                 if (generation != m_generation)
                     return;
                 Answer& known = m_answers[key];
                 const bool first = !known.known;
                 const bool before = known.allowed;
                 // Who cannot ask may try: what the answer was before stays.
                 known.allowed = access ? access->allowed : before;
                 known.known = true;
                 known.underWay = false;
                 if (first || known.allowed != before)
                     tell();
             });
}

void Permissions::tell()
{
    if (m_telling)
        return;
    m_telling = true;
    QMetaObject::invokeMethod(
        this,
        [this] {
            m_telling = false;
            Q_EMIT changed();
        },
        Qt::QueuedConnection);
}

} // namespace kaptan::kube
