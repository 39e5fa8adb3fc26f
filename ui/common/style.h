#pragma once

#include <QColor>
#include <QFont>
#include <QHash>
#include <QIcon>
#include <QObject>
#include <QPixmap>

class QWidget;

namespace kaptan::ui
{

/// What a colour means; state is always icon + word + tone.
enum class Tone { Neutral, Ok, Progress, Warning, Error, Accent };

/// Colours by their place in the window.
enum class ColorRole {
    Background, ///< behind panes and headers
    Surface,    ///< tables, cards, sidebar
    Raised,     ///< fields that are not for typing, skeletons, tracks of bars
    Border,
    Text,
    Muted,      ///< second rank: units, captions, ages
    OnAccent,   ///< text on a filled accent button
    AccentFill, ///< the filled accent button
    Selection,
    Hover,
    Shadow,
};

enum class Theme { System, Light, Dark, HighContrast };
enum class Density { Normal, Compact };

/// 0.85, 1, 1.15, 1.4 and 1.8 of the base size.
enum class TextSize { Small, Normal, Large, Title, Huge };

/// The looks that the stylesheet knows beyond Qt's own; set with setLook().
enum class Look {
    Plain,
    Primary, ///< QPushButton: the one main action of a place
    Danger,  ///< QPushButton: destructive
    Quiet,   ///< QPushButton, QToolButton: no frame until hovered
    Link,    ///< QPushButton that reads as a link
    Title,   ///< QLabel: of a pane
    Heading, ///< QLabel: of a card, a group
    Muted,   ///< QLabel: second rank
    Caption, ///< QLabel: small and muted
    Figure,  ///< QLabel: a big number
    Mono,    ///< QLabel, QLineEdit, QPlainTextEdit: names, images, YAML, logs
    Card,    ///< QFrame: surface with border and radius
    Surface, ///< QWidget: surface colour, no border
    Bar,     ///< QWidget: background colour
    Line,    ///< QFrame of 1 px: a divider
    Key,     ///< QLabel: a key of the keyboard
    Bare,    ///< QLineEdit without a frame, in a place that has one
    Invalid, ///< QLineEdit and kin: what was typed cannot be used
};

struct ToneColors {
    QColor fg;     ///< text and icon; AA on soft, surface and background
    QColor soft;   ///< chip's background
    QColor border; ///< outlines, bars
};

/// Spacing tokens, pixels.
namespace space
{
inline constexpr int xs = 4;
inline constexpr int s = 8;
inline constexpr int m = 12;
inline constexpr int l = 16;
inline constexpr int xl = 24;
} // namespace space

inline constexpr int radius = 6;

/// Every colour, font and measure of the window, for light, dark and high contrast. UI thread only.
class Style : public QObject
{
    Q_OBJECT
public:
    static Style& instance();

    /// Sets base style, palette, font and stylesheet of the application; may be called at any time again.
    void apply(Theme theme, Density density);

    Theme theme() const { return m_theme; }

    Density density() const { return m_density; }

    bool isDark() const { return m_dark; }

    bool isHighContrast() const { return m_theme == Theme::HighContrast; }

    QColor color(ColorRole role) const;
    ToneColors tone(Tone tone) const;
    /// Okabe-Ito; the same series keeps the same index in every chart. Any index.
    QColor series(int index) const;

    QFont font(TextSize size = TextSize::Normal, QFont::Weight weight = QFont::Normal) const;
    /// For names of objects, images, YAML, logs.
    QFont mono(TextSize size = TextSize::Normal, QFont::Weight weight = QFont::Normal) const;
    int rowHeight() const; ///< pixels of a table row: 28, compact 24

    /// An icon of resources/icons (without ".svg") in one colour, and in Muted where disabled. Cached; made
    /// again by whoever holds it on changed().
    QIcon icon(const QString& name, Tone tone = Tone::Neutral) const;
    QIcon icon(const QString& name, const QColor& color) const;
    /// `size` in device-independent pixels.
    QPixmap pixmap(const QString& name, int size, const QColor& color, qreal devicePixelRatio = 1) const;

    /// For tests: the colours of a theme without applying it.
    static QColor colorOf(bool dark, bool highContrast, ColorRole role);
    static ToneColors toneOf(bool dark, bool highContrast, Tone tone);

Q_SIGNALS:
    /// Theme, density or fonts changed; what holds an icon or paints by hand makes it anew.
    void changed();

private:
    Style();
    QString styleSheet() const;
    void resolveFonts();

    Theme m_theme = Theme::System;
    Density m_density = Density::Normal;
    bool m_dark = false;
    qreal m_basePixels = 13;
    QString m_family, m_monoFamily;
    mutable QHash<QString, QPixmap> m_pixmaps;
    mutable QHash<QString, QByteArray> m_sources;
};

/// Gives a widget one of the looks; may be changed later.
void setLook(QWidget* widget, Look look);

} // namespace kaptan::ui
