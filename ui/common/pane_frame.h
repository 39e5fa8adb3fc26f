#pragma once

#include "app/session/session.h"
#include "ui/common/drawer.h"
#include "ui/common/widgets.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QPointer>
#include <QSplitter>
#include <QStackedWidget>
#include <QTimer>

#include <functional>
#include <optional>

namespace kaptan::ui
{

class FaceWidget;
class SkeletonWidget;
class StaleBanner;

/// The frame of every pane: header (title, counts, chips, actions), filter bar, content, drawer, and the
/// five faces. The face follows from the session's state (followSession) and from what the pane has
/// (setContentState); a pane adds errors of its own with showError().
class PaneFrame : public QWidget
{
    Q_OBJECT
public:
    enum class ContentState {
        Unknown, ///< nothing came yet: loading
        Empty,   ///< there is truly nothing
        NoMatch, ///< there is something, the filter hides it all
        Data,
    };
    enum class Face { Loading, Empty, Data, Stale, Error };

    struct HeaderChip {
        QString id; ///< sent by chipClicked
        QString icon, text;
        Tone tone = Tone::Neutral;
        QString toolTip; ///< what a click does; empty: not clickable
    };

    explicit PaneFrame(QWidget* parent = nullptr);

    void setTitle(const QString& title);
    void setCountText(const QString& text); ///< "27 of 214"
    void setChips(const QVector<HeaderChip>& chips);
    /// A button at the right of the header that follows the action; order of calls, the last is rightmost.
    ActionButton* addHeaderAction(QAction* action, Look look = Look::Plain);
    void addHeaderWidget(QWidget* widget);

    /// The filter field with its "/" hint; hidden until asked for. Esc clears it, Down goes to the content.
    QLineEdit* filterEdit();
    void addFilterWidget(QWidget* widget); ///< right of the field
    void focusFilter();

    void setContent(QWidget* content);

    QWidget* content() const { return m_content; }

    /// Made at the first call. Content and drawer share a splitter; its width is remembered under `id`.
    Drawer* drawer(const QString& id);

    /// Null: no connection.
    void followSession(session::Session* session);
    void setContentState(ContentState state);
    /// What the pane has is there without the connection too (it was kept): shown whatever the session's
    /// state is.
    void setKeptContent(bool kept);
    /// `action` is the one thing that helps; may be null. Set again when the language changes.
    void setEmptyFace(const QString& icon, const QString& title, const QString& text,
                      QAction* action = nullptr);
    /// A failure of the pane itself; stays until clearError() or retry. `retry` may be empty.
    void showError(const Error& error, std::function<void()> retry);
    void clearError();

    Face face() const { return m_face; }

    /// Extra line under the header (a hint, a warning); empty hides it.
    void setNotice(const QString& text, Tone tone = Tone::Warning);

Q_SIGNALS:
    void filterChanged(const QString& text);
    void chipClicked(const QString& id);
    void clearFiltersRequested(); ///< the button of the NoMatch face
    void faceChanged();
    /// "Open connections" of the face without a connection.
    void connectionsRequested();

protected:
    void changeEvent(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void refresh();
    void retranslate();
    void setFace(Face face, QWidget* page);
    void showSessionError(const Error& error);
    void placeOverlay();

    QLabel* m_title;
    QLabel* m_count;
    QHBoxLayout* m_chipRow;
    QHBoxLayout* m_actionRow;
    QWidget* m_filterBar;
    QHBoxLayout* m_filterRow;
    QLineEdit* m_filter;
    QLabel* m_filterHint;
    QLabel* m_notice;
    Tone m_noticeTone = Tone::Warning;
    StaleBanner* m_stale;
    QSplitter* m_splitter;
    QStackedWidget* m_stack;
    SkeletonWidget* m_skeleton;
    FaceWidget* m_faceWidget;
    QWidget* m_blank;
    QWidget* m_overlay; ///< greys stale data
    QWidget* m_content = nullptr;
    Drawer* m_drawer = nullptr;
    QTimer m_skeletonDelay;
    QTimer m_staleTick;
    QPointer<session::Session> m_session;
    bool m_following = false;
    bool m_keptContent = false;
    ContentState m_contentState = ContentState::Unknown;
    Face m_face = Face::Loading;
    std::optional<Error> m_error;
    std::function<void()> m_retry;
    QString m_emptyIcon, m_emptyTitle, m_emptyText;
    QPointer<QAction> m_emptyAction;
    QVector<ChipLabel*> m_chips;
    QVector<HeaderChip> m_chipData;
};

} // namespace kaptan::ui
