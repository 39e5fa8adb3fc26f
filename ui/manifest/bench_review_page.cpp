#include "ui/manifest/bench_review_page.h"

#include "app/core/when_done.h"
#include "app/kube/manifest/yaml_edit.h"
#include "ui/common/diff_view.h"
#include "ui/common/error_box.h"
#include "ui/common/plain_text.h"
#include "ui/common/table_view.h"
#include "ui/manifest/notice_box.h"
#include "ui/manifest/secret_diff.h"

#include <QCheckBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QJsonArray>
#include <QSplitter>
#include <QThreadPool>

using namespace Qt::StringLiterals;

namespace kaptan::ui
{

namespace
{

constexpr int soonMs = 60; ///< a thousand answers are not a thousand changes of the table

void collect(const QJsonValue& from, const QJsonValue& to, const kube::YamlPath& path, int most,
             QStringList& fields)
{
    if (from == to || fields.size() >= most)
        return;
    if (from.isObject() && to.isObject()) {
        const QJsonObject a = from.toObject(), b = to.toObject();
        QStringList keys = a.keys() + b.keys();
        keys.removeDuplicates();
        for (const QString& key : std::as_const(keys))
            collect(a.value(key), b.value(key), path / key, most, fields);
        return;
    }
    if (from.isArray() && to.isArray() && from.toArray().size() == to.toArray().size()) {
        for (int i = 0; i < from.toArray().size(); ++i)
            collect(from.toArray()[i], to.toArray()[i], path / i, most, fields);
        return;
    }
    fields.append(path.toString());
}

} // namespace

QStringList changedFields(const QJsonObject& from, const QJsonObject& to, int most)
{
    QStringList fields;
    collect(from, to, {}, most + 1, fields);
    if (fields.size() > most)
        fields[most] = u"…"_s;
    return fields;
}

BenchReviewPage::BenchReviewPage(QWidget* parent)
    : QWidget(parent), m_model(new ObjectRowsModel(this)), m_table(new TableView),
      m_splitter(new QSplitter(Qt::Vertical, this)), m_chip(new ChipLabel), m_title(new ElidedLabel),
      m_error(new ErrorBox), m_movedOn(new NoticeBox(Tone::Warning)),
      m_conflicts(new NoticeBox(Tone::Warning)), m_warnings(new NoticeBox(Tone::Warning)),
      m_carry(new QPushButton), m_force(new QCheckBox), m_diff(new DiffView), m_nothing(new QLabel)
{
    m_table->setObjectName(u"reviewTable"_s);
    m_table->setRowModel(m_model);
    m_model->sort(ObjectRowsModel::StateColumn);
    auto* details = new QWidget;
    auto* column = new QVBoxLayout(details);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::s);
    auto* head = new QHBoxLayout;
    head->setSpacing(space::s);
    head->addWidget(m_chip);
    head->addWidget(m_title, 1);
    column->addLayout(head);
    m_error->setObjectName(u"reviewError"_s);
    for (QWidget* each : std::initializer_list<QWidget*>{m_error, m_movedOn, m_conflicts, m_warnings})
        column->addWidget(each);
    column->addWidget(m_nothing);
    column->addWidget(m_diff, 1);
    column->addStretch(0);
    m_carry->setObjectName(u"carryOver"_s);
    m_carry->setAutoDefault(false);
    m_movedOn->addControl(m_carry);
    m_force->setObjectName(u"takeOver"_s);
    m_conflicts->addControl(m_force);
    m_nothing->setTextFormat(Qt::PlainText);
    m_nothing->setWordWrap(true);
    setLook(m_nothing, Look::Muted);
    setLook(m_title, Look::Mono);
    m_splitter->addWidget(m_table);
    m_splitter->addWidget(details);
    m_splitter->setStretchFactor(0, 2);
    m_splitter->setStretchFactor(1, 3);
    m_splitter->setChildrenCollapsible(false);
    auto* page = new QVBoxLayout(this);
    page->setContentsMargins(0, 0, 0, 0);
    page->addWidget(m_splitter);

