#pragma once

#include "app/kube/manifest/yaml_tree.h"

#include <string>

/// What is said of texts that cannot be read. Within this room.
namespace kaptan::kube
{

YamlFault faultTab(qsizetype at);
YamlFault faultControl(qsizetype at, char16_t c);
YamlFault faultLoneReturn(qsizetype at);
YamlFault faultHalfPair(qsizetype at);
YamlFault faultOpenQuote(qsizetype at);
YamlFault faultTextBehind(qsizetype at);
YamlFault faultTooMuch(qsizetype at);
YamlFault faultTooDeep(qsizetype at);
/// The words of the parser as sentences, where they are known.
YamlFault parserFault(const std::string& words, QStringView text, const DocumentSpan& span, qsizetype at);

} // namespace kaptan::kube
