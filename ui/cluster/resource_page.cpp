#include "ui/cluster/resource_page.h"

#include "ui/common/error_box.h"
#include "ui/common/faces.h"

#include <QStackedWidget>
#include <QVBoxLayout>

namespace kaptan::ui
{

ResourcePage::ResourcePage(const QString& id, RowModelBase* model, QWidget* parent)
    : QWidget(parent), m_model(model), m_table(new TableView(this)), m_readError(new ErrorBox(this)),
      m_actionError(new ErrorBox(this)), m_stack(new QStackedWidget(this)), m_face(new FaceWidget(this)),
      m_skeleton(new SkeletonWidget(this))
{
    m_table->setObjectName(id);
    m_table->setRowModel(model);
    m_table->setMultiSelection(true);
    m_actionError->setObjectName(id + QStringLiteral("ActionError"));
    m_readError->setObjectName(id + QStringLiteral("ReadError"));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    auto* errors = new QVBoxLayout;
    errors->setContentsMargins(space::l, 0, space::l, 0);
    errors->setSpacing(space::s);
    errors->addWidget(m_actionError);
    errors->addWidget(m_readError);
    layout->addLayout(errors);
    m_stack->addWidget(m_table);
    m_stack->addWidget(m_face);
    m_stack->addWidget(m_skeleton);
    layout->addWidget(m_stack, 1);
    connect(model, &RowModelBase::countsChanged, this, &ResourcePage::refresh);
    refresh();
}

void ResourcePage::setReadError(const std::optional<Error>& error, std::function<void()> retry)
{
    if (error)
        m_readError->set(*error, std::move(retry));
    else
        m_readError->clear();
    refresh();
}

void ResourcePage::setActionError(const Error& error, std::function<void()> retry)
{
    m_actionError->set(error, std::move(retry), true);
}

void ResourcePage::clearActionError()
{
    m_actionError->clear();
}

void ResourcePage::setLoaded(bool loaded)
{
    m_loaded = loaded;
    refresh();
}

void ResourcePage::setEmptyWords(const QString& icon, const QString& title, const QString& text,
                                 QAction* action)
{
    m_icon = icon;
    m_title = title;
    m_text = text;
    m_action = action;
    refresh();
}

void ResourcePage::showFace(QWidget* face)
{
    // A hidden table cannot have the focus, and where nothing has it no shortcut of the pane is heard: then
    // it is the stack's, until the table is there again.
    const QWidget* focus = window()->focusWidget();
    const bool ours = focus && (focus == m_stack || m_stack->isAncestorOf(focus));
    QWidget* heir = face == m_table ? static_cast<QWidget*>(m_table) : m_stack;
    setFocusProxy(heir);
    m_stack->setCurrentWidget(face);
    if (ours && !face->isAncestorOf(window()->focusWidget()))
        heir->setFocus();
}

void ResourcePage::refresh()
{
    if (m_model->shown() > 0) {
        showFace(m_table);
        return;
    }
    if (!m_loaded) {
        // An error stands above; grey bars would promise that something comes.
        showFace(m_readError->error() ? static_cast<QWidget*>(m_table) : m_skeleton);
        return;
    }
    if (m_model->total() > 0) {
        m_face->show(QStringLiteral("filter"), Tone::Neutral, tr("Nothing matches the filter"), {});
        m_face->setAction(nullptr);
        m_face->setButton(tr("Clear the filter"), [this] { Q_EMIT clearFilterRequested(); });
    } else {
        m_face->show(m_icon, Tone::Neutral, m_title, m_text);
        m_face->setButton({}, {});
        m_face->setAction(m_action);
    }
    showFace(m_face);
}

} // namespace kaptan::ui
