#include "app/kube/manifest/yaml_edit.h"

#include "app/kube/manifest/yaml_change.h"
#include "app/kube/manifest/yaml_splice.h"

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

using Kind = YamlNode::Kind;

tl::unexpected<Error> unreadable(const QString& text, qsizetype at, const QString& why)
{
    const int line = LineIndex(text).lineOf(at);
    //: What is read: a text of YAML
    return failure(ParseError{Tr::tr("manifest"), Tr::tr("line %1").arg(line), why});
}

tl::unexpected<Error> refused(const YamlPath& path, const QString& why, const QString& fix)
{
    return failure(InvalidInput{path.toString(), why, fix});
}

/// An alias repeats it elsewhere.
bool isRepeated(const YamlTree& tree, const YamlNode& node)
{
    return node.anchor > 0 && node.kind != Kind::Alias &&
           std::any_of(tree.nodes.begin(), tree.nodes.end(),
                       [&](const YamlNode& n) { return n.kind == Kind::Alias && n.anchor == node.anchor; });
}

/// What stands there may be changed without changing anything else.
Result<void> checkWay(const YamlDocument& document, const YamlPath& path, const YamlWay& way)
{
    for (const int index : way.nodes) {
        const YamlNode& node = document.tree.nodes[index];
        if (isRepeated(document.tree, node))
            return refused(path, Tr::tr("an alias elsewhere repeats what stands here"),
                           Tr::tr("Write the values out in the text, without aliases."));
        if (node.kind == Kind::Alias && way.steps < path.steps.size())
            return refused(path, Tr::tr("an alias stands here for what stands elsewhere"),
                           Tr::tr("Write the values out in the text, without aliases."));
    }
    if (way.steps + 1 < path.steps.size() && !way.nodes.isEmpty()) {
        YamlPath found = path;
        found.steps.resize(way.steps + 1);
        const QJsonValue merged = valueAt(document.object, found);
        if (!merged.isUndefined() && std::holds_alternative<QString>(path.steps[way.steps]))
            return refused(path, Tr::tr("“<<” takes this in from elsewhere"),
                           Tr::tr("Write the values out in the text, without aliases."));
    }
    return {};
}

} // namespace

Result<std::shared_ptr<const YamlDocument>> YamlDocument::read(const QString& text, int number)
{
    const ManifestLimits limits;
    auto document = std::make_shared<YamlDocument>();
    document->text = text;
    document->all = splitDocuments(document->text, limits.documents);
    document->number = number;
    if (number < 0 || number >= document->all.size())
        return failure(InvalidInput{Tr::tr("document %1").arg(number + 1),
                                    Tr::tr("the text has no such document"), Tr::tr("Choose another one.")});
    qint64 budget = limits.nodes;
    if (const auto fault = readTree(document->text, document->span(), limits.depth, budget, document->tree))
        return unreadable(text, fault->offset, fault->why);
    const YamlValues values(document->tree, limits.depth, budget);
    for (const YamlFinding& finding : values.findings())
        if (!finding.warning)
            return unreadable(text, finding.offset, finding.why);
    const QJsonValue root = values.root();
    if (!root.isObject() && !root.isNull())
        return failure(InvalidInput{Tr::tr("document %1").arg(number + 1),
                                    Tr::tr("this document is no mapping"),
                                    Tr::tr("Write “key: value” lines; begin with apiVersion and kind.")});
    document->object = root.toObject();
    document->spans = std::make_unique<YamlSpans>(document->text, document->span(), document->tree);
    return std::shared_ptr<const YamlDocument>(std::move(document));
}

Result<YamlEdit> YamlEdit::open(const QString& text, int document)
{
    auto read = YamlDocument::read(text, document);
    if (!read)
        return tl::unexpected(read.error());
    YamlEdit edit;
    edit.m_document = *read;
    return edit;
}

const QString& YamlEdit::text() const
{
    return m_document->text;
}

