#include "app/cli/cluster_commands.h"
#include "app/cli/diff_output.h"
#include "app/cli/manifests.h"
#include "app/cli/text.h"
#include "app/core/when_done.h"
#include "app/kube/change/change_preview.h"
#include "app/kube/manifest/yaml_edit.h"

#include <QCoreApplication>
#include <QSet>

using namespace Qt::StringLiterals;

namespace kaptan::cli
{

namespace
{

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Cli)
};

constexpr int previewsAtOnce = 8;

/// Previews every object and prints in the order of the manifests.
class DiffJob : public ManifestJob
{
public:
    using ManifestJob::ManifestJob;

protected:
    int failedCode() const override { return DiffFailed; }

    void begin() override
    {
        for (const kube::ManifestObject& object : manifests().objects) {
            if (object.kind == u"Namespace"_s && object.group().isEmpty())
                m_nameSpaces.insert(object.name);
            if (object.kind != u"CustomResourceDefinition"_s)
                continue;
            const QJsonObject spec = object.object.value(u"spec"_s).toObject();
            m_kinds.insert(spec.value(u"group"_s).toString() + u'/' +
                           spec.value(u"names"_s).toObject().value(u"kind"_s).toString());
        }
        m_shown.resize(manifests().objects.size());
        more();
    }

private:
    struct Shown {
        bool done = false;
        QString out, err;
        bool differs = false, failed = false;
    };

    void more()
    {
        while (m_underWay < previewsAtOnce && m_next < manifests().objects.size())
            preview(m_next++);
        if (m_underWay == 0 && m_next == manifests().objects.size())
            print();
    }

    void preview(qsizetype i)
    {
        const kube::ManifestObject& object = manifests().objects.at(i);
        const kube::ApiResource* resource = resourceOf(*discovery(), object);
        const QString place = placeOf(object);
        if (!resource) {
            if (m_kinds.contains(object.group() + u'/' + object.kind))
                return added(i, object.object); // its definition is among the manifests
            return failed(i, Error(InvalidInput{object.apiVersion + u' ' + object.kind,
                                                Tr::tr("the cluster has no such kind"),
                                                Tr::tr("Check apiVersion and kind.")}));
        }
        kube::ObjectChange change;
        change.resource = *resource;
        change.nameSpace = place;
        change.name = object.name;
        change.wanted = object.object;
        ++m_underWay;
        whenDone(kube::previewChange(api(), change, false), this,
                 [this, i, place](const Result<kube::ChangePreview>& preview) {
                     --m_underWay;
                     const QJsonObject& wanted = manifests().objects.at(i).object;
                     if (!preview)
                         failed(i, preview.error());
                     else if (preview->kind == kube::ChangePreview::Kind::Refused &&
                              preview->live.isEmpty() && preview->error &&
                              preview->error->httpStatus() == 404 && m_nameSpaces.contains(place))
                         added(i, wanted); // its namespace is among the manifests
                     else
                         take(i, *preview);
                     more();
                 });
    }

    void take(qsizetype i, const kube::ChangePreview& preview)
    {
        const QString title = plain(titleOf(manifests().objects.at(i)), 200);
        for (const QString& warning : preview.warnings)
            m_shown[i].err += Tr::tr("Warning: %1").arg(title + u": "_s + plain(warning)) + u'\n';
        for (const kube::HeldField& one : preview.conflicts)
            m_shown[i].err +=
                Tr::tr("Warning: %1")
                    //: %1 is an object, %2 a field (".spec.replicas"), %3 programs
                    .arg(Tr::tr("%1: %2 is managed by %3; apply takes it only with --force-conflicts")
                             .arg(title, plain(one.field, 300), plain(one.managers.join(u", "_s), 200))) +
                u'\n';
        using Kind = kube::ChangePreview::Kind;
        // A conflict is a change that apply will not make unasked.
        if (preview.kind == Kind::Refused && preview.wouldBe.isEmpty())
            return failed(i, preview.error.value_or(Error(Cancelled{})));
        differ(i, preview.live, preview.wouldBe);
    }

    void added(qsizetype i, const QJsonObject& wanted) { differ(i, {}, wanted); }

    void differ(qsizetype i, const QJsonObject& live, const QJsonObject& wouldBe)
    {
        const auto [before, after] = hiddenPair(kube::editable(live), kube::editable(wouldBe));
        const QString was = before.isEmpty() ? QString() : kube::manifestText(before);
        const QString is = after.isEmpty() ? QString() : kube::manifestText(after);
        const kube::ManifestObject& object = manifests().objects.at(i);
        const QString place = placeOf(object);
        const QString title = (place.isEmpty() ? QString() : place + u'/') + titleOf(object);
        Shown& shown = m_shown[i];
        shown.out = unifiedDiff(was, is, u"live/"_s + title, manifests().places.at(i) + u' ' + title,
                                coloursWanted());
        shown.differs = !shown.out.isEmpty();
        shown.done = true;
        flush();
    }

    void failed(qsizetype i, const Error& error)
    {
        Shown& shown = m_shown[i];
        shown.err += u"kaptanctl: "_s + plain(manifests().places.at(i)) + u": "_s +
                     plain(titleOf(manifests().objects.at(i)), 200) + u": "_s + plain(error.message()) +
                     u'\n';
        if (!error.advice().isEmpty())
            shown.err += u"  "_s + plain(error.advice()) + u'\n';
        shown.failed = true;
        shown.done = true;
        flush();
    }

    void flush()
    {
        while (m_printed < m_shown.size() && m_shown.at(m_printed).done) {
            Shown& shown = m_shown[m_printed++];
            context().out(std::exchange(shown.out, {}));
            context().err(std::exchange(shown.err, {}));
            m_differs = m_differs || shown.differs;
            m_failed = m_failed || shown.failed;
        }
    }

    void print() { end(m_failed ? int(DiffFailed) : m_differs ? 1 : 0); }

    QSet<QString> m_nameSpaces, m_kinds; ///< that the manifests make themselves
    QVector<Shown> m_shown;
    qsizetype m_next = 0, m_printed = 0;
    int m_underWay = 0;
    bool m_differs = false, m_failed = false;
};

} // namespace

void describeDiff(QCommandLineParser& parser)
{
    describeCluster(parser);
    describeFiles(parser);
}

Result<Job*> startDiff(const QCommandLineParser& parser, const Context& context, QObject* parent)
{
    if (const QStringList words = wordsOf(parser); !words.isEmpty())
        return failure(InvalidInput{words.first(), Tr::tr("it is one word too many"),
                                    Tr::tr("Name manifests with -f, once for each.")});
    const auto files = filesOf(parser);
    if (!files)
        return failure(files.error());
    const auto cluster = chooseCluster(parser, context, u"diff"_s, Purpose::Read);
    if (!cluster)
        return failure(cluster.error());
    return opened(new DiffJob(*cluster, *files, parser.isSet(u"recursive"_s), context, parent));
}

} // namespace kaptan::cli
