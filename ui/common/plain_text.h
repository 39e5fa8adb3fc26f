#pragma once

#include <QLocale>
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

/// For comparing with what a person types: lower case by the locale ("İ" becomes "i" in Turkish, "i" and a
/// dot above elsewhere), and then every i is one. In a list of technical names "nginx" has to find "NGINX" in
/// Turkish too, and "istanbul" has to find "İSTANBUL" anywhere.
QString foldForSearch(const QString& text, const QLocale& locale = QLocale());

} // namespace kaptan::ui
