// The one style sheet of the window, written from the tokens.
#include "ui/common/style.h"

#include <QMap>

namespace kaptan::ui
{

namespace
{

// "@name" is replaced by a token; see Style::styleSheet().
const char* const sheet = R"(
* { outline: none; }
QToolTip { background: @surface; color: @text; border: 1px solid @border; padding: 4px 6px; }
QMainWindow, QDialog { background: @background; }
QWidget[look="surface"] { background: @surface; }
QWidget[look="bar"] { background: @background; }
QFrame[look="card"] { background: @surface; border: 1px solid @border; border-radius: 6px; }

QFrame[look="line"] { background: @border; border: none; }
QLabel { background: transparent; }
QLabel[look="title"] { font-size: @titlepx; font-weight: 700; }
QLabel[look="heading"] { font-weight: 600; }
QLabel[look="muted"] { color: @muted; }
QLabel[look="caption"] { color: @muted; font-size: @smallpx; }
QLabel[look="figure"] { font-size: @hugepx; font-weight: 700; }
QLabel[look="key"] { color: @muted; border: 1px solid @border; border-radius: 4px; font-size: @smallpx;
    padding: 0 4px; }

QPushButton {
    background: @surface; color: @text; border: 1px solid @border; border-radius: 6px;
    padding: 0 12px; min-height: 26px; }
QPushButton:hover { background: @raised; }
QPushButton:pressed { background: @border; }
QPushButton:focus { border-color: @focus; }
QPushButton:checked { background: @accentsoft; color: @accent; border-color: @accentborder; }
QPushButton:disabled { color: @faint; background: transparent; }
QPushButton::menu-indicator { image: url(:/icons/qss-chevron-down.svg); width: 12px; height: 12px;
    subcontrol-origin: padding; subcontrol-position: center right; right: 8px; }
QPushButton[hasMenu="true"] { padding-right: 26px; }
QPushButton[look="primary"] { background: @fill; color: @onfill; border-color: @fill; font-weight: 600; }
QPushButton[look="primary"]:hover { background: @fillhover; border-color: @fillhover; }
QPushButton[look="primary"]:focus { border-color: @text; }
QPushButton[look="primary"]:disabled { background: @raised; color: @faint; border-color: @border; }
QPushButton[look="danger"] { color: @error; border-color: @error; background: @surface; }
QPushButton[look="danger"]:hover { background: @errorsoft; }
QPushButton[look="danger"]:focus { border-color: @text; }
QPushButton[look="danger"]:disabled { color: @faint; border-color: @border; }
QPushButton[look="quiet"], QToolButton {
    background: transparent; border: 1px solid transparent; border-radius: 6px; padding: 2px 6px; color: @muted;
    min-height: 16px; }
QPushButton[look="quiet"]:hover, QToolButton:hover { background: @raised; color: @text; }
QPushButton[look="quiet"]:pressed, QToolButton:pressed { background: @border; }
QPushButton[look="quiet"]:focus, QToolButton:focus { border-color: @focus; }
QPushButton[look="quiet"]:checked, QToolButton:checked { background: @accentsoft; color: @accent; }
QPushButton[look="quiet"]:disabled, QToolButton:disabled { color: @faint; }
QPushButton[look="link"] { background: transparent; border: 1px solid transparent; color: @accent; padding: 0 2px;
    min-height: 0; text-align: left; }
QPushButton[look="link"]:hover { text-decoration: underline; }
QPushButton[look="link"]:focus { border-color: @focus; }

QLineEdit, QComboBox, QAbstractSpinBox, QPlainTextEdit, QTextEdit {
    background: @surface; color: @text; border: 1px solid @border; border-radius: 6px;
    selection-background-color: @fill; selection-color: @onfill; }
QLineEdit, QComboBox, QAbstractSpinBox { min-height: 26px; padding: 0 8px; }
QPlainTextEdit, QTextEdit { padding: 4px; }
QLineEdit:focus, QComboBox:focus, QAbstractSpinBox:focus, QPlainTextEdit:focus, QTextEdit:focus {
    border-color: @focus; }
QLineEdit:disabled, QComboBox:disabled, QAbstractSpinBox:disabled, QPlainTextEdit:disabled {
    background: @raised; color: @faint; }
QLineEdit:read-only, QPlainTextEdit:read-only { background: @raised; }
QLineEdit[look="bare"] { border: none; background: transparent; min-height: 42px; }
*[look="invalid"], *[look="invalid"]:focus { border-color: @error; }
QComboBox::drop-down { border: none; width: 24px; }
QComboBox::down-arrow { image: url(:/icons/qss-chevron-down.svg); width: 12px; height: 12px; }
QComboBox QAbstractItemView { background: @surface; border: 1px solid @border; padding: 4px;
    selection-background-color: @selection; selection-color: @text; }
QAbstractSpinBox::up-button, QAbstractSpinBox::down-button { border: none; background: transparent; width: 18px; }
QAbstractSpinBox::up-arrow { image: url(:/icons/qss-chevron-up.svg); width: 10px; height: 10px; }
QAbstractSpinBox::down-arrow { image: url(:/icons/qss-chevron-down.svg); width: 10px; height: 10px; }

QCheckBox, QRadioButton { spacing: 8px; background: transparent; }
QCheckBox::indicator, QRadioButton::indicator { width: 14px; height: 14px; border: 1px solid @muted;
    background: @surface; }
QCheckBox::indicator { border-radius: 4px; }
QRadioButton::indicator { border-radius: 8px; }
QCheckBox::indicator:checked { background: @fill; border-color: @fill; image: url(:/icons/qss-check-@check.svg); }
QRadioButton::indicator:checked { background: @surface; border: 5px solid @fill; width: 6px; height: 6px; }
QCheckBox::indicator:disabled, QRadioButton::indicator:disabled { border-color: @border; background: @raised; }
QCheckBox:focus, QRadioButton:focus { color: @accent; }

QMenu { background: @surface; border: 1px solid @border; border-radius: 6px; padding: 4px; }
QMenu::item { padding: 5px 24px 5px 10px; border-radius: 4px; }
QMenu::icon { padding-left: 8px; }
QMenu::item:selected { background: @selection; color: @text; }
QMenu::item:disabled { color: @faint; }
QMenu::separator { height: 1px; background: @border; margin: 4px 6px; }

QTableView, QTreeView, QListView { background: @surface; border: none; color: @text;
    selection-background-color: @selection; selection-color: @text; }
QHeaderView { background: @surface; border: none; }
QHeaderView::section { background: @surface; color: @muted; border: none; border-bottom: 1px solid @border;
    padding: 0 8px; font-size: @headerpx; }
QHeaderView::section:hover { color: @text; }
QTableCornerButton::section { background: @surface; border: none; }

QAbstractScrollArea::corner { background: transparent; border: none; }
QScrollArea { border: none; background: transparent; }
QScrollBar:vertical { background: transparent; width: 12px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 12px; margin: 0; }
QScrollBar::handle { background: @handle; border-radius: 4px; margin: 2px; }
QScrollBar::handle:vertical { min-height: 28px; }
QScrollBar::handle:horizontal { min-width: 28px; }
QScrollBar::handle:hover { background: @muted; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }

QSplitter::handle { background: @border; }
QSplitter::handle:hover { background: @accentborder; }
QTabBar { background: transparent; border: none; }
QTabBar::tab { background: transparent; color: @muted; border: none; border-bottom: 2px solid transparent;
    padding: 4px 0 6px 0; margin-right: 14px; }
QTabBar::tab:hover { color: @text; }
QTabBar::tab:selected { color: @accent; border-bottom-color: @accent; font-weight: 600; }
QTabBar::tab:focus { color: @accent; }
QTabWidget::pane { border: none; border-top: 1px solid @border; }
QGroupBox { border: 1px solid @border; border-radius: 6px; margin-top: 10px; padding-top: 8px; font-weight: 600; }
QGroupBox::title { subcontrol-origin: margin; left: 10px; padding: 0 4px; }
QProgressBar { background: @raised; border: none; border-radius: 3px; max-height: 6px; min-height: 6px;
    text-align: center; color: transparent; }
QProgressBar::chunk { background: @fill; border-radius: 3px; }
)";

} // namespace

