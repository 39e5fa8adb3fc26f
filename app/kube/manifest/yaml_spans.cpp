#include "app/kube/manifest/yaml_spans.h"

namespace kaptan::kube
{

namespace
{

bool isBlank(QChar c)
{
    return c == u' ' || c == u'\t';
}

bool isSpace(QChar c)
{
    return isBlank(c) || c == u'\n' || c == u'\r';
}

} // namespace

qsizetype quotedEnd(QStringView text, qsizetype at, qsizetype end)
{
    const QChar quote = text[at];
    for (++at; at < end; ++at) {
        if (text[at] == u'\\' && quote == u'"')
            ++at;
        else if (text[at] == quote) {
            if (quote == u'"' || at + 1 >= end || text[at + 1] != quote)
                return at + 1;
            ++at;
        }
    }
    return -1;
}

qsizetype skipBlank(QStringView text, qsizetype at, qsizetype end)
{
    while (at < end) {
        if (isSpace(text[at]))
            ++at;
        else if (text[at] == u'#' && (at == 0 || isSpace(text[at - 1])))
            while (at < end && text[at] != u'\n')
                ++at;
        else
            break;
    }
    return at;
}

qsizetype skipProperties(QStringView text, qsizetype at, qsizetype end)
{
    while (at < end && (text[at] == u'&' || text[at] == u'!')) {
        while (at < end && !isSpace(text[at]))
            ++at;
        at = skipBlank(text, at, end);
    }
    return at;
}

qsizetype tabBefore(QStringView text, qsizetype at, qsizetype from)
{
    qsizetype tab = -1;
    for (--at; at >= from && text[at] != u'\n'; --at) {
        if (!isBlank(text[at]))
            return -1;
        if (text[at] == u'\t')
            tab = at;
    }
    return tab;
}

} // namespace kaptan::kube