    connect(m_table, &TableView::currentKeyChanged, this, [this](const QString& key) {
        if (!key.isEmpty())
            show(key.toInt());
    });
    connect(m_carry, &QPushButton::clicked, this, [this] {
        if (m_current >= 0)
            Q_EMIT carryOverRequested(m_current);
    });
    connect(m_force, &QCheckBox::clicked, this, [this](bool on) {
        if (m_run && m_current >= 0)
            m_run->again(m_current, on);
    });
    m_soon.setSingleShot(true);
    m_soon.setInterval(soonMs);
    connect(&m_soon, &QTimer::timeout, this, &BenchReviewPage::flush);
    retranslate();
    setRun(nullptr);
}

void BenchReviewPage::setRun(ReviewRun* run)
{
    if (m_run)
        m_run->disconnect(this);
    m_run = run;
    m_current = -1;
    m_changed.clear();
    m_diff->clear();
    QVector<ObjectRow> rows;
    if (run) {
        for (int i = 0; i < run->count(); ++i)
            rows.append(reviewRow(i, run->objects()[i], run->item(i)));
        connect(run, &ReviewRun::changed, this, &BenchReviewPage::itemChanged);
        connect(run, &ReviewRun::finished, this, &BenchReviewPage::showWorst);
    }
    m_worstShown = false;
    const qsizetype count = rows.size();
    m_table->setVisible(count > 1);
    m_model->setRows(std::move(rows));
    if (count > 0) {
        m_table->selectKey(u"0"_s);
        show(0);
    }
}

/// What cannot be applied as it is comes first, and is shown once all are known.
void BenchReviewPage::showWorst()
{
    if (m_worstShown || !m_run)
        return;
    m_worstShown = true;
    flush();
    m_model->resort();
    int worst = -1, rank = 0;
    for (int i = 0; i < m_run->count(); ++i) {
        const int its = reviewRow(i, m_run->objects()[i], m_run->item(i)).rank;
        if (worst < 0 || its < rank) {
            worst = i;
            rank = its;
        }
    }
    if (worst >= 0)
        m_table->selectKey(QString::number(worst));
}

void BenchReviewPage::focusFirst()
{
    if (m_table->isVisible())
        m_table->setFocus();
    else
        m_diff->setFocus();
}

void BenchReviewPage::itemChanged(int index)
{
    m_changed.insert(index);
    if (!m_soon.isActive())
        m_soon.start();
}

void BenchReviewPage::flush()
{
    if (!m_run)
        return;
    QVector<ObjectRow> rows;
    for (const int index : std::exchange(m_changed, {})) {
        rows.append(reviewRow(index, m_run->objects()[index], m_run->item(index)));
        if (index == m_current)
            show(index);
    }
    m_model->upsert(std::move(rows));
}

QString BenchReviewPage::summary() const
{
    if (!m_run)
        return {};
    int made = 0, changed = 0, same = 0, refused = 0, waiting = 0, conflicts = 0;
    for (int i = 0; i < m_run->count(); ++i) {
        const ReviewItem& item = m_run->item(i);
        if (item.preview.needsForce() && !item.force && item.state != ReviewItem::State::Waiting) {
            ++conflicts;
            continue;
        }
        switch (item.state) {
        case ReviewItem::State::Waiting:
            ++waiting;
            break;
        case ReviewItem::State::New:
        case ReviewItem::State::Later:
            ++made;
            break;
        case ReviewItem::State::Changed:
            ++changed;
            break;
        case ReviewItem::State::Unchanged:
            ++same;
            break;
        case ReviewItem::State::Refused:
            ++refused;
            break;
        }
    }
    QStringList parts;
    if (waiting > 0)
        parts << tr("%n being checked", nullptr, waiting);
    if (made > 0)
        //: so many objects will be made
        parts << tr("%n new", nullptr, made);
    if (changed > 0)
        parts << tr("%n changed", nullptr, changed);
    if (same > 0)
        parts << tr("%n unchanged", nullptr, same);
    if (conflicts > 0)
        parts << tr("%n in conflict", nullptr, conflicts);
    if (refused > 0)
        parts << tr("%n refused", nullptr, refused);
    return parts.join(u", "_s);
}

