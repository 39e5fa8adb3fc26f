#include "app/kube/manifest/manifest.h"

#include "app/kube/manifest/yaml_tree.h"

#include <QCoreApplication>
#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace kaptan::kube
{

namespace
{

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Manifest)
};

constexpr qsizetype mostProblems = 1000; // more than anybody reads

class Reader
{
public:
    Reader(const QString& text, const ManifestLimits& limits)
        : m_text(text), m_limits(limits), m_lines(text), m_budget(limits.nodes)
    {
    }

    Manifest read()
    {
        const QVector<DocumentSpan> spans = splitDocuments(m_text, m_limits.documents);
        for (int i = 0; i < spans.size(); ++i) {
            if (i >= m_limits.documents) {
                problem(spans[i].start, Tr::tr("the text has more than %1 documents").arg(m_limits.documents),
                        Tr::tr("Read it in several parts."));
                break;
            }
            document(i, spans[i]);
            if (m_budget < 0)
                break;
        }
        std::stable_sort(m_manifest.problems.begin(), m_manifest.problems.end(),
                         [](const ManifestProblem& a, const ManifestProblem& b) {
                             return a.line != b.line ? a.line < b.line : a.column < b.column;
                         });
        return std::move(m_manifest);
    }

private:
    void document(int number, const DocumentSpan& span)
    {
        YamlTree tree;
        if (const auto fault = readTree(m_text, span, m_limits.depth, m_budget, tree)) {
            problem(fault->offset, fault->why, fault->fix);
            return;
        }
        if (tree.nodes.isEmpty() || tree.nodes[0].kind == YamlNode::Kind::Null)
            return;
        const YamlValues values(tree, m_limits.depth, m_budget);
        for (const YamlFinding& finding : values.findings())
            problem(finding.offset, finding.why, finding.fix, finding.warning);
        if (values.hasErrors())
            return;
        if (!values.root().isObject()) {
            problem(tree.nodes[0].start, Tr::tr("this document is no mapping"),
                    Tr::tr("Write “key: value” lines; begin with apiVersion and kind."));
            return;
        }
        m_tree = &tree;
        m_number = number;
        m_span = span;
        object(values.root().toObject(), 0, 0, {}, {});
    }

    /// The node of a key's value, for its place; -1 where it comes from an alias or is not there.
    int child(int mapping, const QString& key) const
    {
        if (mapping < 0 || m_tree->nodes[mapping].kind != YamlNode::Kind::Mapping)
            return -1;
        const QVector<int>& children = m_tree->nodes[mapping].children;
        for (qsizetype i = 0; i + 1 < children.size(); i += 2)
            if (YamlValues::keyOf(m_tree->nodes[children[i]]) == key)
                return children[i + 1];
        return -1;
    }

    qsizetype placeOf(int node) const { return node < 0 ? m_place : m_tree->nodes[node].start; }

    /// `node` is where it stands. Apiversion and kind of a list's items may be told by the list alone.
    void object(const QJsonObject& object, int node, int depth, const QString& listVersion,
                const QString& listKind)
    {
        m_place = placeOf(node);
        ManifestObject found;
        found.start = m_span.start;
        found.length = m_span.end - m_span.start;
        found.line = m_lines.lineOf(m_place);
        found.document = m_number;
        found.object = object;
        const bool versioned = text(object, u"apiVersion"_s, node, listVersion, found.apiVersion);
        const bool named = text(object, u"kind"_s, node, listKind, found.kind);
        if (!versioned || !named)
            return;
        if (found.apiVersion.count(u'/') > 1 || found.apiVersion.startsWith(u'/') ||
            found.apiVersion.endsWith(u'/')) {
            problem(placeOf(child(node, u"apiVersion"_s)),
                    Tr::tr("apiVersion must be a version or group/version"),
                    Tr::tr("Write for example v1 or apps/v1."));
            return;
        }
        if (found.kind.endsWith("List"_L1) &&
            (found.kind == "List"_L1 || object.value("items"_L1).isArray())) {
            items(object, found, node, depth);
            return;
        }
        found.object.insert(u"apiVersion"_s, found.apiVersion);
        found.object.insert(u"kind"_s, found.kind);
        if (metadata(object, node, found))
            m_manifest.objects.append(std::move(found));
    }

