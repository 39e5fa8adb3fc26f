#pragma once

#include "app/settings/settings.h"
#include "ui/common/pane.h"

#include <QHash>
#include <QLabel>

namespace kaptan::ui
{

class Card;
class PaneFrame;

/// Every setting of the declared table by its group; a change holds at once.
class SettingsPane : public Pane
{
    Q_OBJECT
public:
    SettingsPane(PaneHost& host, settings::Settings& settings, QWidget* parent = nullptr);

    QString paneId() const override { return QStringLiteral("settings"); }

    QString title() const override;

    QString iconName() const override { return QStringLiteral("settings"); }

    void setSession(session::Session*) override {}

    /// {"key": "appearance/theme"} puts the focus there.
    void showTarget(const QVariantMap& target) override;
    void focusFilter() override;

protected:
    void changeEvent(QEvent* event) override;

private:
    struct Field {
        const settings::Definition* definition = nullptr;
        QWidget* row = nullptr;
        QLabel* title = nullptr;
        QLabel* text = nullptr;
        QWidget* editor = nullptr;
        Card* card = nullptr;
    };

    void build();
    QWidget* makeEditor(const settings::Definition& definition);
    void load(const Field& field);
    void retranslate();
    void applyFilter(const QString& text);
    void showWarnings();

    settings::Settings& m_settings;
    PaneFrame* m_frame;
    QVector<Field> m_fields;
    QHash<QString, Card*> m_cards;
    QAction* m_defaults;
    bool m_loading = false;
};

} // namespace kaptan::ui