void BenchReviewPage::show(int index)
{
    if (!m_run || index < 0 || index >= m_run->count())
        return;
    m_current = index;
    const BenchObject& object = m_run->objects()[index];
    const ReviewItem& item = m_run->item(index);
    const ObjectRow row = reviewRow(index, object, item);
    m_chip->set(row.icon, row.word, row.tone);
    m_title->setFullText(object.manifest.title());
    if (item.error)
        m_error->set(*item.error, [this, index, force = item.force] {
            if (m_run)
                m_run->again(index, force);
        });
    else
        m_error->clear();
    showNotices(item);
    showDiff(item);
}

void BenchReviewPage::showNotices(const ReviewItem& item)
{
    const kube::ChangePreview& preview = item.preview;
    const bool waits = item.state == ReviewItem::State::Waiting;
    m_movedOn->setVisible(preview.movedOn && !waits);
    if (preview.movedOn) {
        const QJsonObject& base = m_run->objects()[m_current].base;
        if (preview.clashes.isEmpty())
            m_movedOn->set(tr("This object was changed by somebody else since the edit began."),
                           changedFields(kube::editable(base), kube::editable(preview.live)));
        else
            m_movedOn->set(
                tr("This object was changed by somebody else since the edit began. Your changes go "
                   "on top of that. Both changed these fields; your values would be set:"),
                preview.clashes);
    }
    const bool needsForce = preview.needsForce() || item.force;
    m_conflicts->setVisible(needsForce);
    if (needsForce && !waits) {
        QStringList fields;
        for (const kube::HeldField& each : preview.conflicts)
            //: a field of an object, and the programs that manage it
            fields << tr("%1 — managed by %2").arg(each.field, each.managers.join(u", "_s));
        m_conflicts->set(
            preview.replaces
                ? tr("Others also manage fields that this change removes. To leave them out of an apply "
                     "would "
                     "not remove them: they are taken from their managers, and the object is replaced as a "
                     "whole.")
                : tr("Others manage fields that this change sets. Who manages them may set them back."),
            fields);
    }
    m_force->setChecked(item.force);
    m_force->setEnabled(!waits);
    m_warnings->setVisible(!preview.warnings.isEmpty());
    m_warnings->set(tr("The server warns:"), preview.warnings);
}

void BenchReviewPage::showDiff(const ReviewItem& item)
{
    const bool hasDiff = item.state == ReviewItem::State::New || item.state == ReviewItem::State::Changed;
    const bool has = hasDiff && !item.preview.wouldBe.isEmpty();
    m_diff->setVisible(has);
    m_nothing->setVisible(!has);
    switch (item.state) {
    case ReviewItem::State::Waiting:
        m_nothing->setText(tr("The server is asked what it would make of it …"));
        break;
    case ReviewItem::State::Unchanged:
        m_nothing->setText(tr("The object is so already: nothing would be changed."));
        break;
    case ReviewItem::State::Later:
        m_nothing->setText(tr("What it needs is made by the same apply; the server checks it then."));
        break;
    default:
        m_nothing->setText(item.state == ReviewItem::State::Refused
                               ? tr("Nothing was changed. Go back, mend the text and review it again.")
                               : tr("What it would be is known when the fields are taken over."));
    }
    const int turn = ++m_diffTurn;
    if (!has)
        return;
    const auto made = QtFuture::makeReadyFuture(item.preview)
                          .then(QThreadPool::globalInstance(),
                                [](const kube::ChangePreview& preview) -> Result<ObjectDiff> {
                                    return objectDiff(preview.live, preview.wouldBe);
                                });
    whenDone(made, this, [this, turn](const Result<ObjectDiff>& diff) {
        if (turn == m_diffTurn && diff)
            m_diff->setTexts(diff->texts, diff->whole);
    });
}

void BenchReviewPage::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        for (int i = 0; m_run && i < m_run->count(); ++i)
            itemChanged(i);
        m_model->retranslate();
    }
    QWidget::changeEvent(event);
}

void BenchReviewPage::retranslate()
{
    m_table->setAccessibleName(tr("Objects to be applied"));
    m_carry->setText(tr("Carry my changes over"));
    m_carry->setToolTip(tr("Puts your changes on top of the object as it is now"));
    m_force->setText(tr("Take over these fields"));
}

} // namespace kaptan::ui
