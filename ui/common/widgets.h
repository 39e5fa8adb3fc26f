#pragma once

#include "ui/common/cell.h"

#include <QAction>
#include <QFrame>
#include <QLabel>
#include <QPointer>
#include <QPushButton>
#include <QVBoxLayout>
#include <QWidget>

class QMenu;

namespace kaptan::ui
{

/// Icon + word + tone, as in tables.
class ChipLabel : public QWidget
{
    Q_OBJECT
public:
    explicit ChipLabel(QWidget* parent = nullptr);
    void set(const QString& icon, const QString& word, Tone tone);
    /// Takes focus and sends clicked(); `toolTip` says what that does.
    void setClickable(const QString& toolTip);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

    QString text() const { return m_word; }

    Tone tone() const { return m_tone; }

Q_SIGNALS:
    void clicked();

protected:
    void paintEvent(QPaintEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    QString m_icon, m_word;
    Tone m_tone = Tone::Neutral;
    bool m_clickable = false;
};

/// One line of plain text that may be longer than its place: elided, whole in the tooltip. Safe for text of
/// an engine.
class ElidedLabel : public QLabel
{
    Q_OBJECT
public:
    explicit ElidedLabel(QWidget* parent = nullptr, Qt::TextElideMode mode = Qt::ElideRight);
    void setFullText(const QString& text);

    QString fullText() const { return m_full; }

    QSize minimumSizeHint() const override;
    QSize sizeHint() const override;

protected:
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void elide();
    QString m_full;
    Qt::TextElideMode m_mode;
};

/// A button that follows an action: text, enabled, tooltip with the shortcut or, where disabled, the reason.
/// The reason is the action's toolTip(); see setActionReason().
class ActionButton : public QPushButton
{
    Q_OBJECT
public:
    explicit ActionButton(QAction* action, QWidget* parent = nullptr);

protected:
    bool event(QEvent* event) override;

private:
    void follow();
    void tintIcon();
    QPointer<QAction> m_action;
};

/// Disables the action and says why in its tooltip; an empty reason enables it again.
void setActionReason(QAction* action, const QString& reason);
/// "Text (Ctrl+S)", or the reason where the action is disabled; plain.
QString actionToolTip(const QAction* action);

/// As QMenu::setToolTipsVisible(), but plain: a reason may hold a name of the cluster's, and QMenu would take
/// HTML in it for HTML.
void showToolTips(QMenu* menu);

/// An icon in a tone that follows the theme.
class IconLabel : public QWidget
{
    Q_OBJECT
public:
    explicit IconLabel(const QString& icon = {}, int size = 16, QWidget* parent = nullptr);
    void setIcon(const QString& icon, Tone tone = Tone::Neutral);
    void setMuted(bool muted);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QString m_icon;
    Tone m_tone = Tone::Neutral;
    int m_size;
    bool m_muted = true;
};

/// A thin bar of a part of a whole, 0 to 1, in a tone.
class MeterBar : public QWidget
{
    Q_OBJECT
public:
    explicit MeterBar(QWidget* parent = nullptr);
    /// Negative: unknown (an empty track).
    void setValue(double part, Tone tone = Tone::Accent);
    QSize sizeHint() const override;

    double value() const { return m_part; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    double m_part = -1;
    Tone m_tone = Tone::Accent;
};

/// A sparkline as a widget (drawers, cards).
class SparklineWidget : public QWidget
{
    Q_OBJECT
public:
    explicit SparklineWidget(QWidget* parent = nullptr);
    void set(Series series, int seriesColor);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    Series m_series;
    int m_color = 0;
};

/// Rows of "name: value" as in the sketch's card; values are plain, selectable and may be long.
class FactList : public QWidget
{
    Q_OBJECT
public:
    explicit FactList(QWidget* parent = nullptr);
    /// Makes or changes the fact of this id; an empty value hides it.
    void set(const QString& id, const QString& name, const QString& value, Look look = Look::Plain,
             const QString& toolTip = {});
    void clear();
    QString value(const QString& id) const;

private:
    struct Fact {
        QString id;
        QLabel* name;
        QLabel* value;
    };

    QVector<Fact> m_facts;
};

/// A surface with border, radius and a heading.
class Card : public QFrame
{
    Q_OBJECT
public:
    explicit Card(const QString& heading = {}, QWidget* parent = nullptr);
    void setHeading(const QString& heading);

    /// Vertical; the place for content.
    QVBoxLayout* body() const { return m_body; }

private:
    QLabel* m_heading;
    QVBoxLayout* m_body;
};

} // namespace kaptan::ui
