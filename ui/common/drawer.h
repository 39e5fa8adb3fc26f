#pragma once

#include "ui/common/widgets.h"

#include <QHBoxLayout>
#include <QStackedWidget>
#include <QTabBar>

namespace kaptan::ui
{

/// The details at the right of a pane: name, chip, tabs, footer. Never modal; Esc closes it and gives the
/// focus back to the content.
class Drawer : public QWidget
{
    Q_OBJECT
public:
    explicit Drawer(QWidget* parent = nullptr);

    void setHeading(const QString& name, const QString& icon = {}, const QString& word = {},
                    Tone tone = Tone::Neutral);
    /// Takes the widget; it is put into a scroll area, with a margin, unless it scrolls itself (`scrolls`).
    void addTab(const QString& id, const QString& title, QWidget* widget, bool scrolls = false);
    void setTabTitle(const QString& id, const QString& title);
    void setTabVisible(const QString& id, bool visible);
    QString currentTab() const;
    void setCurrentTab(const QString& id);
    /// Buttons at the bottom: actions of the object shown.
    ActionButton* addFooterAction(QAction* action, Look look = Look::Plain);
    void addFooterStretch();

    bool isOpen() const { return !isHidden(); }

    void open();
    void close();

Q_SIGNALS:
    void opened();
    void closed();
    void currentTabChanged(const QString& id);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void retranslate();
    ElidedLabel* m_name;
    ChipLabel* m_chip;
    QPushButton* m_close;
    QTabBar* m_tabs;
    QStackedWidget* m_pages;
    QWidget* m_footer;
    QHBoxLayout* m_footerRow;
};

} // namespace kaptan::ui
