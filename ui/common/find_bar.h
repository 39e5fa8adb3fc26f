#pragma once

#include <QFrame>

class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QToolButton;

namespace kaptan::ui
{

/// The small bar over the upper right corner of an editor, by Ctrl+F. Esc closes it.
class FindBar : public QFrame
{
    Q_OBJECT
public:
    explicit FindBar(QPlainTextEdit* editor);

    void open();
    void place();
    /// False where the text is not there. Goes on at the other end.
    bool find(bool backward);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void retranslate();
    void restyle();
    void count();

    QPlainTextEdit* m_editor;
    QLineEdit* m_field;
    QLabel* m_count;
    QToolButton *m_previous, *m_next, *m_close;
};

} // namespace kaptan::ui
