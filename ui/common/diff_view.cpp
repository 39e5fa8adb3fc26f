#include "ui/common/diff_view.h"

#include "app/core/when_done.h"
#include "ui/common/diff_text.h"
#include "ui/common/memory.h"
#include "ui/common/style.h"

#include <QClipboard>
#include <QEvent>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollBar>
#include <QThreadPool>
#include <QVBoxLayout>

namespace kaptan::ui
{

namespace
{

constexpr int roomForSides = 640; ///< pixels; below, both sides are in one column

QString memoryKey()
{
    return QStringLiteral("diff/sideBySide");
}

} // namespace

DiffView::DiffView(QWidget* parent)
    : QWidget(parent), m_summary(new QLabel(this)), m_previous(new QPushButton(this)),
      m_next(new QPushButton(this)), m_sides(new QPushButton(this)), m_values(new QPushButton(this)),
      m_copy(new QPushButton(this)), m_left(new DiffText(this)), m_right(new DiffText(this))
{
    m_summary->setObjectName(QStringLiteral("diffSummary"));
    m_summary->setTextFormat(Qt::PlainText);
    setLook(m_summary, Look::Muted);
    m_previous->setObjectName(QStringLiteral("diffPrevious"));
    m_next->setObjectName(QStringLiteral("diffNext"));
    m_sides->setObjectName(QStringLiteral("diffSides"));
    m_sides->setCheckable(true);
    m_values->setObjectName(QStringLiteral("diffValues"));
    m_values->setCheckable(true);
    m_copy->setObjectName(QStringLiteral("diffCopy"));
    m_left->setObjectName(QStringLiteral("diffLeft"));
    m_right->setObjectName(QStringLiteral("diffRight"));
    auto* bar = new QHBoxLayout;
    bar->setContentsMargins(0, 0, 0, 0);
    bar->setSpacing(space::xs);
    bar->addWidget(m_summary, 1);
    for (QPushButton* button : {m_values, m_previous, m_next, m_sides, m_copy}) {
        setLook(button, Look::Quiet);
        button->setAutoDefault(false);
        bar->addWidget(button);
    }
    auto* texts = new QHBoxLayout;
    texts->setContentsMargins(0, 0, 0, 0);
    texts->setSpacing(space::xs);
    texts->addWidget(m_left, 1);
    texts->addWidget(m_right, 1);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::xs);
    column->addLayout(bar);
    column->addLayout(texts, 1);

    connect(m_previous, &QPushButton::clicked, this, [this] { step(true); });
    connect(m_next, &QPushButton::clicked, this, [this] { step(false); });
    connect(m_sides, &QPushButton::toggled, this, [this](bool on) {
        Memory::setValue(memoryKey(), on);
        setSideBySide(on);
    });
    connect(m_values, &QPushButton::toggled, this, [this] {
        retranslate();
        compare();
    });
    connect(m_copy, &QPushButton::clicked, this,
            [this] { QGuiApplication::clipboard()->setText(unified()); });
    for (DiffText* text : {m_left, m_right}) {
        connect(text, &DiffText::foldActivated, this, &DiffView::unfold);
        connect(text, &DiffText::nextRequested, this, &DiffView::step);
    }
    const auto together = [](QScrollBar* one, QScrollBar* other) {
        connect(one, &QScrollBar::valueChanged, other, &QScrollBar::setValue);
        connect(other, &QScrollBar::valueChanged, one, &QScrollBar::setValue);
    };
    together(m_left->verticalScrollBar(), m_right->verticalScrollBar());
    together(m_left->horizontalScrollBar(), m_right->horizontalScrollBar());
    connect(&Style::instance(), &Style::changed, this, &DiffView::restyle);
    m_wantSides = Memory::value(memoryKey()).toBool();
    m_sides->setChecked(m_wantSides);
    m_right->hide();
    m_values->hide();
    restyle();
    retranslate();
}

void DiffView::setTexts(const DiffTexts& texts, const std::optional<DiffTexts>& whole)
{
    m_texts = texts;
    m_whole = whole;
    const QSignalBlocker quiet(m_values);
    m_values->setChecked(false);
    m_values->setVisible(whole.has_value());
    retranslate();
    compare();
}

void DiffView::clear()
{
    ++m_turn;
    m_texts = {};
    m_whole.reset();
    m_compare.reset();
    m_rows.clear();
    m_left->setRows(std::make_shared<TextCompare>(), {}, DiffText::Side::Both);
    m_right->hide();
    m_values->hide();
    m_summary->clear();
}

