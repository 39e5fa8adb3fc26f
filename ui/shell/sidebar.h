#pragma once

#include <QAbstractButton>
#include <QVector>
#include <QWidget>

class QVBoxLayout;

namespace kaptan::ui
{

/// One pane in the sidebar: icon, word, badge.
class SidebarButton : public QAbstractButton
{
    Q_OBJECT
public:
    SidebarButton(QString paneId, QString icon, QWidget* parent);

    const QString& paneId() const { return m_paneId; }

    void setBadge(int count);

    int badge() const { return m_badge; }

    void setCollapsed(bool collapsed);
    void setShortcutHint(const QString& keys);
    void setTitle(const QString& title);

    void setIconName(const QString& icon)
    {
        m_icon = icon;
        update();
    }

    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void enterEvent(QEnterEvent* event) override;
    void leaveEvent(QEvent* event) override;

private:
    void describe();
    QString m_paneId, m_icon, m_keys;
    int m_badge = 0;
    bool m_collapsed = false;
};

/// The panes in the order of work; connections and settings below. Arrow keys move in it.
class Sidebar : public QWidget
{
    Q_OBJECT
public:
    static constexpr int wide = 196;
    static constexpr int narrow = 56;

    explicit Sidebar(QWidget* parent = nullptr);

    void addPane(const QString& paneId, const QString& icon, bool below);
    void setTitle(const QString& paneId, const QString& title, const QString& shortcut);
    void setBadge(const QString& paneId, int count);
    void setCurrent(const QString& paneId);
    void setCollapsed(bool collapsed);

    bool isCollapsed() const { return m_collapsed; }

    SidebarButton* button(const QString& paneId) const;

Q_SIGNALS:
    void chosen(const QString& paneId);
    void collapseToggled(bool collapsed);

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void retranslate();
    QVBoxLayout* m_upper;
    QVBoxLayout* m_lower;
    QVector<SidebarButton*> m_buttons;
    SidebarButton* m_toggle;
    bool m_collapsed = false;
};

} // namespace kaptan::ui
