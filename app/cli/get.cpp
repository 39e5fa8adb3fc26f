#include "app/cli/cluster_commands.h"
#include "app/cli/cluster_job.h"
#include "app/cli/get_output.h"
#include "app/cli/object_reader.h"
#include "app/cli/targets.h"
#include "app/cli/text.h"
#include "app/core/when_done.h"

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

enum class Shape { Table, Wide, Json, Yaml, Name };

struct GetChoice {
    QVector<TargetWord> targets;
    Shape shape = Shape::Table;
    QString selector;
    bool everywhere = false;
    bool showSecrets = false;
};

class GetJob : public ClusterJob
{
public:
    GetJob(ClusterChoice cluster, GetChoice choice, const Context& context, QObject* parent)
        : ClusterJob(std::move(cluster), context, parent), m_choice(std::move(choice))
    {
    }

protected:
    void begin() override
    {
        for (const TargetWord& target : std::as_const(m_choice.targets)) {
            const auto found = kind(target.kind);
            if (found) {
                m_steps.append({*found, target.name});
                continue;
            }
            // "all" and its like: what calls itself so.
            const qsizetype before = m_steps.size();
            for (const kube::ApiResource& one : discovery()->resources)
                if (target.name.isEmpty() && one.categories.contains(target.kind, Qt::CaseInsensitive) &&
                    one.can(u"list"_s) && !listed(one))
                    m_steps.append({one, {}});
            if (m_steps.size() == before) {
                context().complain(found.error());
                return end(Failed);
            }
        }
        next();
    }

private:
    struct Step {
        kube::ApiResource resource;
        QString name;
    };

    /// Another version of the same kind.
    bool listed(const kube::ApiResource& resource) const
    {
        return std::any_of(m_steps.begin(), m_steps.end(), [&resource](const Step& step) {
            return step.resource.group == resource.group && step.resource.name == resource.name;
        });
    }

    QString place(const kube::ApiResource& resource) const
    {
        return resource.namespaced && !m_choice.everywhere ? nameSpace() : QString();
    }

    Found& partOf(const kube::ApiResource& resource)
    {
        for (Found& one : m_found)
            if (one.resource == resource)
                return one;
        m_found.append({resource, {}, {}});
        return m_found.last();
    }

    void next()
    {
        if (m_at == m_steps.size())
            return print();
        const Step& step = m_steps.at(m_at++);
        const bool whole = m_choice.shape == Shape::Json || m_choice.shape == Shape::Yaml;
        const QString where = place(step.resource);
        if (whole && step.name.isEmpty())
            return readObjects(
                api(), step.resource, where, m_choice.selector, this,
                [this, step](Result<QVector<QJsonObject>> objects) { take(step, std::move(objects)); });
        if (whole)
            return readObject(api(), step.resource, where, step.name, this,
                              [this, step](Result<QJsonObject> object) {
                                  if (!object)
                                      return take(step, failure(object.error()));
                                  take(step, QVector<QJsonObject>{*object});
                              });
        const auto rows = step.name.isEmpty() ? api().table(step.resource, where, m_choice.selector)
                                              : tableOfOne(api(), step.resource, where, step.name);
        whenDone(rows, this, [this, step](const Result<kube::Table>& table) {
            if (!table)
                return failed(table.error());
            Found& part = partOf(step.resource);
            if (part.table.columns.isEmpty())
                part.table.columns = table->columns;
            part.table.rows += table->rows;
            next();
        });
    }

    void take(const Step& step, Result<QVector<QJsonObject>> objects)
    {
        if (!objects)
            return failed(objects.error());
        Found& part = partOf(step.resource);
        for (const QJsonObject& object : std::as_const(*objects)) {
            m_hidden = m_hidden || (isSecret(object) && !m_choice.showSecrets);
            part.objects.append(m_choice.showSecrets ? object : withoutSecrets(object));
        }
        next();
    }

    void failed(const Error& error)
    {
        m_failed = true;
        context().complain(error);
        next();
    }

    bool isEmpty() const
    {
        return std::all_of(m_found.begin(), m_found.end(), [](const Found& one) {
            return one.table.rows.isEmpty() && one.objects.isEmpty();
        });
    }

