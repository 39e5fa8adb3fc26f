#include "ui/common/chart_panel.h"

#include "app/core/when_done.h"
#include "app/history/curve_source.h"
#include "app/report/csv.h"
#include "ui/common/error_box.h"
#include "ui/common/plain_text.h"
#include "ui/common/style.h"

#include <QBoxLayout>
#include <QClipboard>
#include <QEvent>
#include <QFileDialog>
#include <QGuiApplication>
#include <QMenu>
#include <QSaveFile>
#include <QSignalBlocker>
#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace kaptan::ui
{

namespace
{

constexpr std::array<qint64, 6> spans{900, 3600, 6 * 3600, 86400, 7 * 86400, 30 * 86400};
constexpr int hourSpan = 1;
constexpr std::chrono::seconds growEvery{15};
constexpr qint64 shortest = 60;

} // namespace

ChartPanel::ChartPanel(QWidget* parent, Clock& clock)
    : QWidget(parent), m_clock(clock), m_span(new QComboBox), m_source(new QComboBox),
      m_compare(new QCheckBox), m_whole(new QToolButton), m_menu(new QToolButton), m_error(new ErrorBox),
      m_state(new QLabel), m_scroll(new QScrollArea)
{
    auto* row = new QHBoxLayout;
    row->setSpacing(space::s);
    for (QWidget* one : std::initializer_list<QWidget*>{m_span, m_source, m_compare, m_whole})
        row->addWidget(one);
    row->addStretch();
    row->addWidget(m_menu);
    m_source->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_source->setMinimumContentsLength(12);
    m_menu->setMenu(new QMenu(m_menu));
    m_menu->setPopupMode(QToolButton::InstantPopup);
    for (QToolButton* one : {m_whole, m_menu})
        setLook(one, Look::Quiet);
    m_state->setTextFormat(Qt::PlainText);
    m_state->setWordWrap(true);
    setLook(m_state, Look::Muted);
    auto* body = new QWidget;
    auto* charts = new QVBoxLayout(body);
    charts->setContentsMargins(0, 0, 0, 0);
    charts->setSpacing(space::m);
    charts->addStretch();
    m_scroll->setWidget(body);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setLook(body, Look::Surface);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(space::l, space::m, space::l, space::m);
    column->setSpacing(space::s);
    column->addLayout(row);
    column->addWidget(m_error);
    column->addWidget(m_state);
    column->addWidget(m_scroll, 1);
    m_error->setObjectName(u"chartsError"_s);
    m_error->hide();
    m_source->hide();
    m_whole->hide();
    m_again.setSingleShot(true);
    m_again.setInterval(growEvery);
    for (size_t i = 0; i < spans.size(); ++i)
        m_span->addItem(QString());
    m_span->setCurrentIndex(hourSpan);
    connect(m_span, &QComboBox::currentIndexChanged, this, &ChartPanel::whole);
    connect(m_source, &QComboBox::currentIndexChanged, this, &ChartPanel::ask);
    connect(m_compare, &QCheckBox::toggled, this, &ChartPanel::ask);
    connect(m_whole, &QToolButton::clicked, this, &ChartPanel::whole);
    connect(&m_again, &QTimer::timeout, this, [this] {
        if (!m_zoomed)
            ask();
    });
    const auto restyle = [this] {
        m_whole->setIcon(Style::instance().icon(u"clock"_s));
        m_menu->setIcon(Style::instance().icon(u"save"_s));
    };
    connect(&Style::instance(), &Style::changed, this, restyle);
    restyle();
    retranslate();
}

void ChartPanel::show(history::History* history, std::function<history::CurveSource*()> source,
                      const history::Subject& subject)
{
    m_further = std::move(source);
    if (m_history == history && m_subject == subject)
        return;
    if (m_history)
        m_history->disconnect(this);
    m_history = history;
    m_subject = subject;
    m_asked = m_something = m_zoomed = false;
    ++m_turn;
    m_waiting.clear();
    for (const Shown& one : std::as_const(m_views))
        one.view->hide();
    m_error->clear();
    m_error->hide();
    fillSources();
    updateState();
    if (isVisible())
        ask();
}

void ChartPanel::fillSources()
{
    const history::CurveSource* further = m_further ? m_further() : nullptr;
    const QSignalBlocker blocker(m_source);
    m_source->clear();
    //: where the curves come from
    m_source->addItem(tr("Kaptan's history"));
    if (further)
        m_source->addItem(plainLine(further->name(), 60));
    m_source->setVisible(further != nullptr);
}

void ChartPanel::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    if (!m_asked || !m_zoomed)
        ask();
}