    void items(const QJsonObject& list, const ManifestObject& whole, int node, int depth)
    {
        const QJsonValue value = list.value("items"_L1);
        int listed = child(node, u"items"_s);
        if (!value.isArray() && !value.isNull() && !value.isUndefined()) {
            problem(placeOf(listed), Tr::tr("items of a List must be a list"),
                    Tr::tr("Begin each object with “- ”."));
            return;
        }
        if (listed >= 0 && m_tree->nodes[listed].kind == YamlNode::Kind::Alias)
            listed = -1;
        const qsizetype place = m_place;
        const QJsonArray all = value.toArray();
        for (int i = 0; i < all.size(); ++i) {
            m_place = place;
            const int item = listed < 0 ? -1 : m_tree->nodes[listed].children.value(i, -1);
            if (!all[i].isObject())
                problem(placeOf(item), Tr::tr("this item is no object"),
                        Tr::tr("Remove it, or write an object."));
            else if (depth >= m_limits.depth)
                problem(placeOf(item), Tr::tr("it is nested too deeply"),
                        Tr::tr("Check that this is a manifest."));
            else if (whole.kind == "List"_L1)
                object(all[i].toObject(), item, depth + 1, {}, {});
            else
                object(all[i].toObject(), item, depth + 1, whole.apiVersion, whole.kind.chopped(4));
        }
    }

    bool text(const QJsonObject& object, const QString& key, int node, const QString& fallback, QString& into)
    {
        const QJsonValue value = object.value(key);
        into = value.isString() && !value.toString().isEmpty() ? value.toString() : fallback;
        if (!into.isEmpty() && (value.isString() || value.isUndefined() || value.isNull()))
            return true;
        if (value.isUndefined() || value.isNull() || value.isString())
            //: %1 is the name of a field such as apiVersion or metadata.name
            problem(m_place, Tr::tr("%1 is missing").arg(key),
                    key == "kind"_L1 ? Tr::tr("Write what it is, for example “kind: Deployment”.")
                                     : Tr::tr("Write for example “apiVersion: apps/v1”."));
        else
            notText(placeOf(child(node, key)), key);
        return false;
    }

    void notText(qsizetype at, const QString& field)
    {
        //: %1 is the name of a field such as apiVersion or metadata.name
        problem(at, Tr::tr("%1 must be a text").arg(field), Tr::tr("Put it in quotes."));
    }

    bool metadata(const QJsonObject& object, int node, ManifestObject& found)
    {
        const int at = child(node, u"metadata"_s);
        const QJsonValue value = object.value("metadata"_L1);
        if (!value.isObject() && !value.isUndefined() && !value.isNull()) {
            problem(placeOf(at), Tr::tr("metadata must be a mapping"),
                    Tr::tr("Write “name: …” on a line of its own, indented below it."));
            return false;
        }
        const QJsonObject metadata = value.toObject();

        const struct {
            QString key;
            QString& into;
        } fields[]{{u"name"_s, found.name},
                   {u"namespace"_s, found.nameSpace},
                   {u"generateName"_s, found.generateName}};

        for (const auto& [key, into] : fields) {
            const QJsonValue field = metadata.value(key);
            if (!field.isString() && !field.isUndefined() && !field.isNull()) {
                notText(placeOf(child(at, key) >= 0 ? child(at, key) : at), u"metadata."_s + key);
                return false;
            }
            into = field.toString();
        }
        if (found.name.isEmpty() && found.generateName.isEmpty()) {
            problem(at >= 0 && value.isObject() ? placeOf(at) : m_place, Tr::tr("metadata.name is missing"),
                    Tr::tr("Write a name below metadata."));
            m_manifest.unnamed.append(found);
            return false;
        }
        return true;
    }

    void problem(qsizetype offset, const QString& why, const QString& fix, bool warning = false)
    {
        QVector<ManifestProblem>& problems = m_manifest.problems;
        if (problems.size() < mostProblems || (!warning && !m_failed))
            problems.append({m_lines.lineOf(offset), m_lines.columnOf(offset), why, fix, warning});
        m_failed = m_failed || !warning;
    }

    const QString& m_text;
    const ManifestLimits& m_limits;
    const LineIndex m_lines;
    qint64 m_budget;
    Manifest m_manifest;
    bool m_failed = false;
    const YamlTree* m_tree = nullptr; ///< of the document being read
    int m_number = 0;
    DocumentSpan m_span;
    qsizetype m_place = 0; ///< of the object being read
};

} // namespace

QString ManifestObject::group() const
{
    const qsizetype slash = apiVersion.indexOf(u'/');
    return slash < 0 ? QString() : apiVersion.left(slash);
}

QString ManifestObject::version() const
{
    return apiVersion.mid(apiVersion.indexOf(u'/') + 1);
}

QString ManifestObject::title() const
{
    const QString called = name.isEmpty() ? generateName + u'*' : name;
    return kind + u' ' + (nameSpace.isEmpty() ? called : nameSpace + u'/' + called);
}

bool Manifest::hasErrors() const
{
    return std::any_of(problems.begin(), problems.end(), [](const ManifestProblem& p) { return !p.warning; });
}

Manifest parseManifest(const QString& text, const ManifestLimits& limits)
{
    if (text.size() > limits.bytes) {
        Manifest manifest;
        manifest.problems.append({1, 1,
                                  Tr::tr("the text is larger than %1 MiB").arg(limits.bytes / (1024 * 1024)),
                                  Tr::tr("Read it in several parts."), false});
        return manifest;
    }
    return Reader(text, limits).read();
}

} // namespace kaptan::kube