    void print()
    {
        const bool single = m_steps.size() == 1 && !m_steps.first().name.isEmpty();
        const bool nothing = isEmpty();
        QString text;
        switch (m_choice.shape) {
        case Shape::Table:
        case Shape::Wide:
            text = foundTable(m_found, {m_choice.shape == Shape::Wide, m_choice.everywhere});
            break;
        case Shape::Name:
            text = foundNames(m_found);
            break;
        case Shape::Json:
            if (!nothing || !m_failed)
                text = jsonText(foundJson(m_found, single));
            break;
        case Shape::Yaml:
            if (!nothing || !m_failed)
                text = foundYaml(m_found, single);
            // For a file it stays as it is.
            if (stdoutIsTerminal())
                text = plainLines(text);
            break;
        }
        context().out(text);
        if (m_hidden)
            context().err(Tr::tr("Values of Secrets are hidden; --show-secrets shows them.") + u'\n');
        const bool people = m_choice.shape == Shape::Table || m_choice.shape == Shape::Wide;
        if (nothing && !m_failed && people)
            context().err((m_choice.everywhere || !m_steps.first().resource.namespaced
                               ? Tr::tr("Nothing was found.")
                               : Tr::tr("Nothing was found in the namespace %1.").arg(plain(nameSpace()))) +
                          u'\n');
        end(m_failed ? Failed : Success);
    }

    GetChoice m_choice;
    QVector<Step> m_steps;
    qsizetype m_at = 0;
    QVector<Found> m_found;
    bool m_failed = false;
    bool m_hidden = false;
};

Result<Shape> shapeOf(const QString& word)
{
    static const QHash<QString, Shape> shapes{{u"table"_s, Shape::Table},
                                              {u"wide"_s, Shape::Wide},
                                              {u"json"_s, Shape::Json},
                                              {u"yaml"_s, Shape::Yaml},
                                              {u"name"_s, Shape::Name}};
    const auto found = shapes.constFind(word);
    if (found == shapes.cend())
        return failure(InvalidInput{u"--output"_s, Tr::tr("“%1” is no format").arg(word),
                                    Tr::tr("Use table, wide, json, yaml or name.")});
    return *found;
}

Result<GetChoice> choiceOf(const QCommandLineParser& parser)
{
    GetChoice choice;
    const auto shape = shapeOf(parser.value(u"output"_s));
    if (!shape)
        return failure(shape.error());
    choice.shape = *shape;
    const auto targets = readTargets(wordsOf(parser), TargetForm::KindsOrObjects);
    if (!targets)
        return failure(targets.error());
    choice.targets = *targets;
    choice.selector = parser.value(u"selector"_s);
    choice.everywhere = parser.isSet(u"all-namespaces"_s);
    choice.showSecrets = parser.isSet(u"show-secrets"_s);
    const bool named = !targets->first().name.isEmpty();
    if (choice.everywhere && parser.isSet(u"namespace"_s))
        return failure(InvalidInput{u"--all-namespaces"_s, Tr::tr("it does not go with --namespace"),
                                    Tr::tr("Give one of them.")});
    if (choice.everywhere && named)
        return failure(InvalidInput{u"--all-namespaces"_s, Tr::tr("a name stands for one namespace only"),
                                    Tr::tr("Leave the name out, or give its namespace with -n.")});
    if (!choice.selector.isEmpty() && named)
        return failure(
            InvalidInput{u"--selector"_s, Tr::tr("it does not go with names"), Tr::tr("Give one of them.")});
    return choice;
}

} // namespace

void describeGet(QCommandLineParser& parser)
{
    describeCluster(parser);
    parser.addOption({{u"A"_s, u"all-namespaces"_s}, Tr::tr("Of all namespaces.")});
    parser.addOption({{u"l"_s, u"selector"_s},
                      Tr::tr("Only objects with these labels: app=web,tier!=cache"),
                      //: the name of a value in the help, in capitals
                      Tr::tr("SELECTOR")});
    parser.addOption({{u"o"_s, u"output"_s},
                      //: the words are typed as they are
                      Tr::tr("How to print: table (default), wide, json, yaml or name."),
                      //: the name of a value in the help, in capitals
                      Tr::tr("FORMAT"),
                      u"table"_s});
    parser.addOption({u"show-secrets"_s, Tr::tr("Shows the values of Secrets in JSON and YAML.")});
}

Result<Job*> startGet(const QCommandLineParser& parser, const Context& context, QObject* parent)
{
    const auto choice = choiceOf(parser);
    if (!choice)
        return failure(choice.error());
    const auto cluster = chooseCluster(parser, context, u"get"_s, Purpose::Read);
    if (!cluster)
        return failure(cluster.error());
    return opened(new GetJob(*cluster, *choice, context, parent));
}

} // namespace kaptan::cli