qint64 ChartPanel::now() const
{
    return m_clock.now().toSecsSinceEpoch();
}

void ChartPanel::whole()
{
    m_zoomed = false;
    ask();
}

void ChartPanel::choose(qint64 fromMs, qint64 toMs)
{
    const qint64 length = std::clamp<qint64>((toMs - fromMs) / 1000, shortest, 2 * 365 * 86400LL);
    m_to = std::min(fromMs / 1000 + length, now()); // nobody knows what comes
    m_from = m_to - length;
    m_zoomed = true;
    ask();
}

void ChartPanel::ask()
{
    m_whole->setVisible(m_zoomed);
    if (m_subject.key.isEmpty() || !isVisible())
        return;
    if (!m_zoomed) {
        m_to = now();
        m_from = m_to - spans.at(size_t(std::max(m_span->currentIndex(), 0)));
    }
    m_asked = m_loading = true;
    ChartQuestion question{m_subject, m_from, m_to, std::clamp(width(), 200, 1000), m_compare->isChecked()};
    const int turn = ++m_turn;
    history::CurveSource* further = m_further ? m_further() : nullptr;
    if (further && m_source->currentIndex() == 1)
        askSource(*further, question, turn);
    else
        askHistory(question, turn);
    updateState();
}

void ChartPanel::askHistory(const ChartQuestion& question, int turn)
{
    if (!m_history) {
        m_loading = false;
        return;
    }
    const auto asked =
        m_history->read<QVector<SubjectChart>>([question, words = words()](history::Database& database) {
            return subjectCharts(database, question, words);
        });
    whenDone(asked, this, [this, turn](const Result<QVector<SubjectChart>>& charts) {
        if (turn == m_turn)
            take(charts);
    });
}

/// The curves from there; what happened is Kaptan's own to tell.
void ChartPanel::askSource(history::CurveSource& source, const ChartQuestion& question, int turn)
{
    history::CurveQuery query;
    query.connection = question.subject.connection;
    query.from = question.from;
    query.to = question.to;
    query.points = question.points;
    whenDone(
        source.curves(question.subject, query), this,
        [this, question, query, turn](const Result<QVector<history::Curve>>& now) {
            if (turn != m_turn)
                return;
            if (!now)
                return take(failure(now.error()));
            const auto finish = [this, question, turn, curves = *now](const QVector<history::Curve>& before) {
                const auto made = [this, question, curves, before](const QVector<chart::Marker>& markers) {
                    take(chartsOf(curves, before, markers, question, words()));
                };
                if (!m_history)
                    return made({});
                const auto asked = m_history->read<QVector<chart::Marker>>(
                    [question, words = words()](history::Database& database) {
                        return chartMarkers(database, question, words);
                    });
                whenDone(asked, this, [this, turn, made](const Result<QVector<chart::Marker>>& markers) {
                    if (turn == m_turn)
                        made(markers.value_or(QVector<chart::Marker>()));
                });
            };
            history::CurveSource* again = m_further ? m_further() : nullptr;
            if (!question.compare || !again)
                return finish({});
            history::CurveQuery earlier = query;
            earlier.from = query.from - (query.to - query.from);
            earlier.to = query.from - 1;
            whenDone(again->curves(question.subject, earlier), this,
                     [this, turn, finish](const Result<QVector<history::Curve>>& before) {
                         if (turn == m_turn)
                             finish(before.value_or(QVector<history::Curve>()));
                     });
        });
}

