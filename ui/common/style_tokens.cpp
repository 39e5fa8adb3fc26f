// The values of the tokens, one table a theme. The contrast of every pair that is drawn is held by a test.
#include "ui/common/style.h"

#include <array>

namespace kaptan::ui
{

namespace
{

struct Tokens {
    QRgb background, surface, raised, border, text, muted, onAccent, accentFill, selection, hover, shadow;
    // foreground, soft, border of neutral, ok, progress, warning, error, accent
    std::array<std::array<QRgb, 3>, 6> tones;
};

constexpr Tokens light{
    0xF6F7F9,
    0xFFFFFF,
    0xF0F2F5,
    0xDCE0E6,
    0x1A232E,
    0x556170,
    0xFFFFFF,
    0x1F5FC4,
    0xE9F0FC,
    0xF3F5F8,
    0x8A94A2,
    {{{0x4B5664, 0xECEFF3, 0xC3CAD3},
      {0x1A7A48, 0xE3F3EA, 0x8CC9A7},
      {0x1F5FC4, 0xE7EFFC, 0x9BBBEE},
      {0x8A5A00, 0xFDF1D8, 0xE0BC74},
      {0xB3261E, 0xFBE7E5, 0xE3A29D},
      {0x1F5FC4, 0xE7EFFC, 0x9BBBEE}}},
};

constexpr Tokens dark{
    0x12161B,
    0x1A2027,
    0x222A33,
    0x303A46,
    0xE5EAF0,
    0x9AA7B5,
    0x0D1A2E,
    0x78ABFF,
    0x1C2A3F,
    0x1F2630,
    0x000000,
    {{{0xA9B5C2, 0x262F39, 0x475463},
      {0x56C78F, 0x17301F, 0x2F6B4B},
      {0x78ABFF, 0x1C2D47, 0x3A5F99},
      {0xE5B04C, 0x35290F, 0x7A6128},
      {0xFF8A80, 0x3C1B1A, 0x8A4742},
      {0x78ABFF, 0x1C2D47, 0x3A5F99}}},
};

// The two of high contrast: at least 7:1 everywhere, borders as strong as text.
constexpr Tokens strongLight{
    0xFFFFFF,
    0xFFFFFF,
    0xF2F2F2,
    0x3C3C3C,
    0x000000,
    0x2B2B2B,
    0xFFFFFF,
    0x00349A,
    0xD6E4FF,
    0xEDEDED,
    0x000000,
    {{{0x1F1F1F, 0xF2F2F2, 0x3C3C3C},
      {0x004D22, 0xEAF7EF, 0x004D22},
      {0x00349A, 0xEAF1FF, 0x00349A},
      {0x5A3900, 0xFFF6E0, 0x5A3900},
      {0x8C0009, 0xFFEDEC, 0x8C0009},
      {0x00349A, 0xEAF1FF, 0x00349A}}},
};

constexpr Tokens strongDark{
    0x000000,
    0x000000,
    0x161616,
    0xB8B8B8,
    0xFFFFFF,
    0xDADADA,
    0x000000,
    0x9CC8FF,
    0x10305E,
    0x1E1E1E,
    0x000000,
    {{{0xEDEDED, 0x161616, 0xB8B8B8},
      {0x7DF0B0, 0x00200E, 0x7DF0B0},
      {0x9CC8FF, 0x001A40, 0x9CC8FF},
      {0xFFD27A, 0x261A00, 0xFFD27A},
      {0xFFB3AC, 0x330000, 0xFFB3AC},
      {0x9CC8FF, 0x001A40, 0x9CC8FF}}},
};

const Tokens& tokens(bool isDark, bool highContrast)
{
    if (highContrast)
        return isDark ? strongDark : strongLight;
    return isDark ? dark : light;
}

// Okabe and Ito's colours, told apart by every kind of colour vision; the dark ones lifted on dark ground.
// https://jfly.uni-koeln.de/color/
constexpr std::array<QRgb, 7> seriesLight{0x0072B2, 0x009E73, 0xE69F00, 0xCC79A7,
                                          0xD55E00, 0x56B4E9, 0x8A7F00};
constexpr std::array<QRgb, 7> seriesDark{0x56B4E9, 0x2BBF95, 0xE69F00, 0xE09CC3,
                                         0xF0813A, 0x8FCDF2, 0xF0E442};

} // namespace

QColor Style::colorOf(bool isDark, bool highContrast, ColorRole role)
{
    const Tokens& t = tokens(isDark, highContrast);
    switch (role) {
    case ColorRole::Background:
        return t.background;
    case ColorRole::Surface:
        return t.surface;
    case ColorRole::Raised:
        return t.raised;
    case ColorRole::Border:
        return t.border;
    case ColorRole::Text:
        return t.text;
    case ColorRole::Muted:
        return t.muted;
    case ColorRole::OnAccent:
        return t.onAccent;
    case ColorRole::AccentFill:
        return t.accentFill;
    case ColorRole::Selection:
        return t.selection;
    case ColorRole::Hover:
        return t.hover;
    case ColorRole::Shadow:
        return t.shadow;
    }
    return t.text;
}

ToneColors Style::toneOf(bool isDark, bool highContrast, Tone tone)
{
    const auto& c = tokens(isDark, highContrast).tones[size_t(tone)];
    return {QColor(c[0]), QColor(c[1]), QColor(c[2])};
}

QColor Style::series(int index) const
{
    const auto& colors = m_dark ? seriesDark : seriesLight;
    return QColor(colors[size_t(std::abs(index)) % colors.size()]);
}

} // namespace kaptan::ui
