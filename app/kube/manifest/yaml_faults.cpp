#include "app/kube/manifest/yaml_faults.h"

#include "app/kube/manifest/yaml_spans.h"

#include <QCoreApplication>

namespace kaptan::kube
{

namespace
{

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Manifest)
};

/// A tab in the indentation of a line, or of the one before it, is what the parser stumbled over.
qsizetype tabNear(QStringView text, const DocumentSpan& span, qsizetype at)
{
    qsizetype line = std::min(at, span.end);
    for (int back = 0; back < 2; ++back) {
        while (line > span.start && text[line - 1] != u'\n')
            --line;
        qsizetype content = line;
        while (content < span.end && (text[content] == u' ' || text[content] == u'\t'))
            ++content;
        if (content < span.end)
            if (const qsizetype tab = tabBefore(text, content, span.start); tab >= 0)
                return tab;
        if (line <= span.start)
            break;
        --line;
    }
    return -1;
}

} // namespace

YamlFault faultTab(qsizetype at)
{
    return {at, Tr::tr("a tab indents this line"), Tr::tr("Indent with spaces; YAML allows no tabs there.")};
}

YamlFault faultControl(qsizetype at, char16_t c)
{
    if (QChar::isSurrogate(c))
        return faultHalfPair(at);
    //: %1 is a code point such as U+0004
    return {at,
            Tr::tr("the control character %1 stands here")
                .arg(QStringLiteral("U+%1").arg(int(c), 4, 16, QLatin1Char('0')).toUpper()),
            Tr::tr("Remove it, or write it as an escape within double quotes.")};
}

YamlFault faultLoneReturn(qsizetype at)
{
    return {at, Tr::tr("the line ends with a carriage return alone"),
            Tr::tr("Save the text with the line ends of Unix or of Windows.")};
}

YamlFault faultHalfPair(qsizetype at)
{
    return {at, Tr::tr("half of a UTF-16 surrogate pair stands here"), Tr::tr("Write the whole character.")};
}

YamlFault faultOpenQuote(qsizetype at)
{
    return {at, Tr::tr("the quote that opens here is never closed"), Tr::tr("Close it with the same quote.")};
}

YamlFault faultTextBehind(qsizetype at)
{
    return {at, Tr::tr("there is text behind the end of the document"),
            Tr::tr("Put a line with “---” before it if another document begins here.")};
}

YamlFault faultTooMuch(qsizetype at)
{
    return {at, Tr::tr("the text holds more values than can be read"), Tr::tr("Read it in several parts.")};
}

YamlFault faultTooDeep(qsizetype at)
{
    return {at, Tr::tr("it is nested too deeply"), Tr::tr("Check that this is a manifest.")};
}

YamlFault parserFault(const std::string& words, QStringView text, const DocumentSpan& span, qsizetype at)
{
    if (const qsizetype tab = tabNear(text, span, at); tab >= 0)
        return faultTab(tab);
    const auto says = [&](const char* start) { return words.starts_with(start); };
    if (says("illegal tab"))
        return faultTab(at);
    if (says("the referenced anchor"))
        return {at, Tr::tr("the alias has no anchor before it"),
                Tr::tr("Name an anchor (“&name”) that stands before it in the same document, or put the text "
                       "in quotes.")};
    if (says("end of sequence flow"))
        return {at, Tr::tr("a list in brackets is not closed with “]”, or a comma is missing"),
                Tr::tr("Close the bracket before this place.")};
    if (says("end of map flow"))
        return {at, Tr::tr("a mapping in braces is not closed with “}”, or a comma is missing"),
                Tr::tr("Close the brace before this place.")};
    if (says("end of map"))
        return {at, Tr::tr("this line does not fit the mapping that it stands in"),
                Tr::tr("Indent it as the lines of the same mapping, and write “key: value”.")};
    if (says("end of sequence"))
        return {at, Tr::tr("this line does not fit the list that it stands in"),
                Tr::tr("Indent it as the items of the list, and begin items with “- ”.")};
    if (says("illegal map value"))
        return {at, Tr::tr("a “:” stands where no value can begin"),
                Tr::tr("Check the indentation of this line and the one before it; put text that has “: ” in "
                       "it in quotes.")};
    if (says("illegal map key") || says("illegal block entry"))
        return {at, Tr::tr("no list or mapping can begin here"),
                Tr::tr("Begin it on a line of its own, with more indentation than its key.")};
    if (says("illegal flow end"))
        return {at, Tr::tr("this bracket closes nothing"), Tr::tr("Remove it, or put the text in quotes.")};
    if (says("unknown token"))
        return {at, Tr::tr("no value can begin with this character"), Tr::tr("Put the value in quotes.")};
    if (says("illegal EOF") || says("illegal document indicator"))
        return {at, Tr::tr("the document ends within quotes"), Tr::tr("Close the quotes.")};
    if (says("unknown escape") || says("bad character found while scanning hex") || says("invalid unicode"))
        return {at, Tr::tr("no such escape is known within double quotes"),
                Tr::tr("Write a backslash as “\\\\”, or use single quotes.")};
    if (says("cannot set zero") || says("unexpected character in block"))
        return {at, Tr::tr("only digits, “+”, “-” and a comment can stand behind “|” and “>”"),
                Tr::tr("Begin the text on the next line.")};
    if (says("bad file"))
        return faultTooDeep(at);
    //: %1 are the words of the YAML parser, in English
    return {at, Tr::tr("it is no valid YAML (%1)").arg(QString::fromStdString(words)),
            Tr::tr("Correct this line.")};
}

} // namespace kaptan::kube
