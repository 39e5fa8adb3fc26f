// How values are written by a person, and the changes that make one object of another.
#include "ui/manifest/form_values.h"

#include "app/kube/manifest/label_selector.h"
#include "app/kube/manifest/tenancy.h"

#include <QJsonArray>
#include <QRegularExpression>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace kaptan::ui
{

using kube::YamlPath;

namespace
{

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(FormValues)
};

const QJsonValue nothing{QJsonValue::Undefined};

bool isNothing(const QJsonValue& value)
{
    return value.isUndefined() || value.isNull();
}

std::optional<QString> scalarText(const QJsonValue& value)
{
    if (isNothing(value))
        return QString();
    if (value.isString()) {
        const QString text = value.toString();
        // What a text box would change by itself is left to the YAML.
        const bool isChanged = text.contains(u'\r') || text.contains(QChar::LineSeparator) ||
                               text.contains(QChar::ParagraphSeparator);
        return text.size() > longestValue || isChanged ? std::nullopt : std::optional(text);
    }
    if (value.isBool())
        return value.toBool() ? u"true"_s : u"false"_s;
    if (value.isDouble()) {
        const double number = value.toDouble();
        return number == std::floor(number) && std::abs(number) < 9e15 ? QString::number(qint64(number))
                                                                       : QString::number(number, 'g', 15);
    }
    return std::nullopt;
}

/// One line only: a text with line ends would lose them in a QLineEdit.
std::optional<QString> lineText(const QJsonValue& value)
{
    const auto text = scalarText(value);
    return text && (text->contains(u'\n') || text->contains(u'\r')) ? std::nullopt : text;
}

std::optional<QStringList> strings(const QJsonValue& value)
{
    QStringList all;
    if (isNothing(value))
        return all;
    if (!value.isArray())
        return std::nullopt;
    for (const QJsonValue& one : value.toArray()) {
        const auto text = lineText(one);
        if (!text || !one.isString())
            return std::nullopt;
        all.append(*text);
    }
    return all;
}

QJsonValue listValue(const QStringList& words)
{
    return words.isEmpty() ? nothing : QJsonValue(QJsonArray::fromStringList(words));
}

std::optional<qint64> wholeNumber(const QString& text)
{
    bool ok = false;
    const qint64 number = text.trimmed().toLongLong(&ok);
    return ok ? std::optional(number) : std::nullopt;
}

std::optional<kube::LabelSelector> readSelector(const QString& text)
{
    kube::LabelSelector selector;
    for (const QString& part : text.split(u',', Qt::SkipEmptyParts)) {
        const qsizetype equals = part.indexOf(u'=');
        if (part.trimmed().isEmpty())
            continue;
        if (equals < 1)
            return std::nullopt;
        selector.labels.insert(part.left(equals).trimmed(), part.mid(equals + 1).trimmed());
    }
    return selector;
}

FormCheck each(const FormCheck& check, QChar separator)
{
    if (!check)
        return {};
    return [check, separator](const QString& text) -> std::optional<InvalidInput> {
        for (const QString& word : text.split(separator, Qt::SkipEmptyParts))
            if (const auto bad = check(word.trimmed()))
                return bad;
        return std::nullopt;
    };
}

QJsonValue setAt(const QJsonValue& whole, const QVector<kube::YamlStep>& steps, qsizetype at,
                 const QJsonValue& value)
{
    if (at == steps.size())
        return value;
    if (const auto* key = std::get_if<QString>(&steps.at(at))) {
        QJsonObject object = whole.toObject();
        const QJsonValue below = setAt(object.value(*key), steps, at + 1, value);
        if (below.isUndefined() ||
            (value.isUndefined() && below.isObject() && below.toObject().isEmpty() && at + 1 < steps.size()))
            object.remove(*key);
        else
            object.insert(*key, below);
        return object;
    }
    const int index = std::get<int>(steps.at(at));
    QJsonArray list = whole.toArray();
    if (value.isUndefined() && index >= list.size())
        return whole;
    const QJsonValue below = setAt(index < list.size() ? list.at(index) : nothing, steps, at + 1, value);
    if (below.isUndefined())
        list.removeAt(index);
    else if (index < list.size())
        list.replace(index, below);
    else
        list.append(below);
    return list;
}

} // namespace

// ---- codecs

Codec textCodec(FormCheck check)
{
    return {lineText,
            [](const QString& text) -> std::optional<QJsonValue> {
                return text.trimmed().isEmpty() ? nothing : QJsonValue(text.trimmed());
            },
            std::move(check)};
}

Codec wholeTextCodec(FormCheck check)
{
    return {scalarText,
            [](const QString& text) -> std::optional<QJsonValue> {
                return text.isEmpty() ? nothing : QJsonValue(text);
            },
            std::move(check)};
}

Codec numberCodec(int least, int most)
{
    return {lineText,
            [](const QString& text) -> std::optional<QJsonValue> {
                if (text.trimmed().isEmpty())
                    return nothing;
                const auto number = wholeNumber(text);
                return number ? QJsonValue(*number) : QJsonValue(text.trimmed());
            },
            [least, most](const QString& text) -> std::optional<InvalidInput> {
                if (text.isEmpty())
                    return std::nullopt;
                const auto number = wholeNumber(text);
                const QString fix = Tr::tr("Write a number from %1 to %2.").arg(least).arg(most);
                if (!number)
                    return InvalidInput{{}, Tr::tr("“%1” is not a whole number").arg(text.left(40)), fix};
                if (*number < least || *number > most)
                    return InvalidInput{{}, Tr::tr("%1 is out of bounds").arg(text.left(40)), fix};
                return std::nullopt;
            }};
}

