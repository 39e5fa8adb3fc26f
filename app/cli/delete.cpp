#include "app/cli/cluster_commands.h"
#include "app/cli/get_output.h"
#include "app/cli/manifests.h"
#include "app/cli/object_reader.h"
#include "app/cli/targets.h"
#include "app/cli/text.h"
#include "app/core/clock.h"
#include "app/core/when_done.h"
#include "app/kube/api/kube_error.h"

#include <QCoreApplication>
#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace kaptan::cli
{

namespace
{

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Cli)
};

constexpr int deletesAtOnce = 8;
constexpr auto lookAgain = 500ms;

using Propagation = kube::KubeApi::Propagation;

struct DeleteOptions {
    QVector<TargetWord> targets;
    QStringList files;
    bool recursive = false;
    bool dryRun = false;
    bool wait = false;
    bool ignoreMissing = false;
    std::chrono::seconds waitFor{300};
    Propagation propagation = Propagation::Background;
};

class DeleteJob : public ManifestJob
{
public:
    DeleteJob(ClusterChoice choice, DeleteOptions options, const Context& context, QObject* parent)
        : ManifestJob(std::move(choice), options.files, options.recursive, context, parent),
          m_options(std::move(options))
    {
    }

protected:
    void begin() override
    {
        if (!collect())
            return end(Failed);
        QStringList what;
        for (const Doomed& one : std::as_const(m_doomed))
            what << Tr::tr("delete %1").arg(one.title());
        if (m_options.dryRun || m_doomed.isEmpty())
            return more();
        allowed(what, [this] { more(); });
    }

private:
    struct Doomed {
        kube::ApiResource resource;
        QString nameSpace, name;
        int rank = 0; ///< those of another one are not deleted at the same time
        QString uid = {};

        QString title() const
        {
            const QString text = shortTitle(resource, name);
            return nameSpace.isEmpty() ? text : Tr::tr("%1 in %2").arg(text, nameSpace);
        }
    };

    /// False where something cannot be found out; it was said.
    bool collect()
    {
        for (const TargetWord& target : std::as_const(m_options.targets)) {
            const auto found = kind(target.kind);
            if (!found) {
                context().complain(found.error());
                return false;
            }
            m_doomed.append({*found, found->namespaced ? nameSpace() : QString(), target.name});
        }
        // What depends on others goes before them.
        const QVector<int> order = kube::applyOrder(manifests().objects);
        for (auto it = order.rbegin(); it != order.rend(); ++it) {
            const kube::ManifestObject& object = manifests().objects.at(*it);
            const kube::ApiResource* resource = resourceOf(*discovery(), object);
            const QString& place = manifests().places.at(*it);
            if (object.name.isEmpty()) {
                context().complain(
                    place + u": "_s,
                    Error(InvalidInput{quoted(titleOf(object)), Tr::tr("it has no name of its own"),
                                       Tr::tr("Name the object: kaptanctl delete KIND/NAME.")}));
                return false;
            }
            // Of a group that does not answer now nobody knows what is there.
            if (!resource && isStale(object)) {
                context().complain(
                    place + u": "_s,
                    Error(InvalidInput{
                        quoted(titleOf(object)),
                        //: %1 is an API group ("metrics.k8s.io"); "it" is the object
                        Tr::tr("the API group %1 does not answer: whether it is there is not known")
                            .arg(object.group()),
                        Tr::tr("Try again when the group answers.")}));
                return false;
            }
            if (!resource && m_options.ignoreMissing && !hasOtherVersion(object)) {
                context().out(Tr::tr("%1: was not there").arg(plain(titleOf(object), 300)) + u'\n');
                continue;
            }
            if (!resource) {
                context().complain(place + u": "_s,
                                   Error(InvalidInput{quoted(object.apiVersion + u' ' + object.kind),
                                                      Tr::tr("the cluster has no such kind"),
                                                      Tr::tr("Check apiVersion and kind.")}));
                return false;
            }
            m_doomed.append({*resource, placeOf(object), object.name, kube::applyRank(object)});
        }
        return true;
    }