void ChartPanel::take(const Result<QVector<SubjectChart>>& charts)
{
    m_loading = false;
    m_again.start();
    if (!charts) {
        m_error->set(charts.error(), [this] { ask(); });
        m_error->show();
        return updateState();
    }
    m_error->clear();
    m_error->hide();
    m_something = !charts->isEmpty();
    m_waiting = *charts;
    for (const Shown& one : std::as_const(m_views)) {
        const bool there = std::any_of(m_waiting.cbegin(), m_waiting.cend(),
                                       [&one](const SubjectChart& chart) { return chart.id == one.id; });
        one.view->setVisible(there);
    }
    updateState();
    showNext();
}

/// One chart a turn of the loop: all at once would be felt.
void ChartPanel::showNext()
{
    if (m_waiting.isEmpty())
        return;
    const SubjectChart chart = m_waiting.takeFirst();
    CurveView* view = this->view(chart.id);
    if (!view)
        view = make(chart.id);
    view->set(chart.spec, chart.before);
    view->show();
    QMetaObject::invokeMethod(
        this,
        [this, turn = m_turn] {
            if (turn == m_turn)
                showNext();
        },
        Qt::QueuedConnection);
}

CurveView* ChartPanel::make(const QString& id)
{
    static const QStringList order{u"cpu"_s,       u"memory"_s,   u"network"_s, u"disk"_s,
                                   u"disk-used"_s, u"replicas"_s, u"restarts"_s};
    auto* view = new CurveView;
    view->setObjectName(id);
    const auto place = std::find_if(m_views.cbegin(), m_views.cend(), [&id](const Shown& one) {
        return order.indexOf(one.id) > order.indexOf(id);
    });
    const auto at = place - m_views.cbegin();
    m_views.insert(at, {id, view});
    static_cast<QBoxLayout*>(m_scroll->widget()->layout())->insertWidget(int(at), view);
    connect(view, &CurveView::spanChosen, this, &ChartPanel::choose);
    connect(view, &CurveView::wholeChosen, this, &ChartPanel::whole);
    connect(view, &CurveView::looked, this, [this, view](qint64 atMs) {
        if (atMs)
            m_used = view;
        // The same moment in all of them.
        for (const Shown& one : std::as_const(m_views))
            if (one.view != view) {
                const QSignalBlocker blocker(one.view);
                one.view->lookAt(atMs);
            }
    });
    return view;
}

QVector<CurveView*> ChartPanel::views() const
{
    QVector<CurveView*> shown;
    for (const Shown& one : m_views)
        if (!one.view->isHidden())
            shown.append(one.view);
    return shown;
}

CurveView* ChartPanel::view(const QString& id) const
{
    for (const Shown& one : m_views)
        if (one.id == id)
            return one.view;
    return nullptr;
}

CurveView* ChartPanel::current() const
{
    if (m_used && !m_used->isHidden())
        return m_used;
    return views().value(0);
}

QByteArray ChartPanel::csv() const
{
    const CurveView* view = current();
    if (!view)
        return {};
    report::CsvOptions options;
    options.zone = view->spec().zone;
    return report::csv(report::chartTable(view->spec(), 1), options);
}

QImage ChartPanel::picture() const
{
    CurveView* view = current();
    return view ? view->picture() : QImage();
}

