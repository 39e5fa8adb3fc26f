#include "ui/common/style.h"

#include <QApplication>
#include <QFile>
#include <QFontDatabase>
#include <QFontInfo>
#include <QGuiApplication>
#include <QIconEngine>
#include <QPainter>
#include <QPalette>
#include <QPixmapCache>
#include <QStyle>
#include <QStyleFactory>
#include <QStyleHints>
#include <QSvgRenderer>
#include <QVariant>
#include <QWidget>

namespace kaptan::ui
{

namespace
{

/// Draws an icon at the very size and pixel ratio that is asked for.
class TintedEngine : public QIconEngine
{
public:
    TintedEngine(QString name, QColor color) : m_name(std::move(name)), m_color(color) {}

    void paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State state) override
    {
        const qreal ratio = painter->device() ? painter->device()->devicePixelRatioF() : 1;
        painter->drawPixmap(rect, scaledPixmap(rect.size() * ratio, mode, state, ratio));
    }

    QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State state) override
    {
        return scaledPixmap(size, mode, state, 1);
    }

    QPixmap scaledPixmap(const QSize& size, QIcon::Mode mode, QIcon::State, qreal scale) override
    {
        QColor color = m_color;
        if (mode == QIcon::Disabled) {
            color = Style::instance().color(ColorRole::Muted);
            color.setAlphaF(0.55F);
        }
        const int side = qMax(1, qMin(size.width(), size.height()));
        return Style::instance().pixmap(m_name, qMax(1, qRound(side / scale)), color, scale);
    }

    QIconEngine* clone() const override { return new TintedEngine(*this); }

    // QIcon::name(): who holds the icon can ask for it in another colour.
    QString iconName() override { return m_name; }

private:
    QString m_name;
    QColor m_color;
};

bool systemIsDark()
{
#if QT_VERSION >= QT_VERSION_CHECK(6, 5, 0)
    return QGuiApplication::styleHints()->colorScheme() == Qt::ColorScheme::Dark;
#else
    // Before Qt 6.5 only the platform's palette tells.
    static const bool dark = QGuiApplication::palette().color(QPalette::Window).lightness() < 128;
    return dark;
#endif
}

QString installed(const QStringList& wanted)
{
    const QStringList families = QFontDatabase::families();
    for (const QString& family : wanted)
        if (families.contains(family))
            return family;
    return {};
}

} // namespace

Style& Style::instance()
{
    static Style style;
    return style;
}

Style::Style()
{
    systemIsDark(); // remembers the platform's palette before ours replaces it
#if QT_VERSION >= QT_VERSION_CHECK(6, 5, 0)
    connect(QGuiApplication::styleHints(), &QStyleHints::colorSchemeChanged, this, [this] {
        if (m_theme == Theme::System || m_theme == Theme::HighContrast)
            apply(m_theme, m_density);
    });
#endif
    resolveFonts();
}

void Style::resolveFonts()
{
    const QFont system = QFontDatabase::systemFont(QFontDatabase::GeneralFont);
    m_basePixels = qBound(13, QFontInfo(system).pixelSize(), 22);
    m_family = installed({QStringLiteral("Inter")});
    if (m_family.isEmpty())
        m_family = system.family();
    m_monoFamily = installed({QStringLiteral("JetBrains Mono")});
    if (m_monoFamily.isEmpty())
        m_monoFamily = QFontDatabase::systemFont(QFontDatabase::FixedFont).family();
}

void Style::apply(Theme theme, Density density)
{
    m_theme = theme;
    m_density = density;
    m_dark = theme == Theme::Dark || (theme != Theme::Light && systemIsDark());
    m_pixmaps.clear();

    if (!QApplication::style() || !QApplication::style()->inherits("QStyleSheetStyle"))
        QApplication::setStyle(QStyleFactory::create(QStringLiteral("Fusion")));
    QApplication::setFont(font());

    QPalette palette;
    const QColor text = color(ColorRole::Text);
    const QColor muted = color(ColorRole::Muted);
    palette.setColor(QPalette::Window, color(ColorRole::Background));
    palette.setColor(QPalette::WindowText, text);
    palette.setColor(QPalette::Base, color(ColorRole::Surface));
    palette.setColor(QPalette::AlternateBase, color(ColorRole::Raised));
    palette.setColor(QPalette::Text, text);
    palette.setColor(QPalette::PlaceholderText, muted);
    palette.setColor(QPalette::Button, color(ColorRole::Surface));
    palette.setColor(QPalette::ButtonText, text);
    palette.setColor(QPalette::BrightText, tone(Tone::Error).fg);
    palette.setColor(QPalette::ToolTipBase, color(ColorRole::Surface));
    palette.setColor(QPalette::ToolTipText, text);
    palette.setColor(QPalette::Highlight, color(ColorRole::AccentFill));
    palette.setColor(QPalette::HighlightedText, color(ColorRole::OnAccent));
    palette.setColor(QPalette::Link, tone(Tone::Accent).fg);
    palette.setColor(QPalette::LinkVisited, tone(Tone::Accent).fg);
    palette.setColor(QPalette::Light, color(ColorRole::Surface));
    palette.setColor(QPalette::Midlight, color(ColorRole::Raised));
    palette.setColor(QPalette::Mid, color(ColorRole::Border));
    palette.setColor(QPalette::Dark, color(ColorRole::Border));
    palette.setColor(QPalette::Shadow, color(ColorRole::Shadow));
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText}) {
        QColor faint = muted;
        faint.setAlphaF(0.7F);
        palette.setColor(QPalette::Disabled, role, faint);
    }
    QApplication::setPalette(palette);
    qApp->setStyleSheet(styleSheet());
    Q_EMIT changed();
}

