#pragma once

#include "app/core/error.h"
#include "app/session/session.h"
#include "ui/common/widgets.h"

#include <QPlainTextEdit>

#include <functional>

namespace kaptan::ui
{

/// Rows of grey bars while the first data is under way.
class SkeletonWidget : public QWidget
{
    Q_OBJECT
public:
    explicit SkeletonWidget(QWidget* parent = nullptr);

protected:
    void paintEvent(QPaintEvent* event) override;
};

/// In the middle of an empty place: icon, what is the matter, what helps, folded details, buttons.
class FaceWidget : public QWidget
{
    Q_OBJECT
public:
    explicit FaceWidget(QWidget* parent = nullptr);

    void show(const QString& icon, Tone tone, const QString& title, const QString& text);
    void setDetails(const QString& details); ///< empty: none
    /// One main button; an empty text hides it.
    void setButton(const QString& text, std::function<void()> pressed);
    void setAction(QAction* action); ///< null: none
    /// Further content below the text (the welcome face's choices); taken over.
    void addContent(QWidget* widget);

    QString title() const { return m_title->text(); }

    QString text() const { return m_text->text(); }

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();
    IconLabel* m_icon;
    QLabel* m_title;
    QLabel* m_text;
    QPushButton* m_button;
    QVBoxLayout* m_extra;
    QVBoxLayout* m_layout;
    QPushButton* m_fold;
    QPlainTextEdit* m_details;
    QPointer<ActionButton> m_actionButton;
    std::function<void()> m_pressed;
};

/// Above data that may be old: since when, why, retry.
class StaleBanner : public QWidget
{
    Q_OBJECT
public:
    explicit StaleBanner(QWidget* parent = nullptr);
    void show(const session::ConnectionState& state);

Q_SIGNALS:
    void retryRequested();

protected:
    void changeEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    IconLabel* m_icon;
    ElidedLabel* m_text;
    QPushButton* m_retry;
};

} // namespace kaptan::ui