const QJsonObject& YamlEdit::object() const
{
    return m_document->object;
}

bool YamlEdit::accept(const QString& text, const QJsonObject& expected)
{
    if (text.isNull())
        return false;
    auto read = YamlDocument::read(text, m_document->number);
    if (!read || (*read)->object != expected || (*read)->all.size() != m_document->all.size()) {
        // A text in lines of its own may be the last thing, where its line break makes a difference.
        return !text.isEmpty() && !text.endsWith(u'\n') && accept(text + u'\n', expected);
    }
    m_document = *read;
    return true;
}

Result<void> YamlEdit::apply(const YamlPath& path, YamlChange change, const QJsonValue& value)
{
    const YamlDocument& document = *m_document;
    const YamlWay way = wayTo(document.tree, path);
    if (const auto ok = checkWay(document, path, way); !ok)
        return ok;
    const auto whole = changed(document.object, path, 0, change, value);
    if (!whole)
        return refused(
            path, Tr::tr("the way leads through something that is neither mapping nor list, or past its end"),
            Tr::tr("Correct this place in the text."));
    const QJsonObject expected = whole->toObject();
    if (expected == document.object)
        return {};
    if (accept(splice(path, way, change, value), expected))
        return {};
    // What the text holds there is not understood: the smallest mapping around it is written anew.
    const std::shared_ptr<const YamlDocument> kept = m_document;
    for (qsizetype depth = std::min(way.steps, path.steps.size() - 1); depth >= 0 && !way.nodes.isEmpty();
         --depth) {
        YamlPath around = path;
        around.steps.resize(depth);
        const YamlWriter::Role role = depth == 0 ? YamlWriter::Role::Root : YamlWriter::Role::Other;
        const QJsonValue renewed = depth == 0 ? QJsonValue(expected) : valueAt(expected, around);
        if (accept(YamlSplice(*kept).replaceValue(way.nodes[depth], renewed, role), expected))
            return {};
    }
    return refused(path, Tr::tr("this place cannot be changed without changing others"),
                   Tr::tr("Change it in the text."));
}

QString YamlEdit::splice(const YamlPath& path, const YamlWay& way, YamlChange change,
                         const QJsonValue& value) const
{
    const YamlDocument& document = *m_document;
    const YamlSplice splice(document);
    const qsizetype size = path.steps.size();
    if (way.nodes.isEmpty()) {
        const auto made = wrapped(path, 0, value);
        return made ? splice.fill(made->toObject()) : QString();
    }
    const int last = way.nodes.last();
    if (way.steps == size) {
        const int parent = document.tree.nodes[last].parent;
        if (change == YamlChange::Set)
            return splice.replaceValue(last, value);
        if (change == YamlChange::Remove)
            return splice.removeChild(parent, way.positions.last());
        return splice.insertItem(parent, way.positions.last(), value);
    }
    if (change == YamlChange::Remove)
        return {};
    // What is empty so far is written in the style of the surroundings.
    const YamlNode& container = document.tree.nodes[last];
    const bool filled = !container.children.isEmpty();
    const auto made = wrapped(path, filled ? way.steps + 1 : way.steps, value);
    if (!made)
        return {};
    if (!filled)
        return splice.replaceValue(last, *made, last == 0 ? YamlWriter::Role::Root : YamlWriter::Role::Other);
    if (const QString* key = std::get_if<QString>(&path.steps[way.steps]))
        return splice.insertPair(last, *key, *made);
    return splice.insertItem(last, std::get<int>(path.steps[way.steps]), *made);
}