    bool isStale(const kube::ManifestObject& object) const
    {
        const QStringList& stale = discovery()->staleGroups; // "metrics.k8s.io/v1beta1"
        return !object.group().isEmpty() &&
               std::any_of(stale.cbegin(), stale.cend(), [&object](const QString& one) {
                   return one == object.group() || one.startsWith(object.group() + u'/');
               });
    }

    /// The object may be there by another version of its group.
    bool hasOtherVersion(const kube::ManifestObject& object) const
    {
        const QVector<kube::ApiResource>& all = discovery()->resources;
        return std::any_of(all.cbegin(), all.cend(), [&object](const kube::ApiResource& one) {
            return one.kind == object.kind && one.group == object.group();
        });
    }

    void more()
    {
        while (m_underWay < deletesAtOnce && m_next < m_doomed.size()) {
            if (m_underWay > 0 && m_doomed.at(m_next).rank != m_doomed.at(m_next - 1).rank)
                break;
            ++m_underWay;
            look(m_next++);
        }
        if (m_underWay > 0 || m_next < m_doomed.size())
            return;
        if (!m_options.wait || m_options.dryRun || m_waitFor.isEmpty())
            return end(m_failed ? Failed : Success);
        m_deadline = Clock::system().monotonicMs() + std::chrono::milliseconds(m_options.waitFor).count();
        watchNext();
    }

    /// Reads it first: the one that is there now is deleted, not one that takes its name meanwhile.
    void look(qsizetype i)
    {
        const Doomed one = m_doomed.at(i);
        readObject(api(), one.resource, one.nameSpace, one.name, this, [this, i](Result<QJsonObject> object) {
            if (!object)
                return ended(i, failure(object.error()));
            m_doomed[i].uid = object->value(u"metadata"_s).toObject().value(u"uid"_s).toString();
            const Doomed& found = m_doomed.at(i);
            whenDone(api().remove(found.resource, found.nameSpace, found.name, found.uid,
                                  m_options.propagation, m_options.dryRun),
                     this, [this, i](const Result<void>& done) { ended(i, done); });
        });
    }

    void ended(qsizetype i, const Result<void>& done)
    {
        --m_underWay;
        const QString title = plain(m_doomed.at(i).title(), 300);
        if (done) {
            context().out((m_options.dryRun ? Tr::tr("%1: deleted (dry run)").arg(title)
                                            : Tr::tr("%1: deleted").arg(title)) +
                          u'\n');
            m_waitFor.append(i);
        } else if (kube::isNotFound(done.error()) && m_options.ignoreMissing) {
            context().out(Tr::tr("%1: was not there").arg(title) + u'\n');
        } else {
            m_failed = true;
            context().complain(done.error());
        }
        more();
    }

    /// One after the other until each is gone, or another object has its name.
    void watchNext()
    {
        if (m_waitFor.isEmpty())
            return end(m_failed ? Failed : Success);
        const qsizetype i = m_waitFor.first();
        const Doomed one = m_doomed.at(i);
        readObject(api(), one.resource, one.nameSpace, one.name, this, [this, i](Result<QJsonObject> object) {
            const QJsonObject metadata = object ? object->value(u"metadata"_s).toObject() : QJsonObject();
            const bool gone = object ? metadata.value(u"uid"_s).toString() != m_doomed.at(i).uid
                                     : kube::isNotFound(object.error());
            if (gone) {
                m_waitFor.removeFirst();
                return watchNext();
            }
            if (!object && !object.error().isTransient()) {
                context().complain(object.error());
                return end(Failed);
            }
            if (Clock::system().monotonicMs() >= m_deadline)
                return stillThere(i, metadata);
            Clock::system().callLater(lookAgain, this, [this] { watchNext(); });
        });
    }

