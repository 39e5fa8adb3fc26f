#pragma once

#include <QAction>
#include <QList>
#include <QPushButton>
#include <QWidget>

namespace kaptan::ui
{

/// A row of buttons, one an action; those that do not fit go into the menu of a last button.
class ActionBar : public QWidget
{
    Q_OBJECT
public:
    explicit ActionBar(const QList<QAction*>& actions, QWidget* parent = nullptr);
    void retranslate();

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

    /// Buttons in sight, for tests.
    int shownButtons() const;

protected:
    void resizeEvent(QResizeEvent* event) override;
    bool event(QEvent* event) override;

private:
    void place();
    void fillMenu();

    QList<QAction*> m_actions;
    QList<QPushButton*> m_buttons;
    QPushButton* m_more;
    int m_fit = 0;
};

} // namespace kaptan::ui
