#include "app/kube/manifest/yaml_scalar.h"
#include "app/kube/manifest/yaml_tree.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonObject>
#include <QSet>
#include <QStringDecoder>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace kaptan::kube
{

namespace
{

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Manifest)
};

constexpr int mostFindings = 200; // of one document; more than anybody reads

/// Keys and texts of strangers within a sentence.
QString shortened(const QString& text)
{
    return text.size() <= 60 ? text : text.left(60) + u'…';
}

using Pairs = QVector<std::pair<QString, QJsonValue>>;

/// In the order of its keys an object is filled without moving what is there.
QJsonObject toObject(Pairs& pairs)
{
    std::sort(pairs.begin(), pairs.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    QJsonObject object;
    for (const auto& [key, value] : std::as_const(pairs))
        object.insert(key, value);
    return object;
}

} // namespace

YamlValues::YamlValues(const YamlTree& tree, int depth, qint64& nodeBudget)
    : m_tree(tree), m_budget(nodeBudget), m_deepest(depth), m_anchored(tree.anchors.size())
{
    if (!tree.nodes.isEmpty())
        m_root = valueOf(0, 0).value;
}

bool YamlValues::hasErrors() const
{
    return std::any_of(m_findings.begin(), m_findings.end(), [](const YamlFinding& f) { return !f.warning; });
}

void YamlValues::find(qsizetype offset, const QString& why, const QString& fix, bool warning)
{
    // An error is never crowded out by warnings.
    if (m_findings.size() < mostFindings || (!warning && !hasErrors()))
        m_findings.append({offset, why, fix, warning});
}

bool YamlValues::isMerge(const YamlNode& key)
{
    return key.kind == YamlNode::Kind::Scalar && !key.quoted && key.text == "<<"_L1 &&
           (key.tag.isEmpty() || key.tag == "tag:yaml.org,2002:merge"_L1);
}

QString YamlValues::keyOf(const YamlNode& node)
{
    if (node.kind != YamlNode::Kind::Scalar)
        return {};
    if (!node.quoted && node.tag.isEmpty()) {
        const ScalarMeaning meaning = plainScalar(node.text);
        if (meaning.value.isBool() && meaning.doubt == ScalarMeaning::Doubt::None)
            return meaning.value.toBool() ? u"true"_s : u"false"_s;
    }
    return node.text.isNull() ? u""_s : node.text;
}

YamlValues::Valued YamlValues::valueOf(int index, int depth)
{
    const YamlNode& node = m_tree.nodes[index];
    Valued result;
    if (m_stopped)
        return result;
    switch (node.kind) {
    case YamlNode::Kind::Null:
        break;
    case YamlNode::Kind::Scalar:
        result.value = scalar(node);
        break;
    case YamlNode::Kind::Alias: {
        const Valued repeated = m_anchored.value(node.anchor - 1);
        if (!repeated.ready) {
            m_stopped = true;
            find(node.start, Tr::tr("the alias leads back to itself"), Tr::tr("Write the values out."));
            return result;
        }
        m_budget -= repeated.nodes;
        if (m_budget < 0) {
            m_stopped = true;
            find(node.start, Tr::tr("the aliases multiply the text without measure"),
                 Tr::tr("Write the values out, without aliases."));
            return result;
        }
        if (depth + repeated.height > m_deepest) {
            m_stopped = true;
            find(node.start, Tr::tr("the aliases nest the values too deeply"),
                 Tr::tr("Write the values out, without aliases."));
            return result;
        }
        return repeated;
    }
    case YamlNode::Kind::Sequence: {
        QJsonArray array;
        for (const int child : node.children) {
            const Valued item = valueOf(child, depth + 1);
            array.append(item.value);
            result.nodes += item.nodes;
            result.height = std::max(result.height, item.height);
        }
        ++result.height;
        result.value = array;
        break;
    }
    case YamlNode::Kind::Mapping:
        result = mapping(node, depth);
        break;
    }
    if (node.anchor > 0 && !m_stopped) {
        result.ready = true;
        m_anchored[node.anchor - 1] = result;
    }
    return result;
}

