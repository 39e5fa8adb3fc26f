#include "ui/common/plain_text.h"
#include "ui/common/style.h"
#include "ui/logs/instance_picker.h"
#include "ui/logs/logs_pane.h"

/// The actions of the logs pane, their buttons and words.
namespace kaptan::ui
{

using namespace workload;

QAction* LogsPane::action(const QString& id) const
{
    return m_actions.value(id);
}

QAction* LogsPane::add(const QString& id, const QString& icon, const QList<QKeySequence>& shortcuts,
                       bool checkable, void (LogsPane::*slot)())
{
    auto* made = new QAction(this);
    made->setObjectName(id);
    made->setShortcuts(shortcuts);
    made->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    made->setCheckable(checkable);
    if (slot)
        connect(made, &QAction::triggered, this, slot);
    m_actions.insert(id, made);
    m_icons.insert(id, icon);
    addAction(made);
    return made;
}

void LogsPane::makeActions()
{
    const auto id = [](const char* text) { return QString::fromLatin1(text); };
    connect(add(id("follow"), id("arrow-down"), {Qt::Key_F}, true, nullptr), &QAction::triggered, m_view,
            &LogView::setFollowing);
    connect(add(id("pause"), id("pause"), {Qt::Key_P}, true, nullptr), &QAction::triggered, this,
            [this](bool paused) {
                if (paused)
                    m_view->setFollowing(false);
                m_feed->setPaused(paused);
                if (!paused)
                    m_view->setFollowing(true);
            });
    add(id("choose"), id("logs"), {QKeySequence(Qt::CTRL | Qt::Key_L)}, false, &LogsPane::chooseInstance);
    add(id("find"), id("search"), {QKeySequence(Qt::CTRL | Qt::Key_F)}, false, &LogsPane::focusFilter);
    connect(add(id("next"), id("chevron-down"), {Qt::Key_F3}, false, nullptr), &QAction::triggered, m_view,
            [this] { m_view->findNext(false); });
    connect(add(id("previous"), id("chevron-up"), {QKeySequence(Qt::SHIFT | Qt::Key_F3)}, false, nullptr),
            &QAction::triggered, m_view, [this] { m_view->findNext(true); });
    connect(add(id("matchesOnly"), id("filter"), {QKeySequence(Qt::ALT | Qt::Key_F)}, true, nullptr),
            &QAction::triggered, m_view, &LogView::setMatchesOnly);
    add(id("expression"), {}, {QKeySequence(Qt::ALT | Qt::Key_R)}, true, &LogsPane::updateSearch);
    add(id("case"), {}, {QKeySequence(Qt::ALT | Qt::Key_C)}, true, &LogsPane::updateSearch);
    connect(add(id("wrap"), id("wrap"), {Qt::Key_W}, true, nullptr), &QAction::triggered, this,
            &LogsPane::setWrap);
    connect(add(id("timestamps"), id("clock"), {Qt::Key_T}, true, nullptr), &QAction::triggered, this,
            &LogsPane::setTimestamps);
    connect(add(id("copy"), id("copy"), {QKeySequence::Copy}, false, nullptr), &QAction::triggered, m_view,
            &LogView::copy);
    connect(add(id("selectAll"), {}, {QKeySequence::SelectAll}, false, nullptr), &QAction::triggered, m_view,
            &LogView::selectAll);
    connect(add(id("top"), id("arrow-up"), {QKeySequence(Qt::CTRL | Qt::Key_Home)}, false, nullptr),
            &QAction::triggered, m_view, &LogView::scrollToTop);
    connect(add(id("end"), id("arrow-down"), {QKeySequence(Qt::CTRL | Qt::Key_End)}, false, nullptr),
            &QAction::triggered, m_view, &LogView::scrollToEnd);
    add(id("save"), id("save"), {QKeySequence::Save}, false, &LogsPane::askWhereToSave);
    connect(add(id("clear"), id("trash"), {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_L)}, false, nullptr),
            &QAction::triggered, this, [this] {
                m_store->clear();
                m_view->poll();
            });
    connect(add(id("larger"), {},
                {QKeySequence(Qt::CTRL | Qt::Key_Plus), QKeySequence(Qt::CTRL | Qt::Key_Equal)}, false,
                nullptr),
            &QAction::triggered, m_view, [this] { m_view->setZoom(m_view->zoom() + 1); });
    connect(add(id("smaller"), {}, {QKeySequence(Qt::CTRL | Qt::Key_Minus)}, false, nullptr),
            &QAction::triggered, m_view, [this] { m_view->setZoom(m_view->zoom() - 1); });
    connect(add(id("usualSize"), {}, {QKeySequence(Qt::CTRL | Qt::Key_0)}, false, nullptr),
            &QAction::triggered, m_view, [this] { m_view->setZoom(0); });

    action(id("follow"))->setChecked(true);
    action(id("copy"))->setEnabled(false);
    // Elsewhere (the search field) these keys mean the text there.
    for (const char* own : {"copy", "selectAll"})
        action(id(own))->setShortcutContext(Qt::WidgetShortcut);
    const auto separator = [this] {
        auto* line = new QAction(this);
        line->setSeparator(true);
        return line;
    };
    for (const char* name : {"copy", "selectAll", "", "follow", "pause", "wrap", "timestamps", "", "top",
                             "end", "find", "", "save", "clear"})
        m_view->addAction(*name ? action(id(name)) : separator());
}

