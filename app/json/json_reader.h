#pragma once

#include "app/core/result.h"

#include <QByteArray>
#include <QCoreApplication>
#include <QDateTime>
#include <QHash>
#include <QString>
#include <QStringList>

#include <simdjson.h>

#include <string_view>
#include <type_traits>

/// Reading JSON of servers, forgiving about what is absent, null or of another type: engines and API servers
/// differ there. For the sources of the rooms that decode, not for their headers.
namespace kaptan::json
{

/// A value, or nothing; everything asked of nothing is nothing.
class Value
{
public:
    Value() = default;

    explicit Value(simdjson::dom::element element) : m_element(element), m_present(!element.is_null()) {}

    bool isPresent() const { return m_present; }

    bool isObject() const { return m_present && m_element.is_object(); }

    bool isArray() const { return m_present && m_element.is_array(); }

    bool isString() const { return m_present && m_element.is_string(); }

    Value operator[](std::string_view key) const
    {
        simdjson::dom::element found;
        if (!isObject() || m_element.at_key(key).get(found) != simdjson::SUCCESS)
            return {};
        return Value(found);
    }

    std::string_view view() const
    {
        std::string_view text;
        if (!isString() || m_element.get(text) != simdjson::SUCCESS)
            return {};
        return text;
    }

    QString string() const
    {
        const std::string_view text = view();
        return QString::fromUtf8(text.data(), qsizetype(text.size()));
    }

    /// Numbers beyond 64 bits with a sign become the largest one (Podman's "no limit" is 2^64 - 1).
    qint64 integer(qint64 otherwise = 0) const;
    bool boolean() const;
    /// RFC 3339, UTC; invalid for "0001-01-01T00:00:00Z".
    QDateTime time() const;
    QStringList strings() const;               ///< of an array; a lone string is a list of one
    QHash<QString, QString> stringMap() const; ///< of an object

    template <class Fn>
    void forEach(Fn fn) const
    {
        if (!isArray())
            return;
        for (const simdjson::dom::element element : simdjson::dom::array(m_element))
            fn(Value(element));
    }

    /// With nulls, which a Value does not tell from what is absent: `fn(simdjson::dom::element)`
    template <class Fn>
    void forEachElement(Fn fn) const
    {
        if (!isArray())
            return;
        for (const simdjson::dom::element element : simdjson::dom::array(m_element))
            fn(element);
    }

    /// `fn(std::string_view key, Value value)`
    template <class Fn>
    void forEachMember(Fn fn) const
    {
        if (!isObject())
            return;
        for (const simdjson::dom::key_value_pair member : simdjson::dom::object(m_element))
            fn(member.key, Value(member.value));
    }

    qsizetype size() const; ///< of an array

private:
    simdjson::dom::element m_element;
    bool m_present = false;
};

enum class Shape { Object, Array };

QString text(std::string_view view);
/// RFC 3339 with any number of decimals: nanoseconds since 1970; 0 where it is none or before 1970.
qint64 nanoseconds(std::string_view rfc3339);
QDateTime fromNanoseconds(qint64 nanoseconds);

/// Why this cannot be what was asked for, in words: a web page, nothing, broken JSON.
Error parseError(const QString& what, const QString& where, const QByteArray& body, const QString& jsonError);
/// JSON of the wrong kind.
Error shapeError(const QString& what, const QString& where);

/// Parses and calls `fn(Value)`, which returns a Result; ParseError where the text is not JSON or not of
/// `shape`.
template <class Fn>
auto read(const QByteArray& body, Shape shape, const QString& what, const QString& where, Fn fn)
    -> std::invoke_result_t<Fn, Value>
{
    // A parser keeps its buffers: one for each worker for usual answers, a passing one for huge ones.
    static thread_local simdjson::dom::parser kept;
    simdjson::dom::parser passing;
    simdjson::dom::parser& parser = body.size() > 8 * 1024 * 1024 ? passing : kept;
    simdjson::dom::element root;
    const simdjson::error_code code = parser.parse(body.constData(), size_t(body.size())).get(root);
    if (code != simdjson::SUCCESS)
        return tl::unexpected<Error>(
            parseError(what, where, body, QString::fromLatin1(simdjson::error_message(code))));
    if (shape == Shape::Object ? !root.is_object() : !root.is_array())
        return tl::unexpected<Error>(shapeError(what, where));
    return fn(Value(root));
}

} // namespace kaptan::json