QColor Style::color(ColorRole role) const
{
    return colorOf(m_dark, isHighContrast(), role);
}

ToneColors Style::tone(Tone tone) const
{
    return toneOf(m_dark, isHighContrast(), tone);
}

static qreal factor(TextSize size)
{
    switch (size) {
    case TextSize::Small:
        return 0.85;
    case TextSize::Normal:
        return 1;
    case TextSize::Large:
        return 1.15;
    case TextSize::Title:
        return 1.4;
    case TextSize::Huge:
        return 1.8;
    }
    return 1;
}

QFont Style::font(TextSize size, QFont::Weight weight) const
{
    QFont font(m_family);
    font.setPixelSize(qRound(m_basePixels * factor(size)));
    font.setWeight(weight);
    return font;
}

QFont Style::mono(TextSize size, QFont::Weight weight) const
{
    QFont font(m_monoFamily);
    // Monospaced faces look larger than their neighbours at the same size.
    font.setPixelSize(qRound(m_basePixels * factor(size) * 0.95));
    font.setWeight(weight);
    font.setStyleHint(QFont::Monospace);
    // No ligatures: a name is shown letter by letter ("->" is not an arrow).
    font.setStyleStrategy(QFont::PreferNoShaping);
    return font;
}

int Style::rowHeight() const
{
    const int height = m_density == Density::Compact ? 24 : 28;
    return qRound(height * qMax(1.0, m_basePixels / 13));
}

QIcon Style::icon(const QString& name, Tone t) const
{
    return icon(name, t == Tone::Neutral ? color(ColorRole::Muted) : tone(t).fg);
}

QIcon Style::icon(const QString& name, const QColor& color) const
{
    return QIcon(new TintedEngine(name, color));
}

QPixmap Style::pixmap(const QString& name, int size, const QColor& color, qreal ratio) const
{
    const QString key = QStringLiteral("%1/%2/%3/%4").arg(name).arg(size).arg(color.rgba(), 0, 16).arg(ratio);
    const auto known = m_pixmaps.constFind(key);
    if (known != m_pixmaps.cend())
        return *known;

    QByteArray& source = m_sources[name];
    if (source.isEmpty()) {
        QFile file(QStringLiteral(":/icons/%1.svg").arg(name));
        if (file.open(QIODevice::ReadOnly))
            source = file.readAll();
    }
    QPixmap pixmap(QSize(size, size) * ratio);
    pixmap.fill(Qt::transparent);
    if (!source.isEmpty()) {
        QByteArray tinted = source;
        tinted.replace("#000", color.name(QColor::HexRgb).toLatin1());
        QSvgRenderer renderer(tinted);
        QPainter painter(&pixmap);
        painter.setOpacity(color.alphaF());
        renderer.render(&painter);
    }
    pixmap.setDevicePixelRatio(ratio);
    m_pixmaps.insert(key, pixmap);
    return pixmap;
}

static const char* lookName(Look look)
{
    switch (look) {
    case Look::Plain:
        return "";
    case Look::Primary:
        return "primary";
    case Look::Danger:
        return "danger";
    case Look::Quiet:
        return "quiet";
    case Look::Link:
        return "link";
    case Look::Title:
        return "title";
    case Look::Heading:
        return "heading";
    case Look::Muted:
        return "muted";
    case Look::Caption:
        return "caption";
    case Look::Figure:
        return "figure";
    case Look::Mono:
        return "mono";
    case Look::Card:
        return "card";
    case Look::Surface:
        return "surface";
    case Look::Bar:
        return "bar";
    case Look::Line:
        return "line";
    case Look::Key:
        return "key";
    case Look::Bare:
        return "bare";
    case Look::Invalid:
        return "invalid";
    }
    return "";
}

void setLook(QWidget* widget, Look look)
{
    const QVariant name = QString::fromLatin1(lookName(look));
    if (widget->property("look") == name)
        return;
    widget->setProperty("look", name);
    widget->setAttribute(Qt::WA_StyledBackground, look == Look::Card || look == Look::Surface ||
                                                      look == Look::Bar || look == Look::Line);
    if (look == Look::Mono)
        widget->setFont(Style::instance().mono());
    // A style sheet reads dynamic properties only when a widget is polished.
    widget->style()->unpolish(widget);
    widget->style()->polish(widget);
    widget->updateGeometry();
    widget->update();
}

} // namespace kaptan::ui