void DiffView::compare()
{
    const DiffTexts texts = m_whole && m_values->isChecked() ? *m_whole : m_texts;
    const auto compared = QtFuture::makeReadyFuture(texts).then(
        QThreadPool::globalInstance(), [](const DiffTexts& both) -> Result<TextCompare> {
            return TextCompare::of(both.before, both.after);
        });
    whenDone(compared, this, [this, turn = ++m_turn](const Result<TextCompare>& result) {
        if (turn != m_turn || !result)
            return;
        m_compare = std::make_shared<const TextCompare>(*result);
        m_layout.unfolded.clear();
        present();
        if (const int first = m_left->changeFrom(-1, false); first >= 0)
            m_left->goToRow(first);
        Q_EMIT ready();
    });
}

void DiffView::setSideBySide(bool both)
{
    m_wantSides = both;
    if (m_sides->isChecked() != both) {
        const QSignalBlocker quiet(m_sides);
        m_sides->setChecked(both);
    }
    present();
}

void DiffView::present()
{
    m_sideBySide = m_wantSides && width() >= roomForSides;
    if (!m_compare)
        return;
    m_layout.sideBySide = m_sideBySide;
    m_rows = diffRows(*m_compare, m_layout);
    const int scroll = m_left->verticalScrollBar()->value();
    const int row = m_left->currentRow();
    m_left->setRows(m_compare, m_rows, m_sideBySide ? DiffText::Side::Before : DiffText::Side::Both);
    m_right->setVisible(m_sideBySide);
    if (m_sideBySide)
        m_right->setRows(m_compare, m_rows, DiffText::Side::After);
    m_left->goToRow(std::min(row, int(m_rows.size()) - 1));
    m_left->verticalScrollBar()->setValue(scroll);
    retranslate();
}

void DiffView::unfold(int row)
{
    if (row < 0 || row >= m_rows.size())
        return;
    if (m_rows[row].oldLine < 0)
        m_layout.mostRows += 20'000;
    else
        m_layout.unfolded.insert(m_rows[row].oldLine);
    present();
}

void DiffView::step(bool backward)
{
    DiffText* text = m_right->hasFocus() ? m_right : m_left;
    const int row = text->changeFrom(text->currentRow(), backward);
    if (row < 0)
        return;
    text->goToRow(row);
    text->setFocus();
}

QString DiffView::unified() const
{
    return m_compare ? unifiedDiff(*m_compare, tr("live"), tr("would be")) : QString();
}

void DiffView::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        present();
    QWidget::changeEvent(event);
}

void DiffView::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    if (m_wantSides && m_sideBySide != (width() >= roomForSides))
        present();
}

void DiffView::retranslate()
{
    if (!m_compare)
        m_summary->clear();
    else if (m_compare->hunks.isEmpty())
        m_summary->setText(tr("Nothing differs"));
    else
        //: lines that were added and removed: "+3 −1 lines"
        m_summary->setText(tr("+%L1 −%L2 lines").arg(m_compare->added).arg(m_compare->removed));
    m_previous->setToolTip(tr("Previous change (Shift+F7, p)"));
    m_previous->setAccessibleName(tr("Previous change"));
    m_next->setToolTip(tr("Next change (F7, n)"));
    m_next->setAccessibleName(tr("Next change"));
    m_sides->setText(tr("Side by side"));
    m_values->setText(m_values->isChecked() ? tr("Hide values") : tr("Show values"));
    //: the differences, to the clipboard
    m_copy->setText(tr("Copy"));
    //: what is in the cluster now
    const QString live = tr("live");
    m_left->setAccessibleName(m_sideBySide ? live : tr("Differences"));
    //: what the object would be after the change
    m_right->setAccessibleName(tr("would be"));
    const bool changes = m_compare && !m_compare->hunks.isEmpty();
    m_previous->setEnabled(changes);
    m_next->setEnabled(changes);
    m_copy->setEnabled(changes);
}

void DiffView::restyle()
{
    const Style& style = Style::instance();
    m_previous->setIcon(style.icon(QStringLiteral("arrow-up")));
    m_next->setIcon(style.icon(QStringLiteral("arrow-down")));
    m_copy->setIcon(style.icon(QStringLiteral("copy")));
}

} // namespace kaptan::ui