    void stillThere(qsizetype i, const QJsonObject& metadata)
    {
        QStringList finalizers;
        for (const QJsonValue& one : metadata.value(u"finalizers"_s).toArray())
            finalizers << one.toString();
        context().complain(Error(Unfinished{
            quoted(m_doomed.at(i).title()),
            Tr::tr("it is still there after %1 s").arg(m_options.waitFor.count()),
            finalizers.isEmpty()
                ? Tr::tr("It is being deleted; look again later, or give --wait-timeout more.")
                //: %1 are finalizers of an object ("kubernetes.io/pvc-protection")
                : Tr::tr("It waits for its finalizers: %1. Whoever set them has to finish and take them off.")
                      .arg(finalizers.join(u", "_s))}));
        end(Failed);
    }

    DeleteOptions m_options;
    QVector<Doomed> m_doomed;
    QVector<qsizetype> m_waitFor;
    qsizetype m_next = 0;
    int m_underWay = 0;
    qint64 m_deadline = 0;
    bool m_failed = false;
};

Result<DeleteOptions> optionsOf(const QCommandLineParser& parser)
{
    DeleteOptions options;
    options.dryRun = parser.isSet(u"dry-run"_s);
    options.wait = parser.isSet(u"wait"_s);
    options.recursive = parser.isSet(u"recursive"_s);
    options.ignoreMissing = parser.isSet(u"ignore-not-found"_s);
    const auto wait = waitOf(parser);
    if (!wait)
        return failure(wait.error());
    options.waitFor = *wait;
    static const QHash<QString, Propagation> cascades{{u"background"_s, Propagation::Background},
                                                      {u"foreground"_s, Propagation::Foreground},
                                                      {u"orphan"_s, Propagation::Orphan}};
    const QString cascade = parser.value(u"cascade"_s);
    if (!cascades.contains(cascade))
        return failure(InvalidInput{u"--cascade"_s, Tr::tr("“%1” is unknown").arg(cascade),
                                    Tr::tr("Use background, foreground or orphan.")});
    options.propagation = cascades.value(cascade);
    const QStringList words = wordsOf(parser);
    if (!parser.isSet(u"filename"_s)) {
        const auto targets = readTargets(words, TargetForm::Objects);
        if (!targets)
            return failure(targets.error());
        options.targets = *targets;
        return options;
    }
    if (!words.isEmpty())
        return failure(InvalidInput{quoted(words.first()), Tr::tr("objects do not go with -f"),
                                    Tr::tr("Name objects, or manifests with -f.")});
    const auto files = filesOf(parser);
    if (!files)
        return failure(files.error());
    options.files = *files;
    return options;
}

} // namespace

void describeDelete(QCommandLineParser& parser)
{
    describeCluster(parser);
    describeConfirm(parser);
    describeFiles(parser);
    parser.addOption({u"dry-run"_s, Tr::tr("The server checks everything and deletes nothing.")});
    parser.addOption({u"cascade"_s,
                      //: the three words are typed as they are
                      Tr::tr("What becomes of objects that belong to it: background (default; they go after "
                             "it), foreground (before it) or orphan (they stay)."),
                      //: the name of a value in the help, in capitals
                      Tr::tr("HOW"), u"background"_s});
    parser.addOption({u"ignore-not-found"_s, Tr::tr("What is not there is no error.")});
    describeWait(parser, Tr::tr("Waits until the objects are gone."));
}

Result<Job*> startDelete(const QCommandLineParser& parser, const Context& context, QObject* parent)
{
    const auto options = optionsOf(parser);
    if (!options)
        return failure(options.error());
    const auto cluster =
        chooseCluster(parser, context, u"delete"_s, options->dryRun ? Purpose::Read : Purpose::Change);
    if (!cluster)
        return failure(cluster.error());
    return opened(new DeleteJob(*cluster, *options, context, parent));
}

} // namespace kaptan::cli