QString Style::styleSheet() const
{
    QColor faint = color(ColorRole::Muted);
    faint.setAlphaF(0.7F);
    const auto rgba = [](const QColor& c) {
        return c.alpha() == 255 ? c.name()
                                : QStringLiteral("rgba(%1,%2,%3,%4)")
                                      .arg(c.red())
                                      .arg(c.green())
                                      .arg(c.blue())
                                      .arg(c.alpha());
    };
    const auto pixels = [](const QFont& f) { return QStringLiteral("%1px").arg(f.pixelSize()); };
    // Longer names first: "@accentsoft" before "@accent".
    QMap<QString, QString> values{
        {QStringLiteral("background"), rgba(color(ColorRole::Background))},
        {QStringLiteral("surface"), rgba(color(ColorRole::Surface))},
        {QStringLiteral("raised"), rgba(color(ColorRole::Raised))},
        {QStringLiteral("border"), rgba(color(ColorRole::Border))},
        {QStringLiteral("text"), rgba(color(ColorRole::Text))},
        {QStringLiteral("muted"), rgba(color(ColorRole::Muted))},
        {QStringLiteral("faint"), rgba(faint)},
        {QStringLiteral("fill"), rgba(color(ColorRole::AccentFill))},
        {QStringLiteral("fillhover"),
         rgba(m_dark ? color(ColorRole::AccentFill).lighter(108) : color(ColorRole::AccentFill).darker(110))},
        {QStringLiteral("onfill"), rgba(color(ColorRole::OnAccent))},
        {QStringLiteral("focus"), rgba(tone(Tone::Accent).fg)},
        {QStringLiteral("accent"), rgba(tone(Tone::Accent).fg)},
        {QStringLiteral("accentsoft"), rgba(tone(Tone::Accent).soft)},
        {QStringLiteral("accentborder"), rgba(tone(Tone::Accent).border)},
        {QStringLiteral("error"), rgba(tone(Tone::Error).fg)},
        {QStringLiteral("errorsoft"), rgba(tone(Tone::Error).soft)},
        {QStringLiteral("selection"), rgba(color(ColorRole::Selection))},
        {QStringLiteral("handle"),
         rgba(isHighContrast() ? color(ColorRole::Muted) : color(ColorRole::Border))},
        {QStringLiteral("check"), m_dark ? QStringLiteral("dark") : QStringLiteral("white")},
        {QStringLiteral("smallpx"), pixels(font(TextSize::Small))},
        {QStringLiteral("headerpx"), QStringLiteral("%1px").arg(qRound(m_basePixels * 0.92))},
        {QStringLiteral("titlepx"), pixels(font(TextSize::Title))},
        {QStringLiteral("hugepx"), pixels(font(TextSize::Huge))},
    };
    QString result = QString::fromLatin1(sheet);
    QStringList names = values.keys();
    std::sort(names.begin(), names.end(),
              [](const QString& a, const QString& b) { return a.size() > b.size(); });
    for (const QString& name : names)
        result.replace(u'@' + name, values.value(name));
    return result;
}

} // namespace kaptan::ui
