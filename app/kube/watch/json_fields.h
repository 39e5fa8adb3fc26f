#pragma once

#include "app/kube/watch/text.h"

#include <simdjson.h>

#include <string_view>

/// Reading objects of a cluster in one pass and in whatever order their fields stand; forgiving about what is
/// absent, null or of another type. For this room's own sources only.
namespace kaptan::kube::json
{

using Value = simdjson::ondemand::value;

/// What decoders share. `broken` is the first error that means that the text itself is no JSON.
struct Reading {
    Interner& texts;
    Text kind;
    simdjson::error_code broken = simdjson::SUCCESS;

    /// Another type than expected is no reason to give up.
    bool failed(simdjson::error_code code)
    {
        if (code == simdjson::SUCCESS)
            return false;
        if (broken == simdjson::SUCCESS && code != simdjson::INCORRECT_TYPE &&
            code != simdjson::NUMBER_ERROR && code != simdjson::NUMBER_OUT_OF_RANGE)
            broken = code;
        return true;
    }

    std::string_view view(Value& value)
    {
        std::string_view text;
        return failed(value.get_string().get(text)) ? std::string_view() : text;
    }

    /// For what is the row's own: names, uids, addresses.
    Text own(Value& value) { return Text(view(value)); }

    /// For what many rows say alike.
    Text shared(Value& value) { return texts(view(value)); }

    qint64 integer(Value& value, qint64 otherwise = 0)
    {
        int64_t number = 0;
        return failed(value.get_int64().get(number)) ? otherwise : number;
    }

    qint32 small(Value& value, qint32 otherwise = 0);

    bool boolean(Value& value)
    {
        bool truth = false;
        return !failed(value.get_bool().get(truth)) && truth;
    }

    qint64 time(Value& value);

    /// `fn(std::string_view key, Value& value)`; nothing where it is no object.
    template <class Fn>
    void members(Value& value, Fn fn)
    {
        simdjson::ondemand::object object;
        if (!failed(value.get_object().get(object)))
            members(object, fn);
    }

    template <class Fn>
    void members(simdjson::ondemand::object& object, Fn fn)
    {
        for (auto member : object) {
            simdjson::ondemand::field field;
            std::string_view key;
            if (failed(std::move(member).get(field)) || failed(field.unescaped_key().get(key)))
                return;
            fn(key, field.value());
            if (broken != simdjson::SUCCESS)
                return;
        }
    }

    /// `fn(Value& value)`; nothing where it is no array.
    template <class Fn>
    void elements(Value& value, Fn fn)
    {
        simdjson::ondemand::array array;
        if (failed(value.get_array().get(array)))
            return;
        for (auto element : array) {
            Value item;
            if (failed(std::move(element).get(item)))
                return;
            fn(item);
            if (broken != simdjson::SUCCESS)
                return;
        }
    }
};

/// RFC 3339 with any number of decimals, in milliseconds since 1970; 0 where it is none or before 1970.
qint64 milliseconds(std::string_view rfc3339);
/// A quantity times `scale`, rounded up: "250m" with 1000 is 250, "1Ki" with 1 is 1024. 0 where it is none.
/// https://kubernetes.io/docs/reference/kubernetes-api/common-definitions/quantity/
qint64 quantity(std::string_view text, double scale);

} // namespace kaptan::kube::json