QToolButton* LogsPane::addTool(const QString& id)
{
    auto* button = new QToolButton(m_frame);
    QAction* shown = action(id);
    button->setObjectName(id);
    button->setFocusPolicy(Qt::TabFocus);
    button->setAutoRaise(true);
    setLook(button, Look::Quiet);
    const auto follow = [button, shown] {
        button->setEnabled(shown->isEnabled());
        button->setCheckable(shown->isCheckable());
        button->setChecked(shown->isChecked());
        button->setIcon(shown->icon());
        if (shown->icon().isNull())
            button->setText(shown->iconText());
        button->setToolTip(plainToolTip(actionToolTip(shown)));
        button->setAccessibleName(shown->text());
        button->setAccessibleDescription(actionToolTip(shown));
    };
    connect(shown, &QAction::changed, button, follow);
    connect(button, &QToolButton::clicked, shown, &QAction::trigger);
    follow();
    m_frame->addFilterWidget(button);
    return button;
}

void LogsPane::makeFilterBar()
{
    QLineEdit* field = m_frame->filterEdit();
    field->installEventFilter(this);
    connect(field, &QLineEdit::textChanged, this, &LogsPane::updateSearch);
    addTool(QStringLiteral("case"));
    addTool(QStringLiteral("expression"));
    addTool(QStringLiteral("matchesOnly"));
    addTool(QStringLiteral("previous"));
    addTool(QStringLiteral("next"));
    m_matchLabel->setTextFormat(Qt::PlainText);
    setLook(m_matchLabel, Look::Muted);
    m_frame->addFilterWidget(m_matchLabel);
    auto* gap = new QWidget(m_frame);
    gap->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_frame->addFilterWidget(gap);
    addTool(QStringLiteral("timestamps"));
    addTool(QStringLiteral("wrap"));
    addTool(QStringLiteral("clear"));
}

void LogsPane::focusFilter()
{
    m_frame->focusFilter();
}

QList<QAction*> LogsPane::paletteActions() const
{
    return actions();
}

void LogsPane::updateSearch()
{
    const QString text = m_frame->filterEdit()->text();
    const auto matcher = LogMatcher::make(text, action(QStringLiteral("expression"))->isChecked(),
                                          action(QStringLiteral("case"))->isChecked());
    setLook(m_frame->filterEdit(), matcher ? Look::Plain : Look::Invalid);
    if (matcher) {
        m_view->setMatcher(*matcher);
        updateCounts();
    } else {
        m_view->setMatcher({});
        updateCounts();
        const auto* invalid = matcher.error().as<InvalidInput>();
        m_matchLabel->setText(plainLine(invalid ? invalid->why : matcher.error().message(), 120));
    }
}

void LogsPane::restyle()
{
    const Style& style = Style::instance();
    for (auto it = m_actions.cbegin(); it != m_actions.cend(); ++it) {
        if (!m_icons.value(it.key()).isEmpty())
            it.value()->setIcon(style.icon(m_icons.value(it.key())));
    }
    m_chooser->setFont(style.mono());
}

void LogsPane::retranslate()
{
    const auto set = [this](const char* id, const QString& text, const QString& toolTip = {}) {
        QAction* one = action(QLatin1String(id));
        one->setText(text);
        one->setToolTip(toolTip);
        m_toolTips.insert(QLatin1String(id), toolTip);
    };
    set("follow", tr("Follow"), tr("Follow the newest line"));
    set("pause", tr("Pause"), tr("Stop reading; the sender waits"));
    set("choose", tr("Choose a container…"));
    set("find", tr("Find in the log"));
    set("next", tr("Next match"));
    set("previous", tr("Previous match"));
    set("matchesOnly", tr("Show matching lines only"));
    set("expression", tr("Regular expression"));
    action(QStringLiteral("expression"))->setIconText(QStringLiteral(".*"));
    set("case", tr("Match case"));
    action(QStringLiteral("case"))->setIconText(QStringLiteral("Aa"));
    set("wrap", tr("Wrap long lines"));
    set("timestamps", tr("Show timestamps"));
    set("copy", tr("Copy"));
    set("selectAll", tr("Select all"));
    set("top", tr("To the first line"));
    set("end", tr("To the last line"));
    set("save", tr("Save…"), tr("Save the lines to a file"));
    set("clear", tr("Clear"), tr("Forget the lines read so far"));
    set("larger", tr("Larger text"));
    set("smaller", tr("Smaller text"));
    set("usualSize", tr("Usual text size"));
    m_frame->setTitle(title());
    m_frame->setEmptyFace(QStringLiteral("logs"), tr("No container chosen"),
                          tr("Choose one to see what it logs, or open a log from the deployments."),
                          action(QStringLiteral("choose")));
    //: placeholder of the field that searches a log
    m_frame->filterEdit()->setPlaceholderText(tr("Search"));
    m_frame->filterEdit()->setAccessibleName(tr("Search the log"));
    m_frame->filterEdit()->setToolTip(tr("Search the log (/); Enter finds the next match"));
    m_chooser->setToolTip(plainToolTip(
        tr("Choose a container (%1)")
            .arg(action(QStringLiteral("choose"))->shortcut().toString(QKeySequence::NativeText))));
    m_chipsKey.clear();
    updateState();
}

} // namespace kaptan::ui
