#include "ui/manifest/bench_outcome_page.h"

#include "ui/common/error_box.h"
#include "ui/common/table_view.h"
#include "ui/manifest/notice_box.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QProgressBar>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace kaptan::ui
{

using State = kube::ApplyOutcome::State;

namespace
{

constexpr int soonMs = 60;

} // namespace

BenchOutcomePage::BenchOutcomePage(QWidget* parent)
    : QWidget(parent), m_model(new ObjectRowsModel(this)), m_table(new TableView(this)),
      m_progress(new QProgressBar(this)), m_chip(new ChipLabel(this)), m_title(new ElidedLabel(this)),
      m_error(new ErrorBox(this)), m_warnings(new NoticeBox(Tone::Warning, this))
{
    m_table->setObjectName(u"outcomeTable"_s);
    m_table->setRowModel(m_model);
    m_model->sort(ObjectRowsModel::StateColumn);
    m_progress->setObjectName(u"applyProgress"_s);
    m_progress->setTextVisible(false);
    m_progress->setFixedHeight(6);
    m_error->setObjectName(u"outcomeError"_s);
    setLook(m_title, Look::Mono);
    auto* head = new QHBoxLayout;
    head->setSpacing(space::s);
    head->addWidget(m_chip);
    head->addWidget(m_title, 1);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::s);
    column->addWidget(m_progress);
    column->addWidget(m_table, 1);
    column->addLayout(head);
    column->addWidget(m_error);
    column->addWidget(m_warnings);
    connect(m_table, &TableView::currentKeyChanged, this, [this](const QString& key) {
        if (!key.isEmpty())
            show(key.toInt());
    });
    m_soon.setSingleShot(true);
    m_soon.setInterval(soonMs);
    connect(&m_soon, &QTimer::timeout, this, &BenchOutcomePage::flush);
    retranslate();
}

void BenchOutcomePage::setObjects(const QVector<BenchObject>& objects,
                                  const QVector<kube::ApplyOutcome>& outcomes)
{
    m_objects = objects;
    m_outcomes = outcomes;
    m_outcomes.resize(objects.size());
    m_changed.clear();
    QVector<ObjectRow> rows;
    for (int i = 0; i < m_objects.size(); ++i)
        rows.append(outcomeRow(i, m_objects[i], m_outcomes[i]));
    m_model->setRows(std::move(rows));
    m_progress->setRange(0, std::max(1, int(m_objects.size())));
    const auto failed = std::find_if(m_outcomes.cbegin(), m_outcomes.cend(),
                                     [](const auto& each) { return each.state == State::Failed; });
    const int first = failed == m_outcomes.cend() ? 0 : int(failed - m_outcomes.cbegin());
    m_table->selectKey(QString::number(first));
    show(first);
    flush();
}

void BenchOutcomePage::update(int index, const kube::ApplyOutcome& outcome)
{
    if (index < 0 || index >= m_outcomes.size())
        return;
    m_outcomes[index] = outcome;
    m_changed.insert(index);
    if (!m_soon.isActive())
        m_soon.start();
}

void BenchOutcomePage::flush()
{
    QVector<ObjectRow> rows;
    int firstFailed = -1;
    for (const int index : std::exchange(m_changed, {})) {
        rows.append(outcomeRow(index, m_objects[index], m_outcomes[index]));
        if (index == m_current)
            show(index);
        if (m_outcomes[index].state == State::Failed && (firstFailed < 0 || index < firstFailed))
            firstFailed = index;
    }
    m_model->upsert(std::move(rows));
    m_progress->setValue(int(std::count_if(m_outcomes.cbegin(), m_outcomes.cend(),
                                           [](const kube::ApplyOutcome& each) { return each.isEnd(); })));
    // What failed is what the reader wants to see.
    const bool shown =
        m_current >= 0 && m_current < m_outcomes.size() && m_outcomes[m_current].state == State::Failed;
    if (firstFailed >= 0 && !shown)
        m_table->selectKey(QString::number(firstFailed));
}

void BenchOutcomePage::setBusy(bool busy)
{
    m_progress->setVisible(busy);
    if (!busy)
        m_model->resort();
}

void BenchOutcomePage::focusFirst()
{
    m_table->setFocus();
}

QString BenchOutcomePage::summary() const
{
    int applied = 0, same = 0, failed = 0, rest = 0;
    for (const kube::ApplyOutcome& each : m_outcomes) {
        if (each.state == State::Created || each.state == State::Changed)
            ++applied;
        else if (each.state == State::Unchanged)
            ++same;
        else if (each.state == State::Failed)
            ++failed;
        else
            ++rest;
    }
    QStringList parts;
    if (applied > 0)
        parts << tr("%n applied", nullptr, applied);
    if (same > 0)
        parts << tr("%n unchanged", nullptr, same);
    if (failed > 0)
        parts << tr("%n failed", nullptr, failed);
    if (rest > 0)
        //: objects that were not sent, or have no answer yet
        parts << tr("%n open", nullptr, rest);
    return parts.join(u", "_s);
}

void BenchOutcomePage::show(int index)
{
    if (index < 0 || index >= m_objects.size())
        return;
    m_current = index;
    const kube::ApplyOutcome& outcome = m_outcomes[index];
    const ObjectRow row = outcomeRow(index, m_objects[index], outcome);
    m_chip->set(row.icon, row.word, row.tone);
    m_title->setFullText(m_objects[index].manifest.title());
    if (outcome.error)
        m_error->set(*outcome.error);
    else
        m_error->clear();
    m_warnings->setVisible(!outcome.warnings.isEmpty());
    m_warnings->set(tr("The server warns:"), outcome.warnings);
}

void BenchOutcomePage::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        for (int i = 0; i < m_objects.size(); ++i)
            m_changed.insert(i);
        m_model->retranslate();
        flush();
    }
    QWidget::changeEvent(event);
}

void BenchOutcomePage::retranslate()
{
    m_table->setAccessibleName(tr("What became of the objects"));
}

} // namespace kaptan::ui
