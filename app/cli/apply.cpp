#include "app/cli/apply_output.h"
#include "app/cli/cluster_commands.h"
#include "app/cli/manifests.h"
#include "app/cli/text.h"
#include "app/kube/change/applier.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace kaptan::cli
{

namespace
{

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Cli)
};

class ApplyJob : public ManifestJob
{
public:
    struct Options {
        bool dryRun = false;
        bool force = false;
        Format format = Format::Table;
    };

    ApplyJob(ClusterChoice choice, const QStringList& files, bool recursive, Options options,
             const Context& context, QObject* parent)
        : ManifestJob(std::move(choice), files, recursive, context, parent), m_options(options)
    {
    }

    bool interrupt() override
    {
        if (!m_applier)
            return false;
        m_applier->cancel(); // what is under way is waited for and told
        return true;
    }

protected:
    void begin() override
    {
        if (m_options.dryRun)
            return apply();
        QStringList what;
        for (const kube::ManifestObject& object : manifests().objects)
            what << Tr::tr("apply %1").arg(titleOf(object));
        allowed(what, [this] { apply(); });
    }

private:
    void apply()
    {
        kube::Applier::Options options;
        options.nameSpace = nameSpace();
        options.dryRun = m_options.dryRun;
        options.force = m_options.force;
        m_applier = new kube::Applier(api(), discovery(), manifests().objects, options, this);
        connect(m_applier, &kube::Applier::finished, this, [this] { print(); });
        m_applier->start();
    }

    void print()
    {
        LoadedManifests shown = manifests();
        for (kube::ManifestObject& object : shown.objects)
            object.nameSpace = placeOf(object);
        const QVector<kube::ApplyOutcome>& outcomes = m_applier->outcomes();
        context().out(m_options.format == Format::Json
                          ? jsonText(applyJson(shown, outcomes, m_options.dryRun))
                          : applyTable(shown, outcomes, m_options.dryRun));
        context().err(applyTroubles(shown, outcomes));
        using State = kube::ApplyOutcome::State;
        const bool good = std::all_of(outcomes.begin(), outcomes.end(), [](const kube::ApplyOutcome& one) {
            return one.state == State::Created || one.state == State::Changed ||
                   one.state == State::Unchanged;
        });
        end(good ? Success : Failed);
    }

    Options m_options;
    kube::Applier* m_applier = nullptr;
};

} // namespace

void describeApply(QCommandLineParser& parser)
{
    describeCluster(parser);
    describeConfirm(parser);
    describeFiles(parser);
    parser.addOption({u"dry-run"_s, Tr::tr("The server checks everything and keeps nothing.")});
    parser.addOption({u"force-conflicts"_s, Tr::tr("Takes fields over from those who manage them.")});
    describeOutput(parser);
}

Result<Job*> startApply(const QCommandLineParser& parser, const Context& context, QObject* parent)
{
    ApplyJob::Options options;
    options.dryRun = parser.isSet(u"dry-run"_s);
    options.force = parser.isSet(u"force-conflicts"_s);
    const auto format = formatOf(parser);
    if (!format)
        return failure(format.error());
    options.format = *format;
    if (const QStringList words = wordsOf(parser); !words.isEmpty())
        return failure(InvalidInput{words.first(), Tr::tr("it is one word too many"),
                                    Tr::tr("Name manifests with -f, once for each.")});
    const auto files = filesOf(parser);
    if (!files)
        return failure(files.error());
    const auto cluster =
        chooseCluster(parser, context, u"apply"_s, options.dryRun ? Purpose::Read : Purpose::Change);
    if (!cluster)
        return failure(cluster.error());
    return opened(new ApplyJob(*cluster, *files, parser.isSet(u"recursive"_s), options, context, parent));
}

} // namespace kaptan::cli
