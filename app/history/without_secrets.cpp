#include "app/history/records.h"

#include <yaml-cpp/yaml.h>

using namespace Qt::StringLiterals;

namespace kaptan::history
{

namespace
{

constexpr qsizetype largest = 512 * 1024;
constexpr int deepest = 60;
constexpr auto removed = "<removed>";

/// Fields whose values are secrets wherever they are: of a Secret, and of an environment.
void clean(YAML::Node node, bool ofSecret, int depth)
{
    if (depth > deepest)
        throw std::runtime_error("too deep");
    if (node.IsSequence()) {
        for (auto item : node)
            clean(item, ofSecret, depth + 1);
        return;
    }
    if (!node.IsMap())
        return;
    const YAML::Node kind = node["kind"];
    const bool secret = ofSecret || (kind.IsDefined() && kind.IsScalar() && kind.Scalar() == "Secret");
    for (auto field : node) {
        const std::string name = field.first.IsScalar() ? field.first.Scalar() : std::string();
        YAML::Node value = field.second;
        if (secret && (name == "data" || name == "stringData")) {
            if (value.IsMap()) {
                for (auto one : value)
                    one.second = removed;
            } else {
                field.second = removed;
            }
        } else if (name == "env" && value.IsSequence()) {
            for (auto variable : value)
                if (variable.IsMap() && variable["value"].IsDefined())
                    variable["value"] = removed;
        } else if ((name == "env" || name == "environment" || name == "Env") && value.IsMap()) {
            for (auto one : value)
                one.second = removed;
        } else if (name == "environment" || name == "Env") {
            field.second = removed; // "NAME=value"
        } else if (name == "kubectl.kubernetes.io/last-applied-configuration") {
            field.second = removed; // the same manifest again, as one text
        } else {
            clean(value, secret, depth + 1);
        }
    }
}

} // namespace

QString withoutSecrets(const QString& manifest)
{
    if (manifest.size() > largest)
        return {};
    try {
        QStringList documents;
        for (const YAML::Node& document : YAML::LoadAll(manifest.toStdString())) {
            clean(document, false, 0);
            YAML::Emitter out;
            out << document;
            if (!out.good())
                return {};
            documents << QString::fromUtf8(out.c_str(), qsizetype(out.size()));
        }
        return documents.isEmpty() ? QString() : documents.join(u"\n---\n"_s) + u'\n';
    } catch (const std::exception&) {
        return {}; // what cannot be read is not kept: nobody knows what is in it
    }
}

} // namespace kaptan::history
