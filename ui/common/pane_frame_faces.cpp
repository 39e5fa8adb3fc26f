// Which of its five faces a PaneFrame shows.
#include "ui/common/faces.h"
#include "ui/common/pane_frame.h"

namespace kaptan::ui
{

void PaneFrame::followSession(session::Session* session)
{
    m_following = true;
    if (m_session)
        m_session->disconnect(this);
    m_session = session;
    m_error.reset();
    if (session)
        connect(session, &session::Session::stateChanged, this, &PaneFrame::refresh);
    refresh();
}

void PaneFrame::setKeptContent(bool kept)
{
    if (std::exchange(m_keptContent, kept) != kept)
        refresh();
}

void PaneFrame::setContentState(ContentState state)
{
    if (m_contentState == state)
        return;
    m_contentState = state;
    refresh();
}

void PaneFrame::setEmptyFace(const QString& icon, const QString& title, const QString& text, QAction* action)
{
    m_emptyIcon = icon;
    m_emptyTitle = title;
    m_emptyText = text;
    m_emptyAction = action;
    refresh();
}

void PaneFrame::showError(const Error& error, std::function<void()> retry)
{
    m_error = error;
    m_retry = std::move(retry);
    refresh();
}

void PaneFrame::clearError()
{
    m_error.reset();
    refresh();
}

void PaneFrame::showSessionError(const Error& error)
{
    m_faceWidget->show(QStringLiteral("error"), Tone::Error, error.message(), error.advice());
    m_faceWidget->setDetails(error.details());
    m_faceWidget->setAction(nullptr);
}

void PaneFrame::refresh()
{
    using session::Phase;
    const session::ConnectionState known = m_session ? m_session->state() : session::ConnectionState();
    const bool stale = m_contentState != ContentState::Unknown && known.lastLive.isValid() && !m_error &&
                       (known.phase == Phase::Reconnecting || known.phase == Phase::Failed || known.partial);
    m_stale->setVisible(stale);
    // Most of what several connections show together may be true: only the banner says that not all is.
    m_overlay->setVisible(stale && !known.partial);
    if (stale) {
        m_stale->show(known);
        m_staleTick.start();
        placeOverlay();
    } else {
        m_staleTick.stop();
    }

    m_faceWidget->setDetails({});
    if (m_error) {
        showSessionError(*m_error);
        m_faceWidget->setButton(m_retry ? tr("Retry") : QString(), [this] {
            const auto retry = m_retry;
            clearError();
            if (retry)
                retry();
        });
        setFace(Face::Error, m_faceWidget);
        return;
    }
    if (m_following && !m_session) {
        m_faceWidget->show(QStringLiteral("plug"), Tone::Neutral, tr("No connection"),
                           tr("Choose an engine to see what runs on it."));
        m_faceWidget->setAction(nullptr);
        m_faceWidget->setButton(tr("Open connections"), [this] { Q_EMIT connectionsRequested(); });
        setFace(Face::Empty, m_faceWidget);
        return;
    }
    const bool kept =
        m_keptContent && (m_contentState == ContentState::Data || m_contentState == ContentState::NoMatch);
    if (m_session && !stale && !kept) {
        const session::ConnectionState state = m_session->state();
        const bool broken = state.phase == Phase::Failed || state.phase == Phase::Reconnecting;
        if (broken && state.error) {
            showSessionError(*state.error);
            m_faceWidget->setButton(tr("Retry"), [this] {
                if (m_session)
                    m_session->retryNow();
            });
            setFace(Face::Error, m_faceWidget);
            return;
        }
        if (state.phase == Phase::Idle) {
            m_faceWidget->show(QStringLiteral("plug"), Tone::Neutral, tr("Not connected"), {});
            m_faceWidget->setAction(nullptr);
            m_faceWidget->setButton(tr("Connect"), [this] {
                if (m_session)
                    m_session->open();
            });
            setFace(Face::Empty, m_faceWidget);
            return;
        }
        // What has come is shown at once, though what the engine is may still be on its way. Rows of a former
        // connection are none of it.
        const bool first = state.phase == Phase::Connecting && m_contentState == ContentState::Data &&
                           !state.lastLive.isValid();
        if (state.phase != Phase::Live && !first) {
            setFace(Face::Loading, m_blank);
            return;
        }
    }
    m_faceWidget->setButton({}, {});
    switch (m_contentState) {
    case ContentState::Unknown:
        setFace(Face::Loading, m_blank);
        return;
    case ContentState::Empty:
        m_faceWidget->show(m_emptyIcon, Tone::Neutral, m_emptyTitle, m_emptyText);
        m_faceWidget->setAction(m_emptyAction);
        setFace(stale ? Face::Stale : Face::Empty, m_faceWidget);
        return;
    case ContentState::NoMatch:
        m_faceWidget->show(QStringLiteral("filter"), Tone::Neutral, tr("Nothing matches the filter"),
                           tr("There is something, but the filter hides it all."));
        m_faceWidget->setAction(nullptr);
        m_faceWidget->setButton(tr("Clear the filter"), [this] {
            m_filter->clear();
            Q_EMIT clearFiltersRequested();
        });
        setFace(stale ? Face::Stale : Face::Empty, m_faceWidget);
        return;
    case ContentState::Data:
        setFace(stale ? Face::Stale : Face::Data, m_content ? m_content : m_blank);
        return;
    }
}

void PaneFrame::setFace(Face face, QWidget* page)
{
    const bool wasLoading = m_face == Face::Loading;
    if (face == Face::Loading) {
        // A quick answer shows no skeleton at all.
        if (!wasLoading || !m_skeletonDelay.isActive()) {
            if (m_stack->currentWidget() != m_skeleton) {
                m_stack->setCurrentWidget(m_blank);
                m_skeletonDelay.start();
            }
        }
    } else {
        m_skeletonDelay.stop();
        // Who waited for the data gets it; a focus elsewhere (the filter, the drawer) stays where it is.
        const QWidget* focus = window()->focusWidget();
        const bool waited =
            page == m_content && m_stack->currentWidget() != page && isVisible() &&
            (!focus || focus == m_stack || focus->isAncestorOf(this) || m_stack->isAncestorOf(focus));
        m_stack->setCurrentWidget(page);
        // An empty pane must hear its shortcuts too: without a table the focus is the stack's.
        if (m_content)
            setFocusProxy(page == m_content ? m_content : m_stack);
        if (waited)
            page->setFocus();
    }
    if (face == m_face)
        return;
    m_face = face;
    Q_EMIT faceChanged();
}

} // namespace kaptan::ui
