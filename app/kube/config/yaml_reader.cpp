#include "app/kube/config/yaml_reader.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonObject>

#include <algorithm>
#include <string>

using namespace Qt::StringLiterals;

namespace kaptan::kube
{

namespace
{

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Kubeconfig)
};

/// Of brackets in the text and of extensions; genuine files stay below ten.
constexpr int deepest = 64;

int lineOf(const YAML::Mark& mark)
{
    return mark.is_null() ? 0 : mark.line + 1;
}

bool isNull(const YAML::Node& node)
{
    return !node.IsDefined() || node.IsNull();
}

/// The scalars that YAML 1.1, which kubectl reads, takes for a truth value.
std::optional<bool> truth(const QString& text)
{
    static const QSet<QString> yes{u"true"_s, u"yes"_s, u"on"_s, u"y"_s};
    static const QSet<QString> no{u"false"_s, u"no"_s, u"off"_s, u"n"_s};
    const QString lower = text.toLower();
    if (yes.contains(lower))
        return true;
    return no.contains(lower) ? std::optional<bool>(false) : std::nullopt;
}

/// The parser recurses with the nesting, so that is looked at before: brackets wherever they stand, since
/// what is quoted is not known yet.
void checkNesting(const QByteArray& text)
{
    int depth = 0;
    int line = 1;
    for (const char c : text) {
        if (c == '\n')
            ++line;
        else if (c == '[' || c == '{')
            ++depth;
        else if ((c == ']' || c == '}') && depth > 0)
            --depth;
        if (depth > deepest)
            throw YamlStop(line, Tr::tr("its brackets are nested too deeply"),
                           Tr::tr("Check that this is a kubeconfig file."));
    }
}

} // namespace

YamlReader::YamlReader(QString fileName, qint64 textSize)
    : m_file(std::move(fileName)), m_budget(10000 + 2 * textSize)
{
}

YAML::Node YamlReader::load(const QByteArray& text)
{
    if (text.size() > largestKubeconfig)
        throw YamlStop(0, Tr::tr("it is larger than 4 MiB"), Tr::tr("Check that this is a kubeconfig file."));
    if (text.contains('\0'))
        throw YamlStop(0, Tr::tr("it is not text"), Tr::tr("Check that this is a kubeconfig file."));
    checkNesting(text);
    try {
        return YAML::Load(std::string(text.constData(), size_t(text.size())));
    } catch (const YAML::Exception& e) {
        // The parser's words name what it expected, never what it read, except for an anchor's name.
        throw YamlStop(lineOf(e.mark),
                       //: %1 are the words of the YAML parser, in English
                       Tr::tr("it is no valid YAML or JSON (%1)").arg(QString::fromStdString(e.msg)),
                       Tr::tr("Correct this line; spaces indent, tabs do not."));
    }
}

void YamlReader::visit(const YAML::Node& node)
{
    m_budget -= 1;
    if (node.IsScalar())
        m_budget -= qint64(node.Scalar().size());
    if (m_budget < 0)
        throw YamlStop(lineOf(node.Mark()), Tr::tr("its aliases multiply it without measure"),
                       Tr::tr("Write the entries out, without “*” aliases."));
}

void YamlReader::problem(const YAML::Node& node, const QString& why, const QString& fix)
{
    // More than anybody reads; a file full of nonsense must not become a list without end.
    if (m_problems.size() < 100)
        m_problems.append({place(node), why, fix});
}

Place YamlReader::place(const YAML::Node& node) const
{
    return {m_file, node.IsDefined() ? lineOf(node.Mark()) : 0};
}

QJsonValue YamlReader::toJson(const YAML::Node& node, int depth)
{
    if (depth > deepest)
        throw YamlStop(lineOf(node.Mark()), Tr::tr("its aliases lead back to themselves"),
                       Tr::tr("Write the entries out, without “*” aliases."));
    visit(node);
    if (isNull(node))
        return QJsonValue::Null;
    if (node.IsMap()) {
        QJsonObject object;
        for (const auto& pair : node) {
            if (!pair.first.IsScalar())
                continue;
            visit(pair.first);
            object.insert(QString::fromStdString(pair.first.Scalar()), toJson(pair.second, depth + 1));
        }
        return object;
    }
    if (node.IsSequence()) {
        QJsonArray array;
        for (const auto& item : node)
            array.append(toJson(item, depth + 1));
        return array;
    }
    const QString text = QString::fromStdString(node.Scalar());
    if (node.Tag() == "!" || node.Tag() == "tag:yaml.org,2002:str") // quoted
        return text;
    if (const auto value = truth(text))
        return *value;
    bool ok = false;
    if (const qint64 whole = text.toLongLong(&ok); ok)
        return whole;
    if (const double number = text.toDouble(&ok); ok && qIsFinite(number))
        return number;
    return text;
}

