#pragma once

#include <QString>

namespace kaptan::ui
{

/// Text of an engine is untrusted. These make it safe to show as plain text; the widget's format must be
/// Qt::PlainText all the same.

/// One line: control characters and line ends become blanks, direction overrides are dropped, text that holds
/// right-to-left characters is isolated (U+2068, U+2069) so that it cannot turn its neighbours, and at most
/// `limit` characters stay (an ellipsis then).
QString plainLine(const QString& text, int limit = 10000);
/// As plainLine, but line ends and tabs stay.
QString plainBlock(const QString& text, int limit = 10000);
/// For setToolTip() and QWhatsThis, which guess at rich text: escaped, so that HTML shows as written. At most
/// 600 characters.
QString plainToolTip(const QString& text);

} // namespace kaptan::ui
