#pragma once

#include <QString>

namespace kaptan
{

/// Untrusted text on one line: control characters and line ends become blanks, direction overrides are
/// dropped, text that holds right-to-left characters is isolated (U+2068, U+2069) so that it cannot turn its
/// neighbours, and at most `limit` characters stay (an ellipsis then).
QString plainLine(const QString& text, int limit = 10000);
/// As plainLine, but line ends and tabs stay.
QString plainBlock(const QString& text, int limit = 10000);

} // namespace kaptan