void ChartPanel::save(bool asPicture)
{
    const CurveView* view = current();
    if (!view)
        return;
    // What is seen now, whatever comes while a name is chosen.
    const QImage image = asPicture ? picture() : QImage();
    const QByteArray text = asPicture ? QByteArray() : csv();
    const QString suffix = asPicture ? u"png"_s : u"csv"_s;
    auto* dialog =
        new QFileDialog(this, asPicture ? tr("Save the chart as a picture") : tr("Save the values"),
                        QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(suffix);
    //: kinds of files in a file dialog
    dialog->setNameFilter(asPicture ? tr("Pictures (*.png)") : tr("CSV files (*.csv)"));
    QString name = m_subject.name.isEmpty() ? m_subject.key : m_subject.name;
    for (QChar& letter : name)
        if (!letter.isLetterOrNumber() && letter != u'-' && letter != u'.')
            letter = u'-';
    dialog->selectFile(name.left(80) + u'-' + view->objectName() + u'.' + suffix);
    connect(dialog, &QFileDialog::fileSelected, this, [this, image, text](const QString& path) {
        QSaveFile file(path);
        const bool done = file.open(QIODevice::WriteOnly) &&
                          (image.isNull() ? file.write(text) == text.size() : image.save(&file, "PNG")) &&
                          file.commit();
        if (done)
            return;
        m_error->set(Error(StorageError{path, file.errorString()}), {}, true);
        m_error->show();
    });
    dialog->open();
}

void ChartPanel::fillMenu()
{
    QMenu* menu = m_menu->menu();
    menu->clear();
    menu->addAction(tr("Copy the picture"), this,
                    [this] { QGuiApplication::clipboard()->setImage(picture()); });
    menu->addAction(tr("Copy the values as CSV"), this,
                    [this] { QGuiApplication::clipboard()->setText(QString::fromUtf8(csv())); });
    menu->addSeparator();
    menu->addAction(tr("Save the picture…"), this, [this] { save(true); });
    menu->addAction(tr("Save the values as CSV…"), this, [this] { save(false); });
}

void ChartPanel::updateState()
{
    QString text;
    if (!m_history && m_source->currentIndex() < 1)
        text = tr("There is no history: nothing is recorded.");
    else if (m_loading && !m_something)
        text = tr("Loading …");
    else if (m_asked && !m_something && m_error->isHidden())
        text =
            tr("Nothing was recorded in this time. Kaptan records while the connection is shown, and always "
               "where it is marked so in the connections.");
    m_state->setText(text);
    m_state->setVisible(!text.isEmpty());
    m_scroll->setVisible(m_something);
    m_menu->setEnabled(m_something);
}

void ChartPanel::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void ChartPanel::retranslate()
{
    const QStringList names{tr("15 minutes"), tr("1 hour"), tr("6 hours"),
                            tr("24 hours"),   tr("7 days"), tr("30 days")};
    for (int i = 0; i < names.size(); ++i)
        m_span->setItemText(i, names[i]);
    m_span->setAccessibleName(tr("Span of time"));
    m_source->setAccessibleName(tr("Source of the curves"));
    m_source->setItemText(0, tr("Kaptan's history"));
    //: a check box: the period before the one that is shown is drawn too
    m_compare->setText(tr("Compare"));
    m_compare->setToolTip(tr("Also draws the period before, of the same length"));
    //: a button: the chosen span up to the present moment, after zooming
    m_whole->setText(tr("Up to now"));
    m_whole->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_menu->setToolTip(tr("Copy or save the chart that was looked at last"));
    m_menu->setAccessibleName(tr("Copy or save"));
    fillMenu();
    updateState();
    if (m_asked)
        ask(); // the charts' words
}

SubjectWords ChartPanel::words() const
{
    const Style& style = Style::instance();
    return {tr("CPU"), tr("Memory"), tr("Network"), tr("Disk"),
            //: bytes that lie on the disk
            tr("Disk used"), tr("Replicas"), tr("Restarts"),
            //: legend of a chart: bytes from the network
            tr("received"),
            //: legend of a chart: bytes to the network
            tr("sent"),
            //: legend of a chart: bytes from disks
            tr("read"),
            //: legend of a chart: bytes to disks
            tr("written"),
            //: beside a chart's values; %1 an image, say
            tr("Deployed: %1"),
            //: beside a chart's values; %1 as "2 → 4"
            tr("Scaled: %1"), style.tone(Tone::Ok).fg, style.tone(Tone::Error).fg,
            style.tone(Tone::Accent).fg};
}

} // namespace kaptan::ui
