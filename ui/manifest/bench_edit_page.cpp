#include "ui/manifest/bench_edit_page.h"

#include "app/core/when_done.h"
#include "ui/common/error_box.h"
#include "ui/common/plain_text.h"
#include "ui/common/style.h"

#include <QEvent>
#include <QLabel>
#include <QListWidget>
#include <QScrollArea>
#include <QSplitter>
#include <QThreadPool>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace kaptan::ui
{

namespace
{

constexpr int parseSoonMs = 250;
constexpr int formSoonMs = 120;
constexpr qsizetype mostForForm = 300'000; ///< characters; a form changes the text in the window's thread
constexpr int mostProblems = 500;
constexpr int roomForForm = 760; ///< pixels
constexpr int placeRole = Qt::UserRole + 1;

} // namespace

BenchEditPage::BenchEditPage(QWidget* parent)
    : QWidget(parent), m_editor(new YamlEditor), m_splitter(new QSplitter(Qt::Horizontal, this)),
      m_formPlace(new QScrollArea), m_formError(new ErrorBox(this)), m_problemsTitle(new QLabel(this)),
      m_problems(new QListWidget(this))
{
    m_formPlace->setObjectName(u"formPlace"_s);
    m_formPlace->setWidgetResizable(true);
    m_formPlace->setFrameShape(QFrame::NoFrame);
    m_formPlace->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_splitter->setObjectName(u"benchSplitter"_s);
    m_splitter->addWidget(m_formPlace);
    m_splitter->addWidget(m_editor);
    m_splitter->setStretchFactor(0, 2);
    m_splitter->setStretchFactor(1, 3);
    m_splitter->setChildrenCollapsible(false);
    m_formPlace->hide();
    m_problems->setObjectName(u"benchProblems"_s);
    m_problems->setTextElideMode(Qt::ElideNone);
    m_problems->setWordWrap(true);
    m_problems->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_problemsTitle->setTextFormat(Qt::PlainText);
    setLook(m_problemsTitle, Look::Heading);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::s);
    column->addWidget(m_formError);
    column->addWidget(m_splitter, 1);
    column->addWidget(m_problemsTitle);
    column->addWidget(m_problems);

    m_parseSoon.setSingleShot(true);
    m_parseSoon.setInterval(parseSoonMs);
    connect(&m_parseSoon, &QTimer::timeout, this, &BenchEditPage::parse);
    m_formSoon.setSingleShot(true);
    m_formSoon.setInterval(formSoonMs);
    connect(&m_formSoon, &QTimer::timeout, this, &BenchEditPage::followForm);
    connect(m_editor, &QPlainTextEdit::textChanged, this, [this] {
        if (m_setting)
            return;
        m_manifest.reset();
        ++m_turn;
        m_parseSoon.start();
        Q_EMIT edited();
    });
    connect(m_editor, &QPlainTextEdit::cursorPositionChanged, this, [this] {
        if (m_manifest && m_manifest->objects.size() + m_manifest->unnamed.size() > 1)
            m_formSoon.start();
    });
    const auto jump = [this](QListWidgetItem* item) {
        const QPoint place = item->data(placeRole).toPoint();
        m_editor->goTo(place.x(), place.y());
        m_editor->setFocus();
    };
    connect(m_problems, &QListWidget::itemClicked, this, jump);
    connect(m_problems, &QListWidget::itemActivated, this, jump);
    connect(&Style::instance(), &Style::changed, this, &BenchEditPage::showProblems);
    retranslate();
    showProblems();
}

void BenchEditPage::setText(const QString& text, bool isNew)
{
    m_isNew = isNew;
    m_setting = true;
    m_editor->setText(text);
    m_setting = false;
    m_hints.clear();
    m_manifest.reset();
    ++m_turn;
    parse();
}

void BenchEditPage::changeText(const QString& text)
{
    m_editor->changeText(text);
    m_parseSoon.stop();
    parse();
}

QString BenchEditPage::text() const
{
    return m_editor->text();
}

void BenchEditPage::setReadOnly(bool readOnly)
{
    m_editor->setReadOnly(readOnly);
    m_formPlace->setEnabled(!readOnly);
}

void BenchEditPage::focusFirst()
{
    if (m_form && m_formPlace->isVisible())
        m_form->setFocus();
    else
        m_editor->setFocus();
}

void BenchEditPage::parse()
{
    const auto read = QtFuture::makeReadyFuture(m_editor->text())
                          .then(QThreadPool::globalInstance(),
                                [](const QString& text) -> Result<std::shared_ptr<const kube::Manifest>> {
                                    return std::make_shared<const kube::Manifest>(kube::parseManifest(text));
                                });
    whenDone(read, this,
             [this, turn = ++m_turn](const Result<std::shared_ptr<const kube::Manifest>>& result) {
                 if (turn != m_turn || !result)
                     return;
                 m_manifest = *result;
                 m_hints.clear();
                 Q_EMIT parsed();
                 showProblems();
                 followForm();
             });
}

void BenchEditPage::setHints(const QVector<kube::ManifestProblem>& hints)
{
    m_hints = hints;
    showProblems();
}

