#pragma once

#include "app/kube/config/kubeconfig.h"

#include <QHash>
#include <QJsonValue>
#include <QSet>

#include <yaml-cpp/yaml.h>

#include <exception>

/// YAML of strangers, read with limits. Within this room; its functions throw, parseKubeconfig() catches.
namespace kaptan::kube
{

/// Ends the reading of a whole file.
struct YamlStop : std::exception {
    YamlStop(int atLine, QString reason, QString advice = {})
        : line(atLine), why(std::move(reason)), fix(std::move(advice))
    {
    }

    int line;
    QString why;
    QString fix;
};

/// One file being read: its limits, and what was wrong in it.
class YamlReader
{
public:
    YamlReader(QString fileName, qint64 textSize);

    /// Parses the text; throws YamlStop.
    static YAML::Node load(const QByteArray& text);

    /// Counts a visit: through aliases a small text can be a tree without end.
    void visit(const YAML::Node& node);
    void problem(const YAML::Node& node, const QString& why, const QString& fix);
    Place place(const YAML::Node& node) const;
    /// For extensions, which may hold anything.
    QJsonValue toJson(const YAML::Node& node, int depth = 0);

    const QString& file() const { return m_file; }

    const QVector<KubeconfigProblem>& problems() const { return m_problems; }

private:
    QString m_file;
    qint64 m_budget;
    QVector<KubeconfigProblem> m_problems;
};

/// The fields of one mapping. Whatever has the wrong type becomes a problem of the reader, and broken()
/// tells.
class YamlFields
{
public:
    /// `what` names the mapping in sentences: "cluster “prod”". Null counts as an empty mapping.
    YamlFields(YamlReader& reader, const YAML::Node& node, QString what);

    QString text(const char* key);
    bool flag(const char* key);
    QByteArray base64(const char* key);
    QStringList texts(const char* key);
    /// As text(), made absolute: relative to the file.
    QString path(const char* key);
    /// Null where it is missing.
    YAML::Node child(const char* key) const;
    /// The items of a list; empty where it is missing.
    QVector<YAML::Node> items(const char* key);

    /// Every key, in order.
    const QStringList& keys() const { return m_keys; }

    bool broken() const { return m_broken; }

    void refuse(const YAML::Node& node, const QString& why, const QString& fix);

private:
    QString scalar(const YAML::Node& node, const QString& key);

    YamlReader& m_reader;
    QString m_what;
    QHash<QString, YAML::Node> m_fields;
    QStringList m_keys;
    bool m_broken = false;
};

/// As parseKubeconfig(), with what was wrong as a problem.
tl::expected<Kubeconfig, KubeconfigProblem> readKubeconfig(const QByteArray& text, const QString& file);
/// The ParseError that says the same.
Error kubeconfigError(const KubeconfigProblem& problem);

/// A path relative to the file that names it, made absolute; empty stays empty.
QString besideFile(const QString& path, const QString& file);

} // namespace kaptan::kube