YamlFields::YamlFields(YamlReader& reader, const YAML::Node& node, QString what)
    : m_reader(reader), m_what(std::move(what))
{
    if (isNull(node))
        return;
    reader.visit(node);
    if (!node.IsMap()) {
        refuse(node, Tr::tr("%1 is no mapping of fields").arg(m_what), Tr::tr("Write “field: value” lines."));
        return;
    }
    for (const auto& pair : node) {
        reader.visit(pair.first);
        if (!pair.first.IsScalar()) {
            refuse(node, Tr::tr("%1 has a field whose name is no text").arg(m_what),
                   Tr::tr("Name it with a word."));
            continue;
        }
        const QString key = QString::fromStdString(pair.first.Scalar());
        if (m_fields.contains(key)) {
            // JSON and kubectl take the last one; nobody can mean both.
            refuse(pair.first, Tr::tr("%1 has the field “%2” twice").arg(m_what, key),
                   Tr::tr("Remove one of them."));
            continue;
        }
        m_fields.insert(key, pair.second);
        m_keys.append(key);
    }
}

void YamlFields::refuse(const YAML::Node& node, const QString& why, const QString& fix)
{
    m_broken = true;
    m_reader.problem(node, why, fix);
}

YAML::Node YamlFields::child(const char* key) const
{
    return m_fields.value(QString::fromLatin1(key), YAML::Node());
}

QString YamlFields::scalar(const YAML::Node& node, const QString& key)
{
    if (isNull(node))
        return {};
    m_reader.visit(node);
    if (node.IsScalar())
        return QString::fromStdString(node.Scalar());
    refuse(node, Tr::tr("“%2” of %1 is no text").arg(m_what, key), Tr::tr("Write one value, in quotes."));
    return {};
}

QString YamlFields::text(const char* key)
{
    return scalar(child(key), QString::fromLatin1(key));
}

bool YamlFields::flag(const char* key)
{
    const YAML::Node node = child(key);
    if (isNull(node))
        return false;
    m_reader.visit(node);
    const auto value =
        node.IsScalar() && node.Tag() != "!" ? truth(QString::fromStdString(node.Scalar())) : std::nullopt;
    if (!value)
        refuse(node, Tr::tr("“%2” of %1 is neither true nor false").arg(m_what, QString::fromLatin1(key)),
               Tr::tr("Write true or false, without quotes."));
    return value.value_or(false);
}

QByteArray YamlFields::base64(const char* key)
{
    QByteArray encoded = text(key).toUtf8();
    encoded.removeIf([](char c) { return c == '\n' || c == '\r'; });
    const auto decoded = QByteArray::fromBase64Encoding(encoded, QByteArray::AbortOnBase64DecodingErrors);
    // Qt takes "QQ" for "QQ==", kubectl does not.
    if (!decoded || encoded.size() % 4 != 0) {
        refuse(child(key), Tr::tr("“%2” of %1 is no base64").arg(m_what, QString::fromLatin1(key)),
               Tr::tr("Encode it anew, for example with: base64 -w0 FILE"));
        return {};
    }
    return *decoded;
}

QVector<YAML::Node> YamlFields::items(const char* key)
{
    const YAML::Node node = child(key);
    if (isNull(node))
        return {};
    m_reader.visit(node);
    if (!node.IsSequence()) {
        refuse(node, Tr::tr("“%2” of %1 is no list").arg(m_what, QString::fromLatin1(key)),
               Tr::tr("Begin each item with “- ”."));
        return {};
    }
    QVector<YAML::Node> all;
    for (const auto& item : node)
        all.append(item);
    return all;
}

QStringList YamlFields::texts(const char* key)
{
    QStringList all;
    for (const YAML::Node& item : items(key))
        all << scalar(item, QString::fromLatin1(key));
    return all;
}

QString YamlFields::path(const char* key)
{
    return besideFile(text(key), m_reader.file());
}

QString besideFile(const QString& path, const QString& file)
{
    if (path.isEmpty())
        return {};
    return QDir::cleanPath(QFileInfo(file).dir().absoluteFilePath(path));
}

} // namespace kaptan::kube
