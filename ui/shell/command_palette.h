#pragma once

#include <QFrame>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPointer>
#include <QVector>

#include <functional>

namespace kaptan::ui
{

/// One thing that the palette can do now.
struct Command {
    QString title;
    QString group; ///< "Go to", "Deployments", "Connection"; shown behind the title
    QString icon;
    QString shortcut;
    QString whyNot; ///< not empty: cannot be done, and why
    std::function<void()> run;
};

/// How well what was typed fits a title: its letters in order, better at the beginnings of words and in one
/// piece. Negative: not at all.
int fuzzyScore(const QString& typed, const QString& title);

/// Go to, do, find: one field for everything, keyboard only if one likes. Lies over the window.
class CommandPalette : public QFrame
{
    Q_OBJECT
public:
    explicit CommandPalette(QWidget* window);

    /// `commands` in the order in which they are shown while nothing is typed.
    void open(QVector<Command> commands);
    void dismiss();

    /// Titles as they are listed now, for tests.
    QStringList listed() const;

    QLineEdit* field() const { return m_field; }

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void filter(const QString& typed);
    void runCurrent();
    void retranslate();
    void place();

    QLineEdit* m_field;
    QListWidget* m_list;
    QLabel* m_reason;
    QVector<Command> m_commands;
    QPointer<QWidget> m_before; ///< who had the focus
};

} // namespace kaptan::ui
