#pragma once

#include "app/session/connections.h"
#include "ui/common/widgets.h"

class QMenu;

namespace kaptan::ui
{

/// Looks like a field and opens the command palette.
class PaletteField : public QPushButton
{
    Q_OBJECT
public:
    explicit PaletteField(QWidget* parent = nullptr);

protected:
    void paintEvent(QPaintEvent* event) override;
};

/// Where am I: brand, connection with its marks; the palette field; notifications.
class TopBar : public QWidget
{
    Q_OBJECT
public:
    explicit TopBar(session::Connections& connections, QWidget* parent = nullptr);

    /// Null: no connection.
    void setSession(session::Session* session);
    void setUnread(int count);
    void openSwitcher();

    QWidget* bell() const { return m_bell; }

Q_SIGNALS:
    void connectionChosen(const QString& id);
    void manageConnections();
    void paletteRequested();
    void notificationsRequested();

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void retranslate();
    void restyle();
    void refresh();
    void fillMenu();

    session::Connections& m_connections;
    QPointer<session::Session> m_session;
    IconLabel* m_wheel;
    QLabel* m_brand;
    QPushButton* m_switcher;
    ElidedLabel* m_name;
    ChipLabel* m_production;
    ChipLabel* m_readOnly;
    ChipLabel* m_unchecked; ///< whose server nobody checks
    IconLabel* m_chevron;
    PaletteField* m_palette;
    QPushButton* m_bell;
    QMenu* m_menu;
    int m_unread = 0;
};

} // namespace kaptan::ui