/// Only what differs, so that the lines of the rest stay. False where that does not lead there.
bool YamlEdit::setParts(const YamlPath& path, const QJsonValue& from, const QJsonValue& to)
{
    if (from.isObject() && to.isObject() && !to.toObject().isEmpty()) {
        const QJsonObject before = from.toObject(), after = to.toObject();
        for (auto it = after.begin(); it != after.end(); ++it)
            if (!set(path / it.key(), it.value()))
                return false;
        for (auto it = before.begin(); it != before.end(); ++it)
            if (!after.contains(it.key()) && !apply(path / it.key(), YamlChange::Remove, {}))
                return false;
        return true;
    }
    if (!from.isArray() || !to.isArray() || from.toArray().isEmpty() || to.toArray().isEmpty())
        return false;
    const QJsonArray before = from.toArray(), after = to.toArray();
    qsizetype head = 0, tail = 0;
    const qsizetype least = std::min(before.size(), after.size());
    while (head < least && before[head] == after[head])
        ++head;
    while (tail < least - head && before[before.size() - 1 - tail] == after[after.size() - 1 - tail])
        ++tail;
    const qsizetype old = before.size() - head - tail, wanted = after.size() - head - tail;
    for (qsizetype i = 0; i < std::min(old, wanted); ++i)
        if (!set(path / int(head + i), after[head + i]))
            return false;
    for (qsizetype i = old; i < wanted; ++i)
        if (!apply(path / int(head + i), YamlChange::Insert, after[head + i]))
            return false;
    for (qsizetype i = old; i-- > wanted;)
        if (!apply(path / int(head + i), YamlChange::Remove, {}))
            return false;
    return true;
}

Result<void> YamlEdit::set(const YamlPath& path, const QJsonValue& value)
{
    const QJsonValue current = valueAt(object(), path);
    if (!current.isUndefined() && current == value)
        return {};
    if (path.steps.isEmpty())
        return refused(path, Tr::tr("there is no place to be set"), Tr::tr("Name a field."));
    const std::shared_ptr<const YamlDocument> kept = m_document;
    if (setParts(path, current, value) && valueAt(object(), path) == value)
        return {};
    m_document = kept;
    return apply(path, YamlChange::Set, value);
}

Result<void> YamlEdit::remove(const YamlPath& path)
{
    if (path.steps.isEmpty() || valueAt(object(), path).isUndefined())
        return {};
    // Mappings that hold nothing else go with it; items of lists stay, since others count them.
    YamlPath top = path;
    while (top.steps.size() > 1 && std::holds_alternative<QString>(top.steps.last())) {
        YamlPath above = top;
        above.steps.removeLast();
        if (valueAt(object(), above).toObject().size() != 1 ||
            std::holds_alternative<int>(above.steps.last()))
            break;
        top = above;
    }
    const YamlWay way = wayTo(m_document->tree, top);
    if (way.steps + 1 == top.steps.size() && !way.nodes.isEmpty() &&
        m_document->tree.nodes[way.nodes.last()].kind == Kind::Mapping)
        return refused(path, Tr::tr("“<<” takes this in from elsewhere"),
                       Tr::tr("Write the values out in the text, without aliases."));
    return apply(top, YamlChange::Remove, {});
}

int YamlEdit::lineOf(const YamlPath& path) const
{
    if (path.steps.isEmpty() || valueAt(object(), path).isUndefined())
        return 0;
    const YamlTree& tree = m_document->tree;
    const YamlWay way = wayTo(tree, path);
    if (way.nodes.isEmpty())
        return 0;
    // Where its key or dash stands.
    qsizetype at = m_document->spans->start(way.nodes.last());
    if (way.steps > 0) {
        const int parent = tree.nodes[way.nodes.last()].parent;
        const int position = way.positions.last();
        const qsizetype dash = tree.nodes[parent].kind == Kind::Sequence && !tree.nodes[parent].flow
                                   ? m_document->spans->dash(parent, position)
                                   : -1;
        if (tree.nodes[parent].kind == Kind::Mapping)
            at = m_document->spans->start(tree.nodes[parent].children[2 * position]);
        else if (dash >= 0)
            at = dash;
    }
    return LineIndex(text()).lineOf(at);
}

} // namespace kaptan::kube
