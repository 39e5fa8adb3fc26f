#pragma once

#include "app/core/error.h"
#include "ui/common/row_model.h"
#include "ui/common/table_view.h"

#include <QWidget>

#include <functional>
#include <optional>

class QAction;
class QStackedWidget;

namespace kaptan::ui
{

class ErrorBox;
class FaceWidget;
class SkeletonWidget;

/// One table of the cluster pane with its own faces: loading, empty, no match, error above the last data.
class ResourcePage : public QWidget
{
    Q_OBJECT
public:
    /// `id` names the table for tests: "imagesTable".
    ResourcePage(const QString& id, RowModelBase* model, QWidget* parent = nullptr);

    TableView* table() const { return m_table; }

    RowModelBase* model() const { return m_model; }

    /// Reading failed (with a way to try again) or what somebody did here failed; separate, both may be.
    void setReadError(const std::optional<Error>& error, std::function<void()> retry);
    void setActionError(const Error& error, std::function<void()> retry);
    void clearActionError();
    void setLoaded(bool loaded);
    void setEmptyWords(const QString& icon, const QString& title, const QString& text, QAction* action);

Q_SIGNALS:
    void clearFilterRequested();

private:
    void refresh();
    void showFace(QWidget* face);

    RowModelBase* m_model;
    TableView* m_table;
    ErrorBox* m_readError;
    ErrorBox* m_actionError;
    QStackedWidget* m_stack;
    FaceWidget* m_face;
    SkeletonWidget* m_skeleton;
    bool m_loaded = false;
    QString m_icon, m_title, m_text;
    QAction* m_action = nullptr;
};

} // namespace kaptan::ui