void BenchEditPage::showProblems()
{
    QVector<kube::ManifestProblem> all = m_manifest ? m_manifest->problems : QVector<kube::ManifestProblem>();
    if (!m_manifest)
        return; // the old ones stay until the text is read
    all += m_hints;
    std::stable_sort(all.begin(), all.end(), [](const auto& a, const auto& b) { return a.line < b.line; });
    const Style& style = Style::instance();
    QVector<EditorProblem> marks;
    m_problems->clear();
    for (const kube::ManifestProblem& problem : std::as_const(all)) {
        QString words = plainLine(problem.why, 600) + u'.';
        if (!problem.fix.isEmpty())
            words += u' ' + plainLine(problem.fix, 400);
        marks.append({problem.line, problem.column, words, problem.warning});
        if (m_problems->count() >= mostProblems)
            continue;
        auto* item = new QListWidgetItem(style.icon(problem.warning ? u"warning"_s : u"error"_s,
                                                    problem.warning ? Tone::Warning : Tone::Error),
                                         //: %1 is the number of a line, %2 what is wrong there
                                         tr("Line %1: %2").arg(problem.line).arg(words));
        item->setData(placeRole, QPoint(problem.line, problem.column));
        m_problems->addItem(item);
    }
    m_editor->setProblems(marks);
    m_problems->setVisible(!all.isEmpty());
    int height = 2 * m_problems->frameWidth() + 2;
    for (int i = 0; i < std::min(m_problems->count(), 4); ++i)
        height += m_problems->sizeHintForRow(i);
    m_problems->setFixedHeight(std::min(height, 104));
    m_problemsTitle->setVisible(!all.isEmpty());
    m_problemsTitle->setText(tr("%n problem(s)", nullptr, int(all.size())));
}

// ---- the form

const kube::ManifestObject* BenchEditPage::objectAtCursor() const
{
    if (!m_manifest)
        return nullptr;
    const int line = m_editor->currentLine();
    const auto rank = [line](const kube::ManifestObject& object) { // the last one above, or else the first
        return object.line <= line ? object.line : -object.line;
    };
    const kube::ManifestObject* found = nullptr;
    for (const auto* objects : {&m_manifest->objects, &m_manifest->unnamed})
        for (const kube::ManifestObject& object : *objects)
            if (!found || rank(object) > rank(*found))
                found = &object;
    if (!found)
        return nullptr;
    // The items of a list share one document: no form writes there.
    qsizetype here = 0;
    for (const auto* objects : {&m_manifest->objects, &m_manifest->unnamed})
        here += std::count_if(objects->cbegin(), objects->cend(),
                              [found](const auto& each) { return each.document == found->document; });
    return here == 1 ? found : nullptr;
}

void BenchEditPage::followForm()
{
    if (!m_manifest)
        return;
    const kube::ManifestObject* object = objectAtCursor();
    if (!object && m_manifest->objects.isEmpty() && m_manifest->unnamed.isEmpty() && m_manifest->hasErrors())
        return; // half written: the form waits
    const bool possible = object && m_editor->document()->characterCount() < mostForForm;
    const QString kind = possible ? object->apiVersion + u' ' + object->kind : QString();
    if (kind != m_formKind) {
        m_formKind = kind;
        if (m_form)
            delete m_formPlace->takeWidget();
        m_form = nullptr;
        if (possible) {
            FormContext context = m_context;
            if (!object->nameSpace.isEmpty())
                context.nameSpace = object->nameSpace;
            m_form = makeForm(object->apiVersion, object->kind, context, nullptr);
        }
        if (m_form) {
            m_form->setObjectName(u"objectForm"_s);
            m_form->setNew(m_isNew);
            m_formPlace->setWidget(m_form);
            connect(m_form, &Form::edited, this, &BenchEditPage::formEdited);
        }
        placeForm();
    }
    m_formDocument = object ? object->document : -1;
    m_formText = m_form ? m_editor->text() : QString();
    if (m_form && object)
        m_form->show(object->object);
}

void BenchEditPage::placeForm()
{
    m_formPlace->setVisible(m_form && width() >= roomForForm);
}

void BenchEditPage::formEdited(const QVector<QPair<kube::YamlPath, QJsonValue>>& changes)
{
    const QString now = m_editor->text();
    if (now != m_formText) {
        // The text went on without the form: its places may be other ones. It is shown anew in a moment.
        m_parseSoon.start();
        return;
    }
    Result<kube::YamlEdit> edit = kube::YamlEdit::open(now, std::max(0, m_formDocument));
    if (!edit) {
        m_formError->set(edit.error(), {}, true);
        return;
    }
    for (const auto& [path, value] : changes) {
        const Result<void> done = value.isUndefined() ? edit->remove(path) : edit->set(path, value);
        if (!done) {
            m_formError->set(done.error(), {}, true);
            return;
        }
    }
    m_formError->clear();
    changeText(edit->text());
    m_formText = m_editor->text();
}

void BenchEditPage::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        if (m_form)
            m_form->retranslate();
        showProblems();
    }
    QWidget::changeEvent(event);
}

void BenchEditPage::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    placeForm();
}

void BenchEditPage::retranslate()
{
    m_problems->setAccessibleName(tr("What is wrong in the text"));
}

} // namespace kaptan::ui
