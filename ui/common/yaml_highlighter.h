#pragma once

#include <QObject>
#include <QPointer>
#include <QTextDocument>
#include <QTimer>
#include <QVector>

namespace kaptan::ui
{

/// What a part of a line of YAML is.
enum class YamlPart { Key, Text, Number, Word, Comment, Mark };

struct YamlToken {
    qsizetype start = 0, length = 0;
    YamlPart part = YamlPart::Text;
    bool operator==(const YamlToken&) const = default;
};

/// The parts of one line. `state` carries from line to line what reaches over its end (quotes, text blocks);
/// -1 at the start of a text.
QVector<YamlToken> yamlTokens(const QString& line, int& state);

/// Colours a document of YAML with the tokens of Style. Works in slices of a few milliseconds: a text of
/// megabytes does not hold up the window.
class YamlHighlighter : public QObject
{
    Q_OBJECT
public:
    explicit YamlHighlighter(QTextDocument* document);

    /// Nothing waits to be coloured.
    bool isIdle() const { return !m_timer.isActive(); }

private:
    void changed(int position, int removed, int added);
    void recolor();
    void slice();
    bool colorBlock(const QTextBlock& block);

    QPointer<QTextDocument> m_document;
    QTimer m_timer;
    int m_next = 0; ///< block
    int m_end = -1; ///< the last block that must be looked at; after it only while states change
    QHash<int, QTextCharFormat> m_formats;
};

} // namespace kaptan::ui
