#pragma once

#include <QPlainTextEdit>
#include <QVector>

#include <functional>

class QCompleter;
class QStandardItemModel;

namespace kaptan::ui
{

class FindBar;
class YamlHighlighter;

/// What is wrong at a line; plain text, untrusted.
struct EditorProblem {
    int line = 1;   ///< from 1
    int column = 1; ///< from 1
    QString text;
    bool warning = false;
};

/// Something that could be written at the cursor. Untrusted.
struct Completion {
    QString insert; ///< what takes the place of the word before the cursor
    QString title;  ///< what the list shows; empty: `insert`
    QString detail; ///< behind it, muted: its type
    QString help;   ///< tooltip
};

/// An editor for YAML: line numbers, colours, marks of what is wrong, blanks for tabs, indentation that goes
/// on, comments by Ctrl+/, a find bar, completion. The text is plain and never changed by itself.
///
/// Tab makes blanks; Ctrl+Tab and Ctrl+Shift+Tab leave the editor.
class YamlEditor : public QPlainTextEdit
{
    Q_OBJECT
public:
    /// `line` and `column` from 1.
    using Provider = std::function<QVector<Completion>(const QString& text, int line, int column)>;

    explicit YamlEditor(QWidget* parent = nullptr);

    /// As it is: unlike toPlainText(), which turns hard blanks into soft ones.
    QString text() const;
    /// Another text: history and place are new.
    void setText(const QString& text);
    /// The same text with a change of somebody else (a form): only what differs is replaced, so that cursor,
    /// scroll position and history stay. One step back for undo.
    void changeText(const QString& text);

    void setProblems(const QVector<EditorProblem>& problems);

    const QVector<EditorProblem>& problems() const { return m_problems; }

    /// What is wrong at this line; empty where nothing is.
    QString problemsAt(int line) const;
    void goTo(int line, int column = 1);
    int currentLine() const; ///< from 1

    void setProvider(Provider provider) { m_provider = std::move(provider); }

    /// Opens the list of what could be written here.
    void complete();
    /// Again, where that found nothing and the cursor has stayed: the provider has learnt more.
    void completeAgain();

    void openFind();

    /// Ctrl+/: of the lines that are selected.
    void toggleComment();
    void indentLines(bool deeper);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;
    bool viewportEvent(QEvent* event) override;
    bool event(QEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;

private:
    class Gutter;
    friend class Gutter;

    void restyle();
    void retranslate();
    void placeGutter();
    int gutterWidth() const;
    void paintGutter(QPaintEvent* event, QWidget* gutter);
    int lineAt(int y) const; ///< from 1; 0 where none
    void mark();             ///< current line, problems
    void insertNewLine();
    void insertBlanks();
    bool removeBlanks();
    void followCompletion(bool mayOpen);
    void insertCompletion(const QString& insert);
    QTextCursor wordBefore() const;

    Gutter* m_gutter;
    YamlHighlighter* m_highlighter;
    FindBar* m_find = nullptr;
    QVector<EditorProblem> m_problems;
    Provider m_provider;
    QCompleter* m_completer = nullptr;
    QStandardItemModel* m_completions = nullptr;
    int m_askedInVain = -1; ///< where the cursor was
};

} // namespace kaptan::ui
