#include "app/kube/manifest/yaml_scalar.h"

#include <QHash>

#include <optional>

using namespace Qt::StringLiterals;

namespace kaptan::kube
{

namespace
{

using Doubt = ScalarMeaning::Doubt;
using Fault = ScalarMeaning::Fault;

bool isDigit(QChar c)
{
    return c >= u'0' && c <= u'9';
}

/// The words that are no strings, in the three ways to write them that YAML knows.
std::optional<ScalarMeaning> word(const QString& text)
{
    if (text.size() > 5)
        return std::nullopt;
    const QString lower = text.toLower();
    const bool regular =
        text == lower || text == text.toUpper() ||
        (text.front() == lower.front().toUpper() && QStringView(text).mid(1) == lower.mid(1));
    if (!regular && !lower.endsWith(u".inf"_s) && lower != u".nan"_s)
        return std::nullopt;
    static const QHash<QString, ScalarMeaning> words{
        {u"true"_s, {true, Doubt::None, Fault::None}},     {u"false"_s, {false, Doubt::None, Fault::None}},
        {u"yes"_s, {true, Doubt::Truth, Fault::None}},     {u"no"_s, {false, Doubt::Truth, Fault::None}},
        {u"on"_s, {true, Doubt::Truth, Fault::None}},      {u"off"_s, {false, Doubt::Truth, Fault::None}},
        {u"y"_s, {true, Doubt::Truth, Fault::None}},       {u"n"_s, {false, Doubt::Truth, Fault::None}},
        {u"null"_s, {{}, Doubt::None, Fault::None}},       {u"~"_s, {{}, Doubt::None, Fault::None}},
        {u".nan"_s, {{}, Doubt::None, Fault::NotFinite}},  {u".inf"_s, {{}, Doubt::None, Fault::NotFinite}},
        {u"+.inf"_s, {{}, Doubt::None, Fault::NotFinite}}, {u"-.inf"_s, {{}, Doubt::None, Fault::NotFinite}}};
    const auto it = words.constFind(lower);
    return it == words.constEnd() ? std::nullopt : std::optional(*it);
}

/// [-+]? ( .5 | 5 | 5. | 5.5 ) ( e [-+]? 3 )?
bool looksLikeFloat(QStringView text)
{
    qsizetype at = 0;
    const auto digits = [&] {
        const qsizetype from = at;
        while (at < text.size() && isDigit(text[at]))
            ++at;
        return at > from;
    };
    if (at < text.size() && (text[at] == u'-' || text[at] == u'+'))
        ++at;
    const bool whole = digits();
    bool part = false;
    if (at < text.size() && text[at] == u'.') {
        ++at;
        part = digits();
    }
    if (!whole && !part)
        return false;
    if (at < text.size() && (text[at] == u'e' || text[at] == u'E')) {
        ++at;
        if (at < text.size() && (text[at] == u'-' || text[at] == u'+'))
            ++at;
        if (!digits())
            return false;
    }
    return at == text.size();
}

/// The digits of a whole number after its sign and prefix; nothing where it is none.
std::optional<ScalarMeaning> whole(QStringView text)
{
    const bool negative = text.startsWith(u'-');
    QStringView digits = negative || text.startsWith(u'+') ? text.mid(1) : text;
    int base = 10;
    Doubt doubt = Doubt::None;
    if (digits.size() > 1 && digits[0] == u'0') {
        const QChar mark = digits[1].toLower();
        base = mark == u'x' ? 16 : mark == u'b' ? 2 : 8;
        if (mark == u'x' || mark == u'b' || mark == u'o')
            digits = digits.mid(2);
        else
            doubt = Doubt::Octal;
        if (mark == u'b')
            doubt = Doubt::Number;
    }
    if (digits.isEmpty())
        return std::nullopt;
    for (const QChar c : digits) {
        const int digit = isDigit(c)                                   ? c.unicode() - u'0'
                          : c.toLower() >= u'a' && c.toLower() <= u'f' ? c.toLower().unicode() - u'a' + 10
                                                                       : 99;
        if (digit >= base)
            return std::nullopt;
    }
    bool ok = false;
    const QString signedDigits = (negative ? u"-"_s : QString()) + digits.toString();
    const qint64 value = signedDigits.toLongLong(&ok, base);
    if (!ok)
        return ScalarMeaning{{}, doubt, Fault::TooLarge};
    return ScalarMeaning{QJsonValue(value), doubt, Fault::None};
}

} // namespace

ScalarMeaning plainScalar(const QString& text)
{
    if (text.isEmpty())
        return {};
    const QChar first = text.front();
    if (const auto known = word(text))
        return *known;
    if (!isDigit(first) && first != u'-' && first != u'+' && first != u'.')
        return {text, Doubt::None, Fault::None};
    QString bare = text;
    bare.remove(u'_');
    const Doubt underscores = bare.size() < text.size() ? Doubt::Number : Doubt::None;
    if (auto number = whole(bare)) {
        if (underscores != Doubt::None)
            number->doubt = underscores;
        return *number;
    }
    if (looksLikeFloat(bare)) {
        bool ok = false;
        const double value = bare.toDouble(&ok);
        if (!ok || !qIsFinite(value))
            return {{}, underscores, Fault::NotFinite};
        // "08" is no octal number: YAML 1.1 takes it for a decimal one with a fraction of nothing.
        QStringView digits(bare);
        if (digits.startsWith(u'-') || digits.startsWith(u'+'))
            digits = digits.mid(1);
        const bool leading = digits.size() > 1 && digits[0] == u'0' && isDigit(digits[1]);
        return {value, leading ? Doubt::Octal : underscores, Fault::None};
    }
    return {text, Doubt::None, Fault::None};
}

bool isForbidden(QStringView text, qsizetype at)
{
    const char16_t c = text[at].unicode();
    if (c >= 0x20 && c < 0x7f)
        return false;
    if (c < 0x20)
        return c != u'\t' && c != u'\n' && c != u'\r';
    if (c < 0xa0)
        return c != 0x85;
    if (QChar::isHighSurrogate(c))
        return at + 1 >= text.size() || !text[at + 1].isLowSurrogate();
    if (QChar::isLowSurrogate(c))
        return at == 0 || !text[at - 1].isHighSurrogate();
    return c == 0xfffe || c == 0xffff;
}

} // namespace kaptan::kube
