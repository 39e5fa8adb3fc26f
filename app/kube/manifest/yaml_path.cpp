#include "app/kube/manifest/yaml_edit.h"

#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace kaptan::kube
{

namespace
{

bool isSimple(const QString& key)
{
    return !key.isEmpty() && std::all_of(key.begin(), key.end(), [](QChar c) {
        return c.isLetterOrNumber() || c == u'-' || c == u'_' || c == u'/' || c == u'$';
    });
}

/// A key in quotes; `at` is that of the opening one and comes to stand behind the closing one.
QString quotedKey(const QString& text, qsizetype& at)
{
    QString key = u""_s;
    for (++at; at < text.size() && text[at] != u'"'; ++at) {
        if (text[at] == u'\\' && at + 1 < text.size())
            ++at;
        key += text[at];
    }
    ++at;
    return key;
}

} // namespace

YamlPath YamlPath::of(const QString& text)
{
    YamlPath path;
    for (qsizetype at = 0; at < text.size();) {
        if (text[at] == u'.') {
            ++at;
        } else if (text[at] == u'[') {
            ++at;
            if (at < text.size() && text[at] == u'"') {
                path.steps.append(quotedKey(text, at));
                at = text.indexOf(u']', at);
            } else {
                const qsizetype end = text.indexOf(u']', at);
                path.steps.append(text.mid(at, end < 0 ? -1 : end - at).toInt());
                at = end;
            }
            if (at < 0)
                break;
            ++at;
        } else {
            qsizetype end = at;
            while (end < text.size() && text[end] != u'.' && text[end] != u'[')
                ++end;
            path.steps.append(text.mid(at, end - at));
            at = end;
        }
    }
    return path;
}

QString YamlPath::toString() const
{
    QString text;
    for (const YamlStep& step : steps) {
        if (const int* index = std::get_if<int>(&step)) {
            text += u"[%1]"_s.arg(*index);
            continue;
        }
        QString key = std::get<QString>(step);
        if (isSimple(key)) {
            text += (text.isEmpty() ? QString() : u"."_s) + key;
        } else {
            key.replace(u'\\', u"\\\\"_s).replace(u'"', u"\\\""_s);
            text += u"[\""_s + key + u"\"]"_s;
        }
    }
    return text;
}

YamlPath YamlPath::operator/(const YamlStep& step) const
{
    YamlPath path = *this;
    path.steps.append(step);
    return path;
}

QJsonValue valueAt(const QJsonObject& object, const YamlPath& path)
{
    QJsonValue value = object;
    for (const YamlStep& step : path.steps) {
        if (const int* index = std::get_if<int>(&step))
            value = value.isArray() && *index >= 0 ? value.toArray().at(*index)
                                                   : QJsonValue(QJsonValue::Undefined);
        else
            value = value.isObject() ? value.toObject().value(std::get<QString>(step))
                                     : QJsonValue(QJsonValue::Undefined);
    }
    return value;
}

} // namespace kaptan::kube