Codec numberOrTextCodec(FormCheck check)
{
    Codec codec = numberCodec(0, 0);
    codec.check = std::move(check);
    return codec;
}

Codec quantityCodec()
{
    return textCodec(
        [](const QString& text) { return text.isEmpty() ? std::nullopt : kube::quantityProblem(text); });
}

Codec linesCodec(FormCheck eachCheck)
{
    return {[](const QJsonValue& value) -> std::optional<QString> {
                const auto all = strings(value);
                // An empty line at the end could not be told from none.
                if (!all || (!all->isEmpty() && all->last().isEmpty()))
                    return std::nullopt;
                return all->join(u'\n');
            },
            [](const QString& text) -> std::optional<QJsonValue> {
                QStringList all = text.split(u'\n');
                while (!all.isEmpty() && all.last().isEmpty())
                    all.removeLast();
                return listValue(all);
            },
            each(eachCheck, u'\n')};
}

Codec commaCodec(FormCheck eachCheck)
{
    return {[](const QJsonValue& value) -> std::optional<QString> {
                const auto all = strings(value);
                if (!all || std::any_of(all->begin(), all->end(), [](const QString& one) {
                        return one.contains(u',') || one.trimmed() != one || one.isEmpty();
                    }))
                    return std::nullopt;
                return all->join(u", "_s);
            },
            [](const QString& text) -> std::optional<QJsonValue> {
                QStringList all;
                for (const QString& one : text.split(u',', Qt::SkipEmptyParts))
                    if (!one.trimmed().isEmpty())
                        all.append(one.trimmed());
                return listValue(all);
            },
            each(eachCheck, u',')};
}

Codec selectorCodec()
{
    return {[](const QJsonValue& value) -> std::optional<QString> {
                if (isNothing(value))
                    return QString();
                const kube::LabelSelector selector = kube::LabelSelector::read(value.toObject());
                if (!value.isObject() || !selector.needs.isEmpty() || !selector.rest.isEmpty())
                    return std::nullopt;
                return kube::labelText(selector.labels);
            },
            [](const QString& text) -> std::optional<QJsonValue> {
                const auto selector = readSelector(text);
                return selector ? std::optional<QJsonValue>(selector->toJson()) : std::nullopt;
            },
            [](const QString& text) -> std::optional<InvalidInput> {
                const auto selector = readSelector(text);
                if (!selector)
                    return InvalidInput{{},
                                        Tr::tr("This is no list of labels"),
                                        Tr::tr("Write key=value, several with commas between.")};
                for (auto it = selector->labels.begin(); it != selector->labels.end(); ++it) {
                    if (const auto bad = kube::labelKeyProblem(it.key()))
                        return bad;
                    if (const auto bad = kube::labelValueProblem(it.value()))
                        return bad;
                }
                return std::nullopt;
            }};
}

FormCheck portCheck()
{
    return [](const QString& text) -> std::optional<InvalidInput> {
        static const QRegularExpression name(u"^[a-z0-9-]*[a-z][a-z0-9-]*\\z"_s);
        if (text.isEmpty())
            return std::nullopt;
        if (const auto number = wholeNumber(text); number && *number >= 1 && *number <= 65535)
            return std::nullopt;
        if (text.size() <= 15 && name.match(text).hasMatch())
            return std::nullopt;
        return InvalidInput{{},
                            Tr::tr("“%1” is not a port").arg(text.left(40)),
                            Tr::tr("Write a number from 1 to 65535, or the name of a port of the pod.")};
    };
}

FormCheck countOrPercentCheck()
{
    return [](const QString& text) -> std::optional<InvalidInput> {
        static const QRegularExpression form(u"^[0-9]+%?\\z"_s);
        if (text.isEmpty() || form.match(text).hasMatch())
            return std::nullopt;
        return InvalidInput{{},
                            Tr::tr("“%1” is neither a number nor a part").arg(text.left(40)),
                            Tr::tr("Write a number of pods (1) or a part of them (25%).")};
    };
}

// ---- changes

FormChanges minimalChanges(const YamlPath& path, const QJsonValue& old, const QJsonValue& now)
{
    if (old == now)
        return {};
    if (!old.isArray() || !now.isArray())
        return {{path, now}};
    const QJsonArray before = old.toArray(), after = now.toArray();
    FormChanges changes;
    const qsizetype shared = std::min(before.size(), after.size());
    for (qsizetype i = 0; i < shared; ++i)
        if (before.at(i) != after.at(i))
            changes.append({path / int(i), after.at(i)});
    // Something came or went in the middle: said as a whole, lest every item below seems changed.
    if (before.size() != after.size() && !changes.isEmpty())
        return {{path, now}};
    for (qsizetype i = shared; i < after.size(); ++i)
        changes.append({path / int(i), after.at(i)});
    for (qsizetype i = before.size(); i-- > shared;)
        changes.append({path / int(i), nothing});
    return changes;
}

QJsonObject withChanges(const QJsonObject& object, const FormChanges& changes)
{
    QJsonValue whole = object;
    for (const auto& [path, value] : changes)
        whole = setAt(whole, path.steps, 0, value);
    return whole.toObject();
}

QString problemLine(const InvalidInput& problem)
{
    return problem.fix.isEmpty() ? problem.why + u'.' : problem.why + u". "_s + problem.fix;
}

} // namespace kaptan::ui