YamlValues::Valued YamlValues::mapping(const YamlNode& node, int depth)
{
    Valued result;
    Pairs own, merged;
    QSet<QString> keys;
    const auto isNew = [&keys](const QString& name) {
        const qsizetype before = keys.size();
        keys.insert(name);
        return keys.size() > before;
    };
    for (qsizetype i = 0; i + 1 < node.children.size(); i += 2) {
        const YamlNode& key = m_tree.nodes[node.children[i]];
        if (isMerge(key)) {
            merge(node.children[i + 1], depth, merged, result);
            continue;
        }
        // A key can have an anchor, or be an alias of a text.
        const Valued asValue = valueOf(node.children[i], depth + 1);
        if (m_stopped)
            return result;
        QString name = keyOf(key);
        if (key.kind == YamlNode::Kind::Alias && asValue.value.isString())
            name = asValue.value.toString() + u""_s;
        if (name.isNull()) {
            find(key.start, Tr::tr("a key must be a text"), Tr::tr("Put the key in quotes."));
            name = u""_s;
        } else if (key.kind == YamlNode::Kind::Scalar && asValue.value.isNull()) {
            find(key.start, Tr::tr("a key must be a text"), Tr::tr("Put the key in quotes."));
        }
        const Valued value = valueOf(node.children[i + 1], depth + 1);
        result.nodes += value.nodes + 1;
        result.height = std::max(result.height, value.height);
        if (isNew(name))
            own.append({name, value.value});
        else
            //: %1 is a key of a mapping
            find(key.start, Tr::tr("“%1” stands twice in this mapping").arg(shortened(name)),
                 Tr::tr("Remove one of them; a server would silently take one."));
    }
    // What stands in the mapping itself wins; of several that are merged, the first.
    for (auto& pair : merged)
        if (isNew(pair.first))
            own.append(std::move(pair));
    result.value = toObject(own);
    ++result.height;
    return result;
}

void YamlValues::merge(int index, int depth, Pairs& into, Valued& whole)
{
    const YamlNode& node = m_tree.nodes[index];
    const Valued value = valueOf(index, depth);
    whole.nodes += value.nodes;
    QJsonArray sources{value.value};
    if (node.kind == YamlNode::Kind::Sequence)
        sources = value.value.toArray();
    for (const auto& source : std::as_const(sources)) {
        if (!source.isObject()) {
            if (!m_stopped)
                find(node.start, Tr::tr("“<<” takes in something that is no mapping"),
                     Tr::tr("Name the anchor of a mapping, or put “<<” in quotes."));
            return;
        }
        const QJsonObject object = source.toObject();
        for (auto it = object.begin(); it != object.end(); ++it)
            into.append({it.key(), it.value()});
    }
    whole.height = std::max(whole.height, value.height - (node.kind == YamlNode::Kind::Sequence ? 2 : 1));
}

QJsonValue YamlValues::scalar(const YamlNode& node)
{
    constexpr auto standard = "tag:yaml.org,2002:"_L1;
    const QString text = node.text.isNull() ? u""_s : node.text;
    if (node.tag == standard + u"binary"_s) {
        QByteArray encoded = text.toUtf8();
        encoded.removeIf([](char c) { return c == '\n' || c == ' ' || c == '\r' || c == '\t'; });
        const auto decoded = QByteArray::fromBase64Encoding(encoded, QByteArray::AbortOnBase64DecodingErrors);
        QStringDecoder utf8(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
        const QString result = decoded ? QString(utf8(*decoded)) : QString();
        if (!decoded || utf8.hasError())
            find(node.start, Tr::tr("what is tagged “!!binary” is no text in base64"),
                 Tr::tr("Write the text itself, or use a field that takes base64, without the tag."));
        return result.isNull() ? u""_s : result;
    }
    if (node.quoted)
        return text;
    if (!node.tag.isEmpty() && !node.tag.startsWith(standard))
        //: %1 is a YAML tag such as !Ref
        find(node.start, Tr::tr("the tag “%1” is not known and is passed over").arg(shortened(node.tag)),
             Tr::tr("Remove it."), true);
    const ScalarMeaning meaning = plainScalar(text);
    if (meaning.fault == ScalarMeaning::Fault::TooLarge)
        find(node.start, Tr::tr("the number %1 does not fit into 64 bits").arg(shortened(text)),
             Tr::tr("Put it in quotes if a text is meant."));
    else if (meaning.fault == ScalarMeaning::Fault::NotFinite)
        find(node.start, Tr::tr("“%1” is no number that a server takes").arg(shortened(text)),
             Tr::tr("Put it in quotes if a text is meant."));
    else if (meaning.doubt != ScalarMeaning::Doubt::None)
        doubt(node, meaning);
    return meaning.value;
}

void YamlValues::doubt(const YamlNode& node, const ScalarMeaning& meaning)
{
    if (meaning.doubt == ScalarMeaning::Doubt::Truth) {
        const QString value = meaning.value.toBool() ? u"true"_s : u"false"_s;
        //: %1 is what stands there ("yes"), %2 true or false
        find(node.start, Tr::tr("“%1” is read as %2, as kubectl does").arg(node.text, value),
             //: %1 is true or false, %2 what stands there ("yes")
             Tr::tr("Write %1 if that is meant, or \"%2\" in quotes for the text.").arg(value, node.text),
             true);
        return;
    }
    const QString value = QString::number(meaning.value.toDouble(), 'g', 17);
    //: %1 is what stands there ("0777"), %2 the number in decimal ("511")
    find(node.start,
         Tr::tr("“%1” is read as the number %2, as kubectl does").arg(shortened(node.text), value),
         //: %1 is the number in decimal ("511"), %2 what stands there ("0777")
         Tr::tr("Write %1 if that is meant, or \"%2\" in quotes for the text.")
             .arg(value, shortened(node.text)),
         true);
}

} // namespace kaptan::kube
